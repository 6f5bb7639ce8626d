package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.ResultView;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FairnessViewTest {

    private static final FairnessScorer SCORER = FairnessScorer.withDefaults();
    private static final RecoveryCase KNOWN = RecoveryCase.of(Failure.outcome())
            .withHandling(Handling.UNKNOWN
                    .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
                    .withResolution(Promptness.met(true))
                    .withContacts(3)
                    .withHandOffs(1)
                    .withChannelSwitches(0)
                    .withReopenings(0)
                    .withPromises(Handling.Promises.kept(2).outOf(3)))
            .withTreatment(Treatment.UNKNOWN
                    .withApology(Treatment.Apology.of(0.8, 0.6, 1))
                    .withExplanation(1)
                    .withEffort(0.75))
            .withRedress(Redress.UNKNOWN
                    .withLoss(Loss.of(Money.parse("EUR 200")))
                    .withCompensation(Compensation.of(Money.parse("EUR 160")))
                    .withServiceAccepted(false));

    @Test
    void aCaseShowsItsPointItsBoundsAndItsNotes() {
        CaseFairness score = SCORER.score(KNOWN);

        assertThat(score.view())
                .isEqualTo(new ResultView(
                        "fairness",
                        "points",
                        score.overall().orElseThrow(),
                        score.bounds().lower(),
                        score.bounds().upper(),
                        1,
                        "bounds",
                        1,
                        1,
                        0.0,
                        100.0,
                        "SUFFICIENT",
                        score.notes().stream().map(CaseFairness.Note::sentence).toList(),
                        null,
                        null,
                        null));
        assertThat(score.view().notes()).isNotEmpty();
    }

    @Test
    void aCaseOfWhichTooLittleIsKnownHasBoundsAndNoValue() {
        ResultView view = SCORER.score(RecoveryCase.of(Failure.outcome())).view();

        assertThat(view.value()).isNull();
        assertThat(view.lower()).isZero();
        assertThat(view.upper()).isEqualTo(100);
        assertThat(view.n()).isEqualTo(1);
        assertThat(view.base()).isEqualTo("SUPPRESSED");
        assertThat(view.notes()).contains(CaseFairness.Note.TOO_LITTLE_EVIDENCE.sentence());
    }

    @Test
    void aDimensionShowsItsPointsAndHowMuchIsKnown() {
        CaseFairness.DimensionScore process = SCORER.score(KNOWN).dimension(FairnessDimension.PROCESS);
        assertThat(process.view())
                .isEqualTo(new CaseFairness.DimensionScore.DimensionScoreView(
                        "PROCESS",
                        process.point().orElseThrow(),
                        process.bounds().lower(),
                        process.bounds().upper(),
                        process.coverage(),
                        null));

        CaseFairness.EvidenceScore piece = process.evidence().get(0);
        assertThat(piece.view())
                .isEqualTo(new CaseFairness.EvidenceScore.EvidenceScoreView(
                        piece.evidence().name(),
                        piece.weight(),
                        piece.utility().lower(),
                        piece.utility().upper()));
    }

    @Test
    void aDimensionThatDoesNotApplyShowsNothingButItsName() {
        CaseFairness.DimensionScore interaction = SCORER.score(RecoveryCase.of(Failure.outcome())
                        .withNotApplicable(Arrays.stream(Evidence.values())
                                .filter(piece -> piece.dimension() == FairnessDimension.INTERACTION)
                                .toArray(Evidence[]::new)))
                .dimension(FairnessDimension.INTERACTION);

        assertThat(interaction.view())
                .isEqualTo(new CaseFairness.DimensionScore.DimensionScoreView(
                        "INTERACTION", null, null, null, null, null));
    }

    @Test
    void aCapIsNamed() {
        CaseFairness.DimensionScore compensation = SCORER.score(
                        KNOWN.withRedress(KNOWN.redress().withCoreProblemFixed(false)))
                .dimension(FairnessDimension.COMPENSATION);

        assertThat(compensation.view().cap())
                .isEqualTo(compensation.cap().map(Enum::name).orElse(null))
                .isEqualTo("CORE_PROBLEM_NOT_FIXED");
    }

    @Test
    void pointsLostAreNamed() {
        assertThat(SCORER.score(KNOWN).contributions().get(0).view())
                .isEqualTo(new CaseFairness.Contribution.ContributionView(
                        "redress", SCORER.score(KNOWN).contributions().get(0).points()));
    }

    @Test
    void aSummaryShowsTheMeansAndTheShareOfFairCases() {
        FairnessSummary summary = Stream.of(
                        KNOWN, KNOWN.withHandling(KNOWN.handling().withContacts(4)))
                .collect(FairnessSummary.toFairnessSummary(SCORER, one -> one));

        assertThat(summary.view())
                .containsExactly(
                        summary.overall().view(),
                        summary.dimension(FairnessDimension.PROCESS).view(),
                        summary.dimension(FairnessDimension.INTERACTION).view(),
                        summary.dimension(FairnessDimension.COMPENSATION).view(),
                        summary.fair().view());
    }

    @Test
    void whatCustomersSayIsShownByDimension() {
        Scale scale = Scale.highIsGood(1, 7);
        PerceivedFairness.Item informed = new PerceivedFairness.Item("kept informed", FairnessDimension.PROCESS, scale);

        assertThat(PerceivedFairness.of(Map.of(informed, scale.answer(7))).view())
                .isEqualTo(List.of(
                        new PerceivedFairness.View("PROCESS", 100.0, 1, 1),
                        new PerceivedFairness.View("INTERACTION", null, 0, 0),
                        new PerceivedFairness.View("COMPENSATION", null, 0, 0)));
        assertThat(PerceivedFairness.of(Map.of(informed, Answer.SKIPPED)).view().get(0))
                .isEqualTo(new PerceivedFairness.View("PROCESS", null, 0, 1));
    }
}

package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.FairnessMean.toFairnessMean;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Treatment.Apology;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The code of the documentation, so that it cannot rot. */
class RecoveryReadmeTest {

    @Test
    void theFirstExample() {
        RecoveryCase refundCase = RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN
                        .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
                        .withResolution(Promptness.met(true))
                        .withContacts(3)
                        .withHandOffs(1)
                        .withChannelSwitches(0)
                        .withReopenings(0)
                        .withPromises(Promises.kept(2).outOf(3)))
                .withTreatment(Treatment.UNKNOWN
                        .withApology(Apology.of(0.8, 0.6, 1))
                        .withExplanation(1)
                        .withEffort(0.75))
                .withRedress(Redress.UNKNOWN
                        .withLoss(Loss.of(Money.parse("EUR 200")))
                        .withCompensation(Compensation.of(Money.parse("EUR 160")))
                        .withServiceAccepted(false));
        CaseFairness score = FairnessScorer.withDefaults().score(refundCase);
        assertThat(score).hasToString("observed fairness 76.6 (bounds 67.4 to 78.3), weakest COMPENSATION");
        assertThat(score.contributions().get(0)).hasToString("redress 12.2");
        assertThat(score.isSensitiveToWeights()).isTrue();
        assertThat(score.notes())
                .containsExactly(
                        CaseFairness.Note.NO_VIOLATION_REPORTED,
                        CaseFairness.Note.CORE_PROBLEM_UNKNOWN,
                        CaseFairness.Note.SENSITIVE_TO_WEIGHTS,
                        CaseFairness.Note.MISSING_EVIDENCE_COULD_DECIDE);
    }

    @Test
    void resultsAsJson() throws IOException {
        Nps before = Nps.promoters(60).passives(80).detractors(60);
        Nps after = Nps.promoters(45).passives(35).detractors(20);
        Nps nps = after;
        Breakdown<String, Nps> byRegion = Breakdown.of(Nps.of(), Map.of("north", before, "south", after));
        assertThat(nps.view().n()).isEqualTo(100);
        assertThat(Change.between(before, after).view().verdict()).isEqualTo("IMPROVED");

        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(new ObjectMapper().writeValueAsString(Map.of("nps", nps, "byRegion", byRegion)))
                        .at("/byRegion/0/result/n")
                        .asLong())
                .isEqualTo(200);
        String json = mapper.writeValueAsString(nps);
        assertThat(mapper.readValue(json, ResultView.class).equals(nps.view())).isTrue();
    }

    private record MyCase(String team, RecoveryCase facts) {}

    @Test
    void byTeamAndBeforeAndAfter() {
        FairnessScorer scorer = FairnessScorer.withDefaults();
        List<MyCase> cases = IntStream.range(0, 40)
                .mapToObj(i -> new MyCase(i % 2 == 0 ? "red" : "blue", refunded(i % 7 + (i % 2 == 0 ? 4 : 0))))
                .toList();
        Breakdown<String, FairnessMean> byTeam =
                cases.stream().collect(Breakdown.by(MyCase::team, toFairnessMean(scorer, MyCase::facts)));
        assertThat(byTeam.comparisons()).hasSize(2);
        FairnessSummary before = summary(scorer, cases, "blue");
        FairnessSummary after = summary(scorer, cases, "red");
        assertThat(Change.between(before.overall(), after.overall()).verdict()).isEqualTo(Verdict.IMPROVED);
    }

    private static FairnessSummary summary(FairnessScorer scorer, List<MyCase> cases, String team) {
        return cases.stream()
                .filter(row -> row.team().equals(team))
                .collect(FairnessSummary.toFairnessSummary(scorer, MyCase::facts));
    }

    /** Nothing but the refund is known, and nothing else applies. */
    private static RecoveryCase refunded(int tenths) {
        return RecoveryCase.of(Failure.outcome())
                .withRedress(Redress.UNKNOWN
                        .withLoss(Loss.of(Money.parse("EUR 10")))
                        .withCompensation(Compensation.of(Money.of(CurrencyUnit.EUR, tenths)))
                        .withServiceAccepted(true))
                .withNotApplicable(
                        EnumSet.complementOf(EnumSet.of(Evidence.REDRESS)).toArray(Evidence[]::new));
    }
}

package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.treated;
import static io.github.cxkit.recovery.FairnessDimension.COMPENSATION;
import static io.github.cxkit.recovery.FairnessDimension.INTERACTION;
import static io.github.cxkit.recovery.FairnessDimension.PROCESS;
import static io.github.cxkit.recovery.FairnessMean.toFairnessMean;
import static io.github.cxkit.recovery.FairnessSummary.toFairnessSummary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.recovery.CaseFairness.Note;
import io.github.cxkit.recovery.Treatment.Judge;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scores of less than fairness, which say so; and treatment that somebody judged, who is named. */
class PartialScoreTest {

    private static final FairnessPolicy DEFAULT = FairnessPolicy.DEFAULT;
    private static final FairnessPolicy TWO = DEFAULT.withDimensions(PROCESS, COMPENSATION);
    private static final RecoveryCase TICKET =
            Cases.without(Cases.REJECTED, Evidence.APOLOGY, Evidence.EXPLANATION, Evidence.EFFORT);

    private static CaseFairness score(FairnessPolicy policy, RecoveryCase facts) {
        return FairnessScorer.by(policy).score(facts);
    }

    @Test
    void aPartialScoreIsNoFairnessAndSaysSo() {
        assertThat(score(DEFAULT, TICKET).overall()).isEmpty();
        CaseFairness partial = score(TWO, TICKET);
        double process = partial.dimension(PROCESS).point().orElseThrow();
        double compensation = partial.dimension(COMPENSATION).point().orElseThrow();
        assertThat(partial.overall()).hasValueCloseTo((process + compensation) / 2, within(1e-9));
        assertThat(partial.isFair()).isEmpty();
        assertThat(partial.isSensitiveToWeights()).isFalse();
        assertThat(partial.notes())
                .contains(Note.PARTIAL)
                .doesNotContain(
                        Note.WEIGHTS_RENORMALISED,
                        Note.TOO_LITTLE_EVIDENCE,
                        Note.SENSITIVE_TO_WEIGHTS,
                        Note.MISSING_EVIDENCE_COULD_DECIDE);
        assertThat(partial.dimension(INTERACTION).isAssessed()).isFalse();
        assertThat(partial.dimension(INTERACTION)).hasToString("INTERACTION not assessed");
        assertThat(partial.missing()).doesNotContain(Evidence.APOLOGY);
        assertThat(partial.toString()).startsWith("observed fairness of PROCESS and COMPENSATION (partial) ");
    }

    @Test
    void aPartialMeanIsComparedWithNoOther() {
        FairnessSummary partial =
                Stream.of(TICKET, Cases.ACCEPTED).collect(toFairnessSummary(FairnessScorer.by(TWO), c -> c));
        assertThat(partial.overall().metric().name()).isEqualTo("fairness of PROCESS and COMPENSATION (partial)");
        assertThat(partial.fair().isEmpty()).isTrue();
        FairnessMean whole =
                Stream.of(TICKET, Cases.ACCEPTED).collect(toFairnessMean(FairnessScorer.by(DEFAULT), c -> c));
        assertThatIllegalArgumentException().isThrownBy(() -> Change.between(whole, partial.overall()));
        assertThatIllegalArgumentException().isThrownBy(() -> whole.plus(partial.overall()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> FairnessMean.fromLongs(DEFAULT, partial.overall().toLongs()));
        assertThat(FairnessMean.fromLongs(TWO, partial.overall().toLongs())).isEqualTo(partial.overall());
    }

    @Test
    void onePieceOfEvidenceIsATargetAndNoFairness() {
        FairnessPolicy timely = DEFAULT.withEvidence(Evidence.FIRST_RESPONSE);
        RecoveryCase met = RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN.withFirstResponse(Promptness.met(true)));
        CaseFairness score = score(timely, met);
        assertThat(score.dimension(PROCESS).point()).hasValue(100);
        assertThat(score.overall()).as("one dimension is no fairness").isEmpty();
        assertThat(score.weakest()).isEmpty();
        assertThat(score.notes()).contains(Note.PARTIAL, Note.ONE_PIECE_OF_EVIDENCE);
        assertThat(Stream.of(met)
                        .collect(toFairnessMean(PROCESS, FairnessScorer.by(timely), c -> c))
                        .metric()
                        .name())
                .isEqualTo("fairness PROCESS by first response (partial)");
        FairnessPolicy some = DEFAULT.withEvidence(Evidence.HAND_OFFS, Evidence.REOPENINGS, Evidence.RESOLUTION);
        assertThat(score(some, Cases.WORKED).dimension(PROCESS).coverage()).isEqualTo(1);
        assertThat(score(some, Cases.WORKED).notes()).doesNotContain(Note.ONE_PIECE_OF_EVIDENCE);
        assertThat(some.toString()).contains("evidence [RESOLUTION, HAND_OFFS, REOPENINGS]");
    }

    @Test
    void nothingToAssessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withDimensions(PROCESS))
                .withMessageStartingWith("dimensions must be 2 or 3, but were [PROCESS]");
        assertThatIllegalArgumentException().isThrownBy(DEFAULT::withEvidence);
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.withEvidence(Evidence.APOLOGY));
        assertThat(DEFAULT.withDimensions(PROCESS, INTERACTION, COMPENSATION)).isEqualTo(DEFAULT);
    }

    @Test
    void judgementsOfTwoVersionsAreNotMixed() {
        Judge march = Judge.of("tone rules", "2026-03");
        Judge may = Judge.of("tone rules", "2026-05");
        RecoveryCase judged = treated(Cases.REJECTED, t -> t.withJudge(march));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(DEFAULT, judged))
                .withMessageStartingWith(
                        "treatment must be judged by nobody in particular, but was by tone rules (2026-03)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(DEFAULT.withTreatmentJudge(may), judged))
                .withMessageStartingWith(
                        "treatment must be judged by tone rules (2026-05), but was by tone rules (2026-03)");
        assertThatIllegalArgumentException().isThrownBy(() -> score(DEFAULT.withTreatmentJudge(may), Cases.REJECTED));
        assertThat(score(DEFAULT.withTreatmentJudge(march), judged).overall())
                .isEqualTo(score(DEFAULT, Cases.REJECTED).overall());
        assertThat(score(DEFAULT.withTreatmentJudge(march), RecoveryCase.of(Failure.outcome()))
                        .overall())
                .isEmpty();
        FairnessMean one = mean(DEFAULT.withTreatmentJudge(march));
        FairnessMean other = mean(DEFAULT.withTreatmentJudge(may));
        assertThat(one.metric().name()).isEqualTo("fairness, treatment judged by tone rules (2026-03)");
        assertThatIllegalArgumentException().isThrownBy(() -> Change.between(one, other));
        assertThatIllegalArgumentException().isThrownBy(() -> one.plus(other));
        assertThatIllegalArgumentException().isThrownBy(() -> Judge.of("tone rules", " "));
        assertThat(Set.copyOf(List.of(march, may))).hasSize(2);
    }

    private static FairnessMean mean(FairnessPolicy policy) {
        return Stream.of(Cases.REJECTED, Cases.ACCEPTED)
                .map(facts ->
                        treated(facts, t -> t.withJudge(policy.treatmentJudge().orElseThrow())))
                .collect(toFairnessMean(FairnessScorer.by(policy), c -> c));
    }
}

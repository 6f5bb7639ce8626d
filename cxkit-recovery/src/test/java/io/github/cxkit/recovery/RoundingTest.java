package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.FairnessScorer.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.Handling.Promises;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rounding must not decide. */
class RoundingTest {

    /** A delay of a thousand times the expected time is worth 1e-308; its quotient with another dimension overflows. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, -1e-3, -1})
    void aLongerDelayNeverRaisesTheScore(double power) {
        FairnessScorer scorer = by(FairnessPolicy.DEFAULT.withPower(power));
        double last = 100;
        for (int minutes = 1; minutes <= 1_200; minutes += 7) {
            double points = scorer.score(late(minutes)).overall().orElseThrow();
            assertThat(points).as("%s minutes late", minutes).isLessThanOrEqualTo(last + 1e-9);
            last = points;
        }
        assertThat(last).isLessThan(power > 0 ? 92 : 1e-3);
    }

    private static RecoveryCase late(int minutes) {
        EnumSet<Evidence> others = EnumSet.of(
                Evidence.RESOLUTION,
                Evidence.CONTACTS,
                Evidence.HAND_OFFS,
                Evidence.REOPENINGS,
                Evidence.PROMISES,
                Evidence.CHOICE,
                Evidence.APOLOGY,
                Evidence.REDRESS);
        return RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN.withFirstResponse(
                        Promptness.took(Duration.ofMinutes(minutes)).against(Duration.ofMinutes(1))))
                .withTreatment(
                        Treatment.UNKNOWN.withCourtesy(0.9).withEffort(0.9).withExplanation(0.9))
                .withNotApplicable(others.toArray(Evidence[]::new));
    }

    /** 0.7 + 0.7 + 0.7 over 3 is 0.6999999999999998 in doubles. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.6, 0.7, 0.8, 0.9})
    void equalPiecesMakeThePointThatTheyAre(double utility) {
        DimensionScore interaction = FairnessScorer.withDefaults()
                .score(RecoveryCase.of(Failure.outcome())
                        .withTreatment(Treatment.UNKNOWN
                                .withCourtesy(utility)
                                .withEffort(utility)
                                .withExplanation(utility))
                        .withNotApplicable(Evidence.APOLOGY))
                .dimension(FairnessDimension.INTERACTION);
        assertThat(interaction.point()).hasValue(100 * utility);
    }

    /** Half of the weight is half of it, whatever the unit of the weights. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.6, 0.7, 1, 1.2, 3})
    void theUnitOfTheWeightsDecidesNothing(double weight) {
        FairnessPolicy policy = FairnessPolicy.DEFAULT;
        for (Evidence evidence : Evidence.values()) {
            policy = policy.withEvidenceWeight(evidence, weight);
        }
        DimensionScore process = by(policy)
                .score(RecoveryCase.of(Failure.outcome())
                        .withHandling(Handling.UNKNOWN
                                .withContacts(1)
                                .withReopenings(0)
                                .withPromises(Promises.kept(1).outOf(1)))
                        .withNotApplicable(Evidence.CHOICE))
                .dimension(FairnessDimension.PROCESS);
        assertThat(process.point()).hasValue(100);
    }

    /** 69.99999999999999 is 70. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.3, 0.6, 0.7})
    void aThresholdThatIsReachedButForRoundingIsReached(double utility) {
        CaseFairness score = by(FairnessPolicy.DEFAULT.withFairThreshold(100 * utility))
                .score(RecoveryCase.of(Failure.outcome())
                        .withTreatment(Treatment.UNKNOWN
                                .withCourtesy(utility)
                                .withEffort(utility + 0.05)
                                .withExplanation(utility - 0.05))
                        .withNotApplicable(EnumSet.complementOf(
                                        EnumSet.of(Evidence.COURTESY, Evidence.EFFORT, Evidence.EXPLANATION))
                                .toArray(Evidence[]::new)));
        assertThat(score.isFair()).contains(true);
        assertThat(score.isSensitiveToWeights()).isFalse();
    }
}

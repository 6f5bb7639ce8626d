package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.metrics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Fairness as longs, and back. */
class FairnessStateTest {

    private static final FairnessPolicy DEFAULT = FairnessPolicy.DEFAULT;
    private static final FairnessPolicy OTHER = DEFAULT.withPower(0);
    private static final List<RecoveryCase> CASES =
            List.of(Cases.REJECTED, Cases.ACCEPTED, RecoveryCase.of(Failure.outcome()));
    private static final int HEAD = 3;
    private static final int MEAN = 6;
    private static final int COUNTS = HEAD + MEAN * FairnessSummary.Tally.MEANS;

    private static FairnessSummary.Tally tally(Random random) {
        FairnessSummary.Tally tally = FairnessSummary.Tally.of(FairnessScorer.by(DEFAULT));
        for (int i = random.nextInt(10); i > 0; i--) {
            tally.accept(CASES.get(random.nextInt(CASES.size())));
        }
        return tally;
    }

    private static FairnessSummary three() {
        FairnessSummary.Tally tally = FairnessSummary.Tally.of(FairnessScorer.by(DEFAULT));
        CASES.forEach(tally::accept);
        return tally.summary();
    }

    @Test
    void aSummaryTravels() {
        FairnessSummary summary = three();
        assertThat(summary.toLongs())
                .hasSize(COUNTS + FairnessSummary.Tally.COUNTS)
                .startsWith(1, 13);
        assertThat(FairnessSummary.fromLongs(DEFAULT, summary.toLongs())).isEqualTo(summary);
        FairnessSummary none =
                FairnessSummary.Tally.of(FairnessScorer.by(DEFAULT)).summary();
        assertThat(FairnessSummary.fromLongs(DEFAULT, none.toLongs())).isEqualTo(none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessSummary.fromLongs(OTHER, summary.toLongs()))
                .withMessageStartingWith("state of a fairness summary must be of FairnessPolicy[")
                .withMessageEndingWith("but was of another definition");
    }

    @Test
    void aTallyGoesOnWhereAnotherStopped() {
        FairnessSummary.Tally one = FairnessSummary.Tally.of(FairnessScorer.by(DEFAULT));
        FairnessSummary.Tally whole = FairnessSummary.Tally.of(FairnessScorer.by(DEFAULT));
        for (RecoveryCase facts : CASES) {
            one = FairnessSummary.Tally.fromLongs(FairnessScorer.by(DEFAULT), one.toLongs());
            one.accept(facts);
            whole.accept(facts);
        }
        assertThat(one.summary()).isEqualTo(whole.summary());
    }

    @Test
    void aMeanIsOfItsDimensionAndPolicy() {
        FairnessMean overall = three().overall();
        FairnessMean process = three().dimension(FairnessDimension.PROCESS);
        assertThat(overall.toLongs()).hasSize(HEAD + 4 * MEAN).startsWith(1, 12);
        assertThat(FairnessMean.fromLongs(DEFAULT, overall.toLongs())).isEqualTo(overall);
        assertThat(FairnessMean.fromLongs(FairnessDimension.PROCESS, DEFAULT, process.toLongs()))
                .isEqualTo(process);
        assertThatIllegalArgumentException().isThrownBy(() -> FairnessMean.fromLongs(DEFAULT, process.toLongs()));
        assertThatIllegalArgumentException().isThrownBy(() -> FairnessMean.fromLongs(OTHER, overall.toLongs()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessMean.fromLongs(FairnessDimension.INTERACTION, DEFAULT, process.toLongs()));
    }

    /** Points are from 0 to 100: two with the mean 75 have 1,250 at most, 50 and 100. */
    @Test
    void aMeanThatNoPointsHaveIsRefused() {
        assertThat(mean(2, 75, 1_250).count()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mean(1, 100.1, 0))
                .withMessage("mean of the state must be in [0, 100.0], but was 100.1");
        assertThatIllegalArgumentException().isThrownBy(() -> mean(1, -0.1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mean(2, 75, 3_751))
                .withMessageStartingWith(
                        "variance of numbers from 0 to 100.0 with the mean 75.0 must be at most 1875.0");
    }

    private static FairnessMean mean(long count, double mean, double squares) {
        long[] longs = three().overall().toLongs();
        longs[6] = count;
        longs[7] = Double.doubleToLongBits(mean);
        longs[8] = Double.doubleToLongBits(squares);
        return FairnessMean.fromLongs(DEFAULT, longs);
    }

    /** One of the three cases has no point. */
    @Test
    void boundsThatNoCasesHaveAreRefused() {
        FairnessMean overall = three().overall();
        assertThat(overall.cases()).isEqualTo(3);
        assertThat(overall.count()).isEqualTo(2);
        int lower = HEAD + MEAN;
        for (int field = 3; field < MEAN; field++) {
            long[] longs = overall.toLongs();
            longs[lower + field] = field == 3 ? 2 : Double.doubleToLongBits(field == 4 ? 99.9 : 50);
            assertThatIllegalArgumentException().isThrownBy(() -> FairnessMean.fromLongs(DEFAULT, longs));
        }
        FairnessMean twice = overall.plus(overall);
        long[] apart = twice.toLongs();
        apart[HEAD + 3 * MEAN - 1] = Double.doubleToLongBits(400);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessMean.fromLongs(DEFAULT, apart))
                .withMessage("bounds of the state must be those of cases without a point, but do not fit one another");
        int open = HEAD + MEAN * FairnessSummary.Tally.OPEN;
        assertRefused(
                longs -> {
                    for (int i = 0; i < 3; i++) {
                        longs[open + i * MEAN + 3] = 0;
                        longs[open + i * MEAN + 4] = 0;
                        longs[open + i * MEAN + 5] = 0;
                    }
                },
                "cases of the state with a point and without one do not fit 3 cases");
    }

    @Test
    void aSummaryThatNoCasesHaveIsRefused() {
        assertRefused(longs -> longs[COUNTS + FairnessSummary.Tally.CASES] = 4, "do not fit 4 cases, 2 with a point");
        assertRefused(longs -> longs[COUNTS + FairnessSummary.Tally.FAIR] = 3, "do not fit 3 cases");
        assertRefused(longs -> longs[COUNTS + FairnessSummary.Tally.FAIR] = -1, "count of cases must be at least 0");
        assertRefused(longs -> longs[COUNTS + FairnessSummary.Tally.WEAKEST]++, "do not fit 3 cases");
        assertRefused(longs -> longs[COUNTS + FairnessSummary.Tally.CAPS] = 4, "do not fit 3 cases");
        assertRefused(longs -> longs[COUNTS + FairnessSummary.Tally.BINS]++, "do not fit 3 cases");
        assertRefused(
                longs -> {
                    longs[COUNTS + FairnessSummary.Tally.BINS] = 2;
                    Arrays.fill(longs, COUNTS + FairnessSummary.Tally.BINS + 1, longs.length, 0);
                },
                "mean fairness of the state does not fit its bins");
        assertRefused(
                longs -> longs[HEAD + MEAN * FairnessSummary.Tally.UPPER + 4] = Double.doubleToLongBits(20),
                "lower bound of the state must be at most the upper");
        assertRefused(
                longs -> longs[HEAD + MEAN * FairnessSummary.Tally.COVERAGE + 4] = Double.doubleToLongBits(1.1),
                "mean of the state must be in [0, 1.0], but was 1.1");
    }

    private static void assertRefused(Consumer<long[]> damage, String message) {
        long[] longs = three().toLongs();
        damage.accept(longs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessSummary.fromLongs(DEFAULT, longs))
                .withMessageContaining(message);
    }

    @Test
    void otherPoliciesHaveOtherCodes() {
        assertThat(List.of(
                        code(DEFAULT),
                        code(OTHER),
                        code(DEFAULT.withFairThreshold(71)),
                        code(DEFAULT.withMinimumCoverage(0.4)),
                        code(DEFAULT.withWeights(FairnessWeights.TRANSACTION)),
                        code(DEFAULT.withWeights(FairnessWeights.RELATIONSHIP)),
                        code(DEFAULT.withCompensationCurve(CompensationCurve.SATISFACTION)),
                        code(DEFAULT.withCompensationCurve(CompensationCurve.FULL_REDRESS.withMidpoint(0.8))),
                        code(DEFAULT.withOverCompensationAbove(2)),
                        code(DEFAULT.withApologyWeights(1, 1, 1)),
                        code(DEFAULT.withEvidenceWeight(Evidence.CONTACTS, 2)),
                        code(DEFAULT.withRetention(Evidence.CONTACTS, 0.5))))
                .doesNotHaveDuplicates();
        assertThat(code(OTHER.withPower(1))).isEqualTo(code(DEFAULT));
    }

    private static long code(FairnessPolicy policy) {
        return FairnessSummary.Tally.of(FairnessScorer.by(policy)).toLongs()[2];
    }

    @Property(seed = "20261101", tries = 5_000)
    void changedLongsGiveAnErrorOrAPossibleState(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int changes) {
        Random random = new Random(seed);
        long[] longs = tally(random).toLongs();
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(longs.length);
            longs[at] = switch (random.nextInt(5)) {
                case 0 -> random.nextLong();
                case 1 -> longs[at] ^ 1L << random.nextInt(Long.SIZE);
                case 2 -> Double.doubleToLongBits(random.nextDouble() * 110 - 5);
                case 3 -> longs[random.nextInt(longs.length)];
                default -> longs[at] + random.nextInt(5) - 2;
            };
        }
        if (random.nextInt(10) == 0) {
            longs = Arrays.copyOf(longs, random.nextInt(2 * longs.length));
        }
        FairnessSummary back;
        try {
            back = FairnessSummary.fromLongs(DEFAULT, longs);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        assertThat(FairnessSummary.fromLongs(DEFAULT, back.toLongs())).isEqualTo(back);
        if (!back.isEmpty()) {
            assertThat(back.bounds().lower()).isBetween(0.0, 100.0);
        }
        for (FairnessMean mean : List.of(back.overall(), back.dimension(FairnessDimension.PROCESS))) {
            if (!mean.isEmpty()) {
                assertThat(mean.value()).isBetween(0.0, 100.0);
                Interval interval = mean.estimate().interval().orElse(new Interval(0, 100));
                assertThat(interval.lower()).isNotNegative();
                assertThat(interval.upper()).isLessThanOrEqualTo(100);
            }
        }
        if (!back.fair().isEmpty()) {
            assertThat(back.fair().value()).isBetween(0.0, 100.0);
        }
        assertThat(back.toString()).doesNotContain("NaN");
    }
}

package io.github.cxkit.metrics.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {

    private static final Quantity MINUTES =
            Quantity.amount("minutes", MetricUnit.of("minutes", " min", 1), Direction.LOWER_IS_BETTER);

    @ParameterizedTest
    @CsvSource({"1, 94187", "2, 23547", "3, 10466", "5, 3768", "10, 942", "15, 419", "20, 236"})
    void changesOfATypicalNps(double points, long perGroup) {
        assertThat(SampleSize.of(Nps.STANDARD, 6_000).toDetect(points)).isEqualTo(perGroup);
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 70, 69071, 2763, 691", "30, 30, 40, 108315, 4333, 1084", "50,  0, 50, 156978, 6280, 1570"})
    void changesFromAnNps(long detractors, long passives, long promoters, long one, long five, long ten) {
        SampleSize plan =
                SampleSize.from(Nps.promoters(promoters).passives(passives).detractors(detractors));
        assertThat(plan.toDetect(1)).isEqualTo(one);
        assertThat(plan.toDetect(5)).isEqualTo(five);
        assertThat(plan.toDetect(10)).isEqualTo(ten);
    }

    @ParameterizedTest
    @CsvSource({"100, 15.92", "400, 7.96", "1000, 5.04"})
    void marginOfErrorOfAnNps(long answers, double points) {
        SampleSize plan = SampleSize.from(Nps.promoters(45).passives(30).detractors(25));
        assertThat(plan.variance()).isCloseTo(6_600, within(1e-9));
        assertThat(plan.marginOfErrorWith(answers)).isCloseTo(points, within(0.005));
    }

    @Test
    void theDefaultsAre95PerCentAndAPowerOf80PerCent() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThat(plan.confidence()).isEqualTo(0.95);
        assertThat(plan.power()).isEqualTo(0.8);
        assertThat(plan.metric()).isEqualTo(Nps.STANDARD);
        assertThat(plan).hasToString("sample size for NPS: variance 6000.0, confidence 0.95, power 0.8");
    }

    @Test
    void theVarianceOfAShareIsPTimesTheRest() {
        Csat fourOfFive = Csat.from(Csat.TOP_2_OF_5, RatingCounts.of(Scale.highIsGood(1, 5), 10, 5, 5, 40, 40));
        assertThat(SampleSize.from(fourOfFive).variance()).isCloseTo(80 * 20, within(1e-9));
        assertThat(SampleSize.from(fourOfFive))
                .isNotEqualTo(SampleSize.of(Csat.TOP_2_OF_5, 1_600).withPower(0.9));
    }

    @Test
    void theVarianceOfAMeanHasTheDivisorNMinus1() {
        Mean mean = Mean.of(MINUTES, 1, 2, 3, 6);
        assertThat(SampleSize.from(mean).variance()).isCloseTo(14 / 3.0, within(1e-12));
        Ces ces = Ces.of(1, 2, 3, 6);
        assertThat(SampleSize.from(ces).variance()).isCloseTo(14 / 3.0, within(1e-12));
    }

    @Test
    void theVarianceOfWeightedAnswersIsWeighted() {
        RatingTally tally = RatingTally.on(Csat.TOP_2_OF_5.scale());
        tally.accept(5, 3);
        tally.accept(1, 1);
        Csat csat = Csat.from(Csat.TOP_2_OF_5, tally.counts());
        assertThat(csat.variance()).isCloseTo(75 * 25, within(1e-9));
        assertThat(SampleSize.from(csat).variance()).isCloseTo(75 * 25, within(1e-9));
    }

    @Test
    void equalAnswersTellNoVarianceAndItsIntervalStandsIn() {
        Nps onlyPassives = Nps.promoters(0).passives(50).detractors(0);
        assertThat(onlyPassives.variance()).isZero();
        double half = onlyPassives.estimate().interval().orElseThrow().width() / 2;
        double variance = SampleSize.from(onlyPassives).variance();
        assertThat(variance).isCloseTo(50 * Math.pow(half / 1.959963984540054, 2), within(1e-8));
        assertThat(variance).isGreaterThan(0);
    }

    @Test
    void limitsOfAnotherScoreTellAVarianceByTheirWidth() {
        Score score = new Given(MINUTES, 10, 25, new Uncertainty.Limits("x", z -> new Interval(10 - z, 10 + 3 * z)));
        assertThat(SampleSize.from(score).variance()).isCloseTo(2 * 2 * 25, within(1e-9));
    }

    @Test
    void moreThanTheWorstCaseIsNotPlannedFor() {
        Csat two = Csat.from(Csat.mean(Scale.highIsGood(1, 5)), RatingCounts.of(Scale.highIsGood(1, 5), 1, 0, 0, 0, 1));
        assertThat(SampleSize.from(two).variance()).isEqualTo(4);
    }

    @Test
    void theWorstCaseIsHalfTheAnswersAtEitherEnd() {
        assertThat(SampleSize.ofWorstCase(Nps.STANDARD).variance()).isEqualTo(10_000);
        assertThat(SampleSize.ofWorstCase(Csat.TOP_2_OF_5).variance()).isEqualTo(2_500);
        assertThat(SampleSize.ofWorstCase(Csat.mean(Scale.highIsGood(1, 5))).variance())
                .isEqualTo(4);
        assertThat(SampleSize.ofWorstCase(Csat.TOP_2_OF_5).forMarginOfError(5)).isEqualTo(385);
    }

    @Test
    void anInfiniteRangeHasNoWorstCase() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofWorstCase(MINUTES))
                .withMessage("minutes has no worst case, for its range is infinite\nMaybe state the variance.");
        assertThat(SampleSize.of(MINUTES, 1e300).variance()).isEqualTo(1e300);
    }

    @Test
    void theSameCustomersTwiceAreFewerThanTwoGroups() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThat(plan.toDetectPaired(5, 0.5)).isEqualTo(1_884);
        assertThat(plan.toDetectPaired(5, 0)).isEqualTo(plan.toDetect(5));
        assertThat(plan.toDetectPaired(5, -1))
                .isEqualTo(SampleSize.of(Nps.STANDARD, 6_000).toDetect(5 / Math.sqrt(2)));
        assertThat(plan.toDetectPaired(200, 0.999)).isEqualTo(2);
        for (double impossible : new double[] {1, 1.5, -1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.toDetectPaired(5, impossible))
                    .withMessage("correlation must be in [-1, 1), but was " + impossible);
        }
    }

    @Test
    void aSmallPopulationNeedsFewerAnswersForAMarginAndNoFewerForAChange() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        SampleSize ofFew = plan.withPopulation(1_200);
        assertThat(plan.forMarginOfError(5)).isEqualTo(922);
        assertThat(ofFew.forMarginOfError(5)).isEqualTo(522);
        assertThat(ofFew.marginOfErrorWith(522)).isLessThanOrEqualTo(5);
        assertThat(ofFew.marginOfErrorWith(521)).isGreaterThan(5);
        assertThat(ofFew.marginOfErrorWith(1_200)).isZero();
        assertThat(plan.withPopulation(1).marginOfErrorWith(1)).isZero();
        assertThat(plan.withPopulation(30).forMarginOfError(0.001)).isEqualTo(30);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofFew.marginOfErrorWith(1_201))
                .withMessage("answers must be at most the population, 1200, but were 1201");
        assertThatIllegalStateException().isThrownBy(() -> ofFew.toDetect(5));
        assertThatIllegalStateException().isThrownBy(() -> ofFew.toDetectPaired(5, 0.5));
        assertThatIllegalStateException()
                .isThrownBy(() -> ofFew.detectableWith(500))
                .withMessage("a change asks about causes and not about the list, so that a population of 1200 has no"
                        + " part in it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withPopulation(0))
                .withMessage("population must be at least 1, but was 0");
        assertThat(ofFew.population()).hasValue(1_200);
        assertThat(ofFew.withPower(0.9).withConfidence(0.9).population()).hasValue(1_200);
        assertThat(ofFew)
                .isNotEqualTo(plan)
                .isEqualTo(plan.withPopulation(1_200))
                .hasSameHashCodeAs(plan.withPopulation(1_200));
    }

    @Test
    void whatCanBeDetectedIsWhatWasPlannedFor() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThat(plan.detectableWith(942)).isCloseTo(10, within(0.002)).isLessThanOrEqualTo(10);
        assertThat(plan.detectableWith(1)).isCloseTo(306.9, within(0.05));
    }

    @Test
    void anExactNumberIsNotRoundedUpToTheNext() {
        assertThat(SampleSize.roundedUp(100 * (1 + 5e-15))).isEqualTo(100);
        assertThat(SampleSize.roundedUp(100 * (1 + 1e-12))).isEqualTo(101);
        assertThat(SampleSize.roundedUp(0.2)).isEqualTo(1);
    }

    @Test
    void moreAnswersThanALongCanCountAreAnError() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThat(plan.toDetect(1e-6)).isCloseTo(94_186_556_812_189_070L, within(100_000L));
        assertThatThrownBy(() -> plan.toDetect(1e-9))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("more answers needed than a long can count: 9.41865568121890");
        assertThatThrownBy(() -> plan.forMarginOfError(Double.MIN_VALUE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith("Infinity");
        assertThatThrownBy(() -> SampleSize.roundedUp(0x1p63)).isInstanceOf(ArithmeticException.class);
        assertThat(SampleSize.roundedUp(0x1p62)).isBetween((1L << 62) - (1L << 23), 1L << 62);
    }

    @Test
    void aMarginMustBePossible() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.forMarginOfError(0))
                .withMessage("margin of error in NPS must be in (0, 200.0], but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.toDetect(200.5))
                .withMessage("change to detect in NPS must be in (0, 200.0], but was 200.5");
        assertThat(plan.toDetect(200)).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> plan.toDetect(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.toDetect(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.of(MINUTES, 4).toDetect(Double.POSITIVE_INFINITY))
                .withMessage("change to detect in minutes must be in (0, ∞), but was Infinity");
    }

    @Test
    void thereMustBeAnswers() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.detectableWith(0))
                .withMessage("answers must be at least 1, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> plan.marginOfErrorWith(-1));
        assertThat(plan.marginOfErrorWith(1)).isCloseTo(151.8, within(0.05));
    }

    @Test
    void aVarianceMustBePossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.of(Nps.STANDARD, 10_001))
                .withMessage("variance of one answer of NPS must be in (0, 10000.0], but was 10001.0");
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.of(Nps.STANDARD, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.of(Nps.STANDARD, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.of(MINUTES, Double.POSITIVE_INFINITY))
                .withMessage("variance of one answer of minutes must be in (0, ∞), but was Infinity");
        assertThat(SampleSize.of(Nps.STANDARD, 10_000)).isEqualTo(SampleSize.ofWorstCase(Nps.STANDARD));
    }

    @Test
    void confidenceAndPowerAreProbabilities() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withConfidence(95))
                .withMessage("confidence must be between 0 and 1, but was 95.0\nMaybe 0.95 is meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withConfidence(0.5))
                .withMessage("confidence must be between 0.5 and 1, but was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withPower(80))
                .withMessage("power must be in [0.5, 1), but was 80.0\nMaybe 0.8 is meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withPower(1))
                .withMessage("power must be in [0.5, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withPower(0.4))
                .withMessage("power must be in [0.5, 1), but was 0.4");
        assertThatIllegalArgumentException().isThrownBy(() -> plan.withPower(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withPower(100))
                .withMessage("power must be in [0.5, 1), but was 100.0");
        assertThat(plan.withPower(0.5).power()).isEqualTo(0.5);
    }

    @Test
    void withAPowerOfOneHalfAChangeIsFoundWhereItsIntervalLeavesZeroOut() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000).withPower(0.5);
        assertThat(plan.exactToDetect(10)).isCloseTo(2 * plan.exactForMarginOfError(10), within(1e-9));
    }

    @Test
    void answersThatTellNoVarianceAreAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SampleSize.from(Ces.of(5, 5, 5)))
                .withMessage("CES 2.0 tells no variance: all answers are equal\nMaybe plan for the worst case.");
        assertThatIllegalStateException()
                .isThrownBy(() -> SampleSize.from(Nps.of()))
                .withMessage("NPS is undefined for zero answers");
        assertThatIllegalStateException()
                .isThrownBy(() -> SampleSize.from(Figure.exact(Nps.STANDARD, 30)))
                .withMessage("NPS tells no variance: its limits are 0.0 apart with an effective n of 0.0");
        Score endless =
                new Given(MINUTES, 10, 25, new Uncertainty.Limits("x", z -> new Interval(3, Double.POSITIVE_INFINITY)));
        assertThatIllegalStateException()
                .isThrownBy(() -> SampleSize.from(endless))
                .withMessage("minutes tells no variance: its limits are ∞ apart with an effective n of 25.0");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        SampleSize.from(new Given(MINUTES, 10, 25, new Uncertainty.NotEstimable("there are too few"))))
                .withMessage("minutes tells no variance: there are too few\nMaybe plan for the worst case.");
    }

    @Test
    void plansAreEqualWhenTheyRestOnTheSame() {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThat(plan.withConfidence(0.95)).isEqualTo(plan).hasSameHashCodeAs(plan);
        assertThat(plan.withConfidence(0.9)).isNotEqualTo(plan);
        assertThat(plan.withPower(0.9)).isNotEqualTo(plan);
        assertThat(SampleSize.of(Nps.STANDARD, 6_001)).isNotEqualTo(plan);
        assertThat(SampleSize.of(Nps.ONE_TO_TEN, 6_000)).isNotEqualTo(plan);
        assertThat(plan).isNotEqualTo("plan");
    }

    @Test
    void theAnswersPlannedForFindTheChangeAsOftenAsPromised() {
        double[] before = {0.30, 0.30};
        double[] after = {0.25, 0.30};
        long perGroup =
                SampleSize.from(Nps.promoters(40).passives(30).detractors(30)).toDetect(10);
        SplittableRandom random = new SplittableRandom(1);
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            Change change = Change.between(drawn(before, perGroup, random), drawn(after, perGroup, random));
            found += change.verdict() == Verdict.IMPROVED ? 1 : 0;
        }
        assertThat(found / 2_000.0).isBetween(0.78, 0.83);
    }

    /** Detractors and passives by these shares, the rest promoters. */
    private static Nps drawn(double[] shares, long answers, SplittableRandom random) {
        long detractors = 0;
        long passives = 0;
        for (long i = 0; i < answers; i++) {
            double chance = random.nextDouble();
            detractors += chance < shares[0] ? 1 : 0;
            passives += chance >= shares[0] && chance < shares[0] + shares[1] ? 1 : 0;
        }
        return Nps.promoters(answers - detractors - passives).passives(passives).detractors(detractors);
    }

    /** A score of which only what is needed here is known. */
    record Given(Metric metric, double value, long count, Uncertainty uncertainty) implements Score {
        @Override
        public double effectiveCount() {
            return count;
        }
    }
}

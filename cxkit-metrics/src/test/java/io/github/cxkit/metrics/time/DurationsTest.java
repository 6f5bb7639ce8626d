package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.Durations.toDurations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.cases.FirstContactResolution;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.time.Durations.QuantileType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);
    private static final Timing REPLY = Timing.of("first reply", ChronoUnit.MINUTES);

    private static Durations hours(long... hours) {
        return Durations.of(RESOLUTION, hours, TimeUnit.HOURS);
    }

    private static Durations hoursUpTo(int n) {
        return hours(LongStream.rangeClosed(1, n).toArray());
    }

    @Test
    void fiveDurationsHaveAMedianAndNoLimits() {
        Durations five = hours(50, 1, 4, 2, 3);
        assertThat(five.median().value()).isEqualTo(3);
        assertThat(five.median().duration()).isEqualTo(Duration.ofHours(3));
        assertThat(five.mean().value()).isEqualTo(12);
        assertThat(five).hasToString("median resolution 3.0 h (95% CI 0.0 to ∞, n=5)");
        assertThat(five.median().estimate().method()).isEqualTo("order statistics (binomial)");
        assertThat(five.median().estimate().notes()).isEmpty();
    }

    @Test
    void theTypeDecidesWhichNumberIsCalledThe80thPercentile() {
        Durations five = hours(1, 2, 3, 4, 5);
        assertThat(five.percentile(80).value()).isCloseTo(4.2, within(1e-12));
        assertThat(five.percentile(80, QuantileType.NEAREST_RANK).value()).isEqualTo(4);
        assertThat(five.percentile(80, QuantileType.MEDIAN_UNBIASED).value()).isCloseTo(4.6, within(1e-12));
        assertThat(five.percentile(0).value()).isEqualTo(1);
        assertThat(five.percentile(100).value()).isEqualTo(5);
        assertThat(five.percentile(0, QuantileType.NEAREST_RANK).value()).isEqualTo(1);
        assertThat(five.percentile(0, QuantileType.MEDIAN_UNBIASED).value()).isEqualTo(1);
        assertThat(five.percentile(100, QuantileType.MEDIAN_UNBIASED).value()).isEqualTo(5);
        assertThat(hours(7).percentile(30).value()).isEqualTo(7);
    }

    @Test
    void figuresOfDifferentKindsAreNotCompared() {
        Durations five = hours(1, 2, 3, 4, 5);
        assertThat(Stream.of(
                                five.median(),
                                five.percentile(90),
                                five.percentile(99.9),
                                five.percentile(90, QuantileType.NEAREST_RANK),
                                five.percentile(90, QuantileType.MEDIAN_UNBIASED),
                                five.mean(),
                                five.geometricMean())
                        .map(score -> score.metric().name()))
                .containsExactly(
                        "median resolution",
                        "p90 resolution",
                        "p99.9 resolution",
                        "nearest-rank p90 resolution",
                        "median-unbiased p90 resolution",
                        "mean resolution",
                        "geometric mean resolution");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(five.percentile(90), five.percentile(90, QuantileType.NEAREST_RANK)));
        assertThat(five.percentile(50)).isEqualTo(five.median());
    }

    /** 1,000 of 1,000 promised: the decimal as it was written, not the double below it. */
    @Test
    void theRankIsThatOfTheWrittenDecimal() {
        assertThat(Quantiles.nearestRank(1_000, 99.9)).isEqualTo(999);
        assertThat(Quantiles.nearestRank(1_000, 7)).isEqualTo(70);
        assertThat(Quantiles.nearestRank(100, 29)).isEqualTo(29);
        assertThat(Quantiles.nearestRank(1_000, 99.91)).isEqualTo(1_000);
        assertThat(Quantiles.nearestRank(Long.MAX_VALUE, 100)).isEqualTo(Long.MAX_VALUE);
        assertThat(hoursUpTo(101).percentile(7).value()).isEqualTo(8);
    }

    /** 0.9³⁶ is the first below 2.5 %, and 0.95⁷². */
    @Test
    void aHighPercentileHasAnUpperLimitFromAsManyDurationsAsItTakes() {
        assertThat(upper(hoursUpTo(35).percentile(90))).isInfinite();
        assertThat(upper(hoursUpTo(36).percentile(90))).isEqualTo(36);
        assertThat(upper(hoursUpTo(71).percentile(95))).isInfinite();
        assertThat(upper(hoursUpTo(72).percentile(95))).isEqualTo(72);
        assertThat(hoursUpTo(5).median().estimate().interval()).contains(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(hoursUpTo(6).median().estimate().interval()).contains(new Interval(1, 6));
    }

    private static double upper(TimeScore score) {
        return score.estimate().interval().orElseThrow().upper();
    }

    @Test
    void limitsReachTheValueWhereInterpolationLeavesThem() {
        assertThat(OrderStatistics.limits(3, 4, 5)).isEqualTo(new Interval(3, 5));
        assertThat(OrderStatistics.limits(6, 4, 5)).isEqualTo(new Interval(4, 6));
        assertThat(hoursUpTo(10).median().uncertainty().limits(5.5, 0)).contains(new Interval(5.5, 5.5));
    }

    @Test
    void aTargetIsTestedByTheLimitThatReachesIt() {
        TimeScore median = hoursUpTo(100).median();
        HypothesisTest at40 = median.testAgainst(39.5);
        assertThat(median.estimate(1 - at40.pValue() * 1.01)
                        .interval()
                        .orElseThrow()
                        .contains(39.5))
                .isFalse();
        assertThat(median.estimate(1 - at40.pValue() * 0.99)
                        .interval()
                        .orElseThrow()
                        .contains(39.5))
                .isTrue();
        assertThat(median.testAgainst(61.5).statistic()).isNegative();
        assertThat(median.testAgainst(61.5).pValue()).isBetween(0.0, 0.05);
        assertThat(median.testAgainst(55.5).pValue()).isBetween(0.05, 0.5);
        assertThat(median.testAgainst(1_000).pValue()).isLessThan(1e-20);
    }

    @Test
    void aChangeOfMediansWithoutLimitsHasNone() {
        Change change = Change.between(hours(1, 2, 3).median(), hours(3, 4, 5).median());
        assertThat(change.difference().value()).isEqualTo(2);
        assertThat(change.difference().interval().orElseThrow().upper()).isInfinite();
        Change sure = Change.between(hoursUpTo(100).median(), hoursUpTo(20).median());
        assertThat(sure.difference().value()).isEqualTo(-40);
        assertThat(sure.difference().interval().orElseThrow().upper()).isNegative();
        assertThat(sure.verdict()).hasToString("IMPROVED");
    }

    @Test
    void theGeometricMeanIsThatOfTheLogarithms() {
        Durations minutes = Durations.of(REPLY, Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(100));
        TimeScore mean = minutes.geometricMean();
        assertThat(mean.value()).isCloseTo(10, within(1e-12));
        assertThat(mean.metric().link().isAdditive()).isFalse();
        assertThat(minutes.mean().metric().link().isAdditive()).isTrue();
        // ln 10 = 2.302585, standard error ln 10 / √3, t(2) = 4.302653: a factor of 305.0
        Interval interval = mean.estimate().interval().orElseThrow();
        assertThat(interval.upper())
                .isCloseTo(10 * Math.exp(4.302652729911275 * Math.log(10) / Math.sqrt(3)), within(1e-6));
        assertThat(interval.lower()).isCloseTo(100 / interval.upper(), within(1e-9));
    }

    @Test
    void longDurationsThatHardlyDifferKeepTheirDigits() {
        long day = TimeUnit.DAYS.toNanos(30_000);
        Durations close = Durations.of(RESOLUTION, new long[] {day, day + 1_000_000}, TimeUnit.NANOSECONDS);
        TimeScore mean = close.geometricMean();
        double lower = mean.uncertainty().limits(1, 1).orElseThrow().lower();
        // standard error of the logarithms: half their distance
        assertThat(-Math.log(lower) / 1.8373).isCloseTo(0.5e6 / day, within(1e-4 * 0.5e6 / day));
        assertThat(close.mean().uncertainty().limits(0, 1).orElseThrow().upper() / 1.8373)
                .isCloseTo(0.5e6 / 3.6e12, within(1e-4 * 0.5e6 / 3.6e12));
    }

    @Test
    void aDurationOfZeroHasNoLogarithm() {
        assertThatIllegalStateException()
                .isThrownBy(() -> hours(0, 5, 0).geometricMean())
                .withMessage("geometric mean resolution is undefined: 2 of 3 durations are 0\n"
                        + "Maybe use Kaplan–Meier means up to a horizon.");
        assertThatIllegalStateException()
                .isThrownBy(() -> hours(0, 5).geometricMean())
                .withMessageStartingWith("geometric mean resolution is undefined: 1 of 2 durations is 0\n");
        assertThat(hours(0, 5, 0).median().value()).isZero();
        assertThat(hours(0).mean().value()).isZero();
    }

    @Test
    void oneDurationAndEqualOnesHaveMeansWithoutIntervals() {
        assertThat(hours(4).mean().estimate().notes())
                .containsExactly("no interval: a mean needs at least 2 durations");
        assertThat(hours(4).geometricMean().estimate().notes())
                .containsExactly("no interval: a geometric mean needs at least 2 durations");
        assertThat(hours(4, 4, 4).mean().estimate().notes()).containsExactly("no interval: all values are equal");
        assertThat(hours(4, 4, 4).geometricMean().estimate().notes())
                .containsExactly("no interval: all values are equal");
        assertThat(hours(4, 4, 4).geometricMean().value()).isEqualTo(4);
    }

    /** Two, not one: R's t.test(c(1, 3)). */
    @Test
    void theMeanHasATInterval() {
        Interval interval = hours(1, 3).mean().estimate().interval().orElseThrow();
        assertThat(interval.lower()).as("cut at 0").isZero();
        assertThat(interval.upper()).isCloseTo(2 + 12.706204736174707, within(1e-9));
        assertThat(hours(1, 3).mean().uncertainty())
                .isEqualTo(new io.github.cxkit.metrics.Uncertainty.StandardError(1, 1));
    }

    @Test
    void theSumIsExactBeyondALongOfNanoseconds() {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE);
        Durations three = Durations.of(RESOLUTION, longest, longest, longest);
        assertThat(three.total()).isEqualTo(longest.multipliedBy(3));
        assertThat(three.mean().value()).isEqualTo(RESOLUTION.toUnit(Long.MAX_VALUE));
        assertThat(three.mean().estimate().interval()).isEmpty();
        assertThat(three.max()).isEqualTo(longest);
        assertThat(Durations.of(RESOLUTION).total()).isZero();
    }

    @Test
    void theShareWithinALimitIncludesTheLimit() {
        Durations five = hours(1, 2, 2, 3, 50);
        assertThat(five.shareWithin(Duration.ofHours(2)))
                .isEqualTo(Share.of(ShareMetric.higherIsBetter("resolution within 2 h"), 3, 5));
        assertThat(five.shareWithin(Duration.ofHours(2).minusNanos(1)).counted())
                .isEqualTo(1);
        assertThat(five.shareWithin(Duration.ZERO).counted()).isZero();
        assertThat(five.shareWithin(Duration.ofHours(50)).counted()).isEqualTo(5);
        assertThat(five.shareWithin(Duration.ofMinutes(90)).metric().name()).isEqualTo("resolution within 90 min");
        assertThat(hours().shareWithin(Duration.ofHours(1)).isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> five.shareWithin(Duration.ofHours(-1)));
    }

    @Test
    void unitsAreConvertedExactly() {
        Durations expected = Durations.of(REPLY, Duration.ofMinutes(3), Duration.ofMinutes(1));
        assertThat(Durations.of(REPLY, new long[] {1, 3}, TimeUnit.MINUTES)).isEqualTo(expected);
        assertThat(Durations.of(REPLY, new long[] {180, 60}, TimeUnit.SECONDS)).isEqualTo(expected);
        assertThat(Durations.of(REPLY, new long[] {180_000, 60_000}, TimeUnit.MILLISECONDS))
                .isEqualTo(expected);
        assertThat(Durations.of(REPLY, new long[] {180_000_000_000L, 60_000_000_000L}, TimeUnit.NANOSECONDS))
                .isEqualTo(expected)
                .hasSameHashCodeAs(expected);
    }

    @Test
    void theCallersArrayIsLeftAlone() {
        long[] mine = {3, 1, 2};
        Durations durations = Durations.of(RESOLUTION, mine, TimeUnit.NANOSECONDS);
        assertThat(mine).containsExactly(3, 1, 2);
        mine[0] = 99;
        assertThat(durations.max()).isEqualTo(Duration.ofNanos(3));
        assertThat(durations.min()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void impossibleDurationsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.of(RESOLUTION, Duration.ofHours(1), Duration.ofHours(-1)))
                .withMessage("duration must be at least 0, but was PT-1H\n"
                        + "Maybe an end before its start: such rows have no duration.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours(5, -1))
                .withMessage("duration at index 1 must be at least 0, but was -1 hours\n"
                        + "Maybe an end before its start: such rows have no duration.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.of(RESOLUTION, Duration.ofDays(365 * 300)))
                .withMessage("duration must be at most 292 years (2^63 - 1 nanoseconds), but was PT2628000H\n"
                        + "Maybe a missing date was read as one far away.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours(2_628_000))
                .withMessageStartingWith("duration at index 0 must be at most 292 years");
        assertThat(hours(Long.MAX_VALUE / TimeUnit.HOURS.toNanos(1)).count()).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> hours(Long.MAX_VALUE / TimeUnit.HOURS.toNanos(1) + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours(1).percentile(100.5))
                .withMessage("percentile must be in [0, 100], but was 100.5");
        assertThatIllegalArgumentException().isThrownBy(() -> hours(1).percentile(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> hours(1).percentile(Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 90", "0.5, 50", "0.955, 95.5", "0.999, 99.9", "0.01, 1"})
    void aShareIsNoPercentile(double share, String meant) {
        ApproximateDurations approximate =
                Stream.of(Duration.ofHours(1)).collect(ApproximateDurations.toApproximateDurations(RESOLUTION, x -> x));
        List<ThrowableAssert.ThrowingCallable> askedForShares = List.of(
                () -> hours(1).percentile(share),
                () -> hours(1).percentile(share, QuantileType.NEAREST_RANK),
                () -> approximate.percentile(share),
                () -> approximate.percentileAtLeast(share),
                () -> approximate.percentileAtMost(share));
        for (ThrowableAssert.ThrowingCallable asked : askedForShares) {
            assertThatIllegalArgumentException()
                    .isThrownBy(asked)
                    .withMessage("percentile must be in per cent, not a share, but was " + share + "\nMaybe " + meant
                            + " is meant.");
        }
        assertThat(hours(1, 2, 3).percentile(1).value()).isEqualTo(1.02);
    }

    @Test
    void moreThanAnArrayHoldsIsRefused() {
        assertThat(NanoList.checkSize(Integer.MAX_VALUE - 8L)).isEqualTo(Integer.MAX_VALUE - 8);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> NanoList.checkSize(Integer.MAX_VALUE - 7L))
                .withMessage("number of durations must be at most 2147483639, but was 2147483640\n"
                        + "Maybe use ApproximateDurations.Tally, which takes any number.");
    }

    @Test
    void noDurationsHaveNoFigures() {
        Durations none = hours();
        assertThat(none.isEmpty()).isTrue();
        assertThat(hours(1).isEmpty()).isFalse();
        assertThat(none.timing()).isEqualTo(RESOLUTION);
        assertThat(none).hasToString("resolution undefined (n=0)");
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable figure :
                Arrays.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>asList(
                        none::mean, none::geometricMean, none::median, none::min, none::max)) {
            assertThatIllegalStateException()
                    .isThrownBy(figure)
                    .withMessage("resolution is undefined for zero durations");
        }
    }

    @Test
    void collectsTheCallersRowsInAnyNumberOfThreads() {
        Durations collected =
                LongStream.rangeClosed(1, 1_000).boxed().parallel().collect(toDurations(RESOLUTION, Duration::ofHours));
        assertThat(collected).isEqualTo(hoursUpTo(1_000));
        assertThat(Stream.<Long>empty().collect(toDurations(RESOLUTION, Duration::ofHours)))
                .isEqualTo(hours());
    }

    @Test
    void differentTimingsAreNotMerged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours(1).plus(Durations.of(REPLY)))
                .withMessageContainingAll("resolution", "first reply", "cannot be merged");
        assertThat(hours(1)).isNotEqualTo(hours(2)).isNotEqualTo(Durations.of(REPLY, Duration.ofHours(1)));
        assertThat(hours(1))
                .isNotEqualTo(Waits.over(RESOLUTION, Duration.ofHours(1)).closedOnly());
    }

    /** Beyond an int the ranks are those of the normal distribution, and meet the binomial ones where both can be had. */
    @Test
    void ranksOfMoreThanAnIntCanCountAreJustAsWide() {
        OrderStatistics most = OrderStatistics.of(Integer.MAX_VALUE, 90, 1.959963984540054);
        OrderStatistics more = OrderStatistics.of(Integer.MAX_VALUE + 1L, 90, 1.959963984540054);
        assertThat(more.lower()).isBetween(most.lower() - 4, most.lower() + 1);
        assertThat(more.upper()).isBetween(most.upper() - 1, most.upper() + 4);
        long all = 1L << 62;
        assertThat(OrderStatistics.of(all, 0, 2)).isEqualTo(new OrderStatistics(0, 1));
        assertThat(OrderStatistics.of(all, 100, 2)).isEqualTo(new OrderStatistics(all - 1, all + 1));
    }

    @Test
    void ranksAtTheEndsOfTheTail() {
        assertThat(OrderStatistics.of(100, 50, 50)).as("a tail of 0").isEqualTo(new OrderStatistics(0, 101));
        assertThat(OrderStatistics.of(100, 0, 2)).isEqualTo(new OrderStatistics(0, 1));
        assertThat(OrderStatistics.of(100, 100, 2)).isEqualTo(new OrderStatistics(100, 101));
        // P(B = 0) of 5 is 1/32, met exactly by a confidence of 15/16.
        double z = org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                .inverseSurvivalProbability(1.0 / 32);
        assertThat(OrderStatistics.of(5, 50, z)).isEqualTo(new OrderStatistics(1, 5));
    }

    @Test
    void tellsTheFiguresOfTheGuide() {
        Timing resolution = Timing.of("resolution", ChronoUnit.HOURS);
        Durations took = Durations.of(resolution, new long[] {3, 1, 50, 2, 4, 7}, TimeUnit.HOURS);
        assertThat(took.median()).hasToString("median resolution 3.5 h (95% CI 1.0 to 50.0, n=6)");
        assertThat(took.percentile(90).value()).isEqualTo(28.5);
        assertThat(took.shareWithin(Duration.ofHours(4)))
                .hasToString("resolution within 4 h 66.7% (95% CI 30.0 to 90.3, n=6)");
        Waits waits = Waits.over(resolution, Duration.ofHours(5)).plus(Waits.open(resolution, Duration.ofHours(30)));
        assertThat(waits.openShare().value()).isEqualTo(50);
        assertThat(waits.closedOnly().warning())
                .contains("closed cases only: 50.0% (1 of 2) are still open, so times look shorter than they are");
    }

    /** A number of days that no duration holds either. */
    @Test
    void numbersTooLongForADurationAreRefusedWithTheirIndex() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.of(RESOLUTION, new long[] {1, 2, Long.MAX_VALUE}, TimeUnit.DAYS))
                .withMessage("duration at index 2 must be at most 292 years (2^63 - 1 nanoseconds), but was "
                        + "9223372036854775807 days\nMaybe a missing date was read as one far away.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.of(RESOLUTION, new long[] {Long.MIN_VALUE}, TimeUnit.DAYS))
                .withMessageStartingWith("duration at index 0 must be at least 0, but was -9223372036854775808 days");
    }

    @Test
    void aLimitIsNotCalledADuration() {
        Durations one = hours(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.shareWithin(Duration.ofHours(-1)))
                .withMessage("limit must be at least 0, but was PT-1H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.shareWithin(ChronoUnit.FOREVER.getDuration()))
                .withMessageStartingWith("limit must be at most 292 years (2^63 - 1 nanoseconds), but was PT");
        assertThat(one.shareWithin(Duration.ofNanos(Long.MAX_VALUE)).value()).isEqualTo(100);
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatIsMissingIsNamed() {
        Duration none = null;
        assertThatNullPointerException()
                .isThrownBy(() -> Durations.of(RESOLUTION, Duration.ZERO, none))
                .withMessage("lengths[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> Durations.of(RESOLUTION, none))
                .withMessage("lengths[0]");
        assertThatNullPointerException()
                .isThrownBy(() -> Durations.of(RESOLUTION, new long[1], null))
                .withMessage("unit");
        assertThatNullPointerException()
                .isThrownBy(() -> Durations.of(RESOLUTION, null, TimeUnit.DAYS))
                .withMessage("lengths");
        assertThatNullPointerException()
                .isThrownBy(() -> hours(1).shareWithin(none))
                .withMessage("limit");
        assertThatNullPointerException()
                .isThrownBy(() -> Stream.of(1).collect(toDurations(RESOLUTION, row -> none)))
                .withMessage("length");
        assertThatNullPointerException().isThrownBy(() -> Timing.of("x", null)).withMessage("unit");
        assertThatNullPointerException()
                .isThrownBy(() -> Timing.of(null, ChronoUnit.DAYS))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> Waits.open(RESOLUTION, none))
                .withMessage("soFar[0]");
        assertThatNullPointerException()
                .isThrownBy(() -> Waits.over(RESOLUTION, (Duration[]) null))
                .withMessage("lengths");
        assertThatNullPointerException()
                .isThrownBy(() -> Waits.seenAt(Instant.EPOCH, RESOLUTION, null))
                .withMessage("waits");
        Waits one = Waits.over(RESOLUTION, Duration.ZERO);
        assertThatNullPointerException()
                .isThrownBy(() -> one.kaplanMeier().withinShare(none))
                .withMessage("time");
        assertThatNullPointerException()
                .isThrownBy(() -> one.kaplanMeier().restrictedMean(none))
                .withMessage("longestCounted");
        assertThatNullPointerException()
                .isThrownBy(() -> LogRank.between(one, null))
                .withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> TargetAttainment.of(one, none))
                .withMessage("target");
        assertThatNullPointerException()
                .isThrownBy(() -> TargetAttainment.of(null, Duration.ZERO))
                .withMessage("waits");
        assertThatNullPointerException()
                .isThrownBy(() -> FirstContactResolution.within(none))
                .withMessage("window");
        assertThatNullPointerException()
                .isThrownBy(() -> Tolerance.waitLongerThan(1, none))
                .withMessage("wait");
    }
}

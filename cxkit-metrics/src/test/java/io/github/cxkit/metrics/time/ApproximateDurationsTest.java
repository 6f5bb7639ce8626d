package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.ApproximateDurations.toApproximateDurations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.change.Change;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApproximateDurationsTest {

    private static final Timing REPLY = Timing.of("first reply", ChronoUnit.MINUTES);

    private static ApproximateDurations.Tally tally(long... minutes) {
        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(REPLY);
        for (long length : minutes) {
            tally.accept(Duration.ofMinutes(length));
        }
        return tally;
    }

    private static ApproximateDurations minutes(long... minutes) {
        return tally(minutes).durations();
    }

    @Test
    void saysThatItsPercentilesAreApproximate() {
        ApproximateDurations replies = LongStream.rangeClosed(1, 1_000)
                .boxed()
                .parallel()
                .collect(toApproximateDurations(REPLY, Duration::ofMinutes));
        assertThat(replies.percentile(90).metric().name()).isEqualTo("approximate p90 first reply");
        assertThat(replies.percentile(90).value()).isCloseTo(900, within(900 * replies.relativeError()));
        assertThat(Duration.ofHours(15)).isBetween(replies.percentileAtLeast(90), replies.percentileAtMost(90));
        assertThat(replies).hasToString(replies.median().toString());
        assertThat(replies.toString())
                .startsWith("approximate median first reply 50")
                .contains("95% CI 46", "n=1000");
        assertThat(replies.relativeError()).isEqualTo(1.0 / 256);
        assertThat(replies.median().estimate().method()).isEqualTo("order statistics (binomial)");
        Durations exact = Durations.of(REPLY, Duration.ofMinutes(500));
        assertThatIllegalArgumentException().isThrownBy(() -> Change.between(exact.median(), replies.median()));
    }

    @Test
    void countSumMeanAndEndsAreExact() {
        ApproximateDurations replies = minutes(7, 1_001, 3);
        assertThat(replies.count()).isEqualTo(3);
        assertThat(replies.total()).isEqualTo(Duration.ofMinutes(1_011));
        assertThat(replies.min()).isEqualTo(Duration.ofMinutes(3));
        assertThat(replies.max()).isEqualTo(Duration.ofMinutes(1_001));
        assertThat(replies.mean())
                .isEqualTo(Durations.of(REPLY, Duration.ofMinutes(7), Duration.ofMinutes(1_001), Duration.ofMinutes(3))
                        .mean());
        assertThat(replies.timing()).isEqualTo(REPLY);
    }

    /** A histogram would call them equal. */
    @Test
    void theMeanOfDurationsInOneStepHasAnInterval() {
        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(REPLY);
        tally.acceptNanos(1_000_000_000);
        tally.acceptNanos(1_000_000_002);
        assertThat(tally.durations().mean().uncertainty())
                .isEqualTo(new io.github.cxkit.metrics.Uncertainty.StandardError(REPLY.toUnit(1), 1));
    }

    @Test
    void onePercentileIsItselfAndEqualOnesAreExact() {
        assertThat(minutes(42).percentile(99).value()).isEqualTo(42);
        assertThat(minutes(42, 42).median().value()).isEqualTo(42);
        assertThat(minutes(42, 42).median().uncertainty().limits(42, 0)).contains(new Interval(42, 42));
        assertThat(minutes(42).median().estimate().interval()).contains(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(minutes(42).percentileAtLeast(0)).isEqualTo(Duration.ofMinutes(42));
        assertThat(minutes(42).percentileAtMost(100)).isEqualTo(Duration.ofMinutes(42));
    }

    @Test
    void limitsAreTheOuterEndsOfTheirSteps() {
        ApproximateDurations six = minutes(10, 20, 30, 40, 50, 60);
        assertThat(six.median().estimate().interval()).contains(new Interval(10, 60));
        ApproximateDurations nine = minutes(10, 20, 30, 40, 50, 60, 70, 80, 90);
        Interval limits = nine.median().estimate().interval().orElseThrow();
        assertThat(limits.lower()).isBetween(20 * (1 - 1.0 / 128), Math.nextDown(20.0));
        assertThat(limits.upper()).isBetween(Math.nextUp(80.0), 80 * (1 + 1.0 / 128));
    }

    /** 1/128 of what they hold, from 256 on; one number each below. */
    @Test
    void stepsAreNarrowAndLeaveNoGap() {
        for (int i = 0; i < LogBuckets.SIZE; i++) {
            assertThat(LogBuckets.indexOf(LogBuckets.lowest(i))).isEqualTo(i);
            assertThat(LogBuckets.indexOf(LogBuckets.highest(i))).isEqualTo(i);
            assertThat(LogBuckets.middle(i)).isBetween(LogBuckets.lowest(i), LogBuckets.highest(i));
            long farthest =
                    Math.max(LogBuckets.highest(i) - LogBuckets.middle(i), LogBuckets.middle(i) - LogBuckets.lowest(i));
            assertThat(farthest / Math.max(1.0, LogBuckets.lowest(i))).isLessThanOrEqualTo(1.0 / 256);
            if (i > 0) {
                assertThat(LogBuckets.lowest(i)).isEqualTo(LogBuckets.highest(i - 1) + 1);
            }
        }
        assertThat(LogBuckets.lowest(0)).isZero();
        assertThat(LogBuckets.highest(255)).isEqualTo(255);
        assertThat(LogBuckets.highest(256)).isEqualTo(257);
        assertThat(LogBuckets.highest(LogBuckets.SIZE - 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(LogBuckets.SIZE).isEqualTo(7_296);
    }

    @Test
    void theWholeRangeIsTaken() {
        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(REPLY);
        tally.acceptNanos(0);
        tally.acceptNanos(Long.MAX_VALUE);
        tally.accept(Duration.ofNanos(Long.MAX_VALUE));
        ApproximateDurations durations = tally.durations();
        assertThat(durations.total()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE).multipliedBy(2));
        assertThat(durations.percentile(100).value())
                .isCloseTo(REPLY.toUnit(Long.MAX_VALUE), within(1e-2 * REPLY.toUnit(Long.MAX_VALUE)));
        assertThat(durations.percentileAtMost(100)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(durations.percentile(0).value()).isZero();
    }

    @Test
    void sumsOfSquaresAreExactBeyond128Bits() {
        long[] lengths = {Long.MAX_VALUE, 3, Long.MAX_VALUE - 1, 1L << 62, Long.MAX_VALUE, 0xFFFFFFFFL, 77};
        NanoMoments moments = new NanoMoments();
        moments.add(lengths, 6);
        BigInteger sum = sum(lengths, 6, 1);
        BigInteger squares = sum(lengths, 6, 2);
        for (int doubled = 0; doubled < 60; doubled++) {
            assertThat(moments.sum()).isEqualTo(sum);
            assertThat(moments.sumOfSquares()).isEqualTo(squares);
            moments.add(moments.copy());
            sum = sum.shiftLeft(1);
            squares = squares.shiftLeft(1);
        }
    }

    /** 2^54 − 1 is the longest that is summed without carries, in batches of 512; one more, or one longer, goes the other way. */
    @Test
    void sumsOfFullBatchesAreExact() {
        for (long longest : new long[] {(1L << 54) - 1, 1L << 54, 1L << 61}) {
            for (int size : new int[] {511, 512, 513, 1_300}) {
                long[] lengths =
                        LongStream.range(0, size).map(i -> longest - (i & 1)).toArray();
                NanoMoments moments = new NanoMoments();
                if (longest < NanoMoments.NARROW && size <= NanoMoments.BATCH) {
                    moments.addBatch(lengths, size);
                } else {
                    moments.add(lengths, size);
                }
                assertThat(moments.sum()).isEqualTo(sum(lengths, size, 1));
                assertThat(moments.sumOfSquares()).isEqualTo(sum(lengths, size, 2));
                ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(REPLY);
                LongStream.of(lengths).forEach(tally::acceptNanos);
                assertThat(tally.durations().count()).isEqualTo(size);
                assertThat(tally.durations().mean())
                        .isEqualTo(Durations.of(REPLY, lengths, TimeUnit.NANOSECONDS)
                                .mean());
            }
        }
    }

    private static BigInteger sum(long[] lengths, int size, int power) {
        return LongStream.of(lengths)
                .limit(size)
                .mapToObj(nanos -> BigInteger.valueOf(nanos).pow(power))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Test
    void countsReachFarBeyondAnInt() {
        ApproximateDurations durations = minutes(10, 20, 30);
        for (int doubled = 0; doubled < 61; doubled++) {
            durations = durations.plus(durations);
        }
        assertThat(durations.count()).isEqualTo(3L << 61);
        assertThat(durations.mean().value()).isEqualTo(20);
        assertThat(durations.median().value()).isCloseTo(20, within(20.0 / 256));
        assertThat(durations.median().estimate().interval().orElseThrow().width())
                .isLessThan(20.0 / 64);
        ApproximateDurations most = durations;
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(most));
    }

    @Test
    void theTallyGoesOnAfterItWasRead() {
        ApproximateDurations.Tally tally = tally(5);
        ApproximateDurations before = tally.durations();
        tally.accept(Duration.ofMinutes(7));
        assertThat(before).isEqualTo(minutes(5));
        assertThat(tally.durations()).isEqualTo(minutes(7, 5)).hasSameHashCodeAs(minutes(5, 7));
        ApproximateDurations.Tally other = tally(1, 9);
        assertThat(tally.combine(other).durations()).isEqualTo(minutes(1, 5, 7, 9));
        assertThat(other.durations()).isEqualTo(minutes(1, 9));
    }

    @Test
    void aRefusedDurationIsNotTaken() {
        ApproximateDurations.Tally tally = tally(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.acceptNanos(-1))
                .withMessageStartingWith("duration must be at least 0, but was PT-0.000000001S");
        assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(Duration.ofDays(120_000)));
        assertThat(tally.durations()).isEqualTo(minutes(5));
    }

    @Test
    void differentDurationsAreNotEqual() {
        assertThat(minutes(5)).isNotEqualTo(minutes(6)).isNotEqualTo(minutes(5, 5));
        ApproximateDurations.Tally near = ApproximateDurations.Tally.of(REPLY);
        near.acceptNanos(Duration.ofMinutes(5).toNanos() + 1);
        assertThat(near.durations()).as("the same step").isNotEqualTo(minutes(5));
        assertThat(minutes())
                .isNotEqualTo(ApproximateDurations.Tally.of(Timing.of("resolution", ChronoUnit.MINUTES))
                        .durations());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minutes()
                        .plus(ApproximateDurations.Tally.of(Timing.of("resolution", ChronoUnit.MINUTES))
                                .durations()))
                .withMessageContainingAll("first reply", "resolution");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        tally().combine(ApproximateDurations.Tally.of(Timing.of("resolution", ChronoUnit.MINUTES))));
    }

    @Test
    void noDurationsHaveNoFigures() {
        ApproximateDurations none = minutes();
        assertThat(none.isEmpty()).isTrue();
        assertThat(minutes(1).isEmpty()).isFalse();
        assertThat(none.total()).isZero();
        assertThat(none.plus(minutes(3))).isEqualTo(minutes(3));
        assertThat(none).hasToString("first reply undefined (n=0)").isEqualTo(none.plus(none));
        Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        none::mean,
                        none::median,
                        none::min,
                        none::max,
                        () -> none.percentileAtLeast(9),
                        () -> none.percentileAtMost(9))
                .forEach(figure -> assertThatIllegalStateException()
                        .isThrownBy(figure)
                        .withMessage("first reply is undefined for zero durations"));
        assertThatIllegalArgumentException().isThrownBy(() -> minutes(1).percentile(101));
    }

    /** Added to itself 62 times one duration becomes 2^62 of them; the 63rd time there would be more than a long can count. */
    @Test
    void moreThanALongCanCountAreNotAdded() {
        ApproximateDurations.Tally tally = tally(3);
        for (int i = 0; i < 62; i++) {
            tally.combine(tally);
        }
        ApproximateDurations before = tally.durations();
        assertThat(before.count()).isEqualTo(1L << 62);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> tally.combine(tally));
        assertThat(tally.durations()).isEqualTo(before);
    }

    /** No step overflows, but all together do. */
    @Test
    void theSumOverAllStepsCounts() {
        ApproximateDurations.Tally one = tally(3);
        ApproximateDurations.Tally other = tally(500);
        for (int i = 0; i < 62; i++) {
            one.combine(one);
            other.combine(other);
        }
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> one.combine(other));
        assertThat(one.durations().max()).isEqualTo(Duration.ofMinutes(3));
    }
}

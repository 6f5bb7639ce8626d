package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.time.Durations.QuantileType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of exact and approximate durations. */
class DurationsProperties {

    private static final Timing TIMING = Timing.of("time", ChronoUnit.MILLIS);

    private static long[] array(List<Long> nanos) {
        return nanos.stream().mapToLong(x -> x).toArray();
    }

    private static Durations exact(List<Long> nanos) {
        return Durations.of(TIMING, array(nanos), TimeUnit.NANOSECONDS);
    }

    private static ApproximateDurations.Tally tally(List<Long> nanos) {
        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(TIMING);
        nanos.forEach(tally::acceptNanos);
        return tally;
    }

    @Property(tries = 300)
    void percentilesRiseWithPAndStayBetweenTheEnds(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0) Long> nanos,
            @ForAll @DoubleRange(min = 1, max = 100) double one,
            @ForAll @DoubleRange(min = 1, max = 100) double other,
            @ForAll QuantileType type) {
        Durations durations = exact(nanos);
        double low = durations.percentile(Math.min(one, other), type).value();
        double high = durations.percentile(Math.max(one, other), type).value();
        assertThat(low).isLessThanOrEqualTo(high);
        assertThat(low).isGreaterThanOrEqualTo(TIMING.toUnit(Collections.min(nanos)));
        assertThat(high).isLessThanOrEqualTo(TIMING.toUnit(Collections.max(nanos)));
    }

    @Property(tries = 300)
    void limitsContainTheValueAndNest(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> nanos,
            @ForAll @DoubleRange(min = 1, max = 100) double percent,
            @ForAll @DoubleRange(min = 0, max = 6) double one,
            @ForAll @DoubleRange(min = 0, max = 6) double other) {
        for (TimeScore score : List.of(
                exact(nanos).percentile(percent), tally(nanos).durations().percentile(percent))) {
            Interval inner = score.uncertainty()
                    .limits(score.value(), Math.min(one, other))
                    .orElseThrow();
            Interval outer = score.uncertainty()
                    .limits(score.value(), Math.max(one, other))
                    .orElseThrow();
            assertThat(inner.contains(score.value())).isTrue();
            assertThat(outer.lower()).isLessThanOrEqualTo(inner.lower()).isGreaterThanOrEqualTo(0);
            assertThat(outer.upper()).isGreaterThanOrEqualTo(inner.upper());
        }
    }

    @Property(tries = 200)
    void mergingInAnyOrderGivesTheSameBits(
            @ForAll @Size(max = 20) List<@LongRange(min = 0) Long> one,
            @ForAll @Size(max = 20) List<@LongRange(min = 0) Long> other,
            @ForAll @Size(max = 20) List<@LongRange(min = 0) Long> third,
            @ForAll Random random) {
        List<Long> all = new ArrayList<>(one);
        all.addAll(other);
        all.addAll(third);
        Collections.shuffle(all, random);

        Durations batch = exact(all);
        assertThat(exact(one).plus(exact(other)).plus(exact(third))).isEqualTo(batch);
        assertThat(exact(third).plus(exact(one).plus(exact(other)))).isEqualTo(batch);

        ApproximateDurations approximate = tally(all).durations();
        ApproximateDurations merged = tally(one)
                .durations()
                .plus(tally(other).durations())
                .plus(tally(third).durations());
        assertThat(merged).isEqualTo(approximate).hasSameHashCodeAs(approximate);
        assertThat(tally(third).combine(tally(one).combine(tally(other))).durations())
                .isEqualTo(approximate);
        if (!all.isEmpty()) {
            assertThat(merged.mean()).isEqualTo(batch.mean());
            assertThat(merged.percentile(90)).isEqualTo(approximate.percentile(90));
            assertThat(merged.total()).isEqualTo(batch.total());
        }
    }

    @Property(tries = 300)
    void theHistogramIsWithinItsErrorOfTheNearestRank(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0) Long> nanos,
            @ForAll @DoubleRange(min = 1, max = 100) double percent) {
        TimeScore exact = exact(nanos).percentile(percent, QuantileType.NEAREST_RANK);
        ApproximateDurations durations = tally(nanos).durations();
        TimeScore approximate = durations.percentile(percent);
        assertThat(approximate.value())
                .isCloseTo(exact.value(), within(exact.value() * durations.relativeError() + 1e-15));
        double truth = exact.value();
        assertThat(TIMING.toUnit(durations.percentileAtLeast(percent).toNanos()))
                .isLessThanOrEqualTo(truth);
        assertThat(TIMING.toUnit(durations.percentileAtMost(percent).toNanos())).isGreaterThanOrEqualTo(truth);
        // What holds of the limits of the one holds of those of the other.
        Interval limits =
                approximate.uncertainty().limits(approximate.value(), 1.96).orElseThrow();
        Interval exactLimits = exact.uncertainty().limits(exact.value(), 1.96).orElseThrow();
        assertThat(limits.lower()).isLessThanOrEqualTo(exactLimits.lower());
        assertThat(limits.upper()).isGreaterThanOrEqualTo(exactLimits.upper());
    }

    @Property(tries = 200)
    void stretchingEveryDurationStretchesTheMeans(
            @ForAll @Size(min = 2, max = 30) List<@LongRange(min = 1, max = 1_000_000_000_000L) Long> nanos) {
        Durations once = exact(nanos);
        Durations thrice = exact(nanos.stream().map(x -> 3 * x).toList());
        double mean = once.mean().value();
        assertThat(thrice.mean().value()).isCloseTo(3 * mean, within(1e-12 * mean));
        double geometric = once.geometricMean().value();
        assertThat(thrice.geometricMean().value()).isCloseTo(3 * geometric, within(1e-11 * geometric));
        assertThat(geometric).isLessThanOrEqualTo(mean * (1 + 1e-12));
        assertThat(thrice.geometricMean().estimate().interval().isPresent())
                .isEqualTo(nanos.stream().distinct().count() > 1);
    }

    @Property(tries = 100)
    void theShareWithinIsWhatALoopCounts(
            @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 50) Long> nanos,
            @ForAll @LongRange(min = 0, max = 60) long limit) {
        assertThat(exact(nanos).shareWithin(java.time.Duration.ofNanos(limit)).counted())
                .isEqualTo(nanos.stream().filter(x -> x <= limit).count());
    }
}

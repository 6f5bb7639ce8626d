package io.github.cxkit.metrics.time;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mergeable;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Sums;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * How long many things took that are over, in a histogram of at most 58 kB whatever their number: count, sum, mean, shortest and longest are exact,
 * percentiles within 0.4 %.
 *
 * <p>A 90th percentile that is 100 minutes is told as something between 99.6 and 100.4 minutes, and {@link #percentileAtLeast} and {@link #percentileAtMost}
 * enclose it.
 *
 * <pre>{@code
 * ApproximateDurations replies = stream.collect(toApproximateDurations(Timing.of("first reply", ChronoUnit.MINUTES), Reply::took));
 * replies.percentile(90);       // approximate p90 first reply ...
 * replies.plus(otherServer);    // the same bits in any order
 * }</pre>
 *
 * <ul>
 *   <li>For up to a few million durations {@link Durations} is exact and just as easy.
 *   <li>Its percentiles are called approximate, and are not compared with exact ones: where many durations are equal, a difference of 0.4 % between the two
 *       would pass for a change. Its mean is exact and is compared with any.
 *   <li>There is no geometric mean: where durations hardly differ, a histogram does not tell by how much.
 *   <li>None is legal, as the identity of {@link #plus}, and has no figures.
 * </ul>
 *
 * @see <a href="https://doi.org/10.14778/3352063.3352135">Masson, Rim and Lee (2019), DDSketch: sketches with relative-error guarantees; here with linear
 *     steps within each power of two</a>
 */
public final class ApproximateDurations implements Mergeable<ApproximateDurations> {

    private final Timing timing;
    private final LogBuckets buckets;
    private final NanoMoments moments;
    private final long count;
    private final long min;
    private final long max;

    /** Takes the moments over. */
    ApproximateDurations(Timing timing, LogBuckets buckets, NanoMoments moments, long min, long max) {
        this.timing = timing;
        this.buckets = buckets;
        this.moments = moments;
        this.count = buckets.count();
        this.min = min;
        this.max = max;
    }

    /**
     * Returns a collector of the caller's own rows into a histogram of durations; one row is one case that is over.
     *
     * @param <T> the row type
     * @param timing what is timed
     * @param length reads how long a row took
     * @return the collector, which throws {@link IllegalArgumentException} for a duration that is negative or exceeds 292 years
     */
    public static <T> Collector<T, ?, ApproximateDurations> toApproximateDurations(
            Timing timing, Function<? super T, Duration> length) {
        return Collector.of(
                () -> Tally.of(timing),
                (tally, row) -> tally.accept(length.apply(row)),
                Tally::combine,
                Tally::durations);
    }

    /**
     * Returns the durations that {@link #toLongs()} wrote.
     *
     * @param timing what is timed
     * @param longs what was written
     * @return the durations, equal to those that were written
     * @throws IllegalArgumentException if it is no state of durations of this timing, or no durations could give it
     */
    public static ApproximateDurations fromLongs(Timing timing, long[] longs) {
        return HistogramState.read(timing, longs);
    }

    /**
     * Returns the histogram and the exact sums as longs, for a database row, a message or another machine: two longs for each bucket in use. They do not add up column by
     * column: {@link #plus} does.
     *
     * <p>Layout: 1; 10 for approximate durations; the code of the timing; the shortest and the longest in nanoseconds, −1 for none; the sum in 2 and the sum of squares in 3
     * longs, the lowest bits first; the number of buckets in use, and of each its index, ascending, and its count.
     *
     * @return a new array
     */
    public long[] toLongs() {
        return HistogramState.write(this);
    }

    LogBuckets buckets() {
        return buckets;
    }

    NanoMoments moments() {
        return moments;
    }

    /** The shortest in nanoseconds; the longest possible for none. */
    long minNanos() {
        return min;
    }

    /** The longest in nanoseconds; 0 for none. */
    long maxNanos() {
        return max;
    }

    /**
     * Returns the durations of both.
     *
     * @param other durations of the same timing
     * @return the durations
     * @throws IllegalArgumentException if the timings differ; the message names both
     * @throws ArithmeticException if the number of durations exceeds a long
     */
    @Override
    public ApproximateDurations plus(ApproximateDurations other) {
        Statistics.checkSame(timing, other.timing);
        return new ApproximateDurations(
                timing,
                buckets.plus(other.buckets),
                moments.copy().add(other.moments),
                Math.min(min, other.min),
                Math.max(max, other.max));
    }

    /**
     * Returns what is timed.
     *
     * @return the timing
     */
    public Timing timing() {
        return timing;
    }

    /**
     * Returns how many durations there are.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * Returns whether there are no durations.
     *
     * @return true if {@link #count()} is 0
     */
    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * Returns how far a percentile told here may be from the exact one of {@link Durations.QuantileType#NEAREST_RANK}, as a part of the latter.
     *
     * @return 1/256
     */
    public double relativeError() {
        return LogBuckets.RELATIVE_ERROR;
    }

    /**
     * Returns the sum.
     *
     * @return the exact sum, 0 for none
     * @throws ArithmeticException if the sum exceeds what a duration can hold, 292 thousand million years
     */
    public Duration total() {
        return moments.total();
    }

    /**
     * Returns the mean, with a t interval (Student 1908); both from exact sums.
     *
     * @return the same as {@link Durations#mean()} of these durations
     * @throws IllegalStateException if there are no durations
     */
    public TimeScore mean() {
        Statistics.checkNotEmpty(timing, count);
        return moments.score(Timing.Statistic.of("mean", timing), count, List.of());
    }

    /**
     * Returns the approximate median.
     *
     * @return the 50th {@linkplain #percentile(double) percentile}
     * @throws IllegalStateException if there are no durations
     */
    public TimeScore median() {
        return percentile(50);
    }

    /**
     * Returns an approximate percentile: the middle of the step in which the nearest-rank percentile lies, moved to the shortest or longest duration where it is
     * beyond. Its limits, from order statistics (Thompson 1936), are the outer ends of such steps, so that they are too wide rather than too narrow.
     *
     * @param percent for example 90, from 1 to 100, or 0
     * @return the percentile, within {@link #relativeError()}; the limits are 0 and ∞ where the durations are too few for others
     * @throws IllegalArgumentException if the percentile is not in [0, 100], or above 0 and below 1
     * @throws IllegalStateException if there are no durations
     */
    public TimeScore percentile(double percent) {
        double nanos = within(LogBuckets.middle(indexOf(percent)));
        return new TimeScore(
                Timing.Statistic.of("approximate " + Statistics.percentile(percent), timing),
                nanos,
                count,
                new Uncertainty.Limits(OrderStatistics.METHOD, z -> limits(percent, nanos, z)));
    }

    private Interval limits(double percent, double nanos, double z) {
        double value = timing.toUnit(nanos);
        if (z == 0) {
            return new Interval(value, value);
        }
        OrderStatistics ranks = OrderStatistics.of(count, percent, z);
        double lower =
                ranks.lower() < 1 ? 0 : timing.toUnit(within(LogBuckets.lowest(buckets.indexOfRank(ranks.lower()))));
        double upper = ranks.upper() > count
                ? Double.POSITIVE_INFINITY
                : timing.toUnit(within(LogBuckets.highest(buckets.indexOfRank(ranks.upper()))));
        return OrderStatistics.limits(value, lower, upper);
    }

    /**
     * Returns what the exact percentile of {@link Durations.QuantileType#NEAREST_RANK} is at least.
     *
     * @param percent for example 90, from 1 to 100, or 0
     * @return the lower end of the step in which it lies, not below the shortest duration
     * @throws IllegalArgumentException if the percentile is not in [0, 100], or above 0 and below 1
     * @throws IllegalStateException if there are no durations
     */
    public Duration percentileAtLeast(double percent) {
        return Duration.ofNanos(within(LogBuckets.lowest(indexOf(percent))));
    }

    /**
     * Returns what the exact percentile of {@link Durations.QuantileType#NEAREST_RANK} is at most.
     *
     * @param percent for example 90, from 1 to 100, or 0
     * @return the upper end of the step in which it lies, not above the longest duration
     * @throws IllegalArgumentException if the percentile is not in [0, 100], or above 0 and below 1
     * @throws IllegalStateException if there are no durations
     */
    public Duration percentileAtMost(double percent) {
        return Duration.ofNanos(within(LogBuckets.highest(indexOf(percent))));
    }

    private int indexOf(double percent) {
        Quantiles.checkPercent(percent);
        Statistics.checkNotEmpty(timing, count);
        return buckets.indexOfRank(Quantiles.nearestRank(count, percent));
    }

    private long within(long nanos) {
        return Math.min(Math.max(nanos, min), max);
    }

    /**
     * Returns the shortest duration.
     *
     * @return the exact one, 0 or more
     * @throws IllegalStateException if there are no durations
     */
    public Duration min() {
        Statistics.checkNotEmpty(timing, count);
        return Duration.ofNanos(min);
    }

    /**
     * Returns the longest duration.
     *
     * @return the exact one, 0 or more
     * @throws IllegalStateException if there are no durations
     */
    public Duration max() {
        Statistics.checkNotEmpty(timing, count);
        return Duration.ofNanos(max);
    }

    /**
     * Returns the figures in plain values, a median, a 90th percentile and a mean; what JSON shows of durations.
     *
     * @return the views in this order; of no durations they have no value
     */
    @JsonValue
    public List<ResultView> view() {
        return isEmpty()
                ? Statistics.viewsOfNone("", "approximate ", timing, List.of())
                : Stream.of(median(), percentile(90), mean())
                        .map(TimeScore::view)
                        .toList();
    }

    /** Compares the timing, the histogram, and what is kept exactly. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ApproximateDurations that
                && timing.equals(that.timing)
                && buckets.equals(that.buckets)
                && moments.equals(that.moments)
                && min == that.min
                && max == that.max;
    }

    @Override
    public int hashCode() {
        return Objects.hash(timing, buckets, moments, min, max);
    }

    /**
     * Returns the approximate median.
     *
     * @return for example {@code approximate median first reply 42 min (95% CI 40 to 44, n=1200)}
     */
    @Override
    public String toString() {
        return isEmpty() ? timing.name() + " undefined (n=0)" : median().toString();
    }

    /**
     * Takes durations one by one, any number of them in 63 kB.
     *
     * <pre>{@code
     * ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(Timing.of("first reply", ChronoUnit.MINUTES));
     * tally.accept(Duration.between(asked, replied));
     * tally.durations().percentile(90);
     * }</pre>
     *
     * <p><b>Not thread-safe:</b> give each thread its own tally and {@link #combine} them; the order does not matter.
     */
    public static final class Tally {

        private final Timing timing;
        private final long[] counts = new long[LogBuckets.SIZE];
        private final NanoMoments moments = new NanoMoments();
        private final long[] waiting = new long[NanoMoments.BATCH];
        private int waitingCount;
        private long min = Long.MAX_VALUE;
        private long max;

        private Tally(Timing timing) {
            this.timing = Objects.requireNonNull(timing, "timing");
        }

        /**
         * Returns an empty tally.
         *
         * @param timing what is timed
         * @return the tally
         */
        public static Tally of(Timing timing) {
            return new Tally(timing);
        }

        /**
         * Returns a tally that goes on where another stopped.
         *
         * @param timing what is timed
         * @param longs what {@link #toLongs()} or {@link ApproximateDurations#toLongs()} wrote
         * @return the tally
         * @throws IllegalArgumentException as {@link ApproximateDurations#fromLongs}
         */
        public static Tally fromLongs(Timing timing, long[] longs) {
            ApproximateDurations written = ApproximateDurations.fromLongs(timing, longs);
            Tally tally = of(timing);
            written.buckets.addTo(tally.counts);
            tally.moments.add(written.moments);
            tally.min = written.min;
            tally.max = written.max;
            return tally;
        }

        /**
         * Returns what was taken so far as longs.
         *
         * @return the same as {@link ApproximateDurations#toLongs()} of {@link #durations()}
         */
        public long[] toLongs() {
            return durations().toLongs();
        }

        /**
         * Takes one duration.
         *
         * @param length 0 to 292 years
         * @throws IllegalArgumentException if the duration is negative or exceeds 292 years; nothing is taken then
         */
        public void accept(Duration length) {
            take(NanoList.nanosOf(length));
        }

        /**
         * Takes one duration.
         *
         * @param nanos its nanoseconds, 0 or more
         * @throws IllegalArgumentException if the number is negative; nothing is taken then
         */
        public void acceptNanos(long nanos) {
            if (nanos < 0) {
                NanoList.nanosOf(Duration.ofNanos(nanos));
            }
            take(nanos);
        }

        private void take(long nanos) {
            counts[LogBuckets.indexOf(nanos)]++;
            if (nanos < min) {
                min = nanos;
            }
            if (nanos > max) {
                max = nanos;
            }
            waiting[waitingCount++] = nanos;
            if (waitingCount == waiting.length) {
                sumUp();
            }
        }

        /** Many at once, where sums stay in registers; too long to be compiled into the caller's loop, which would slow it down. */
        private void sumUp() {
            if (max < NanoMoments.NARROW) {
                moments.addBatch(waiting, waitingCount);
            } else {
                moments.add(waiting, waitingCount);
            }
            waitingCount = 0;
        }

        /**
         * Adds what another tally has taken.
         *
         * @param other a tally of the same timing; it is not changed
         * @return this tally
         * @throws IllegalArgumentException if the timings differ; the message names both
         * @throws ArithmeticException if there are more durations than a long can count; nothing is added then
         */
        public Tally combine(Tally other) {
            Statistics.checkSame(timing, other.timing);
            Sums.addExact(count(), other.count());
            sumUp();
            other.sumUp();
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
            moments.add(other.moments);
            return this;
        }

        private long count() {
            return Arrays.stream(counts).sum();
        }

        /**
         * Returns what was taken so far; the tally can go on afterwards.
         *
         * @return the durations
         */
        public ApproximateDurations durations() {
            sumUp();
            return new ApproximateDurations(timing, LogBuckets.of(counts), moments.copy(), min, max);
        }
    }
}

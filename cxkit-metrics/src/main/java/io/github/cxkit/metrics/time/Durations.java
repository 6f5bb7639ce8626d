package io.github.cxkit.metrics.time;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Mergeable;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * How long many things took that are over: exact, to the nanosecond.
 *
 * <p>Of 1, 2, 3, 4 and 50 hours the median is 3 h and the mean 12 h; five are too few for an interval of the median at 95 %, and the library says so: 0 to ∞.
 *
 * <pre>{@code
 * Durations resolutions = rows.stream().collect(toDurations(Timing.of("resolution", ChronoUnit.HOURS), Row::took));
 * resolutions.median();               // median resolution 22.1 h (95% CI 21.5 to 22.7, n=23362)
 * resolutions.percentile(90);         // p90 resolution ...
 * resolutions.shareWithin(Duration.ofHours(24)).estimate();
 * }</pre>
 *
 * <ul>
 *   <li>Where cases are still open, begin with {@link Waits}: what took long is still going on and is missing here. Its {@link Waits#closedOnly()} gives
 *       durations that carry a {@link #warning()}, and whose figures are called closed-only and compared with their like alone.
 *   <li>A few long durations move the mean far; say the {@link #median()}, a {@link #percentile(double)} or the {@link #geometricMean()}.
 *   <li>None is legal, as the identity of {@link #plus}, and has no figures. A duration of 0 is one; a negative duration is an error.
 *   <li>The durations are sorted once. Memory is 8 bytes each; for an unlimited number use {@link ApproximateDurations.Tally}.
 * </ul>
 */
public final class Durations implements Mergeable<Durations> {

    /**
     * Which number is called the 80th percentile of a list; the types are those of Hyndman and Fan, and differ only where there are few durations.
     *
     * <p>Of 1, 2, 3, 4 and 5 hours the 80th percentile is 4.2 h ({@link #LINEAR}), 4 h ({@link #NEAREST_RANK}) or 4.6 h ({@link #MEDIAN_UNBIASED}).
     *
     * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996), Sample Quantiles in Statistical Packages</a>
     */
    public enum QuantileType {
        /** Type 7, between the durations around 1 + (n − 1)p: the default, as in R, NumPy and the spreadsheets. */
        LINEAR(""),
        /** Type 8, between the durations around ⅓ + (n + ⅓)p: as often too high as too low, whatever the distribution. */
        MEDIAN_UNBIASED("median-unbiased "),
        /** Type 1, the smallest duration that at least this share does not exceed: a duration that occurred, and what "90 % within" promises. */
        NEAREST_RANK("nearest-rank ");

        private final String label;

        QuantileType(String label) {
            this.label = label;
        }

        private double of(long[] ascending, double percent) {
            return switch (this) {
                case LINEAR -> Quantiles.linear(ascending, percent);
                case MEDIAN_UNBIASED -> Quantiles.medianUnbiased(ascending, percent);
                case NEAREST_RANK -> Quantiles.nearestRank(ascending, percent);
            };
        }
    }

    private final Timing timing;
    private final long[] ascending;
    private final boolean closedOnly;
    private final long openCount;

    private Durations(Timing timing, long[] ascending, boolean closedOnly, long openCount) {
        this.timing = Objects.requireNonNull(timing, "timing");
        this.ascending = ascending;
        this.closedOnly = closedOnly;
        this.openCount = openCount;
    }

    /** Takes the lengths over and sorts them. */
    private static Durations sorting(Timing timing, long[] nanos, boolean closedOnly, long openCount) {
        Arrays.sort(nanos);
        return new Durations(timing, nanos, closedOnly, openCount);
    }

    /** Of waits that are over, ascending; the array is shared and not changed. */
    static Durations closedOnly(Timing timing, long[] ascending, long openCount) {
        return new Durations(timing, ascending, true, openCount);
    }

    /**
     * Returns these durations.
     *
     * @param timing what is timed
     * @param lengths the durations; none is legal
     * @return the durations
     * @throws IllegalArgumentException if a duration is negative or exceeds 292 years
     */
    public static Durations of(Timing timing, Duration... lengths) {
        return sorting(timing, NanoList.nanosOf("lengths", lengths), false, 0);
    }

    /**
     * Returns the durations in an array, which is copied once.
     *
     * @param timing what is timed
     * @param lengths the durations; none is legal
     * @param unit what they are counted in
     * @return the durations
     * @throws IllegalArgumentException if a duration is negative or exceeds 292 years; the message names its index and its number
     */
    public static Durations of(Timing timing, long[] lengths, TimeUnit unit) {
        return sorting(timing, NanoList.nanosOf(lengths, unit), false, 0);
    }

    /**
     * Returns a collector of the caller's own rows into durations; one row is one case that is over.
     *
     * @param <T> the row type
     * @param timing what is timed
     * @param length reads how long a row took
     * @return the collector, which throws {@link IllegalArgumentException} for a duration that is negative or exceeds 292 years
     */
    public static <T> Collector<T, ?, Durations> toDurations(Timing timing, Function<? super T, Duration> length) {
        return Collector.of(
                NanoList::new,
                (list, row) -> list.add(length.apply(row)),
                NanoList::addAll,
                list -> sorting(timing, list.toArray(), false, 0));
    }

    /**
     * Returns the durations of both.
     *
     * @param other durations of the same timing
     * @return the durations, closed-only if one of the two is
     * @throws IllegalArgumentException if the timings differ; the message names both
     * @throws ArithmeticException if there are more durations than an array can hold
     */
    @Override
    public Durations plus(Durations other) {
        Statistics.checkSame(timing, other.timing);
        return sorting(
                timing,
                NanoList.concat(ascending, other.ascending),
                closedOnly || other.closedOnly,
                openCount + other.openCount);
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
        return ascending.length;
    }

    /**
     * Returns whether there are no durations.
     *
     * @return true if {@link #count()} is 0
     */
    @Override
    public boolean isEmpty() {
        return ascending.length == 0;
    }

    /**
     * Returns how many waits were left out because they were still going on.
     *
     * @return 0 or more; 0 unless the durations come from {@link Waits#closedOnly()}
     */
    public long openCount() {
        return openCount;
    }

    /**
     * Returns what a reader of the figures must know.
     *
     * @return for example {@code closed cases only: 24.0% (24 of 100) are still open, so times look shorter than they are}; empty if none was left out
     */
    public Optional<String> warning() {
        if (openCount == 0) {
            return Optional.empty();
        }
        double all = (double) count() + openCount;
        return Optional.of("closed cases only: " + MetricUnit.PERCENT.format(100 * openCount / all) + " (" + openCount
                + " of " + (count() + openCount) + ") are still open, so times look shorter than they are");
    }

    private List<String> caveats() {
        return warning().stream().toList();
    }

    /**
     * Returns the sum.
     *
     * @return the exact sum, 0 for none
     */
    public Duration total() {
        return NanoMoments.of(ascending).total();
    }

    /**
     * Returns the mean, with a t interval (Student 1908, doi:10.1093/biomet/6.1.1).
     *
     * @return the mean, computed from exact sums; without an interval for a single duration and for equal ones
     * @throws IllegalStateException if there are no durations
     */
    public TimeScore mean() {
        Statistics.checkNotEmpty(timing, count());
        return NanoMoments.of(ascending).score(metric("mean"), count(), caveats());
    }

    /**
     * Returns the geometric mean: e to the mean of the natural logarithms, with a t interval of that mean.
     *
     * <p>Of 1, 10 and 100 minutes it is 10. Where durations are spread evenly on a logarithmic scale it is near the median, and the right figure for
     * "20 % faster": changes of it are told in per cent. Kirkwood (1979), Biometrics 35:908–909.
     *
     * @return the geometric mean; without an interval for a single duration and for equal ones
     * @throws IllegalStateException if there are no durations, or if one is 0; the message says how many are
     */
    public TimeScore geometricMean() {
        Statistics.checkNotEmpty(timing, count());
        int zeros = SortedNanos.countUpTo(ascending, 0);
        if (zeros > 0) {
            throw new IllegalStateException(
                    "geometric mean " + timing.name() + " is undefined: " + zeros + " of " + count() + " durations "
                            + (zeros == 1 ? "is" : "are") + " 0\nMaybe use Kaplan–Meier means up to a horizon.");
        }
        // About the smallest logarithm, so that long durations that hardly differ keep their digits.
        double origin = ascending[0];
        double sum = 0;
        for (long nanos : ascending) {
            sum += Math.log(nanos / origin);
        }
        double mean = sum / count();
        double squares = 0;
        for (long nanos : ascending) {
            double distance = Math.log(nanos / origin) - mean;
            squares += distance * distance;
        }
        double degrees = count() - 1.0;
        Uncertainty uncertainty = degrees == 0
                ? new Uncertainty.NotEstimable("a geometric mean needs at least 2 durations")
                : new Uncertainty.StandardError(Math.sqrt(squares / degrees / count()), degrees, Link.LOG);
        return new TimeScore(
                Timing.Statistic.geometricMean(timing, prefix()),
                origin * Math.exp(mean),
                count(),
                uncertainty,
                caveats());
    }

    /**
     * Returns the median, with limits from order statistics.
     *
     * @return the 50th {@linkplain #percentile(double) percentile}
     * @throws IllegalStateException if there are no durations
     */
    public TimeScore median() {
        return percentile(50);
    }

    /**
     * Returns a percentile by the default type {@link QuantileType#LINEAR}, with limits from order statistics.
     *
     * @param percent for example 90, from 1 to 100, or 0; 0.9 is refused, for 90 is meant
     * @return the percentile; see {@link #percentile(double, QuantileType)} for its limits
     * @throws IllegalArgumentException if the percentile is not in [0, 100], or above 0 and below 1
     * @throws IllegalStateException if there are no durations
     */
    public TimeScore percentile(double percent) {
        return percentile(percent, QuantileType.LINEAR);
    }

    /**
     * Returns a percentile, with limits from order statistics.
     *
     * <p>The limits are two of the durations, chosen by the binomial distribution so that they hold whatever the distribution of the times. Where the
     * durations are too few for a limit it is 0 or ∞: at 95 % the median needs 6, the 90th percentile 36, the 95th 72. Thompson (1936), Annals of Mathematical Statistics
     * 7:122–128.
     *
     * @param percent for example 90, from 1 to 100, or 0; 0.9 is refused, for 90 is meant
     * @param type which number is called the percentile; those of different types are not compared
     * @return the percentile
     * @throws IllegalArgumentException if the percentile is not in [0, 100], or above 0 and below 1
     * @throws IllegalStateException if there are no durations
     */
    public TimeScore percentile(double percent, QuantileType type) {
        Quantiles.checkPercent(percent);
        Statistics.checkNotEmpty(timing, count());
        double nanos = type.of(ascending, percent);
        return new TimeScore(
                metric(type.label + Statistics.percentile(percent)),
                nanos,
                count(),
                new Uncertainty.Limits(OrderStatistics.METHOD, z -> limits(percent, nanos, z)),
                caveats());
    }

    private Interval limits(double percent, double nanos, double z) {
        double value = timing.toUnit(nanos);
        if (z == 0) {
            return new Interval(value, value);
        }
        OrderStatistics ranks = OrderStatistics.of(count(), percent, z);
        double lower = ranks.lower() < 1 ? 0 : timing.toUnit(ascending[(int) ranks.lower() - 1]);
        double upper =
                ranks.upper() > count() ? Double.POSITIVE_INFINITY : timing.toUnit(ascending[(int) ranks.upper() - 1]);
        return OrderStatistics.limits(value, lower, upper);
    }

    /**
     * Returns the shortest duration.
     *
     * @return 0 or more
     * @throws IllegalStateException if there are no durations
     */
    public Duration min() {
        Statistics.checkNotEmpty(timing, count());
        return Duration.ofNanos(ascending[0]);
    }

    /**
     * Returns the longest duration.
     *
     * @return 0 or more
     * @throws IllegalStateException if there are no durations
     */
    public Duration max() {
        Statistics.checkNotEmpty(timing, count());
        return Duration.ofNanos(ascending[ascending.length - 1]);
    }

    /**
     * Returns the share of the durations up to a limit, the limit included, with Wilson's interval (1927).
     *
     * @param limit the limit
     * @return the share, called for example {@code resolution within 24 h}; of none it is of none
     * @throws IllegalArgumentException if the limit is negative or exceeds 292 years
     */
    public Share shareWithin(Duration limit) {
        int within = SortedNanos.countUpTo(ascending, NanoList.nanosOfLimit(limit));
        String name = prefix() + timing.name() + " " + Statistics.within(timing, limit);
        return Share.of(ShareMetric.higherIsBetter(name), within, count());
    }

    private Timing.Statistic metric(String statistic) {
        return Timing.Statistic.of(prefix() + statistic, timing);
    }

    private String prefix() {
        return closedOnly ? "closed-only " : "";
    }

    /**
     * Returns the figures in plain values, a median, a 90th percentile and a mean; what JSON shows of durations.
     *
     * @return the views in this order; of no durations they have no value
     */
    @JsonValue
    public List<ResultView> view() {
        return isEmpty()
                ? Statistics.viewsOfNone(prefix(), "", timing, caveats())
                : Stream.of(median(), percentile(90), mean())
                        .map(TimeScore::view)
                        .toList();
    }

    /** Compares the timing, the durations, and what was left out. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Durations that
                && timing.equals(that.timing)
                && Arrays.equals(ascending, that.ascending)
                && closedOnly == that.closedOnly
                && openCount == that.openCount;
    }

    @Override
    public int hashCode() {
        return Objects.hash(timing, Arrays.hashCode(ascending), closedOnly, openCount);
    }

    /**
     * Returns the median and the warning.
     *
     * @return for example {@code median resolution 22.1 h (95% CI 21.5 to 22.7, n=23362)}
     */
    @Override
    public String toString() {
        String figures = isEmpty() ? prefix() + timing.name() + " undefined (n=0)" : median().toString();
        return figures + warning().map(text -> "; " + text).orElse("");
    }
}

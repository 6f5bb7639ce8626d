package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Sums;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * A share of cases, customers or contacts, from two counts: how many of how many.
 *
 * <p>81 of 263 are 30.8 %, with Wilson's 95 % interval from 25.5 % to 36.6 %.
 *
 * <pre>{@code
 * Share.of(ShareMetric.higherIsBetter("answered in time"), 81, 263).estimate();
 * cases.stream().collect(Share.toShare(ShareMetric.lowerIsBetter("reopened"), MyCase::wasReopened));
 * }</pre>
 *
 * <ul>
 *   <li>Each case is one, and none depends on another; shares of survey answers are {@link io.github.cxkit.metrics.rating.Csat}.
 *   <li>None of none is legal, as the identity of {@link #plus}, and has no value.
 *   <li>Merging adds the counts, so that order and partition cannot matter.
 * </ul>
 */
public final class Share implements MergeableScore<Share> {

    private final ShareMetric metric;
    private final long counted;
    private final long count;

    private Share(ShareMetric metric, long counted, long count) {
        this.metric = Objects.requireNonNull(metric, "metric");
        this.counted = counted;
        this.count = count;
        if (count < 0) {
            throw new IllegalArgumentException(
                    "number of cases in " + metric.name() + " must be at least 0, but was " + count);
        }
        if (counted < 0 || counted > count) {
            throw new IllegalArgumentException(
                    "counted in " + metric.name() + " must be in [0, " + count + "], but was " + counted);
        }
    }

    /**
     * Returns the share of some among all.
     *
     * @param metric what is counted
     * @param counted how many
     * @param outOf of how many
     * @return the share
     * @throws IllegalArgumentException if a count is negative or the part exceeds the whole
     */
    public static Share of(ShareMetric metric, long counted, long outOf) {
        return new Share(metric, counted, outOf);
    }

    /**
     * Returns a collector of the caller's own rows into a share; one row is one case.
     *
     * @param <T> the row type
     * @param metric what is counted
     * @param isCounted whether a row counts
     * @return the collector
     */
    public static <T> Collector<T, ?, Share> toShare(ShareMetric metric, Predicate<? super T> isCounted) {
        return Collector.of(
                () -> new long[2],
                (counts, row) -> {
                    counts[0] += isCounted.test(row) ? 1 : 0;
                    counts[1]++;
                },
                (one, other) -> new long[] {one[0] + other[0], one[1] + other[1]},
                counts -> of(metric, counts[0], counts[1]));
    }

    /**
     * Returns the share among the cases of both.
     *
     * @param other a share of the same metric
     * @return the share
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws ArithmeticException if the number of cases exceeds a long
     */
    @Override
    public Share plus(Share other) {
        metric.requireSame(other.metric, "merged");
        return new Share(metric, counted + other.counted, Sums.addExact(count, other.count));
    }

    /**
     * Returns how many were counted.
     *
     * @return the numerator, from 0 to {@link #count()}
     */
    public long counted() {
        return counted;
    }

    @Override
    public ShareMetric metric() {
        return metric;
    }

    @Override
    public double value() {
        if (count == 0) {
            throw new IllegalStateException(metric.name() + " is undefined for zero cases");
        }
        return 100.0 * counted / count;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public double effectiveCount() {
        return count;
    }

    /**
     * Returns the plug-in variance of one case, p(100 − p) for a share of p per cent.
     *
     * @return from 0 to 2,500
     * @throws IllegalStateException if there are no cases
     */
    public double variance() {
        return value() * (100.0 * (count - counted) / count);
    }

    /**
     * Returns {@link #variance()} where the cases vary.
     *
     * @return the plug-in variance; empty where all cases are counted or none is
     * @throws IllegalStateException if there are no cases
     */
    @Override
    public OptionalDouble varianceOfOne() {
        double variance = variance();
        return variance > 0 ? OptionalDouble.of(variance) : OptionalDouble.empty();
    }

    /**
     * Returns the cases.
     *
     * @return all of {@link #count()}
     */
    @Override
    public Optional<SampledUnits> sampledUnits() {
        return Optional.of(new SampledUnits(count, "cases"));
    }

    @Override
    public Uncertainty uncertainty() {
        return uncertainty(Estimator.withDefaults());
    }

    @Override
    public Uncertainty uncertainty(Estimator methods) {
        ShareMethod method = methods.shareMethod();
        double value = value();
        double share = (double) counted / count;
        double rest = (double) (count - counted) / count;
        return new Uncertainty.Limits(method.label(), z -> {
            if (z == 0) {
                return new Interval(value, value);
            }
            Interval limits = method.limits(share, rest, count, z);
            return new Interval(100 * limits.lower(), 100 * limits.upper());
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Share that
                && metric.equals(that.metric)
                && counted == that.counted
                && count == that.count;
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, counted, count);
    }

    /**
     * Returns the name and the 95 % estimate.
     *
     * @return for example {@code answered in time 30.8% (95% CI 25.5 to 36.6, n=263)}
     */
    @Override
    public String toString() {
        return metric.name() + " " + (isEmpty() ? "undefined (n=0)" : estimate());
    }
}

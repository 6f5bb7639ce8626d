package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One figure about times that knows how sure it is: a median, a 90th percentile, a geometric mean.
 *
 * <p>Its value is a number in the unit of the {@link Timing}; {@link #duration()} is the same as a duration. Being a {@link Score}, it can be
 * estimated, compared with {@link io.github.cxkit.metrics.change.Change} and set as a {@link io.github.cxkit.metrics.goal.Goal}.
 */
public final class TimeScore implements Score {

    private final Timing.Statistic metric;
    private final double nanos;
    private final long count;
    private final double effectiveCount;
    private final Uncertainty uncertainty;
    private final List<String> caveats;
    private final List<String> notes;

    /** A figure over at least one time. The uncertainty is in the unit of the timing. */
    TimeScore(Timing.Statistic metric, double nanos, long count, Uncertainty uncertainty) {
        this(metric, nanos, count, uncertainty, List.of());
    }

    TimeScore(Timing.Statistic metric, double nanos, long count, Uncertainty uncertainty, List<String> caveats) {
        this(metric, nanos, count, count, uncertainty, caveats, List.of());
    }

    /** Of waits that are not all over, which are worth fewer that are. */
    TimeScore(
            Timing.Statistic metric,
            double nanos,
            long count,
            double effectiveCount,
            Uncertainty uncertainty,
            List<String> caveats,
            List<String> notes) {
        this.metric = metric;
        this.nanos = nanos;
        this.count = count;
        this.effectiveCount = effectiveCount;
        this.uncertainty = uncertainty;
        this.caveats = caveats;
        this.notes = notes;
    }

    /**
     * Returns the value as a duration, rounded to the nanosecond.
     *
     * @return 0 or more
     */
    public Duration duration() {
        return Duration.ofNanos(Math.round(nanos));
    }

    @Override
    public Metric metric() {
        return metric;
    }

    @Override
    public double value() {
        return metric.timing().toUnit(nanos);
    }

    @Override
    public long count() {
        return count;
    }

    /**
     * Returns how many times that are over would be as good.
     *
     * @return at most {@link #count()}; less for a percentile or a mean of a {@link KaplanMeier} curve where waits were left open before it or entered after it
     */
    @Override
    public double effectiveCount() {
        return effectiveCount;
    }

    @Override
    public Uncertainty uncertainty() {
        return uncertainty;
    }

    @Override
    public List<String> caveats() {
        return caveats;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** Compares the metric, the value, the count and the 95 % limits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TimeScore that
                && metric.equals(that.metric)
                && Double.compare(nanos, that.nanos) == 0
                && count == that.count
                && estimate().equals(that.estimate());
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, nanos, count);
    }

    /**
     * Returns the name and the 95 % estimate.
     *
     * @return for example {@code median resolution 22.1 h (95% CI 21.5 to 22.7, n=23362)}
     */
    @Override
    public String toString() {
        return metric.name() + " " + estimate();
    }
}

package io.github.cxkit.metrics.time;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;

/**
 * A statistic of a timing, such as its median; a lower one is better. A median is compared with a median, never with a mean or a 90th percentile.
 *
 * @param statistic for example {@code median}
 * @param timing what is timed
 * @param link how values are compared
 */
record TimeMetric(String statistic, Timing timing, Link link) implements Metric {

    private static final Interval RANGE = new Interval(0, Double.POSITIVE_INFINITY);

    static TimeMetric of(String statistic, Timing timing) {
        return new TimeMetric(statistic, timing, Link.IDENTITY);
    }

    static TimeMetric geometricMean(Timing timing, String prefix) {
        return new TimeMetric(prefix + "geometric mean", timing, Link.LOG);
    }

    @Override
    public String name() {
        return statistic + " " + timing.name();
    }

    @Override
    public MetricUnit unit() {
        return timing.shownIn();
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Interval range() {
        return RANGE;
    }

    @Override
    public boolean hasTrueZero() {
        return true;
    }

    @Override
    public String toString() {
        return name();
    }
}

package io.github.cxkit.metrics.change;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;

/** The change of a metric: a difference, of shares in points and not per cent; or a ratio in per cent of the value before. */
record ChangeMetric(Metric of, Link link) implements Metric {

    private static final Interval PER_CENT = new Interval(-100, Double.POSITIVE_INFINITY);

    /** As the metric's values are compared. */
    static ChangeMetric of(Metric metric) {
        return metric.link().isAdditive() ? new ChangeMetric(metric, Link.IDENTITY) : relative(metric);
    }

    /** In per cent of the value before. */
    static ChangeMetric relative(Metric metric) {
        return new ChangeMetric(metric, Link.LOG_PERCENT);
    }

    private boolean isDifference() {
        return link.isAdditive();
    }

    @Override
    public String name() {
        return (isDifference() || of.link() == Link.LOG_PERCENT ? "change in " : "relative change in ") + of.name();
    }

    @Override
    public MetricUnit unit() {
        if (!isDifference()) {
            return MetricUnit.PERCENT;
        }
        return of.unit().equals(MetricUnit.PERCENT) ? MetricUnit.POINTS : of.unit();
    }

    @Override
    public Direction direction() {
        return of.direction();
    }

    @Override
    public Interval range() {
        double width = of.range().width();
        return isDifference() ? new Interval(-width, width) : PER_CENT;
    }

    @Override
    public boolean hasTrueZero() {
        return false;
    }
}

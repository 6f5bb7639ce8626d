package io.github.cxkit.metrics.change;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;

/** A change in per cent of the value before. */
record RelativeMetric(Metric of) implements Metric {

    private static final Interval RANGE = new Interval(-100, Double.POSITIVE_INFINITY);

    @Override
    public String name() {
        return "relative change in " + of.name();
    }

    @Override
    public MetricUnit unit() {
        return MetricUnit.PERCENT;
    }

    @Override
    public Direction direction() {
        return of.direction();
    }

    @Override
    public Interval range() {
        return RANGE;
    }

    @Override
    public boolean hasTrueZero() {
        return false;
    }
}

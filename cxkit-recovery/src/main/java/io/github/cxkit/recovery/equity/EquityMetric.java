package io.github.cxkit.recovery.equity;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;

/** What a gap or a ratio between two groups is a gap or ratio of. */
record EquityMetric(String name, MetricUnit unit, Direction direction, Interval range, Link link) implements Metric {

    private static final MetricUnit RATIO = MetricUnit.of("ratio", "", 3);
    private static final Interval POINTS = new Interval(-100, 100);
    private static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

    /** B minus A, in percentage points. */
    static EquityMetric gap(String name, Direction direction) {
        return new EquityMetric(name, MetricUnit.POINTS, direction, POINTS, Link.IDENTITY);
    }

    /** B over A. */
    static EquityMetric ratio(String name, Direction direction) {
        return new EquityMetric(name, RATIO, direction, NOT_NEGATIVE, Link.LOG);
    }

    @Override
    public boolean hasTrueZero() {
        return !link.isAdditive();
    }
}

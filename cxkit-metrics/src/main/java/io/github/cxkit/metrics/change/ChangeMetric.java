package io.github.cxkit.metrics.change;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import java.util.Objects;

/**
 * The difference between two values of a metric; differences of shares are in points, not per cent.
 *
 * @param of the metric whose values are subtracted
 */
public record ChangeMetric(Metric of) implements Metric {

    /**
     * Checks the part.
     *
     * @param of the metric whose values are subtracted
     */
    public ChangeMetric {
        Objects.requireNonNull(of, "of");
    }

    @Override
    public String name() {
        return "change in " + of.name();
    }

    @Override
    public MetricUnit unit() {
        return of.unit().equals(MetricUnit.PERCENT) ? MetricUnit.POINTS : of.unit();
    }

    @Override
    public Direction direction() {
        return of.direction();
    }

    @Override
    public Interval range() {
        double width = of.range().width();
        return new Interval(-width, width);
    }

    @Override
    public boolean hasTrueZero() {
        return false;
    }
}

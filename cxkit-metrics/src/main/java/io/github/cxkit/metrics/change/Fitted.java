package io.github.cxkit.metrics.change;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import java.util.List;

/** A difference that was worked out elsewhere, paired or fitted, as the change of a metric. */
record Fitted(ChangeMetric metric, Score difference) implements Score {

    Fitted {
        // A figure refuses a standard error on another scale than the metric's.
        Figure.of(metric, difference.value(), difference.count(), difference.uncertainty());
    }

    static Fitted of(Metric metric, Score difference) {
        return new Fitted(ChangeMetric.of(metric), difference);
    }

    @Override
    public double value() {
        return difference.value();
    }

    @Override
    public long count() {
        return difference.count();
    }

    @Override
    public double effectiveCount() {
        return difference.effectiveCount();
    }

    @Override
    public boolean isEmpty() {
        return difference.isEmpty();
    }

    @Override
    public BaseSize base() {
        return difference.base();
    }

    @Override
    public List<String> caveats() {
        return difference.caveats();
    }

    @Override
    public List<String> notes() {
        return difference.notes();
    }

    @Override
    public Uncertainty uncertainty() {
        return difference.uncertainty();
    }

    @Override
    public Uncertainty uncertainty(Estimator methods) {
        return difference.uncertainty(methods);
    }
}

package io.github.cxkit.metrics.goal;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;

/** A value that is taken as exact: no answers are known behind it, and it adds no uncertainty. */
record ExactScore(Metric metric, double value) implements Score {

    ExactScore {
        requirePossible(metric, value, "value");
    }

    static double requirePossible(Metric metric, double value, String name) {
        Interval range = metric.range();
        if (!Double.isFinite(value) || !range.contains(value)) {
            throw new IllegalArgumentException(
                    name + " in " + metric.name() + " must be in " + shown(range) + ", but was " + value);
        }
        return value;
    }

    private static String shown(Interval range) {
        return (range.lower() > Double.NEGATIVE_INFINITY ? "[" + range.lower() : "(-∞") + ", "
                + (range.upper() < Double.POSITIVE_INFINITY ? range.upper() + "]" : "∞)");
    }

    @Override
    public long count() {
        return 0;
    }

    @Override
    public double effectiveCount() {
        return 0;
    }

    /** There is a value, though not from answers. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public BaseSize base() {
        return BaseSize.SUFFICIENT;
    }

    @Override
    public Uncertainty uncertainty() {
        return new Uncertainty.Limits("exact", z -> new Interval(value, value));
    }
}

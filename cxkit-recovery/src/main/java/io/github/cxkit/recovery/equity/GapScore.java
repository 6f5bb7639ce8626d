package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;

/** A difference with a normal interval. */
record GapScore(Metric metric, double value, double standardError, long count) implements Score {

    @Override
    public double effectiveCount() {
        return count;
    }

    @Override
    public Uncertainty uncertainty() {
        return standardError > 0
                ? new Uncertainty.Limits(
                        "Mantel–Haenszel, Sato",
                        z -> new Interval(value - z * standardError, value + z * standardError))
                : new Uncertainty.NotEstimable(
                        Math.abs(value) == metric.range().upper()
                                ? "one group always has the outcome and the other never"
                                : "the outcomes do not vary within the strata");
    }
}

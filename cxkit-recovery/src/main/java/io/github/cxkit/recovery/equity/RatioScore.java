package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;

/** A ratio whose logarithm has the uncertainty. */
record RatioScore(Metric metric, double value, Uncertainty ofLogarithm, long count) implements Score {

    @Override
    public double effectiveCount() {
        return count;
    }

    @Override
    public Uncertainty uncertainty() {
        if (ofLogarithm.reasonWithoutLimits().isPresent()) {
            return ofLogarithm;
        }
        String method = ofLogarithm instanceof Uncertainty.Limits limits ? limits.method() : "t on logarithms";
        return new Uncertainty.Limits(method, z -> {
            Interval distance = ofLogarithm.limits(0, z).orElseThrow();
            return new Interval(value * Math.exp(distance.lower()), value * Math.exp(distance.upper()));
        });
    }

    /** Normal limits around 0 of a logarithm. */
    static Uncertainty normal(String method, double standardError, String otherwise) {
        return standardError > 0
                ? new Uncertainty.Limits(method, z -> new Interval(-z * standardError, z * standardError))
                : new Uncertainty.NotEstimable(otherwise);
    }
}

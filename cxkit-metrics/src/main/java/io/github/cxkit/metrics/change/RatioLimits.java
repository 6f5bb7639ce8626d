package io.github.cxkit.metrics.change;

import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;

/**
 * After over before, minus 1, in per cent, of values that are compared by differences: MOVER-R (Donner and Zou 2012, doi:10.1177/0962280210383082).
 */
record RatioLimits(Score before, Score after) {

    /** The relative change of a metric with a true zero and a value before above 0; without limits where the interval before reaches 0. */
    static Figure of(Difference difference, double confidence) {
        Score before = difference.before();
        Score after = difference.after();
        return Figure.of(
                        ChangeMetric.relative(before.metric()),
                        100 * (after.value() - before.value()) / before.value(),
                        difference.count(),
                        new RatioLimits(before, after).uncertainty(confidence))
                .withEffectiveCount(difference.effectiveCount())
                .withCaveats(difference.caveats());
    }

    private Uncertainty uncertainty(double confidence) {
        for (Score side : new Score[] {before, after}) {
            if (side.uncertainty().reasonWithoutLimits().isPresent()) {
                return new Uncertainty.NotEstimable(
                        side.uncertainty().reasonWithoutLimits().get());
            }
        }
        Interval earlier = Estimator.withDefaults()
                .withConfidence(confidence)
                .estimate(before)
                .interval()
                .orElseThrow();
        return earlier.lower() <= 0
                ? new Uncertainty.NotEstimable("the interval before reaches 0")
                : new Uncertainty.Limits("MOVER-R", this::at);
    }

    /** The form without a quotient that may be 0/0; beyond the z at which the interval before reaches 0 there is no upper limit. */
    private Interval at(double z) {
        Interval denominator =
                notNegative(before.uncertainty().limits(before.value(), z).orElseThrow());
        Interval numerator =
                notNegative(after.uncertainty().limits(after.value(), z).orElseThrow());
        double product = after.value() * before.value();
        double lower = numerator.lower() * (2 * after.value() - numerator.lower());
        double lowerRoot = Math.sqrt(Math.max(
                0, product * product - lower * denominator.upper() * (2 * before.value() - denominator.upper())));
        double upper = numerator.upper() * (2 * after.value() - numerator.upper());
        double divisor = denominator.lower() * (2 * before.value() - denominator.lower());
        double upperRoot = Math.sqrt(Math.max(0, product * product - upper * divisor));
        return new Interval(
                shown(lower == 0 ? 0 : lower / (product + lowerRoot)),
                divisor > 0 ? shown((product + upperRoot) / divisor) : Double.POSITIVE_INFINITY);
    }

    private static Interval notNegative(Interval limits) {
        return new Interval(Math.max(0, limits.lower()), Math.max(0, limits.upper()));
    }

    private static double shown(double ratio) {
        return 100 * (ratio - 1);
    }
}

package io.github.cxkit.metrics.change;

import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Welch;
import java.util.List;
import java.util.Optional;

/** After over before, minus 1, in per cent; of a metric with a true zero, and with a value before that is not 0. */
record RelativeChange(Change change, double confidence) implements Score {

    private Score before() {
        return change.before();
    }

    private Score after() {
        return change.after();
    }

    @Override
    public Metric metric() {
        return new RelativeMetric(before().metric());
    }

    @Override
    public double value() {
        return 100 * (after().value() - before().value()) / before().value();
    }

    @Override
    public long count() {
        return change.count();
    }

    @Override
    public double effectiveCount() {
        return change.effectiveCount();
    }

    @Override
    public List<String> caveats() {
        return change.caveats();
    }

    @Override
    public Uncertainty uncertainty() {
        if (before().uncertainty() instanceof Uncertainty.LogStandardError one
                && after().uncertainty() instanceof Uncertainty.LogStandardError other
                && one.standardError() + other.standardError() > 0) {
            return ofLogarithms(Welch.of(
                    one.standardError(), one.degreesOfFreedom(), other.standardError(), other.degreesOfFreedom()));
        }
        for (Score side : new Score[] {before(), after()}) {
            Optional<String> reason = side.uncertainty().reasonWithoutLimits();
            if (reason.isPresent()) {
                return new Uncertainty.NotEstimable(reason.get());
            }
        }
        Interval earlier = Estimator.withDefaults()
                .withConfidence(confidence)
                .estimate(before())
                .interval()
                .orElseThrow();
        if (earlier.lower() <= 0) {
            return new Uncertainty.NotEstimable("the interval before reaches 0");
        }
        return new Uncertainty.Limits("MOVER-R", this::limits);
    }

    /** Welch's interval of the difference of two logarithms, told as a ratio. */
    private Uncertainty ofLogarithms(Welch welch) {
        double ratio = after().value() / before().value();
        Uncertainty ofRatio = new Uncertainty.LogStandardError(welch.standardError(), welch.degreesOfFreedom());
        return new Uncertainty.Limits("Welch on logarithms", z -> {
            Interval limits = ofRatio.limits(ratio, z).orElseThrow();
            return new Interval(shown(limits.lower()), shown(limits.upper()));
        });
    }

    /** The form without a quotient that may be 0/0; beyond the z at which the interval before reaches 0 there is no upper limit. */
    private Interval limits(double z) {
        Interval denominator =
                notNegative(before().uncertainty().limits(before().value(), z).orElseThrow());
        Interval numerator =
                notNegative(after().uncertainty().limits(after().value(), z).orElseThrow());
        double product = after().value() * before().value();
        double lower = numerator.lower() * (2 * after().value() - numerator.lower());
        double lowerRoot = Math.sqrt(Math.max(
                0, product * product - lower * denominator.upper() * (2 * before().value() - denominator.upper())));
        double upper = numerator.upper() * (2 * after().value() - numerator.upper());
        double divisor = denominator.lower() * (2 * before().value() - denominator.lower());
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

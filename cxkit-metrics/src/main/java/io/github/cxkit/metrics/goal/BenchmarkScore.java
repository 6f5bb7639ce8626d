package io.github.cxkit.metrics.goal;

import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.ShareMethod;
import io.github.cxkit.metrics.Uncertainty;

/** A benchmark as a score, so that it can be compared like any other. */
record BenchmarkScore(Benchmark benchmark) implements Score {

    @Override
    public Metric metric() {
        return benchmark.metric();
    }

    @Override
    public double value() {
        return benchmark.value();
    }

    /** 0 where the number of answers is not known. */
    @Override
    public long count() {
        return benchmark.answers().orElse(0);
    }

    @Override
    public double effectiveCount() {
        return count();
    }

    /** There is a value, whether or not the number of answers is known. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    /** Where the number of answers is not known, only our own side can be graded. */
    @Override
    public BaseSize base() {
        return benchmark.answers().isPresent() ? BaseGrading.withDefaults().grade(this) : BaseSize.SUFFICIENT;
    }

    @Override
    public Uncertainty uncertainty() {
        if (benchmark.interval().isPresent()) {
            Interval published = benchmark.interval().get();
            double z0 = SampleSize.twoSided(benchmark.confidence());
            return new Uncertainty.Limits("published interval", z -> scaled(published, z / z0));
        }
        if (benchmark.isSpreadBounded()) {
            return new Uncertainty.Limits("Wilson", this::wilson);
        }
        return new ExactScore(metric(), value()).uncertainty();
    }

    private Interval scaled(Interval published, double factor) {
        return new Interval(
                value() - factor * (value() - published.lower()), value() + factor * (published.upper() - value()));
    }

    /** Limits of answers at the two ends of the range and none between: the largest variance with this mean. */
    private Interval wilson(double z) {
        if (z == 0) {
            return new Interval(value(), value());
        }
        Interval range = metric().range();
        double above = (value() - range.lower()) / range.width();
        double below = (range.upper() - value()) / range.width();
        Interval shares = ShareMethod.WILSON.limits(above, below, count(), z);
        return new Interval(
                range.lower() + range.width() * shares.lower(), range.lower() + range.width() * shares.upper());
    }
}

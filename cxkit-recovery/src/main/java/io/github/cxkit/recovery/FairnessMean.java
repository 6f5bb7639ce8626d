package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import java.util.Objects;

/**
 * A mean of fairness points over many cases, as a {@link Score}: with an interval by the t distribution, cut to 0–100, and comparable by {@code Change}.
 *
 * <ul>
 *   <li>One case is taken for one independent number.
 *   <li>No case with a point is legal, and has no value.
 * </ul>
 */
public final class FairnessMean implements Score {

    private final FairnessMetric metric;
    private final Mean mean;

    FairnessMean(FairnessMetric metric, Mean mean) {
        this.metric = metric;
        this.mean = mean;
    }

    @Override
    public FairnessMetric metric() {
        return metric;
    }

    @Override
    public double value() {
        if (isEmpty()) {
            throw new IllegalStateException("mean " + metric.name() + " is undefined for zero cases with a point");
        }
        return mean.value();
    }

    @Override
    public long count() {
        return mean.count();
    }

    @Override
    public double effectiveCount() {
        return mean.effectiveCount();
    }

    @Override
    public Uncertainty uncertainty() {
        value();
        return mean.uncertainty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FairnessMean that && metric.equals(that.metric) && mean.equals(that.mean);
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, mean);
    }

    /**
     * Returns the name and the 95 % estimate.
     *
     * @return for example {@code mean fairness 74.9 (95% CI 70.1 to 79.7, n=120)}
     */
    @Override
    public String toString() {
        return "mean " + metric.name() + " " + (isEmpty() ? "undefined (n=0)" : estimate());
    }
}

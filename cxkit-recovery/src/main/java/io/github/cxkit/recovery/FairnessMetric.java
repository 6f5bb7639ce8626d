package io.github.cxkit.recovery;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import java.util.Objects;

/**
 * A mean of fairness points, from 0 to 100, higher is better: what of, and by which policy. Scores by different policies are not comparable.
 *
 * @param name what of, not blank, such as {@code fairness} or {@code fairness PROCESS}
 * @param policy the policy
 */
record FairnessMetric(String name, FairnessPolicy policy) implements Metric {

    static final String OVERALL = "fairness";

    private static final MetricUnit POINTS = MetricUnit.of("points", "", 1);
    private static final Interval RANGE = new Interval(0, 100);

    /**
     * Checks the parts.
     *
     * @param name what of
     * @param policy the policy
     * @throws IllegalArgumentException if the name is blank
     */
    public FairnessMetric {
        Objects.requireNonNull(policy, "policy");
        if (name.isBlank()) {
            throw new IllegalArgumentException("metric name must not be blank");
        }
    }

    static FairnessMetric overall(FairnessPolicy policy) {
        return new FairnessMetric(policy.nameOfOverall(), policy);
    }

    static FairnessMetric of(FairnessDimension dimension, FairnessPolicy policy) {
        return new FairnessMetric(policy.nameOf(dimension), policy);
    }

    /** The number that stands for this metric in a state. */
    long code() {
        return PolicyCode.of(name, policy);
    }

    @Override
    public MetricUnit unit() {
        return POINTS;
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Interval range() {
        return RANGE;
    }

    /**
     * Returns false: 80 points are not twice as fair as 40.
     *
     * @return false
     */
    @Override
    public boolean hasTrueZero() {
        return false;
    }
}

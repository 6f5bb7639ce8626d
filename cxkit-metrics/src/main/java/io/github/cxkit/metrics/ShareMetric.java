package io.github.cxkit.metrics;

import io.github.cxkit.core.Direction;
import java.util.Objects;

/**
 * What a {@link Share} is a share of: replies within the target, cases resolved at first contact. In per cent, from 0 to 100.
 *
 * @param name the name, not blank; it is part of the identity, for a share of replies in time and a share of complaints are not comparable
 * @param direction whether a higher or a lower share is better
 */
public record ShareMetric(String name, Direction direction) implements Metric {

    private static final Interval RANGE = new Interval(0, 100);

    /**
     * Checks the parts.
     *
     * @param name the name
     * @param direction whether a higher or a lower share is better
     * @throws IllegalArgumentException if the name is blank
     */
    public ShareMetric {
        Objects.requireNonNull(direction, "direction");
        if (name.isBlank()) {
            throw new IllegalArgumentException("share name must not be blank");
        }
    }

    /**
     * Returns a share that is better when it is higher.
     *
     * @param name the name, not blank
     * @return the metric
     * @throws IllegalArgumentException if the name is blank
     */
    public static ShareMetric higherIsBetter(String name) {
        return new ShareMetric(name, Direction.HIGHER_IS_BETTER);
    }

    /**
     * Returns a share that is better when it is lower.
     *
     * @param name the name, not blank
     * @return the metric
     * @throws IllegalArgumentException if the name is blank
     */
    public static ShareMetric lowerIsBetter(String name) {
        return new ShareMetric(name, Direction.LOWER_IS_BETTER);
    }

    @Override
    public MetricUnit unit() {
        return MetricUnit.PERCENT;
    }

    @Override
    public Interval range() {
        return RANGE;
    }

    @Override
    public boolean hasTrueZero() {
        return true;
    }

    @Override
    public boolean isShare() {
        return true;
    }
}

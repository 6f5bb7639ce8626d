package io.github.cxkit.metrics;

import io.github.cxkit.core.Direction;

/**
 * What a number means: its name, its unit, which way is better, and which values are possible.
 *
 * <p>Two scores can be compared or merged when their metrics are equal. There are two kinds: a {@link io.github.cxkit.metrics.rating.RatingMetric} reads a rating
 * scale, a {@link Quantity} is measured in numbers from the start.
 */
public interface Metric {

    /**
     * Returns the name, for display.
     *
     * @return for example {@code NPS}
     */
    String name();

    /**
     * Returns what values are counted in.
     *
     * @return the unit
     */
    MetricUnit unit();

    /**
     * Returns whether a higher or a lower value is better.
     *
     * @return the direction
     */
    Direction direction();

    /**
     * Returns the possible values, in the unit; an end may be infinite.
     *
     * @return the range
     */
    Interval range();

    /**
     * Returns whether 0 means nothing at all, so that "twice as much" and "−20 %" make sense: true for shares and amounts, false for net
     * scores and for means of ratings.
     *
     * @return true if ratios of two values have a meaning
     */
    boolean hasTrueZero();

    /**
     * Returns whether each answer counts as all or nothing, so that the value alone tells how much answers vary.
     *
     * @return true for shares
     */
    default boolean isShare() {
        return false;
    }

    /**
     * Returns the scale on which values are compared. Geometric means, whose uncertainty is about ratios, are compared by {@link Link#LOG}.
     *
     * @return {@link Link#IDENTITY} unless the metric says otherwise
     */
    default Link link() {
        return Link.IDENTITY;
    }

    /**
     * Checks that a value is one that the metric can have.
     *
     * @param value the value, in the unit
     * @param name what the value is, for the message: {@code target}
     * @return the value
     * @throws IllegalArgumentException if the value is infinite, NaN or out of range; the message gives the range and the value
     */
    default double requirePossible(double value, String name) {
        Interval range = range();
        if (!Double.isFinite(value) || !range.contains(value)) {
            String lower = range.lower() > Double.NEGATIVE_INFINITY ? "[" + range.lower() : "(-∞";
            String upper = range.upper() < Double.POSITIVE_INFINITY ? range.upper() + "]" : "∞)";
            throw new IllegalArgumentException(
                    name + " in " + name() + " must be in " + lower + ", " + upper + ", but was " + value);
        }
        return value;
    }

    /**
     * Checks that another metric means the same.
     *
     * @param other the other metric
     * @param verb what was to be done, for the message: {@code compared}
     * @throws IllegalArgumentException if the metrics differ; the message names both
     */
    default void requireSame(Metric other, String verb) {
        if (!equals(other)) {
            throw new IllegalArgumentException(this + " cannot be " + verb + " with " + other);
        }
    }
}

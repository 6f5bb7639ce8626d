package io.github.cxkit.metrics;

/**
 * A score that can be added to another of its kind: the sum is the score of all their answers together.
 *
 * <p>Adding must not depend on order or grouping, and counts must add up. To be taken apart by a
 * {@link io.github.cxkit.metrics.breakdown.MixShift} the value of a sum must also be the mean of the values of its
 * parts, each weighted by its {@link #weight()}: so are shares, net scores and arithmetic means, and so are no medians,
 * ratios of sums or geometric means.
 *
 * <p>That is what totals, rests and rolling windows are made of: a {@link io.github.cxkit.metrics.breakdown.Breakdown}
 * and a {@link io.github.cxkit.metrics.breakdown.Trend} work on whatever adds. A score of no answers adds nothing. A
 * figure that does not add itself may be read from something that does: {@link ReadScore}.
 *
 * @param <S> the score itself
 */
public interface MergeableScore<S extends MergeableScore<S>> extends Score, Mergeable<S> {

    /**
     * Returns the score of the answers of both.
     *
     * @param other a score of the same metric
     * @return the sum
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    @Override
    S plus(S other);

    /**
     * Returns whether there are no answers.
     *
     * @return true if {@link #count()} is 0
     */
    @Override
    default boolean isEmpty() {
        return Score.super.isEmpty();
    }

    /**
     * Returns how much this score weighs in a sum whose value is the mean of its parts.
     *
     * @return {@link #count()}, or for ratings and means of numbers the sum of their weights; 0 or more
     */
    default double weight() {
        return count();
    }
}

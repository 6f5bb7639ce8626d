package io.github.cxkit.metrics;

/**
 * A score that can be added to another of its kind: the sum is the score of all their answers together.
 *
 * <p>Adding must not depend on order or grouping, and counts must add up. To be taken apart by a {@link io.github.cxkit.metrics.breakdown.MixShift} the value of
 * a sum must also be the mean of the values of its parts, each weighted by its {@link #count()} (or, for ratings, by the weight of its answers): so are shares, net
 * scores and arithmetic means, and so are no medians, ratios of sums or geometric means.
 *
 * <p>That is what totals, rests and rolling windows are made of: a {@link io.github.cxkit.metrics.breakdown.Breakdown} and a
 * {@link io.github.cxkit.metrics.breakdown.Trend} work on whatever adds. A score of no answers adds nothing.
 *
 * @param <S> the score itself
 */
public interface MergeableScore<S extends MergeableScore<S>> extends Score {

    /**
     * Returns the score of the answers of both.
     *
     * @param other a score of the same metric
     * @return the sum
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    S plus(S other);
}

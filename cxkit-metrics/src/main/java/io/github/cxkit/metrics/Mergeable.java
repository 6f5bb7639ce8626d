package io.github.cxkit.metrics;

/**
 * What can be added to another of its kind: the sum is that of everything behind both. Scores that add are a
 * {@link MergeableScore}; what a score is read from, such as {@link io.github.cxkit.metrics.time.Waits}, may add where
 * the score does not, and a {@link ReadScore} joins the two.
 *
 * <p>Adding must not depend on order or grouping. What is of nothing is legal, and adds nothing.
 *
 * @param <M> the type itself
 */
public interface Mergeable<M extends Mergeable<M>> {

    /**
     * Returns the sum of both.
     *
     * @param other another of the same kind
     * @return the sum
     * @throws IllegalArgumentException if the two are of different things; the message names both
     * @throws ArithmeticException if there is more than can be counted
     */
    M plus(M other);

    /**
     * Returns whether there is nothing in it.
     *
     * @return true if adding it changes nothing
     */
    boolean isEmpty();
}

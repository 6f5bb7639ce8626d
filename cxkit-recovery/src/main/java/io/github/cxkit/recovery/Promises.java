package io.github.cxkit.recovery;

import io.github.cxkit.metrics.numbers.Checks;

/**
 * How many promises were made to the customer while the case was handled, and how many of them were kept.
 *
 * <p>2 of 3 are worth 0.6667. No promise made is legal: then there was none to keep, and the evidence does not apply.
 *
 * @param kept how many were kept
 * @param made how many were made
 */
public record Promises(int kept, int made) {

    /**
     * Checks the counts.
     *
     * @param kept how many were kept
     * @param made how many were made
     * @throws IllegalArgumentException if a count is negative or more were kept than made
     */
    public Promises {
        Checks.count(made, "promises made");
        if (kept < 0 || kept > made) {
            throw new IllegalArgumentException("promises kept must be in [0, " + made + "], but was " + kept);
        }
    }

    /**
     * Returns that so many were kept; continue with {@link Kept#outOf}.
     *
     * @param kept how many were kept
     * @return the beginning of the sentence
     */
    public static Kept kept(int kept) {
        return new Kept(kept);
    }

    /**
     * The beginning of {@code Promises.kept(2).outOf(3)}, so that the two numbers cannot be swapped.
     *
     * @param kept how many were kept
     */
    public record Kept(int kept) {

        /**
         * Returns the promises.
         *
         * @param made how many were made
         * @return the promises
         * @throws IllegalArgumentException if a count is negative or more were kept than made
         */
        public Promises outOf(int made) {
            return new Promises(kept, made);
        }
    }
}

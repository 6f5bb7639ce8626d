package io.github.cxkit.metrics;

/**
 * A closed interval {@code [lower, upper]} in the unit of the score it belongs to.
 *
 * @param lower the lower limit
 * @param upper the upper limit, not below the lower
 */
public record Interval(double lower, double upper) {

    /**
     * Checks the limits.
     *
     * @param lower the lower limit
     * @param upper the upper limit
     * @throws IllegalArgumentException if a limit is NaN or the lower is above the upper
     */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must be at most upper " + upper + ", but was " + lower);
        }
    }

    /**
     * Returns whether a value lies within the limits, ends included.
     *
     * @param value the value
     * @return true from lower to upper
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /**
     * Returns how wide the interval is.
     *
     * @return upper minus lower, 0 or more
     */
    public double width() {
        return upper - lower;
    }
}

package io.github.cxkit.metrics.tests;

import java.util.Objects;

/**
 * The result of a test that adds up probabilities instead of measuring a distance.
 *
 * @param method the name of the test
 * @param pValue the two-sided p-value, from 0 to 1
 */
public record ExactTest(String method, double pValue) {

    /**
     * Checks the parts.
     *
     * @param method the name of the test
     * @param pValue the two-sided p-value
     * @throws IllegalArgumentException if the p-value is not in [0, 1]
     */
    public ExactTest {
        Objects.requireNonNull(method, "method");
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("p-value must be in [0, 1], but was " + pValue);
        }
    }

    /** Sums of probabilities may exceed 1 by rounding. */
    static ExactTest of(String method, double sum) {
        return new ExactTest(method, Math.min(1, sum));
    }

    /** A count that the exact distributions can take. */
    static int size(long count, String name) {
        if (count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " must be at most " + Integer.MAX_VALUE
                    + " for an exact test, but was " + count + "\nMaybe a test by the normal distribution will do.");
        }
        return (int) count;
    }
}

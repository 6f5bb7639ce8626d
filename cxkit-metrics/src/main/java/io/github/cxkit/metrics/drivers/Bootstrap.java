package io.github.cxkit.metrics.drivers;

import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.numbers.Normal;

/**
 * How percentile intervals are found by drawing rows anew: as many rows as there are, with replacement, again and again.
 *
 * <p>2,000 resamples at 95 %: the limits are at places 50.025 and 1950.975 of the sorted results, between two neighbours in proportion.
 *
 * <pre>{@code
 * Bootstrap.seeded(42);
 * Bootstrap.seeded(42).withResamples(5_000).withConfidence(0.9);
 * }</pre>
 *
 * <ul>
 *   <li>The same seed and rows give the same limits, whatever the machine; another seed gives slightly others.
 *   <li>At least 5 results must lie beyond either limit: 200 resamples at 95 %, 1,000 at 99 %.
 *   <li>Rows are drawn one by one, and must not depend on each other: one case per customer.
 * </ul>
 *
 * @param seed where the random numbers begin
 * @param resamples how often all rows are drawn anew
 * @param confidence the two-sided confidence, between 0 and 1
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979)</a>
 */
public record Bootstrap(long seed, int resamples, double confidence) {

    private static final int DEFAULT_RESAMPLES = 2_000;
    private static final int LEAST_BEYOND = 5;

    /**
     * Checks the parts.
     *
     * @param seed where the random numbers begin
     * @param resamples how often all rows are drawn anew
     * @param confidence the confidence
     * @throws IllegalArgumentException if the confidence is not between 0 and 1, or the resamples are too few for it
     */
    public Bootstrap {
        Estimator.withDefaults().withConfidence(confidence);
        long least = Math.round(Math.ceil(2 * LEAST_BEYOND / (1 - confidence) - 1e-6));
        if (resamples < least) {
            throw new IllegalArgumentException("number of resamples must be at least " + least + " for a confidence of "
                    + confidence + ", but was " + resamples);
        }
    }

    /**
     * Returns a bootstrap of 2,000 resamples at 95 %.
     *
     * @param seed where the random numbers begin
     * @return the bootstrap
     */
    public static Bootstrap seeded(long seed) {
        return new Bootstrap(seed, DEFAULT_RESAMPLES, Normal.DEFAULT_CONFIDENCE);
    }

    /**
     * Returns a copy with another number of resamples.
     *
     * @param number how many
     * @return the copy
     * @throws IllegalArgumentException if they are too few for the confidence
     */
    public Bootstrap withResamples(int number) {
        return new Bootstrap(seed, number, confidence);
    }

    /**
     * Returns a copy with another confidence.
     *
     * @param level between 0 and 1
     * @return the copy
     * @throws IllegalArgumentException if the confidence is not between 0 and 1, or the resamples are too few for it
     */
    public Bootstrap withConfidence(double level) {
        return new Bootstrap(seed, resamples, level);
    }
}

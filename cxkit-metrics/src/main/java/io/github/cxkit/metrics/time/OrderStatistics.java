package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.numbers.Normal;
import io.github.cxkit.metrics.numbers.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The ranks between which a quantile of the population lies, whatever the distribution: Thompson (1936), Annals of Mathematical Statistics 7:122–128.
 *
 * @param lower the rank of the lower limit, from 1; 0 where the durations are too few for one
 * @param upper the rank of the upper limit, up to n; n + 1 where the durations are too few for one
 */
record OrderStatistics(long lower, long upper) {

    static final String METHOD = "order statistics (binomial)";

    /** The largest l with P(B ≤ l − 1) ≤ tail and the smallest u with P(B ≥ u) ≤ tail, where B counts the durations below the quantile. */
    static OrderStatistics of(long n, double percent, double z) {
        double share = Quantiles.share(percent).doubleValue();
        // A tail that is met exactly is met, although the way from a confidence to z and back loses a digit.
        double tail = Math.min(0.5, Normal.upperTail(z) * (1 + Rounding.LEFT_OVER));
        if (tail == 0) {
            return new OrderStatistics(0, n + 1);
        }
        return n <= Integer.MAX_VALUE ? binomial((int) n, share, tail) : normal(n, share, tail);
    }

    private static OrderStatistics binomial(int n, double share, double tail) {
        BinomialDistribution below = BinomialDistribution.of(n, share);
        int first = below.inverseCumulativeProbability(tail);
        long lower = below.cumulativeProbability(first) <= tail ? first + 1L : first;
        long upper = below.inverseSurvivalProbability(tail) + 1L;
        return new OrderStatistics(lower, upper);
    }

    /** Beyond two thousand million durations the binomial distribution is the normal one for all that ranks can show. */
    private static OrderStatistics normal(long n, double share, double tail) {
        double half = Normal.upperQuantile(tail) * Math.sqrt(n * share * (1 - share)) + 1;
        BigDecimal middle = BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(share));
        BigDecimal width = BigDecimal.valueOf(half);
        long lower = middle.subtract(width).setScale(0, RoundingMode.FLOOR).longValueExact();
        long upper = middle.add(width).setScale(0, RoundingMode.CEILING).longValueExact();
        return new OrderStatistics(Math.max(0, lower), Math.min(n + 1, upper));
    }

    /** Limits that a rank gives, widened to the value where they leave it out. */
    static Interval limits(double value, double lower, double upper) {
        return new Interval(Math.min(lower, value), Math.max(upper, value));
    }
}

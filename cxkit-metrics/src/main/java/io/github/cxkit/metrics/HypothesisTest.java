package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Normal;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * How far a score lies from a hypothesised value.
 *
 * @param method the name of the test
 * @param statistic the signed distance in standard errors: positive where the score is above the hypothesised value; infinite where
 *     the answers are impossible under it
 * @param pValue the two-sided p-value, from 0 to 1
 */
public record HypothesisTest(String method, double statistic, double pValue) {

    /** Beyond this z the tail of the normal distribution is 0 in a double. */
    private static final double FARTHEST = 40;

    /** How far beside a root, relatively, the limit must not have reached the value yet. */
    private static final double BESIDE = 1e-9;

    /** The z at which a limit reaches the hypothesised value. */
    static HypothesisTest byInversion(Uncertainty.Limits limits, double value, double hypothesised) {
        double distance = value - hypothesised;
        return ofNormal(
                "inverted interval: " + limits.method(),
                Math.signum(distance) * zReaching(limits, distance, hypothesised));
    }

    /**
     * Returns the two-sided test of a statistic that is normal under the hypothesis.
     *
     * @param method the name of the test
     * @param z the statistic, infinite where the answers are impossible under the hypothesis
     * @return the test
     */
    public static HypothesisTest ofNormal(String method, double z) {
        return new HypothesisTest(method, z, Normal.twoSidedTail(z));
    }

    /** The smallest z at which the limit on the side of the hypothesised value reaches it; infinite where none does. */
    private static double zReaching(Uncertainty.Limits limits, double distance, double hypothesised) {
        if (distance == 0) {
            return 0;
        }
        DoubleUnaryOperator gap = z -> distance > 0
                ? limits.at(z).lower() - hypothesised
                : hypothesised - limits.at(z).upper();
        double farthest = gap.applyAsDouble(FARTHEST);
        if (farthest > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double root =
                Double.isInfinite(farthest) ? FARTHEST : new BrentSolver(1e-14, 1e-14, 0).findRoot(gap, 0, FARTHEST);
        return gap.applyAsDouble(root * (1 - BESIDE)) > 0 ? root : firstReaching(gap, root);
    }

    /** Limits that move in steps stay at the hypothesised value for a while: where they first get there is found by bisection. */
    private static double firstReaching(DoubleUnaryOperator gap, double reached) {
        double from = 0;
        double to = reached;
        while (to - from > Math.ulp(to)) {
            double middle = from + (to - from) / 2;
            if (gap.applyAsDouble(middle) > 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return to;
    }
}

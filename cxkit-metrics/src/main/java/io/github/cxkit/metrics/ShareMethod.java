package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Normal;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** How the interval of a share, such as a CSAT top-2 box, is computed. */
public enum ShareMethod {

    /** Wilson's score interval (1927), the default; close to its nominal coverage at every n. doi:10.1080/01621459.1927.10502953 */
    WILSON("Wilson", true) {
        @Override
        public Interval limits(double share, double rest, double n, double z) {
            // Beyond 9·10^15 answers rounding would move a limit past the share.
            return new Interval(
                    Math.min(share, wilsonLower(share, rest, n, z)), Math.max(share, wilsonUpper(share, rest, n, z)));
        }
    },

    /**
     * Clopper and Pearson's interval (1934): never covers less than stated, and so is wider; for a share that is guaranteed in a contract.
     * doi:10.1093/biomet/26.4.404
     */
    CLOPPER_PEARSON("Clopper–Pearson", false) {
        @Override
        public Interval limits(double share, double rest, double n, double z) {
            return beta(share * n, rest * n, 0, 1, z);
        }
    },

    /** The interval of Jeffreys' prior, with its ends fixed where nobody or everybody was counted. doi:10.1214/ss/1009213286 */
    JEFFREYS("Jeffreys", false) {
        @Override
        public Interval limits(double share, double rest, double n, double z) {
            return beta(share * n, rest * n, 0.5, 0.5, z);
        }
    },

    /** Agresti and Coull's interval (1998), with z² pseudo-answers; for larger n. doi:10.1080/00031305.1998.10480550 */
    AGRESTI_COULL("Agresti–Coull", true) {
        @Override
        public Interval limits(double share, double rest, double n, double z) {
            double adjusted = n + z * z;
            double centre = (share * n + z * z / 2) / adjusted;
            double half = z * Math.sqrt(centre * (1 - centre) / adjusted);
            return new Interval(centre - half, centre + half);
        }
    };

    private final String label;
    private final boolean scalesWithPopulation;

    ShareMethod(String label, boolean scalesWithPopulation) {
        this.label = label;
        this.scalesWithPopulation = scalesWithPopulation;
    }

    /**
     * Returns the name under which estimates show the method.
     *
     * @return for example {@code Wilson}
     */
    public String label() {
        return label;
    }

    /** Whether a finite population can be taken into account through z; the exact methods have no such form. */
    boolean scalesWithPopulation() {
        return scalesWithPopulation;
    }

    /**
     * Returns the limits of a share. 0.308 of 263 answers by Wilson at z = 1.96: 0.255 to 0.366.
     *
     * @param share the share, from 0 to 1
     * @param rest 1 − share, given apart so that both ends are exact
     * @param n the number of answers, or the effective one, more than 0
     * @param z the two-sided normal quantile, 0 or more
     * @return the limits, not yet cut to [0, 1]
     */
    public abstract Interval limits(double share, double rest, double n, double z);

    /** The smaller root of Wilson's quadratic, from the larger one: no cancellation, and exactly 0 where the share is. */
    private static double wilsonLower(double share, double rest, double n, double z) {
        if (share == 0) {
            return 0;
        }
        double square = z * z / n;
        return share * share / (share + square / 2 + z * Math.sqrt(share * rest / n + square / (4 * n)));
    }

    /** The larger root, from whichever form keeps its digits: of a small share itself, of a large one from what is missing. */
    private static double wilsonUpper(double p, double q, double n, double z) {
        if (q == 0) {
            return 1;
        }
        if (p > 0.5) {
            return 1 - wilsonLower(q, p, n, z);
        }
        double square = z * z / n;
        return (p + square / 2 + z * Math.sqrt(p * q / n + square / (4 * n))) / (1 + square);
    }

    /** Quantiles of beta distributions; a limit at an end where nobody or everybody was counted is that end. */
    private static Interval beta(double counted, double others, double own, double other, double z) {
        double tail = Normal.upperTail(z);
        double lower = counted == 0
                ? 0
                : BetaDistribution.of(counted + own, others + other).inverseCumulativeProbability(tail);
        double upper = others == 0
                ? 1
                : BetaDistribution.of(counted + other, others + own).inverseSurvivalProbability(tail);
        return new Interval(lower, upper);
    }
}

package io.github.cxkit.metrics.numbers;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The normal and the t distribution as confidence intervals need them. */
public final class Normal {

    /** The confidence of everything that is not told another one. */
    public static final double DEFAULT_CONFIDENCE = 0.95;

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** The z of 95 %, 1.959964. */
    public static final double Z_95 = quantile(DEFAULT_CONFIDENCE);

    private Normal() {}

    public static double checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, but was " + confidence
                    + (confidence > 1 && confidence < 100 ? "\nMaybe " + confidence / 100 + " is meant." : ""));
        }
        return confidence;
    }

    /** The z with this two-sided confidence: 1.959964 for 0.95. */
    public static double quantile(double confidence) {
        return upperQuantile((1 - confidence) / 2);
    }

    /** The z above which this part of the normal distribution lies: 0.841621 for 0.2. */
    public static double upperQuantile(double tail) {
        return STANDARD.inverseSurvivalProbability(tail);
    }

    /** P(Z &gt; z). */
    public static double upperTail(double z) {
        return STANDARD.survivalProbability(z);
    }

    /** P(|Z| &gt; |z|). */
    public static double twoSidedTail(double z) {
        return 2 * STANDARD.survivalProbability(Math.abs(z));
    }

    /** The t quantile with the same upper tail as z has in the normal distribution. */
    public static double studentQuantile(double z, double degreesOfFreedom) {
        if (degreesOfFreedom == Double.POSITIVE_INFINITY) {
            return z;
        }
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(upperTail(z));
    }

    /** P(|T| &gt; |t|). */
    public static double twoSidedStudentTail(double t, double degreesOfFreedom) {
        return 2 * upperStudentTail(Math.abs(t), degreesOfFreedom);
    }

    /** P(T &gt; t). */
    public static double upperStudentTail(double t, double degreesOfFreedom) {
        return degreesOfFreedom == Double.POSITIVE_INFINITY
                ? upperTail(t)
                : TDistribution.of(degreesOfFreedom).survivalProbability(t);
    }
}

package io.github.cxkit.metrics.numbers;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The normal and the t distribution as confidence intervals need them. */
public final class Normal {

    /** The confidence where none is named. */
    public static final double CONFIDENCE = 0.95;

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

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
        return quantileOfUpperTail((1 - confidence) / 2);
    }

    /** The z with P(Z &gt; z) so large. */
    public static double quantileOfUpperTail(double tail) {
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
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(upperTail(z));
    }

    /** P(|T| &gt; |t|). */
    public static double twoSidedStudentTail(double t, double degreesOfFreedom) {
        return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
    }
}

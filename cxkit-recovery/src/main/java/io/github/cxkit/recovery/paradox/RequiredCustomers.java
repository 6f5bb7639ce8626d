package io.github.cxkit.recovery.paradox;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many customers it takes to find an effect of a given size, if it exists, with probability 80 % in a one-sided test at 5 %.
 *
 * <p>A difference of 0.2 standard deviations takes 310 customers in each of two groups, or 156 asked before and after; 0.1 takes 1,238 or 620.
 *
 * <ul>
 *   <li>For two groups 2(z₁ + z₂)²/d² + z₁²/4 each and for pairs (z₁ + z₂)²/d² + z₁²/2, rounded up, with z₁ = 1.645 and z₂ = 0.842: the normal formula and a
 *       correction for the t distribution (Guenther 1981, The American Statistician 35:243–244).
 *   <li>For two groups d counts in standard deviations of the outcome, for pairs and for the difference in differences in those of the gains.
 * </ul>
 *
 * @param standardizedEffect the effect in standard deviations, more than 0
 * @param perGroup how many customers in each of two groups
 * @param pairs how many customers who are asked before and after
 */
public record RequiredCustomers(double standardizedEffect, long perGroup, long pairs) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double ONE_SIDED_LEVEL = 0.05;
    private static final double POWER = 0.8;
    /** Below this the numbers exceed any number of customers. */
    private static final double SMALLEST_EFFECT = 1e-6;

    /**
     * Returns the numbers for an effect.
     *
     * @param standardizedEffect the effect in standard deviations, from 0.000001 to 10
     * @return the numbers
     * @throws IllegalArgumentException if the effect is not in [1.0E-6, 10]
     */
    public static RequiredCustomers forEffect(double standardizedEffect) {
        Checks.within(standardizedEffect, SMALLEST_EFFECT, 10, "standardized effect");
        double level = NORMAL.inverseSurvivalProbability(ONE_SIDED_LEVEL);
        double distance = (level + NORMAL.inverseCumulativeProbability(POWER)) / standardizedEffect;
        return new RequiredCustomers(
                standardizedEffect, (long) Math.ceil(2 * distance * distance + level * level / 4), (long)
                        Math.ceil(distance * distance + level * level / 2));
    }
}

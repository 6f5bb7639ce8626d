package io.github.cxkit.recovery;

/**
 * What a compensation is worth to the customer, from the ratio c of what was given to what was lost. In [0, 1], and never falling in c.
 *
 * <p>Customers who rejected the flawed service judge by an S-shaped curve that is steepest between 60 % and 120 % of the loss; customers who accepted
 * it by a concave one. Both end at c = 2: a larger c is worth no more.
 *
 * <p>160 given for a loss of 200, c = 0.8: 0.6333 by {@link #FULL_REDRESS} and 0.3834 by {@link #SATISFACTION} if the service was rejected,
 * 0.9230 and 0.8130 if it was accepted.
 *
 * <ul>
 *   <li>Rejected: u(c) = (g(c) − g(0))/(g(2) − g(0)) with g(c) = 1/(1 + e^(−k(c − 0.9))) and k = ln(2 + √3)/0.3.
 *   <li>Accepted: u(c) = (1 − e^(−2c))/(1 − e^(−4)).
 *   <li>The shapes are supported (Gelbrich, Gäthke and Grégoire 2015), the constants are assumptions.
 * </ul>
 */
public enum CompensationCurve {
    /** Was the customer made whole? u(c)/u(1), and 1 from c = 1 on. */
    FULL_REDRESS,
    /** How satisfied is the customer? u(c) itself, which goes on rising above full redress. */
    SATISFACTION;

    private static final double STEEPNESS = Math.log(2 + Math.sqrt(3)) / 0.3;
    private static final double MIDDLE = 0.9;
    private static final double END = 2;

    /**
     * Returns the utility of a compensation.
     *
     * @param ratio what was given as a multiple of what was lost, 0 or more
     * @param serviceAccepted whether the customer accepted the flawed service, or rejected it
     * @return from 0 to 1
     * @throws IllegalArgumentException if the ratio is negative or NaN
     */
    public double utility(double ratio, boolean serviceAccepted) {
        if (!(ratio >= 0)) {
            throw new IllegalArgumentException("compensation ratio must be at least 0, but was " + ratio);
        }
        double utility = serviceAccepted ? concave(ratio) : sShaped(ratio);
        return this == SATISFACTION ? utility : Math.min(1, utility / (serviceAccepted ? concave(1) : sShaped(1)));
    }

    private static double concave(double ratio) {
        return Math.expm1(-2 * Math.min(ratio, END)) / Math.expm1(-2 * END);
    }

    private static double sShaped(double ratio) {
        double start = logistic(0);
        return (logistic(Math.min(ratio, END)) - start) / (logistic(END) - start);
    }

    private static double logistic(double ratio) {
        return 1 / (1 + Math.exp(-STEEPNESS * (ratio - MIDDLE)));
    }
}

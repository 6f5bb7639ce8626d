package io.github.cxkit.recovery;

import java.util.List;
import java.util.Objects;

/**
 * What a compensation is worth to the customer, from the ratio c of what was given to what was lost. In [0, 1], and never falling in c.
 *
 * <p>Customers who rejected the flawed service judge by an S-shaped curve that is steepest between 60 % and 120 % of the loss; customers who accepted
 * it by a concave one. Both end at c = 2: a larger c is worth no more.
 *
 * <p>160 given for a loss of 200, c = 0.8: 0.6333 by {@link #FULL_REDRESS} and 0.3834 by {@link #SATISFACTION} if the service was rejected,
 * 0.9230 and 0.8130 if it was accepted.
 *
 * <pre>{@code
 * FairnessPolicy.DEFAULT.withCompensationCurve(CompensationCurve.FULL_REDRESS.withMidpoint(0.8));
 * }</pre>
 *
 * <ul>
 *   <li>Rejected: u(c) = (g(c) − g(0))/(g(e) − g(0)) with g(c) = 1/(1 + e^(−k(c − m))), midpoint m = 0.9, steepness k = ln(2 + √3)/0.3 and end e = 2.
 *   <li>Accepted: u(c) = (1 − e^(−r·c))/(1 − e^(−r·e)), rate r = 2.
 *   <li>The shapes are supported (Gelbrich, Gäthke and Grégoire 2015), the constants are assumptions.
 * </ul>
 */
public final class CompensationCurve {

    private static final double MIDPOINT = 0.9;
    private static final double STEEPNESS = StrictMath.log(2 + Math.sqrt(3)) / 0.3; // the same bits on every machine
    private static final double RATE = 2;
    private static final double END = 2;

    /** Was the customer made whole? u(c)/u(1), and 1 from c = 1 on. */
    public static final CompensationCurve FULL_REDRESS = new CompensationCurve(true, MIDPOINT, STEEPNESS, RATE, END);

    /**
     * How satisfied is the customer? u(c) itself, which goes on rising above full redress, and never falls. Loyalty does above about 150 % of the loss (Haesevoets et al.
     * 2017); a score says {@link CaseFairness.Note#OVER_COMPENSATED} there.
     */
    public static final CompensationCurve SATISFACTION = new CompensationCurve(false, MIDPOINT, STEEPNESS, RATE, END);

    /** Below this the digits of the logistic function run out. */
    private static final double LEAST_STEEP = 1e-6;

    private final boolean fullAtOne;
    private final double midpoint;
    private final double steepness;
    private final double rate;
    private final double end;
    private final double start;
    private final double rise;
    private final double acceptedAtOne;
    private final double rejectedAtOne;

    private CompensationCurve(boolean fullAtOne, double midpoint, double steepness, double rate, double end) {
        this.fullAtOne = fullAtOne;
        this.midpoint = midpoint;
        this.steepness = steepness;
        this.rate = rate;
        this.end = end;
        if (!(end >= 1 && end < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("end ratio must be in [1, ∞), but was " + end);
        }
        if (!(midpoint >= 0 && midpoint <= end)) {
            throw new IllegalArgumentException("midpoint must be in [0, " + end + "], but was " + midpoint);
        }
        if (!(steepness >= LEAST_STEEP && steepness < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("steepness must be in [" + LEAST_STEEP + ", ∞), but was " + steepness);
        }
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be in (0, ∞), but was " + rate);
        }
        this.start = logistic(0);
        this.rise = logistic(end) - start;
        this.acceptedAtOne = concave(1);
        this.rejectedAtOne = sShaped(1);
        if (!(rejectedAtOne > 0 && acceptedAtOne > 0)) {
            throw new IllegalArgumentException(
                    "what is given for all that was lost must be worth more than 0, but a steepness of " + steepness
                            + ", a midpoint of " + midpoint + " and a rate of " + rate + " leave nothing of it");
        }
    }

    /**
     * Returns a copy whose curve for rejected services is steepest elsewhere.
     *
     * @param ratio where it is steepest, from 0 to the end ratio
     * @return the copy
     * @throws IllegalArgumentException if the ratio is out of range, or leaves full redress worth nothing
     */
    public CompensationCurve withMidpoint(double ratio) {
        return new CompensationCurve(fullAtOne, ratio, steepness, rate, end);
    }

    /**
     * Returns a copy whose curve for rejected services is more or less steep.
     *
     * @param newSteepness at least 1e-6, with which the curve is a straight line; with large numbers it is a step
     * @return the copy
     * @throws IllegalArgumentException if the steepness is less than 1e-6 or infinite, or leaves full redress worth nothing
     */
    public CompensationCurve withSteepness(double newSteepness) {
        return new CompensationCurve(fullAtOne, midpoint, newSteepness, rate, end);
    }

    /**
     * Returns a copy whose curve for accepted services bends more or less.
     *
     * @param newRate more than 0; towards 0 the curve becomes a straight line
     * @return the copy
     * @throws IllegalArgumentException if the rate is not positive and finite, or leaves full redress worth nothing
     */
    public CompensationCurve withRate(double newRate) {
        return new CompensationCurve(fullAtOne, midpoint, steepness, newRate, end);
    }

    /**
     * Returns a copy whose curves end elsewhere.
     *
     * @param ratio what was given as a multiple of what was lost, 1 or more; beyond it more is worth no more
     * @return the copy
     * @throws IllegalArgumentException if the ratio is less than 1 or than the midpoint, or infinite, or leaves full redress worth nothing
     */
    public CompensationCurve withEndRatio(double ratio) {
        return new CompensationCurve(fullAtOne, midpoint, steepness, rate, ratio);
    }

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
        return fullAtOne ? Math.min(1, utility / (serviceAccepted ? acceptedAtOne : rejectedAtOne)) : utility;
    }

    private double concave(double ratio) {
        return Math.expm1(-rate * Math.min(ratio, end)) / Math.expm1(-rate * end);
    }

    private double sShaped(double ratio) {
        return (logistic(Math.min(ratio, end)) - start) / rise;
    }

    private double logistic(double ratio) {
        return 1 / (1 + Math.exp(-steepness * (ratio - midpoint)));
    }

    /** All that {@link #equals} compares; full redress is 1. */
    List<Double> constants() {
        return List.of(fullAtOne ? 1.0 : 0.0, midpoint, steepness, rate, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompensationCurve that
                && fullAtOne == that.fullAtOne
                && Double.compare(midpoint, that.midpoint) == 0
                && Double.compare(steepness, that.steepness) == 0
                && Double.compare(rate, that.rate) == 0
                && Double.compare(end, that.end) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(fullAtOne, midpoint, steepness, rate, end);
    }

    /**
     * Returns the curve, with its constants where they are not the defaults.
     *
     * @return for example {@code FULL_REDRESS} or {@code SATISFACTION[midpoint 0.8, steepness 4.4, rate 2.0, end 2.0]}
     */
    @Override
    public String toString() {
        CompensationCurve preset = fullAtOne ? FULL_REDRESS : SATISFACTION;
        String name = fullAtOne ? "FULL_REDRESS" : "SATISFACTION";
        return equals(preset)
                ? name
                : name + "[midpoint " + midpoint + ", steepness " + steepness + ", rate " + rate + ", end " + end + "]";
    }
}

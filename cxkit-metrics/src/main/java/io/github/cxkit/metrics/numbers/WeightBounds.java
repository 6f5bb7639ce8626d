package io.github.cxkit.metrics.numbers;

/** What weights of answers, and their sums, can be. */
public final class WeightBounds {

    /** Beyond these bounds w² leaves the range of a double. */
    public static final double SMALLEST = 1e-100;

    /** The largest weight. */
    public static final double LARGEST = 1e100;

    /** So far sums may be off by rounding. */
    public static final double ROUNDING = 1e-6;

    private WeightBounds() {}

    /** Refuses a weight that is neither 0 nor in range. */
    public static double check(double weight) {
        if (!(weight == 0 || (weight >= SMALLEST && weight <= LARGEST))) {
            throw new IllegalArgumentException(
                    "weight must be 0 or in [" + SMALLEST + ", " + LARGEST + "], but was " + weight);
        }
        return weight;
    }

    /**
     * Checks that some weights can have these sums: n·lightest ≤ Σw ≤ n·heaviest, and (Σw)²/n ≤ Σw² ≤ what it is where all weights but one are the lightest or the
     * heaviest. Sums are rounded, so not to the bit.
     */
    public static void checkSums(long count, double lightest, double heaviest, double sum, double square) {
        if (count == 0) {
            if (sum != 0 || square != 0) {
                throw impossible("0 where there are no answers", sum, square, 0);
            }
            return;
        }
        if (!isWithin(sum, count * lightest, count * heaviest)) {
            throw impossible("in [" + count * lightest + ", " + count * heaviest + "]", sum, square, count);
        }
        double most = largestSquare(count, lightest, heaviest, sum);
        if (!isWithin(square, sum * sum / count, most)) {
            throw impossible("such that squares are in [" + sum * sum / count + ", " + most + "]", sum, square, count);
        }
    }

    private static double largestSquare(long count, double lightest, double heaviest, double sum) {
        double above = Math.max(0, sum - count * lightest);
        double heavy = Math.min(Math.floor(above / (heaviest - lightest)), count - 1.0);
        double one = Math.min(lightest + above - heavy * (heaviest - lightest), heaviest);
        return (count - 1 - heavy) * lightest * lightest + heavy * heaviest * heaviest + one * one;
    }

    /** Whether a number lies between two others, but for what rounding may have done to sums. */
    public static boolean isWithin(double number, double least, double most) {
        return number >= least * (1 - ROUNDING) && number <= most * (1 + ROUNDING);
    }

    private static IllegalArgumentException impossible(String bounds, double sum, double square, long count) {
        return new IllegalArgumentException("sums of weights must be " + bounds + ", but were " + sum + ", squared "
                + square + ", of " + count + " answers");
    }
}

package io.github.cxkit.metrics;

/**
 * Sums of numbers x with weights w about their weighted mean m; two of them merge without loss, as those without weights do (Chan, Golub and LeVeque 1979).
 *
 * @param sum Σw
 * @param squares Σw²
 * @param mean m = Σwx/Σw
 * @param deviations Σw(x − m)²
 * @param lean Σw²(x − m), which is 0 where all weights are equal
 * @param spread Σw²(x − m)²
 */
record WeightedMoments(double sum, double squares, double mean, double deviations, double lean, double spread) {

    /** Of one number. */
    static WeightedMoments of(double number, double weight) {
        return new WeightedMoments(weight, weight * weight, number, 0, 0, 0);
    }

    /** Of numbers that all weigh the same. */
    static WeightedMoments ofEqual(long count, double weight, double mean, double squaredDeviations) {
        return new WeightedMoments(
                count * weight,
                count * weight * weight,
                mean,
                weight * squaredDeviations,
                0,
                weight * weight * squaredDeviations);
    }

    WeightedMoments plus(WeightedMoments other) {
        double all = sum + other.sum;
        double distance = other.mean - mean;
        double moved = distance * (other.sum / all);
        double about = mean + moved;
        double left = about - other.mean;
        return new WeightedMoments(
                all,
                squares + other.squares,
                about,
                deviations + other.deviations + distance * moved * sum,
                lean - moved * squares + (other.lean - left * other.squares),
                spreadAbout(moved) + other.spreadAbout(left));
    }

    /** Σw²(x − m − d)². */
    private double spreadAbout(double moved) {
        return Math.max(0, spread - 2 * moved * lean + moved * moved * squares);
    }

    /** Kish's (Σw)²/Σw². */
    double effectiveCount() {
        return sum * (sum / squares);
    }
}

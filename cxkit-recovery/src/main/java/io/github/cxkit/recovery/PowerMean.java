package io.github.cxkit.recovery;

/** The weighted power mean M_p of numbers of 0 or more: p = 1 is the mean, 0 the geometric mean, −∞ the least, ∞ the greatest. */
final class PowerMean {

    private PowerMean() {}

    /** The weights are positive and need not sum to 1. */
    static double of(double power, double[] values, double[] weights) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
            sum += weights[i];
        }
        if (least == greatest || power == Double.NEGATIVE_INFINITY) {
            return least;
        }
        if (power == Double.POSITIVE_INFINITY || (power <= 0 && least == 0)) {
            return power > 0 ? greatest : 0;
        }
        double mean = power == 1
                ? arithmetic(values, weights) / sum
                : general(power, values, weights, sum, power > 0 ? greatest : least);
        return Math.min(Math.max(mean, least), greatest); // rounding
    }

    private static double arithmetic(double[] values, double[] weights) {
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            total += weights[i] * values[i];
        }
        return total;
    }

    /** By logarithms relative to the value that dominates: nothing overflows, and powers next to 0 keep their digits. */
    private static double general(double power, double[] values, double[] weights, double sum, double unit) {
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            double log = Math.log(values[i]) - Math.log(unit); // the quotient may overflow
            total += weights[i] / sum * (power == 0 ? log : Math.expm1(power * log));
        }
        return unit * Math.exp(power == 0 ? total : Math.log1p(total) / power);
    }
}

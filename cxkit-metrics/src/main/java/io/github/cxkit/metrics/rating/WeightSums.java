package io.github.cxkit.metrics.rating;

/**
 * A sum of positive doubles per scale point, to the last bit whatever the number of terms.
 *
 * <p>Each sum is an unevaluated one of two doubles, of which the second holds what rounding took from the first. A plain sum of a million
 * tenths is wrong by 1.3e-11 of itself; this one is not.
 *
 * <p>The error is below 2u + 4nu² of the sum, where u = 2⁻⁵³: n = 9e18 terms leave 4e-13 of it.
 *
 * @see <a href="https://doi.org/10.1007/BF01397083">Dekker (1971)</a>
 */
final class WeightSums {

    private final double[] sums;
    private final double[] rests;

    WeightSums(int points) {
        this(new double[points], new double[points]);
    }

    private WeightSums(double[] sums, double[] rests) {
        this.sums = sums;
        this.rests = rests;
    }

    void add(int index, double term) {
        double before = sums[index];
        double sum = before + term;
        double added = sum - before;
        double rest = rests[index] + ((before - (sum - added)) + (term - added));
        sums[index] = sum + rest;
        rests[index] = rest - (sums[index] - sum);
    }

    WeightSums copy() {
        return new WeightSums(sums.clone(), rests.clone());
    }

    /** The sums, each rounded once; not to be written to. */
    double[] rounded() {
        return sums;
    }
}

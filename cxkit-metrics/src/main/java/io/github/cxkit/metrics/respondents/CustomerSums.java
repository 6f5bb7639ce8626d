package io.github.cxkit.metrics.respondents;

/**
 * All that a clustered score needs to know of one customer. The unweighted sums are kept beside the weighted ones so that equal weights
 * of any size give exactly the unweighted result.
 */
record CustomerSums(long count, double values, double weight, double weightedValues) {

    /** A customer of whom nothing counts. */
    static final CustomerSums NONE = new CustomerSums(0, 0, 0, 0);

    static CustomerSums of(double value, double weight) {
        return new CustomerSums(1, value, weight, weight * value);
    }

    CustomerSums plus(CustomerSums other) {
        return new CustomerSums(
                count + other.count,
                values + other.values,
                weight + other.weight,
                weightedValues + other.weightedValues);
    }

    /** Σw, or the number of answers where all weigh the same. */
    double weightIf(boolean weighted) {
        return weighted ? weight : count;
    }

    /** Σw(y − ȳ) of this customer. */
    double deviationFrom(double mean, boolean weighted) {
        return (weighted ? weightedValues : values) - mean * weightIf(weighted);
    }
}

package io.github.cxkit.recovery.paradox;

import io.github.cxkit.metrics.Mean;

/** The mean outcome of all customers before any failure, to which outcomes drift back; exact where the caller knows it. */
record PopulationMean(double value, double variance, double degreesOfFreedom) {

    static PopulationMean known(double value) {
        return new PopulationMean(value, 0, 1);
    }

    /** Of 2 answers or more. */
    static PopulationMean estimated(Mean before) {
        double deviation = before.standardDeviation().orElseThrow();
        return new PopulationMean(before.value(), deviation * deviation / before.count(), before.count() - 1.0);
    }
}

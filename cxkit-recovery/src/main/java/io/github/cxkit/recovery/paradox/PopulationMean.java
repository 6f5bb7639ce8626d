package io.github.cxkit.recovery.paradox;

import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.Uncertainty;

/** The mean outcome of all customers before any failure, to which outcomes drift back; exact where the caller knows it. */
record PopulationMean(double value, double variance, double degreesOfFreedom) {

    static PopulationMean known(double value) {
        return new PopulationMean(value, 0, 1);
    }

    /** Of 2 answers or more. */
    static PopulationMean estimated(Mean before) {
        Uncertainty.StandardError error = (Uncertainty.StandardError) before.uncertainty();
        return new PopulationMean(
                before.value(), error.standardError() * error.standardError(), error.degreesOfFreedom());
    }
}

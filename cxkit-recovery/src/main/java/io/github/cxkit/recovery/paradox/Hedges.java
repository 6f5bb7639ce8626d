package io.github.cxkit.recovery.paradox;

import io.github.cxkit.metrics.Mean;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/** The difference of two means in pooled standard deviations, corrected for small samples (Hedges 1981). */
final class Hedges {

    private Hedges() {}

    /** Other minus one; empty below 2 in a group, and where nobody varies. */
    static OptionalDouble g(Mean one, Mean other) {
        if (one.count() < 2 || other.count() < 2) {
            return OptionalDouble.empty();
        }
        double freedom = one.count() + other.count() - 2.0;
        double pooled = (squares(one) + squares(other)) / freedom;
        return pooled == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(correction(freedom) * (other.value() - one.value()) / Math.sqrt(pooled));
    }

    private static double squares(Mean mean) {
        double deviation = mean.standardDeviation().orElse(0);
        return deviation * deviation * (mean.count() - 1);
    }

    /** Γ(m/2)/(√(m/2)·Γ((m − 1)/2)), read off the density of the t distribution with m − 1 degrees of freedom at 0. */
    private static double correction(double m) {
        return TDistribution.of(m - 1).density(0) * Math.sqrt(2 * Math.PI * (m - 1) / m);
    }
}

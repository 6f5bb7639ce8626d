package io.github.cxkit.metrics.change;

/** The standard error of a difference, with Satterthwaite's degrees of freedom. */
record Welch(double standardError, double degreesOfFreedom) {

    /** Of two standard errors of which at least one is above 0. */
    static Welch of(double error, double degreesOfFreedom, double otherError, double otherDegreesOfFreedom) {
        double one = error * error;
        double other = otherError * otherError;
        double variance = one + other;
        return new Welch(
                Math.sqrt(variance),
                variance * variance / (one * one / degreesOfFreedom + other * other / otherDegreesOfFreedom));
    }
}

package io.github.cxkit.metrics.numbers;

/** The standard error of a difference, with Satterthwaite's degrees of freedom. */
public record Welch(double standardError, double degreesOfFreedom) {

    /** Of two standard errors of which at least one is above 0. */
    public static Welch of(double error, double degreesOfFreedom, double otherError, double otherDegreesOfFreedom) {
        // In units of a power of two near the larger error: squares neither overflow nor vanish, and no digit is lost.
        double unit = Math.scalb(1.0, Math.getExponent(Math.max(error, otherError)));
        double one = error / unit * (error / unit);
        double other = otherError / unit * (otherError / unit);
        double variance = one + other;
        return new Welch(
                Math.sqrt(variance) * unit,
                variance * variance / (one * one / degreesOfFreedom + other * other / otherDegreesOfFreedom));
    }
}

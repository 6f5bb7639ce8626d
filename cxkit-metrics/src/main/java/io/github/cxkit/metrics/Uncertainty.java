package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Normal;
import java.util.Objects;
import java.util.Optional;

/**
 * How sure a score is, in one of four forms. Numbers are in the unit of the score unless they are said to be of its logarithm.
 *
 * <p>Limits are asked for at a two-sided normal quantile z rather than at a confidence: 1.96 for 95 %. That keeps them accurate where
 * a confidence would round to 1.
 */
public sealed interface Uncertainty {

    /**
     * Returns the limits around a value, whichever form this has: its own, those of the t distribution, or none.
     *
     * @param value the value that this uncertainty is about
     * @param z the two-sided normal quantile, 0 or more: 1.959964 for 95 %
     * @return the limits, not yet cut to what is possible; empty where they cannot be estimated
     * @throws IllegalArgumentException if z is negative or NaN
     */
    Optional<Interval> limits(double value, double z);

    /**
     * Returns why there are no limits.
     *
     * @return the reason, as the end of a sentence; empty where there are limits
     */
    Optional<String> reasonWithoutLimits();

    /**
     * Tests whether the true value could be another: with a standard error this is the t test, of the logarithms if it is theirs; with limits the statistic is the
     * z at which a limit reaches the hypothesised value, found by Brent's method.
     *
     * @param value the value that this uncertainty is about
     * @param hypothesised the hypothesised value
     * @return the test
     * @throws IllegalStateException if there are no limits; the message is the reason
     */
    default HypothesisTest test(double value, double hypothesised) {
        return HypothesisTest.of(this, value, hypothesised);
    }

    /**
     * Limits at any z, as a score interval has them. At z = 0 both limits are the value.
     *
     * @param method the name of the method
     * @param function the limits as a function of z
     */
    record Limits(String method, LimitsFunction function) implements Uncertainty {

        /**
         * Checks the parts.
         *
         * @param method the name of the method
         * @param function the limits as a function of z
         */
        public Limits {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(function, "function");
        }

        /**
         * Returns the limits at a normal quantile.
         *
         * @param z the two-sided normal quantile, 0 or more: 1.959964 for 95 %
         * @return the limits
         * @throws IllegalArgumentException if z is negative or NaN
         */
        public Interval at(double z) {
            return function.at(checkZ(z));
        }

        @Override
        public Optional<Interval> limits(double value, double z) {
            return Optional.of(at(z));
        }

        @Override
        public Optional<String> reasonWithoutLimits() {
            return Optional.empty();
        }
    }

    /**
     * A standard error with degrees of freedom, as a mean has it; limits follow from the t distribution.
     *
     * <p>Where all values are equal the standard error is 0. That is no certainty: there are no limits then. Only a comparison with a side that
     * has a standard error above 0 can make use of it (Welch).
     *
     * @param standardError the standard error, 0 or more
     * @param degreesOfFreedom the degrees of freedom, more than 0, not necessarily whole
     */
    record StandardError(double standardError, double degreesOfFreedom) implements Uncertainty {

        /**
         * Checks the parts.
         *
         * @param standardError the standard error
         * @param degreesOfFreedom the degrees of freedom
         * @throws IllegalArgumentException if the standard error is negative, the degrees of freedom are not positive, or a part is infinite or
         *     NaN
         */
        public StandardError {
            checkStandardError(standardError, degreesOfFreedom);
        }

        @Override
        public Optional<Interval> limits(double value, double z) {
            double half = Normal.studentQuantile(checkZ(z), degreesOfFreedom) * standardError;
            return standardError == 0 ? Optional.empty() : Optional.of(new Interval(value - half, value + half));
        }

        @Override
        public Optional<String> reasonWithoutLimits() {
            return standardError == 0 ? Optional.of("all values are equal") : Optional.empty();
        }
    }

    /**
     * A standard error of the natural logarithm of the value, as a geometric mean has it; limits are the value times and divided by a factor.
     *
     * <p>A standard error of 0 is as little a certainty as that of a {@link StandardError}.
     *
     * @param standardError the standard error of the logarithm, 0 or more: 0.1 is roughly 10 % of the value
     * @param degreesOfFreedom the degrees of freedom, more than 0, not necessarily whole
     */
    record LogStandardError(double standardError, double degreesOfFreedom) implements Uncertainty {

        /**
         * Checks the parts.
         *
         * @param standardError the standard error of the logarithm
         * @param degreesOfFreedom the degrees of freedom
         * @throws IllegalArgumentException if the standard error is negative, the degrees of freedom are not positive, or a part is infinite or
         *     NaN
         */
        public LogStandardError {
            checkStandardError(standardError, degreesOfFreedom);
        }

        @Override
        public Optional<Interval> limits(double value, double z) {
            double factor = Math.exp(Normal.studentQuantile(checkZ(z), degreesOfFreedom) * standardError);
            return standardError == 0 ? Optional.empty() : Optional.of(new Interval(value / factor, value * factor));
        }

        @Override
        public Optional<String> reasonWithoutLimits() {
            return standardError == 0 ? Optional.of("all values are equal") : Optional.empty();
        }
    }

    /**
     * No uncertainty can be told from these answers.
     *
     * @param reason why, as the end of a sentence
     */
    record NotEstimable(String reason) implements Uncertainty {

        /**
         * Checks the reason.
         *
         * @param reason why
         */
        public NotEstimable {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Optional<Interval> limits(double value, double z) {
            checkZ(z);
            return Optional.empty();
        }

        @Override
        public Optional<String> reasonWithoutLimits() {
            return Optional.of(reason);
        }
    }

    private static void checkStandardError(double standardError, double degreesOfFreedom) {
        if (!(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("standard error must be in [0, ∞), but was " + standardError);
        }
        if (!(degreesOfFreedom > 0 && degreesOfFreedom < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("degrees of freedom must be in (0, ∞), but was " + degreesOfFreedom);
        }
    }

    private static double checkZ(double z) {
        if (!(z >= 0)) {
            throw new IllegalArgumentException("z must be at least 0, but was " + z);
        }
        return z;
    }

    /** Limits as a function of the two-sided normal quantile. */
    @FunctionalInterface
    interface LimitsFunction {

        /**
         * Returns the limits.
         *
         * @param z the two-sided normal quantile, 0 or more
         * @return the limits
         */
        Interval at(double z);
    }
}

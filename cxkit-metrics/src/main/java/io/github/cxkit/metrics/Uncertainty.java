package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Normal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How sure a score is, in one of three forms: limits at any z, a standard error on the scale of a {@link Link}, or the reason why there is neither.
 *
 * <p>Limits are asked for at a two-sided normal quantile z rather than at a confidence: 1.96 for 95 %. That keeps them accurate where
 * a confidence would round to 1.
 */
public sealed interface Uncertainty {

    /**
     * Returns the name of the method.
     *
     * @return for example {@code score (Tango)}; {@code none} where there are no limits
     */
    String method();

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
     * Returns the uncertainty of a simple random sample without repetition from a finite population: limits are taken at z·√((N − n)/(N − 1)), standard errors
     * are multiplied by √(1 − n/N).
     *
     * @param size the size of the population, N, more than {@code count}
     * @param count the size of the sample, n
     * @return the narrower uncertainty, whose method says so
     */
    Uncertainty ofPopulation(long size, long count);

    /**
     * Tests whether the true value could be another: with a standard error this is the t test on its scale; with limits the statistic is the z at which a limit
     * reaches the hypothesised value, found by Brent's method.
     *
     * @param value the value that this uncertainty is about
     * @param hypothesised the hypothesised value
     * @return the test
     * @throws IllegalStateException if there are no limits; the message is the reason
     */
    HypothesisTest test(double value, double hypothesised);

    /**
     * Returns the variance of one answer that this uncertainty tells: the squared standard error, or that of limits of half the width at 95 %, times the number of
     * answers. Equal answers tell none.
     *
     * @param value the value that this uncertainty is about
     * @param effectiveCount how many answers are behind it
     * @return in the squared unit of the value or of its logarithm; empty where there are no limits
     */
    OptionalDouble variance(double value, double effectiveCount);

    /**
     * Returns the same uncertainty for what the value stands for on another scale: that of a mean of logarithms for the geometric mean.
     *
     * @param link the scale on which the value of this uncertainty lies
     * @return the uncertainty of the value that {@link Link#moved} makes of it
     * @throws IllegalStateException if the uncertainty is on logarithms already
     */
    Uncertainty on(Link link);

    /**
     * Limits at any z, as a score interval has them. At z = 0 both limits are the value.
     *
     * @param method the name of the method
     * @param function the limits as a function of z
     * @param areBounds whether they hold what is possible besides what is due to chance, as where outcomes are missing; such limits do not add in quadrature, and
     *     no difference is taken of them
     */
    record Limits(String method, LimitsFunction function, boolean areBounds) implements Uncertainty {

        private static final String ALL_EQUAL = "exact, all answers equal";

        /**
         * Checks the parts.
         *
         * @param method the name of the method
         * @param function the limits as a function of z
         * @param areBounds whether they hold what is possible besides what is due to chance
         */
        public Limits {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(function, "function");
        }

        /**
         * Makes limits that are due to chance alone.
         *
         * @param method the name of the method
         * @param function the limits as a function of z
         */
        public Limits(String method, LimitsFunction function) {
            this(method, function, false);
        }

        /**
         * Returns the limits of a mean of which all answers are equal, on a range with two ends. With the true mean outside, answers that are all at the value have a
         * probability below (1 − confidence)/2: of n answers, x − (x − lowest)·u to x + (highest − x)·u, u = 1 − Φ(−z)^(1/n). Ten fives on 1–5 leave 3.77 to 5.
         *
         * @param value the value of all answers
         * @param range the possible values
         * @param effectiveCount how many answers, 2 or more
         * @return the limits
         */
        static Limits ofEqualAnswers(double value, Interval range, double effectiveCount) {
            return new Limits(ALL_EQUAL, z -> {
                double u = z == 0 ? 0 : -Math.expm1(Math.log(Normal.upperTail(z)) / effectiveCount);
                return new Interval(value - (value - range.lower()) * u, value + (range.upper() - value) * u);
            });
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

        @Override
        public Uncertainty ofPopulation(long size, long count) {
            double correction = Math.sqrt((size - (double) count) / (size - 1.0));
            return new Limits(ofFinite(method), z -> function.at(z * correction), areBounds);
        }

        @Override
        public HypothesisTest test(double value, double hypothesised) {
            return HypothesisTest.byInversion(this, value, hypothesised);
        }

        @Override
        public OptionalDouble variance(double value, double effectiveCount) {
            if (method.equals(ALL_EQUAL)) {
                return OptionalDouble.empty();
            }
            double half = at(Normal.Z_95).width() / (2 * Normal.Z_95);
            return OptionalDouble.of(half * half * effectiveCount);
        }

        @Override
        public Uncertainty on(Link link) {
            return new Limits(
                    link.named(method),
                    z -> {
                        Interval limits = at(z);
                        return new Interval(ofDistance(link, limits.lower()), ofDistance(link, limits.upper()));
                    },
                    areBounds);
        }

        /** What a mean on the scale stands for: itself, the exponential, or that in per cent. */
        private static double ofDistance(Link link, double mean) {
            return switch (link) {
                case IDENTITY -> mean;
                case LOG -> link.moved(1, mean);
                case LOG_PERCENT -> link.moved(0, mean);
            };
        }
    }

    /**
     * A standard error with degrees of freedom, as a mean has it; limits follow from the t distribution.
     *
     * <p>Where all values are equal the standard error is 0. That is no certainty: there are no limits then.
     *
     * @param method the name of the method, such as {@code t}
     * @param standardError the standard error on the scale of the link, 0 or more; of a logarithm 0.1 is roughly 10 % of the value
     * @param degreesOfFreedom the degrees of freedom, more than 0, not necessarily whole; infinite for the normal distribution
     * @param link the scale on which the error lies
     */
    record StandardError(String method, double standardError, double degreesOfFreedom, Link link)
            implements Uncertainty {

        /**
         * Checks the parts.
         *
         * @param method the name of the method
         * @param standardError the standard error
         * @param degreesOfFreedom the degrees of freedom
         * @param link the scale on which the error lies
         * @throws IllegalArgumentException if the standard error is negative, infinite or NaN, or the degrees of freedom are not positive
         */
        public StandardError {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(link, "link");
            if (!(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("standard error must be in [0, ∞), but was " + standardError);
            }
            if (!(degreesOfFreedom > 0)) {
                throw new IllegalArgumentException("degrees of freedom must be in (0, ∞], but was " + degreesOfFreedom);
            }
        }

        /**
         * Makes the standard error of a mean, with limits of the t distribution.
         *
         * @param standardError the standard error, 0 or more
         * @param degreesOfFreedom the degrees of freedom, more than 0
         * @throws IllegalArgumentException if a part is out of its range
         */
        public StandardError(double standardError, double degreesOfFreedom) {
            this(standardError, degreesOfFreedom, Link.IDENTITY);
        }

        /**
         * Makes a standard error on a scale, with limits of the t distribution.
         *
         * @param standardError the standard error, 0 or more
         * @param degreesOfFreedom the degrees of freedom, more than 0
         * @param link the scale on which the error lies
         * @throws IllegalArgumentException if a part is out of its range
         */
        public StandardError(double standardError, double degreesOfFreedom, Link link) {
            this(link.named("t"), standardError, degreesOfFreedom, link);
        }

        @Override
        public Optional<Interval> limits(double value, double z) {
            double half = Normal.studentQuantile(checkZ(z), degreesOfFreedom) * standardError;
            return standardError == 0
                    ? Optional.empty()
                    : Optional.of(new Interval(link.moved(value, -half), link.moved(value, half)));
        }

        @Override
        public Optional<String> reasonWithoutLimits() {
            return standardError == 0 ? Optional.of("all values are equal") : Optional.empty();
        }

        @Override
        public Uncertainty ofPopulation(long size, long count) {
            double correction = Math.sqrt(1 - count / (double) size);
            return new StandardError(ofFinite(method), standardError * correction, degreesOfFreedom, link);
        }

        @Override
        public HypothesisTest test(double value, double hypothesised) {
            reasonWithoutLimits().ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            double t = link.distance(hypothesised, value) / standardError;
            String name = degreesOfFreedom == Double.POSITIVE_INFINITY ? "z test" : "t test";
            return new HypothesisTest(link.named(name), t, Normal.twoSidedStudentTail(t, degreesOfFreedom));
        }

        @Override
        public OptionalDouble variance(double value, double effectiveCount) {
            return standardError > 0
                    ? OptionalDouble.of(standardError * standardError * effectiveCount)
                    : OptionalDouble.empty();
        }

        @Override
        public Uncertainty on(Link other) {
            if (!link.isAdditive()) {
                throw new IllegalStateException("the uncertainty is on logarithms already");
            }
            return new StandardError(other.named(method), standardError, degreesOfFreedom, other);
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
        public String method() {
            return "none";
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

        @Override
        public Uncertainty ofPopulation(long size, long count) {
            return this;
        }

        @Override
        public HypothesisTest test(double value, double hypothesised) {
            throw new IllegalStateException(reason);
        }

        @Override
        public OptionalDouble variance(double value, double effectiveCount) {
            return OptionalDouble.empty();
        }

        @Override
        public Uncertainty on(Link link) {
            return this;
        }
    }

    /**
     * Returns how sure a mean of answers is that are all equal: by limits where the range has two ends and there are two answers or more, else not at all, for without
     * bounds no interval exists (Bahadur and Savage 1956, doi:10.1214/aoms/1177728077). It is never known exactly.
     *
     * @param value the value of all answers, in the unit of the range
     * @param range the possible values
     * @param effectiveCount how many equally weighted, independent answers would be as good
     * @return limits, or the reason why there are none
     */
    static Uncertainty ofEqualAnswers(double value, Interval range, double effectiveCount) {
        return range.width() < Double.POSITIVE_INFINITY && effectiveCount >= 2
                ? Limits.ofEqualAnswers(value, range, effectiveCount)
                : new NotEstimable("all values are equal");
    }

    private static String ofFinite(String method) {
        return method + ", finite population";
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

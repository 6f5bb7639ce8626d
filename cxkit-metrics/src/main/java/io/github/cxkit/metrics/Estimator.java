package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns scores into estimates, where the defaults of {@link Score#estimate()} do not suit.
 *
 * <pre>{@code
 * Estimator estimator = Estimator.withDefaults()
 *         .withConfidence(0.9)
 *         .withNetMethod(NetMethod.ADJUSTED_WALD)
 *         .withPopulation(1_200);
 * estimator.estimate(nps);
 * }</pre>
 *
 * <p>Defaults: 95 %; Tango's score interval for net scores; Wilson's for shares; the t interval for means; an unlimited population.
 */
public final class Estimator {

    private static final Logger LOG = LoggerFactory.getLogger(Estimator.class);

    private static final Estimator DEFAULTS =
            new Estimator(0.95, NetMethod.SCORE, ShareMethod.WILSON, OptionalLong.empty());

    /** A limit beyond where it may be by less than this, in the unit, is due to rounding. */
    private static final double ROUNDING = 1e-9;

    private final double confidence;
    private final double z;
    private final NetMethod netMethod;
    private final ShareMethod shareMethod;
    private final OptionalLong population;

    private Estimator(double confidence, NetMethod netMethod, ShareMethod shareMethod, OptionalLong population) {
        this.confidence = Normal.checkConfidence(confidence);
        this.z = Normal.quantile(confidence);
        this.netMethod = Objects.requireNonNull(netMethod, "netMethod");
        this.shareMethod = Objects.requireNonNull(shareMethod, "shareMethod");
        this.population = population;
        if (population.isPresent() && !shareMethod.scalesWithPopulation()) {
            throw new IllegalArgumentException(
                    shareMethod + " has no form for a finite population\nMaybe use WILSON or AGRESTI_COULL.");
        }
    }

    /**
     * Returns the estimator that {@link Score#estimate()} uses.
     *
     * @return the default estimator
     */
    public static Estimator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns how the intervals of net scores are computed.
     *
     * @return {@link NetMethod#SCORE} by default
     */
    public NetMethod netMethod() {
        return netMethod;
    }

    /**
     * Returns how the intervals of shares are computed.
     *
     * @return {@link ShareMethod#WILSON} by default
     */
    public ShareMethod shareMethod() {
        return shareMethod;
    }

    double confidence() {
        return confidence;
    }

    /**
     * Returns a copy with another confidence.
     *
     * @param newConfidence between 0 and 1
     * @return the copy
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Estimator withConfidence(double newConfidence) {
        return new Estimator(newConfidence, netMethod, shareMethod, population);
    }

    /**
     * Returns a copy with another method for net scores.
     *
     * @param method the method
     * @return the copy
     */
    public Estimator withNetMethod(NetMethod method) {
        return new Estimator(confidence, method, shareMethod, population);
    }

    /**
     * Returns a copy with another method for shares.
     *
     * @param method the method
     * @return the copy
     * @throws IllegalArgumentException if a finite population is set and the method has no form for one
     */
    public Estimator withShareMethod(ShareMethod method) {
        return new Estimator(confidence, netMethod, method, population);
    }

    /**
     * Returns a copy that counts on a finite population, of which the answers are a simple random sample without repetition: the finite
     * population correction.
     *
     * <p>Limits are taken at z·√((N − n)/(N − 1)), which for the score intervals is the same as answers of n·(N − 1)/(N − n); standard
     * errors are multiplied by √(1 − n/N). Where everybody answered the interval has width zero, for then nothing is unknown.
     *
     * @param size the number of people who could have answered, N
     * @return the copy
     * @throws IllegalArgumentException if the size is less than 1, or the method for shares has no form for a finite population
     */
    public Estimator withPopulation(long size) {
        if (size < 1) {
            throw new IllegalArgumentException("population must be at least 1, but was " + size);
        }
        return new Estimator(confidence, netMethod, shareMethod, OptionalLong.of(size));
    }

    /**
     * Estimates a score.
     *
     * @param score the score
     * @return its value with an interval, or without one and with the reason
     * @throws IllegalStateException if there are no answers
     * @throws IllegalArgumentException if there are more answers than the population has members
     */
    public Estimate estimate(Score score) {
        double value = score.value();
        if (population.isPresent() && population.getAsLong() < score.count()) {
            throw new IllegalArgumentException("population must be at least the number of answers, " + score.count()
                    + ", but was " + population.getAsLong());
        }
        if (population.isPresent() && population.getAsLong() == score.count()) {
            return new Estimate(score, Optional.of(new Interval(value, value)), confidence, "census", List.of());
        }
        Uncertainty uncertainty = score.uncertainty(this);
        if (uncertainty.reasonWithoutLimits().isPresent()) {
            String reason = uncertainty.reasonWithoutLimits().get();
            LOG.debug("no interval for {}: {}", score.metric().name(), reason);
            return new Estimate(score, Optional.empty(), confidence, "none", List.of("no interval: " + reason));
        }
        if (uncertainty instanceof Uncertainty.StandardError error) {
            Uncertainty corrected = new Uncertainty.StandardError(
                    error.standardError() * errorCorrection(score.count()), error.degreesOfFreedom());
            return bounded(score, corrected.limits(value, z).orElseThrow(), "t");
        }
        if (uncertainty instanceof Uncertainty.LogStandardError error) {
            Uncertainty corrected = new Uncertainty.LogStandardError(
                    error.standardError() * errorCorrection(score.count()), error.degreesOfFreedom());
            return bounded(score, corrected.limits(value, z).orElseThrow(), "t on logarithms");
        }
        Uncertainty.Limits limits = (Uncertainty.Limits) uncertainty;
        return bounded(score, limits.at(z * limitsCorrection(score.count())), limits.method());
    }

    /** √((N − n)/(N − 1)), 1 for an unlimited population. */
    private double limitsCorrection(double n) {
        return population.isPresent() ? Math.sqrt((population.getAsLong() - n) / (population.getAsLong() - 1.0)) : 1;
    }

    /** √(1 − n/N), 1 for an unlimited population. */
    private double errorCorrection(double n) {
        return population.isPresent() ? Math.sqrt(1 - n / population.getAsLong()) : 1;
    }

    /** Cuts limits to the possible range and moves them to the value where they leave it out; and says so. */
    private Estimate bounded(Score score, Interval raw, String method) {
        Interval range = score.metric().range();
        double value = score.value();
        List<String> notes = new ArrayList<>();
        if (raw.lower() < range.lower() - ROUNDING) {
            notes.add("lower limit cut at the end of the possible range");
        }
        if (raw.upper() > range.upper() + ROUNDING) {
            notes.add("upper limit cut at the end of the possible range");
        }
        if (raw.lower() > value + ROUNDING) {
            notes.add("lower limit moved down to the value");
        }
        if (raw.upper() < value - ROUNDING) {
            notes.add("upper limit moved up to the value");
        }
        if (!notes.isEmpty()) {
            LOG.debug("{} by {}: {}", score.metric().name(), method, notes);
        }
        Interval interval = new Interval(
                Math.min(Math.max(raw.lower(), range.lower()), value),
                Math.max(Math.min(raw.upper(), range.upper()), value));
        String shownMethod = population.isPresent() ? method + ", finite population" : method;
        return new Estimate(score, Optional.of(interval), confidence, shownMethod, notes);
    }
}

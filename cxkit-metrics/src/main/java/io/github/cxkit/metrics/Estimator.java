package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.DebugLog;
import io.github.cxkit.metrics.numbers.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

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

    private static final DebugLog LOG = DebugLog.of(Estimator.class);

    private static final Estimator DEFAULTS =
            new Estimator(Normal.DEFAULT_CONFIDENCE, NetMethod.SCORE, ShareMethod.WILSON, OptionalLong.empty());

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
     * errors are multiplied by √(1 − n/N). Where everybody answered the interval has width zero, for then nothing is unknown. Where customers answered several times they
     * are the units, not their answers. It describes the population; changes ask about causes, and have no correction (Deming 1953).
     *
     * @param size the number of units (people, cases, customers) that could have been drawn, N
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
     * @throws IllegalArgumentException if a finite population is set and the score is of no plain sample (it is weighted, a change, a fitted figure), or of more units
     *     than the population has
     */
    public Estimate estimate(Score score) {
        double value = score.value();
        Uncertainty uncertainty = score.uncertainty(this);
        if (population.isPresent()) {
            long units = sampledUnits(score, population.getAsLong());
            if (units == population.getAsLong()) {
                return new Estimate(
                        score, value, Optional.of(new Interval(value, value)), confidence, "census", List.of());
            }
            uncertainty = uncertainty.ofPopulation(population.getAsLong(), units);
        }
        Optional<Interval> limits = uncertainty.limits(value, z);
        if (limits.isEmpty()) {
            String reason = uncertainty.reasonWithoutLimits().orElseThrow();
            LOG.debug("no interval for {}: {}", score.metric().name(), reason);
            return new Estimate(score, value, limits, confidence, "none", List.of("no interval: " + reason));
        }
        return bounded(score, value, limits.get(), uncertainty.method());
    }

    /**
     * Returns the score by these methods, to be tested or to be compared with others' figures: Wald's difference in differences is
     * {@code withNetMethod(NetMethod.WALD).figure(change)}.
     *
     * @param score the score
     * @return the same value with the uncertainty of these methods; the finite population is not in it
     * @throws IllegalStateException if there are no answers
     */
    public Figure figure(Score score) {
        return Figure.of(score, score.uncertainty(this));
    }

    /** Only a plain sample of units is a part of a population; a change asks about causes, and whatever is weighted or fitted has no such correction. */
    private static long sampledUnits(Score score, long size) {
        Score.SampledUnits units = score.sampledUnits()
                .orElseThrow(
                        () -> new IllegalArgumentException("a finite population needs a plain sample, but was given "
                                + score.metric().name()));
        if (size < units.count()) {
            throw new IllegalArgumentException("population must be at least the number of " + units.name() + ", "
                    + units.count() + ", but was " + size);
        }
        return units.count();
    }

    /** Cuts limits to the possible range and moves them to the value where they leave it out; and says so. */
    private Estimate bounded(Score score, double value, Interval raw, String method) {
        Interval range = score.metric().range();
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
        return new Estimate(score, value, Optional.of(interval), confidence, method, notes);
    }
}

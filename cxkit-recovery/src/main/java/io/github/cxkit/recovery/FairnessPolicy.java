package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.numbers.Checks;
import io.github.cxkit.metrics.numbers.Rounding;
import io.github.cxkit.recovery.Treatment.Apology;
import io.github.cxkit.recovery.Treatment.Violation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * By what a {@link FairnessScorer} judges: every weight, retention, cap and threshold, and when a number that misses a threshold by rounding reaches it.
 *
 * <pre>{@code
 * FairnessPolicy policy = FairnessPolicy.DEFAULT.withWeights(FairnessWeights.TRANSACTION).withPower(0);
 * FairnessScorer.by(policy).score(refundCase);
 * }</pre>
 *
 * <ul>
 *   <li>Every constant is a default and an assumption: the shapes have support, the numbers were not measured.
 *   <li>Results by different policies are not merged or compared. Agree on a policy before you look at results.
 *   <li>The facts of a case are no policy; they stand in its {@link RecoveryCase}.
 * </ul>
 *
 * @param weights the weights of the dimensions, and the ordering that they rest on
 * @param power the power p of the mean over the dimensions, any number or ±∞; the lower, the less a good dimension makes up for a bad one
 * @param evidenceWeights the weight of each piece of evidence in its dimension, 0 or more; 0 leaves it out as if it never applied
 * @param retentions what remains of the utility per step, from 0 to 1, of each piece of evidence with steps: per further contact, hand-off or reopening, and
 *     per expected time by which something came late
 * @param caps the most that a capped dimension can be worth, from 0 to 1; 1 caps nothing
 * @param minimumCoverage the coverage that a dimension needs to have a point, from 0 to 1; with 0 a single observation is enough
 * @param fairThreshold from how many points on a case counts as fair, from 0 to 100
 * @param compensationCurve by what curve a compensation is valued
 * @param overCompensationAbove above what multiple of what was lost the score says that too much was given, 1 or more
 * @param apologyWeights how much each part of an apology counts
 */
public record FairnessPolicy(
        FairnessWeights weights,
        double power,
        Map<Evidence, Double> evidenceWeights,
        Map<Evidence, Double> retentions,
        Map<Cap, Double> caps,
        double minimumCoverage,
        double fairThreshold,
        CompensationCurve compensationCurve,
        double overCompensationAbove,
        ApologyWeights apologyWeights) {

    private static final Set<Evidence> TIMED = EnumSet.of(Evidence.FIRST_RESPONSE, Evidence.RESOLUTION);
    private static final Set<Evidence> WITH_STEPS = EnumSet.of(
            Evidence.FIRST_RESPONSE, Evidence.RESOLUTION, Evidence.CONTACTS, Evidence.HAND_OFFS, Evidence.REOPENINGS);

    /**
     * Equal weights of the dimensions, p = 1, full redress, caps of 0.25, a minimum coverage of 0.5, "fair" from 70 points on, over-compensation above 1.5.
     * Evidence weighs 1, a choice 0.5; late replies and resolutions keep 0.5 per expected time, contacts, hand-offs and reopenings 0.85 each.
     */
    public static final FairnessPolicy DEFAULT = new FairnessPolicy(
            FairnessWeights.EQUAL,
            1,
            each(EnumSet.allOf(Evidence.class), evidence -> evidence == Evidence.CHOICE ? 0.5 : 1),
            each(WITH_STEPS, evidence -> TIMED.contains(evidence) ? 0.5 : 0.85),
            each(EnumSet.allOf(Cap.class), cap -> 0.25),
            0.5,
            70,
            CompensationCurve.FULL_REDRESS,
            1.5,
            ApologyWeights.of(3, 2, 1));

    /** So many points are due to rounding. */
    private static final double ROUNDING_OF_POINTS = 1e-9;

    /** The first contact about an issue costs nothing. */
    private static final int FREE_CONTACTS = 1;

    /** What keeps a whole dimension down, however good the rest of it is. */
    public enum Cap implements CaseFairness.Factor {
        /** At least one {@link Violation} was reported: a wrong is more than the absence of a good. */
        VIOLATION(FairnessDimension.INTERACTION, "violation"),
        /** The core problem is known not to be fixed: no sum makes up for that. */
        CORE_PROBLEM_NOT_FIXED(FairnessDimension.COMPENSATION, "core problem not fixed");

        private final FairnessDimension dimension;
        private final String label;

        Cap(FairnessDimension dimension, String label) {
            this.dimension = dimension;
            this.label = label;
        }

        @Override
        public FairnessDimension dimension() {
            return dimension;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * How much each part of an {@link Apology} counts; by default ½, ⅓ and ⅙.
     *
     * @param empathy the weight of its empathy, 0 or more
     * @param intensity the weight of its intensity, 0 or more
     * @param timeliness the weight of its timeliness, 0 or more; the three sum to 1
     */
    public record ApologyWeights(double empathy, double intensity, double timeliness) {

        /**
         * Checks the weights.
         *
         * @param empathy the weight of its empathy
         * @param intensity the weight of its intensity
         * @param timeliness the weight of its timeliness
         * @throws IllegalArgumentException if a weight is negative, or they do not sum to 1
         */
        public ApologyWeights {
            if (!(empathy >= 0
                    && intensity >= 0
                    && timeliness >= 0
                    && Math.abs(empathy + intensity + timeliness - 1) <= Rounding.LEFT_OVER)) {
                throw new IllegalArgumentException("apology weights must be at least 0 and sum to 1, but were "
                        + empathy + ", " + intensity + " and " + timeliness
                        + "\nMaybe use ApologyWeights.of, where they need not sum to 1.");
            }
        }

        /**
         * Returns weights in these proportions.
         *
         * @param empathy 0 or more; the weights need not sum to 1
         * @param intensity 0 or more
         * @param timeliness 0 or more
         * @return the weights
         * @throws IllegalArgumentException if a weight is negative, infinite or NaN, or all are 0
         */
        public static ApologyWeights of(double empathy, double intensity, double timeliness) {
            double sum = empathy + intensity + timeliness;
            if (!(empathy >= 0 && intensity >= 0 && timeliness >= 0 && sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("apology weights must be in [0, ∞) and not all 0, but were "
                        + empathy + ", " + intensity + " and " + timeliness);
            }
            return new ApologyWeights(empathy / sum, intensity / sum, timeliness / sum);
        }

        double utility(Apology apology) {
            double utility =
                    empathy * apology.empathy() + intensity * apology.intensity() + timeliness * apology.timeliness();
            return Math.min(1, utility); // rounding
        }

        /**
         * Returns the weights.
         *
         * @return for example {@code 0.5, 0.25 and 0.25}
         */
        @Override
        public String toString() {
            return empathy + ", " + intensity + " and " + timeliness;
        }
    }

    /**
     * Checks and copies the parts.
     *
     * @param weights the weights of the dimensions
     * @param power the power of the mean over the dimensions
     * @param evidenceWeights the weight of each piece of evidence
     * @param retentions what remains of the utility per step
     * @param caps the most that a capped dimension can be worth
     * @param minimumCoverage the coverage that a dimension needs to have a point
     * @param fairThreshold from how many points on a case counts as fair
     * @param compensationCurve by what curve a compensation is valued
     * @param overCompensationAbove above what multiple of the loss too much was given
     * @param apologyWeights how much each part of an apology counts
     * @throws IllegalArgumentException if a number is outside its range or NaN, a piece of evidence, a retention or a cap is missing, a retention is of
     *     evidence without steps, or no evidence of a dimension has a weight
     */
    public FairnessPolicy {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(compensationCurve, "compensationCurve");
        Objects.requireNonNull(apologyWeights, "apologyWeights");
        if (Double.isNaN(power)) {
            throw new IllegalArgumentException("power must be in [-∞, ∞], but was NaN");
        }
        evidenceWeights = complete("evidence weights", evidenceWeights, EnumSet.allOf(Evidence.class));
        retentions = complete("retentions", retentions, WITH_STEPS);
        caps = complete("caps", caps, EnumSet.allOf(Cap.class));
        evidenceWeights.forEach(FairnessPolicy::checkWeight);
        for (FairnessDimension dimension : FairnessDimension.values()) {
            checkSomeWeight(dimension, evidenceWeights);
        }
        retentions.forEach((evidence, retention) -> Checks.share(retention, "retention of " + evidence.label()));
        caps.forEach((cap, limit) -> Checks.share(limit, "cap"));
        Checks.share(minimumCoverage, "minimum coverage");
        Checks.within(fairThreshold, 0, 100, "fair threshold");
        if (!(overCompensationAbove >= 1)) {
            throw new IllegalArgumentException(
                    "limit of over-compensation must be at least 1, but was " + overCompensationAbove);
        }
        power += 0.0; // -0.0 is 0
        fairThreshold += 0.0;
    }

    private static <K extends Enum<K>> Map<K, Double> complete(String name, Map<K, Double> values, Set<K> keys) {
        if (!values.keySet().equals(keys)) {
            throw new IllegalArgumentException(name + " must be of " + keys + ", but were of " + values.keySet());
        }
        return Collections.unmodifiableMap(new EnumMap<>(values));
    }

    private static <K extends Enum<K>> Map<K, Double> each(Set<K> keys, ToDoubleFunction<K> value) {
        return keys.stream().collect(Collectors.toMap(key -> key, value::applyAsDouble));
    }

    private static void checkWeight(Evidence evidence, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "weight of " + evidence.label() + " must be in [0, ∞), but was " + weight);
        }
    }

    private static void checkSomeWeight(FairnessDimension dimension, Map<Evidence, Double> weights) {
        if (weights.entrySet().stream().noneMatch(e -> e.getKey().dimension() == dimension && e.getValue() > 0)) {
            throw new IllegalArgumentException("a weight in " + dimension + " must be more than 0, but all were 0");
        }
    }

    /**
     * Returns a copy with other weights of the dimensions, and the ordering that they rest on.
     *
     * @param newWeights the weights
     * @return the copy
     */
    public FairnessPolicy withWeights(FairnessWeights newWeights) {
        return new FairnessPolicy(
                newWeights,
                power,
                evidenceWeights,
                retentions,
                caps,
                minimumCoverage,
                fairThreshold,
                compensationCurve,
                overCompensationAbove,
                apologyWeights);
    }

    /**
     * Returns a copy with another power of the mean over the dimensions.
     *
     * @param newPower any number, or ±∞
     * @return the copy
     * @throws IllegalArgumentException if the power is NaN
     */
    public FairnessPolicy withPower(double newPower) {
        return new FairnessPolicy(
                weights,
                newPower,
                evidenceWeights,
                retentions,
                caps,
                minimumCoverage,
                fairThreshold,
                compensationCurve,
                overCompensationAbove,
                apologyWeights);
    }

    /**
     * Returns a copy with another weight of a piece of evidence in its dimension.
     *
     * @param evidence the piece of evidence
     * @param weight 0 or more; 0 leaves it out as if it never applied
     * @return the copy
     * @throws IllegalArgumentException if the weight is negative, infinite or NaN, or no evidence of the dimension has a weight left
     */
    public FairnessPolicy withEvidenceWeight(Evidence evidence, double weight) {
        return new FairnessPolicy(
                weights,
                power,
                changed(evidenceWeights, Objects.requireNonNull(evidence, "evidence"), weight),
                retentions,
                caps,
                minimumCoverage,
                fairThreshold,
                compensationCurve,
                overCompensationAbove,
                apologyWeights);
    }

    /**
     * Returns a copy with another retention: what remains of the utility per step, that is per further contact, hand-off or reopening, and per expected
     * time by which something came late.
     *
     * @param evidence one of FIRST_RESPONSE, RESOLUTION, CONTACTS, HAND_OFFS and REOPENINGS
     * @param retention from 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if the evidence has no steps, or the retention is not in [0, 1]
     */
    public FairnessPolicy withRetention(Evidence evidence, double retention) {
        return new FairnessPolicy(
                weights,
                power,
                evidenceWeights,
                changed(retentions, Objects.requireNonNull(evidence, "evidence"), retention),
                caps,
                minimumCoverage,
                fairThreshold,
                compensationCurve,
                overCompensationAbove,
                apologyWeights);
    }

    /**
     * Returns a copy with another limit of a capped dimension.
     *
     * @param cap what caps
     * @param limit the most that the dimension can be worth, from 0 to 1; 1 caps nothing
     * @return the copy
     * @throws IllegalArgumentException if the limit is not in [0, 1]
     */
    public FairnessPolicy withCap(Cap cap, double limit) {
        return new FairnessPolicy(
                weights,
                power,
                evidenceWeights,
                retentions,
                changed(caps, Objects.requireNonNull(cap, "cap"), limit),
                minimumCoverage,
                fairThreshold,
                compensationCurve,
                overCompensationAbove,
                apologyWeights);
    }

    /**
     * Returns a copy with another coverage that a dimension needs to have a point.
     *
     * @param coverage from 0 to 1; with 0 a single observation is enough
     * @return the copy
     * @throws IllegalArgumentException if the coverage is not in [0, 1]
     */
    public FairnessPolicy withMinimumCoverage(double coverage) {
        return new FairnessPolicy(
                weights,
                power,
                evidenceWeights,
                retentions,
                caps,
                coverage,
                fairThreshold,
                compensationCurve,
                overCompensationAbove,
                apologyWeights);
    }

    /**
     * Returns a copy with another threshold from which on a case counts as fair.
     *
     * @param points from 0 to 100
     * @return the copy
     * @throws IllegalArgumentException if the threshold is not in [0, 100]
     */
    public FairnessPolicy withFairThreshold(double points) {
        return new FairnessPolicy(
                weights,
                power,
                evidenceWeights,
                retentions,
                caps,
                minimumCoverage,
                points,
                compensationCurve,
                overCompensationAbove,
                apologyWeights);
    }

    /**
     * Returns a copy that values compensation by another curve.
     *
     * @param curve the curve
     * @return the copy
     */
    public FairnessPolicy withCompensationCurve(CompensationCurve curve) {
        return new FairnessPolicy(
                weights,
                power,
                evidenceWeights,
                retentions,
                caps,
                minimumCoverage,
                fairThreshold,
                curve,
                overCompensationAbove,
                apologyWeights);
    }

    /**
     * Returns a copy with another limit of over-compensation.
     *
     * @param ratio what was given as a multiple of what was lost, 1 or more; above it the result says so
     * @return the copy
     * @throws IllegalArgumentException if the ratio is less than 1, or NaN
     */
    public FairnessPolicy withOverCompensationAbove(double ratio) {
        return new FairnessPolicy(
                weights,
                power,
                evidenceWeights,
                retentions,
                caps,
                minimumCoverage,
                fairThreshold,
                compensationCurve,
                ratio,
                apologyWeights);
    }

    /**
     * Returns a copy with other weights of the parts of an apology, 3, 2 and 1 by default.
     *
     * @param empathy 0 or more; the weights need not sum to 1
     * @param intensity 0 or more
     * @param timeliness 0 or more
     * @return the copy
     * @throws IllegalArgumentException if a weight is negative, infinite or NaN, or all are 0
     */
    public FairnessPolicy withApologyWeights(double empathy, double intensity, double timeliness) {
        return new FairnessPolicy(
                weights,
                power,
                evidenceWeights,
                retentions,
                caps,
                minimumCoverage,
                fairThreshold,
                compensationCurve,
                overCompensationAbove,
                ApologyWeights.of(empathy, intensity, timeliness));
    }

    private static <K extends Enum<K>> Map<K, Double> changed(Map<K, Double> values, K key, double value) {
        Map<K, Double> copy = new EnumMap<>(values);
        copy.put(key, value);
        return copy;
    }

    double weight(Evidence evidence) {
        return Objects.requireNonNull(evidenceWeights.get(evidence));
    }

    /** What so many steps leave of a utility of 1. */
    double retained(Evidence evidence, double steps) {
        return Math.pow(Objects.requireNonNull(retentions.get(evidence)), steps);
    }

    /** Of so many contacts those that count. */
    static int further(int contacts) {
        return Math.max(0, contacts - FREE_CONTACTS);
    }

    double limit(Cap cap) {
        return Objects.requireNonNull(caps.get(cap));
    }

    /** Whether points reach the threshold; what they lack by rounding does not count. */
    boolean isFairFrom(double points) {
        return points >= fairThreshold - ROUNDING_OF_POINTS;
    }

    /** Whether one end counts as fair and the other does not. */
    boolean isUndecidedWithin(Interval range) {
        return !isFairFrom(range.lower()) && isFairFrom(range.upper());
    }

    /** Whether what was given, as a multiple of what was lost, is too much. */
    boolean isOverCompensation(OptionalDouble ratio) {
        return ratio.isPresent() && ratio.getAsDouble() > overCompensationAbove;
    }

    /** Whether so much of the weight that applies is enough; what it lacks by rounding does not count. */
    boolean isCovered(double observed, double applicable) {
        return observed > 0 && observed >= minimumCoverage * applicable * (1 - Rounding.LEFT_OVER);
    }

    /**
     * Returns the weights, the power, the curve and the threshold, and whatever else differs from the defaults.
     *
     * @return a text in one line, which is another for another policy
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("FairnessPolicy[" + weights + ", power " + power + ", "
                + compensationCurve + ", fair from " + fairThreshold);
        for (Evidence evidence : Evidence.values()) {
            append(
                    text,
                    "weight of " + evidence.label(),
                    Objects.requireNonNull(DEFAULT.evidenceWeights.get(evidence)),
                    weight(evidence));
            if (retentions.containsKey(evidence)) {
                append(
                        text,
                        "retention of " + evidence.label(),
                        Objects.requireNonNull(DEFAULT.retentions.get(evidence)),
                        retentions.get(evidence));
            }
        }
        caps.forEach((cap, limit) ->
                append(text, "cap of " + cap.label(), Objects.requireNonNull(DEFAULT.caps.get(cap)), limit));
        append(text, "minimum coverage", DEFAULT.minimumCoverage, minimumCoverage);
        append(text, "over-compensation above", DEFAULT.overCompensationAbove, overCompensationAbove);
        append(text, "apology weights", DEFAULT.apologyWeights, apologyWeights);
        return text.append(']').toString();
    }

    private static void append(StringBuilder text, String name, Object byDefault, Object value) {
        if (!byDefault.equals(value)) {
            text.append(", " + name + " " + value);
        }
    }
}

package io.github.cxkit.recovery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns the facts of a case into a {@link FairnessScore}: from 0 to 100, with its bounds and its reasons.
 *
 * <p>Each piece of evidence yields a utility (see {@link Evidence}); a dimension is their weighted mean, perhaps capped; the overall score is the weighted
 * power mean of the dimensions, M_p = (Σw·s^p)^(1/p), with p = 1 and equal weights by default.
 *
 * <pre>{@code
 * FairnessScore score = FairnessScorer.withDefaults().score(refundCase);
 * FairnessScorer.withDefaults().withWeights(FairnessWeights.TRANSACTION).withPower(0).score(refundCase);
 * }</pre>
 *
 * <ul>
 *   <li>Every constant is a default and an assumption: the shapes have support, the numbers were not measured.
 *   <li>More of a good never lowers a score and more of a bad never raises it, under every policy.
 *   <li>The lower p, the less a good dimension makes up for a bad one: p = −∞ is the weakest dimension. With p ≤ 0 one dimension at 0 makes all 0.
 *   <li>Nothing is guessed: what is not known widens the bounds, and where too much is unknown there is no point.
 * </ul>
 */
public final class FairnessScorer {

    /** So many points are due to rounding. */
    private static final double ROUNDING = 1e-9;

    /** Never changed once a scorer has it. */
    private static final class Policy {
        FairnessWeights weights = FairnessWeights.EQUAL;
        double power = 1;
        Map<Evidence, Double> evidenceWeights = new EnumMap<>(Evidence.class);
        Map<Evidence, Double> retentions = new EnumMap<>(Evidence.class);
        Map<FairnessCap, Double> caps = new EnumMap<>(FairnessCap.class);
        double minimumCoverage = 0.5;
        double fairThreshold = 70;
        CompensationCurve curve = CompensationCurve.FULL_REDRESS;
        double overCompensation = 1.5;
        List<Double> apologyWeights = List.of(3 / 6.0, 2 / 6.0, 1 / 6.0);

        Policy copy() {
            Policy copy = new Policy();
            copy.weights = weights;
            copy.power = power;
            copy.evidenceWeights = new EnumMap<>(evidenceWeights);
            copy.retentions = new EnumMap<>(retentions);
            copy.caps = new EnumMap<>(caps);
            copy.minimumCoverage = minimumCoverage;
            copy.fairThreshold = fairThreshold;
            copy.curve = curve;
            copy.overCompensation = overCompensation;
            copy.apologyWeights = apologyWeights;
            return copy;
        }

        List<Object> all() {
            return List.of(
                    weights,
                    power,
                    evidenceWeights,
                    retentions,
                    caps,
                    minimumCoverage,
                    fairThreshold,
                    curve,
                    overCompensation,
                    apologyWeights);
        }
    }

    private static final double CAP = 0.25;
    private static final FairnessScorer DEFAULTS = new FairnessScorer(defaults());

    private final Policy policy;

    private FairnessScorer(Policy policy) {
        this.policy = policy;
    }

    private static Policy defaults() {
        Policy defaults = new Policy();
        for (Evidence evidence : Evidence.values()) {
            defaults.evidenceWeights.put(evidence, evidence.defaultWeight());
            evidence.defaultRetention().ifPresent(retention -> defaults.retentions.put(evidence, retention));
        }
        for (FairnessCap cap : FairnessCap.values()) {
            defaults.caps.put(cap, CAP);
        }
        return defaults;
    }

    /**
     * Returns the scorer with equal weights, p = 1, full redress, caps of 0.25, a minimum coverage of 0.5 and "fair" from 70 points on.
     *
     * @return the default scorer
     */
    public static FairnessScorer withDefaults() {
        return DEFAULTS;
    }

    private FairnessScorer with(Consumer<Policy> change) {
        Policy copy = policy.copy();
        change.accept(copy);
        return new FairnessScorer(copy);
    }

    /**
     * Returns a copy with other weights of the dimensions, and the ordering that they rest on.
     *
     * @param weights the weights
     * @return the copy
     */
    public FairnessScorer withWeights(FairnessWeights weights) {
        Objects.requireNonNull(weights, "weights");
        return with(p -> p.weights = weights);
    }

    /**
     * Returns a copy with another power of the mean over the dimensions.
     *
     * @param power any number, or ±∞
     * @return the copy
     * @throws IllegalArgumentException if the power is NaN
     */
    public FairnessScorer withPower(double power) {
        if (Double.isNaN(power)) {
            throw new IllegalArgumentException("power must be in [-∞, ∞], but was NaN");
        }
        return with(p -> p.power = power + 0.0);
    }

    /**
     * Returns a copy with another weight of a piece of evidence in its dimension.
     *
     * @param evidence the piece of evidence
     * @param weight 0 or more; 0 leaves it out as if it never applied
     * @return the copy
     * @throws IllegalArgumentException if the weight is negative, infinite or NaN, or no evidence of the dimension has a weight left
     */
    public FairnessScorer withEvidenceWeight(Evidence evidence, double weight) {
        Objects.requireNonNull(evidence, "evidence");
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "weight of " + evidence.label() + " must be in [0, ∞), but was " + weight);
        }
        FairnessScorer copy = with(p -> p.evidenceWeights.put(evidence, weight));
        for (Evidence other : Evidence.values()) {
            if (other.dimension() == evidence.dimension() && copy.weight(other) > 0) {
                return copy;
            }
        }
        throw new IllegalArgumentException(
                "a weight in " + evidence.dimension() + " must be more than 0, but all were 0");
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
    public FairnessScorer withRetention(Evidence evidence, double retention) {
        if (evidence.defaultRetention().isEmpty()) {
            throw new IllegalArgumentException(
                    "evidence must be one with steps " + DEFAULTS.policy.retentions.keySet() + ", but was " + evidence);
        }
        Checks.share(retention, "retention of " + evidence.label());
        return with(p -> p.retentions.put(evidence, retention));
    }

    /**
     * Returns a copy with another limit of a capped dimension.
     *
     * @param cap what caps
     * @param limit the most that the dimension can be worth, from 0 to 1; 1 caps nothing
     * @return the copy
     * @throws IllegalArgumentException if the limit is not in [0, 1]
     */
    public FairnessScorer withCap(FairnessCap cap, double limit) {
        Objects.requireNonNull(cap, "cap");
        Checks.share(limit, "cap");
        return with(p -> p.caps.put(cap, limit));
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
    public FairnessScorer withApologyWeights(double empathy, double intensity, double timeliness) {
        List<Double> weights = List.of(empathy, intensity, timeliness);
        double sum = empathy + intensity + timeliness;
        if (!(empathy >= 0 && intensity >= 0 && timeliness >= 0 && sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("apology weights must be in [0, ∞) and not all 0, but were " + weights);
        }
        return with(p ->
                p.apologyWeights = weights.stream().map(weight -> weight / sum).toList());
    }

    /**
     * Returns a copy with another coverage that a dimension needs to have a point.
     *
     * @param coverage from 0 to 1; with 0 a single observation is enough
     * @return the copy
     * @throws IllegalArgumentException if the coverage is not in [0, 1]
     */
    public FairnessScorer withMinimumCoverage(double coverage) {
        Checks.share(coverage, "minimum coverage");
        return with(p -> p.minimumCoverage = coverage);
    }

    /**
     * Returns a copy with another threshold from which on a case counts as fair.
     *
     * @param points from 0 to 100
     * @return the copy
     * @throws IllegalArgumentException if the threshold is not in [0, 100]
     */
    public FairnessScorer withFairThreshold(double points) {
        if (!(points >= 0 && points <= 100)) {
            throw new IllegalArgumentException("fair threshold must be in [0, 100], but was " + points);
        }
        return with(p -> p.fairThreshold = points + 0.0);
    }

    /** Whether points reach the threshold; what they lack by rounding does not count. */
    boolean isFairFrom(double points) {
        return points >= policy.fairThreshold - ROUNDING;
    }

    /**
     * Returns a copy that values compensation by another curve.
     *
     * @param curve the curve
     * @return the copy
     */
    public FairnessScorer withCompensationCurve(CompensationCurve curve) {
        Objects.requireNonNull(curve, "curve");
        return with(p -> p.curve = curve);
    }

    /**
     * Returns a copy with another limit of over-compensation.
     *
     * @param ratio what was given as a multiple of what was lost, 1 or more; above it the score says so, by default above 1.5
     * @return the copy
     * @throws IllegalArgumentException if the ratio is less than 1, or NaN
     */
    public FairnessScorer withOverCompensationAbove(double ratio) {
        if (!(ratio >= 1)) {
            throw new IllegalArgumentException("limit of over-compensation must be at least 1, but was " + ratio);
        }
        return with(p -> p.overCompensation = ratio);
    }

    /**
     * Scores a case.
     *
     * @param recoveryCase the facts
     * @return the score, with its reasons
     * @throws IllegalArgumentException if nothing that has a weight applies to the case
     */
    public FairnessScore score(RecoveryCase recoveryCase) {
        Objects.requireNonNull(recoveryCase, "recoveryCase");
        Utility utility = new Utility(recoveryCase, this);
        Map<FairnessDimension, DimensionScore> dimensions = new EnumMap<>(FairnessDimension.class);
        boolean isAnyApplicable = false;
        for (FairnessDimension dimension : FairnessDimension.values()) {
            List<EvidenceScore> pieces = new ArrayList<>();
            for (Evidence piece : Evidence.values()) {
                if (piece.dimension() == dimension && weight(piece) > 0) {
                    utility.of(piece).ifPresent(u -> pieces.add(new EvidenceScore(piece, weight(piece), u)));
                }
            }
            isAnyApplicable |= !pieces.isEmpty();
            dimensions.put(dimension, score(dimension, pieces, recoveryCase));
        }
        if (!isAnyApplicable) {
            throw new IllegalArgumentException("some evidence with a weight must apply to the case, but none does");
        }
        return new FairnessScore(this, dimensions, recoveryCase, utility.ratio());
    }

    private DimensionScore score(FairnessDimension dimension, List<EvidenceScore> pieces, RecoveryCase facts) {
        Optional<FairnessCap> calledFor = calledFor(dimension, facts);
        double limit = calledFor
                .map(cap -> Objects.requireNonNull(policy.caps.get(cap)))
                .orElse(1.0);
        return new DimensionScore(dimension, pieces, policy.minimumCoverage, calledFor, limit);
    }

    /** The cap that the facts call for, whether or not there is anything to cap. */
    static Optional<FairnessCap> calledFor(FairnessDimension dimension, RecoveryCase facts) {
        return switch (dimension) {
            case PROCESS -> Optional.empty();
            case INTERACTION -> facts.violations().filter(set -> !set.isEmpty()).map(set -> FairnessCap.VIOLATION);
            case COMPENSATION ->
                facts.coreProblemFixed().filter(fixed -> !fixed).map(fixed -> FairnessCap.CORE_PROBLEM_NOT_FIXED);
        };
    }

    double weight(Evidence evidence) {
        return Objects.requireNonNull(policy.evidenceWeights.get(evidence));
    }

    double retention(Evidence evidence) {
        return Objects.requireNonNull(policy.retentions.get(evidence));
    }

    double utility(Apology apology) {
        List<Double> weights = policy.apologyWeights;
        double utility = weights.get(0) * apology.empathy()
                + weights.get(1) * apology.intensity()
                + weights.get(2) * apology.timeliness();
        return Math.min(1, utility); // rounding
    }

    double overCompensation() {
        return policy.overCompensation;
    }

    /**
     * Returns the weights of the dimensions.
     *
     * @return the weights, with their ordering
     */
    public FairnessWeights weights() {
        return policy.weights;
    }

    /**
     * Returns the power of the mean over the dimensions.
     *
     * @return the power, 1 by default
     */
    public double power() {
        return policy.power;
    }

    /**
     * Returns the threshold from which on a case counts as fair.
     *
     * @return from 0 to 100
     */
    public double fairThreshold() {
        return policy.fairThreshold;
    }

    /**
     * Returns the curve by which compensation is valued.
     *
     * @return the curve
     */
    public CompensationCurve compensationCurve() {
        return policy.curve;
    }

    /** The number that stands for what is meant by this policy in a state. */
    long code(String name) {
        return PolicyCode.of(name, policy.all());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FairnessScorer that && policy.all().equals(that.policy.all());
    }

    @Override
    public int hashCode() {
        return policy.all().hashCode();
    }

    /**
     * Returns the weights, the power, the curve and the threshold, and whatever else differs from the defaults.
     *
     * @return a text in one line, which is another for another policy
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("FairnessScorer[" + policy.weights + ", power " + policy.power + ", "
                + policy.curve + ", fair from " + policy.fairThreshold);
        Policy defaults = DEFAULTS.policy;
        for (Evidence evidence : Evidence.values()) {
            append(text, "weight of " + evidence.label(), evidence, defaults.evidenceWeights, policy.evidenceWeights);
            append(text, "retention of " + evidence.label(), evidence, defaults.retentions, policy.retentions);
        }
        for (FairnessCap cap : FairnessCap.values()) {
            append(text, "cap of " + cap.label(), cap, defaults.caps, policy.caps);
        }
        append(text, "minimum coverage", defaults.minimumCoverage, policy.minimumCoverage);
        append(text, "over-compensation above", defaults.overCompensation, policy.overCompensation);
        append(text, "apology weights", defaults.apologyWeights, policy.apologyWeights);
        return text.append(']').toString();
    }

    /** Of evidence without steps neither has a retention. */
    private static <K> void append(
            StringBuilder text, String name, K key, Map<K, Double> defaults, Map<K, Double> values) {
        if (values.containsKey(key)) {
            append(text, name, Objects.requireNonNull(defaults.get(key)), Objects.requireNonNull(values.get(key)));
        }
    }

    private static void append(StringBuilder text, String name, Object byDefault, Object value) {
        if (!byDefault.equals(value)) {
            text.append(", " + name + " " + value);
        }
    }
}

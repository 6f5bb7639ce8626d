package io.github.cxkit.recovery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.ResultView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How fairly a case was put right, by what was observed: points from 0 to 100 overall and per dimension, what is not known as bounds, and the reasons.
 *
 * <pre>{@code
 * FairnessScore score = FairnessScorer.withDefaults().score(refundCase);
 * score.overall();          // empty where too little is known
 * score.bounds();           // whatever the missing evidence said
 * score.weakest();          // the dimension to begin with
 * score.contributions();    // points lost, piece by piece
 * score.missing();          // what to find out, the most telling first
 * }</pre>
 *
 * <ul>
 *   <li>The overall score has a point only where each dimension that applies has one: no dimension borrows from the others.
 *   <li>A dimension that does not apply leaves the score; the weights of the others are scaled up.
 *   <li>It is about what happened. What the customer felt is {@link #perceived()}, a result of its own.
 *   <li>Score and points lost sum to 100, whatever the power of the mean: dimensions share what is lost by their Shapley values, evidence within a dimension
 *       by w·(1 − u).
 * </ul>
 */
public final class FairnessScore {

    private final FairnessScorer scorer;
    private final Map<FairnessDimension, DimensionScore> dimensions;
    private final List<DimensionScore> applicable;
    private final OptionalDouble overall;
    private final Interval bounds;
    private final Optional<Interval> weightRobust;
    private final Set<Violation> violations;
    private final OptionalDouble compensationRatio;
    private final Optional<Boolean> compensationInKind;
    private final Optional<Boolean> compensationImmediate;
    private final PerceivedFairness perceived;
    private final Set<FairnessNote> notes;

    /** The dimensions come in their order; the ratio is of what was given to what was lost. */
    FairnessScore(
            FairnessScorer scorer,
            Map<FairnessDimension, DimensionScore> dimensions,
            RecoveryCase facts,
            OptionalDouble compensationRatio) {
        this.scorer = scorer;
        this.dimensions = dimensions;
        this.applicable = new ArrayList<>();
        for (DimensionScore dimension : dimensions.values()) {
            if (dimension.isApplicable()) {
                applicable.add(dimension);
            }
        }
        double[] weights = weights();
        double lower = mean(lowers(), weights);
        double upper = mean(uppers(), weights);
        this.bounds = new Interval(Math.min(lower, upper), upper);
        boolean scored = true;
        for (DimensionScore dimension : applicable) {
            scored &= dimension.point().isPresent();
        }
        this.overall = scored
                ? OptionalDouble.of(Math.min(Math.max(mean(points(), weights), bounds.lower()), upper))
                : OptionalDouble.empty();
        this.weightRobust = scored ? Optional.of(overCorners()) : Optional.empty();
        this.violations = facts.violations().orElse(Set.of());
        this.compensationRatio = compensationRatio;
        this.compensationInKind = facts.loss()
                .flatMap(Loss::resource)
                .flatMap(lost ->
                        facts.compensation().flatMap(Compensation::resource).map(given -> given == lost));
        this.compensationImmediate = facts.compensation().flatMap(Compensation::immediate);
        this.perceived = PerceivedFairness.of(facts.answers());
        this.notes = notesOn(facts);
    }

    private double[] points() {
        double[] points = new double[applicable.size()];
        Arrays.setAll(points, i -> applicable.get(i).point().orElseThrow());
        return points;
    }

    private double[] lowers() {
        double[] lowers = new double[applicable.size()];
        Arrays.setAll(lowers, i -> applicable.get(i).bounds().lower());
        return lowers;
    }

    private double[] uppers() {
        double[] uppers = new double[applicable.size()];
        Arrays.setAll(uppers, i -> applicable.get(i).bounds().upper());
        return uppers;
    }

    private double[] weights() {
        double[] weights = new double[applicable.size()];
        Arrays.setAll(weights, i -> scorer.weights().weight(applicable.get(i).dimension()));
        return weights;
    }

    private double mean(double[] values, double[] weights) {
        return PowerMean.of(scorer.power(), values, weights);
    }

    private Interval overCorners() {
        int here = 0;
        int bit = 1;
        for (DimensionScore dimension : dimensions.values()) {
            here |= dimension.isApplicable() ? bit : 0;
            bit <<= 1;
        }
        double lower = overall.orElseThrow();
        double upper = lower;
        for (int corner : scorer.weights().corners(here)) {
            double mean = meanOf(corner);
            lower = Math.min(lower, mean);
            upper = Math.max(upper, mean);
        }
        return new Interval(lower, upper);
    }

    /** With equal weights; dimensions are bits in their order. */
    private double meanOf(int corner) {
        double[] points = new double[Integer.bitCount(corner)];
        int next = 0;
        int bit = 1;
        for (DimensionScore dimension : dimensions.values()) {
            if ((corner & bit) != 0) {
                points[next++] = dimension.point().orElseThrow();
            }
            bit <<= 1;
        }
        double[] equal = new double[points.length];
        Arrays.fill(equal, 1);
        return mean(points, equal);
    }

    private Set<FairnessNote> notesOn(RecoveryCase facts) {
        Set<FairnessNote> found = EnumSet.noneOf(FairnessNote.class);
        DimensionScore compensation = dimension(FairnessDimension.COMPENSATION);
        boolean redress = compensation.isApplicable();
        boolean interaction = dimension(FairnessDimension.INTERACTION).isApplicable();
        note(
                found,
                FairnessNote.NO_VIOLATION_REPORTED,
                interaction && facts.violations().isEmpty());
        note(
                found,
                FairnessNote.CORE_PROBLEM_UNKNOWN,
                redress && facts.coreProblemFixed().isEmpty());
        note(
                found,
                FairnessNote.ACCEPTANCE_UNKNOWN,
                redress
                        && compensationRatio.isPresent()
                        && !compensation.evidence().get(0).isObserved());
        note(
                found,
                FairnessNote.HAND_OFFS_HALF_KNOWN,
                facts.handOffs().isPresent() != facts.channelSwitches().isPresent()
                        && dimension(FairnessDimension.PROCESS).evidence().stream()
                                .anyMatch(piece -> piece.evidence() == Evidence.HAND_OFFS));
        note(found, FairnessNote.FAILURE_NOT_NOTICED, !facts.failure().noticed().orElse(true));
        note(found, FairnessNote.WEIGHTS_RENORMALISED, applicable.size() < dimensions.size());
        note(found, FairnessNote.TOO_LITTLE_EVIDENCE, overall.isEmpty());
        for (DimensionScore dimension : dimensions.values()) {
            note(
                    found,
                    FairnessNote.CAP_WITHOUT_DIMENSION,
                    !dimension.isApplicable()
                            && FairnessScorer.calledFor(dimension.dimension(), facts)
                                    .isPresent());
        }
        note(found, FairnessNote.OVER_COMPENSATED, isOverCompensated());
        note(found, FairnessNote.SENSITIVE_TO_WEIGHTS, isSensitiveToWeights());
        note(found, FairnessNote.MISSING_EVIDENCE_COULD_DECIDE, thresholdIsIn(bounds));
        return found;
    }

    private static void note(Set<FairnessNote> found, FairnessNote note, boolean applies) {
        if (applies) {
            found.add(note);
        }
    }

    /**
     * Returns the overall score.
     *
     * @return from 0 to 100; empty where a dimension that applies has too little evidence
     */
    public OptionalDouble overall() {
        return overall;
    }

    /**
     * Returns where the overall score would lie, whatever the missing evidence said: the mean of the lower and that of the upper bounds. Facts that cap
     * are no evidence: violations not stated are taken as none, and a core problem not known to be fixed caps nothing; the notes say so.
     *
     * @return the bounds, within 0 and 100; they contain {@link #overall()}
     */
    public Interval bounds() {
        return bounds;
    }

    /**
     * Returns the range of the overall score over all weights that the policy's ordering of the dimensions allows; from the weakest to the best dimension
     * where there is no ordering.
     *
     * @return the range, which contains {@link #overall()}; empty where that is
     */
    public Optional<Interval> weightRobust() {
        return weightRobust;
    }

    /**
     * Returns the score of one dimension.
     *
     * @param dimension the dimension
     * @return its points, bounds and coverage
     */
    public DimensionScore dimension(FairnessDimension dimension) {
        return Objects.requireNonNull(dimensions.get(Objects.requireNonNull(dimension, "dimension")));
    }

    /**
     * Returns the dimension with the fewest points.
     *
     * @return the dimension, the first of {@link FairnessDimension} among equals; empty where the overall score is
     */
    public Optional<FairnessDimension> weakest() {
        return overall.isEmpty()
                ? Optional.empty()
                : applicable.stream()
                        .min(Comparator.comparingDouble(d -> d.point().orElseThrow()))
                        .map(DimensionScore::dimension);
    }

    /**
     * Returns whether the case counts as fair, by its point. Where the bounds lie on both sides of the threshold,
     * {@link FairnessNote#MISSING_EVIDENCE_COULD_DECIDE} is among the notes.
     *
     * @return true from the policy's threshold on; empty where the overall score is
     */
    public Optional<Boolean> isFair() {
        return overall.isPresent() ? Optional.of(scorer.isFairFrom(overall.getAsDouble())) : Optional.empty();
    }

    /**
     * Returns whether some weights that the policy's ordering allows would call the case fair and others not.
     *
     * @return true if the threshold lies within {@link #weightRobust()}
     */
    public boolean isSensitiveToWeights() {
        return weightRobust.filter(this::thresholdIsIn).isPresent();
    }

    /** Whether one end counts as fair and the other does not. */
    private boolean thresholdIsIn(Interval range) {
        return !scorer.isFairFrom(range.lower()) && scorer.isFairFrom(range.upper());
    }

    /**
     * Returns the caps that lowered a dimension.
     *
     * @return the caps, perhaps none
     */
    public Set<FairnessCap> caps() {
        return applicable.stream()
                .flatMap(d -> d.cap().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FairnessCap.class)));
    }

    /**
     * Returns the violations that were reported, whether or not they lowered anything.
     *
     * @return the violations, perhaps none
     */
    public Set<Violation> violations() {
        return violations;
    }

    /**
     * Returns what was given as a multiple of what was lost.
     *
     * @return 0 or more, also where it is above what the curve rewards; empty where one of the two is not known or nothing was lost
     */
    public OptionalDouble compensationRatio() {
        return compensationRatio;
    }

    /**
     * Returns whether more was given than the policy's limit of over-compensation.
     *
     * @return true if {@link #compensationRatio()} is above the limit
     */
    public boolean isOverCompensated() {
        return compensationRatio.isPresent() && compensationRatio.getAsDouble() > scorer.overCompensation();
    }

    /**
     * Returns whether the compensation was of the kind of what was lost; reported, not scored.
     *
     * @return true or false; empty where one of the two is not known
     */
    public Optional<Boolean> compensationInKind() {
        return compensationInKind;
    }

    /**
     * Returns whether the compensation came at once; reported, not scored.
     *
     * @return true or false, if known
     */
    public Optional<Boolean> compensationImmediate() {
        return compensationImmediate;
    }

    /**
     * Returns how fair the customer says it was.
     *
     * @return the perceived fairness, empty in each dimension that was not asked
     */
    public PerceivedFairness perceived() {
        return perceived;
    }

    /**
     * Returns what the score rests on and what limits it.
     *
     * @return the notes, perhaps none
     */
    public Set<FairnessNote> notes() {
        return Collections.unmodifiableSet(notes);
    }

    /**
     * Returns the scorer that made this score.
     *
     * @return the scorer, with its policy
     */
    public FairnessScorer scorer() {
        return scorer;
    }

    /**
     * Returns the points lost against 100, by piece of evidence that counts and by cap; with the score they sum to 100.
     *
     * @return the points lost, 0 or more, the most first
     * @throws IllegalStateException if there is no overall score
     */
    public List<FairnessContribution> contributions() {
        return sorted(pointsLost());
    }

    private Map<FairnessFactor, Double> pointsLost() {
        if (overall.isEmpty()) {
            throw new IllegalStateException("contributions are undefined without an overall score");
        }
        Map<FairnessFactor, Double> lost = new LinkedHashMap<>();
        double[] byDimension = PointsLost.of(scorer.power(), points(), weights());
        for (int i = 0; i < byDimension.length; i++) {
            lost.putAll(applicable.get(i).share(byDimension[i]));
        }
        return lost;
    }

    private static List<FairnessContribution> sorted(Map<FairnessFactor, Double> points) {
        return points.entrySet().stream()
                .map(e -> new FairnessContribution(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble((FairnessContribution c) -> -Math.abs(c.points())))
                .toList();
    }

    /**
     * Returns the evidence that applies and was not observed, or not wholly, such as hand-offs without channel switches.
     *
     * @return the pieces, the first being that which could move the bounds most: by its weight in the dimension, the weight of the dimension and the
     *     range of its utility. Among equals in the order of {@link Evidence}; perhaps none
     */
    public List<Evidence> missing() {
        Map<Evidence, Double> ranges = new EnumMap<>(Evidence.class);
        for (DimensionScore dimension : applicable) {
            double all = dimension.evidence().stream()
                    .mapToDouble(EvidenceScore::weight)
                    .sum();
            for (EvidenceScore piece : dimension.evidence()) {
                if (!piece.isObserved()) {
                    double share = scorer.weights().weight(dimension.dimension()) * piece.weight() / all;
                    ranges.put(
                            piece.evidence(),
                            share * (piece.utility().upper() - piece.utility().lower()));
                }
            }
        }
        return ranges.entrySet().stream()
                .sorted(Map.Entry.<Evidence, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Returns the points lost in one dimension; over the dimensions and with the score they sum to 100.
     *
     * @param dimension the dimension
     * @return 0 or more; 0 where it does not apply
     * @throws IllegalStateException if there is no overall score
     */
    public double pointsLost(FairnessDimension dimension) {
        return pointsLost().entrySet().stream()
                .filter(e -> e.getKey().dimension() == dimension)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /**
     * Explains by how much this score is higher than another: what it lost less, by piece of evidence and by cap. The points sum to the difference of the
     * two overall scores.
     *
     * @param other a score by the same policy
     * @return the points, negative where this score lost more, the largest first in either direction
     * @throws IllegalArgumentException if the policies differ
     * @throws IllegalStateException if one of the two has no overall score
     */
    public List<FairnessContribution> explainAgainst(FairnessScore other) {
        if (!scorer.equals(other.scorer)) {
            throw new IllegalArgumentException(
                    "a score by " + scorer + " cannot be explained against one by another policy, " + other.scorer);
        }
        Map<FairnessFactor, Double> less = other.pointsLost();
        pointsLost().forEach((factor, lost) -> less.merge(factor, -lost, Double::sum));
        return sorted(less);
    }

    /**
     * Describes the score in a few lines: overall, dimensions, the points lost that show at one decimal, what is not known, what the customer says
     * where that was asked, and the notes.
     *
     * @return a text without personal data
     */
    public String describe() {
        List<String> lines = new ArrayList<>();
        lines.add(toString());
        dimensions.values().forEach(d -> lines.add("  " + d));
        if (overall.isPresent()) {
            List<FairnessContribution> shown =
                    contributions().stream().filter(c -> c.points() >= 0.05).toList();
            shown.stream().map(c -> "  lost: " + c).forEach(lines::add);
        }
        if (!missing().isEmpty()) {
            lines.add("  not known: " + missing().stream().map(Evidence::label).collect(Collectors.joining(", ")));
        }
        if (!perceived.isEmpty()) {
            lines.add("  " + perceived);
        }
        notes.forEach(n -> lines.add("  note: " + n.sentence()));
        return String.join("\n", lines);
    }

    /**
     * Returns the overall score, its bounds and the notes in plain values; what JSON shows of it.
     *
     * @return the view of one case: the limits are the {@link #bounds()}, with confidence 1, and say nothing about chance
     */
    @JsonValue
    public ResultView view() {
        return ResultView.bounded(
                new FairnessMetric(FairnessMetric.OVERALL, scorer),
                overall,
                Optional.of(bounds),
                1,
                notes.stream().map(FairnessNote::sentence).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FairnessScore that
                && scorer.equals(that.scorer)
                && dimensions.equals(that.dimensions)
                && violations.equals(that.violations)
                && compensationRatio.equals(that.compensationRatio)
                && compensationInKind.equals(that.compensationInKind)
                && compensationImmediate.equals(that.compensationImmediate)
                && perceived.equals(that.perceived)
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scorer, dimensions, violations, compensationRatio, perceived, notes);
    }

    /**
     * Returns the source, the overall score, its bounds and the weakest dimension.
     *
     * @return for example {@code observed fairness 76.6 (bounds 67.4 to 78.3), weakest COMPENSATION}
     */
    @Override
    public String toString() {
        return "observed fairness "
                + (overall.isPresent() ? MetricUnit.POINTS.format(overall.getAsDouble()) : "unknown")
                + " (bounds " + MetricUnit.POINTS.format(bounds.lower()) + " to "
                + MetricUnit.POINTS.format(bounds.upper()) + ")"
                + weakest().map(d -> ", weakest " + d).orElse("");
    }
}

package io.github.cxkit.recovery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.numbers.Checks;
import io.github.cxkit.metrics.numbers.Optionals;
import io.github.cxkit.recovery.Treatment.Violation;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/**
 * How fairly a case was put right, by what was observed: points from 0 to 100 overall and per dimension, what is not known as bounds, and the reasons.
 *
 * <pre>{@code
 * CaseFairness score = FairnessScorer.withDefaults().score(refundCase);
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
public final class CaseFairness {

    private final FairnessPolicy policy;
    private final Map<FairnessDimension, DimensionScore> dimensions;
    private final List<DimensionScore> applicable;
    private final Overall overall;
    private final Set<Violation> violations;
    private final OptionalDouble compensationRatio;
    private final Optional<Boolean> compensationInKind;
    private final Optional<Boolean> compensationImmediate;
    private final PerceivedFairness perceived;
    private final Set<Note> notes;

    /** The dimensions come in their order; the ratio is of what was given to what was lost. */
    CaseFairness(
            FairnessPolicy policy,
            Map<FairnessDimension, DimensionScore> dimensions,
            Overall overall,
            RecoveryCase facts,
            OptionalDouble compensationRatio,
            Set<Note> notes) {
        this.policy = policy;
        this.dimensions = dimensions;
        this.applicable = Overall.applicable(dimensions.values());
        this.overall = overall;
        this.violations = facts.treatment().violations().orElse(Set.of());
        this.compensationRatio = compensationRatio;
        this.compensationInKind = facts.redress()
                .loss()
                .flatMap(Loss::resource)
                .flatMap(lost -> facts.redress()
                        .compensation()
                        .flatMap(Compensation::resource)
                        .map(given -> given == lost));
        this.compensationImmediate = facts.redress().compensation().flatMap(Compensation::immediate);
        this.perceived = PerceivedFairness.of(facts.aftermath().answers());
        this.notes = notes;
    }

    /**
     * Returns the overall score.
     *
     * @return from 0 to 100; empty where a dimension that applies has too little evidence
     */
    public OptionalDouble overall() {
        return overall.points();
    }

    /**
     * Returns where the overall score would lie, whatever the missing evidence said: the mean of the lower and that of the upper bounds. Facts that cap
     * are no evidence: violations not stated are taken as none, and a core problem not known to be fixed caps nothing; the notes say so.
     *
     * @return the bounds, within 0 and 100; they contain {@link #overall()}
     */
    public Interval bounds() {
        return overall.bounds();
    }

    /**
     * Returns the range of the overall score over all weights that the policy's ordering of the dimensions allows; from the weakest to the best dimension
     * where there is no ordering.
     *
     * @return the range, which contains {@link #overall()}; empty where that is
     */
    public Optional<Interval> weightRobust() {
        return overall.weightRobust();
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
        return overall().isEmpty()
                ? Optional.empty()
                : applicable.stream()
                        .min(Comparator.comparingDouble(d -> d.point().orElseThrow()))
                        .map(DimensionScore::dimension);
    }

    /**
     * Returns whether the case counts as fair, by its point. Where the bounds lie on both sides of the threshold,
     * {@link Note#MISSING_EVIDENCE_COULD_DECIDE} is among the notes.
     *
     * @return true from the policy's threshold on; empty where the overall score is
     */
    public Optional<Boolean> isFair() {
        return overall().isPresent() ? Optional.of(policy.isFairFrom(overall().getAsDouble())) : Optional.empty();
    }

    /**
     * Returns whether some weights that the policy's ordering allows would call the case fair and others not.
     *
     * @return true if the threshold lies within {@link #weightRobust()}
     */
    public boolean isSensitiveToWeights() {
        return weightRobust().filter(policy::isUndecidedWithin).isPresent();
    }

    /**
     * Returns the caps that lowered a dimension.
     *
     * @return the caps, perhaps none
     */
    public Set<FairnessPolicy.Cap> caps() {
        return applicable.stream()
                .flatMap(d -> d.cap().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FairnessPolicy.Cap.class)));
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
        return policy.isOverCompensation(compensationRatio);
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
    public Set<Note> notes() {
        return Collections.unmodifiableSet(notes);
    }

    /**
     * Returns by what the case was judged.
     *
     * @return the policy
     */
    public FairnessPolicy policy() {
        return policy;
    }

    /**
     * Returns the points lost against 100, by piece of evidence that counts and by cap; with the score they sum to 100.
     *
     * @return the points lost, 0 or more, the most first
     * @throws IllegalStateException if there is no overall score
     */
    public List<Contribution> contributions() {
        return sorted(pointsLost());
    }

    private Map<Factor, Double> pointsLost() {
        if (overall().isEmpty()) {
            throw new IllegalStateException("contributions are undefined without an overall score");
        }
        Map<Factor, Double> lost = new LinkedHashMap<>();
        double[] byDimension =
                PointsLost.of(policy.power(), Overall.points(applicable), Overall.weights(policy, applicable));
        for (int i = 0; i < byDimension.length; i++) {
            lost.putAll(PointsLost.share(byDimension[i], applicable.get(i)));
        }
        return lost;
    }

    private static List<Contribution> sorted(Map<Factor, Double> points) {
        return points.entrySet().stream()
                .map(e -> new Contribution(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.points())))
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
                    double share = policy.weights().weight(dimension.dimension()) * piece.weight() / all;
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
    public List<Contribution> explainAgainst(CaseFairness other) {
        if (!policy.equals(other.policy)) {
            throw new IllegalArgumentException(
                    "a score by " + policy + " cannot be explained against one by another policy, " + other.policy);
        }
        Map<Factor, Double> less = other.pointsLost();
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
        if (overall().isPresent()) {
            List<Contribution> shown =
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
                new FairnessMetric(FairnessMetric.OVERALL, policy),
                overall(),
                Optional.of(bounds()),
                1,
                notes.stream().map(Note::sentence).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseFairness that
                && policy.equals(that.policy)
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
        return Objects.hash(policy, dimensions, violations, compensationRatio, perceived, notes);
    }

    /**
     * Returns the source, the overall score, its bounds and the weakest dimension.
     *
     * @return for example {@code observed fairness 76.6 (bounds 67.4 to 78.3), weakest COMPENSATION}
     */
    @Override
    public String toString() {
        return "observed fairness "
                + (overall().isPresent() ? MetricUnit.POINTS.format(overall().getAsDouble()) : "unknown")
                + " (bounds " + MetricUnit.POINTS.format(bounds().lower()) + " to "
                + MetricUnit.POINTS.format(bounds().upper()) + ")"
                + weakest().map(d -> ", weakest " + d).orElse("");
    }

    /**
     * How fair one dimension of a case was: points from 0 to 100, the bounds that what is not known leaves, and how much is known.
     *
     * <p>With the utilities u of the evidence and its weights w: coverage Σw/Σw over the observed and over all that applies; point Σw·u/Σw over the observed;
     * lower bound with 0 and upper bound with 1 for everything that is not known.
     *
     * <ul>
     *   <li>No point where the coverage is below the policy's minimum, or nothing was observed.
     *   <li>A piece of which only the best is known, as hand-offs without channel switches, counts at its best where that lowers the point, and not at all
     *       where it would raise it. It is not observed, adds nothing to the coverage, and makes no point alone.
     *   <li>A dimension in which nothing applies has neither point nor bounds.
     *   <li>A cap holds for the point and for both bounds.
     * </ul>
     */
    public static final class DimensionScore {

        private final FairnessDimension dimension;
        private final List<EvidenceScore> evidence;

        /** What the point is the mean of. */
        private final List<EvidenceScore> counting;

        private final double coverage;
        private final OptionalDouble uncapped;
        private final OptionalDouble point;
        private final double lower;
        private final double upper;
        private final Optional<FairnessPolicy.Cap> cap;

        /** The numbers of a dimension to which nothing applies are not read. */
        DimensionScore(
                FairnessDimension dimension,
                List<EvidenceScore> evidence,
                List<EvidenceScore> counting,
                double coverage,
                OptionalDouble uncapped,
                OptionalDouble point,
                double lower,
                double upper,
                Optional<FairnessPolicy.Cap> cap) {
            this.dimension = dimension;
            this.evidence = evidence;
            this.counting = counting;
            this.coverage = coverage;
            this.uncapped = uncapped;
            this.point = point;
            this.lower = lower;
            this.upper = upper;
            this.cap = cap;
        }

        /**
         * Returns the dimension.
         *
         * @return the dimension
         */
        public FairnessDimension dimension() {
            return dimension;
        }

        /**
         * Returns whether anything of this dimension applies to the case.
         *
         * @return false where nothing applies
         */
        public boolean isApplicable() {
            return !evidence.isEmpty();
        }

        /**
         * Returns the points.
         *
         * @return from 0 to 100; empty where too little is known, or nothing applies
         */
        public OptionalDouble point() {
            return point;
        }

        /**
         * Returns the bounds: where the points would lie, whatever the missing evidence said. What caps is no evidence: a violation or an unsolved core
         * problem that nobody stated lowers neither bound.
         *
         * @return from the least to the greatest, within 0 and 100
         * @throws IllegalStateException if nothing in this dimension applies
         */
        public Interval bounds() {
            checkApplicable("bounds");
            return new Interval(lower, upper);
        }

        /**
         * Returns how much of the evidence that applies was observed, by weight.
         *
         * @return from 0 to 1
         * @throws IllegalStateException if nothing in this dimension applies
         */
        public double coverage() {
            checkApplicable("coverage");
            return coverage;
        }

        /**
         * Returns the cap that lowered the point or a bound.
         *
         * @return the cap; empty where there was none, or nothing to lower
         */
        public Optional<FairnessPolicy.Cap> cap() {
            return cap;
        }

        /**
         * Returns the evidence that applies, observed or not.
         *
         * @return the pieces, in the order of {@link Evidence}
         */
        public List<EvidenceScore> evidence() {
            return evidence;
        }

        private void checkApplicable(String what) {
            if (evidence.isEmpty()) {
                throw new IllegalStateException(what + " of " + dimension + " are undefined: nothing in it applies");
            }
        }

        List<EvidenceScore> counting() {
            return counting;
        }

        /** By how many points the cap lowered the point. */
        double cappedBy() {
            return uncapped.orElseThrow() - point.orElseThrow();
        }

        /**
         * Returns the dimension in plain values; what JSON shows of it.
         *
         * @return the view
         */
        @JsonValue
        public DimensionScoreView view() {
            boolean applies = isApplicable();
            return new DimensionScoreView(
                    dimension.name(),
                    Optionals.orNull(point),
                    applies ? (Double) lower : null,
                    applies ? (Double) upper : null,
                    applies ? (Double) coverage : null,
                    cap.map(Enum::name).orElse(null));
        }

        /**
         * How fair one dimension was, in plain values.
         *
         * @param dimension the name of the dimension
         * @param points from 0 to 100; null where too little is known, or nothing applies
         * @param lower the lower bound; null where nothing applies
         * @param upper the upper bound; null where nothing applies
         * @param coverage how much of the evidence was observed, from 0 to 1; null where nothing applies
         * @param cap the name of the cap that lowered it; null where there was none
         */
        public record DimensionScoreView(
                String dimension,
                @Nullable Double points,
                @Nullable Double lower,
                @Nullable Double upper,
                @Nullable Double coverage,
                @Nullable String cap) {}

        @Override
        public boolean equals(Object other) {
            return other instanceof DimensionScore that
                    && dimension == that.dimension
                    && evidence.equals(that.evidence)
                    && point.equals(that.point)
                    && Double.compare(lower, that.lower) == 0
                    && Double.compare(upper, that.upper) == 0
                    && cap.equals(that.cap);
        }

        @Override
        public int hashCode() {
            return Objects.hash(dimension, evidence, point, lower, upper, cap);
        }

        /**
         * Returns the dimension, its points, bounds and coverage.
         *
         * @return for example {@code PROCESS 82.4 (bounds 76.1 to 83.8, coverage 92%)}
         */
        @Override
        public String toString() {
            if (evidence.isEmpty()) {
                return dimension + " not applicable";
            }
            return dimension + " " + (point.isPresent() ? MetricUnit.POINTS.format(point.getAsDouble()) : "unknown")
                    + " (bounds "
                    + MetricUnit.POINTS.format(lower) + " to " + MetricUnit.POINTS.format(upper) + ", coverage "
                    + MetricUnit.PERCENT.format(100 * coverage, 0)
                    + cap.map(c -> ", capped: " + c.label()).orElse("") + ")";
        }
    }

    /**
     * What one piece of evidence that applies says: its weight and its utility, or the range in which the utility lies.
     *
     * @param evidence the piece of evidence
     * @param weight its weight in the dimension, more than 0
     * @param utility from 0 to 1: a single value where it was observed, all of it where nothing is known, the hull of both
     *     curves where only the acceptance is not known, up to the best where one of hand-offs and channel switches is not
     */
    public record EvidenceScore(Evidence evidence, double weight, Interval utility) {

        /**
         * Checks the parts.
         *
         * @param evidence the piece of evidence
         * @param weight its weight in the dimension
         * @param utility from 0 to 1
         * @throws IllegalArgumentException if the weight is not positive and finite, or the utility not in [0, 1]
         */
        public EvidenceScore {
            Objects.requireNonNull(evidence, "evidence");
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight must be in (0, ∞), but was " + weight);
            }
            Checks.share(utility.lower(), "utility");
            Checks.share(utility.upper(), "utility");
        }

        /**
         * Returns whether the utility is known.
         *
         * @return true if it is a single value
         */
        public boolean isObserved() {
            return utility.lower() == utility.upper();
        }

        /**
         * Returns the piece in plain values; what JSON shows of it.
         *
         * @return the view
         */
        @JsonValue
        public EvidenceScoreView view() {
            return new EvidenceScoreView(evidence.name(), weight, utility.lower(), utility.upper());
        }

        /**
         * What one piece of evidence is worth, in plain values.
         *
         * @param evidence the name of the {@link Evidence}
         * @param weight its weight in the dimension
         * @param lower the lower bound of its utility, from 0 to 1
         * @param upper the upper bound; that of a piece observed is the lower
         */
        public record EvidenceScoreView(String evidence, double weight, double lower, double upper) {}
    }

    /**
     * How many points of the overall score something accounts for: points lost against 100, or a part of the difference between two scores.
     *
     * @param factor the piece of evidence, or the cap
     * @param points the points
     */
    public record Contribution(Factor factor, double points) {

        /**
         * Checks the parts.
         *
         * @param factor the piece of evidence, or the cap
         * @param points the points
         */
        public Contribution {
            Objects.requireNonNull(factor, "factor");
        }

        /**
         * Returns the points lost in plain values; what JSON shows of them.
         *
         * @return the view
         */
        @JsonValue
        public ContributionView view() {
            return new ContributionView(factor.label(), points);
        }

        /**
         * Points lost, in plain values.
         *
         * @param factor the label of the piece of evidence or of the cap
         * @param points the points
         */
        public record ContributionView(String factor, double points) {}

        /**
         * Returns the factor and the points.
         *
         * @return for example {@code redress 12.2}
         */
        @Override
        public String toString() {
            return factor.label() + " " + MetricUnit.POINTS.format(points);
        }
    }

    /** What a case can lose points for: a piece of {@link Evidence}, or a {@link FairnessPolicy.Cap} on a whole dimension. */
    public sealed interface Factor permits Evidence, FairnessPolicy.Cap {

        /**
         * Returns the dimension that it bears on.
         *
         * @return the dimension
         */
        FairnessDimension dimension();

        /**
         * Returns its name for display.
         *
         * @return for example {@code first response}
         */
        String label();
    }

    /** What a reader of a fairness score must know: assumptions that it rests on, and what limits it. */
    public enum Note {
        /** Nothing was said about violations; they are taken as none. */
        NO_VIOLATION_REPORTED("no violation was reported; taken as none"),
        /** Whether the core problem was fixed is not known; no cap was applied. */
        CORE_PROBLEM_UNKNOWN("whether the core problem was fixed is not known; no cap was applied"),
        /** Whether the customer accepted the flawed service is not known, and it matters; both curves bound the compensation. */
        ACCEPTANCE_UNKNOWN("whether the flawed service was accepted is not known; both curves bound the compensation"),
        /** Hand-offs are known and channel switches are not, or the other way round; what is known counts as if there were none of the other, and only downwards. */
        HAND_OFFS_HALF_KNOWN(
                "of hand-offs and channel switches only one is known; it can lower the points, not raise them"),
        /** The customer did not notice the failure; no apology was called for. */
        FAILURE_NOT_NOTICED("the customer did not notice the failure; no apology was called for"),
        /** A dimension does not apply; the weights of the others were scaled up to 1. */
        WEIGHTS_RENORMALISED("a dimension does not apply; the weights of the others were scaled up"),
        /** A dimension has too little evidence for a point; so has the overall score. */
        TOO_LITTLE_EVIDENCE("a dimension has too little evidence; bounds only"),
        /** A violation was reported, or the core problem was not fixed, in a dimension that does not apply; there was nothing to cap. */
        CAP_WITHOUT_DIMENSION("a cap was called for in a dimension that does not apply"),
        /** More was given than the policy's limit of over-compensation. */
        OVER_COMPENSATED("more was given than the limit of over-compensation"),
        /** Whether the case counts as fair depends on weights that nobody knows so exactly. */
        SENSITIVE_TO_WEIGHTS("whether this is fair depends on the weights"),
        /** The bounds lie on both sides of the threshold: what is not known could decide whether the case counts as fair. */
        MISSING_EVIDENCE_COULD_DECIDE("whether this is fair depends on what is not known");

        private final String sentence;

        Note(String sentence) {
            this.sentence = sentence;
        }

        /**
         * Returns the note as a sentence.
         *
         * @return without a capital and a full stop
         */
        public String sentence() {
            return sentence;
        }
    }
}

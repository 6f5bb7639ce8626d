package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.numbers.Checks;
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
    private final Set<Note> notes;

    /** The dimensions come in their order; the ratio is of what was given to what was lost. */
    CaseFairness(
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

    private Set<Note> notesOn(RecoveryCase facts) {
        Set<Note> found = EnumSet.noneOf(Note.class);
        DimensionScore compensation = dimension(FairnessDimension.COMPENSATION);
        boolean redress = compensation.isApplicable();
        boolean interaction = dimension(FairnessDimension.INTERACTION).isApplicable();
        note(
                found,
                Note.NO_VIOLATION_REPORTED,
                interaction && facts.violations().isEmpty());
        note(
                found,
                Note.CORE_PROBLEM_UNKNOWN,
                redress && facts.coreProblemFixed().isEmpty());
        note(
                found,
                Note.ACCEPTANCE_UNKNOWN,
                redress
                        && compensationRatio.isPresent()
                        && !compensation.evidence().get(0).isObserved());
        note(
                found,
                Note.HAND_OFFS_HALF_KNOWN,
                facts.handOffs().isPresent() != facts.channelSwitches().isPresent()
                        && dimension(FairnessDimension.PROCESS).evidence().stream()
                                .anyMatch(piece -> piece.evidence() == Evidence.HAND_OFFS));
        note(found, Note.FAILURE_NOT_NOTICED, !facts.failure().noticed().orElse(true));
        note(found, Note.WEIGHTS_RENORMALISED, applicable.size() < dimensions.size());
        note(found, Note.TOO_LITTLE_EVIDENCE, overall.isEmpty());
        for (DimensionScore dimension : dimensions.values()) {
            note(
                    found,
                    Note.CAP_WITHOUT_DIMENSION,
                    !dimension.isApplicable()
                            && FairnessScorer.calledFor(dimension.dimension(), facts)
                                    .isPresent());
        }
        note(found, Note.OVER_COMPENSATED, isOverCompensated());
        note(found, Note.SENSITIVE_TO_WEIGHTS, isSensitiveToWeights());
        note(found, Note.MISSING_EVIDENCE_COULD_DECIDE, thresholdIsIn(bounds));
        return found;
    }

    private static void note(Set<Note> found, Note note, boolean applies) {
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
     * {@link Note#MISSING_EVIDENCE_COULD_DECIDE} is among the notes.
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
    public Set<Note> notes() {
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
    public List<Contribution> contributions() {
        return sorted(pointsLost());
    }

    private Map<Factor, Double> pointsLost() {
        if (overall.isEmpty()) {
            throw new IllegalStateException("contributions are undefined without an overall score");
        }
        Map<Factor, Double> lost = new LinkedHashMap<>();
        double[] byDimension = PointsLost.of(scorer.power(), points(), weights());
        for (int i = 0; i < byDimension.length; i++) {
            lost.putAll(applicable.get(i).share(byDimension[i]));
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
    public List<Contribution> explainAgainst(CaseFairness other) {
        if (!scorer.equals(other.scorer)) {
            throw new IllegalArgumentException(
                    "a score by " + scorer + " cannot be explained against one by another policy, " + other.scorer);
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
        if (overall.isPresent()) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseFairness that
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

        private static final double POINTS = 100;

        /** A coverage that is less than the minimum by this part is due to rounding. */
        private static final double ROUNDING = 1e-12;

        private final FairnessDimension dimension;
        private final List<EvidenceScore> evidence;

        /** Of what was observed; NaN where nothing was. */
        private final double mean;

        private final double coverage;
        private final OptionalDouble uncapped;
        private final OptionalDouble point;
        private final double lower;
        private final double upper;
        private final Optional<FairnessCap> cap;

        /** The cap is what was called for; the limit is in [0, 1], and 1 without a cap. */
        DimensionScore(
                FairnessDimension dimension,
                List<EvidenceScore> evidence,
                double minimumCoverage,
                Optional<FairnessCap> calledFor,
                double limit) {
            this.dimension = dimension;
            this.evidence = List.copyOf(evidence);
            double applicable = 0;
            double observed = 0;
            double known = 0;
            double least = 0;
            double most = 0;
            for (EvidenceScore piece : evidence) {
                applicable += piece.weight();
                least += piece.weight() * piece.utility().lower();
                most += piece.weight() * piece.utility().upper();
                if (piece.isObserved()) {
                    observed += piece.weight();
                    known += piece.weight() * piece.utility().lower();
                }
            }
            this.mean = known / observed;
            double counting = 0;
            double worth = 0;
            double worst = 1;
            double best = 0;
            for (EvidenceScore piece : evidence) {
                if (counts(piece)) {
                    double utility = piece.utility().upper();
                    counting += piece.weight();
                    worth += piece.weight() * utility;
                    worst = Math.min(worst, utility);
                    best = Math.max(best, utility);
                }
            }
            this.coverage = observed / applicable;
            double highest = POINTS * limit;
            double freeUpper = POINTS * Math.min(1, most / applicable);
            this.uncapped = observed > 0 && observed >= minimumCoverage * applicable * (1 - ROUNDING)
                    ? OptionalDouble.of(POINTS * Math.min(Math.max(worth / counting, worst), best)) // rounding
                    : OptionalDouble.empty();
            this.point = uncapped.isPresent() ? OptionalDouble.of(Math.min(uncapped.getAsDouble(), highest)) : uncapped;
            double floor = Math.min(POINTS * (least / applicable), highest);
            double ceiling = Math.min(freeUpper, highest);
            boolean allKnown = observed == applicable && point.isPresent();
            this.lower = allKnown ? point.getAsDouble() : Math.min(floor, point.orElse(floor)); // rounding
            this.upper = allKnown ? point.getAsDouble() : Math.max(ceiling, point.orElse(ceiling));
            this.cap = calledFor.filter(c -> freeUpper > highest);
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
        public Optional<FairnessCap> cap() {
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

        /** Shares points lost among the evidence that counts, by w·(1 − u), and the cap. */
        Map<Factor, Double> share(double lost) {
            double limited = uncapped.orElseThrow() - point.orElseThrow();
            double counting = 0;
            double missed = 0;
            for (EvidenceScore piece : evidence) {
                counting += counts(piece) ? piece.weight() : 0;
                missed += counts(piece) ? missedBy(piece) : 0;
            }
            double byCap = cap.isPresent() && limited > 0 ? limited / POINTS * counting : 0;
            double all = missed + byCap;
            Map<Factor, Double> shares = new LinkedHashMap<>();
            for (EvidenceScore piece : evidence) {
                if (counts(piece)) {
                    shares.put(piece.evidence(), all > 0 ? lost * (missedBy(piece) / all) : 0);
                }
            }
            if (byCap > 0) {
                shares.put(cap.orElseThrow(), lost * (byCap / all));
            }
            return shares;
        }

        /** What the point is the mean of: the observed, and what lowers it even at its best. */
        private boolean counts(EvidenceScore piece) {
            return piece.isObserved() || piece.utility().upper() < mean;
        }

        private static double missedBy(EvidenceScore piece) {
            return piece.weight() * (1 - piece.utility().upper());
        }

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
         * Returns the factor and the points.
         *
         * @return for example {@code redress 12.2}
         */
        @Override
        public String toString() {
            return factor.label() + " " + MetricUnit.POINTS.format(points);
        }
    }

    /** What a case can lose points for: a piece of {@link Evidence}, or a {@link FairnessCap} on a whole dimension. */
    public sealed interface Factor permits Evidence, FairnessCap {

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

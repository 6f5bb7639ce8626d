package io.github.cxkit.recovery;

import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.CaseFairness.EvidenceScore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Turns the facts of a case into a {@link CaseFairness}: points from 0 to 100, with their bounds and their reasons.
 *
 * <p>Each piece of evidence yields a utility (see {@link Evidence}); a dimension is their weighted mean, perhaps capped; the overall points are the weighted
 * power mean of the dimensions, M_p = (Σw·s^p)^(1/p), with p = 1 and equal weights by default.
 *
 * <pre>{@code
 * CaseFairness fairness = FairnessScorer.withDefaults().score(refundCase);
 * FairnessScorer.by(FairnessPolicy.DEFAULT.withWeights(FairnessWeights.TRANSACTION).withPower(0)).score(refundCase);
 * }</pre>
 *
 * <ul>
 *   <li>Every constant is the {@link FairnessPolicy}'s, a default and an assumption.
 *   <li>More of a good never lowers the points and more of a bad never raises them, under every policy.
 *   <li>The lower p, the less a good dimension makes up for a bad one: p = −∞ is the weakest dimension. With p ≤ 0 one dimension at 0 makes all 0.
 *   <li>Silence does not pay: a promise that was due and not met is a breach, where {@link RecoveryCase#withEventsUntil} says that all events are there.
 *   <li>Nothing is guessed: what is not known widens the bounds, and where too much is unknown there is no point.
 * </ul>
 *
 * @param policy by what it scores
 */
public record FairnessScorer(FairnessPolicy policy) {

    private static final FairnessScorer DEFAULT = new FairnessScorer(FairnessPolicy.DEFAULT);
    private static final double POINTS = 100;

    /**
     * Checks the policy.
     *
     * @param policy by what it scores
     */
    public FairnessScorer {
        Objects.requireNonNull(policy, "policy");
    }

    /**
     * Returns the scorer by {@link FairnessPolicy#DEFAULT}.
     *
     * @return the default scorer
     */
    public static FairnessScorer withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns the scorer by a policy.
     *
     * @param policy the policy
     * @return the scorer
     */
    public static FairnessScorer by(FairnessPolicy policy) {
        return new FairnessScorer(policy);
    }

    /**
     * Scores a case.
     *
     * @param recoveryCase the facts
     * @return its fairness, with the reasons
     * @throws IllegalArgumentException if nothing that has a weight applies to the case, or its treatment was judged by another than the policy says
     */
    public CaseFairness score(RecoveryCase recoveryCase) {
        Objects.requireNonNull(recoveryCase, "recoveryCase");
        checkJudge(recoveryCase.treatment());
        Utility utility = new Utility(recoveryCase, policy);
        Map<FairnessDimension, DimensionScore> dimensions = new EnumMap<>(FairnessDimension.class);
        boolean isAnyApplicable = false;
        for (FairnessDimension dimension : FairnessDimension.values()) {
            List<EvidenceScore> pieces = new ArrayList<>();
            for (Evidence piece : Evidence.values()) {
                if (piece.dimension() == dimension && policy.weight(piece) > 0) {
                    utility.of(piece)
                            .map(range -> new EvidenceScore(piece, policy.weight(piece), range))
                            .map(score -> utility.isBreach(piece) ? score.observed() : score)
                            .ifPresent(pieces::add);
                }
            }
            isAnyApplicable |= !pieces.isEmpty();
            dimensions.put(dimension, score(dimension, List.copyOf(pieces), calledFor(dimension, recoveryCase)));
        }
        if (!isAnyApplicable) {
            throw new IllegalArgumentException("some evidence with a weight must apply to the case, but none does");
        }
        Overall overall = Overall.of(policy, dimensions);
        return new CaseFairness(
                policy,
                dimensions,
                overall,
                recoveryCase,
                utility.ratio(),
                Notes.on(recoveryCase, policy, dimensions, overall, utility.ratio()));
    }

    /** Judgements of two classifiers, or of two versions of one, are not mixed. */
    private void checkJudge(Treatment treatment) {
        if (treatment.isJudged() && !treatment.judge().equals(policy.treatmentJudge())) {
            throw new IllegalArgumentException("treatment must be judged by "
                    + policy.treatmentJudge().map(Object::toString).orElse("nobody in particular") + ", but was by "
                    + treatment.judge().map(Object::toString).orElse("nobody in particular")
                    + "\nMaybe use FairnessPolicy.withTreatmentJudge and Treatment.withJudge.");
        }
    }

    /** The cap that the facts call for, whether or not there is anything to cap. */
    static Optional<FairnessPolicy.Cap> calledFor(FairnessDimension dimension, RecoveryCase facts) {
        return switch (dimension) {
            case PROCESS -> Optional.empty();
            case INTERACTION ->
                facts.treatment().violations().filter(set -> !set.isEmpty()).map(set -> FairnessPolicy.Cap.VIOLATION);
            case COMPENSATION ->
                facts.redress()
                        .coreProblemFixed()
                        .filter(fixed -> !fixed)
                        .map(fixed -> FairnessPolicy.Cap.CORE_PROBLEM_NOT_FIXED);
        };
    }

    private DimensionScore score(
            FairnessDimension dimension, List<EvidenceScore> evidence, Optional<FairnessPolicy.Cap> calledFor) {
        double applicable = 0;
        double observed = 0;
        double known = 0;
        double least = 0;
        double most = 0;
        boolean isAllExact = true;
        for (EvidenceScore piece : evidence) {
            applicable += piece.weight();
            least += piece.weight() * piece.utility().lower();
            most += piece.weight() * piece.utility().upper();
            isAllExact &= piece.isExact();
            if (piece.isObserved()) {
                observed += piece.weight();
                known += piece.weight() * piece.utility().upper();
            }
        }
        List<EvidenceScore> counting = counting(evidence, known / observed);
        boolean isCovered = policy.isCovered(observed, applicable);
        OptionalDouble uncapped = isCovered ? OptionalDouble.of(POINTS * mean(counting)) : OptionalDouble.empty();
        double highest = POINTS * calledFor.map(policy::limit).orElse(1.0);
        OptionalDouble point = isCovered ? OptionalDouble.of(Math.min(uncapped.getAsDouble(), highest)) : uncapped;
        double floor = Math.min(POINTS * (least / applicable), highest);
        double freeCeiling = POINTS * Math.min(1, most / applicable);
        double ceiling = Math.min(freeCeiling, highest);
        boolean isAllKnown = isAllExact && isCovered;
        return new DimensionScore(
                dimension,
                policy.assessed().contains(dimension),
                evidence,
                counting,
                observed / applicable,
                uncapped,
                point,
                isAllKnown ? point.getAsDouble() : Math.min(floor, point.orElse(floor)), // rounding
                isAllKnown ? point.getAsDouble() : Math.max(ceiling, point.orElse(ceiling)),
                calledFor.filter(cap -> freeCeiling > highest));
    }

    /** What the point is the mean of: the observed, and what lowers their mean even at its best. */
    private static List<EvidenceScore> counting(List<EvidenceScore> evidence, double meanOfObserved) {
        List<EvidenceScore> counting = new ArrayList<>();
        for (EvidenceScore piece : evidence) {
            if (piece.isObserved() || piece.utility().upper() < meanOfObserved) {
                counting.add(piece);
            }
        }
        return counting;
    }

    private static double mean(List<EvidenceScore> counting) {
        double weight = 0;
        double worth = 0;
        double worst = 1;
        double best = 0;
        for (EvidenceScore piece : counting) {
            double utility = piece.utility().upper();
            weight += piece.weight();
            worth += piece.weight() * utility;
            worst = Math.min(worst, utility);
            best = Math.max(best, utility);
        }
        return Math.min(Math.max(worth / weight, worst), best); // rounding
    }
}

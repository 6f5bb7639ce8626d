package io.github.cxkit.recovery;

import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.CaseFairness.Note;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/** What a reader of a result must know, found from the facts and from the result. */
final class Notes {

    private final Set<Note> found = EnumSet.noneOf(Note.class);

    private Notes() {}

    /** The ratio is of what was given to what was lost. */
    static Set<Note> on(
            RecoveryCase facts,
            FairnessPolicy policy,
            Map<FairnessDimension, DimensionScore> dimensions,
            Overall overall,
            OptionalDouble ratio) {
        Notes notes = new Notes();
        notes.onFacts(facts, dimensions, ratio);
        for (DimensionScore dimension : dimensions.values()) {
            boolean leaves = dimension.isAssessed() && !dimension.isApplicable();
            notes.add(Note.WEIGHTS_RENORMALISED, leaves);
            notes.add(
                    Note.CAP_WITHOUT_DIMENSION,
                    leaves
                            && FairnessScorer.calledFor(dimension.dimension(), facts)
                                    .isPresent());
        }
        notes.add(Note.PARTIAL, policy.isPartial());
        notes.add(Note.ONE_PIECE_OF_EVIDENCE, policy.isOfOnePiece());
        notes.add(
                Note.TOO_LITTLE_EVIDENCE,
                dimensions.values().stream()
                        .anyMatch(each -> each.isApplicable() && each.point().isEmpty()));
        notes.add(Note.OVER_COMPENSATED, policy.isOverCompensation(ratio));
        notes.add(
                Note.SENSITIVE_TO_WEIGHTS,
                !policy.isPartial()
                        && overall.weightRobust()
                                .filter(policy::isUndecidedWithin)
                                .isPresent());
        notes.add(
                Note.MISSING_EVIDENCE_COULD_DECIDE, !policy.isPartial() && policy.isUndecidedWithin(overall.bounds()));
        return notes.found;
    }

    private void onFacts(RecoveryCase facts, Map<FairnessDimension, DimensionScore> dimensions, OptionalDouble ratio) {
        DimensionScore process = Objects.requireNonNull(dimensions.get(FairnessDimension.PROCESS));
        DimensionScore interaction = Objects.requireNonNull(dimensions.get(FairnessDimension.INTERACTION));
        DimensionScore compensation = Objects.requireNonNull(dimensions.get(FairnessDimension.COMPENSATION));
        boolean redress = compensation.isApplicable();
        add(
                Note.NO_VIOLATION_REPORTED,
                interaction.isApplicable() && facts.treatment().violations().isEmpty());
        add(
                Note.CORE_PROBLEM_UNKNOWN,
                redress && facts.redress().coreProblemFixed().isEmpty());
        add(
                Note.ACCEPTANCE_UNKNOWN,
                redress && ratio.isPresent() && !compensation.evidence().get(0).isObserved());
        add(
                Note.HAND_OFFS_HALF_KNOWN,
                facts.handling().handOffs().isPresent()
                                != facts.handling().channelSwitches().isPresent()
                        && process.evidence().stream().anyMatch(piece -> piece.evidence() == Evidence.HAND_OFFS));
        add(
                Note.BREACHED_UNANSWERED,
                process.evidence().stream().anyMatch(piece -> piece.isObserved() && !piece.isExact()));
        add(Note.FAILURE_NOT_NOTICED, !facts.failure().noticed().orElse(true));
    }

    private void add(Note note, boolean applies) {
        if (applies) {
            found.add(note);
        }
    }
}

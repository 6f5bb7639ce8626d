package io.github.cxkit.examples.recovery;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MeanTally;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.CaseFairness.EvidenceScore;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessPolicy;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.FairnessSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Takes the scores of a group of cases. */
final class GroupTally {

    static final String FAIRNESS = "fairness";
    static final String FAIR_CASES = "fair cases";

    private static final Quantity POINTS =
            Quantity.of("points", MetricUnit.of("points", "", 1), Direction.HIGHER_IS_BETTER);

    private final FairnessSummary.Tally fairness;
    private final Map<FairnessDimension, Limits> limits = new EnumMap<>(FairnessDimension.class);
    private final Map<CaseFairness.Factor, MeanTally> lost = new LinkedHashMap<>();
    private final Map<CaseFairness.Note, Long> notes = new EnumMap<>(CaseFairness.Note.class);
    private final Set<Evidence> applied = EnumSet.noneOf(Evidence.class);
    private final Set<Evidence> observed = EnumSet.noneOf(Evidence.class);

    GroupTally(FairnessScorer scorer) {
        this.fairness = FairnessSummary.Tally.of(scorer);
        for (FairnessDimension dimension : FairnessDimension.values()) {
            limits.put(dimension, new Limits(MeanTally.of(POINTS), MeanTally.of(POINTS)));
        }
        for (Evidence evidence : Evidence.values()) {
            lost.put(evidence, MeanTally.of(POINTS));
        }
        for (FairnessPolicy.Cap cap : FairnessPolicy.Cap.values()) {
            lost.put(cap, MeanTally.of(POINTS));
        }
    }

    /** The bounds of one dimension, over the cases to which it applies. */
    private record Limits(MeanTally lower, MeanTally upper) {

        void accept(Interval bounds) {
            lower.accept(bounds.lower());
            upper.accept(bounds.upper());
        }

        Optional<Interval> means() {
            Mean least = lower.mean();
            return least.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Interval(
                            least.value(), Math.max(least.value(), upper.mean().value()))); // rounding
        }
    }

    private Limits limits(FairnessDimension dimension) {
        return Objects.requireNonNull(limits.get(dimension));
    }

    void accept(CaseFairness score) {
        fairness.accept(score);
        for (FairnessDimension dimension : FairnessDimension.values()) {
            if (score.dimension(dimension).isApplicable()) {
                limits(dimension).accept(score.dimension(dimension).bounds());
            }
        }
        for (FairnessDimension dimension : FairnessDimension.values()) {
            for (EvidenceScore piece : score.dimension(dimension).evidence()) {
                applied.add(piece.evidence());
                if (piece.isObserved()) {
                    observed.add(piece.evidence());
                }
            }
        }
        score.notes().forEach(note -> notes.merge(note, 1L, Long::sum));
        if (score.overall().isPresent()) {
            Map<CaseFairness.Factor, Double> here = new HashMap<>();
            for (CaseFairness.Contribution contribution : score.contributions()) {
                here.put(contribution.factor(), contribution.points());
            }
            lost.forEach((factor, points) -> points.accept(here.getOrDefault(factor, 0.0)));
        }
    }

    FairnessSummary summary() {
        return fairness.summary();
    }

    /** What applied to a case and was not known in any. */
    Set<Evidence> neverKnown() {
        Set<Evidence> never = EnumSet.copyOf(applied);
        never.removeAll(observed);
        return never;
    }

    /** In how many cases a note holds, the most frequent first. */
    Map<CaseFairness.Note, Long> notes() {
        Map<CaseFairness.Note, Long> sorted = new LinkedHashMap<>();
        notes.entrySet().stream()
                .sorted(Map.Entry.<CaseFairness.Note, Long>comparingByValue().reversed())
                .forEach(note -> sorted.put(note.getKey(), note.getValue()));
        return sorted;
    }

    /** Mean points lost per case that has a point, the most first; with the mean score they sum to 100. */
    List<CaseFairness.Contribution> pointsLost() {
        return lost.entrySet().stream()
                .map(factor -> new Lost(factor.getKey(), factor.getValue().mean()))
                .filter(part -> !part.points().isEmpty())
                .map(part -> new CaseFairness.Contribution(
                        part.factor(), part.points().value()))
                .sorted(Comparator.comparingDouble((CaseFairness.Contribution part) -> -part.points()))
                .toList();
    }

    private record Lost(CaseFairness.Factor factor, Mean points) {}

    /** Overall, the three dimensions, and the share of fair cases. */
    List<Figure> figures() {
        FairnessSummary summary = summary();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                FAIRNESS,
                false,
                summary.overall(),
                summary.isEmpty() ? Optional.empty() : Optional.of(summary.bounds()),
                OptionalDouble.empty()));
        for (FairnessDimension dimension : FairnessDimension.values()) {
            figures.add(new Figure(
                    dimension.name(),
                    false,
                    summary.dimension(dimension),
                    limits(dimension).means(),
                    summary.coverage(dimension)));
        }
        figures.add(Figure.of(FAIR_CASES, summary.fair()));
        return figures;
    }
}

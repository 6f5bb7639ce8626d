package io.github.cxkit.metrics.breakdown;

import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.change.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Each group of a breakdown against the others together. */
final class Comparing<K, S extends MergeableScore<?>> {

    private final S none;
    private final BaseGrading grading;
    private final Map<K, S> scores;

    Comparing(S none, BaseGrading grading, Map<K, S> scores) {
        this.none = none;
        this.grading = grading;
        this.scores = scores;
    }

    List<Breakdown.GroupComparison<K>> comparisons(Adjustment adjustment, double confidence) {
        long withAnswers =
                scores.values().stream().filter(score -> !score.isEmpty()).count();
        if (withAnswers < 2) {
            throw new IllegalStateException("comparisons need at least 2 groups with answers, but there "
                    + (withAnswers == 1 ? "was 1" : "were none"));
        }
        Map<K, Change> changes = changes(confidence);
        List<OptionalDouble> pValues =
                changes.values().stream().map(Change::pValue).toList();
        double[] raw = pValues.stream().flatMapToDouble(OptionalDouble::stream).toArray();
        double[] adjusted = withAnswers == 2 ? raw : adjustment.adjust(raw);
        List<Breakdown.GroupComparison<K>> comparisons = new ArrayList<>();
        int compared = 0;
        int tested = 0;
        for (Map.Entry<K, Change> entry : changes.entrySet()) {
            OptionalDouble pValue = pValues.get(compared++);
            OptionalDouble adjustedPValue =
                    pValue.isPresent() ? OptionalDouble.of(adjusted[tested++]) : OptionalDouble.empty();
            comparisons.add(
                    new Breakdown.GroupComparison<>(entry.getKey(), entry.getValue(), adjustedPValue, confidence));
        }
        return Collections.unmodifiableList(comparisons);
    }

    /**
     * From the rest to each group; the rest is the sum of the groups before and of those behind, so that nothing is
     * ever subtracted.
     */
    private Map<K, Change> changes(double confidence) {
        List<Map.Entry<K, S>> groups = List.copyOf(scores.entrySet());
        List<S> behind = new ArrayList<>(Collections.nCopies(groups.size(), none));
        for (int i = groups.size() - 1; i > 0; i--) {
            behind.set(i - 1, Totals.sum(groups.get(i).getValue(), behind.get(i)));
        }
        Map<K, Change> changes = new LinkedHashMap<>();
        S before = none;
        for (int i = 0; i < groups.size(); i++) {
            S score = groups.get(i).getValue();
            S rest = Totals.sum(before, behind.get(i));
            if (grading.grade(score) != BaseSize.SUPPRESSED && grading.grade(rest) != BaseSize.SUPPRESSED) {
                changes.put(groups.get(i).getKey(), Change.between(rest, score).withConfidence(confidence));
            }
            before = Totals.sum(before, score);
        }
        return changes;
    }
}

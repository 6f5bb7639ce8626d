package io.github.cxkit.examples.report;

import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each group of a breakdown against all other rows together, per score. */
final class AgainstRest {

    /** Two questions may be read alike, and are compared apart. */
    private record Reading(Question question, RatingMetric definition) {}

    private final Map<Reading, Map<String, Breakdown.GroupComparison<String>>> comparisons = new HashMap<>();

    private AgainstRest() {}

    /** Where groups are not compared. */
    static AgainstRest none() {
        return new AgainstRest();
    }

    static AgainstRest of(
            List<Question> questions,
            Map<String, List<RatingCounts>> groups,
            Adjustment adjustment,
            double confidence) {
        AgainstRest all = new AgainstRest();
        for (int i = 0; i < questions.size(); i++) {
            Map<String, RatingCounts> counts = new LinkedHashMap<>();
            for (Map.Entry<String, List<RatingCounts>> group : groups.entrySet()) {
                counts.put(group.getKey(), group.getValue().get(i));
            }
            Question question = questions.get(i);
            for (RatingMetric definition : question.definitions()) {
                all.add(
                        new Reading(question, definition),
                        Breakdown.of(definition, CustomScore::from, counts),
                        adjustment,
                        confidence);
            }
        }
        return all;
    }

    private void add(
            Reading reading, Breakdown<String, CustomScore> breakdown, Adjustment adjustment, double confidence) {
        boolean comparable = breakdown.groups().stream()
                        .filter(group -> !group.score().isEmpty())
                        .count()
                > 1;
        if (comparable) {
            Map<String, Breakdown.GroupComparison<String>> byGroup = new HashMap<>();
            breakdown
                    .withGrading(Result.GRADING)
                    .comparisons(adjustment, confidence)
                    .forEach(comparison -> byGroup.put(comparison.key(), comparison));
            comparisons.put(reading, byGroup);
        }
    }

    /** Whether no group of any score could be compared. */
    boolean isEmpty() {
        return comparisons.values().stream().allMatch(Map::isEmpty);
    }

    /** One group against the rest; empty where either has too few answers. */
    Optional<Breakdown.GroupComparison<String>> of(Question question, RatingMetric definition, String group) {
        return Optional.ofNullable(comparisons
                .getOrDefault(new Reading(question, definition), Map.of())
                .get(group));
    }
}

package io.github.cxkit.examples.recovery;

import io.github.cxkit.metrics.breakdown.Breakdown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A breakdown: what each group has of each figure, and how it compares with all other cases.
 *
 * @param title what the groups are by
 * @param sizes how many cases each group has
 * @param groups the figures of each group, in the order in which they are shown
 * @param comparisons by figure and group, where there are enough cases
 */
record Section(
        String title,
        Map<String, Long> sizes,
        Map<String, List<Figure>> groups,
        Map<String, Map<String, Breakdown.GroupComparison<String>>> comparisons) {

    Optional<Breakdown.GroupComparison<String>> againstRest(String figure, String group) {
        return Optional.ofNullable(comparisons.getOrDefault(figure, Map.of()).get(group));
    }

    long size(String group) {
        return sizes.getOrDefault(group, 0L);
    }

    /** The names of the figures, the same in every group. */
    List<String> figures() {
        return groups.values().stream()
                .findFirst()
                .map(figures -> figures.stream().map(Figure::name).toList())
                .orElse(List.of());
    }

    Figure figure(String group, String name) {
        return groups.getOrDefault(group, List.of()).stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether something is known about a figure in some group. */
    boolean says(String name) {
        return groups.keySet().stream().anyMatch(group -> figure(group, name).saysSomething());
    }

    boolean hasComparisons() {
        return comparisons.values().stream().anyMatch(byGroup -> !byGroup.isEmpty());
    }
}

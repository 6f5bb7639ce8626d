package io.github.cxkit.examples.recovery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.filtering;
import static java.util.stream.Collectors.groupingBy;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.recovery.FairnessDimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collector;

/** Makes breakdowns of the cases that were read; comparisons and outcomes are the library's {@link Breakdown}. */
final class Sections {

    static final String BY_FAIRNESS = "whether the case was fair";

    private static final Pattern INTEGER = Pattern.compile("\\d{1,18}");
    private static final MetricUnit POINTS = MetricUnit.of("points", "", 1);

    private final CaseCounter counter;
    private final List<Outcome> outcomes;
    private final double confidence;

    Sections(CaseCounter counter, List<Outcome> outcomes, double confidence) {
        this.counter = counter;
        this.outcomes = outcomes;
        this.confidence = confidence;
    }

    /** All cases together. */
    List<Figure> total() {
        List<Figure> figures = new ArrayList<>(counter.total().figures());
        for (int i = 0; i < outcomes.size(); i++) {
            int position = i;
            Outcome outcome = outcomes.get(i);
            figures.add(Figure.outcome(
                    outcome.isNumber()
                            ? counter.cases().stream().collect(mean(outcome, position))
                            : counter.cases().stream().collect(share(outcome, position))));
        }
        return figures;
    }

    Section by(String title, int position) {
        Building building = new Building(row -> row.groups().get(position));
        Map<String, GroupTally> tallies = counter.groups(position);
        for (String group : arrange(tallies.keySet())) {
            building.figures.put(
                    group,
                    new ArrayList<>(Objects.requireNonNull(tallies.get(group)).figures()));
        }
        building.compare(GroupTally.FAIRNESS, points(CaseRow::overall));
        for (FairnessDimension dimension : FairnessDimension.values()) {
            building.compare(dimension.name(), points(row -> row.dimension(dimension)));
        }
        building.compare(
                GroupTally.FAIR_CASES,
                filtering(
                        row -> row.overall().isPresent(),
                        Share.toShare(
                                ShareMetric.higherIsBetter(GroupTally.FAIR_CASES),
                                row -> row.standing().equals(CaseRow.FAIR))));
        building.addOutcomes();
        return new Section(title, building.sizes(), building.figures, building.comparisons);
    }

    /** What became of cases that were fair and of those that were not. */
    Section byFairness() {
        Building building = new Building(CaseRow::standing);
        List.of(CaseRow.FAIR, CaseRow.NOT_FAIR, CaseRow.NO_POINT).stream()
                .filter(standing ->
                        counter.cases().stream().anyMatch(row -> row.standing().equals(standing)))
                .forEach(standing -> building.figures.put(standing, new ArrayList<>()));
        building.addOutcomes();
        return new Section(BY_FAIRNESS, building.sizes(), building.figures, building.comparisons);
    }

    private static Collector<CaseRow, ?, Mean> points(Function<CaseRow, OptionalDouble> points) {
        return filtering(
                row -> points.apply(row).isPresent(),
                Mean.toMean(
                        Quantity.of("points", POINTS, Direction.HIGHER_IS_BETTER),
                        row -> points.apply(row).getAsDouble()));
    }

    private static Collector<CaseRow, ?, Mean> mean(Outcome outcome, int position) {
        return filtering(
                row -> row.outcomes().get(position).isPresent(),
                Mean.toMean(
                        outcome.quantity(), row -> row.outcomes().get(position).getAsDouble()));
    }

    private static Collector<CaseRow, ?, Share> share(Outcome outcome, int position) {
        return filtering(
                row -> row.outcomes().get(position).isPresent(),
                Share.toShare(
                        outcome.shareMetric(),
                        row -> row.outcomes().get(position).getAsDouble() > 0));
    }

    /** Numbers by their size, other names by the alphabet, empty cells last. */
    static List<String> arrange(Collection<String> groups) {
        boolean numbers = groups.stream()
                .allMatch(g -> g.equals(CaseCounter.EMPTY) || INTEGER.matcher(g).matches());
        Comparator<String> bySize =
                Comparator.comparingLong(g -> !numbers || g.equals(CaseCounter.EMPTY) ? 0 : Long.parseLong(g));
        return groups.stream()
                .sorted(Comparator.comparing((String g) -> g.equals(CaseCounter.EMPTY))
                        .thenComparing(bySize)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A section in the making. */
    private final class Building {

        private final Function<CaseRow, String> group;
        private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
        private final Map<String, Map<String, Breakdown.GroupComparison<String>>> comparisons = new HashMap<>();

        Building(Function<CaseRow, String> group) {
            this.group = group;
        }

        Map<String, Long> sizes() {
            return counter.cases().stream().collect(groupingBy(group, counting()));
        }

        void addOutcomes() {
            for (int i = 0; i < outcomes.size(); i++) {
                Outcome outcome = outcomes.get(i);
                if (outcome.isNumber()) {
                    add(compare(outcome.name(), mean(outcome, i)));
                } else {
                    add(compare(outcome.name(), share(outcome, i)));
                }
            }
        }

        private <S extends MergeableScore<S>> void add(Breakdown<String, S> breakdown) {
            figures.forEach((name, list) ->
                    list.add(Figure.outcome(breakdown.group(name).orElseThrow().score())));
        }

        /** Each group against all others; suppressed ones are not compared. */
        private <S extends MergeableScore<S>> Breakdown<String, S> compare(
                String figure, Collector<CaseRow, ?, S> score) {
            Breakdown<String, S> breakdown =
                    counter.cases().stream().collect(Breakdown.by(group, score)).withGrading(Figure.GRADING);
            Map<String, Breakdown.GroupComparison<String>> byGroup = new HashMap<>();
            long withCases = breakdown.groups().stream()
                    .map(Breakdown.Group::score)
                    .filter(s -> !s.isEmpty())
                    .count();
            if (withCases > 1) {
                breakdown
                        .comparisons(Adjustment.HOLM, confidence)
                        .forEach(comparison -> byGroup.put(comparison.key(), comparison));
            }
            comparisons.put(figure, byGroup);
            return breakdown;
        }
    }
}

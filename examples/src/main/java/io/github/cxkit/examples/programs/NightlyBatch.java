package io.github.cxkit.examples.programs;

import static io.github.cxkit.metrics.rating.Ces.toCesOrSkipped;
import static io.github.cxkit.metrics.rating.Csat.toCsatOrSkipped;
import static io.github.cxkit.metrics.rating.Nps.toNpsOrSkipped;
import static java.util.stream.Collectors.toMap;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.Nps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A nightly batch over a table of survey answers: key figures by region, trends by channel, changes, a goal, and states that are stored by month. Its lesson: a collector
 * says what is counted, {@link Breakdown} and {@link Trend} say apart by what; any one goes into any other.
 */
public record NightlyBatch(List<AnswerRow> table, List<CountRow> counts) {

    /** A row of the table; a question that was not answered is null. */
    public record AnswerRow(
            String region,
            String channel,
            LocalDate day,
            @Nullable Integer recommend,
            @Nullable Integer satisfied,
            @Nullable Integer easy) {}

    /** A row of {@code SELECT region, channel, month, recommend, COUNT(*) ... GROUP BY region, channel, month, recommend}. */
    public record CountRow(String region, String channel, YearMonth month, int score, long count) {}

    /** A row of the table of states: the NPS of a region in a month. */
    @SuppressWarnings("ArrayRecordComponent") // as the database driver has it
    public record StateRow(String region, YearMonth month, long[] state) {}

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Map<String, Collector<AnswerRow, ?, ? extends MergeableScore<?>>> KPIS = new TreeMap<>(Map.of(
            "loyalty", toNpsOrSkipped(AnswerRow::recommend),
            "satisfaction", toCsatOrSkipped(AnswerRow::satisfied),
            "ease", toCesOrSkipped(AnswerRow::easy)));
    private static final Collector<CountRow, ?, Nps> NPS_OF_COUNTS =
            Nps.toNps(Nps.STANDARD, (tally, row) -> tally.acceptTimes(row.score(), row.count()));

    private List<String> kpisByRegion() {
        List<String> lines = new ArrayList<>();
        KPIS.forEach((name, kpi) -> {
            Breakdown<String, ? extends MergeableScore<?>> byRegion =
                    table.stream().collect(Breakdown.by(AnswerRow::region, kpi));
            byRegion.groups().forEach(group -> lines.add(name + ", " + group));
            byRegion.comparisons(Adjustment.HOLM).forEach(c -> lines.add(name + ", " + c));
        });
        return lines;
    }

    private List<String> trendByChannel() {
        Map<String, Trend<Nps>> trends = counts.stream()
                .collect(Trend.byKey(
                        CountRow::channel, row -> start(row.month()), CalendarPeriod.MONTH, ZONE, NPS_OF_COUNTS));
        List<String> lines = new ArrayList<>();
        trends.forEach((channel, trend) -> trend.points()
                .forEach(point -> lines.add(channel + " " + point
                        + trend.changeFromPrevious(point.firstDay())
                                .map(change -> ", " + change.verdict())
                                .orElse(""))));
        return lines;
    }

    /** The change of each region from one quarter to the next; as many regions, as many chances to be wrong, so the p-values are adjusted. */
    private static List<String> changes(Map<String, Nps> before, Map<String, Nps> after) {
        Map<String, Change> changes = new TreeMap<>();
        after.forEach((region, score) -> Optional.ofNullable(before.get(region))
                .ifPresent(old -> changes.put(region, Change.between(old, score))));
        double[] adjusted = Adjustment.HOLM.adjust(changes.values().stream()
                .mapToDouble(change -> change.pValue().orElse(1))
                .toArray());
        List<String> lines = new ArrayList<>();
        changes.forEach((region, change) -> {
            double p = adjusted[lines.size()];
            Verdict verdict = p < 0.05 ? change.verdict() : Verdict.INCONCLUSIVE;
            String figure = String.format(Locale.ROOT, "%s, adjusted p %.4f", change.difference(), p);
            lines.add(region + " " + figure + ": " + verdict);
        });
        return lines;
    }

    /** Returns what the batch leaves for later ones. */
    public List<StateRow> store() {
        return counts.stream()
                .collect(Breakdown.byBoth(CountRow::region, CountRow::month, NPS_OF_COUNTS))
                .groups()
                .stream()
                .map(group -> new StateRow(
                        group.key().first(), group.key().second(), group.score().toLongs()))
                .toList();
    }

    private static Map<String, Nps> quarter(List<StateRow> rows, YearMonth first) {
        return rows.stream()
                .filter(row -> !row.month().isBefore(first) && row.month().isBefore(first.plusMonths(3)))
                .collect(toMap(
                        StateRow::region, row -> Nps.fromLongs(Nps.STANDARD, row.state()), Nps::plus, TreeMap::new));
    }

    private static Nps total(Map<String, Nps> byRegion) {
        return byRegion.values().stream().reduce(Nps::plus).orElseThrow();
    }

    private static Instant start(YearMonth month) {
        return TimeWindow.month(month, ZONE).from();
    }

    /** Runs the batch. */
    public List<String> run() {
        List<String> lines = new ArrayList<>(kpisByRegion());
        lines.addAll(trendByChannel());
        Map<String, Nps> winter = quarter(store(), YearMonth.of(2026, 1));
        Map<String, Nps> spring = quarter(store(), YearMonth.of(2026, 4));
        lines.addAll(changes(winter, spring));
        Goal goal = Goal.baseline(total(winter)).target(35).within(TimeWindow.quarter(2026, 2, ZONE));
        Goal.Progress progress = goal.evaluate(total(spring), start(YearMonth.of(2026, 6)), 2_000);
        lines.add(progress.toString());
        return lines;
    }

    /** Prints what the batch found. */
    public static void main(String[] args) {
        new NightlyBatch(MadeUpData.answers(), MadeUpData.counts()).run().forEach(System.out::println);
    }
}

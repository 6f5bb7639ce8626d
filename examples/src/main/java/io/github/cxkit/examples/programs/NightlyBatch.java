package io.github.cxkit.examples.programs;

import static java.util.stream.Collectors.groupingBy;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
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

/** A nightly batch over a table of survey answers: scores by region, trends by channel, changes, a goal, and states that are stored by month. */
public final class NightlyBatch {

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

    /** A key figure and how it is collected; the type variable is what lets {@link Breakdown#by} take it. */
    private record Kpi<S extends MergeableScore<S>>(String name, Collector<AnswerRow, ?, S> collector) {}

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Scale ONE_TO_FIVE = Csat.TOP_2_OF_5.scale();

    private static final List<Kpi<?>> KPIS = List.of(
            new Kpi<>(
                    "NPS",
                    Nps.toNps(Nps.STANDARD, (tally, row) -> accept(tally, Nps.STANDARD.scale(), row.recommend()))),
            new Kpi<>(
                    "CSAT", Csat.toCsat(Csat.TOP_2_OF_5, (tally, row) -> accept(tally, ONE_TO_FIVE, row.satisfied()))),
            new Kpi<>("CES", Ces.toCes(Ces.MEAN, (tally, row) -> accept(tally, Ces.MEAN.scale(), row.easy()))));

    private static final Collector<CountRow, ?, Nps> NPS_OF_COUNTS =
            Nps.toNps(Nps.STANDARD, (tally, row) -> tally.add(counts(row)));

    private final List<AnswerRow> table;
    private final List<CountRow> counts;

    /** Starts on the result sets of two queries. */
    public NightlyBatch(List<AnswerRow> table, List<CountRow> counts) {
        this.table = table;
        this.counts = counts;
    }

    private static void accept(RatingTally tally, Scale scale, @Nullable Integer answer) {
        tally.accept(Optional.ofNullable(answer).map(scale::answer).orElse(Answer.SKIPPED));
    }

    /** A row of a {@code GROUP BY} as counts. A tally has no "so many times this score"; its second number is a weight. */
    private static RatingCounts counts(CountRow row) {
        Scale scale = Nps.STANDARD.scale();
        long[] perPoint = new long[scale.points()];
        perPoint[row.score() - scale.lowest()] = row.count();
        return RatingCounts.of(scale, perPoint);
    }

    private List<String> kpisByRegion() {
        List<String> lines = new ArrayList<>();
        for (Kpi<?> kpi : KPIS) {
            lines.addAll(byRegion(kpi));
        }
        return lines;
    }

    private <S extends MergeableScore<S>> List<String> byRegion(Kpi<S> kpi) {
        Breakdown<String, S> byRegion = table.stream().collect(Breakdown.by(AnswerRow::region, kpi.collector()));
        List<String> lines = new ArrayList<>();
        byRegion.groups()
                .forEach(group -> lines.add(kpi.name() + " " + group.key() + " "
                        + (group.isSuppressed()
                                ? "too few answers"
                                : group.score().estimate())));
        for (Breakdown.GroupComparison<String> comparison : byRegion.comparisons(Adjustment.HOLM)) {
            lines.add(kpi.name() + " " + comparison.key() + " against the rest: " + comparison.verdict());
        }
        return lines;
    }

    private List<String> trendByChannel() {
        Map<String, Trend<Nps>> trends = counts.stream()
                .collect(groupingBy(
                        CountRow::channel,
                        TreeMap::new,
                        Trend.by(row -> start(row.month()), CalendarPeriod.MONTH, ZONE, NPS_OF_COUNTS)));
        List<String> lines = new ArrayList<>();
        trends.forEach((channel, trend) -> {
            for (Trend.Point<Nps> point : trend.points()) {
                String score = point.score().isEmpty()
                        ? "no answers"
                        : point.score().estimate().toString();
                String change = trend.changeFromPrevious(point.firstDay())
                        .map(c -> ", " + c.verdict())
                        .orElse("");
                lines.add(channel + " " + point.label() + " " + score + change);
            }
        });
        return lines;
    }

    /** The change of each region from one quarter to the next; as many regions, as many chances to be wrong, so the p-values are adjusted by hand. */
    private static List<String> changes(Map<String, Nps> before, Map<String, Nps> after) {
        Map<String, Change> changes = new TreeMap<>();
        after.forEach((region, score) -> {
            Nps old = before.get(region);
            if (old != null && !old.isEmpty() && !score.isEmpty()) {
                changes.put(region, Change.between(old, score));
            }
        });
        double[] adjusted = Adjustment.HOLM.adjust(changes.values().stream()
                .mapToDouble(change -> change.pValue().orElse(1))
                .toArray());
        List<String> lines = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, Change> entry : changes.entrySet()) {
            double p = adjusted[i++];
            Verdict verdict = p < 0.05 ? entry.getValue().verdict() : Verdict.INCONCLUSIVE;
            lines.add(String.format(
                    Locale.ROOT,
                    "%s %s, adjusted p %.4f: %s",
                    entry.getKey(),
                    entry.getValue().difference(),
                    p,
                    verdict));
        }
        return lines;
    }

    private List<StateRow> store() {
        List<StateRow> rows = new ArrayList<>();
        Map<YearMonth, Breakdown<String, Nps>> byMonth = counts.stream()
                .collect(groupingBy(CountRow::month, TreeMap::new, Breakdown.by(CountRow::region, NPS_OF_COUNTS)));
        byMonth.forEach((month, byRegion) -> byRegion.groups()
                .forEach(group -> rows.add(
                        new StateRow(group.key(), month, group.score().counts().toLongs()))));
        return rows;
    }

    private static Map<String, Nps> quarter(List<StateRow> rows, YearMonth first) {
        Map<String, Nps> quarter = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.month().isBefore(first) && row.month().isBefore(first.plusMonths(3)))
                .forEach(row -> quarter.merge(
                        row.region(), Nps.from(RatingCounts.fromLongs(Nps.STANDARD, row.state())), Nps::plus));
        return quarter;
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
        List<StateRow> states = store();
        Map<String, Nps> winter = quarter(states, YearMonth.of(2026, 1));
        Map<String, Nps> spring = quarter(states, YearMonth.of(2026, 4));
        lines.addAll(changes(winter, spring));
        Goal goal = Goal.baseline(total(winter)).target(35).within(TimeWindow.quarter(2026, 2, ZONE));
        lines.add(goal.evaluate(total(spring), start(YearMonth.of(2026, 6)), 2_000)
                .toString());
        return lines;
    }

    /** Prints what the batch found. */
    public static void main(String[] args) {
        new NightlyBatch(MadeUpData.answers(), MadeUpData.counts()).run().forEach(System.out::println);
    }
}

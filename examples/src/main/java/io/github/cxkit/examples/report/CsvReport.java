package io.github.cxkit.examples.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes a report as CSV: one row per group and score; a cell is empty where there is no such number. */
final class CsvReport {

    /** Against the rest, from the period before, and from last year. */
    private static final int COMPARISON_CELLS = 3 * 5;

    private CsvReport() {}

    static void write(Report report, PrintWriter out) throws IOException {
        // Not closed: the output is not ours.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(
                "group_column",
                "group",
                "metric",
                "value",
                "lower",
                "upper",
                "confidence",
                "method",
                "n",
                "skipped",
                "not_applicable",
                "base",
                "standard_error",
                "effective_n",
                "p_value",
                "verdict",
                "vs_rest",
                "vs_rest_lower",
                "vs_rest_upper",
                "vs_rest_adjusted_p",
                "vs_rest_verdict",
                "from_previous",
                "from_previous_lower",
                "from_previous_upper",
                "from_previous_p",
                "from_previous_verdict",
                "from_last_year",
                "from_last_year_lower",
                "from_last_year_upper",
                "from_last_year_p",
                "from_last_year_verdict");
        writeGroup(report, csv, "", "all", report.total(), AgainstRest.none(), Optional.empty());
        for (Report.Section section : report.sections()) {
            section.groups()
                    .forEach((group, counts) -> writeGroup(
                            report, csv, section.title(), group, counts, section.againstRest(), section.trend()));
        }
        report.compared().forEach(sides -> writeChanges(report, csv, sides));
        report.goals().forEach(pursued -> writeGoal(report, csv, pursued));
        csv.flush();
    }

    /** A change is a row like any other, with a p-value and a verdict; its n is that of both groups. */
    private static void writeChanges(Report report, CsvWriter csv, Report.Compared sides) {
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                Optional<Change> change = report.change(question, definition, sides);
                Optional<Estimate> difference = change.map(Change::difference);
                Optional<Interval> interval = difference.flatMap(Estimate::interval);
                List<String> cells = new ArrayList<>(List.of(
                        "change by " + sides.by(),
                        sides.groups().toString(),
                        definition.name(),
                        difference.map(e -> Double.toString(e.value())).orElse(""),
                        interval.map(i -> Double.toString(i.lower())).orElse(""),
                        interval.map(i -> Double.toString(i.upper())).orElse(""),
                        Double.toString(report.confidence()),
                        interval.isPresent() ? difference.map(Estimate::method).orElse("") : "",
                        difference.map(e -> Long.toString(e.count())).orElse(""),
                        "",
                        "",
                        change.map(c -> c.base().name().toLowerCase(Locale.ROOT))
                                .orElse("suppressed"),
                        "",
                        difference.map(e -> Double.toString(e.effectiveCount())).orElse(""),
                        change.flatMap(c -> c.pValue().stream().boxed().findFirst())
                                .map(p -> Double.toString(p))
                                .orElse(""),
                        change.map(c -> c.verdict().name().toLowerCase(Locale.ROOT))
                                .orElse("")));
                cells.addAll(Collections.nCopies(COMPARISON_CELLS, ""));
                csv.writeRecord(cells);
            }
        }
    }

    /** The value so far, or its change in per cent where the target is one; the verdict is how the goal stands. */
    private static void writeGoal(Report report, CsvWriter csv, Report.Pursued pursued) {
        Goal.Progress progress = pursued.progress();
        Optional<Estimate> estimate = pursued.isShown() ? progress.estimate() : Optional.empty();
        Optional<Interval> interval = estimate.flatMap(Estimate::interval);
        List<String> cells = new ArrayList<>(List.of(
                "goal " + pursued.aim(),
                pursued.sides().toString(),
                progress.goal().metric().name(),
                estimate.map(e -> Double.toString(e.value())).orElse(""),
                interval.map(i -> Double.toString(i.lower())).orElse(""),
                interval.map(i -> Double.toString(i.upper())).orElse(""),
                Double.toString(report.confidence()),
                interval.isPresent() ? estimate.map(Estimate::method).orElse("") : "",
                Long.toString(pursued.soFar().count()),
                "",
                "",
                Result.GRADING.grade(pursued.soFar()).name().toLowerCase(Locale.ROOT),
                "",
                Double.toString(pursued.soFar().effectiveCount()),
                "",
                pursued.isShown() ? progress.status().name().toLowerCase(Locale.ROOT) : ""));
        cells.addAll(Collections.nCopies(COMPARISON_CELLS, ""));
        csv.writeRecord(cells);
    }

    private static void writeGroup(
            Report report,
            CsvWriter csv,
            String column,
            String group,
            List<RatingCounts> counts,
            AgainstRest againstRest,
            Optional<TrendChanges> trend) {
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                Result result = report.result(question, definition, counts);
                Optional<Estimate> estimate = result.estimate();
                Optional<Interval> interval = estimate.flatMap(Estimate::interval);
                Optional<Breakdown.GroupComparison<String>> rest = againstRest.of(question, definition, group);
                List<String> cells = new ArrayList<>(List.of(
                        column,
                        group,
                        definition.name(),
                        estimate.map(e -> Double.toString(e.value())).orElse(""),
                        interval.map(i -> Double.toString(i.lower())).orElse(""),
                        interval.map(i -> Double.toString(i.upper())).orElse(""),
                        Double.toString(report.confidence()),
                        interval.isPresent() ? estimate.map(Estimate::method).orElse("") : "",
                        Long.toString(result.score().count()),
                        Long.toString(result.score().skipped()),
                        Long.toString(result.score().notApplicable()),
                        result.base().name().toLowerCase(Locale.ROOT),
                        result.standardError().stream()
                                .mapToObj(Double::toString)
                                .findFirst()
                                .orElse(""),
                        Double.toString(result.score().effectiveCount()),
                        "",
                        ""));
                cells.addAll(cells(
                        rest.map(Breakdown.GroupComparison::change),
                        rest.map(Breakdown.GroupComparison::adjustedPValue),
                        rest.map(Breakdown.GroupComparison::verdict)));
                cells.addAll(cells(trend.flatMap(t -> t.fromPrevious(question, definition, group))));
                cells.addAll(cells(trend.flatMap(t -> t.fromLastYear(question, definition, group))));
                csv.writeRecord(cells);
            }
        }
    }

    private static List<String> cells(Optional<Change> change) {
        return cells(change, change.map(Change::pValue), change.map(Change::verdict));
    }

    /** Difference, lower, upper, p and verdict, with the p and the verdict that count. */
    private static List<String> cells(
            Optional<Change> change, Optional<OptionalDouble> pValue, Optional<? extends Enum<?>> verdict) {
        Optional<Interval> limits = change.flatMap(c -> c.difference().interval());
        return List.of(
                change.map(c -> Double.toString(c.value())).orElse(""),
                limits.map(i -> Double.toString(i.lower())).orElse(""),
                limits.map(i -> Double.toString(i.upper())).orElse(""),
                pValue.flatMap(p -> p.stream().boxed().findFirst())
                        .map(p -> Double.toString(p))
                        .orElse(""),
                verdict.map(v -> v.name().toLowerCase(Locale.ROOT)).orElse(""));
    }
}

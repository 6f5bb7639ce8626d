package io.github.cxkit.examples.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.cxkit.metrics.Definition;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.RatingCounts;
import io.github.cxkit.metrics.breakdown.GroupComparison;
import io.github.cxkit.metrics.change.Change;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a report as CSV: one row per group and score; a cell is empty where there is no such number. */
final class CsvReport {

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
                "vs_rest_verdict");
        writeGroup(report, csv, "", "all", report.total(), AgainstRest.none());
        for (Report.Section section : report.sections()) {
            section.groups()
                    .forEach((group, counts) ->
                            writeGroup(report, csv, section.title(), group, counts, section.againstRest()));
        }
        report.compared().forEach(sides -> writeChanges(report, csv, sides));
        csv.flush();
    }

    /** A change is a row like any other, with a p-value and a verdict; its n is that of both groups. */
    private static void writeChanges(Report report, CsvWriter csv, Report.Compared sides) {
        for (Question question : report.questions()) {
            for (Definition definition : question.definitions()) {
                Optional<Change> change = report.change(question, definition, sides);
                Optional<Estimate> difference = change.map(Change::difference);
                Optional<Interval> interval = difference.flatMap(Estimate::interval);
                csv.writeRecord(
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
                                .orElse(""),
                        "",
                        "",
                        "",
                        "",
                        "");
            }
        }
    }

    private static void writeGroup(
            Report report,
            CsvWriter csv,
            String column,
            String group,
            List<RatingCounts> counts,
            AgainstRest againstRest) {
        for (Question question : report.questions()) {
            for (Definition definition : question.definitions()) {
                Result result = report.result(question, definition, counts);
                Optional<Estimate> estimate = result.estimate();
                Optional<Interval> interval = estimate.flatMap(Estimate::interval);
                Optional<GroupComparison<String>> rest = againstRest.of(question, definition, group);
                Optional<Estimate> difference = rest.map(r -> r.change().difference());
                Optional<Interval> limits = difference.flatMap(Estimate::interval);
                csv.writeRecord(
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
                        "",
                        difference.map(e -> Double.toString(e.value())).orElse(""),
                        limits.map(i -> Double.toString(i.lower())).orElse(""),
                        limits.map(i -> Double.toString(i.upper())).orElse(""),
                        rest.flatMap(r -> r.adjustedPValue().stream().boxed().findFirst())
                                .map(p -> Double.toString(p))
                                .orElse(""),
                        rest.map(r -> r.verdict().name().toLowerCase(Locale.ROOT))
                                .orElse(""));
            }
        }
    }
}

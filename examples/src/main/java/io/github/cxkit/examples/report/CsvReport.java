package io.github.cxkit.examples.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.cxkit.metrics.Definition;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.RatingCounts;
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
                "effective_n");
        writeGroup(report, csv, "", "all", report.total());
        for (Report.Section section : report.sections()) {
            section.groups().forEach((group, counts) -> writeGroup(report, csv, section.title(), group, counts));
        }
        csv.flush();
    }

    private static void writeGroup(
            Report report, CsvWriter csv, String column, String group, List<RatingCounts> counts) {
        for (Question question : report.questions()) {
            for (Definition definition : question.definitions()) {
                Result result = report.result(question, definition, counts);
                Optional<Estimate> estimate = result.estimate();
                Optional<Interval> interval = estimate.flatMap(Estimate::interval);
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
                        Double.toString(result.score().effectiveCount()));
            }
        }
    }
}

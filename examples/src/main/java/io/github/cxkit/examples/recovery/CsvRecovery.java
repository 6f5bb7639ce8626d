package io.github.cxkit.examples.recovery;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes a report as CSV: one row per group and figure; a cell is empty where there is no such number. */
final class CsvRecovery {

    private CsvRecovery() {}

    static void write(RecoveryReport report, PrintWriter out) throws IOException {
        // Not closed: the output is not ours.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(
                "group_column",
                "group",
                "figure",
                "value",
                "lower",
                "upper",
                "confidence",
                "method",
                "n",
                "cases",
                "bounds_lower",
                "bounds_upper",
                "known",
                "base",
                "p_value",
                "verdict",
                "vs_rest",
                "vs_rest_lower",
                "vs_rest_upper",
                "vs_rest_adjusted_p",
                "vs_rest_verdict");
        report.total()
                .forEach(figure -> writeFigure(
                        report, csv, "", "all", figure, report.tally().summary().count(), Optional.empty()));
        for (Section section : report.sections()) {
            section.groups()
                    .forEach((group, figures) -> figures.forEach(figure -> writeFigure(
                            report,
                            csv,
                            section.title(),
                            group,
                            figure,
                            section.size(group),
                            section.againstRest(figure.name(), group))));
        }
        for (RecoveryReport.Compared pair : report.compared()) {
            pair.differences().forEach(difference -> writeChange(report, csv, pair, difference));
        }
        csv.flush();
    }

    private static void writeFigure(
            RecoveryReport report,
            CsvWriter csv,
            String column,
            String group,
            Figure figure,
            long cases,
            Optional<Breakdown.GroupComparison<String>> rest) {
        Optional<Estimate> estimate = figure.estimate(report.confidence());
        Optional<Interval> interval = estimate.flatMap(Estimate::interval);
        Optional<Interval> against = rest.flatMap(r -> r.change().difference().interval());
        List<String> cells = new ArrayList<>(List.of(
                column,
                group,
                figure.name(),
                cell(estimate.map(Estimate::value)),
                cell(interval.map(Interval::lower)),
                cell(interval.map(Interval::upper)),
                Double.toString(report.confidence()),
                interval.isPresent() ? estimate.map(Estimate::method).orElse("") : "",
                Long.toString(figure.score().count()),
                Long.toString(cases),
                cell(figure.bounds().map(Interval::lower)),
                cell(figure.bounds().map(Interval::upper)),
                cell(boxed(figure.coverage())),
                figure.base().name().toLowerCase(Locale.ROOT),
                "",
                ""));
        cells.addAll(List.of(
                cell(rest.map(r -> r.change().value())),
                cell(against.map(Interval::lower)),
                cell(against.map(Interval::upper)),
                cell(rest.flatMap(r -> boxed(r.adjustedPValue()))),
                rest.map(r -> word(r.verdict(), figure.isOutcome())).orElse("")));
        csv.writeRecord(cells);
    }

    /** A change is a row like any other, with a p-value and a verdict; its n is that of both groups. */
    private static void writeChange(
            RecoveryReport report, CsvWriter csv, RecoveryReport.Compared pair, RecoveryReport.Difference difference) {
        Optional<Change> change = difference.change();
        Optional<Estimate> estimate = change.map(Change::difference);
        Optional<Interval> interval = estimate.flatMap(Estimate::interval);
        csv.writeRecord(
                "change by " + pair.by(),
                pair.before() + ":" + pair.after(),
                difference.before().name(),
                cell(estimate.map(Estimate::value)),
                cell(interval.map(Interval::lower)),
                cell(interval.map(Interval::upper)),
                Double.toString(report.confidence()),
                interval.isPresent() ? estimate.map(Estimate::method).orElse("") : "",
                estimate.map(e -> Long.toString(e.count())).orElse(""),
                "",
                "",
                "",
                "",
                change.map(c -> c.base().name().toLowerCase(Locale.ROOT)).orElse("suppressed"),
                cell(change.flatMap(c -> boxed(c.pValue()))),
                change.map(c -> word(c, difference.before().isOutcome())).orElse(""),
                "",
                "",
                "",
                "",
                "");
    }

    /** Of an outcome nobody has said which way is better. */
    static String word(Change change, boolean outcome) {
        return outcome
                ? word(ComparisonVerdict.of(change.verdict()), true)
                : change.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** Of an outcome nobody has said which way is better. */
    static String word(ComparisonVerdict verdict, boolean outcome) {
        if (outcome && verdict == ComparisonVerdict.BETTER) {
            return "higher";
        }
        return outcome && verdict == ComparisonVerdict.WORSE
                ? "lower"
                : verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String cell(Optional<Double> value) {
        return value.map(v -> Double.toString(v)).orElse("");
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}

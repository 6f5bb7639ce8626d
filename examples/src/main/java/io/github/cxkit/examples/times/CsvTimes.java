package io.github.cxkit.examples.times;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.breakdown.Breakdown;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes a report as CSV: one row per figure; a cell is empty where there is no such number. */
final class CsvTimes {

    private CsvTimes() {}

    static void write(TimesReport report, PrintWriter out) throws IOException {
        // Not closed: the output is not ours.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(
                "clock",
                "group_column",
                "group",
                "metric",
                "unit",
                "value",
                "lower",
                "upper",
                "confidence",
                "method",
                "n",
                "counted",
                "pending",
                "base",
                "p_value",
                "verdict",
                "vs_rest",
                "vs_rest_lower",
                "vs_rest_upper",
                "vs_rest_adjusted_p",
                "vs_rest_verdict",
                "note");
        for (Figure figure : report.figures()) {
            Optional<Interval> rest = figure.rest()
                    .flatMap(comparison -> comparison.change().difference().interval());
            csv.writeRecord(
                    figure.place().clock(),
                    figure.place().by(),
                    figure.place().group(),
                    figure.metric(),
                    figure.unit().name(),
                    text(figure.value()),
                    limit(figure.interval().map(Interval::lower)),
                    limit(figure.interval().map(Interval::upper)),
                    figure.method().equals("bounds")
                            ? ""
                            : Double.toString(report.settings().confidence()),
                    figure.method(),
                    Long.toString(figure.n()),
                    text(figure.counted()),
                    text(figure.pending()),
                    Figure.word(figure.base()),
                    text(figure.pValue()),
                    figure.verdict().map(Figure::word).orElse(""),
                    figure.rest()
                            .map(comparison ->
                                    Double.toString(comparison.change().value()))
                            .orElse(""),
                    limit(rest.map(Interval::lower)),
                    limit(rest.map(Interval::upper)),
                    figure.rest()
                            .map(Breakdown.GroupComparison::adjustedPValue)
                            .map(CsvTimes::text)
                            .orElse(""),
                    figure.rest()
                            .map(comparison -> Figure.word(comparison.verdict()))
                            .orElse(""),
                    figure.note());
        }
        csv.flush();
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }

    private static String limit(Optional<Double> limit) {
        return limit.map(number -> Double.toString(number)).orElse("");
    }
}

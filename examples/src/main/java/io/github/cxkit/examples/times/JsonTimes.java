package io.github.cxkit.examples.times;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.cxkit.examples.csv.BadRows;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.breakdown.GroupComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes a report as JSON at full precision; null where there is no such number, or an infinite one. */
final class JsonTimes {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
            .build();

    private final TimesReport report;
    private final JsonGenerator json;

    private JsonTimes(TimesReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    static void write(TimesReport report, PrintWriter out) throws IOException {
        // Not closed: the output is not ours.
        JsonGenerator json = FACTORY.createGenerator(out);
        json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        new JsonTimes(report, json).writeReport();
        json.flush();
        out.println();
    }

    private void writeReport() throws IOException {
        TimesReport.Input input = report.input();
        json.writeStartObject();
        json.writeStringField("source", input.source());
        json.writeBooleanField("sample", input.sample());
        json.writeStringField("rows_are", input.events() ? "events" : "cases");
        json.writeNumberField("rows", input.rows());
        writeBadRows(input.badRows());
        json.writeArrayFieldStart("columns");
        for (ColumnChoice.Use use : input.uses()) {
            json.writeStartObject();
            json.writeStringField("purpose", use.purpose());
            json.writeStringField("column", use.column());
            json.writeStringField("how", use.how());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (String note : input.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeStringField("seen_at", report.seenAt().toString());
        json.writeBooleanField(
                "seen_at_is_latest_in_file", report.settings().seenAt().isEmpty());
        json.writeStringField("zone", report.settings().zone().toString());
        json.writeStringField("open_hours", report.settings().hoursText());
        json.writeNumberField("cases", report.cases());
        json.writeNumberField("cases_left_out", input.casesLeftOut());
        json.writeNumberField("cases_not_selected", report.notSelected());
        json.writeNumberField("cases_later", report.later());
        json.writeNumberField("confidence", report.settings().confidence());
        json.writeArrayFieldStart("figures");
        for (Figure figure : report.figures()) {
            write(figure);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeBadRows(BadRows bad) throws IOException {
        json.writeObjectFieldStart("bad_rows");
        json.writeNumberField("count", bad.count());
        json.writeStringField("max_bad", report.input().maxBad().toString());
        json.writeBooleanField("too_many", report.hasTooManyBadRows());
        json.writeObjectFieldStart("by_reason");
        for (Map.Entry<String, Long> reason : bad.byReason().entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("first");
        for (BadRows.Example example : bad.examples()) {
            json.writeStartObject();
            json.writeNumberField("line", example.line());
            json.writeStringField("column", example.column());
            json.writeStringField("value", example.value());
            json.writeStringField("reason", example.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Figure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("clock", figure.place().clock());
        json.writeStringField("by", figure.place().by());
        json.writeStringField("group", figure.place().group());
        json.writeStringField("metric", figure.metric());
        json.writeStringField("unit", figure.unit().name());
        writeNumber("value", figure.value());
        writeInterval("", figure.interval());
        json.writeStringField("method", figure.method());
        json.writeNumberField("n", figure.n());
        writeCount("counted", figure.counted());
        writeCount("pending", figure.pending());
        json.writeStringField("base", Figure.word(figure.base()));
        if (figure.pValue().isPresent()) {
            writeNumber("p_value", figure.pValue());
        }
        if (figure.verdict().isPresent()) {
            json.writeStringField("verdict", Figure.word(figure.verdict().get()));
        }
        if (figure.rest().isPresent()) {
            GroupComparison<String> rest = figure.rest().get();
            writeNumber("vs_rest", OptionalDouble.of(rest.change().value()));
            writeInterval("vs_rest_", rest.change().difference().interval());
            writeNumber("vs_rest_adjusted_p", rest.adjustedPValue());
            json.writeStringField("vs_rest_verdict", Figure.word(rest.verdict()));
        }
        if (!figure.note().isEmpty()) {
            json.writeStringField("note", figure.note());
        }
        json.writeEndObject();
    }

    private void writeInterval(String prefix, Optional<Interval> interval) throws IOException {
        writeNumber(prefix + "lower", limit(interval.map(Interval::lower)));
        writeNumber(prefix + "upper", limit(interval.map(Interval::upper)));
    }

    private static OptionalDouble limit(Optional<Double> limit) {
        return limit.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private void writeNumber(String name, OptionalDouble number) throws IOException {
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            json.writeNumberField(name, number.getAsDouble());
        } else {
            json.writeNullField(name);
        }
    }

    private void writeCount(String name, OptionalLong count) throws IOException {
        if (count.isPresent()) {
            json.writeNumberField(name, count.getAsLong());
        }
    }
}

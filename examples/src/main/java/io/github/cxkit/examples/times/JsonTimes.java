package io.github.cxkit.examples.times;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cxkit.examples.csv.JsonHead;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.breakdown.Breakdown;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes a report as JSON at full precision; null where there is no such number, or an infinite one. */
final class JsonTimes {

    private final TimesReport report;
    private final JsonGenerator json;

    private JsonTimes(TimesReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    static void write(TimesReport report, PrintWriter out) throws IOException {
        JsonGenerator json = JsonHead.generator(out);
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
        JsonHead.badRows(json, input.badRows(), input.rows(), input.maxBad());
        JsonHead.columns(json, input.uses());
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
            Breakdown.GroupComparison<String> rest = figure.rest().get();
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

package io.github.cxkit.examples.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What the JSON of all commands begins with: how it looks, which rows were left out, and which columns were used. */
public final class JsonHead {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
            .build();

    private JsonHead() {}

    /** A generator that is flushed and not closed, for the output is not ours. */
    public static JsonGenerator generator(PrintWriter out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out);
        json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        return json;
    }

    /** Writes which rows were left out, and why. */
    public static void badRows(JsonGenerator json, BadRows bad, long rows, MaxBad maxBad) throws IOException {
        json.writeObjectFieldStart("bad_rows");
        json.writeNumberField("count", bad.count());
        json.writeStringField("max_bad", maxBad.toString());
        json.writeBooleanField("too_many", maxBad.isExceeded(bad.count(), rows));
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

    /** Writes which column was used for what. */
    public static void columns(JsonGenerator json, List<ColumnChoice.Use> uses) throws IOException {
        json.writeArrayFieldStart("columns");
        for (ColumnChoice.Use use : uses) {
            json.writeStartObject();
            json.writeStringField("purpose", use.purpose());
            json.writeStringField("column", use.column());
            json.writeStringField("how", use.how());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

package io.github.cxkit.examples.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, numbers and texts. */
public final class JsonMaps {

    private JsonMaps() {}

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            Object read = value(parser);
            if (parser.nextToken() != null) {
                throw new AssertionError("more than one value");
            }
            return (Map<String, Object>) read;
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    /** What a path of names and indices leads to. */
    public static @Nullable Object at(Object json, Object... path) {
        Object here = json;
        for (Object step : path) {
            here = step instanceof Integer index ? ((List<?>) here).get(index) : ((Map<?, ?>) here).get(step);
        }
        return here;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                return object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                return array;
            }
            case VALUE_NULL -> {
                return null;
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return parser.getBooleanValue();
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            default -> {
                return parser.getNumberValue();
            }
        }
    }
}

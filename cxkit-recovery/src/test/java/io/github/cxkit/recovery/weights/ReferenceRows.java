package io.github.cxkit.recovery.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Rows of reference values, by column; lines that begin with # say where the values come from. */
final class ReferenceRows {

    private ReferenceRows() {}

    static List<Map<String, String>> of(String file) {
        try (InputStream in = Objects.requireNonNull(ReferenceRows.class.getResourceAsStream(file), file)) {
            List<String[]> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
            List<Map<String, String>> rows = new ArrayList<>();
            for (String[] cells : lines.subList(1, lines.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) {
                    row.put(lines.get(0)[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Objects.requireNonNull(row.get(column), column));
    }

    static Map<String, ToDoubleFunction<Map<String, String>>> columns(List<String> names) {
        Map<String, ToDoubleFunction<Map<String, String>>> columns = new LinkedHashMap<>();
        names.forEach(name -> columns.put(name, row -> number(row, name)));
        return columns;
    }

    /** The columns of a file, one after the other. */
    static List<String> header(String file) {
        return List.copyOf(of(file).get(0).keySet());
    }

    /** All rows several times, which changes no correlation. */
    static <T> List<T> repeated(List<T> rows, int times) {
        return Collections.nCopies(times, rows).stream().flatMap(List::stream).toList();
    }
}

package io.github.cxkit.recovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows of reference values; lines that begin with # say where the values come from. */
final class ReferenceCsv {

    private ReferenceCsv() {}

    static Stream<Row> rows(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceCsv.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            List<String> header = Arrays.asList(lines.get(0).split(",", -1));
            return lines.stream().skip(1).map(line -> new Row(header, line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row. */
    record Row(List<String> header, String[] cells) {

        String text(String column) {
            return cells[header.indexOf(column)];
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        double[] numbers(String column) {
            return Arrays.stream(text(column).split(";", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        @Override
        public String toString() {
            return String.join(",", cells);
        }
    }
}

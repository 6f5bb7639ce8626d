package io.github.cxkit.metrics;

import io.github.cxkit.metrics.rating.Nps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Rows of reference values; lines that begin with # say where the values come from. */
public final class ReferenceCsv {

    private ReferenceCsv() {}

    /** The rows of a file beside a class. */
    public static Stream<Row> rows(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            List<String> header = Arrays.asList(lines.get(0).split(",", -1));
            return lines.stream().skip(1).map(line -> new Row(header, line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row. */
    public record Row(List<String> header, String[] cells) {

        public String text(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no column " + column + " in " + header);
            }
            return cells[index];
        }

        public long whole(String column) {
            return Long.parseLong(text(column));
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public OptionalDouble optional(String column) {
            return text(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
        }

        public Nps nps() {
            return Nps.promoters(whole("promoters")).passives(whole("passives")).detractors(whole("detractors"));
        }

        @Override
        public String toString() {
            return String.join(",", cells);
        }
    }
}

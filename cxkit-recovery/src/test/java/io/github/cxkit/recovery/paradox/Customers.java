package io.github.cxkit.recovery.paradox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Customers from plain numbers, for tests. */
final class Customers {

    static final double[] FAILED_BEFORE = {5, 6, 4, 6, 5, 7, 4, 5, 6, 5, 3, 6};
    static final double[] FAILED_AFTER = {6, 6, 5, 7, 5, 6, 6, 6, 7, 5, 5, 6};
    static final double[] OTHERS_BEFORE = {6, 5, 6, 7, 5, 6, 4, 6, 5, 7, 6, 5, 6, 4, 6};
    static final double[] OTHERS_AFTER = {6, 5, 6, 6, 6, 6, 5, 6, 5, 7, 6, 6, 6, 4, 5};

    private Customers() {}

    static List<CustomerWithFailure> failed(double[] before, double[] after) {
        return IntStream.range(0, before.length)
                .mapToObj(i -> CustomerWithFailure.of(before[i], after[i]))
                .toList();
    }

    static List<CustomerWithoutFailure> others(double[] before, double[] after) {
        return IntStream.range(0, before.length)
                .mapToObj(i -> CustomerWithoutFailure.of(before[i], after[i]))
                .toList();
    }

    /** Customers with a failure whose gains are these, about the middle of a wide scale. */
    static List<CustomerWithFailure> failedWithGains(double... gains) {
        double[] before =
                IntStream.range(0, gains.length).mapToDouble(i -> i % 3).toArray();
        return failed(before, sums(before, gains));
    }

    static List<CustomerWithoutFailure> othersWithGains(double... gains) {
        double[] before =
                IntStream.range(0, gains.length).mapToDouble(i -> i % 3).toArray();
        return others(before, sums(before, gains));
    }

    private static double[] sums(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] + other[i])
                .toArray();
    }

    static List<CustomerWithFailure> failedExample() {
        return failed(FAILED_BEFORE, FAILED_AFTER);
    }

    static List<CustomerWithoutFailure> othersExample() {
        return others(OTHERS_BEFORE, OTHERS_AFTER);
    }

    static double[] map(double[] values, DoubleUnaryOperator function) {
        return DoubleStream.of(values).map(function).toArray();
    }

    /** The rows of a file of reference values beside this class, by column. */
    static Stream<Map<String, String>> rows(String file) {
        try (InputStream in = Objects.requireNonNull(Customers.class.getResourceAsStream(file), file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            List<String> header = Arrays.asList(lines.get(0).split(",", -1));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < cells.length; i++) {
                    row.put(header.get(i), cells[i]);
                }
                rows.add(row);
            }
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] numbers(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}

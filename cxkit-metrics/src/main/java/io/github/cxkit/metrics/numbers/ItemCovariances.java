package io.github.cxkit.metrics.numbers;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The sums behind alpha; all are sums of squares and products about the mean, for divisors cancel. */
public final class ItemCovariances {

    private final Table table;
    private final double[][] deviations;

    public ItemCovariances(Table table) {
        this.table = table;
        this.deviations = new double[table.columns()][table.columns()];
        for (int i = 0; i < deviations.length && table.count() > 0; i++) {
            for (int j = 0; j < deviations.length; j++) {
                deviations[i][j] = i != j || table.varies(i) ? table.moments().deviations(i, j) : 0;
            }
        }
    }

    public int items() {
        return deviations.length;
    }

    public OptionalDouble alpha() {
        return alpha(allItems());
    }

    public OptionalDouble alphaWithout(int item) {
        return alpha(others(item));
    }

    private OptionalDouble alpha(int[] items) {
        double total = variation(items);
        return items.length < 2 || total == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(items.length / (items.length - 1.0) * (1 - sumOfItems(items) / total));
    }

    public OptionalDouble standardisedAlpha() {
        if (alpha().isEmpty() || !IntStream.of(allItems()).allMatch(table::varies)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < items(); i++) {
            for (int j = 0; j < i; j++) {
                sum += deviations[i][j] / Math.sqrt(deviations[i][i] * deviations[j][j]);
            }
        }
        double mean = sum / (items() * (items() - 1) / 2.0);
        double total = 1 + (items() - 1) * mean;
        return total > Rounding.LEFT_OVER ? OptionalDouble.of(items() * mean / total) : OptionalDouble.empty();
    }

    public OptionalDouble lambda2() {
        if (alpha().isEmpty()) {
            return OptionalDouble.empty();
        }
        double squares = 0;
        for (int i = 0; i < items(); i++) {
            for (int j = 0; j < items(); j++) {
                squares += i == j ? 0 : deviations[i][j] * deviations[i][j];
            }
        }
        double total = variation(allItems());
        return OptionalDouble.of(
                1 - sumOfItems(allItems()) / total + Math.sqrt(items() / (items() - 1.0) * squares) / total);
    }

    public OptionalDouble restCorrelation(int item) {
        int[] others = others(item);
        double rest = variation(others);
        if (rest == 0 || !table.varies(item)) {
            return OptionalDouble.empty();
        }
        double together = IntStream.of(others)
                .mapToDouble(other -> deviations[item][other])
                .sum();
        return OptionalDouble.of(together / Math.sqrt(deviations[item][item] * rest));
    }

    /** Of the sum of items; 0 where there are none or it does not vary. */
    private double variation(int[] items) {
        double total = 0;
        for (int i : items) {
            for (int j : items) {
                total += deviations[i][j];
            }
        }
        return total > Rounding.LEFT_OVER * sumOfItems(items) ? total : 0;
    }

    private double sumOfItems(int[] items) {
        return IntStream.of(items).mapToDouble(i -> deviations[i][i]).sum();
    }

    private int[] allItems() {
        return IntStream.range(0, items()).toArray();
    }

    private int[] others(int item) {
        return Arrays.stream(allItems()).filter(other -> other != item).toArray();
    }
}

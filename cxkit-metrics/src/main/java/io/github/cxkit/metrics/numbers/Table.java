package io.github.cxkit.metrics.numbers;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Complete rows of numbers, column by column about their means; the caller's rows are read once. */
public final class Table {

    /** Squares of larger numbers, summed, might be infinite. */
    private static final double LARGEST = 1e100;

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {

        /** Returns false for a row in which a value is missing. */
        boolean read(T row, double[] into);
    }

    private final int columns;
    private final int count;
    private final long incompleteCount;
    private final double[] centred;
    private final CoMoments moments;
    private final boolean[] varies;

    private Table(int columns, int count, long incompleteCount, double[] centred, double[] means) {
        this.columns = columns;
        this.count = count;
        this.incompleteCount = incompleteCount;
        this.centred = centred;
        this.moments = new CoMoments(columns);
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < columns; column++) {
                centred[row * columns + column] -= means[column];
            }
            moments.accept(centred, row * columns, 1);
        }
        this.varies = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            // A column whose deviations are this small a part of its mean varies in nothing but rounding.
            double rounding = Rounding.LEFT_OVER * means[column];
            varies[column] = moments.varies(column) && moments.deviations(column, column) > count * rounding * rounding;
        }
    }

    public static <T> Table read(Collection<? extends T> rows, List<String> names, Reader<T> reader) {
        int columns = names.size();
        double[] values = new double[Math.multiplyExact(rows.size(), columns)];
        double[] row = new double[columns];
        double[] means = new double[columns];
        int count = 0;
        long incomplete = 0;
        for (T source : rows) {
            if (!reader.read(Objects.requireNonNull(source, "row"), row)) {
                incomplete++;
                continue;
            }
            count++;
            double part = 1.0 / count;
            for (int column = 0; column < columns; column++) {
                double value = row[column];
                if (!(Math.abs(value) <= LARGEST)) {
                    throw new IllegalArgumentException(
                            names.get(column) + " must be in [-1e100, 1e100], but was " + value);
                }
                values[(count - 1) * columns + column] = value;
                // The running mean of equal numbers is that number, exactly.
                means[column] += (value - means[column]) * part;
            }
        }
        double[] complete = incomplete == 0 ? values : Arrays.copyOf(values, count * columns);
        return new Table(columns, count, incomplete, complete, means);
    }

    public int columns() {
        return columns;
    }

    public int count() {
        return count;
    }

    public long incompleteCount() {
        return incompleteCount;
    }

    public boolean varies(int column) {
        return varies[column];
    }

    public CoMoments moments() {
        return moments;
    }

    /** The co-moments of rows taken several times or not at all, in one pass. */
    public CoMoments moments(int[] times) {
        CoMoments resample = new CoMoments(columns);
        for (int row = 0; row < count; row++) {
            if (times[row] > 0) {
                resample.accept(centred, row * columns, times[row]);
            }
        }
        return resample;
    }

    /** The co-moments of each part of the rows, in one pass. */
    CoMoments[] momentsByPart(int[] parts, int numberOfParts) {
        CoMoments[] byPart = new CoMoments[numberOfParts];
        Arrays.setAll(byPart, part -> new CoMoments(columns));
        for (int row = 0; row < count; row++) {
            byPart[parts[row]].accept(centred, row * columns, 1);
        }
        return byPart;
    }

    /** A value, less the mean of its column. */
    public double centred(int row, int column) {
        return centred[row * columns + column];
    }
}

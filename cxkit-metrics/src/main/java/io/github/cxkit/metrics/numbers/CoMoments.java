package io.github.cxkit.metrics.numbers;

/**
 * Sums and sums of products of columns that were centred beforehand, so that little cancels. The products are a lower triangle by rows.
 */
public final class CoMoments {

    private final int columns;
    private final double[] sums;
    private final double[] products;
    private double count;

    public CoMoments(int columns) {
        this.columns = columns;
        this.sums = new double[columns];
        this.products = new double[columns * (columns + 1) / 2];
    }

    public void accept(double[] values, int offset, double weight) {
        count += weight;
        int cell = 0;
        for (int i = 0; i < columns; i++) {
            double value = weight * values[offset + i];
            sums[i] += value;
            for (int j = 0; j <= i; j++) {
                products[cell++] += value * values[offset + j];
            }
        }
    }

    public void add(CoMoments other) {
        count += other.count;
        for (int i = 0; i < columns; i++) {
            sums[i] += other.sums[i];
        }
        for (int cell = 0; cell < products.length; cell++) {
            products[cell] += other.products[cell];
        }
    }

    public double mean(int column) {
        return sums[column] / count;
    }

    /** Σ(x − x̄)(y − ȳ). */
    public double deviations(int one, int other) {
        return product(one, other) - sums[one] * sums[other] / count;
    }

    private double product(int one, int other) {
        int row = Math.max(one, other);
        return products[row * (row + 1) / 2 + Math.min(one, other)];
    }

    public boolean varies(int column) {
        return deviations(column, column) > Rounding.LEFT_OVER * product(column, column);
    }

    /** The correlations; those of a column that does not vary are 0. */
    public double[][] correlations() {
        double[] scales = new double[columns];
        for (int i = 0; i < columns; i++) {
            scales[i] = varies(i) ? 1 / Math.sqrt(deviations(i, i)) : 0;
        }
        double[][] correlations = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            correlations[i][i] = 1;
            for (int j = 0; j < i; j++) {
                correlations[i][j] = deviations(i, j) * scales[i] * scales[j];
                correlations[j][i] = correlations[i][j];
            }
        }
        return correlations;
    }
}

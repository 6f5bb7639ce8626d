package io.github.cxkit.metrics.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Shapley shares of R² from a matrix of correlations whose last row is the outcome's.
 *
 * <p>R² of every subset of drivers is found by a walk in which a subset grows by a later driver at a time. A step eliminates that driver
 * from what is left of the matrix (a step of Cholesky's method), so that all subsets share their work: some three multiplications each.
 */
public final class LmgShares {

    /** The part of a driver's variance that must not be known from the other drivers: a variance inflation of 10⁸. */
    private static final double LEAST_OWN_VARIANCE = 1e-8;

    /** Standardised coefficients above this belong to the drivers that are named as collinear. */
    private static final double PART_OF_IT = 1e-4;

    private final int drivers;
    private final double[] rSquaredOf;
    private final double[][][] left;

    private LmgShares(double[][] correlations) {
        this.drivers = correlations.length - 1;
        this.rSquaredOf = new double[1 << drivers];
        this.left = new double[drivers + 1][][];
        left[0] = correlations;
        for (int depth = 1; depth <= drivers; depth++) {
            left[depth] = new double[drivers + 1][drivers + 1];
        }
        grow(0, 0, 0);
    }

    /** Fits all subsets; a driver that the others determine adds nothing to them. */
    public static LmgShares of(double[][] correlations) {
        return new LmgShares(correlations);
    }

    private void grow(int subset, int first, int depth) {
        double[][] matrix = left[depth];
        for (int driver = first; driver < drivers; driver++) {
            int grown = subset | (1 << driver);
            double pivot = matrix[driver][driver];
            boolean own = pivot >= LEAST_OWN_VARIANCE;
            double outcome = matrix[drivers][driver];
            rSquaredOf[grown] = rSquaredOf[subset] + (own ? outcome * outcome / pivot : 0);
            if (driver + 1 < drivers) {
                double[][] next = left[depth + 1];
                for (int i = driver + 1; i <= drivers; i++) {
                    double factor = own ? matrix[i][driver] / pivot : 0;
                    for (int j = driver + 1; j <= Math.min(i, drivers - 1); j++) {
                        next[i][j] = matrix[i][j] - factor * matrix[j][driver];
                    }
                }
                grow(grown, driver + 1, depth + 1);
            }
        }
    }

    public double rSquared() {
        return rSquaredOf[rSquaredOf.length - 1];
    }

    /** R² of one driver without the others. */
    public double alone(int driver) {
        return rSquaredOf[1 << driver];
    }

    /** What R² would lose without the driver. */
    public double last(int driver) {
        return gain((rSquaredOf.length - 1) & ~(1 << driver), driver);
    }

    /** Never negative but for rounding, and not for rounding either: weights are made of it. */
    private double gain(int subset, int driver) {
        return Math.max(0, rSquaredOf[subset | (1 << driver)] - rSquaredOf[subset]);
    }

    public double[] shares() {
        double[] weights = new double[drivers];
        double subsets = drivers;
        for (int size = 0; size < drivers; size++) {
            weights[size] = 1 / subsets;
            subsets = subsets * (drivers - 1 - size) / (size + 1);
        }
        double[] shares = new double[drivers];
        for (int subset = 0; subset < rSquaredOf.length; subset++) {
            for (int driver = 0; driver < drivers; driver++) {
                if ((subset & (1 << driver)) == 0) {
                    shares[driver] += weights[Integer.bitCount(subset)] * gain(subset, driver);
                }
            }
        }
        return shares;
    }

    /** The shares in per cent of their sum; none where R² is 0 but for rounding. */
    public Optional<double[]> percentages() {
        double sum = rSquared();
        return sum < Rounding.LEFT_OVER
                ? Optional.empty()
                : Optional.of(Arrays.stream(shares())
                        .map(share -> 100 * (share / sum))
                        .toArray());
    }

    /** The drivers of which one is determined by the others; none where all are fit to be told apart. */
    public static List<Integer> collinear(double[][] correlations) {
        int drivers = correlations.length - 1;
        double[][] matrix = new double[drivers][];
        for (int i = 0; i < drivers; i++) {
            matrix[i] = correlations[i].clone();
        }
        for (int driver = 0; driver < drivers; driver++) {
            if (matrix[driver][driver] < LEAST_OWN_VARIANCE) {
                List<Integer> collinear = new ArrayList<>();
                for (int other = 0; other < driver; other++) {
                    if (Math.abs(matrix[other][driver]) > PART_OF_IT) {
                        collinear.add(other);
                    }
                }
                collinear.add(driver);
                return collinear;
            }
            eliminate(matrix, driver);
        }
        return List.of();
    }

    /** A step of Gauss and Jordan's method: above the pivots stand the coefficients of the drivers still to come. */
    private static void eliminate(double[][] matrix, int pivot) {
        for (int column = matrix.length - 1; column >= pivot; column--) {
            matrix[pivot][column] /= matrix[pivot][pivot];
        }
        for (int row = 0; row < matrix.length; row++) {
            double factor = matrix[row][pivot];
            for (int column = pivot; row != pivot && column < matrix.length; column++) {
                matrix[row][column] -= factor * matrix[pivot][column];
            }
        }
    }
}

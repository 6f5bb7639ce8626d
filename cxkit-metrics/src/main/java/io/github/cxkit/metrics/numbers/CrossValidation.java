package io.github.cxkit.metrics.numbers;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Predictions of every row from a weighted sum, by a line fitted to the other parts of the rows. */
public final class CrossValidation {

    private final double fittedError;
    private final double equalError;
    private final double[] saved;

    private CrossValidation(double[] fitted, double[] equal) {
        this.fittedError = Arrays.stream(fitted).average().orElseThrow();
        this.equalError = Arrays.stream(equal).average().orElseThrow();
        this.saved = new double[fitted.length];
        Arrays.setAll(saved, row -> equal[row] - fitted[row]);
    }

    public static CrossValidation of(Table table, int parts, long seed) {
        int[] partOf = deal(table.count(), parts, seed);
        CoMoments[] byPart = table.momentsByPart(partOf, parts);
        Line[] fitted = new Line[parts];
        Line[] equal = new Line[parts];
        for (int part = 0; part < parts; part++) {
            CoMoments others = new CoMoments(table.columns());
            for (int other = 0; other < parts; other++) {
                if (other != part) {
                    others.add(byPart[other]);
                }
            }
            double[] alike = new double[table.columns() - 1];
            Arrays.fill(alike, 1.0 / alike.length);
            equal[part] = Line.through(others, alike);
            fitted[part] = LmgShares.of(others.correlations())
                    .percentages()
                    .map(percentages -> Line.through(others, percentages))
                    .orElse(equal[part]);
        }
        double[] fittedErrors = new double[table.count()];
        double[] equalErrors = new double[table.count()];
        for (int row = 0; row < table.count(); row++) {
            fittedErrors[row] = fitted[partOf[row]].squaredError(table, row);
            equalErrors[row] = equal[partOf[row]].squaredError(table, row);
        }
        return new CrossValidation(fittedErrors, equalErrors);
    }

    /** Parts whose sizes differ by at most 1. The generator is split off, so that resamples of the same seed are drawn from another stream. */
    public static int[] deal(int rows, int parts, long seed) {
        SplittableRandom random = new SplittableRandom(seed).split();
        int[] partOf = new int[rows];
        for (int row = 0; row < rows; row++) {
            int place = random.nextInt(row + 1);
            partOf[row] = partOf[place];
            partOf[place] = row % parts;
        }
        return partOf;
    }

    public double fittedError() {
        return fittedError;
    }

    public double equalError() {
        return equalError;
    }

    public double[] saved() {
        return saved.clone();
    }

    /** The least-squares line of the outcome, the last column, on a weighted sum of the others. */
    private static final class Line {

        private final double[] weights;
        private final double slope;
        private final double constant;

        private Line(double[] weights, double slope, double constant) {
            this.weights = weights;
            this.slope = slope;
            this.constant = constant;
        }

        static Line through(CoMoments moments, double[] weights) {
            int outcome = weights.length;
            double mean = 0;
            double withOutcome = 0;
            double squares = 0;
            double mostSquares = 0;
            for (int i = 0; i < weights.length; i++) {
                mean += weights[i] * moments.mean(i);
                withOutcome += weights[i] * moments.deviations(i, outcome);
                mostSquares += weights[i] * weights[i] * moments.deviations(i, i);
                for (int j = 0; j < weights.length; j++) {
                    squares += weights[i] * weights[j] * moments.deviations(i, j);
                }
            }
            double slope = squares > Rounding.LEFT_OVER * mostSquares ? withOutcome / squares : 0;
            return new Line(weights, slope, moments.mean(outcome) - slope * mean);
        }

        double squaredError(Table table, int row) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * table.centred(row, i);
            }
            double error = table.centred(row, weights.length) - constant - slope * sum;
            return error * error;
        }
    }
}

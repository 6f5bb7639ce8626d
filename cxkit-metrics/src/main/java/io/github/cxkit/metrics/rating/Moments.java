package io.github.cxkit.metrics.rating;

import java.util.OptionalDouble;

/**
 * What a definition reads from counts: the weighted sums over the points in its denominator.
 *
 * <p>The sums run over the points in order, so that they depend on the counts alone and not on how those came together. Where all
 * weights are equal the counts themselves are the weights.
 */
final class Moments {

    private final double[] values;
    private final RatingCounts counts;
    private final boolean weighted;
    /** Answers in the denominator. */
    final long count;
    /** Their weights. */
    final double weight;
    /** Σw·value. */
    final double sum;

    final double effectiveCount;

    Moments(double[] values, RatingCounts counts) {
        this.values = values;
        this.counts = counts;
        this.weighted = counts.isWeighted();
        long answers = 0;
        long positive = 0;
        long negative = 0;
        boolean net = !counts.isWeighted();
        double weights = 0;
        double squares = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                answers += counts.counts()[i];
                weights += weightAt(i);
                squares += squareAt(i);
                total += weightAt(i) * values[i];
                positive += values[i] == 1 ? counts.counts()[i] : 0;
                negative += values[i] == -1 ? counts.counts()[i] : 0;
                net &= values[i] == 1 || values[i] == -1 || values[i] == 0;
            }
        }
        this.count = answers;
        this.weight = weighted ? weights : answers;
        // Exact beyond 2^53 answers, where the sum of two doubles would keep few digits of their difference.
        this.sum = net ? positive - negative : total;
        this.effectiveCount = weighted && answers > 0 ? Math.min(weights * weights / squares, answers) : answers;
    }

    private double weightAt(int index) {
        return weighted ? counts.weightSum(index) : counts.counts()[index];
    }

    private double squareAt(int index) {
        return weighted ? counts.squaredWeightSum(index) : counts.counts()[index];
    }

    /** The weights as they were given, also where all are equal. */
    double givenWeight() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Double.isNaN(values[i]) ? 0 : counts.weightSum(i);
        }
        return sum;
    }

    /** The share, by weight, of the answers whose value is the one given. */
    double shareAt(double value) {
        double atValue = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                atValue += weightAt(i);
            }
        }
        return atValue / weight;
    }

    /** The share, by weight, of the answers at the lowest or at the highest value, whichever is larger. */
    double shareAtOneEnd() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            lowest = Double.isNaN(value) ? lowest : Math.min(lowest, value);
            highest = Double.isNaN(value) ? highest : Math.max(highest, value);
        }
        return Math.max(shareAt(lowest), shareAt(highest));
    }

    /** Whether all answers in the denominator have the same value. */
    boolean areEqual() {
        double seen = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && counts.counts()[i] > 0) {
                if (!Double.isNaN(seen) && seen != values[i]) {
                    return false;
                }
                seen = values[i];
            }
        }
        return true;
    }

    /** Σw·(value − mean)² / Σw: the plug-in variance. */
    double variance() {
        return squaredDeviations(false) / weight;
    }

    /** √(n/(n−1)·Σw²(value − mean)²)/Σw; none for a single answer. */
    OptionalDouble linearisedError() {
        return count < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(count / (count - 1.0) * squaredDeviations(true)) / weight);
    }

    private double squaredDeviations(boolean bySquaredWeight) {
        double mean = sum / weight;
        double deviations = 0;
        for (int i = 0; i < values.length; i++) {
            double w = bySquaredWeight ? squareAt(i) : weightAt(i);
            if (w > 0 && !Double.isNaN(values[i])) {
                deviations += w * (values[i] - mean) * (values[i] - mean);
            }
        }
        return deviations;
    }
}

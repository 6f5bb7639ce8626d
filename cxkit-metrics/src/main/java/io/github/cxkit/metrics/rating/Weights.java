package io.github.cxkit.metrics.rating;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The weighted side of a histogram: per scale point the sums of w and w², and the smallest and the largest weight seen.
 *
 * <p>As long as all weights are equal nothing needs to be summed: the counts say it all, exactly. That is why the two sums exist only
 * where {@code lightest < heaviest}.
 */
final class Weights {

    /** No weight seen yet. */
    static final Weights NONE = new Weights(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, null, null);
    /** All weights are 1. */
    static final Weights ONE = new Weights(1, 1, null, null);

    final double lightest;
    final double heaviest;
    private final double @Nullable [] sums;
    private final double @Nullable [] squares;

    private Weights(double lightest, double heaviest, double @Nullable [] sums, double @Nullable [] squares) {
        this.lightest = lightest;
        this.heaviest = heaviest;
        this.sums = sums;
        this.squares = squares;
    }

    /** Keeps the sums only where two weights differ. The arrays are taken over, not copied. */
    static Weights of(double lightest, double heaviest, double[] sums, double[] squares) {
        return lightest < heaviest
                ? new Weights(lightest, heaviest, sums, squares)
                : new Weights(lightest, heaviest, null, null);
    }

    /** The weights of answers that all weigh 1. */
    static Weights ofUnweighted(long[] counts) {
        return Arrays.stream(counts).allMatch(count -> count == 0) ? NONE : ONE;
    }

    /** All weights equal the one given. */
    static Weights equal(double weight) {
        return new Weights(weight, weight, null, null);
    }

    /** Whether two weights differ. */
    boolean differ() {
        return sums != null;
    }

    /** Σw at one index, given the count there. */
    double sum(int index, long count) {
        return sums == null ? count == 0 ? 0 : count * lightest : sums[index];
    }

    /** Σw² at one index, given the count there. */
    double square(int index, long count) {
        return squares == null ? count == 0 ? 0 : count * lightest * lightest : squares[index];
    }

    /** The sums brought together by a map from old index to new. */
    Weights collapse(int[] newIndex, int newLength) {
        if (sums == null || squares == null) {
            return this;
        }
        double[] newSums = new double[newLength];
        double[] newSquares = new double[newLength];
        for (int i = 0; i < sums.length; i++) {
            newSums[newIndex[i]] += sums[i];
            newSquares[newIndex[i]] += squares[i];
        }
        return new Weights(lightest, heaviest, newSums, newSquares);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that
                && lightest == that.lightest
                && heaviest == that.heaviest
                && Arrays.equals(sums, that.sums)
                && Arrays.equals(squares, that.squares);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(lightest) + Double.hashCode(heaviest)) + Arrays.hashCode(sums);
    }
}

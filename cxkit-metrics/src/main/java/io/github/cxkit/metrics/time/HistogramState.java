package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.numbers.StateKind;
import io.github.cxkit.metrics.numbers.StateReader;
import io.github.cxkit.metrics.numbers.StateWriter;
import java.math.BigInteger;

/** Approximate durations as longs and back, checked. */
final class HistogramState {

    private static final long NONE = -1;

    private HistogramState() {}

    static long[] write(ApproximateDurations durations) {
        LogBuckets buckets = durations.buckets();
        StateWriter state = StateWriter.of(
                        StateKind.APPROXIMATE_DURATIONS, durations.timing().code())
                .add(durations.isEmpty() ? NONE : durations.minNanos())
                .add(durations.isEmpty() ? NONE : durations.maxNanos());
        durations.moments().write(state);
        int used = 0;
        for (long count : buckets.counts()) {
            used += count > 0 ? 1 : 0;
        }
        state.add(used);
        for (int i = 0; i < buckets.counts().length; i++) {
            if (buckets.counts()[i] > 0) {
                state.add(buckets.first() + i).add(buckets.counts()[i]);
            }
        }
        return state.toLongs();
    }

    static ApproximateDurations read(Timing timing, long[] longs) {
        StateReader state =
                StateReader.of(StateKind.APPROXIMATE_DURATIONS, longs).requireDefinition(timing.code(), timing);
        long min = state.within("shortest", NONE, Long.MAX_VALUE);
        long max = state.within("longest", min, Long.MAX_VALUE);
        NanoMoments moments = NanoMoments.read(state);
        long used = state.within("number of buckets", 0, LogBuckets.SIZE);
        state.requireLeft(2 * used);
        long[] counts = new long[LogBuckets.SIZE];
        int first = LogBuckets.SIZE;
        int last = -1;
        for (int i = 0; i < used; i++) {
            last = (int) state.within("index of a bucket", last + 1L, LogBuckets.SIZE - 1L);
            first = Math.min(first, last);
            counts[last] = state.within("count of a bucket", 1, Long.MAX_VALUE);
        }
        long count = StateReader.sum(counts);
        boolean fits = count == 0
                ? min == NONE && max == NONE
                : min != NONE && LogBuckets.indexOf(min) == first && LogBuckets.indexOf(max) == last;
        if (!fits) {
            throw new IllegalArgumentException(
                    "shortest and longest must lie in the first and the last bucket in use, but were " + min + " and "
                            + max);
        }
        check(moments, counts, count, min, max);
        return count == 0
                ? ApproximateDurations.Tally.of(timing).durations()
                : new ApproximateDurations(timing, LogBuckets.of(counts), moments, min, max);
    }

    /**
     * The sum and the sum of squares must be within what the buckets allow, of which one length is the shortest and one the longest; they must fit each other, for
     * (x − shortest)(longest − x) ≥ 0 and the mean of squares is no less than the square of the mean; and a number is even where its square is.
     */
    private static void check(NanoMoments moments, long[] counts, long count, long min, long max) {
        if (count == 1 && min != max) {
            throw new IllegalArgumentException(
                    "shortest and longest of one duration must be equal, but were " + min + " and " + max);
        }
        BigInteger[] least = {BigInteger.ZERO, BigInteger.ZERO};
        BigInteger[] most = {BigInteger.ZERO, BigInteger.ZERO};
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                long low = Math.max(LogBuckets.lowest(i), min);
                long high = Math.min(LogBuckets.highest(i), max);
                add(least, low, counts[i] - (i == LogBuckets.indexOf(max) ? 1 : 0));
                add(most, high, counts[i] - (i == LogBuckets.indexOf(min) ? 1 : 0));
            }
        }
        if (count > 0) {
            add(least, max, 1);
            add(most, min, 1);
        }
        BigInteger sum = moments.sum();
        BigInteger squares = moments.sumOfSquares();
        requireWithin("sum of durations", sum, least[0], most[0]);
        requireWithin("sum of squared durations", squares, least[1], most[1]);
        BigInteger n = BigInteger.valueOf(count);
        BigInteger shortest = BigInteger.valueOf(min);
        BigInteger longest = BigInteger.valueOf(max);
        BigInteger largest = shortest.add(longest).multiply(sum).subtract(n.multiply(shortest.multiply(longest)));
        if (n.multiply(squares).compareTo(sum.pow(2)) < 0
                || squares.compareTo(largest) > 0
                || squares.testBit(0) != sum.testBit(0)) {
            throw new IllegalArgumentException("sum of squared durations must fit " + count + " durations with the sum "
                    + sum + ", but was " + squares);
        }
    }

    /** Adds so many equal lengths to a sum and a sum of squares. */
    private static void add(BigInteger[] sums, long length, long times) {
        BigInteger all = BigInteger.valueOf(length).multiply(BigInteger.valueOf(times));
        sums[0] = sums[0].add(all);
        sums[1] = sums[1].add(all.multiply(BigInteger.valueOf(length)));
    }

    private static void requireWithin(String name, BigInteger sum, BigInteger least, BigInteger most) {
        if (sum.compareTo(least) < 0 || sum.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], but was " + sum);
        }
    }
}

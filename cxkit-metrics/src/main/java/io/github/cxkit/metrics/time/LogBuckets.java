package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.numbers.Sums;
import java.util.Arrays;

/**
 * A histogram of non-negative longs with 128 buckets to each power of two: those below 256 stand for one number each, the others are narrower than 1/128 of
 * what they hold. Only the stretch from the first to the last bucket in use is kept.
 *
 * @param first the index of the first bucket that is kept
 * @param counts how many are in each, from there on
 */
@SuppressWarnings("ArrayRecordComponent")
record LogBuckets(int first, long[] counts) {

    private static final int BITS = 7;
    private static final long ONE_EACH = (1L << (BITS + 1)) - 1;

    /** The number of buckets up to Long.MAX_VALUE. */
    static final int SIZE = indexOf(Long.MAX_VALUE) + 1;

    /** From any number in a bucket to the one that stands for it, at most, as a part of the number. */
    static final double RELATIVE_ERROR = 1.0 / (1 << (BITS + 1));

    /** The bucket of a number, 0 or more: its eight leading bits and how many follow them. */
    static int indexOf(long number) {
        int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(number | ONE_EACH);
        return (shift << BITS) + (int) (number >>> shift);
    }

    static long lowest(int index) {
        int shift = shift(index);
        return (long) (index - (shift << BITS)) << shift;
    }

    static long highest(int index) {
        return lowest(index) + (1L << shift(index)) - 1;
    }

    static long middle(int index) {
        return lowest(index) + (highest(index) - lowest(index)) / 2;
    }

    private static int shift(int index) {
        return Math.max(0, (index >>> BITS) - 1);
    }

    /** A copy of the stretch in use. */
    static LogBuckets of(long[] allCounts) {
        int from = 0;
        int to = allCounts.length;
        while (from < to && allCounts[from] == 0) {
            from++;
        }
        while (from < to && allCounts[to - 1] == 0) {
            to--;
        }
        return new LogBuckets(from == to ? 0 : from, Arrays.copyOfRange(allCounts, from, to));
    }

    LogBuckets plus(LogBuckets other) {
        long[] sum = new long[SIZE];
        addTo(sum);
        other.addTo(sum);
        return of(sum);
    }

    private void addTo(long[] sum) {
        for (int i = 0; i < counts.length; i++) {
            sum[first + i] = Sums.addExact(sum[first + i], counts[i]);
        }
    }

    long count() {
        long sum = 0;
        for (long count : counts) {
            sum = Sums.addExact(sum, count);
        }
        return sum;
    }

    /** The bucket in which the number of a rank lies; the rank is from 1 to the count. */
    int indexOfRank(long rank) {
        int i = 0;
        long seen = counts[0];
        while (seen < rank) {
            i++;
            seen += counts[i];
        }
        return first + i;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogBuckets that && first == that.first && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * first + Arrays.hashCode(counts);
    }
}

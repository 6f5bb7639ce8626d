package io.github.cxkit.metrics.time;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The columns of waits that are all over, or all open: how long each lasted, from when on it was watched, and how long it could have been observed. All in nanoseconds from its
 * beginning; sorted by length, then by the other two.
 *
 * <p>Only {@link #lengths} is always there. A column that nobody gave is empty; where some gave it, {@link #NOT_GIVEN} stands for the others.
 *
 * @param lengths how long each wait lasted or has lasted so far, ascending
 * @param entries from which length on each was watched; {@link #NOT_GIVEN} from its beginning
 * @param observable how long each would have lasted by the look, had it not ended
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, and never handed out
record WaitColumns(long[] lengths, long[] entries, long[] observable) {

    static final long NOT_GIVEN = -1;

    private static final long[] NONE = {};

    private static final Comparator<long[]> BY_LENGTH = Comparator.<long[]>comparingLong(row -> row[0])
            .thenComparingLong(row -> row[1])
            .thenComparingLong(row -> row[2]);

    /** Of lengths alone, which are taken over and sorted. */
    static WaitColumns of(long... lengths) {
        Arrays.sort(lengths);
        return new WaitColumns(lengths, NONE, NONE);
    }

    /** Of columns in one order, the last two possibly empty; they are taken over. */
    static WaitColumns of(long[] lengths, long[] entries, long[] observable) {
        boolean late = isGiven(entries);
        boolean seen = isGiven(observable);
        if (!late && !seen) {
            return of(lengths);
        }
        long[][] rows = IntStream.range(0, lengths.length)
                .mapToObj(i -> new long[] {lengths[i], late ? entries[i] : NOT_GIVEN, seen ? observable[i] : NOT_GIVEN})
                .sorted(BY_LENGTH)
                .toArray(long[][]::new);
        return new WaitColumns(column(rows, 0), late ? column(rows, 1) : NONE, seen ? column(rows, 2) : NONE);
    }

    private static boolean isGiven(long[] column) {
        return Arrays.stream(column).anyMatch(value -> value != NOT_GIVEN);
    }

    private static long[] column(long[][] rows, int index) {
        return Arrays.stream(rows).mapToLong(row -> row[index]).toArray();
    }

    int size() {
        return lengths.length;
    }

    boolean hasEntries() {
        return entries.length > 0;
    }

    boolean hasObservable() {
        return observable.length > 0;
    }

    /** The entries of those that were not watched from their beginning, ascending. */
    long[] lateEntries() {
        return Arrays.stream(entries)
                .filter(entry -> entry != NOT_GIVEN)
                .sorted()
                .toArray();
    }

    /** How many could have been observed for at least so long, as far as that is known. */
    long observableFor(long nanos) {
        return Arrays.stream(observable).filter(length -> length >= nanos).count();
    }

    /** How many of which it is not known how long they could have been observed. */
    long ofUnknownObservation() {
        return hasObservable()
                ? Arrays.stream(observable)
                        .filter(length -> length == NOT_GIVEN)
                        .count()
                : size();
    }

    /** Those that lasted longer than a length and were watched past it, from there on. */
    WaitColumns watchedPast(long nanos) {
        int[] kept = IntStream.range(0, size()).filter(i -> lengths[i] > nanos).toArray();
        return of(
                Arrays.stream(kept).mapToLong(i -> lengths[i]).toArray(),
                Arrays.stream(kept)
                        .mapToLong(i -> Math.max(nanos, hasEntries() ? entries[i] : NOT_GIVEN))
                        .toArray(),
                hasObservable()
                        ? Arrays.stream(kept).mapToLong(i -> observable[i]).toArray()
                        : NONE);
    }

    WaitColumns plus(WaitColumns other) {
        return of(
                NanoList.concat(lengths, other.lengths),
                hasEntries() || other.hasEntries() ? NanoList.concat(entriesOrNot(), other.entriesOrNot()) : NONE,
                hasObservable() || other.hasObservable()
                        ? NanoList.concat(observableOrNot(), other.observableOrNot())
                        : NONE);
    }

    /** The column of entries, there or not. */
    long[] entriesOrNot() {
        return hasEntries() ? entries : notGiven();
    }

    /** The column of observable lengths, there or not. */
    long[] observableOrNot() {
        return hasObservable() ? observable : notGiven();
    }

    private long[] notGiven() {
        long[] column = new long[size()];
        Arrays.fill(column, NOT_GIVEN);
        return column;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WaitColumns that
                && Arrays.equals(lengths, that.lengths)
                && Arrays.equals(entries, that.entries)
                && Arrays.equals(observable, that.observable);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lengths) + 7 * Arrays.hashCode(entries) + Arrays.hashCode(observable);
    }

    @Override
    public String toString() {
        return size() + " waits";
    }
}

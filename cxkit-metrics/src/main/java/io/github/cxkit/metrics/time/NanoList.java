package io.github.cxkit.metrics.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A growing list of lengths in nanoseconds, and the checks that every length passes on its way in. */
final class NanoList {

    /** What a virtual machine is sure to allocate at most. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private static final String MOST = "292 years (2^63 - 1 nanoseconds)";

    private long[] nanos = new long[16];
    private int size;

    void add(Duration length) {
        addNanos(nanosOf(length));
    }

    /** A number that has passed its checks. */
    void addNanos(long number) {
        if (size == nanos.length) {
            grow(2L * size);
        }
        nanos[size++] = number;
    }

    NanoList addAll(NanoList other) {
        int sum = checkSize((long) size + other.size);
        if (sum > nanos.length) {
            grow(Math.max(sum, 2L * size));
        }
        System.arraycopy(other.nanos, 0, nanos, size, other.size);
        size = sum;
        return this;
    }

    private void grow(long wanted) {
        checkSize(size + 1L);
        nanos = Arrays.copyOf(nanos, (int) Math.min(wanted, LONGEST_ARRAY));
    }

    long[] toArray() {
        return Arrays.copyOf(nanos, size);
    }

    /** Both arrays in one. Two ascending ones are merged rather than sorted by the sort that follows: it looks for runs first. */
    static long[] concat(long[] one, long[] other) {
        long[] both = Arrays.copyOf(one, checkSize((long) one.length + other.length));
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static int checkSize(long size) {
        if (size > LONGEST_ARRAY) {
            throw new ArithmeticException("number of durations must be at most " + LONGEST_ARRAY + ", but was " + size
                    + "\nMaybe use ApproximateDurations.Tally, which takes any number.");
        }
        return (int) size;
    }

    static long nanosOf(Duration length) {
        Objects.requireNonNull(length, "length");
        if (length.isNegative()) {
            throw negative("duration", length);
        }
        if (length.compareTo(LONGEST) > 0) {
            throw tooLong("duration", length);
        }
        return length.toNanos();
    }

    /** What lengths are compared with; it is no length itself. */
    static long nanosOfLimit(Duration limit) {
        Objects.requireNonNull(limit, "limit");
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit must be at least 0, but was " + limit);
        }
        if (limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("limit must be at most " + MOST + ", but was " + limit);
        }
        return limit.toNanos();
    }

    static long[] nanosOf(String parameter, Duration... lengths) {
        Objects.requireNonNull(lengths, parameter);
        long[] nanos = new long[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            int index = i;
            nanos[i] = nanosOf(Objects.requireNonNull(lengths[i], () -> parameter + "[" + index + "]"));
        }
        return nanos;
    }

    /** A copy of the lengths in nanoseconds, in their order. */
    static long[] nanosOf(long[] lengths, TimeUnit unit) {
        Objects.requireNonNull(lengths, "lengths");
        Objects.requireNonNull(unit, "unit");
        long perUnit = unit.toNanos(1);
        long longest = Long.MAX_VALUE / perUnit;
        long[] nanos = new long[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            long length = lengths[i];
            if (length < 0 || length > longest) {
                // Not as a duration, which need not be able to hold it either.
                String refused = length + " " + unit.name().toLowerCase(Locale.ROOT);
                String name = "duration at index " + i;
                throw length < 0 ? negative(name, refused) : tooLong(name, refused);
            }
            nanos[i] = length * perUnit;
        }
        return nanos;
    }

    private static IllegalArgumentException negative(String name, Object length) {
        return new IllegalArgumentException(name + " must be at least 0, but was " + length
                + "\nMaybe an end before its start: such rows have no duration.");
    }

    private static IllegalArgumentException tooLong(String name, Object length) {
        return new IllegalArgumentException(name + " must be at most " + MOST + ", but was " + length
                + "\nMaybe a missing date was read as one far away.");
    }
}

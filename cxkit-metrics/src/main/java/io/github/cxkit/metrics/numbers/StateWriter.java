package io.github.cxkit.metrics.numbers;

import java.util.Arrays;

/**
 * Writes a state as longs: the layout, the kind, the code of the definition, and then what the kind has.
 *
 * <p>There is one layout for all kinds. Whoever changes what a kind writes counts {@link #LAYOUT} up.
 */
public final class StateWriter {

    /** The number of the layout; no other is read. */
    static final long LAYOUT = 1;

    /** Layout, kind, code. */
    static final int HEADER = 3;

    private long[] longs = new long[32];
    private int size;

    private StateWriter() {}

    /** A state of a kind and of the definition with a code. */
    public static StateWriter of(StateKind kind, long code) {
        return new StateWriter().add(LAYOUT).add(kind.number()).add(code);
    }

    /** Adds a whole number. */
    public StateWriter add(long number) {
        if (size == longs.length) {
            longs = Arrays.copyOf(longs, 2 * size);
        }
        longs[size++] = number;
        return this;
    }

    /** Adds the bits of a number. */
    public StateWriter addReal(double number) {
        return add(Double.doubleToLongBits(number));
    }

    /** Adds whole numbers, or a state inside this one. */
    public StateWriter addAll(long[] numbers) {
        int needed = Math.addExact(size, numbers.length);
        if (needed > longs.length) {
            longs = Arrays.copyOf(longs, Math.max(needed, 2 * Math.min(size, Integer.MAX_VALUE / 4)));
        }
        System.arraycopy(numbers, 0, longs, size, numbers.length);
        size = needed;
        return this;
    }

    /** What was written. */
    public long[] toLongs() {
        return Arrays.copyOf(longs, size);
    }
}

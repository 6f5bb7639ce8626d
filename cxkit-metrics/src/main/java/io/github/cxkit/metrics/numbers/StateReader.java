package io.github.cxkit.metrics.numbers;

import java.util.Arrays;
import java.util.Objects;

/**
 * Reads what {@link StateWriter} wrote, and checks on the way that it can have been written so: the same layout, kind, definition and length, counts that are not
 * negative, numbers that are finite. Whatever is wrong ends in an {@link IllegalArgumentException} that says what.
 */
public final class StateReader {

    private final long[] longs;
    private final String kind;
    private int next = StateWriter.HEADER;

    private StateReader(long[] longs, String kind) {
        this.longs = longs;
        this.kind = kind;
    }

    /** Begins to read a state that must be of a kind. */
    public static StateReader of(StateKind kind, long[] longs) {
        return of(longs).requireKind(kind);
    }

    /** Begins to read a state of any kind. */
    public static StateReader of(long[] longs) {
        Objects.requireNonNull(longs, "longs");
        if (longs.length < StateWriter.HEADER) {
            throw new IllegalArgumentException(
                    "state must have at least " + StateWriter.HEADER + " longs, but had " + longs.length);
        }
        if (longs[0] != StateWriter.LAYOUT) {
            throw new IllegalArgumentException(
                    "state must be of layout " + StateWriter.LAYOUT + ", but was of layout " + longs[0]);
        }
        return new StateReader(longs, StateKind.label(longs[1]));
    }

    /** Whether the state is of a kind. */
    public boolean isOf(StateKind wanted) {
        return longs[1] == wanted.number();
    }

    /** Checks the kind. */
    public StateReader requireKind(StateKind wanted) {
        if (!isOf(wanted)) {
            throw new IllegalArgumentException("state must be of " + wanted + ", but was of " + kind);
        }
        return this;
    }

    /** The code of the definition. */
    public long code() {
        return longs[2];
    }

    /** Checks that the state is of the definition with a code. */
    public StateReader requireDefinition(long code, Object definition) {
        if (code() != code) {
            throw new IllegalArgumentException(
                    "state of " + kind + " must be of " + definition + ", but was of another definition");
        }
        return this;
    }

    /** The next number. */
    public long next() {
        if (next == longs.length) {
            throw new IllegalArgumentException(
                    "state of " + kind + " must have more than " + longs.length + " longs, but ends there");
        }
        return longs[next++];
    }

    /** The next number, which must be 0 or more. */
    public long count(String name) {
        long count = next();
        if (count < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + count);
        }
        return count;
    }

    /** The next number, which must be in a range. */
    public long within(String name, long least, long most) {
        long number = next();
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], but was " + number);
        }
        return number;
    }

    /** The number whose bits come next, which must be finite. */
    public double real(String name) {
        double real = Double.longBitsToDouble(next());
        if (!Double.isFinite(real)) {
            throw new IllegalArgumentException(name + " must be finite, but was " + real);
        }
        return real;
    }

    /** How many longs are left. */
    public int left() {
        return longs.length - next;
    }

    /** Checks how many longs are left. */
    public StateReader requireLeft(long wanted) {
        if (left() != wanted) {
            throw new IllegalArgumentException("state of " + kind + " must have "
                    + (next + Math.min(wanted, Long.MAX_VALUE - next)) + " longs, but had " + longs.length);
        }
        return this;
    }

    /** All that is left, in an array of its own. */
    public long[] rest() {
        return block(left());
    }

    /** The next numbers, in an array of their own. */
    public long[] block(int size) {
        if (size > left()) {
            throw new IllegalArgumentException("state of " + kind + " must have at least " + (next + (long) size)
                    + " longs, but had " + longs.length);
        }
        next += size;
        return Arrays.copyOfRange(longs, next - size, next);
    }

    /** A sum of counts, which a long must be able to hold. */
    public static long sum(long... counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
            if (sum < 0) {
                throw new IllegalArgumentException(
                        "counts of a state must add up to at most " + Long.MAX_VALUE + ", but exceed it");
            }
        }
        return sum;
    }
}

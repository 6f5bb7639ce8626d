package io.github.cxkit.metrics.respondents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many customers moved from which class to which, between two answers to a net question.
 *
 * <pre>{@code
 * MoveTable moves = pairedChange.moves().orElseThrow();
 * moves.count(NetClass.DETRACTOR, NetClass.PROMOTER);    // won over
 * moves.movedUp();
 * }</pre>
 *
 * <p>Up is towards PROMOTER. For an NPS that is better; for a net score of which lower is better it is worse.
 */
public final class MoveTable {

    private final long[][] counts;

    /** The rows are before, the columns after, from worst to best; the array is taken over, not copied. */
    MoveTable(long[][] counts) {
        this.counts = counts;
    }

    /**
     * Returns how many customers moved from one class to another.
     *
     * @param before the class of the answer before
     * @param after the class of the answer after; the same class for customers who did not move
     * @return 0 or more
     */
    public long count(NetClass before, NetClass after) {
        return counts[before.index()][after.index()];
    }

    /**
     * Returns how many customers were in a class before.
     *
     * @param before the class
     * @return 0 or more
     */
    public long before(NetClass before) {
        return Arrays.stream(counts[before.index()]).sum();
    }

    /**
     * Returns how many customers are in a class after.
     *
     * @param after the class
     * @return 0 or more
     */
    public long after(NetClass after) {
        return Arrays.stream(counts).mapToLong(row -> row[after.index()]).sum();
    }

    /**
     * Returns how many customers moved towards PROMOTER, by one class or two.
     *
     * @return 0 or more
     */
    public long movedUp() {
        return moved(1);
    }

    /**
     * Returns how many customers moved towards DETRACTOR, by one class or two.
     *
     * @return 0 or more
     */
    public long movedDown() {
        return moved(-1);
    }

    /**
     * Returns how many customers stayed in their class.
     *
     * @return 0 or more
     */
    public long stayed() {
        return moved(0);
    }

    /**
     * Returns the number of customers.
     *
     * @return 1 or more
     */
    public long customers() {
        return movedUp() + movedDown() + stayed();
    }

    private long moved(int direction) {
        long sum = 0;
        for (NetClass before : NetClass.values()) {
            for (NetClass after : NetClass.values()) {
                sum += Integer.signum(after.compareTo(before)) == direction ? count(before, after) : 0;
            }
        }
        return sum;
    }

    /**
     * Returns the counts in plain values; what JSON shows of the table.
     *
     * @return how many moved, by the class before and by the class after; unmodifiable
     */
    @JsonValue
    public Map<NetClass, Map<NetClass, Long>> view() {
        Map<NetClass, Map<NetClass, Long>> rows = new EnumMap<>(NetClass.class);
        for (NetClass before : NetClass.values()) {
            Map<NetClass, Long> row = new EnumMap<>(NetClass.class);
            for (NetClass after : NetClass.values()) {
                row.put(after, count(before, after));
            }
            rows.put(before, Collections.unmodifiableMap(row));
        }
        return Collections.unmodifiableMap(rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MoveTable that && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    /**
     * Returns the rows of the table, before by after, from worst to best.
     *
     * @return for example {@code MoveTable[8 6 3 / 2 30 11 / 0 7 25]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("MoveTable[");
        for (long[] row : counts) {
            text.append(row == counts[0] ? "" : " / ");
            text.append(row[0]).append(' ').append(row[1]).append(' ').append(row[2]);
        }
        return text.append(']').toString();
    }
}

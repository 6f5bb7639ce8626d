package io.github.cxkit.metrics.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/**
 * How long many customers waited, those who still wait included: exact, in nanoseconds.
 */
public final class Waits {

    private final Timing timing;
    private final long[] over;
    private final long[] open;

    /** Takes the arrays over; sorts them. */
    Waits(Timing timing, long[] over, long[] open) {
        this.timing = Objects.requireNonNull(timing, "timing");
        this.over = over;
        this.open = open;
        Arrays.sort(over);
        Arrays.sort(open);
    }

    /**
     * Returns the waits as they were known at an instant, by the clock: what ended later was still going on.
     *
     * @param timing what is timed
     * @param waits the waits, all begun at or before the instant
     * @param seenAt the instant
     * @return the waits
     * @throws IllegalArgumentException if a wait begins after the instant
     */
    public static Waits seenAt(Instant seenAt, Timing timing, Collection<Wait> waits) {
        long[] over = waits.stream()
                .filter(wait -> wait.isOverAt(seenAt))
                .mapToLong(wait -> wait.lastedBy(seenAt).toNanos())
                .toArray();
        long[] open = waits.stream()
                .filter(wait -> !wait.isOverAt(seenAt))
                .mapToLong(wait -> wait.lastedBy(seenAt).toNanos())
                .toArray();
        return new Waits(timing, over, open);
    }

    /**
     * Returns the waits as they were known at an instant, in opening hours: only open time counts, so that a wait outside them lasted 0.
     *
     * @param seenAt the instant
     * @param timing what is timed
     * @param waits the waits, all begun at or before the instant
     * @param hours the opening hours
     * @return the waits
     * @throws IllegalArgumentException if a wait begins after the instant
     * @throws ArithmeticException if the open time of a wait exceeds 292 years
     */
    public static Waits seenAt(Instant seenAt, Timing timing, Collection<Wait> waits, OpeningHours hours) {
        return new Waits(timing, openNanos(seenAt, waits, hours, true), openNanos(seenAt, waits, hours, false));
    }

    private static long[] openNanos(Instant seenAt, Collection<Wait> waits, OpeningHours hours, boolean over) {
        return waits.stream()
                .filter(wait -> wait.isOverAt(seenAt) == over)
                .mapToLong(wait -> hours.between(wait.from(), wait.from().plus(wait.lastedBy(seenAt)))
                        .toNanos())
                .toArray();
    }

    /**
     * Returns what is timed.
     *
     * @return the timing
     */
    public Timing timing() {
        return timing;
    }

    /**
     * Returns how many waits there are, over or not.
     *
     * @return 0 or more
     */
    public long count() {
        return over.length + (long) open.length;
    }

    /**
     * Returns how many waits go on.
     *
     * @return 0 or more
     */
    public long openCount() {
        return open.length;
    }

    /** The lengths of the waits that are over, ascending, in nanoseconds; not a copy. */
    long[] overNanos() {
        return over;
    }

    /** How long the open waits have lasted so far, ascending, in nanoseconds; not a copy. */
    long[] openNanos() {
        return open;
    }

    /**
     * Returns how long each wait that is over has lasted.
     *
     * @return ascending
     */
    public java.util.List<Duration> lengths() {
        return Arrays.stream(over).mapToObj(Duration::ofNanos).toList();
    }
}

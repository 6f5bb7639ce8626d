package io.github.cxkit.metrics.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One wait of a customer: since when and, if it is over, until when.
 *
 * <pre>{@code
 * WaitSpan.between(askedAt, answeredAt);
 * WaitSpan.since(askedAt);                  // nobody has answered yet
 * WaitSpan.between(askedAt, answeredAt).watchedSince(recordedFrom);   // those answered before were never seen
 * }</pre>
 *
 * <ul>
 *   <li>An end before the start is an error that names both; an end at the start is a wait of 0.
 *   <li>Where records begin later than waits, those that ended before are in no record. A wait that is then still there says so by {@link #watchedSince(Instant)}, or the quick
 *       ones are missing without a word.
 *   <li>A wait that is going on is no wait of 0 and must not be left out: see {@link Waits}.
 *   <li>Time on hold counts as waiting unless it is left out by {@link #withHolds}.
 * </ul>
 *
 * @param from when it began
 * @param until when it ended, empty while it goes on
 * @param watchedSince since when it was watched; empty from its beginning
 * @param holds what of it does not count: within the wait, oldest first, none overlapping another; empty where all of it counts
 */
public record WaitSpan(Instant from, Optional<Instant> until, Optional<Instant> watchedSince, List<Hold> holds) {

    /**
     * A time during which a case was on hold.
     *
     * @param from since when
     * @param until until when, empty while it goes on
     */
    public record Hold(Instant from, Optional<Instant> until) {

        /**
         * Checks the order.
         *
         * @param from since when
         * @param until until when
         * @throws IllegalArgumentException if the end is before the start; the message names both
         */
        public Hold {
            Objects.requireNonNull(from, "from");
            checkOrder("hold", from, until);
        }

        /**
         * Returns a hold that is over.
         *
         * @param from since when
         * @param until until when
         * @return the hold
         * @throws IllegalArgumentException if the end is before the start; the message names both
         */
        public static Hold between(Instant from, Instant until) {
            return new Hold(from, Optional.of(Objects.requireNonNull(until, "until")));
        }

        /**
         * Returns a hold that goes on.
         *
         * @param from since when
         * @return the hold
         */
        public static Hold since(Instant from) {
            return new Hold(from, Optional.empty());
        }

        private Optional<Hold> within(WaitSpan wait) {
            Instant start = from.isBefore(wait.from) ? wait.from : from;
            Optional<Instant> end =
                    Stream.concat(until.stream(), wait.until.stream()).min(Comparator.naturalOrder());
            return end.filter(last -> !last.isAfter(start)).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Hold(start, end));
        }
    }

    /**
     * Checks the order.
     *
     * @param from when it began
     * @param until when it ended
     * @param watchedSince since when it was watched; at its beginning or earlier, it was watched from its beginning
     * @param holds what of it does not count
     * @throws IllegalArgumentException if an end is before its start or not after the instant since when it was watched, or a hold begins before the end of the one before or
     *     before the wait, or ends after the wait; the message names both instants
     */
    public WaitSpan {
        Objects.requireNonNull(from, "from");
        checkOrder("wait", from, until);
        Objects.requireNonNull(watchedSince, "watchedSince");
        watchedSince = watchedSince.filter(since -> since.isAfter(from));
        if (watchedSince.isPresent() && until.isPresent() && !until.get().isAfter(watchedSince.get())) {
            throw new IllegalArgumentException("wait until " + until.get() + " ended before it was watched, since "
                    + watchedSince.get() + "\nMaybe leave out waits that ended earlier.");
        }
        holds = List.copyOf(holds);
        Instant earliest = from;
        for (Hold hold : holds) {
            if (hold.from.isBefore(earliest)) {
                throw new IllegalArgumentException(
                        "hold must not begin before " + earliest + ", but began at " + hold.from);
            }
            earliest = hold.until.orElse(until.orElse(Instant.MAX));
            if (until.isPresent() && earliest.isAfter(until.get())) {
                throw new IllegalArgumentException(
                        "hold must end by the end of the wait " + until.get() + ", but ended at " + earliest);
            }
        }
    }

    private static void checkOrder(String what, Instant from, Optional<Instant> until) {
        Objects.requireNonNull(until, "until");
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "end of a " + what + " must not be before its start " + from + ", but was " + until.get());
        }
    }

    /**
     * Returns a wait that was watched from its beginning, all of which counts.
     *
     * @param from when it began
     * @param until when it ended, empty while it goes on
     * @throws IllegalArgumentException if the end is before the start; the message names both
     */
    public WaitSpan(Instant from, Optional<Instant> until) {
        this(from, until, Optional.empty(), List.of());
    }

    /**
     * Returns the same wait, watched only since an instant: had it ended before, nobody would know of it. A case that was open when the records began is one.
     *
     * @param instant the instant; at the beginning of the wait or earlier, it was watched from its beginning
     * @return the wait
     * @throws IllegalArgumentException if the wait did not end after the instant; the message names both
     */
    public WaitSpan watchedSince(Instant instant) {
        return new WaitSpan(from, until, Optional.of(Objects.requireNonNull(instant, "instant")), holds);
    }

    /**
     * Returns a wait that is over.
     *
     * @param from when it began
     * @param until when it ended
     * @return the wait
     * @throws IllegalArgumentException if the end is before the start; the message names both
     */
    public static WaitSpan between(Instant from, Instant until) {
        return new WaitSpan(from, Optional.of(Objects.requireNonNull(until, "until")));
    }

    /**
     * Returns a wait that goes on.
     *
     * @param from when it began
     * @return the wait
     */
    public static WaitSpan since(Instant from) {
        return new WaitSpan(from, Optional.empty());
    }

    /**
     * Returns a copy in which time on hold does not count: of a wait from 9:00 to 13:00 on hold from 10:00 to 12:00, 2 hours do.
     *
     * <ul>
     *   <li>Only what lies within the wait is left out. A hold that goes on ends with the wait.
     *   <li>Open time is that of the spans between the holds.
     *   <li>Without holds, all of the wait counts.
     * </ul>
     *
     * @param onHold when the case was on hold, oldest first, none overlapping another
     * @return the copy
     * @throws IllegalArgumentException if a hold begins before the end of the one before
     */
    public WaitSpan withHolds(List<Hold> onHold) {
        return new WaitSpan(
                from,
                until,
                watchedSince,
                onHold.stream().flatMap(hold -> hold.within(this).stream()).toList());
    }

    /**
     * Returns whether the wait is over.
     *
     * @return false while it goes on
     */
    public boolean isOver() {
        return until.isPresent();
    }

    /**
     * Returns whether the wait was over at an instant; later knowledge aside.
     *
     * @param seenAt the instant
     * @return true if it ended at that instant or before
     */
    public boolean isOverAt(Instant seenAt) {
        return until.filter(end -> !end.isAfter(seenAt)).isPresent();
    }

    /**
     * Returns how long the wait had lasted at an instant, by the clock, holds not counted.
     *
     * @param seenAt the instant, at or after the start
     * @return from the start to the end or, if it was still going on, to the instant
     * @throws IllegalArgumentException if the wait had not begun; the message names both instants
     */
    public Duration lastedBy(Instant seenAt) {
        return lastedBy(seenAt, Duration::between);
    }

    /** What had counted by an instant, where {@code between} tells what of the time between two instants does. */
    Duration lastedBy(Instant seenAt, BiFunction<Instant, Instant, Duration> between) {
        return countedUntil(untilBy(seenAt), between);
    }

    /** What counts from the beginning to an instant within the wait. */
    Duration countedUntil(Instant end, BiFunction<Instant, Instant, Duration> between) {
        Duration lasted = between.apply(from, end);
        for (Hold hold : holds) {
            if (hold.from.isBefore(end)) {
                Instant resumed =
                        hold.until.filter(instant -> instant.isBefore(end)).orElse(end);
                lasted = lasted.minus(between.apply(hold.from, resumed));
            }
        }
        return lasted;
    }

    /** The end or, where the wait was still going on, the instant. */
    Instant untilBy(Instant seenAt) {
        if (seenAt.isBefore(from)) {
            throw new IllegalArgumentException("seenAt must not be before the start of the wait " + from + ", but was "
                    + seenAt + "\nMaybe leave out waits that begin later.");
        }
        return isOverAt(seenAt) ? until.orElseThrow() : seenAt;
    }
}

package io.github.cxkit.metrics.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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
 * </ul>
 *
 * @param from when it began
 * @param until when it ended, empty while it goes on
 * @param watchedSince since when it was watched; empty from its beginning
 */
public record WaitSpan(Instant from, Optional<Instant> until, Optional<Instant> watchedSince) {

    /**
     * Checks the order.
     *
     * @param from when it began
     * @param until when it ended
     * @param watchedSince since when it was watched; at its beginning or earlier, it was watched from its beginning
     * @throws IllegalArgumentException if the end is before the start, or not after the instant since when it was watched; the message names both
     */
    public WaitSpan {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(watchedSince, "watchedSince");
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "end of a wait must not be before its start " + from + ", but was " + until.get());
        }
        watchedSince = watchedSince.filter(since -> since.isAfter(from));
        if (watchedSince.isPresent() && until.isPresent() && !until.get().isAfter(watchedSince.get())) {
            throw new IllegalArgumentException("wait until " + until.get() + " ended before it was watched, since "
                    + watchedSince.get() + "\nMaybe leave out waits that ended earlier.");
        }
    }

    /**
     * Returns a wait that was watched from its beginning.
     *
     * @param from when it began
     * @param until when it ended, empty while it goes on
     * @throws IllegalArgumentException if the end is before the start; the message names both
     */
    public WaitSpan(Instant from, Optional<Instant> until) {
        this(from, until, Optional.empty());
    }

    /**
     * Returns the same wait, watched only since an instant: had it ended before, nobody would know of it. A case that was open when the records began is one.
     *
     * @param instant the instant; at the beginning of the wait or earlier, it was watched from its beginning
     * @return the wait
     * @throws IllegalArgumentException if the wait did not end after the instant; the message names both
     */
    public WaitSpan watchedSince(Instant instant) {
        return new WaitSpan(from, until, Optional.of(Objects.requireNonNull(instant, "instant")));
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
     * Returns how long the wait had lasted at an instant, by the clock.
     *
     * @param seenAt the instant, at or after the start
     * @return from the start to the end or, if it was still going on, to the instant
     * @throws IllegalArgumentException if the wait had not begun; the message names both instants
     */
    public Duration lastedBy(Instant seenAt) {
        return Duration.between(from, untilBy(seenAt));
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

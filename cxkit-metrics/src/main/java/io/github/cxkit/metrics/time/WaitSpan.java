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
 * }</pre>
 *
 * <ul>
 *   <li>An end before the start is an error that names both; an end at the start is a wait of 0.
 *   <li>A wait that is going on is no wait of 0 and must not be left out: see {@link Waits}.
 * </ul>
 *
 * @param from when it began
 * @param until when it ended, empty while it goes on
 */
public record WaitSpan(Instant from, Optional<Instant> until) {

    /**
     * Checks the order.
     *
     * @param from when it began
     * @param until when it ended
     * @throws IllegalArgumentException if the end is before the start; the message names both
     */
    public WaitSpan {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "end of a wait must not be before its start " + from + ", but was " + until.get());
        }
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

package io.github.cxkit.metrics.cases;

import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import java.util.List;
import java.util.Optional;

/**
 * Reads waits from the events of a case: which events start the clock, and which stop it.
 *
 * <p>Tools that say "response time" mean different clocks. Here each has a label of its own, which becomes the name of the {@link Timing}, so that the figures of two
 * clocks cannot be compared by accident. {@link ReplyClock} and {@link ResolutionClock} are there; a clock of the caller's own, such as to the first assignment, is read by
 * {@link CaseWaits} just as well.
 *
 * <pre>{@code
 * ReplyClock.FIRST.waits(timeline);                       // of one case
 * CaseWaits.seenAt(now, ReplyClock.FIRST, timelines);     // of many
 * }</pre>
 */
public interface CaseClock {

    /**
     * Returns what the clock measures, every variant named.
     *
     * @return for example {@code first reply, bots count}
     */
    String label();

    /**
     * Returns what became of each start of the clock.
     *
     * @param timeline the case
     * @return one element per start, in order of time, over or going on; an empty one where the start or the end is not known
     */
    List<Optional<WaitSpan>> read(CaseTimeline timeline);

    /**
     * Returns the waits of a case, in order of time. A clock whose start or end is not known gives none; {@link CaseWaits} counts those of many cases.
     *
     * @param timeline the case
     * @return the waits, over or going on; empty where the clock never started
     */
    default List<WaitSpan> waits(CaseTimeline timeline) {
        return read(timeline).stream().flatMap(Optional::stream).toList();
    }
}

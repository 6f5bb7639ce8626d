package io.github.cxkit.metrics.cases;

import io.github.cxkit.metrics.time.Timing;

/**
 * Which events of a case start a clock, and which stop it: a {@link ReplyClock} or a {@link ResolutionClock}.
 *
 * <p>Tools that say "response time" mean different clocks. Here each has a label of its own, which becomes the name of the
 * {@link Timing}, so that the figures of two clocks cannot be compared by accident.
 */
public sealed interface ClockDefinition permits ReplyClock, ResolutionClock {

    /**
     * Returns what the clock measures, every variant named.
     *
     * @return for example {@code first reply, bots count}
     */
    String label();
}

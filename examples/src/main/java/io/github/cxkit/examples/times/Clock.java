package io.github.cxkit.examples.times;

import io.github.cxkit.metrics.time.ClockDefinition;
import io.github.cxkit.metrics.time.ReplyClock;
import io.github.cxkit.metrics.time.ResolutionClock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is timed, by the name that an option has for it. */
enum Clock {
    FIRST_REPLY("first-reply", ReplyClock.FIRST),
    FIRST_REPLY_PER_CYCLE("first-reply-per-cycle", ReplyClock.FIRST_OF_CYCLE),
    LATER_REPLIES("later-replies", ReplyClock.LATER),
    ALL_REPLIES("all-replies", ReplyClock.ALL),
    RESOLUTION("resolution", ResolutionClock.TO_LAST),
    FIRST_RESOLUTION("first-resolution", ResolutionClock.TO_FIRST),
    RESOLUTION_PER_CYCLE("resolution-per-cycle", ResolutionClock.PER_CYCLE);

    private final String option;
    private final ClockDefinition definition;

    Clock(String option, ClockDefinition definition) {
        this.option = option;
        this.definition = definition;
    }

    String option() {
        return option;
    }

    /** Whether a case may have several waits, so that figures are per wait. */
    boolean isPerWait() {
        return this != FIRST_REPLY && this != RESOLUTION && this != FIRST_RESOLUTION;
    }

    /** The library's clock, with the variants asked for, which only clocks of replies have. */
    ClockDefinition definition(boolean bots, boolean acknowledgements, boolean orResolution) {
        if (!(definition instanceof ReplyClock reply)) {
            return definition;
        }
        ReplyClock variant = bots ? reply.countingBots() : reply;
        variant = acknowledgements ? variant.countingAcknowledgements() : variant;
        return orResolution ? variant.endedByResolution() : variant;
    }

    static Optional<Clock> named(String text) {
        return Arrays.stream(values())
                .filter(clock -> clock.option.equalsIgnoreCase(text))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Clock::option).collect(Collectors.joining(", "));
    }
}

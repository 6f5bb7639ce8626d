package io.github.cxkit.examples.times;

import io.github.cxkit.metrics.cases.CaseClock;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.cases.ResolutionClock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is timed, by the name that an option has for it. */
enum Clock {
    FIRST_REPLY("first-reply"),
    FIRST_REPLY_PER_CYCLE("first-reply-per-cycle"),
    LATER_REPLIES("later-replies"),
    ALL_REPLIES("all-replies"),
    RESOLUTION("resolution"),
    FIRST_RESOLUTION("first-resolution"),
    RESOLUTION_PER_CYCLE("resolution-per-cycle");

    private final String option;

    Clock(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }

    /** Whether a case may have several waits, so that figures are per wait. */
    boolean isPerWait() {
        return this != FIRST_REPLY && this != RESOLUTION && this != FIRST_RESOLUTION;
    }

    boolean isReply() {
        return this != RESOLUTION && this != FIRST_RESOLUTION && this != RESOLUTION_PER_CYCLE;
    }

    /** What is said of those that the clock still runs for. */
    String notOver() {
        return isReply() ? "still waiting" : "still open";
    }

    /** The library's clock, with the variants asked for, which only clocks of replies have. */
    CaseClock definition(boolean bots, boolean acknowledgements, boolean orResolution) {
        return switch (this) {
            case FIRST_REPLY -> variant(ReplyClock.FIRST, bots, acknowledgements, orResolution);
            case FIRST_REPLY_PER_CYCLE -> variant(ReplyClock.FIRST_OF_CYCLE, bots, acknowledgements, orResolution);
            case LATER_REPLIES -> variant(ReplyClock.LATER, bots, acknowledgements, orResolution);
            case ALL_REPLIES -> variant(ReplyClock.ALL, bots, acknowledgements, orResolution);
            case RESOLUTION -> ResolutionClock.TO_LAST;
            case FIRST_RESOLUTION -> ResolutionClock.TO_FIRST;
            case RESOLUTION_PER_CYCLE -> ResolutionClock.PER_CYCLE;
        };
    }

    private static ReplyClock variant(ReplyClock reply, boolean bots, boolean acknowledgements, boolean orResolution) {
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

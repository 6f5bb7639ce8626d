package io.github.cxkit.recovery;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.cases.CaseEffort;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.cases.ResolutionClock;
import io.github.cxkit.metrics.time.WaitSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the events of a case tell about its course; empty where they do not tell it. */
record CaseCounts(
        OptionalInt contacts,
        OptionalInt handOffs,
        OptionalInt channelSwitches,
        OptionalInt reopenings,
        Optional<Instant> firstContact,
        Optional<Duration> firstResponse,
        Optional<Duration> resolution) {

    private static final CaseCounts NOTHING = new CaseCounts(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Reads events in their order. */
    static CaseCounts of(List<CaseEvent> events, Optional<Instant> reportedAt) {
        if (events.isEmpty()) {
            return NOTHING;
        }
        CaseTimeline timeline = CaseTimeline.of(events);
        CaseEffort effort = CaseEffort.from(timeline);
        Optional<Instant> firstContact =
                events.stream().filter(CaseCounts::isContact).map(CaseEvent::at).findFirst();
        boolean byPersons = events.stream().anyMatch(CaseCounts::isPersonsStep);
        return new CaseCounts(
                firstContact.isPresent() ? effort.contacts() : OptionalInt.empty(),
                byPersons ? effort.handOffs() : OptionalInt.empty(),
                firstContact.isPresent() ? effort.channelSwitches() : OptionalInt.empty(),
                effort.reopenings(),
                firstContact,
                reportedAt
                        .map(from -> since(from, firstReply(events, from)))
                        .orElseGet(() -> ReplyClock.FIRST.waits(timeline).stream()
                                .findFirst()
                                .flatMap(CaseCounts::took)),
                reportedAt
                        .map(from -> since(from, conclusion(timeline)))
                        .orElseGet(() -> ResolutionClock.TO_LAST.waits(timeline).stream()
                                .findFirst()
                                .flatMap(CaseCounts::took)));
    }

    private static boolean isContact(CaseEvent event) {
        return switch (event.kind()) {
            case CONTACTED, OPENED, REOPENED -> event.party() == Party.CUSTOMER;
            default -> false;
        };
    }

    /** Given to a person, or answered by one. */
    private static boolean isPersonsStep(CaseEvent event) {
        return event.kind() != CaseEvent.Kind.ACKNOWLEDGED
                && event.handler()
                        .filter(handler -> handler.kind() == Handler.Kind.PERSON)
                        .isPresent();
    }

    private static Optional<Instant> firstReply(List<CaseEvent> events, Instant from) {
        return events.stream()
                .filter(event -> event.kind() == CaseEvent.Kind.REPLIED && isPersonsStep(event))
                .map(CaseEvent::at)
                .filter(at -> !at.isBefore(from))
                .findFirst();
    }

    /** The last resolution, if no reopening follows. */
    private static Optional<Instant> conclusion(CaseTimeline timeline) {
        return timeline.events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.RESOLVED)
                .map(CaseEvent::at)
                .reduce((earlier, later) -> later)
                .filter(at -> timeline.resolution() == CaseTimeline.Resolution.RESOLVED);
    }

    private static Optional<Duration> since(Instant from, Optional<Instant> end) {
        return end.map(at -> Duration.between(from, at));
    }

    private static Optional<Duration> took(WaitSpan wait) {
        return since(wait.from(), wait.until());
    }
}

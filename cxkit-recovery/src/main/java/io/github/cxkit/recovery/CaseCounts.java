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
        Optional<Instant> conclusion,
        Course firstResponse,
        Course resolution) {

    /** How long something took; or how long it had been waited for in vain when the case was seen. Neither where nothing is known. */
    record Course(Optional<Duration> took, Optional<Duration> waited) {

        static final Course UNKNOWN = new Course(Optional.empty(), Optional.empty());

        /** From a beginning to an end that may not have come, in a log that may not tell it. */
        static Course of(CaseLog log, boolean isTold, Instant from, Optional<Instant> end) {
            return new Course(
                    end.map(at -> log.between(from, at)),
                    end.isPresent() || !isTold
                            ? Optional.empty()
                            : log.seenAt().filter(seen -> !seen.isBefore(from)).map(seen -> log.between(from, seen)));
        }
    }

    private static final OptionalInt ZERO = OptionalInt.of(0);

    /** Reads events in their order. */
    static CaseCounts of(CaseLog log, Optional<Instant> reportedAt) {
        boolean tellsReplies = log.extent() == CaseLog.Extent.EVENTS;
        if (log.events().isEmpty()) {
            return new CaseCounts(
                    OptionalInt.empty(),
                    tellsReplies ? ZERO : OptionalInt.empty(),
                    OptionalInt.empty(),
                    log.seenAt().isPresent() ? ZERO : OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    reportedAt
                            .map(from -> Course.of(log, tellsReplies, from, Optional.empty()))
                            .orElse(Course.UNKNOWN),
                    reportedAt
                            .map(from -> Course.of(log, true, from, Optional.empty()))
                            .orElse(Course.UNKNOWN));
        }
        CaseTimeline timeline = CaseTimeline.of(log.events());
        CaseEffort effort = CaseEffort.from(timeline);
        Optional<Instant> firstContact = log.events().stream()
                .filter(CaseCounts::isContact)
                .map(CaseEvent::at)
                .findFirst();
        boolean tellsContacts = firstContact.isPresent() && log.tellsContacts();
        boolean byPersons = tellsReplies || log.events().stream().anyMatch(CaseCounts::isPersonsStep);
        boolean isOpen = timeline.resolution() == CaseTimeline.Resolution.OPEN;
        Optional<Instant> conclusion = conclusion(timeline);
        return new CaseCounts(
                tellsContacts ? effort.contacts() : OptionalInt.empty(),
                byPersons ? effort.handOffs() : OptionalInt.empty(),
                tellsContacts ? effort.channelSwitches() : OptionalInt.empty(),
                effort.reopenings(),
                firstContact,
                conclusion,
                reportedAt
                        .map(from -> Course.of(log, tellsReplies, from, firstReply(log.events(), from)))
                        .orElseGet(() -> course(log, tellsReplies, ReplyClock.FIRST.waits(timeline))),
                reportedAt
                        .map(from -> Course.of(log, isOpen, from, conclusion.filter(at -> !at.isBefore(from))))
                        .orElseGet(() -> course(log, isOpen, ResolutionClock.TO_LAST.waits(timeline))));
    }

    private static Course course(CaseLog log, boolean isTold, List<WaitSpan> waits) {
        return waits.stream()
                .findFirst()
                .map(wait -> Course.of(log, isTold, wait.from(), wait.until()))
                .orElse(Course.UNKNOWN);
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
}

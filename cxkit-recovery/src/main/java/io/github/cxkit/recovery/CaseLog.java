package io.github.cxkit.recovery;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The events of a case, how much of what happened they tell, and by which clock they are read. */
record CaseLog(List<CaseEvent> events, Extent extent, Optional<Instant> seenAt, Optional<OpeningHours> hours) {

    /** What the absence of an event means. */
    enum Extent {
        /** Nothing: what happened may be missing. */
        OPEN,
        /** That it did not happen until the case was seen. */
        EVENTS,
        /** Of a resolution, that it did not happen until the case was seen; of replies and contacts, nothing. */
        STATUSES
    }

    static final CaseLog NONE = new CaseLog(List.of(), Extent.OPEN, Optional.empty(), Optional.empty());

    CaseLog {
        seenAt.ifPresent(seen -> events.stream()
                .map(CaseEvent::at)
                .filter(at -> at.isAfter(seen))
                .findFirst()
                .ifPresent(at -> {
                    throw new IllegalArgumentException(
                            "events must be at " + seen + ", when the case was seen, or earlier, but one was at " + at);
                }));
    }

    CaseLog with(Collection<CaseEvent> newEvents) {
        List<CaseEvent> inOrder =
                newEvents.isEmpty() ? List.of() : CaseTimeline.of(newEvents).events();
        return new CaseLog(inOrder, extent, seenAt, hours);
    }

    CaseLog until(Instant newSeenAt, Extent newExtent) {
        Objects.requireNonNull(newSeenAt, "seenAt");
        if (extent != Extent.OPEN && extent != newExtent) {
            throw new IllegalArgumentException(
                    "a case must be known by its events or by its statuses until it was seen, but both were said");
        }
        return new CaseLog(events, newExtent, Optional.of(newSeenAt), hours);
    }

    CaseLog in(OpeningHours newHours) {
        return new CaseLog(events, extent, seenAt, Optional.of(Objects.requireNonNull(newHours, "hours")));
    }

    /** Open time where there are opening hours. */
    Duration between(Instant from, Instant until) {
        return hours.map(open -> open.between(from, until)).orElseGet(() -> Duration.between(from, until));
    }

    /** Whether the customer's contacts and the replies are written down, as far as one can tell. */
    boolean tellsContacts() {
        return extent == Extent.EVENTS
                || events.stream().anyMatch(event -> switch (event.kind()) {
                    case CONTACTED, REPLIED, ACKNOWLEDGED -> true;
                    default -> false;
                });
    }
}

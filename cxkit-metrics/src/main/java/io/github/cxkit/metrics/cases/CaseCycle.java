package io.github.cxkit.metrics.cases;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The events from the beginning of a case, or from a reopening, up to the next reopening.
 *
 * @param events in order; every cycle but the first begins with its reopening
 * @param isLast whether no reopening follows
 */
record CaseCycle(List<CaseEvent> events, boolean isLast) {

    static List<CaseCycle> of(List<CaseEvent> events) {
        List<CaseCycle> cycles = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind() == Kind.REOPENED) {
                cycles.add(new CaseCycle(events.subList(from, i), false));
                from = i;
            }
        }
        cycles.add(new CaseCycle(events.subList(from, events.size()), true));
        return cycles;
    }

    /** Empty where neither an opening nor a contact nor a reopening is known. */
    Optional<Instant> start() {
        return events.stream()
                .filter(event ->
                        event.kind() == Kind.OPENED || event.kind() == Kind.CONTACTED || event.kind() == Kind.REOPENED)
                .map(CaseEvent::at)
                .findFirst();
    }

    Optional<Instant> firstResolution() {
        return resolutions().findFirst();
    }

    Optional<Instant> lastResolution() {
        return resolutions().reduce((earlier, later) -> later);
    }

    private Stream<Instant> resolutions() {
        return events.stream().filter(event -> event.kind() == Kind.RESOLVED).map(CaseEvent::at);
    }

    ResolutionState state() {
        if (firstResolution().isPresent()) {
            return ResolutionState.RESOLVED;
        }
        boolean isPutAway = !isLast || events.stream().anyMatch(event -> event.kind() == Kind.CLOSED);
        return isPutAway ? ResolutionState.UNKNOWN : ResolutionState.OPEN;
    }
}

package io.github.cxkit.metrics.cases;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseEvent.Kind;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.time.WaitSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened in one case, in order of time.
 *
 * <p>The order is {@link CaseEvent#ORDER}: by time, then by sequence number, never by row. A case opened by the customer at 9:00 and answered at 10:30 has one
 * wait of 90 minutes for its first reply.
 *
 * <pre>{@code
 * Map<CaseId, CaseTimeline> cases = CaseTimeline.byCase(events);
 * cases.get(id).resolution();                                 // RESOLVED
 * ReplyClock.FIRST.waits(cases.get(id));                      // each clock reads the events by itself
 * CaseWaits.seenAt(now, ReplyClock.FIRST, cases.values());
 * }</pre>
 *
 * <ul>
 *   <li>Two events with the same instant and the same sequence number have no order. That is an error, as is an event that is there twice.
 *   <li>A case is opened at most once. Events before the opening may be the customer's contacts and what answered them, as when an agent opens the case after the
 *       call. A resolution, closing or reopening before the opening is an error that names both instants; without an opening, so is a resolution or closing before the
 *       first contact. So is a reply, where the customer opened the case and had not been in touch before.
 *   <li>A case need not have an opening; see the clocks for what cannot be measured then.
 *   <li>Opened by the customer <em>is</em> the first contact: whoever adds a contact for the same message counts it twice.
 * </ul>
 */
public final class CaseTimeline {

    /**
     * Whether a matter is settled, as far as the events of its case tell.
     *
     * <p>Three states, for a case that was put away without a word about a resolution is neither open nor settled in no time.
     */
    public enum Resolution {
        /** Held to be settled, and not reopened since. */
        RESOLVED,
        /** Neither resolved nor closed. */
        OPEN,
        /** Closed, or reopened, without a resolution before: when the matter was settled, if it was, nobody wrote down. */
        UNKNOWN
    }

    private final List<CaseEvent> events;

    private CaseTimeline(List<CaseEvent> events) {
        this.events = events;
    }

    /**
     * Returns the timeline of one case.
     *
     * @param events the events of the case, in any order
     * @return the timeline
     * @throws IllegalArgumentException if there are no events, or events of several cases, or two with the same instant and sequence number, or a second opening,
     *     or an end before its beginning; the message names the instants
     */
    public static CaseTimeline of(Collection<CaseEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a case must have at least one event, but had none");
        }
        long cases = events.stream().map(CaseEvent::caseId).distinct().count();
        if (cases > 1) {
            throw new IllegalArgumentException("events must be of one case, but were of " + cases
                    + "\nMaybe CaseTimeline.byCase(…) is meant, which sorts them by case.");
        }
        CaseTimeline timeline =
                new CaseTimeline(events.stream().sorted(CaseEvent.ORDER).toList());
        timeline.checkThatAllHaveAnOrder();
        timeline.checkThatNothingEndsBeforeItBegins();
        return timeline;
    }

    /**
     * Returns the timelines of many cases.
     *
     * @param events the events of all cases, in any order
     * @return the timelines by case, unmodifiable, none of them empty
     * @throws IllegalArgumentException if one of the cases cannot be, as in {@link #of(Collection)}
     */
    public static Map<CaseId, CaseTimeline> byCase(Collection<CaseEvent> events) {
        return Collections.unmodifiableMap(events.stream()
                .collect(groupingBy(
                        CaseEvent::caseId, LinkedHashMap::new, collectingAndThen(toList(), CaseTimeline::of))));
    }

    private void checkThatAllHaveAnOrder() {
        for (int i = 1; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            if (CaseEvent.ORDER.compare(events.get(i - 1), event) == 0) {
                throw new IllegalArgumentException("sequence numbers of the events of a case at " + event.at()
                        + " must differ, but two were " + event.sequence()
                        + "\nMaybe a row is there twice; else number the events in the order in which they happened.");
            }
        }
    }

    private void checkThatNothingEndsBeforeItBegins() {
        List<CaseEvent> openings =
                events.stream().filter(event -> event.kind() == Kind.OPENED).toList();
        if (openings.size() > 1) {
            throw new IllegalArgumentException("a case must be opened at most once, but was opened at "
                    + openings.get(0).at() + " and at " + openings.get(1).at()
                    + "\nMaybe the later one is a reopening.");
        }
        boolean isOpened = !openings.isEmpty();
        Optional<CaseEvent> begin = isOpened
                ? Optional.of(openings.get(0))
                : events.stream()
                        .filter(event -> event.kind() == Kind.CONTACTED || event.kind() == Kind.REOPENED)
                        .findFirst();
        begin.ifPresent(beginning -> {
            boolean isAnswerable = !isOpened || beginning.party() == Party.COMPANY;
            for (CaseEvent event : events.subList(0, events.indexOf(beginning))) {
                isAnswerable |= isContact(event);
                boolean isPossible = switch (event.kind()) {
                    case RESOLVED, CLOSED, REOPENED -> false;
                    case REPLIED, ACKNOWLEDGED -> isAnswerable;
                    case OPENED, CONTACTED, ASSIGNED, HELD, RESUMED -> true;
                };
                if (!isPossible) {
                    throw new IllegalArgumentException(event.kind() + " must not come before " + described(beginning)
                            + ", but was at " + event.at() + ", sequence " + event.sequence());
                }
            }
        });
    }

    private static String described(CaseEvent event) {
        return event.kind() + " at " + event.at() + ", sequence " + event.sequence();
    }

    /** Each case once, or its events would count twice. */
    static void checkThatAllDiffer(Collection<CaseTimeline> timelines) {
        long cases = timelines.stream().map(CaseTimeline::caseId).distinct().count();
        if (cases < timelines.size()) {
            throw new IllegalArgumentException(
                    "timelines must be of different cases, but " + timelines.size() + " were of " + cases + " cases");
        }
    }

    /** The customer got in touch: wrote, opened the case, or reopened it. */
    static boolean isContact(CaseEvent event) {
        return event.party() == Party.CUSTOMER
                && (event.kind() == Kind.CONTACTED || event.kind() == Kind.OPENED || event.kind() == Kind.REOPENED);
    }

    static boolean isPersons(CaseEvent event) {
        return event.handler()
                .filter(handler -> handler.kind() == Handler.Kind.PERSON)
                .isPresent();
    }

    /**
     * Returns the case.
     *
     * @return the case
     */
    public CaseId caseId() {
        return events.get(0).caseId();
    }

    /**
     * Returns what happened.
     *
     * @return at least one event, in order, unmodifiable
     */
    public List<CaseEvent> events() {
        return events;
    }

    /**
     * Returns the timeline as it was known at an instant, later knowledge aside: what had been resolved and was reopened later was resolved.
     *
     * @param seenAt the instant
     * @return the timeline of the events at that instant and before, empty if there were none
     */
    public Optional<CaseTimeline> seenAt(Instant seenAt) {
        List<CaseEvent> known =
                events.stream().filter(event -> !event.at().isAfter(seenAt)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new CaseTimeline(known));
    }

    /**
     * Returns whether the matter is settled, as of the last event.
     *
     * @return the state of the last cycle
     */
    public Resolution resolution() {
        List<Resolution> states = resolutionByCycle();
        return states.get(states.size() - 1);
    }

    /**
     * Returns how each cycle ended. A new cycle begins with each reopening, so that there is one more than there are reopenings.
     *
     * @return the states, oldest first; all but the last are RESOLVED or UNKNOWN
     */
    public List<Resolution> resolutionByCycle() {
        return cycles().stream().map(Cycle::resolution).toList();
    }

    /**
     * Returns when the case was on hold: from each HELD to the next RESUMED, RESOLVED, REOPENED or CLOSED.
     *
     * <p>Held at 10:00 and at 11:00, resumed at 12:00, held at 13:00, resolved at 14:00: two hours and one hour.
     *
     * <ul>
     *   <li>Held while on hold, or resumed while not, changes nothing: logs begin in the middle.
     *   <li>A contact or a reply ends no hold.
     * </ul>
     *
     * @return the holds, oldest first, unmodifiable; only the last may have no end
     */
    public List<WaitSpan.Hold> holds() {
        List<WaitSpan.Hold> holds = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        for (CaseEvent event : events) {
            switch (event.kind()) {
                case HELD -> since = since.or(() -> Optional.of(event.at()));
                case RESUMED, RESOLVED, REOPENED, CLOSED -> {
                    since.ifPresent(from -> holds.add(WaitSpan.Hold.between(from, event.at())));
                    since = Optional.empty();
                }
                case OPENED, CONTACTED, REPLIED, ACKNOWLEDGED, ASSIGNED -> {}
            }
        }
        since.ifPresent(from -> holds.add(WaitSpan.Hold.since(from)));
        return List.copyOf(holds);
    }

    /** The cycles of the case, at least one. */
    List<Cycle> cycles() {
        return Cycle.of(events);
    }

    /**
     * The events from the beginning of a case, or from a reopening, up to the next reopening.
     *
     * @param events in order; every cycle but the first begins with its reopening
     * @param isLast whether no reopening follows
     */
    record Cycle(List<CaseEvent> events, boolean isLast) {

        private static List<Cycle> of(List<CaseEvent> events) {
            List<Cycle> cycles = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).kind() == Kind.REOPENED) {
                    cycles.add(new Cycle(events.subList(from, i), false));
                    from = i;
                }
            }
            cycles.add(new Cycle(events.subList(from, events.size()), true));
            return cycles;
        }

        /** Empty where neither an opening nor a contact nor a reopening is known. */
        Optional<Instant> start() {
            return events.stream()
                    .filter(event -> event.kind() == Kind.OPENED
                            || event.kind() == Kind.CONTACTED
                            || event.kind() == Kind.REOPENED)
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
            return events.stream()
                    .filter(event -> event.kind() == Kind.RESOLVED)
                    .map(CaseEvent::at);
        }

        Resolution resolution() {
            if (firstResolution().isPresent()) {
                return Resolution.RESOLVED;
            }
            boolean isPutAway = !isLast || events.stream().anyMatch(event -> event.kind() == Kind.CLOSED);
            return isPutAway ? Resolution.UNKNOWN : Resolution.OPEN;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseTimeline that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    /**
     * Shows how many events there are, and from when to when; no id.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "CaseTimeline[events=" + events.size() + ", from "
                + events.get(0).at() + " to " + events.get(events.size() - 1).at() + "]";
    }
}

package io.github.cxkit.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseEvent.Kind;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.time.WaitSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of the clocks of a case. */
class CaseClockProperties {

    private static final int TRIES = 300;
    private static final CaseId ID = CaseId.of("case");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = START.plusSeconds(100_000);
    private static final List<Handler> HANDLERS = List.of(
            Handler.person().withId("a"),
            Handler.person().withId("b"),
            Handler.person().withId("c"),
            Handler.bot());
    private static final List<ReplyClock> REPLY_CLOCKS = List.of(
            ReplyClock.FIRST,
            ReplyClock.FIRST_OF_CYCLE,
            ReplyClock.LATER,
            ReplyClock.ALL,
            ReplyClock.ALL.countingBots().countingAcknowledgements(),
            ReplyClock.ALL.endedByResolution(),
            ReplyClock.ALL.fromLastContact(),
            ReplyClock.ALL.withoutTimeOnHold());

    /** An opening by either side, and then anything, in steps of 0 to 3 minutes; minute 0 may hold several events. */
    @Provide
    Arbitrary<List<CaseEvent>> events() {
        Arbitrary<List<Integer>> steps =
                Arbitraries.integers().between(0, 4 * 18 - 1).list().ofMaxSize(14);
        return steps.map(codes -> {
            List<CaseEvent> events = new ArrayList<>();
            int size = codes.size();
            events.add(CaseEvent.opened(ID, START, 0, size % 2 == 0 ? Party.CUSTOMER : Party.COMPANY)
                    .withChannel(Channel.EMAIL));
            long minute = 0;
            for (int code : codes) {
                minute += code % 4;
                events.add(event(code / 4, START.plusSeconds(60 * minute), events.size()));
            }
            return events;
        });
    }

    private static CaseEvent event(int code, Instant at, long sequence) {
        Handler handler = HANDLERS.get(code % HANDLERS.size());
        return switch (code) {
            case 0, 1 -> CaseEvent.contacted(ID, at, sequence).withChannel(Channel.EMAIL);
            case 2 -> CaseEvent.contacted(ID, at, sequence).withChannel(Channel.PHONE);
            case 3, 4, 5, 6 -> CaseEvent.replied(ID, at, sequence, handler);
            case 7 -> CaseEvent.acknowledged(ID, at, sequence, handler);
            case 8 -> CaseEvent.assigned(ID, at, sequence, handler);
            case 9, 10 -> CaseEvent.resolved(ID, at, sequence, Party.COMPANY);
            case 11 -> CaseEvent.reopened(ID, at, sequence, Party.CUSTOMER);
            case 12 -> CaseEvent.reopened(ID, at, sequence, Party.COMPANY);
            case 13, 14 -> CaseEvent.held(ID, at, sequence, Party.COMPANY);
            case 15 -> CaseEvent.resumed(ID, at, sequence, Party.COMPANY);
            case 16 -> CaseEvent.resumed(ID, at, sequence, Party.CUSTOMER);
            default -> CaseEvent.closed(ID, at, sequence, Party.COMPANY);
        };
    }

    private static List<CaseClock> allClocks() {
        List<CaseClock> clocks = new ArrayList<>(REPLY_CLOCKS);
        clocks.addAll(List.of(ResolutionClock.TO_LAST, ResolutionClock.TO_FIRST, ResolutionClock.PER_CYCLE));
        clocks.addAll(clocksWithoutHolds());
        return clocks;
    }

    private static List<CaseClock> clocksWithoutHolds() {
        return List.of(
                ReplyClock.FIRST.withoutTimeOnHold(),
                ReplyClock.ALL.endedByResolution().withoutTimeOnHold(),
                ResolutionClock.TO_LAST.withoutTimeOnHold(),
                ResolutionClock.TO_FIRST.withoutTimeOnHold(),
                ResolutionClock.PER_CYCLE.withoutTimeOnHold());
    }

    private static boolean isOfHolds(CaseEvent event) {
        return event.kind() == Kind.HELD || event.kind() == Kind.RESUMED;
    }

    /** Whether one hold is deleted or all are; also of what was known at an earlier instant. */
    @Property(tries = TRIES)
    void deletingAHoldNeverShortensAWait(
            @ForAll("events") List<CaseEvent> events, @ForAll @IntRange(max = 45) int minutes) {
        for (CaseEvent held : events) {
            if (held.kind() == Kind.HELD) {
                List<CaseEvent> rest = new ArrayList<>(events);
                rest.remove(held);
                checkThatNoneIsShorter(rest, events, START.plusSeconds(60L * minutes));
            }
        }
        List<CaseEvent> none =
                events.stream().filter(event -> !isOfHolds(event)).toList();
        checkThatNoneIsShorter(none, events, START.plusSeconds(60L * minutes));
    }

    private static void checkThatNoneIsShorter(List<CaseEvent> rest, List<CaseEvent> events, Instant seenAt) {
        CaseTimeline longer = CaseTimeline.of(rest).seenAt(seenAt).orElseThrow();
        CaseTimeline shorter = CaseTimeline.of(events).seenAt(seenAt).orElseThrow();
        for (CaseClock clock : clocksWithoutHolds()) {
            List<WaitSpan> expected = clock.waits(longer);
            List<WaitSpan> waits = clock.waits(shorter);
            assertThat(waits).hasSameSizeAs(expected);
            for (int i = 0; i < waits.size(); i++) {
                assertThat(waits.get(i).lastedBy(seenAt))
                        .isBetween(Duration.ZERO, expected.get(i).lastedBy(seenAt));
            }
        }
    }

    /** Counted minute by minute: on hold is who was held last, rather than resumed, resolved, reopened or closed. */
    @Property(tries = TRIES)
    void whatIsLeftOutAreTheMinutesOnHold(@ForAll("events") List<CaseEvent> events) {
        CaseTimeline timeline = CaseTimeline.of(events);
        for (WaitSpan wait : ResolutionClock.TO_LAST.withoutTimeOnHold().waits(timeline)) {
            long counted = 0;
            for (Instant minute = wait.from();
                    minute.isBefore(wait.until().orElse(END));
                    minute = minute.plusSeconds(60)) {
                counted += isOnHold(events, minute) ? 0 : 1;
            }
            assertThat(wait.lastedBy(wait.until().orElse(END)).toSeconds()).isBetween(60 * counted - 59, 60 * counted);
        }
    }

    private static boolean isOnHold(List<CaseEvent> events, Instant instant) {
        Set<Kind> deciding = Set.of(Kind.HELD, Kind.RESUMED, Kind.RESOLVED, Kind.REOPENED, Kind.CLOSED);
        return events.stream()
                .filter(event -> !event.at().isAfter(instant) && deciding.contains(event.kind()))
                .reduce((earlier, later) -> later)
                .filter(last -> last.kind() == Kind.HELD)
                .isPresent();
    }

    @Property(tries = TRIES)
    void holdsMoveNoOtherClockAndNoEffort(@ForAll("events") List<CaseEvent> events) {
        CaseTimeline timeline = CaseTimeline.of(events);
        CaseTimeline without = CaseTimeline.of(
                events.stream().filter(event -> !isOfHolds(event)).toList());
        assertThat(CaseEffort.from(timeline)).isEqualTo(CaseEffort.from(without));
        assertThat(timeline.resolutionByCycle()).isEqualTo(without.resolutionByCycle());
        for (CaseClock clock : List.of(ReplyClock.ALL, ReplyClock.FIRST, ResolutionClock.TO_LAST)) {
            assertThat(clock.waits(timeline)).isEqualTo(clock.waits(without));
        }
    }

    @Property(tries = TRIES)
    void theOrderOfRowsDecidesNothing(@ForAll("events") List<CaseEvent> events, @ForAll long seed) {
        List<CaseEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        CaseTimeline one = CaseTimeline.of(events);
        CaseTimeline other = CaseTimeline.of(shuffled);
        assertThat(other).isEqualTo(one);
        assertThat(CaseEffort.from(other)).isEqualTo(CaseEffort.from(one));
        for (CaseClock clock : allClocks()) {
            assertThat(clock.waits(other)).isEqualTo(clock.waits(one));
        }
    }

    @Property(tries = TRIES)
    void waitsNeverOverlapAndOnlyTheLastMayGoOn(@ForAll("events") List<CaseEvent> events) {
        for (CaseClock clock : allClocks()) {
            List<WaitSpan> waits = clock.waits(CaseTimeline.of(events));
            for (int i = 1; i < waits.size(); i++) {
                assertThat(waits.get(i - 1).until()).isPresent();
                assertThat(waits.get(i).from())
                        .isAfterOrEqualTo(waits.get(i - 1).until().orElseThrow());
            }
        }
    }

    @Property(tries = TRIES)
    void everyWaitForAReplyStartsAtAnActOfTheCustomer(@ForAll("events") List<CaseEvent> events) {
        Set<Instant> contacts = events.stream()
                .filter(event -> event.party() == Party.CUSTOMER)
                .map(CaseEvent::at)
                .collect(Collectors.toSet());
        for (CaseClock clock : REPLY_CLOCKS) {
            assertThat(clock.waits(CaseTimeline.of(events))).allMatch(wait -> contacts.contains(wait.from()));
        }
    }

    @Property(tries = TRIES)
    void everyWaitForAReplyIsTheFirstOrALaterOne(@ForAll("events") List<CaseEvent> events) {
        CaseTimeline timeline = CaseTimeline.of(events);
        List<WaitSpan> both = new ArrayList<>(ReplyClock.FIRST.waits(timeline));
        both.addAll(ReplyClock.LATER.waits(timeline));
        assertThat(both).isEqualTo(ReplyClock.ALL.waits(timeline));
        assertThat(ReplyClock.ALL.waits(timeline)).containsAll(ReplyClock.FIRST_OF_CYCLE.waits(timeline));
        assertThat(ReplyClock.FIRST.waits(timeline).isEmpty())
                .isEqualTo(CaseEffort.from(timeline).contacts().orElseThrow() == 0);
    }

    @Property(tries = TRIES)
    void whatStopsTheClockMoreOftenNeverMakesTheFirstWaitLonger(@ForAll("events") List<CaseEvent> events) {
        CaseTimeline timeline = CaseTimeline.of(events);
        List<WaitSpan> strict = ReplyClock.FIRST.waits(timeline);
        for (ReplyClock easier : List.of(
                ReplyClock.FIRST.countingBots(),
                ReplyClock.FIRST.countingAcknowledgements(),
                ReplyClock.FIRST.endedByResolution(),
                ReplyClock.FIRST.fromLastContact())) {
            List<WaitSpan> waits = easier.waits(timeline);
            assertThat(waits).hasSameSizeAs(strict);
            for (int i = 0; i < waits.size(); i++) {
                assertThat(waits.get(i).lastedBy(END))
                        .isLessThanOrEqualTo(strict.get(i).lastedBy(END));
            }
        }
    }

    @Property(tries = TRIES)
    void thereIsOneCycleMoreThanReopenings(@ForAll("events") List<CaseEvent> events) {
        CaseTimeline timeline = CaseTimeline.of(events);
        long reopenings =
                events.stream().filter(event -> event.kind() == Kind.REOPENED).count();
        List<CaseTimeline.Resolution> states = timeline.resolutionByCycle();
        assertThat(states).hasSize((int) reopenings + 1);
        assertThat(states.subList(0, states.size() - 1)).doesNotContain(CaseTimeline.Resolution.OPEN);
        assertThat(CaseEffort.from(timeline).reopenings()).hasValue((int) reopenings);
        CaseWaits perCycle = CaseWaits.seenAt(END, ResolutionClock.PER_CYCLE, List.of(timeline));
        assertThat(perCycle.waits().size() + perCycle.unknown()).isEqualTo(reopenings + 1);
        assertThat(perCycle.unknown())
                .isEqualTo(states.stream()
                        .filter(state -> state == CaseTimeline.Resolution.UNKNOWN)
                        .count());
    }

    @Property(tries = TRIES)
    void theFirstResolutionIsNeverAfterTheLast(@ForAll("events") List<CaseEvent> events) {
        CaseTimeline timeline = CaseTimeline.of(events);
        List<WaitSpan> first = ResolutionClock.TO_FIRST.waits(timeline);
        List<WaitSpan> last = ResolutionClock.TO_LAST.waits(timeline);
        if (!first.isEmpty() && !last.isEmpty()) {
            assertThat(first.get(0).lastedBy(END))
                    .isLessThanOrEqualTo(last.get(0).lastedBy(END));
            assertThat(first.get(0).from()).isEqualTo(last.get(0).from());
        }
    }

    @Property(tries = TRIES)
    void whatIsSeenLaterNeverUndoesAFailureAtFirstContact(
            @ForAll("events") List<CaseEvent> events, @ForAll @IntRange(max = 30) int minutes) {
        CaseTimeline timeline = CaseTimeline.of(events);
        FirstContactResolution rule = FirstContactResolution.within(Duration.ofMinutes(5));
        FirstContactResolution.Verdict early = rule.verdict(timeline, START.plusSeconds(60L * minutes));
        FirstContactResolution.Verdict late = rule.verdict(timeline, END);
        if (early == FirstContactResolution.Verdict.NOT_AT_FIRST_CONTACT
                || early == FirstContactResolution.Verdict.RESOLVED_AT_FIRST_CONTACT) {
            assertThat(late).isEqualTo(early);
        }
        if (late == FirstContactResolution.Verdict.PENDING) {
            assertThat(events.stream().dropWhile(event -> !CaseTimeline.isContact(event)))
                    .extracting(CaseEvent::kind)
                    .doesNotContain(Kind.RESOLVED, Kind.CLOSED);
        }
    }

    @Property(tries = TRIES)
    void handBacksAreFewerThanHandOffs(@ForAll("events") List<CaseEvent> events) {
        CaseEffort effort = CaseEffort.from(CaseTimeline.of(events));
        int handOffs = effort.handOffs().orElseThrow();
        int handBacks = effort.handBacks().orElseThrow();
        assertThat(handBacks).isBetween(0, Math.max(0, handOffs - 1));
        assertThat(handOffs - handBacks)
                .as("new faces after the first, of three")
                .isLessThan(3);
    }
}

package io.github.cxkit.metrics.cases;

import static io.github.cxkit.core.Party.COMPANY;
import static io.github.cxkit.core.Party.CUSTOMER;
import static io.github.cxkit.metrics.cases.CaseLog.at;
import static io.github.cxkit.metrics.cases.CaseLog.ofCase;
import static io.github.cxkit.metrics.cases.CaseLog.waited;
import static io.github.cxkit.metrics.cases.CaseLog.waitingSince;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseWaitsTest {

    private static final List<CaseTimeline> CASES = List.of(
            ofCase("later").contacted("30:00").timeline(),
            ofCase("answered").opened("9:00", CUSTOMER).replied("10:30").timeline(),
            ofCase("open").opened("9:00", CUSTOMER).timeline(),
            ofCase("answered later")
                    .opened("8:00", CUSTOMER)
                    .replied("25:00")
                    .resolved("25:30")
                    .timeline(),
            ofCase("outbound").opened("9:00", COMPANY).closed("9:30").timeline());

    @Test
    void countsWhatGivesNoWaitAndSaysWhy() {
        CaseWaits replies = CaseWaits.seenAt(at("24:00"), ReplyClock.FIRST, CASES);
        assertThat(replies.waits())
                .containsExactly(waitingSince("8:00"), waited("9:00", "10:30"), waitingSince("9:00"));
        assertThat(replies.cases()).isEqualTo(4);
        assertThat(replies.withoutWait()).isEqualTo(1);
        assertThat(replies.unknown()).isZero();
        assertThat(replies.later()).isEqualTo(1);
        assertThat(replies.clock()).isEqualTo(ReplyClock.FIRST);
        assertThat(replies.seenAt()).isEqualTo(at("24:00"));
        assertThat(replies)
                .hasToString("first reply, seen at 2026-03-02T00:00:00Z: waits=3, cases=4, without wait=1, unknown=0,"
                        + " later=1");

        CaseWaits resolutions = CaseWaits.seenAt(at("24:00"), ResolutionClock.TO_LAST, CASES);
        assertThat(resolutions.waits()).hasSize(3);
        assertThat(resolutions.unknown()).isEqualTo(1);
        assertThat(resolutions.withoutWait()).isZero();
    }

    @Test
    void knowsNoMoreThanWasKnownThen() {
        assertThat(CaseWaits.seenAt(at("8:30"), ReplyClock.FIRST, CASES).waits())
                .containsExactly(waitingSince("8:00"));
        assertThat(CaseWaits.seenAt(at("8:30"), ReplyClock.FIRST, CASES).later())
                .isEqualTo(4);
        assertThat(CaseWaits.seenAt(at("48:00"), ReplyClock.FIRST, CASES).later())
                .isZero();
        CaseTimeline reopened = ofCase("reopened")
                .opened("9:00", CUSTOMER)
                .resolved("10:00")
                .reopened("30:00")
                .resolved("31:00")
                .timeline();
        assertThat(CaseWaits.seenAt(at("24:00"), ResolutionClock.TO_LAST, List.of(reopened))
                        .waits())
                .containsExactly(waited("9:00", "10:00"));
    }

    @Test
    void feedsTheWaitsUnderTheNameOfTheClock() {
        Waits waits = CaseWaits.seenAt(at("24:00"), ReplyClock.FIRST.countingBots(), CASES)
                .in(ChronoUnit.MINUTES);
        assertThat(waits.timing()).isEqualTo(Timing.of("first reply, bots count", ChronoUnit.MINUTES));
        assertThat(waits.count()).isEqualTo(3);
        assertThat(waits.closedOnly().mean().duration()).isEqualTo(Duration.ofMinutes(90));
        assertThat(waits.openCount()).isEqualTo(2);
    }

    /** A mean of all replies divides by replies, and says how many cases there were. */
    @Test
    void severalWaitsOfOneCaseAreSeveralWaits() {
        CaseTimeline busy = ofCase("busy")
                .contacted("9:00")
                .replied("9:10")
                .contacted("9:20")
                .replied("9:50")
                .timeline();
        CaseWaits replies = CaseWaits.seenAt(at("24:00"), ReplyClock.ALL, List.of(busy));
        assertThat(replies.waits()).hasSize(2);
        assertThat(replies.cases()).isEqualTo(1);
        assertThat(replies.in(ChronoUnit.MINUTES).count()).isEqualTo(2);
    }

    @Test
    void noCasesGiveNoWaits() {
        CaseWaits none = CaseWaits.seenAt(at("24:00"), ReplyClock.FIRST, List.of());
        assertThat(none.waits()).isEmpty();
        assertThat(none.cases()).isZero();
        assertThat(none.in(ChronoUnit.HOURS).count()).isZero();
    }

    @Test
    void aCaseThatIsThereTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseWaits.seenAt(
                        at("24:00"), ReplyClock.FIRST, List.of(CASES.get(0), CASES.get(1), CASES.get(1))))
                .withMessage("timelines must be of different cases, but 3 were of 2 cases");
        assertThatNullPointerException()
                .isThrownBy(() -> CaseWaits.seenAt(null, ReplyClock.FIRST, List.of()))
                .withMessage("seenAt");
        assertThatNullPointerException()
                .isThrownBy(() -> CaseWaits.seenAt(at("24:00"), null, List.of()))
                .withMessage("clock");
    }

    /** The code of the documentation. */
    @Test
    void fromEventsToFigures() {
        CaseId id = CaseId.of("T-7");
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        List<CaseEvent> events = List.of(
                CaseEvent.replied(
                        id, nine.plusSeconds(5400), 3, Handler.person().withId("a-17")),
                CaseEvent.opened(id, nine, 1, Party.CUSTOMER),
                CaseEvent.acknowledged(id, nine, 2, Handler.bot()));

        Map<CaseId, CaseTimeline> cases = CaseTimeline.byCase(events);
        CaseWaits firstReplies = CaseWaits.seenAt(nine.plusSeconds(86_400), ReplyClock.FIRST, cases.values());

        assertThat(firstReplies.in(ChronoUnit.MINUTES).closedOnly())
                .isEqualTo(Waits.over(Timing.of("first reply", ChronoUnit.MINUTES), Duration.ofMinutes(90))
                        .closedOnly());
        OpeningHours tillTen = OpeningHours.in(ZoneOffset.UTC)
                .withHours(OpeningHours.EVERY_DAY, LocalTime.of(8, 0), LocalTime.of(10, 0));
        assertThat(firstReplies.in(ChronoUnit.MINUTES, tillTen).closedOnly())
                .isEqualTo(Waits.over(Timing.inOpeningHours("first reply", ChronoUnit.MINUTES), Duration.ofMinutes(60))
                        .closedOnly());
        assertThat(firstReplies)
                .hasToString("first reply, seen at 2026-03-03T09:00:00Z: waits=1, cases=1, without wait=0, unknown=0,"
                        + " later=0");
        assertThat(ResolutionClock.TO_LAST.waits(cases.get(id))).containsExactly(WaitSpan.since(nine));
        assertThat(cases.get(id).resolution()).isEqualTo(CaseTimeline.Resolution.OPEN);
        assertThat(CaseEffort.from(cases.get(id)))
                .hasToString("CaseEffort[contacts=1, handOffs=0, handBacks=0, channelSwitches=0, reopenings=0]");
        assertThat(FirstContactResolution.within(Duration.ofDays(7)).count(cases.values(), nine.plusSeconds(86_400)))
                .hasToString("resolved at first contact, window 7 d: 0 of 0 (1 pending, 0 unknown, 0 without contact)");
    }

    /** From the opening to the first assignment. */
    private static final class AssignmentClock implements CaseClock {

        @Override
        public String label() {
            return "assignment";
        }

        @Override
        public List<Optional<WaitSpan>> read(CaseTimeline timeline) {
            Optional<Instant> assigned = timeline.events().stream()
                    .filter(event -> event.kind() == CaseEvent.Kind.ASSIGNED)
                    .map(CaseEvent::at)
                    .findFirst();
            return List.of(Optional.of(new WaitSpan(timeline.events().get(0).at(), assigned)));
        }
    }

    @Test
    void aClockOfTheCallersOwnIsReadJustAsWell() {
        CaseLog log = ofCase("one")
                .opened("9:00", COMPANY)
                .assigned("9:20", Handler.person().withId("desk"))
                .resolved("10:00");
        assertThat(new AssignmentClock().waits(log.timeline())).containsExactly(waited("9:00", "9:20"));
        CaseWaits waits = CaseWaits.seenAt(at("9:10"), new AssignmentClock(), List.of(log.timeline()));
        assertThat(waits.in(ChronoUnit.MINUTES)).hasToString("assignment: 1 waits, 1 still open");
    }
}

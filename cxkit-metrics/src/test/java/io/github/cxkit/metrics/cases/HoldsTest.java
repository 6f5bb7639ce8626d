package io.github.cxkit.metrics.cases;

import static io.github.cxkit.core.Party.COMPANY;
import static io.github.cxkit.core.Party.CUSTOMER;
import static io.github.cxkit.metrics.cases.CaseLog.at;
import static io.github.cxkit.metrics.cases.CaseLog.ofACase;
import static io.github.cxkit.metrics.cases.CaseLog.ofCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The clock stands still while a case is on hold, if it is told to. */
class HoldsTest {

    private static final ResolutionClock WITHOUT = ResolutionClock.TO_LAST.withoutTimeOnHold();

    private static Duration lasted(CaseClock clock, CaseLog log, String seenAt) {
        return clock.waits(log.timeline()).get(0).lastedBy(at(seenAt));
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void timeOnHoldCountsUnlessTheClockIsToldToLeaveItOut() {
        CaseLog log = ofACase()
                .opened("9:00", CUSTOMER)
                .held("10:00")
                .resumed("12:00")
                .resolved("13:00");
        assertThat(lasted(ResolutionClock.TO_LAST, log, "24:00")).isEqualTo(minutes(240));
        assertThat(lasted(WITHOUT, log, "24:00")).isEqualTo(minutes(120));
        assertThat(WITHOUT).hasToString("resolution without time on hold").isNotEqualTo(ResolutionClock.TO_LAST);
        assertThat(WITHOUT.withoutTimeOnHold()).isEqualTo(WITHOUT).hasSameHashCodeAs(WITHOUT);
        assertThat(ReplyClock.FIRST.countingBots().withoutTimeOnHold())
                .hasToString("first reply without time on hold, bots count")
                .isEqualTo(ReplyClock.FIRST.withoutTimeOnHold().countingBots())
                .isNotEqualTo(ReplyClock.FIRST.countingBots());
    }

    @Test
    void aHoldEndsWhereTheCaseIsTakenUpResolvedReopenedOrClosed() {
        CaseLog begun = ofACase().opened("9:00", CUSTOMER).held("10:00");
        assertThat(begun.timeline().holds()).containsExactly(WaitSpan.Hold.since(at("10:00")));
        Stream.of(
                        ofACase().opened("9:00", CUSTOMER).held("10:00").resumed("11:00"),
                        ofACase().opened("9:00", CUSTOMER).held("10:00").resolved("11:00"),
                        ofACase().opened("9:00", CUSTOMER).held("10:00").reopened("11:00"),
                        ofACase().opened("9:00", CUSTOMER).held("10:00").closed("11:00"))
                .forEach(log -> assertThat(log.contacted("12:00").timeline().holds())
                        .containsExactly(WaitSpan.Hold.between(at("10:00"), at("11:00"))));
    }

    @Test
    void neitherAContactNorAReplyNorAnAssignmentEndsAHold() {
        CaseLog log = ofACase()
                .opened("9:00", CUSTOMER)
                .held("10:00")
                .contacted("10:30")
                .assigned("10:40", CaseLog.ANN)
                .replied("11:00")
                .resumed("12:00");
        assertThat(log.timeline().holds()).containsExactly(WaitSpan.Hold.between(at("10:00"), at("12:00")));
        assertThat(lasted(ReplyClock.FIRST.withoutTimeOnHold(), log, "24:00")).isEqualTo(minutes(60));
    }

    @Test
    void aSecondHoldAndAResumptionWithoutOneChangeNothing() {
        CaseLog log = ofACase()
                .resumed("8:00")
                .opened("9:00", CUSTOMER)
                .held("10:00")
                .held("11:00")
                .resumed("12:00")
                .resumed("12:30")
                .resolved("13:00");
        assertThat(log.timeline().holds()).containsExactly(WaitSpan.Hold.between(at("10:00"), at("12:00")));
        assertThat(lasted(WITHOUT, log, "24:00")).isEqualTo(minutes(120));
    }

    @Test
    void whoHoldsACaseIsInTouchWithNobody() {
        CaseTimeline timeline = ofACase()
                .opened("9:00", COMPANY)
                .held("10:00", CUSTOMER)
                .resumed("11:00", CUSTOMER)
                .timeline();
        assertThat(ReplyClock.ALL.waits(timeline)).isEmpty();
        assertThat(CaseEffort.from(timeline).contacts()).hasValue(0);
        assertThat(FirstContactResolution.within(minutes(60)).verdict(timeline, at("24:00")))
                .isEqualTo(FirstContactResolution.Verdict.NO_CONTACT);
    }

    @Test
    void aCaseOnHoldWhenSeenIsOpenAndAsLongAsTillTheHold() {
        CaseTimeline timeline = ofACase()
                .opened("9:00", CUSTOMER)
                .held("10:30")
                .resumed("30:00")
                .timeline();
        for (String seenAt : List.of("12:00", "24:00")) {
            assertThat(CaseWaits.seenAt(at(seenAt), WITHOUT, List.of(timeline)).waits())
                    .allMatch(wait -> !wait.isOver())
                    .extracting(wait -> wait.lastedBy(at(seenAt)))
                    .containsExactly(minutes(90));
        }
        assertThat(CaseWaits.seenAt(at("31:00"), WITHOUT, List.of(timeline)).waits())
                .allMatch(wait -> !wait.isOver())
                .extracting(wait -> wait.lastedBy(at("31:00")))
                .containsExactly(minutes(150));
    }

    @Test
    void aWaitThatBeginsOnHoldCountsFromTheEndOfTheHold() {
        CaseLog log = ofACase()
                .opened("9:00", COMPANY)
                .held("9:30")
                .contacted("10:00")
                .resumed("11:00")
                .replied("11:20");
        assertThat(ReplyClock.FIRST.withoutTimeOnHold().waits(log.timeline()))
                .containsExactly(new WaitSpan(
                        at("10:00"),
                        Optional.of(at("11:20")),
                        Optional.empty(),
                        List.of(WaitSpan.Hold.between(at("10:00"), at("11:00")))));
        assertThat(lasted(ReplyClock.FIRST.withoutTimeOnHold(), log, "24:00")).isEqualTo(minutes(20));
    }

    @Test
    void eachCycleLeavesOutItsOwnHolds() {
        CaseTimeline timeline = ofACase()
                .opened("9:00", CUSTOMER)
                .held("9:10")
                .resumed("9:20")
                .resolved("10:00")
                .reopened("14:00")
                .held("14:30")
                .resolved("15:00")
                .timeline();
        assertThat(ResolutionClock.PER_CYCLE.withoutTimeOnHold().waits(timeline))
                .extracting(wait -> wait.lastedBy(at("24:00")))
                .containsExactly(minutes(50), minutes(30));
        assertThat(ResolutionClock.TO_FIRST.withoutTimeOnHold().waits(timeline))
                .extracting(wait -> wait.lastedBy(at("24:00")))
                .containsExactly(minutes(50));
        assertThat(WITHOUT.waits(timeline))
                .as("the four hours between, in which it was held to be settled, count")
                .extracting(wait -> wait.lastedBy(at("24:00")))
                .containsExactly(minutes(320));
    }

    @Test
    void openHoursAreThoseOfTheSpansBetweenTheHolds() {
        OpeningHours tillTen = OpeningHours.in(ZoneOffset.UTC)
                .withHours(OpeningHours.EVERY_DAY, LocalTime.of(8, 0), LocalTime.of(10, 0));
        CaseTimeline timeline = ofACase()
                .opened("9:00", CUSTOMER)
                .held("9:45")
                .resumed("33:15")
                .resolved("34:30")
                .timeline();
        assertThat(CaseWaits.seenAt(at("48:00"), WITHOUT, List.of(timeline))
                        .in(ChronoUnit.MINUTES, tillTen)
                        .closedOnly()
                        .mean()
                        .duration())
                .as("45 minutes before the hold, 45 after it")
                .isEqualTo(minutes(90));
    }

    @Test
    void inHowManyCasesTimeOnHoldIsCountedIsSaid() {
        List<CaseTimeline> cases = List.of(
                ofCase("held")
                        .opened("9:00", CUSTOMER)
                        .held("10:00")
                        .resolved("11:00")
                        .timeline(),
                ofCase("held after it was over")
                        .opened("9:00", CUSTOMER)
                        .resolved("10:00")
                        .held("11:00")
                        .timeline(),
                ofCase("never held").opened("9:00", CUSTOMER).timeline(),
                ofCase("held later").opened("9:00", CUSTOMER).held("30:00").timeline());
        CaseWaits waits = CaseWaits.seenAt(at("24:00"), ResolutionClock.TO_LAST, cases);
        assertThat(waits.onHold()).isEqualTo(1);
        assertThat(waits)
                .hasToString("resolution, seen at 2026-03-02T00:00:00Z: waits=4, cases=4, without wait=0, unknown=0,"
                        + " later=0, on hold=1");
        assertThat(CaseWaits.seenAt(at("24:00"), WITHOUT, cases).onHold()).isEqualTo(1);
    }

    /** Began 5 hours before the look, with a target of 2: the one on hold may still be in time. */
    @Test
    void aHoldNeitherKeepsACaseOutOfThoseDueNorBreachesItsTarget() {
        List<CaseTimeline> cases = List.of(
                ofCase("in time")
                        .opened("9:00", CUSTOMER)
                        .held("9:30")
                        .resumed("12:00")
                        .resolved("13:00")
                        .timeline(),
                ofCase("late")
                        .opened("9:00", CUSTOMER)
                        .held("9:30")
                        .resumed("10:00")
                        .timeline(),
                ofCase("on hold").opened("9:00", CUSTOMER).held("9:30").timeline(),
                ofCase("young").opened("12:30", CUSTOMER).resolved("13:00").timeline());
        List<WaitSpan> waits = CaseWaits.seenAt(at("14:00"), WITHOUT, cases).waits();
        Timing timing = Timing.of(WITHOUT.label(), ChronoUnit.HOURS);
        TargetAttainment due = waits.stream()
                .collect(TargetAttainment.toDueAttainment(at("14:00"), timing, Duration.ofHours(2), wait -> wait));
        assertThat(due.met()).isEqualTo(1);
        assertThat(due.breached()).isEqualTo(1);
        assertThat(due.pending()).isEqualTo(1);
    }

    @Test
    void holdsThatOverlapOrLieOutsideTheWaitAreRefused() {
        WaitSpan wait = WaitSpan.between(at("9:00"), at("12:00"));
        WaitSpan.Hold ten = WaitSpan.Hold.between(at("10:00"), at("11:00"));
        WaitSpan.Hold openEnd = WaitSpan.Hold.since(at("10:30"));
        assertThat(wait.withHolds(List.of(ten)).withHolds(List.of())).isEqualTo(wait);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wait.withHolds(List.of(ten, openEnd)))
                .withMessage("hold must not begin before 2026-03-01T11:00:00Z, but began at 2026-03-01T10:30:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaitSpan.since(at("9:00")).withHolds(List.of(openEnd, openEnd)))
                .withMessageStartingWith("hold must not begin before " + Instant.MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaitSpan(at("9:00"), Optional.of(at("10:30")), Optional.empty(), List.of(ten)))
                .withMessage("hold must end by the end of the wait 2026-03-01T10:30:00Z, but ended at"
                        + " 2026-03-01T11:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaitSpan.Hold.between(at("11:00"), at("10:00")))
                .withMessage("end of a hold must not be before its start 2026-03-01T11:00:00Z, but was"
                        + " 2026-03-01T10:00:00Z");
    }
}

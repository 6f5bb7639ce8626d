package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.TargetAttainment.toDueAttainment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.CaseWaits;
import io.github.cxkit.metrics.cases.ResolutionClock;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 5 January 2026 is a Monday. */
class WaitsInWorkingDaysTest {

    private static final OpeningHours OFFICE = OpeningHours.in(ZoneOffset.UTC)
            .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final Timing RESOLUTION = Timing.inWorkingDays("resolution");
    private static final Duration TWO_WORKING_DAYS = Duration.ofDays(2);

    private static Instant january(int day, String time) {
        return Instant.parse("2026-01-%02dT%s:00Z".formatted(day, time));
    }

    private static WaitSpan fromMondayTenUntil(int day, String time) {
        return WaitSpan.between(january(5, "10:00"), january(day, time));
    }

    private static Waits seenAt(Instant seenAt, WaitSpan... waits) {
        return Waits.seenAt(seenAt, RESOLUTION, List.of(waits), OFFICE);
    }

    @Test
    void aWorkingDayIsToldAsADay() {
        Waits waits = seenAt(january(30, "00:00"), fromMondayTenUntil(6, "10:00"), fromMondayTenUntil(12, "14:00"));
        assertThat(waits)
                .returns(
                        Waits.over(RESOLUTION, Duration.ofDays(1), Duration.ofHours(24 * 5 + 12))
                                .closedOnly(),
                        Waits::closedOnly);
        assertThat(waits.closedOnly().mean().value()).isEqualTo(3.25);
        assertThat(waits.closedOnly().mean().metric().unit().format(3.25)).isEqualTo("3.3 working days");
        assertThat(waits).hasToString("resolution in working days: 2 waits, 0 still open");
        assertThat(waits.kaplanMeier().withinShare(Duration.ofDays(1)).metric().name())
                .isEqualTo("within 1 working day, resolution in working days (Kaplan–Meier)");
    }

    @Test
    void aTargetOfTwoWorkingDaysIsThatLength() {
        Waits waits = seenAt(
                january(7, "12:00"),
                fromMondayTenUntil(7, "10:00"),
                WaitSpan.between(january(5, "10:00"), january(7, "10:00").plusNanos(1)),
                WaitSpan.since(january(5, "16:00")),
                WaitSpan.since(january(2, "16:00")));
        TargetAttainment attainment = TargetAttainment.of(waits, TWO_WORKING_DAYS);
        assertThat(attainment.met()).isEqualTo(1);
        assertThat(attainment.breached()).isEqualTo(2);
        assertThat(attainment.pending()).isEqualTo(1);
        assertThat(attainment.metric().name()).isEqualTo("resolution in working days in time (within 2 working days)");
        assertThat(TargetAttainment.of(waits, Duration.ofHours(36)).metric().name())
                .isEqualTo("resolution in working days in time (within 1.5 working days)");
        assertThat(TargetAttainment.of(waits, Duration.ofHours(8)).metric().name())
                .isEqualTo("resolution in working days in time (within 0.333333333333333 working days)");
    }

    @Test
    void ofThoseDueAreThoseWhoseWorkingDaysAreOver() {
        WaitSpan open = WaitSpan.since(january(5, "10:00"));
        WaitSpan metAtOnce = fromMondayTenUntil(5, "10:00");
        for (String early : List.of("09:59", "10:00")) {
            TargetAttainment due = Stream.of(open, metAtOnce)
                    .collect(toDueAttainment(january(7, early), RESOLUTION, OFFICE, TWO_WORKING_DAYS, wait -> wait));
            assertThat(due.all()).as(early).isEqualTo(early.equals("10:00") ? 2 : 0);
        }
        assertThat(OFFICE.dueAfterWorkingDays(january(5, "10:00"), TWO_WORKING_DAYS))
                .isEqualTo(january(7, "10:00"));
    }

    @Test
    void holdsAreLeftOutInWorkingDays() {
        WaitSpan held = fromMondayTenUntil(8, "10:00")
                .withHolds(List.of(WaitSpan.Hold.between(january(5, "13:00"), january(7, "13:00"))));
        assertThat(seenAt(january(30, "00:00"), held))
                .returns(Waits.over(RESOLUTION, Duration.ofDays(1)).closedOnly(), Waits::closedOnly);
    }

    @Test
    void casesAreCountedInWorkingDays() {
        CaseId id = CaseId.of("T-1");
        CaseTimeline timeline = CaseTimeline.of(List.of(
                CaseEvent.opened(id, january(9, "13:00"), 1, Party.CUSTOMER),
                CaseEvent.resolved(id, january(12, "13:00"), 2, Party.COMPANY)));
        CaseWaits waits = CaseWaits.seenAt(january(30, "00:00"), ResolutionClock.TO_LAST, List.of(timeline));
        assertThat(waits.inWorkingDays(OFFICE))
                .returns(Waits.over(RESOLUTION, Duration.ofDays(1)).closedOnly(), Waits::closedOnly);
        assertThat(waits.inWorkingDays(caseId -> OFFICE)).isEqualTo(waits.inWorkingDays(OFFICE));
    }

    @Test
    void workingDaysAreNeitherDaysNorOpeningHours() {
        Waits working = Waits.over(RESOLUTION, Duration.ofDays(1), Duration.ofDays(2));
        Waits days = Waits.over(Timing.of("resolution", ChronoUnit.DAYS), Duration.ofDays(1), Duration.ofDays(2));
        assertThatIllegalArgumentException().isThrownBy(() -> working.plus(days));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(
                        working.closedOnly().mean(), days.closedOnly().mean()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.seenAt(january(30, "00:00"), RESOLUTION, List.of()))
                .withMessageStartingWith("resolution in working days must be counted with opening hours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timing("resolution", ChronoUnit.HOURS, Timing.Counted.WORKING_DAYS))
                .withMessage("unit of a timing in working days must be days, but was Hours");
    }
}

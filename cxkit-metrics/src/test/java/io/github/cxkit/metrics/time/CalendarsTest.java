package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.TargetAttainment.toDueAttainment;
import static io.github.cxkit.metrics.time.Waits.toWaits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several calendars in one figure, and what counts in its name. */
class CalendarsTest {

    private static final OpeningHours BERLIN = OpeningHours.in(ZoneId.of("Europe/Berlin"))
            .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final OpeningHours DUBAI = OpeningHours.in(ZoneId.of("Asia/Dubai"))
            .withHours(OpeningHours.EVERY_DAY, LocalTime.of(8, 0), LocalTime.of(12, 0));
    private static final Map<String, OpeningHours> CALENDARS = Map.of("berlin", BERLIN, "dubai", DUBAI);

    private static final Timing BY_THE_CLOCK = Timing.of("reply", ChronoUnit.HOURS);
    private static final Timing IN_HOURS = Timing.inOpeningHours("reply", ChronoUnit.HOURS);

    /** 10:00 of Friday to 10:00 of Monday, UTC, in January: 6 + 2 hours in Berlin, 0 + 4 + 4 + 4 hours in Dubai. */
    private static final WaitSpan OVER_THE_WEEKEND =
            WaitSpan.between(Instant.parse("2026-01-09T10:00:00Z"), Instant.parse("2026-01-12T10:00:00Z"));

    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

    private record Row(String team, WaitSpan span) {}

    private static List<Row> rows(String... teams) {
        return Stream.of(teams).map(team -> new Row(team, OVER_THE_WEEKEND)).toList();
    }

    private static Waits waits(List<Row> rows) {
        return rows.stream().collect(toWaits(NOW, BY_THE_CLOCK, row -> CALENDARS.get(row.team()), Row::span));
    }

    @Test
    void eachRowWaitsInItsOwnOpeningHours() {
        Waits both = waits(rows("berlin", "dubai"));
        assertThat(both)
                .returns(
                        Waits.over(IN_HOURS, Duration.ofHours(8), Duration.ofHours(12))
                                .closedOnly(),
                        Waits::closedOnly);
        assertThat(both).isEqualTo(waits(rows("berlin")).plus(waits(rows("dubai"))));
        assertThat(waits(rows("berlin"))).isEqualTo(Waits.seenAt(NOW, BY_THE_CLOCK, List.of(OVER_THE_WEEKEND), BERLIN));
    }

    @Test
    void whoHasNoOpeningHoursIsNamedNotGuessed() {
        assertThatNullPointerException()
                .isThrownBy(() -> waits(rows("berlin", "unheard of")))
                .withMessage("hours");
        assertThatNullPointerException()
                .isThrownBy(() -> rows("unheard of").stream()
                        .collect(toDueAttainment(
                                NOW, IN_HOURS, row -> CALENDARS.get(row.team()), Duration.ofHours(8), Row::span)))
                .withMessage("hours");
        assertThatIllegalStateException()
                .isThrownBy(() -> rows("berlin").stream()
                        .collect(toWaits(
                                NOW,
                                IN_HOURS,
                                row -> {
                                    throw new IllegalStateException("no calendar of " + row.team());
                                },
                                Row::span)))
                .withMessage("no calendar of berlin");
    }

    @Test
    void aTargetInEachRowsOwnOpeningHours() {
        TargetAttainment due = rows("berlin", "dubai").stream()
                .collect(toDueAttainment(
                        NOW, BY_THE_CLOCK, row -> CALENDARS.get(row.team()), Duration.ofHours(8), Row::span));
        assertThat(due.met()).isOne();
        assertThat(due.breached()).isOne();
        assertThat(due.metric().name()).isEqualTo("reply in opening hours in time (within 8 h), of those due");
    }

    @Test
    void eachCaseWaitsInItsOwnOpeningHours() {
        List<CaseTimeline> cases = Stream.of("berlin", "dubai")
                .map(CaseId::of)
                .map(id -> CaseTimeline.of(List.of(
                        CaseEvent.opened(id, OVER_THE_WEEKEND.from(), 1, Party.CUSTOMER),
                        CaseEvent.resolved(id, OVER_THE_WEEKEND.until().orElseThrow(), 2, Party.COMPANY))))
                .toList();
        CaseWaits waits = CaseWaits.seenAt(NOW, ResolutionClock.TO_LAST, cases);
        assertThat(waits.in(ChronoUnit.HOURS, id -> CALENDARS.get(id.value())))
                .returns(
                        Waits.over(
                                        Timing.inOpeningHours("resolution", ChronoUnit.HOURS),
                                        Duration.ofHours(8),
                                        Duration.ofHours(12))
                                .closedOnly(),
                        Waits::closedOnly);
        assertThatNullPointerException()
                .isThrownBy(() -> waits.in(ChronoUnit.HOURS, id -> CALENDARS.get("unheard of")))
                .withMessage("hours");
        assertThatNullPointerException()
                .isThrownBy(() -> waits.in(ChronoUnit.HOURS, (OpeningHours) null))
                .withMessage("hours");
    }

    @Test
    void timesByTheClockAndInOpeningHoursAreNeitherAddedNorCompared() {
        Waits clock = Waits.over(BY_THE_CLOCK, Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4));
        Waits hours = Waits.over(IN_HOURS, Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.plus(hours));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(
                        clock.closedOnly().mean(), hours.closedOnly().mean()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(
                        TargetAttainment.of(clock, Duration.ofHours(1)),
                        TargetAttainment.of(hours, Duration.ofHours(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> Waits.fromLongs(BY_THE_CLOCK, hours.toLongs()));
        assertThat(new Timing("reply in opening hours", ChronoUnit.HOURS, Timing.Counted.CLOCK))
                .as("a name does not count")
                .isNotEqualTo(IN_HOURS);
    }

    @Test
    void aTimingInOpeningHoursNeedsThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.seenAt(NOW, IN_HOURS, List.of(OVER_THE_WEEKEND)))
                .withMessage("reply in opening hours must be counted with opening hours, but none were given"
                        + "\nMaybe give them after the timing.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> toDueAttainment(NOW, IN_HOURS, Duration.ofHours(1), (WaitSpan wait) -> wait))
                .withMessageContaining("must be counted with opening hours");
        assertThat(Waits.seenAt(NOW, IN_HOURS, List.of(OVER_THE_WEEKEND), OpeningHours.alwaysOpen()))
                .as("always open is a calendar like any other")
                .returns(Waits.over(IN_HOURS, Duration.ofDays(3)).closedOnly(), Waits::closedOnly);
    }

    /** A day of opening is eight hours here, and 24 hours of opening are three days. */
    @Test
    void daysBesideOpeningHoursAreRefused() {
        String message = "unit of a timing in opening hours must not be days, for a day of opening is not 24 hours"
                + "\nMaybe use working days or hours.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timing.inOpeningHours("reply", ChronoUnit.DAYS))
                .withMessage(message);
        Timing days = Timing.of("reply", ChronoUnit.DAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.seenAt(NOW, days, List.of(), BERLIN))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseWaits.seenAt(NOW, ResolutionClock.TO_LAST, List.of())
                        .in(ChronoUnit.DAYS, BERLIN))
                .withMessage(message);
        assertThat(Waits.seenAt(NOW, days, List.of(OVER_THE_WEEKEND)))
                .returns(Waits.over(days, Duration.ofDays(3)).closedOnly(), Waits::closedOnly);
    }

    @Test
    void timesWithHoldsInSeveralCalendars() {
        OpeningHours utc = OpeningHours.in(ZoneOffset.UTC)
                .withHours(OpeningHours.EVERY_DAY, LocalTime.of(9, 0), LocalTime.of(11, 0));
        WaitSpan held = OVER_THE_WEEKEND.withHolds(List.of(
                WaitSpan.Hold.between(Instant.parse("2026-01-10T10:30:00Z"), Instant.parse("2026-01-11T09:30:00Z"))));
        assertThat(Waits.seenAt(NOW, BY_THE_CLOCK, List.of(held), utc))
                .as("an hour on Friday, one and a half on Saturday, one and a half on Sunday, one on Monday")
                .returns(Waits.over(IN_HOURS, Duration.ofHours(5)).closedOnly(), Waits::closedOnly);
    }
}

package io.github.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimeWindowTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Over every day of a whole cycle of 400 years of the calendar, which holds every case there is. */
    @ParameterizedTest
    @EnumSource
    void aPeriodNestsInAnotherWhereNoneOfItsWindowsLiesAcrossABorder(CalendarPeriod inner) {
        LocalDate first = LocalDate.of(1800, 1, 1);
        for (CalendarPeriod outer : CalendarPeriod.values()) {
            boolean noneLiesAcross = Stream.iterate(first, inner::nextFirstDay)
                    .takeWhile(day -> day.isBefore(first.plusYears(400)))
                    .allMatch(day -> outer.firstDay(inner.firstDay(day))
                            .equals(outer.firstDay(inner.nextFirstDay(day).minusDays(1))));
            assertThat(inner.nestsIn(outer)).as("%s in %s", inner, outer).isEqualTo(noneLiesAcross);
        }
    }

    @Test
    void aWeekNestsInNothingButItselfAndAMonthInQuarterAndYear() {
        assertThat(CalendarPeriod.values())
                .filteredOn(CalendarPeriod.ISO_WEEK::nestsIn)
                .containsExactly(CalendarPeriod.ISO_WEEK);
        assertThat(CalendarPeriod.values())
                .filteredOn(CalendarPeriod.MONTH::nestsIn)
                .containsExactly(CalendarPeriod.MONTH, CalendarPeriod.QUARTER, CalendarPeriod.YEAR);
        assertThatNullPointerException()
                .isThrownBy(() -> CalendarPeriod.DAY.nestsIn(null))
                .withMessage("other");
    }

    @Property
    void nestingIsAnOrder(@ForAll CalendarPeriod a, @ForAll CalendarPeriod b, @ForAll CalendarPeriod c) {
        assertThat(a.nestsIn(a)).isTrue();
        if (a.nestsIn(b) && b.nestsIn(c)) {
            assertThat(a.nestsIn(c)).isTrue();
        }
        if (a.nestsIn(b) && b.nestsIn(a)) {
            assertThat(a).isEqualTo(b);
        }
    }

    @Test
    void includesItsFirstInstantAndExcludesItsEnd() {
        TimeWindow january = TimeWindow.month(YearMonth.of(2026, 1), UTC);
        assertThat(january.contains(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
        assertThat(january.contains(Instant.parse("2026-01-31T23:59:59.999999999Z")))
                .isTrue();
        assertThat(january.contains(Instant.parse("2026-02-01T00:00:00Z"))).isFalse();
        assertThat(january.contains(Instant.parse("2025-12-31T23:59:59.999999999Z")))
                .isFalse();
        assertThat(january).hasToString("[2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z)");
    }

    @Test
    void anEmptyOrReversedWindowIsRefused() {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindow.of(at, at))
                .withMessage("until must be after from 2026-01-01T00:00:00Z, but was 2026-01-01T00:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> TimeWindow.of(at, at.minusNanos(1)));
        assertThat(TimeWindow.of(at, at.plusNanos(1)).duration()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void aDayHas23Or25HoursWhereClocksChange() {
        assertThat(TimeWindow.day(LocalDate.of(2024, 3, 31), STOCKHOLM).duration())
                .isEqualTo(Duration.ofHours(23));
        assertThat(TimeWindow.day(LocalDate.of(2024, 10, 27), STOCKHOLM).duration())
                .isEqualTo(Duration.ofHours(25));
        assertThat(TimeWindow.day(LocalDate.of(2024, 10, 28), STOCKHOLM).duration())
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void halfHourZonesBeginOnTheHalfHour() {
        assertThat(TimeWindow.day(LocalDate.of(2026, 1, 1), KOLKATA).from())
                .isEqualTo(Instant.parse("2025-12-31T18:30:00Z"));
    }

    @Test
    void periodsAreTheCalendars() {
        assertThat(TimeWindow.quarter(2026, 1, UTC))
                .isEqualTo(TimeWindow.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")));
        assertThat(TimeWindow.quarter(2026, 4, UTC).until()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(TimeWindow.year(2024, UTC).duration()).isEqualTo(Duration.ofDays(366));
        assertThat(TimeWindow.isoWeek(LocalDate.of(2026, 1, 1), UTC))
                .isEqualTo(TimeWindow.of(Instant.parse("2025-12-29T00:00:00Z"), Instant.parse("2026-01-05T00:00:00Z")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindow.quarter(2026, 5, UTC))
                .withMessage("quarter must be in [1, 4], but was 5");
        assertThatIllegalArgumentException().isThrownBy(() -> TimeWindow.quarter(2026, 0, UTC));
    }

    @Test
    void anInstantLiesInItsWindowAlsoWhereClocksGoBackOverMidnight() {
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        Instant repeated = Instant.parse("2010-11-07T02:45:00Z");
        assertThat(LocalDate.ofInstant(repeated, stJohns)).isEqualTo(LocalDate.of(2010, 11, 6));
        for (CalendarPeriod period : CalendarPeriod.values()) {
            assertThat(period.containing(repeated, stJohns).contains(repeated)).isTrue();
        }
        assertThat(CalendarPeriod.DAY.containing(repeated, stJohns))
                .isEqualTo(TimeWindow.day(LocalDate.of(2010, 11, 7), stJohns));
    }

    @Test
    void aDayThatAZoneSkippedIsAnErrorThatSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeWindow.day(LocalDate.of(2011, 12, 30), ZoneId.of("Pacific/Apia")))
                .withMessage("day must exist in Pacific/Apia, but 2011-12-30 was skipped there");
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-01, 2026-03-01",
        "ISO_WEEK, 2021-01-03, 2020-W53",
        "ISO_WEEK, 2024-12-30, 2025-W01",
        "ISO_WEEK, 2026-01-05, 2026-W02",
        "MONTH, 2026-03-31, 2026-03",
        "QUARTER, 2026-03-31, 2026-Q1",
        "QUARTER, 2026-10-01, 2026-Q4",
        "YEAR, 2026-12-31, 2026"
    })
    void namesFollowTheIsoCalendarAtTheTurnOfTheYear(CalendarPeriod period, LocalDate day, String label) {
        assertThat(period.label(day)).isEqualTo(label);
    }

    @Test
    void windowsThatTouchDoNotOverlapAndAWindowOverlapsItself() {
        TimeWindow day = CalendarPeriod.DAY.containing(LocalDate.of(2026, 3, 1), STOCKHOLM);
        TimeWindow next = CalendarPeriod.DAY.containing(LocalDate.of(2026, 3, 2), STOCKHOLM);
        TimeWindow month = CalendarPeriod.MONTH.containing(LocalDate.of(2026, 3, 1), STOCKHOLM);
        assertThat(day.overlaps(next)).isFalse();
        assertThat(next.overlaps(day)).isFalse();
        assertThat(day.overlaps(day)).isTrue();
        assertThat(day.overlaps(month)).isTrue();
        assertThat(month.overlaps(next)).isTrue();
        assertThat(TimeWindow.of(day.from(), day.until().plusNanos(1)).overlaps(next))
                .isTrue();
    }

    @Property(tries = 300)
    void adjacentPeriodsLeaveNoInstantOutAndShareNone(
            @ForAll CalendarPeriod period, @ForAll @IntRange(min = 0, max = 40_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        TimeWindow window = period.containing(day, STOCKHOLM);
        TimeWindow next = period.containing(period.nextFirstDay(day), STOCKHOLM);
        assertThat(window.contains(day.atStartOfDay(STOCKHOLM).toInstant())).isTrue();
        assertThat(next.from()).isEqualTo(window.until());
        assertThat(period.containing(window.from(), STOCKHOLM)).isEqualTo(window);
        assertThat(period.containing(window.until().minusNanos(1), STOCKHOLM)).isEqualTo(window);
        assertThat(period.label(period.firstDay(day))).isEqualTo(period.label(day));
        assertThat(period.label(period.nextFirstDay(day))).isNotEqualTo(period.label(day));
    }
}

package io.github.cxkit.metrics.hours;

import static io.github.cxkit.metrics.hours.OpeningHours.EVERY_DAY;
import static io.github.cxkit.metrics.hours.OpeningHours.MONDAY_TO_FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final OpeningHours OFFICE =
            OpeningHours.in(STOCKHOLM).withHours(MONDAY_TO_FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final Duration DAY = Duration.ofDays(1);

    /** 5 January 2026 is a Monday. */
    private static Instant january(int day, String time) {
        return at("2026-01-%02dT%s".formatted(day, time));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static Duration days(double days) {
        return Duration.ofSeconds(Math.round(days * 86_400));
    }

    @Test
    void mondayTenToTuesdayTenIsSevenEighthsAndOneEighth() {
        assertThat(OFFICE.workingDaysBetween(january(5, "10:00"), january(6, "10:00")))
                .isEqualTo(DAY);
        assertThat(OFFICE.workingDaysBetween(january(5, "10:00"), january(5, "17:00")))
                .isEqualTo(days(7 / 8.0));
        assertThat(OFFICE.workingDaysBetween(january(6, "00:00"), january(6, "10:00")))
                .isEqualTo(days(1 / 8.0));
    }

    @Test
    void aWeekendIsNoWorkingDayAndAWeekIsFive() {
        assertThat(OFFICE.workingDaysBetween(january(9, "13:00"), january(12, "13:00")))
                .isEqualTo(DAY);
        assertThat(OFFICE.workingDaysBetween(january(9, "17:00"), january(12, "09:00")))
                .isZero();
        assertThat(OFFICE.workingDaysBetween(january(5, "11:11"), january(12, "11:11")))
                .isEqualTo(DAY.multipliedBy(5));
        assertThat(OFFICE.withHolidays(List.of(LocalDate.of(2026, 1, 6)))
                        .workingDaysBetween(january(5, "10:00"), january(7, "10:00")))
                .isEqualTo(DAY);
    }

    @Test
    void halfADayOfOpeningIsAWholeDay() {
        OpeningHours halfOnTuesday =
                OFFICE.withHoursOn(LocalDate.of(2026, 1, 6), LocalTime.of(9, 0), LocalTime.of(13, 0));
        assertThat(halfOnTuesday.workingDaysBetween(january(6, "00:00"), january(7, "00:00")))
                .isEqualTo(DAY);
        assertThat(halfOnTuesday.workingDaysBetween(january(6, "10:00"), january(7, "10:00")))
                .as("three quarters and an eighth")
                .isEqualTo(days(7 / 8.0));
    }

    @Test
    void hoursPastMidnightBelongToTheDateTheyBeginOn() {
        OpeningHours night = OpeningHours.in(STOCKHOLM)
                .withHoursPastMidnight(MONDAY_TO_FRIDAY, LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(night.workingDaysBetween(january(5, "22:00"), january(6, "06:00")))
                .isEqualTo(DAY);
        assertThat(night.workingDaysBetween(january(5, "23:00"), january(6, "23:00")))
                .as("seven eighths of Monday and an eighth of Tuesday")
                .isEqualTo(DAY);
        assertThat(night.workingDaysBetween(january(9, "12:00"), january(12, "12:00")))
                .as("Friday, whose hours end on Saturday")
                .isEqualTo(DAY);
        OpeningHours joined = night.withHours(Set.of(DayOfWeek.TUESDAY), LocalTime.of(6, 0), LocalTime.of(8, 0));
        assertThat(joined.workingDaysBetween(january(6, "06:00"), january(6, "08:00")))
                .as("two of the ten hours of Tuesday, which do not belong to the night before them")
                .isEqualTo(days(0.2));
        OpeningHours split = OpeningHours.in(STOCKHOLM)
                .withHours(MONDAY_TO_FRIDAY, LocalTime.of(22, 0), LocalTime.MIDNIGHT)
                .withHours(
                        Set.of(
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY,
                                DayOfWeek.SATURDAY),
                        LocalTime.MIDNIGHT,
                        LocalTime.of(6, 0));
        assertThat(split.workingDaysBetween(january(9, "12:00"), january(12, "12:00")))
                .as("six hours of Saturday that begin on it are a working day")
                .isEqualTo(days(1.25));
        assertThat(split).as("open at the same times, with other working days").isNotEqualTo(night);
    }

    @Test
    void aDateOfTwentyThreeOrTwentyFiveHoursIsOneWorkingDay() {
        OpeningHours always = OpeningHours.in(STOCKHOLM).withHours(EVERY_DAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(always.workingDaysBetween(at("2026-03-29T00:00"), at("2026-03-30T00:00")))
                .isEqualTo(DAY);
        assertThat(always.workingDaysBetween(at("2026-10-25T00:00"), at("2026-10-26T00:00")))
                .isEqualTo(DAY);
        OpeningHours skipped = OpeningHours.in(STOCKHOLM).withHours(EVERY_DAY, LocalTime.of(2, 0), LocalTime.of(3, 0));
        assertThat(skipped.workingDaysBetween(at("2026-03-28T00:00"), at("2026-03-31T00:00")))
                .as("on the 29th the clock skips the only open hour")
                .isEqualTo(DAY.multipliedBy(2));
        OpeningHours tillHalfPastTwo =
                OpeningHours.in(STOCKHOLM).withHoursPastMidnight(EVERY_DAY, LocalTime.of(22, 0), LocalTime.of(2, 30));
        for (String date : List.of("2026-03-28", "2026-10-24")) {
            Instant noon = at(date + "T12:00");
            assertThat(tillHalfPastTwo.workingDaysBetween(noon, noon.plus(DAY)))
                    .as("the night after %s", date)
                    .isEqualTo(DAY);
        }
    }

    @Test
    void aDateThatAZoneLeftOutIsNoWorkingDay() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        OpeningHours always = OpeningHours.in(apia).withHours(EVERY_DAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(always.workingDaysBetween(
                        LocalDate.of(2011, 12, 28).atStartOfDay(apia).toInstant(),
                        LocalDate.of(2012, 1, 1).atStartOfDay(apia).toInstant()))
                .isEqualTo(DAY.multipliedBy(3));
    }

    @Test
    void twoWorkingDaysAfterMondayTenAreUpOnWednesdayTen() {
        assertThat(OFFICE.dueAfterWorkingDays(january(5, "10:00"), DAY.multipliedBy(2)))
                .isEqualTo(january(7, "10:00"));
        assertThat(OFFICE.dueAfterWorkingDays(january(9, "10:00"), DAY)).isEqualTo(january(12, "10:00"));
        assertThat(OFFICE.dueAfterWorkingDays(january(10, "12:00"), DAY))
                .as("asked on Saturday: by the close of Monday")
                .isEqualTo(january(12, "17:00"));
        assertThat(OFFICE.dueAfterWorkingDays(january(10, "12:00"), Duration.ZERO))
                .isEqualTo(january(10, "12:00"));
        assertThat(OFFICE.dueAfterWorkingDays(january(5, "08:00"), Duration.ofHours(12)))
                .as("half a working day")
                .isEqualTo(january(5, "13:00"));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.workingDaysBetween(january(6, "00:00"), january(5, "00:00")))
                .withMessage("until must not be before from 2026-01-05T23:00:00Z, but was 2026-01-04T23:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.workingDaysBetween(january(6, "00:00"), Instant.MAX))
                .withMessageStartingWith("until must be at most 100000 days after from 2026-01-05T23:00:00Z")
                .withMessageEndingWith("\nMaybe a missing date was read as one far away.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.dueAfterWorkingDays(january(6, "00:00"), Duration.ofDays(-1)))
                .withMessage("working days must be at least 0, but were PT-24H");
        assertThatIllegalStateException()
                .isThrownBy(() -> OpeningHours.in(STOCKHOLM).dueAfterWorkingDays(january(6, "00:00"), DAY))
                .withMessage("there are no working days of PT24H within 100000 days after 2026-01-05T23:00:00Z"
                        + "\nMaybe the opening hours have no weekly hours.");
        assertThatIllegalStateException()
                .isThrownBy(() -> OFFICE.dueAfterWorkingDays(january(6, "00:00"), Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageStartingWith("there are no working days of PT");
    }
}

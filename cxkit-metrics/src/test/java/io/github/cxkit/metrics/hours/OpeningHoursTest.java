package io.github.cxkit.metrics.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final OpeningHours DESK = OpeningHours.in(COPENHAGEN)
            .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0))
            .withHolidays(List.of(LocalDate.of(2024, 12, 25), LocalDate.of(2024, 12, 26)))
            .withHoursOn(LocalDate.of(2024, 12, 24), LocalTime.of(8, 0), LocalTime.of(12, 0));

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(COPENHAGEN).toInstant();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    private static OpeningHours roundTheClock(ZoneId zone) {
        return OpeningHours.in(zone).withHours(OpeningHours.EVERY_DAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    private static Duration localDay(OpeningHours hours, String date, ZoneId zone) {
        LocalDate day = LocalDate.parse(date);
        return hours.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @Test
    void askedOnASaturdayAndAnsweredOnMondayAtTenPastEightTookTenMinutes() {
        assertThat(DESK.between(at("2024-06-08T11:00"), at("2024-06-10T08:10"))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void askedAndAnsweredOutsideTheHoursTookNoTime() {
        assertThat(DESK.between(at("2024-06-08T11:00"), at("2024-06-09T15:00"))).isZero();
        assertThat(DESK.between(at("2024-06-07T17:00"), at("2024-06-10T08:00"))).isZero();
        assertThat(DESK.between(at("2024-06-10T09:00"), at("2024-06-10T09:00"))).isZero();
    }

    @Test
    void opensAtTheFirstInstantAndIsClosedAtTheLast() {
        assertThat(DESK.isOpen(at("2024-06-10T08:00"))).isTrue();
        assertThat(DESK.isOpen(at("2024-06-10T08:00").minusNanos(1))).isFalse();
        assertThat(DESK.isOpen(at("2024-06-10T17:00").minusNanos(1))).isTrue();
        assertThat(DESK.isOpen(at("2024-06-10T17:00"))).isFalse();
    }

    @Test
    void aHolidayIsClosedAndADateMayHaveHoursOfItsOwn() {
        assertThat(DESK.between(at("2024-12-23T16:00"), at("2024-12-27T09:00"))).isEqualTo(Duration.ofHours(1 + 4 + 1));
        assertThat(DESK.isOpen(at("2024-12-24T11:59"))).isTrue();
        assertThat(DESK.isOpen(at("2024-12-24T12:00"))).isFalse();
        assertThat(DESK.isOpen(at("2024-12-25T09:00"))).isFalse();
    }

    @Test
    void aHolidayOnAWeekendTakesNothingAway() {
        OpeningHours withSunday = DESK.withHolidays(List.of(LocalDate.of(2024, 6, 9)));
        assertThat(withSunday.between(at("2024-06-07T16:00"), at("2024-06-10T09:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatIsSaidLastOfADateHolds() {
        LocalDate date = LocalDate.of(2024, 6, 10);
        OpeningHours own = DESK.withHolidays(List.of(date))
                .withHoursOn(date, time("10:00"), time("11:00"))
                .withHoursOn(date, time("20:00"), LocalTime.MIDNIGHT);
        assertThat(localDay(own, "2024-06-10", COPENHAGEN)).isEqualTo(Duration.ofHours(5));
        assertThat(own.isOpen(at("2024-06-10T09:00")))
                .as("not the hours of the weekday")
                .isFalse();
        assertThat(localDay(own.withHolidays(List.of(date)), "2024-06-10", COPENHAGEN))
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.withHoursOn(date, time("10:30"), time("12:00")))
                .withMessage("hours on 2024-06-10 must not overlap 10:00–11:00, but were 10:30–12:00");
    }

    /** Local days of 23, 24 and 25 hours; one of 23.5; one that was skipped, and one that began at 1 o'clock. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm, 2024-03-31, 1380",
        "Europe/Stockholm, 2024-06-10, 1440",
        "Europe/Stockholm, 2024-10-27, 1500",
        "Australia/Lord_Howe, 2024-10-06, 1410",
        "Australia/Lord_Howe, 2024-04-07, 1470",
        "Pacific/Apia, 2011-12-30, 0",
        "Pacific/Apia, 2011-12-29, 1440",
        "America/Sao_Paulo, 2018-11-04, 1380",
        "Asia/Kolkata, 2024-03-31, 1440"
    })
    void roundTheClockIsAsLongAsTheDay(String zone, String date, long minutes) {
        ZoneId id = ZoneId.of(zone);
        assertThat(localDay(roundTheClock(id), date, id)).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** The clock goes from 2 to 3 on the one night, and from 3 back to 2 on the other. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-31, 01:30, 03:30, 60",
        "2024-10-27, 01:30, 03:30, 180",
        "2024-03-31, 02:15, 02:45, 0",
        "2024-10-27, 02:15, 02:45, 60",
        "2024-03-31, 02:30, 04:00, 60",
        "2024-03-31, 01:00, 02:30, 60",
        "2024-10-27, 01:00, 02:30, 120",
        "2024-06-09, 01:30, 03:30, 120"
    })
    void hoursInTheNightOnWhichTheClockIsPutFollowTheLocalClock(
            String date, String opens, String closes, long minutes) {
        OpeningHours night = OpeningHours.in(STOCKHOLM).withHours(Set.of(SUNDAY), time(opens), time(closes));
        assertThat(localDay(night, date, STOCKHOLM)).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** The hour from 1 to 2 comes twice on one Sunday a year, and is never skipped. */
    @Test
    void anHourThatIsRepeatedOnceAYearAddsUpOverMillennia() {
        ZoneId newYork = ZoneId.of("America/New_York");
        OpeningHours hours = OpeningHours.in(newYork).withHours(Set.of(SUNDAY), time("01:00"), time("02:00"));
        LocalDate from = LocalDate.of(2030, 7, 1);
        for (int years : new int[] {1, 70, 71, 100, 471, 7_000}) {
            LocalDate until = from.plusYears(years);
            long sundays = from.datesUntil(until)
                    .filter(date -> date.getDayOfWeek() == SUNDAY)
                    .count();
            assertThat(hours.between(
                            from.atStartOfDay(newYork).toInstant(),
                            until.atStartOfDay(newYork).toInstant()))
                    .as("%s years", years)
                    .isEqualTo(Duration.ofHours(sundays + years));
        }
    }

    @Test
    void aZoneMayBeHalfAnHourOff() {
        OpeningHours india = OpeningHours.in(ZoneId.of("Asia/Kolkata"))
                .withHours(OpeningHours.MONDAY_TO_FRIDAY, time("09:30"), time("18:00"));
        assertThat(india.between(Instant.parse("2024-06-10T03:00:00Z"), Instant.parse("2024-06-10T04:30:00Z")))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(india.dueAfter(Instant.parse("2024-06-10T12:00:00Z"), Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2024-06-11T04:30:00Z"));
    }

    @Test
    void aSpanPastMidnightGoesOnOnTheNextDay() {
        OpeningHours bar =
                OpeningHours.in(COPENHAGEN).withHoursPastMidnight(Set.of(SUNDAY), time("22:00"), time("03:00"));
        assertThat(bar.isOpen(at("2024-06-09T23:00"))).isTrue();
        assertThat(bar.isOpen(at("2024-06-10T02:59"))).isTrue();
        assertThat(bar.isOpen(at("2024-06-10T03:00"))).isFalse();
        assertThat(bar.isOpen(at("2024-06-10T22:30"))).isFalse();
        assertThat(bar.between(at("2024-06-03T00:00"), at("2024-06-10T00:00")))
                .as("a Monday to the next: the end of one night and the beginning of another")
                .isEqualTo(Duration.ofHours(5));
        OpeningHours closedOnMonday = bar.withHolidays(List.of(LocalDate.of(2024, 6, 10)));
        assertThat(closedOnMonday.isOpen(at("2024-06-09T23:00"))).isTrue();
        assertThat(closedOnMonday.isOpen(at("2024-06-10T00:00"))).isFalse();
    }

    @Test
    void aSpanPastMidnightMayLastTwentyFourHours() {
        OpeningHours shift =
                OpeningHours.in(COPENHAGEN).withHoursPastMidnight(Set.of(FRIDAY), time("09:00"), time("09:00"));
        assertThat(shift.between(at("2024-06-03T00:00"), at("2024-06-10T00:00")))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void touchingSpansAreOneAndTheirOrderDoesNotMatter() {
        OpeningHours whole = OpeningHours.in(COPENHAGEN).withHours(Set.of(MONDAY), time("08:00"), time("17:00"));
        OpeningHours parts = OpeningHours.in(COPENHAGEN)
                .withHours(Set.of(MONDAY), time("13:00"), time("17:00"))
                .withHours(Set.of(MONDAY), time("08:00"), time("12:00"))
                .withHours(Set.of(MONDAY), time("12:00"), time("13:00"));
        assertThat(parts).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(parts)
                .isNotEqualTo(whole.withHours(Set.of(TUESDAY), time("08:00"), time("09:00")))
                .isNotEqualTo(whole.withHolidays(List.of(LocalDate.of(2024, 6, 10))))
                .isNotEqualTo(OpeningHours.in(STOCKHOLM).withHours(Set.of(MONDAY), time("08:00"), time("17:00")))
                .isNotEqualTo("08:00–17:00");
    }

    @Test
    void hoursThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.withHours(Set.of(MONDAY), time("16:00"), time("18:00")))
                .withMessage("hours on MONDAY must not overlap 08:00–17:00, but were 16:00–18:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.withHours(Set.of(MONDAY), time("07:00"), time("08:01")))
                .withMessageContaining("07:00–08:01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roundTheClock(STOCKHOLM).withHours(Set.of(MONDAY), time("22:00"), LocalTime.MIDNIGHT))
                .withMessage("hours on MONDAY must not overlap 00:00–24:00, but were 22:00–24:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.withHours(Set.of(SATURDAY), time("17:00"), time("09:00")))
                .withMessage("closing must be after opening 17:00, but was 09:00"
                        + "\nMaybe it closes on the day after: use withHoursPastMidnight.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.withHours(Set.of(SATURDAY), time("09:00"), time("09:00")))
                .withMessageContaining("after opening 09:00, but was 09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.withHours(Set.of(SATURDAY), time("09:00"), time("17:00:00.5")))
                .withMessage("opening hours must be in whole seconds, but were 17:00:00.500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.withHoursPastMidnight(Set.of(SATURDAY), time("09:00"), time("17:00")))
                .withMessage("closing past midnight must be after 00:00 and at most 09:00, but was 17:00"
                        + "\nMaybe it closes on the day on which it opens: use withHours.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.withHoursPastMidnight(Set.of(SATURDAY), time("09:00"), LocalTime.MIDNIGHT));
        for (LocalDate date : List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DESK.withHolidays(List.of(date)))
                    .withMessage("date must be in [0001-01-01, 9999-12-31], but was " + date);
        }
    }

    @Test
    void theFirstAndTheLastDateMayBeHolidays() {
        OpeningHours hours =
                roundTheClock(ZoneOffset.UTC).withHolidays(List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));
        assertThat(localDay(hours, "0001-01-01", ZoneOffset.UTC)).isZero();
        assertThat(localDay(hours, "0001-01-02", ZoneOffset.UTC)).isEqualTo(Duration.ofDays(1));
        assertThat(localDay(hours, "9999-12-31", ZoneOffset.UTC)).isZero();
        assertThat(localDay(hours, "9999-12-30", ZoneOffset.UTC)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void anEndBeforeTheStartIsAnErrorThatNamesBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.between(
                        Instant.parse("2024-06-10T09:00:00Z"), Instant.parse("2024-06-10T08:59:59.999999999Z")))
                .withMessage(
                        "until must not be before from 2024-06-10T09:00:00Z, but was 2024-06-10T08:59:59.999999999Z");
    }

    @Test
    void noCalendarIsTimeByTheClockForAllInstantsThereAre() {
        assertThat(OpeningHours.alwaysOpen().between(Instant.MIN, Instant.MAX))
                .isEqualTo(Duration.between(Instant.MIN, Instant.MAX));
        assertThat(roundTheClock(STOCKHOLM).between(Instant.MIN, Instant.MAX))
                .isEqualTo(Duration.between(Instant.MIN, Instant.MAX));
        Duration all = Duration.between(Instant.EPOCH, Instant.MAX);
        assertThat(OpeningHours.alwaysOpen().dueAfter(Instant.EPOCH, all)).isEqualTo(Instant.MAX);
        assertThatIllegalStateException()
                .isThrownBy(() -> OpeningHours.alwaysOpen().dueAfter(Instant.EPOCH, all.plusNanos(1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> OpeningHours.alwaysOpen().dueAfter(Instant.MAX, Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void whatFallsDueAtTheCloseIsDueThenAndNotAtTheNextOpening() {
        assertThat(DESK.dueAfter(at("2024-06-07T16:00"), Duration.ofHours(1))).isEqualTo(at("2024-06-07T17:00"));
        assertThat(DESK.dueAfter(at("2024-06-07T16:00"), Duration.ofHours(1).plusNanos(1)))
                .isEqualTo(at("2024-06-10T08:00").plusNanos(1));
        assertThat(DESK.dueAfter(at("2024-06-07T16:00"), Duration.ofHours(1).minusNanos(1)))
                .isEqualTo(at("2024-06-07T17:00").minusNanos(1));
        assertThat(DESK.dueAfter(at("2024-06-08T10:00"), Duration.ofMinutes(10)))
                .isEqualTo(at("2024-06-10T08:10"));
    }

    @Test
    void nothingIsDueAtOnce() {
        assertThat(DESK.dueAfter(at("2024-06-08T10:00"), Duration.ZERO)).isEqualTo(at("2024-06-08T10:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESK.dueAfter(at("2024-06-08T10:00"), Duration.ofSeconds(-1)))
                .withMessage("open time must be at least 0, but was PT-1S");
    }

    @Test
    void whatNeverOpensHasNoTimeAndNothingFallsDue() {
        OpeningHours never = OpeningHours.in(COPENHAGEN);
        assertThat(never.between(Instant.MIN, Instant.MAX)).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> never.dueAfter(Instant.EPOCH, Duration.ofHours(1)))
                .withMessage("there is no open time of PT1H after 1970-01-01T00:00:00Z"
                        + "\nMaybe the opening hours have no weekly hours.");
        OpeningHours once = never.withHoursOn(LocalDate.of(2024, 6, 10), time("08:00"), time("10:00"));
        assertThat(once.dueAfter(Instant.EPOCH, Duration.ofHours(2))).isEqualTo(at("2024-06-10T10:00"));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> once.dueAfter(Instant.EPOCH, Duration.ofHours(2).plusNanos(1)));
    }

    @Test
    void showsTheHoursOfAWeek() {
        assertThat(DESK).hasToString("45.0 h a week, Europe/Copenhagen, 3 dates of their own");
        assertThat(OpeningHours.alwaysOpen()).hasToString("168.0 h a week, Z, 0 dates of their own");
    }

    @Test
    void threadsMayShareThem() {
        OpeningHours fresh = DESK.withHolidays(List.of());
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> fresh.between(at("2024-06-07T16:00"), at("2024-06-10T09:00")))
                        .distinct())
                .containsExactly(Duration.ofHours(2));
    }
}

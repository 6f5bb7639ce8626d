package io.github.cxkit.metrics.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of working days, near the jumps of many clocks. */
class WorkingDaysProperties {

    private static final int FIVE_DAYS = 5 * 24 * 60;
    private static final int NINE_DAYS = 9 * 24 * 60;
    private static final long NANOS_PER_DAY = Duration.ofDays(1).toNanos();

    @Property(tries = 200)
    void areTheOpenMinutesOfEachDateAsPartsOfAllOfThem(
            @ForAll long seed,
            @ForAll @IntRange(max = FIVE_DAYS) int before,
            @ForAll @IntRange(max = FIVE_DAYS) int after) {
        RandomHours drawn = RandomHours.draw(seed);
        Instant from = drawn.about().minusSeconds(60L * before);
        Instant until = drawn.about().plusSeconds(60L * after);
        assertThat(drawn.hours().workingDaysBetween(from, until).toNanos() / (double) NANOS_PER_DAY)
                .isCloseTo(counted(drawn, from, until), within(1e-9));
    }

    private static double counted(RandomHours drawn, Instant from, Instant until) {
        Map<LocalDate, Integer> all = new HashMap<>();
        Map<LocalDate, Integer> between = new HashMap<>();
        Instant end = drawn.about().plusSeconds(60L * NINE_DAYS);
        for (Instant minute = drawn.about().minusSeconds(60L * NINE_DAYS);
                minute.isBefore(end);
                minute = minute.plusSeconds(60)) {
            if (drawn.isOpen(minute)) {
                LocalDate date = LocalDate.ofInstant(minute, drawn.zone());
                all.merge(date, 1, Integer::sum);
                if (!minute.isBefore(from) && minute.isBefore(until)) {
                    between.merge(date, 1, Integer::sum);
                }
            }
        }
        return between.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() / (double) all.get(entry.getKey()))
                .sum();
    }

    @Property(tries = 200)
    void addUpOverAdjacentSpansToTheNanosecondAndNeverRunBackwards(
            @ForAll long seed,
            @ForAll @LongRange(max = 40L * 24 * 60 * 60 * 1_000_000_000) long first,
            @ForAll @LongRange(max = 40L * 24 * 60 * 60 * 1_000_000_000) long second) {
        RandomHours drawn = RandomHours.draw(seed);
        Instant from = drawn.about().minusSeconds(30L * 24 * 60 * 60);
        Instant middle = from.plusNanos(first);
        Instant until = middle.plusNanos(second);
        Duration one = drawn.hours().workingDaysBetween(from, middle);
        Duration other = drawn.hours().workingDaysBetween(middle, until);
        assertThat(one.plus(other)).isEqualTo(drawn.hours().workingDaysBetween(from, until));
        assertThat(one).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(other.isZero() || !drawn.hours().between(middle, until).isZero())
                .isTrue();
    }

    /** Who answers at that instant is in time; who answers a second of open time later is not. */
    @Property(tries = 200)
    void areDueAtTheLastMomentInTime(
            @ForAll long seed,
            @ForAll @IntRange(min = -FIVE_DAYS, max = FIVE_DAYS) int minutes,
            @ForAll @LongRange(min = 1, max = 6L * 24 * 60 * 60 * 1_000_000_000) long nanos) {
        RandomHours drawn = RandomHours.draw(seed);
        OpeningHours hours = drawn.hours();
        if (drawn.week().values().stream().allMatch(List::isEmpty)) {
            return;
        }
        Instant from = drawn.about().plusSeconds(60L * minutes).plusNanos(nanos % 7);
        for (Duration target : List.of(Duration.ofNanos(nanos), Duration.ofDays(1 + nanos % 5))) {
            Instant due = hours.dueAfterWorkingDays(from, target);
            assertThat(due).isAfterOrEqualTo(from);
            assertThat(hours.workingDaysBetween(from, due)).isLessThanOrEqualTo(target);
            Instant late = hours.dueAfter(due, Duration.ofSeconds(1));
            assertThat(hours.workingDaysBetween(from, late)).isGreaterThan(target);
        }
    }

    @Property(tries = 100)
    void ofAWholeWeekAreItsOpenDates(
            @ForAll @LongRange(max = 3_000_000) long seconds, @ForAll @IntRange(max = 40) int weeks) {
        OpeningHours office = OpeningHours.in(ZoneOffset.UTC)
                .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(9, 10), LocalTime.of(16, 23, 7));
        Instant from = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(seconds);
        assertThat(office.workingDaysBetween(from, from.plus(Duration.ofDays(7L * weeks))))
                .isEqualTo(Duration.ofDays(5L * weeks));
    }
}

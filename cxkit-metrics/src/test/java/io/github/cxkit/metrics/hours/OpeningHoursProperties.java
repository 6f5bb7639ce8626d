package io.github.cxkit.metrics.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of open time, near the jumps of many clocks. */
class OpeningHoursProperties {

    private static final int FIVE_DAYS = 5 * 24 * 60;
    private static final long CENTURY = 100L * 366 * 24 * 60 * 60 * 1_000;

    @Property(tries = 300)
    void isTheNumberOfOpenMinutes(
            @ForAll long seed,
            @ForAll @IntRange(max = FIVE_DAYS) int before,
            @ForAll @IntRange(max = FIVE_DAYS) int after) {
        RandomHours drawn = RandomHours.draw(seed);
        Instant from = drawn.about().minusSeconds(60L * before);
        Instant until = drawn.about().plusSeconds(60L * after);
        assertThat(drawn.hours().between(from, until)).isEqualTo(drawn.counted(from, until));
        assertThat(drawn.hours().isOpen(from)).isEqualTo(drawn.isOpen(from));
        assertThat(drawn.hours().isOpen(until)).isEqualTo(drawn.isOpen(until));
    }

    @Property(tries = 300)
    void addsUpOverAdjacentSpansToTheNanosecond(
            @ForAll long seed,
            @ForAll @LongRange(min = -CENTURY, max = CENTURY) long millis,
            @ForAll @LongRange(max = CENTURY) long first,
            @ForAll @LongRange(max = CENTURY) long second,
            @ForAll @IntRange(max = 999_999) int nanos) {
        RandomHours drawn = RandomHours.draw(seed);
        OpeningHours hours = drawn.hours();
        Instant from = drawn.about().plusMillis(millis).plusNanos(nanos);
        Instant middle = from.plusMillis(first).plusNanos(nanos);
        Instant until = middle.plusMillis(second);
        Duration whole = hours.between(from, until);
        assertThat(hours.between(from, middle).plus(hours.between(middle, until)))
                .isEqualTo(whole);
        assertThat(whole).isBetween(Duration.ZERO, Duration.between(from, until));
    }

    @Property(tries = 300)
    void isDueAtTheFirstInstantAfterThatMuchOpenTime(
            @ForAll long seed,
            @ForAll @IntRange(min = -FIVE_DAYS, max = FIVE_DAYS) int minutes,
            @ForAll @LongRange(min = 1, max = 40L * 60 * 60 * 1_000_000_000) long nanos) {
        RandomHours drawn = RandomHours.draw(seed);
        OpeningHours hours = drawn.hours();
        Instant from = drawn.about().plusSeconds(60L * minutes).plusNanos(nanos % 7);
        Duration openTime = Duration.ofNanos(nanos);
        if (drawn.week().values().stream().allMatch(List::isEmpty)) {
            return;
        }
        Instant due = hours.dueAfter(from, openTime);
        assertThat(hours.between(from, due)).isEqualTo(openTime);
        assertThat(hours.between(from, due.minusNanos(1))).isEqualTo(openTime.minusNanos(1));
    }

    @Property(tries = 200)
    void isTheTimeByTheClockWhereItNeverCloses(
            @ForAll long seed,
            @ForAll @LongRange(max = CENTURY) long millis,
            @ForAll @IntRange(max = 999_999) int nanos) {
        RandomHours drawn = RandomHours.draw(seed);
        Instant from = drawn.about().plusNanos(nanos);
        Instant until = from.plusMillis(millis);
        Duration elapsed = Duration.between(from, until);
        assertThat(OpeningHours.alwaysOpen().between(from, until)).isEqualTo(elapsed);
        assertThat(OpeningHours.in(drawn.zone())
                        .withHours(OpeningHours.EVERY_DAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                        .between(from, until))
                .isEqualTo(elapsed);
    }
}

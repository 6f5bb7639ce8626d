package io.github.cxkit.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A stretch of time that includes its first instant and excludes its last: {@code [from, until)}.
 *
 * <p>Because it is half open, adjacent windows share no instant and leave none out: the answers of twelve months are the
 * answers of the year. Calendar windows are made in a zone that the caller names; where clocks change, a day has 23 or 25
 * hours.
 *
 * @param from the first instant, inclusive
 * @param until the end, exclusive
 */
public record TimeWindow(Instant from, Instant until) {

    /**
     * Checks the bounds.
     *
     * @param from the first instant, inclusive
     * @param until the end, exclusive
     * @throws IllegalArgumentException if the window would be empty or end before it starts
     */
    public TimeWindow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("until must be after from " + from + ", but was " + until);
        }
    }

    /**
     * Returns a window between two instants.
     *
     * @param fromInclusive the first instant
     * @param untilExclusive the end
     * @return the window
     * @throws IllegalArgumentException if the window would be empty or end before it starts
     */
    public static TimeWindow of(Instant fromInclusive, Instant untilExclusive) {
        return new TimeWindow(fromInclusive, untilExclusive);
    }

    /**
     * Returns a calendar day.
     *
     * @param day the day
     * @param zone the zone whose midnights bound it
     * @return the window
     */
    public static TimeWindow day(LocalDate day, ZoneId zone) {
        return CalendarPeriod.DAY.containing(day, zone);
    }

    /**
     * Returns an ISO week, Monday to Sunday, that a date lies in.
     *
     * @param dayWithin any day of the week
     * @param zone the zone whose midnights bound it
     * @return the window
     */
    public static TimeWindow isoWeek(LocalDate dayWithin, ZoneId zone) {
        return CalendarPeriod.ISO_WEEK.containing(dayWithin, zone);
    }

    /**
     * Returns a calendar month.
     *
     * @param month the month
     * @param zone the zone whose midnights bound it
     * @return the window
     */
    public static TimeWindow month(YearMonth month, ZoneId zone) {
        return CalendarPeriod.MONTH.containing(month.atDay(1), zone);
    }

    /**
     * Returns a calendar quarter.
     *
     * @param year the year
     * @param quarter the quarter, 1 to 4
     * @param zone the zone whose midnights bound it
     * @return the window
     * @throws IllegalArgumentException if the quarter is not in [1, 4]
     */
    public static TimeWindow quarter(int year, int quarter, ZoneId zone) {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("quarter must be in [1, 4], but was " + quarter);
        }
        return CalendarPeriod.QUARTER.containing(LocalDate.of(year, 3 * quarter, 1), zone);
    }

    /**
     * Returns a calendar year.
     *
     * @param year the year
     * @param zone the zone whose midnights bound it
     * @return the window
     */
    public static TimeWindow year(int year, ZoneId zone) {
        return CalendarPeriod.YEAR.containing(LocalDate.of(year, 1, 1), zone);
    }

    /**
     * Returns whether an instant lies in this window.
     *
     * @param instant the instant
     * @return true from {@link #from()}, inclusive, to {@link #until()}, exclusive
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /**
     * Returns whether an instant lies in both windows. A window that begins where the other ends does not overlap it.
     *
     * @param other the other window
     * @return true if each begins before the other ends
     */
    public boolean overlaps(TimeWindow other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /**
     * Returns how long this window is.
     *
     * @return more than zero
     */
    public Duration duration() {
        return Duration.between(from, until);
    }

    /**
     * Returns the window as a half-open interval.
     *
     * @return for example {@code [2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z)}
     */
    @Override
    public String toString() {
        return "[" + from + ", " + until + ")";
    }
}

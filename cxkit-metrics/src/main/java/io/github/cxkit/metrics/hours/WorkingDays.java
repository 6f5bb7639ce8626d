package io.github.cxkit.metrics.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * Time in working days: of each date the part of its open time that passed, where a date that is never open counts for nothing. A working day is told as 24 hours.
 *
 * <p>A date begins at midnight or, where hours past midnight end in its morning, when these do. Parts are rounded down to the nanosecond at each instant, so that they add up.
 */
final class WorkingDays {

    /** 273 years; the sum of their working days fits a long. */
    private static final long MOST_DATES = 100_000;

    private static final long SECONDS_PER_DAY = DayHours.SECONDS_PER_DAY;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_DAY = SECONDS_PER_DAY * NANOS_PER_SECOND;

    private final OpeningHours hours;
    private final ZoneId zone;
    private final LocalOpenTime local;

    WorkingDays(OpeningHours hours, ZoneId zone, LocalOpenTime local) {
        this.hours = hours;
        this.zone = zone;
        this.local = local;
    }

    Duration between(Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from " + from + ", but was " + until);
        }
        if (until.getEpochSecond() - from.getEpochSecond() > MOST_DATES * SECONDS_PER_DAY) {
            throw new IllegalArgumentException("until must be at most " + MOST_DATES + " days after from " + from
                    + ", but was " + until + "\nMaybe a missing date was read as one far away.");
        }
        LocalDate first = dateOf(from);
        LocalDate last = dateOf(until);
        long nanos = passed(last, until) - passed(first, from);
        for (LocalDate date = first; date.isBefore(last); date = date.plusDays(1)) {
            nanos += openSeconds(date) > 0 ? NANOS_PER_DAY : 0;
        }
        return Duration.ofNanos(nanos);
    }

    /** The last instant by which no more than so much has passed and at which, or just before which, it is open. */
    Instant dueAfter(Instant from, Duration days) {
        if (days.isNegative()) {
            throw new IllegalArgumentException("working days must be at least 0, but were " + days);
        }
        if (days.isZero()) {
            return from;
        }
        LocalDate date = dateOf(from);
        LocalDate end = date.plusDays(MOST_DATES);
        if (days.toDays() < MOST_DATES) {
            long left = days.toNanos() + passed(date, from);
            while (date.isBefore(end)) {
                long open = openSeconds(date);
                if (open > 0 && left <= NANOS_PER_DAY) {
                    Instant due = hours.dueAfter(begin(date), Duration.ofNanos(openNanos(left, open)));
                    return due.isBefore(from) ? from : due;
                }
                left -= open > 0 ? NANOS_PER_DAY : 0;
                date = date.plusDays(1);
            }
        }
        throw new IllegalStateException("there are no working days of " + days + " within " + MOST_DATES
                + " days after " + from + "\nMaybe the opening hours have no weekly hours.");
    }

    private LocalDate dateOf(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        while (instant.isBefore(begin(date))) {
            date = date.minusDays(1);
        }
        while (!instant.isBefore(begin(date.plusDays(1)))) {
            date = date.plusDays(1);
        }
        return date;
    }

    /** Where the local clock never shows it, when it jumps; where it shows it twice, the first midnight and the last end of hours past midnight. */
    private Instant begin(LocalDate date) {
        int carried = local.on(date.toEpochDay()).carried();
        if (carried == 0) {
            return date.atStartOfDay(zone).toInstant();
        }
        LocalDateTime time = date.atStartOfDay().plusSeconds(carried);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition jump = zone.getRules().getTransition(time);
            return jump.getInstant();
        }
        return time.toInstant(offsets.get(offsets.size() - 1));
    }

    private long openSeconds(LocalDate date) {
        return hours.between(begin(date), begin(date.plusDays(1))).toSeconds();
    }

    /** What of a date has passed at an instant of it: from 0 to a whole working day. */
    private long passed(LocalDate date, Instant instant) {
        long of = openSeconds(date);
        if (of == 0) {
            return 0;
        }
        Duration open = hours.between(begin(date), instant);
        long scaled = open.toSeconds() * SECONDS_PER_DAY;
        return scaled / of * NANOS_PER_SECOND
                + (scaled % of * NANOS_PER_SECOND + open.toNanosPart() * SECONDS_PER_DAY) / of;
    }

    /** The most open time that is no more than so much of a working day: the inverse of {@link #passed}. */
    private static long openNanos(long ofWorkingDay, long openSeconds) {
        long beyond = ofWorkingDay + 1;
        long nanos = beyond / SECONDS_PER_DAY * openSeconds
                + (beyond % SECONDS_PER_DAY * openSeconds + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY
                - 1;
        return Math.min(nanos, openSeconds * NANOS_PER_SECOND);
    }
}

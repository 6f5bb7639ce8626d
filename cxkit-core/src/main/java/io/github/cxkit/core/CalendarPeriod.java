package io.github.cxkit.core;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;

/** A way to cut the calendar into adjacent windows: days, ISO weeks, months, quarters or years. */
public enum CalendarPeriod {
    /** From midnight to midnight. */
    DAY,
    /** From Monday to Sunday, numbered as ISO 8601 does: the last days of December may lie in week 1 of the next year. */
    ISO_WEEK,
    /** A calendar month. */
    MONTH,
    /** Three calendar months, beginning in January, April, July and October. */
    QUARTER,
    /** A calendar year. */
    YEAR;

    /**
     * Returns the first day of the period that a day lies in.
     *
     * @param day the day
     * @return its period's first day
     */
    public LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case ISO_WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /**
     * Returns the first day of the period after the one that a day lies in.
     *
     * @param day the day
     * @return the next period's first day
     */
    public LocalDate nextFirstDay(LocalDate day) {
        LocalDate first = firstDay(day);
        return switch (this) {
            case DAY -> first.plusDays(1);
            case ISO_WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plus(1, IsoFields.QUARTER_YEARS);
            case YEAR -> first.plus(1, ChronoUnit.YEARS);
        };
    }

    /**
     * Returns the window that a day lies in.
     *
     * @param day the day
     * @param zone the zone whose midnights bound the window
     * @return the window
     * @throws IllegalArgumentException if the zone skipped that day, as Samoa did on 30 December 2011
     */
    public TimeWindow containing(LocalDate day, ZoneId zone) {
        Instant from = firstDay(day).atStartOfDay(zone).toInstant();
        Instant until = nextFirstDay(day).atStartOfDay(zone).toInstant();
        if (from.equals(until)) {
            throw new IllegalArgumentException("day must exist in " + zone + ", but " + day + " was skipped there");
        }
        return TimeWindow.of(from, until);
    }

    /**
     * Returns the window that an instant lies in. Where clocks go back over midnight, the window ends at the first of the two midnights, so that
     * adjacent windows still share no instant.
     *
     * @param instant the instant
     * @param zone the zone whose midnights bound the window
     * @return the window
     */
    public TimeWindow containing(Instant instant, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        TimeWindow window = containing(day, zone);
        return window.contains(instant) ? window : containing(nextFirstDay(day), zone);
    }

    /**
     * Returns whether each window of this kind lies wholly in one window of another kind, so that parts by this add up to parts by the
     * other.
     *
     * <ul>
     *   <li>Days nest in everything, months in quarters and years, quarters in years, and each kind in itself.
     *   <li>ISO weeks nest in nothing but themselves: 2025-W01 begins on 30 December 2024. Only days nest in them.
     * </ul>
     *
     * @param other the kind of window that is to hold this one
     * @return false if a window of this kind can lie across the border between two of the other
     */
    public boolean nestsIn(CalendarPeriod other) {
        Objects.requireNonNull(other, "other");
        return this == other || this == DAY || (this != ISO_WEEK && other != ISO_WEEK && compareTo(other) < 0);
    }

    /**
     * Returns the name of the period that a day lies in; names of one kind sort by time within the years 0 to 9999.
     *
     * @param day the day
     * @return for example {@code 2026-03-01}, {@code 2026-W09}, {@code 2026-03}, {@code 2026-Q1} or {@code 2026}
     */
    public String label(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case ISO_WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
        };
    }
}

package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the calendar days of a column: ISO dates, local date-times, and instants with an offset, which fall on the day that it was
 * in the zone.
 */
final class DayReader {

    /** A column has few distinct days; where it has more than this they are parsed anew. */
    private static final int REMEMBERED = 50_000;

    private static final int DATE_LENGTH = 10;

    private static final int YEAR_LENGTH = 4;

    private static final Pattern TIME = Pattern.compile(
            "[T ]((?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?) ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?");

    private final String column;
    private final int index;
    private final ZoneId zone;
    private final CalendarPeriod period;
    private final Map<String, Day> days = new HashMap<>();
    private final Matcher time = TIME.matcher("");

    /** Days are grouped by the period; a year alone is a date only where years are. */
    DayReader(String column, int index, ZoneId zone, CalendarPeriod period) {
        this.column = column;
        this.index = index;
        this.zone = zone;
        this.period = period;
    }

    String column() {
        return column;
    }

    /**
     * A day and the name of its period.
     *
     * @param date the day
     * @param label for example {@code 2026-03}
     */
    record Day(LocalDate date, String label) {

        /** What an empty cell says. */
        static final Day UNKNOWN = new Day(LocalDate.MIN, Grouping.UNKNOWN);

        boolean isUnknown() {
            return equals(UNKNOWN);
        }
    }

    Day read(Row row) throws BadValue {
        String text = row.text(index);
        if (text.isEmpty()) {
            return Day.UNKNOWN;
        }
        try {
            if (text.length() <= DATE_LENGTH) {
                return day(text);
            }
            Day day = day(text.substring(0, DATE_LENGTH));
            if (isPlainTime(text)) {
                return day;
            }
            if (!time.reset(text).region(DATE_LENGTH, text.length()).matches()) {
                throw new DateTimeException("no time");
            }
            return time.start(2) < 0 ? day : inZone(day, LocalTime.parse(time.group(1)), ZoneOffset.of(time.group(2)));
        } catch (DateTimeException noDate) {
            throw new BadValue(
                    column,
                    text,
                    "not a date such as 2026-03-31 or "
                            + (period == CalendarPeriod.YEAR ? "a year such as 2026" : "2026-03-31T09:30"));
        }
    }

    /** Most times are THH:MM or THH:MM:SS, and this is faster than a pattern. */
    private static boolean isPlainTime(String text) {
        int length = text.length();
        return (length == 16 || length == 19)
                && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                && twoDigits(text, 11) < 24
                && text.charAt(13) == ':'
                && twoDigits(text, 14) < 60
                && (length == 16 || (text.charAt(16) == ':' && twoDigits(text, 17) < 60));
    }

    private static int twoDigits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Integer.MAX_VALUE;
    }

    private Day day(String date) {
        Day day = days.get(date);
        if (day == null) {
            LocalDate parsed = isYear(date) ? LocalDate.of(Integer.parseInt(date), 1, 1) : LocalDate.parse(date);
            day = new Day(parsed, period.label(parsed));
            if (days.size() < REMEMBERED) {
                days.put(date, day);
            }
        }
        return day;
    }

    private boolean isYear(String text) {
        return period == CalendarPeriod.YEAR
                && text.length() == YEAR_LENGTH
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Day inZone(Day day, LocalTime timeOfDay, ZoneOffset offset) {
        LocalDate there = day.date()
                .atTime(timeOfDay)
                .atOffset(offset)
                .atZoneSameInstant(zone)
                .toLocalDate();
        return there.equals(day.date()) ? day : day(there.toString());
    }
}

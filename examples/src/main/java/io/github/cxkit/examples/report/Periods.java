package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The words for calendar periods, and the way back from the name of a period to its first day. */
final class Periods {

    private Periods() {}

    /** What the option calls it. */
    static String word(CalendarPeriod period) {
        return switch (period) {
            case DAY -> "day";
            case ISO_WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case YEAR -> "year";
        };
    }

    /** The first day of the period with this {@linkplain CalendarPeriod#label label}. */
    static LocalDate firstDay(CalendarPeriod period, String label) {
        return switch (period) {
            case DAY -> LocalDate.parse(label);
            case ISO_WEEK -> LocalDate.parse(label + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            case MONTH -> LocalDate.parse(label + "-01");
            case QUARTER -> {
                int quarter = label.length() - 1;
                int month = 3 * Character.digit(label.charAt(quarter), 10) - 2;
                yield LocalDate.of(Integer.parseInt(label.substring(0, quarter - 2)), month, 1);
            }
            case YEAR -> LocalDate.of(Integer.parseInt(label), 1, 1);
        };
    }
}

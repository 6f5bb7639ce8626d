package io.github.cxkit.examples.times;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.hours.OpeningHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads opening hours such as {@code Mon-Fri 9:00-17:00} and {@code Sat,Sun 22:00-06:00+1}, the latter past midnight. */
final class OpenHours {

    private static final Pattern HOURS =
            Pattern.compile("([A-Za-z,-]+) +(\\d?\\d:\\d\\d) *- *(\\d?\\d:\\d\\d)( *\\+1)?");
    private static final Pattern DAYS = Pattern.compile("([A-Za-z]{3})(?:-([A-Za-z]{3}))?");

    private OpenHours() {}

    /** The opening hours that the options give; empty where they give none. */
    static Optional<OpeningHours> parse(List<String> spans, List<String> holidays, ZoneId zone) {
        if (spans.isEmpty()) {
            if (!holidays.isEmpty()) {
                throw CommandFailure.usage("--holidays needs --open-hours");
            }
            return Optional.empty();
        }
        OpeningHours hours = OpeningHours.in(zone);
        for (String span : spans) {
            hours = add(hours, span);
        }
        List<LocalDate> closed = new ArrayList<>();
        for (String date : holidays) {
            try {
                closed.add(LocalDate.parse(date.strip()));
            } catch (DateTimeException none) {
                throw CommandFailure.usage(
                        "--holidays must be dates such as 2026-12-25,2026-12-26, but was \"" + Text.cell(date) + "\"");
            }
        }
        return Optional.of(hours.withHolidays(closed));
    }

    private static OpeningHours add(OpeningHours hours, String text) {
        Matcher parts = HOURS.matcher(text.strip());
        if (!parts.matches()) {
            throw refused(text);
        }
        Set<DayOfWeek> days = days(parts.group(1), text);
        boolean pastMidnight = parts.group(4) != null;
        try {
            LocalTime opens = time(parts.group(2));
            LocalTime closes = parts.group(3).equals("24:00") ? LocalTime.MIDNIGHT : time(parts.group(3));
            return pastMidnight
                    ? hours.withHoursPastMidnight(days, opens, closes)
                    : hours.withHours(days, opens, closes);
        } catch (DateTimeException noTime) {
            throw refused(text);
        } catch (IllegalArgumentException impossible) {
            // The second line of the library's message advises programmers.
            String why =
                    String.valueOf(impossible.getMessage()).lines().findFirst().orElse("");
            throw CommandFailure.usage("--open-hours " + Text.cell(text) + ": " + why
                    + (pastMidnight ? "" : ". Maybe add +1, as in 22:00-06:00+1, if it closes on the day after."));
        }
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    private static Set<DayOfWeek> days(String text, String whole) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String run : List.of(text.split(",", -1))) {
            Matcher ends = DAYS.matcher(run);
            if (!ends.matches()) {
                throw refused(whole);
            }
            DayOfWeek last = day(ends.group(2) == null ? ends.group(1) : ends.group(2), whole);
            for (DayOfWeek day = day(ends.group(1), whole); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String text, String whole) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getDisplayName(TextStyle.SHORT, Locale.ROOT).equalsIgnoreCase(text)) {
                return day;
            }
        }
        throw refused(whole);
    }

    private static CommandFailure refused(String text) {
        return CommandFailure.usage("--open-hours must be days and hours such as \"Mon-Fri 09:00-17:00\", but was \""
                + Text.cell(text) + "\"");
    }
}

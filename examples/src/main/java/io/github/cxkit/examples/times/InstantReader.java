package io.github.cxkit.examples.times;

import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads instants: a day is its first instant in the zone, a local time is that of the zone, and a time with an offset is what it says.
 *
 * <p>A local time that the zone has twice is the earlier of both; one that the zone skipped is none.
 *
 * @param column the name of the column
 * @param index where it is
 * @param zone the zone of days and local times
 */
record InstantReader(String column, int index, ZoneId zone) {

    static final String EXPECTED = "not a time such as 2026-03-31T09:30, 2026-03-31T09:30:00Z or 2026-03-31";

    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)"
            + "(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?) ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    /** A local time that the clocks of the zone never showed. */
    private static final class Skipped extends DateTimeException {

        private static final long serialVersionUID = 1L;

        Skipped(ZoneId zone) {
            super("skipped by the clocks of " + zone);
        }
    }

    /** The instant of a cell; empty where the cell is. */
    Optional<Instant> read(Row row) throws BadValue {
        String text = row.text(index);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text, zone));
        } catch (DateTimeException none) {
            throw new BadValue(column, text, reason(none));
        }
    }

    /** The instant of a cell that must have one. */
    Instant require(Row row) throws BadValue {
        return read(row).orElseThrow(() -> new BadValue(column, "", "empty, so that nothing can be timed"));
    }

    /** Why a text is no time, in words that are the same for all of the kind. */
    static String reason(DateTimeException none) {
        return none instanceof Skipped ? String.valueOf(none.getMessage()) : EXPECTED;
    }

    /** An instant as the clocks of a zone show it, with their offset. */
    static String show(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    String show(Instant at) {
        return show(at, zone);
    }

    /** The library's words with their instants as the clocks of the zone show them. */
    String showAll(String words) {
        return INSTANT.matcher(words)
                .replaceAll(instant -> Matcher.quoteReplacement(show(Instant.parse(instant.group()))));
    }

    /** Reads a time; one that is none is a {@link DateTimeException}. */
    static Instant parse(String text, ZoneId zone) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException(EXPECTED);
        }
        LocalDate day = LocalDate.parse(parts.group(1));
        String time = parts.group(2);
        if (time == null) {
            return day.atStartOfDay(zone).toInstant();
        }
        LocalDateTime local = day.atTime(LocalTime.parse(time));
        String offset = parts.group(3);
        if (offset != null) {
            return local.toInstant(ZoneOffset.of(offset));
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new Skipped(zone);
        }
        return local.toInstant(offsets.get(0));
    }
}

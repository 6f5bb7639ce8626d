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

    /** The instant of a cell; empty where the cell is. */
    Optional<Instant> read(Row row) throws BadValue {
        String text = row.text(index);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text, zone));
        } catch (DateTimeException none) {
            throw new BadValue(column, text, EXPECTED);
        }
    }

    /** The instant of a cell that must have one. */
    Instant require(Row row) throws BadValue {
        return read(row).orElseThrow(() -> new BadValue(column, "", "empty, so that nothing can be timed"));
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
            throw new DateTimeException("skipped by the clocks of " + zone);
        }
        return local.toInstant(offsets.get(0));
    }
}

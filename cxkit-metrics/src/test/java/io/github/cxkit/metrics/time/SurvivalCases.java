package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.ReferenceCsv.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Waits for tests, in hours. */
final class SurvivalCases {

    static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);

    static final Instant SEEN_AT = Instant.parse("2026-03-31T00:00:00Z");

    private SurvivalCases() {}

    /** An open wait is written as a negative number. */
    static Waits waits(double... hours) {
        return new Waits(
                RESOLUTION,
                Arrays.stream(hours)
                        .filter(x -> x >= 0)
                        .mapToLong(x -> nanos(x))
                        .toArray(),
                Arrays.stream(hours)
                        .filter(x -> x < 0)
                        .mapToLong(x -> nanos(-x))
                        .toArray());
    }

    static KaplanMeier curve(double... hours) {
        return waits(hours).kaplanMeier();
    }

    static Duration hours(double hours) {
        return Duration.ofNanos(nanos(hours));
    }

    /** Decimals as they are written. */
    static long nanos(double hours) {
        return BigDecimal.valueOf(hours)
                .multiply(BigDecimal.valueOf(3_600_000_000_000L))
                .longValueExact();
    }

    static Waits waits(Row row, String timesColumn, String eventsColumn) {
        List<String> times = List.of(row.text(timesColumn).split(";", -1));
        List<String> events = List.of(row.text(eventsColumn).split(";", -1));
        return waits(IntStream.range(0, times.size())
                .mapToDouble(
                        i -> Double.parseDouble(times.get(i)) * (events.get(i).equals("1") ? 1 : -1))
                .toArray());
    }

    /** Of the columns entry, time and event, each with one number a wait; an entry of 0 is none. */
    static Waits lateWaits(Row row) {
        return lateWaits(row, wait -> true);
    }

    static Waits lateWaits(Row row, IntPredicate chosen) {
        String[] entries = row.text("entry").split(";", -1);
        String[] times = row.text("time").split(";", -1);
        String[] events = row.text("event").split(";", -1);
        return Waits.seenAt(
                SEEN_AT,
                RESOLUTION,
                IntStream.range(0, times.length)
                        .filter(chosen)
                        .mapToObj(i -> lateWait(
                                Double.parseDouble(entries[i]), Double.parseDouble(times[i]), events[i].equals("1")))
                        .toList());
    }

    /** As many hours long as said, watched from after as many hours; over long ago, or open at the look. */
    static WaitSpan lateWait(double entry, double time, boolean isOver) {
        Instant from = isOver ? SEEN_AT.minus(Duration.ofDays(1_000)) : SEEN_AT.minus(hours(time));
        return new WaitSpan(from, isOver ? Optional.of(from.plus(hours(time))) : Optional.empty())
                .watchedSince(from.plus(hours(entry)));
    }
}

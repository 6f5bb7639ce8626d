package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.ReferenceCsv.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Waits for tests, in hours. */
final class SurvivalCases {

    static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);

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
}

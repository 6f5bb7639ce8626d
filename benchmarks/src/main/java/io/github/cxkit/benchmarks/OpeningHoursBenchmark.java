package io.github.cxkit.benchmarks;

import io.github.cxkit.metrics.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Open time over a day against ten years, and when something is due, with two spans a day, 150 holidays and a clock that is put twice a year. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OpeningHoursBenchmark {

    private static final int STARTS = 1_024;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3_653);
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    private OpeningHours hours = OpeningHours.alwaysOpen();
    private Instant[] starts = {};

    /** Draws the starts from one year, so that no branch is learnt by heart. */
    @Setup
    public void prepare() {
        List<LocalDate> holidays = Stream.iterate(LocalDate.of(2014, 1, 6), date -> date.plusDays(23))
                .limit(150)
                .toList();
        hours = OpeningHours.in(ZoneId.of("Europe/Copenhagen"))
                .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(12, 0))
                .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(13, 0), LocalTime.of(17, 0))
                .withHolidays(holidays);
        SplittableRandom random = new SplittableRandom(42);
        starts = new Instant[STARTS];
        for (int i = 0; i < STARTS; i++) {
            starts[i] = Instant.parse("2014-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
        }
    }

    /** The open time of a day. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void day(Blackhole blackhole) {
        for (Instant start : starts) {
            blackhole.consume(hours.between(start, start.plus(DAY)));
        }
    }

    /** The open time of ten years. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void tenYears(Blackhole blackhole) {
        for (Instant start : starts) {
            blackhole.consume(hours.between(start, start.plus(TEN_YEARS)));
        }
    }

    /** When eight hours will have passed. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void due(Blackhole blackhole) {
        for (Instant start : starts) {
            blackhole.consume(hours.dueAfter(start, EIGHT_HOURS));
        }
    }
}

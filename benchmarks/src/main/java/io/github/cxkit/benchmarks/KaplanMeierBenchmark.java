package io.github.cxkit.benchmarks;

import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A Kaplan–Meier curve of waits of which half are open, nearly all of different lengths, against the sort that it needs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
        value = 2,
        jvmArgs = {"-Xms3g", "-Xmx3g"})
public class KaplanMeierBenchmark {

    private static final Instant SEEN_AT = Instant.parse("2026-01-01T00:00:00Z");

    @Param("10000000")
    int cases;

    long[] over = {};
    long[] open = {};
    Waits waits = Waits.seenAt(SEEN_AT, Timing.of("resolution", ChronoUnit.HOURS), List.of());

    /** Draws the waits, exponential with a mean of 24 hours, each seen for a time of the same kind. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        long[] ended = new long[cases];
        long[] left = new long[cases];
        int overCount = 0;
        int openCount = 0;
        for (int i = 0; i < cases; i++) {
            double wait = -Math.log1p(-random.nextDouble());
            double seenFor = -Math.log1p(-random.nextDouble());
            long nanos = (long) (Math.min(wait, seenFor) * 24 * 3600e9);
            if (wait <= seenFor) {
                ended[overCount++] = nanos;
            } else {
                left[openCount++] = nanos;
            }
        }
        over = Arrays.copyOf(ended, overCount);
        open = Arrays.copyOf(left, openCount);
        waits = Waits.seenAt(SEEN_AT, waits.timing(), new Drawn());
    }

    /** The waits as objects that are made when they are asked for. */
    private final class Drawn extends AbstractList<WaitSpan> {
        @Override
        public WaitSpan get(int index) {
            return index < over.length
                    ? WaitSpan.between(SEEN_AT.minusNanos(over[index]), SEEN_AT)
                    : WaitSpan.since(SEEN_AT.minusNanos(open[index - over.length]));
        }

        @Override
        public int size() {
            return over.length + open.length;
        }
    }

    /** Sorting both arrays, copied first. */
    @Benchmark
    public void sort(Blackhole hole) {
        long[] ended = over.clone();
        long[] left = open.clone();
        Arrays.sort(ended);
        Arrays.sort(left);
        hole.consume(ended);
        hole.consume(left);
    }

    /** The curve of sorted waits and a share of it: what comes on top of the sort. */
    @Benchmark
    public double curveOfSorted() {
        return waits.kaplanMeier().survivalAt(Duration.ofHours(24));
    }

    /** The curve of sorted waits, and its median with limits. */
    @Benchmark
    public Object medianOfSorted() {
        return waits.kaplanMeier().median().orElseThrow().estimate();
    }
}

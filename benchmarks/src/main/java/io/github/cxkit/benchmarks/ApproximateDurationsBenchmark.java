package io.github.cxkit.benchmarks;

import io.github.cxkit.metrics.time.ApproximateDurations;
import io.github.cxkit.metrics.time.Timing;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
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

/** Recording one duration against HdrHistogram with two significant digits, which keeps neither the exact sum nor the sum of squares. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ApproximateDurationsBenchmark {

    private static final int COUNT = 1_000_000;
    private static final Timing REPLY = Timing.of("first reply", ChronoUnit.MINUTES);

    private final long[] nanos = new long[COUNT];

    /** Draws log-uniform times from a second to eleven days. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < COUNT; i++) {
            nanos[i] = (long) (1e9 * Math.pow(10, 6 * random.nextDouble()));
        }
    }

    /** HdrHistogram's loop, from a nanosecond to 292 years. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public Histogram hdrHistogram() {
        Histogram histogram = new Histogram(Long.MAX_VALUE / 2, 2);
        for (long length : nanos) {
            histogram.recordValue(length);
        }
        return histogram;
    }

    /** The library's. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public ApproximateDurations.Tally tally() {
        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(REPLY);
        for (long length : nanos) {
            tally.acceptNanos(length);
        }
        return tally;
    }
}

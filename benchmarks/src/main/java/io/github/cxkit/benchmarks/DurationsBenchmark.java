package io.github.cxkit.benchmarks;

import io.github.cxkit.metrics.time.Durations;
import io.github.cxkit.metrics.time.Timing;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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

/** Exact percentiles with their limits against the sort that they need. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
public class DurationsBenchmark {

    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);

    @Param("10000000")
    int count;

    long[] nanos = {};

    /** Draws log-uniform times from a second to eleven days. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        nanos = new long[count];
        for (int i = 0; i < count; i++) {
            nanos[i] = (long) (1e9 * Math.pow(10, 6 * random.nextDouble()));
        }
    }

    /** A sorted copy, by hand. */
    @Benchmark
    public long[] sortedCopy() {
        long[] copy = nanos.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** Median, p90 and p99 with their 95 % limits. */
    @Benchmark
    public double percentiles() {
        Durations durations = Durations.of(RESOLUTION, nanos, TimeUnit.NANOSECONDS);
        double sum = 0;
        for (double percent : new double[] {50, 90, 99}) {
            sum += durations
                    .percentile(percent)
                    .estimate()
                    .interval()
                    .orElseThrow()
                    .upper();
        }
        return sum;
    }
}

package io.github.cxkit.benchmarks;

import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/** Whole arrays of uniform answers against the loop that one writes by hand, which checks nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
public class BulkTallyBenchmark {

    @Param("100000000")
    int answers;

    byte[] bytes = {};
    int[] ints = {};

    /** Draws the answers; only the array that a benchmark reads is made. */
    @Setup
    public void draw(BenchmarkParams params) {
        SplittableRandom random = new SplittableRandom(42);
        if (params.getBenchmark().endsWith("Bytes")) {
            bytes = new byte[answers];
            for (int i = 0; i < answers; i++) {
                bytes[i] = (byte) random.nextInt(11);
            }
        } else {
            ints = new int[answers];
            for (int i = 0; i < answers; i++) {
                ints[i] = random.nextInt(11);
            }
        }
    }

    /** The hand-written loop over bytes. */
    @Benchmark
    public long[] loopOverBytes() {
        long[] counts = new long[11];
        for (int i = 0; i < bytes.length; i++) {
            counts[bytes[i]]++;
        }
        return counts;
    }

    /** The library over bytes. */
    @Benchmark
    public RatingCounts tallyOfBytes() {
        RatingTally tally = RatingTally.on(Nps.STANDARD.scale());
        tally.acceptAll(bytes);
        return tally.counts();
    }

    /** The hand-written loop over ints. */
    @Benchmark
    public long[] loopOverInts() {
        long[] counts = new long[11];
        for (int i = 0; i < ints.length; i++) {
            counts[ints[i]]++;
        }
        return counts;
    }

    /** The library over ints. */
    @Benchmark
    public RatingCounts tallyOfInts() {
        RatingTally tally = RatingTally.on(Nps.STANDARD.scale());
        tally.acceptAll(ints);
        return tally.counts();
    }
}

package io.github.cxkit.benchmarks;

import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.rating.Nps;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** Columns of uniform groups and answers against the loop that one writes by hand, which checks nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
public class BreakdownBenchmark {

    @Param("10000000")
    int answers;

    @Param("1000")
    int groups;

    int[] group = {};
    List<Integer> labels = List.of();
    byte[] bytes = {};
    int[] ints = {};

    /** Draws the rows. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        group = new int[answers];
        labels = IntStream.range(0, groups).boxed().toList();
        bytes = new byte[answers];
        ints = new int[answers];
        for (int i = 0; i < answers; i++) {
            group[i] = random.nextInt(groups);
            ints[i] = random.nextInt(11);
            bytes[i] = (byte) ints[i];
        }
    }

    /** The hand-written loop over bytes. */
    @Benchmark
    public long[][] loopOverBytes() {
        long[][] counts = new long[groups][11];
        for (int i = 0; i < bytes.length; i++) {
            counts[group[i]][bytes[i]]++;
        }
        return counts;
    }

    /** The library over bytes. */
    @Benchmark
    public Breakdown<Integer, Nps> breakdownOfBytes() {
        return Breakdown.ofColumns(Nps.STANDARD, Nps::from, group, labels, bytes);
    }

    /** The hand-written loop over ints. */
    @Benchmark
    public long[][] loopOverInts() {
        long[][] counts = new long[groups][11];
        for (int i = 0; i < ints.length; i++) {
            counts[group[i]][ints[i]]++;
        }
        return counts;
    }

    /** The library over ints. */
    @Benchmark
    public Breakdown<Integer, Nps> breakdownOfInts() {
        return Breakdown.ofColumns(Nps.STANDARD, Nps::from, group, labels, ints);
    }
}

package io.github.cxkit.benchmarks;

import static io.github.cxkit.metrics.rating.Nps.toNps;
import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import io.github.cxkit.metrics.rating.Nps;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The collector over the caller's own objects, in groups, against averaging them; and over two cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"-Xms3g", "-Xmx3g"})
public class CollectorBenchmark {

    /** A row as a caller may have it. */
    public record Row(Integer group, int recommend) {}

    @Param("10000000")
    int rows;

    @Param({"8", "1000"})
    int groups;

    Row[] data = {};

    /** Draws the rows. */
    @Setup(Level.Trial)
    public void draw() {
        SplittableRandom random = new SplittableRandom(7);
        Integer[] keys = new Integer[groups];
        Arrays.setAll(keys, i -> i);
        data = new Row[rows];
        Arrays.setAll(data, i -> new Row(keys[random.nextInt(groups)], random.nextInt(11)));
    }

    /** What one writes by hand for a mean per group. */
    @Benchmark
    public Map<Integer, Double> averagingDoublePerGroup() {
        return Arrays.stream(data).collect(groupingBy(Row::group, averagingDouble(Row::recommend)));
    }

    /** An NPS per group, with all that it knows. */
    @Benchmark
    public Map<Integer, Nps> npsPerGroup() {
        return Arrays.stream(data).collect(groupingBy(Row::group, toNps(Row::recommend)));
    }

    /** One NPS of all rows on one core. */
    @Benchmark
    public Nps npsSequential() {
        return Arrays.stream(data).collect(toNps(Row::recommend));
    }

    /** The same on all cores; the tests show that the bits are the same. */
    @Benchmark
    public Nps npsParallel() {
        return Arrays.stream(data).parallel().collect(toNps(Row::recommend));
    }
}

package io.github.cxkit.benchmarks;

import io.github.cxkit.metrics.drivers.Bootstrap;
import io.github.cxkit.metrics.drivers.DriverImportance;
import io.github.cxkit.metrics.drivers.DriverSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
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

/**
 * Shares of R² of ten drivers, 1,024 regressions, against one pass over the same rows that only sums up covariances; and 200 resamples against 200
 * such passes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class DriverImportanceBenchmark {

    private static final int DRIVERS = 10;
    private static final int RESAMPLES = 200;

    @Param("100000")
    int rows;

    final List<double[]> table = new ArrayList<>();
    final Map<Integer, ToDoubleFunction<double[]>> drivers = new LinkedHashMap<>();

    /** Draws correlated drivers, and an outcome in the last place. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < rows; i++) {
            double[] row = new double[DRIVERS + 1];
            double common = random.nextDouble();
            for (int j = 0; j < DRIVERS; j++) {
                row[j] = common + random.nextDouble();
                row[DRIVERS] += row[j] * j;
            }
            row[DRIVERS] += 10 * random.nextDouble();
            table.add(row);
        }
        for (int j = 0; j < DRIVERS; j++) {
            int column = j;
            drivers.put(j, row -> row[column]);
        }
    }

    /** The hand-written pass: running means and co-moments (Welford). */
    @Benchmark
    public double[] covariances() {
        double[] means = new double[DRIVERS + 1];
        double[] distances = new double[DRIVERS + 1];
        double[] products = new double[(DRIVERS + 1) * (DRIVERS + 2) / 2];
        int count = 0;
        for (double[] row : table) {
            count++;
            for (int i = 0; i <= DRIVERS; i++) {
                distances[i] = row[i] - means[i];
                means[i] += distances[i] / count;
            }
            int cell = 0;
            for (int i = 0; i <= DRIVERS; i++) {
                double after = row[i] - means[i];
                for (int j = 0; j <= i; j++) {
                    products[cell++] += after * distances[j];
                }
            }
        }
        return products;
    }

    /** The library, from the caller's rows to the shares. */
    @Benchmark
    public DriverImportance<Integer> shares() {
        return DriverImportance.of(sample());
    }

    /** As many passes as there are resamples, none of which draws anything. */
    @Benchmark
    public double passesOfCovariances() {
        double sum = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            sum += covariances()[i % DRIVERS];
        }
        return sum;
    }

    /** The library, with intervals. */
    @Benchmark
    public DriverImportance<Integer> sharesWithIntervals() {
        return DriverImportance.of(sample(), Bootstrap.seeded(42).withResamples(RESAMPLES));
    }

    private DriverSample<Integer> sample() {
        return DriverSample.of(table, row -> row[DRIVERS], drivers);
    }
}

package io.github.cxkit.benchmarks;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.rating.Nps;
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

/** The score interval of an NPS, which needs a root, against the closed form of the adjusted Wald interval. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class IntervalBenchmark {

    @Param({"20/35/45", "0/0/10", "0/10/0", "0/1/999", "100000/300000/600000"})
    String counts = "";

    long detractors;
    long passives;
    long promoters;
    double z = 1.959963984540054;
    Nps nps = Nps.of();

    /** Reads the counts. */
    @Setup
    public void read() {
        String[] parts = counts.split("/", -1);
        detractors = Long.parseLong(parts[0]);
        passives = Long.parseLong(parts[1]);
        promoters = Long.parseLong(parts[2]);
        nps = Nps.promoters(promoters).passives(passives).detractors(detractors);
    }

    /** The closed form by hand. */
    @Benchmark
    public Interval adjustedWaldByHand() {
        double n = detractors + passives + promoters + 3.0;
        double positive = (promoters + 0.75) / n;
        double negative = (detractors + 0.75) / n;
        double net = positive - negative;
        double half = z * Math.sqrt((positive + negative - net * net) / n);
        return new Interval(100 * Math.max(-1, net - half), 100 * Math.min(1, net + half));
    }

    /** The library's default, from the counts to the limits. */
    @Benchmark
    public Interval score() {
        return ((Uncertainty.Limits) nps.uncertainty()).at(z);
    }

    /** The library's default with everything that an estimate carries, from a confidence instead of z. */
    @Benchmark
    public Object estimate() {
        return nps.estimate();
    }
}

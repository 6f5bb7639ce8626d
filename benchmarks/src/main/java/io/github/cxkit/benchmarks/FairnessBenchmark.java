package io.github.cxkit.benchmarks;

import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import io.github.cxkit.recovery.Treatment;
import io.github.cxkit.recovery.Treatment.Apology;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Scoring a case that is ready, with all its reasons, against the bare sums of the same formulas for the overall points alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FairnessBenchmark {

    double hours = 6;
    double expectedHours = 4;
    int contacts = 3;
    int handOffs = 1;
    int reopenings = 0;
    double kept = 2;
    double made = 3;
    double empathy = 0.8;
    double intensity = 0.6;
    double timeliness = 1;
    double explanation = 1;
    double effort = 0.75;
    double lost = 200;
    double given = 160;

    FairnessScorer scorer = FairnessScorer.withDefaults();
    RecoveryCase ready = RecoveryCase.of(Failure.outcome())
            .withHandling(Handling.UNKNOWN
                    .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
                    .withResolution(Promptness.met(true))
                    .withContacts(3)
                    .withHandOffs(1)
                    .withChannelSwitches(0)
                    .withReopenings(0)
                    .withPromises(Promises.kept(2).outOf(3)))
            .withTreatment(Treatment.UNKNOWN
                    .withApology(Apology.of(0.8, 0.6, 1))
                    .withExplanation(1)
                    .withEffort(0.75)
                    .withViolations())
            .withRedress(Redress.UNKNOWN
                    .withLoss(Loss.of(Money.parse("EUR 200")))
                    .withCompensation(Compensation.of(Money.parse("EUR 160")))
                    .withServiceAccepted(false)
                    .withCoreProblemFixed(true));

    /** The formulas by hand: the overall points, without bounds, checks and reasons. */
    @Benchmark
    public double pointsByHand() {
        double response = hours <= expectedHours ? 1 : Math.pow(0.5, hours / expectedHours - 1);
        double process = (response
                        + 1
                        + Math.pow(0.85, contacts - 1)
                        + Math.pow(0.85, handOffs)
                        + Math.pow(0.85, reopenings)
                        + kept / made)
                / 6;
        double interaction = ((3 * empathy + 2 * intensity + timeliness) / 6 + explanation + effort) / 3;
        double start = logistic(0);
        double compensation = Math.min(1, (logistic(given / lost) - start) / (logistic(1) - start));
        return 100 * (process + interaction + compensation) / 3;
    }

    private static double logistic(double ratio) {
        return 1 / (1 + Math.exp(-4.389859656 * (ratio - 0.9)));
    }

    /** The library's score: points, bounds, coverage, caps, weight-robust range, notes. */
    @Benchmark
    public CaseFairness score() {
        return scorer.score(ready);
    }

    /** The same with what the points were lost for. */
    @Benchmark
    public Object scoreWithPointsLost() {
        return scorer.score(ready).contributions();
    }
}

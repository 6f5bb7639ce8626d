package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often the interval of the share still waiting after 24 hours holds the truth, where records begin in the middle. All simulations are seeded.
 *
 * <p>Exponential waits of mean 24 hours, begun from 48 hours before to 72 hours after recording began; those that ended before were never seen, and those begun later were watched from their beginning. The look is 72 hours after recording began.
 */
class LateEntrySimulationTest {

    private static final int SETS = 1_000;
    private static final double MEAN = 24;
    private static final double TRUTH = 100 * Math.exp(-1);

    private record Coverage(double withoutCaveat, double withCaveat, double shareWithCaveat, double notEstimable) {}

    private static WaitSpan draw(Random random) {
        while (true) {
            double began = -48 + 120 * random.nextDouble();
            double length = -MEAN * Math.log(1 - random.nextDouble());
            if (began + length > 0) {
                WaitSpan wait = new WaitSpan(
                        SurvivalCases.SEEN_AT.plus(nanos(began - 72)),
                        Optional.of(SurvivalCases.SEEN_AT.plus(nanos(began - 72 + length))));
                return wait.watchedSince(SurvivalCases.SEEN_AT.minus(nanos(72)));
            }
        }
    }

    private static Duration nanos(double hours) {
        return Duration.ofNanos(Math.round(hours * 3.6e12));
    }

    private static Coverage coverage(int n, long seed) {
        Random random = new Random(seed);
        int without = 0;
        int heldWithout = 0;
        int with = 0;
        int heldWith = 0;
        int none = 0;
        for (int set = 0; set < SETS; set++) {
            List<WaitSpan> waits = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                waits.add(draw(random));
            }
            KaplanMeier curve = Waits.seenAt(SurvivalCases.SEEN_AT, SurvivalCases.RESOLUTION, waits)
                    .kaplanMeier();
            if (curve.longest().compareTo(nanos(24)) < 0) {
                none++;
                continue;
            }
            Score waiting = curve.stillWaitingAfter(nanos(24));
            Optional<Interval> limits = waiting.estimate().interval();
            if (limits.isEmpty()) {
                none++;
                continue;
            }
            int held = limits.get().lower() <= TRUTH && TRUTH <= limits.get().upper() ? 1 : 0;
            if (waiting.caveats().isEmpty()) {
                without++;
                heldWithout += held;
            } else {
                with++;
                heldWith += held;
            }
        }
        return new Coverage(
                100.0 * heldWithout / without,
                with == 0 ? 100 : 100.0 * heldWith / with,
                100.0 * with / SETS,
                100.0 * none / SETS);
    }

    @Test
    void intervalsWithoutACaveatHoldTheTruth() {
        for (int n : new int[] {15, 30, 60, 150}) {
            Coverage coverage = coverage(n, 7);
            assertThat(coverage.withoutCaveat()).as("n %d", n).isBetween(92.5, 97.0);
            assertThat(coverage.notEstimable()).isLessThan(1.5);
        }
    }

    /** The caveat is frequent where there are few waits, where its intervals hold less often, and gone where there are many. */
    @Test
    void theCaveatIsForFewWaits() {
        Coverage fifteen = coverage(15, 7);
        Coverage thirty = coverage(30, 7);
        assertThat(fifteen.shareWithCaveat()).isBetween(18.0, 28.0);
        assertThat(thirty.shareWithCaveat()).isBetween(6.0, 15.0);
        assertThat(thirty.withCaveat()).isLessThan(thirty.withoutCaveat() - 2);
        assertThat(coverage(60, 7).shareWithCaveat()).isLessThan(2);
        assertThat(coverage(150, 7).shareWithCaveat()).isZero();
    }
}

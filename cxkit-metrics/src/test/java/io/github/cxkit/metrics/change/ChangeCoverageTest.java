package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.rating.Nps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often the interval of a change of two NPS covers the truth: not simulated, but summed over every outcome of 10 against 10 answers. */
class ChangeCoverageTest {

    private static final int N = 10;
    private static final int GRID = 20;

    private record Outcome(int detractors, int passives, int promoters) {

        Nps nps() {
            return Nps.promoters(promoters).passives(passives).detractors(detractors);
        }

        double probability(Outcome mix) {
            double probability = 1;
            int left = N;
            int[] counts = {detractors, passives, promoters};
            int[] shares = {mix.detractors, mix.passives, mix.promoters};
            for (int i = 0; i < 3; i++) {
                for (int k = 1; k <= counts[i]; k++) {
                    probability *= (double) left-- / k * shares[i] / GRID;
                }
            }
            return probability;
        }
    }

    /** All ways to share out a total over three classes. */
    private static List<Outcome> outcomes(int total, int least) {
        List<Outcome> all = new ArrayList<>();
        for (int d = least; d <= total; d++) {
            for (int q = least; d + q <= total - least; q++) {
                all.add(new Outcome(d, q, total - d - q));
            }
        }
        return all;
    }

    @Test
    void coversTheTruthInAtLeast93PerCentForAllMixesWithoutARareClass() {
        assertThat(worstCoverage(2)).isBetween(0.93, 0.95);
    }

    @Test
    void coversTheTruthInAtLeast90Point9PerCentWhereAClassIsEmpty() {
        assertThat(worstCoverage(0)).isCloseTo(0.909, within(0.0015));
    }

    private static double worstCoverage(int leastShare) {
        List<Outcome> outcomes = outcomes(N, 0);
        List<Outcome> mixes = outcomes(GRID, leastShare);
        double[][] lower = new double[outcomes.size()][outcomes.size()];
        double[][] upper = new double[outcomes.size()][outcomes.size()];
        for (int a = 0; a < outcomes.size(); a++) {
            for (int b = 0; b < outcomes.size(); b++) {
                Interval interval = Change.between(
                                outcomes.get(a).nps(), outcomes.get(b).nps())
                        .difference()
                        .interval()
                        .orElseThrow();
                lower[a][b] = interval.lower() - 1e-9;
                upper[a][b] = interval.upper() + 1e-9;
            }
        }
        double[][] probabilities = mixes.stream()
                .map(mix ->
                        outcomes.stream().mapToDouble(o -> o.probability(mix)).toArray())
                .toArray(double[][]::new);
        double worst = 1;
        for (int one = 0; one < mixes.size(); one++) {
            for (int other = 0; other < mixes.size(); other++) {
                double truth = net(mixes.get(other)) - net(mixes.get(one));
                double coverage = 0;
                for (int a = 0; a < outcomes.size(); a++) {
                    double covered = 0;
                    for (int b = 0; b < outcomes.size(); b++) {
                        if (lower[a][b] <= truth && truth <= upper[a][b]) {
                            covered += probabilities[other][b];
                        }
                    }
                    coverage += covered * probabilities[one][a];
                }
                worst = Math.min(worst, coverage);
            }
        }
        return worst;
    }

    private static double net(Outcome mix) {
        return 100.0 * (mix.promoters() - mix.detractors()) / GRID;
    }
}

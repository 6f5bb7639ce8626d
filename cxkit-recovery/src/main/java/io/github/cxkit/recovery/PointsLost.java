package io.github.cxkit.recovery;

import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.CaseFairness.EvidenceScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares the points that a power mean lacks to 100 among its dimensions: Shapley values over all subsets, which sum to what is lacking. */
final class PointsLost {

    private static final double FULL = 100;

    private PointsLost() {}

    static double[] of(double power, double[] points, double[] weights) {
        int n = points.length;
        double[] means = new double[1 << n];
        for (int subset = 0; subset < means.length; subset++) {
            double[] mixed = new double[n];
            for (int i = 0; i < n; i++) {
                mixed[i] = contains(subset, i) ? points[i] : FULL;
            }
            means[subset] = PowerMean.of(power, mixed, weights);
        }
        double[] lost = new double[n];
        for (int subset = 0; subset < means.length; subset++) {
            for (int i = 0; i < n; i++) {
                if (!contains(subset, i)) {
                    double fall = means[subset] - means[subset | 1 << i];
                    lost[i] += share(n, Integer.bitCount(subset)) * Math.max(0, fall); // rounding
                }
            }
        }
        return lost;
    }

    /** Shares what a dimension loses among the evidence that counts, by w·(1 − u), and the cap. */
    static Map<CaseFairness.Factor, Double> share(double lost, DimensionScore dimension) {
        double counting = 0;
        double missed = 0;
        for (EvidenceScore piece : dimension.counting()) {
            counting += piece.weight();
            missed += missedBy(piece);
        }
        double limited = dimension.cappedBy();
        double byCap = dimension.cap().isPresent() && limited > 0 ? limited / FULL * counting : 0;
        double all = missed + byCap;
        Map<CaseFairness.Factor, Double> shares = new LinkedHashMap<>();
        for (EvidenceScore piece : dimension.counting()) {
            shares.put(piece.evidence(), all > 0 ? lost * (missedBy(piece) / all) : 0);
        }
        if (byCap > 0) {
            shares.put(dimension.cap().orElseThrow(), lost * (byCap / all));
        }
        return shares;
    }

    private static double missedBy(EvidenceScore piece) {
        return piece.weight() * (1 - piece.utility().upper());
    }

    private static boolean contains(int subset, int i) {
        return (subset >> i & 1) == 1;
    }

    /** |S|!·(n − 1 − |S|)!/n!, for up to three dimensions. */
    private static double share(int n, int size) {
        List<Integer> factorials = List.of(1, 1, 2, 6);
        return (double) factorials.get(size) * factorials.get(n - 1 - size) / factorials.get(n);
    }
}

package io.github.cxkit.recovery;

import java.util.List;

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

    private static boolean contains(int subset, int i) {
        return (subset >> i & 1) == 1;
    }

    /** |S|!·(n − 1 − |S|)!/n!, for up to three dimensions. */
    private static double share(int n, int size) {
        List<Integer> factorials = List.of(1, 1, 2, 6);
        return (double) factorials.get(size) * factorials.get(n - 1 - size) / factorials.get(n);
    }
}

package io.github.cxkit.metrics.respondents;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Normal;
import io.github.cxkit.metrics.numbers.Rounding;
import java.util.Arrays;

/**
 * The mean after over the mean before of the same customers, less 1, in per cent, with Fieller's limits (1954): the θ with (ȳ − θx̄)² = t²(s_yy − 2θs_xy + θ²s_xx)/n.
 *
 * @param n how many customers
 * @param before the mean before, x̄
 * @param after the mean after, ȳ
 * @param ofBefore the variance s_xx
 * @param ofAfter the variance s_yy
 * @param ofBoth the covariance s_xy
 */
record PairedRatio(int n, double before, double after, double ofBefore, double ofAfter, double ofBoth) {

    static PairedRatio of(double[] before, double[] after) {
        int n = before.length;
        double x = Arrays.stream(before).sum() / n;
        double y = Arrays.stream(after).sum() / n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (before[i] - x) * (before[i] - x);
            yy += (after[i] - y) * (after[i] - y);
            xy += (before[i] - x) * (after[i] - y);
        }
        double divisor = Math.max(1, n - 1);
        return new PairedRatio(n, x, y, xx / divisor, yy / divisor, xy / divisor);
    }

    double percent() {
        return 100 * (after - before) / before;
    }

    /** x̄²s_yy − 2x̄ȳs_xy + ȳ²s_xx: 0 where every customer has the ratio of the means. */
    private double aboutTheRatio() {
        double largest = before * before * ofAfter + after * after * ofBefore;
        double about = largest - 2 * before * after * ofBoth;
        return about <= Rounding.LEFT_OVER * largest ? 0 : about;
    }

    Uncertainty uncertainty(double confidence) {
        if (n < 2) {
            return new Uncertainty.NotEstimable(PairedChange.ONE_CUSTOMER);
        }
        if (aboutTheRatio() == 0) {
            return new Uncertainty.NotEstimable("all customers changed by the same ratio");
        }
        return divisor(share(Normal.quantile(confidence))) > 0
                ? new Uncertainty.Limits("Fieller", this::at)
                : new Uncertainty.NotEstimable("the mean before is not clearly above 0");
    }

    /** t²/n. */
    private double share(double z) {
        double t = Normal.studentQuantile(z, n - 1);
        return t * t / n;
    }

    private double divisor(double share) {
        return before * before - share * ofBefore;
    }

    /** Beyond the z at which the mean before is not above 0 any ratio is possible. */
    private Interval at(double z) {
        double share = share(z);
        double divisor = divisor(share);
        if (!(divisor > 0)) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double centre = before * after - share * ofBoth;
        double root =
                Math.sqrt(Math.max(0, share * (aboutTheRatio() - share * (ofBefore * ofAfter - ofBoth * ofBoth))));
        return new Interval(100 * ((centre - root) / divisor - 1), 100 * ((centre + root) / divisor - 1));
    }
}

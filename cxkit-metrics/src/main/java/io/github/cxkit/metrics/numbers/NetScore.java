package io.github.cxkit.metrics.numbers;

/**
 * The score statistic of a net share, and its inversion.
 *
 * <p>For a hypothesised net share δ the shares of the classes are estimated under that constraint (Tango 1998); the statistic is the distance of
 * the observed net share from δ in constrained standard errors. All of it works on shares, so that 9·10^18 answers do not
 * overflow, and n need not be whole.
 *
 * <p>With s the share of non-neutral answers, m = 1 − s, d the observed net share and w = 1 + m − dδ, the constrained variance of one answer
 * has the form (1 − δ²)·(s − dδ + R)/(w + R), R² = w² − 4m(1 − δ²) = (s + dδ)² + 4δ(mδ − d). It follows from Tango's quadratic and has no
 * difference of nearly equal terms.
 */
public final class NetScore {

    private static final int MAX_STEPS = 200;

    private NetScore() {}

    /**
     * The statistic T(δ): positive where more was observed than hypothesised; ±∞ where what was observed is impossible. The net share is given apart, for a difference
     * of shares that are nearly equal keeps few digits of it; at δ = 0 the statistic is (p − d)/√(p + d).
     */
    public static double statistic(double positive, double negative, double net, double n, double delta) {
        double distance = net - delta;
        if (distance == 0) {
            return 0;
        }
        double s = positive + negative;
        if (delta == 0) {
            return net * Math.sqrt(n / s);
        }
        double d = net;
        double m = Math.max(0, 1 - s);
        double w = 1 + m - d * delta;
        double r = r(s, d, m, w, delta);
        return distance / Math.sqrt((1 - delta) * (1 + delta) * (s - d * delta + r) / (w + r) / n);
    }

    /**
     * The upper limit: where T(δ) = −z. The lower limit is the mirror image.
     *
     * <p>Newton's steps on δ̂ − δ + z·√(V(δ)/n), which is concave, so that they close in from the right; a bracket is kept around the root,
     * and halved where the slope is of no use.
     */
    public static double upper(double positive, double negative, double n, double z) {
        double s = positive + negative;
        double d = positive - negative;
        if (z == 0 || (positive == 1 && negative == 0)) {
            return d;
        }
        if (negative == 1 && positive == 0) {
            return (z * z - n) / (z * z + n);
        }
        double m = Math.max(0, 1 - s);
        double reach = z / Math.sqrt(n);
        double low = d;
        double high = 1;
        double delta = start(s, d, reach);
        for (int step = 0; step < MAX_STEPS; step++) {
            double w = 1 + m - d * delta;
            double r = r(s, d, m, w, delta);
            double edge = (1 - delta) * (1 + delta);
            double factor = (s - d * delta + r) / (w + r);
            double deviation = Math.sqrt(edge * factor);
            double excess = d - delta + reach * deviation;
            if (excess >= 0) {
                low = delta;
            } else {
                high = delta;
            }
            double slopeOfR = (4 * m * delta - d * w) / r;
            double slopeOfVariance = 2 * m * edge * (slopeOfR - d) / ((w + r) * (w + r)) - 2 * delta * factor;
            double next = delta - excess / (reach * slopeOfVariance / (2 * deviation) - 1);
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - delta) <= 2 * Math.ulp(delta) || next <= low || next >= high) {
                return next;
            }
            delta = next;
        }
        return delta;
    }

    private static double r(double s, double d, double m, double w, double delta) {
        double square = m < 0.5
                ? w * w - 4 * m * (1 - delta) * (1 + delta)
                : (s + d * delta) * (s + d * delta) + 4 * delta * (m * delta - d);
        return Math.sqrt(Math.max(0, square));
    }

    /** The limit of Wald's interval after z²/2 pseudo-answers are shared between the ends: near enough to begin with. */
    private static double start(double s, double d, double reach) {
        double square = reach * reach;
        double guess = (d + reach * Math.sqrt(Math.max(0, s + square / 2 - d * d))) / (1 + square);
        return guess > d && guess < 1 ? guess : 0.5 * (d + 1);
    }
}

package io.github.cxkit.metrics;

/**
 * The score statistic of a net share, and its inversion.
 *
 * <p>For a hypothesised net share δ the share of negatives is estimated under the constraint (Tango 1998); the statistic is the distance
 * of the observed net share from δ in constrained standard errors. All of it works on shares, so that 9·10^18 answers do not overflow,
 * and n need not be whole.
 */
final class NetScore {

    private static final int MAX_STEPS = 200;

    private NetScore() {}

    /** The statistic T(δ): positive where more was observed than hypothesised; ±∞ where what was observed is impossible. */
    static double statistic(double positive, double negative, double n, double delta) {
        double distance = (positive - negative) - delta;
        if (distance == 0) {
            return 0;
        }
        return distance / Math.sqrt(variance(positive, negative, delta) / n);
    }

    /**
     * The upper limit: where T(δ) = −z, by Newton's steps kept inside a bracket. The lower limit is the mirror image.
     *
     * <p>The function is concave, so that from the right of the root the steps approach it from the right; bisection stands by for where
     * the slope is of no use.
     */
    static double upper(double positive, double negative, double n, double z) {
        double net = positive - negative;
        if (z == 0 || positive == 1) {
            return net;
        }
        double reach = z / Math.sqrt(n);
        double low = net;
        double high = 1;
        double delta = start(positive, negative, reach);
        for (int step = 0; step < MAX_STEPS; step++) {
            double linear = linear(positive, negative, delta);
            double root = root(negative, delta, linear);
            double share = constrainedNegative(negative, delta, linear, root);
            double deviation = Math.sqrt(Math.max(0, 2 * share + delta * (1 - delta)));
            double excess = net - delta + reach * deviation;
            if (excess >= 0) {
                low = delta;
            } else {
                high = delta;
            }
            double shareSlope = (negative * (1 - 2 * delta) - (2 - positive + negative) * share) / root;
            double slope = reach * (2 * shareSlope + 1 - 2 * delta) / (2 * deviation) - 1;
            double next = delta - excess / slope;
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - delta) <= 4 * Math.ulp(delta) + 1e-17 || next == low || next == high) {
                return next;
            }
            delta = next;
        }
        return delta;
    }

    /** The limit of Wald's interval after half a pseudo-answer of z² is shared out: near enough to begin with. */
    private static double start(double positive, double negative, double reach) {
        double square = reach * reach;
        double spread = (positive + negative + square / 2) / (1 + square);
        double net = positive - negative;
        double guess = (net + reach * Math.sqrt(Math.max(0, spread * (1 + square) - net * net))) / (1 + square);
        return guess > net && guess < 1 ? guess : 0.5 * (net + 1);
    }

    /** The constrained variance of one answer, given the net share δ. */
    private static double variance(double positive, double negative, double delta) {
        double linear = linear(positive, negative, delta);
        double share = constrainedNegative(negative, delta, linear, root(negative, delta, linear));
        return Math.max(0, 2 * share + delta * (1 - delta));
    }

    // The constrained share of negatives x solves 2x² + linear·x − negative·δ(1 − δ) = 0.

    private static double linear(double positive, double negative, double delta) {
        return (2 - positive + negative) * delta - (positive + negative);
    }

    private static double root(double negative, double delta, double linear) {
        return Math.sqrt(Math.max(0, linear * linear + 8 * negative * delta * (1 - delta)));
    }

    private static double constrainedNegative(double negative, double delta, double linear, double root) {
        return linear > 0 ? 2 * negative * delta * (1 - delta) / (root + linear) : (root - linear) / 4;
    }
}

package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;
import java.util.List;

/**
 * A Kaplan–Meier curve at one time, and how far it may be from the truth there.
 *
 * @param share the share still waiting, from 0 to 1
 * @param greenwood Greenwood's sum; not used at the ends
 * @param effectiveCount as many waits, all over, would be as sure of the share
 * @param watched how many waits are still watched then; not used at 0
 * @param left how many were watched when the share was last moved; not used at 0
 */
record CurvePoint(double share, double greenwood, double effectiveCount, long watched, long left) {

    static CurvePoint whole(long watched, long left) {
        return new CurvePoint(1, 0, watched, watched, left);
    }

    /** Of the waits that were left, those no longer watched count for nothing. */
    static CurvePoint between(double share, double greenwood, double most, long watched, long left) {
        double effectiveCount = watched == left ? most : most * watched / left;
        return new CurvePoint(share, greenwood, effectiveCount, watched, left);
    }

    static CurvePoint none(double effectiveCount) {
        return new CurvePoint(0, Double.POSITIVE_INFINITY, effectiveCount, 0, 0);
    }

    /** Where most of the waits were lost since the last ending, the share there is a guess about them. */
    List<String> caveats() {
        return share > 0 && watched < left / 2.0
                ? List.of("only " + watched + " of " + left + " waits " + (watched == 1 ? "was" : "were")
                        + " watched for so long")
                : List.of();
    }

    /** Limits of the share: log-log (Kalbfleisch and Prentice 1980), and Wilson's (1927) at 0 and 1, where log-log has none. */
    Interval limits(double z) {
        double square = z * z;
        if (share == 1) {
            return new Interval(effectiveCount / (effectiveCount + square), 1);
        }
        if (share == 0) {
            return new Interval(0, square / (effectiveCount + square));
        }
        double spread = z * Math.sqrt(greenwood) / -Math.log(share);
        return new Interval(Math.pow(share, Math.exp(spread)), Math.pow(share, Math.exp(-spread)));
    }

    /** The share still waiting, in per cent. */
    Figure waiting(ShareMetric metric, long count) {
        return figure(metric, 100 * share, count, z -> {
            Interval waiting = limits(z);
            return new Interval(100 * waiting.lower(), 100 * waiting.upper());
        });
    }

    /** The share no longer waiting, in per cent. */
    Figure over(ShareMetric metric, long count) {
        return figure(metric, 100 - 100 * share, count, z -> {
            Interval waiting = limits(z);
            return new Interval(100 - 100 * waiting.upper(), 100 - 100 * waiting.lower());
        });
    }

    private Figure figure(ShareMetric metric, double value, long count, Uncertainty.LimitsFunction limits) {
        String method = share == 0 || share == 1 ? "Wilson" : "log-log";
        return Figure.of(
                        metric,
                        value,
                        count,
                        new Uncertainty.Limits(method, z -> z == 0 ? new Interval(value, value) : limits.at(z)))
                .withEffectiveCount(effectiveCount)
                .withCaveats(caveats());
    }

    /** The z at which a limit reaches another share: positive where that is the upper limit, for it lies above this share. At 0 no upper limit is below another share. */
    double distanceTo(double other) {
        if (share == 0) {
            return 0;
        }
        if (share == 1) {
            return -Math.sqrt(effectiveCount * (1 - other) / other);
        }
        return distance(share, greenwood, other);
    }

    /** The same between the ends, where the numbers of waits have no part in it. */
    static double distance(double share, double greenwood, double other) {
        double log = -Math.log(share);
        return Math.log(log / -Math.log(other)) * log / Math.sqrt(greenwood);
    }
}

package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.numbers.Bisection;
import java.util.Arrays;

/**
 * Where the limits of a Kaplan–Meier curve pass a share, for any z: the first time at which the limit is below it.
 *
 * <p>Limits need not fall steadily, so the times that matter are those farther from the share than all before them.
 */
final class PercentileLimits {

    /** Beyond this z the tail of the normal distribution is 0 in a double. */
    private static final double FARTHEST = 40;

    private final long[] times;
    private final double[] distances;

    private PercentileLimits(long[] times, double[] distances) {
        this.times = times;
        this.distances = distances;
    }

    static PercentileLimits of(double share, double same, SurvivalCurve curve) {
        long[] times = new long[16];
        double[] distances = new double[16];
        int size = 0;
        double farthest = -FARTHEST;
        for (int step = -1; step < curve.knownSteps() && farthest < FARTHEST; step++) {
            double distance = Math.abs(curve.share(step) - share) <= same ? 0 : curve.distanceTo(step, share);
            if (distance > farthest) {
                if (size == times.length) {
                    times = Arrays.copyOf(times, 2 * size);
                    distances = Arrays.copyOf(distances, 2 * size);
                }
                times[size] = step < 0 ? curve.origin() : curve.time(step);
                distances[size] = distance;
                size++;
                farthest = distance;
            }
        }
        return new PercentileLimits(Arrays.copyOf(times, size), Arrays.copyOf(distances, size));
    }

    /** The limits of a percentile, in a unit of so many nanoseconds. */
    Interval around(double nanos, double z, double nanosPerUnit) {
        if (z == 0) {
            return new Interval(nanos / nanosPerUnit, nanos / nanosPerUnit);
        }
        double lower = z >= FARTHEST ? 0 : firstBeyond(-z);
        return new Interval(lower / nanosPerUnit, firstBeyond(z) / nanosPerUnit);
    }

    private double firstBeyond(double z) {
        int from = Bisection.first(distances.length, i -> distances[i] > z);
        return from == times.length ? Double.POSITIVE_INFINITY : times[from];
    }
}

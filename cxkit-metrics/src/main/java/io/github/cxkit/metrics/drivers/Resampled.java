package io.github.cxkit.metrics.drivers;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.numbers.LmgShares;
import io.github.cxkit.metrics.numbers.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** The shares of many resamples, sorted for each driver. */
final class Resampled {

    private static final double MOST_UNUSABLE = 0.01;

    private final Bootstrap bootstrap;
    private final double[][] shares;
    private final double[][] percentages;
    private final int unusable;

    private Resampled(Bootstrap bootstrap, double[][] shares, double[][] percentages, int unusable) {
        this.bootstrap = bootstrap;
        this.shares = shares;
        this.percentages = percentages;
        this.unusable = unusable;
    }

    static Resampled of(Table table, int drivers, Bootstrap bootstrap) {
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        double[][] shares = new double[drivers][bootstrap.resamples()];
        double[][] percentages = new double[drivers][bootstrap.resamples()];
        int usable = 0;
        for (int resample = 0; resample < bootstrap.resamples(); resample++) {
            LmgShares lmg =
                    LmgShares.of(table.moments(draw(table.count(), random)).correlations());
            Optional<double[]> inPercent = lmg.percentages();
            if (inPercent.isPresent()) {
                double[] ofRSquared = lmg.shares();
                for (int driver = 0; driver < drivers; driver++) {
                    shares[driver][usable] = ofRSquared[driver];
                    percentages[driver][usable] = inPercent.get()[driver];
                }
                usable++;
            }
        }
        return new Resampled(
                bootstrap, sorted(shares, usable), sorted(percentages, usable), bootstrap.resamples() - usable);
    }

    private static int[] draw(int rows, SplittableRandom random) {
        int[] times = new int[rows];
        for (int i = 0; i < rows; i++) {
            times[random.nextInt(rows)]++;
        }
        return times;
    }

    private static double[][] sorted(double[][] values, int usable) {
        double[][] sorted = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            sorted[i] = Arrays.copyOf(values[i], usable);
            Arrays.sort(sorted[i]);
        }
        return sorted;
    }

    int unusable() {
        return unusable;
    }

    Optional<Interval> shareLimits(int driver) {
        return limits(shares[driver]);
    }

    Optional<Interval> percentageLimits(int driver) {
        return limits(percentages[driver]);
    }

    private Optional<Interval> limits(double[] sorted) {
        if (unusable > MOST_UNUSABLE * bootstrap.resamples()) {
            return Optional.empty();
        }
        double tail = (1 - bootstrap.confidence()) / 2;
        return Optional.of(new Interval(at(sorted, tail), at(sorted, 1 - tail)));
    }

    /** The quantile at place (B + 1)·p, between two results in proportion. */
    static double at(double[] sorted, double p) {
        double place = (sorted.length + 1) * p;
        int below = (int) place;
        double lower = sorted[below - 1];
        return lower + (place - below) * (sorted[below] - lower);
    }
}

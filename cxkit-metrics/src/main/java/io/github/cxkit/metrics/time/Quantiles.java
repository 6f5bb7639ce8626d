package io.github.cxkit.metrics.time;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quantiles of ascending numbers, at least one, by percentages taken as the decimals that they were written as: 99.9 is 0.999 and nothing below. */
final class Quantiles {

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private Quantiles() {}

    /** At 1 + (n − 1)p. */
    static double linear(long[] ascending, double percent) {
        return between(
                ascending,
                BigDecimal.valueOf(ascending.length)
                        .subtract(BigDecimal.ONE)
                        .multiply(share(percent))
                        .multiply(THREE)
                        .add(THREE));
    }

    /** At ⅓ + (n + ⅓)p. */
    static double medianUnbiased(long[] ascending, double percent) {
        return between(
                ascending,
                BigDecimal.valueOf(ascending.length)
                        .multiply(THREE)
                        .add(BigDecimal.ONE)
                        .multiply(share(percent))
                        .add(BigDecimal.ONE));
    }

    /** At ⌈np⌉. */
    static double nearestRank(long[] ascending, double percent) {
        return ascending[(int) nearestRank(ascending.length, percent) - 1];
    }

    /** The rank of the nearest-rank quantile among n, from 1. */
    static long nearestRank(long n, double percent) {
        long rank = BigDecimal.valueOf(n)
                .multiply(share(percent))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(1, rank);
    }

    /** Per cent as a share. */
    static BigDecimal share(double percent) {
        return BigDecimal.valueOf(percent).movePointLeft(2);
    }

    /** From 0 to 100, and no share: whoever writes 0.9 means 90. */
    static double checkPercent(double percent) {
        checkNoShare(percent);
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("percentile must be in [0, 100], but was " + percent);
        }
        return percent;
    }

    /** Whoever writes 0.9 means 90. */
    static void checkNoShare(double percent) {
        if (percent > 0 && percent < 1) {
            throw new IllegalArgumentException("percentile must be in per cent, not a share, but was " + percent
                    + "\nMaybe "
                    + BigDecimal.valueOf(percent)
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString() + " is meant.");
        }
    }

    /** The number at a position, given as three times the position, from 3. */
    private static double between(long[] ascending, BigDecimal threePositions) {
        BigDecimal[] parts = threePositions.divideAndRemainder(THREE);
        int rank = parts[0].intValueExact();
        double part = parts[1].doubleValue() / 3;
        if (rank < 1) {
            return ascending[0];
        }
        if (rank >= ascending.length) {
            return ascending[ascending.length - 1];
        }
        double above = ascending[rank];
        return Math.min(ascending[rank - 1] + part * (ascending[rank] - ascending[rank - 1]), above);
    }
}

package io.github.cxkit.metrics.time;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Which number is called the 80th percentile of a list; the types are those of Hyndman and Fan, and differ only where there are few durations.
 *
 * <p>Of 1, 2, 3, 4 and 5 hours the 80th percentile is 4.2 h ({@link #LINEAR}), 4 h ({@link #NEAREST_RANK}) or 4.6 h ({@link #MEDIAN_UNBIASED}).
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996), Sample Quantiles in Statistical Packages</a>
 */
public enum QuantileType {
    /** Type 7, between the durations around 1 + (n − 1)p: the default, as in R, NumPy and the spreadsheets. */
    LINEAR(""),
    /** Type 8, between the durations around ⅓ + (n + ⅓)p: as often too high as too low, whatever the distribution. */
    MEDIAN_UNBIASED("median-unbiased "),
    /** Type 1, the smallest duration that at least this share does not exceed: a duration that occurred, and what "90 % within" promises. */
    NEAREST_RANK("nearest-rank ");

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private final String label;

    QuantileType(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The quantile of ascending numbers, at least one. */
    double of(long[] ascending, double percent) {
        BigDecimal share = share(percent);
        BigDecimal n = BigDecimal.valueOf(ascending.length);
        return switch (this) {
            case LINEAR ->
                between(
                        ascending,
                        n.subtract(BigDecimal.ONE)
                                .multiply(share)
                                .multiply(THREE)
                                .add(THREE));
            case MEDIAN_UNBIASED ->
                between(
                        ascending,
                        n.multiply(THREE).add(BigDecimal.ONE).multiply(share).add(BigDecimal.ONE));
            case NEAREST_RANK -> ascending[(int) nearestRank(ascending.length, percent) - 1];
        };
    }

    /** The rank of the nearest-rank quantile among n, from 1. */
    static long nearestRank(long n, double percent) {
        long rank = BigDecimal.valueOf(n)
                .multiply(share(percent))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(1, rank);
    }

    /** Per cent as a share, taken as the decimal that it was written as: 99.9 is 0.999 and nothing below. */
    static BigDecimal share(double percent) {
        return BigDecimal.valueOf(percent).movePointLeft(2);
    }

    static double checkPercent(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("percentile must be in [0, 100], but was " + percent);
        }
        return percent;
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

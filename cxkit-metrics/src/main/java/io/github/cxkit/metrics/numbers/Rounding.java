package io.github.cxkit.metrics.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one rounding of this library: HALF_UP on the decimal value, without a locale and without −0.
 */
public final class Rounding {

    /** What is smaller than this part of what it was computed from is left over by rounding: double arithmetic has 16 digits, and a sum of many loses some. */
    public static final double LEFT_OVER = 1e-12;

    /** 15 digits recover every decimal of up to 15 digits from its double, so that 1.45 rounds as 1.45 and not as 1.4499…. */
    private static final MathContext DECIMAL_OF_DOUBLE = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MAX_DECIMALS = 12;

    private Rounding() {}

    public static int checkDecimals(int decimals) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals must be in [0, " + MAX_DECIMALS + "], but was " + decimals);
        }
        return decimals;
    }

    /** Formats a value; infinite limits read {@code ∞} and {@code -∞}. */
    public static String format(double value, int decimals) {
        checkDecimals(decimals);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("value must be a number, but was NaN");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        return new BigDecimal(value)
                .round(DECIMAL_OF_DOUBLE)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}

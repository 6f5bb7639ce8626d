package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Rounding;
import java.util.Objects;

/**
 * What a score is counted in, and how it is shown by default.
 *
 * @param name the unit's name, such as {@code minutes}
 * @param suffix what follows a shown value, such as {@code %}; may be empty
 * @param decimals how many decimals are shown unless the caller asks for another number, 0 to 12
 */
public record MetricUnit(String name, String suffix, int decimals) {

    /** Points from −100 to 100, as of an NPS. */
    public static final MetricUnit POINTS = new MetricUnit("points", "", 1);
    /** Per cent, 0 to 100. */
    public static final MetricUnit PERCENT = new MetricUnit("percent", "%", 1);
    /** Points of the rating scale itself, as of a mean rating. */
    public static final MetricUnit SCALE_POINTS = new MetricUnit("scale points", "", 2);

    /**
     * Checks the parts.
     *
     * @param name the unit's name
     * @param suffix what follows a shown value
     * @param decimals how many decimals are shown by default
     * @throws IllegalArgumentException if the name is blank or the decimals are not in [0, 12]
     */
    public MetricUnit {
        Objects.requireNonNull(suffix, "suffix");
        if (name.isBlank()) {
            throw new IllegalArgumentException("unit name must not be blank");
        }
        Rounding.checkDecimals(decimals);
    }

    /**
     * Returns a unit.
     *
     * @param name the name, such as {@code minutes}
     * @param suffix what follows a shown value, such as {@code " min"}
     * @param decimals how many decimals are shown by default, 0 to 12
     * @return the unit
     * @throws IllegalArgumentException if the name is blank or the decimals are not in [0, 12]
     */
    public static MetricUnit of(String name, String suffix, int decimals) {
        return new MetricUnit(name, suffix, decimals);
    }

    /**
     * Returns a value as text with this unit's decimals and suffix, rounded half up, without a locale and never as −0.
     *
     * @param value the value, not NaN
     * @return for example {@code 82.1%}
     * @throws IllegalArgumentException if the value is NaN
     */
    public String format(double value) {
        return format(value, decimals);
    }

    /**
     * Returns a value as text with this unit's suffix, rounded half up, without a locale and never as −0.
     *
     * @param value the value, not NaN
     * @param shownDecimals how many decimals, 0 to 12
     * @return for example {@code 82.07%}
     * @throws IllegalArgumentException if the value is NaN or the decimals are not in [0, 12]
     */
    public String format(double value, int shownDecimals) {
        return Rounding.format(value, shownDecimals) + suffix;
    }
}

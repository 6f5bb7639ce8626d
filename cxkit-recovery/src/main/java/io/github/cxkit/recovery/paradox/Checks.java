package io.github.cxkit.recovery.paradox;

import java.util.Objects;
import java.util.OptionalDouble;

/** Argument checks shared by the types of this package. */
final class Checks {

    private Checks() {}

    static void finite(OptionalDouble value, String name) {
        Objects.requireNonNull(value, name).ifPresent(number -> {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(name + " must be finite, but was " + number);
            }
        });
    }

    static double within(double value, double lowest, double highest, String name) {
        if (!(lowest <= value && value <= highest)) {
            throw new IllegalArgumentException(
                    name + " must be in [" + shown(lowest) + ", " + shown(highest) + "], but was " + shown(value));
        }
        return value;
    }

    /** Whole numbers without a fraction: 7 rather than 7.0. */
    private static String shown(double value) {
        return (int) value == value ? Integer.toString((int) value) : Double.toString(value);
    }
}

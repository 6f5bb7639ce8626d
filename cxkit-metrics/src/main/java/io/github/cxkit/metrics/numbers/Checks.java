package io.github.cxkit.metrics.numbers;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;

/** Checks of arguments, each with one message: name, bound and actual value. */
public final class Checks {

    private Checks() {}

    /** Refuses what is outside [lowest, highest], and NaN. */
    public static double within(double value, double lowest, double highest, String name) {
        if (!(lowest <= value && value <= highest)) {
            throw new IllegalArgumentException(
                    name + " must be in [" + shown(lowest) + ", " + shown(highest) + "], but was " + shown(value));
        }
        return value;
    }

    /** Refuses what is outside [0, 1], and NaN. */
    public static double share(double value, String name) {
        return within(value, 0, 1, name);
    }

    /** Refuses infinity and NaN. */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, but was " + value);
        }
        return value;
    }

    /** Refuses infinity and NaN where there is a value. */
    public static OptionalDouble finite(OptionalDouble value, String name) {
        Objects.requireNonNull(value, name).ifPresent(number -> finite(number, name));
        return value;
    }

    /** Refuses a negative count. */
    public static int count(int value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + value);
        }
        return value;
    }

    /** Refuses a negative time. */
    public static Duration notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must be at least PT0S, but was " + value);
        }
        return value;
    }

    /** Whole numbers without a fraction: 7 rather than 7.0. */
    private static String shown(double value) {
        return (int) value == value ? Integer.toString((int) value) : Double.toString(value);
    }
}

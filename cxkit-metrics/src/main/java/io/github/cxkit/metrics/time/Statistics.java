package io.github.cxkit.metrics.time;

import java.math.BigDecimal;
import java.time.Duration;

/** What figures about times are called: the name is part of what they are. */
final class Statistics {

    private Statistics() {}

    /** Such as {@code median}, {@code p90} and {@code p99.9}. */
    static String percentile(double percent) {
        return percent == 50
                ? "median"
                : "p" + BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }

    /** Such as {@code within 24 h}. */
    static String within(Timing timing, Duration limit) {
        return "within " + shown(timing, limit);
    }

    /** Such as {@code 24 h}, or {@code PT1H30M} where the duration is no whole number of the unit. */
    static String shown(Timing timing, Duration duration) {
        Duration unit = timing.unit().getDuration();
        long units = duration.dividedBy(unit);
        boolean whole = unit.multipliedBy(units).equals(duration);
        return whole ? timing.shownIn().format(units, 0) : duration.toString();
    }

    static void checkNotEmpty(Timing timing, long count) {
        if (count == 0) {
            throw new IllegalStateException(timing.name() + " is undefined for zero durations");
        }
    }

    static void checkSame(Timing one, Timing other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException(one + " cannot be merged with " + other);
        }
    }
}

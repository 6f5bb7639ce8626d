package io.github.cxkit.examples.times;

import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.time.Timing;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Units of time, by the name that an option has for them. */
enum TimeUnits {
    MINUTES(ChronoUnit.MINUTES, " min"),
    HOURS(ChronoUnit.HOURS, " h"),
    DAYS(ChronoUnit.DAYS, " d");

    private final ChronoUnit unit;
    private final String suffix;

    TimeUnits(ChronoUnit unit, String suffix) {
        this.unit = unit;
        this.suffix = suffix;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** The unit of a figure that has no value, and so no score to ask. */
    static MetricUnit unit(Timing timing) {
        TimeUnits named = valueOf(timing.unit().name());
        return MetricUnit.of(named.name().toLowerCase(Locale.ROOT), named.suffix, 1);
    }
}

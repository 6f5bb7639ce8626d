package io.github.cxkit.metrics.time;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.numbers.DefinitionCode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What is timed, and in which unit its figures are shown: the first reply in minutes, the resolution in hours.
 *
 * <pre>{@code
 * Timing resolution = Timing.of("resolution", ChronoUnit.HOURS);
 * }</pre>
 *
 * @param name what is timed, not blank; it is part of the identity, for a time to the first reply and a time to resolution are not comparable
 * @param unit milliseconds, seconds, minutes, hours or days; a day is 24 hours
 */
public record Timing(String name, ChronoUnit unit) {

    private static final Map<ChronoUnit, String> SUFFIXES = Map.of(
            ChronoUnit.MILLIS, " ms",
            ChronoUnit.SECONDS, " s",
            ChronoUnit.MINUTES, " min",
            ChronoUnit.HOURS, " h",
            ChronoUnit.DAYS, " d");

    /**
     * Checks the parts.
     *
     * @param name what is timed
     * @param unit the unit of its figures
     * @throws IllegalArgumentException if the name is blank, or the unit is none of those named
     */
    public Timing {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        if (name.isBlank()) {
            throw new IllegalArgumentException("timing name must not be blank");
        }
        if (!SUFFIXES.containsKey(unit)) {
            throw new IllegalArgumentException(
                    "unit of a timing must be milliseconds, seconds, minutes, hours or days, but was " + unit);
        }
    }

    /**
     * Returns a timing.
     *
     * @param name what is timed, not blank
     * @param unit milliseconds, seconds, minutes, hours or days; a day is 24 hours
     * @return the timing
     * @throws IllegalArgumentException if the name is blank, or the unit is none of those named
     */
    public static Timing of(String name, ChronoUnit unit) {
        return new Timing(name, unit);
    }

    /**
     * Returns what a geometric mean of this timing means, to plan with before there are times: {@code SampleSize.of(timing.geometricMean(), 1).toDetect(-20)}
     * is how many times per group show a cut of 20 % where the logarithms have the variance 1.
     *
     * @return the metric of {@link Durations#geometricMean()}
     */
    public Metric geometricMean() {
        return Statistic.geometricMean(this, "");
    }

    /** The same of the waits that last longer than a length: never compared with that of all. */
    Timing ofThoseThatLast(Duration length) {
        return new Timing(name + " of those that last " + Statistics.shown(this, length), unit);
    }

    /** The number that stands for this timing in a state. */
    long code() {
        return new DefinitionCode().add(name).add(unit).value();
    }

    /** The unit as scores show it. */
    MetricUnit shownIn() {
        return MetricUnit.of(unit.name().toLowerCase(Locale.ROOT), suffix(), 1);
    }

    private String suffix() {
        String suffix = SUFFIXES.get(unit);
        return suffix == null ? "" : suffix;
    }

    double nanosPerUnit() {
        return unit.getDuration().toNanos();
    }

    /** Nanoseconds in the unit of this timing. */
    double toUnit(double nanos) {
        return nanos / nanosPerUnit();
    }

    /**
     * A statistic of a timing, such as its median; a lower one is better. A median is compared with a median, never with a mean or a 90th percentile.
     *
     * @param statistic for example {@code median}
     * @param timing what is timed
     * @param link how values are compared
     */
    record Statistic(String statistic, Timing timing, Link link) implements Metric {

        private static final Interval RANGE = new Interval(0, Double.POSITIVE_INFINITY);

        static Statistic of(String statistic, Timing timing) {
            return new Statistic(statistic, timing, Link.IDENTITY);
        }

        static Statistic geometricMean(Timing timing, String prefix) {
            return new Statistic(prefix + "geometric mean", timing, Link.LOG);
        }

        @Override
        public String name() {
            return statistic + " " + timing.name();
        }

        @Override
        public MetricUnit unit() {
            return timing.shownIn();
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public Interval range() {
            return RANGE;
        }

        @Override
        public boolean hasTrueZero() {
            return true;
        }

        @Override
        public String toString() {
            return name();
        }
    }
}

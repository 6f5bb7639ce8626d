package io.github.cxkit.metrics.time;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.numbers.DefinitionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * What is timed, what of the time counts, and in which unit its figures are shown: the first reply in minutes, the resolution in hours, in opening hours.
 *
 * <pre>{@code
 * Timing resolution = Timing.of("resolution", ChronoUnit.HOURS);
 * Timing.inOpeningHours("resolution", ChronoUnit.HOURS);         // another timing, called "resolution in opening hours"
 * Timing.inWorkingDays("resolution");                            // and another, in days
 * }</pre>
 *
 * <ul>
 *   <li>What counts is part of the identity: times by the clock, in opening hours and in working days are neither compared nor added. Whose opening hours is not: two teams with
 *       calendars of their own are compared by what their customers waited of them.
 *   <li>A length in working days is told as if each were 24 hours, also as a {@link Duration}: a target of two working days is {@code Duration.ofDays(2)}.
 *   <li>Opening hours are not counted in days, for a day of opening is not 24 hours.
 * </ul>
 *
 * @param name what is timed, not blank; it is part of the identity, for a time to the first reply and a time to resolution are not comparable
 * @param unit milliseconds, seconds, minutes, hours or days; a day is 24 hours
 * @param counted what of the time counts
 */
public record Timing(String name, ChronoUnit unit, Counted counted) {

    /** What of the time between two instants counts. */
    public enum Counted {

        /** All of it. */
        CLOCK,

        /** What lies in opening hours. */
        OPENING_HOURS,

        /** What lies in opening hours, as parts of the open time of each date. */
        WORKING_DAYS
    }

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
     * @param counted what of the time counts
     * @throws IllegalArgumentException if the name is blank, or the unit is none of those named, or it is days and opening hours are counted, or not days and
     *     working days are
     */
    public Timing {
        Objects.requireNonNull(counted, "counted");
        checked(name);
        Objects.requireNonNull(unit, "unit");
        if (!SUFFIXES.containsKey(unit)) {
            throw new IllegalArgumentException(
                    "unit of a timing must be milliseconds, seconds, minutes, hours or days, but was " + unit);
        }
        if (counted == Counted.WORKING_DAYS && unit != ChronoUnit.DAYS) {
            throw new IllegalArgumentException("unit of a timing in working days must be days, but was " + unit);
        }
        if (counted == Counted.OPENING_HOURS && unit == ChronoUnit.DAYS) {
            throw new IllegalArgumentException(
                    "unit of a timing in opening hours must not be days, for a day of opening is not"
                            + " 24 hours\nMaybe use working days or hours.");
        }
    }

    /**
     * Returns a timing by the clock.
     *
     * @param name what is timed, not blank
     * @param unit milliseconds, seconds, minutes, hours or days; a day is 24 hours
     * @return the timing
     * @throws IllegalArgumentException if the name is blank, or the unit is none of those named
     */
    public static Timing of(String name, ChronoUnit unit) {
        return new Timing(name, unit, Counted.CLOCK);
    }

    /**
     * Returns a timing in opening hours, called for example {@code first reply in opening hours}.
     *
     * @param name what is timed, not blank
     * @param unit milliseconds, seconds, minutes or hours
     * @return the timing
     * @throws IllegalArgumentException if the name is blank, or the unit is none of those named
     */
    public static Timing inOpeningHours(String name, ChronoUnit unit) {
        return new Timing(checked(name) + " in opening hours", unit, Counted.OPENING_HOURS);
    }

    /**
     * Returns a timing in working days, called for example {@code resolution in working days}; see {@link OpeningHours#workingDaysBetween}.
     *
     * @param name what is timed, not blank
     * @return the timing
     * @throws IllegalArgumentException if the name is blank
     */
    public static Timing inWorkingDays(String name) {
        return new Timing(checked(name) + " in working days", ChronoUnit.DAYS, Counted.WORKING_DAYS);
    }

    private static String checked(String name) {
        if (Objects.requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("timing name must not be blank");
        }
        return name;
    }

    /** Whoever gives opening hours with a timing by the clock wants that timing in them. */
    Timing withHours() {
        return counted == Counted.CLOCK ? inOpeningHours(name, unit) : this;
    }

    Timing requireByTheClock() {
        if (counted != Counted.CLOCK) {
            throw new IllegalArgumentException(name
                    + " must be counted with opening hours, but none were given\nMaybe give them after the timing.");
        }
        return this;
    }

    /** What counts of the time between two instants, where these are the hours. */
    BiFunction<Instant, Instant, Duration> between(OpeningHours hours) {
        return switch (counted) {
            case CLOCK -> Duration::between;
            case OPENING_HOURS -> hours::between;
            case WORKING_DAYS -> hours::workingDaysBetween;
        };
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
        return new Timing(name + " of those that last " + Statistics.shown(this, length), unit, counted);
    }

    /** The number that stands for this timing in a state. */
    long code() {
        return new DefinitionCode().add(name).add(unit).add(counted).value();
    }

    /** The unit as scores show it. */
    MetricUnit shownIn() {
        if (counted == Counted.WORKING_DAYS) {
            return MetricUnit.of("working days", " working days", 1);
        }
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

package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.ResultView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What figures about times are called: the name is part of what they are. */
final class Statistics {

    private static final List<ChronoUnit> SMALLER_AND_SMALLER =
            List.of(ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS);

    /** Numbers are shown with 15 digits: up to here different durations have different names. */
    private static final Duration MOST_MILLIS = Duration.ofSeconds(1_000_000_000_000L);

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

    /** In the unit of the timing, or in the largest other one, of which the duration is a whole number: {@code 24 h}, {@code 90 min}. */
    static String shown(Timing timing, Duration duration) {
        return Stream.concat(Stream.of(timing.unit()), SMALLER_AND_SMALLER.stream())
                .filter(unit -> isWhole(duration, unit))
                .findFirst()
                .map(unit -> Timing.of(timing.name(), unit).shownIn().format(duration.dividedBy(unit.getDuration()), 0))
                .orElseGet(duration::toString);
    }

    private static boolean isWhole(Duration duration, ChronoUnit unit) {
        return duration.compareTo(MOST_MILLIS) <= 0
                && unit.getDuration()
                        .multipliedBy(duration.dividedBy(unit.getDuration()))
                        .equals(duration);
    }

    /** The views of a median, a 90th percentile and a mean where there is nothing to time. */
    static List<ResultView> viewsOfNone(String prefix, String percentiles, Timing timing, List<String> caveats) {
        List<String> notes = Stream.concat(caveats.stream(), Stream.of("undefined: there are no durations"))
                .toList();
        return Stream.of(percentiles + percentile(50), percentiles + percentile(90), "mean")
                .map(statistic -> ResultView.undefined(Timing.Statistic.of(prefix + statistic, timing), notes))
                .toList();
    }

    static void checkNotEmpty(Timing timing, long count) {
        if (count == 0) {
            throw new IllegalStateException(timing.name() + " is undefined for zero durations");
        }
    }

    /** For the parts of a record. */
    static void checkCount(String name, long count, long least, long most) {
        if (count < least || count > most) {
            throw new IllegalArgumentException(name + " must be "
                    + (most == Long.MAX_VALUE ? "at least " + least : "in [" + least + ", " + most + "]") + ", but was "
                    + count);
        }
    }

    /** For the parts of a record. */
    static void checkProbability(String name, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], but was " + probability);
        }
    }

    /** For the parts of a record. */
    static void checkFinite(String name, double number) {
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be in [0, ∞), but was " + number);
        }
    }

    static void checkSame(Timing one, Timing other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException(one + " cannot be merged with " + other);
        }
    }
}

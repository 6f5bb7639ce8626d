package io.github.cxkit.examples.times;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.time.Tolerance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an option says of one clock or, without a clock's name before it, of all.
 *
 * @param clock which clock; empty for all
 * @param text what was written, without the clock
 * @param value what it says
 * @param <T> the type of what it says
 */
record ClockOption<T>(Optional<Clock> clock, String text, T value) {

    private static final Pattern STEP = Pattern.compile("([0-9a-z]+):(\\d{1,3}(?:\\.\\d{1,6})?)%");

    boolean isFor(Clock other) {
        return clock.isEmpty() || clock.get() == other;
    }

    /** Reads {@code 4h} and {@code first-reply=4h}. */
    static ClockOption<Duration> target(String text) {
        Optional<Clock> clock = clock("--target", text);
        String rest = afterClock(text);
        return new ClockOption<>(
                clock,
                rest,
                Lengths.parse(rest)
                        .orElseThrow(() -> CommandFailure.usage(
                                "--target must be a time such as 4h, 30m or 2d, or first-reply=4h, but was \""
                                        + Text.cell(text) + "\"")));
    }

    /** Reads {@code 5m:12%,15m:3%} and the same with a clock before it. */
    static ClockOption<Tolerance> tolerance(String text) {
        Optional<Clock> clock = clock("--tolerance", text);
        String rest = afterClock(text);
        Optional<Tolerance> all = Optional.empty();
        for (String step : List.of(rest.split(",", -1))) {
            Matcher parts = STEP.matcher(step.strip());
            Optional<Duration> wait = parts.matches() ? Lengths.parse(parts.group(1)) : Optional.empty();
            if (wait.isEmpty()) {
                throw CommandFailure.usage(
                        "--tolerance must be steps such as 5m:12% (12 % wait longer than 5 minutes) or 1h:66%,4h:52%, but was \""
                                + Text.cell(text) + "\"");
            }
            double percent = Double.parseDouble(parts.group(2));
            try {
                all = Optional.of(
                        all.isEmpty()
                                ? Tolerance.waitLongerThan(percent, wait.get())
                                : all.get().andWaitLongerThan(percent, wait.get()));
            } catch (IllegalArgumentException refused) {
                throw CommandFailure.usage("--tolerance: " + refused.getMessage());
            }
        }
        return new ClockOption<>(clock, rest, all.orElseThrow());
    }

    private static Optional<Clock> clock(String option, String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : Optional.of(Clock.named(text.substring(0, equals))
                        .orElseThrow(() -> CommandFailure.usage(option + ": there is no clock \""
                                + Text.cell(text.substring(0, equals)) + "\"; the clocks are: " + Clock.names())));
    }

    private static String afterClock(String text) {
        return text.substring(text.indexOf('=') + 1);
    }
}

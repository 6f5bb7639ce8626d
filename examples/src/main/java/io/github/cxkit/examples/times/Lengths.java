package io.github.cxkit.examples.times;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 30m}, {@code 4h}, {@code 1h30m}, {@code 2d}; a day is 24 hours. */
final class Lengths {

    private static final Pattern LENGTH =
            Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,7})h)?(?:(\\d{1,9})m(?:in)?)?(?:(\\d{1,9})s)?");

    private Lengths() {}

    /** Reads a length; empty where the text is none. */
    static Optional<Duration> parse(String text) {
        Matcher parts = LENGTH.matcher(text);
        return text.isEmpty() || !parts.matches()
                ? Optional.empty()
                : Optional.of(Duration.ofDays(number(parts, 1))
                        .plusHours(number(parts, 2))
                        .plusMinutes(number(parts, 3))
                        .plusSeconds(number(parts, 4)));
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}

package io.github.cxkit.examples.csv;

import io.github.cxkit.metrics.MetricUnit;
import java.math.BigDecimal;
import java.util.Locale;

/** How values, names and cells are shown: without a locale, on one line, and in ASCII where the words are our own. */
public final class Text {

    /** How much of a cell is repeated in a message. */
    private static final int CELL = 20;

    private static final MetricUnit NUMBER = MetricUnit.of("number", "", 0);

    private Text() {}

    /** A plain number, rounded half up. */
    public static String number(double value, int decimals) {
        return NUMBER.format(value, decimals);
    }

    /** A confidence such as 0.95 as {@code 95%}. */
    public static String percent(double confidence) {
        return BigDecimal.valueOf(confidence)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }

    /** The library's words with the dashes of a typewriter, which every terminal shows. */
    public static String ascii(String words) {
        return words.replace('\u2013', '-')
                .replace('\u2212', '-')
                .replace("\u2026", "...")
                .replace("\u221e", "infinity");
    }

    /** Words of our own as the beginning of a sentence. */
    public static String upperFirst(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A cell in a message: one line, and not all of a comment that strayed there. */
    public static String cell(String value) {
        return oneLine(value.length() <= CELL ? value : value.substring(0, CELL) + "...");
    }

    /** A name from the data without line breaks and other characters that would move the cursor. */
    public static String oneLine(String value) {
        return value.codePoints().anyMatch(Character::isISOControl)
                ? value.codePoints()
                        .map(c -> Character.isISOControl(c) ? '?' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : value;
    }
}

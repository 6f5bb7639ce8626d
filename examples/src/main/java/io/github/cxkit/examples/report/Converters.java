package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Scale;
import io.github.cxkit.examples.csv.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
final class Converters {

    private Converters() {}

    /** Reads a scale such as {@code 1-7}; high is good. */
    static final class ToScale implements ITypeConverter<Scale> {

        private static final Pattern BOUNDS = Pattern.compile("(-?\\d{1,6})-(-?\\d{1,6})");

        @Override
        public Scale convert(String text) {
            Matcher bounds = BOUNDS.matcher(text);
            if (!bounds.matches()) {
                throw new TypeConversionException("must be LOWEST-HIGHEST such as 1-5, but was \"" + text + "\"");
            }
            try {
                return Scale.highIsGood(Integer.parseInt(bounds.group(1)), Integer.parseInt(bounds.group(2)));
            } catch (IllegalArgumentException impossible) {
                throw new TypeConversionException(impossible.getMessage());
            }
        }
    }

    /** Reads a calendar period such as {@code month}. */
    static final class ToPeriod implements ITypeConverter<CalendarPeriod> {
        @Override
        public CalendarPeriod convert(String text) {
            for (CalendarPeriod period : CalendarPeriod.values()) {
                if (Periods.word(period).equalsIgnoreCase(text)) {
                    return period;
                }
            }
            throw new TypeConversionException(
                    "must be day, week, month, quarter or year, but was \"" + Text.cell(text) + "\"");
        }
    }
}

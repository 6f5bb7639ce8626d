package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Scale;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
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

    /** Reads {@code 20} and {@code 0.5%}. */
    static final class ToMaxBad implements ITypeConverter<MaxBad> {
        @Override
        public MaxBad convert(String text) {
            boolean percent = text.endsWith("%");
            String number = percent ? text.substring(0, text.length() - 1) : text;
            if (!number.matches(percent ? "\\d{1,3}(\\.\\d{1,6})?" : "\\d{1,18}")) {
                throw new TypeConversionException(
                        "must be a number of rows such as 20 or a percentage such as 0.5%, but was \"" + text + "\"");
            }
            return new MaxBad(new BigDecimal(number), percent);
        }
    }

    /** Reads a time zone such as {@code Europe/Copenhagen}. */
    static final class ToZone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException unknown) {
                throw new TypeConversionException(
                        "must be a time zone such as Europe/Copenhagen, but was \"" + text + "\"");
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

    /** Reads an encoding such as {@code ISO-8859-1}. */
    static final class ToCharset implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String text) {
            try {
                return Charset.forName(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException("must be an encoding such as ISO-8859-1, but was \"" + text + "\"");
            }
        }
    }
}

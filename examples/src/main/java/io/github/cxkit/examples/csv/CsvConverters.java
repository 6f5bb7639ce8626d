package io.github.cxkit.examples.csv;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options that all commands have. */
public final class CsvConverters {

    private CsvConverters() {}

    /** Reads {@code 20} and {@code 0.5%}. */
    public static final class ToMaxBad implements ITypeConverter<MaxBad> {
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
    public static final class ToZone implements ITypeConverter<ZoneId> {
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

    /** Reads an encoding such as {@code ISO-8859-1}. */
    public static final class ToCharset implements ITypeConverter<Charset> {
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

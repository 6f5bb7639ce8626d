package io.github.cxkit.examples.report;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many bad rows are put up with: a number, or a percentage of the rows read. */
record MaxBad(BigDecimal limit, boolean percent) {

    boolean isExceeded(long bad, long rows) {
        BigDecimal allowed = percent ? limit.multiply(BigDecimal.valueOf(rows)).movePointLeft(2) : limit;
        return BigDecimal.valueOf(bad).compareTo(allowed) > 0;
    }

    @Override
    public String toString() {
        return limit.toPlainString() + (percent ? "%" : "");
    }

    /** Reads {@code 20} and {@code 0.5%}. */
    static final class Converter implements ITypeConverter<MaxBad> {
        @Override
        public MaxBad convert(String text) {
            boolean percent = text.endsWith("%");
            String number = percent ? text.substring(0, text.length() - 1) : text;
            if (!number.matches(percent ? "\\d{1,3}(\\.\\d{1,6})?" : "\\d{1,18}")) {
                throw new TypeConversionException("must be a number of rows such as 20 or a percentage such as 0.5%, but was \"" + text + "\"");
            }
            return new MaxBad(new BigDecimal(number), percent);
        }
    }
}

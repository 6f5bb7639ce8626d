package io.github.cxkit.examples.csv;

import java.math.BigDecimal;

/** How many bad rows are put up with: a number, or a percentage of the rows read. */
public record MaxBad(BigDecimal limit, boolean percent) {

    public boolean isExceeded(long bad, long rows) {
        BigDecimal allowed = percent ? limit.multiply(BigDecimal.valueOf(rows)).movePointLeft(2) : limit;
        return BigDecimal.valueOf(bad).compareTo(allowed) > 0;
    }

    @Override
    public String toString() {
        return limit.toPlainString() + (percent ? "%" : "");
    }
}

package io.github.cxkit.examples.report;

import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import io.github.cxkit.metrics.rating.RatingTally;

/** Reads the weights of rows. */
final class WeightReader {

    private final String column;
    private final int index;

    WeightReader(String column, int index) {
        this.column = column;
        this.index = index;
    }

    String column() {
        return column;
    }

    double read(Row row) throws BadValue {
        String text = row.text(index);
        double weight = parse(text);
        if (!(weight == 0 || (weight >= RatingTally.SMALLEST_WEIGHT && weight <= RatingTally.LARGEST_WEIGHT))) {
            throw new BadValue(column, text, "not a weight of 0 or more");
        }
        return weight;
    }

    private static double parse(String text) {
        try {
            // A number of Java's may end in d or f; a weight may not.
            return !text.isEmpty() && text.charAt(text.length() - 1) <= '9' ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}

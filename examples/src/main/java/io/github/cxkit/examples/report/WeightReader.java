package io.github.cxkit.examples.report;

import de.siegmar.fastcsv.reader.CsvRecord;

/** Reads the weights of rows. */
final class WeightReader {

    /** The largest weight the library takes, and the smallest but 0. */
    private static final double LARGEST = 1e100;

    private static final double SMALLEST = 1e-100;

    private final String column;
    private final int index;

    WeightReader(String column, int index) {
        this.column = column;
        this.index = index;
    }

    String column() {
        return column;
    }

    double read(CsvRecord row) throws BadValue {
        String text = row.getField(index);
        double weight = parse(text);
        if (!(weight == 0 || (weight >= SMALLEST && weight <= LARGEST))) {
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

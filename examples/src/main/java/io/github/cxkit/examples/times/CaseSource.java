package io.github.cxkit.examples.times;

import io.github.cxkit.examples.csv.BadRows;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import java.util.List;

/** Makes cases of rows, one by one; what is wrong with a row leads to its being left out as a whole. */
abstract sealed class CaseSource permits CaseRows, EventRows {

    private final int fields;
    private final BadRows badRows = new BadRows();
    private long rows;

    CaseSource(int fields) {
        this.fields = fields;
    }

    final void accept(Row row) {
        if (row.isBlank() && fields > 1) {
            return; // an empty line is no row
        }
        rows++;
        try {
            if (row.size() != fields) {
                throw new BadValue("", row.size() + " fields", "not " + fields + " fields, as the header has");
            }
            read(row);
        } catch (BadValue bad) {
            badRows.add(row.line(), bad);
            leftOut(row);
        }
    }

    /** Takes a row with the right number of fields. */
    abstract void read(Row row) throws BadValue;

    /** Is told of each row that was left out. */
    void leftOut(Row row) {}

    /** How many cases were left out with all their rows, once the cases are made; none where a row is a case. */
    long casesLeftOut() {
        return 0;
    }

    /** The cases, once all rows are read. */
    abstract List<CaseOnFile> cases();

    /** How many rows were read, bad ones included. */
    final long rows() {
        return rows;
    }

    final BadRows badRows() {
        return badRows;
    }
}

package io.github.cxkit.examples.report;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.cxkit.core.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts rows: each is checked as a whole, and then either counted everywhere or left out everywhere. */
final class RowCounter {

    private final int fields;
    private final AnswerReader[] readers;
    private final @Nullable WeightReader weights;
    private final Group total;
    private final Groups[] breakdowns;
    private final BadRows badRows = new BadRows();
    private long rows;

    // The row at hand, in arrays that are used again for the next.
    private final Answer[] answers;
    private final String[] groups;

    RowCounter(
            int fields,
            List<Question> questions,
            MissingTexts missing,
            @Nullable WeightReader weights,
            List<Breakdown> breakdowns) {
        this.fields = fields;
        this.readers = questions.stream().map(q -> new AnswerReader(q, missing)).toArray(AnswerReader[]::new);
        this.weights = weights;
        this.total = new Group(questions);
        this.breakdowns = breakdowns.stream().map(b -> new Groups(b, questions)).toArray(Groups[]::new);
        this.answers = new Answer[readers.length];
        this.groups = new String[this.breakdowns.length];
    }

    void accept(CsvRecord row) {
        if (row.getFieldCount() == 1 && fields > 1 && row.getField(0).isEmpty()) {
            return; // an empty line is no row
        }
        rows++;
        try {
            count(row);
        } catch (BadValue bad) {
            badRows.add(row.getStartingLineNumber(), bad);
        }
    }

    private void count(CsvRecord row) throws BadValue {
        if (row.getFieldCount() != fields) {
            throw new BadValue("", row.getFieldCount() + " fields", "not " + fields + " fields, as the header has");
        }
        for (int i = 0; i < readers.length; i++) {
            answers[i] = readers[i].read(row);
        }
        double weight = weights == null ? 1 : weights.read(row);
        for (int i = 0; i < groups.length; i++) {
            groups[i] = breakdowns[i].breakdown().group(row);
        }
        // From here on nothing can be wrong with the row.
        total.accept(answers, weight);
        for (int i = 0; i < groups.length; i++) {
            breakdowns[i].group(groups[i]).accept(answers, weight);
        }
    }

    /** How many rows were read, bad ones included. */
    long rows() {
        return rows;
    }

    BadRows badRows() {
        return badRows;
    }

    Group total() {
        return total;
    }

    List<Groups> breakdowns() {
        return List.of(breakdowns);
    }
}

package io.github.cxkit.examples.report;

import io.github.cxkit.core.Answer;
import io.github.cxkit.examples.csv.BadRows;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts rows: each is checked as a whole, and then either counted everywhere or left out everywhere. */
final class RowCounter {

    private final int fields;
    private final AnswerReader[] readers;
    private final @Nullable WeightReader weights;
    /** All rows; counted only where there is no breakdown whose groups can be added up. */
    private final Group all;

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
            List<Grouping> groupings) {
        this.fields = fields;
        this.readers = questions.stream().map(q -> new AnswerReader(q, missing)).toArray(AnswerReader[]::new);
        this.weights = weights;
        this.all = new Group(questions);
        this.breakdowns = groupings.stream().map(g -> new Groups(g, questions)).toArray(Groups[]::new);
        this.answers = new Answer[readers.length];
        this.groups = new String[this.breakdowns.length];
    }

    void accept(Row row) {
        if (row.isBlank() && fields > 1) {
            return; // an empty line is no row
        }
        rows++;
        try {
            count(row);
        } catch (BadValue bad) {
            badRows.add(row.line(), bad);
        }
    }

    private void count(Row row) throws BadValue {
        if (row.size() != fields) {
            throw new BadValue("", row.size() + " fields", "not " + fields + " fields, as the header has");
        }
        for (int i = 0; i < readers.length; i++) {
            answers[i] = readers[i].read(row);
        }
        double weight = weights == null ? 1 : weights.read(row);
        for (int i = 0; i < groups.length; i++) {
            groups[i] = breakdowns[i].grouping().group(row);
        }
        // From here on nothing can be wrong with the row.
        if (groups.length == 0) {
            all.accept(answers, weight);
        }
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

    /** The counts of all rows, per question: every row is in one group of each breakdown, and counts add exactly. */
    List<RatingCounts> total() {
        return breakdowns.length == 0 ? all.counts() : breakdowns[0].sum().counts();
    }

    List<Groups> breakdowns() {
        return List.of(breakdowns);
    }
}

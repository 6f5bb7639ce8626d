package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.BadRows;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.RecoveryCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Scores rows: each is checked as a whole, and then either counted everywhere or left out everywhere. */
final class CaseCounter {

    /** The group of rows with an empty cell. */
    static final String EMPTY = "(empty)";

    /** A column of ids would need memory for every row. */
    private static final int MOST_GROUPS = 10_000;

    /** A breakdown by a column. */
    record ByColumn(String title, int index) {}

    private final int fields;
    private final CaseReader reader;
    private final Set<String> unknown;
    private final FairnessScorer scorer;
    private final List<ByColumn> breakdowns;
    private final List<Outcome> outcomes;

    private final GroupTally total;
    private final List<Map<String, GroupTally>> groups = new ArrayList<>();
    private final List<CaseRow> cases = new ArrayList<>();
    private final BadRows badRows = new BadRows();
    private long rows;

    CaseCounter(
            int fields,
            CaseReader reader,
            Set<String> unknown,
            FairnessScorer scorer,
            List<ByColumn> breakdowns,
            List<Outcome> outcomes) {
        this.fields = fields;
        this.reader = reader;
        this.unknown = unknown;
        this.scorer = scorer;
        this.breakdowns = breakdowns;
        this.outcomes = outcomes;
        this.total = new GroupTally(scorer);
        breakdowns.forEach(by -> groups.add(new HashMap<>()));
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
        RecoveryCase facts = reader.read(row);
        List<OptionalDouble> known = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            String text = row.text(outcome.index()).strip();
            known.add(unknown.contains(text) ? OptionalDouble.empty() : OptionalDouble.of(outcome.read(text)));
        }
        CaseFairness score = score(facts);
        // From here on nothing can be wrong with the row.
        List<String> names = new ArrayList<>();
        for (int i = 0; i < breakdowns.size(); i++) {
            String value = row.text(breakdowns.get(i).index());
            String name = value.isEmpty() ? EMPTY : value;
            names.add(name);
            group(i, name).accept(score);
        }
        total.accept(score);
        cases.add(CaseRow.of(rows, facts, score, List.copyOf(names), List.copyOf(known)));
    }

    private CaseFairness score(RecoveryCase facts) throws BadValue {
        try {
            return scorer.score(facts);
        } catch (IllegalArgumentException nothing) {
            throw new BadValue("", "", "nothing applies to the case that could be scored");
        }
    }

    private GroupTally group(int breakdown, String name) {
        Map<String, GroupTally> here = groups.get(breakdown);
        if (here.size() == MOST_GROUPS && !here.containsKey(name)) {
            throw CommandFailure.usage("there are more than " + MOST_GROUPS + " groups by "
                    + Text.oneLine(breakdowns.get(breakdown).title()) + ". Maybe it is a column of ids.");
        }
        return here.computeIfAbsent(name, absent -> new GroupTally(scorer));
    }

    /** How many rows were read, bad ones included. */
    long rows() {
        return rows;
    }

    BadRows badRows() {
        return badRows;
    }

    GroupTally total() {
        return total;
    }

    String title(int breakdown) {
        return breakdowns.get(breakdown).title();
    }

    /** The groups of one breakdown, in no order. */
    Map<String, GroupTally> groups(int breakdown) {
        return groups.get(breakdown);
    }

    List<CaseRow> cases() {
        return cases;
    }
}

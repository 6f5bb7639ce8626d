package io.github.cxkit.examples.csv;

import java.io.PrintWriter;
import java.util.List;

/** The head of a report for people: which file, how many of its rows were left out and why, and which columns were used. */
public final class ReportHead {

    private static final String INDENT = "  ";

    private final PrintWriter out;

    public ReportHead(PrintWriter out) {
        this.out = out;
    }

    /** What is reported, and of which file. */
    public void title(String what, String source, boolean sample) {
        String title = what + " " + Text.oneLine(source) + (sample ? " (bundled, made up by a program)" : "");
        out.println(title);
        out.println("=".repeat(title.length()));
    }

    /** How many rows there are, and what more is to be said of them on the same line. */
    public void rows(long rows, BadRows bad, String more) {
        out.println(rows + (rows == 1 ? " row read, " : " rows read, ") + (bad.count() == 0 ? "none" : bad.count())
                + " left out" + more + ".");
    }

    /** Why rows were left out, if any were, and the columns. */
    public void details(BadRows bad, List<ColumnChoice.Use> uses) {
        if (bad.count() > 0) {
            badRows(bad);
        }
        out.println();
        out.println("Columns");
        Table columns = new Table("lll", INDENT, 0);
        uses.forEach(use -> columns.row(use.purpose(), Text.oneLine(use.column()), use.how()));
        columns.print(out);
    }

    private void badRows(BadRows bad) {
        out.println();
        out.println("Rows left out, as a whole");
        Table reasons = new Table("rl", INDENT, 0);
        bad.byReason().forEach((reason, rows) -> reasons.row(Long.toString(rows), Text.oneLine(reason)));
        reasons.print(out);
        out.println(INDENT + "The first of them:");
        Table first = new Table("lll", INDENT + INDENT, 0);
        bad.examples()
                .forEach(example -> first.row(
                        "line " + example.line(),
                        Text.oneLine(example.column()),
                        (example.value().isEmpty() ? "" : "\"" + example.value() + "\": ") + example.reason()));
        first.print(out);
    }
}

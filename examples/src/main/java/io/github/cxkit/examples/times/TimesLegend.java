package io.github.cxkit.examples.times;

import io.github.cxkit.examples.csv.Table;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.BaseSize;
import java.io.PrintWriter;
import java.util.Set;

/** Explains the words of a report for people, those that occurred. */
final class TimesLegend {

    private final TimesReport report;
    private final Set<BaseSize> warnings;
    private final PrintWriter out;
    private final Table table = new Table("ll", "  ", 0);

    TimesLegend(TimesReport report, Set<BaseSize> warnings, PrintWriter out) {
        this.report = report;
        this.warnings = warnings;
        this.out = out;
    }

    void write() {
        out.println();
        out.println("How to read this");
        report.clocks().forEach(timed -> explain(timed.clock()));
        if (report.clocks().stream().anyMatch(TimesReport.Timed::openIncluded)) {
            table.row(
                    "median",
                    "at least half take no longer, at least half no less. What is still open is counted in with the");
            table.row("", "time that it has lasted so far (Kaplan-Meier): else the quick cases alone are reported");
        } else {
            table.row("median", "at least half take no longer, at least half no less; nothing is open any more");
        }
        table.row("90th percentile", "nine in ten take no longer");
        table.row("mean", "a few very long cases move it; the geometric mean compares in per cent");
        boolean targets =
                report.clocks().stream().anyMatch(timed -> !timed.targets().isEmpty())
                        || report.input().metColumn().isPresent();
        if (targets) {
            table.row(
                    "within ...",
                    "met, of met and breached; an open case is breached as soon as it has lasted longer,");
            table.row("", "and pending until then: fast cases are decided first, so see the bounds as well");
        }
        if (targets && !report.breakdowns().isEmpty()) {
            table.row(
                    "vs rest",
                    "difference from all other groups together, in points; p adjusted for their number (Holm);");
            table.row("", "?: the cases do not tell, which is not the same as no difference");
        }
        if (!report.compared().isEmpty() || !report.breakdowns().isEmpty()) {
            table.row(
                    "log-rank",
                    "a test of whether groups wait equally long, open cases included; weak where one group is quicker at");
            table.row("", "first and slower later");
        }
        if (!report.compared().isEmpty()) {
            table.row("verdict", "INCONCLUSIVE means that the cases do not tell, which is not the same as no change");
        }
        table.row(
                "interval",
                "made so that in " + Text.percent(report.settings().confidence())
                        + " of random samples it contains the value of all such cases;");
        table.row("", "cases of the same customer depend on each other, and the interval does not know");
        writeWarnings();
        table.print(out);
    }

    private void explain(Clock clock) {
        String name = clock.option().replace('-', ' ');
        switch (clock) {
            case FIRST_REPLY -> table.row(name, "from the customer's first contact to the first reply" + bots());
            case FIRST_REPLY_PER_CYCLE -> table.row(name, "the same, and anew after each reopening");
            case LATER_REPLIES -> table.row(name, "from each later contact to the reply; per wait, not per case");
            case ALL_REPLIES -> table.row(name, "from each contact to the reply; per wait, not per case");
            case RESOLUTION -> table.row(name, "from the beginning to the resolution that was not reopened");
            case FIRST_RESOLUTION ->
                table.row(name, "from the beginning to the first resolution, whether it held or not");
            case RESOLUTION_PER_CYCLE ->
                table.row(name, "the same, and anew after each reopening; per cycle, not per case");
        }
    }

    private String bots() {
        return report.settings().countingBots() ? ", by a person or a bot" : " by a person";
    }

    private void writeWarnings() {
        if (warnings.contains(BaseSize.SUPPRESSED)) {
            table.row("too few", "fewer than " + Measured.GRADING.suppressedBelow() + ": the value is not shown");
        }
        if (warnings.contains(BaseSize.LOW)) {
            table.row(
                    "low base",
                    "fewer than " + Text.number(Measured.GRADING.lowBelow(), 0) + ": the interval is very wide");
        }
        if (warnings.contains(BaseSize.NOT_FOR_COMPARISON)) {
            table.row(
                    "small base",
                    "fewer than " + Text.number(Measured.GRADING.notForComparisonBelow(), 0)
                            + ": only large differences from others can be found");
        }
    }
}

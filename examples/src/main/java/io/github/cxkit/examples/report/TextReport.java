package io.github.cxkit.examples.report;

import io.github.cxkit.core.Scale;
import io.github.cxkit.examples.csv.ReportHead;
import io.github.cxkit.examples.csv.Table;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingScore;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Writes a report for people. */
final class TextReport {

    private static final int BAR = 40;
    private static final int LABEL = 32;
    private static final String INDENT = "  ";
    /** A table with more characters a line is cut in two. */
    private static final int WIDEST = 110;

    private static final String[] NOTHING = {"", "", "", ""};

    private final Report report;
    private final PrintWriter out;
    private final String intervalName;
    /** Which warnings occurred, to be explained at the end. */
    private final Set<BaseSize> warnings = EnumSet.noneOf(BaseSize.class);

    TextReport(Report report, PrintWriter out) {
        this.report = report;
        this.out = out;
        this.intervalName = Text.percent(report.confidence()) + " interval";
    }

    void write() {
        writeHead();
        writeTotals();
        report.questions().forEach(this::writeBars);
        report.sections().forEach(this::writeSection);
        report.compared().forEach(this::writeCompared);
        report.goals().forEach(this::writeGoal);
        writeLegend();
        out.flush();
    }

    private void writeHead() {
        ReportHead head = new ReportHead(out);
        head.title("CX report of", report.source(), report.sample());
        head.rows(report.rows(), report.badRows(), "");
        head.details(report.badRows(), report.uses());
    }

    private void writeTotals() {
        heading("All rows");
        Table table = new Table("lrlrrrrrlll", INDENT, 1);
        table.row("", "value", intervalName, "s.e.", "n", "eff. n", "skipped", "n/a", "unit", "method", "note");
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                Result result = report.total(question, definition);
                table.row(
                        definition.name(),
                        value(result),
                        interval(result),
                        standardError(result),
                        n(result),
                        effective(result),
                        skipped(result),
                        notApplicable(result),
                        unit(definition),
                        result.estimate().map(Estimate::method).orElse("-"),
                        note(result));
            }
        }
        table.print(out);
    }

    /** How many answers at each point, with the share that the library reads from the counts. */
    private void writeBars(Question question) {
        Scale scale = question.scale();
        Result result = report.total(question, question.definitions().get(0));
        RatingScore score = result.score();
        heading(question.kind() + ": answers per point of " + Text.ascii(scale.toString()));
        double highest = 0;
        for (int point = scale.lowest(); point <= scale.highest(); point++) {
            highest = Math.max(highest, result.share(point).orElse(0));
        }
        Table table = new Table("rrrl", INDENT, 0);
        for (int point = scale.lowest(); point <= scale.highest(); point++) {
            double share = result.share(point).orElse(0);
            table.row(
                    Integer.toString(point),
                    Long.toString(score.counts().count(point)),
                    score.isEmpty() ? "-" : Text.number(share, 1) + "%",
                    highest > 0 ? "#".repeat((int) Math.ceil(BAR * share / highest)) : "");
        }
        table.print(out);
        if (report.weighted()) {
            out.println(INDENT + "(answers are counted; their shares are weighted)");
        }
        if (score instanceof Nps nps) {
            out.println(INDENT + nps.promoters() + " promoters (9-10), " + nps.passives() + " passives (7-8), "
                    + nps.detractors() + " detractors (0-6)");
        }
        if (score.zeroWeight() > 0) {
            out.println(INDENT + score.zeroWeight() + " answers of weight zero are not in n");
        }
    }

    private void writeSection(Report.Section section) {
        heading("By " + Text.oneLine(section.title()));
        if (section.trend().isPresent()) {
            trend(section, section.trend().get()).print(out);
            return;
        }
        if (section.againstRest().isEmpty()) {
            scores(section, false).print(out);
            return;
        }
        Table oneTable = scores(section, true);
        if (oneTable.width() <= WIDEST) {
            oneTable.print(out);
        } else {
            scores(section, false).print(out);
            heading(INDENT + "each against the rest");
            comparisons(section).print(out);
        }
    }

    private Table scores(Report.Section section, boolean againstRest) {
        Table table = new Table("lrlrrrrrlrll", INDENT, 1);
        String[] rest = againstRest ? restHeader() : NOTHING;
        table.row(
                "", "value", intervalName, "n", "eff. n", "skipped", "n/a", rest[0], rest[1], rest[2], rest[3], "note");
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                table.row(definition.name(), "", "", "", "", "", "", "", "", "", "", "");
                section.groups().forEach((group, counts) -> {
                    Result result = report.result(question, definition, counts);
                    String[] compared =
                            againstRest ? rest(section.againstRest().of(question, definition, group)) : NOTHING;
                    table.row(
                            INDENT + label(group),
                            value(result),
                            interval(result),
                            n(result),
                            effective(result),
                            skipped(result),
                            notApplicable(result),
                            compared[0],
                            compared[1],
                            compared[2],
                            compared[3],
                            note(result));
                });
            }
        }
        return table;
    }

    private Table trend(Report.Section section, TrendChanges changes) {
        Table table = new Table("lrlrrrlrll", INDENT, 1);
        table.row(
                "", "value", intervalName, "n", "eff. n", "vs previous", "verdict", "vs last year", "verdict", "note");
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                table.row(definition.name(), "", "", "", "", "", "", "", "", "");
                section.groups().forEach((label, counts) -> {
                    Result result = report.result(question, definition, counts);
                    Optional<Change> previous = changes.fromPrevious(question, definition, label);
                    Optional<Change> lastYear = changes.fromLastYear(question, definition, label);
                    table.row(
                            INDENT + label,
                            value(result),
                            interval(result),
                            n(result),
                            effective(result),
                            difference(previous),
                            verdict(previous),
                            changes.showsLastYear() ? difference(lastYear) : "",
                            changes.showsLastYear() ? verdict(lastYear) : "",
                            note(result));
                });
            }
        }
        return table;
    }

    private static String difference(Optional<Change> change) {
        return change.map(c -> c.metric().unit().format(c.value())).orElse("-");
    }

    private static String verdict(Optional<Change> change) {
        return change.map(c -> word(ComparisonVerdict.of(c.verdict()))).orElse("-");
    }

    private Table comparisons(Report.Section section) {
        Table table = new Table("lrlrl", INDENT, 1);
        String[] header = restHeader();
        table.row("", header[0], header[1], header[2], header[3]);
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                table.row(definition.name(), "", "", "", "");
                for (String group : section.groups().keySet()) {
                    String[] rest = rest(section.againstRest().of(question, definition, group));
                    table.row(INDENT + label(group), rest[0], rest[1], rest[2], rest[3]);
                }
            }
        }
        return table;
    }

    private String[] restHeader() {
        return new String[] {"vs rest", intervalName, "adj. p", "verdict"};
    }

    /** Difference, interval, adjusted p and verdict. */
    private static String[] rest(Optional<Breakdown.GroupComparison<String>> comparison) {
        return new String[] {
            comparison
                    .map(c -> c.change().metric().unit().format(c.change().value()))
                    .orElse("-"),
            comparison.map(c -> interval(c.change().difference())).orElse("-"),
            comparison
                    .flatMap(c -> c.adjustedPValue().stream().boxed().findFirst())
                    .map(TextReport::pValue)
                    .orElse("-"),
            comparison.map(c -> word(c.verdict())).orElse("-")
        };
    }

    /** A verdict in a table of many. */
    private static String word(ComparisonVerdict verdict) {
        return switch (verdict) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case NO_MATERIAL_DIFFERENCE -> "same";
            case INCONCLUSIVE -> "?";
        };
    }

    private void writeCompared(Report.Compared sides) {
        heading("From " + Text.oneLine(sides.groups().before().toString()) + " to "
                + Text.oneLine(sides.groups().after().toString()) + ", by " + Text.oneLine(sides.by()));
        Table table = new Table("lrrrlrll", INDENT, 1);
        table.row("", "before", "after", "change", intervalName, "p", "verdict", "note");
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                Result before = report.result(question, definition, sides.before());
                Result after = report.result(question, definition, sides.after());
                Optional<Change> change = report.change(question, definition, sides);
                table.row(
                        definition.name(),
                        value(before),
                        value(after),
                        change.map(c -> c.metric().unit().format(c.value())).orElse("-"),
                        change.map(c -> interval(c.difference())).orElse("-"),
                        change.flatMap(c -> c.pValue().stream().boxed().findFirst())
                                .map(TextReport::pValue)
                                .orElse("-"),
                        change.map(c -> c.verdict().name()).orElse("-"),
                        change.isPresent() ? note(change.get().base()) : "too few");
            }
        }
        table.print(out);
    }

    private void writeGoal(Report.Pursued pursued) {
        Goal.Progress progress = pursued.progress();
        Goal goal = progress.goal();
        MetricUnit unit = goal.metric().unit();
        MetricUnit compared = goal.isRelative() ? MetricUnit.PERCENT : unit;
        String target = unit.format(goal.targetValue());
        String baseline = unit.format(goal.baseline().value());
        heading("Goal: " + goal.metric().name() + " from " + baseline + " to " + target + " by "
                + pursued.aim().deadline() + (goal.isRelative() ? " (" + compared.format(goal.target()) + ")" : ""));
        if (pursued.isShown()) {
            out.println(INDENT + statusInWords(progress));
            progress.estimate()
                    .ifPresent(estimate -> out.println(INDENT + (goal.isRelative() ? "Change so far, " : "So far, ")
                            + pursued.sides().after() + ": "
                            + compared.format(estimate.value()) + " (" + intervalName + " " + interval(estimate)
                            + ", n " + pursued.soFar().count() + "). The straight line to the target stands at "
                            + compared.format(progress.line()) + "."));
        } else {
            out.println(INDENT + "Too few answers so far to say: "
                    + pursued.soFar().count() + " in " + pursued.sides().after() + ".");
        }
        OptionalLong needed = goal.answersNeeded();
        if (needed.isPresent()) {
            out.println(INDENT + "To tell " + target + " from " + baseline + " with a power of "
                    + Text.percent(goal.sampleSize().orElseThrow().power()) + " takes " + needed.getAsLong()
                    + " answers at each end;");
            out.println(INDENT + "the baseline, " + pursued.sides().before() + ", has "
                    + goal.baseline().count() + ", and " + pursued.expected()
                    + " are expected from start to deadline at the rate so far.");
        }
    }

    private static String statusInWords(Goal.Progress progress) {
        String doubt =
                progress.isBeyondDoubt() ? ", as is the whole interval." : ", but the interval reaches across it.";
        return switch (progress.status()) {
            case REACHED -> "Reached: the whole interval lies at the target or beyond it.";
            case REACHED_ON_THE_FACE_OF_IT ->
                "Perhaps reached: the value lies at the target or beyond it, the interval does not.";
            case ON_TRACK -> "On track: at the straight line to the target or beyond it" + doubt;
            case BEHIND -> "Behind: short of the straight line to the target" + doubt;
            case MISSED -> "Missed: short of the target at the deadline" + doubt;
            case NOT_KNOWABLE ->
                "Not knowable: there will be too few answers by the deadline to tell the target from the baseline.";
            case NO_ANSWERS -> "No answers so far.";
        };
    }

    private static String pValue(double p) {
        return p < 0.001 ? "<0.001" : Text.number(p, 3);
    }

    private void writeLegend() {
        heading("How to read this");
        Table table = new Table("ll", INDENT, 0);
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                table.row(definition.name(), Text.ascii(definition.description()));
            }
        }
        table.row("s.e.", "standard error; the interval does not rest on it, but for means");
        if (!report.compared().isEmpty()) {
            table.row(
                    "verdict",
                    "read from the interval of the change; INCONCLUSIVE means that the answers do not tell,");
            table.row("", "which is not the same as no change");
        }
        if (report.sections().stream()
                .anyMatch(section -> !section.againstRest().isEmpty())) {
            table.row(
                    "vs rest",
                    "difference from all other rows together; p adjusted for the number of groups ("
                            + report.adjustBy().title() + ");");
            table.row("", "better or worse: the interval leaves out 0 and the adjusted p is small enough;");
            table.row("", "?: the answers do not tell, which is not the same as no difference");
        }
        report.sections().stream()
                .flatMap(section -> section.trend().stream())
                .forEach(changes -> explain(changes, table));
        table.row("n", "answers given; skipped answers and those that do not apply (n/a) are not in it");
        if (report.weighted()) {
            table.row("eff. n", "how many equally weighted answers would be as good");
        }
        table.row(
                "interval",
                "made so that in " + Text.percent(report.confidence())
                        + " of random samples it contains the value of all customers;");
        table.row("", "it knows nothing of customers who were not asked or did not answer");
        if (warnings.contains(BaseSize.SUPPRESSED)) {
            table.row("too few", "fewer than " + Result.GRADING.suppressedBelow() + " answers: the value is not shown");
        }
        if (warnings.contains(BaseSize.LOW)) {
            table.row(
                    "low base",
                    "fewer than " + Text.number(Result.GRADING.lowBelow(), 0)
                            + " answers (effective n): the interval is very wide");
        }
        if (warnings.contains(BaseSize.NOT_FOR_COMPARISON)) {
            table.row(
                    "small base",
                    "fewer than " + Text.number(Result.GRADING.notForComparisonBelow(), 0)
                            + " answers (effective n): only large differences from others can be found");
        }
        table.print(out);
    }

    private void explain(TrendChanges changes, Table table) {
        table.row("vs previous", "change from the " + Periods.word(changes.period()) + " before;");
        if (changes.showsLastYear()) {
            table.row(
                    "vs last year", "change from the same " + Periods.word(changes.period()) + " of the year before;");
        }
        table.row(
                "",
                "better or worse: the " + intervalName + " of the change leaves out 0; ?: the answers do not tell;");
        table.row("", "the more periods, the more of them seem better or worse by chance");
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private static String label(String group) {
        String line = Text.oneLine(group);
        return line.length() <= LABEL ? line : line.substring(0, LABEL - 3) + "...";
    }

    private static String value(Result result) {
        return result.estimate().map(e -> e.metric().unit().format(e.value())).orElse("-");
    }

    private static String interval(Result result) {
        return result.estimate().map(TextReport::interval).orElse("-");
    }

    private static String interval(Estimate estimate) {
        int decimals = estimate.metric().unit().decimals();
        return estimate.interval()
                .map(i -> Text.number(i.lower(), decimals) + " to " + Text.number(i.upper(), decimals))
                .orElse("-");
    }

    /** With one decimal more than the value, for it is small. */
    private static String standardError(Result result) {
        OptionalDouble error = result.standardError();
        return error.isPresent()
                ? Text.number(
                        error.getAsDouble(), result.score().metric().unit().decimals() + 1)
                : "-";
    }

    private static String unit(RatingMetric definition) {
        return definition.unit().name() + ", " + Text.number(definition.range().lower(), 0) + " to "
                + Text.number(definition.range().upper(), 0);
    }

    private static String n(Result result) {
        return Long.toString(result.score().count());
    }

    private String effective(Result result) {
        return report.weighted() ? Text.number(result.score().effectiveCount(), 1) : "";
    }

    private static String skipped(Result result) {
        return Long.toString(result.score().skipped());
    }

    /** Shown only where anything did not apply. */
    private static String notApplicable(Result result) {
        return result.score().notApplicable() == 0
                ? ""
                : Long.toString(result.score().notApplicable());
    }

    private String note(Result result) {
        List<String> notes = new ArrayList<>();
        if (result.score().isEmpty()) {
            notes.add("no answers");
        } else if (result.base() != BaseSize.SUFFICIENT) {
            notes.add(note(result.base()));
        }
        result.estimate().ifPresent(e -> e.notes().forEach(note -> notes.add(Text.ascii(note))));
        return String.join("; ", notes);
    }

    /** A warning in two words, and a mark to explain it at the end. */
    private String note(BaseSize base) {
        warnings.add(base);
        return switch (base) {
            case SUPPRESSED -> "too few";
            case LOW -> "low base";
            case NOT_FOR_COMPARISON -> "small base";
            case SUFFICIENT -> "";
        };
    }
}

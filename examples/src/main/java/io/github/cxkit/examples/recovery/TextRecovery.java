package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.csv.ReportHead;
import io.github.cxkit.examples.csv.Table;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.FairnessChange;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessMean;
import io.github.cxkit.recovery.FairnessPolicy;
import io.github.cxkit.recovery.FairnessSummary;
import io.github.cxkit.recovery.Treatment.Violation;
import io.github.cxkit.recovery.weights.WeightFit;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a report for people. */
final class TextRecovery {

    private static final String INDENT = "  ";
    private static final int BAR = 40;
    private static final int LABEL = 32;
    private static final int BINS = 10;
    /** A table with more characters a line is cut in two. */
    private static final int WIDEST = 110;

    private static final String[] NOTHING = {"", "", "", ""};

    private final RecoveryReport report;
    private final PrintWriter out;
    private final String intervalName;
    private final FairnessSummary summary;
    /** Which warnings occurred, to be explained at the end. */
    private final Set<BaseSize> warnings = EnumSet.noneOf(BaseSize.class);

    TextRecovery(RecoveryReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
        this.intervalName = Text.percent(report.confidence()) + " interval";
        this.summary = report.tally().summary();
    }

    void write() {
        writeHead();
        if (!summary.isEmpty()) {
            writeTotal();
            writeBins();
            writeLosses();
            writeCounts();
            report.sections().forEach(this::writeSection);
            report.compared().forEach(this::writeCompared);
            report.fits().forEach(this::writeFit);
            report.cases().forEach(this::writeCase);
            writeLegend();
        }
        out.flush();
    }

    private void writeHead() {
        ReportHead head = new ReportHead(out);
        head.title("Recovery report of", report.source(), report.sample());
        head.rows(report.rows(), report.badRows(), "");
        head.details(report.badRows(), report.uses());
    }

    private void writeTotal() {
        FairnessPolicy policy = report.scorer().policy();
        heading("How fairly " + summary.count() + (summary.count() == 1 ? " failure was" : " failures were")
                + " put right, in points from 0 to 100; fair from "
                + MetricUnit.POINTS.format(policy.fairThreshold()));
        Table table = new Table("lrlrllrl", INDENT, 1);
        table.row("", "mean", intervalName, "n", "all cases between", "known", "weakest in", "note");
        for (Figure figure : report.total()) {
            table.row(
                    label(figure.name()),
                    value(figure),
                    interval(figure),
                    Long.toString(figure.score().count()),
                    bounds(figure),
                    known(figure),
                    weakest(figure),
                    note(figure));
        }
        table.print(out);
        long without = summary.count() - summary.overall().count();
        if (without > 0) {
            out.println(
                    INDENT + without + " of " + summary.count()
                            + " cases have no points, for too little is known of them; they are in \"all cases between\" only.");
        }
        if (!report.tally().neverKnown().isEmpty()) {
            Paragraph.print(
                    out,
                    INDENT,
                    "Known of no case: "
                            + report.tally().neverKnown().stream()
                                    .map(Evidence::label)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private String weakest(Figure figure) {
        if (summary.overall().isEmpty()) {
            return "";
        }
        for (FairnessDimension dimension : FairnessDimension.values()) {
            if (dimension.name().equals(figure.name())) {
                return summary.countWeakest(dimension) + " cases";
            }
        }
        return "";
    }

    private void writeBins() {
        if (summary.overall().isEmpty()) {
            return;
        }
        heading("Cases by their points");
        long most = 1;
        for (int bin = 0; bin < BINS; bin++) {
            most = Math.max(most, summary.countInBin(bin));
        }
        Table table = new Table("rrl", INDENT, 0);
        for (int bin = BINS - 1; bin >= 0; bin--) {
            long cases = summary.countInBin(bin);
            table.row(
                    10 * bin + (bin == BINS - 1 ? " to 100" : " to <" + (10 * bin + 10)),
                    Long.toString(cases),
                    "#".repeat((int) Math.ceil((double) BAR * cases / most)));
        }
        table.print(out);
    }

    private void writeLosses() {
        List<CaseFairness.Contribution> lost = report.tally().pointsLost();
        if (lost.isEmpty()) {
            return;
        }
        heading("What the points were lost for, per case that has points (what is left of 100 is the mean)");
        double most = Math.max(lost.get(0).points(), 0.1);
        Table table = new Table("lrl", INDENT, 0);
        lost.stream()
                .filter(part -> part.points() > 0)
                .forEach(part ->
                        table.row(part.factor().label(), MetricUnit.POINTS.format(part.points()), "#".repeat((int)
                                        Math.ceil(BAR * part.points() / most))));
        table.print(out);
    }

    private void writeCounts() {
        Table table = new Table("rl", INDENT, 0);
        for (FairnessPolicy.Cap cap : FairnessPolicy.Cap.values()) {
            if (summary.countCapped(cap) > 0) {
                table.row(
                        Long.toString(summary.countCapped(cap)),
                        cap.label() + ", which holds all of " + cap.dimension() + " down");
            }
        }
        for (Violation violation : Violation.values()) {
            if (summary.countWith(violation) > 0) {
                table.row(Long.toString(summary.countWith(violation)), "reported: " + CaseText.word(violation));
            }
        }
        report.tally().notes().forEach((note, cases) -> table.row(Long.toString(cases), Text.ascii(note.sentence())));
        heading("In how many of the " + summary.count() + " cases");
        if (table.width() < INDENT.length()) {
            out.println(INDENT + "nothing holds a dimension down, and nothing was assumed");
        } else {
            table.print(out);
        }
    }

    private void writeSection(Section section) {
        heading("By " + Text.oneLine(section.title()));
        Table oneTable = scores(section, section.hasComparisons());
        if (oneTable.width() <= WIDEST || !section.hasComparisons()) {
            oneTable.print(out);
        } else {
            scores(section, false).print(out);
            heading(INDENT + "each against the rest");
            comparisons(section).print(out);
        }
    }

    private Table scores(Section section, boolean againstRest) {
        Table table = new Table("lrlrrllrlrll", INDENT, 1);
        String[] rest = againstRest ? restHeader() : NOTHING;
        table.row(
                "",
                "mean",
                intervalName,
                "n",
                "cases",
                "all cases between",
                "known",
                rest[0],
                rest[1],
                rest[2],
                rest[3],
                "note");
        for (String name : section.figures()) {
            if (!section.says(name)) {
                continue;
            }
            table.row(label(name), "", "", "", "", "", "", "", "", "", "", "");
            for (String group : section.groups().keySet()) {
                Figure figure = section.figure(group, name);
                String[] compared = againstRest ? rest(section.againstRest(name, group), figure.isOutcome()) : NOTHING;
                table.row(
                        INDENT + label(group),
                        value(figure),
                        interval(figure),
                        Long.toString(figure.score().count()),
                        Long.toString(section.size(group)),
                        bounds(figure),
                        known(figure),
                        compared[0],
                        compared[1],
                        compared[2],
                        compared[3],
                        note(figure));
            }
        }
        return table;
    }

    private Table comparisons(Section section) {
        Table table = new Table("lrlrl", INDENT, 1);
        String[] header = restHeader();
        table.row("", header[0], header[1], header[2], header[3]);
        for (String name : section.figures()) {
            if (section.groups().keySet().stream()
                    .noneMatch(group -> section.againstRest(name, group).isPresent())) {
                continue;
            }
            table.row(label(name), "", "", "", "");
            for (String group : section.groups().keySet()) {
                String[] rest = rest(
                        section.againstRest(name, group),
                        section.figure(group, name).isOutcome());
                table.row(INDENT + label(group), rest[0], rest[1], rest[2], rest[3]);
            }
        }
        return table;
    }

    private String[] restHeader() {
        return new String[] {"vs rest", intervalName, "adj. p", "verdict"};
    }

    /** Difference, interval, adjusted p and verdict. */
    private static String[] rest(Optional<Breakdown.GroupComparison<String>> comparison, boolean outcome) {
        return new String[] {
            comparison.map(c -> difference(c.change())).orElse("-"),
            comparison.map(c -> interval(c.change().difference())).orElse("-"),
            comparison
                    .flatMap(c -> c.adjustedPValue().stream().boxed().findFirst())
                    .map(TextRecovery::pValue)
                    .orElse("-"),
            comparison.map(c -> word(c.verdict(), outcome)).orElse("-")
        };
    }

    private void writeCompared(RecoveryReport.Compared pair) {
        heading("From " + label(pair.before()) + " to " + label(pair.after()) + ", by " + Text.oneLine(pair.by()));
        Table table = new Table("lrrrlrll", INDENT, 1);
        table.row("", "before", "after", "change", intervalName, "p", "verdict", "note");
        for (RecoveryReport.Difference difference : pair.differences()) {
            if (difference.before().score().isEmpty()
                    && difference.after().score().isEmpty()) {
                continue;
            }
            Optional<Change> change = difference.change();
            boolean outcome = difference.before().isOutcome();
            table.row(
                    label(difference.before().name()),
                    value(difference.before()),
                    value(difference.after()),
                    change.map(TextRecovery::difference).orElse("-"),
                    change.map(c -> interval(c.difference())).orElse("-"),
                    change.flatMap(c -> c.pValue().stream().boxed().findFirst())
                            .map(TextRecovery::pValue)
                            .orElse("-"),
                    change.map(c -> outcome
                                    ? word(ComparisonVerdict.of(c.verdict()), true)
                                    : c.verdict().name())
                            .orElse("-"),
                    change.isPresent() ? note(change.get().base()) : note(BaseSize.SUPPRESSED));
        }
        table.print(out);
        pair.differences().forEach(this::writeOverAllCases);
    }

    /** Where cases have no points, the change that they allow. */
    private void writeOverAllCases(RecoveryReport.Difference difference) {
        if (difference.change().isPresent()
                && difference.before().score() instanceof FairnessMean before
                && difference.after().score() instanceof FairnessMean after
                && before.cases() + after.cases() > before.count() + after.count()) {
            FairnessChange all = FairnessChange.between(before, after);
            Change change = all.change().withConfidence(report.confidence());
            Paragraph.print(
                    out,
                    INDENT,
                    label(difference.before().name()) + " over all cases, where "
                            + (before.cases() - before.count() + after.cases() - after.count()) + " of "
                            + (before.cases() + after.cases())
                            + " have no points and may lie anywhere in their bounds: "
                            + difference(change) + " (" + interval(change.difference()) + "), " + change.verdict()
                            + ".");
        }
    }

    private void writeFit(RecoveryReport.Fit fitted) {
        heading("Weights that " + label(fitted.outcome()) + " calls for");
        if (fitted.fit().isEmpty()) {
            Paragraph.print(out, INDENT, "None can be fitted: " + Text.ascii(fitted.problem()) + ".");
            return;
        }
        WeightFit fit = fitted.fit().get();
        Table table = new Table("lrlr", INDENT, 1);
        table.row("", "fitted", intervalName(0.95), "to use");
        for (FairnessDimension dimension : FairnessDimension.values()) {
            if (fit.importance().rSquared() > 0) {
                table.row(
                        dimension.name(),
                        Text.number(fit.weights().getOrDefault(dimension, 0.0), 2),
                        fit.interval(dimension)
                                .map(i -> Text.number(i.lower(), 2) + " to " + Text.number(i.upper(), 2))
                                .orElse("-"),
                        Text.number(fit.recommended().getOrDefault(dimension, 0.0), 2));
            }
        }
        table.print(out);
        Paragraph.print(out, INDENT, "To use: " + Text.ascii(fit.reason()) + ".");
        out.println(INDENT + "From " + fit.count() + " cases with points in all dimensions and a known outcome; "
                + "association, not cause.");
        fit.notes().forEach(note -> Paragraph.print(out, INDENT, "Note: " + Text.ascii(note) + "."));
    }

    private static String intervalName(double confidence) {
        return Text.percent(confidence) + " interval";
    }

    private void writeCase(RecoveryReport.ShownCase shown) {
        heading("The case in row " + shown.number() + ", " + shown.why());
        new CaseText(shown.score(), out).write();
    }

    private void writeLegend() {
        heading("How to read this");
        Table table = new Table("ll", INDENT, 0);
        for (FairnessDimension dimension : FairnessDimension.values()) {
            table.row(dimension.name(), dimension.question());
        }
        table.row("mean", "over the cases that have points (n); it says nothing about the others");
        table.row("all cases between", "where the mean over all cases lies, whatever the missing evidence says");
        table.row("known", "how much of the evidence that applies is known");
        if (!report.cases().isEmpty()) {
            table.row("####....|..", "#: at least so much, .: at most so much, |: the points by what is known");
        }
        if (report.sections().stream().anyMatch(Section::hasComparisons)) {
            table.row(
                    "vs rest", "difference from all other cases together; p adjusted for the number of groups (Holm);");
            table.row("", "better or worse (of an outcome: higher or lower): beyond doubt at this confidence;");
            table.row("", "?: the cases do not tell, which is not the same as no difference");
        }
        table.row(
                "interval",
                "made so that in " + Text.percent(report.confidence())
                        + " of random samples it contains the value of all such cases");
        table.row("weights", weights());
        table.row("", "every constant behind the points is an assumption; compare like with like");
        if (warnings.contains(BaseSize.SUPPRESSED)) {
            table.row("too few", "fewer than " + Figure.GRADING.suppressedBelow() + " cases: the value is not shown");
        }
        if (warnings.contains(BaseSize.LOW)) {
            table.row(
                    "low base",
                    "fewer than " + Text.number(Figure.GRADING.lowBelow(), 0) + " cases: the interval is very wide");
        }
        if (warnings.contains(BaseSize.NOT_FOR_COMPARISON)) {
            table.row(
                    "small base",
                    "fewer than " + Text.number(Figure.GRADING.notForComparisonBelow(), 0)
                            + " cases: only large differences from others can be found");
        }
        table.print(out);
    }

    private String weights() {
        StringBuilder text = new StringBuilder();
        for (FairnessDimension dimension : FairnessDimension.values()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(dimension)
                    .append(' ')
                    .append(Text.number(report.scorer().policy().weights().weight(dimension), 2));
        }
        String curve = report.scorer()
                .policy()
                .compensationCurve()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return text + "; power " + Text.ascii(power(report.scorer().policy().power())) + "; compensation by " + curve;
    }

    private static String power(double power) {
        return Double.isInfinite(power)
                ? (power < 0 ? "-" : "") + "infinity"
                : BigDecimal.valueOf(power).stripTrailingZeros().toPlainString();
    }

    /** A verdict in a table of many; more of an outcome need not be better. */
    private static String word(ComparisonVerdict verdict, boolean outcome) {
        return switch (verdict) {
            case BETTER -> outcome ? "higher" : "better";
            case WORSE -> outcome ? "lower" : "worse";
            case NO_MATERIAL_DIFFERENCE -> "same";
            case INCONCLUSIVE -> "?";
        };
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private static String label(String group) {
        String line = Text.oneLine(group);
        return line.length() <= LABEL ? line : line.substring(0, LABEL - 3) + "...";
    }

    private String value(Figure figure) {
        return figure.estimate(report.confidence())
                .map(e -> e.metric().unit().format(e.value()))
                .orElse("-");
    }

    private String interval(Figure figure) {
        return figure.estimate(report.confidence()).map(TextRecovery::interval).orElse("-");
    }

    private static String interval(Estimate estimate) {
        int decimals = estimate.metric().unit().decimals();
        return estimate.interval()
                .map(i -> Text.number(i.lower(), decimals) + " to " + Text.number(i.upper(), decimals))
                .orElse("-");
    }

    private static String difference(Change change) {
        return change.metric().unit().format(change.value());
    }

    private static String bounds(Figure figure) {
        return figure.bounds()
                .map(i -> MetricUnit.POINTS.format(i.lower()) + " to " + MetricUnit.POINTS.format(i.upper()))
                .orElse("");
    }

    private static String known(Figure figure) {
        return figure.coverage().isPresent()
                ? Text.number(100 * figure.coverage().getAsDouble(), 0) + "%"
                : "";
    }

    private static String pValue(double p) {
        return p < 0.001 ? "<0.001" : Text.number(p, 3);
    }

    private String note(Figure figure) {
        return figure.score().isEmpty() ? (figure.isOutcome() ? "not known" : "no points") : note(figure.base());
    }

    /** A warning in two words, and a mark to explain it at the end. */
    private String note(BaseSize base) {
        if (base == BaseSize.SUFFICIENT) {
            return "";
        }
        warnings.add(base);
        return switch (base) {
            case SUPPRESSED -> "too few";
            case LOW -> "low base";
            default -> "small base";
        };
    }
}

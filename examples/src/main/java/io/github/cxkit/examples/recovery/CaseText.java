package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.csv.Table;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.CaseFairness.EvidenceScore;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.Treatment.Violation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes one case as a person would want to read it. */
final class CaseText {

    private static final String INDENT = "  ";
    private static final int WIDTH = 50;
    /** Points lost that would show as 0.0. */
    private static final double SHOWN = 0.05;

    private final CaseFairness score;
    private final PrintWriter out;

    CaseText(CaseFairness score, PrintWriter out) {
        this.score = score;
        this.out = out;
    }

    void write() {
        out.println(INDENT + verdict());
        writeBars();
        score.weakest().ifPresent(weakest -> out.println(INDENT + "Weakest: " + weakest + ". " + weakest.question()));
        writeLosses();
        writeGiven();
        writeUnknown();
        writeCaps();
        writeNotes();
    }

    private String verdict() {
        Interval bounds = score.bounds();
        String range = number(bounds.lower()) + " to " + number(bounds.upper());
        if (score.overall().isEmpty()) {
            return "No points: too little is known. Whatever the missing evidence says, there are " + range
                    + " of 100.";
        }
        String fair = score.isFair().orElseThrow() ? "fair" : "not fair";
        String from = " (fair from " + number(score.policy().fairThreshold()) + ")";
        String unknown = bounds.width() > 0 ? "; " + range + " whatever the missing evidence says" : "";
        return number(score.overall().getAsDouble()) + " of 100 points: " + fair + from + unknown + ".";
    }

    /** Three bars and one for all three: what is sure, what is possible, and the points. */
    private void writeBars() {
        Table table = new Table("llrll", INDENT, 1);
        table.row("", "0" + " ".repeat(WIDTH - 3) + "100", "points", "between", "known");
        for (FairnessDimension dimension : FairnessDimension.values()) {
            DimensionScore part = score.dimension(dimension);
            if (part.isApplicable()) {
                table.row(
                        dimension.name(),
                        bar(part.point(), part.bounds()),
                        points(part.point()),
                        between(part.bounds()),
                        Text.number(100 * part.coverage(), 0) + "%");
            } else {
                table.row(dimension.name(), "(does not apply)", "-", "-", "-");
            }
        }
        table.row(
                "all three",
                bar(score.overall(), score.bounds()),
                points(score.overall()),
                between(score.bounds()),
                "");
        table.print(out);
    }

    /** {@code ####....|...}: at least so much, at most so much, and the points as an upright line. */
    static String bar(OptionalDouble point, Interval bounds) {
        StringBuilder bar = new StringBuilder();
        long sure = Math.round(bounds.lower() / 100 * WIDTH);
        long possible = Math.round(bounds.upper() / 100 * WIDTH);
        long at = point.isPresent() ? Math.min(WIDTH - 1, Math.round(point.getAsDouble() / 100 * WIDTH)) : -1;
        for (int i = 0; i < WIDTH; i++) {
            bar.append(i == at ? '|' : i < sure ? '#' : i < possible ? '.' : ' ');
        }
        return bar.toString();
    }

    private void writeLosses() {
        if (score.overall().isEmpty()) {
            return;
        }
        List<CaseFairness.Contribution> lost =
                score.contributions().stream().filter(c -> c.points() >= SHOWN).toList();
        if (lost.isEmpty()) {
            out.println(INDENT + "No points were lost.");
            return;
        }
        Paragraph.print(
                out,
                INDENT,
                "Points were lost for: "
                        + lost.stream()
                                .map(c -> c.factor().label() + " " + number(c.points()))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private void writeGiven() {
        if (score.compensationRatio().isPresent()) {
            out.println(INDENT + "Given for what was lost: "
                    + Text.number(100 * score.compensationRatio().getAsDouble(), 0) + "%"
                    + score.compensationInKind()
                            .map(inKind -> inKind ? ", like for like" : ", in another kind")
                            .orElse("")
                    + score.compensationImmediate()
                            .map(atOnce -> atOnce ? ", at once" : ", later")
                            .orElse("")
                    + ".");
        }
    }

    private void writeUnknown() {
        List<String> unknown = List.of(FairnessDimension.values()).stream()
                .flatMap(dimension -> score.dimension(dimension).evidence().stream())
                .filter(piece -> !piece.isObserved())
                .map(EvidenceScore::evidence)
                .map(evidence -> evidence.label())
                .toList();
        if (!unknown.isEmpty()) {
            Paragraph.print(out, INDENT, "Not known: " + String.join(", ", unknown) + ".");
        }
    }

    private void writeCaps() {
        for (FairnessDimension dimension : FairnessDimension.values()) {
            Optional<String> cap = score.dimension(dimension).cap().map(c -> c.label());
            cap.ifPresent(label -> out.println(INDENT + "Held down: " + dimension + " cannot be above "
                    + number(score.dimension(dimension).bounds().upper()) + ", because of: " + label
                    + violations(dimension)
                    + "."));
        }
    }

    private String violations(FairnessDimension dimension) {
        return dimension != FairnessDimension.INTERACTION
                ? ""
                : " (" + score.violations().stream().map(CaseText::word).collect(Collectors.joining(", ")) + ")";
    }

    static String word(Violation violation) {
        return violation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void writeNotes() {
        score.notes().forEach(note -> out.println(INDENT + "Note: " + Text.ascii(note.sentence()) + "."));
        score.weightRobust()
                .filter(range -> score.isSensitiveToWeights())
                .ifPresent(range -> out.println(
                        INDENT + "      By other weights of the same ordering: " + between(range) + " points."));
    }

    private static String points(OptionalDouble points) {
        return points.isPresent() ? number(points.getAsDouble()) : "-";
    }

    private static String between(Interval range) {
        return number(range.lower()) + " to " + number(range.upper());
    }

    private static String number(double points) {
        return MetricUnit.POINTS.format(points);
    }
}

package io.github.cxkit.examples.times;

import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How figures are shown in the cells of a table for people. */
final class Cells {

    private static final int LABEL = 32;

    /** Which warnings occurred, to be explained at the end. */
    private final Set<BaseSize> warnings = EnumSet.noneOf(BaseSize.class);

    Set<BaseSize> warnings() {
        return warnings;
    }

    String label(String group) {
        String line = Text.oneLine(group);
        return line.length() <= LABEL ? line : line.substring(0, LABEL - 3) + "...";
    }

    static String value(Figure figure) {
        return figure.value().isPresent() ? figure.unit().format(figure.value().getAsDouble()) : "-";
    }

    static String interval(Figure figure) {
        return figure.interval()
                .map(interval -> limits(interval, figure.unit().decimals()))
                .orElse("-");
    }

    static String limits(Interval interval, int decimals) {
        return limit(interval.lower(), decimals) + " to " + limit(interval.upper(), decimals);
    }

    private static String limit(double limit, int decimals) {
        return limit == Double.POSITIVE_INFINITY ? "no limit" : Text.number(limit, decimals);
    }

    static String pValue(double p) {
        return p < 0.001 ? "<0.001" : Text.number(p, 3);
    }

    /** Difference, interval, adjusted p and verdict; dashes where there are none in a table that has some. */
    static String[] rest(Figure figure, boolean compares) {
        String none = compares ? "-" : "";
        return new String[] {
            figure.rest()
                    .map(rest ->
                            rest.change().metric().unit().format(rest.change().value()))
                    .orElse(none),
            figure.rest()
                    .flatMap(rest -> rest.change().difference().interval())
                    .map(interval -> limits(interval, 1))
                    .orElse(none),
            figure.rest()
                    .map(Breakdown.GroupComparison::adjustedPValue)
                    .map(p -> p.isPresent() ? pValue(p.getAsDouble()) : "-")
                    .orElse(none),
            figure.rest().map(rest -> word(rest.verdict())).orElse(none)
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

    /** A warning in two words, a mark to explain it at the end, and what the figure itself says. */
    String note(Figure figure) {
        List<String> notes = new ArrayList<>();
        if (figure.n() == 0) {
            notes.add("none");
        } else if (figure.base() != BaseSize.SUFFICIENT) {
            warnings.add(figure.base());
            notes.add(
                    switch (figure.base()) {
                        case SUPPRESSED -> "too few";
                        case LOW -> "low base";
                        case NOT_FOR_COMPARISON -> "small base";
                        case SUFFICIENT -> "";
                    });
        }
        if (!figure.note().isEmpty() && !notes.contains(figure.note())) {
            notes.add(Text.ascii(figure.note()));
        }
        return String.join("; ", notes);
    }
}

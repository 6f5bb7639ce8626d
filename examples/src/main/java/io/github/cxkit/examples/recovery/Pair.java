package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two groups of one breakdown, the second against the first. */
record Pair(String before, String after) {

    private static final String BETWEEN = ":";

    static Pair parse(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 1 || between != text.lastIndexOf(BETWEEN) || between == text.length() - 1) {
            throw CommandFailure.usage(
                    "--compare must be BEFORE:AFTER such as north:south, but was \"" + Text.cell(text) + "\"");
        }
        return new Pair(text.substring(0, between), text.substring(between + 1));
    }

    /** Both in the first breakdown that has them. */
    RecoveryReport.Compared in(List<Section> sections, double confidence) {
        for (Section section : sections) {
            if (section.groups().containsKey(before) && section.groups().containsKey(after)) {
                List<RecoveryReport.Difference> differences = new ArrayList<>();
                for (String name : section.figures()) {
                    differences.add(difference(section.figure(before, name), section.figure(after, name), confidence));
                }
                return new RecoveryReport.Compared(section.title(), before, after, differences);
            }
        }
        throw CommandFailure.usage(
                "--compare " + Text.oneLine(before + BETWEEN + after) + ": no breakdown has both of these groups");
    }

    private static RecoveryReport.Difference difference(Figure one, Figure other, double confidence) {
        boolean enough = one.base() != BaseSize.SUPPRESSED && other.base() != BaseSize.SUPPRESSED;
        return new RecoveryReport.Difference(
                one,
                other,
                enough
                        ? Optional.of(Change.between(one.score(), other.score()).withConfidence(confidence))
                        : Optional.empty());
    }
}

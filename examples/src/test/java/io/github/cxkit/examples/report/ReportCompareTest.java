package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.examples.Run;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Nps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two groups side by side. */
class ReportCompareTest {

    @TempDir
    private Path folder;

    private static final List<String> LINES = lines();

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("nps,store,date"));
        lines.addAll(Collections.nCopies(20, "9,a,2026-01-05"));
        lines.addAll(Collections.nCopies(10, "3,a,2026-02-05"));
        lines.addAll(Collections.nCopies(12, "10,b,2026-04-05"));
        lines.addAll(Collections.nCopies(18, "0,b,2026-05-05"));
        lines.addAll(Collections.nCopies(3, "10,c,2026-05-05"));
        return lines;
    }

    private static final Change CHANGE = Change.between(
            Nps.promoters(20).passives(0).detractors(10),
            Nps.promoters(12).passives(0).detractors(18));

    @Test
    void aChangeIsARowLikeAnyOther() {
        Run run = Run.report(folder, LINES, "--by", "store", "--compare", "a:b", "--format", "csv");
        List<String> row = run.csvRow("change by store", "a:b", "NPS");
        assertThat(Double.parseDouble(row.get(3))).isCloseTo(CHANGE.value(), within(1e-12));
        assertThat(Double.parseDouble(row.get(4)))
                .isCloseTo(CHANGE.difference().interval().orElseThrow().lower(), within(1e-12));
        assertThat(row.subList(6, 9)).containsExactly("0.95", "MOVER", "60");
        assertThat(Double.parseDouble(row.get(14))).isCloseTo(CHANGE.pValue().orElseThrow(), within(1e-12));
        assertThat(row.get(15)).isEqualTo("worsened");
        assertThat(row.get(11)).isEqualTo("not_for_comparison");
    }

    @Test
    void runsOfMonthsAreAdded() {
        Run run = Run.report(
                folder, LINES, "--month", "date", "--compare", "2026-01..2026-03:2026-04", "--format", "csv");
        List<String> row = run.csvRow("change by month of date", "2026-01..2026-03:2026-04", "NPS");
        assertThat(Double.parseDouble(row.get(3))).isCloseTo(100 - 100.0 / 3, within(1e-12));
        assertThat(row.get(8)).isEqualTo("42");
    }

    @Test
    void textAndJsonSayTheVerdict() {
        String text =
                Run.report(folder, LINES, "--by", "store", "--compare", "a:b").out();
        assertThat(text)
                .contains("From a to b, by store")
                .containsPattern("NPS +33.3 +-20.0 +-53.3 +" + shownInterval() + " +\\d\\.\\d+ +WORSENED +small base")
                .contains("INCONCLUSIVE means that the answers do not tell");
        Object json = JsonMaps.object(Run.report(folder, LINES, "--by", "store", "--compare", "a:b", "--format", "json")
                .out());
        assertThat(JsonMaps.at(json, "metrics", 0, "changes", 0, "verdict")).isEqualTo("worsened");
        assertThat(JsonMaps.at(json, "metrics", 0, "changes", 0, "before")).isEqualTo("a");
    }

    @Test
    void aSideWithTooFewAnswersIsNotCompared() {
        Run run = Run.report(folder, LINES, "--by", "store", "--compare", "a:c");
        assertThat(run.out()).containsPattern("NPS +33.3 +- +- +- +- +- +too few");
        Run csv = Run.report(folder, LINES, "--by", "store", "--compare", "a:c", "--format", "csv");
        assertThat(csv.csvRow("change by store", "a:c", "NPS").subList(3, 6)).containsExactly("", "", "");
    }

    @Test
    void whatCannotBeComparedIsAnErrorInOneLine() {
        assertError("no breakdown has the groups a and z.", "--by", "store", "--compare", "a:z");
        assertError("Maybe add --by or --month.", "--month", "none", "--compare", "a:b");
        assertError("must be BEFORE:AFTER", "--by", "store", "--compare", "ab");
        assertError("must be BEFORE:AFTER", "--by", "store", "--compare", ":b");
        assertError("must be BEFORE:AFTER", "--by", "store", "--compare", "a:");
        assertError("no breakdown has the groups", "--month", "date", "--compare", "2026-05..2026-04:2026-01");
        assertError("needs a --confidence above 0.5", "--by", "store", "--compare", "a:b", "--confidence", "0.4");
    }

    private static String shownInterval() {
        Interval interval = CHANGE.difference().interval().orElseThrow();
        return MetricUnit.POINTS.format(interval.lower()) + " to " + MetricUnit.POINTS.format(interval.upper());
    }

    private void assertError(String message, String... options) {
        Run run = Run.report(folder, LINES, options);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }
}

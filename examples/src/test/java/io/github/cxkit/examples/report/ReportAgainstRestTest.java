package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.examples.Run;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each group of a column against all other rows. */
class ReportAgainstRestTest {

    @TempDir
    private Path folder;

    private static final List<String> LINES = lines();

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("nps,store,date"));
        lines.addAll(Collections.nCopies(90, "9,a,2026-01-05"));
        lines.addAll(Collections.nCopies(10, "3,a,2026-02-05"));
        lines.addAll(Collections.nCopies(22, "10,b,2026-04-05"));
        lines.addAll(Collections.nCopies(18, "0,b,2026-05-05"));
        lines.addAll(Collections.nCopies(30, "10,c,2026-05-05"));
        lines.addAll(Collections.nCopies(8, "0,c,2026-05-05"));
        lines.addAll(Collections.nCopies(3, "10,d,2026-05-05"));
        return lines;
    }

    private static Breakdown.GroupComparison<String> comparison(Adjustment adjustment, String group) {
        Map<String, RatingCounts> counts = Map.of(
                "a", Nps.promoters(90).passives(0).detractors(10).counts(),
                "b", Nps.promoters(22).passives(0).detractors(18).counts(),
                "c", Nps.promoters(30).passives(0).detractors(8).counts(),
                "d", Nps.promoters(3).passives(0).detractors(0).counts());
        return Breakdown.of(Nps.STANDARD, CustomScore::from, counts).comparisons(adjustment).stream()
                .filter(c -> c.key().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void csvHasTheDifferenceFromTheRestAtTheEnd() {
        Breakdown.GroupComparison<String> b = comparison(Adjustment.HOLM, "b");
        Interval interval = b.change().difference().interval().orElseThrow();
        Run run = Run.report(folder, LINES, "--by", "store", "--format", "csv");
        List<String> row = run.csvRow("store", "b", "NPS");
        assertThat(row).hasSize(31);
        assertThat(row.get(20)).isEqualTo("worse");
        assertThat(numbers(row))
                .containsExactly(
                        new double[] {
                            b.change().value(),
                            interval.lower(),
                            interval.upper(),
                            b.adjustedPValue().orElseThrow()
                        },
                        within(1e-12));
        assertThat(run.csvRow("store", "c", "NPS").get(20)).isEqualTo("inconclusive");
        assertThat(run.csvRow("store", "d", "NPS").subList(16, 21)).containsOnly("");
        assertThat(run.csvRow("month of date", "2026-05", "NPS").subList(16, 21))
                .containsOnly("");
        assertThat(run.csvRow("", "all", "NPS").subList(16, 21)).containsOnly("");
    }

    @Test
    void theAdjustmentCanBeChosen() {
        List<String> row = Run.report(folder, LINES, "--by", "store", "--adjust", "bh", "--format", "csv")
                .csvRow("store", "c", "NPS");
        assertThat(Double.parseDouble(row.get(19)))
                .isCloseTo(
                        comparison(Adjustment.BENJAMINI_HOCHBERG, "c")
                                .adjustedPValue()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(Run.report(folder, LINES, "--by", "store", "--adjust", "bh").out())
                .contains("p adjusted for the number of groups (Benjamini-Hochberg)");
        assertThat(Run.report(folder, LINES, "--by", "store", "--adjust", "none")
                        .out())
                .doesNotContain("vs rest", "adj. p");
        assertThat(Run.report(folder, LINES, "--by", "store", "--adjust", "none", "--format", "csv")
                        .csvRow("store", "a", "NPS")
                        .subList(16, 21))
                .containsOnly("");
    }

    @Test
    void textSaysWhichGroupsAreBetterAndWorse() {
        String text = Run.report(folder, LINES, "--by", "store").out();
        Interval interval = comparison(Adjustment.HOLM, "b")
                .change()
                .difference()
                .interval()
                .orElseThrow();
        assertThat(text)
                .isASCII()
                .containsPattern("value +95% interval +n +skipped +vs rest +95% interval +adj\\. p +verdict +note")
                .containsPattern(" a +80\\.0 .* better")
                .containsPattern(" b +10\\.0 .* " + MetricUnit.POINTS.format(interval.lower()) + " to "
                        + MetricUnit.POINTS.format(interval.upper()) + " +<0\\.001 +worse +small base")
                .containsPattern(" c +57\\.9 .* \\? +small base")
                .containsPattern(" d +- +- +3 +0 +- +- +- +- +too few")
                .contains("difference from all other rows together; p adjusted for the number of groups (Holm)");
        assertThat(text.substring(text.indexOf("By month"), text.indexOf("How to read")))
                .doesNotContain("vs rest");
    }

    @Test
    void aTableThatWouldBeTooWideIsTwoTables() {
        List<String> lines = LINES.stream()
                .map(line -> line.replace(",a,", ",a store with quite a long name,"))
                .toList();
        String text =
                Run.report(folder, lines, "--by", "store", "--month", "none").out();
        assertThat(text).contains("\n\n  each against the rest\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void jsonHasAnObjectPerGroup() {
        Object json = JsonMaps.object(
                Run.report(folder, LINES, "--by", "store", "--format", "json").out());
        Breakdown.GroupComparison<String> a = comparison(Adjustment.HOLM, "a");
        Object groups = JsonMaps.at(json, "metrics", 0, "breakdowns", 0, "groups");
        assertThat(JsonMaps.at(groups, 0, "vs_rest", "verdict")).isEqualTo("better");
        assertThat(JsonMaps.at(groups, 0, "vs_rest", "adjustment")).isEqualTo("holm");
        assertThat((Double) JsonMaps.at(groups, 0, "vs_rest", "difference"))
                .isCloseTo(a.change().value(), within(1e-12));
        assertThat(JsonMaps.at(groups, 3, "vs_rest")).isNull();
        assertThat(JsonMaps.at(groups, 3, "n")).isEqualTo(3);
        assertThat(JsonMaps.at(json, "metrics", 0, "total", "n")).isEqualTo(181);
    }

    @Test
    void oneGroupHasNoRest() {
        Run run = Run.report(folder, LINES.subList(0, 50), "--by", "store", "--month", "none");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).doesNotContain("vs rest");
    }

    @Test
    void whatCannotBeAdjustedIsAnErrorInOneLine() {
        assertError("Maybe add --adjust none", "--by", "store", "--confidence", "0.5");
        assertError("--adjust", "--by", "store", "--adjust", "bonferroni");
        assertThat(Run.report(folder, LINES, "--by", "store", "--confidence", "0.5", "--adjust", "none")
                        .exitCode())
                .isZero();
    }

    private static double[] numbers(List<String> row) {
        return row.subList(16, 20).stream().mapToDouble(Double::parseDouble).toArray();
    }

    private void assertError(String message, String... options) {
        Run run = Run.report(folder, LINES, options);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }
}

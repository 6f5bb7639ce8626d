package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.examples.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files written for one question each. */
class ReportOnRowsTest {

    @TempDir
    private Path folder;

    private Run csv(List<String> lines, String... options) {
        List<String> all = new ArrayList<>(List.of("--format", "csv"));
        all.addAll(List.of(options));
        return Run.report(folder, lines, all.toArray(String[]::new));
    }

    private static List<String> lines(String header, Object... timesAndRow) {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < timesAndRow.length; i += 2) {
            lines.addAll(Collections.nCopies((Integer) timesAndRow[i], (String) timesAndRow[i + 1]));
        }
        return lines;
    }

    @Test
    void empty_cells_are_skipped_and_zero_is_an_answer() {
        Run run = csv(lines("id,nps", 10, "a,0", 10, "a,10", 5, "a,"));

        assertThat(run.csvRow("", "all", "NPS")).containsSubsequence("20", "5", "0");
        assertThat(run.value("", "all", "NPS")).isZero();
    }

    @Test
    void an_empty_line_is_a_skipped_answer_where_there_is_one_column_and_nothing_where_there_are_more() {
        assertThat(csv(lines("nps", 10, "9", 3, "")).csvRow("", "all", "NPS")).containsSubsequence("10", "3", "0");
        assertThat(csv(lines("nps,x", 10, "9,a", 3, "")).csvRow("", "all", "NPS"))
                .containsSubsequence("10", "0", "0");
    }

    @Test
    void texts_for_skipped_and_not_applicable_are_the_callers() {
        Run run = csv(
                lines("nps,x", 10, "9,a", 2, "99,a", 3, "98,a", 4, "-,a"),
                "--skipped",
                "99",
                "--skipped",
                "-",
                "--not-applicable",
                "98");

        assertThat(run.exitCode()).isZero();
        assertThat(run.csvRow("", "all", "NPS")).containsSubsequence("10", "6", "3");
    }

    @Test
    void column_names_are_found_in_any_case_and_after_a_byte_order_mark() {
        Run run = Run.report(folder, "\uFEFFLTR,Satisfaction\n9,5\n", StandardCharsets.UTF_8);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("  NPS   LTR           found by its name")
                .contains("  CSAT  Satisfaction  found by its name");
    }

    @Test
    void a_column_named_for_one_question_is_not_taken_for_another() {
        assertThat(csv(lines("score,x", 10, "9,a"), "--nps", "score").out())
                .contains("NPS")
                .doesNotContain("CSAT");
    }

    @Test
    void csat_takes_another_scale_and_another_number_of_satisfied_points() {
        Run run = csv(lines("csat,x", 10, "7,a", 10, "6,a", 20, "1,a"), "--csat-scale", "1-7", "--csat-top", "1");

        assertThat(run.value("", "all", "CSAT top-1 of 7")).isEqualTo(25);
        assertThat(run.value("", "all", "CSAT mean (1 to 7)")).isEqualTo(3.75);
    }

    @Test
    void easy_is_at_the_high_end_unless_told_otherwise() {
        List<String> lines = lines("ces,x", 10, "7,a", 5, "3,a", 5, "1,a");

        assertThat(csv(lines).value("", "all", "CES easy top-3 of 7")).isEqualTo(50);
        assertThat(csv(lines, "--ces-low-is-easy").value("", "all", "CES easy top-3 of 7"))
                .isEqualTo(50);
        assertThat(csv(lines, "--ces-low-is-easy", "--ces-easy-points", "1").value("", "all", "CES easy top-1 of 7"))
                .isEqualTo(25);
        assertThat(Run.report(folder, lines, "--ces-low-is-easy").out())
                .contains("share: 1-3, of 1-7, low is good; higher is better")
                .contains("mean, of 1-7, low is good; lower is better");
    }

    @Test
    void easy_are_two_points_of_five() {
        assertThat(Run.report(folder, lines("ease,x", 10, "5,a"), "--ces-scale", "1-5")
                        .out())
                .contains("share: 4-5, of 1-5");
    }

    @Test
    void weights_weigh() {
        List<String> lines = lines("nps,w", 10, "10,3", 10, "0,1", 4, "0,0");
        Run run = csv(lines, "--weight", "w");

        assertThat(run.value("", "all", "NPS")).isCloseTo(50, within(1e-12));
        assertThat(run.n("", "all", "NPS")).isEqualTo(20);
        assertThat(Run.report(folder, lines, "--weight", "w").out())
                .contains("eff. n")
                .contains("16.0")
                .contains("4 answers of weight zero are not in n");
    }

    @Test
    void groups_are_sorted_as_numbers_where_they_are_and_empty_ones_come_last() {
        Run run = csv(lines("nps,store", 1, "9,", 1, "9,10", 1, "9,9"), "--by", "store");

        assertThat(run.out().lines().filter(line -> line.startsWith("store")).map(line -> line.split(",", -1)[1]))
                .containsExactly("9", "10", "(empty)");
    }

    @Test
    void months_without_answers_are_listed_without_a_value_and_never_as_zero() {
        List<String> lines = lines("nps,date", 12, "9,2025-11-30", 12, "7,2026-02-01T00:00", 1, "9,");

        assertThat(csv(lines).csvRow("month of date", "2025-12", "NPS"))
                .startsWith(
                        "month of date",
                        "2025-12",
                        "NPS",
                        "",
                        "",
                        "",
                        "0.95",
                        "",
                        "0",
                        "0",
                        "0",
                        "suppressed",
                        "",
                        "0.0",
                        "",
                        "");
        assertThat(csv(lines)
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("month"))
                        .map(line -> line.split(",", -1)[1]))
                .containsExactly("2025-11", "2025-12", "2026-01", "2026-02", "unknown");
        assertThat(Run.report(folder, lines).out()).containsPattern("2025-12 +- +- +0 +0 +no answers");
    }

    @Test
    void an_instant_falls_on_a_day_of_the_zone_and_a_local_date_time_stays_where_it_is() {
        List<String> lines = lines(
                "nps,date", 1, "9,2026-01-31T23:30:00Z", 1, "9,2026-01-31T23:30:00", 1, "9,2026-02-01T00:30+02:00");

        assertThat(csv(lines).n("month of date", "2026-01", "NPS")).isEqualTo(3);
        assertThat(csv(lines, "--zone", "Europe/Copenhagen").n("month of date", "2026-01", "NPS"))
                .isEqualTo(2);
        assertThat(csv(lines, "--zone", "Europe/Copenhagen").n("month of date", "2026-02", "NPS"))
                .isEqualTo(1);
    }

    @Test
    void dates_are_compared_by_day_whatever_the_time() {
        Run run = csv(
                lines(
                        "nps,done,due",
                        1,
                        "9,2026-03-05T18:00,2026-03-05T00:00:00",
                        2,
                        "9,2026-03-04,2026-03-05",
                        3,
                        "9,2026-03-06 00:00,2026-03-05",
                        4,
                        "9,,2026-03-05",
                        5,
                        "9,2026-03-05,"),
                "--by",
                "done <= due");

        assertThat(run.n("done<=due", "yes", "NPS")).isEqualTo(3);
        assertThat(run.n("done<=due", "no", "NPS")).isEqualTo(3);
        assertThat(run.n("done<=due", "unknown", "NPS")).isEqualTo(9);
    }

    @Test
    void a_quoted_name_with_a_line_break_stays_on_its_line() {
        Run run = Run.report(folder, lines("nps,shop", 12, "9,\"Upper\nTown\""), "--by", "shop");

        assertThat(run.out()).contains("    Upper?Town  100.0");
    }

    @Test
    void names_beyond_ascii_are_shown_as_they_are_and_escaped_in_json() {
        List<String> lines = lines("nps,shop", 12, "9,\u00c5rhus");

        assertThat(Run.report(folder, lines, "--by", "shop").out()).contains("    \u00c5rhus  100.0");
        assertThat(Run.report(folder, lines, "--by", "shop", "--format", "json").out())
                .isASCII()
                .contains("\\u00C5rhus");
        assertThat(Run.report(
                                folder,
                                String.join("\n", lines),
                                StandardCharsets.ISO_8859_1,
                                "--by",
                                "shop",
                                "--encoding",
                                "ISO-8859-1")
                        .out())
                .contains("    \u00c5rhus  100.0");
    }

    @Test
    void other_separators_are_read() {
        assertThat(csv(lines("nps;x", 10, "9;a"), "--separator", ";").n("", "all", "NPS"))
                .isEqualTo(10);
        assertThat(csv(lines("nps\tx", 10, "9\ta"), "--separator", "tab").n("", "all", "NPS"))
                .isEqualTo(10);
    }
}

package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.examples.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {

    private static final List<String> SEVEN_BAD_OF_TWENTY = lines(
            "recommend,csat,date,w",
            "11,5,2026-02-01,1",
            "nine,5,2026-02-01,1",
            "9.0,5,2026-02-01,1",
            "9,5,2026-02-30,1",
            "9,5,2026-02-01,-1",
            "9,5",
            "9,a comment that strayed into this column,2026-02-01,1");

    @TempDir
    private Path folder;

    private static List<String> lines(String header, String... bad) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(Collections.nCopies(13, "9,5,2026-02-01,1"));
        lines.addAll(List.of(bad));
        return lines;
    }

    @Test
    void a_bad_row_is_left_out_as_a_whole() {
        Run run = Run.report(folder, SEVEN_BAD_OF_TWENTY, "--weight", "w", "--by", "csat", "--format", "csv");

        assertThat(run.n("", "all", "NPS")).isEqualTo(13);
        assertThat(run.n("", "all", "CSAT mean (1 to 5)")).isEqualTo(13);
        assertThat(run.out().lines().filter(line -> line.startsWith("csat,"))).hasSize(3);
    }

    @Test
    void bad_rows_are_counted_by_reason() {
        assertThat(Run.report(folder, SEVEN_BAD_OF_TWENTY, "--weight", "w").out())
                .contains("20 rows read, 7 left out.")
                .contains("  1  csat: not an integer on the scale 1-5\n")
                .contains("  1  date: not a date such as 2026-03-31 or 2026-03-31T09:30\n")
                .contains("  1  not 4 fields, as the header has\n")
                .contains("  2  recommend: not an integer on the scale 0-10\n")
                .contains("  1  recommend: off the scale 0-10\n")
                .contains("  1  w: not a weight of 0 or more\n");
    }

    @Test
    void the_first_five_are_shown_with_line_column_and_value() {
        assertThat(Run.report(folder, SEVEN_BAD_OF_TWENTY, "--weight", "w").out())
                .contains("    line 15  recommend  \"11\": off the scale 0-10\n")
                .contains("    line 16  recommend  \"nine\": not an integer on the scale 0-10\n")
                .contains("    line 18  date       \"2026-02-30\": not a date")
                .contains("    line 19  w          \"-1\": not a weight")
                .doesNotContain("line 20");
    }

    @Test
    void no_more_than_twenty_characters_of_a_value_are_shown() {
        Run run = Run.report(
                folder, lines("recommend,csat,date,w", "9,a comment that strayed into this column,2026-02-01,1"));

        assertThat(run.out())
                .contains("\"a comment that stray...\": not an integer")
                .doesNotContain("strayed");
    }

    @Test
    void more_than_the_limit_gives_the_report_and_exit_code_three() {
        Run run = Run.report(folder, SEVEN_BAD_OF_TWENTY, "--weight", "w", "--max-bad", "6");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("All rows").contains("100.0");
        assertThat(run.err().lines())
                .containsExactly("cxkit: 7 of 20 rows were left out, more than --max-bad 6; the report says why.");
    }

    @Test
    void up_to_the_limit_all_is_well() {
        assertThat(Run.report(folder, SEVEN_BAD_OF_TWENTY, "--weight", "w", "--max-bad", "7")
                        .exitCode())
                .isZero();
        assertThat(Run.report(folder, SEVEN_BAD_OF_TWENTY, "--weight", "w", "--max-bad", "35%")
                        .exitCode())
                .isZero();
        assertThat(Run.report(folder, SEVEN_BAD_OF_TWENTY, "--weight", "w", "--max-bad", "34.9%")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void one_per_cent_may_be_bad_unless_told_otherwise() {
        List<String> lines = new ArrayList<>(List.of("recommend,x", "99,a"));
        lines.addAll(Collections.nCopies(99, "9,a"));
        assertThat(Run.report(folder, lines).exitCode()).isZero();

        lines.add("99,a");
        assertThat(Run.report(folder, lines).exitCode()).isEqualTo(3);
    }

    @Test
    void json_lists_them_too() {
        Object json = JsonMaps.object(Run.report(folder, SEVEN_BAD_OF_TWENTY, "--weight", "w", "--format", "json")
                .out());

        assertThat(JsonMaps.at(json, "bad_rows", "count")).isEqualTo(7);
        assertThat(JsonMaps.at(json, "bad_rows", "too_many")).isEqualTo(true);
        assertThat(JsonMaps.at(json, "bad_rows", "first", 0, "line")).isEqualTo(15);
        assertThat(JsonMaps.at(json, "bad_rows", "by_reason", "recommend: off the scale 0-10"))
                .isEqualTo(1);
    }

    @Test
    void a_file_without_a_good_row_has_no_scores() {
        Run run = Run.report(folder, List.of("recommend,x", "a,b", "c,d"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).containsPattern("NPS +- +- +- +0 +0 .*no answers");
    }

    @Test
    void weights_must_be_plain_numbers_of_zero_or_more() {
        List<String> lines = new ArrayList<>(List.of("recommend,w"));
        for (String weight :
                List.of("1", "0", "0.5", "1e3", "-0.1", "NaN", "Infinity", "", "x", "1d", "1e-200", "1,5")) {
            lines.add("9,\"" + weight + "\"");
        }
        assertThat(Run.report(folder, lines, "--weight", "w").out()).contains("12 rows read, 8 left out.");
    }

    @Test
    void times_of_day_must_exist() {
        List<String> lines = new ArrayList<>(List.of("recommend,date"));
        for (String date : List.of(
                "2026-01-01",
                "2026-01-01T23:59",
                "2026-01-01 23:59:59",
                "2026-01-01T23:59:59.123Z",
                "2026-01-01T10:00+0200",
                "2026-01-01T24:00",
                "2026-01-01T23:60",
                "2026-01-01T1:00",
                "2026-01-01x",
                "2026-01-01T23:59:59+99:00",
                "01/02/2026",
                "2026-1-1",
                "20260101")) {
            lines.add("9," + date);
        }
        assertThat(Run.report(folder, lines).out()).contains("13 rows read, 8 left out.");
    }
}

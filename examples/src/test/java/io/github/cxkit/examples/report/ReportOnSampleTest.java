package io.github.cxkit.examples.report;

import static io.github.cxkit.examples.report.JsonMaps.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.examples.Run;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportOnSampleTest {

    /** The answers of the sample, counted without the program. */
    private static final Nps NPS = Nps.from(counts(5, Scale.highIsGood(0, 10)));

    private static final Csat CSAT = Csat.from(Csat.TOP_2_OF_5, counts(6, Scale.highIsGood(1, 5)));

    private static RatingCounts counts(int column, Scale scale) {
        return SampleSurvey.csv()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .filter(cell -> !cell.isEmpty() && !cell.equals("N/A"))
                .collect(RatingCounts.toCounts(scale, (tally, cell) -> tally.accept(Integer.parseInt(cell))));
    }

    @Test
    void text_says_which_columns_were_used_for_what() {
        assertThat(Run.cxkit("report", "--by", "segment").out())
                .contains("  NPS    recommend    found by its name\n")
                .contains("  CSAT   csat         found by its name\n")
                .contains("  CES    effort       found by its name\n")
                .contains("  by     segment      --by\n")
                .contains("  month  answered_at  found by its name\n");
    }

    @Test
    void text_shows_each_score_with_interval_n_skipped_unit_and_method() {
        String report = Run.cxkit("report").out();
        String out = report.substring(report.indexOf("All rows"));

        assertThat(report)
                .startsWith("CX report of sample-survey.csv (bundled, made up by a program)\n")
                .contains("1500 rows read, none left out.");
        assertThat(line(out, "  NPS ").split("\\s{2,}"))
                .containsExactly(
                        "",
                        "NPS",
                        "16.0",
                        "11.9 to 20.1",
                        "2.08",
                        "1410",
                        "90",
                        "points, -100 to 100",
                        "score (Tango)");
        assertThat(line(out, "  CES easy ").split("\\s{2,}"))
                .containsExactly(
                        "",
                        "CES easy top-3 of 7",
                        "72.7%",
                        "70.2 to 75.1",
                        "1.26",
                        "1257",
                        "200",
                        "43",
                        "percent, 0 to 100",
                        "Wilson");
        assertThat(NPS.estimate()).hasToString("16.0 (95% CI 11.9 to 20.1, n=1410)");
    }

    @Test
    void text_draws_the_answers_as_bars_of_ascii() {
        String out = Run.cxkit("report", "--by", "channel").out();

        assertThat(out).isASCII().contains("NPS: answers per point of 0-10, high is good\n");
        assertThat(out).contains("\n  10  316  22.4%  " + "#".repeat(40) + "\n");
        assertThat(out).contains("560 promoters (9-10), 516 passives (7-8), 334 detractors (0-6)");
    }

    @Test
    void text_lists_small_groups_and_explains_its_warnings() {
        String out = Run.cxkit("report", "--by", "channel").out();

        assertThat(line(out, "    letter ").split("\\s{2,}"))
                .containsExactly("", "letter", "-", "-", "3", "0", "-", "-", "-", "-", "too few");
        assertThat(line(out, "    chat ")).endsWith("low base");
        assertThat(line(out, "    store ")).endsWith("small base");
        assertThat(out)
                .containsPattern("  too few +fewer than 10 answers: the value is not shown")
                .containsPattern("  low base +fewer than 30")
                .containsPattern("  small base +fewer than 100");
    }

    @Test
    void text_explains_no_warning_that_did_not_occur() {
        assertThat(Run.cxkit("report", "--month", "none").out()).doesNotContain("low base", "small base", "too few");
    }

    @Test
    void csv_has_one_row_per_group_and_score_at_full_precision() {
        Run run = Run.cxkit("report", "--by", "channel", "--format", "csv");

        assertThat(run.out().lines().findFirst())
                .contains(
                        "group_column,group,metric,value,lower,upper,confidence,method,n,skipped,not_applicable,base,"
                                + "standard_error,effective_n,p_value,verdict,"
                                + "vs_rest,vs_rest_lower,vs_rest_upper,vs_rest_adjusted_p,vs_rest_verdict,"
                                + "from_previous,from_previous_lower,from_previous_upper,from_previous_p,from_previous_verdict,"
                                + "from_last_year,from_last_year_lower,from_last_year_upper,from_last_year_p,from_last_year_verdict");
        assertThat(run.out().lines()).hasSize(1 + 5 * (1 + 6 + 6));
        assertThat(run.value("", "all", "NPS")).isEqualTo(NPS.score());
        assertThat(run.value("", "all", "CSAT top-2 of 5")).isEqualTo(CSAT.value());
        assertThat(run.csvRow("", "all", "NPS"))
                .containsSubsequence("0.95", "score (Tango)", "1410", "90", "0", "sufficient");
    }

    @Test
    void csv_leaves_cells_empty_where_there_is_no_value_to_show() {
        assertThat(Run.cxkit("report", "--by", "channel", "--format", "csv").csvRow("channel", "letter", "NPS"))
                .startsWith(
                        "channel",
                        "letter",
                        "NPS",
                        "",
                        "",
                        "",
                        "0.95",
                        "",
                        "3",
                        "0",
                        "0",
                        "suppressed",
                        "",
                        "3.0",
                        "",
                        "");
    }

    @Test
    void json_nests_scores_and_their_groups_at_full_precision() {
        Map<String, Object> json = JsonMaps.object(
                Run.cxkit("report", "--by", "channel", "--format", "json").out());

        assertThat(at(json, "sample")).isEqualTo(true);
        assertThat(at(json, "rows")).isEqualTo(1500);
        assertThat(at(json, "columns", 0))
                .isEqualTo(Map.of("purpose", "NPS", "column", "recommend", "how", "found by its name"));
        assertThat((List<?>) at(json, "metrics"))
                .extracting(metric -> at(metric, "metric"))
                .containsExactly(
                        "NPS", "CSAT top-2 of 5", "CSAT mean (1 to 5)", "CES mean (1 to 7)", "CES easy top-3 of 7");
        assertThat(at(json, "metrics", 0, "total", "value")).isEqualTo(NPS.score());
        assertThat(at(json, "metrics", 0, "total", "lower"))
                .isEqualTo(NPS.estimate().interval().orElseThrow().lower());
        assertThat(at(json, "metrics", 0, "total", "promoters")).isEqualTo(560);
        assertThat(at(json, "metrics", 0, "total", "counts", "10")).isEqualTo(316);
        assertThat(at(json, "metrics", 0, "total", "percent", "10")).isEqualTo(100 * 316 / 1410.0);
        assertThat(at(json, "metrics", 0, "breakdowns", 0, "by")).isEqualTo("channel");
        assertThat(at(json, "metrics", 0, "breakdowns", 0, "groups", 2, "group"))
                .isEqualTo("letter");
        assertThat(at(json, "metrics", 0, "breakdowns", 0, "groups", 2, "value"))
                .isNull();
        assertThat(at(json, "metrics", 0, "breakdowns", 0, "groups", 2, "base")).isEqualTo("suppressed");
    }

    @Test
    void another_confidence_gives_other_intervals_and_says_so() {
        Run run = Run.cxkit("report", "--confidence", "0.9");

        assertThat(run.out())
                .contains("90% interval")
                .contains("in 90% of random samples")
                .doesNotContain("95%");
        assertThat(Double.parseDouble(Run.cxkit("report", "--confidence", "0.9", "--format", "csv")
                        .csvRow("", "all", "NPS")
                        .get(4)))
                .isCloseTo(NPS.estimate(0.9).interval().orElseThrow().lower(), within(1e-12));
    }

    @Test
    void progress_goes_to_standard_error_only_when_somebody_is_watching_or_it_is_asked_for() {
        assertThat(Run.cxkit("report").err()).isEmpty();
        assertThat(Run.cxkit("report", "--no-progress").err()).isEmpty();
        assertThat(Run.cxkit("report", "--progress").exitCode()).isZero();
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}

package io.github.cxkit.examples.recovery;

import static io.github.cxkit.examples.recovery.RecoveryRun.cell;
import static io.github.cxkit.examples.recovery.RecoveryRun.json;
import static io.github.cxkit.examples.recovery.RecoveryRun.number;
import static io.github.cxkit.examples.recovery.RecoveryRun.sample;
import static io.github.cxkit.examples.report.JsonMaps.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.examples.Run;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.change.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryOnSampleTest {

    private static final List<String> HEADER = Arrays.asList(
            SampleRecoveries.csv().lines().findFirst().orElseThrow().split(",", -1));

    /** How many rows of the sample have these cells, counted without the program. */
    private static long count(String... columnsAndCells) {
        return SampleRecoveries.csv()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> {
                    for (int i = 0; i < columnsAndCells.length; i += 2) {
                        if (!cells[HEADER.indexOf(columnsAndCells[i])].equals(columnsAndCells[i + 1])) {
                            return false;
                        }
                    }
                    return true;
                })
                .count();
    }

    private static Share disputed(String process) {
        long yes = count("process", process, "disputed", "yes");
        return Share.of(ShareMetric.lowerIsBetter("disputed"), yes, yes + count("process", process, "disputed", "no"));
    }

    private static String line(Run run, String start) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void text_says_what_was_read_and_from_which_columns() {
        Run run = sample("--by", "team");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Recovery report of sample-recoveries.csv (bundled, made up by a program)\n")
                .contains("400 rows read, none left out.")
                .isASCII();
        assertThat(line(run, "  first_response (hours)")).endsWith("first_response_hours           found by its name");
        assertThat(line(run, "  service_accepted")).contains(" service ");
        assertThat(line(run, "  by ")).endsWith("--by");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void text_shows_means_with_intervals_and_bounds_and_how_much_is_known() {
        Run csv = sample("--format", "csv");
        String fairness = line(sample(), "  fairness ");

        assertThat(fairness.strip().split("\\s{2,}"))
                .containsExactly("fairness", "71.8", "70.1 to 73.6", "344", "65.3 to 74.3");
        assertThat(number(csv, "", "all", "fairness", "value")).isCloseTo(71.8, within(0.05));
        assertThat(line(sample(), "  PROCESS ").strip().split("\\s{2,}"))
                .containsExactly("PROCESS", "82.3", "81.3 to 83.4", "400", "75.3 to 83.7", "92%", "25 cases");
        assertThat(sample().out()).contains("56 of 400 cases have no points");
    }

    @Test
    void text_shows_the_worst_case_and_a_typical_one_as_bars() {
        Run run = sample();

        assertThat(run.out())
                .contains("The case in row 166, the worst\n  22.5 of 100 points: not fair (fair from 70.0).\n")
                .contains(
                        "  INTERACTION   #############|                                         25.0  25.0 to 25.0  100%")
                .contains("Weakest: COMPENSATION. Is the outcome enough")
                .contains("Points were lost for: redress 33.3, explanation 7.1,")
                .contains("Given for what was lost: 0%")
                .contains("Held down: INTERACTION cannot be above 25.0, because of: violation (ignored message).")
                .contains("a typical one, next to the means")
                .contains("Not known: explanation.")
                .contains("Note: no violation was reported; taken as none.");
    }

    @Test
    void a_case_is_shown_on_request_also_where_there_are_bounds_only() {
        Run run = sample("--case", "2");

        assertThat(run.out())
                .contains("The case in row 2, as asked for")
                .contains(
                        "No points: too little is known. Whatever the missing evidence says, there are 75.3 to 80.5 of 100.")
                .doesNotContain("the worst");
    }

    @Test
    void the_new_process_is_fairer_by_the_cases_that_have_points() {
        Run text = sample("--by", "process", "--compare", "before:after");
        Run csv = sample("--by", "process", "--compare", "before:after", "--format", "csv");

        assertThat(line(text, "  fairness               66.7   76.2")).endsWith("INCONCLUSIVE");
        assertThat(text.out()).contains("fairness over all cases");
        assertThat(cell(csv, "change by process", "before:after", "fairness", "verdict"))
                .isEqualTo("inconclusive");
        assertThat(number(csv, "change by process", "before:after", "fairness", "value"))
                .isCloseTo(
                        number(csv, "process", "after", "fairness", "value")
                                - number(csv, "process", "before", "fairness", "value"),
                        within(1e-9));
        assertThat(cell(csv, "process", "after", "fairness", "vs_rest_verdict")).isEqualTo("better");
        assertThat(cell(csv, "process", "before", "fairness", "vs_rest_verdict"))
                .isEqualTo("worse");
    }

    @Test
    void an_outcome_is_a_share_with_newcombes_interval_between_two_groups() {
        Run csv = sample("--by", "process", "--compare", "before:after", "--format", "csv");
        Change change = Change.between(disputed("before"), disputed("after"));

        assertThat(number(csv, "process", "before", "disputed = yes", "value"))
                .isEqualTo(disputed("before").value());
        assertThat(number(csv, "change by process", "before:after", "disputed = yes", "value"))
                .isEqualTo(change.value());
        assertThat(number(csv, "change by process", "before:after", "disputed = yes", "lower"))
                .isEqualTo(change.difference().interval().orElseThrow().lower());
        assertThat(cell(csv, "change by process", "before:after", "disputed = yes", "method"))
                .isEqualTo("MOVER");
    }

    @Test
    void outcomes_can_be_one_value_of_a_column_and_are_shown_by_whether_the_case_was_fair() {
        Run csv = sample("--outcome", "relief=Refund", "--format", "csv");

        assertThat(number(csv, "", "all", "relief = Refund", "value"))
                .isCloseTo(100.0 * count("relief", "refund") / 400, within(1e-9));
        assertThat(number(csv, Sections.BY_FAIRNESS, "fair", "relief = Refund", "value"))
                .isGreaterThan(number(csv, Sections.BY_FAIRNESS, "not fair", "relief = Refund", "value"));
        assertThat(cell(csv, Sections.BY_FAIRNESS, "fair", "relief = Refund", "vs_rest_verdict"))
                .isEqualTo("higher");
        assertThat(csv.out()).doesNotContain("satisfaction");
        assertThat(sample("--outcome", "none").out()).doesNotContain("By whether", "disputed = ");
    }

    @Test
    void csv_has_one_row_per_group_and_figure() {
        Run csv = sample("--by", "team", "--format", "csv");

        assertThat(csv.out().lines().findFirst())
                .contains("group_column,group,figure,value,lower,upper,confidence,method,n,cases,bounds_lower,"
                        + "bounds_upper,known,base,p_value,verdict,vs_rest,vs_rest_lower,vs_rest_upper,"
                        + "vs_rest_adjusted_p,vs_rest_verdict");
        assertThat(csv.out().lines()).hasSize(1 + 7 + 2 * 7 + 3 * 2).allMatch(row -> row.split(",", -1).length == 21);
        assertThat(number(csv, "team", "north", "fairness", "cases")).isEqualTo(count("team", "north"));
        for (String figure : List.of("fairness", "PROCESS", "INTERACTION", "COMPENSATION")) {
            assertThat(number(csv, "", "all", figure, "bounds_lower"))
                    .isLessThan(number(csv, "", "all", figure, "bounds_upper"));
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void json_has_everything_and_the_points_lost_sum_to_what_is_lacking() {
        Map<String, Object> json = json(sample("--by", "team", "--compare", "south:north", "--format", "json"));

        assertThat(at(json, "rows")).isEqualTo(400);
        assertThat(at(json, "policy", "weights", "process")).isEqualTo(1 / 3.0);
        assertThat(at(json, "summary", "cases_with_points")).isEqualTo(344);
        assertThat(at(json, "breakdowns", 0, "groups", 0, "group")).isEqualTo("north");
        assertThat(at(json, "breakdowns", 0, "groups", 0, "cases")).isEqualTo((int) count("team", "north"));
        assertThat(at(json, "changes", 0, "figures", 0, "verdict")).isEqualTo("inconclusive");
        Map<String, Double> lost = (Map<String, Double>) at(json, "summary", "points_lost");
        double mean = (Double) at(json, "summary", "figures", 0, "value");
        assertThat(lost.values().stream().mapToDouble(Double::doubleValue).sum() + mean)
                .isCloseTo(100, within(1e-9));
        Map<String, Integer> weakest = (Map<String, Integer>) at(json, "summary", "weakest_in");
        assertThat(weakest.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(344);
        assertThat(at(json, "summary", "violations", "rude"))
                .isEqualTo((int) (count("violations", "rude") + count("violations", "rude; ignored_message")));
        assertThat((List<Integer>) at(json, "summary", "by_points"))
                .hasSize(10)
                .last()
                .isEqualTo(40);
        assertThat(json).doesNotContainKey("cases");
    }

    @Test
    void json_lists_every_case_on_request() {
        Map<String, Object> json = json(sample("--cases", "--format", "json"));

        assertThat((List<?>) at(json, "cases")).hasSize(400);
        assertThat(at(json, "cases", 1, "row")).isEqualTo(2);
        assertThat(at(json, "cases", 1, "points")).isNull();
        assertThat(at(json, "cases", 1, "points_lost")).isNull();
        assertThat(at(json, "cases", 1, "dimensions", "compensation", "not_known", 0))
                .isEqualTo("redress");
        assertThat(at(json, "cases", 165, "points")).isEqualTo(at(json, "shown_cases", 0, "points"));
        assertThat(at(json, "cases", 165, "dimensions", "interaction", "cap")).isEqualTo("violation");
    }

    @Test
    void the_policy_is_the_callers() {
        Run defaults = sample("--format", "csv");

        for (List<String> policy : List.of(
                List.of("--preset", "transaction"),
                List.of("--preset", "relationship"),
                List.of("--power", "0"),
                List.of("--power", "-infinity"),
                List.of("--curve", "satisfaction"),
                List.of("--minimum-coverage", "0.9"))) {
            Run other = sample("--format", "csv", policy.get(0), policy.get(1));
            assertThat(other.exitCode()).isZero();
            assertThat(number(other, "", "all", "fairness", "value"))
                    .as("%s", policy)
                    .isNotEqualTo(number(defaults, "", "all", "fairness", "value"));
        }
        assertThat(number(sample("--format", "csv", "--fair-from", "50"), "", "all", "fair cases", "value"))
                .isGreaterThan(number(defaults, "", "all", "fair cases", "value"));
        assertThat(sample("--power", "-infinity", "--curve", "satisfaction").out())
                .contains("power -infinity; compensation by satisfaction");
        assertThat(at(json(sample("--power", "-inf", "--format", "json")), "policy", "power"))
                .isEqualTo("-infinity");
    }

    @Test
    void weights_are_fitted_to_each_outcome_with_the_reason_to_use_them_or_not() {
        Run text = sample("--fit-weights", "--outcome", "satisfaction");
        Map<String, Object> json = json(sample("--fit-weights", "--outcome", "satisfaction", "--format", "json"));

        assertThat(text.out())
                .contains("Weights that satisfaction calls for")
                .contains("To use: equal weights, for fitted ones do not predict better");
        double sum = 0;
        for (String dimension : List.of("process", "interaction", "compensation")) {
            sum += (Double) at(json, "fitted_weights", 0, "weights", dimension, "fitted");
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(at(json, "fitted_weights", 0, "weights", "process", "to_use"))
                .isEqualTo(1 / 3.0);
        assertThat((Integer) at(json, "fitted_weights", 0, "n")).isBetween(200, 268);
    }

    @Test
    void confidence_widens_the_intervals() {
        Run wide = sample("--confidence", "0.99", "--format", "csv");

        assertThat(number(wide, "", "all", "fairness", "lower"))
                .isLessThan(number(sample("--format", "csv"), "", "all", "fairness", "lower"));
        assertThat(sample("--confidence", "0.99").out()).contains("99% interval");
    }
}

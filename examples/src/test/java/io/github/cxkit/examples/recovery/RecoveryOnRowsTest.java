package io.github.cxkit.examples.recovery;

import static io.github.cxkit.examples.recovery.RecoveryRun.json;
import static io.github.cxkit.examples.report.JsonMaps.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.examples.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files written for one question each. */
class RecoveryOnRowsTest {

    private static final String WORKED_HEADER = "first_response,expected_first_response,resolved_in_time,contacts,"
            + "hand_offs,channel_switches,reopenings,promises_made,promises_kept,apology_empathy,apology_intensity,"
            + "apology_timeliness,explanation,effort,loss,compensation,service";
    private static final String WORKED_ROW = "6,4,yes,3,1,0,0,3,2,0.8,0.6,1,1,0.75,200,160,rejected";

    @TempDir
    private Path folder;

    private Object first(List<String> lines, String... options) {
        List<String> all = new ArrayList<>(List.of("--format", "json", "--cases"));
        all.addAll(List.of(options));
        Run run = RecoveryRun.lines(folder, lines, all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        Map<String, Object> json = json(run);
        assertThat(at(json, "bad_rows", "count")).isEqualTo(0);
        return Objects.requireNonNull(at(json, "cases", 0));
    }

    private double points(List<String> lines, String dimension, String... options) {
        return (Double) Objects.requireNonNull(at(first(lines, options), "dimensions", dimension, "points"));
    }

    @Test
    void the_worked_case_of_the_documentation() {
        Object worked = first(List.of(WORKED_HEADER, WORKED_ROW));

        assertThat((Double) at(worked, "points")).isCloseTo(76.55, within(5e-3));
        assertThat((Double) at(worked, "bounds_lower")).isCloseTo(67.45, within(5e-3));
        assertThat((Double) at(worked, "bounds_upper")).isCloseTo(78.35, within(5e-3));
        assertThat(at(worked, "weakest")).isEqualTo("compensation");
        assertThat((Double) at(worked, "points_lost", "redress")).isCloseTo(12.2, within(0.05));
        assertThat(at(worked, "compensation_ratio")).isEqualTo(0.8);
    }

    @Test
    void an_empty_cell_is_not_known_and_not_applicable_leaves_the_score() {
        Object empty = first(List.of("contacts,reopenings,x", ",0,a"), "--minimum-coverage", "0");
        Object notApplicable = first(List.of("contacts,reopenings,x", "N/A,0,a"), "--minimum-coverage", "0");
        Object other =
                first(List.of("contacts,reopenings,x", "n/k,0,a"), "--minimum-coverage", "0", "--unknown", "n/k");

        assertThat((Double) at(notApplicable, "dimensions", "process", "bounds_lower"))
                .isGreaterThan((Double) at(empty, "dimensions", "process", "bounds_lower"));
        assertThat(other).isEqualTo(empty);
    }

    @ParameterizedTest
    @CsvSource({
        "first_response_minutes, 360",
        "first_response_hours, 6",
        "first_response, 6.0",
        "first_response, PT6H",
        "first_response, PT360M"
    })
    void times_are_in_the_unit_that_the_name_ends_with_or_say_it_themselves(String column, String cell) {
        String expected = column.replace("first", "expected_first");
        String four = column.endsWith("minutes") ? "240" : "4";

        assertThat(points(List.of(column + "," + expected, cell + "," + four), "process", "--minimum-coverage", "0"))
                .isCloseTo(100 * Math.pow(0.5, 0.5), within(1e-9));
    }

    @Test
    void in_time_or_not_is_enough_where_nothing_else_is_known() {
        assertThat(points(List.of("made_sla,x", "FALSE,a"), "process", "--minimum-coverage", "0"))
                .isZero();
        assertThat(points(List.of("timely,x", "Yes,a"), "process", "--minimum-coverage", "0"))
                .isEqualTo(100);
    }

    @Test
    void levels_are_numbers_percentages_or_yes_and_no() {
        List<String> any = List.of("--minimum-coverage", "0");

        assertThat(points(List.of("courtesy,x", "0.4,a"), "interaction", any.toArray(String[]::new)))
                .isEqualTo(40);
        assertThat(points(List.of("courtesy,x", "40%,a"), "interaction", any.toArray(String[]::new)))
                .isEqualTo(40);
        assertThat(points(List.of("explanation,x", "yes,a"), "interaction", any.toArray(String[]::new)))
                .isEqualTo(100);
        assertThat(points(List.of("apology,x", "no,a"), "interaction", any.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void an_apology_of_which_a_part_is_not_known_is_not_known() {
        Object half = first(List.of("apology_empathy,apology_intensity,apology_timeliness", "1,,1"));

        assertThat(at(half, "dimensions", "interaction", "known")).isEqualTo(0.0);
    }

    @Test
    void no_promise_made_does_not_apply_and_needs_no_promises_kept() {
        Object none = first(List.of("promises_made,promises_kept,contacts", "0,,1"), "--minimum-coverage", "0");

        assertThat(String.valueOf(at(none, "dimensions", "process", "not_known")))
                .doesNotContain("promises");
    }

    @Test
    void a_loss_is_the_sum_of_its_parts_and_known_where_each_column_says_something() {
        String header = "loss,loss_out_of_pocket,loss_hours,value_of_hour,loss_trouble,compensation,service,currency";

        assertThat(at(first(List.of(header, "100,,2.5,20,50,160,accepted,EUR")), "compensation_ratio"))
                .isNull();
        assertThat(at(first(List.of(header, "100,0,2.5,20,50,160,accepted,EUR")), "compensation_ratio"))
                .isEqualTo(0.8);
        assertThat(at(first(List.of(header, "100,N/A,2.5,20,50,160,accepted,USD")), "compensation_ratio"))
                .isEqualTo(0.8);
        assertThat(at(first(List.of(header, "100,0,2.5,,50,160,accepted,EUR")), "compensation_ratio"))
                .isNull();
        assertThat(at(first(List.of(header, "100,0,0,,0,160,accepted,EUR")), "compensation_ratio"))
                .isEqualTo(1.6);
        assertThat(at(first(List.of(header, "N/A,N/A,N/A,,N/A,,,EUR")), "dimensions", "compensation"))
                .isNull();
    }

    @Test
    void a_violation_and_a_problem_that_was_not_fixed_hold_a_dimension_down() {
        List<String> lines = List.of(
                "courtesy,violations,loss,compensation,service,problem_fixed",
                "1,rude; blamed customer,10,10,accepted,no",
                "1,none,10,10,accepted,yes");
        Run run = RecoveryRun.lines(
                folder, lines, "--minimum-coverage", "0", "--case", "1", "--case", "2", "--format", "json");
        Object json = json(run);

        assertThat(at(json, "shown_cases", 0, "dimensions", "interaction", "points"))
                .isEqualTo(25.0);
        assertThat(at(json, "shown_cases", 0, "dimensions", "compensation", "points"))
                .isEqualTo(25.0);
        assertThat(at(json, "shown_cases", 1, "dimensions", "interaction", "points"))
                .isEqualTo(100.0);
        assertThat(at(json, "summary", "violations", "blamed_customer")).isEqualTo(1);
        assertThat(RecoveryRun.lines(folder, lines, "--case", "1").out())
                .contains("because of: violation (rude, blamed customer).")
                .contains("because of: core problem not fixed.");
    }

    @Test
    void like_for_like_and_at_once_are_said_of_a_case() {
        assertThat(RecoveryRun.lines(
                                folder,
                                List.of(
                                        "loss,loss_kind,compensation,compensation_kind,immediate",
                                        "10,money,8,money,yes",
                                        "10,money,8,credit,no"),
                                "--case",
                                "1",
                                "--case",
                                "2")
                        .out())
                .contains("Given for what was lost: 80%, like for like, at once.")
                .contains("Given for what was lost: 80%, in another kind, later.");
    }

    @Test
    void a_failure_that_nobody_noticed_needs_no_apology() {
        Object unnoticed = first(List.of("noticed,courtesy,effort,explanation", "no,1,1,1"));

        assertThat(at(unnoticed, "dimensions", "interaction", "known")).isEqualTo(1.0);
    }

    @Test
    void columns_of_other_names_are_named_and_unwanted_ones_left_out() {
        Run run = RecoveryRun.lines(
                folder, List.of("calls,effort", "2,7"), "--column", "contacts=CALLS", "--column", "Effort=none");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("  contacts  calls  --column").doesNotContain("  effort  effort");
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, -1, not a number from 0 on",
        "contacts, many, not a number from 0 on",
        "courtesy, 7, not between 0 and 1",
        "courtesy, nice, not between 0 and 1",
        "choice_offered, maybe, not yes or no",
        "service, returned, not accepted or rejected",
        "first_response, soon, not a number of hours or a PT6H30M",
        "first_response, -2, below 0",
        "expected_first_response, 0, not above 0",
        "loss, ten, not an amount such as 120.50",
        "loss, -10, below 0",
        "loss, 1.005, more decimals than EUR has",
        "violations, late, 'not none, rude, blamed_customer, untrue or ignored_message'",
        "compensation_kind, time, 'not money, goods, service or credit'",
        "immediate, later, not yes or no",
        "currency, Taler, not a currency such as EUR",
        "noticed, perhaps, not yes or no",
        "loss_kind, time, 'not money, goods, service or credit'"
    })
    void a_cell_that_is_none_leaves_its_row_out(String column, String cell, String reason) {
        Run run = RecoveryRun.lines(folder, List.of("reopenings," + column, "0," + cell, "0,", "0,"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().asString().contains("1 of 3 rows were left out", "--max-bad 1%");
        assertThat(run.out())
                .contains("3 rows read, 1 left out.", "1  " + column + ": " + reason, "line 2  " + column)
                .contains("\"" + cell + "\": " + reason);
    }

    @Test
    void rows_that_contradict_themselves_are_left_out() {
        assertReason("promises_made,promises_kept", "2,3", "promises_kept: more than promises made");
        assertReason("first_response,expected_first_response,timely", "6,4,yes", "timely: contradicts the times");
        assertReason(
                "apology,apology_empathy,apology_intensity,apology_timeliness", "no,1,1,1", "apology: contradicts");
        assertReason("hand_offs,channel_switches", "1,N/A", "must be stated or not applicable, but was both");
        assertReason("loss,compensation,currency", "5,5,", "currency: an amount without a currency");
        assertReason("loss,compensation,currency", "5,5,Taler", "currency: not a currency such as EUR");
        assertReason("contacts,x", "1", "not 2 fields, as the header has");
        assertReason("contacts,satisfaction", "1,good", "satisfaction: not yes or no, or a number");
    }

    private void assertReason(String header, String row, String reason) {
        assertThat(RecoveryRun.lines(folder, List.of(header, row)).out())
                .as(row)
                .contains("1 row read, 1 left out.")
                .contains(reason);
    }

    @Test
    void the_first_outcome_that_says_something_decides_what_the_others_must_be() {
        Run run = RecoveryRun.lines(
                folder, List.of("contacts,kept", "1,", "1,yes", "1,4", "1,no"), "--max-bad", "1", "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(at(json(run), "bad_rows", "by_reason", "kept: not yes or no"))
                .isEqualTo(1);
        assertThat(at(json(run), "summary", "figures", 5, "n")).isEqualTo(2);
    }

    @Test
    void groups_of_few_cases_are_listed_with_bounds_and_without_a_value() {
        Run run = RecoveryRun.lines(
                folder, List.of(WORKED_HEADER + ",team", WORKED_ROW + ",a", WORKED_ROW + ","), "--by", "team");

        assertThat(run.out())
                .contains("(empty)")
                .containsPattern("    a +- +- +1 +1 +67.4 to 78.3 +too few")
                .contains("fewer than 10 cases: the value is not shown");
    }

    @Test
    void groups_that_are_numbers_stand_in_their_order() {
        assertThat(Sections.arrange(List.of("10", "(empty)", "9", "1"))).containsExactly("1", "9", "10", "(empty)");
        assertThat(Sections.arrange(List.of("b", "10", "(empty)", "9"))).containsExactly("10", "9", "b", "(empty)");
    }

    @Test
    void all_rows_left_out_is_a_short_report() {
        Run run = RecoveryRun.lines(folder, List.of("contacts,x", "many,a"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("How fairly");
        assertThat(json(RecoveryRun.lines(folder, List.of("contacts,x", "many,a"), "--format", "json")))
                .containsKey("summary");
    }
}

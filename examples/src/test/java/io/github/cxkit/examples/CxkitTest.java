package io.github.cxkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CxkitTest {

    @Test
    void without_arguments_it_reports_on_the_bundled_survey_and_says_so() {
        Run run = Run.cxkit();

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("This is \"cxkit report --by channel --by touchpoint\" on a bundled, made-up survey.")
                .contains("cxkit report --help")
                .contains("By channel")
                .contains("By touchpoint")
                .contains("By month of answered_at");
    }

    @Test
    void its_help_names_the_commands() {
        Run run = Run.cxkit("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("report").contains("NPS, CSAT and CES");
        assertThat(run.out()).contains("times").contains("how long customers waited");
    }

    @Test
    void the_help_of_times_is_enough_on_its_own() {
        Run run = Run.cxkit("times", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "--opened",
                        "--replied",
                        "--resolved",
                        "--closed",
                        "--met",
                        "--case",
                        "--at",
                        "--kind",
                        "--party")
                .contains(
                        "--seen-at",
                        "--opened-from",
                        "--opened-before",
                        "--clock",
                        "--unit",
                        "--open-hours",
                        "--holidays")
                .contains("--target", "--tolerance", "--fcr-window", "--months", "--compare", "--by", "--zone")
                .contains("first_reply_at", "date_received", "case_id", "2026-03-31 09:30", "for all cases together")
                .contains("Exit codes:", "Examples:", "5m:12%")
                .doesNotContain("%%", "%n");
    }

    @Test
    void the_help_of_the_report_is_enough_on_its_own() {
        Run run = Run.cxkit("report", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("--nps", "--csat", "--csat-scale", "--csat-top", "--ces", "--ces-scale", "--ces-low-is-easy")
                .contains("--ces-easy-points", "--weight", "--by", "--month", "--zone", "--confidence", "--skipped")
                .contains("--not-applicable", "--encoding", "--separator", "--format", "--max-bad", "--[no-]progress")
                .contains("likelihood_to_recommend")
                .contains("Exit codes:")
                .contains("Examples:")
                .contains("delivered_at<=promised_at")
                .doesNotContain("%%", "%n");
    }

    @Test
    void the_help_of_recovery_is_enough_on_its_own() {
        Run run = Run.cxkit("recovery", "--help");

        assertThat(Run.cxkit("--help").out()).contains("recovery", "how fairly failures were put right");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("--column", "--by", "--compare", "--outcome", "--fit-weights", "--seed", "--case", "--cases")
                .contains("--preset", "--curve", "--power", "--minimum-coverage", "--fair-from", "--currency")
                .contains("apology_empathy", "reassignment_count", "made_sla", "Exit codes:", "Examples:")
                .doesNotContain("%%", "%n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void recovery_reads_no_times_and_so_takes_no_zone() {
        Run run = Run.cxkit("recovery", "--zone", "UTC");

        assertThat(Run.cxkit("recovery", "--help").out()).doesNotContain("--zone");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--zone");
    }

    @Test
    void no_example_of_a_command_is_broken_into_two_lines() {
        for (String command : List.of("report", "times", "recovery")) {
            assertThat(Run.cxkit(command, "--help").out().lines().dropWhile(line -> !line.equals("Examples:")))
                    .as(command)
                    .hasSizeGreaterThan(6)
                    .allMatch(line ->
                            line.equals("Examples:") || line.startsWith("  cxkit ") || line.startsWith("      "));
        }
    }

    @Test
    void a_misspelt_command_is_one_line_with_advice() {
        Run run = Run.cxkit("repot");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("'repot'", "Maybe report.");
    }

    @Test
    void an_unknown_option_is_one_line() {
        Run run = Run.cxkit("report", "--colour");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("--colour", "cxkit report --help");
    }
}

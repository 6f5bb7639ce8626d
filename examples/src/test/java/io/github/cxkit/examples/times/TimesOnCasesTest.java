package io.github.cxkit.examples.times;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.examples.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesOnCasesTest {

    /** Twelve cases of a Monday: eight resolved after 1 to 8 hours, three open since 9:00, one closed without a resolution. */
    private static final List<String> MONDAY = monday();

    @TempDir
    private Path folder;

    private static List<String> monday() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at,closed_at,team"));
        for (int hours = 1; hours <= 8; hours++) {
            lines.add("2026-03-02T09:00,2026-03-02T" + (hours == 1 ? "10" : Integer.toString(9 + hours)) + ":00,,"
                    + (hours % 2 == 0 ? "north" : "south"));
        }
        lines.addAll(Collections.nCopies(3, "2026-03-02T09:00,,,north"));
        lines.add("2026-03-02T09:00,,2026-03-02T11:00,south");
        return List.copyOf(lines);
    }

    @Test
    void open_cases_are_counted_in_and_unknown_ones_are_neither_open_nor_zero() {
        CsvFigures figures = CsvFigures.of(folder, MONDAY);

        assertThat(figures.count("resolution", "cases")).isEqualTo(12);
        assertThat(figures.count("resolution", "unknown")).isEqualTo(1);
        assertThat(figures.count("resolution", "still open")).isEqualTo(3);
        assertThat(figures.all("resolution", "still open").getField("n")).isEqualTo("11");
        assertThat(figures.value("resolution", "median")).isEqualTo(6.0);
        assertThat(figures.all("resolution", "p90").getField("value")).isEmpty();
        assertThat(figures.all("resolution", "p90").getField("note")).isEqualTo("not reached: too many still wait");
        assertThat(figures.all("resolution", "closed-only median").getField("value"))
                .isEmpty();
        assertThat(figures.all("resolution", "closed-only median").getField("base"))
                .isEqualTo("suppressed");
    }

    @Test
    void a_file_is_seen_at_its_latest_time_unless_told_otherwise() {
        assertThat(CsvFigures.times(folder, MONDAY).out())
                .contains("12 cases, as known at 2026-03-02T17:00:00Z, the latest");
        assertThat(CsvFigures.times(folder, MONDAY, "--seen-at", "2026-03-02T12:30", "--zone", "Europe/Copenhagen")
                        .out())
                .contains("12 cases, as known at 2026-03-02T12:30:00+01:00.\n")
                .contains("3 cases are over, 8 still open, 1 unknown");
    }

    @Test
    void closed_later_without_a_resolution_is_unknown_before_as_well() {
        assertThat(CsvFigures.of(folder, MONDAY, "--seen-at", "2026-03-02T10:00")
                        .count("resolution", "unknown"))
                .isEqualTo(1);
    }

    @Test
    void without_open_cases_percentiles_are_those_of_the_closed_ones() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at"));
        for (int hours = 1; hours <= 10; hours++) {
            lines.add("2026-03-02T00:00,2026-03-02T%02d:00".formatted(hours));
        }
        CsvFigures figures = CsvFigures.of(folder, lines);

        assertThat(figures.value("resolution", "median")).isEqualTo(5.5);
        assertThat(figures.value("resolution", "p90")).isEqualTo(9.1);
        assertThat(figures.value("resolution", "closed-only mean")).isEqualTo(5.5);
        assertThat(CsvFigures.times(folder, lines).out())
                .contains("10 cases are over, 0 still open.")
                .contains("nothing is open any more")
                .doesNotContain("Kaplan", "closed cases only");
    }

    @Test
    void a_target_is_met_breached_or_pending() {
        CsvFigures figures = CsvFigures.of(
                folder, MONDAY, "--target", "4h", "--target", "resolution=10h", "--seen-at", "2026-03-02T17:00");

        assertThat(figures.count("resolution", "within 4h")).isEqualTo(4);
        assertThat(figures.all("resolution", "within 4h").getField("n")).isEqualTo("11");
        assertThat(figures.all("resolution", "within 4h").getField("pending")).isEqualTo("0");
        assertThat(figures.all("resolution", "within 10h").getField("pending")).isEqualTo("3");
        assertThat(CsvFigures.number(figures.all("resolution", "within 10h, bounds"), "lower"))
                .isEqualTo(100 * 8 / 11.0);
        assertThat(CsvFigures.number(figures.all("resolution", "within 10h, bounds"), "upper"))
                .isEqualTo(100.0);
    }

    @Test
    void opening_hours_of_a_day_with_a_holiday() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at"));
        lines.addAll(Collections.nCopies(10, "2026-03-02T16:00,2026-03-04T10:00"));

        assertThat(CsvFigures.of(folder, lines, "--open-hours", "Mon-Fri 09:00-17:00")
                        .value("resolution in opening hours", "median"))
                .isEqualTo(10.0);
        assertThat(CsvFigures.of(
                                folder,
                                lines,
                                "--open-hours",
                                "Mon-Fri 09:00-17:00",
                                "--holidays",
                                "2026-03-03,2026-03-05")
                        .value("resolution in opening hours", "median"))
                .isEqualTo(2.0);
        assertThat(CsvFigures.of(folder, lines, "--open-hours", "Mon,Tue 22:00-06:00+1")
                        .value("resolution in opening hours", "median"))
                .isEqualTo(16.0);
        assertThat(CsvFigures.of(folder, lines, "--open-hours", "Mon-Sun 00:00-24:00", "--unit", "minutes")
                        .value("resolution in opening hours", "median"))
                .isEqualTo(42 * 60.0);
    }

    @Test
    void customers_of_cases_closed_without_a_reply_wait_on_unless_a_resolution_ends_it() {
        List<String> lines = new ArrayList<>(List.of("opened_at,first_reply_at,resolved_at"));
        lines.addAll(Collections.nCopies(8, "2026-03-02T09:00,2026-03-02T10:00,2026-03-02T12:00"));
        lines.addAll(Collections.nCopies(3, "2026-03-02T09:00,,2026-03-02T12:00"));

        assertThat(CsvFigures.of(folder, lines).count("first reply", "ended unanswered"))
                .isEqualTo(3);
        assertThat(CsvFigures.times(folder, lines).out())
                .contains("  8 answered, 3 still waiting.\n")
                .contains(
                        "  Of those waiting, 3 are of cases resolved or closed without a reply: these customers are taken to "
                                + "wait on. With --or-resolved, resolutions would end the wait in 3.\n");
        assertThat(CsvFigures.times(folder, lines, "--or-resolved").out())
                .contains("  11 answered or resolved, 0 still waiting.\n")
                .doesNotContain("without a reply");
    }

    @Test
    void or_resolved_is_not_advised_where_it_cannot_help() {
        List<String> lines = new ArrayList<>(List.of("opened_at,first_reply_at,resolved_at,closed_at"));
        lines.addAll(Collections.nCopies(8, "2026-03-02T09:00,2026-03-02T10:00,2026-03-02T12:00,"));
        lines.add("2026-03-02T09:00,,,2026-03-02T12:00");

        assertThat(CsvFigures.times(folder, lines).out())
                .contains("8 answered, 1 still waiting.")
                .contains("Of those waiting, 1 is of a case resolved or closed without a reply")
                .doesNotContain("--or-resolved");
    }

    @Test
    void the_median_of_many_ties_is_not_said_to_be_exceeded_by_half() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at"));
        lines.addAll(Collections.nCopies(20, "2026-03-02T09:00,2026-03-02T09:00"));
        lines.addAll(Collections.nCopies(10, "2026-03-02T09:00,2026-03-02T12:00"));
        lines.add("2026-03-02T09:00,");

        assertThat(CsvFigures.times(folder, lines).out())
                .contains("  The median is 0.0 h; closed cases only would say the same, to a decimal.\n")
                .doesNotContain("longer than 0.0 h");
    }

    @Test
    void only_cases_opened_in_the_span_are_in() {
        List<String> lines = List.of(
                "opened_at,resolved_at",
                "2026-01-31T23:30,2026-02-01T00:30",
                "2026-02-01T00:00,2026-02-01T00:30",
                "2026-02-28T23:59,",
                "2026-03-01T00:00,2026-03-02T00:00");

        Run run = CsvFigures.times(
                folder,
                lines,
                "--opened-from",
                "2026-02-01",
                "--opened-before",
                "2026-03-01",
                "--seen-at",
                "2026-02-15");

        assertThat(run.out())
                .contains("1 case, as known at 2026-02-15T00:00:00Z.\n")
                .contains("2 other cases were opened outside the span asked for.\n")
                .contains("1 other case began later than that.\n");
    }

    @Test
    void what_the_file_says_of_targets() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at,sla,reopen_count"));
        lines.addAll(Collections.nCopies(9, "2026-03-02T09:00,2026-03-02T10:00,Yes,0"));
        lines.addAll(Collections.nCopies(3, "2026-03-02T09:00,2026-03-02T10:00,false,2"));
        lines.add("2026-03-02T09:00,,,");

        CsvFigures figures = CsvFigures.of(folder, lines, "--met", "sla");

        assertThat(figures.value("", "kept (sla)")).isEqualTo(75.0);
        assertThat(figures.all("", "kept (sla)").getField("pending")).isEqualTo("1");
        assertThat(figures.value("", "reopenings per case")).isEqualTo(0.5);
        assertThat(CsvFigures.times(folder, lines, "--met", "sla").out())
                .contains("Targets kept (sla), as the file says")
                .contains("9 met, 3 breached, 1 pending");
    }

    @Test
    void groups_that_are_numbers_are_in_their_order_and_empty_ones_last() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at,level"));
        for (String level : List.of("10", "", "9", "2")) {
            lines.addAll(Collections.nCopies(10, "2026-03-02T09:00,2026-03-02T10:00," + level));
        }

        String out = CsvFigures.times(folder, lines, "--by", "level").out();

        assertThat(out).containsSubsequence("\n  2  ", "\n  9  ", "\n  10  ", "\n  (empty)  ");
        assertThat(out).contains("Log-rank test of all groups: none; log-rank test is undefined");
    }

    @Test
    void runs_of_months_are_compared_and_the_month_between_is_shown() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at"));
        for (int day = 1; day <= 12; day++) {
            lines.add("2026-01-%02dT00:00,2026-01-%02dT%02d:00".formatted(day, day, day));
            lines.add("2026-03-%02dT00:00,2026-03-%02dT%02d:30".formatted(day, day, day / 3));
        }

        CsvFigures figures = CsvFigures.of(folder, lines, "--months", "--compare", "2026-01..2026-02:2026-03");
        var test = figures.row("resolution", "change by month of opening", "2026-01..2026-02:2026-03", "log-rank");

        assertThat(test.getField("verdict")).isEqualTo("improved");
        assertThat(figures.row(
                                "resolution",
                                "change by month of opening",
                                "2026-01..2026-02:2026-03",
                                "closed-only geometric mean")
                        .getField("verdict"))
                .isEqualTo("improved");
        assertThat(CsvFigures.times(folder, lines, "--months").out())
                .containsPattern("2026-02 +0 +0 +- +- +- +- +none")
                .contains("1 small groups left out");
    }

    @Test
    void a_wait_of_nothing_has_no_geometric_mean() {
        List<String> lines = new ArrayList<>(List.of("date_received,resolved,team"));
        lines.addAll(Collections.nCopies(10, "2026-03-02,2026-03-02,a"));
        lines.addAll(Collections.nCopies(10, "2026-03-02,2026-03-04,b"));

        Run run = CsvFigures.times(folder, lines, "--unit", "days", "--by", "team", "--compare", "a:b");

        assertThat(run.out())
                .containsPattern("geometric mean +- +- +20 +- +undefined, for 10 took no time")
                .containsPattern("log-rank, open ones included +<0\\.001 +WORSENED");
    }

    @Test
    void an_end_before_its_start_is_a_bad_row_with_both_instants() {
        List<String> lines = new ArrayList<>(List.of("opened_at,first_reply_at,resolved_at"));
        lines.addAll(Collections.nCopies(10, "2026-03-02T09:00,2026-03-02T10:00,2026-03-02T12:00"));
        lines.add("2026-03-02T09:00,2026-03-02T08:59,");
        lines.add("2026-03-02T09:00,,2026-03-01T09:00");
        lines.add(",,2026-03-01T09:00");
        lines.add("yesterday at about noon by telephone,,");
        lines.add("2026-03-02T09:00,x");

        Run run = CsvFigures.times(folder, lines);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("5 of 15 rows were left out, more than --max-bad 1%");
        assertThat(run.out())
                .contains("15 rows read, 5 left out; each is a case.")
                .contains(
                        "line 12  first_reply_at  \"2026-03-02T08:59:00Z, opened_at 2026-03-02T09:00:00Z\": before opened_at")
                .contains("  1  resolved_at: before opened_at\n")
                .contains("  1  opened_at: empty, so that nothing can be timed\n")
                .contains("\"yesterday at about n...\": not a time such as")
                .contains("  1  not 3 fields, as the header has\n");
    }

    @Test
    void local_times_that_the_clocks_skip_are_bad_and_repeated_ones_are_the_earlier() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at"));
        lines.addAll(Collections.nCopies(10, "2026-10-25T02:30,2026-10-25T01:00Z"));
        lines.add("2026-03-29T02:30,");

        CsvFigures figures =
                CsvFigures.of(folder, lines, "--zone", "Europe/Copenhagen", "--unit", "minutes", "--max-bad", "1");

        assertThat(figures.run().exitCode()).isZero();
        assertThat(figures.value("resolution", "median")).isEqualTo(30.0);
        assertThat(figures.count("resolution", "cases")).isEqualTo(10);
        assertThat(CsvFigures.times(folder, lines, "--zone", "Europe/Copenhagen")
                        .out())
                .contains("  1  opened_at: skipped by the clocks of Europe/Copenhagen\n")
                .contains("\"2026-03-29T02:30\": skipped by the clocks of Europe/Copenhagen")
                .contains("as known at 2026-10-25T02:00:00+01:00, the latest time");
    }

    @Test
    void instants_of_bad_rows_are_shown_in_the_zone_asked_for() {
        List<String> lines = new ArrayList<>(List.of("opened_at,resolved_at"));
        lines.addAll(Collections.nCopies(10, "2026-03-02T09:00,2026-03-02 10:00"));
        lines.add("2026-03-02T09:00,2026-03-02T08:59");

        assertThat(CsvFigures.times(folder, lines, "--zone", "Europe/Copenhagen")
                        .out())
                .contains("\"2026-03-02T08:59:00+01:00, opened_at 2026-03-02T09:00:00+01:00\": before opened_at");
    }
}

package io.github.cxkit.examples.times;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.examples.Run;
import io.github.cxkit.examples.report.JsonMaps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesOnEventsTest {

    @TempDir
    private Path folder;

    /** Cases that are all alike, with these events between an opening at 9:00 and a resolution at 12:00. */
    private static List<String> tenCases(String... between) {
        List<String> lines = new ArrayList<>(List.of("ticket,timestamp,event,party,handler_kind,agent_id,topic"));
        for (int i = 0; i < 10; i++) {
            lines.add("t" + i + ",2026-03-02T09:00Z,opened,,,,");
            for (String event : between) {
                lines.add("t" + i + "," + event);
            }
            lines.add("t" + i + ",2026-03-02T12:00Z,resolved,company,,,");
        }
        return lines;
    }

    @Test
    void usual_names_make_a_file_of_events_and_rows_order_what_has_no_numbers() {
        Run run = CsvFigures.times(folder, tenCases("2026-03-02T10:00Z,replied,,,a1,"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("30 rows read, none left out; each is an event of a case.")
                .contains(
                        "There is no column of sequence numbers: events of the same instant are taken to have happened in the "
                                + "order of the rows.")
                .containsPattern("case +ticket +found by its name")
                .containsPattern("median +1\\.0 h +");
    }

    @Test
    void bots_and_acknowledgements_do_not_answer_unless_told() {
        List<String> lines = tenCases(
                "2026-03-02T09:00Z,acknowledged,company,person,,",
                "2026-03-02T09:30Z,replied,company,bot,,",
                "2026-03-02T10:00Z,replied,company,person,a1,");

        assertThat(CsvFigures.of(folder, lines).value("first reply", "median")).isEqualTo(1.0);
        assertThat(CsvFigures.of(folder, lines, "--count-bots").value("first reply, bots count", "median"))
                .isEqualTo(0.5);
        assertThat(CsvFigures.of(folder, lines, "--count-acknowledgements")
                        .value("first reply, acknowledgements count", "median"))
                .isZero();
    }

    @Test
    void the_group_of_a_case_is_the_first_that_its_events_name() {
        List<String> lines = tenCases("2026-03-02T11:00Z,replied,,,a1,later", "2026-03-02T10:00Z,assigned,,,a1,sooner");

        CsvFigures figures = CsvFigures.of(folder, lines, "--by", "topic");

        assertThat(figures.row("resolution", "topic", "sooner", "cases").getField("counted"))
                .isEqualTo("10");
        assertThat(figures.rows()).noneMatch(row -> row.getField("group").equals("later"));
    }

    @Test
    void effort_is_counted_over_cases() {
        List<String> lines = tenCases(
                "2026-03-02T09:30Z,contacted,customer,,,",
                "2026-03-02T10:00Z,assigned,,,a1,",
                "2026-03-02T10:10Z,assigned,,,a2,",
                "2026-03-02T10:20Z,assigned,,,a1,");

        CsvFigures figures = CsvFigures.of(folder, lines);

        assertThat(figures.value("", "contacts per case")).isEqualTo(2.0);
        assertThat(figures.value("", "hand-offs per case")).isEqualTo(2.0);
        assertThat(figures.value("", "hand-backs per case")).isEqualTo(1.0);
        assertThat(figures.value("", "reopenings per case")).isZero();
    }

    @Test
    void a_case_that_cannot_be_is_left_out_with_all_its_rows() {
        List<String> lines = tenCases("2026-03-02T10:00Z,replied,,,a1,");
        lines.add("secret-id,2026-03-02T09:00Z,opened,customer,,,");
        lines.add("secret-id,2026-03-02T08:00Z,resolved,company,,,");

        Run run = CsvFigures.times(folder, lines, "--max-bad", "2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("32 rows read, 2 left out")
                .contains("  2  event: a case whose events contradict each other\n")
                .contains("RESOLVED must not come before OPENED at 2026-03-02T09:00:00Z")
                .contains("but was at 2026-03-02T08:00:00Z")
                .contains("10 cases, as known at 2026-03-02T12:00:00Z")
                .doesNotContain("secret-id");
    }

    @Test
    void cells_that_say_nothing_known_are_bad_rows() {
        List<String> lines = new ArrayList<>(
                List.of("case_id,at,kind,party,handler_kind,sequence", "1,2026-03-02,opened,customer,,0"));
        lines.add("1,2026-03-02,mailed,customer,,1");
        lines.add("1,2026-03-02,replied,customer,person,1");
        lines.add("1,2026-03-02,contacted,company,,1");
        lines.add("1,2026-03-02,replied,company,robot,1");
        lines.add("1,2026-03-02,resolved,nobody,,1");
        lines.add("1,2026-03-02,resolved,company,,first");
        lines.add("1,today,resolved,company,,1");
        lines.add(",2026-03-02,resolved,company,,1");
        lines.add("2,2026-03-02,opened,customer,,0");

        Run run = CsvFigures.times(folder, lines, "--max-bad", "9");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "  1  kind: not opened, contacted, replied, acknowledged, assigned, held, resumed, resolved, reopened or closed\n")
                .contains("  1  party: replied is what the company does\n")
                .contains("  1  party: contacted is what the customer does\n")
                .contains("  1  handler_kind: not person or bot\n")
                .contains("  1  party: not customer or company\n")
                .contains("  1  sequence: not a number such as 1\n")
                .contains("  1  at: not a time such as")
                .contains("  1  case_id: empty, so that the case is not known\n")
                .contains("  1  of a case with another row that is left out\n")
                .contains("0 cases are over, 1 still open.");
    }

    @Test
    void a_case_with_a_row_left_out_is_left_out_as_a_whole_and_counted() {
        List<String> lines = tenCases("2026-03-02T10:00Z,replied,,,a1,");
        for (int i = 0; i < 3; i++) {
            lines.add("secret-" + i + ",2026-03-02T09:00Z,opened,customer,,,");
            lines.add("secret-" + i + ",2026-03-02T11:00Z,resolvd,company,,,");
        }
        lines.add("secret-3,2026-03-02T09:00Z,opened");
        lines.add("secret-3,2026-03-02T09:00Z,opened,,,,");
        lines.add("secret-4,2026-03-02T09:00Z,opened,,,,");
        lines.add("secret-4,2026-03-02T08:00Z,closed,,,,");
        lines.add(" ,2026-03-02T08:00Z,closed,,,,");

        Run run = CsvFigures.times(folder, lines, "--max-bad", "11");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("41 rows read, 11 left out")
                .contains("\n5 cases are left out as a whole: rows of theirs are bad or contradict each other")
                .contains("\n10 cases, as known at 2026-03-02T12:00:00Z")
                .contains("  4  of a case with another row that is left out\n")
                .contains("10 cases are over, 0 still open.")
                .doesNotContain("secret");
        assertThat(JsonMaps.at(
                        JsonMaps.object(CsvFigures.times(folder, lines, "--format", "json")
                                .out()),
                        "cases_left_out"))
                .isEqualTo(5);
    }

    @Test
    void one_case_left_out_is_one_and_whole_files_say_nothing_of_it() {
        List<String> lines = tenCases("2026-03-02T10:00Z,replied,,,a1,");

        assertThat(CsvFigures.times(folder, lines).out()).doesNotContain("left out as a whole");
        lines.add("t9,2026-03-02T13:00Z,reopend,customer,,,");
        assertThat(CsvFigures.times(folder, lines).out()).contains("\n1 case is left out as a whole");
    }

    @Test
    void instants_in_the_librarys_words_are_shown_in_the_zone_asked_for() {
        List<String> lines = tenCases();
        lines.add("x,2026-03-02T09:00Z,opened,customer,,,");
        lines.add("x,2026-03-02T08:00Z,resolved,company,,,");

        assertThat(CsvFigures.times(folder, lines, "--zone", "Europe/Stockholm").out())
                .contains("RESOLVED must not come before OPENED at 2026-03-02T10:00:00+01:00")
                .contains("as known at 2026-03-02T13:00:00+01:00")
                .doesNotContain("00Z");
    }

    @Test
    void later_replies_are_counted_by_the_wait() {
        List<String> lines = tenCases(
                "2026-03-02T10:00Z,replied,,,a1,",
                "2026-03-02T10:30Z,contacted,customer,,,",
                "2026-03-02T11:00Z,replied,,,a1,");

        assertThat(CsvFigures.times(folder, lines, "--clock", "later-replies").out())
                .contains("  10 times answered, 0 still waiting.\n");
    }
}

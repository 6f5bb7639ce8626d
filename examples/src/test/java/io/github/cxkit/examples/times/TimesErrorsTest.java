package io.github.cxkit.examples.times;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesErrorsTest {

    private static final List<String> CASES =
            List.of("opened_at,resolved_at,team", "2026-03-02T09:00,2026-03-02T10:00,north");

    @TempDir
    private Path folder;

    private void assertRefused(List<String> lines, int exitCode, List<String> options, String... words) {
        Run run = CsvFigures.times(folder, lines, options.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("cxkit: ")
                .contains(words);
    }

    private void assertUsage(List<String> options, String... words) {
        assertRefused(CASES, CommandFailure.USAGE, options, words);
    }

    @Test
    void columns_that_are_not_there() {
        assertUsage(List.of("--by", "teem"), "no column \"teem\" for --by", "Maybe \"team\".");
        assertUsage(List.of("--met", "sla"), "no column \"sla\" for --met");
        assertUsage(List.of("--clock", "first-reply"), "--clock first-reply needs a column", "--replied");
        assertUsage(List.of("--clock", "later-replies"), "needs a file with one row per event");
        assertUsage(List.of("--fcr-window", "7d"), "needs a file with one row per event");
        assertUsage(List.of("--case", "team"), "a file of events needs a case, a time and a kind");
        assertUsage(List.of("--case", "team", "--opened", "opened_at"), "cannot be named together");
        assertRefused(
                List.of("a,b", "1,2"),
                CommandFailure.USAGE,
                List.of(),
                "neither a time of opening nor events were found",
                "the columns are: a, b.");
        assertRefused(
                List.of("opened_at,b", "2026-03-02,2"),
                CommandFailure.USAGE,
                List.of(),
                "no column says when a case was answered or resolved");
    }

    @Test
    void options_with_impossible_values() {
        assertUsage(List.of("--seen-at", "now"), "--seen-at is not a time", "\"now\"");
        assertUsage(
                List.of("--seen-at", "2026-03-29T02:30", "--zone", "Europe/Copenhagen"),
                "--seen-at is skipped by the clocks of Europe/Copenhagen: \"2026-03-29T02:30\"");
        assertUsage(List.of("--opened-from", "2026-02-30"), "--opened-from is not a time");
        assertUsage(List.of("--target", "soon"), "--target must be a time such as 4h", "\"soon\"");
        assertUsage(List.of("--target", "reply=4h"), "--target: there is no clock \"reply\"", "first-reply");
        assertUsage(List.of("--clock", "reply"), "--clock: there is no clock \"reply\"");
        assertUsage(List.of("--tolerance", "5m"), "--tolerance must be steps such as 5m:12%");
        assertUsage(List.of("--tolerance", "5m:120%"), "--tolerance: share of customers must be in [0, 100]");
        assertUsage(List.of("--tolerance", "5m:12%,10m:20%"), "--tolerance: ", "must be at most that of PT5M");
        assertUsage(List.of("--fcr-window", "0d"), "--fcr-window must be a time such as 7d");
        assertUsage(List.of("--compare", "north"), "--compare must be BEFORE:AFTER");
        assertUsage(
                List.of("--compare", "north:south"), "no breakdown has the groups north and south", "Maybe add --by");
        assertUsage(List.of("--compare", "north:south", "--by", "team"), "no breakdown has the groups");
        assertUsage(List.of("--confidence", "95"), "--confidence: ", "95");
        assertUsage(List.of("--confidence", "0.4", "--by", "team", "--target", "4h"), "need a --confidence above 0.5");
        assertUsage(List.of("--unit", "weeks"), "--unit", "weeks");
        assertUsage(
                List.of("--opened-from", "2027-01-01"), "no case of ", "--opened-from, --opened-before and --seen-at");
    }

    @Test
    void opening_hours_that_are_none() {
        assertUsage(
                List.of("--open-hours", "9 to 5"),
                "--open-hours must be days and hours such as \"Mon-Fri 09:00-17:00\"");
        assertUsage(List.of("--open-hours", "Foo 09:00-17:00"), "--open-hours must be days and hours");
        assertUsage(List.of("--open-hours", "Mon- 09:00-17:00"), "--open-hours must be days and hours");
        assertUsage(List.of("--open-hours", "Mon 9:00-25:00"), "--open-hours must be days and hours");
        assertUsage(List.of("--open-hours", "Mon-Fri 17:00-09:00"), "closing must be after opening", "Maybe add +1");
        assertUsage(
                List.of("--open-hours", "Mon 09:00-17:00", "--open-hours", "Mon 16:00-18:00"),
                "--open-hours",
                "overlap");
        assertUsage(List.of("--holidays", "2026-12-25"), "--holidays needs --open-hours");
        assertUsage(
                List.of("--unit", "days", "--open-hours", "Mon 09:00-17:00"),
                "--unit days cannot go with --open-hours, for a day of opening is not 24 hours");
        assertUsage(
                List.of("--open-hours", "Mon 09:00-17:00", "--holidays", "Christmas"),
                "--holidays must be dates",
                "\"Christmas\"");
    }

    @Test
    void files_without_anything_to_time() {
        assertRefused(
                List.of("opened_at,resolved_at"), CommandFailure.UNREADABLE, List.of(), "has a header and no rows");
        assertRefused(
                List.of("opened_at,resolved_at", "x,y"),
                CommandFailure.UNREADABLE,
                List.of(),
                "no case that can be timed: all 1 rows were left out",
                "opened_at: not a time");
    }

    @Test
    void a_column_of_ids_is_no_breakdown() {
        List<String> lines = new ArrayList<>(List.of("id,opened_at,resolved_at"));
        for (int i = 0; i < 1_001; i++) {
            lines.add("n" + i + ",2026-03-02,2026-03-03");
        }
        assertRefused(lines, CommandFailure.USAGE, List.of("--by", "id"), "more than 1000 groups by id");
    }
}

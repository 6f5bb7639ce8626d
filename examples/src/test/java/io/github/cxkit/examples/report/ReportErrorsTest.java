package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.examples.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that ends without a report ends with one line and no stack trace. */
class ReportErrorsTest {

    private static final int UNREADABLE = 1;
    private static final int USAGE = 2;

    private static final List<String> SURVEY = List.of("id,recommend,channel", "1,9,web");

    @TempDir
    private Path folder;

    private static void assertRefused(Run run, int exitCode, String... words) {
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("cxkit: ")
                .contains(words);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void a_missing_file() {
        assertRefused(
                Run.cxkit("report", folder.resolve("nowhere.csv").toString()),
                UNREADABLE,
                "there is no file",
                "nowhere.csv");
    }

    @Test
    void a_directory() {
        assertRefused(Run.cxkit("report", folder.toString()), UNREADABLE, "is a directory");
    }

    @Test
    void an_empty_file() {
        assertRefused(Run.report(folder, "", StandardCharsets.UTF_8), UNREADABLE, "is empty");
    }

    @Test
    void a_header_and_nothing_else() {
        assertRefused(Run.report(folder, List.of("id,recommend")), UNREADABLE, "has a header and no rows");
    }

    @Test
    void an_encoding_that_is_not_the_one_named() {
        Run run = Run.report(folder, "id,recommend\n1,9\n2,9\nZ\u00fcrich,9\n", StandardCharsets.ISO_8859_1);

        assertRefused(run, UNREADABLE, "is not UTF-8", "near line 4", "Maybe --encoding ISO-8859-1");
    }

    @Test
    void an_encoding_that_turns_out_wrong_far_down_the_file() {
        String rows = "1,9\n".repeat(50_000);

        assertRefused(
                Run.report(folder, "id,recommend\n" + rows + "\u00e6,9\n" + rows, StandardCharsets.ISO_8859_1),
                UNREADABLE,
                "near line 50002");
    }

    @Test
    void two_columns_of_one_name() {
        assertRefused(Run.report(folder, List.of("id,recommend,id", "1,9,2")), UNREADABLE, "\"id\"", "columns 1 and 3");
    }

    @Test
    void a_quote_that_is_never_closed() {
        assertRefused(
                Run.report(folder, List.of("id,recommend", "\"1,9", "2,9")),
                UNREADABLE,
                "is not CSV",
                "Maybe a quote is not closed");
    }

    @Test
    void a_quote_that_is_never_closed_in_a_large_file() {
        List<String> lines = new ArrayList<>(List.of("id,recommend", "\"1,9"));
        IntStream.range(0, 400_000).forEach(i -> lines.add("2,9"));

        assertRefused(Run.report(folder, lines), UNREADABLE, "is not CSV after line 1", "Maybe a quote is not closed");
    }

    @Test
    void a_column_that_is_not_there() {
        assertRefused(
                Run.report(folder, SURVEY, "--by", "chanel"),
                USAGE,
                "no column \"chanel\" for --by",
                "the columns are: id, recommend, channel.",
                "Maybe \"channel\".");
    }

    @Test
    void a_column_that_resembles_no_other() {
        Run run = Run.report(folder, SURVEY, "--by", "postcode");

        assertRefused(run, USAGE, "no column \"postcode\"");
        assertThat(run.err()).doesNotContain("Maybe");
    }

    @Test
    void no_column_to_measure() {
        assertRefused(
                Run.report(folder, List.of("id,channel", "1,web")),
                USAGE,
                "name one with --nps, --csat or --ces",
                "id, channel");
    }

    @Test
    void another_separator() {
        assertRefused(Run.report(folder, List.of("id;recommend", "1;9")), USAGE, "Maybe --separator \";\".");
    }

    @Test
    void more_groups_than_anyone_reads() {
        List<String> lines = new ArrayList<>(List.of("id,recommend"));
        IntStream.rangeClosed(0, 10_000).forEach(i -> lines.add(i + ",9"));

        assertRefused(Run.report(folder, lines, "--by", "id"), USAGE, "more than 10000 groups by id");
        assertThat(Run.report(folder, lines.subList(0, 10_001), "--by", "id").exitCode())
                .isZero();
    }

    @Test
    void a_date_so_far_off_that_the_months_between_would_fill_a_book() {
        assertRefused(
                Run.report(folder, List.of("date,recommend", "0201-03-01,9", "2026-03-01,9")),
                USAGE,
                "more than 10000 groups by month of date");
    }

    @Test
    void options_with_impossible_values() {
        assertRefused(
                Run.report(folder, SURVEY, "--confidence", "95"), USAGE, "--confidence", "between 0 and 1", "95.0");
        assertRefused(Run.report(folder, SURVEY, "--confidence", "high"), USAGE, "--confidence", "high");
        assertRefused(Run.report(folder, SURVEY, "--csat-scale", "5"), USAGE, "--csat-scale", "such as 1-5");
        assertRefused(Run.report(folder, SURVEY, "--csat-scale", "5-1"), USAGE, "--csat-scale", "[5, 1]");
        assertRefused(Run.report(folder, SURVEY, "--csat", "id", "--csat-top", "5"), USAGE, "--csat-top", "[1, 4]");
        assertRefused(
                Run.report(folder, SURVEY, "--ces", "id", "--ces-easy-points", "0"),
                USAGE,
                "--ces-easy-points",
                "[1, 6]");
        assertRefused(Run.report(folder, SURVEY, "--max-bad", "some"), USAGE, "--max-bad", "0.5%");
        assertRefused(Run.report(folder, SURVEY, "--zone", "Mars"), USAGE, "--zone", "Europe/Copenhagen");
        assertRefused(Run.report(folder, SURVEY, "--encoding", "Klingon"), USAGE, "--encoding", "ISO-8859-1");
        assertRefused(Run.report(folder, SURVEY, "--separator", ";;"), USAGE, "--separator", "one character");
        assertRefused(Run.report(folder, SURVEY, "--format", "xml"), USAGE, "--format", "xml");
    }

    @Test
    void a_text_for_skipped_that_is_an_answer() {
        assertRefused(
                Run.report(folder, SURVEY, "--skipped", "0"),
                USAGE,
                "--skipped 0 is an answer on the NPS scale",
                "--nps none");
    }

    @Test
    void a_text_that_stands_for_two_things() {
        assertRefused(
                Run.report(folder, SURVEY, "--skipped", "99", "--not-applicable", "99"),
                USAGE,
                "--skipped and --not-applicable");
    }
}

package io.github.cxkit.examples.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.examples.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that ends without a report ends with one line and no stack trace. */
class RecoveryErrorsTest {

    private static final int UNREADABLE = 1;
    private static final int USAGE = 2;

    private static final List<String> CASES = List.of("id,contacts,team", "1,2,a", "2,many,b");

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

    private void assertUsage(List<String> options, String... words) {
        assertRefused(RecoveryRun.lines(folder, CASES, options.toArray(String[]::new)), USAGE, words);
    }

    @Test
    void files_that_cannot_be_read() {
        assertRefused(RecoveryRun.sample(folder.resolve("nowhere.csv").toString()), UNREADABLE, "there is no file");
        assertRefused(RecoveryRun.lines(folder, List.of("contacts,team")), UNREADABLE, "has a header and no rows");
    }

    @Test
    void no_column_with_a_fact() {
        assertRefused(
                RecoveryRun.lines(folder, List.of("id,noticed,currency", "1,yes,EUR")),
                USAGE,
                "no column with a fact to score was found",
                "--column FACT=COLUMN",
                "id, noticed, currency");
    }

    @Test
    void columns_that_are_not_there() {
        assertUsage(List.of("--by", "tea"), "no column \"tea\" for --by", "Maybe \"team\".");
        assertUsage(List.of("--outcome", "happy"), "no column \"happy\" for --outcome");
        assertUsage(List.of("--outcome", "happy=yes"), "no column \"happy\" for --outcome");
        assertUsage(List.of("--column", "contacts=calls"), "no column \"calls\" for --column");
    }

    @Test
    void facts_and_options_that_do_not_exist() {
        assertUsage(List.of("--column", "smiles=team"), "there is no fact \"smiles\"", "channel_switches");
        assertUsage(List.of("--column", "contacts"), "--column must be FACT=COLUMN", "contacts");
        assertUsage(List.of("--outcome", "team="), "--outcome must be COLUMN or COLUMN=VALUE");
        assertUsage(List.of("--preset", "heavy"), "--preset", "heavy");
        assertUsage(List.of("--curve", "steep"), "--curve", "must be full-redress or satisfaction");
        assertUsage(List.of("--power", "strong"), "--power", "must be a number");
        assertUsage(List.of("--minimum-coverage", "2"), "--minimum-coverage", "must be in [0, 1]", "was 2");
        assertUsage(List.of("--fair-from", "101"), "--fair-from", "must be in [0, 100]", "was 101");
        assertUsage(List.of("--currency", "Taler"), "--currency must be a currency such as EUR", "Taler");
        assertUsage(List.of("--confidence", "95"), "--confidence", "95.0");
        assertUsage(List.of("--confidence", "0.4", "--by", "team"), "--by", "above 0.5");
        assertUsage(List.of("--unknown", "x", "--not-applicable", "x"), "--unknown and --not-applicable");
        assertUsage(List.of("--format", "xml"), "--format", "xml");
    }

    @Test
    void comparisons_of_groups_that_are_not_there() {
        assertUsage(List.of("--compare", "a:b"), "Maybe add --by");
        assertUsage(List.of("--by", "team", "--compare", "a"), "--compare must be BEFORE:AFTER");
        assertUsage(List.of("--by", "team", "--compare", "a:b:c"), "--compare must be BEFORE:AFTER");
        assertUsage(List.of("--by", "team", "--compare", "a:z"), "a:z", "no breakdown has both");
    }

    @Test
    void rows_that_are_not_there() {
        assertUsage(List.of("--case", "0"), "--case 0", "the rows are 1 to 2");
        assertUsage(List.of("--case", "3"), "--case 3", "the rows are 1 to 2");
        assertUsage(List.of("--case", "2"), "--case 2", "that row was left out");
    }

    @Test
    void weights_without_an_outcome() {
        assertUsage(List.of("--fit-weights"), "--fit-weights needs an outcome", "--outcome");
    }

    @Test
    void weights_that_cannot_be_fitted_are_said_in_the_report() {
        Run run = RecoveryRun.lines(folder, List.of("contacts,kept", "2,yes", "1,no"), "--fit-weights");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Weights that kept = yes calls for\n  None can be fitted: ");
    }

    @Test
    void more_groups_than_anyone_reads() {
        List<String> lines = new ArrayList<>(List.of("id,contacts"));
        IntStream.rangeClosed(0, 10_000).forEach(i -> lines.add(i + ",1"));

        assertRefused(RecoveryRun.lines(folder, lines, "--by", "id"), USAGE, "more than 10000 groups by id", "ids");
    }

    @Test
    void an_unknown_option_is_one_line() {
        assertUsage(List.of("--colour"), "--colour", "cxkit recovery --help");
    }
}

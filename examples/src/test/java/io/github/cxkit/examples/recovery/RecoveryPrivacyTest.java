package io.github.cxkit.examples.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.examples.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a case is about and what was written in it stays in the file. */
class RecoveryPrivacyTest {

    private static final String ID = "secretid";
    private static final String COMMENT = "secretcomment";

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void plant() {
        List<String> sample = SampleRecoveries.csv().lines().toList();
        lines.add("customer_id,comment," + sample.get(0));
        for (int i = 1; i < sample.size(); i++) {
            lines.add(
                    ID + i + "," + COMMENT + " about " + i + "," + sample.get(i).replaceFirst("C", ID));
        }
    }

    @Test
    void no_output_shows_an_id_or_a_comment() {
        for (String format : List.of("text", "json", "csv")) {
            Run run = RecoveryRun.lines(
                    folder, lines, "--by", "team", "--cases", "--case", "5", "--fit-weights", "--format", format);
            assertThat(run.exitCode()).isZero();
            assertThat(run.out() + run.err()).isNotEmpty().doesNotContain(ID, COMMENT);
        }
    }

    @Test
    void a_row_left_out_shows_its_bad_cell_only_and_no_more_than_the_beginning_of_it() {
        String bad = "a long remark that strayed into a number";
        lines.add(ID + "," + COMMENT + "," + ID + ",after,north,refund," + bad + ",".repeat(29));
        for (String format : List.of("text", "json", "csv")) {
            Run run = RecoveryRun.lines(folder, lines, "--format", format);
            assertThat(run.exitCode()).isZero();
            assertThat(run.out() + run.err()).doesNotContain(ID, COMMENT, bad);
        }
        assertThat(RecoveryRun.lines(folder, lines).out()).contains("\"a long remark that s...\"");
    }
}

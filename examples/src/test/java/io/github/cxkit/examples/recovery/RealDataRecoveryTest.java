package io.github.cxkit.examples.recovery;

import static io.github.cxkit.examples.recovery.RecoveryRun.cell;
import static io.github.cxkit.examples.recovery.RecoveryRun.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxkit.examples.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Figures of public data, worked out beforehand with R 4.2.2. The data is not part of this project: the tests are skipped unless
 * {@code -Dcxkit.data} names a folder with it.
 */
class RealDataRecoveryTest {

    private static Run csv(String file, String... options) {
        String folder = System.getProperty("cxkit.data", "");
        assumeTrue(!folder.isBlank(), "no folder with real data: -Dcxkit.data is not set");
        Path path = Path.of(folder, file);
        assumeTrue(Files.isRegularFile(path), "no " + file + " in the folder of -Dcxkit.data");
        List<String> args = new ArrayList<>(List.of("recovery", path.toString(), "--format", "csv"));
        args.addAll(List.of(options));
        return Run.cxkit(args.toArray(String[]::new));
    }

    @Test
    void complaints_are_disputed_less_after_monetary_relief_than_after_an_explanation() {
        String relief = "Closed with monetary relief";
        String explanation = "Closed with explanation";
        Run run = csv("cfpb_complaints.csv", "--by", "company_response", "--compare", relief + ":" + explanation);

        assertThat(run.exitCode()).isZero();
        assertThat(number(run, "company_response", explanation, "disputed = yes", "value"))
                .isCloseTo(21.27, within(5e-3));
        assertThat(cell(run, "company_response", explanation, "disputed = yes", "n"))
                .isEqualTo("2468");
        assertThat(number(run, "company_response", relief, "disputed = yes", "value"))
                .isCloseTo(7.44, within(5e-3));
        assertThat(cell(run, "company_response", relief, "disputed = yes", "n")).isEqualTo("215");
        String by = "change by company_response";
        String pair = relief + ":" + explanation;
        assertThat(number(run, by, pair, "disputed = yes", "value")).isCloseTo(13.83, within(5e-3));
        assertThat(number(run, by, pair, "disputed = yes", "lower")).isCloseTo(9.25, within(5e-3));
        assertThat(number(run, by, pair, "disputed = yes", "upper")).isCloseTo(17.09, within(5e-3));
        assertThat(cell(run, by, pair, "disputed = yes", "verdict")).isEqualTo("higher");
    }

    @Test
    void incidents_with_so_little_evidence_have_bounds_and_no_points() {
        Run run = csv("uci_incidents.csv");

        assertThat(run.exitCode()).isZero();
        assertThat(cell(run, "", "all", "fairness", "n")).isEqualTo("0");
        assertThat(cell(run, "", "all", "fairness", "cases")).isEqualTo("24918");
        assertThat(cell(run, "", "all", "fairness", "value")).isEmpty();
        assertThat(number(run, "", "all", "PROCESS", "bounds_lower")).isPositive();
        assertThat(number(run, "", "all", "PROCESS", "bounds_upper")).isLessThan(100);
        assertThat(number(run, "", "all", "INTERACTION", "bounds_upper")).isEqualTo(100);
    }

    @Test
    void the_more_often_an_incident_is_reassigned_the_less_fair_it_can_have_been() {
        Run run = csv("uci_incidents.csv", "--by", "reassignment_count");

        double before = 100;
        for (int reassignments = 0; reassignments <= 7; reassignments++) {
            String group = Integer.toString(reassignments);
            assertThat(number(run, "reassignment_count", group, "fairness", "cases"))
                    .isGreaterThan(100);
            double upper = number(run, "reassignment_count", group, "fairness", "bounds_upper");
            assertThat(upper).as("reassigned %s times", group).isLessThanOrEqualTo(before);
            before = upper;
        }
        assertThat(before).isLessThan(number(run, "reassignment_count", "0", "fairness", "bounds_upper"));
    }
}

package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Figures of public data, worked out beforehand with R 4.2.2. The data is not part of this project: the test is skipped unless
 * {@code -Dcxkit.data} names a folder with it.
 */
class RealIncidentTargetsTest {

    private static final double[] MET_BY_REASSIGNMENTS = {78.39, 57.07, 39.86, 32.90, 25.18, 14.25};

    @Test
    void theMoreOftenAnIncidentIsPassedOnTheSeldomerItsTargetIsMet() throws IOException {
        String folder = System.getProperty("cxkit.data", "");
        assumeTrue(!folder.isBlank(), "no folder with real data: -Dcxkit.data is not set");
        Path file = Path.of(folder, "uci_incidents.csv");
        assumeTrue(Files.isRegularFile(file), "no uci_incidents.csv in the folder of -Dcxkit.data");
        try (Stream<String> lines = Files.lines(file)) {
            List<String[]> rows = lines.map(line -> line.split(",", -1)).toList();
            List<String> header = Arrays.asList(rows.get(0));
            int passedOn = header.indexOf("reassignment_count");
            int made = header.indexOf("made_sla");
            var attained = rows.stream()
                    .skip(1)
                    .collect(Collectors.groupingBy(
                            row -> Math.min(5, Integer.parseInt(row[passedOn])),
                            TargetAttainment.toAttainment(row -> row[made].equals("true")
                                    ? TargetAttainment.Outcome.MET
                                    : TargetAttainment.Outcome.BREACHED)));
            assertThat(attained).hasSize(6);
            attained.forEach((times, attainment) -> assertThat(
                            attainment.share().decided().value())
                    .isCloseTo(MET_BY_REASSIGNMENTS[times], within(0.005)));
        }
    }
}

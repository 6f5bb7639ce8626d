package io.github.cxkit.examples.times;

import static io.github.cxkit.examples.times.CsvFigures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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
class RealDataTimesTest {

    private static Run times(String file, String... options) {
        String folder = System.getProperty("cxkit.data", "");
        assumeTrue(!folder.isBlank(), "no folder with real data: -Dcxkit.data is not set");
        Path path = Path.of(folder, file);
        assumeTrue(Files.isRegularFile(path), "no " + file + " in the folder of -Dcxkit.data");
        List<String> args = new ArrayList<>(List.of("times", path.toString()));
        args.addAll(List.of(options));
        return Run.cxkit(args.toArray(String[]::new));
    }

    @Test
    void incidents_closed_without_a_resolution_are_neither_open_nor_zero() {
        CsvFigures figures = CsvFigures.of(times("uci_incidents.csv", "--format", "csv"));

        assertThat(figures.run().exitCode()).isZero();
        assertThat(figures.count("resolution", "cases")).isEqualTo(24_918);
        assertThat(figures.count("resolution", "unknown")).isEqualTo(1_556);
        assertThat(figures.count("resolution", "still open")).isZero();
        assertThat(figures.all("resolution", "median").getField("n")).isEqualTo("23362");
        assertThat(figures.value("resolution", "median")).isCloseTo(22.10, within(0.005));
        assertThat(figures.value("resolution", "p90")).isCloseTo(381.5, within(0.05));
        assertThat(figures.value("resolution", "closed-only mean")).isCloseTo(178.17, within(0.005));
    }

    @Test
    void incidents_of_a_month_seen_at_its_end() {
        String[] month = {
            "--opened-from", "2016-03-01", "--opened-before", "2016-04-01", "--seen-at", "2016-04-01T00:00"
        };
        CsvFigures figures = CsvFigures.of(times(
                "uci_incidents.csv", month[0], month[1], month[2], month[3], month[4], month[5], "--format", "csv"));

        NamedCsvRecord median = figures.all("resolution", "median");
        assertThat(median.getField("n")).isEqualTo("8221");
        assertThat(figures.count("resolution", "still open")).isEqualTo(8_221 - 6_733);
        assertThat(number(median, "value")).isCloseTo(70.78, within(0.005));
        assertThat(number(median, "lower")).isCloseTo(66.93, within(0.005));
        assertThat(number(median, "upper")).isCloseTo(74.38, within(0.005));
        assertThat(figures.value("resolution", "p90")).isCloseTo(484.7, within(0.05));
        assertThat(figures.value("resolution", "closed-only median")).isCloseTo(42.83, within(0.005));
        assertThat(figures.value("resolution", "closed-only p90")).isCloseTo(305.9, within(0.05));
        assertThat(times("uci_incidents.csv", month).out())
                .contains("The median is 70.8 h; closed cases only would say 42.8 h, because they "
                        + "leave out the 1488 still open.");
    }

    @Test
    void incidents_that_kept_their_target_by_the_number_of_hand_offs() {
        CsvFigures figures = CsvFigures.of(
                times("uci_incidents.csv", "--met", "made_sla", "--by", "reassignment_count", "--format", "csv"));

        double[] expected = {78.39, 57.07, 39.86, 32.90, 25.18};
        for (int handOffs = 0; handOffs < expected.length; handOffs++) {
            NamedCsvRecord row = figures.row("", "reassignment_count", Integer.toString(handOffs), "kept (made_sla)");
            assertThat(number(row, "value")).isCloseTo(expected[handOffs], within(0.005));
        }
    }

    @Test
    void complaints_that_were_sent_on_before_they_came_in() {
        Run run = times("cfpb_complaints.csv", "--resolved", "date_sent_to_company", "--unit", "days");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("3186 rows read, 6 left out")
                .contains("  6  date_sent_to_company: before date_received\n")
                .contains("3180 cases are over, 0 still open.");
    }
}

package io.github.cxkit.recovery.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.ShareMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Public complaints and incidents, with figures from Python (mpmath, NumPy, SciPy). The files are not part of the project: the tests are
 * skipped unless {@code -Dcxkit.data} names a folder with them.
 */
class EquityRealDataTest {

    private static List<Map<String, String>> rows(String file) throws IOException {
        String folder = System.getProperty("cxkit.data", "");
        assumeTrue(!folder.isBlank(), "no folder with real data: -Dcxkit.data is not set");
        Path path = Path.of(folder, file);
        assumeTrue(Files.isRegularFile(path), "no " + file + " in the folder of -Dcxkit.data");
        List<String> lines = Files.readAllLines(path);
        String[] header = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < header.length; i++) {
                        row.put(header[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    @Test
    void complaintsOverTheWebAndByPhoneAreDisputedAlikeOrNotButNobodyCanTell() throws IOException {
        EquityReport<String> report = EquityAudit.of(
                        (Map<String, String> row) -> row.get("channel"), "Phone", "Web", row -> row.get("product"))
                .withRate(
                        ShareMetric.lowerIsBetter("disputed"),
                        row -> row.get("disputed").isEmpty()
                                ? Optional.empty()
                                : Optional.of(row.get("disputed").equals("Yes")))
                .examine(rows("cfpb_complaints.csv"));
        RateEquity<String> disputed = report.rate("disputed").orElseThrow();
        assertThat(report.countA()).isEqualTo(200);
        assertThat(report.countB()).isEqualTo(2233);
        assertThat(report.countNeither()).isEqualTo(753);
        assertThat(disputed.shareA().counted()).isEqualTo(31);
        assertThat(disputed.shareB().counted()).isEqualTo(459);
        assertThat(disputed.unknownA()).isEqualTo(4);
        assertThat(disputed.unknownB()).isEqualTo(47);
        assertThat(disputed.crude().difference().value()).isCloseTo(5.180928730137982, within(1e-9));
        assertThat(disputed.adjusted().orElseThrow().difference().value()).isCloseTo(5.043669176126529, within(1e-9));
        assertThat(disputed.ratio().orElseThrow().estimate()).hasToString("1.317 (95% CI 0.942 to 1.841, n=2359)");
        assertThat(disputed.verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        assertThat(disputed.oneSidedStrata()).containsExactly("Payday loan");
        assertThat(disputed.strata()).hasSize(6);
    }

    @Test
    void incidentsReportedBySelfServiceTakeLonger() throws IOException {
        AmountEquity<String> resolution = EquityAudit.of(
                        (Map<String, String> row) -> row.get("contact_type"),
                        "Phone",
                        "Self service",
                        row -> row.get("priority"))
                .withTime("resolution", EquityRealDataTest::resolution)
                .examine(rows("uci_incidents.csv"))
                .amount("resolution")
                .orElseThrow();
        Score ratio = resolution.adjusted().orElseThrow();
        assertThat(ratio.value()).isCloseTo(2.43820445, within(1e-8));
        assertThat(ratio.estimate().interval().orElseThrow().lower()).isCloseTo(1.4794771, within(1e-7));
        assertThat(ratio.estimate().interval().orElseThrow().upper()).isCloseTo(4.01820409, within(1e-8));
        assertThat(resolution.crude().value()).isCloseTo(2.6045184103884096, within(1e-9));
        assertThat(resolution.verdict()).isEqualTo(EquityOutcome.Verdict.DIFFERENT);
        assertThat(resolution.unknownA()).isEqualTo(1586);
        assertThat(resolution.oneSidedStrata()).containsExactly("4");
        assertThat(resolution.suppressedStrata()).containsExactlyInAnyOrder("1", "2");
    }

    /** Unknown where there is no resolution, and where the log gives it no time at all. */
    private static Optional<Duration> resolution(Map<String, String> row) {
        if (row.get("resolved_at").isEmpty()) {
            return Optional.empty();
        }
        Duration time = Duration.between(
                LocalDateTime.parse(row.get("opened_at")), LocalDateTime.parse(row.get("resolved_at")));
        return time.isZero() ? Optional.empty() : Optional.of(time);
    }
}

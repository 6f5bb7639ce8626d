package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxkit.metrics.time.Durations.QuantileType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Figures of public data, worked out beforehand with R 4.2.2. The data is not part of this project: the tests are skipped unless
 * {@code -Dcxkit.data} names a folder with it.
 */
class DurationsRealDataTest {

    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);

    /** Closed without a time of resolution is unknown: neither open nor 0. */
    private static List<WaitSpan> resolvedIncidents() throws IOException {
        String folder = System.getProperty("cxkit.data", "");
        assumeTrue(!folder.isBlank(), "no folder with real data: -Dcxkit.data is not set");
        Path file = Path.of(folder, "uci_incidents.csv");
        assumeTrue(Files.isRegularFile(file), "no uci_incidents.csv in the folder of -Dcxkit.data");
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        int opened = header.indexOf("opened_at");
        int resolved = header.indexOf("resolved_at");
        List<WaitSpan> waits = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[resolved].isEmpty())
                .map(cells -> WaitSpan.between(
                        LocalDateTime.parse(cells[opened]).toInstant(ZoneOffset.UTC),
                        LocalDateTime.parse(cells[resolved]).toInstant(ZoneOffset.UTC)))
                .toList();
        assertThat(lines.size() - 1 - waits.size())
                .as("closed, nobody knows when")
                .isEqualTo(1_556);
        return waits;
    }

    private static Duration length(WaitSpan wait) {
        return Duration.between(wait.from(), wait.until().orElseThrow());
    }

    @Test
    void incidentsFromOpenedToResolved() throws IOException {
        Durations exact =
                resolvedIncidents().stream().collect(Durations.toDurations(RESOLUTION, DurationsRealDataTest::length));
        assertThat(exact.count()).isEqualTo(23_362);
        assertThat(exact.mean().value()).isCloseTo(178.17, within(0.005));
        assertThat(exact.median().value()).isCloseTo(22.10, within(0.005));
        assertThat(exact.percentile(90).value()).isCloseTo(381.5, within(0.05));

        ApproximateDurations approximate = resolvedIncidents().stream()
                .collect(ApproximateDurations.toApproximateDurations(RESOLUTION, DurationsRealDataTest::length));
        assertThat(approximate.mean()).isEqualTo(exact.mean());
        for (double percent : new double[] {1, 10, 50, 90, 99}) {
            double truth = exact.percentile(percent, QuantileType.NEAREST_RANK).value();
            assertThat(approximate.percentile(percent).value())
                    .isCloseTo(truth, within(truth * approximate.relativeError()));
        }
    }

    /** Seen at the end of the month the long ones are missing. */
    @Test
    void incidentsOfOneMonthSeenAtItsEnd() throws IOException {
        LocalDateTime march = LocalDateTime.parse("2016-03-01T00:00");
        LocalDateTime april = LocalDateTime.parse("2016-04-01T00:00");
        List<WaitSpan> opened = resolvedIncidents().stream()
                .filter(wait -> !wait.from().isBefore(march.toInstant(ZoneOffset.UTC))
                        && wait.from().isBefore(april.toInstant(ZoneOffset.UTC)))
                .toList();
        Waits waits = Waits.seenAt(april.toInstant(ZoneOffset.UTC), RESOLUTION, opened);
        assertThat(waits.count()).isEqualTo(8_221);
        assertThat(waits.overCount()).isEqualTo(6_733);
        Durations closed = waits.closedOnly();
        assertThat(closed.median().value()).isCloseTo(42.83, within(0.005));
        assertThat(closed.percentile(90).value()).isCloseTo(305.9, within(0.05));
        assertThat(closed.warning())
                .contains(
                        "closed cases only: 18.1% (1488 of 8221) are still open, so times look shorter than they are");
        Durations turnedOut = opened.stream().collect(Durations.toDurations(RESOLUTION, DurationsRealDataTest::length));
        assertThat(turnedOut.median().value()).isCloseTo(71.18, within(0.005));
        assertThat(turnedOut.percentile(90).value()).isCloseTo(496.1, within(0.05));
        assertThat(turnedOut.warning()).isEmpty();
    }
}

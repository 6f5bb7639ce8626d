package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Incidents opened in March 2016 as they were known on 1 April, from a public data set that is no part of this project: skipped unless {@code -Dcxkit.data}
 * names a folder with it. Percentiles were worked out beforehand with R 4.2.2 (survival 3.5), log-rank tests with numpy 2.4.
 */
class SurvivalRealDataTest {

    private static final Instant SEEN_AT = instant("2016-04-01T00:00:00");

    private static Waits march(Predicate<String> priority) {
        return opened("2016-03-01T00:00:00", SEEN_AT, SEEN_AT, priority);
    }

    private static Waits opened(String from, Instant until, Instant seenAt, Predicate<String> priority) {
        String folder = System.getProperty("cxkit.data", "");
        assumeTrue(!folder.isBlank(), "no folder with real data: -Dcxkit.data is not set");
        Path path = Path.of(folder, "uci_incidents.csv");
        assumeTrue(Files.isRegularFile(path), "no uci_incidents.csv in the folder of -Dcxkit.data");
        try {
            List<String> lines = Files.readAllLines(path);
            List<String> header = List.of(lines.get(0).split(",", -1));
            return Waits.seenAt(
                    seenAt,
                    SurvivalCases.RESOLUTION,
                    lines.stream()
                            .skip(1)
                            .map(line -> line.split(",", -1))
                            .filter(row -> !row[header.indexOf("resolved_at")].isEmpty())
                            .filter(row -> priority.test(row[header.indexOf("priority")]))
                            .map(row -> WaitSpan.between(
                                    instant(row[header.indexOf("opened_at")]),
                                    instant(row[header.indexOf("resolved_at")])))
                            .filter(wait -> !wait.from().isBefore(instant(from))
                                    && wait.from().isBefore(until))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    }

    @Test
    void medianAndPercentileOfOpenAndClosedCases() {
        KaplanMeier curve = march(priority -> true).kaplanMeier();
        assertThat(curve.count()).isEqualTo(8221);
        assertThat(curve.openCount()).isEqualTo(8221 - 6733);
        TimeScore median = curve.median().orElseThrow();
        assertThat(median.value()).isCloseTo(70.78, within(0.005));
        Interval limits = median.estimate().interval().orElseThrow();
        assertThat(limits.lower()).isCloseTo(66.93, within(0.005));
        assertThat(limits.upper()).isCloseTo(74.38, within(0.005));
        assertThat(curve.percentile(90).orElseThrow().value()).isCloseTo(484.7, within(0.05));
        assertThat(curve.survivalAt(Duration.ofHours(24))).isCloseTo(0.6546053992908761, within(1e-12));
        assertThat(curve.restrictedMean(Duration.ofDays(7)).value()).isCloseTo(84.89419989230082, within(1e-9));
    }

    @Test
    void waitsByPriority() {
        LogRank two = LogRank.between(
                march(priority -> priority.compareTo("3") < 0), march(priority -> priority.compareTo("3") >= 0));
        assertThat(two.chiSquare()).isCloseTo(3.397724686564991, within(1e-9));
        assertThat(two.pValue()).isCloseTo(0.06528641668728098, within(1e-10));
        LogRank four = LogRank.between(
                List.of(march("1"::equals), march("2"::equals), march("3"::equals), march("4"::equals)));
        assertThat(four.chiSquare()).isCloseTo(16.17986536167094, within(1e-9));
        assertThat(four.pValue()).isCloseTo(0.0010416468528056829, within(1e-12));
        assertThat(four.groups().get(3).expected()).isCloseTo(289.28234956, within(1e-8));
    }

    /** Worked out beforehand with R 4.2.2 (survival 3.5) and Python. */
    @Test
    void theMeanUpToAWeekFellFromOneHalfOfAMonthToTheOther() {
        Instant seenAt = instant("2016-04-15T00:00:00");
        TimeScore before = opened("2016-03-01T00:00:00", instant("2016-03-16T00:00:00"), seenAt, priority -> true)
                .kaplanMeier()
                .restrictedMean(Duration.ofDays(7));
        TimeScore after = opened("2016-03-16T00:00:00", instant("2016-04-01T00:00:00"), seenAt, priority -> true)
                .kaplanMeier()
                .restrictedMean(Duration.ofDays(7));
        assertMean(before, 91.3225, 1.07550, 4_370, 2_710);
        assertMean(after, 77.1910, 1.17763, 3_851, 2_672);
        Change change = Change.between(before, after);
        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        Estimate relative = change.relative().orElseThrow();
        assertThat(relative.value()).isCloseTo(-15.474, within(0.0005));
        assertThat(relative.interval().orElseThrow().lower()).isCloseTo(-18.625, within(0.0005));
        assertThat(relative.interval().orElseThrow().upper()).isCloseTo(-12.234, within(0.0005));
        assertThat(change.caveats()).isEmpty();
    }

    private static void assertMean(TimeScore mean, double value, double error, long count, long ended) {
        assertThat(mean.value()).isCloseTo(value, within(0.00005));
        Uncertainty.StandardError uncertainty = (Uncertainty.StandardError) mean.uncertainty();
        assertThat(uncertainty.standardError()).isCloseTo(error, within(0.000005));
        assertThat(uncertainty.degreesOfFreedom()).isEqualTo(ended - 1.0);
        assertThat(mean.count()).isEqualTo(count);
    }
}

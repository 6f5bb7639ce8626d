package io.github.cxkit.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Figures of public data, worked out beforehand. The data is not part of this project: the tests are skipped unless
 * {@code -Dcxkit.data} names a folder with it.
 */
class RealCasesTest {

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
                    Map<String, String> row = new LinkedHashMap<>();
                    IntStream.range(0, header.length).forEach(i -> row.put(header[i], cells[i]));
                    return row;
                })
                .toList();
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant instant(String dateTime) {
        return LocalDateTime.parse(dateTime).toInstant(ZoneOffset.UTC);
    }

    /** Six complaints were sent on before they came in. */
    @Test
    void complaintsThatEndBeforeTheyStartSurfaceWithBothDates() throws IOException {
        List<Map<String, String>> rows = rows("cfpb_complaints.csv");
        int refused = 0;
        for (int i = 0; i < rows.size(); i++) {
            String received = rows.get(i).get("date_received");
            String sent = rows.get(i).get("date_sent_to_company");
            CaseId id = CaseId.of("row " + i);
            List<CaseEvent> events = List.of(
                    CaseEvent.opened(id, midnight(received), 1, Party.CUSTOMER),
                    CaseEvent.replied(id, midnight(sent), 2, Handler.person()));
            try {
                assertThat(ReplyClock.FIRST.waits(CaseTimeline.of(events)))
                        .containsExactly(WaitSpan.between(midnight(received), midnight(sent)));
            } catch (IllegalArgumentException e) {
                refused++;
                assertThat(e).hasMessageContainingAll(received, sent).hasMessageNotContaining("row");
            }
        }
        assertThat(rows).hasSize(3186);
        assertThat(refused).isEqualTo(6);
    }

    private static CaseTimeline incident(Map<String, String> row) {
        CaseId id = CaseId.of(row.get("number"));
        List<CaseEvent> events = new ArrayList<>();
        events.add(CaseEvent.closed(id, instant(row.get("closed_at")), 3, Party.COMPANY));
        if (!row.get("resolved_at").isEmpty()) {
            events.add(CaseEvent.resolved(id, instant(row.get("resolved_at")), 2, Party.COMPANY));
        }
        events.add(CaseEvent.opened(id, instant(row.get("opened_at")), 1, Party.CUSTOMER));
        return CaseTimeline.of(events);
    }

    @Test
    void incidentsClosedWithoutAResolutionAreUnknown() throws IOException {
        List<CaseTimeline> incidents =
                rows("uci_incidents.csv").stream().map(RealCasesTest::incident).toList();
        CaseWaits resolutions =
                CaseWaits.seenAt(Instant.parse("2018-01-01T00:00:00Z"), ResolutionClock.TO_LAST, incidents);
        assertThat(resolutions.cases()).isEqualTo(24_918);
        assertThat(resolutions.unknown()).isEqualTo(1_556);
        assertThat(resolutions.waits()).hasSize(23_362).allMatch(WaitSpan::isOver);
        Waits hours = resolutions.in(ChronoUnit.HOURS);
        assertThat(hours.openCount()).isZero();
        double mean = hours.closedOnly().mean().value();
        assertThat(mean).isCloseTo(178.17, within(0.005));
        assertThat(incidents.stream()
                        .filter(incident -> incident.resolution() == CaseTimeline.Resolution.UNKNOWN)
                        .count())
                .isEqualTo(1_556);
    }

    @Test
    void incidentsOfMarchSeenAtItsEnd() throws IOException {
        Instant march = Instant.parse("2016-03-01T00:00:00Z");
        Instant april = Instant.parse("2016-04-01T00:00:00Z");
        List<CaseTimeline> incidents = rows("uci_incidents.csv").stream()
                .filter(row -> !row.get("resolved_at").isEmpty())
                .filter(row -> !instant(row.get("opened_at")).isBefore(march)
                        && instant(row.get("opened_at")).isBefore(april))
                .map(RealCasesTest::incident)
                .toList();
        Waits waits =
                CaseWaits.seenAt(april, ResolutionClock.TO_LAST, incidents).in(ChronoUnit.HOURS);
        assertThat(waits.count()).isEqualTo(8_221);
        assertThat(waits.count() - waits.openCount()).isEqualTo(6_733);
    }

    @Test
    void incidentsHaveCountsOfTheirEffort() throws IOException {
        List<CaseEffort> efforts = rows("uci_incidents.csv").stream()
                .map(row -> CaseEffort.nothingKnown()
                        .withHandOffs(Integer.parseInt(row.get("reassignment_count")))
                        .withReopenings(Integer.parseInt(row.get("reopen_count"))))
                .toList();
        assertThat(efforts.stream()
                        .filter(effort -> effort.reopenings().orElseThrow() > 0)
                        .count())
                .isEqualTo(275);
        assertThat(efforts).allMatch(effort -> effort.contacts().isEmpty());
    }
}

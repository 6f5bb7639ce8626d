package io.github.cxkit.examples.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTextsTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @Test
    void an_offset_counts_and_a_local_time_is_that_of_the_zone() {
        Instant nine = Instant.parse("2026-01-05T09:00:00Z");
        for (String text : List.of(
                "2026-01-05T09:00Z",
                "2026-01-05 09:00:00Z",
                "2026-01-05T10:00",
                "2026-01-05 10:00:00.000",
                "2026-01-05T11:00+02:00",
                "2026-01-05T11:00:00 +0200",
                "2026-01-05T07:00-02")) {
            assertThat(InstantReader.parse(text, COPENHAGEN)).as(text).isEqualTo(nine);
        }
        assertThat(InstantReader.parse("2026-01-05", COPENHAGEN)).isEqualTo("2026-01-04T23:00:00Z");
    }

    @Test
    void what_is_no_time_is_refused() {
        for (String text : List.of(
                "",
                "2026",
                "2026-1-5",
                "2026-02-30",
                "2026-01-05T24:00",
                "2026-01-05T9:00",
                "2026-01-05T09",
                "2026-01-05T09:00X",
                "2026-01-05T09:00+99:00",
                "2026-03-29T02:30",
                "05/01/2026")) {
            assertThatThrownBy(() -> InstantReader.parse(text, COPENHAGEN))
                    .as(text)
                    .isInstanceOf(DateTimeException.class);
        }
    }

    @Test
    void a_day_begins_when_the_clocks_let_it() {
        // On that day midnight did not exist there.
        assertThat(InstantReader.parse("2018-11-04", ZoneId.of("America/Sao_Paulo")))
                .isEqualTo("2018-11-04T03:00:00Z");
    }

    @Test
    void lengths_add_up_from_days_to_seconds() {
        assertThat(Lengths.parse("1d2h3m4s"))
                .contains(Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4));
        assertThat(Lengths.parse("90min")).contains(Duration.ofMinutes(90));
        assertThat(Lengths.parse("0h")).contains(Duration.ZERO);
        for (String text : List.of("", "4", "h", "-4h", "4h2d", "1.5h", "4 h", "99999999999s")) {
            assertThat(Lengths.parse(text)).as(text).isEmpty();
        }
    }
}

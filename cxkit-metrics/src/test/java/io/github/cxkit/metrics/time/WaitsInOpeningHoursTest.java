package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.metrics.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitsInOpeningHoursTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private static final OpeningHours DESK = OpeningHours.in(COPENHAGEN)
            .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0))
            .withHolidays(List.of(LocalDate.of(2024, 12, 25), LocalDate.of(2024, 12, 26)))
            .withHoursOn(LocalDate.of(2024, 12, 24), LocalTime.of(8, 0), LocalTime.of(12, 0));

    @Test
    void waitsInOpeningHoursLastTheOpenTimeOnly() {
        List<WaitSpan> waits = List.of(
                WaitSpan.between(at("2024-06-08T11:00"), at("2024-06-10T08:10")),
                WaitSpan.between(at("2024-06-08T11:00"), at("2024-06-08T12:00")),
                WaitSpan.between(at("2024-06-10T08:00"), at("2024-06-10T12:00")),
                WaitSpan.since(at("2024-06-07T16:30")));
        Timing timing = Timing.of("first reply", ChronoUnit.MINUTES);
        Waits seen = Waits.seenAt(at("2024-06-10T09:00"), timing, waits, DESK);
        assertThat(seen.timing()).isEqualTo(Timing.inOpeningHours("first reply", ChronoUnit.MINUTES));
        assertThat(seen.overNanos()).containsExactly(0, Duration.ofMinutes(10).toNanos());
        assertThat(seen.openNanos())
                .as("the third was not over at 9, the fourth is not over yet")
                .containsExactly(
                        Duration.ofMinutes(60).toNanos(), Duration.ofMinutes(90).toNanos());
        assertThat(Waits.seenAt(at("2024-06-10T09:00"), timing, waits, OpeningHours.alwaysOpen())
                        .overNanos())
                .isEqualTo(Waits.seenAt(at("2024-06-10T09:00"), timing, waits).overNanos());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.seenAt(at("2024-06-08T10:00"), timing, waits, DESK))
                .withMessageContaining("seenAt must not be before the start of the wait");
    }

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(COPENHAGEN).toInstant();
    }
}

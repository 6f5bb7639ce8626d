package io.github.cxkit.metrics.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening hours against a count of minutes. */
class OpeningHoursReferenceTest {

    private static final Map<String, DayOfWeek> DAYS = Stream.of(DayOfWeek.values())
            .collect(Collectors.toMap(
                    day -> day.name().substring(0, 1)
                            + day.name().substring(1, 3).toLowerCase(Locale.ROOT),
                    Function.identity()));

    private static final Map<String, OpeningHours> CALENDARS = rows("business_hours_calendars.csv")
            .collect(Collectors.toMap(row -> row.text("calendar"), OpeningHoursReferenceTest::hours));

    private static Stream<Row> rows(String file) {
        return ReferenceCsv.rows(OpeningHoursReferenceTest.class, file);
    }

    private static OpeningHours hours(Row row) {
        OpeningHours hours = OpeningHours.in(ZoneId.of(row.text("zone")));
        for (String day : row.text("weekly_hours").split(" ", -1)) {
            for (String span : day.substring(4).split("\\+", -1)) {
                String[] times = span.replace("24:00", "00:00").split("-", -1);
                hours = hours.withHours(
                        Set.of(DAYS.get(day.substring(0, 3))), LocalTime.parse(times[0]), LocalTime.parse(times[1]));
            }
        }
        List<LocalDate> holidays = Stream.of(row.text("holidays").split(" ", -1))
                .filter(date -> !date.isEmpty())
                .map(LocalDate::parse)
                .toList();
        return hours.withHolidays(holidays);
    }

    static Stream<Row> between() {
        return rows("business_hours_between.csv");
    }

    @ParameterizedTest
    @MethodSource
    void between(Row row) {
        assertThat(CALENDARS
                        .get(row.text("calendar"))
                        .between(Instant.parse(row.text("start_utc")), Instant.parse(row.text("end_utc"))))
                .isEqualTo(Duration.ofMinutes(row.whole("business_minutes")));
    }

    static Stream<Row> due() {
        return rows("business_hours_due.csv");
    }

    @ParameterizedTest
    @MethodSource
    void due(Row row) {
        assertThat(CALENDARS
                        .get(row.text("calendar"))
                        .dueAfter(
                                Instant.parse(row.text("start_utc")),
                                Duration.ofMinutes(row.whole("business_minutes"))))
                .isEqualTo(Instant.parse(row.text("due_utc")));
    }
}

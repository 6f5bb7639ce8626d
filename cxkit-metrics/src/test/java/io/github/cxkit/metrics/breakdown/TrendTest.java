package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {

    private static final ZoneId UTC = ZoneOffset.UTC;

    record Row(Instant at, int answer) {}

    private static Row row(String at, int answer) {
        return new Row(Instant.parse(at), answer);
    }

    private static Trend<CustomScore> trend(CalendarPeriod period, ZoneId zone, Row... rows) {
        return Arrays.stream(rows)
                .collect(Trend.by(
                        Row::at,
                        period,
                        zone,
                        CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.answer()))));
    }

    private static Trend<CustomScore> at(CalendarPeriod period, ZoneId zone, String... instants) {
        return trend(period, zone, Stream.of(instants).map(at -> row(at, 9)).toArray(Row[]::new));
    }

    private static List<String> labels(Trend<CustomScore> trend) {
        return trend.points().stream().map(Trend.Point::label).toList();
    }

    private static List<Long> counts(Trend<CustomScore> trend) {
        return trend.points().stream().map(point -> point.score().count()).toList();
    }

    @Test
    void aMonthWithoutAnswersIsThereAndUndefined() {
        Trend<CustomScore> trend = trend(
                CalendarPeriod.MONTH,
                UTC,
                row("2026-03-05T10:00:00Z", 0),
                row("2026-01-31T23:59:59Z", 10),
                row("2026-01-01T00:00:00Z", 9));

        assertThat(labels(trend)).containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(counts(trend)).containsExactly(2L, 0L, 1L);
        assertThat(trend.points().get(0).score().value()).isEqualTo(100);
        assertThat(trend.points().get(1).score().isEmpty()).isTrue();
        assertThat(trend.points().get(1)).hasToString("2026-02: NPS undefined (n=0)");
        assertThat(trend.points().get(1).window()).isEqualTo(TimeWindow.month(YearMonth.of(2026, 2), UTC));
        assertThat(trend.points().get(2).firstDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(trend.total().value()).isEqualTo(100.0 / 3);
        assertThat(trend.changeFromPrevious(LocalDate.of(2026, 2, 10))).isEmpty();
        assertThat(trend.changeFromPrevious(LocalDate.of(2026, 3, 10))).isEmpty();
        assertThat(trend.changeFromPrevious(LocalDate.of(2026, 1, 10))).isEmpty();
        assertThat(trend)
                .hasToString(trend.total() + "\n  " + trend.points().get(0) + "\n  2026-02: NPS undefined (n=0)\n  "
                        + trend.points().get(2));
    }

    @Test
    void eachPeriodIsComparedWithTheOneBefore() {
        Trend<CustomScore> trend = trend(
                CalendarPeriod.QUARTER,
                UTC,
                row("2026-01-01T00:00:00Z", 10),
                row("2026-03-31T23:00:00Z", 2),
                row("2026-04-01T00:00:00Z", 8),
                row("2026-05-01T00:00:00Z", 9));
        assertThat(trend.changeFromPrevious(LocalDate.of(2026, 6, 30))
                        .orElseThrow()
                        .difference())
                .isEqualTo(Change.between(Nps.of(10, 2), Nps.of(8, 9)).difference());
        assertThat(trend.changeFromLastYear(LocalDate.of(2026, 6, 30))).isEmpty();
    }

    @Test
    void eachPeriodIsComparedWithTheSameOneLastYear() {
        Trend<CustomScore> trend = trend(
                CalendarPeriod.MONTH,
                UTC,
                row("2025-02-10T00:00:00Z", 2),
                row("2025-03-10T00:00:00Z", 10),
                row("2026-02-20T00:00:00Z", 9));
        assertThat(trend.points()).hasSize(13);
        assertThat(trend.changeFromLastYear(LocalDate.of(2026, 2, 1))
                        .orElseThrow()
                        .value())
                .isEqualTo(200);
        assertThat(trend.changeFromLastYear(LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(trend.changeFromLastYear(LocalDate.of(2025, 3, 1))).isEmpty();
        Trend<CustomScore> years = at(CalendarPeriod.YEAR, UTC, "2024-06-01T00:00:00Z", "2025-06-01T00:00:00Z");
        assertThat(years.changeFromLastYear(LocalDate.of(2025, 1, 1)))
                .isEqualTo(years.changeFromPrevious(LocalDate.of(2025, 1, 1)))
                .isPresent();
    }

    @Test
    void thereWasNoTwentyNinthOfFebruaryLastYear() {
        Trend<CustomScore> trend =
                at(CalendarPeriod.DAY, UTC, "2027-02-28T00:00:00Z", "2028-02-28T00:00:00Z", "2028-02-29T00:00:00Z");
        assertThat(trend.changeFromLastYear(LocalDate.of(2028, 2, 28))).isPresent();
        assertThat(trend.changeFromLastYear(LocalDate.of(2028, 2, 29))).isEmpty();
        assertThat(trend.changeFromPrevious(LocalDate.of(2028, 2, 29))).isPresent();
    }

    @Test
    void isoWeeksAroundNewYearBelongToTheirOwnYear() {
        Trend<CustomScore> trend = at(
                CalendarPeriod.ISO_WEEK,
                UTC,
                "2025-01-01T00:00:00Z",
                "2025-12-28T23:59:59Z",
                "2025-12-29T00:00:00Z",
                "2026-01-04T23:59:59Z",
                "2027-01-01T00:00:00Z",
                "2027-01-04T00:00:00Z");
        List<String> labels = labels(trend);
        assertThat(labels).startsWith("2025-W01", "2025-W02").endsWith("2026-W52", "2026-W53", "2027-W01");
        assertThat(labels).hasSize(52 + 53 + 1);
        assertThat(trend.at(LocalDate.of(2025, 12, 31)).label()).isEqualTo("2026-W01");
        assertThat(trend.at(LocalDate.of(2025, 12, 31)).score().count()).isEqualTo(2);
        assertThat(trend.at(LocalDate.of(2025, 12, 28)).score().count()).isEqualTo(1);
        assertThat(trend.changeFromLastYear(LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .before()
                        .orElseThrow()
                        .count())
                .isEqualTo(1);
        assertThat(trend.changeFromLastYear(LocalDate.of(2027, 1, 4))
                        .orElseThrow()
                        .before()
                        .orElseThrow()
                        .count())
                .isEqualTo(2);
        assertThat(trend.at(LocalDate.of(2027, 1, 1)).score().count()).isEqualTo(1);
        assertThat(trend.changeFromLastYear(LocalDate.of(2027, 1, 1))).isEmpty();
    }

    @Test
    void weekFiftyThreeIsNotComparedWithTheWeekThatFollowsFiftyTwo() {
        Trend<CustomScore> trend = at(CalendarPeriod.ISO_WEEK, UTC, "2025-12-30T00:00:00Z", "2026-12-30T00:00:00Z");
        assertThat(trend.at(LocalDate.of(2026, 12, 30)).label()).isEqualTo("2026-W53");
        assertThat(trend.changeFromLastYear(LocalDate.of(2026, 12, 30))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Kolkata, 2026-01-31T18:29:59.999999999Z, 2026-01-31T18:30:00Z, 2026-02-01",
        "Europe/Copenhagen, 2026-03-28T22:59:59Z, 2026-03-28T23:00:00Z, 2026-03-29",
        "Europe/Copenhagen, 2026-03-29T21:59:59Z, 2026-03-29T22:00:00Z, 2026-03-30",
        "Europe/Copenhagen, 2026-10-25T22:59:59Z, 2026-10-25T23:00:00Z, 2026-10-26",
        "America/Sao_Paulo, 2018-11-04T02:59:59Z, 2018-11-04T03:00:00Z, 2018-11-04",
        "America/St_Johns, 2010-11-07T02:29:59Z, 2010-11-07T02:30:00Z, 2010-11-07",
    })
    void daysBeginAtMidnightOfTheZone(ZoneId zone, String before, String from, LocalDate day) {
        Trend<CustomScore> trend = at(CalendarPeriod.DAY, zone, before, from);
        assertThat(trend.points()).hasSize(2);
        assertThat(trend.points().get(1).firstDay()).isEqualTo(day);
        assertThat(trend.points().get(1).window().from()).isEqualTo(Instant.parse(from));
        assertThat(counts(trend)).containsExactly(1L, 1L);
    }

    @Test
    void whereTheClockGoesBackOverMidnightEachInstantIsStillInTheWindowOfItsDay() {
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        Trend<CustomScore> trend =
                at(CalendarPeriod.DAY, stJohns, "2010-11-07T02:45:00Z", "2010-11-07T02:29:00Z", "2010-11-07T04:00:00Z");
        assertThat(counts(trend)).containsExactly(1L, 2L);
        assertThat(trend.at(LocalDate.of(2010, 11, 7)).window().contains(Instant.parse("2010-11-07T02:45:00Z")))
                .isTrue();
    }

    @Test
    void aDayThatAZoneLeftOutIsNoPeriod() {
        Trend<CustomScore> trend = at(
                CalendarPeriod.DAY,
                ZoneId.of("Pacific/Apia"),
                "2011-12-29T12:00:00Z",
                "2011-12-30T12:00:00Z",
                "2012-01-02T12:00:00Z");
        assertThat(labels(trend)).containsExactly("2011-12-29", "2011-12-31", "2012-01-01", "2012-01-02", "2012-01-03");
        assertThat(trend.points().get(0).window().until())
                .isEqualTo(trend.points().get(1).window().from());
        assertThat(trend.changeFromPrevious(LocalDate.of(2011, 12, 31))).isPresent();
    }

    @Test
    void aTrendCanBeMadeToCoverAWindow() {
        Trend<CustomScore> trend = at(CalendarPeriod.MONTH, UTC, "2026-03-05T10:00:00Z");
        Trend<CustomScore> year = trend.covering(TimeWindow.year(2026, UTC));
        assertThat(labels(year)).hasSize(12).startsWith("2026-01").endsWith("2026-12");
        assertThat(year.total()).isEqualTo(trend.total());
        assertThat(year.at(LocalDate.of(2026, 3, 1)).score().count()).isEqualTo(1);
        assertThat(labels(trend.covering(TimeWindow.of(
                        Instant.parse("2026-04-30T00:00:00Z"), Instant.parse("2026-05-01T00:00:00.000000001Z")))))
                .containsExactly("2026-03", "2026-04", "2026-05");
        assertThat(labels(at(CalendarPeriod.QUARTER, UTC).covering(TimeWindow.year(2026, UTC))))
                .containsExactly("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
    }

    @Test
    void rollingWindowsAreSumsOfCounts() {
        Trend<CustomScore> trend = trend(
                CalendarPeriod.MONTH,
                UTC,
                row("2026-01-05T10:00:00Z", 9),
                row("2026-01-06T10:00:00Z", 9),
                row("2026-01-07T10:00:00Z", 9),
                row("2026-02-05T10:00:00Z", 0),
                row("2026-04-05T10:00:00Z", 7));
        List<Trend.Point<CustomScore>> rolling = trend.rolling(2);
        assertThat(rolling)
                .extracting(Trend.Point::label)
                .containsExactly("2026-01 to 2026-02", "2026-02 to 2026-03", "2026-03 to 2026-04");
        assertThat(rolling).extracting(point -> point.score().value()).containsExactly(50.0, -100.0, 0.0);
        assertThat(rolling.get(0).window())
                .isEqualTo(TimeWindow.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")));
        assertThat(rolling.get(2).firstDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(trend.rolling(4)).hasSize(1);
        assertThat(trend.rolling(4).get(0).score()).isEqualTo(trend.total());
        assertThat(trend.rolling(5)).isEmpty();
        // Two rolling sums next to each other share a month, and its answers would be on both sides.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rolling.get(1).changeFrom(rolling.get(0)))
                .withMessage("windows of before and after must not overlap, but were "
                        + rolling.get(0).window() + " and " + rolling.get(1).window() + "\nMaybe take periods apart.");
        assertThat(rolling.get(2).changeFrom(rolling.get(0)))
                .isEqualTo(Change.between(rolling.get(0).score(), rolling.get(2).score()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trend.rolling(0))
                .withMessage("periods must be at least 1, but was 0");
    }

    @Test
    void anUnknownPeriodIsRefused() {
        Trend<CustomScore> trend = at(CalendarPeriod.MONTH, UTC, "2026-01-05T10:00:00Z", "2026-03-05T10:00:00Z");
        assertThat(trend.at(LocalDate.of(2026, 2, 28)).label()).isEqualTo("2026-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trend.at(LocalDate.of(2026, 4, 1)))
                .withMessage("period must be in [2026-01, 2026-03], but was 2026-04");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trend.changeFromPrevious(LocalDate.of(2025, 12, 31)))
                .withMessage("period must be in [2026-01, 2026-03], but was 2025-12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(CalendarPeriod.DAY, UTC).changeFromLastYear(LocalDate.of(2026, 4, 1)))
                .withMessage("period must be in this trend, which has none, but was 2026-04-01");
    }

    @Test
    void noRowsAreLegal() {
        Trend<CustomScore> trend = at(CalendarPeriod.MONTH, UTC);
        assertThat(trend.points()).isEmpty();
        assertThat(trend.isEmpty()).isTrue();
        assertThat(trend.rolling(3)).isEmpty();
        Trend<CustomScore> some = at(CalendarPeriod.MONTH, UTC, "2026-01-05T10:00:00Z");
        assertThat(some.isEmpty()).isFalse();
        assertThat(trend.plus(some)).isEqualTo(some);
    }

    @Test
    void aRowWithoutAnInstantIsRefused() {
        HashMap<Row, Instant> none = new HashMap<>();
        assertThatNullPointerException()
                .isThrownBy(() -> Stream.of(row("2026-01-05T10:00:00Z", 9))
                        .collect(Trend.by(
                                none::get,
                                CalendarPeriod.DAY,
                                UTC,
                                CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.answer())))))
                .withMessage("instant of a row must not be null");
    }

    @Test
    void anInstantFarOffIsRefusedBeforeItFillsTheMemory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(CalendarPeriod.DAY, UTC, "1970-01-01T00:00:00Z", "2243-10-17T00:00:00Z"))
                .withMessage("periods must be at most 100000, but from 1970-01-01 to 2243-10-17 there are 100001\n"
                        + "Maybe an instant is wrong, or a longer period is meant.");
        assertThat(at(CalendarPeriod.DAY, UTC, "1970-01-01T00:00:00Z", "2243-10-16T00:00:00Z")
                        .points())
                .hasSize(100_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(CalendarPeriod.ISO_WEEK, UTC, "1970-01-01T00:00:00Z")
                        .covering(TimeWindow.of(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"))))
                .withMessageStartingWith("periods must be at most 100000, but from 1970-W01 to 9998-W53 there are 418");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(CalendarPeriod.MONTH, UTC, "1970-01-01T00:00:00Z", "+12000-01-01T00:00:00Z"))
                .withMessageContaining("there are 120361\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(CalendarPeriod.QUARTER, UTC, "1970-01-01T00:00:00Z", "+30000-01-01T00:00:00Z"))
                .withMessageContaining("there are 112121\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(CalendarPeriod.YEAR, UTC, "1970-01-01T00:00:00Z", "+200000-01-01T00:00:00Z"))
                .withMessageContaining("there are 198031\n");
    }

    @Test
    void onlyTheSameKindOfTrendIsMerged() {
        Trend<CustomScore> months = at(CalendarPeriod.MONTH, UTC, "2026-01-05T10:00:00Z");
        Trend<CustomScore> later = at(CalendarPeriod.MONTH, UTC, "2026-03-05T10:00:00Z");
        assertThat(counts(months.plus(later))).containsExactly(1L, 0L, 1L);
        assertThat(counts(months.plus(months))).containsExactly(2L);
        assertThat(months.period()).isEqualTo(CalendarPeriod.MONTH);
        assertThat(months.zone()).isEqualTo(UTC);
        assertThat(months.metric()).isEqualTo(Nps.STANDARD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> months.plus(at(CalendarPeriod.DAY, UTC)))
                .withMessageContainingAll("by MONTH in Z", "cannot be merged with", "by DAY in Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> months.plus(at(CalendarPeriod.MONTH, ZoneId.of("Asia/Kolkata"))))
                .withMessageContaining("in Asia/Kolkata");
        Trend<CustomScore> csat = Stream.<Row>of()
                .collect(Trend.by(
                        Row::at,
                        CalendarPeriod.MONTH,
                        UTC,
                        CustomScore.toScore(Csat.TOP_2_OF_5, (tally, row) -> tally.accept(row.answer()))));
        assertThatIllegalArgumentException().isThrownBy(() -> months.plus(csat)).withMessageContaining("CSAT");
    }

    @Test
    void equalityIsOfEverythingThatATrendSays() {
        Trend<CustomScore> one = at(CalendarPeriod.MONTH, UTC, "2026-01-05T10:00:00Z");
        assertThat(one)
                .isEqualTo(at(CalendarPeriod.MONTH, UTC, "2026-01-31T10:00:00Z"))
                .hasSameHashCodeAs(at(CalendarPeriod.MONTH, UTC, "2026-01-31T10:00:00Z"))
                .isNotEqualTo(at(CalendarPeriod.MONTH, UTC, "2026-02-05T10:00:00Z"))
                .isNotEqualTo(at(CalendarPeriod.YEAR, UTC, "2026-01-05T10:00:00Z"))
                .isNotEqualTo(at(CalendarPeriod.MONTH, ZoneId.of("Asia/Kolkata"), "2026-01-05T10:00:00Z"))
                .isNotEqualTo("a");
    }
}

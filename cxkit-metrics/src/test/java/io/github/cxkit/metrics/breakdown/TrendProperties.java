package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TrendProperties {

    record Row(Instant at, int answer) {}

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/Copenhagen",
                        "America/St_Johns",
                        "America/Sao_Paulo",
                        "Pacific/Apia",
                        "Asia/Kolkata")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        long from = Instant.parse("2009-06-01T00:00:00Z").getEpochSecond();
        long until = Instant.parse("2012-06-01T00:00:00Z").getEpochSecond();
        return Combinators.combine(
                        Arbitraries.longs().between(from, until).map(Instant::ofEpochSecond),
                        Arbitraries.integers().between(0, 10))
                .as(Row::new)
                .list()
                .ofMaxSize(30);
    }

    private static Trend<CustomScore> trend(List<Row> rows, CalendarPeriod period, ZoneId zone) {
        return rows.stream()
                .collect(Trend.by(
                        Row::at,
                        period,
                        zone,
                        CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.answer()))));
    }

    @Property(tries = 200)
    void theTotalIsTheSumOfThePeriodsAndOfAllAnswers(
            @ForAll("rows") List<Row> rows, @ForAll CalendarPeriod period, @ForAll("zones") ZoneId zone) {
        Trend<CustomScore> trend = trend(rows, period, zone);
        RatingCounts sum = trend.points().stream()
                .map(point -> point.score().counts())
                .reduce(RatingCounts.empty(Nps.STANDARD.scale()), RatingCounts::plus);
        assertThat(sum).isEqualTo(trend.total().counts());
        assertThat(sum).isEqualTo(rows.stream().collect(Nps.toNps(Row::answer)).counts());
    }

    @Property(tries = 200)
    void periodsAdjoinAndHoldTheAnswersOfTheirWindow(
            @ForAll("rows") List<Row> rows, @ForAll CalendarPeriod period, @ForAll("zones") ZoneId zone) {
        List<Trend.Point<CustomScore>> points = trend(rows, period, zone).points();
        for (int i = 0; i < points.size(); i++) {
            Trend.Point<CustomScore> point = points.get(i);
            if (i > 0) {
                assertThat(points.get(i - 1).window().until())
                        .isEqualTo(point.window().from());
            }
            assertThat(point.score().count())
                    .isEqualTo(rows.stream()
                            .filter(row -> point.window().contains(row.at()))
                            .count());
        }
        if (!points.isEmpty()) {
            assertThat(points.get(0).score().isEmpty()).isFalse();
            assertThat(points.get(points.size() - 1).score().isEmpty()).isFalse();
        }
    }

    @Property(tries = 200)
    void orderPartitionAndParallelismOfRowsDoNotMatter(
            @ForAll("rows") List<Row> rows,
            @ForAll CalendarPeriod period,
            @ForAll("zones") ZoneId zone,
            @ForAll long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        Trend<CustomScore> whole = trend(rows, period, zone);
        int half = rows.size() / 2;
        assertThat(trend(shuffled.subList(0, half), period, zone)
                        .plus(trend(shuffled.subList(half, rows.size()), period, zone)))
                .isEqualTo(whole);
        assertThat(shuffled.parallelStream()
                        .collect(Trend.by(
                                Row::at,
                                period,
                                zone,
                                CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.answer())))))
                .isEqualTo(whole);
        assertThat(trend(shuffled, period, zone).points()).isEqualTo(whole.points());
    }
}

package io.github.cxkit.metrics;

import static io.github.cxkit.metrics.Mean.toMean;
import static io.github.cxkit.metrics.ReadScore.reading;
import static io.github.cxkit.metrics.Share.toShare;
import static io.github.cxkit.metrics.rating.Nps.toNps;
import static io.github.cxkit.metrics.time.Waits.toWaits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.MixShift;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.time.KaplanMeier;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Breakdowns and trends as a caller writes them, of whatever adds and of whatever is read from what adds. */
class GenericsTest {

    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final ZoneId ZONE = ZoneOffset.UTC;

    /** A row of the caller's. */
    private record Row(String team, String channel, Instant opened, Optional<Instant> resolved, int recommend) {

        WaitSpan span() {
            return new WaitSpan(opened, resolved);
        }

        boolean isInTime() {
            return resolved.isPresent() && resolved.get().isBefore(opened.plus(24, ChronoUnit.HOURS));
        }
    }

    /** Teams 0 to 5, each later one slower; every fifteenth case is still open. */
    private static Stream<Row> rows() {
        return IntStream.range(0, 1_200).mapToObj(i -> {
            Instant opened = Instant.parse("2026-01-05T00:00:00Z").plus(i / 240, ChronoUnit.DAYS);
            Duration length = Duration.ofMinutes(30L * (1 + i * 37 % 80) * (2 + i % 6));
            return new Row(
                    "team " + i % 6,
                    i % 4 == 0 ? "phone" : "email",
                    opened,
                    i / 6 % 15 == 0 ? Optional.empty() : Optional.of(opened.plus(length)),
                    i * 7 % 11);
        });
    }

    @Test
    void aMapOfKpisIsBrokenDownAsItIs() {
        Map<String, Collector<Row, ?, ? extends MergeableScore<?>>> kpis = new LinkedHashMap<>();
        kpis.put("recommendation", toNps(Row::recommend));
        kpis.put("in time", toShare(ShareMetric.higherIsBetter("in time"), Row::isInTime));
        kpis.put(
                "answer", toMean(Quantity.of("answer", MetricUnit.POINTS, Direction.HIGHER_IS_BETTER), Row::recommend));
        kpis.put(
                "median",
                reading(
                        toWaits(NOW, RESOLUTION, Row::span),
                        waits -> waits.kaplanMeier().median()));

        Map<String, String> totals = new LinkedHashMap<>();
        Map<String, Integer> days = new LinkedHashMap<>();
        kpis.forEach((name, kpi) -> {
            Breakdown<String, ? extends MergeableScore<?>> byTeam = rows().collect(Breakdown.by(Row::team, kpi));
            Trend<? extends MergeableScore<?>> byDay =
                    rows().collect(Trend.by(Row::opened, CalendarPeriod.DAY, ZONE, kpi));
            assertThat(byTeam.groups()).hasSize(6);
            assertThat(byTeam.comparisons()).hasSize(6);
            assertThat(byTeam.total().value()).isCloseTo(byDay.total().value(), within(1e-12));
            totals.put(name, byTeam.metric().name());
            days.put(name, byDay.points().size());
        });

        assertThat(totals)
                .containsEntry("recommendation", "NPS")
                .containsEntry("in time", "in time")
                .containsEntry("median", "Kaplan–Meier median resolution");
        assertThat(days.values()).containsOnly(5);
    }

    @Test
    void aTrendPerChannelIsAligned() {
        List<Row> rows = Stream.of("2026-01-10", "2026-03-10", "2026-02-11")
                .flatMap(day -> Stream.of("phone", "email")
                        .map(channel -> new Row(
                                "red",
                                channel,
                                Instant.parse(day + "T12:00:00Z"),
                                Optional.empty(),
                                channel.equals("phone") ? 9 : 3)))
                .filter(row ->
                        row.channel().equals("email") == row.opened().isAfter(Instant.parse("2026-02-01T00:00:00Z")))
                .toList();
        Map<String, Trend<Nps>> byChannel = rows.stream()
                .collect(Trend.byKey(Row::channel, Row::opened, CalendarPeriod.MONTH, ZONE, toNps(Row::recommend)));

        assertThat(byChannel.keySet()).containsExactly("email", "phone");
        assertThat(byChannel.values())
                .allSatisfy(trend -> assertThat(trend.points())
                        .extracting(Trend.Point::label)
                        .containsExactly("2026-01", "2026-02", "2026-03"));
        assertThat(byChannel.get("phone").points())
                .extracting(point -> point.score().count())
                .containsExactly(1L, 0L, 0L);
        assertThat(byChannel.get("email").points())
                .extracting(point -> point.score().count())
                .containsExactly(0L, 1L, 1L);
        assertThat(byChannel.get("email").at(LocalDate.of(2026, 3, 1)).score().score())
                .isEqualTo(-100);
        assertThat(rows.parallelStream()
                        .collect(Trend.byKey(
                                Row::channel, Row::opened, CalendarPeriod.MONTH, ZONE, toNps(Row::recommend))))
                .isEqualTo(byChannel);
        assertThat(Stream.<Row>empty()
                        .collect(Trend.byKey(
                                Row::channel, Row::opened, CalendarPeriod.MONTH, ZONE, toNps(Row::recommend))))
                .isEmpty();
        assertThatNullPointerException()
                .isThrownBy(() -> rows.stream()
                        .collect(Trend.byKey(
                                row -> Map.<String, String>of().get(row.channel()),
                                Row::opened,
                                CalendarPeriod.MONTH,
                                ZONE,
                                toNps(Row::recommend))))
                .withMessageStartingWith("key of a row must not be null");
    }

    @Test
    void theNinetiethPercentileByTeamCountsOpenCases() {
        Breakdown<String, ReadScore<Waits>> byTeam = rows().collect(Breakdown.by(
                Row::team,
                toWaits(NOW, RESOLUTION, Row::span),
                waits -> waits.kaplanMeier().percentile(90)));

        Waits red = rows().filter(row -> row.team().equals("team 3")).collect(toWaits(NOW, RESOLUTION, Row::span));
        Waits others = rows().filter(row -> !row.team().equals("team 3")).collect(toWaits(NOW, RESOLUTION, Row::span));
        ReadScore<Waits> score = byTeam.group("team 3").orElseThrow().score();
        assertThat(score.material()).isEqualTo(red);
        assertThat(score.score().orElseThrow())
                .isEqualTo(red.kaplanMeier().percentile(90).orElseThrow());
        assertThat(score.estimate())
                .isEqualTo(red.kaplanMeier().percentile(90).orElseThrow().estimate());
        assertThat(byTeam.total().value())
                .isEqualTo(red.plus(others)
                        .kaplanMeier()
                        .percentile(90)
                        .orElseThrow()
                        .value());
        assertThat(byTeam.comparisons().get(3).change().difference())
                .isEqualTo(Change.between(
                                others.kaplanMeier().percentile(90).orElseThrow(),
                                red.kaplanMeier().percentile(90).orElseThrow())
                        .difference());
    }

    /** A group, the rest of a group and the total are each read once, and a sum on the way to them never. */
    @Test
    void nothingIsReadWhileRowsAreCollectedAndNothingTwice() {
        AtomicInteger readings = new AtomicInteger();
        Breakdown<String, ReadScore<Waits>> byTeam = rows().parallel()
                .collect(Breakdown.by(Row::team, toWaits(NOW, RESOLUTION, Row::span), waits -> {
                    readings.incrementAndGet();
                    return waits.kaplanMeier().median();
                }));
        assertThat(readings).hasValue(0);
        assertThat(byTeam.comparisons()).hasSize(6);
        assertThat(readings).hasValue(12);
        assertThat(byTeam.metric().name()).isEqualTo("Kaplan–Meier median resolution");
        assertThat(readings).hasValue(13);
        assertThat(byTeam.groups()).hasSize(6);
        assertThat(byTeam.toString()).startsWith("Kaplan–Meier median resolution ");
        assertThat(readings).hasValue(13);
    }

    private static Row row(String team, int openedDay, Optional<Integer> hours) {
        Instant opened = Instant.parse("2026-06-01T00:00:00Z").plus(openedDay, ChronoUnit.DAYS);
        return new Row(team, "email", opened, hours.map(length -> opened.plus(length, ChronoUnit.HOURS)), 9);
    }

    private static Collector<Row, ?, Breakdown<String, ReadScore<Waits>>> medianByTeam() {
        return Breakdown.by(
                Row::team,
                toWaits(NOW, RESOLUTION, Row::span),
                waits -> waits.kaplanMeier().median());
    }

    @Test
    void aGroupOfWhichNothingCanBeReadIsListedAndNotCompared() {
        List<Row> rows = IntStream.range(0, 60)
                .mapToObj(i -> row(
                        i % 3 == 0 ? "red" : i % 3 == 1 ? "blue" : "new",
                        i % 20,
                        i % 3 == 2 ? Optional.empty() : Optional.of(1 + i)))
                .toList();
        Breakdown<String, ReadScore<Waits>> byTeam = rows.stream().collect(medianByTeam());
        Breakdown.Group<String, ReadScore<Waits>> unread = byTeam.group("new").orElseThrow();
        assertThat(unread.isSuppressed()).isTrue();
        assertThat(unread.score().isEmpty()).isTrue();
        assertThat(unread.score().material().count()).isEqualTo(20);
        assertThat(unread).hasToString("new: suppressed (n=0)");
        assertThatIllegalStateException().isThrownBy(() -> unread.score().metric());
        assertThat(byTeam.metric().name()).isEqualTo("Kaplan–Meier median resolution");
        assertThat(byTeam.comparisons())
                .extracting(Breakdown.GroupComparison::key)
                .containsExactly("blue", "red");
        KaplanMeier rest = rows.stream()
                .filter(row -> !row.team().equals("red"))
                .collect(toWaits(NOW, RESOLUTION, Row::span))
                .kaplanMeier();
        assertThat(rest.median()).isPresent();
        assertThat(byTeam.comparisons().get(1).change().before().orElseThrow().value())
                .isEqualTo(rest.median().orElseThrow().value());
    }

    @Test
    void breakdownsOfWhatIsReadAdd() {
        Breakdown<String, ReadScore<Waits>> none = Stream.<Row>empty().collect(medianByTeam());
        List<Row> rows = rows().toList();
        Breakdown<String, ReadScore<Waits>> all = rows.stream().collect(medianByTeam());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.plus(none)).isEqualTo(none).hasSameHashCodeAs(none).hasToString("undefined (n=0)");
        assertThat(all.plus(none)).isEqualTo(all);
        assertThat(none.plus(all)).isEqualTo(all).hasSameHashCodeAs(all).isNotEqualTo(none);
        assertThat(rows.subList(0, 500).stream()
                        .collect(medianByTeam())
                        .plus(rows.subList(500, 1_200).stream().collect(medianByTeam())))
                .isEqualTo(all);
        assertThat(all.regroup(team -> "all").group("all").orElseThrow().score())
                .isEqualTo(all.total());
        assertThatIllegalStateException()
                .isThrownBy(none::metric)
                .withMessage("nothing can be read where there is no material");

        Breakdown<String, ReadScore<Waits>> quartiles = rows.stream()
                .collect(Breakdown.by(
                        Row::team,
                        toWaits(NOW, RESOLUTION, Row::span),
                        waits -> waits.kaplanMeier().percentile(25)));
        assertThat(quartiles).isNotEqualTo(all);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.plus(quartiles))
                .withMessageContainingAll("median", "25", "cannot be merged with");
        Timing reply = Timing.of("first reply", ChronoUnit.HOURS);
        Breakdown<String, ReadScore<Waits>> replies = Stream.<Row>empty()
                .collect(Breakdown.by(
                        Row::team,
                        toWaits(NOW, reply, Row::span),
                        waits -> waits.kaplanMeier().median()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.plus(replies))
                .withMessageContainingAll("resolution", "first reply");
        assertThat(none).isNotEqualTo(replies);
    }

    @Test
    void trendsOfWhatIsReadHaveGapsAndAdd() {
        Collector<Row, ?, Trend<ReadScore<Waits>>> byMonth = Trend.by(
                Row::opened,
                CalendarPeriod.MONTH,
                ZONE,
                reading(
                        toWaits(NOW, RESOLUTION, Row::span),
                        waits -> waits.kaplanMeier().median()));
        List<Row> january = rows().toList();
        List<Row> march = january.stream()
                .map(row -> new Row(
                        row.team(),
                        row.channel(),
                        row.opened().plus(60, ChronoUnit.DAYS),
                        row.resolved().map(end -> end.plus(60, ChronoUnit.DAYS)),
                        row.recommend()))
                .toList();
        Trend<ReadScore<Waits>> none = Stream.<Row>empty().collect(byMonth);
        Trend<ReadScore<Waits>> first = january.stream().collect(byMonth);
        Trend<ReadScore<Waits>> both =
                Stream.concat(january.stream(), march.stream()).collect(byMonth);
        assertThat(first.plus(march.stream().collect(byMonth))).isEqualTo(both).hasSameHashCodeAs(both);
        assertThat(none.plus(none)).isEqualTo(none).isNotEqualTo(first);
        assertThat(first.plus(none)).isEqualTo(first);
        assertThat(both.points()).hasSize(3);
        assertThat(both.points().get(1)).hasToString("2026-02: undefined (n=0)");
        assertThat(both.metric().name()).isEqualTo("Kaplan–Meier median resolution");
        assertThat(both.changeFromPrevious(LocalDate.of(2026, 3, 1))).isEmpty();
        assertThat(both.rolling(3).get(0).score()).isEqualTo(both.total());
        assertThatIllegalStateException().isThrownBy(none::metric);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.plus(Stream.<Row>empty()
                        .collect(Trend.by(
                                Row::opened,
                                CalendarPeriod.DAY,
                                ZONE,
                                reading(
                                        toWaits(NOW, RESOLUTION, Row::span),
                                        waits -> waits.kaplanMeier().median())))))
                .withMessageContainingAll("by MONTH", "nothing by DAY");
    }

    /** What the compiler cannot see in a collector of any score. */
    @Test
    void aCollectorOfMixedClassesIsToldInWords() {
        Collector<Row, ?, MergeableScore<?>> mixed = Collectors.collectingAndThen(
                Collectors.<Row>toList(),
                rows -> rows.stream().anyMatch(row -> row.team().equals("red"))
                        ? Nps.of(9, 3)
                        : Share.of(ShareMetric.higherIsBetter("in time"), 1, 2));
        List<Row> rows = List.of(row("red", 1, Optional.empty()), row("blue", 2, Optional.empty()));
        assertThatExceptionOfType(ClassCastException.class)
                .isThrownBy(() -> rows.stream().collect(Breakdown.by(Row::team, mixed)))
                .withMessage("scores of different classes do not add: Share and Nps\n"
                        + "Maybe the collector returns one class for some rows and another for others.")
                .withCauseInstanceOf(ClassCastException.class);
        assertThatExceptionOfType(ClassCastException.class)
                .isThrownBy(() -> rows.stream().collect(Trend.by(Row::opened, CalendarPeriod.DAY, ZONE, mixed)))
                .withMessageStartingWith("scores of different classes do not add: Share and Nps");
        assertThatExceptionOfType(ClassCastException.class)
                .isThrownBy(() -> Breakdown.of(
                        (MergeableScore<?>) Nps.of(),
                        Map.of("red", Share.of(ShareMetric.higherIsBetter("in time"), 1, 2))))
                .withMessageStartingWith("scores of different classes do not add: Nps and Share");
    }

    @Test
    void aPercentileCannotBeTakenApart() {
        Breakdown<String, ReadScore<Waits>> before = rows().collect(medianByTeam());
        Breakdown<String, ReadScore<Waits>> after =
                rows().filter(row -> row.recommend() > 2).collect(medianByTeam());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixShift.between(before, after))
                .withMessageContaining("change of Kaplan–Meier median resolution cannot be taken apart");
        assertThatIllegalStateException()
                .isThrownBy(() -> MixShift.between(before, Stream.<Row>empty().collect(medianByTeam())))
                .withMessage("nothing can be read where there is no material");
    }
}

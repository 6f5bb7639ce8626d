package io.github.cxkit.metrics;

import static io.github.cxkit.metrics.rating.Csat.toCsat;
import static io.github.cxkit.metrics.rating.Nps.toNps;
import static io.github.cxkit.metrics.rating.Nps.toNpsOrSkipped;
import static io.github.cxkit.metrics.respondents.Respondents.toRespondents;
import static io.github.cxkit.metrics.time.Waits.toWaits;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.Party;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.cases.CaseClock;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.CaseWaits;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.cases.ResolutionClock;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.goal.SampleSize;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
import io.github.cxkit.metrics.respondents.RepeatPolicy;
import io.github.cxkit.metrics.respondents.Respondents;
import io.github.cxkit.metrics.time.LogRank;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.TimeScore;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The code of the README, compiled and asserted; the last test sees to it that it is the same code. */
class ReadmeTest {

    private record Row(String region, Integer recommend, Instant at) {}

    @Test
    void theFirstExample() {
        List<Row> rows = List.of(row("north", 10, 1), row("south", 3, 1), row("north", 8, 1));

        Nps nps = Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10);
        assertThat(nps.score()).isEqualTo(40.0);
        assertThat(nps.estimate()).hasToString("40.0 (95% CI -15.3 to 75.3, n=10)");
        assertThat(nps.base()).isEqualTo(BaseSize.LOW);

        Map<String, Nps> byRegion = rows.stream().collect(groupingBy(Row::region, toNps(Row::recommend)));
        Nps all = byRegion.values().stream().reduce(Nps::plus).orElseThrow();
        assertThat(all).isEqualTo(Nps.of(10, 3, 8));

        assertThat(Change.between(Nps.of(9, 3, 8, 0), nps).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void theSecondExample() {
        Nps nps = Nps.of(9, 9, 10);
        List<Row> rows = List.of(row("north", 10, 1), row("south", null, 1));
        RatingTally tally = RatingTally.on(Csat.TOP_2_OF_5.scale());
        tally.accept(5);
        tally.accept(4, 0.8);
        tally.accept(Answer.SKIPPED);
        tally.acceptTimes(3, 40);
        RatingCounts counts = tally.counts();
        assertThat(counts.count()).isEqualTo(42);

        Nps withMissing = rows.stream().collect(toNpsOrSkipped(Row::recommend));
        assertThat(withMissing.count()).isEqualTo(1);
        assertThat(withMissing.skipped()).isEqualTo(1);

        assertThat(Csat.of(Csat.THUMBS, 1, 0, 1, 1))
                .hasToString("CSAT top-1 of 2 75.0% (95% CI 30.1 to 95.4, n=4), too few to show");
        List<Row> complete = rows.subList(0, 1);
        assertThat(collected(complete)).isEqualTo(Csat.of(Csat.topBox(Scale.highIsGood(0, 10), 2), 10));

        Csat.from(Csat.TOP_2_OF_5, counts);
        Csat.from(Csat.mean(counts.scale()), counts);

        assertThat(Nps.promoters(45).passives(35).detractors(20))
                .hasToString("NPS 25.0 (95% CI 9.4 to 39.3, n=100), class counts");
        Nps onAnotherScale = Nps.promoters(45).passives(35).detractors(20, Nps.ONE_TO_TEN);
        assertThat(onAnotherScale).hasToString("NPS (1–10) 25.0 (95% CI 9.4 to 39.3, n=100), class counts");
        assertThat(RatingCounts.of(Scale.highIsGood(1, 5), 2, 1, 4, 9, 8)
                        .withMissing(12, 3)
                        .skipped())
                .isEqualTo(12);

        Estimator.withDefaults()
                .withNetMethod(NetMethod.ADJUSTED_WALD)
                .withPopulation(1_200)
                .estimate(nps);

        long[] row = counts.toLongs();
        RatingCounts back = RatingCounts.fromLongs(Csat.TOP_2_OF_5, row);
        assertThat(back).isEqualTo(counts);
        assertThat(Nps.fromLongs(Nps.STANDARD, nps.toLongs()).plus(nps).count()).isEqualTo(2 * nps.count());
        assertThat(counts.classes(Csat.TOP_2_OF_5).toLongs()).hasSizeLessThan(row.length);
    }

    private static Csat collected(List<Row> rows) {
        return rows.stream().collect(toCsat(Csat.topBox(Scale.highIsGood(0, 10), 2), Row::recommend));
    }

    @Test
    void theThirdExample() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(row(i % 2 == 0 ? "north" : "south", i % 11, 1 + i % 3));
        }
        Nps nps = Nps.promoters(250).passives(400).detractors(350);
        Nps soFar = Nps.promoters(140).passives(200).detractors(160);
        Instant january = Instant.parse("2026-01-01T00:00:00Z");
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        Instant july = Instant.parse("2026-07-01T00:00:00Z");
        List<SurveyResponse> responses = List.of(response(9, january), response(3, april));

        Breakdown<String, Nps> byRegion = rows.stream().collect(Breakdown.by(Row::region, toNps(Row::recommend)));
        assertThat(byRegion.comparisons(Adjustment.HOLM)).hasSize(2);

        Trend<Nps> trend = rows.stream()
                .collect(
                        Trend.by(Row::at, CalendarPeriod.MONTH, ZoneId.of("Europe/Copenhagen"), toNps(Row::recommend)));
        assertThat(trend.points()).hasSize(3);

        assertThat(SampleSize.from(nps).toDetect(2)).isBetween(20_000L, 30_000L);
        Goal goal = Goal.baseline(nps).target(nps.score() + 10).start(january).deadline(july);
        assertThat(goal.evaluate(soFar, april, 900).status()).isEqualTo(Goal.Status.NOT_KNOWABLE);
        assertThat(goal.evaluate(soFar, april, 1_500).status()).isEqualTo(Goal.Status.ON_TRACK);

        Respondents respondents = responses.stream().collect(toRespondents(Nps.STANDARD, RepeatPolicy.LATEST));
        assertThat(respondents.score().value()).isEqualTo(-100);
    }

    @Test
    void howFast() {
        CaseId one = CaseId.of("1");
        CaseId other = CaseId.of("2");
        Instant monday = Instant.parse("2026-03-02T09:00:00Z");
        Instant now = monday.plus(Duration.ofDays(8));
        List<CaseEvent> events = List.of(
                CaseEvent.resolved(one, monday.plus(Duration.ofHours(5)), 2, Party.COMPANY),
                CaseEvent.opened(one, monday, 1, Party.CUSTOMER),
                CaseEvent.opened(other, monday, 1, Party.CUSTOMER));

        Waits firstReplies = CaseWaits.seenAt(
                        now, ReplyClock.FIRST, CaseTimeline.byCase(events).values())
                .in(ChronoUnit.MINUTES);
        assertThat(firstReplies.openCount()).isEqualTo(2);
        CaseClock resolutions = ResolutionClock.TO_LAST.withoutTimeOnHold();
        assertThat(resolutions.label()).isEqualTo("resolution without time on hold");

        record Ticket(
                String team, Instant openedAt, @Nullable Instant resolvedAt) {
            WaitSpan span() {
                return new WaitSpan(openedAt, Optional.ofNullable(resolvedAt));
            }
        }
        List<Ticket> tickets = List.of(
                new Ticket("red", monday, monday.plus(Duration.ofHours(5))),
                new Ticket("red", monday, null),
                new Ticket("blue", monday, monday.plus(Duration.ofHours(9))));
        Timing resolution = Timing.of("resolution", ChronoUnit.HOURS);
        Waits waits = tickets.stream()
                .collect(
                        toWaits(now, resolution, t -> new WaitSpan(t.openedAt(), Optional.ofNullable(t.resolvedAt()))));
        assertThat(waits.kaplanMeier().median().orElseThrow().value()).isEqualTo(9);
        assertThat(waits.closedOnly().percentile(90).metric().name()).isEqualTo("closed-only p90 resolution");

        Breakdown<String, ReadScore<Waits>> byTeam = tickets.stream()
                .collect(Breakdown.by(
                        Ticket::team,
                        toWaits(now, resolution, Ticket::span),
                        w -> w.kaplanMeier().percentile(90)));
        assertThat(byTeam.group("red").orElseThrow().score().isEmpty()).isTrue();
        assertThat(byTeam.group("blue").orElseThrow().score().value()).isEqualTo(9);

        assertThat(TargetAttainment.of(waits, Duration.ofHours(24)).breached()).isEqualTo(1);

        Waits before = Waits.over(resolution, Duration.ofHours(20), Duration.ofHours(30));
        Duration week = Duration.ofDays(7);
        TimeScore mean = before.kaplanMeier().restrictedMean(week);
        assertThat(mean.value()).isEqualTo(25);
        assertThat(Change.between(mean, waits.kaplanMeier().restrictedMean(week))
                        .relative())
                .isPresent();
        assertThat(Goal.baseline(mean).relativeTarget(-20)).isNotNull();
        double spread = mean.value();
        assertThat(SampleSize.of(mean.metric(), spread * spread).toDetect(0.2 * mean.value()))
                .isEqualTo(393);
        assertThat(LogRank.between(before, waits).pValue()).isBetween(0.0, 1.0);

        Instant saturdayNoon = Instant.parse("2026-03-07T11:00:00Z");
        Instant mondayTenPastEight = Instant.parse("2026-03-09T07:10:00Z");
        OpeningHours desk = OpeningHours.in(ZoneId.of("Europe/Copenhagen"))
                .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0));
        assertThat(desk.between(saturdayNoon, mondayTenPastEight)).hasToString("PT10M");
        Instant mondayClose = Instant.parse("2026-03-09T16:00:00Z");
        assertThat(desk.workingDaysBetween(saturdayNoon, mondayClose)).hasToString("PT24H");
        Map<String, OpeningHours> calendars = Map.of("red", desk, "blue", OpeningHours.alwaysOpen());
        Timing workingDays = Timing.inWorkingDays("resolution");
        Waits byCalendar =
                tickets.stream().collect(toWaits(now, workingDays, t -> calendars.get(t.team()), Ticket::span));
        assertThat(byCalendar.timing()).isEqualTo(workingDays);
        assertThat(byCalendar.count()).isEqualTo(3);
        assertThat(byCalendar.openCount()).isOne();
    }

    private static Row row(String region, Integer recommend, int month) {
        return new Row(region, recommend, Instant.parse("2026-0" + month + "-15T12:00:00Z"));
    }

    private static SurveyResponse response(int answer, Instant at) {
        Scale scale = Nps.STANDARD.scale();
        return SurveyResponse.of("recommend", scale, scale.answer(answer), at).withCustomer(Customer.of("c-1"));
    }

    @Test
    void everyLineOfCodeInTheReadmeStandsInATest() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String tests =
                withoutWhiteSpace(Files.readString(Path.of("src/test/java/io/github/cxkit/metrics/ReadmeTest.java"))
                        + Files.readString(Path.of(
                                "../cxkit-recovery/src/test/java/io/github/cxkit/recovery/RecoveryReadmeTest.java")));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
        int lines = 0;
        while (blocks.find()) {
            for (String line : blocks.group(1).split("\n", -1)) {
                String code = withoutWhiteSpace(line.replaceFirst("//.*", "")).replaceFirst(";$", "");
                if (!code.isEmpty()) {
                    assertThat(tests.contains(code)).as(line).isTrue();
                    lines++;
                }
            }
        }
        assertThat(lines).isGreaterThan(30);
    }

    private static String withoutWhiteSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}

package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.TargetAttainment.toDueAttainment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DueAttainmentTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);
    private static final Duration DAY = Duration.ofDays(1);
    private static final OpeningHours NINE_TO_FIVE =
            OpeningHours.in(ZoneOffset.UTC).withHours(OpeningHours.EVERY_DAY, LocalTime.of(9, 0), LocalTime.of(17, 0));

    record Ticket(String team, Instant opened, Optional<Instant> resolved) {

        WaitSpan resolution() {
            return new WaitSpan(opened, resolved);
        }
    }

    private static TargetAttainment due(WaitSpan... waits) {
        return Stream.of(waits).collect(toDueAttainment(NOON, RESOLUTION, DAY, wait -> wait));
    }

    private static TargetAttainment dueInHours(String seenAt, Duration target, WaitSpan... waits) {
        return Stream.of(waits)
                .collect(toDueAttainment(Instant.parse(seenAt), RESOLUTION, NINE_TO_FIVE, target, wait -> wait));
    }

    private static Instant ago(long hours) {
        return NOON.minus(Duration.ofHours(hours));
    }

    @Test
    void whoeverBeganTheTargetAgoBelongsHoweverItEnded() {
        WaitSpan metAtOnce = WaitSpan.between(ago(24), ago(24));
        WaitSpan metJustSo = WaitSpan.between(ago(30), ago(6));
        WaitSpan late = WaitSpan.between(ago(30), ago(6).plusNanos(1));
        WaitSpan open = WaitSpan.since(ago(24));
        TargetAttainment attainment = due(metAtOnce, metJustSo, late, open);
        assertThat(attainment.met()).isEqualTo(2);
        assertThat(attainment.breached()).isEqualTo(2);
        assertThat(attainment.pending()).isZero();
        assertThat(attainment.caveats()).isEmpty();
        assertThat(attainment.metric())
                .isEqualTo(ShareMetric.higherIsBetter("resolution in time (within 24 h), of those due"));
    }

    /** The quick ones would be decided first. */
    @Test
    void aQuickCaseDoesNotBelongBeforeASlowOneWould() {
        Instant later = ago(24).plusNanos(1);
        assertThat(due(WaitSpan.between(later, later), WaitSpan.since(later)).all())
                .isZero();
    }

    @Test
    void whatEndedAfterTheLookWasOpenThen() {
        assertThat(due(WaitSpan.between(ago(24), NOON.plusNanos(1))).breached()).isOne();
        assertThat(due(WaitSpan.between(ago(24), NOON)).met()).isOne();
    }

    @Test
    void atTheCloseOfADayAnAnswerInTheNightIsInTimeStill() {
        Duration hour = Duration.ofHours(1);
        Instant four = Instant.parse("2026-03-30T16:00:00Z");
        WaitSpan open = WaitSpan.since(four);
        WaitSpan answeredAtSix = WaitSpan.between(four, Instant.parse("2026-03-30T18:00:00Z"));
        for (String inTheNight : List.of("2026-03-30T17:00:00Z", "2026-03-31T08:59:59.999999999Z")) {
            assertThat(dueInHours(inTheNight, hour, open, answeredAtSix).all())
                    .as(inTheNight)
                    .isZero();
        }
        TargetAttainment morning = dueInHours("2026-03-31T09:00:00Z", hour, open, answeredAtSix);
        assertThat(morning.met()).isOne();
        assertThat(morning.breached()).isOne();
    }

    @Test
    void openTimeAloneCounts() {
        Instant yesterday = Instant.parse("2026-03-30T15:00:00Z");
        WaitSpan open = WaitSpan.since(yesterday);
        assertThat(dueInHours("2026-03-31T10:59:59Z", Duration.ofHours(4), open).all())
                .isZero();
        assertThat(dueInHours("2026-03-31T11:00:00Z", Duration.ofHours(4), open).breached())
                .isOne();
    }

    /** January to March: a case that is open on the day of the look silences every verdict, unless those due are taken. */
    @Test
    void aTargetsAttainmentByMonth() {
        List<Ticket> tickets = tickets();
        ZoneId zone = ZoneOffset.UTC;
        Trend<TargetAttainment> ofAll = tickets.stream()
                .collect(Trend.by(
                        Ticket::opened,
                        CalendarPeriod.MONTH,
                        zone,
                        TargetAttainment.toAttainment(
                                ticket -> ticket.resolution().lastedBy(NOON),
                                ticket -> !ticket.resolution().isOverAt(NOON),
                                ticket -> DAY)));
        Change silenced = ofAll.changeFromPrevious(LocalDate.of(2026, 3, 1)).orElseThrow();
        assertThat(silenced.excludesZero()).isTrue();
        assertThat(silenced.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(silenced.caveats()).anyMatch(text -> text.contains("1 of 91 pending, of all 85.7% to 86.8%"));

        Trend<TargetAttainment> byMonth = tickets.stream()
                .collect(Trend.by(
                        Ticket::opened,
                        CalendarPeriod.MONTH,
                        zone,
                        toDueAttainment(NOON, RESOLUTION, DAY, Ticket::resolution)));
        assertThat(byMonth.points()).extracting(Trend.Point::label).containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(byMonth.points()).extracting(point -> point.score().value()).containsExactly(50.0, 50.0, 80.0);
        assertThat(byMonth.points()).extracting(point -> point.score().count()).containsExactly(62L, 56L, 60L);
        assertThat(byMonth.total())
                .isEqualTo(tickets.stream().collect(toDueAttainment(NOON, RESOLUTION, DAY, Ticket::resolution)));
        Change told = byMonth.changeFromPrevious(LocalDate.of(2026, 3, 1)).orElseThrow();
        assertThat(told.verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void aTargetsAttainmentByTeam() {
        Breakdown<String, TargetAttainment> byTeam = tickets().stream()
                .collect(Breakdown.by(Ticket::team, toDueAttainment(NOON, RESOLUTION, DAY, Ticket::resolution)));
        assertThat(byTeam.groups())
                .extracting(group -> group.key() + " " + group.score().count())
                .containsExactly("day 89", "night 89");
        assertThat(byTeam.comparisons()).hasSize(2);
        assertThat(byTeam.total().count()).isEqualTo(178);
    }

    /** Two a day: half in time in January and February, four of five in March; on the last day many were quick and one is open. */
    private static List<Ticket> tickets() {
        List<Ticket> tickets = new ArrayList<>();
        Instant first = Instant.parse("2026-01-01T10:00:00Z");
        for (int day = 0; day < 89; day++) {
            for (int i = 0; i < 2; i++) {
                Instant opened = first.plus(Duration.ofDays(day)).plusSeconds(i);
                boolean isMet = day < 59 ? i == 0 : (2 * (day - 59) + i) % 5 != 0;
                tickets.add(new Ticket(
                        i == 0 ? "day" : "night", opened, Optional.of(opened.plus(Duration.ofHours(isMet ? 4 : 40)))));
            }
        }
        Instant today = Instant.parse("2026-03-31T08:00:00Z");
        IntStream.range(0, 30).forEach(i -> tickets.add(new Ticket("day", today, Optional.of(today.plusSeconds(60)))));
        tickets.add(new Ticket("day", today, Optional.empty()));
        return tickets;
    }

    @Test
    void aCaseThatBeginsAfterTheLookIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> due(WaitSpan.since(NOON.plusSeconds(1))))
                .withMessageContaining("seenAt must not be before the start of the wait");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> toDueAttainment(NOON, RESOLUTION, Duration.ofSeconds(-1), (WaitSpan wait) -> wait))
                .withMessage("target must be at least 0, but was PT-1S");
        assertThatNullPointerException()
                .isThrownBy(() -> toDueAttainment(null, RESOLUTION, DAY, (WaitSpan wait) -> wait))
                .withMessage("seenAt");
    }

    @Test
    void thoseDueAndAllAreNotMerged() {
        TargetAttainment all =
                TargetAttainment.of(Waits.seenAt(NOON, RESOLUTION, List.of(WaitSpan.between(ago(30), ago(29)))), DAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.plus(due(WaitSpan.between(ago(30), ago(29)))))
                .withMessageContaining("of those due");
    }

    /** In quarters of an hour: whatever becomes of an open case that belongs, it ends late; of one that does not, it may still be in time. */
    @Property(tries = 300)
    void aCaseBelongsAsSoonAsItCanNoLongerBeInTime(
            @ForAll @IntRange(max = 300) int began,
            @ForAll @IntRange(max = 300) int looked,
            @ForAll @IntRange(max = 60) int target) {
        Instant start = Instant.parse("2026-03-30T00:00:00Z");
        Instant from = start.plus(Duration.ofMinutes(15L * Math.min(began, looked)));
        Instant seenAt = start.plus(Duration.ofMinutes(15L * Math.max(began, looked)));
        Duration open = Duration.ofMinutes(15L * target);
        boolean mayBeInTime = NINE_TO_FIVE.between(from, seenAt.plusNanos(1)).compareTo(open) <= 0;
        TargetAttainment attainment = dueInHours(seenAt.toString(), open, WaitSpan.since(from));
        assertThat(attainment.all()).isEqualTo(mayBeInTime ? 0 : 1);
        assertThat(attainment.met()).isZero();
    }

    /** Once a case belongs, its outcome is that of all cases, seen then or ever after. */
    @Property(tries = 300)
    void whatIsDecidedStaysDecided(@ForAll @Size(max = 20) List<@IntRange(max = 100) Integer> lengths) {
        List<WaitSpan> waits = IntStream.range(0, lengths.size())
                .mapToObj(i -> WaitSpan.between(ago(3L * i), ago(3L * i).plus(Duration.ofHours(lengths.get(i)))))
                .toList();
        TargetAttainment seenNow = waits.stream().collect(toDueAttainment(NOON, RESOLUTION, DAY, wait -> wait));
        Instant later = NOON.plus(Duration.ofDays(100));
        TargetAttainment seenLater = waits.stream()
                .filter(wait -> !wait.from().isAfter(ago(24)))
                .collect(toDueAttainment(later, RESOLUTION, DAY, wait -> wait));
        assertThat(seenNow).isEqualTo(seenLater);
    }
}

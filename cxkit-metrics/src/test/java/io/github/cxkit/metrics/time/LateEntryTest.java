package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.SurvivalCases.RESOLUTION;
import static io.github.cxkit.metrics.time.SurvivalCases.SEEN_AT;
import static io.github.cxkit.metrics.time.SurvivalCases.hours;
import static io.github.cxkit.metrics.time.SurvivalCases.lateWait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Waits that were not watched from their beginning: who was quick was never seen. */
class LateEntryTest {

    private static Waits seen(WaitSpan... waits) {
        return Waits.seenAt(SEEN_AT, RESOLUTION, List.of(waits));
    }

    /** Half of all waits last an hour, half nine; of those open when the records began, only the long ones are there. */
    @Test
    void whoWasQuickBeforeTheRecordsBeganIsNotForgotten() {
        List<WaitSpan> spans = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> spans.add(lateWait(0, i % 2 == 0 ? 1 : 9, true)));
        IntStream.range(0, 20).forEach(i -> spans.add(lateWait(2, 9, true)));
        Waits waits = Waits.seenAt(SEEN_AT, RESOLUTION, spans);
        assertThat(waits.kaplanMeier().survivalAt(hours(1))).isEqualTo(0.5);
        Score within = waits.kaplanMeier().withinShare(hours(1));
        assertThat(within.value()).isEqualTo(50);
        assertThat(within.notes()).containsExactly("20 of 40 waits were not watched from their beginning");
        assertThat(within.caveats()).isEmpty();
        assertThat(waits.lateCount()).isEqualTo(20);
        assertThat(waits.kaplanMeier().median().orElseThrow().notes()).hasSize(1);
        assertThat(waits.kaplanMeier().restrictedMean(hours(8)).value()).isCloseTo(4.5, within(1e-12));
        assertThat(waits.kaplanMeier().restrictedMean(hours(8)).notes()).hasSize(2);
        assertThat(SurvivalCases.curve(1, 2).withinShare(hours(1)).notes()).isEmpty();
    }

    @Test
    void figuresThatWouldForgetTheQuickAreRefused() {
        Waits waits = seen(lateWait(0, 3, true), lateWait(1, 4, true), lateWait(2, 5, false));
        String why =
                " is undefined where waits entered late: 2 of 3 were not watched from their beginning, and who was quick was"
                        + " never seen\nMaybe use kaplanMeier().withinShare.";
        assertThatIllegalStateException().isThrownBy(waits::closedOnly).withMessage("closed-only resolution" + why);
        assertThatIllegalStateException()
                .isThrownBy(waits::openShare)
                .withMessage("share still open of resolution" + why);
        assertThatIllegalStateException()
                .isThrownBy(() -> TargetAttainment.of(waits, hours(4)))
                .withMessage("share in time of resolution" + why);
        Tolerance tolerance = Tolerance.waitLongerThan(66, hours(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> tolerance.accepted(waits))
                .withMessage("share of accepted waits of resolution" + why);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(lateWait(1, 4, true))
                        .collect(TargetAttainment.toDueAttainment(SEEN_AT, RESOLUTION, hours(4), wait -> wait)))
                .withMessageContaining("was watched since");
    }

    @Test
    void whatJsonShowsOfLateEntriesIsTheMedianAlone() {
        Waits waits = seen(lateWait(0, 3, true), lateWait(1, 4, true), lateWait(2, 5, true));
        assertThat(waits.view()).hasSize(1);
        assertThat(waits.view().get(0).value()).isEqualTo(4);
        assertThat(seen(lateWait(5, 6, true)).view().get(0).notes())
                .containsExactly("undefined: nobody was watched at 0 h");
    }

    @Test
    void anEndBeforeAnybodyWatchedIsRefused() {
        WaitSpan wait = WaitSpan.between(SEEN_AT, SEEN_AT.plus(hours(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wait.watchedSince(SEEN_AT.plus(hours(2))))
                .withMessage("wait until 2026-03-31T02:00:00Z ended before it was watched, since 2026-03-31T02:00:00Z\n"
                        + "Maybe leave out waits that ended earlier.");
        assertThat(wait.watchedSince(SEEN_AT)).isEqualTo(wait);
        assertThat(wait.watchedSince(SEEN_AT.minusSeconds(1))).isEqualTo(wait);
        assertThat(wait.watchedSince(SEEN_AT.plus(hours(1))).watchedSince()).contains(SEEN_AT.plus(hours(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.seenAt(
                        SEEN_AT,
                        RESOLUTION,
                        List.of(WaitSpan.since(SEEN_AT.minus(hours(1))).watchedSince(SEEN_AT.plusNanos(1)))))
                .withMessageContaining("seenAt must not be before the wait was watched");
    }

    /** Watched from closing time on, it ended before the next opening. */
    @Test
    void theEntryIsCountedByTheSameCalendar() {
        OpeningHours desk = OpeningHours.in(ZoneId.of("UTC"))
                .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
        Instant monday = Instant.parse("2026-03-02T09:00:00Z");
        WaitSpan wait = WaitSpan.between(monday, monday.plus(hours(26))).watchedSince(monday.plus(hours(3)));
        Waits waits = Waits.seenAt(SEEN_AT, RESOLUTION, List.of(wait), desk);
        assertThat(waits.lateEntries()).containsExactly(hours(3).toNanos());
        assertThat(waits.overNanos()).containsExactly(hours(10).toNanos());
        WaitSpan unwatched = WaitSpan.between(monday, monday.plus(hours(23))).watchedSince(monday.plus(hours(9)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.seenAt(SEEN_AT, RESOLUTION, List.of(unwatched), desk))
                .withMessage("wait of PT8H in opening hours ended before it was watched, from PT8H on\n"
                        + "Maybe leave it out, for no open time of it was watched.");
    }

    @Test
    void whereNobodyWasWatchedNothingIsKnown() {
        KaplanMeier curve = seen(
                        lateWait(0, 1, true), lateWait(0, 2, true), lateWait(5, 9, true), lateWait(5, 11, false))
                .kaplanMeier();
        assertThat(curve.withinShare(hours(1)).uncertainty().reasonWithoutLimits())
                .isEmpty();
        Score within = curve.withinShare(hours(8));
        assertThat(within.uncertainty().reasonWithoutLimits()).contains("nobody was watched at 2 h");
        assertThat(within.base()).isEqualTo(BaseSize.SUPPRESSED);
        Score certain = SurvivalCases.curve(1, 2, 3, 4).withinShare(hours(8));
        assertThat(Change.between(certain, within).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(curve.percentile(75)).isEmpty();
        assertThat(curve.restrictedMean(hours(2)).uncertainty().reasonWithoutLimits())
                .isEmpty();
        assertThat(curve.restrictedMean(hours(3)).uncertainty().reasonWithoutLimits())
                .contains("nobody was watched at 2 h");
    }

    /** One was left open after 2 hours, and the next was watched from the third on: a gap, though the curve is above 0. */
    @Test
    void aGapInWhichNobodyWasWatchedIsNoLevelStretch() {
        KaplanMeier curve = seen(
                        lateWait(0, 1, true), lateWait(0, 2, false), lateWait(3, 6, true), lateWait(3, 7, true))
                .kaplanMeier();
        assertThat(curve.stillWaitingAfter(hours(1.5)).uncertainty().reasonWithoutLimits())
                .isEmpty();
        assertThat(curve.stillWaitingAfter(hours(6)).uncertainty().reasonWithoutLimits())
                .contains("nobody was watched at 2 h");
        assertThat(curve.percentile(75)).isEmpty();
        assertThat(curve.median().orElseThrow().value()).isEqualTo(1.5);
        assertThat(seen(lateWait(3, 6, true))
                        .kaplanMeier()
                        .withinShare(hours(6))
                        .uncertainty()
                        .reasonWithoutLimits())
                .contains("nobody was watched at 0 h");
    }

    @Test
    void openAndWatchedAtOneInstantOnlyIsCountedAndNeverAtRisk() {
        Waits waits = seen(lateWait(0, 1, true), lateWait(0, 4, true), lateWait(2, 2, false));
        assertThat(waits.count()).isEqualTo(3);
        assertThat(waits.kaplanMeier().survivalAt(hours(1))).isEqualTo(0.5);
        assertThat(waits.kaplanMeier().steps())
                .extracting(KaplanMeier.Step::atRisk)
                .containsExactly(2L, 1L);
    }

    @Test
    void aThinBeginningGivesNoVerdict() {
        List<WaitSpan> spans = new ArrayList<>();
        IntStream.range(0, 3).forEach(i -> spans.add(lateWait(0, 1 + i * 20, true)));
        IntStream.range(0, 38).forEach(i -> spans.add(lateWait(2, 10 + i, true)));
        KaplanMeier curve = Waits.seenAt(SEEN_AT, RESOLUTION, spans).kaplanMeier();
        String caveat = "only 3 waits were watched at 1 h, later up to 40";
        assertThat(curve.withinShare(hours(0.5)).caveats()).isEmpty();
        assertThat(curve.withinShare(hours(20)).caveats()).containsExactly(caveat);
        assertThat(curve.median().orElseThrow().caveats()).containsExactly(caveat);
        assertThat(curve.restrictedMean(hours(20)).caveats()).containsExactly(caveat);
    }

    @Test
    void ofThoseWhoWaitADayHowManyLongerThanThree() {
        Waits waits = SurvivalCases.waits(5, 10, 30, 80, 90, -24, -40);
        Waits day = waits.lastedAtLeast(hours(24));
        assertThat(day).hasToString("resolution of those that last 24 h: 4 waits, 1 still open");
        Score longer = day.kaplanMeier().stillWaitingAfter(hours(72));
        assertThat(longer.value()).isEqualTo(75);
        assertThat(longer.metric().name())
                .isEqualTo("still waiting after 72 h, resolution of those that last 24 h (Kaplan–Meier)");
        assertThat(longer.uncertainty().reasonWithoutLimits()).isEmpty();
        assertThat(day.kaplanMeier().survivalAt(hours(24))).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day.kaplanMeier().survivalAt(hours(23)))
                .withMessage("time must be in [PT24H, ∞), but was PT23H");
        assertThatIllegalArgumentException().isThrownBy(() -> day.plus(waits));
        assertThat(day.plus(Waits.over(day.timing()))).isEqualTo(day);
        assertThat(Waits.over(day.timing()).plus(day)).isEqualTo(day);
        assertThatIllegalArgumentException().isThrownBy(() -> day.plus(Waits.over(day.timing(), hours(30))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waits.lastedAtLeast(Duration.ZERO))
                .withMessage("length must be more than 0, but was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day.lastedAtLeast(hours(23)))
                .withMessage("length must be at least PT24H, but was PT23H");
        assertThatIllegalStateException().isThrownBy(day::closedOnly);
        assertThat(seen(lateWait(30, 50, true)).lastedAtLeast(hours(24)).lateEntries())
                .containsExactly(hours(30).toNanos());
        Optional<TimeScore> median = day.kaplanMeier().median();
        assertThat(median.orElseThrow().value()).isEqualTo(80);
        assertThat(median.orElseThrow().estimate().interval().orElseThrow().lower())
                .isGreaterThanOrEqualTo(24);
    }

    /** What is told of those that last so long is what all of them tell, by the share that lasts so long. */
    @Test
    void aCurveFromADayOnIsTheCurveOfAllByItsShareThere() {
        Waits waits = SurvivalCases.waits(5, 10, -12, 30, 31, -35, 50, 80, -81, 90);
        KaplanMeier all = waits.kaplanMeier();
        KaplanMeier day = waits.lastedAtLeast(hours(24)).kaplanMeier();
        for (int hour = 24; hour <= 90; hour++) {
            assertThat(day.survivalAt(hours(hour)))
                    .isCloseTo(all.survivalAt(hours(hour)) / all.survivalAt(hours(24)), within(1e-14));
        }
    }
}

package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.MixShift;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.cases.CaseEffort;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.InitiativeEffect;
import io.github.cxkit.metrics.change.ValidityThreat;
import io.github.cxkit.metrics.goal.Benchmark;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
import io.github.cxkit.metrics.respondents.PairedChange;
import io.github.cxkit.metrics.respondents.RepeatPolicy;
import io.github.cxkit.metrics.respondents.Respondents;
import io.github.cxkit.metrics.tests.MannWhitney;
import io.github.cxkit.metrics.time.ApproximateDurations;
import io.github.cxkit.metrics.time.Durations;
import io.github.cxkit.metrics.time.KaplanMeier;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultViewTest {

    private static final Nps NORTH = Nps.promoters(45).passives(35).detractors(20);
    private static final Nps SOUTH = Nps.promoters(60).passives(80).detractors(60);
    private static final Nps NOBODY = Nps.of();
    private static final Instant JANUARY = Instant.parse("2026-01-10T12:00:00Z");
    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    @Test
    void aScoreInPlainValues() {
        Interval limits = NORTH.estimate().interval().orElseThrow();

        assertThat(NORTH.view())
                .isEqualTo(new ResultView(
                        "NPS",
                        "points",
                        25.0,
                        limits.lower(),
                        limits.upper(),
                        0.95,
                        "score (Tango)",
                        100,
                        100,
                        -100.0,
                        100.0,
                        "SUFFICIENT",
                        List.of(),
                        null,
                        null,
                        null));
        assertThat(NORTH.estimate().view()).isEqualTo(NORTH.view());
        assertThat(NORTH.estimate(0.9).view().confidence()).isEqualTo(0.9);
    }

    @Test
    void ofNoAnswersThereIsAViewWithoutAValue() {
        assertThat(NOBODY.view())
                .isEqualTo(new ResultView(
                        "NPS",
                        "points",
                        null,
                        null,
                        null,
                        0.95,
                        null,
                        0,
                        0,
                        -100.0,
                        100.0,
                        "SUPPRESSED",
                        List.of("undefined: there are no answers"),
                        null,
                        null,
                        null));
    }

    @Test
    void withoutAnIntervalThereIsNoMethodAndTheNotesSayWhy() {
        Quantity refund = Quantity.amount("refund", MetricUnit.of("euros", " EUR", 2), Direction.HIGHER_IS_BETTER);
        ResultView view = Mean.of(refund, 7).view();

        assertThat(view.value()).isEqualTo(7);
        assertThat(view.lower()).isNull();
        assertThat(view.upper()).isNull();
        assertThat(view.method()).isNull();
        assertThat(view.unit()).isEqualTo("euros");
        assertThat(view.lowest()).isZero();
        assertThat(view.highest()).as("infinite").isNull();
        assertThat(view.base()).isEqualTo("SUPPRESSED");
        assertThat(view.notes())
                .containsExactlyElementsOf(Mean.of(refund, 7).estimate().notes());
        assertThat(view.notes()).hasSize(1);
    }

    @Test
    void weightsMakeTheEffectiveNumberSmaller() {
        RatingTally tally = RatingTally.on(Csat.TOP_2_OF_5.scale());
        tally.accept(5, 3);
        tally.accept(1, 1);
        ResultView view = Csat.from(Csat.TOP_2_OF_5, tally.counts()).view();

        assertThat(view.n()).isEqualTo(2);
        assertThat(view.effectiveN()).isEqualTo(1.6);
    }

    @Test
    void anInfiniteLimitIsNull() {
        ResultView median =
                Durations.of(RESOLUTION, hours(1), hours(2)).median().view();

        assertThat(median.lower()).isZero();
        assertThat(median.upper()).isNull();
        assertThat(median.method()).isEqualTo("order statistics (binomial)");
    }

    @Test
    void aChangeIsJudgedAndHasSides() {
        Change change = Change.between(SOUTH, NORTH);
        ResultView view = change.view();

        assertThat(view.metric()).isEqualTo("change in NPS");
        assertThat(view.value()).isEqualTo(25);
        assertThat(view.verdict()).isEqualTo("IMPROVED");
        assertThat(view.before()).isEqualTo(SOUTH.view());
        assertThat(view.after()).isEqualTo(NORTH.view());
        assertThat(change.withConfidence(0.9).view().confidence()).isEqualTo(0.9);
    }

    @Test
    void aChangeIsAsGoodAsItsWeakerSide() {
        assertThat(Change.between(Nps.of(9, 3, 8, 0), NORTH).view().base()).isEqualTo("SUPPRESSED");
        assertThat(Change.between(Nps.of(9, 3, 8, 0), NORTH).difference().base())
                .isEqualTo(BaseSize.SUPPRESSED);
    }

    @Test
    void anInitiativeSaysWhatItsDesignCannotTell() {
        InitiativeEffect alone = InitiativeEffect.of(Change.between(SOUTH, NORTH));
        assertThat(alone.view().before()).isEqualTo(SOUTH.view());
        assertThat(alone.view().verdict()).isEqualTo("IMPROVED");
        assertThat(alone.view().notes())
                .containsExactly(ValidityThreat.NO_CONTROL.explanation(), ValidityThreat.SEASONALITY.explanation());

        Change control = Change.between(SOUTH, SOUTH);
        ResultView view = alone.withControl(control).view();
        assertThat(view.before()).isEqualTo(control.view());
        assertThat(view.after()).isEqualTo(Change.between(SOUTH, NORTH).view());
    }

    @Test
    void aComparisonWithABenchmarkUsesItsOwnWordAndNotes() {
        Benchmark.Comparison comparison = Benchmark.of(
                        Nps.STANDARD, -10, "Retail survey, table 3", LocalDate.of(2020, 1, 1))
                .compare(NORTH, LocalDate.of(2026, 1, 1));

        assertThat(comparison.view().verdict()).isEqualTo("BETTER");
        assertThat(comparison.view().notes())
                .containsExactlyElementsOf(comparison.notes())
                .isNotEmpty();
        assertThat(comparison.view().after()).isEqualTo(NORTH.view());
    }

    @Test
    void groupsHaveKeysAndTheGradeOfTheirBreakdown() {
        Breakdown<String, Nps> regions =
                Breakdown.of(NOBODY, Map.of("north", NORTH, "south", SOUTH, "west", Nps.of(9)));

        assertThat(regions.view())
                .containsExactly(
                        new Breakdown.GroupView<>("north", NORTH.view()),
                        new Breakdown.GroupView<>("south", SOUTH.view()),
                        new Breakdown.GroupView<>("west", Nps.of(9).view()));
        Breakdown<String, Nps> strict =
                regions.withGrading(BaseGrading.withDefaults().withSuppressedBelow(150));
        assertThat(strict.view().get(0).result()).isEqualTo(NORTH.view().withBase(BaseSize.SUPPRESSED));
        assertThat(strict.view().get(1).result().base()).isEqualTo("SUFFICIENT");
    }

    @Test
    void aGroupAgainstTheRestIsJudgedInViewOfAllComparisons() {
        Breakdown.GroupComparison<String> north = Breakdown.of(
                        NOBODY, Map.of("north", NORTH, "south", SOUTH, "east", SOUTH))
                .comparisons()
                .get(1);

        assertThat(north.view().key()).isEqualTo("north");
        assertThat(north.view().result().verdict()).isEqualTo(north.verdict().name());
        assertThat(north.view().result().after()).isEqualTo(NORTH.view());
        assertThat(north.view().result().notes()).hasSize(1).allMatch(note -> note.matches("adjusted p 0\\.\\d{4}"));
    }

    @Test
    void periodsHaveNamesAndInstants() {
        record Row(Instant at, int answer) {}
        Trend<Nps> trend = Stream.of(new Row(JANUARY, 9), new Row(JANUARY.plus(Duration.ofDays(60)), 3))
                .collect(Trend.by(Row::at, CalendarPeriod.MONTH, ZoneId.of("Europe/Berlin"), Nps.toNps(Row::answer)));

        assertThat(trend.view())
                .containsExactly(
                        new Trend.PeriodView(
                                "2026-01",
                                "2025-12-31T23:00:00Z",
                                "2026-01-31T23:00:00Z",
                                Nps.of(9).view()),
                        new Trend.PeriodView("2026-02", "2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z", NOBODY.view()),
                        new Trend.PeriodView(
                                "2026-03",
                                "2026-02-28T23:00:00Z",
                                "2026-03-31T22:00:00Z",
                                Nps.of(3).view()));
    }

    @Test
    void aMixShiftTellsItsParts() {
        MixShift<String> shift = MixShift.between(
                Breakdown.of(NOBODY, Map.of("north", SOUTH, "south", NORTH)),
                Breakdown.of(NOBODY, Map.of("north", NORTH, "south", NORTH)));
        MixShift.View<String> view = shift.view();
        MixShift.Effect<String> north = shift.effect("north").orElseThrow();

        assertThat(view.change()).isEqualTo(shift.change().view());
        assertThat(view.rate() + view.mix())
                .isEqualTo(shift.rate() + shift.mix())
                .isNotZero();
        assertThat(view.simpsonsParadox()).isEqualTo(shift.isSimpsonsParadox());
        assertThat(view.effects().get(0))
                .isEqualTo(new MixShift.Effect.EffectView<>(
                        "north",
                        SOUTH.view(),
                        NORTH.view(),
                        north.percentBefore(),
                        north.percentAfter(),
                        north.rate(),
                        north.mix()));
    }

    @Test
    void aGoalSaysHowItStands() {
        Goal goal = Goal.baseline(SOUTH).target(10).start(JANUARY).deadline(JANUARY.plus(Duration.ofDays(90)));
        Goal.Progress progress = goal.evaluate(NORTH, JANUARY, 2_000);

        assertThat(progress.view())
                .isEqualTo(new Goal.Progress.View(
                        "REACHED_ON_THE_FACE_OF_IT",
                        false,
                        NORTH.view(),
                        NORTH.view(),
                        SOUTH.view(),
                        10,
                        0,
                        "2026-01-10T12:00:00Z",
                        "2026-04-10T12:00:00Z",
                        "2026-01-10T12:00:00Z",
                        progress.answersStillNeeded().orElseThrow()));
        assertThat(goal.evaluate(NOBODY, JANUARY, 900).view().estimate()).isNull();
        assertThat(goal.evaluate(NOBODY, JANUARY, 900).view().soFar()).isEqualTo(NOBODY.view());
    }

    @Test
    void durationsShowMedianNinetiethPercentileAndMean() {
        Durations durations = Durations.of(RESOLUTION, hours(1), hours(2), hours(9));
        ApproximateDurations approximate = Stream.of(hours(1), hours(2), hours(9))
                .collect(ApproximateDurations.toApproximateDurations(RESOLUTION, length -> length));

        assertThat(durations.view())
                .containsExactly(
                        durations.median().view(),
                        durations.percentile(90).view(),
                        durations.mean().view());
        assertThat(approximate.view())
                .containsExactly(
                        approximate.median().view(),
                        approximate.percentile(90).view(),
                        approximate.mean().view());
        assertThat(Durations.of(RESOLUTION).view())
                .extracting(ResultView::metric)
                .containsExactlyElementsOf(
                        durations.view().stream().map(ResultView::metric).toList());
        assertThat(Stream.<Duration>of()
                        .collect(ApproximateDurations.toApproximateDurations(RESOLUTION, length -> length))
                        .view())
                .extracting(ResultView::metric)
                .containsExactlyElementsOf(
                        approximate.view().stream().map(ResultView::metric).toList());
        assertThat(Durations.of(RESOLUTION).view().get(0).notes()).containsExactly("undefined: there are no durations");
    }

    @Test
    void durationsOfClosedCasesKeepTheirWarningEvenWhereThereAreNone() {
        Durations none = Waits.open(RESOLUTION, hours(3)).closedOnly();

        assertThat(none.view()).allSatisfy(view -> {
            assertThat(view.metric()).startsWith("closed-only ");
            assertThat(view.notes()).containsExactly(none.warning().orElseThrow(), "undefined: there are no durations");
        });
    }

    @Test
    void waitsCountTheOpenOnes() {
        Waits waits = Waits.over(RESOLUTION, hours(1), hours(2), hours(4)).plus(Waits.open(RESOLUTION, hours(3)));
        KaplanMeier curve = waits.kaplanMeier();
        KaplanMeier.Step step = curve.steps().get(0);

        assertThat(waits.view())
                .containsExactly(
                        curve.median().orElseThrow().view(), waits.openShare().view());
        assertThat(curve.view())
                .containsExactly(
                        curve.median().orElseThrow().view(),
                        curve.percentile(90).orElseThrow().view());
        assertThat(step.view())
                .isEqualTo(new KaplanMeier.Step.View(
                        step.time().toString(), step.atRisk(), step.ended(), step.leftOpen(), step.survival()));
    }

    @Test
    void aMedianThatIsNotReachedHasNoValueAndSaysWhy() {
        Waits waits = Waits.over(RESOLUTION, hours(1)).plus(Waits.open(RESOLUTION, hours(3), hours(4)));
        ResultView median = waits.view().get(0);

        assertThat(median.metric()).isEqualTo("Kaplan–Meier median resolution");
        assertThat(median.value()).isNull();
        assertThat(median.notes()).containsExactly("undefined: too many of the waits are still open");
        assertThat(Waits.over(RESOLUTION).view().get(0).notes()).containsExactly("undefined: there are no waits");
    }

    @Test
    void whatIsNotDecidedIsSaid() {
        OpenShare open = new OpenShare(Share.of(ShareMetric.higherIsBetter("in time"), 2, 4), 1, 0);

        assertThat(open.view())
                .isEqualTo(open.decided().view().withMoreNotes(List.of("1 of 5 pending, of all 40.0% to 60.0%")));
        assertThat(TargetAttainment.met(2).breached(2).withPending(1).view().notes())
                .singleElement()
                .asString()
                .startsWith("1 of 5 pending");
    }

    @Test
    void whatCannotBeReadHasAViewAndInABreakdownTheMetricOfTheTotal() {
        record Row(String team, WaitSpan span) {
            static Row open(long hours) {
                return new Row("blue", new WaitSpan(JANUARY.minus(hours(hours)), Optional.empty()));
            }

            static Row over(long hours) {
                return new Row("red", new WaitSpan(JANUARY.minus(hours(hours)), Optional.of(JANUARY)));
            }
        }
        List<Row> rows = List.of(Row.open(1), Row.over(1), Row.over(2), Row.over(2));
        Collector<Row, ?, ReadScore<Waits>> median = ReadScore.reading(
                Waits.toWaits(JANUARY, RESOLUTION, Row::span),
                waits -> waits.kaplanMeier().median());
        ReadScore<Waits> blue = Stream.of(Row.open(1)).collect(median);
        Breakdown<String, ReadScore<Waits>> byTeam = rows.stream().collect(Breakdown.by(Row::team, median));
        Trend<ReadScore<Waits>> trend = rows.stream()
                .collect(Trend.by(
                        row -> JANUARY.plus(Duration.ofDays(row.span().until().isPresent() ? 0 : 40)),
                        CalendarPeriod.MONTH,
                        ZoneId.of("UTC"),
                        median));
        String reason = "undefined: nothing can be read where the material is too thin";

        assertThat(blue.view().metric()).isEqualTo("undefined");
        assertThat(blue.view().value()).isNull();
        assertThat(blue.view().notes()).containsExactly(reason);
        assertThat(byTeam.view().get(0).result().metric()).isEqualTo("Kaplan–Meier median resolution");
        assertThat(byTeam.view().get(0).result().unit()).isEqualTo("hours");
        assertThat(byTeam.view().get(0).result().notes()).containsExactly(reason);
        assertThat(byTeam.view().get(1).result())
                .isEqualTo(byTeam.groups().get(1).score().score().orElseThrow().view());
        assertThat(trend.view().get(1).result()).isEqualTo(byTeam.view().get(0).result());
        assertThat(trend.points().get(1).view().result()).isEqualTo(blue.view());
    }

    @Test
    void countsShowEachPointAndWeightsWhereTheyDiffer() {
        RatingTally tally = RatingTally.on(Scale.highIsGood(1, 3));
        tally.accept(3);
        tally.accept(1);
        tally.accept(Answer.SKIPPED);
        RatingCounts plain = tally.counts();
        tally.accept(3, 0.5);

        assertThat(plain.view()).isEqualTo(new RatingCounts.View(Map.of(1, 1L, 2, 0L, 3, 1L), null, 1, 0, 0));
        assertThat(tally.counts().view())
                .isEqualTo(new RatingCounts.View(Map.of(1, 1L, 2, 0L, 3, 2L), Map.of(1, 1.0, 2, 0.0, 3, 1.5), 1, 0, 0));
    }

    @Test
    void whatACaseCostMayNotBeKnown() {
        assertThat(CaseEffort.nothingKnown().withContacts(3).withReopenings(0).view())
                .isEqualTo(new CaseEffort.View(3, null, null, null, 0));
        assertThat(CaseEffort.nothingKnown()
                        .withHandOffs(2)
                        .withHandBacks(1)
                        .withChannelSwitches(4)
                        .view())
                .isEqualTo(new CaseEffort.View(null, 2, 1, 4, null));
    }

    @Test
    void ranksHaveAPValueUnlessAllAreEqual() {
        MannWhitney ranks = MannWhitney.between(new double[] {1, 2}, new double[] {2, 3});
        assertThat(ranks.view())
                .isEqualTo(new MannWhitney.View(
                        ranks.u(),
                        ranks.probabilityHigher(),
                        ranks.cliffsDelta(),
                        ranks.test().pValue()));
        assertThat(MannWhitney.between(new double[] {1}, new double[] {1})
                        .view()
                        .pValue())
                .isNull();
    }

    @Test
    void respondentsShowTheirScoreAndPairsTheirSides() {
        Respondents respondents =
                side(9, 9, 3).stream().collect(Respondents.toRespondents(Nps.STANDARD, RepeatPolicy.LATEST));
        assertThat(respondents.view()).isEqualTo(respondents.score().view());

        PairedChange paired = PairedChange.between(Nps.STANDARD, side(0, 6, 7, 9), side(6, 9, 9, 10));
        assertThat(paired.view().before()).isEqualTo(paired.before().view());
        assertThat(paired.view().after()).isEqualTo(paired.after().view());
        assertThat(paired.view().verdict()).isEqualTo(paired.change().verdict().name());
        assertThat(paired.view().value()).isEqualTo(paired.change().value());
    }

    private static List<SurveyResponse> side(int... answers) {
        Scale scale = Nps.STANDARD.scale();
        return IntStream.range(0, answers.length)
                .mapToObj(i -> SurveyResponse.of("recommend", scale, scale.answer(answers[i]), JANUARY)
                        .withCustomer(Customer.of("c-" + i)))
                .toList();
    }

    private static ResultView with(Double value, double confidence, long n, double effectiveN) {
        return new ResultView(
                "NPS",
                "points",
                value,
                null,
                null,
                confidence,
                null,
                n,
                effectiveN,
                null,
                null,
                "LOW",
                List.of(),
                null,
                null,
                null);
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Double.NaN, 0.95, 1, 1))
                .withMessage("value must be finite or null, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(1.0, 0, 1, 1))
                .withMessage("confidence must be in (0, 1], but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(1.0, 1.01, 1, 1))
                .withMessageContaining("(0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(1.0, 0.95, -1, 1))
                .withMessage("n must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(1.0, 0.95, 1, Double.NaN))
                .withMessage("effectiveN must be in [0, ∞), but was NaN");
        assertThat(with(null, 1, 0, 0).value()).isNull();
    }

    @Test
    void sidesComeInPairs() {
        ResultView view = NORTH.view();
        assertThatNullPointerException()
                .isThrownBy(() -> view.withSides(null, view))
                .withMessage("before");
        assertThatNullPointerException()
                .isThrownBy(() -> view.withSides(view, null))
                .withMessage("after");
    }

    @Test
    void notesAreCopied() {
        assertThat(NORTH.view()
                        .withMoreNotes(List.of("a", "b"))
                        .withMoreNotes(List.of("c"))
                        .notes())
                .containsExactly("a", "b", "c")
                .isUnmodifiable();
    }
}

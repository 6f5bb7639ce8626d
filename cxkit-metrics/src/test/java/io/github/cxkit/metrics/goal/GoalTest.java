package io.github.cxkit.metrics.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingTally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {

    private static final Instant START = Instant.parse("2024-04-01T00:00:00Z");
    private static final Instant HALFWAY = START.plus(50, ChronoUnit.DAYS);
    private static final Instant DEADLINE = START.plus(100, ChronoUnit.DAYS);
    private static final long ENOUGH = 2_000;

    private static final Nps LAST_QUARTER = nps(450, 350, 200);
    private static final Quantity MINUTES =
            Quantity.amount("minutes", MetricUnit.of("minutes", " min", 1), Direction.LOWER_IS_BETTER);
    private static final RatingMetric COMPLAINTS = Csat.bottomBox(Scale.highIsGood(1, 5), 2);

    /** From 25 to 35 points; takes 923 answers per period. */
    private static final Goal GOAL =
            Goal.baseline(LAST_QUARTER).target(35).start(START).deadline(DEADLINE);

    private static Nps nps(long promoters, long passives, long detractors) {
        return Nps.promoters(promoters).passives(passives).detractors(detractors);
    }

    private static Csat complaints(long bad, long others) {
        return Csat.from(COMPLAINTS, RatingCounts.of(COMPLAINTS.scale(), bad, 0, 0, 0, others));
    }

    private static Goal.Status status(Score soFar, Instant at, long expected) {
        return GOAL.evaluate(soFar, at, expected).status();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 20, 70, 1, 69071", "10, 20, 70, 5, 2763", "10, 20, 70, 10, 691",
        "30, 30, 40, 1, 108315", "30, 30, 40, 5, 4333", "30, 30, 40, 10, 1084",
        "50,  0, 50, 1, 156978", "50,  0, 50, 5, 6280", "50,  0, 50, 10, 1570"
    })
    void aGoalSaysWhenItIsSetHowManyAnswersItNeeds(
            long detractors, long passives, long promoters, double more, long needed) {
        Nps baseline = nps(promoters, passives, detractors);
        Goal goal = Goal.baseline(baseline)
                .target(baseline.value() + more)
                .start(START)
                .deadline(DEADLINE);
        assertThat(goal.answersNeeded()).hasValue(needed);
    }

    @Test
    void onePointThisQuarterIsVisiblyOutOfReach() {
        Goal goal = Goal.baseline(LAST_QUARTER)
                .target(26)
                .start(START)
                .deadline(DEADLINE)
                .withSampleSize(SampleSize.of(Nps.STANDARD, 6_000));
        assertThat(goal.answersNeeded()).hasValue(94_187);
        assertThat(goal.evaluate(Nps.of(), START, 94_186).status()).isEqualTo(Goal.Status.NOT_KNOWABLE);
        assertThat(goal.evaluate(Nps.of(), START, 94_187).status()).isEqualTo(Goal.Status.NO_ANSWERS);
    }

    @Test
    void anExactBaselineNeedsHalfTheAnswersAndOnlyInThePeriodOfTheGoal() {
        Goal exact = Goal.baseline(Nps.STANDARD, 25)
                .target(35)
                .start(START)
                .deadline(DEADLINE)
                .withSampleSize(SampleSize.of(Nps.STANDARD, 5_875));
        assertThat(GOAL.answersNeeded()).hasValue(923);
        assertThat(exact.answersNeeded()).hasValue(462);
    }

    @Test
    void withoutAVarianceTheWorstCaseIsPlannedFor() {
        Goal exact = Goal.baseline(Nps.STANDARD, 25).target(35).start(START).deadline(DEADLINE);
        assertThat(exact.sampleSize()).hasValue(SampleSize.ofWorstCase(Nps.STANDARD));
        assertThat(exact.answersNeeded()).hasValue(785);
        Goal equalAnswers =
                Goal.baseline(Ces.of(5, 5, 5)).target(6).start(START).deadline(DEADLINE);
        assertThat(equalAnswers.sampleSize()).hasValue(SampleSize.ofWorstCase(Ces.MEAN));
        assertThat(equalAnswers.answersNeeded()).hasValue(142);
    }

    @Test
    void withoutAVarianceAndAWorstCaseTheAnswersNeededAreUnknown() {
        Goal goal = Goal.baseline(MINUTES, 60).target(45).start(START).deadline(DEADLINE);
        assertThat(goal.sampleSize()).isEmpty();
        assertThat(goal.answersNeeded()).isEmpty();
        Goal.Progress progress = goal.evaluate(Mean.of(MINUTES, 50, 52, 54), HALFWAY, 0);
        assertThat(progress.status()).isEqualTo(Goal.Status.ON_TRACK);
        assertThat(progress.answersStillNeeded()).isEmpty();
        assertThat(progress.estimate().orElseThrow().confidence()).isEqualTo(0.95);
        assertThat(goal.evaluate(Mean.of(MINUTES), DEADLINE, 0).status()).isEqualTo(Goal.Status.NO_ANSWERS);
    }

    @Test
    void reachedWhereTheWholeIntervalIsBeyondTheTarget() {
        Nps good = nps(180, 90, 30);
        assertThat(good.estimate().interval().orElseThrow().lower()).isGreaterThan(35);
        assertThat(status(good, HALFWAY, ENOUGH)).isEqualTo(Goal.Status.REACHED);
        assertThat(status(good, DEADLINE, ENOUGH)).isEqualTo(Goal.Status.REACHED);
        assertThat(GOAL.evaluate(good, HALFWAY, ENOUGH).isBeyondDoubt()).isTrue();
    }

    @Test
    void reachedIsReachedHoweverFewAnswersWereExpected() {
        assertThat(status(nps(180, 90, 30), HALFWAY, 300)).isEqualTo(Goal.Status.REACHED);
        assertThat(status(nps(180, 90, 30), DEADLINE, 0)).isEqualTo(Goal.Status.REACHED);
    }

    @Test
    void reachedOnTheFaceOfItWhereOnlyTheValueIs() {
        Nps barely = nps(500, 350, 150);
        assertThat(barely.value()).isEqualTo(35);
        Goal.Progress progress = GOAL.evaluate(barely, HALFWAY, ENOUGH);
        assertThat(progress.status()).isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
        assertThat(progress.isBeyondDoubt()).isFalse();
        assertThat(status(barely, DEADLINE, ENOUGH)).isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
    }

    @Test
    void onTrackAtTheLineAndBeyondIt() {
        Goal.Progress atTheLine = GOAL.evaluate(nps(480, 340, 180), HALFWAY, ENOUGH);
        assertThat(atTheLine.line()).isEqualTo(30);
        assertThat(atTheLine.estimate().orElseThrow().value()).isEqualTo(30);
        assertThat(atTheLine.status()).isEqualTo(Goal.Status.ON_TRACK);
        assertThat(atTheLine.isBeyondDoubt()).isFalse();
        Goal.Progress early = GOAL.evaluate(nps(500, 350, 160), START, ENOUGH);
        assertThat(early.line()).isEqualTo(25);
        assertThat(early.status()).isEqualTo(Goal.Status.ON_TRACK);
        assertThat(early.isBeyondDoubt()).isTrue();
    }

    @Test
    void behindShortOfTheLine() {
        Goal.Progress slightly = GOAL.evaluate(nps(479, 341, 180), HALFWAY, ENOUGH);
        assertThat(slightly.status()).isEqualTo(Goal.Status.BEHIND);
        assertThat(slightly.isBeyondDoubt()).isFalse();
        Goal.Progress far = GOAL.evaluate(nps(400, 400, 200), HALFWAY, ENOUGH);
        assertThat(far.status()).isEqualTo(Goal.Status.BEHIND);
        assertThat(far.isBeyondDoubt()).isTrue();
    }

    @Test
    void missedWhereTheDeadlineHasPassedShortOfTheTarget() {
        Nps short1 = nps(490, 340, 170);
        assertThat(short1.estimate().interval().orElseThrow().upper()).isGreaterThan(35);
        Goal.Progress progress = GOAL.evaluate(short1, DEADLINE, ENOUGH);
        assertThat(progress.status()).isEqualTo(Goal.Status.MISSED);
        assertThat(progress.isBeyondDoubt()).isFalse();
        assertThat(progress.line()).isEqualTo(35);
        assertThat(status(short1, DEADLINE.minusNanos(1), ENOUGH)).isEqualTo(Goal.Status.BEHIND);
        assertThat(status(short1, DEADLINE.plusSeconds(1), ENOUGH)).isEqualTo(Goal.Status.MISSED);
    }

    @Test
    void missedIsMissedHoweverFewAnswersThereAre() {
        Goal.Progress progress = GOAL.evaluate(nps(5, 5, 30), DEADLINE, 40);
        assertThat(progress.status()).isEqualTo(Goal.Status.MISSED);
        assertThat(progress.isBeyondDoubt()).isTrue();
        assertThat(status(nps(5, 5, 30), HALFWAY, 40)).isEqualTo(Goal.Status.NOT_KNOWABLE);
    }

    @Test
    void notKnowableWhereTooFewAnswersAreExpected() {
        Nps few = nps(50, 35, 15);
        assertThat(status(few, HALFWAY, 922)).isEqualTo(Goal.Status.NOT_KNOWABLE);
        assertThat(status(few, HALFWAY, 923)).isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
        assertThat(GOAL.evaluate(few, HALFWAY, 922).isBeyondDoubt()).isFalse();
    }

    @Test
    void moreAnswersThanExpectedAreTheAnswersExpected() {
        assertThat(status(nps(500, 350, 150), HALFWAY, 10)).isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
    }

    @Test
    void afterTheDeadlineNoMoreAnswersAreExpected() {
        assertThat(status(nps(45, 35, 20), DEADLINE, 1_000_000)).isEqualTo(Goal.Status.NOT_KNOWABLE);
        assertThat(status(Nps.of(), DEADLINE, 1_000_000)).isEqualTo(Goal.Status.NOT_KNOWABLE);
    }

    @Test
    void noAnswersAreNeitherOnTrackNorBehind() {
        Goal.Progress progress = GOAL.evaluate(Nps.of(), HALFWAY, ENOUGH);
        assertThat(progress.status()).isEqualTo(Goal.Status.NO_ANSWERS);
        assertThat(progress.estimate()).isEmpty();
        assertThat(progress.isBeyondDoubt()).isFalse();
        assertThat(progress.answersStillNeeded()).hasValue(923);
        assertThat(progress).hasToString(GOAL + ": NO_ANSWERS");
    }

    @Test
    void theAnswersStillNeededAreThoseNotThereYet() {
        assertThat(GOAL.evaluate(nps(300, 200, 100), HALFWAY, ENOUGH).answersStillNeeded())
                .hasValue(323);
        assertThat(GOAL.evaluate(nps(500, 350, 150), HALFWAY, ENOUGH).answersStillNeeded())
                .hasValue(0);
        assertThat(GOAL.evaluate(nps(400, 350, 173), HALFWAY, ENOUGH).answersStillNeeded())
                .hasValue(0);
    }

    @Test
    void weightedAnswersCountByTheirEffectiveNumber() {
        RatingTally tally = RatingTally.on(Nps.STANDARD.scale());
        for (int i = 0; i < 100; i++) {
            tally.accept(i % 2 == 0 ? 10 : 7, i % 4 < 2 ? 3 : 1);
        }
        Nps weighted = Nps.from(tally.counts());
        assertThat(weighted.effectiveCount()).isCloseTo(80, within(1e-9));
        Goal.Progress progress = GOAL.evaluate(weighted, HALFWAY, 1_100);
        assertThat(progress.answersStillNeeded()).hasValue(1_054);
        Nps flat = Nps.from(tally.counts());
        Goal far = Goal.baseline(LAST_QUARTER).target(55).start(START).deadline(DEADLINE);
        assertThat(far.answersNeeded()).hasValue(103);
        assertThat(far.evaluate(flat, HALFWAY, 128).status()).isEqualTo(Goal.Status.NOT_KNOWABLE);
        assertThat(far.evaluate(flat, HALFWAY, 129).status()).isNotEqualTo(Goal.Status.NOT_KNOWABLE);
    }

    @Test
    void aRelativeTargetCountsTheErrorOfTheBaseline() {
        Csat before = complaints(200, 800);
        Csat now = complaints(120, 880);
        Goal relative = Goal.baseline(before).relativeTarget(-20).start(START).deadline(DEADLINE);
        Goal absolute = Goal.baseline(before).target(16).start(START).deadline(DEADLINE);
        assertThat(relative.targetValue()).isEqualTo(16);
        assertThat(relative.target()).isEqualTo(-20);
        assertThat(relative.isRelative()).isTrue();
        assertThat(absolute.isRelative()).isFalse();
        Goal.Progress progress = relative.evaluate(now, HALFWAY, ENOUGH);
        assertThat(progress.estimate())
                .hasValue(Change.between(before, now).relative().orElseThrow());
        assertThat(progress.estimate().orElseThrow().value()).isCloseTo(-40, within(1e-9));
        assertThat(progress.line()).isEqualTo(-10);
        assertThat(progress.target()).isEqualTo(-20);
        assertThat(progress.status()).isEqualTo(Goal.Status.REACHED);
        Csat borderline = complaints(138, 862);
        assertThat(absolute.evaluate(borderline, HALFWAY, ENOUGH).status())
                .isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
        Csat lower = complaints(135, 865);
        assertThat(absolute.evaluate(lower, HALFWAY, ENOUGH).status()).isEqualTo(Goal.Status.REACHED);
        assertThat(relative.evaluate(lower, HALFWAY, ENOUGH).status()).isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
        assertThat(relative.answersNeeded()).isEqualTo(absolute.answersNeeded()).hasValue(1_570);
    }

    @Test
    void aRelativeTargetFromAnExactBaselineIsTheAbsoluteOne() {
        Goal relative =
                Goal.baseline(COMPLAINTS, 20).relativeTarget(-20).start(START).deadline(DEADLINE);
        Goal.Progress progress = relative.evaluate(complaints(135, 865), HALFWAY, ENOUGH);
        assertThat(progress.status()).isEqualTo(Goal.Status.REACHED);
        assertThat(progress.estimate().orElseThrow().count()).isEqualTo(1_000);
        assertThat(progress.estimate().orElseThrow().interval().orElseThrow().upper())
                .isCloseTo(
                        5
                                        * complaints(135, 865)
                                                .estimate()
                                                .interval()
                                                .orElseThrow()
                                                .upper()
                                - 100,
                        within(1e-9));
    }

    @Test
    void aRelativeTargetNeedsATrueZeroAndABaselineAboveIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(LAST_QUARTER).relativeTarget(20))
                .withMessage(
                        "NPS allows no relative target, for it has no true zero\nMaybe state the target as a value.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(COMPLAINTS, 0).relativeTarget(-20))
                .withMessage("baseline of a relative target in CSAT bottom-2 of 5 must be above 0, but was 0.0\n"
                        + "Maybe state the target as a value; for times, of Kaplan–Meier means up to a horizon.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(COMPLAINTS, 20).relativeTarget(-101))
                .withMessageStartingWith("target in CSAT bottom-2 of 5 must be in [0.0, 100.0], but was -0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(COMPLAINTS, 20).relativeTarget(20))
                .withMessage("target in CSAT bottom-2 of 5 must be below the baseline 20.0, but was 24.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(COMPLAINTS, 20).relativeTarget(Double.NaN));
    }

    @Test
    void aTargetMustBeBetterThanTheBaseline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(LAST_QUARTER).target(24))
                .withMessage("target in NPS must be above the baseline 25.0, but was 24.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(LAST_QUARTER).target(25));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(COMPLAINTS, 20).target(20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(LAST_QUARTER).target(101))
                .withMessage("target in NPS must be in [-100.0, 100.0], but was 101.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(LAST_QUARTER).target(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(Nps.STANDARD, -101))
                .withMessage("value in NPS must be in [-100.0, 100.0], but was -101.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(MINUTES, 60).target(Double.POSITIVE_INFINITY));
    }

    @Test
    void aBaselineMustHaveAnswers() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Goal.baseline(Nps.of()))
                .withMessage("NPS is undefined for zero answers");
    }

    @Test
    void aDeadlineMustBeAfterTheStart() {
        Goal.WithStart goal = Goal.baseline(LAST_QUARTER).target(35).start(START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> goal.deadline(START))
                .withMessage("deadline must be after the start " + START + ", but was " + START);
        assertThat(goal.deadline(START.plusNanos(1)).deadline()).isEqualTo(START.plusNanos(1));
        assertThatThrownBy(() -> Goal.baseline(LAST_QUARTER).target(35).start(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("start");
        assertThatThrownBy(() -> Goal.baseline(LAST_QUARTER).target(35).within(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("window");
    }

    @Test
    void anotherDefinitionIsRefusedByBothNames() {
        Score other = Nps.from(Nps.ONE_TO_TEN, RatingCounts.empty(Nps.ONE_TO_TEN.scale()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GOAL.evaluate(other, HALFWAY, ENOUGH))
                .withMessage(Nps.STANDARD + " cannot be compared with " + Nps.ONE_TO_TEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GOAL.withSampleSize(SampleSize.ofWorstCase(COMPLAINTS)))
                .withMessage(Nps.STANDARD + " cannot be compared with " + COMPLAINTS);
    }

    @Test
    void aGoalCannotBeEvaluatedBeforeItsStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GOAL.evaluate(LAST_QUARTER, START.minusNanos(1), ENOUGH))
                .withMessage("instant of evaluation must not be before the start " + START + ", but was "
                        + START.minusNanos(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GOAL.evaluate(LAST_QUARTER, HALFWAY, -1))
                .withMessage("expectedByDeadline must be at least 0, but was -1");
    }

    @Test
    void theConfidenceOfThePlanIsThatOfTheEvaluation() {
        Goal surer = GOAL.withSampleSize(SampleSize.from(LAST_QUARTER).withConfidence(0.999));
        Nps good = nps(174, 88, 38);
        assertThat(GOAL.evaluate(good, HALFWAY, ENOUGH).status()).isEqualTo(Goal.Status.REACHED);
        Goal.Progress progress = surer.evaluate(good, HALFWAY, 5 * ENOUGH);
        assertThat(progress.status()).isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
        assertThat(progress.estimate()).hasValue(good.estimate(0.999));
        Goal relative = Goal.baseline(complaints(200, 800))
                .relativeTarget(-20)
                .start(START)
                .deadline(DEADLINE)
                .withSampleSize(SampleSize.ofWorstCase(COMPLAINTS).withConfidence(0.9));
        assertThat(relative.evaluate(complaints(120, 880), HALFWAY, ENOUGH)
                        .estimate()
                        .orElseThrow()
                        .confidence())
                .isEqualTo(0.9);
    }

    @Test
    void aGoalOfWholePeriodsReadsFromAWindow() {
        Goal goal = Goal.baseline(LAST_QUARTER).target(35).within(TimeWindow.of(START, DEADLINE));
        assertThat(goal).isEqualTo(GOAL).hasSameHashCodeAs(GOAL);
        assertThat(goal.start()).isEqualTo(START);
        assertThat(goal.deadline()).isEqualTo(DEADLINE);
        assertThat(goal.metric()).isEqualTo(Nps.STANDARD);
        assertThat(goal.baseline()).isEqualTo(LAST_QUARTER);
        assertThat(goal.targetValue()).isEqualTo(35);
        assertThat(goal).hasToString("NPS from 25.0 to 35.0 by " + DEADLINE);
    }

    @Test
    void goalsAreEqualWhenAllTheirPartsAre() {
        TimeWindow window = TimeWindow.of(START, DEADLINE);
        assertThat(Goal.baseline(LAST_QUARTER).target(36).within(window)).isNotEqualTo(GOAL);
        assertThat(Goal.baseline(Nps.STANDARD, 25).target(35).within(window)).isNotEqualTo(GOAL);
        assertThat(Goal.baseline(LAST_QUARTER).target(35).within(TimeWindow.of(START, HALFWAY)))
                .isNotEqualTo(GOAL);
        assertThat(GOAL.withSampleSize(SampleSize.ofWorstCase(Nps.STANDARD))).isNotEqualTo(GOAL);
        assertThat(Goal.baseline(MINUTES, 60).relativeTarget(-20).within(window))
                .isNotEqualTo(Goal.baseline(MINUTES, 60).target(48).within(window));
        assertThat(GOAL).isNotEqualTo("goal");
    }

    @Test
    void progressIsEqualWhenItsPartsAre() {
        Goal.Progress progress = GOAL.evaluate(LAST_QUARTER, HALFWAY, ENOUGH);
        assertThat(progress.goal()).isEqualTo(GOAL);
        assertThat(progress.at()).isEqualTo(HALFWAY);
        assertThat(GOAL.evaluate(nps(450, 350, 200), HALFWAY, ENOUGH))
                .isEqualTo(progress)
                .hasSameHashCodeAs(progress);
        assertThat(GOAL.evaluate(nps(450, 350, 201), HALFWAY, ENOUGH)).isNotEqualTo(progress);
        assertThat(GOAL.evaluate(LAST_QUARTER, START, ENOUGH)).isNotEqualTo(progress);
        assertThat(GOAL.evaluate(LAST_QUARTER, HALFWAY, ENOUGH + 1)).isNotEqualTo(progress);
        assertThat(GOAL.withSampleSize(SampleSize.ofWorstCase(Nps.STANDARD)).evaluate(LAST_QUARTER, HALFWAY, ENOUGH))
                .isNotEqualTo(progress);
        assertThat(progress).isNotEqualTo("progress");
    }

    @Test
    void aPlainBaselineHasAValueAndNoAnswers() {
        Score baseline = Goal.baseline(Nps.STANDARD, 25)
                .target(35)
                .start(START)
                .deadline(DEADLINE)
                .baseline();
        assertThat(baseline.count()).isZero();
        assertThat(baseline.effectiveCount()).isZero();
        assertThat(baseline.isEmpty()).isFalse();
        assertThat(baseline.base()).isEqualTo(BaseSize.SUFFICIENT);
        assertThat(baseline.estimate().interval().orElseThrow().width()).isZero();
        assertThat(baseline.estimate().method()).isEqualTo("exact");
    }

    private static Score given(double lower, double value, double upper) {
        return new SampleSizeTest.Given(
                Nps.STANDARD, value, 1_000, new Uncertainty.Limits("given", z -> new Interval(lower, upper)));
    }

    @Test
    void anIntervalThatEndsAtTheTargetIsBeyondItOnTheGoodSideAndNotShortOfItOnTheBadOne() {
        assertThat(status(given(35, 40, 45), HALFWAY, ENOUGH)).isEqualTo(Goal.Status.REACHED);
        assertThat(status(given(34.9, 40, 45), HALFWAY, ENOUGH)).isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
        assertThat(GOAL.evaluate(given(25, 30, 35), DEADLINE, ENOUGH).isBeyondDoubt())
                .isFalse();
        assertThat(GOAL.evaluate(given(25, 30, 34.9), DEADLINE, ENOUGH).isBeyondDoubt())
                .isTrue();
    }

    @Test
    void anIntervalThatEndsAtTheLineIsBeyondItOnTheGoodSideAndNotShortOfItOnTheBadOne() {
        assertThat(GOAL.evaluate(given(30, 32, 34), HALFWAY, ENOUGH).isBeyondDoubt())
                .isTrue();
        assertThat(GOAL.evaluate(given(29.9, 32, 34), HALFWAY, ENOUGH).isBeyondDoubt())
                .isFalse();
        assertThat(GOAL.evaluate(given(27, 28, 30), HALFWAY, ENOUGH).isBeyondDoubt())
                .isFalse();
        assertThat(GOAL.evaluate(given(27, 28, 29.9), HALFWAY, ENOUGH).isBeyondDoubt())
                .isTrue();
    }

    @Test
    void withoutAnIntervalNothingIsBeyondDoubt() {
        Goal goal = Goal.baseline(Ces.MEAN, 4).target(5).start(START).deadline(DEADLINE);
        Goal.Progress progress = goal.evaluate(Ces.of(7, 7, 7), HALFWAY, ENOUGH);
        assertThat(progress.status()).isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
        assertThat(goal.evaluate(Ces.of(3, 3, 3), HALFWAY, ENOUGH).isBeyondDoubt())
                .isFalse();
    }

    @Test
    void aBaselineOfNoKnownAnswersIsPlannedForTheWorstCase() {
        Score unknown = new SampleSizeTest.Given(
                Nps.STANDARD, 25, 0, new Uncertainty.Limits("given", z -> new Interval(20, 30)));
        assertThat(Goal.baseline(unknown)
                        .target(35)
                        .start(START)
                        .deadline(DEADLINE)
                        .answersNeeded())
                .hasValue(1_570);
    }

    @Test
    void theLineRunsThroughFractionsOfASecond() {
        Goal goal = Goal.baseline(LAST_QUARTER).target(35).start(START).deadline(START.plusSeconds(1));
        assertThat(goal.evaluate(LAST_QUARTER, START.plusMillis(500), ENOUGH).line())
                .isEqualTo(30);
    }

    @Test
    void theExamplesInTheDocumentationHold() {
        Nps lastQuarter = nps(450, 350, 200);
        Instant april = Instant.parse("2024-04-01T00:00:00Z");
        Instant july = Instant.parse("2024-07-01T00:00:00Z");
        Instant now = Instant.parse("2024-05-01T00:00:00Z");
        Nps soFar = nps(294, 198, 108);
        assertThat(SampleSize.of(Nps.STANDARD, 6_000).toDetect(1)).isEqualTo(94_187);
        Goal goal = Goal.baseline(lastQuarter).target(35).start(april).deadline(july);
        Goal.Progress progress = goal.evaluate(soFar, now, 1_500);
        assertThat(progress.status()).isEqualTo(Goal.Status.ON_TRACK);
        assertThat(progress.line()).isCloseTo(28.3, within(0.05));
        assertThat(progress.isBeyondDoubt()).isFalse();
        assertThat(progress)
                .hasToString("NPS from 25.0 to 35.0 by 2024-07-01T00:00:00Z: "
                        + "31.0 (95% CI 24.8 to 36.9, n=600), ON_TRACK");
        assertThat(Benchmark.of(Nps.STANDARD, 32, "Industry survey", LocalDate.of(2023, 9, 1))
                        .compare(soFar, LocalDate.of(2024, 5, 1))
                        .verdict())
                .isEqualTo(ComparisonVerdict.INCONCLUSIVE);
    }
}

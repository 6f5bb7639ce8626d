package io.github.cxkit.recovery.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.rating.Nps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofDays(2));
    private static final Instant LATER = START.plus(Duration.ofDays(30));
    private static final Scale SCALE = Nps.STANDARD.scale();
    private static final LoopCase OPEN = LoopCase.of(FollowUpRule.within(Duration.ofDays(2))
            .withMeasure("recommend", Nps.STANDARD)
            .followUp(said(3, START))
            .orElseThrow());

    private static SurveyResponse said(int answer, Instant at) {
        return SurveyResponse.of("recommend", SCALE, SCALE.answer(answer), at).withCustomer(Customer.of("c-1"));
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private static ClosedLoop at(Instant now, LoopCase... cases) {
        return ClosedLoop.of(List.of(cases), now);
    }

    private static void assertDecided(OpenShare share, int counted, int decided, int open) {
        assertThat(share.decided().counted()).isEqualTo(counted);
        assertThat(share.decided().count()).isEqualTo(decided);
        assertThat(share.undecided()).isEqualTo(open);
    }

    @Test
    void twoInTimeTwoMissedAndOneStillPossible() {
        LoopCase young = LoopCase.of(new FollowUp(said(0, day(5)), Nps.STANDARD, day(9)));
        ClosedLoop loop = at(
                day(8),
                OPEN.withContactedAt(START),
                OPEN.withContactedAt(DUE),
                OPEN.withContactedAt(DUE.plusNanos(1)),
                OPEN,
                young);
        assertDecided(loop.contactedInTime(), 2, 4, 1);
        assertThat(loop.contactedInTime().all()).isEqualTo(5);
        assertThat(loop.contactedInTime().bounds()).isEqualTo(new Interval(40, 60));
        assertThat(loop.contactedInTime())
                .hasToString(
                        "contacted in time 50.0% (95% CI 15.0 to 85.0, n=4); 1 of 5 pending, of all 40.0% to 60.0%");
        assertThat(loop.notYetOpened()).isZero();
        assertThat(loop.now()).isEqualTo(day(8));
        assertThat(loop.fairFrom()).isEqualTo(70);
    }

    @Test
    void withoutContactACaseIsMissedOnlyWhenItsTimeIsUp() {
        assertDecided(at(DUE, OPEN).contactedInTime(), 0, 0, 1);
        assertDecided(at(DUE.plusNanos(1), OPEN).contactedInTime(), 0, 1, 0);
    }

    @Test
    void whatHappensLaterHasNotHappenedYet() {
        LoopCase done = OPEN.withContactedAt(day(1))
                .withResolvedAt(day(2))
                .withFairness(new Interval(90, 90))
                .withResponses(List.of(said(10, day(3))));
        ClosedLoop before = at(START, done);
        assertDecided(before.contactedInTime(), 0, 0, 1);
        assertThat(before.resolved().counted()).isZero();
        assertDecided(before.recovered(), 0, 0, 1);
        assertDecided(before.failedAgain(), 0, 0, 0);
        ClosedLoop then = at(day(3), done);
        assertDecided(then.contactedInTime(), 1, 1, 0);
        assertThat(then.resolved()).isEqualTo(Share.of(ShareMetric.higherIsBetter("resolved"), 1, 1));
        assertDecided(then.recovered(), 1, 1, 0);
        assertDecided(then.failedAgain(), 0, 1, 0);
        assertDecided(at(day(1), done).contactedInTime(), 1, 1, 0);
        assertThat(at(day(2), done).resolved().counted()).isEqualTo(1);
        assertDecided(at(day(3).minusNanos(1), done).recovered(), 0, 0, 1);
        ClosedLoop tooEarly = at(START.minusNanos(1), done, done);
        assertThat(tooEarly.notYetOpened()).isEqualTo(2);
        assertThat(tooEarly.contactedInTime().all()).isZero();
        assertThat(tooEarly.resolved().count()).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> tooEarly.recovered().bounds())
                .withMessage("recovered is undefined for zero cases");
    }

    @Test
    void reopenedIsNotResolvedUntilItIsResolvedAgain() {
        LoopCase twice = OPEN.withResolutions(List.of(day(5), day(2)), List.of(day(3)));
        assertThat(at(day(1), twice).resolved().counted()).isZero();
        assertThat(at(day(2), twice).resolved().counted()).isEqualTo(1);
        assertThat(at(day(3), twice).resolved().counted()).isZero();
        assertThat(at(day(5), twice).resolved().counted()).isEqualTo(1);
        assertDecided(at(day(1), twice).failedAgain(), 0, 0, 0);
        assertDecided(at(day(2), twice).failedAgain(), 0, 0, 1);
        assertDecided(at(day(3), twice).failedAgain(), 1, 1, 0);
        assertDecided(at(day(5), twice).failedAgain(), 1, 1, 0);
        assertThat(OPEN.withResolutions(List.of(), List.of())).hasToString(OPEN.toString());
    }

    @Test
    void resolutionsAndReopeningsTakeTurns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.withResolutions(List.of(day(2), day(3)), List.of()))
                .withMessage(
                        "a case is resolved, reopened, resolved and so on, each later than the last, but was resolved at ["
                                + day(2) + ", " + day(3) + "] and reopened at []");
        assertThatIllegalArgumentException().isThrownBy(() -> OPEN.withResolutions(List.of(), List.of(day(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> OPEN.withResolutions(List.of(day(2)), List.of(day(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> OPEN.withResolutions(List.of(day(2)), List.of(day(2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.withResolutions(List.of(day(1)), List.of(day(2), day(3))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.withResolutions(List.of(day(1), day(2)), List.of(day(3))));
    }

    @Test
    void aRecoveryFailsWhenReopenedOrNotFair() {
        LoopCase resolved = OPEN.withResolvedAt(day(2));
        LoopCase reopened = OPEN.withResolutions(List.of(day(2)), List.of(day(3)));
        assertDecided(at(LATER, resolved).failedAgain(), 0, 0, 1);
        assertDecided(at(LATER, resolved.withFairness(new Interval(70, 100))).failedAgain(), 0, 1, 0);
        assertDecided(at(LATER, resolved.withFairness(new Interval(0, 69.9))).failedAgain(), 1, 1, 0);
        assertDecided(at(LATER, resolved.withFairness(new Interval(60, 70))).failedAgain(), 0, 0, 1);
        assertDecided(at(LATER, reopened.withFairness(new Interval(90, 90))).failedAgain(), 1, 1, 0);
        assertDecided(at(LATER, OPEN.withFairness(new Interval(10, 10))).failedAgain(), 0, 0, 0);
        ClosedLoop strict = ClosedLoop.of(List.of(resolved.withFairness(new Interval(70, 80))), LATER, 81);
        assertDecided(strict.failedAgain(), 1, 1, 0);
        assertThat(strict.failedAgain().decided().metric().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        ClosedLoop mixed = at(LATER, reopened, resolved, resolved.withFairness(new Interval(80, 80)), OPEN);
        assertThat(mixed.failedAgain().bounds().lower()).isCloseTo(100.0 / 3, within(1e-12));
        assertThat(mixed.failedAgain().bounds().upper()).isCloseTo(200.0 / 3, within(1e-12));
    }

    @Test
    void recoveredIsBadBeforeAndGoodAfter() {
        assertDecided(at(LATER, OPEN.withResponses(List.of(said(9, day(9))))).recovered(), 1, 1, 0);
        assertDecided(at(LATER, OPEN.withResponses(List.of(said(8, day(9))))).recovered(), 0, 1, 0);
        assertDecided(at(LATER, OPEN.withResponses(List.of(said(6, day(9))))).recovered(), 0, 1, 0);
        assertDecided(at(LATER, OPEN).recovered(), 0, 0, 1);
    }

    @Test
    void goodBeforeAndBadAfterIsNoRecoveryThoughTheRowsComeBackwards() {
        SurveyResponse good = said(10, START.minus(Duration.ofDays(9)));
        SurveyResponse bad = OPEN.followUp().response();
        assertDecided(at(LATER, OPEN.withResponses(List.of(bad, good))).recovered(), 0, 0, 1);
        assertDecided(at(LATER, OPEN.withResponses(List.of(good, bad))).recovered(), 0, 0, 1);
    }

    @Test
    void theNextAnswerDecidesAndNotTheLast() {
        assertDecided(
                at(LATER, OPEN.withResponses(List.of(said(10, day(9)), said(2, day(4)))))
                        .recovered(),
                0,
                1,
                0);
        assertDecided(
                at(LATER, OPEN.withResponses(List.of(said(1, day(9)), said(9, day(4)))))
                        .recovered(),
                1,
                1,
                0);
    }

    @Test
    void ofTwoNextAnswersAtOneInstantTheWorstDecides() {
        assertDecided(
                at(LATER, OPEN.withResponses(List.of(said(10, day(4)), said(6, day(4)))))
                        .recovered(),
                0,
                1,
                0);
        assertDecided(
                at(LATER, OPEN.withResponses(List.of(said(10, day(4)), said(9, day(4)))))
                        .recovered(),
                1,
                1,
                0);
    }

    @Test
    void anotherAnswerAtTheInstantOfTheBadOneHasNoOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.withResponses(List.of(said(10, START))))
                .withMessageStartingWith("two different answers to one question at one instant have no order: ")
                .withMessageNotContaining("c-1");
        assertDecided(at(LATER, OPEN.withResponses(List.of(said(3, START)))).recovered(), 0, 0, 1);
    }

    @Test
    void otherQuestionsAndSkippedOnesAreSetAside() {
        SurveyResponse other = SurveyResponse.of(
                "satisfied", Scale.highIsGood(1, 5), Scale.highIsGood(1, 5).answer(5), day(1));
        SurveyResponse skipped = SurveyResponse.of("recommend", SCALE, Answer.SKIPPED, day(2));
        assertDecided(at(LATER, OPEN.withResponses(List.of(other, skipped))).recovered(), 0, 0, 1);
        assertDecided(
                at(LATER, OPEN.withResponses(List.of(other, skipped, said(9, day(3)))))
                        .recovered(),
                1,
                1,
                0);
    }

    @Test
    void responsesMustBeTheSameCustomersOnTheSameScale() {
        SurveyResponse stranger = said(9, day(3)).withCustomer(Customer.of("c-2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.withResponses(List.of(stranger)))
                .withMessageStartingWith("responses must be of the customer to follow up, but one was another's: ")
                .withMessageNotContaining("c-2");
        Scale stars = Scale.highIsGood(1, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OPEN.withResponses(List.of(SurveyResponse.of("recommend", stars, stars.answer(5), day(3)))))
                .withMessageStartingWith("response must be on the scale");
        SurveyResponse anonymous = SurveyResponse.of("recommend", SCALE, SCALE.answer(9), day(3));
        assertDecided(at(LATER, OPEN.withResponses(List.of(anonymous))).recovered(), 1, 1, 0);
        LoopCase nameless = LoopCase.of(
                new FollowUp(SurveyResponse.of("recommend", SCALE, SCALE.answer(3), START), Nps.STANDARD, DUE));
        assertDecided(
                at(LATER, nameless.withResponses(List.of(said(9, day(3))))).recovered(), 1, 1, 0);
    }

    @Test
    void nothingHappensBeforeTheBadAnswer() {
        Instant early = START.minusNanos(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.withContactedAt(early))
                .withMessage("contactedAt must not be before the bad answer at " + START + ", but was " + early);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.withResolvedAt(early))
                .withMessage("resolvedAt must not be before the bad answer at " + START + ", but was " + early);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.withResolutions(List.of(START), List.of(early)))
                .withMessage("reopenedAt must not be before the bad answer at " + START + ", but was " + early);
        assertThat(at(START, OPEN.withResolvedAt(START)).resolved().counted()).isEqualTo(1);
    }

    @Test
    void settingsAreChecked() {
        for (Interval wrong : List.of(new Interval(-.1, 50), new Interval(50, 100.1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OPEN.withFairness(wrong))
                    .withMessage("fairness must be in [0, 100], but was " + wrong);
        }
        for (double wrong : new double[] {-.1, 100.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClosedLoop.of(List.of(), LATER, wrong))
                    .withMessage("fairFrom must be in [0, 100], but was " + wrong);
        }
        assertThat(ClosedLoop.of(List.of(), LATER, 0).fairFrom()).isZero();
        assertThat(ClosedLoop.of(List.of(), LATER, 100).fairFrom()).isEqualTo(100);
        assertThatNullPointerException()
                .isThrownBy(() -> ClosedLoop.of(null, LATER))
                .withMessage("cases");
        assertThatNullPointerException()
                .isThrownBy(() -> ClosedLoop.of(List.of(), null))
                .withMessage("now");
        assertThatNullPointerException().isThrownBy(() -> LoopCase.of(null)).withMessage("followUp");
    }

    @Test
    void onlyFiguresOfOneInstantAndOneIdeaOfFairAreMerged() {
        ClosedLoop loop = at(LATER, OPEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.plus(at(DUE, OPEN)))
                .withMessage("figures at " + LATER + " with fair from 70.0 cannot be merged with those at " + DUE
                        + " with fair from 70.0");
        assertThatIllegalArgumentException().isThrownBy(() -> loop.plus(ClosedLoop.of(List.of(), LATER, 71)));
        assertThat(loop.plus(at(LATER))).isEqualTo(loop).hasSameHashCodeAs(loop);
        assertThat(loop).isNotEqualTo(at(LATER)).isNotEqualTo(at(DUE)).isNotEqualTo("loop");
        assertThat(at(LATER)).isNotEqualTo(ClosedLoop.of(List.of(), LATER, 71));
        assertThat(at(LATER)).isNotEqualTo(at(DUE));
        LoopCase resolved = OPEN.withResolvedAt(day(1));
        assertThat(loop).isNotEqualTo(at(LATER, OPEN.withContactedAt(START)));
        assertThat(loop).isNotEqualTo(at(LATER, resolved));
        assertThat(loop).isNotEqualTo(at(LATER, OPEN.withResponses(List.of(said(9, day(3))))));
        assertThat(at(LATER, resolved)).isNotEqualTo(at(LATER, resolved.withFairness(new Interval(80, 90))));
        assertThat(at(START.minusNanos(1))).isNotEqualTo(at(START.minusNanos(1), OPEN));
    }

    @Test
    void texts() {
        assertThat(OPEN)
                .hasToString(
                        "LoopCase[" + OPEN.followUp().response() + ", due " + DUE + ", not resolved, 0 later answers]");
        assertThat(OPEN.withContactedAt(day(1)).withResolvedAt(day(2)).withResponses(List.of(said(9, day(3)))))
                .hasToString("LoopCase[" + OPEN.followUp().response() + ", due " + DUE + ", contacted " + day(1)
                        + ", resolved, 1 later answer]");
        assertThat(OPEN.withResolutions(List.of(day(2)), List.of(day(3))).toString())
                .contains(", reopened, ");
        assertThat(at(DUE, OPEN.withResolvedAt(day(1))))
                .hasToString("contacted in time undefined (n=0); 1 of 1 pending, of all 0.0% to 100.0%; "
                        + "resolved 100.0% (95% CI 20.7 to 100.0, n=1); "
                        + "recovered undefined (n=0); 1 of 1 pending, of all 0.0% to 100.0%; "
                        + "failed again undefined (n=0); 1 of 1 unknown, of all 0.0% to 100.0%");
    }

    @Test
    void aLoopInPlainValuesSaysHowManyAreOpen() {
        ClosedLoop loop = at(START, OPEN, OPEN.withContactedAt(START));

        assertThat(loop.view())
                .containsExactly(
                        loop.contactedInTime().view(),
                        loop.resolved().view(),
                        loop.recovered().view(),
                        loop.failedAgain().view());
        OpenShare contacted = loop.contactedInTime();
        assertThat(contacted.view())
                .isEqualTo(contacted.decided().view().withMoreNotes(List.of("1 of 2 pending, of all 50.0% to 100.0%")));
    }
}

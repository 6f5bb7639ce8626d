package io.github.cxkit.recovery.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.JourneyStage;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.core.Touchpoint;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowUpRuleTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Scale STARS = Scale.highIsGood(1, 5);
    private static final FollowUpRule RULE = FollowUpRule.within(Duration.ofDays(2))
            .withMeasure("recommend", Nps.STANDARD)
            .withMeasure("satisfied", Csat.net(STARS, 2))
            .withMeasure("effort", Ces.EFFORT_INDEX)
            .withMeasure("easy", Ces.NET_EASY);

    private static SurveyResponse response(String question, Scale scale, int answer) {
        return SurveyResponse.of(question, scale, scale.answer(answer), MONDAY);
    }

    private static List<Integer> followedUp(String question, Scale scale) {
        return IntStream.rangeClosed(scale.lowest(), scale.highest())
                .filter(x -> RULE.followUp(response(question, scale, x)).isPresent())
                .boxed()
                .toList();
    }

    @Test
    void aRuleWithoutAMeasureFindsNothingBadAndSaysSo() {
        FollowUpRule rule = FollowUpRule.within(Duration.ofDays(2));
        assertThatIllegalStateException()
                .isThrownBy(() -> rule.followUp(response("recommend", Nps.STANDARD.scale(), 0)))
                .withMessage("a rule needs a measure to tell bad answers, but has none\nMaybe add a measure with"
                        + " withMeasure.");
    }

    @Test
    void tellsTimeAndMeasures() {
        assertThat(FollowUpRule.within(Duration.ofDays(2))).hasToString("FollowUpRule[within PT48H]");
        assertThat(FollowUpRule.within(Duration.ofDays(2))
                        .withMeasure("recommend", Nps.STANDARD)
                        .withMeasure("effort", Ces.EFFORT_INDEX))
                .hasToString("FollowUpRule[within PT48H, recommend: " + Nps.STANDARD.name() + ", effort: "
                        + Ces.EFFORT_INDEX.name() + "]");
        assertThat(FollowUpRule.dueBy(at -> at)).hasToString("FollowUpRule[by the caller's clock]");
    }

    @Test
    void badIsTheEndThatTheMeasureCallsBad() {
        assertThat(followedUp("recommend", Nps.STANDARD.scale())).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(followedUp("satisfied", STARS)).containsExactly(1, 2);
        assertThat(followedUp("effort", Scale.lowIsGood(1, 5))).containsExactly(4, 5);
        assertThat(followedUp("easy", Scale.lowIsGood(1, 7))).containsExactly(5, 6, 7);
        assertThat(followedUp("another", STARS)).isEmpty();
    }

    @Test
    void aMeasureOfComplaintsIsReadTheOtherWayRound() {
        RatingMetric complaints = RatingMetric.net("net complaints", STARS, x -> x <= 2, x -> x == 5);
        FollowUpRule rule = FollowUpRule.within(Duration.ofDays(1)).withMeasure("stars", complaints);
        assertThat(rule.followUp(response("stars", STARS, 2))).isPresent();
        assertThat(rule.followUp(response("stars", STARS, 3))).isEmpty();
        assertThat(rule.followUp(response("stars", STARS, 5))).isEmpty();
    }

    @Test
    void aPointOutsideTheDenominatorIsNotBad() {
        FollowUpRule rule = FollowUpRule.within(Duration.ofDays(1))
                .withMeasure("stars", Csat.net(STARS, 2).withoutPoints(x -> x == 1));
        assertThat(rule.followUp(response("stars", STARS, 1))).isEmpty();
        assertThat(rule.followUp(response("stars", STARS, 2))).isPresent();
    }

    @Test
    void theFollowUpIsDueWithinThePolicysTime() {
        SurveyResponse bad = response("recommend", Nps.STANDARD.scale(), 3);
        FollowUp followUp = RULE.followUp(bad).orElseThrow();
        assertThat(followUp).isEqualTo(new FollowUp(bad, Nps.STANDARD, Instant.parse("2026-03-04T10:00:00Z")));
        FollowUpRule nextMorning = FollowUpRule.dueBy(answeredAt -> Instant.parse("2026-03-03T09:00:00Z"))
                .withMeasure("recommend", Nps.STANDARD);
        assertThat(nextMorning.followUp(bad).orElseThrow().due()).isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
    }

    @Test
    void whoAnsweredMakesNoDifference() {
        SurveyResponse bad = response("recommend", Nps.STANDARD.scale(), 3);
        Instant due = RULE.followUp(bad).orElseThrow().due();
        Touchpoint touchpoint = Touchpoint.of("checkout", Channel.of("web"), JourneyStage.of("buy", 1));
        for (SurveyResponse other : List.of(
                bad.withCustomer(Customer.of("c-1").with("lifetime value", "1000000")),
                bad.withWeight(0),
                bad.withWeight(25),
                bad.withTouchpoint(touchpoint.asMomentOfTruth()),
                bad.withComment("never again"),
                bad.withAskedAt(MONDAY.minusSeconds(3_600)))) {
            FollowUp followUp = RULE.followUp(other).orElseThrow();
            assertThat(followUp.due()).isEqualTo(due);
            assertThat(followUp.response()).isEqualTo(other);
        }
    }

    @Test
    void anAnswerThatWasNotGivenIsNoFollowUp() {
        for (Answer answer : List.of(Answer.SKIPPED, Answer.NOT_APPLICABLE)) {
            assertThat(RULE.followUp(SurveyResponse.of("satisfied", STARS, answer, MONDAY)))
                    .isEmpty();
        }
    }

    @Test
    void aKnownQuestionOnAnotherScaleIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.followUp(response("satisfied", Scale.lowIsGood(1, 5), 5)))
                .withMessage("response must be on the scale " + STARS + " of net satisfaction top-2 of 5, but was on "
                        + Scale.lowIsGood(1, 5));
    }

    @Test
    void settingsAreChecked() {
        for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FollowUpRule.within(time))
                    .withMessage("time must be above 0, but was " + time);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.withMeasure("new", Csat.TOP_2_OF_5))
                .withMessage(
                        "a measure must say which answers are good and which are bad, as a net score does, but was "
                                + Csat.TOP_2_OF_5 + "\nMaybe use Csat.net or Ces.EFFORT_INDEX.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.withMeasure("recommend", Nps.STANDARD))
                .withMessage("question recommend has a measure already");
        assertThatNullPointerException()
                .isThrownBy(() -> RULE.withMeasure(null, Nps.STANDARD))
                .withMessage("question");
        assertThatNullPointerException()
                .isThrownBy(() -> FollowUpRule.dueBy(null))
                .withMessage("due");
        SurveyResponse bad = response("recommend", Nps.STANDARD.scale(), 3);
        assertThatNullPointerException()
                .isThrownBy(() -> FollowUpRule.dueBy(instant -> null)
                        .withMeasure("recommend", Nps.STANDARD)
                        .followUp(bad))
                .withMessage("due");
        assertThatNullPointerException()
                .isThrownBy(() -> new FollowUp(null, Nps.STANDARD, MONDAY))
                .withMessage("response");
        assertThatNullPointerException()
                .isThrownBy(() -> new FollowUp(bad, null, MONDAY))
                .withMessage("measure");
    }

    @Test
    void aFollowUpNeedsABadAnswerAndIsNotDueBeforeIt() {
        SurveyResponse bad = response("recommend", Nps.STANDARD.scale(), 6);
        assertThat(new FollowUp(bad, Nps.STANDARD, MONDAY).due()).isEqualTo(MONDAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowUp(bad, Nps.STANDARD, MONDAY.minusNanos(1)))
                .withMessage("due must not be before answeredAt " + MONDAY + ", but was " + MONDAY.minusNanos(1));
        SurveyResponse passive = response("recommend", Nps.STANDARD.scale(), 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowUp(passive, Nps.STANDARD, MONDAY))
                .withMessage("a follow-up needs an answer that is bad by NPS, but was given 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowUp(bad, Csat.TOP_2_OF_5, MONDAY))
                .withMessageContaining("as a net score does");
    }

    @Test
    void noTextShowsTheCustomerOrTheComment() {
        SurveyResponse bad = response("recommend", Nps.STANDARD.scale(), 3)
                .withCustomer(Customer.of("c-secret"))
                .withComment("my number is 0700");
        FollowUp followUp = RULE.followUp(bad).orElseThrow();
        assertThat(followUp.toString() + LoopCase.of(followUp)).doesNotContain("c-secret", "0700");
    }
}

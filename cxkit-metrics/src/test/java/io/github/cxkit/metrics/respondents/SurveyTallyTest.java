package io.github.cxkit.metrics.respondents;

import static io.github.cxkit.metrics.respondents.Responses.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTallyTest {

    private static final RatingMetric NPS = Nps.STANDARD;
    private static final RatingMetric GOOD_OVER_BAD = Csat.goodOverBad(Scale.highIsGood(1, 5));

    /** a: 10 then 0; b: 9; c: 8, 8, 10. */
    private static final List<SurveyResponse> REPEATS = List.of(
            response(NPS, "a", 1, 10),
            response(NPS, "a", 5, 0),
            response(NPS, "b", 2, 9),
            response(NPS, "c", 3, 8),
            response(NPS, "c", 4, 8),
            response(NPS, "c", 9, 10));

    private static SurveyTally tally(RatingMetric definition, RepeatPolicy policy, SurveyResponse... responses) {
        SurveyTally tally = SurveyTally.of(definition, policy);
        Arrays.stream(responses).forEach(tally::accept);
        return tally;
    }

    private static Respondents respondents(RepeatPolicy policy, SurveyResponse... responses) {
        return tally(NPS, policy, responses).respondents();
    }

    private static Respondents repeats(RepeatPolicy policy) {
        return REPEATS.stream().collect(Respondents.toRespondents(NPS, policy));
    }

    @Test
    void firstTakesTheEarliestAnswerOfEachCustomer() {
        Respondents first = repeats(RepeatPolicy.FIRST);

        assertThat(first.score())
                .isEqualTo(CustomScore.from(NPS, Nps.of(10, 9, 8).counts()));
        assertThat(first.customers()).isEqualTo(3);
        assertThat(first.setAside()).isEqualTo(3);
        assertThat(first.repeats()).isEqualTo(3);
        assertThat(first.policy()).isEqualTo(RepeatPolicy.FIRST);
    }

    @Test
    void latestTakesTheLatestAnswerOfEachCustomer() {
        Respondents latest = repeats(RepeatPolicy.LATEST);

        assertThat(latest.score())
                .isEqualTo(CustomScore.from(NPS, Nps.of(0, 9, 10).counts()));
        assertThat(latest.counts()).isEqualTo(Nps.of(0, 9, 10).counts());
        assertThat(latest.setAside()).isEqualTo(3);
        assertThat(latest).hasToString(latest.score() + ", LATEST, 3 repeats");
    }

    @Test
    void allTakesEveryAnswerAndKnowsWhoGaveIt() {
        Respondents all = repeats(RepeatPolicy.ALL);
        ClusteredScore score = (ClusteredScore) all.score();

        assertThat(all.setAside()).isZero();
        assertThat(all.repeats()).isEqualTo(3);
        assertThat(all.customers()).isEqualTo(3);
        assertThat(score.value()).isCloseTo(100.0 / 3, within(1e-12));
        assertThat(score.count()).isEqualTo(6);
        assertThat(score.customers()).isEqualTo(3);
        assertThat(score.metric()).isEqualTo(NPS);
        assertThat(score.plain())
                .isEqualTo(CustomScore.from(NPS, Nps.of(10, 0, 9, 8, 8, 10).counts()));
        // Totals about the mean of 100/3: a −200/3, b 200/3, c 0.
        StandardError error = (StandardError) score.uncertainty();
        assertThat(error.standardError()).isCloseTo(Math.sqrt(1.5 * 2) * 200 / 3 / 6, within(1e-12));
        assertThat(error.degreesOfFreedom()).isEqualTo(2);
        // Customers of 2, 1 and 3 answers.
        assertThat(score.effectiveCount()).isCloseTo(36.0 / 14, within(1e-12));
    }

    @Test
    void twoCustomersWhoAgreeWithThemselvesAreNotFourAnswers() {
        ClusteredScore score = (ClusteredScore) tally(
                        NPS,
                        RepeatPolicy.ALL,
                        response(NPS, "a", 1, 10),
                        response(NPS, "a", 2, 10),
                        response(NPS, "b", 1, 0),
                        response(NPS, "b", 2, 0))
                .score();

        assertThat(((StandardError) score.uncertainty()).standardError()).isCloseTo(100, within(1e-12));
        assertThat(score.plain().standardError().orElseThrow()).isCloseTo(57.7350269, within(1e-7));
        assertThat(score.designEffect().orElseThrow()).isCloseTo(3, within(1e-12));
        assertThat(score).hasToString("NPS 0.0 (95% CI -100.0 to 100.0, n=4, effective n=2.0) by 2 customers");
    }

    @Test
    void oneCustomerOrNoVariationBetweenCustomersHasNoUncertainty() {
        ClusteredScore one =
                (ClusteredScore) tally(NPS, RepeatPolicy.ALL, response(NPS, "a", 1, 10), response(NPS, "a", 2, 0))
                        .score();
        ClusteredScore balanced = (ClusteredScore) tally(
                        NPS,
                        RepeatPolicy.ALL,
                        response(NPS, "a", 1, 10).withWeight(0.1),
                        response(NPS, "a", 2, 0).withWeight(0.1),
                        response(NPS, "b", 1, 10).withWeight(0.3),
                        response(NPS, "b", 2, 0).withWeight(0.3))
                .score();
        ClusteredScore equal = (ClusteredScore) tally(
                        GOOD_OVER_BAD,
                        RepeatPolicy.ALL,
                        response(GOOD_OVER_BAD, "a", 1, 5).withWeight(0.1),
                        response(GOOD_OVER_BAD, "b", 1, 4).withWeight(0.7))
                .score();

        assertThat(one.uncertainty())
                .isEqualTo(new NotEstimable("answers of one customer do not tell how customers differ"));
        assertThat(one.estimate().interval()).isEmpty();
        assertThat(one.designEffect()).isEmpty();
        assertThat(balanced.value()).isZero();
        assertThat(balanced.uncertainty()).isEqualTo(new NotEstimable("the answers do not vary between customers"));
        assertThat(equal.value()).isCloseTo(100, within(1e-12));
        assertThat(equal.estimate().method()).as("a share of equal answers").isEqualTo("Wilson");
    }

    @Test
    void equalAnswersOfAMeanThatIsNoDoubleHaveExactLimits() {
        RatingMetric third = RatingMetric.custom(
                "thirds",
                Scale.highIsGood(0, 10),
                x -> x / 3.0,
                io.github.cxkit.metrics.MetricUnit.SCALE_POINTS,
                io.github.cxkit.core.Direction.HIGHER_IS_BETTER);
        SurveyTally tally = SurveyTally.of(third, RepeatPolicy.ALL);
        for (int i = 0; i < 7; i++) {
            tally.accept(response(third, "c" + i, 0, 1).withWeight(0.1 + i / 7.0));
        }

        assertThat(tally.score().estimate().method()).isEqualTo("exact, all answers equal");
    }

    @Test
    void ofTwoAnswersAtOneInstantTheWorseCountsAndThenTheLighter() {
        for (RepeatPolicy policy : List.of(RepeatPolicy.FIRST, RepeatPolicy.LATEST)) {
            assertThat(respondents(policy, response(NPS, "a", 1, 9), response(NPS, "a", 1, 3))
                            .counts()
                            .count(3))
                    .isEqualTo(1);
            assertThat(respondents(
                                    policy,
                                    response(NPS, "a", 1, 9).withWeight(2),
                                    response(NPS, "a", 1, 9).withWeight(0.5))
                            .counts()
                            .weight(9))
                    .isEqualTo(0.5);
            RatingMetric effort = Ces.CES_1;
            assertThat(tally(effort, policy, response(effort, "a", 1, 2), response(effort, "a", 1, 5))
                            .respondents()
                            .counts()
                            .count(5))
                    .isEqualTo(1);
        }
    }

    @Test
    void skippedAndNotApplicableAreCountedBesideAndDoNotTakeAnAnswersPlace() {
        for (RepeatPolicy policy : RepeatPolicy.values()) {
            Respondents respondents = respondents(
                    policy,
                    response(NPS, "a", 1, 10),
                    response(NPS.scale(), "a", 2, Answer.SKIPPED),
                    response(NPS.scale(), "b", 2, Answer.SKIPPED),
                    response(NPS.scale(), "c", 2, Answer.NOT_APPLICABLE));
            assertThat(respondents.counts().count(10)).isEqualTo(1);
            assertThat(respondents.counts().skipped()).isEqualTo(2);
            assertThat(respondents.counts().notApplicable()).isEqualTo(1);
            assertThat(respondents.customers()).isEqualTo(1);
            assertThat(respondents.setAside()).isZero();
        }
    }

    @Test
    void answersOfWeightZeroAndLeftOutPointsAreReportedApart() {
        for (RepeatPolicy policy : RepeatPolicy.values()) {
            SurveyTally tally = tally(
                    GOOD_OVER_BAD,
                    policy,
                    response(GOOD_OVER_BAD, "a", 1, 5).withWeight(0),
                    response(GOOD_OVER_BAD, "b", 1, 3),
                    response(GOOD_OVER_BAD, "c", 1, 4),
                    response(GOOD_OVER_BAD, "d", 1, 1));
            assertThat(tally.score().value()).isEqualTo(50);
            assertThat(tally.score().count()).isEqualTo(2);
            assertThat(tally.respondents().counts().zeroWeight()).isEqualTo(1);
            assertThat(tally.respondents().customers()).isEqualTo(4);
            if (tally.score() instanceof ClusteredScore clustered) {
                assertThat(clustered.customers()).isEqualTo(2);
                assertThat(clustered.plain().leftOut()).isEqualTo(1);
            }
        }
    }

    @Test
    void weightsReachTheScore() {
        SurveyResponse heavy = response(NPS, "a", 1, 10).withWeight(3);
        SurveyResponse light = response(NPS, "b", 1, 0).withWeight(1);
        for (RepeatPolicy policy : RepeatPolicy.values()) {
            assertThat(tally(NPS, policy, heavy, light).score().value()).isEqualTo(50);
            assertThat(tally(NPS, policy, heavy, light).score().effectiveCount())
                    .isCloseTo(1.6, within(1e-12));
        }
        // √(2·(1.5² + 1.5²))·100/4
        StandardError error = (StandardError)
                tally(NPS, RepeatPolicy.ALL, heavy, light).score().uncertainty();
        assertThat(error.standardError()).isCloseTo(75, within(1e-12));
    }

    @Test
    void anEmptyTallyIsLegalAndHasNoScore() {
        for (RepeatPolicy policy : RepeatPolicy.values()) {
            SurveyTally tally = SurveyTally.of(NPS, policy);
            assertThat(tally.score().isEmpty()).isTrue();
            assertThat(tally.score().effectiveCount()).isZero();
            assertThat(tally.respondents().customers()).isZero();
            assertThatIllegalStateException()
                    .isThrownBy(() -> tally.score().value())
                    .withMessage("NPS is undefined for zero answers");
            assertThatIllegalStateException()
                    .isThrownBy(() -> tally.score().uncertainty())
                    .withMessage("NPS is undefined for zero answers");
        }
        assertThat(SurveyTally.of(NPS, RepeatPolicy.ALL))
                .hasToString("SurveyTally[NPS undefined (n=0) by 0 customers, ALL, 0 repeats]");
    }

    @Test
    void anonymousResponsesAreRefusedByEveryPolicy() {
        SurveyResponse anonymous =
                SurveyResponse.of("recommend", NPS.scale(), NPS.scale().answer(9), Responses.DAY_0);
        for (RepeatPolicy policy : RepeatPolicy.values()) {
            SurveyTally tally = SurveyTally.of(NPS, policy);
            assertThatIllegalStateException()
                    .isThrownBy(() -> tally.accept(anonymous))
                    .withMessage("customer is needed here, but the response to \"recommend\" at 2026-01-01T09:00:00Z"
                            + " is anonymous");
            assertThat(tally.score().isEmpty()).isTrue();
        }
    }

    @Test
    void anotherScaleIsRefusedByNameOfBoth() {
        Scale other = Scale.highIsGood(1, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SurveyTally.of(NPS, RepeatPolicy.FIRST).accept(response(other, "a", 1, other.answer(9))))
                .withMessage(NPS + " cannot be read from the response to \"recommend\" on another scale, "
                        + "1–10, high is good");
    }

    @Test
    void anotherQuestionIsRefusedForItsAnswersWouldPassForRepeats() {
        SurveyTally tally = tally(NPS, RepeatPolicy.LATEST, response(NPS, "a", 1, 9));
        SurveyResponse other = SurveyResponse.of(
                        "like", NPS.scale(), NPS.scale().answer(2), Responses.DAY_0)
                .withCustomer(Customer.of("a"));
        SurveyTally others = tally(NPS, RepeatPolicy.LATEST, other);

        String message = "responses to \"like\" cannot be counted with those to \"recommend\"\n"
                + "Maybe give each question its own tally.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.accept(other))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.combine(others))
                .withMessage(message);
        assertThat(tally.score().count()).isEqualTo(1);
        SurveyTally adopts = SurveyTally.of(NPS, RepeatPolicy.LATEST).combine(others);
        assertThatIllegalArgumentException().isThrownBy(() -> adopts.accept(response(NPS, "a", 1, 9)));
        assertThat(tally.combine(SurveyTally.of(NPS, RepeatPolicy.LATEST))
                        .score()
                        .count())
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(other));
    }

    @Test
    void aWeightOutOfRangeIsRefusedAndNothingCounted() {
        for (RepeatPolicy policy : RepeatPolicy.values()) {
            SurveyTally tally = SurveyTally.of(NPS, policy);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tally.accept(response(NPS, "a", 1, 9).withWeight(1e200)))
                    .withMessageStartingWith("weight must be 0 or in [");
            assertThat(tally.respondents().customers()).isZero();
        }
    }

    @Test
    void talliesOfAnotherDefinitionOrPolicyAreNotCombined() {
        SurveyTally tally = SurveyTally.of(NPS, RepeatPolicy.FIRST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.combine(SurveyTally.of(NPS, RepeatPolicy.LATEST)))
                .withMessage("answers by " + NPS + " with policy LATEST cannot be merged with answers by " + NPS
                        + " with policy FIRST");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.combine(SurveyTally.of(Csat.TOP_2_OF_5, RepeatPolicy.FIRST)));
    }

    @Test
    void equalResultsAreEqual() {
        assertThat(repeats(RepeatPolicy.ALL))
                .isEqualTo(repeats(RepeatPolicy.ALL))
                .hasSameHashCodeAs(repeats(RepeatPolicy.ALL));
        assertThat(repeats(RepeatPolicy.ALL)).isNotEqualTo(repeats(RepeatPolicy.FIRST));
        assertThat(repeats(RepeatPolicy.ALL).score())
                .isEqualTo(repeats(RepeatPolicy.ALL).score())
                .hasSameHashCodeAs(repeats(RepeatPolicy.ALL).score())
                .isNotEqualTo(repeats(RepeatPolicy.FIRST).score());
        // The same answers by other customers.
        SurveyTally other = SurveyTally.of(NPS, RepeatPolicy.ALL);
        int customer = 0;
        for (SurveyResponse response : REPEATS) {
            other.accept(response.withCustomer(Customer.of("other" + customer++ / 2)));
        }
        assertThat(other.score()).isNotEqualTo(repeats(RepeatPolicy.ALL).score());
        assertThat(other.score().uncertainty()).isInstanceOf(Uncertainty.StandardError.class);
    }
}

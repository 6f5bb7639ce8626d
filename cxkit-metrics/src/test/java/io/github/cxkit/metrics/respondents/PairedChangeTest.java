package io.github.cxkit.metrics.respondents;

import static io.github.cxkit.metrics.respondents.NetClass.DETRACTOR;
import static io.github.cxkit.metrics.respondents.NetClass.PASSIVE;
import static io.github.cxkit.metrics.respondents.NetClass.PROMOTER;
import static io.github.cxkit.metrics.respondents.Responses.response;
import static io.github.cxkit.metrics.respondents.Responses.side;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.InitiativeEffect;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.respondents.PairedChange.MoveTable;
import io.github.cxkit.metrics.tests.McNemar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedChangeTest {

    private static final RatingMetric NPS = Nps.STANDARD;
    private static final Scale ONE_TO_FIVE = Scale.highIsGood(1, 5);
    private static final Metric CHANGE_IN_NPS =
            Change.between(Nps.of(1), Nps.of(2)).metric();
    private static final RatingMetric TOP_2 = Csat.TOP_2_OF_5;

    /** n customers, of whom some gained, some lost and the others stayed satisfied. */
    private static PairedChange shares(RatingMetric definition, int n, int gained, int lost) {
        int[] before = new int[n];
        int[] after = new int[n];
        for (int i = 0; i < n; i++) {
            before[i] = i < gained ? 2 : 5;
            after[i] = i >= gained && i < gained + lost ? 1 : 4;
        }
        return PairedChange.between(definition, side(definition, before), side(definition, after));
    }

    @Test
    void matchesByCustomerAndCountsWhoIsOnOneSideAlone() {
        PairedChange change = PairedChange.between(
                NPS,
                RepeatPolicy.LATEST,
                List.of(
                        response(NPS, "a", 1, 3),
                        response(NPS, "a", 2, 9),
                        response(NPS, "b", 1, 0),
                        response(NPS, "c", 1, 8),
                        response(NPS, "gone", 1, 10),
                        response(NPS, "gone too", 1, 10)),
                List.of(
                        response(NPS, "c", 100, 10),
                        response(NPS, "b", 100, 10),
                        response(NPS, "a", 100, 9),
                        response(NPS.scale(), "gone", 100, Answer.SKIPPED),
                        response(NPS, "new", 100, 0),
                        response(NPS, "new2", 100, 0),
                        response(NPS, "new3", 100, 0)));

        assertThat(change.change().count()).isEqualTo(3);
        assertThat(change.change().effectiveCount()).isEqualTo(3);
        assertThat(change.onlyBefore()).isEqualTo(2);
        assertThat(change.onlyAfter()).isEqualTo(3);
        assertThat(change.leftOut()).isZero();
        assertThat(change.change().value()).isCloseTo(100, within(1e-12));
        assertThat(change.before())
                .isEqualTo(CustomScore.from(NPS, Nps.of(9, 0, 8).counts()));
        assertThat(change.after())
                .isEqualTo(CustomScore.from(NPS, Nps.of(9, 10, 10).counts()));
        assertThat(change.change().metric()).isEqualTo(CHANGE_IN_NPS);
        assertThat(change.change().metric().unit()).isEqualTo(MetricUnit.POINTS);
        assertThat(change.mcNemar()).isEmpty();
    }

    @Test
    void firstAndLatestMatchDifferentAnswers() {
        List<SurveyResponse> before =
                List.of(response(NPS, "a", 1, 3), response(NPS, "a", 2, 9), response(NPS, "b", 1, 8));
        List<SurveyResponse> after = List.of(response(NPS, "a", 9, 10), response(NPS, "b", 9, 8));

        assertThat(PairedChange.between(NPS, RepeatPolicy.FIRST, before, after)
                        .change()
                        .value())
                .isEqualTo(100);
        assertThat(PairedChange.between(NPS, RepeatPolicy.LATEST, before, after)
                        .change()
                        .value())
                .isZero();
    }

    @Test
    void withoutAPolicyRepeatsAreRefused() {
        List<SurveyResponse> twice = List.of(response(NPS, "a", 1, 3), response(NPS, "a", 2, 9));
        List<SurveyResponse> once = List.of(response(NPS, "a", 9, 10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(NPS, twice, once))
                .withMessage("one answer per customer is needed, but 1 of the answers before are repeats\n"
                        + "Maybe name a RepeatPolicy, FIRST or LATEST.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(NPS, once, twice))
                .withMessageContaining("1 of the answers after are repeats");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(NPS, RepeatPolicy.ALL, once, once))
                .withMessage("policy must be FIRST or LATEST where one answer is matched with another, but was ALL");
    }

    @Test
    void theTableOfMovesSaysWhoMovedWhere() {
        MoveTable moves = PairedChange.between(
                        NPS, side(NPS, 0, 6, 6, 7, 8, 9, 10, 10), side(NPS, 6, 7, 9, 8, 10, 10, 0, 8))
                .moves()
                .orElseThrow();

        assertThat(moves.count(DETRACTOR, PROMOTER)).isEqualTo(1);
        assertThat(moves.count(DETRACTOR, PASSIVE)).isEqualTo(1);
        assertThat(moves.count(PROMOTER, DETRACTOR)).isEqualTo(1);
        assertThat(moves.count(PROMOTER, PASSIVE)).isEqualTo(1);
        assertThat(moves.movedUp()).isEqualTo(3);
        assertThat(moves.movedDown()).isEqualTo(2);
        assertThat(moves.stayed()).isEqualTo(3);
        assertThat(moves.customers()).isEqualTo(8);
        assertThat(moves.before(DETRACTOR)).isEqualTo(3);
        assertThat(moves.after(DETRACTOR)).isEqualTo(2);
        assertThat(moves.before(PASSIVE)).isEqualTo(2);
        assertThat(moves.after(PASSIVE)).isEqualTo(3);
        assertThat(moves).hasToString("MoveTable[1 1 1 / 0 1 1 / 1 1 1]");
        assertThat(moves.view())
                .isEqualTo(Map.of(
                        DETRACTOR, Map.of(DETRACTOR, 1L, PASSIVE, 1L, PROMOTER, 1L),
                        PASSIVE, Map.of(DETRACTOR, 0L, PASSIVE, 1L, PROMOTER, 1L),
                        PROMOTER, Map.of(DETRACTOR, 1L, PASSIVE, 1L, PROMOTER, 1L)));
    }

    @Test
    void sharesTakeTangosIntervalOfTheDiscordantPairs() {
        PairedChange change = shares(TOP_2, 161, 16, 6);

        assertThat(change.change().value()).isCloseTo(100 * 10 / 161.0, within(1e-12));
        Nps net = Nps.promoters(16).passives(139).detractors(6);
        assertThat(change.change().difference().interval())
                .isEqualTo(net.estimate().interval());
        assertThat(change.change().difference().method()).isEqualTo("score (Tango)");
        assertThat(change.mcNemar()).contains(McNemar.gained(16).lost(6));
        assertThat(change.moves()).isEmpty();
        // The score test of no difference is McNemar's: z² = 100/22.
        assertThat(Math.pow(change.change().testAgainst(0).statistic(), 2)).isCloseTo(100.0 / 22, within(1e-9));
        assertThat(change.change().pValue().orElseThrow())
                .isCloseTo(McNemar.gained(16).lost(6).chiSquare().pValue(), within(1e-9));
        assertThat(change.change().excludesZero()).isTrue();
        assertThat(change.change().verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void theIntervalOfSharesIsThatOfAPublishedExample() {
        // 1 gained and 7 lost of 21 (Fagerland, by R package ratesci).
        Interval interval =
                shares(TOP_2, 21, 1, 7).change().difference().interval().orElseThrow();
        assertThat(interval.lower() / 100).isCloseTo(-0.5172322764, within(1e-9));
        assertThat(interval.upper() / 100).isCloseTo(-0.0260030325, within(1e-9));
    }

    @Test
    void aShareOfDissatisfiedThatFallsIsAnImprovement() {
        RatingMetric bottom = Csat.bottomBox(ONE_TO_FIVE, 2);

        PairedChange change = shares(bottom, 161, 16, 6);
        assertThat(change.change().value()).isCloseTo(-100 * 10 / 161.0, within(1e-12));
        assertThat(change.change().verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(shares(bottom, 161, 6, 16).change().verdict()).isEqualTo(Verdict.WORSENED);
        assertThat(shares(bottom, 161, 6, 16).mcNemar())
                .contains(McNemar.gained(16).lost(6));
    }

    @Test
    void whereNobodyMovedSharesHaveAnIntervalAndNetScoresAndMeansNone() {
        PairedChange share = shares(TOP_2, 10, 0, 0);
        Interval interval = share.change().difference().interval().orElseThrow();
        assertThat(interval.upper() / 100).isCloseTo(0.2775327999, within(1e-9));
        assertThat(interval.lower()).isEqualTo(-interval.upper());
        assertThat(share.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(share.change().withSmallestEffectOfInterest(30).verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);

        for (RatingMetric definition : List.of(NPS, Csat.mean(NPS.scale()))) {
            PairedChange change =
                    PairedChange.between(definition, side(definition, 3, 8, 10), side(definition, 3, 8, 10));
            assertThat(change.change().value()).isZero();
            assertThat(change.change().uncertainty()).isEqualTo(new NotEstimable("all customers moved alike"));
            assertThat(change.change().difference().interval()).isEmpty();
            assertThat(change.change().pValue()).isEmpty();
            assertThat(change.change().excludesZero()).isFalse();
            assertThat(change.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(change.change().withSmallestEffectOfInterest(99).verdict())
                    .isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void customersWhoAllMovedAlikeAreInconclusiveThoughTheyMoved() {
        PairedChange change = PairedChange.between(NPS, side(NPS, 0, 1, 2), side(NPS, 10, 10, 10));
        assertThat(change.change().value()).isEqualTo(200);
        assertThat(change.change().uncertainty()).isEqualTo(new NotEstimable("all customers moved alike"));
        assertThat(change.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aPointThatTheDefinitionLeavesOutHasNoMove() {
        RatingMetric definition = Csat.goodOverBad(ONE_TO_FIVE);
        PairedChange change =
                PairedChange.between(definition, side(definition, 3, 4, 1, 2, 5), side(definition, 5, 3, 5, 1, 5));

        assertThat(change.change().count()).isEqualTo(3);
        assertThat(change.leftOut()).isEqualTo(2);
        assertThat(change.onlyBefore()).isZero();
        assertThat(change.change().value()).isCloseTo(100 / 3.0, within(1e-12));
    }

    @Test
    void confidenceAndMarginReachTheVerdict() {
        PairedChange change = PairedChange.between(
                Csat.mean(ONE_TO_FIVE), side(TOP_2, 1, 2, 3, 3, 2, 4), side(TOP_2, 2, 2, 4, 3, 3, 4));

        // Moves 1 0 1 0 1 0: mean 0.5, s = √0.3, t(5) = 2.236, p = 0.0756.
        assertThat(change.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.change().withConfidence(0.9).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.change().withConfidence(0.9).difference().confidence())
                .isEqualTo(0.9);
        assertThat(change.change().withConfidence(0.9).excludesZero()).isTrue();
        assertThat(change.change().pValue().orElseThrow()).isCloseTo(0.0756, within(1e-4));
        assertThat(change.change().withSmallestEffectOfInterest(1).verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(change.change().withSmallestEffectOfInterest(0.9).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThatIllegalArgumentException().isThrownBy(() -> change.change().withConfidence(0.4));
        assertThatIllegalArgumentException().isThrownBy(() -> change.change().withSmallestEffectOfInterest(0));
    }

    @Test
    void pairedChangesServeAnInitiativeWithItsControlGroup() {
        RatingMetric mean = Csat.mean(ONE_TO_FIVE);
        PairedChange treated = PairedChange.between(mean, side(mean, 1, 2, 3), side(mean, 2, 4, 5));
        PairedChange control = PairedChange.between(mean, side(mean, 3, 3, 4), side(mean, 3, 4, 4));
        Change effect = treated.change().against(control.change());

        // Moves 1 2 2 and 0 1 0: both have the variance 1/3, and a mean of which the variance is 1/9.
        assertThat(effect.value()).isCloseTo(4 / 3.0, within(1e-12));
        StandardError error = (StandardError) effect.uncertainty();
        assertThat(error.standardError()).isCloseTo(Math.sqrt(2) / 3, within(1e-12));
        assertThat(error.degreesOfFreedom()).isCloseTo(4, within(1e-12));
        assertThat(InitiativeEffect.of(shares(TOP_2, 100, 30, 5).change())
                        .withControl(shares(TOP_2, 100, 10, 10).change())
                        .change()
                        .difference()
                        .method())
                .isEqualTo("MOVER");
    }

    @Test
    void withoutACommonCustomerThereIsNoChange() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        PairedChange.between(NPS, List.of(response(NPS, "a", 1, 3)), List.of(response(NPS, "b", 1, 3))))
                .withMessage("a change of the same customers needs some on both sides, but 1 answered before alone, "
                        + "1 after alone, and 0 gave an answer that NPS leaves out");
    }

    @Test
    void equalWeightsOfAnySizeChangeNothingAndDifferentOnesAreRefused() {
        SurveyResponse a = response(NPS, "a", 1, 3);
        SurveyResponse b = response(NPS, "b", 1, 9);
        SurveyResponse a2 = response(NPS, "a", 9, 8);
        SurveyResponse b2 = response(NPS, "b", 9, 9);

        assertThat(PairedChange.between(
                        NPS,
                        List.of(a.withWeight(2.5), b.withWeight(2.5)),
                        List.of(a2.withWeight(2.5), b2.withWeight(2.5))))
                .isEqualTo(PairedChange.between(NPS, List.of(a, b), List.of(a2, b2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(NPS, List.of(a, b), List.of(a2, b2.withWeight(2))))
                .withMessage("the weights of matched answers must be equal and not 0, but there were 1.0 and 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PairedChange.between(NPS, List.of(a.withWeight(3), b), List.of(a2.withWeight(3), b2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(NPS, List.of(a.withWeight(0)), List.of(a2.withWeight(0))))
                .withMessage("the weights of matched answers must be equal and not 0, but one was 0");
    }

    @Test
    void showsNobody() {
        PairedChange change = PairedChange.between(NPS, side(NPS, 3, 8, 10), side(NPS, 9, 8, 10));
        assertThat(change.toString())
                .isEqualTo("of the same customers: change in NPS "
                        + change.change().difference() + ": INCONCLUSIVE")
                .doesNotContain("c0");
        assertThat(change.change().difference().value()).isCloseTo(200 / 3.0, within(1e-12));
    }

    @Test
    void equalChangesAreEqual() {
        PairedChange change = PairedChange.between(NPS, side(NPS, 3, 8, 10), side(NPS, 9, 8, 10));
        PairedChange same = PairedChange.between(NPS, side(NPS, 3, 8, 10), side(NPS, 9, 8, 10));
        assertThat(change).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(change.moves()).isEqualTo(same.moves());
        assertThat(change.moves()).hasSameHashCodeAs(same.moves());
        assertThat(change).isNotEqualTo(PairedChange.between(NPS, side(NPS, 3, 8, 10), side(NPS, 9, 8, 0)));
        assertThat(change.moves())
                .isNotEqualTo(PairedChange.between(NPS, side(NPS, 3, 8, 10), side(NPS, 9, 8, 0))
                        .moves());
    }
}

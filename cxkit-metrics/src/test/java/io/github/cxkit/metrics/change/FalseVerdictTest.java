package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Uncertainty.Limits;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules that stop a verdict that the answers do not bear, at their boundaries. */
class FalseVerdictTest {

    private static final Quantity SPEND =
            Quantity.of("spend", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);
    private static final Quantity COST = Quantity.of("cost", MetricUnit.of("euro", " €", 2), Direction.LOWER_IS_BETTER);

    private static Figure side(double value, double standardError) {
        return Figure.of(SPEND, value, 100, new StandardError(standardError, 99));
    }

    private static Figure difference(double value, double lower, double upper) {
        return Figure.of(SPEND, value, 100, new Limits("stated", z -> new Interval(lower, upper)));
    }

    private static Change between(double lower, double upper) {
        return Change.of(SPEND, difference((lower + upper) / 2, lower, upper));
    }

    @Test
    void aCaveatOfEitherSideIsOneOfTheChangeAndStopsTheVerdict() {
        Figure clean = side(10, 0.5);
        Figure open = side(20, 0.5).withCaveats(List.of("12 of 50 are open"));
        assertThat(Change.between(clean, side(20, 0.5)).caveats()).isEmpty();
        assertThat(Change.between(clean, side(20, 0.5)).verdict()).isEqualTo(Verdict.IMPROVED);

        Change after = Change.between(clean, open);
        assertThat(after.excludesZero()).isTrue();
        assertThat(after.caveats()).containsExactly("after: 12 of 50 are open");
        assertThat(after.verdict()).isEqualTo(Verdict.INCONCLUSIVE);

        Change before = Change.between(open, clean);
        assertThat(before.excludesZero()).isTrue();
        assertThat(before.caveats()).containsExactly("before: 12 of 50 are open");
        assertThat(before.verdict()).isEqualTo(Verdict.INCONCLUSIVE);

        assertThat(Change.between(open, open.withCaveats(List.of("3 of 9 are open", "late")))
                        .caveats())
                .containsExactly("before: 12 of 50 are open", "after: 3 of 9 are open", "after: late");
    }

    @Test
    void aCaveatStopsTheVerdictOfNoMaterialChangeAsWell() {
        Figure open = side(10, 0.5).withCaveats(List.of("12 of 50 are open"));
        assertThat(Change.between(open, side(10, 0.5))
                        .withSmallestEffectOfInterest(9)
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Change.between(side(10, 0.5), side(10, 0.5))
                        .withSmallestEffectOfInterest(9)
                        .verdict())
                .isEqualTo(Verdict.NO_MATERIAL_CHANGE);
    }

    @Test
    void aCaveatOfADifferenceThatWasWorkedOutOtherwiseStaysWithIt() {
        Figure open = difference(3, 1, 5).withCaveats(List.of("12 of 50 are open"));
        assertThat(Change.of(SPEND, difference(3, 1, 5)).verdict()).isEqualTo(Verdict.IMPROVED);
        Change change = Change.of(SPEND, open);
        assertThat(change.caveats()).containsExactly("12 of 50 are open");
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(VerdictRule.withDefaults().judge(open)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.difference().notes()).containsExactly("12 of 50 are open");

        Change effect = change.against(Change.of(SPEND, difference(0, -0.1, 0.1)));
        assertThat(effect.excludesZero()).isTrue();
        assertThat(effect.caveats()).containsExactly("after: 12 of 50 are open");
        assertThat(effect.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(InitiativeEffect.of(change).change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anIntervalThatEndsExactlyAtTheMarginIsNotInsideIt() {
        assertThat(between(-2, 1).withSmallestEffectOfInterest(2).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(between(-1, 2).withSmallestEffectOfInterest(2).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(between(-2, 2).withSmallestEffectOfInterest(2).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(between(Math.nextUp(-2.0), Math.nextDown(2.0))
                        .withSmallestEffectOfInterest(2)
                        .verdict())
                .isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(between(1, 2).withSmallestEffectOfInterest(2).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(between(-2, -1).withSmallestEffectOfInterest(2).verdict()).isEqualTo(Verdict.WORSENED);
        assertThat(between(1, Math.nextDown(2.0))
                        .withSmallestEffectOfInterest(2)
                        .verdict())
                .isEqualTo(Verdict.NO_MATERIAL_CHANGE);
    }

    /** Two one-sided tests at 5 % are the interval at 90 %, and at 20 % that at 60 %. */
    @Test
    void theMarginIsComparedWithTheIntervalOfTwoOneSidedTests() {
        Change change = Change.of(SPEND, Figure.of(SPEND, 0, 100, new Limits("normal", z -> new Interval(-z, z))));
        assertThat(change.withSmallestEffectOfInterest(1.6449).verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(change.withSmallestEffectOfInterest(1.6448).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        Change lenient = change.withConfidence(0.8);
        assertThat(lenient.withSmallestEffectOfInterest(0.8417).verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(lenient.withSmallestEffectOfInterest(0.8416).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        Change strict = change.withConfidence(0.99);
        assertThat(strict.withSmallestEffectOfInterest(2.3264).verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(strict.withSmallestEffectOfInterest(2.3263).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anIntervalThatEndsExactlyAtZeroDoesNotExcludeIt() {
        assertThat(between(0, 2).excludesZero()).isFalse();
        assertThat(between(0, 2).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(between(-2, 0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(between(Double.MIN_VALUE, 2).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(between(-2, -Double.MIN_VALUE).verdict()).isEqualTo(Verdict.WORSENED);
    }

    @Test
    void lessOfWhatIsBadIsAnImprovement() {
        Limits limits = new Limits("stated", z -> new Interval(1, 3));
        assertThat(Change.of(COST, Figure.of(COST, 2, 9, limits)).verdict()).isEqualTo(Verdict.WORSENED);
        Limits below = new Limits("stated", z -> new Interval(-3, -1));
        assertThat(Change.of(COST, Figure.of(COST, -2, 9, below)).verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void withoutAnIntervalThereIsNoVerdictAndNoPValue() {
        Change change = Change.of(SPEND, Figure.of(SPEND, 5, 3, new NotEstimable("nothing varies")));
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.withSmallestEffectOfInterest(100).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.excludesZero()).isFalse();
        assertThat(change.pValue()).isEmpty();
    }

    @Test
    void aChangeBeginsAtNinetyFivePercentWithoutAMarginAndWithoutThreats() {
        for (Change change : List.of(Change.between(side(10, 1), side(12, 1)), Change.of(SPEND, difference(3, 1, 5)))) {
            assertThat(change.rule()).isEqualTo(VerdictRule.withDefaults());
            assertThat(change.rule().confidence()).isEqualTo(0.95);
            assertThat(change.threats()).isEmpty();
            assertThat(change.isEmpty()).isFalse();
        }
    }

    @Test
    void againstKeepsTheRuleAndTheThreatsOfTheTreated() {
        Change treated = Change.between(side(10, 1), side(15, 1))
                .withConfidence(0.9)
                .withThreats(Set.of(ValidityThreat.SEASONALITY));
        Change control = Change.between(side(10, 1), side(11, 1)).withThreats(Set.of(ValidityThreat.NO_CONTROL));
        Change effect = treated.against(control);
        assertThat(effect.value()).isEqualTo(4);
        assertThat(effect.rule()).isEqualTo(VerdictRule.withDefaults().withConfidence(0.9));
        assertThat(effect.threats()).containsExactly(ValidityThreat.SEASONALITY);
        assertThat(effect.before()).contains(control);
        assertThat(effect.after()).contains(treated);
        assertThat(effect.count()).isEqualTo(400);
    }

    @Test
    void threatsSurviveAnotherRuleAndCannotBeWrittenTo() {
        Change change = Change.between(side(10, 1), side(15, 1)).withThreats(Set.of(ValidityThreat.SEASONALITY));
        assertThat(change.withConfidence(0.9).threats()).containsExactly(ValidityThreat.SEASONALITY);
        assertThat(change.withSmallestEffectOfInterest(1).threats()).containsExactly(ValidityThreat.SEASONALITY);
        assertThat(change.withThreats(Set.of()).threats()).isEmpty();
        assertThat(change.threats()).isUnmodifiable();
        assertThat(change).isNotEqualTo(change.withThreats(Set.of()));
    }

    @Test
    void bothSidesAreCountedAndTheWeakerOneIsTheBase() {
        Figure weak = side(10, 1).withEffectiveCount(12);
        Change change = Change.between(weak, side(12, 1));
        assertThat(change.count()).isEqualTo(200);
        assertThat(change.effectiveCount()).isEqualTo(112);
        assertThat(change.base()).isEqualTo(weak.base());
        assertThat(Change.between(side(12, 1), weak).base()).isEqualTo(weak.base());
        assertThat(weak.base()).isNotEqualTo(side(12, 1).base());
    }

    @Test
    void welchNeedsTheErrorOfBothSides() {
        Change known = Change.between(side(10, 3), side(20, 4));
        StandardError error = (StandardError) known.uncertainty();
        assertThat(error.method()).isEqualTo("Welch");
        assertThat(error.standardError()).isCloseTo(5, within(1e-12));
        assertThat(error.degreesOfFreedom()).isCloseTo(625 / ((81 + 256) / 99.0), within(1e-9));
        assertThat(Change.between(side(10, 0), side(20, 4)).uncertainty())
                .isEqualTo(new NotEstimable("before: all values are equal"));
        assertThat(Change.between(side(10, 3), side(20, 0)).uncertainty())
                .isEqualTo(new NotEstimable("after: all values are equal"));
    }
}

package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Uncertainty.Limits;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.rating.Nps;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Differences that were worked out otherwise end in the same judgement as all others. */
class JudgedDifferenceTest {

    private static final Quantity VALUE =
            Quantity.of("order value", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);
    private static final Quantity MOVE =
            Quantity.of("move", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);

    private static Change of(double value, double standardError) {
        return Change.of(VALUE, Figure.of(MOVE, value, 50, new StandardError(standardError, 49)));
    }

    @Test
    void isAChangeOfTheMetricItIsADifferenceIn() {
        Change change = of(3, 1);
        assertThat(change.metric())
                .isEqualTo(Change.between(Mean.of(VALUE, 1, 2), Mean.of(VALUE, 3, 5))
                        .metric());
        assertThat(change).hasToString("change in order value 3.00 € (95% CI 0.99 to 5.01, n=50): IMPROVED");
        assertThat(change.before()).isEmpty();
        assertThat(change.after()).isEmpty();
        assertThat(change.relative()).isEmpty();
        assertThat(change.rule()).isEqualTo(VerdictRule.withDefaults());
    }

    @Test
    void lessAControlItIsTheDifferenceInDifferencesJudgedByItsOwnRule() {
        Change treated = of(3, 1).withSmallestEffectOfInterest(10);
        Change effect = treated.against(of(1, 0.5).withConfidence(0.8));
        assertThat(effect.value()).isEqualTo(2);
        assertThat(((StandardError) effect.uncertainty()).standardError()).isCloseTo(Math.sqrt(1.25), within(1e-12));
        assertThat(effect.rule()).isEqualTo(treated.rule());
        assertThat(effect.verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(effect.after()).contains(treated);
    }

    @Test
    void aDifferenceOnAnotherScaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.of(
                        VALUE,
                        Figure.of(ChangeMetric.relative(VALUE), 3, 50, new StandardError(1, 49, Link.LOG_PERCENT))))
                .withMessageContaining("must be on the scale IDENTITY of its metric, but was on LOG_PERCENT");
    }

    /** Bounds hold what is possible, and two of them are possible at once: they do not add in quadrature. */
    @Test
    void boundsAreJudgedButNotComparedFurther() {
        Figure bounds = Figure.of(MOVE, 3, 50, new Limits("bounds", z -> new Interval(1 - z / 10, 5 + z / 10), true));
        Change judged = Change.of(VALUE, bounds);
        assertThat(judged.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judged.against(of(1, 1)))
                .withMessage("after is known between bounds, which do not add in quadrature: "
                        + "change in order value cannot be compared further");
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 1).against(judged));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> InitiativeEffect.of(judged).withControl(of(1, 1)).change());
    }

    @Test
    void caveatsBlockTheVerdictAndThreatsDoNot() {
        Figure open = Figure.of(MOVE, 3, 50, new StandardError(1, 49)).withCaveats(List.of("12 of 50 are open"));
        assertThat(Change.of(VALUE, open).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        Change threatened = of(3, 1).withThreats(EnumSet.of(ValidityThreat.SEASONALITY));
        assertThat(threatened.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(threatened.threats()).containsExactly(ValidityThreat.SEASONALITY);
        assertThat(threatened)
                .isNotEqualTo(of(3, 1))
                .isEqualTo(of(3, 1).withThreats(Set.of(ValidityThreat.SEASONALITY)));
        assertThat(threatened.toString()).endsWith(": IMPROVED, [SEASONALITY]");
    }

    @Test
    void aComparisonSpeaksOfBetterAndWorse() {
        assertThat(ComparisonVerdict.of(Verdict.IMPROVED)).isEqualTo(ComparisonVerdict.BETTER);
        assertThat(ComparisonVerdict.of(Verdict.WORSENED)).isEqualTo(ComparisonVerdict.WORSE);
        assertThat(ComparisonVerdict.of(Verdict.NO_MATERIAL_CHANGE))
                .isEqualTo(ComparisonVerdict.NO_MATERIAL_DIFFERENCE);
        assertThat(ComparisonVerdict.of(Verdict.INCONCLUSIVE)).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
    }

    @Test
    void anExactSideAddsNoUncertainty() {
        Nps nps = Nps.promoters(45).passives(30).detractors(25);
        Change change = Change.between(Figure.exact(Nps.STANDARD, 5), nps);
        assertThat(change.count()).isEqualTo(100);
        Interval own = nps.estimate().interval().orElseThrow();
        assertThat(change.difference().interval().orElseThrow().lower()).isCloseTo(own.lower() - 5, within(1e-9));
    }
}

package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CompensationCurveTest {

    private static final CompensationCurve REDRESS = CompensationCurve.FULL_REDRESS;
    private static final CompensationCurve SATISFACTION = CompensationCurve.SATISFACTION;

    @Test
    void aGentleCurveIsNearlyAStraightLineAndASteepOneAStep() {
        CompensationCurve gentle = SATISFACTION.withSteepness(1e-4).withRate(1e-9);
        assertThat(gentle.utility(0.5, false)).isCloseTo(0.25, within(1e-4));
        assertThat(gentle.utility(0.5, true)).isCloseTo(0.25, within(1e-4));
        CompensationCurve step = SATISFACTION.withSteepness(400);
        assertThat(step.utility(0.85, false)).isLessThan(1e-6);
        assertThat(step.utility(0.95, false)).isGreaterThan(1 - 1e-6);
        assertThat(step.utility(0.85, true)).isEqualTo(SATISFACTION.utility(0.85, true));
        assertThat(SATISFACTION.withRate(50).utility(0.1, true)).isGreaterThan(0.99);
    }

    @Test
    void theMidpointIsWhereHalfOfALongCurveIsReached() {
        CompensationCurve late = SATISFACTION.withEndRatio(6).withMidpoint(3);
        assertThat(late.utility(3, false)).isCloseTo(0.5, within(1e-12));
        assertThat(late.utility(6, false)).isEqualTo(1);
        assertThat(late.utility(5.9, false)).isLessThan(1);
        assertThat(SATISFACTION.withEndRatio(1.5).utility(1.5, true)).isEqualTo(1);
        assertThat(SATISFACTION.withEndRatio(1.5).utility(9, false)).isEqualTo(1);
        assertThat(REDRESS.withMidpoint(0.5).utility(0.6, false)).isGreaterThan(REDRESS.utility(0.6, false));
    }

    @Test
    void constantsThatMakeNoCurveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REDRESS.withEndRatio(0.9))
                .withMessage("end ratio must be in [1, ∞), but was 0.9");
        assertThatIllegalArgumentException().isThrownBy(() -> REDRESS.withEndRatio(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REDRESS.withMidpoint(2.1))
                .withMessage("midpoint must be in [0, 2.0], but was 2.1");
        assertThatIllegalArgumentException().isThrownBy(() -> REDRESS.withMidpoint(-0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REDRESS.withSteepness(0))
                .withMessage("steepness must be in [1.0E-6, ∞), but was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> REDRESS.withSteepness(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REDRESS.withRate(0))
                .withMessage("rate must be in (0, ∞), but was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> REDRESS.withRate(Double.NaN));
        assertThatIllegalArgumentException()
                .as("all of it beyond full redress")
                .isThrownBy(() -> REDRESS.withMidpoint(2).withSteepness(1_000))
                .withMessageContaining("must be worth more than 0, but a steepness of 1000.0, a midpoint of 2.0");
        assertThatIllegalArgumentException().as("too flat for a double").isThrownBy(() -> REDRESS.withSteepness(1e-18));
        assertThat(REDRESS.withEndRatio(1).withMidpoint(0).utility(1, false)).isEqualTo(1);
    }

    @Test
    void curvesAreValues() {
        assertThat(REDRESS).isNotEqualTo(SATISFACTION).hasToString("FULL_REDRESS");
        assertThat(REDRESS.withMidpoint(0.8).withMidpoint(0.9))
                .isEqualTo(REDRESS)
                .hasSameHashCodeAs(REDRESS);
        assertThat(REDRESS.withMidpoint(0.8)).isNotEqualTo(REDRESS);
        assertThat(REDRESS.withSteepness(4)).isNotEqualTo(REDRESS);
        assertThat(REDRESS.withRate(3)).isNotEqualTo(REDRESS);
        assertThat(REDRESS.withEndRatio(3)).isNotEqualTo(REDRESS);
        assertThat(SATISFACTION.withMidpoint(0.8).withSteepness(4))
                .hasToString("SATISFACTION[midpoint 0.8, steepness 4.0, rate 2.0, end 2.0]");
        assertThat(FairnessPolicy.DEFAULT.withCompensationCurve(REDRESS.withRate(3)))
                .isNotEqualTo(FairnessPolicy.DEFAULT);
    }
}

package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdjustmentTest {

    @ParameterizedTest
    @EnumSource
    void oneComparisonNeedsNoAdjustment(Adjustment adjustment) {
        assertThat(adjustment.adjust(0.04)).containsExactly(0.04);
    }

    @ParameterizedTest
    @EnumSource
    void noComparisonIsLegal(Adjustment adjustment) {
        assertThat(adjustment.adjust()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAProbabilityIsRefusedByItsIndex(Adjustment adjustment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adjustment.adjust(0, 1, 1.5))
                .withMessage("pValues[2] must be in [0, 1], but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adjustment.adjust(-0.1))
                .withMessage("pValues[0] must be in [0, 1], but was -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adjustment.adjust(0.2, Double.NaN))
                .withMessage("pValues[1] must be in [0, 1], but was NaN");
    }

    @ParameterizedTest
    @EnumSource
    void theCallersArrayIsNotChanged(Adjustment adjustment) {
        double[] raw = {0.03, 0.01, 0.02};
        double[] adjusted = adjustment.adjust(raw);
        assertThat(raw).containsExactly(0.03, 0.01, 0.02);
        assertThat(adjusted).isNotSameAs(raw);
    }

    @Test
    void benjaminiAndHochbergsFirstExampleRejectsFourOfFifteenAndBonferroniThree() {
        double[] raw = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };
        assertThat(below5Percent(Adjustment.BENJAMINI_HOCHBERG.adjust(raw))).isEqualTo(4);
        assertThat(below5Percent(Adjustment.BONFERRONI.adjust(raw))).isEqualTo(3);
        assertThat(below5Percent(Adjustment.HOLM.adjust(raw))).isEqualTo(3);
    }

    private static long below5Percent(double[] pValues) {
        return Arrays.stream(pValues).filter(p -> p < 0.05).count();
    }
}

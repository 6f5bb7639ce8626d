package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.numbers.Rounding;
import org.junit.jupiter.api.Test;

class MetricUnitTest {

    private static final MetricUnit EURO = MetricUnit.of("euro", " €", 2);
    private static final Quantity ORDER_VALUE = Quantity.of("order value", EURO, Direction.HIGHER_IS_BETTER);

    @Test
    void aMeanIsShownInItsUnit() {
        Mean mean = Mean.of(ORDER_VALUE, 19.9, 45.0, 32.5);
        assertThat(mean).hasToString("mean order value 32.47 € (95% CI 1.29 to 63.64, n=3)");
        assertThat(Mean.of(ORDER_VALUE)).hasToString("mean order value undefined (n=0)");
        assertThatIllegalStateException()
                .isThrownBy(() -> Mean.of(ORDER_VALUE).value())
                .withMessage("mean order value is undefined for zero numbers");
        assertThatIllegalStateException().isThrownBy(() -> Mean.of(ORDER_VALUE).uncertainty());
        assertThat(mean.effectiveCount()).isEqualTo(3);
        assertThat(mean.metric().range().contains(-1e300)).isTrue();
        assertThat(mean)
                .isEqualTo(Mean.of(ORDER_VALUE, 19.9, 45.0, 32.5))
                .hasSameHashCodeAs(Mean.of(ORDER_VALUE, 19.9, 45.0, 32.5))
                .isNotEqualTo(Mean.of(ORDER_VALUE, 19.9, 45.0));
    }

    @Test
    void differentQuantitiesAreNotMerged() {
        Mean refunds = Mean.of(Quantity.of("refund", EURO, Direction.LOWER_IS_BETTER), 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mean.of(ORDER_VALUE, 3).plus(refunds))
                .withMessageContaining("order value")
                .withMessageContaining("refund");
        assertThat(Mean.of(ORDER_VALUE).plus(Mean.of(ORDER_VALUE, 3))).isEqualTo(Mean.of(ORDER_VALUE, 3));
        assertThat(Mean.of(ORDER_VALUE, 3).plus(Mean.of(ORDER_VALUE))).isEqualTo(Mean.of(ORDER_VALUE, 3));
    }

    @Test
    void numbersMustBeFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mean.of(ORDER_VALUE, 1, Double.NaN))
                .withMessage("order value must be finite, but was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Mean.of(ORDER_VALUE, Double.POSITIVE_INFINITY));
        assertThat(Mean.of(ORDER_VALUE, -1).value()).isEqualTo(-1);
        Quantity amount = Quantity.amount("order value", EURO, Direction.HIGHER_IS_BETTER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mean.of(amount, -0.5))
                .withMessage("order value must be at least 0, but was -0.5");
        assertThat(Mean.of(amount, 0, 0, 0, 1)
                        .estimate()
                        .interval()
                        .orElseThrow()
                        .lower())
                .isZero();
        assertThatNullPointerException().isThrownBy(() -> MeanTally.of(null)).withMessage("quantity");
    }

    @Test
    void unitsAndQuantitiesNeedANameAndSensibleDecimals() {
        assertThatIllegalArgumentException().isThrownBy(() -> MetricUnit.of(" ", "", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricUnit.of("x", "", 13))
                .withMessage("decimals must be in [0, 12], but was 13");
        assertThatIllegalArgumentException().isThrownBy(() -> MetricUnit.of("x", "", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("", EURO, Direction.HIGHER_IS_BETTER));
    }

    @Test
    void infiniteLimitsAreShownAsSuch() {
        assertThat(Rounding.format(Double.POSITIVE_INFINITY, 1)).isEqualTo("∞");
        assertThat(Rounding.format(Double.NEGATIVE_INFINITY, 1)).isEqualTo("-∞");
    }
}

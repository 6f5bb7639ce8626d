package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.metrics.numbers.WeightBounds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Two weights follow from their sum and the sum of their squares: those sums are taken whose weights are possible. */
class WeightSumProperties {

    private static final double LIGHTEST = 0.5;
    private static final double HEAVIEST = 2;
    /** Sums may be off by 1e-6, and so weights by the root of it. */
    private static final double ROUNDING = 3e-3;

    private static boolean isTaken(long count, double sum, double square) {
        try {
            WeightBounds.checkSums(count, LIGHTEST, HEAVIEST, sum, square);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Property(seed = "20261101")
    void sumsOfPossibleWeightsAreTaken(
            @ForAll @DoubleRange(min = LIGHTEST, max = HEAVIEST) double one,
            @ForAll @DoubleRange(min = LIGHTEST, max = HEAVIEST) double other) {
        assertThat(isTaken(1, one, one * one)).isTrue();
        assertThat(isTaken(2, one + other, one * one + other * other)).isTrue();
    }

    @Property(seed = "20261101")
    void sumsOfImpossibleWeightsAreNot(
            @ForAll @DoubleRange(min = 0, max = 5) double sum, @ForAll @DoubleRange(min = 0, max = 9) double square) {
        if (isTaken(1, sum, square)) {
            assertThat(Math.sqrt(square)).isBetween(sum * (1 - ROUNDING), sum * (1 + ROUNDING));
        }
        if (isTaken(2, sum, square)) {
            double apart = Math.sqrt(Math.max(0, 2 * square - sum * sum));
            assertThat((sum - apart) / 2).isGreaterThan(LIGHTEST - ROUNDING);
            assertThat((sum + apart) / 2).isLessThan(HEAVIEST + ROUNDING);
            assertThat(2 * square).isGreaterThan(sum * sum * (1 - ROUNDING));
        }
    }
}

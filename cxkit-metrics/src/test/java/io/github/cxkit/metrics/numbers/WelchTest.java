package io.github.cxkit.metrics.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WelchTest {

    /** By hand: √(3² + 4²) = 5, and 25²/(9²/10 + 16²/20) = 625/20.9. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e100, 1e-100, 1e200, 1e-200, 1e300, 1e-300})
    void squaresOfErrorsNeitherOverflowNorVanish(double unit) {
        Welch welch = Welch.of(3 * unit, 10, 4 * unit, 20);
        assertThat(welch.standardError() / unit).isCloseTo(5, within(1e-14));
        assertThat(welch.degreesOfFreedom()).isCloseTo(625 / 20.9, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e100, 1e-100, Double.MIN_VALUE, Double.MAX_VALUE})
    void aSideWithoutErrorLeavesThatOfTheOther(double error) {
        assertThat(Welch.of(error, 7, 0, 9)).isEqualTo(new Welch(error, 7));
        assertThat(Welch.of(0, 7, error, 9)).isEqualTo(new Welch(error, 9));
    }
}

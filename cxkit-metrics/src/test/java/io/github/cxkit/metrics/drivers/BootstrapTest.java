package io.github.cxkit.metrics.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void takes2000ResamplesAt95PerCentUnlessToldOtherwise() {
        assertThat(Bootstrap.seeded(42)).isEqualTo(new Bootstrap(42, 2_000, 0.95));
        assertThat(Bootstrap.seeded(42).withResamples(5_000).withConfidence(0.9))
                .isEqualTo(new Bootstrap(42, 5_000, 0.9));
    }

    @Test
    void fiveResultsLieBeyondEitherLimit() {
        assertThat(Bootstrap.seeded(1).withResamples(200).resamples()).isEqualTo(200);
        assertThat(new Bootstrap(1, 1_000, 0.99).confidence()).isEqualTo(0.99);
        assertThat(new Bootstrap(1, 100, 0.9).confidence()).isEqualTo(0.9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.seeded(1).withResamples(199))
                .withMessage("number of resamples must be at least 200 for a confidence of 0.95, but was 199");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.seeded(1).withResamples(999).withConfidence(0.99))
                .withMessage("number of resamples must be at least 1000 for a confidence of 0.99, but was 999");
    }

    @Test
    void aConfidenceOfOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.seeded(1).withConfidence(1))
                .withMessageContaining("confidence");
    }

    @Test
    void aQuantileLiesBetweenTwoResultsInProportion() {
        double[] sorted = {1, 2, 4, 8, 16, 32, 64, 128, 256};
        assertThat(Resampled.at(sorted, 0.1)).isEqualTo(1);
        assertThat(Resampled.at(sorted, 0.25)).isCloseTo(3, within(1e-12));
        assertThat(Resampled.at(sorted, 0.5)).isEqualTo(16);
    }
}

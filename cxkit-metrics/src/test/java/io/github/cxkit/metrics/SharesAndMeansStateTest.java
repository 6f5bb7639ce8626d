package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.core.Direction;
import org.junit.jupiter.api.Test;

/** Shares and means as longs, and back. */
class SharesAndMeansStateTest {

    private static final ShareMetric SOLVED = ShareMetric.higherIsBetter("solved");
    private static final MetricUnit EURO = MetricUnit.of("euro", " €", 2);
    private static final Quantity AMOUNT = Quantity.amount("order", EURO, Direction.HIGHER_IS_BETTER);
    private static final Quantity BALANCE = Quantity.of("balance", EURO, Direction.HIGHER_IS_BETTER);

    private static long bits(double number) {
        return Double.doubleToLongBits(number);
    }

    @Test
    void aShareIsTwoCounts() {
        Share share = Share.of(SOLVED, 81, 263);
        assertThat(share.toLongs()).hasSize(5).startsWith(1, 7).endsWith(81, 263);
        assertThat(Share.fromLongs(SOLVED, share.toLongs())).isEqualTo(share);
        assertThat(Share.fromLongs(SOLVED, Share.of(SOLVED, 0, 0).toLongs())).isEqualTo(Share.of(SOLVED, 0, 0));
        long[] longs = share.toLongs();
        longs[3] = 264;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.fromLongs(SOLVED, longs))
                .withMessage("counted in solved must be in [0, 263], but was 264");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.fromLongs(ShareMetric.lowerIsBetter("solved"), share.toLongs()))
                .withMessageStartingWith("state of a share must be of ShareMetric[name=solved, direction=LOWER")
                .withMessageEndingWith(", but was of another definition");
    }

    @Test
    void aMeanIsCountMeanAndSquares() {
        Mean mean = Mean.of(AMOUNT, 7, 6, 7, 5, 3, 6, 7, 7, 2, 6, 5, 7);
        assertThat(mean.toLongs()).hasSize(6).startsWith(1, 8).contains(12);
        assertThat(Mean.fromLongs(AMOUNT, mean.toLongs())).isEqualTo(mean);
        assertThat(Mean.fromLongs(AMOUNT, Mean.of(AMOUNT).toLongs()).isEmpty()).isTrue();
        MeanTally tally = MeanTally.fromLongs(AMOUNT, Mean.of(AMOUNT, 7, 6).toLongs());
        tally.accept(7);
        assertThat(tally.mean()).isEqualTo(Mean.of(AMOUNT, 7, 6, 7));
        assertThat(MeanTally.fromLongs(AMOUNT, tally.toLongs()).mean()).isEqualTo(tally.mean());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mean.fromLongs(BALANCE, mean.toLongs()))
                .withMessageEndingWith("but was of another definition");
    }

    @Test
    void aMeanThatNoNumbersHaveIsRefused() {
        assertRefused(BALANCE, -1, 0, 0, "count must be at least 0, but was -1");
        assertRefused(BALANCE, 0, 1, 0, "mean balance of 0 numbers must be 0, but was 1.0");
        assertRefused(BALANCE, 1, 1, 0.1, "of 1 numbers with the mean 1.0 must be in [0, 0.0], but were 0.1");
        assertRefused(BALANCE, 2, 1, -0.1, "but were -0.1");
        assertRefused(BALANCE, 2, Double.NaN, 1, "mean must be finite, but was NaN");
        assertRefused(BALANCE, 2, 1, Double.POSITIVE_INFINITY, "squared deviations must be finite");
        assertRefused(AMOUNT, 2, -1, 0, "mean order of 2 numbers must be at least 0, but was -1.0");
    }

    /** Of three orders with the mean 2 the most unequal are 0, 0 and 6: 4 + 4 + 16. */
    @Test
    void amountsAreNoMoreUnequalThanOneOfThemAlone() {
        Mean most = Mean.of(AMOUNT, 0, 0, 6);
        assertThat(Mean.fromLongs(AMOUNT, most.toLongs())).isEqualTo(most);
        assertRefused(AMOUNT, 3, 2, 24.1, "squared deviations of 3 numbers with the mean 2.0 must be in [0, 24.00");
        assertThat(Mean.fromLongs(BALANCE, state(BALANCE, 3, 2, 24.1)).count()).isEqualTo(3);
    }

    private static long[] state(Quantity quantity, long count, double mean, double squares) {
        long[] longs = Mean.of(quantity).toLongs();
        longs[3] = count;
        longs[4] = bits(mean);
        longs[5] = bits(squares);
        return longs;
    }

    private static void assertRefused(Quantity quantity, long count, double mean, double squares, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mean.fromLongs(quantity, state(quantity, count, mean, squares)))
                .withMessageContaining(message);
    }
}

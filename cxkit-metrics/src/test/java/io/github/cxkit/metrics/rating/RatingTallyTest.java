package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTallyTest {

    private static final Scale SCALE = Scale.highIsGood(1, 5);

    private final RatingTally tally = RatingTally.on(SCALE);

    @Test
    void countsEveryPointAndWhatIsMissingApart() {
        tally.accept(1);
        tally.accept(SCALE.answer(5));
        tally.accept(5, 2.0);
        tally.accept(Answer.SKIPPED);
        tally.accept(Answer.NOT_APPLICABLE, 3.0);
        tally.accept(4, 0);
        RatingCounts counts = tally.counts();
        assertThat(counts.count()).isEqualTo(3);
        assertThat(counts.count(5)).isEqualTo(2);
        assertThat(counts.weight(5)).isEqualTo(3);
        assertThat(counts.skipped()).isEqualTo(1);
        assertThat(counts.notApplicable()).isEqualTo(1);
        assertThat(counts.zeroWeight()).isEqualTo(1);
        assertThat(counts.isWeighted()).isTrue();
        assertThat(counts.scale()).isEqualTo(SCALE);
        assertThat(tally)
                .hasToString(
                        "RatingTally[1–5, high is good: 1 0 0 0 2, n=3, skipped 1, not applicable 1, weight zero 1, weighted]");
    }

    @Test
    void goesOnAfterItsCountsWereTaken() {
        tally.accept(1);
        RatingCounts before = tally.counts();
        tally.accept(2);
        assertThat(before.count()).isEqualTo(1);
        assertThat(tally.counts().count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesAnswersOffTheScaleAndCountsNothing(int answer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.accept(answer))
                .withMessage("answer must be in [1, 5], but was " + answer);
        assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(answer, 2.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.acceptAll(new int[] {1, 2, 3, 4, 5, answer}))
                .withMessageStartingWith("answers[5] must be in [1, 5], but was " + answer);
        assertThat(tally.counts()).isEqualTo(RatingCounts.empty(SCALE));
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 6, -1, Byte.MIN_VALUE, Byte.MAX_VALUE})
    void takesNothingOfAnArrayWithABadValue(byte answer) {
        tally.accept(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.acceptAll(new byte[] {1, 2, 3, answer, 5}))
                .withMessageStartingWith("answers[3] must be in [1, 5], but was " + answer)
                .withMessageContaining("MissingCodes");
        assertThat(tally.counts().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.001, Double.NaN, Double.POSITIVE_INFINITY, 1e-101, 1e101})
    void refusesImpossibleWeightsAndCountsNothing(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.accept(3, weight))
                .withMessage("weight must be 0 or in [1.0E-100, 1.0E100], but was " + weight);
        assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(Answer.SKIPPED, weight));
        assertThat(tally.counts()).isEqualTo(RatingCounts.empty(SCALE));
    }

    @Test
    void missingCodesAreExplicit() {
        MissingCodes codes = MissingCodes.none().withSkipped(-1).withNotApplicable(9);
        tally.acceptAll(new byte[] {5, -1, 9, 9}, codes);
        tally.acceptAll(new int[] {1, -1, 9, 9}, codes);
        RatingCounts counts = tally.counts();
        assertThat(counts.count()).isEqualTo(2);
        assertThat(counts.skipped()).isEqualTo(2);
        assertThat(counts.notApplicable()).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> tally.acceptAll(new int[] {1}, MissingCodes.none().withSkipped(5)))
                .withMessage("code for skipped must not be a point of 1–5, high is good, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        tally.acceptAll(new byte[] {1}, MissingCodes.none().withNotApplicable(1)))
                .withMessageContaining("not applicable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MissingCodes.none().withSkipped(9).withNotApplicable(9));
        assertThat(codes)
                .hasToString("MissingCodes[skipped=-1, not applicable=9]")
                .isEqualTo(MissingCodes.none().withNotApplicable(9).withSkipped(-1))
                .isNotEqualTo(MissingCodes.none().withSkipped(-1))
                .hasSameHashCodeAs(MissingCodes.none().withNotApplicable(9).withSkipped(-1));
        assertThat(MissingCodes.none()).hasToString("MissingCodes[skipped=none, not applicable=none]");
    }

    @Test
    void answersCountedElsewhereAreTakenByTheirNumber() {
        tally.accept(5);
        tally.acceptTimes(5, 3);
        tally.acceptTimes(1, 0);
        tally.acceptTimes(SCALE.answer(2), 4);
        tally.acceptTimes(Answer.SKIPPED, 7);
        tally.acceptTimes(Answer.NOT_APPLICABLE, 2);
        tally.acceptTimes(Answer.SKIPPED, 1);
        assertThat(tally.counts())
                .isEqualTo(RatingCounts.of(SCALE, 0, 4, 0, 0, 4).withMissing(8, 2));
        assertThat(tally.counts().isWeighted()).isFalse();
    }

    @Test
    void aNumberOfTimesIsNoWeight() {
        tally.acceptTimes(5, 3);
        RatingTally heavy = RatingTally.on(SCALE);
        heavy.accept(5, 3);
        assertThat(tally.counts().count()).isEqualTo(3);
        assertThat(heavy.counts().count()).isEqualTo(1);
    }

    @Test
    void anImpossibleNumberOfTimesIsRefusedAndNothingCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.acceptTimes(5, -1))
                .withMessage("times must be at least 0, but was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> tally.acceptTimes(Answer.SKIPPED, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.acceptTimes(6, 2))
                .withMessage("answer must be in [1, 5], but was 6");
        assertThat(tally.counts()).isEqualTo(RatingCounts.empty(SCALE));
        tally.acceptTimes(3, Long.MAX_VALUE);
        tally.acceptTimes(Answer.SKIPPED, Long.MAX_VALUE);
        assertThatThrownBy(() -> tally.acceptTimes(3, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> tally.acceptTimes(Answer.SKIPPED, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(tally::counts).hasMessage("more answers than a long can count");
    }

    /** In plain doubles the sum is 100000.00000133288. */
    @Test
    void aMillionWeightsOfATenthSumToAHundredThousand() {
        RatingTally parts = RatingTally.on(SCALE);
        for (int part = 0; part < 10; part++) {
            RatingTally own = RatingTally.on(SCALE);
            for (int i = 0; i < 100_000; i++) {
                own.accept(4, 0.1);
                tally.accept(4, 0.1);
            }
            own.accept(4, 2.0);
            tally.accept(4, 2.0);
            parts.combine(own);
        }
        tally.accept(4);
        parts.accept(4);
        double exact = new BigDecimal(0.1)
                .multiply(BigDecimal.valueOf(1_000_000))
                .add(BigDecimal.valueOf(21))
                .doubleValue();
        assertThat(tally.counts().weight(4)).isEqualTo(exact);
        assertThat(parts.counts().weight(4)).isCloseTo(exact, within(1e-15 * exact));
        double squares = new BigDecimal(0.1 * 0.1)
                .multiply(BigDecimal.valueOf(1_000_000))
                .add(BigDecimal.valueOf(41))
                .doubleValue();
        assertThat(tally.counts().squaredWeightSum(3)).isEqualTo(squares);
    }

    @Test
    void otherScalesAreNotAdded() {
        RatingCounts others = RatingCounts.empty(SCALE.reversed());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.add(others))
                .withMessage("counts on [1–5, low is good] cannot be added to counts on [1–5, high is good]");
    }

    @Test
    void overflowIsAnErrorAndAddsNothing() {
        RatingCounts almostAll = RatingCounts.of(SCALE, Long.MAX_VALUE - 1, 0, 0, 0, 0);
        tally.add(almostAll);
        tally.accept(Answer.SKIPPED);
        assertThatThrownBy(() -> tally.add(RatingCounts.of(SCALE, 0, 1, 0, 0, 0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("more answers than a long can count");
        assertThat(tally.counts().count()).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void nullIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> RatingTally.on(null)).withMessage("scale");
    }
}

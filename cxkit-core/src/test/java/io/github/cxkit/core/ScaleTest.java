package io.github.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

    private static final Scale ZERO_TO_TEN = Scale.highIsGood(0, 10);

    @Test
    void zeroIsAnAnswerOnAScaleFromZero() {
        assertThat(ZERO_TO_TEN.points()).isEqualTo(11);
        assertThat(ZERO_TO_TEN.answer(0).value()).isZero();
        assertThat(ZERO_TO_TEN.parse("0")).isEqualTo(ZERO_TO_TEN.answer(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.highIsGood(1, 5).answer(0))
                .withMessage("answer must be in [1, 5], but was 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {11, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void integersOffTheScaleAreErrors(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZERO_TO_TEN.answer(value))
                .withMessage("answer must be in [0, 10], but was " + value);
        assertThat(ZERO_TO_TEN.contains(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {6.5, 8.5, -0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300})
    void numbersThatAreNotWholeAreErrorsAndNotRounded(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZERO_TO_TEN.answer(value))
                .withMessage("answer must be an integer in [0, 10], but was " + value);
    }

    @Test
    void wholeDoublesAreAnswers() {
        assertThat(ZERO_TO_TEN.answer(7.0)).isEqualTo(ZERO_TO_TEN.answer(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZERO_TO_TEN.answer(11.0))
                .withMessage("answer must be in [0, 10], but was 11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blank", "6.5", "7.5", "", " ", "7 8", "- 7", "NaN", "--3", "1e1", "0x7"})
    void textsThatAreNotIntegersAreErrors(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZERO_TO_TEN.parse(text))
                .withMessage("answer must be an integer in [0, 10], but was \"" + text + "\"");
    }

    @Test
    void textsAreRepeatedInPartOnlyForTheyMayBeComments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZERO_TO_TEN.parse("My neighbour Ms Example told me that"))
                .withMessage("answer must be an integer in [0, 10], but was \"My neighbour Ms Exam…\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZERO_TO_TEN.parse("12345678901234567890"))
                .withMessageContaining("12345678901234567890\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 7", "7 ", "\t7\r\n", "\u20037", " +7 "})
    void whiteSpaceAroundAnAnswerIsNoPartOfIt(String text) {
        assertThat(ZERO_TO_TEN.parse(text)).isEqualTo(ZERO_TO_TEN.answer(7));
    }

    @Test
    void signsAreRead() {
        assertThat(Scale.highIsGood(-3, 3).parse("-3").value()).isEqualTo(-3);
        assertThat(ZERO_TO_TEN.parse("+7").value()).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZERO_TO_TEN.parse("-3"))
                .withMessage("answer must be in [0, 10], but was -3");
    }

    @Test
    void aScaleHasTwoToAThousandAndOnePoints() {
        assertThat(Scale.highIsGood(0, 1).points()).isEqualTo(2);
        assertThat(Scale.highIsGood(0, 1000).points()).isEqualTo(1001);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.highIsGood(0, 1001))
                .withMessage("scale must have 2 to 1001 points, but [0, 1001] has 1002");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.highIsGood(5, 5))
                .withMessageContaining("[5, 5] has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.highIsGood(5, 1))
                .withMessageContaining("[5, 1] has 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.highIsGood(Integer.MIN_VALUE, Integer.MAX_VALUE));
        assertThatNullPointerException().isThrownBy(() -> new Scale(1, 5, null)).withMessage("direction");
    }

    @Test
    void theDirectionIsPartOfTheScale() {
        assertThat(Scale.lowIsGood(1, 7)).isNotEqualTo(Scale.highIsGood(1, 7));
        assertThat(Scale.lowIsGood(1, 7).reversed()).isEqualTo(Scale.highIsGood(1, 7));
        assertThat(Scale.lowIsGood(1, 7)).hasToString("1–7, low is good");
        assertThat(ZERO_TO_TEN).hasToString("0–10, high is good");
        assertThat(Direction.LOWER_IS_BETTER.sign()).isEqualTo(-1);
        assertThat(Direction.HIGHER_IS_BETTER.sign()).isEqualTo(1);
    }

    @Property
    void reversingTwiceIsTheValueItself(
            @ForAll @IntRange(min = -50, max = 50) int lowest, @ForAll @IntRange(min = 1, max = 100) int length) {
        Scale scale = Scale.highIsGood(lowest, lowest + length);
        for (int value = scale.lowest(); value <= scale.highest(); value++) {
            assertThat(scale.contains(scale.mirror(value))).isTrue();
            assertThat(scale.mirror(scale.mirror(value))).isEqualTo(value);
        }
        assertThat(scale.mirror(scale.lowest())).isEqualTo(scale.highest());
        assertThat(scale.reversed().reversed()).isEqualTo(scale);
        assertThatIllegalArgumentException().isThrownBy(() -> scale.mirror(scale.highest() + 1));
    }

    @Test
    void onlyGivenAnswersHaveAValue() {
        assertThat(Answer.SKIPPED.isGiven()).isFalse();
        assertThat(Answer.SKIPPED.kind()).isEqualTo(Answer.Kind.SKIPPED);
        assertThatIllegalStateException()
                .isThrownBy(Answer.SKIPPED::value)
                .withMessage("answer has no value: it is skipped");
        assertThatIllegalStateException()
                .isThrownBy(Answer.NOT_APPLICABLE::value)
                .withMessage("answer has no value: it is not applicable");
        assertThat(ZERO_TO_TEN.answer(0)).isNotEqualTo(Answer.SKIPPED).hasToString("0");
        assertThat(ZERO_TO_TEN.answer(3)).isEqualTo(Scale.highIsGood(1, 5).answer(3));
        assertThat(ZERO_TO_TEN.answer(3).hashCode())
                .isEqualTo(Scale.highIsGood(1, 5).answer(3).hashCode());
        assertThat(ZERO_TO_TEN.answer(3).isGiven()).isTrue();
        assertThat(ZERO_TO_TEN.answer(3).hashCode())
                .isNotEqualTo(ZERO_TO_TEN.answer(4).hashCode());
    }
}

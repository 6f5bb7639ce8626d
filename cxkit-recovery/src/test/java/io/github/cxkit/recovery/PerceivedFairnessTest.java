package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.ended;
import static io.github.cxkit.recovery.FairnessDimension.COMPENSATION;
import static io.github.cxkit.recovery.FairnessDimension.INTERACTION;
import static io.github.cxkit.recovery.FairnessDimension.PROCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerceivedFairnessTest {

    private static final Scale SEVEN = Scale.highIsGood(1, 7);
    private static final PerceivedFairness.Item INFORMED = PerceivedFairness.Item.agreement("kept informed", PROCESS);
    private static final PerceivedFairness.Item SENT_ROUND =
            PerceivedFairness.Item.agreement("sent from desk to desk", PROCESS).reverseKeyed();
    private static final PerceivedFairness.Item QUICK = PerceivedFairness.Item.agreement("quick", PROCESS);
    private static final PerceivedFairness.Item EASY = PerceivedFairness.Item.agreement("easy", PROCESS);
    private static final PerceivedFairness.Item ENOUGH = PerceivedFairness.Item.agreement("enough", COMPENSATION);

    private static PerceivedFairness process(int informed, int sentRound, int quick, int easy) {
        Map<PerceivedFairness.Item, Answer> answers = new LinkedHashMap<>();
        answers.put(INFORMED, SEVEN.answer(informed));
        answers.put(SENT_ROUND, SEVEN.answer(sentRound));
        answers.put(QUICK, SEVEN.answer(quick));
        answers.put(EASY, SEVEN.answer(easy));
        return PerceivedFairness.of(answers);
    }

    @Test
    void aMeanOf5And25HundredthsIs70And83HundredthsPoints() {
        PerceivedFairness perceived = process(5, 2, 4, 6);
        assertThat(perceived.points(PROCESS)).hasValueCloseTo(100 * 4.25 / 6, within(1e-12));
        assertThat(perceived.answered(PROCESS)).isEqualTo(4);
        assertThat(perceived.points(INTERACTION)).isEmpty();
        assertThat(perceived.items(INTERACTION)).isZero();
        assertThat(perceived)
                .hasToString("perceived fairness: PROCESS 70.8, INTERACTION not answered, COMPENSATION not answered");
    }

    @Test
    void theGoodEndOfAReverseKeyedItemIsItsLowest() {
        assertThat(SENT_ROUND.points(SEVEN.answer(1))).isEqualTo(100);
        assertThat(SENT_ROUND.points(SEVEN.answer(7))).isZero();
        assertThat(SENT_ROUND.points(SEVEN.answer(2))).isCloseTo(100 * 5 / 6.0, within(1e-12));
        assertThat(SENT_ROUND.reverseKeyed())
                .isEqualTo(PerceivedFairness.Item.agreement("sent from desk to desk", PROCESS));
        PerceivedFairness.Item outOfTen = new PerceivedFairness.Item("fair", PROCESS, Scale.highIsGood(0, 10));
        assertThat(outOfTen.points(outOfTen.scale().answer(7))).isEqualTo(70);
    }

    @Test
    void halfOfTheItemsIsEnoughAndLessIsNot() {
        PerceivedFairness half = PerceivedFairness.of(Map.of(
                INFORMED, SEVEN.answer(7), SENT_ROUND, Answer.SKIPPED, QUICK, SEVEN.answer(4), EASY, Answer.SKIPPED));
        assertThat(half.points(PROCESS)).hasValue(75);
        assertThat(half.items(PROCESS)).isEqualTo(4);
        assertThat(half.answered(PROCESS)).isEqualTo(2);
        PerceivedFairness less = PerceivedFairness.of(
                Map.of(INFORMED, SEVEN.answer(7), SENT_ROUND, Answer.SKIPPED, QUICK, Answer.SKIPPED));
        assertThat(less.points(PROCESS)).isEmpty();
        PerceivedFairness inapplicable = PerceivedFairness.of(
                Map.of(INFORMED, SEVEN.answer(7), SENT_ROUND, Answer.NOT_APPLICABLE, QUICK, Answer.SKIPPED));
        assertThat(inapplicable.points(PROCESS)).as("one of two").hasValue(100);
        assertThat(inapplicable.items(PROCESS)).isEqualTo(2);
        assertThat(PerceivedFairness.of(Map.of(INFORMED, Answer.NOT_APPLICABLE)).points(PROCESS))
                .isEmpty();
    }

    @Test
    void itStandsBesideTheObservedScoreAndChangesNothingInIt() {
        CaseFairness asked =
                FairnessScorer.withDefaults().score(ended(Cases.REJECTED, a -> a.withAnswer(ENOUGH, SEVEN.answer(1))));
        CaseFairness notAsked = FairnessScorer.withDefaults().score(Cases.REJECTED);
        assertThat(asked.overall()).isEqualTo(notAsked.overall());
        assertThat(asked.perceived().points(COMPENSATION)).hasValue(0);
        assertThat(notAsked.perceived().points(COMPENSATION)).isEmpty();
        assertThat(asked).isNotEqualTo(notAsked);
        assertThat(asked.perceived())
                .isEqualTo(PerceivedFairness.of(Map.of(ENOUGH, SEVEN.answer(1))))
                .hasSameHashCodeAs(PerceivedFairness.of(Map.of(ENOUGH, SEVEN.answer(1))));
    }

    @Test
    void anAnswerOutsideItsScaleIsRefused() {
        Answer eight = Scale.highIsGood(0, 10).answer(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceivedFairness.of(Map.of(INFORMED, eight)))
                .withMessage("answer must be in [1, 7], but was 8");
        assertThatIllegalArgumentException().isThrownBy(() -> ended(Cases.WORKED, a -> a.withAnswer(INFORMED, eight)));
        assertThatIllegalArgumentException().isThrownBy(() -> INFORMED.points(eight));
        assertThatIllegalStateException().isThrownBy(() -> INFORMED.points(Answer.SKIPPED));
        assertThatIllegalArgumentException().isThrownBy(() -> PerceivedFairness.Item.agreement(" ", PROCESS));
    }
}

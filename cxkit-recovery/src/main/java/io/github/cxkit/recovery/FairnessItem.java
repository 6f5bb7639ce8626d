package io.github.cxkit.recovery;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One survey question about how fair a recovery was, in the caller's own wording: its name, its dimension and its scale.
 *
 * <p>On 1–7 where agreement is good, 7 is the fairest answer; on a reverse-keyed item ("I was sent from desk to desk") it is 1. The scale's
 * direction says which.
 *
 * <pre>{@code
 * FairnessItem.agreement("kept informed", FairnessDimension.PROCESS);
 * FairnessItem.agreement("sent from desk to desk", FairnessDimension.PROCESS).reverseKeyed();
 * }</pre>
 *
 * @param name the caller's name for the question, not blank
 * @param dimension the dimension it asks about
 * @param scale the scale, with its good end
 */
public record FairnessItem(String name, FairnessDimension dimension, Scale scale) {

    /**
     * Checks the parts.
     *
     * @param name the caller's name for the question
     * @param dimension the dimension it asks about
     * @param scale the scale, with its good end
     * @throws IllegalArgumentException if the name is blank
     */
    public FairnessItem {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(scale, "scale");
        if (name.isBlank()) {
            throw new IllegalArgumentException("item name must not be blank");
        }
    }

    /**
     * Returns an item that is agreed with on 1–7, where agreement is good.
     *
     * @param name the caller's name for the question, not blank
     * @param dimension the dimension it asks about
     * @return the item
     * @throws IllegalArgumentException if the name is blank
     */
    public static FairnessItem agreement(String name, FairnessDimension dimension) {
        return new FairnessItem(name, dimension, Scale.highIsGood(1, 7));
    }

    /**
     * Returns a copy on which the other end is good.
     *
     * @return the copy
     */
    public FairnessItem reverseKeyed() {
        return new FairnessItem(name, dimension, scale.reversed());
    }

    /**
     * Returns a given answer as points from 0, the worst end of the scale, to 100, the best.
     *
     * @param answer a given answer on this item's scale
     * @return (x − 1)/6 · 100 on 1–7, with x mirrored on a reverse-keyed item
     * @throws IllegalArgumentException if the answer is not a point of the scale
     * @throws IllegalStateException if the answer was skipped or does not apply
     */
    public double points(Answer answer) {
        int value = check(answer).value();
        int fair = scale.direction().sign() > 0 ? value : scale.mirror(value);
        return 100.0 * (fair - scale.lowest()) / (scale.points() - 1);
    }

    /**
     * Returns what a customer answered to this item, as points.
     *
     * @param answers a customer's answers, such as {@link RecoveryCase#answers()}
     * @return the points; empty where it was not asked, skipped or does not apply
     * @throws IllegalArgumentException if the answer is not a point of the scale
     */
    public OptionalDouble points(Map<FairnessItem, Answer> answers) {
        Answer answer = answers.getOrDefault(this, Answer.SKIPPED);
        return answer.isGiven() ? OptionalDouble.of(points(answer)) : OptionalDouble.empty();
    }

    /** The answer, if it is missing or a point of the scale. */
    Answer check(Answer answer) {
        return answer.isGiven() ? scale.answer(answer.value()) : answer;
    }
}

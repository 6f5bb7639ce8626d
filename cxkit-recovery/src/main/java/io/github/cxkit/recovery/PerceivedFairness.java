package io.github.cxkit.recovery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.numbers.Optionals;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How fair the customer says the recovery was, per dimension: points from 0 to 100, from survey answers alone.
 *
 * <p>The answers 5, 6, 4 and 6 on 1–7 have the mean 5.25, which is 70.83 points.
 *
 * <pre>{@code
 * PerceivedFairness.of(Map.of(keptInformed, scale.answer(5), deskToDesk, scale.answer(2)));
 * }</pre>
 *
 * <ul>
 *   <li>The mean of the answered items of a dimension, each rescaled by {@link Item#points}, where at least half of the items are answered;
 *       with fewer there is no score.
 *   <li>An item that did not apply leaves the items; a skipped one stays.
 *   <li>It stands beside the observed {@link CaseFairness} and is never averaged with it: what customers feel and what happened to them are two
 *       results.
 * </ul>
 */
public final class PerceivedFairness {

    private static final PerceivedFairness NOT_ASKED = new PerceivedFairness(Map.of());

    private final Map<Item, Answer> answers;

    private PerceivedFairness(Map<Item, Answer> answers) {
        this.answers = answers;
    }

    /**
     * Returns what these answers say.
     *
     * @param answers one answer per item; none is legal
     * @return the perceived fairness
     * @throws IllegalArgumentException if an answer is not a point of its item's scale
     */
    public static PerceivedFairness of(Map<Item, Answer> answers) {
        if (answers.isEmpty()) {
            return NOT_ASKED;
        }
        answers.forEach(Item::check);
        return new PerceivedFairness(new LinkedHashMap<>(answers));
    }

    /**
     * Returns the points of a dimension.
     *
     * @param dimension the dimension
     * @return from 0 to 100; empty where fewer than half of the items that apply were answered, or there are none
     */
    public OptionalDouble points(FairnessDimension dimension) {
        double[] points = answers.entrySet().stream()
                .filter(e -> e.getKey().dimension() == dimension && e.getValue().isGiven())
                .mapToDouble(e -> e.getKey().points(e.getValue()))
                .sorted()
                .toArray();
        return points.length == 0 || 2L * points.length < items(dimension)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(points).sum() / points.length);
    }

    /** Whether no item was answered. */
    boolean isEmpty() {
        return answers.values().stream().noneMatch(Answer::isGiven);
    }

    /**
     * Returns how many items of a dimension were answered.
     *
     * @param dimension the dimension
     * @return from 0 to {@link #items(FairnessDimension)}
     */
    public int answered(FairnessDimension dimension) {
        return (int) answers.entrySet().stream()
                .filter(e -> e.getKey().dimension() == dimension && e.getValue().isGiven())
                .count();
    }

    /**
     * Returns how many items of a dimension were asked and applied.
     *
     * @param dimension the dimension
     * @return 0 or more
     */
    public int items(FairnessDimension dimension) {
        return (int) answers.entrySet().stream()
                .filter(e -> e.getKey().dimension() == dimension && e.getValue().kind() != Answer.Kind.NOT_APPLICABLE)
                .count();
    }

    /**
     * Returns the dimensions in plain values; what JSON shows of it.
     *
     * @return the view of each dimension, in their order
     */
    @JsonValue
    public List<View> view() {
        return Arrays.stream(FairnessDimension.values())
                .map(dimension -> new View(
                        dimension.name(), Optionals.orNull(points(dimension)), answered(dimension), items(dimension)))
                .toList();
    }

    /**
     * What the customer says of one dimension, in plain values.
     *
     * @param dimension the name of the dimension
     * @param points from 0 to 100; null where too few items were answered
     * @param answered how many items were answered
     * @param items how many items were asked and applied
     */
    public record View(String dimension, @Nullable Double points, int answered, int items) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof PerceivedFairness that && answers.equals(that.answers);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }

    /**
     * Returns the source and the points of each dimension.
     *
     * @return for example {@code perceived fairness: PROCESS 70.8, INTERACTION not answered, COMPENSATION 50.0}
     */
    @Override
    public String toString() {
        return Arrays.stream(FairnessDimension.values())
                .map(d -> d + " "
                        + (points(d).isPresent()
                                ? MetricUnit.POINTS.format(points(d).getAsDouble())
                                : "not answered"))
                .collect(Collectors.joining(", ", "perceived fairness: ", ""));
    }

    /**
     * One survey question about how fair a recovery was, in the caller's own wording: its name, its dimension and its scale.
     *
     * <p>On 1–7 where agreement is good, 7 is the fairest answer; on a reverse-keyed item ("I was sent from desk to desk") it is 1. The scale's
     * direction says which.
     *
     * <pre>{@code
     * Item.agreement("kept informed", FairnessDimension.PROCESS);
     * Item.agreement("sent from desk to desk", FairnessDimension.PROCESS).reverseKeyed();
     * }</pre>
     *
     * @param name the caller's name for the question, not blank
     * @param dimension the dimension it asks about
     * @param scale the scale, with its good end
     */
    public record Item(String name, FairnessDimension dimension, Scale scale) {

        /**
         * Checks the parts.
         *
         * @param name the caller's name for the question
         * @param dimension the dimension it asks about
         * @param scale the scale, with its good end
         * @throws IllegalArgumentException if the name is blank
         */
        public Item {
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
        public static Item agreement(String name, FairnessDimension dimension) {
            return new Item(name, dimension, Scale.highIsGood(1, 7));
        }

        /**
         * Returns a copy on which the other end is good.
         *
         * @return the copy
         */
        public Item reverseKeyed() {
            return new Item(name, dimension, scale.reversed());
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
         * @param answers a customer's answers, such as {@link Aftermath#answers()}
         * @return the points; empty where it was not asked, skipped or does not apply
         * @throws IllegalArgumentException if the answer is not a point of the scale
         */
        public OptionalDouble points(Map<Item, Answer> answers) {
            Answer answer = answers.getOrDefault(this, Answer.SKIPPED);
            return answer.isGiven() ? OptionalDouble.of(points(answer)) : OptionalDouble.empty();
        }

        /** The answer, if it is missing or a point of the scale. */
        Answer check(Answer answer) {
            return answer.isGiven() ? scale.answer(answer.value()) : answer;
        }
    }
}

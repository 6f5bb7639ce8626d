package io.github.cxkit.recovery;

import io.github.cxkit.core.Answer;
import io.github.cxkit.metrics.numbers.Checks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of the customer: satisfaction with the recovery, stayed or lost, and the answers to survey items. It changes no observed points; outcomes are
 * what weights are fitted to, answers make the {@link PerceivedFairness}.
 *
 * <pre>{@code
 * Aftermath.UNKNOWN.withSatisfaction(6).withCustomerKept(true).withAnswer(keptInformed, scale.answer(5));
 * }</pre>
 *
 * @param satisfaction how satisfied the customer was with the recovery, on the caller's scale, if known
 * @param customerKept whether the customer stayed, if known
 * @param answers the answers to survey items, also missing ones
 */
public record Aftermath(
        OptionalDouble satisfaction, Optional<Boolean> customerKept, Map<PerceivedFairness.Item, Answer> answers) {

    /** Nothing is known. */
    public static final Aftermath UNKNOWN = new Aftermath(OptionalDouble.empty(), Optional.empty(), Map.of());

    /**
     * Checks and copies the facts.
     *
     * @param satisfaction how satisfied the customer was with the recovery, on the caller's scale, if known
     * @param customerKept whether the customer stayed, if known
     * @param answers the answers to survey items, also missing ones
     * @throws IllegalArgumentException if the satisfaction is infinite or NaN, or an answer is not a point of its item's scale
     */
    public Aftermath {
        Checks.finite(satisfaction, "satisfaction");
        Objects.requireNonNull(customerKept, "customerKept");
        answers.forEach(PerceivedFairness.Item::check);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /**
     * Returns a copy with how satisfied the customer was with the recovery, on the caller's scale.
     *
     * @param rating the rating, finite
     * @return the copy
     * @throws IllegalArgumentException if the rating is infinite or NaN
     */
    public Aftermath withSatisfaction(double rating) {
        return new Aftermath(OptionalDouble.of(rating), customerKept, answers);
    }

    /**
     * Returns a copy that says whether the customer stayed.
     *
     * @param kept true if kept, false if lost
     * @return the copy
     */
    public Aftermath withCustomerKept(boolean kept) {
        return new Aftermath(satisfaction, Optional.of(kept), answers);
    }

    /**
     * Returns a copy with the customer's answer to a survey item; it replaces an earlier answer to the same item.
     *
     * @param item the item
     * @param answer the answer, also a missing one
     * @return the copy
     * @throws IllegalArgumentException if the answer is not a point of the item's scale
     */
    public Aftermath withAnswer(PerceivedFairness.Item item, Answer answer) {
        Map<PerceivedFairness.Item, Answer> newAnswers = new LinkedHashMap<>(answers);
        newAnswers.put(Objects.requireNonNull(item, "item"), Objects.requireNonNull(answer, "answer"));
        return new Aftermath(satisfaction, customerKept, newAnswers);
    }

    /**
     * Returns what is known.
     *
     * @return for example {@code Aftermath[satisfaction 6.0, customer kept true]}
     */
    @Override
    public String toString() {
        return KnownFacts.of("Aftermath")
                .and("satisfaction", satisfaction)
                .and("customer kept", customerKept)
                .and("answers", Optional.of(answers.size()).filter(number -> number > 0))
                .toString();
    }
}

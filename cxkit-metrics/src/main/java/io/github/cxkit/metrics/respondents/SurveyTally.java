package io.github.cxkit.metrics.respondents;

import io.github.cxkit.core.CustomerId;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes survey responses to one question, and knows who answered more than once.
 *
 * <p><b>Not thread-safe:</b> give each thread its own tally and {@link #combine} them. The answers of one customer may be spread over
 * several tallies: which of them counts is settled customer by customer when they are combined, exactly.
 *
 * <p><b>Its size grows with the number of different customers</b>, by one answer (FIRST, LATEST) or four numbers (ALL) for each; a
 * {@link RatingTally} does not grow, and knows no customers. No response is kept, and no comment.
 *
 * <pre>{@code
 * SurveyTally tally = SurveyTally.of(Nps.STANDARD, RepeatPolicy.LATEST);
 * responses.forEach(tally::accept);
 * tally.score();                        // one answer per customer
 * tally.respondents().setAside();       // how many answers that left out
 * }</pre>
 *
 * <ul>
 *   <li>The policy chooses among given answers. Skipped ones and ones that do not apply are all counted beside n; a customer who answers
 *       and then skips keeps the answer.
 *   <li>An answer of weight zero, or at a point that the definition leaves out, can be the one that counts for its customer; it is then
 *       reported apart as everywhere.
 *   <li>Anonymous responses are refused by every policy, also by ALL: without an id nobody can tell whether they repeat.
 *   <li>FIRST and LATEST give the same result to the last bit whatever the order of the responses. For ALL that is so where all weights are equal,
 *       and to 1e-12 relative else.
 * </ul>
 */
public final class SurveyTally {

    private final RatingMetric definition;
    private final RepeatPolicy policy;
    private final AnswerValues values;
    private final BinaryOperator<GivenAnswer> choice;
    /** Every given answer. */
    private final RatingTally given;
    /** What was skipped or does not apply. */
    private final RatingTally missing;
    /** For FIRST and LATEST. */
    private final Map<CustomerId, GivenAnswer> chosen = new HashMap<>();
    /** For ALL. */
    private final Map<CustomerId, CustomerSums> sums = new HashMap<>();

    private @Nullable String question;

    private SurveyTally(RatingMetric definition, RepeatPolicy policy) {
        this.definition = Objects.requireNonNull(definition, "definition");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.values = AnswerValues.of(definition);
        this.choice = GivenAnswer.chosenBy(policy, definition.scale().direction());
        this.given = RatingTally.on(definition.scale());
        this.missing = RatingTally.on(definition.scale());
    }

    /**
     * Returns an empty tally.
     *
     * @param definition how the answers are read
     * @param policy what counts where one customer gave several answers
     * @return the tally
     */
    public static SurveyTally of(RatingMetric definition, RepeatPolicy policy) {
        return new SurveyTally(definition, policy);
    }

    /**
     * Takes one response.
     *
     * @param response a response on the definition's scale, to the same question as those before it
     * @throws IllegalArgumentException if the scale or the question is another, or the weight is neither 0 nor in [1e-100, 1e100]; nothing is
     *     counted then
     * @throws IllegalStateException if the response is anonymous, as the policy needs the customer; nothing is counted then
     */
    public void accept(SurveyResponse response) {
        if (!response.scale().equals(definition.scale())) {
            throw new IllegalArgumentException(definition + " cannot be read from the response to \""
                    + response.question() + "\" on another scale, " + response.scale());
        }
        checkQuestion(response.question());
        CustomerId customer = response.knownCustomer().id();
        if (response.answer().isGiven()) {
            given.accept(response.answer(), response.weight());
            add(customer, response);
        } else {
            missing.accept(response.answer(), response.weight());
        }
        question = response.question();
    }

    private void add(CustomerId customer, SurveyResponse response) {
        int value = response.answer().value();
        if (policy != RepeatPolicy.ALL) {
            chosen.merge(customer, new GivenAnswer(response.answeredAt(), value, response.weight()), choice);
            return;
        }
        boolean counts = response.weight() > 0 && !values.leavesOut(value);
        sums.merge(
                customer,
                counts ? CustomerSums.of(values.at(value), response.weight()) : CustomerSums.NONE,
                CustomerSums::plus);
    }

    private void checkQuestion(String other) {
        if (question != null && !question.equals(other)) {
            throw new IllegalArgumentException("responses to \"" + other + "\" cannot be counted with those to \""
                    + question + "\"\nMaybe give each question its own tally.");
        }
    }

    /**
     * Adds what another tally has taken; customers who are in both count once.
     *
     * @param other a tally with the same definition, policy and question; it is not changed
     * @return this tally
     * @throws IllegalArgumentException if the definitions, policies or questions differ; nothing is added then
     * @throws ArithmeticException if there would be more answers than a long can count
     */
    public SurveyTally combine(SurveyTally other) {
        if (!definition.equals(other.definition) || policy != other.policy) {
            throw new IllegalArgumentException("answers by " + other.definition + " with policy " + other.policy
                    + " cannot be merged with answers by " + definition + " with policy " + policy);
        }
        String otherQuestion = other.question;
        if (otherQuestion != null) {
            checkQuestion(otherQuestion);
            question = otherQuestion;
        }
        given.combine(other.given);
        missing.combine(other.missing);
        other.chosen.forEach((customer, answer) -> chosen.merge(customer, answer, choice));
        other.sums.forEach((customer, part) -> sums.merge(customer, part, CustomerSums::plus));
        return this;
    }

    /**
     * Returns the score of what was taken so far.
     *
     * @return an ordinary rating score over one answer per customer for FIRST and LATEST, a {@link ClusteredScore} for ALL; without answers
     *     it is empty
     */
    public Score score() {
        return respondents().score();
    }

    /**
     * Returns the score of what was taken so far and whose answers it rests on; the tally can go on afterwards.
     *
     * @return the respondents
     */
    public Respondents respondents() {
        RatingCounts all = given.counts();
        long givenAnswers = Math.addExact(all.count(), all.zeroWeight());
        if (policy == RepeatPolicy.ALL) {
            RatingCounts counts = all.plus(missing.counts());
            return new Respondents(policy, counts, sums.size(), givenAnswers, clusteredScore());
        }
        RatingTally one = RatingTally.on(definition.scale()).add(missing.counts());
        chosen.values().stream()
                .sorted(GivenAnswer.BY_VALUE_AND_WEIGHT)
                .forEach(answer -> one.accept(answer.value(), answer.weight()));
        RatingCounts counts = one.counts();
        return new Respondents(policy, counts, chosen.size(), givenAnswers, CustomScore.from(definition, counts));
    }

    /**
     * Returns how many customers gave an answer here and in another tally. Above 0 a {@code Change} of both scores is not one of independent groups: its interval is
     * too wide. {@link OverlappingChange} and {@link PairedChange} know the customers.
     *
     * @param other another tally, such as that of another period; of any definition, policy and question
     * @return 0 or more, answers of weight zero included
     */
    public long customersAlsoIn(SurveyTally other) {
        Set<CustomerId> ours = customers();
        Set<CustomerId> theirs = other.customers();
        return ours.size() < theirs.size()
                ? ours.stream().filter(theirs::contains).count()
                : theirs.stream().filter(ours::contains).count();
    }

    private Set<CustomerId> customers() {
        return policy == RepeatPolicy.ALL ? sums.keySet() : chosen.keySet();
    }

    /** Checks that both hold every answer to one question, and that they are two. */
    @SuppressWarnings("ReferenceEquality")
    void requireComparable(SurveyTally later) {
        if (this == later) {
            throw new IllegalArgumentException(
                    "before and after must be of different answers, but were the same tally of " + definition.name());
        }
        for (SurveyTally side : new SurveyTally[] {this, later}) {
            if (side.policy != RepeatPolicy.ALL) {
                throw new IllegalArgumentException(
                        "policy must be ALL where customers may be on both sides, but was " + side.policy);
            }
        }
        definition.requireSame(later.definition, "compared");
        String asked = later.question;
        if (question != null && asked != null && !question.equals(asked)) {
            throw new IllegalArgumentException(
                    "responses to \"" + asked + "\" cannot be compared with those to \"" + question + "\"");
        }
    }

    /** The score by customers; for ALL. */
    ClusteredScore clusteredScore() {
        return ClusteredScore.of(definition, values, given.counts().plus(missing.counts()), sums.values());
    }

    /** What each customer said in sum; for ALL. Not to be written to. */
    Map<CustomerId, CustomerSums> sums() {
        return sums;
    }

    /** The answer that counts for each customer; for FIRST and LATEST. Not to be written to. */
    Map<CustomerId, GivenAnswer> chosen() {
        return chosen;
    }

    /** How an answer is worth. */
    AnswerValues values() {
        return values;
    }

    /** Says what was counted, without naming anybody. */
    @Override
    public String toString() {
        return "SurveyTally[" + respondents() + "]";
    }
}

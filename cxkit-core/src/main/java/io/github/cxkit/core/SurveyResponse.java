package io.github.cxkit.core;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one person said to one question at one time.
 *
 * <p>A response may be anonymous ({@link #customer()} is empty) and may belong to no touchpoint, as in a survey of the whole
 * relationship. Weight is 1 unless stated.
 *
 * <pre>{@code
 * Scale scale = Scale.highIsGood(0, 10);
 * SurveyResponse.of("recommend", scale, scale.answer(9), answeredAt)
 *         .withCustomer(Customer.of("c-1"))
 *         .withTouchpoint(checkout)
 *         .withWeight(0.8);
 * }</pre>
 */
public final class SurveyResponse {

    private final String question;
    private final Scale scale;
    private final Answer answer;
    private final Instant answeredAt;
    private final double weight;
    private final Optional<Instant> askedAt;
    private final Optional<Customer> customer;
    private final Optional<Touchpoint> touchpoint;
    private final Optional<String> comment;

    private SurveyResponse(
            String question,
            Scale scale,
            Answer answer,
            Instant answeredAt,
            double weight,
            Optional<Instant> askedAt,
            Optional<Customer> customer,
            Optional<Touchpoint> touchpoint,
            Optional<String> comment) {
        this.question = question;
        this.scale = scale;
        this.answer = answer;
        this.answeredAt = answeredAt;
        this.weight = weight;
        this.askedAt = askedAt;
        this.customer = customer;
        this.touchpoint = touchpoint;
        this.comment = comment;
    }

    /**
     * Returns an anonymous response of weight 1.
     *
     * @param question the question's key, not blank, the same for all who were asked it: {@code "recommend"}
     * @param scale the scale that the question was asked on
     * @param answer what came back, on that scale if it was given
     * @param answeredAt when the response came in, also where this question was skipped
     * @return the response
     * @throws IllegalArgumentException if the question is blank or the answer is not on the scale
     */
    public static SurveyResponse of(String question, Scale scale, Answer answer, Instant answeredAt) {
        Checks.notBlank(question, "question");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(answeredAt, "answeredAt");
        if (answer.isGiven()) {
            scale.answer(answer.value());
        }
        return new SurveyResponse(
                question,
                scale,
                answer,
                answeredAt,
                1.0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns a copy that says when the question was put.
     *
     * @param newAskedAt the instant, not after {@link #answeredAt()}
     * @return the copy
     * @throws IllegalArgumentException if the question would have been answered before it was put
     */
    public SurveyResponse withAskedAt(Instant newAskedAt) {
        Objects.requireNonNull(newAskedAt, "askedAt");
        if (newAskedAt.isAfter(answeredAt)) {
            throw new IllegalArgumentException(
                    "askedAt must not be after answeredAt " + answeredAt + ", but was " + newAskedAt);
        }
        return new SurveyResponse(
                question, scale, answer, answeredAt, weight, Optional.of(newAskedAt), customer, touchpoint, comment);
    }

    /**
     * Returns a copy that says who responded.
     *
     * @param newCustomer the customer
     * @return the copy
     */
    public SurveyResponse withCustomer(Customer newCustomer) {
        return new SurveyResponse(
                question, scale, answer, answeredAt, weight, askedAt, Optional.of(newCustomer), touchpoint, comment);
    }

    /**
     * Returns a copy that says which touchpoint was asked about.
     *
     * @param newTouchpoint the touchpoint
     * @return the copy
     */
    public SurveyResponse withTouchpoint(Touchpoint newTouchpoint) {
        return new SurveyResponse(
                question, scale, answer, answeredAt, weight, askedAt, customer, Optional.of(newTouchpoint), comment);
    }

    /**
     * Returns a copy with a survey weight.
     *
     * @param newWeight the weight, finite and not negative; an answer of weight 0 is counted apart from the others
     * @return the copy
     * @throws IllegalArgumentException if the weight is negative, infinite or NaN
     */
    public SurveyResponse withWeight(double newWeight) {
        if (!(newWeight >= 0 && newWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be in [0, ∞), but was " + newWeight);
        }
        return new SurveyResponse(
                question, scale, answer, answeredAt, newWeight, askedAt, customer, touchpoint, comment);
    }

    /**
     * Returns a copy with what the person wrote.
     *
     * @param newComment the text; it is kept as it is and never shown by this library
     * @return the copy
     */
    public SurveyResponse withComment(String newComment) {
        return new SurveyResponse(
                question, scale, answer, answeredAt, weight, askedAt, customer, touchpoint, Optional.of(newComment));
    }

    /**
     * Returns the question's key.
     *
     * @return the key
     */
    public String question() {
        return question;
    }

    /**
     * Returns the scale that the question was asked on.
     *
     * @return the scale
     */
    public Scale scale() {
        return scale;
    }

    /**
     * Returns what came back.
     *
     * @return the answer, on {@link #scale()} if it was given
     */
    public Answer answer() {
        return answer;
    }

    /**
     * Returns when the response came in.
     *
     * @return the instant
     */
    public Instant answeredAt() {
        return answeredAt;
    }

    /**
     * Returns when the question was put, if that is known.
     *
     * @return the instant, not after {@link #answeredAt()}
     */
    public Optional<Instant> askedAt() {
        return askedAt;
    }

    /**
     * Returns the survey weight.
     *
     * @return the weight, finite, 0 or more
     */
    public double weight() {
        return weight;
    }

    /**
     * Returns who responded, empty for an anonymous response.
     *
     * @return the customer
     */
    public Optional<Customer> customer() {
        return customer;
    }

    /**
     * Returns who responded, for an operation that cannot do without: matching answers over time, counting people.
     *
     * @return the customer
     * @throws IllegalStateException if the response is anonymous
     */
    public Customer knownCustomer() {
        return customer.orElseThrow(() -> new IllegalStateException("customer is needed here, but the response to \""
                + question + "\" at " + answeredAt + " is anonymous"));
    }

    /**
     * Returns the touchpoint that was asked about, empty for a question about the whole relationship.
     *
     * @return the touchpoint
     */
    public Optional<Touchpoint> touchpoint() {
        return touchpoint;
    }

    /**
     * Returns what the person wrote, if anything.
     *
     * @return the text
     */
    public Optional<String> comment() {
        return comment;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SurveyResponse that
                && question.equals(that.question)
                && scale.equals(that.scale)
                && answer.equals(that.answer)
                && answeredAt.equals(that.answeredAt)
                && Double.compare(weight, that.weight) == 0
                && askedAt.equals(that.askedAt)
                && customer.equals(that.customer)
                && touchpoint.equals(that.touchpoint)
                && comment.equals(that.comment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(question, scale, answer, answeredAt, weight, askedAt, customer, touchpoint, comment);
    }

    /**
     * Shows question, answer, scale and time; not who answered, and not the comment.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "SurveyResponse[" + question + ": " + answer + " on " + scale + ", " + answeredAt
                + (customer.isPresent() ? "" : ", anonymous") + "]";
    }
}

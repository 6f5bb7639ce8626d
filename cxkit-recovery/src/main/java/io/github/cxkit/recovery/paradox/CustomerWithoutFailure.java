package io.github.cxkit.recovery.paradox;

import io.github.cxkit.metrics.numbers.Checks;
import java.util.OptionalDouble;

/**
 * A customer who met with no failure, asked at the same two times as those who did: what would have happened anyway.
 *
 * <pre>{@code
 * CustomerWithoutFailure.of(6, 6);
 * CustomerWithoutFailure.withoutAnswerAfter(5);
 * }</pre>
 *
 * @param before the outcome at the earlier time; empty where there is none
 * @param after the outcome at the later time; empty where the customer did not answer
 */
public record CustomerWithoutFailure(OptionalDouble before, OptionalDouble after) {

    /**
     * Checks the parts.
     *
     * @param before the outcome at the earlier time
     * @param after the outcome at the later time
     * @throws IllegalArgumentException if an outcome is infinite or NaN
     */
    public CustomerWithoutFailure {
        Checks.finite(before, "before");
        Checks.finite(after, "after");
    }

    /**
     * Returns a customer who answered both times.
     *
     * @param before the outcome at the earlier time
     * @param after the outcome at the later time
     * @return the customer
     * @throws IllegalArgumentException if an outcome is infinite or NaN
     */
    public static CustomerWithoutFailure of(double before, double after) {
        return new CustomerWithoutFailure(OptionalDouble.of(before), OptionalDouble.of(after));
    }

    /**
     * Returns a customer who was asked at the later time and did not answer.
     *
     * @param before the outcome at the earlier time
     * @return the customer
     * @throws IllegalArgumentException if the outcome is infinite or NaN
     */
    public static CustomerWithoutFailure withoutAnswerAfter(double before) {
        return new CustomerWithoutFailure(OptionalDouble.of(before), OptionalDouble.empty());
    }

    /**
     * Returns a customer of whom nothing is known from the earlier time.
     *
     * @param after the outcome at the later time
     * @return the customer
     * @throws IllegalArgumentException if the outcome is infinite or NaN
     */
    public static CustomerWithoutFailure withoutAnswerBefore(double after) {
        return new CustomerWithoutFailure(OptionalDouble.empty(), OptionalDouble.of(after));
    }
}

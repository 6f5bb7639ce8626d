package io.github.cxkit.recovery.paradox;

import io.github.cxkit.metrics.numbers.Checks;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.paradox.ParadoxResult.SelectionCriterion;
import java.util.OptionalDouble;

/**
 * A customer who met with a failure: the outcome before and after, and how fairly the case was handled as far as that was observed.
 *
 * <pre>{@code
 * CustomerWithFailure.of(5, 6).withObservedFairness(82);      // or a CaseFairness
 * CustomerWithFailure.of(5, 6).withFailures(2);         // two failures between before and after
 * CustomerWithFailure.withoutAnswerAfter(4);            // was asked and did not answer
 * }</pre>
 *
 * <ul>
 *   <li>The customer stands for all failures between the two measurements, however many; give each customer once.
 *   <li>Observed fairness comes from facts of the handling, never from the customer's opinion of it: see {@link SelectionCriterion#RECOVERY_SATISFACTION}.
 *   <li>Whether an outcome lies on the scale is checked by the test, which knows the scale.
 * </ul>
 *
 * @param before the outcome before the failure; empty where there is none
 * @param after the outcome after the recovery; empty where the customer did not answer
 * @param observedFairness how fairly the case was handled, 0 to 100; empty where unknown
 * @param failures how many failures there were, 1 or more
 */
public record CustomerWithFailure(
        OptionalDouble before, OptionalDouble after, OptionalDouble observedFairness, int failures) {

    /**
     * Checks the parts.
     *
     * @param before the outcome before the failure
     * @param after the outcome after the recovery
     * @param observedFairness how fairly the case was handled
     * @param failures how many failures there were
     * @throws IllegalArgumentException if an outcome is infinite or NaN, the fairness is not in [0, 100], or there is no failure
     */
    public CustomerWithFailure {
        Checks.finite(before, "before");
        Checks.finite(after, "after");
        observedFairness.ifPresent(fairness -> Checks.within(fairness, 0, 100, "observed fairness"));
        if (failures < 1) {
            throw new IllegalArgumentException("failures must be at least 1, but was " + failures);
        }
    }

    /**
     * Returns a customer with one failure who answered both times.
     *
     * @param before the outcome before the failure
     * @param after the outcome after the recovery
     * @return the customer, of unknown fairness
     * @throws IllegalArgumentException if an outcome is infinite or NaN
     */
    public static CustomerWithFailure of(double before, double after) {
        return of(OptionalDouble.of(before), OptionalDouble.of(after));
    }

    /**
     * Returns a customer with one failure who was asked afterwards and did not answer.
     *
     * @param before the outcome before the failure
     * @return the customer, of unknown fairness
     * @throws IllegalArgumentException if the outcome is infinite or NaN
     */
    public static CustomerWithFailure withoutAnswerAfter(double before) {
        return of(OptionalDouble.of(before), OptionalDouble.empty());
    }

    /**
     * Returns a customer with one failure of whom nothing is known from before.
     *
     * @param after the outcome after the recovery
     * @return the customer, of unknown fairness
     * @throws IllegalArgumentException if the outcome is infinite or NaN
     */
    public static CustomerWithFailure withoutAnswerBefore(double after) {
        return of(OptionalDouble.empty(), OptionalDouble.of(after));
    }

    /**
     * Returns a customer with one failure.
     *
     * @param before the outcome before the failure; empty where there is none
     * @param after the outcome after the recovery; empty where the customer did not answer
     * @return the customer, of unknown fairness
     * @throws IllegalArgumentException if an outcome is infinite or NaN
     */
    public static CustomerWithFailure of(OptionalDouble before, OptionalDouble after) {
        return new CustomerWithFailure(before, after, OptionalDouble.empty(), 1);
    }

    /**
     * Returns a copy with the observed fairness.
     *
     * @param fairness how fairly the case was handled, 0 to 100
     * @return the copy
     * @throws IllegalArgumentException if the fairness is not in [0, 100]
     */
    public CustomerWithFailure withObservedFairness(double fairness) {
        return new CustomerWithFailure(before, after, OptionalDouble.of(fairness), failures);
    }

    /**
     * Returns a copy with the observed fairness of the case.
     *
     * @param score the score of the customer's case
     * @return the copy, of unknown fairness where the score has no point
     */
    public CustomerWithFailure withObservedFairness(CaseFairness score) {
        return new CustomerWithFailure(before, after, score.overall(), failures);
    }

    /**
     * Returns a copy with another number of failures.
     *
     * @param newFailures how many failures there were, 1 or more
     * @return the copy
     * @throws IllegalArgumentException if there is no failure
     */
    public CustomerWithFailure withFailures(int newFailures) {
        return new CustomerWithFailure(before, after, observedFairness, newFailures);
    }
}

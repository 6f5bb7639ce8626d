package io.github.cxkit.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number about customers that knows how sure it is; the small interface that everything else builds on.
 *
 * <p>A score is a value in the unit of its {@link Metric}, the number of answers behind it, and an {@link Uncertainty}. It knows no
 * histogram: an NPS, a mean of plain numbers, a duration and a fairness score are all scores.
 *
 * <ul>
 *   <li>A score without answers is legal, as the identity of a sum, but has no value: asking for one is an
 *       {@link IllegalStateException}. It is never 0, for 0 is a plausible NPS.
 * </ul>
 */
public interface Score {

    /**
     * Returns what the number means.
     *
     * @return the metric; scores with different metrics are not compared
     */
    Metric metric();

    /**
     * Returns the value, in the unit of {@link #metric()}.
     *
     * @return the value, finite
     * @throws IllegalStateException if there are no answers
     */
    double value();

    /**
     * Returns the number of answers behind the value.
     *
     * @return 0 or more
     */
    long count();

    /**
     * Returns how many equally weighted answers would be as good: Kish's (Σw)²/Σw², and exactly {@link #count()} where all weights are equal.
     *
     * @return 0 or more, at most {@link #count()}
     */
    double effectiveCount();

    /**
     * Returns how sure the value is, in the form that suits it.
     *
     * @return limits, a standard error, or the reason why there is neither
     * @throws IllegalStateException if there are no answers
     */
    Uncertainty uncertainty();

    /**
     * Returns how sure the value is by the methods of an estimator, where the score has several.
     *
     * @param methods the methods for net scores and shares
     * @return {@link #uncertainty()} unless the score has a choice
     * @throws IllegalStateException if there are no answers
     */
    default Uncertainty uncertainty(Estimator methods) {
        return uncertainty();
    }

    /**
     * Returns the variance of one answer, where that follows from the value and needs no interval: p(100 − p) for a share of p per cent.
     *
     * @return in the squared unit of the score, above 0; empty unless the score is a share or a net score whose answers vary
     * @throws IllegalStateException if there are no answers
     */
    default OptionalDouble varianceOfOne() {
        return OptionalDouble.empty();
    }

    /**
     * Returns how much of the answers lies at the fuller end of the range, where a t interval of their mean is not to be trusted at small n.
     *
     * @return from 0 to 1; empty unless the score is a mean of ratings
     * @throws IllegalStateException if there are no answers
     */
    default OptionalDouble shareAtOneEnd() {
        return OptionalDouble.empty();
    }

    /**
     * Returns what makes the value differ from what it is about by more than chance, such as waits that are still open and not in it. An {@link Estimate} repeats
     * it, and no verdict is given on a change that has any.
     *
     * @return sentences, usually none
     */
    default List<String> caveats() {
        return List.of();
    }

    /**
     * Returns what a reader should know though a verdict stands, such as that a few extreme answers decide. An {@link Estimate} repeats it.
     *
     * @return sentences, usually none
     */
    default List<String> notes() {
        return List.of();
    }

    /**
     * Returns the units that were drawn, where the score is of a plain sample: its answers or, where customers answered several times, the customers. Only of those a
     * finite population is known.
     *
     * @return their number and name; empty for whatever is weighted, compared or fitted
     */
    default Optional<SampledUnits> sampledUnits() {
        return Optional.empty();
    }

    /**
     * What a plain sample consists of.
     *
     * @param count how many were drawn, 0 or more
     * @param name what they are, in the plural: {@code customers}
     */
    record SampledUnits(long count, String name) {

        /**
         * Checks the parts.
         *
         * @param count how many were drawn
         * @param name what they are
         */
        public SampledUnits {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * Returns whether there are no answers.
     *
     * @return true if {@link #count()} is 0
     */
    default boolean isEmpty() {
        return count() == 0;
    }

    /**
     * Returns the value with its 95 % confidence interval.
     *
     * @return the estimate
     * @throws IllegalStateException if there are no answers
     */
    default Estimate estimate() {
        return Estimator.withDefaults().estimate(this);
    }

    /**
     * Returns the value with a confidence interval.
     *
     * @param confidence the probability with which the method covers the true value, between 0 and 1
     * @return the estimate
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     * @throws IllegalStateException if there are no answers
     */
    default Estimate estimate(double confidence) {
        return Estimator.withDefaults().withConfidence(confidence).estimate(this);
    }

    /**
     * Tests whether the true value could be the one given, by inverting the default interval: the p-value is below 1 − confidence exactly
     * where the interval leaves the hypothesised value out.
     *
     * @param hypothesised the hypothesised value, in the unit of {@link #metric()} and within its range
     * @return the test
     * @throws IllegalArgumentException if the hypothesised value is out of range
     * @throws IllegalStateException if there are no answers, or if they allow no test
     */
    default HypothesisTest testAgainst(double hypothesised) {
        metric().requirePossible(hypothesised, "hypothesised value");
        Uncertainty uncertainty = uncertainty();
        uncertainty.reasonWithoutLimits().ifPresent(reason -> {
            throw new IllegalStateException(metric().name() + " allows no test: " + reason);
        });
        return uncertainty.test(value(), hypothesised);
    }

    /**
     * Returns whether the answers are enough to show the value and to compare it, by the default grading.
     *
     * @return the grade of {@link BaseGrading#withDefaults()}
     */
    default BaseSize base() {
        return BaseGrading.withDefaults().grade(this);
    }

    /**
     * Returns the value with its 95 % confidence interval in plain values; what JSON shows of a score.
     *
     * @return the view; of no answers one without a value
     */
    @JsonValue
    default ResultView view() {
        return ResultView.of(this);
    }
}

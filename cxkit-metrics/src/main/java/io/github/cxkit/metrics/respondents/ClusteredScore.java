package io.github.cxkit.metrics.respondents;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Rounding;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingScore;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A rating score over all answers of customers who may have answered several times, with an uncertainty that knows who answered what.
 *
 * <p>The value is that of the plain score. The standard error is linearised and robust to clusters, with k customers, the answers y of
 * weight w of which W is the sum, and the mean ȳ:
 * √(k/(k − 1)·Σ<sub>customers</sub>(Σw(y − ȳ))²)/W, with k − 1 degrees of freedom. Two customers who answered 10, 10 and 0, 0 have an
 * NPS of 0 with a standard error of 100 points, and not of 57.7 as four independent answers.
 *
 * <ul>
 *   <li>One customer, or customers of whom each is at the mean though their answers vary: no uncertainty can be told.
 *   <li>Equal answers of all: the limits of the plain score, with customers in the place of answers.
 *   <li>One answer per customer and equal weights: exactly the standard error of the plain score.
 *   <li>Few customers, below 20 by a rule of thumb: the t quantile helps, but the interval is still a little too narrow.
 * </ul>
 *
 * @see <a href="https://doi.org/10.2307/1402588">Binder (1983), On the variances of asymptotically normal estimators from complex
 *     surveys</a>
 */
public final class ClusteredScore implements Score {

    private final RatingScore plain;
    private final long customers;
    private final double effectiveCount;
    /** 0 where the answers do not vary between customers. */
    private final double standardError;

    private final boolean answersAreEqual;

    private ClusteredScore(
            RatingScore plain, long customers, double effectiveCount, double standardError, boolean answersAreEqual) {
        this.plain = plain;
        this.customers = customers;
        this.effectiveCount = effectiveCount;
        this.standardError = standardError;
        this.answersAreEqual = answersAreEqual;
    }

    /** The counts are those of the answers in the sums, and of those that are outside the denominator or have weight zero. */
    static ClusteredScore of(
            RatingMetric definition, AnswerValues values, RatingCounts counts, Collection<CustomerSums> allCustomers) {
        RatingScore plain = CustomScore.from(definition, counts);
        CustomerSums[] customers =
                allCustomers.stream().filter(sums -> sums.count() > 0).toArray(CustomerSums[]::new);
        if (customers.length == 0) {
            return new ClusteredScore(plain, 0, 0, 0, false);
        }
        boolean weighted = counts.isWeighted();
        ToDoubleFunction<CustomerSums> weight = sums -> sums.weightIf(weighted);
        double[] weights = sorted(customers, weight);
        double all = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(w -> w * w).sum();
        double spread = spread(counts, values, plain.value());
        return new ClusteredScore(
                plain,
                customers.length,
                Math.min(all * all / squares, customers.length),
                standardError(plain, spread, customers, all),
                spread == Double.POSITIVE_INFINITY);
    }

    private static double standardError(
            RatingScore plain, double spread, CustomerSums[] customers, double sumOfWeights) {
        boolean weighted = plain.counts().isWeighted();
        double mean = plain.value();
        double squares = Arrays.stream(sorted(customers, sums -> {
                    double deviation = sums.deviationFrom(mean, weighted);
                    return deviation * deviation;
                }))
                .sum();
        double k = customers.length;
        return k < 2 || Math.sqrt(squares) <= Rounding.LEFT_OVER * spread
                ? 0
                : Math.sqrt(k / (k - 1) * squares) / sumOfWeights;
    }

    /** Σw·|y − ȳ| over the answers; infinite where all of them have the same value, so that what rounding leaves is nothing beside it. */
    private static double spread(RatingCounts counts, AnswerValues values, double mean) {
        Scale scale = counts.scale();
        double spread = 0;
        double seen = Double.NaN;
        boolean differ = false;
        for (int point = scale.lowest(); point <= scale.highest(); point++) {
            if (counts.count(point) > 0 && !values.leavesOut(point)) {
                double value = values.at(point);
                differ |= !Double.isNaN(seen) && seen != value;
                seen = value;
                spread += (counts.isWeighted() ? counts.weight(point) : counts.count(point)) * Math.abs(value - mean);
            }
        }
        return differ ? spread : Double.POSITIVE_INFINITY;
    }

    /** Sorted, so that the order in which customers came does not reach the last bit of a sum. */
    private static double[] sorted(CustomerSums[] customers, ToDoubleFunction<CustomerSums> number) {
        return Arrays.stream(customers).mapToDouble(number).sorted().toArray();
    }

    @Override
    public RatingMetric metric() {
        return plain.metric();
    }

    @Override
    public double value() {
        return plain.value();
    }

    /**
     * Returns the number of answers, not of customers.
     *
     * @return 0 or more
     */
    @Override
    public long count() {
        return plain.count();
    }

    /**
     * Returns the effective number of customers: Kish's (ΣW)²/ΣW² over the weights W of the customers, as if the answers of one customer
     * were one answer. It errs on the safe side.
     *
     * @return 0 or more, at most {@link #customers()}
     */
    @Override
    public double effectiveCount() {
        return effectiveCount;
    }

    /**
     * Returns how many customers gave the answers in {@link #count()}.
     *
     * @return 0 or more
     */
    public long customers() {
        return customers;
    }

    /**
     * Returns the score of the same answers as if each had come from another customer.
     *
     * @return the plain score, with the same value; its interval is too narrow where answers of one customer resemble each other
     */
    public RatingScore plain() {
        return plain;
    }

    /**
     * Returns how many times larger than that of independent answers the variance is.
     *
     * @return the squared ratio of the two standard errors; empty where there is none
     * @throws IllegalStateException if there are no answers
     */
    public OptionalDouble designEffect() {
        double independent = plain.standardError().orElse(0);
        double ratio = standardError / independent;
        return standardError > 0 && independent > 0 ? OptionalDouble.of(ratio * ratio) : OptionalDouble.empty();
    }

    @Override
    public Uncertainty uncertainty() {
        return uncertainty(Estimator.withDefaults());
    }

    @Override
    public Uncertainty uncertainty(Estimator methods) {
        plain.value();
        if (customers < 2) {
            return new Uncertainty.NotEstimable("answers of one customer do not tell how customers differ");
        }
        if (standardError > 0) {
            return new Uncertainty.StandardError(standardError, customers - 1);
        }
        return answersAreEqual
                ? plain.uncertaintyOf(effectiveCount, methods)
                : new Uncertainty.NotEstimable("the answers do not vary between customers");
    }

    /**
     * Returns the customers, unless the answers are weighted.
     *
     * @return those of {@link #customers()}; empty where weights differ
     */
    @Override
    public Optional<SampledUnits> sampledUnits() {
        return plain.counts().isWeighted() ? Optional.empty() : Optional.of(new SampledUnits(customers, "customers"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClusteredScore that
                && plain.equals(that.plain)
                && customers == that.customers
                && effectiveCount == that.effectiveCount
                && standardError == that.standardError;
    }

    @Override
    public int hashCode() {
        return Objects.hash(plain, customers, effectiveCount, standardError);
    }

    /**
     * Returns the name, the 95 % estimate and the number of customers.
     *
     * @return for example {@code NPS 0.0 (95% CI -100.0 to 100.0, n=4) by 2 customers}
     */
    @Override
    public String toString() {
        return metric().name() + " " + (isEmpty() ? "undefined (n=0)" : estimate()) + " by " + customers + " customers";
    }
}

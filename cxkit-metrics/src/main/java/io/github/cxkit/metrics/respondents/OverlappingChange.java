package io.github.cxkit.metrics.respondents;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.CustomerId;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.numbers.Rounding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The change between two periods of which some customers answered in both, and some perhaps several times in one: several measurements a year of the same accounts.
 *
 * <p>Of 45 customers with 90 answers 26 are in both periods. Their NPS rose by 5.6 points, with a standard error of 14.3; as answers of independent customers it would
 * be 16.2.
 *
 * <pre>{@code
 * OverlappingChange overlapping = OverlappingChange.between(firstQuarter, secondQuarter);    // SurveyTally, both with RepeatPolicy.ALL
 * overlapping.change().difference();
 * overlapping.inBoth();          // how many customers answered in both
 * }</pre>
 *
 * <p>With e the part of a customer, Σ<sub>after</sub>w(y − ȳ₁)/W₁ − Σ<sub>before</sub>w(y − ȳ₀)/W₀, over k customers in all, the standard error is
 * √(k/(k − 1)·Σe²), with k − 1 degrees of freedom. It is the linearised one of a contrast of two domains of one clustered sample, and the robust one of a regression on
 * the period with an independent working correlation.
 *
 * <ul>
 *   <li>The value is that of the plain change: every answer counts. Customers of one period alone stay in, other than in a {@link PairedChange}.
 *   <li>Customers who answer alike in both make the interval narrower; {@link Change#between} knows nothing of them, is 15 to 35 % too wide, and misses changes.
 *   <li>Nobody in both: nearly Welch's interval of two clustered scores.
 *   <li>Answers of one side that do not vary between customers: nobody moves with the other side, and the interval is that of {@link Change#between}, MOVER with exact limits, or
 *       none. It never rests on the other side alone.
 *   <li>Swapping the sides negates difference and interval.
 *   <li>Few customers, below 20 by a rule of thumb: the t quantile helps, but the interval is still a little too narrow.
 * </ul>
 *
 * @see <a href="https://doi.org/10.2307/1402588">Binder (1983), On the variances of asymptotically normal estimators from complex
 *     surveys</a>
 * @see <a href="https://doi.org/10.1093/biomet/73.1.13">Liang and Zeger (1986), Longitudinal data analysis using generalized linear models</a>
 */
public final class OverlappingChange {

    private final ClusteredScore before;
    private final ClusteredScore after;
    private final Change change;
    private final long customers;
    private final long inBoth;

    private OverlappingChange(ClusteredScore before, ClusteredScore after, Change change, long customers, long inBoth) {
        this.before = before;
        this.after = after;
        this.change = change;
        this.customers = customers;
        this.inBoth = inBoth;
    }

    /**
     * Returns the change between two tallies of which customers may be in both.
     *
     * @param before the earlier answers, with {@link RepeatPolicy#ALL}
     * @param after the later answers to the same question, by the same definition, with {@link RepeatPolicy#ALL}
     * @return the change, at 95 % and without a margin
     * @throws IllegalArgumentException if both are one tally, a policy is not ALL, or the definitions or the questions differ
     * @throws IllegalStateException if a side has no answers
     */
    public static OverlappingChange between(SurveyTally before, SurveyTally after) {
        before.requireComparable(after);
        ClusteredScore earlier = before.clusteredScore();
        ClusteredScore later = after.clusteredScore();
        Change independent = Change.between(earlier, later);
        Map<CustomerId, Double> parts = new HashMap<>();
        addParts(parts, before.sums(), earlier, -1);
        addParts(parts, after.sums(), later, 1);
        long inBoth = earlier.customers() + later.customers() - parts.size();
        Score moved = new OfCustomers(independent, uncertainty(independent, earlier, later, parts));
        return new OverlappingChange(earlier, later, Change.of(earlier.metric(), moved), parts.size(), inBoth);
    }

    private static void addParts(
            Map<CustomerId, Double> parts, Map<CustomerId, CustomerSums> sums, ClusteredScore score, int sign) {
        boolean weighted = score.plain().counts().isWeighted();
        double all = sums.values().stream()
                .mapToDouble(sum -> sum.weightIf(weighted))
                .sorted()
                .sum();
        double mean = score.value();
        sums.forEach((customer, sum) -> {
            if (sum.count() > 0) {
                parts.merge(customer, sign * sum.deviationFrom(mean, weighted) / all, Double::sum);
            }
        });
    }

    private static Uncertainty uncertainty(
            Change independent, ClusteredScore before, ClusteredScore after, Map<CustomerId, Double> parts) {
        Uncertainty earlier = before.uncertainty();
        Uncertainty later = after.uncertainty();
        if (!(earlier instanceof Uncertainty.StandardError one)
                || !(later instanceof Uncertainty.StandardError other)) {
            return independent.uncertainty();
        }
        // Sorted, so that the order of the customers does not reach the last bit.
        double squares = parts.values().stream()
                .mapToDouble(part -> part * part)
                .sorted()
                .sum();
        double k = parts.size();
        double error = Math.sqrt(k / (k - 1) * squares);
        return error <= Rounding.LEFT_OVER * Math.hypot(one.standardError(), other.standardError())
                ? new Uncertainty.NotEstimable("all customers moved alike")
                : new Uncertainty.StandardError(error, k - 1);
    }

    /** The change of independent answers but for what is known of it. */
    private record OfCustomers(Change independent, Uncertainty uncertainty) implements Score {

        @Override
        public Metric metric() {
            return independent.metric();
        }

        @Override
        public double value() {
            return independent.value();
        }

        @Override
        public long count() {
            return independent.count();
        }

        @Override
        public double effectiveCount() {
            return independent.effectiveCount();
        }

        @Override
        public BaseSize base() {
            return independent.base();
        }

        @Override
        public List<String> caveats() {
            return independent.caveats();
        }

        @Override
        public List<String> notes() {
            return independent.notes();
        }
    }

    /**
     * Returns the change as a judged difference. It counts answers; its effective n is that of the customers of both sides.
     *
     * @return the change, at 95 % and without a margin; without sides, for these are not independent
     */
    public Change change() {
        return change;
    }

    /**
     * Returns the score before.
     *
     * @return the earlier side, with an uncertainty by customers
     */
    public ClusteredScore before() {
        return before;
    }

    /**
     * Returns the score after.
     *
     * @return the later side, with an uncertainty by customers
     */
    public ClusteredScore after() {
        return after;
    }

    /**
     * Returns how many customers gave an answer that counts, on one side or on both.
     *
     * @return 1 or more
     */
    public long customers() {
        return customers;
    }

    /**
     * Returns how many customers gave answers that count on both sides.
     *
     * @return from 0 to {@link #customers()}
     */
    public long inBoth() {
        return inBoth;
    }

    /**
     * Returns the difference, the verdict and both sides in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public ResultView view() {
        return change.view().withSides(before.view(), after.view());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OverlappingChange that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    private Object[] parts() {
        return new Object[] {before, after, change.difference(), customers, inBoth};
    }

    /**
     * Returns the difference, the verdict, and how many customers are in both; nobody is named.
     *
     * @return for example {@code change in NPS 5.6 (95% CI -23.2 to 34.5, n=90, effective n=63.3): INCONCLUSIVE, 26 of 45 customers in both}
     */
    @Override
    public String toString() {
        return change + ", " + inBoth + " of " + customers + " customers in both";
    }
}

package io.github.cxkit.metrics.tests;

import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.RatingMetric.Reading;
import io.github.cxkit.metrics.rating.RatingScore;
import java.util.Objects;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Textbook tests of two shares of independent groups, for comparison with others' figures. No {@link Verdict} depends on them: a {@link Change} takes its p-value from
 * its own interval, so that the two never contradict each other.
 *
 * <p>56 of 70 against 48 of 80: pooled z 2.65 with p = 0.0080; Fisher's exact p = 0.0125.
 *
 * <pre>{@code
 * ShareTests.pooledZ(before, after).pValue();
 * ShareTests.fisherExact(before, after).pValue();
 * }</pre>
 *
 * <ul>
 *   <li>Where nobody is counted on either side, or everybody is, nothing varies: p is 1, and the method says why.
 *   <li>Weighted shares are refused: these tests count people.
 * </ul>
 */
public final class ShareTests {

    /** Tables whose probability is the observed one but for rounding belong to the sum; R's fisher.test uses the same factor. */
    private static final double TIE = 1 + 1e-7;

    private ShareTests() {}

    /**
     * Tests with the normal distribution and the variance of both groups pooled; z² is Pearson's chi-square without continuity correction.
     *
     * @param before the share before
     * @param after the share after
     * @return the test; its statistic is positive where the share rose
     * @throws IllegalArgumentException if a side is no share, is weighted, or has another definition than the other
     * @throws IllegalStateException if a side has no answers
     */
    public static HypothesisTest pooledZ(RatingScore before, RatingScore after) {
        check(before, after);
        double earlier = before.count();
        double later = after.count();
        double countedBefore = counted(before);
        double countedAfter = counted(after);
        double pooled = (countedBefore + countedAfter) / (earlier + later);
        double rest = ((earlier - countedBefore) + (later - countedAfter)) / (earlier + later);
        if (pooled == 0 || rest == 0) {
            return NormalTest.withoutVariance("pooled z", pooled == 0 ? "nobody is counted" : "everybody is counted");
        }
        double difference = countedAfter / later - countedBefore / earlier;
        return HypothesisTest.ofNormal("pooled z", difference / Math.sqrt(pooled * rest * (1 / earlier + 1 / later)));
    }

    /**
     * Tests with all tables that have the observed margins: the sum of the probabilities of those that are no more probable than the
     * observed one (Fisher 1935). It takes time in proportion to the smaller margin.
     *
     * @param before the share before
     * @param after the share after
     * @return the test
     * @throws IllegalArgumentException if a side is no share, is weighted, or has another definition than the other, or if there are more
     *     than 2147483647 answers
     * @throws IllegalStateException if a side has no answers
     */
    public static ExactTest fisherExact(RatingScore before, RatingScore after) {
        check(before, after);
        int both = ExactTest.size(Math.addExact(before.count(), after.count()), "number of answers");
        int countedAfter = (int) counted(after);
        HypergeometricDistribution tables =
                HypergeometricDistribution.of(both, (int) counted(before) + countedAfter, (int) after.count());
        double limit = tables.probability(countedAfter) * TIE;
        double sum = 0;
        for (int x = tables.getSupportLowerBound(); x <= tables.getSupportUpperBound(); x++) {
            double probability = tables.probability(x);
            sum += probability <= limit ? probability : 0;
        }
        return ExactTest.of("Fisher's exact", sum);
    }

    private static void check(RatingScore before, RatingScore after) {
        before.metric().requireSame(after.metric(), "compared");
        if (before.metric().reading() != Reading.SHARE) {
            throw new IllegalArgumentException("a test of shares needs a share, but was given " + before.metric());
        }
        if (before.counts().isWeighted() || after.counts().isWeighted()) {
            throw new IllegalArgumentException(
                    "a test of shares counts people, but the answers are weighted\nMaybe use Change, which takes weights.");
        }
        before.value();
        after.value();
    }

    private static long counted(RatingScore share) {
        return share.counts().classes(share.metric()).count(1);
    }

    /**
     * The result of a test that adds up probabilities instead of measuring a distance.
     *
     * @param method the name of the test
     * @param pValue the two-sided p-value, from 0 to 1
     */
    public record ExactTest(String method, double pValue) {

        /**
         * Checks the parts.
         *
         * @param method the name of the test
         * @param pValue the two-sided p-value
         * @throws IllegalArgumentException if the p-value is not in [0, 1]
         */
        public ExactTest {
            Objects.requireNonNull(method, "method");
            if (!(pValue >= 0 && pValue <= 1)) {
                throw new IllegalArgumentException("p-value must be in [0, 1], but was " + pValue);
            }
        }

        /** Sums of probabilities may exceed 1 by rounding. */
        static ExactTest of(String method, double sum) {
            return new ExactTest(method, Math.min(1, sum));
        }

        /** A count that the exact distributions can take. */
        static int size(long count, String name) {
            if (count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        name + " must be at most " + Integer.MAX_VALUE + " for an exact test, but was " + count
                                + "\nMaybe a test by the normal distribution will do.");
            }
            return (int) count;
        }
    }
}

package io.github.cxkit.metrics.tests;

import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.tests.ShareTests.ExactTest;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * McNemar's tests of a share of the same people twice: of those who changed sides, did more gain than lose? For comparison with others'
 * figures; no {@link Verdict} depends on them.
 *
 * <p>16 gained and 6 lost: chi-square 4.55 with p = 0.033; mid-p 0.035; exact p = 0.052.
 *
 * <pre>{@code
 * McNemar.gained(16).lost(6).midP().pValue();
 * }</pre>
 *
 * <ul>
 *   <li>The mid-p test is to be preferred over the exact one, which is too cautious (Fagerland, Lydersen, Laake 2013, doi:10.1186/1471-2288-13-91).
 *   <li>Nobody changed sides: p is 1, and the method of the chi-square test says why.
 * </ul>
 */
public final class McNemar {

    private final long gained;
    private final long lost;

    private McNemar(long gained, long lost) {
        this.gained = gained;
        this.lost = lost;
        Math.addExact(gained, lost);
    }

    /**
     * Begins with those who are counted after and were not before.
     *
     * @param gained how many
     * @return what is still missing
     * @throws IllegalArgumentException if the count is negative
     */
    public static WithGained gained(long gained) {
        return new WithGained(gained);
    }

    /**
     * Those who gained are known.
     *
     * @param gained how many are counted after and were not before
     */
    public record WithGained(long gained) {

        /**
         * Checks the count.
         *
         * @param gained how many
         * @throws IllegalArgumentException if the count is negative
         */
        public WithGained {
            check(gained, "gained");
        }

        /**
         * Ends with those who were counted before and are not after.
         *
         * @param lost how many
         * @return the tests
         * @throws IllegalArgumentException if the count is negative
         * @throws ArithmeticException if there are more people than a long can count
         */
        public McNemar lost(long lost) {
            return new McNemar(gained, check(lost, "lost"));
        }
    }

    private static long check(long count, String name) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + count);
        }
        return count;
    }

    /**
     * Tests with the normal distribution: z = (gained − lost)/√(gained + lost); z² is McNemar's chi-square without continuity correction.
     *
     * @return the test; its statistic is positive where more gained than lost
     */
    public HypothesisTest chiSquare() {
        return changed() == 0
                ? NormalTest.withoutVariance("McNemar", "nobody changed sides")
                : HypothesisTest.ofNormal("McNemar", (gained - lost) / Math.sqrt(changed()));
    }

    /**
     * Tests with the binomial distribution: twice the probability of as few or fewer on the smaller side, at most 1.
     *
     * @return the test
     * @throws IllegalArgumentException if more than 2147483647 changed sides
     */
    public ExactTest exact() {
        return ExactTest.of("McNemar exact", 2 * atMost(smaller()));
    }

    /**
     * Tests with the binomial distribution, counting half of the probability of what was observed: the exact p-value less that probability, and 1 less half of it where
     * as many gained as lost.
     *
     * @return the test
     * @throws IllegalArgumentException if more than 2147483647 changed sides
     */
    public ExactTest midP() {
        int observed = smaller();
        boolean isTie = gained == lost && observed > 0;
        return ExactTest.of(
                "McNemar mid-p",
                isTie ? 1 - changes().probability(observed) / 2 : atMost(observed) + atMost(observed - 1));
    }

    /** P(X ≤ x) of a fair coin thrown for each who changed sides. */
    private double atMost(int x) {
        return changes().cumulativeProbability(x);
    }

    private BinomialDistribution changes() {
        return BinomialDistribution.of(ExactTest.size(changed(), "number of changes"), 0.5);
    }

    private int smaller() {
        return ExactTest.size(Math.min(gained, lost), "number of changes");
    }

    private long changed() {
        return gained + lost;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof McNemar that && gained == that.gained && lost == that.lost;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(gained) + Long.hashCode(lost);
    }

    /**
     * Returns the counts.
     *
     * @return for example {@code McNemar[gained 16, lost 6]}
     */
    @Override
    public String toString() {
        return "McNemar[gained " + gained + ", lost " + lost + "]";
    }
}

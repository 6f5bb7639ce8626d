package io.github.cxkit.metrics.tests;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two independent groups compared by rank alone, as suits answers of which only the order means something: how probable is it that an answer
 * after is higher than one before? For comparison and for reading; no {@link Verdict} depends on it.
 *
 * <p>Of 9, 8, 10, 9, 10 against 1, 1, 1, 2 each is higher: probability 1, Cliff's delta 1, z 2.51, p = 0.012.
 *
 * <pre>{@code
 * MannWhitney ranks = MannWhitney.between(before.counts(), after.counts());
 * ranks.probabilityHigher();    // P(after > before) + ½P(equal): 0.5 where neither is higher
 * ranks.cliffsDelta();          // from −1 to 1
 * ranks.test().pValue();
 * }</pre>
 *
 * <ul>
 *   <li>Higher is higher on the scale, which is better only where high is good.
 *   <li>All answers equal: p is 1, and the method says why.
 *   <li>Ratings take time in proportion to the points of the scale, plain numbers n·log n.
 *   <li>The test assumes that the groups differ in position and not in spread.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney (1947)</a>
 * @see <a href="https://doi.org/10.1037/0033-2909.114.3.494">Cliff (1993)</a>
 */
public final class MannWhitney {

    private final double before;
    private final double after;
    /** Pairs in which the one after is higher, and half of those that tie. */
    private final double u;

    private final double tieTerm;
    private final boolean allEqual;

    private MannWhitney(Ranks ranks) {
        this.before = ranks.before;
        this.after = ranks.after;
        this.u = ranks.u;
        this.tieTerm = ranks.tieTerm;
        this.allEqual = ranks.groups < 2;
        if (before == 0 || after == 0) {
            throw new IllegalStateException(
                    "ranks are undefined for zero answers " + (before == 0 ? "before" : "after"));
        }
    }

    /**
     * Compares ratings. What was skipped, does not apply or has weight zero does not take part.
     *
     * @param before the answers before
     * @param after the answers after, on the same scale
     * @return the comparison
     * @throws IllegalArgumentException if the scales differ or the answers are weighted
     * @throws IllegalStateException if a side has no answers
     */
    public static MannWhitney between(RatingCounts before, RatingCounts after) {
        Scale scale = before.scale();
        if (!scale.equals(after.scale())) {
            throw new IllegalArgumentException(
                    "answers on [" + scale + "] cannot be compared with answers on [" + after.scale() + "]");
        }
        if (!before.classesOf().equals(after.classesOf())) {
            throw new IllegalArgumentException(
                    "class counts of different definitions, or class counts and answers, cannot be compared: " + before
                            + " and " + after);
        }
        if (before.isWeighted() || after.isWeighted()) {
            throw new IllegalArgumentException("ranks count people, but the answers are weighted");
        }
        Ranks ranks = new Ranks();
        for (int point = scale.lowest(); point <= scale.highest(); point++) {
            ranks.accept(before.count(point), after.count(point));
        }
        return new MannWhitney(ranks);
    }

    /**
     * Compares plain numbers.
     *
     * @param before the numbers before, not NaN
     * @param after the numbers after, not NaN
     * @return the comparison
     * @throws IllegalArgumentException if a number is NaN
     * @throws IllegalStateException if a side has no numbers
     */
    public static MannWhitney between(double[] before, double[] after) {
        double[] earlier = sorted(before, "before");
        double[] later = sorted(after, "after");
        Ranks ranks = new Ranks();
        int i = 0;
        int j = 0;
        while (i < earlier.length || j < later.length) {
            double least =
                    i == earlier.length ? later[j] : j == later.length ? earlier[i] : Math.min(earlier[i], later[j]);
            int firstI = i;
            int firstJ = j;
            while (i < earlier.length && earlier[i] == least) {
                i++;
            }
            while (j < later.length && later[j] == least) {
                j++;
            }
            ranks.accept(i - firstI, j - firstJ);
        }
        return new MannWhitney(ranks);
    }

    private static double[] sorted(double[] numbers, String name) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("a number " + name + " must not be NaN");
        }
        return sorted;
    }

    /** Takes groups of equal answers from the lowest to the highest. */
    private static final class Ranks {
        private double before;
        private double after;
        private double u;
        private double tieTerm;
        private int groups;

        void accept(double equalBefore, double equalAfter) {
            double tied = equalBefore + equalAfter;
            if (tied > 0) {
                groups++;
                u += equalAfter * (before + equalBefore / 2);
                tieTerm += tied * (tied - 1) * (tied + 1);
                before += equalBefore;
                after += equalAfter;
            }
        }
    }

    /**
     * Returns U: the number of pairs, one from each side, in which the answer after is higher; ties count half.
     *
     * @return from 0 to the number of pairs
     */
    public double u() {
        return u;
    }

    /**
     * Returns the probability that an answer after is higher than one before, ties counting half: P(after &gt; before) + ½P(equal), also known as
     * AUC.
     *
     * @return from 0 to 1; 0.5 where neither side is higher
     */
    public double probabilityHigher() {
        return u / (before * after);
    }

    /**
     * Returns Cliff's delta: P(after &gt; before) − P(after &lt; before).
     *
     * @return from −1 to 1; 0 where neither side is higher
     */
    public double cliffsDelta() {
        return 2 * excess() / (before * after);
    }

    /**
     * Returns the standard deviation of U where nothing moved, corrected for ties.
     *
     * @return the standard deviation; 0 where all answers are equal
     */
    public double sigma() {
        double all = before + after;
        return allEqual ? 0 : Math.sqrt(before * after / 12 * (all + 1 - tieTerm / (all * (all - 1))));
    }

    /**
     * Tests with the normal distribution, corrected for ties and without a continuity correction.
     *
     * @return the test; its statistic is positive where the answers after are higher
     */
    public HypothesisTest test() {
        return test("Mann–Whitney", 0);
    }

    /**
     * Tests as R does by default: with a continuity correction of ½.
     *
     * @return the test; its statistic is positive where the answers after are higher
     */
    public HypothesisTest testWithContinuityCorrection() {
        return test("Mann–Whitney with continuity correction", 0.5);
    }

    private HypothesisTest test(String method, double correction) {
        if (allEqual) {
            return NormalTest.withoutVariance(method, "all answers are equal");
        }
        double excess = excess();
        return HypothesisTest.ofNormal(
                method, Math.signum(excess) * Math.max(0, Math.abs(excess) - correction) / sigma());
    }

    /** U beyond what is expected where nothing moved. */
    private double excess() {
        return u - before * after / 2;
    }

    /**
     * Returns the figures in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(u(), probabilityHigher(), cliffsDelta(), allEqual ? null : test().pValue());
    }

    /**
     * Ranks compared, in plain values.
     *
     * @param u Mann and Whitney's U
     * @param probabilityHigher how probably a value after is higher than one before, ties counted half
     * @param cliffsDelta the same from −1 to 1
     * @param pValue the p-value of {@link #test()}; null where all values are equal
     */
    public record View(
            double u,
            double probabilityHigher,
            double cliffsDelta,
            @Nullable Double pValue) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof MannWhitney that
                && before == that.before
                && after == that.after
                && u == that.u
                && tieTerm == that.tieTerm;
    }

    @Override
    public int hashCode() {
        return Objects.hash(before, after, u, tieTerm);
    }

    /**
     * Returns the probability and the p-value.
     *
     * @return for example {@code MannWhitney[probability higher 0.5, p 1.0]}
     */
    @Override
    public String toString() {
        return "MannWhitney[probability higher " + probabilityHigher() + ", p " + test().pValue() + "]";
    }
}

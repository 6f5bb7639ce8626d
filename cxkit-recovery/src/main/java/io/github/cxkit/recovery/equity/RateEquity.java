package io.github.cxkit.recovery.equity;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rate of two groups: crude, of comparable cases, and what of the gap is case mix.
 *
 * <p>Of 1,835 women 30.4 % are admitted, of 2,691 men 44.5 %: a gap of 14.2 points for the men. Department by department it is 1.8 points the
 * other way, and that is Simpson's paradox; the gap is the mix of departments.
 *
 * <ul>
 *   <li>{@link #caseMix()} and {@link #treatment()} add up to the crude gap (Kitagawa's midpoint). A stratum with one group only is taken to
 *       have the same rate in the other, so that its part is all case mix.
 *   <li>{@link #treatment()} weights strata by their average share of the cases, the Mantel–Haenszel difference by how much they tell:
 *       the two differ where treatment does.
 *   <li>A ratio of rates near 100 % is near 1 whatever happens: 98 % paid against 90 % are alike by the default of 1.25. Audit the rate that
 *       hurts (not paid), or set a smaller ratio.
 * </ul>
 *
 * @param <K> the type of the strata's keys
 * @see <a href="https://doi.org/10.1080/01621459.1955.10501299">Kitagawa (1955)</a>
 */
public final class RateEquity<K> extends EquityOutcome<K> {

    /** All that was computed before the other outcomes were known. */
    record Figures<K>(
            Share shareA,
            Share shareB,
            Comparison crude,
            Optional<Comparison> adjusted,
            GapSplit split,
            List<Stratum<K>> strata) {}

    private final Figures<K> figures;

    RateEquity(Standing<K> standing, Figures<K> figures) {
        super(standing);
        this.figures = figures;
    }

    /**
     * Returns the crude rate of group A.
     *
     * @return the share of all its cases of known outcome
     */
    public Share shareA() {
        return figures.shareA();
    }

    /**
     * Returns the crude rate of group B.
     *
     * @return the share of all its cases of known outcome
     */
    public Share shareB() {
        return figures.shareB();
    }

    /**
     * Returns the comparison of all cases of known outcome, comparable or not.
     *
     * @return the comparison, over one stratum
     */
    public Comparison crude() {
        return figures.crude();
    }

    /**
     * Returns the comparison of comparable cases.
     *
     * @return the comparison, over all strata with both groups; empty where there is none
     */
    public Optional<Comparison> adjusted() {
        return figures.adjusted();
    }

    /**
     * Returns the part of the crude gap that is due to the groups' cases being of different kinds.
     *
     * @return percentage points, B minus A
     */
    public double caseMix() {
        return 100 * figures.split().caseMix();
    }

    /**
     * Returns the part of the crude gap that is due to cases of the same kind ending differently.
     *
     * @return percentage points, B minus A
     */
    public double treatment() {
        return 100 * figures.split().treatment();
    }

    /**
     * Returns the rates by stratum, where both groups have enough cases to be shown.
     *
     * @return the strata, in the order of their first case
     */
    public List<Stratum<K>> strata() {
        return figures.strata();
    }

    @Override
    public Optional<Score> ratio() {
        return adjusted().flatMap(Comparison::riskRatio);
    }

    @Override
    public boolean isSimpsonsParadox() {
        return adjusted()
                .filter(comparison -> areOpposite(
                        comparison.difference().value(), crude().difference().value()))
                .isPresent();
    }

    /**
     * The rates of both groups in one stratum.
     *
     * @param <K> the type of the key
     * @param key the stratum
     * @param a the rate of group A
     * @param b the rate of group B
     */
    public record Stratum<K>(K key, Share a, Share b) {

        /**
         * Checks the parts.
         *
         * @param key the stratum
         * @param a the rate of group A
         * @param b the rate of group B
         */
        public Stratum {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(a, "a");
            Objects.requireNonNull(b, "b");
        }
    }

    /**
     * A rate in group B against the same rate in group A, over strata of comparable cases or, as the crude comparison, over one stratum that
     * holds them all.
     *
     * <p>Admissions to six departments, A women and B men: the difference is −1.8 points, the odds ratio 0.905 with a 95 % interval from 0.772 to
     * 1.060, the risk ratio 0.945. Crude, over all departments as one, the odds ratio is 1.841.
     *
     * <ul>
     *   <li>Gaps are B minus A, ratios B over A. Difference, risk ratio and odds ratio always point the same way.
     *   <li>Strata may be as small as one case on each side: what counts is the number of cases in all. A stratum that one group has to
     *       itself adds nothing.
     *   <li>One figure stands for all strata. Where treatment differs in opposite directions it averages these out; see
     *       {@link EquityOutcome#hasOppositeStrata()}.
     *   <li>A ratio is empty where one group never has the outcome, and the odds ratio also where one always has it.
     *   <li>Everybody or nobody has the outcome in every stratum: no interval, and no test.
     * </ul>
     *
     * @see <a href="https://doi.org/10.1093/jnci/22.4.719">Mantel and Haenszel (1959)</a>
     */
    public static final class Comparison {

        private final Score difference;
        private final Optional<Score> riskRatio;
        private final Optional<Score> oddsRatio;
        private final Optional<HypothesisTest> test;

        Comparison(
                Score difference, Optional<Score> riskRatio, Optional<Score> oddsRatio, Optional<HypothesisTest> test) {
            this.difference = difference;
            this.riskRatio = riskRatio;
            this.oddsRatio = oddsRatio;
            this.test = test;
        }

        /**
         * Returns the Mantel–Haenszel difference of the rates, B minus A in percentage points, with the variance of Sato, which holds for few large
         * strata and for many small ones.
         *
         * @return the score, from −100 to 100
         */
        public Score difference() {
            return difference;
        }

        /**
         * Returns the Mantel–Haenszel ratio of the rates, B over A, with the log interval of Greenland and Robins.
         *
         * @return the score, above 0; empty where one group never has the outcome
         */
        public Optional<Score> riskRatio() {
            return riskRatio;
        }

        /**
         * Returns the Mantel–Haenszel odds ratio, B over A, with the log interval of Robins, Breslow and Greenland; over one stratum it is Woolf's.
         *
         * @return the score, above 0; empty where one group never or always has the outcome
         */
        public Optional<Score> oddsRatio() {
            return oddsRatio;
        }

        /**
         * Returns the Cochran–Mantel–Haenszel test of no difference, without continuity correction. The square of its statistic is the
         * chi-square with one degree of freedom; the statistic is positive where B has the higher rate.
         *
         * @return the test; empty where the outcome does not vary within any stratum
         */
        public Optional<HypothesisTest> test() {
            return test;
        }

        /**
         * Returns the difference and the ratios in plain values; what JSON shows of it.
         *
         * @return the views: the difference, then those ratios that are defined
         */
        @JsonValue
        public List<ResultView> view() {
            return Stream.of(Optional.of(difference), riskRatio, oddsRatio)
                    .flatMap(Optional::stream)
                    .map(Score::view)
                    .toList();
        }

        /**
         * Returns the difference and the risk ratio with their 95 % intervals.
         *
         * @return for example {@code gap -1.8 (95% CI -4.7 to 1.1, n=4526), risk ratio 0.945 (95% CI 0.866 to 1.030, n=4526)}
         */
        @Override
        public String toString() {
            return "gap " + difference.estimate() + ", risk ratio "
                    + riskRatio.map(ratio -> ratio.estimate().toString()).orElse("undefined");
        }
    }
}

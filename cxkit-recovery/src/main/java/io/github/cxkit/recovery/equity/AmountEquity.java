package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Score;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A time or an amount of two groups, as geometric means: crude, of comparable cases, and what of the ratio is case mix.
 *
 * <p>Stratum 1 has refunds of 4, 6, 9 and 12 in group A and 6, 8, 14, 20 and 24 in group B, stratum 2 has 20, 30 and 44 against 28, 40, 60 and 90: B gets
 * 1.724 times as much as A in comparable cases.
 *
 * <ul>
 *   <li>Comparable cases: the mean differences of the logarithms in the strata, weighted by n1·n0/n; the residual variance of all groups in
 *       all these strata pooled; t with n − 2·(number of strata) degrees of freedom. Ratios are B over A.
 *   <li>Crude: Welch's interval on the logarithms.
 *   <li>{@link #caseMixFactor()} times {@link #treatmentFactor()} is the crude ratio (Kitagawa's midpoint, on logarithms). A stratum with one
 *       group only is taken to be alike in the other, so that its part is all case mix.
 *   <li>A geometric mean is about the typical case, not the total paid: one very large amount moves it little.
 *   <li>One amount per group and stratum, or amounts that do not vary: no interval.
 * </ul>
 *
 * @param <K> the type of the strata's keys
 */
public final class AmountEquity<K> extends EquityOutcome<K> {

    /** All that was computed before the other outcomes were known. */
    record Figures<K>(
            double geometricMeanA,
            double geometricMeanB,
            Score crude,
            Optional<Score> adjusted,
            GapSplit split,
            List<Stratum<K>> strata) {}

    private final Figures<K> figures;

    AmountEquity(Standing<K> standing, Figures<K> figures) {
        super(standing);
        this.figures = figures;
    }

    /**
     * Returns the geometric mean of group A.
     *
     * @return above 0, in the unit of the quantity; hours for a time
     */
    public double geometricMeanA() {
        return figures.geometricMeanA();
    }

    /**
     * Returns the geometric mean of group B.
     *
     * @return above 0, in the unit of the quantity; hours for a time
     */
    public double geometricMeanB() {
        return figures.geometricMeanB();
    }

    /**
     * Returns the ratio of the geometric means of all cases, comparable or not.
     *
     * @return B over A
     */
    public Score crude() {
        return figures.crude();
    }

    /**
     * Returns the ratio of the geometric means of comparable cases.
     *
     * @return B over A; empty where no stratum has both groups
     */
    public Optional<Score> adjusted() {
        return figures.adjusted();
    }

    /**
     * Returns the part of the crude ratio that is due to the groups' cases being of different kinds.
     *
     * @return a factor, B over A
     */
    public double caseMixFactor() {
        return Math.exp(figures.split().caseMix());
    }

    /**
     * Returns the part of the crude ratio that is due to cases of the same kind ending differently.
     *
     * @return a factor, B over A
     */
    public double treatmentFactor() {
        return Math.exp(figures.split().treatment());
    }

    /**
     * Returns the geometric means by stratum, where both groups have enough cases to be shown.
     *
     * @return the strata, in the order of their first case
     */
    public List<Stratum<K>> strata() {
        return figures.strata();
    }

    @Override
    public Optional<Score> ratio() {
        return adjusted();
    }

    @Override
    public boolean isSimpsonsParadox() {
        return adjusted()
                .filter(score -> areOpposite(Math.log(score.value()), Math.log(crude().value())))
                .isPresent();
    }

    /**
     * The geometric means of both groups in one stratum.
     *
     * @param <K> the type of the key
     * @param key the stratum
     * @param countA the number of amounts in group A
     * @param geometricMeanA their geometric mean, in the unit of the quantity
     * @param countB the number of amounts in group B
     * @param geometricMeanB their geometric mean, in the unit of the quantity
     */
    public record Stratum<K>(K key, long countA, double geometricMeanA, long countB, double geometricMeanB) {

        /**
         * Checks the key.
         *
         * @param key the stratum
         * @param countA the number of amounts in group A
         * @param geometricMeanA their geometric mean
         * @param countB the number of amounts in group B
         * @param geometricMeanB their geometric mean
         */
        public Stratum {
            Objects.requireNonNull(key, "key");
        }
    }
}

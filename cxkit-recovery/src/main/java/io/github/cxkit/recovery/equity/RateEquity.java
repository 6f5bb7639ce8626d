package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import java.util.List;
import java.util.Optional;

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
            RateComparison crude,
            Optional<RateComparison> adjusted,
            GapSplit split,
            List<RateStratum<K>> strata) {}

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
    public RateComparison crude() {
        return figures.crude();
    }

    /**
     * Returns the comparison of comparable cases.
     *
     * @return the comparison, over all strata with both groups; empty where there is none
     */
    public Optional<RateComparison> adjusted() {
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
    public List<RateStratum<K>> strata() {
        return figures.strata();
    }

    @Override
    public Optional<Score> ratio() {
        return adjusted().flatMap(RateComparison::riskRatio);
    }

    @Override
    public boolean isSimpsonsParadox() {
        return adjusted()
                .filter(comparison -> areOpposite(
                        comparison.difference().value(), crude().difference().value()))
                .isPresent();
    }
}

package io.github.cxkit.metrics.change;

import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.numbers.Normal;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What can be said about a difference, whatever it is a difference of: two groups, the same customers twice, two changes.
 *
 * <p>A difference of 16.7 points with a 95 % interval from −21.1 to 53.4 is INCONCLUSIVE.
 *
 * <pre>{@code
 * VerdictRule.withDefaults().withConfidence(0.9).withSmallestEffectOfInterest(2).judge(change);
 * }</pre>
 *
 * <p>Defaults: 95 %, and no smallest effect of interest.
 */
public final class VerdictRule {

    private static final VerdictRule DEFAULTS = new VerdictRule(Normal.DEFAULT_CONFIDENCE, OptionalDouble.empty());

    private final double confidence;
    private final OptionalDouble smallestOfInterest;

    private VerdictRule(double confidence, OptionalDouble smallestOfInterest) {
        this.confidence = confidence;
        this.smallestOfInterest = smallestOfInterest;
    }

    /**
     * Returns the rule at 95 % and without a margin.
     *
     * @return the default rule
     */
    public static VerdictRule withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a copy that judges at another confidence.
     *
     * @param newConfidence between 0.5 and 1
     * @return the copy
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
     */
    public VerdictRule withConfidence(double newConfidence) {
        if (!(newConfidence > 0.5)) {
            throw new IllegalArgumentException("confidence must be between 0.5 and 1, but was " + newConfidence);
        }
        Normal.checkConfidence(newConfidence);
        return new VerdictRule(newConfidence, smallestOfInterest);
    }

    /**
     * Returns a copy that can find that nothing material has changed.
     *
     * @param margin the smallest change that would matter, more than 0, in the unit of the change
     * @return the copy
     * @throws IllegalArgumentException if the margin is not positive and finite
     */
    public VerdictRule withSmallestEffectOfInterest(double margin) {
        if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("smallest effect of interest must be in (0, ∞), but was " + margin);
        }
        return new VerdictRule(confidence, OptionalDouble.of(margin));
    }

    /**
     * Returns the confidence at which this rule judges.
     *
     * @return between 0.5 and 1
     */
    public double confidence() {
        return confidence;
    }

    /**
     * Judges a difference.
     *
     * <p>INCONCLUSIVE where the difference has {@linkplain Score#caveats caveats}: chance is not all that moves it. Then, if a smallest effect of interest was stated: {@link Verdict#NO_MATERIAL_CHANGE} where the interval at 1 − 2(1 − confidence), 90 % by
     * default, lies inside ± that margin (two one-sided tests, Schuirmann 1987, doi:10.1007/BF01068419), even if it leaves 0 out. Then
     * IMPROVED or WORSENED, by the direction of the metric, where the interval leaves 0 out. Else INCONCLUSIVE.
     *
     * @param difference a score of which 0 means that nothing moved
     * @return the verdict
     * @throws IllegalStateException if there are no answers
     */
    public Verdict judge(Score difference) {
        if (!difference.caveats().isEmpty()) {
            return Verdict.INCONCLUSIVE;
        }
        if (smallestOfInterest.isPresent() && isWithin(difference, smallestOfInterest.getAsDouble())) {
            return Verdict.NO_MATERIAL_CHANGE;
        }
        if (!excludesZero(difference)) {
            return Verdict.INCONCLUSIVE;
        }
        return difference.value() * difference.metric().direction().sign() > 0 ? Verdict.IMPROVED : Verdict.WORSENED;
    }

    /**
     * Returns whether the interval of a difference leaves no change out, material or not.
     *
     * @param difference a score of which 0 means that nothing moved
     * @return false where there is no interval
     * @throws IllegalStateException if there are no answers
     */
    public boolean excludesZero(Score difference) {
        return difference
                .estimate(confidence)
                .interval()
                .filter(interval -> !interval.contains(0))
                .isPresent();
    }

    /**
     * Returns the p-value of no change, by inverting the interval. It depends on no confidence, and no verdict depends on it.
     *
     * @param difference a score of which 0 means that nothing moved
     * @return from 0 to 1; empty where there is no interval
     * @throws IllegalStateException if there are no answers
     */
    public static OptionalDouble pValue(Score difference) {
        return difference.uncertainty().reasonWithoutLimits().isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(difference.testAgainst(0).pValue());
    }

    private boolean isWithin(Score difference, double margin) {
        return difference
                .estimate(1 - 2 * (1 - confidence))
                .interval()
                .filter(interval -> -margin < interval.lower() && interval.upper() < margin)
                .isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerdictRule that
                && confidence == that.confidence
                && smallestOfInterest.equals(that.smallestOfInterest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(confidence, smallestOfInterest);
    }
}

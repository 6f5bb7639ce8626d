package io.github.cxkit.metrics.change;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A judged difference, with its interval and a verdict: two scores of independent groups or periods, after minus before; or a difference that was worked out
 * otherwise, of the same customers twice or by a fit.
 *
 * <p>From 10 detractors, 9 passives and 11 promoters to 4, 16 and 10 the NPS rises by 16.7 points, with a 95 % interval from −21.1 to
 * 53.4: INCONCLUSIVE.
 *
 * <pre>{@code
 * Change change = Change.between(before, after).withSmallestEffectOfInterest(2);
 * change.difference();    // the effect with its interval
 * change.verdict();       // IMPROVED, WORSENED, NO_MATERIAL_CHANGE or INCONCLUSIVE
 * change.against(Change.between(controlBefore, controlAfter)).difference();    // the difference in differences
 * }</pre>
 *
 * <ul>
 *   <li>Two standard errors (means): Welch's interval, degrees of freedom by Satterthwaite.
 *   <li>Limits on one side or both (net scores, shares): MOVER (Zou and Donner 2008), the square-and-add of the distances from value to limit; for
 *       shares this is Newcombe's hybrid score interval (1998, method 10). doi:10.1002/sim.3095
 *   <li>Both on the scale on which the metric compares ({@link Metric#link}): geometric means change by a ratio, and value, interval and margin are in per cent of the value before. −20.0 is a fifth less. Two
 *       such changes are compared as ratios again.
 *   <li>No limits on one side: no interval, and the verdict is INCONCLUSIVE. So it is where all values of a side are equal and the metric has no bounds; on a bounded
 *       one they have exact limits, and the rule is MOVER.
 *   <li>A side with {@linkplain Score#caveats caveats}: the verdict is INCONCLUSIVE, whatever the interval.
 *   <li>Swapping the sides negates difference and interval.
 *   <li>The groups must be independent. For the same customers twice this interval is too wide or too narrow.
 *   <li>Two overlapping intervals are no test: they may overlap though the change is beyond doubt.
 *   <li>{@link #threats()} are what a design cannot tell, as far as the caller told it; no verdict depends on them.
 * </ul>
 */
public final class Change implements Score {

    private final Score difference;
    private final VerdictRule rule;
    private final Set<ValidityThreat> threats;

    private Change(Score difference, VerdictRule rule, Set<ValidityThreat> threats) {
        this.difference = difference;
        this.rule = Objects.requireNonNull(rule, "rule");
        this.threats = threats;
        difference.value();
    }

    /**
     * Returns the change between two scores.
     *
     * @param before the earlier score, or that of the group to compare with
     * @param after the later score, or that of the group in question
     * @return the change, at 95 % and without a margin
     * @throws IllegalArgumentException if the metrics differ (the message names both), or a side is known between bounds only
     * @throws IllegalStateException if a side has no answers
     */
    public static Change between(Score before, Score after) {
        return new Change(new Difference(before, after), VerdictRule.withDefaults(), Set.of());
    }

    /**
     * Returns a difference that was worked out otherwise as a change: of the same customers twice, of overlapping groups, by a fit.
     *
     * @param metric what the difference is a difference in
     * @param difference a score of which 0 means that nothing moved; in the unit of a change of the metric, which is per cent for geometric means
     * @return the change, at 95 % and without a margin, and without sides
     * @throws IllegalArgumentException if a standard error is on another scale than that of a change of the metric
     * @throws IllegalStateException if there are no answers
     */
    public static Change of(Metric metric, Score difference) {
        return new Change(Fitted.of(metric, difference), VerdictRule.withDefaults(), Set.of());
    }

    /**
     * Returns by how much this change exceeds that of a control group: the difference in differences.
     *
     * @param control the change over the same time of those who got nothing; independent of this one
     * @return the change from the control's change to this one, judged by the rule of this one
     * @throws IllegalArgumentException if the metrics differ (the message names both), or a change is known between bounds only
     */
    public Change against(Change control) {
        return new Change(new Difference(control, this), rule, threats);
    }

    /**
     * Returns a copy that is judged by another rule.
     *
     * @param newRule the rule
     * @return the copy
     */
    public Change withRule(VerdictRule newRule) {
        return new Change(difference, newRule, threats);
    }

    /**
     * Returns a copy that is judged at another confidence.
     *
     * @param newConfidence between 0.5 and 1
     * @return the copy
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
     */
    public Change withConfidence(double newConfidence) {
        return withRule(rule.withConfidence(newConfidence));
    }

    /**
     * Returns a copy that can find that nothing material has changed.
     *
     * @param margin the smallest change that would matter, more than 0, in the unit of the change: per cent for geometric means
     * @return the copy
     * @throws IllegalArgumentException if the margin is not positive and finite
     */
    public Change withSmallestEffectOfInterest(double margin) {
        return withRule(rule.withSmallestEffectOfInterest(margin));
    }

    /**
     * Returns a copy that says what its design cannot tell.
     *
     * @param newThreats what else than what is claimed might explain the change
     * @return the copy
     */
    public Change withThreats(Set<ValidityThreat> newThreats) {
        Set<ValidityThreat> copy = EnumSet.noneOf(ValidityThreat.class);
        copy.addAll(newThreats);
        return new Change(difference, rule, Collections.unmodifiableSet(copy));
    }

    /**
     * Returns the difference, after minus before, with its interval at the confidence of the rule; for geometric means the relative change in per cent.
     *
     * @return the estimate
     */
    public Estimate difference() {
        return estimate(rule.confidence());
    }

    /**
     * Returns the p-value of no change, by inverting the interval: below 1 − confidence where the interval leaves 0 out, but for rounding at
     * the boundary. The verdict never depends on it.
     *
     * @return from 0 to 1; empty where there is no interval
     */
    public OptionalDouble pValue() {
        return VerdictRule.pValue(this);
    }

    /**
     * Returns whether the interval leaves no change out, material or not.
     *
     * @return false where there is no interval
     */
    public boolean excludesZero() {
        return rule.excludesZero(this);
    }

    /**
     * Returns what can be said about the change, by {@link VerdictRule#judge}.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return rule.judge(this);
    }

    /**
     * Returns the change in per cent of the value before, with its interval by MOVER-R (Donner and Zou 2012, doi:10.1177/0962280210383082): −20.0 where
     * a share fell from 50 % to 40 %. Of geometric means, which change by ratios anyway, it is {@link #difference()}. A median of times may be 0, and geometric means do not exist
     * where a time is 0: Kaplan–Meier means up to a horizon change in per cent there, too.
     *
     * @return the estimate; empty where the metric has no true zero, the value before is 0, or the sides are not known; without interval where the interval
     *     before reaches 0
     */
    public Optional<Estimate> relative() {
        if (!(difference instanceof Difference sides)
                || !sides.before().metric().hasTrueZero()
                || !(sides.before().value() > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                metric().link().isAdditive()
                        ? RatioLimits.of(sides, rule.confidence()).estimate(rule.confidence())
                        : difference());
    }

    /**
     * Returns the score before; of a difference in differences, the change of the control group.
     *
     * @return the earlier side; empty where the difference was worked out otherwise
     */
    public Optional<Score> before() {
        return difference instanceof Difference sides ? Optional.of(sides.before()) : Optional.empty();
    }

    /**
     * Returns the score after; of a difference in differences, the change of those who got the initiative.
     *
     * @return the later side; empty where the difference was worked out otherwise
     */
    public Optional<Score> after() {
        return difference instanceof Difference sides ? Optional.of(sides.after()) : Optional.empty();
    }

    /**
     * Returns the rule by which the change is judged.
     *
     * @return at 95 % and without a margin unless stated
     */
    public VerdictRule rule() {
        return rule;
    }

    /**
     * Returns what the design cannot tell, as far as the caller told it.
     *
     * @return unmodifiable, usually empty; each explains itself
     */
    public Set<ValidityThreat> threats() {
        return threats;
    }

    @Override
    public Metric metric() {
        return difference.metric();
    }

    @Override
    public double value() {
        return difference.value();
    }

    /**
     * Returns the number of answers on both sides together; of the same customers twice, the number of customers.
     *
     * @return 0 where neither side knows it
     */
    @Override
    public long count() {
        return difference.count();
    }

    /**
     * Returns the effective numbers of answers on both sides together.
     *
     * @return at most {@link #count()}
     */
    @Override
    public double effectiveCount() {
        return difference.effectiveCount();
    }

    @Override
    public boolean isEmpty() {
        return difference.isEmpty();
    }

    /**
     * Returns the lower of the grades of both sides: a comparison is as good as its weaker side.
     *
     * @return the grade
     */
    @Override
    public BaseSize base() {
        return difference.base();
    }

    /** Returns those of both sides. */
    @Override
    public List<String> caveats() {
        return difference.caveats();
    }

    /** Returns those of both sides, and what the two of them together make doubtful. */
    @Override
    public List<String> notes() {
        return difference.notes();
    }

    @Override
    public Uncertainty uncertainty() {
        return difference.uncertainty();
    }

    /** Returns how sure the change is where the sides are estimated by these methods. */
    @Override
    public Uncertainty uncertainty(Estimator methods) {
        return difference.uncertainty(methods);
    }

    /**
     * Returns the difference, the verdict and both sides in plain values; what JSON shows of it.
     *
     * @return the view, whose notes explain the {@link #threats()}; without sides where the difference was worked out otherwise
     */
    @JsonValue
    @Override
    public ResultView view() {
        ResultView view = difference()
                .view()
                .withVerdict(verdict())
                .withMoreNotes(threats.stream().map(ValidityThreat::explanation).toList());
        return difference instanceof Difference sides
                ? view.withSides(sides.before().view(), sides.after().view())
                : view;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change that
                && difference.equals(that.difference)
                && rule.equals(that.rule)
                && threats.equals(that.threats);
    }

    @Override
    public int hashCode() {
        return Objects.hash(difference, rule, threats);
    }

    /**
     * Returns the name, the difference, the verdict, and what the design cannot tell.
     *
     * @return for example {@code change in NPS 16.7 (95% CI -21.1 to 53.4, n=60): INCONCLUSIVE}, or with {@code , [NO_CONTROL, SEASONALITY]} behind it
     */
    @Override
    public String toString() {
        return metric().name() + " " + difference() + ": " + verdict() + (threats.isEmpty() ? "" : ", " + threats);
    }
}

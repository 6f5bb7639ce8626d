package io.github.cxkit.metrics.change;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.rating.RatingScore;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Did the initiative work? The change of those who got it, less the change of those who did not: the difference in differences.
 *
 * <p>The treated NPS rose from 25.0 to 37.0, that of the control group from 24.0 to 25.5: of 12.0 points 10.5 remain, with a 95 % interval
 * from 1.0 to 19.9.
 *
 * <pre>{@code
 * InitiativeEffect effect = InitiativeEffect.of(Change.between(treatedBefore, treatedAfter))
 *         .withControl(Change.between(controlBefore, controlAfter));
 * effect.estimate();
 * effect.verdict();
 * effect.limits();     // [PARALLEL_TRENDS_ASSUMED]
 * }</pre>
 *
 * <ul>
 *   <li>The interval follows the rule of every {@link Change}, applied to the two changes: Welch's where both have a standard error, else MOVER.
 *   <li>Changes of geometric means are ratios, and so is the effect: −20 % where the time of the treated went to 0.72 and that of the control group to
 *       0.9 of what it was.
 *   <li>Without a control group the effect is the plain change, and {@link #limits()} says so.
 *   <li>The changes may be of independent groups or of the same customers; the treated must be independent of the control.
 *   <li>{@link #limits()} can only know what the caller told. Whether the initiative leaked into the control group it cannot know.
 * </ul>
 */
public final class InitiativeEffect implements Score {

    private final Score treated;
    private final Optional<Score> control;
    /** The plain change, or the change of changes. */
    private final Score effect;

    private final VerdictRule rule;
    private final boolean pickedForBeingBad;
    private final boolean sameSeason;
    private final boolean drawnByLot;

    private InitiativeEffect(
            Score treated,
            Optional<Score> control,
            VerdictRule rule,
            boolean pickedForBeingBad,
            boolean sameSeason,
            boolean drawnByLot) {
        this.treated = treated;
        this.control = control;
        this.effect = control.isPresent() ? Change.between(control.get(), treated) : treated;
        this.rule = rule;
        this.pickedForBeingBad = pickedForBeingBad;
        this.sameSeason = sameSeason;
        this.drawnByLot = drawnByLot;
    }

    /**
     * Returns the effect as far as the treated alone can tell.
     *
     * @param treatedChange the change of those who got the initiative
     * @return the effect, without a control group, at 95 % and without a margin
     * @throws IllegalArgumentException if the score is no change
     * @throws IllegalStateException if there are no answers
     */
    public static InitiativeEffect of(Score treatedChange) {
        if (!(treatedChange.metric() instanceof ChangeMetric) && !(treatedChange.metric() instanceof RelativeMetric)) {
            throw new IllegalArgumentException("the treated must be given as a change, but were given as "
                    + treatedChange.metric() + "\nMaybe use Change.between(before, after).");
        }
        treatedChange.value();
        return new InitiativeEffect(treatedChange, Optional.empty(), VerdictRule.withDefaults(), false, false, false);
    }

    /**
     * Returns a copy with a control group.
     *
     * @param controlChange the change of those who did not get the initiative, over the same time
     * @return the copy
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws IllegalStateException if there are no answers
     */
    public InitiativeEffect withControl(Score controlChange) {
        return new InitiativeEffect(
                treated, Optional.of(controlChange), rule, pickedForBeingBad, sameSeason, drawnByLot);
    }

    /**
     * Returns a copy that knows that the treated were picked for being bad: the worst branch, the angriest customers. Such a unit
     * gets better by itself.
     *
     * @return the copy
     */
    public InitiativeEffect withUnitPickedForBeingBad() {
        return new InitiativeEffect(treated, control, rule, true, sameSeason, drawnByLot);
    }

    /**
     * Returns a copy that knows that before and after lie in the same season, such as the same month of two years.
     *
     * @return the copy
     */
    public InitiativeEffect withSameSeason() {
        return new InitiativeEffect(treated, control, rule, pickedForBeingBad, true, drawnByLot);
    }

    /**
     * Returns a copy that knows that it was drawn by lot who got the initiative and who did not.
     *
     * @return the copy
     * @throws IllegalStateException if there is no control group
     */
    public InitiativeEffect withGroupsDrawnByLot() {
        if (control.isEmpty()) {
            throw new IllegalStateException("groups drawn by lot need a control group, but there is none");
        }
        return new InitiativeEffect(treated, control, rule, pickedForBeingBad, sameSeason, true);
    }

    /**
     * Returns a copy that is judged at another confidence.
     *
     * @param newConfidence between 0.5 and 1
     * @return the copy
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
     */
    public InitiativeEffect withConfidence(double newConfidence) {
        return withRule(rule.withConfidence(newConfidence));
    }

    /**
     * Returns a copy that can find that the initiative had no material effect.
     *
     * @param margin the smallest effect that would matter, more than 0, in the unit of the effect
     * @return the copy
     * @throws IllegalArgumentException if the margin is not positive and finite
     */
    public InitiativeEffect withSmallestChangeThatMatters(double margin) {
        return withRule(rule.withSmallestChangeThatMatters(margin));
    }

    private InitiativeEffect withRule(VerdictRule newRule) {
        return new InitiativeEffect(treated, control, newRule, pickedForBeingBad, sameSeason, drawnByLot);
    }

    /**
     * Returns the effect with its interval, at the confidence of this effect.
     *
     * @return the estimate
     */
    public Estimate difference() {
        return estimate(rule.confidence());
    }

    /**
     * Returns what can be said about the effect, by {@link VerdictRule#judge}, within the {@link #limits()} of the design.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return rule.judge(this);
    }

    /**
     * Returns the p-value of no effect, by inverting the interval.
     *
     * @return from 0 to 1; empty where there is no interval
     */
    public OptionalDouble pValue() {
        return VerdictRule.pValue(this);
    }

    @Override
    public List<String> caveats() {
        return effect.caveats();
    }

    /**
     * Returns what the design cannot tell.
     *
     * <p>Without a control group: NO_CONTROL, and SEASONALITY unless the caller said that the season is the same. With one:
     * PARALLEL_TRENDS_ASSUMED unless the groups were drawn by lot. REGRESSION_TO_THE_MEAN where the caller said that the unit was
     * picked for being bad, unless the groups were drawn by lot, for then the control group gets better by itself as much.
     *
     * @return the limits, unmodifiable; each explains itself
     */
    public Set<ValidityThreat> limits() {
        Set<ValidityThreat> limits = EnumSet.noneOf(ValidityThreat.class);
        if (control.isEmpty()) {
            limits.add(ValidityThreat.NO_CONTROL);
            if (!sameSeason) {
                limits.add(ValidityThreat.SEASONALITY);
            }
        } else if (!drawnByLot) {
            limits.add(ValidityThreat.PARALLEL_TRENDS_ASSUMED);
        }
        if (pickedForBeingBad && !drawnByLot) {
            limits.add(ValidityThreat.REGRESSION_TO_THE_MEAN);
        }
        return Collections.unmodifiableSet(limits);
    }

    /**
     * Returns the same effect with Wald's interval, for comparison with others' figures: z times the root of the sum of the squared standard errors, each
     * with the variance of divisor n. At small n it misses the truth too often.
     *
     * @return the effect; empty unless all that was compared are changes between rating scores; without interval where no answer varies
     */
    public Optional<Score> wald() {
        return Stream.concat(Stream.of(treated), control.stream()).allMatch(InitiativeEffect::isBetweenRatings)
                ? Optional.of(
                        new WaldEffect(effect, control.map(c -> variance(c)).orElse(0.0) + variance(treated)))
                : Optional.empty();
    }

    private static boolean isBetweenRatings(Score score) {
        return score instanceof Change change
                && change.before() instanceof RatingScore
                && change.after() instanceof RatingScore;
    }

    private static double variance(Score score) {
        Change change = (Change) score;
        return variance((RatingScore) change.before()) + variance((RatingScore) change.after());
    }

    /** From divisor n − 1 to divisor n. */
    private static double variance(RatingScore side) {
        double error = side.standardError().orElse(0);
        return error * error * (side.count() - 1) / side.count();
    }

    /** An effect with another uncertainty. */
    private record WaldEffect(Score effect, double variance) implements Score {

        @Override
        public Metric metric() {
            return effect.metric();
        }

        @Override
        public double value() {
            return effect.value();
        }

        @Override
        public long count() {
            return effect.count();
        }

        @Override
        public double effectiveCount() {
            return effect.effectiveCount();
        }

        @Override
        public Uncertainty uncertainty() {
            double value = value();
            double error = Math.sqrt(variance);
            return error == 0
                    ? new Uncertainty.NotEstimable("no answer varies")
                    : new Uncertainty.Limits("Wald", z -> new Interval(value - z * error, value + z * error));
        }
    }

    /**
     * Returns the change of those who got the initiative.
     *
     * @return the change
     */
    public Score treated() {
        return treated;
    }

    /**
     * Returns the change of those who did not.
     *
     * @return the change; empty where there is no control group
     */
    public Optional<Score> control() {
        return control;
    }

    /**
     * Returns what the effect is counted in: a change, or where there is a control group a change of a change.
     *
     * @return the metric
     */
    @Override
    public Metric metric() {
        return effect.metric();
    }

    @Override
    public double value() {
        return effect.value();
    }

    @Override
    public long count() {
        return effect.count();
    }

    @Override
    public double effectiveCount() {
        return effect.effectiveCount();
    }

    @Override
    public BaseSize base() {
        return effect.base();
    }

    @Override
    public Uncertainty uncertainty() {
        return effect.uncertainty();
    }

    /**
     * Returns the effect, the verdict, the change of the control group and that of the treated in plain values; what JSON shows of it.
     *
     * @return the view, whose notes explain the {@link #limits()}; without a control group it has no sides
     */
    @JsonValue
    @Override
    public ResultView view() {
        ResultView view = difference()
                .view()
                .withVerdict(verdict())
                .withMoreNotes(
                        limits().stream().map(ValidityThreat::explanation).toList());
        return control.map(change -> view.withSides(change.view(), treated.view()))
                .orElse(view);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InitiativeEffect that
                && effect.equals(that.effect)
                && control.equals(that.control)
                && rule.equals(that.rule)
                && pickedForBeingBad == that.pickedForBeingBad
                && sameSeason == that.sameSeason
                && drawnByLot == that.drawnByLot;
    }

    @Override
    public int hashCode() {
        return Objects.hash(effect, control, rule, pickedForBeingBad, sameSeason, drawnByLot);
    }

    /**
     * Returns the effect, the verdict and the limits.
     *
     * @return for example {@code effect 10.5 (95% CI 1.0 to 19.9, n=4000): IMPROVED, [PARALLEL_TRENDS_ASSUMED]}
     */
    @Override
    public String toString() {
        return "effect " + difference() + ": " + verdict() + ", " + limits();
    }
}

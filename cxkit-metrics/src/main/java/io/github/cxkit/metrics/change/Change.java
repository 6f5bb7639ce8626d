package io.github.cxkit.metrics.change;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Welch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The change from one score to another of independent groups or periods: after minus before, with its interval and a verdict.
 *
 * <p>From 10 detractors, 9 passives and 11 promoters to 4, 16 and 10 the NPS rises by 16.7 points, with a 95 % interval from −21.1 to
 * 53.4: INCONCLUSIVE.
 *
 * <pre>{@code
 * Change change = Change.between(before, after).withSmallestChangeThatMatters(2);
 * change.difference();    // the effect with its interval
 * change.verdict();       // IMPROVED, WORSENED, NO_MATERIAL_CHANGE or INCONCLUSIVE
 * }</pre>
 *
 * <ul>
 *   <li>Two standard errors (means): Welch's interval, degrees of freedom by Satterthwaite.
 *   <li>Limits on one side or both (net scores, shares): MOVER (Zou and Donner 2008), the square-and-add of the distances from value to limit; for
 *       shares this is Newcombe's hybrid score interval (1998, method 10). doi:10.1002/sim.3095
 *   <li>Geometric means change by a ratio: value, interval and margin are in per cent of the value before, by Welch's interval of the difference of
 *       the logarithms. −20.0 is a fifth less. Two such changes are compared as ratios again, by MOVER on their logarithms.
 *   <li>No limits on one side, or equal values on both: no interval, and the verdict is INCONCLUSIVE. (Equal values on one side only: Welch's
 *       interval rests on the other.)
 *   <li>A side with {@linkplain Score#caveats caveats}: the verdict is INCONCLUSIVE, whatever the interval.
 *   <li>Swapping the sides negates difference and interval.
 *   <li>The groups must be independent. For the same customers twice this interval is too wide or too narrow.
 *   <li>Two overlapping intervals are no test: they may overlap though the change is beyond doubt.
 * </ul>
 */
public final class Change implements Score {

    private final Score before;
    private final Score after;
    private final VerdictRule rule;

    private Change(Score before, Score after, VerdictRule rule) {
        this.before = Objects.requireNonNull(before, "before");
        this.after = Objects.requireNonNull(after, "after");
        this.rule = rule;
        if (!before.metric().equals(after.metric())) {
            throw new IllegalArgumentException(before.metric() + " cannot be compared with " + after.metric());
        }
    }

    /**
     * Returns the change between two scores.
     *
     * @param before the earlier score, or that of the group to compare with
     * @param after the later score, or that of the group in question
     * @return the change, at 95 % and without a margin
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws IllegalStateException if a side has no answers
     */
    public static Change between(Score before, Score after) {
        return new Change(before, after, VerdictRule.withDefaults()).defined();
    }

    private Change defined() {
        value();
        return this;
    }

    /**
     * Returns a copy that is judged at another confidence.
     *
     * @param newConfidence between 0.5 and 1
     * @return the copy
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
     */
    public Change withConfidence(double newConfidence) {
        return new Change(before, after, rule.withConfidence(newConfidence));
    }

    /**
     * Returns a copy that can find that nothing material has changed.
     *
     * @param margin the smallest change that would matter, more than 0, in the unit of the change: per cent for geometric means
     * @return the copy
     * @throws IllegalArgumentException if the margin is not positive and finite
     */
    public Change withSmallestChangeThatMatters(double margin) {
        return new Change(before, after, rule.withSmallestChangeThatMatters(margin));
    }

    /**
     * Returns the difference, after minus before, with its interval; for geometric means the relative change in per cent.
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
     * a share fell from 50 % to 40 %.
     *
     * @return the estimate; empty where the metric has no true zero or the value before is 0; without interval where the interval before
     *     reaches 0
     */
    public Optional<Estimate> relative() {
        return before.metric().hasTrueZero() && before.value() > 0
                ? Optional.of(relativeChange().estimate(rule.confidence()))
                : Optional.empty();
    }

    private RelativeChange relativeChange() {
        return new RelativeChange(this, rule.confidence());
    }

    /**
     * Returns the score before.
     *
     * @return the earlier side
     */
    public Score before() {
        return before;
    }

    /**
     * Returns the score after.
     *
     * @return the later side
     */
    public Score after() {
        return after;
    }

    @Override
    public Metric metric() {
        return before.metric().changesInPercent() ? relativeChange().metric() : new ChangeMetric(before.metric());
    }

    @Override
    public double value() {
        if (before.metric() instanceof RelativeMetric) {
            return 100 * (ratio(after.value()) / ratio(before.value()) - 1);
        }
        return before.metric().changesInPercent() ? relativeChange().value() : after.value() - before.value();
    }

    /**
     * Returns the number of answers on both sides together.
     *
     * @return 2 or more
     */
    @Override
    public long count() {
        return Math.addExact(before.count(), after.count());
    }

    /**
     * Returns the effective numbers of answers on both sides together.
     *
     * @return at most {@link #count()}
     */
    @Override
    public double effectiveCount() {
        return before.effectiveCount() + after.effectiveCount();
    }

    /**
     * Returns the lower of the grades of both sides: a comparison is as good as its weaker side.
     *
     * @return the grade
     */
    @Override
    public BaseSize base() {
        return before.base().compareTo(after.base()) < 0 ? before.base() : after.base();
    }

    /** Returns those of both sides. */
    @Override
    public List<String> caveats() {
        return Stream.concat(
                        before.caveats().stream().map(caveat -> "before: " + caveat),
                        after.caveats().stream().map(caveat -> "after: " + caveat))
                .toList();
    }

    @Override
    public Uncertainty uncertainty() {
        if (before.metric().changesInPercent()) {
            return relativeChange().uncertainty();
        }
        if (before.metric() instanceof RelativeMetric) {
            return ratioOfRatios();
        }
        Uncertainty earlier = before.uncertainty();
        Uncertainty later = after.uncertainty();
        if (earlier instanceof Uncertainty.StandardError one
                && later instanceof Uncertainty.StandardError other
                && one.standardError() + other.standardError() > 0) {
            Welch welch = Welch.of(
                    one.standardError(), one.degreesOfFreedom(), other.standardError(), other.degreesOfFreedom());
            return new Uncertainty.StandardError(welch.standardError(), welch.degreesOfFreedom());
        }
        Optional<String> reason = earlier.reasonWithoutLimits()
                .map(why -> "before: " + why)
                .or(() -> later.reasonWithoutLimits().map(why -> "after: " + why));
        if (reason.isPresent()) {
            return new Uncertainty.NotEstimable(reason.get());
        }
        double valueBefore = before.value();
        double valueAfter = after.value();
        return new Uncertainty.Limits(
                "MOVER",
                z -> mover(
                        valueBefore,
                        earlier.limits(valueBefore, z).orElseThrow(),
                        valueAfter,
                        later.limits(valueAfter, z).orElseThrow()));
    }

    /** Of −20 % the ratio 0.8. */
    private static double ratio(double percent) {
        return 1 + percent / 100;
    }

    private static Interval logarithms(Interval percent) {
        return new Interval(Math.log(ratio(percent.lower())), Math.log(ratio(percent.upper())));
    }

    /** Changes in per cent are compared as ratios: MOVER on their logarithms. */
    private Uncertainty ratioOfRatios() {
        Uncertainty earlier = before.uncertainty();
        Uncertainty later = after.uncertainty();
        Optional<String> reason = earlier.reasonWithoutLimits().or(later::reasonWithoutLimits);
        if (reason.isPresent()) {
            return new Uncertainty.NotEstimable(reason.get());
        }
        return new Uncertainty.Limits("MOVER on logarithms", z -> {
            Interval limits = mover(
                    Math.log(ratio(before.value())),
                    logarithms(earlier.limits(before.value(), z).orElseThrow()),
                    Math.log(ratio(after.value())),
                    logarithms(later.limits(after.value(), z).orElseThrow()));
            return new Interval(100 * Math.expm1(limits.lower()), 100 * Math.expm1(limits.upper()));
        });
    }

    private static Interval mover(double before, Interval beforeLimits, double after, Interval afterLimits) {
        double difference = after - before;
        return new Interval(
                difference - Math.hypot(after - afterLimits.lower(), beforeLimits.upper() - before),
                difference + Math.hypot(afterLimits.upper() - after, before - beforeLimits.lower()));
    }

    /**
     * Returns the difference, the verdict and both sides in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    @Override
    public ResultView view() {
        return difference().view().withVerdict(verdict()).withSides(before.view(), after.view());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change that
                && before.equals(that.before)
                && after.equals(that.after)
                && rule.equals(that.rule);
    }

    @Override
    public int hashCode() {
        return Objects.hash(before, after, rule);
    }

    /**
     * Returns the name, the difference and the verdict.
     *
     * @return for example {@code change in NPS 16.7 (95% CI -21.1 to 53.4, n=60): INCONCLUSIVE}
     */
    @Override
    public String toString() {
        return metric().name() + " " + difference() + ": " + verdict();
    }
}

package io.github.cxkit.recovery.paradox;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Checks;
import io.github.cxkit.metrics.numbers.Normal;
import io.github.cxkit.metrics.numbers.Rounding;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One {@link Estimand} with its estimate, its interval of 90 %, its one-sided p-value and its verdict, in points of the outcome's scale; more
 * than 0 is a gain, also on a scale where low is good.
 *
 * <p>Gains of 1 1 1 1 0 −1 2 1 1 0 2 −1 have the mean 0.67, the interval 0.21 to 1.13 and p = 0.0123: {@link Verdict#PARADOX}.
 *
 * <ul>
 *   <li>Too few customers, or customers who do not vary: no estimate, {@link Verdict#NOT_ESTIMABLE} and a {@link #reason()}.
 *   <li>All p-values are one-sided, so that p &lt; 0.05 goes with a bound of the 90 % interval.
 * </ul>
 */
public final class ParadoxEffect {

    static final double CONFIDENCE = 0.9;

    private final Estimand estimand;
    private final Thresholds thresholds;
    private final long withFailure;
    private final long withoutFailure;
    private final Optional<Fit.Fitted> fitted;
    private final Optional<Figure> score;
    private final Optional<String> reason;
    private final Optional<Estimate> estimate;
    private final Verdict verdict;

    private ParadoxEffect(
            Estimand estimand,
            Thresholds thresholds,
            long withFailure,
            long withoutFailure,
            Optional<Fit.Fitted> fitted,
            Optional<Figure> score,
            Optional<String> reason) {
        this.estimand = estimand;
        this.thresholds = thresholds;
        this.withFailure = withFailure;
        this.withoutFailure = withoutFailure;
        this.fitted = fitted;
        this.score = score;
        this.reason = reason;
        this.estimate = score.map(effect -> effect.estimate(CONFIDENCE));
        this.verdict = judge(estimand, thresholds, estimate.flatMap(Estimate::interval));
    }

    /** An effect in words of the outcome; a standard error that is a rounding error of equal values is none. */
    static ParadoxEffect of(
            Estimand estimand,
            String outcome,
            Thresholds thresholds,
            double width,
            long withFailure,
            long withoutFailure,
            Fit fit) {
        if (fit instanceof Fit.Fitted number && number.standardError() > Rounding.LEFT_OVER * width) {
            Quantity metric = Quantity.of(
                    "gain in " + outcome + " " + estimand.words(), MetricUnit.SCALE_POINTS, Direction.HIGHER_IS_BETTER);
            Figure score = Figure.of(
                    metric,
                    number.value(),
                    withFailure + withoutFailure,
                    new Uncertainty.StandardError(number.standardError(), number.degreesOfFreedom()));
            return new ParadoxEffect(
                    estimand,
                    thresholds,
                    withFailure,
                    withoutFailure,
                    Optional.of(number),
                    Optional.of(score),
                    Optional.empty());
        }
        String reason = fit instanceof Fit.None none ? none.reason() : reasonWithoutVariance(estimand);
        return new ParadoxEffect(
                estimand,
                thresholds,
                withFailure,
                withoutFailure,
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason));
    }

    private static String reasonWithoutVariance(Estimand estimand) {
        return switch (estimand) {
            case WITHIN, BETWEEN, CONTROLLED -> Fit.NO_VARIANCE;
            case WITHIN_ADJUSTED, CONTROLLED_ANCOVA -> "the outcomes before tell those after exactly";
        };
    }

    /**
     * Returns what is estimated.
     *
     * @return the estimand
     */
    public Estimand estimand() {
        return estimand;
    }

    /**
     * Returns how many customers with a failure are behind the estimate.
     *
     * @return 0 or more
     */
    public long customersWithFailure() {
        return withFailure;
    }

    /**
     * Returns how many customers without a failure are behind the estimate.
     *
     * @return 0 or more; 0 for estimands within customers with a failure, also where these lent the mean to adjust for
     */
    public long customersWithoutFailure() {
        return withoutFailure;
    }

    /**
     * Returns the effect as a score, for intervals at other confidences.
     *
     * @return the score, with a standard error above 0; empty where it cannot be estimated
     */
    public Optional<Score> score() {
        return score.map(figure -> figure);
    }

    /**
     * Returns the effect with its interval of 90 %.
     *
     * @return the estimate, with an interval; empty where it cannot be estimated
     */
    public Optional<Estimate> estimate() {
        return estimate;
    }

    /**
     * Returns why there is no estimate.
     *
     * @return the reason, as the end of a sentence; empty where there is an estimate
     */
    public Optional<String> reason() {
        return reason;
    }

    /**
     * Returns the one-sided p-value of no gain: {@link #pValueOfAtMost} 0.
     *
     * @return from 0 to 1; empty where there is no estimate
     */
    public OptionalDouble pValue() {
        return pValueOfAtMost(0);
    }

    /**
     * Returns the one-sided p-value of the hypothesis that the effect is at most the bound. Below 0.05 where the 90 % interval lies above it; at
     * minus the margin this is the test of non-inferiority.
     *
     * @param bound the largest effect under the hypothesis, finite
     * @return from 0 to 1; empty where there is no estimate
     * @throws IllegalArgumentException if the bound is infinite or NaN
     */
    public OptionalDouble pValueOfAtMost(double bound) {
        return upperTail(bound, 1);
    }

    /**
     * Returns the one-sided p-value of the hypothesis that the effect is at least the bound. Below 0.05 where the 90 % interval lies below it. The
     * larger of this at the margin and of {@link #pValueOfAtMost} at minus the margin is the p-value of two one-sided tests of equivalence.
     *
     * @param bound the smallest effect under the hypothesis, finite
     * @return from 0 to 1; empty where there is no estimate
     * @throws IllegalArgumentException if the bound is infinite or NaN
     */
    public OptionalDouble pValueOfAtLeast(double bound) {
        return upperTail(bound, -1);
    }

    private OptionalDouble upperTail(double bound, int sign) {
        Checks.finite(bound, "bound");
        if (fitted.isEmpty()) {
            return OptionalDouble.empty();
        }
        Fit.Fitted effect = fitted.get();
        double t = sign * (effect.value() - bound) / effect.standardError();
        return OptionalDouble.of(Normal.upperStudentTail(t, effect.degreesOfFreedom()));
    }

    /**
     * Returns what can be said about this estimand alone. The first line that holds:
     *
     * <ol>
     *   <li>{@link Verdict#NOT_ESTIMABLE}: there is no estimate;
     *   <li>{@link Verdict#PARADOX}: the lower bound is above the smallest effect of interest;
     *   <li>{@link Verdict#RESTORED}: controlled, and the lower bound is above minus the margin, if one was stated;
     *   <li>{@link Verdict#DEFICIT}: the upper bound is below 0;
     *   <li>{@link Verdict#INCONCLUSIVE}.
     * </ol>
     *
     * @return the verdict, never {@link Verdict#APPARENT}
     */
    public Verdict verdict() {
        return verdict;
    }

    private static Verdict judge(Estimand estimand, Thresholds thresholds, Optional<Interval> interval) {
        if (interval.isEmpty()) {
            return Verdict.NOT_ESTIMABLE;
        }
        double lower = interval.get().lower();
        if (lower > thresholds.smallestEffectOfInterest()) {
            return Verdict.PARADOX;
        }
        if (estimand.canShowRestored()
                && thresholds.margin().isPresent()
                && lower > -thresholds.margin().getAsDouble()) {
            return Verdict.RESTORED;
        }
        return interval.get().upper() < 0 ? Verdict.DEFICIT : Verdict.INCONCLUSIVE;
    }

    /**
     * Returns whether this is {@link Verdict#RESTORED} and yet wholly below 0: a shortfall that is real, and smaller than the margin.
     *
     * @return true where both hold
     */
    public boolean isRestoredButLower() {
        return verdict == Verdict.RESTORED
                && estimate.flatMap(Estimate::interval)
                        .filter(limits -> limits.upper() < 0)
                        .isPresent();
    }

    /**
     * Returns the effect with its interval of 90 % and the verdict in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(
                estimand.name(),
                verdict.name(),
                estimate.map(Estimate::view).orElse(null),
                reason.orElse(null),
                withFailure,
                withoutFailure);
    }

    /**
     * One estimand of the test in plain values.
     *
     * @param estimand the name of the {@link Estimand}
     * @param verdict the name of the {@link Verdict}
     * @param effect the effect; null where it cannot be estimated
     * @param reason why it cannot; null where it can
     * @param customersWithFailure how many customers with a failure are behind it
     * @param customersWithoutFailure how many customers without a failure are behind it
     */
    public record View(
            String estimand,
            String verdict,
            @Nullable ResultView effect,
            @Nullable String reason,
            long customersWithFailure,
            long customersWithoutFailure) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof ParadoxEffect that
                && estimand == that.estimand
                && thresholds.equals(that.thresholds)
                && withFailure == that.withFailure
                && withoutFailure == that.withoutFailure
                && fitted.equals(that.fitted)
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(estimand, thresholds, withFailure, withoutFailure, fitted, reason);
    }

    /**
     * Returns the estimand, the estimate and the verdict.
     *
     * @return for example {@code controlled 0.60 (90% CI 0.08 to 1.12, n=27): PARADOX}
     */
    @Override
    public String toString() {
        return estimand.words() + " " + estimate.map(Estimate::toString).orElseGet(() -> "(" + reason.orElse("") + ")")
                + ": " + verdict;
    }

    /** From where on an effect counts. */
    record Thresholds(double smallestEffectOfInterest, OptionalDouble margin) {}

    /** What can be said about the service recovery paradox, from intervals of 90 %: each bound is a one-sided test at 5 %. */
    public enum Verdict {
        /** The whole interval lies above the smallest effect of interest. As a verdict on all estimands: the controlled and the adjusted one agree. */
        PARADOX,
        /** Only as a verdict on all estimands: some say paradox, but not the two that would have to. */
        APPARENT,
        /** Recovered customers are at most the margin below where they would be without a failure. Only the controlled estimands can say so. */
        RESTORED,
        /** The whole interval lies below 0: recovered customers are worse off. */
        DEFICIT,
        /** The answers do not tell. Not the same as no effect. */
        INCONCLUSIVE,
        /** There is no number to judge, for a stated reason. */
        NOT_ESTIMABLE
    }
}

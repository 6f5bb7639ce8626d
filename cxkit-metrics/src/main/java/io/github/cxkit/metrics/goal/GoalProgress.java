package io.github.cxkit.metrics.goal;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.numbers.Optionals;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a goal stands at an instant, on the answers so far; made by {@link Goal#evaluate}.
 *
 * <p>A goal from 25 to 35 NPS points between 1 April and 1 July, with 31.0 (24.8 to 36.9) on 1 May, is ON_TRACK: the straight line stands at 28.3. It
 * is not beyond doubt, for the interval reaches below the line.
 *
 * <p>{@link #estimate()}, {@link #target()} and {@link #line()} are in one unit: that of the metric or, for a relative target, per cent of the baseline.
 */
public final class GoalProgress {

    private final Goal goal;
    private final Score soFar;
    private final Instant at;
    private final long expectedByDeadline;
    private final Optional<Estimate> estimate;
    private final GoalStatus status;

    GoalProgress(Goal goal, Score soFar, Instant at, long expectedByDeadline) {
        this.goal = goal;
        this.soFar = soFar;
        this.at = at;
        this.expectedByDeadline = expectedByDeadline;
        this.estimate = soFar.isEmpty() ? Optional.empty() : Optional.of(estimated(goal, soFar));
        this.status = estimate.map(this::judge).orElse(isKnowable() ? GoalStatus.NO_ANSWERS : GoalStatus.NOT_KNOWABLE);
    }

    private static Estimate estimated(Goal goal, Score soFar) {
        return goal.isRelative()
                ? Change.between(goal.baseline(), soFar)
                        .withConfidence(goal.confidence())
                        .relative()
                        .orElseThrow()
                : soFar.estimate(goal.confidence());
    }

    private GoalStatus judge(Estimate current) {
        if (isSurelyBeyond(target())) {
            return GoalStatus.REACHED;
        }
        if (hasEnded() && isSurelyShortOf(target())) {
            return GoalStatus.MISSED;
        }
        if (!isKnowable()) {
            return GoalStatus.NOT_KNOWABLE;
        }
        if (beyond(current.value(), target()) >= 0) {
            return GoalStatus.REACHED_ON_THE_FACE_OF_IT;
        }
        if (hasEnded()) {
            return GoalStatus.MISSED;
        }
        return beyond(current.value(), line()) >= 0 ? GoalStatus.ON_TRACK : GoalStatus.BEHIND;
    }

    /** How far a value lies on the good side of another. */
    private double beyond(double value, double other) {
        return goal.metric().direction().sign() * (value - other);
    }

    private boolean isSurelyBeyond(double mark) {
        return interval()
                .filter(i -> Math.min(beyond(i.lower(), mark), beyond(i.upper(), mark)) >= 0)
                .isPresent();
    }

    private boolean isSurelyShortOf(double mark) {
        return interval()
                .filter(i -> Math.max(beyond(i.lower(), mark), beyond(i.upper(), mark)) < 0)
                .isPresent();
    }

    /** With caveats chance is not all that moves the value, and its interval settles nothing. */
    private Optional<Interval> interval() {
        return soFar.caveats().isEmpty() && goal.baseline().caveats().isEmpty()
                ? estimate.flatMap(Estimate::interval)
                : Optional.empty();
    }

    private boolean hasEnded() {
        return !at.isBefore(goal.deadline());
    }

    private boolean isKnowable() {
        long byDeadline = hasEnded() ? soFar.count() : Math.max(soFar.count(), expectedByDeadline);
        return goal.exactNeeded() <= byDeadline * worthOfAnAnswer();
    }

    /** Effective answers per answer; 1 where there are none yet. */
    private double worthOfAnAnswer() {
        return soFar.isEmpty() ? 1 : soFar.effectiveCount() / soFar.count();
    }

    /**
     * Returns how the goal stands.
     *
     * @return the status
     */
    public GoalStatus status() {
        return status;
    }

    /**
     * Returns whether the interval bears the status out: it lies wholly at the line or beyond it for ON_TRACK, wholly short of the line for BEHIND, wholly
     * short of the target for MISSED.
     *
     * @return always true for REACHED; always false for REACHED_ON_THE_FACE_OF_IT, NOT_KNOWABLE, NO_ANSWERS and where there is no interval
     */
    public boolean isBeyondDoubt() {
        return switch (status) {
            case REACHED -> true;
            case ON_TRACK -> isSurelyBeyond(line());
            case BEHIND -> isSurelyShortOf(line());
            case MISSED -> isSurelyShortOf(target());
            case REACHED_ON_THE_FACE_OF_IT, NOT_KNOWABLE, NO_ANSWERS -> false;
        };
    }

    /**
     * Returns what is compared with the target: the value so far or, for a relative target, its change in per cent of the baseline; with its interval.
     *
     * @return the estimate; empty where there are no answers so far
     */
    public Optional<Estimate> estimate() {
        return estimate;
    }

    /**
     * Returns what the estimate is compared with at the deadline.
     *
     * @return the target, in the unit of {@link #estimate()}
     */
    public double target() {
        return goal.target();
    }

    /**
     * Returns where the straight line from the baseline at the start to the target at the deadline stands now.
     *
     * @return in the unit of {@link #estimate()}; the target from the deadline on
     */
    public double line() {
        if (hasEnded()) {
            return target();
        }
        double from = goal.isRelative() ? 0 : goal.baseline().value();
        double share =
                seconds(Duration.between(goal.start(), at)) / seconds(Duration.between(goal.start(), goal.deadline()));
        return from + share * (target() - from);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    /**
     * Returns how many more answers it takes until target and baseline can be told apart.
     *
     * @return {@link Goal#answersNeeded()} less the answers so far, 0 or more; more of them where weights make answers worth less; empty where the
     *     number is unknown
     * @throws ArithmeticException if it takes more answers than a long can count
     */
    public OptionalLong answersStillNeeded() {
        if (goal.sampleSize().isEmpty()) {
            return OptionalLong.empty();
        }
        long needed = goal.answersNeeded().orElseThrow();
        double missing = (needed - soFar.effectiveCount()) / worthOfAnAnswer();
        return OptionalLong.of(missing > 0 ? SampleSize.roundedUp(missing) : 0);
    }

    /**
     * Returns the goal.
     *
     * @return what was evaluated
     */
    public Goal goal() {
        return goal;
    }

    /**
     * Returns the instant of the evaluation.
     *
     * @return when it was evaluated
     */
    public Instant at() {
        return at;
    }

    /**
     * Returns the progress in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(
                status.name(),
                isBeyondDoubt(),
                estimate.map(Estimate::view).orElse(null),
                soFar.view(),
                goal.baseline().view(),
                target(),
                line(),
                goal.start().toString(),
                goal.deadline().toString(),
                at.toString(),
                Optionals.orNull(answersStillNeeded()));
    }

    /**
     * How a goal stands, in plain values.
     *
     * @param status the name of the {@link GoalStatus}
     * @param beyondDoubt whether the interval bears the status out
     * @param estimate what is compared with target and line; null where there are no answers so far
     * @param soFar the score so far
     * @param baseline the score that the goal began with
     * @param target what the estimate is compared with at the deadline
     * @param line where the straight line to the target stands now
     * @param start when the goal began, such as {@code 2026-01-01T00:00:00Z}
     * @param deadline when it ends
     * @param at the instant of the evaluation
     * @param answersStillNeeded how many more answers it takes; null where the number is unknown
     */
    public record View(
            String status,
            boolean beyondDoubt,
            @Nullable ResultView estimate,
            ResultView soFar,
            ResultView baseline,
            double target,
            double line,
            String start,
            String deadline,
            String at,
            @Nullable Long answersStillNeeded) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof GoalProgress that
                && goal.equals(that.goal)
                && soFar.equals(that.soFar)
                && at.equals(that.at)
                && expectedByDeadline == that.expectedByDeadline;
    }

    @Override
    public int hashCode() {
        return Objects.hash(goal, soFar, at, expectedByDeadline);
    }

    /**
     * Returns the goal, the estimate and the status.
     *
     * @return for example {@code NPS from 25.0 to 35.0 by 2024-07-01T00:00:00Z: 31.0 (95% CI 24.8 to 36.9, n=600), ON_TRACK}
     */
    @Override
    public String toString() {
        return goal + ": " + estimate.map(current -> current + ", ").orElse("") + status;
    }
}

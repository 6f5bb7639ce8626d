package io.github.cxkit.metrics.goal;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.numbers.Normal;
import io.github.cxkit.metrics.numbers.Optionals;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A goal that is specific, measured and dated: from a baseline to a target by a deadline; and that says when it is set whether anybody will be able
 * to tell that it was reached.
 *
 * <p>From an NPS of 60 (10 % detractors, 20 % passives, 70 % promoters) to 61 within a quarter takes 69,071 answers in each quarter, to 65 takes 2,763
 * and to 70 takes 691: {@link #answersNeeded()}.
 *
 * <pre>{@code
 * Goal goal = Goal.baseline(lastQuarter).target(35).start(april).deadline(july);
 * goal.answersNeeded();                                     // per quarter, to tell 35 from the baseline
 * Goal.Progress progress = goal.evaluate(soFar, now, 1_500);
 * progress.status();                                        // ON_TRACK
 *
 * Goal.baseline(complaintShare).relativeTarget(-20).within(year);    // a fifth less, of a metric with a true zero
 * }</pre>
 *
 * <ul>
 *   <li>Which way is better follows from the metric; a target that is not better than the baseline is an error.
 *   <li>An absolute target is compared with the interval of the score alone. A relative target is compared with the relative change and its interval, so
 *       that the error of the baseline counts as well.
 *   <li>A baseline given as a plain value is taken as exact.
 * </ul>
 */
public final class Goal {

    private final Score baseline;
    private final boolean exactBaseline;
    private final double target;
    private final boolean relative;
    private final TimeWindow period;
    private final Optional<SampleSize> sampleSize;

    private Goal(WithTarget aim, TimeWindow period, Optional<SampleSize> sampleSize) {
        this(aim.from.baseline, aim.from.exact, aim.target, aim.relative, period, sampleSize);
    }

    private Goal(
            Score baseline,
            boolean exactBaseline,
            double target,
            boolean relative,
            TimeWindow period,
            Optional<SampleSize> sampleSize) {
        this.baseline = baseline;
        this.exactBaseline = exactBaseline;
        this.target = target;
        this.relative = relative;
        this.period = period;
        this.sampleSize = sampleSize;
    }

    /**
     * Begins a goal from a score with its uncertainty, such as that of the last quarter.
     *
     * @param baseline the score to start from
     * @return what is still missing
     * @throws IllegalStateException if the score has no answers
     */
    public static WithBaseline baseline(Score baseline) {
        baseline.value();
        return new WithBaseline(baseline, false);
    }

    /**
     * Begins a goal from a plain value that is taken as exact.
     *
     * @param metric what is measured
     * @param exactValue the value to start from, in the unit of the metric
     * @return what is still missing
     * @throws IllegalArgumentException if the value is out of the range of the metric
     */
    public static WithBaseline baseline(Metric metric, double exactValue) {
        return new WithBaseline(Figure.exact(metric, exactValue), true);
    }

    /** A goal of which the baseline is known. */
    public static final class WithBaseline {

        private final Score baseline;
        private final boolean exact;

        private WithBaseline(Score baseline, boolean exact) {
            this.baseline = baseline;
            this.exact = exact;
        }

        /**
         * Goes on with the value to reach.
         *
         * @param target the value, in the unit of the metric
         * @return what is still missing
         * @throws IllegalArgumentException if the target is out of the range of the metric, or not better than the baseline; if changes are
         *     told in per cent and the baseline or the target is 0
         */
        public WithTarget target(double target) {
            requireBetter(target);
            return new WithTarget(this, target, false);
        }

        /**
         * Goes on with the relative change to reach.
         *
         * @param percent the change in per cent of the baseline: −20 for a fifth less
         * @return what is still missing
         * @throws IllegalArgumentException if the metric has no true zero, the baseline is 0, the target is out of the range of the metric,
         *     or not better than the baseline; if it is −100 where changes are told in per cent
         */
        public WithTarget relativeTarget(double percent) {
            Metric metric = baseline.metric();
            if (!metric.hasTrueZero()) {
                throw new IllegalArgumentException(metric.name()
                        + " allows no relative target, for it has no true zero\nMaybe state the target as a value.");
            }
            if (!(baseline.value() > 0)) {
                throw new IllegalArgumentException("baseline of a relative target in " + metric.name()
                        + " must be above 0, but was " + baseline.value()
                        + "\nMaybe state the target as a value; for times, of Kaplan–Meier means up to a horizon.");
            }
            requireBetter(relativeTo(baseline, percent));
            return new WithTarget(this, percent, true);
        }

        private void requireBetter(double target) {
            Metric metric = baseline.metric();
            metric.requirePossible(target, "target");
            if (!metric.link().isAdditive()) {
                requireAboveZero(baseline.value(), "baseline");
                requireAboveZero(target, "target");
            }
            if (!(metric.direction().sign() * (target - baseline.value()) > 0)) {
                throw new IllegalArgumentException("target in " + metric.name() + " must be "
                        + (metric.direction() == Direction.HIGHER_IS_BETTER ? "above" : "below") + " the baseline "
                        + baseline.value() + ", but was " + target);
            }
        }

        /** A ratio to 0, or of 0, has no logarithm. */
        private void requireAboveZero(double value, String name) {
            if (!(value > 0)) {
                throw new IllegalArgumentException(
                        name + " in " + baseline.metric().name() + " must be above 0, but was " + value);
            }
        }
    }

    /** A goal of which baseline and target are known. */
    public static final class WithTarget {

        private final WithBaseline from;
        private final double target;
        private final boolean relative;

        private WithTarget(WithBaseline from, double target, boolean relative) {
            this.from = from;
            this.target = target;
            this.relative = relative;
        }

        /**
         * Goes on with the start.
         *
         * @param start the instant at which the straight line leaves the baseline
         * @return what is still missing
         */
        public WithStart start(Instant start) {
            return new WithStart(this, Objects.requireNonNull(start, "start"));
        }

        /**
         * Ends with a window of time: it starts the goal, and its end is the deadline.
         *
         * @param window from start to deadline
         * @return the goal
         */
        public Goal within(TimeWindow window) {
            return new Goal(this, Objects.requireNonNull(window, "window"), plan(from));
        }
    }

    /** A goal of which all but the deadline is known. */
    public static final class WithStart {

        private final WithTarget aim;
        private final Instant start;

        private WithStart(WithTarget aim, Instant start) {
            this.aim = aim;
            this.start = start;
        }

        /**
         * Ends with the deadline.
         *
         * @param deadline the instant by which the target is to be reached
         * @return the goal
         * @throws IllegalArgumentException if the deadline is not after the start
         */
        public Goal deadline(Instant deadline) {
            if (!start.isBefore(deadline)) {
                throw new IllegalArgumentException(
                        "deadline must be after the start " + start + ", but was " + deadline);
            }
            return aim.within(TimeWindow.of(start, deadline));
        }
    }

    /** From the baseline if it tells a variance, else for the worst case if there is one. */
    private static Optional<SampleSize> plan(WithBaseline from) {
        Metric metric = from.baseline.metric();
        Optional<SampleSize> told = from.exact ? Optional.empty() : SampleSize.fromIfTold(from.baseline);
        boolean hasWorstCase = metric.range().width() < Double.POSITIVE_INFINITY;
        return told.isEmpty() && hasWorstCase ? Optional.of(SampleSize.ofWorstCase(metric)) : told;
    }

    private static double relativeTo(Score baseline, double percent) {
        return baseline.value() * (1 + percent / 100);
    }

    /**
     * Returns a copy with another confidence, power or variance than the default: 95 %, 80 % and the variance of the baseline or, if that tells none, of
     * the worst case.
     *
     * @param newSampleSize the plan; its confidence is also that of the intervals by which the goal is evaluated
     * @return the copy
     * @throws IllegalArgumentException if the plan is for another metric; the message names both
     */
    public Goal withSampleSize(SampleSize newSampleSize) {
        metric().requireSame(newSampleSize.metric(), "compared");
        return new Goal(baseline, exactBaseline, target, relative, period, Optional.of(newSampleSize));
    }

    /**
     * Returns how many answers are needed in each period to tell the target from the baseline, with the power set: as many in the period of the baseline
     * as in that of the goal. Where the baseline is taken as exact, half as many do, and they are needed in the period of the goal only.
     *
     * @return the answers, rounded up; empty where the variance is unknown and its range is infinite
     * @throws ArithmeticException if it takes more answers than a long can count
     */
    public OptionalLong answersNeeded() {
        return sampleSize.isPresent() ? OptionalLong.of(SampleSize.roundedUp(exactNeeded())) : OptionalLong.empty();
    }

    /** Not rounded; 0 where it is unknown. */
    double exactNeeded() {
        double change = metric().link().between(baseline.value(), targetValue());
        double distance = metric().link().isAdditive() ? Math.abs(change) : change;
        return sampleSize
                .map(size -> exactBaseline ? size.exactToDetectFromExact(distance) : size.exactToDetect(distance))
                .orElse(0.0);
    }

    /**
     * Evaluates the goal on the answers so far.
     *
     * <p>The first of these that holds is the status:
     * <ol>
     *   <li>No answers so far: NOT_KNOWABLE where too few are expected, else NO_ANSWERS.
     *   <li>REACHED where the whole interval lies at the target or beyond it; however few answers were expected.
     *   <li>MISSED where the deadline has passed and the whole interval lies short of the target; however few answers there are.
     *   <li>NOT_KNOWABLE where more answers are {@linkplain #answersNeeded() needed} than there will be by the deadline.
     *   <li>REACHED_ON_THE_FACE_OF_IT where the value lies at the target or beyond it.
     *   <li>MISSED where the deadline has passed.
     *   <li>ON_TRACK where the value lies at the straight line from baseline to target or beyond it, else BEHIND.
     * </ol>
     *
     * <ul>
     *   <li>The deadline has passed at its very instant.
     *   <li>Answers with weights count by their effective number, and those still to come are taken to be weighted alike.
     *   <li>Each look at growing data is another chance to be REACHED by luck: what counts is the look at the deadline.
     * </ul>
     *
     * @param soFar the score of the answers since the start
     * @param at the instant of the evaluation, at or after the start
     * @param expectedByDeadline how many answers are expected by the deadline, those so far included; if more have come already, or the deadline has
     *     passed, what has come counts instead
     * @return the progress
     * @throws IllegalArgumentException if the score is of another metric (the message names both), the instant is before the start, or the number
     *     expected is negative
     */
    public Progress evaluate(Score soFar, Instant at, long expectedByDeadline) {
        metric().requireSame(soFar.metric(), "compared");
        if (at.isBefore(period.from())) {
            throw new IllegalArgumentException(
                    "instant of evaluation must not be before the start " + period.from() + ", but was " + at);
        }
        if (expectedByDeadline < 0) {
            throw new IllegalArgumentException("expectedByDeadline must be at least 0, but was " + expectedByDeadline);
        }
        return new Progress(this, soFar, at, expectedByDeadline);
    }

    /**
     * Returns what is measured.
     *
     * @return the metric
     */
    public Metric metric() {
        return baseline.metric();
    }

    /**
     * Returns the score to start from.
     *
     * @return the baseline; one given as a plain value has no answers and no width
     */
    public Score baseline() {
        return baseline;
    }

    /**
     * Returns the target.
     *
     * @return in the unit of the metric, or in per cent of the baseline if {@link #isRelative()}: −20.0 for a fifth less
     */
    public double target() {
        return target;
    }

    /**
     * Returns whether the target is a change in per cent of the baseline.
     *
     * @return false if it is a value
     */
    public boolean isRelative() {
        return relative;
    }

    /**
     * Returns the value that reaches the target.
     *
     * @return in the unit of the metric; a relative target is taken from the value of the baseline
     */
    public double targetValue() {
        return relative ? relativeTo(baseline, target) : target;
    }

    /**
     * Returns when the goal starts.
     *
     * @return the start
     */
    public Instant start() {
        return period.from();
    }

    /**
     * Returns by when the target is to be reached.
     *
     * @return the deadline
     */
    public Instant deadline() {
        return period.until();
    }

    /**
     * Returns the plan behind {@link #answersNeeded()}.
     *
     * @return the sample size; empty where the variance is unknown and its range is infinite
     */
    public Optional<SampleSize> sampleSize() {
        return sampleSize;
    }

    double confidence() {
        return sampleSize.map(SampleSize::confidence).orElse(Normal.DEFAULT_CONFIDENCE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Goal that
                && baseline.equals(that.baseline)
                && exactBaseline == that.exactBaseline
                && target == that.target
                && relative == that.relative
                && period.equals(that.period)
                && sampleSize.equals(that.sampleSize);
    }

    @Override
    public int hashCode() {
        return Objects.hash(baseline, exactBaseline, target, relative, period, sampleSize);
    }

    /**
     * Returns the goal in words.
     *
     * @return for example {@code NPS from 25.0 to 35.0 by 2024-07-01T00:00:00Z}
     */
    @Override
    public String toString() {
        return metric().name() + " from " + metric().unit().format(baseline.value()) + " to "
                + metric().unit().format(targetValue()) + " by " + deadline();
    }

    /**
     * How a goal stands at an instant, on the answers so far; made by {@link Goal#evaluate}.
     *
     * <p>A goal from 25 to 35 NPS points between 1 April and 1 July, with 31.0 (24.8 to 36.9) on 1 May, is ON_TRACK: the straight line stands at 28.3. It
     * is not beyond doubt, for the interval reaches below the line.
     *
     * <p>{@link #estimate()}, {@link #target()} and {@link #line()} are in one unit: that of the metric or, for a relative target, per cent of the baseline.
     */
    public static final class Progress {

        private final Goal goal;
        private final Score soFar;
        private final Instant at;
        private final long expectedByDeadline;
        private final Optional<Estimate> estimate;
        private final Status status;

        private Progress(Goal goal, Score soFar, Instant at, long expectedByDeadline) {
            this.goal = goal;
            this.soFar = soFar;
            this.at = at;
            this.expectedByDeadline = expectedByDeadline;
            this.estimate = soFar.isEmpty() ? Optional.empty() : Optional.of(estimated(goal, soFar));
            this.status = estimate.map(this::judge).orElse(isKnowable() ? Status.NO_ANSWERS : Status.NOT_KNOWABLE);
        }

        private static Estimate estimated(Goal goal, Score soFar) {
            return goal.isRelative()
                    ? Change.between(goal.baseline(), soFar)
                            .withConfidence(goal.confidence())
                            .relative()
                            .orElseThrow()
                    : soFar.estimate(goal.confidence());
        }

        private Status judge(Estimate current) {
            if (isSurelyBeyond(target())) {
                return Status.REACHED;
            }
            if (hasEnded() && isSurelyShortOf(target())) {
                return Status.MISSED;
            }
            if (!isKnowable()) {
                return Status.NOT_KNOWABLE;
            }
            if (beyond(current.value(), target()) >= 0) {
                return Status.REACHED_ON_THE_FACE_OF_IT;
            }
            if (hasEnded()) {
                return Status.MISSED;
            }
            return beyond(current.value(), line()) >= 0 ? Status.ON_TRACK : Status.BEHIND;
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
        public Status status() {
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
            double share = seconds(Duration.between(goal.start(), at))
                    / seconds(Duration.between(goal.start(), goal.deadline()));
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
         * @param status the name of the {@link Status}
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
            return other instanceof Progress that
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

    /** How a goal stands, as {@link Goal#evaluate} decides it. */
    public enum Status {
        /** The whole interval lies at the target or beyond it. */
        REACHED,
        /** The value lies at the target or beyond it, the interval does not: perhaps reached. */
        REACHED_ON_THE_FACE_OF_IT,
        /** Before the deadline: at the straight line from baseline to target, or beyond it. */
        ON_TRACK,
        /** Before the deadline: short of the straight line from baseline to target. */
        BEHIND,
        /** The deadline has passed and the value is short of the target. */
        MISSED,
        /** There will not be enough answers by the deadline to tell the target from the baseline, and those there are decide nothing. */
        NOT_KNOWABLE,
        /** There are no answers so far, and there will be enough. */
        NO_ANSWERS
    }
}

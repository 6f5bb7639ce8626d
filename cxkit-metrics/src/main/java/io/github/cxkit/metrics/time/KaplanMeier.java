package io.github.cxkit.metrics.time;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long customers wait when some are still waiting: the share still waiting after each time, by Kaplan and Meier's product limit.
 *
 * <p>Figures over closed cases alone look too good, for the long waits are the ones still open. With waits of 2, 4 and 9 hours that are over and
 * one that has been open for 5 hours, the median of the closed cases is 4 hours. The median of all is 6.5: after 4 hours exactly half are still
 * waiting, until the next wait ends at 9, and a percentile lies in the middle of such a stretch.
 *
 * <pre>{@code
 * KaplanMeier resolution = KaplanMeier.of(Waits.seenAt(now, Timing.of("resolution", ChronoUnit.HOURS), waits));
 * resolution.median();                              // empty where fewer than half have been seen to end
 * resolution.withinShare(Duration.ofHours(24));     // a score, to be estimated, compared and set as a goal
 * }</pre>
 *
 * <ul>
 *   <li>At each time at which a wait ends, the share is multiplied by (n − d)/n, with n still observed and d that end. A wait that is open after
 *       exactly this time is among the n.
 *   <li>Without open waits the curve is the plain share of longer waits, exactly.
 *   <li>A percentile that the curve does not reach is empty; it is not the longest wait seen.
 *   <li>After the longest wait nothing is known, unless the curve has reached 0: asking is an error.
 *   <li>A wait left open tells less than one that is over. Shares and percentiles say by {@link Score#effectiveCount()} how many waits, all over, would
 *       be as sure: the share waiting × the share over, by Greenwood's variance there. Without a wait left open before, it is the number of waits.
 *   <li>Open waits must be like the others: where cases are left open because they are hard, the curve falls too fast.
 * </ul>
 *
 * <p>Kaplan, Meier (1958), doi:10.1080/01621459.1958.10501452.
 */
public final class KaplanMeier {

    /** Shares closer than this are the same but for rounding. */
    private static final double SAME = 1e-12;

    private final Waits waits;
    /** The distinct times at which waits end, ascending. */
    private final long[] times;
    /** The share still waiting from each of them on. */
    private final double[] survival;
    /** Greenwood's sum of d/(n(n − d)) up to each of them; infinite where the curve reaches 0. */
    private final double[] greenwood;

    private KaplanMeier(Waits waits) {
        this.waits = waits;
        long[] over = waits.overNanos();
        long[] open = waits.openNanos();
        int steps = distinct(over);
        times = new long[steps];
        survival = new double[steps];
        greenwood = new double[steps];
        // Between two open waits the product telescopes, so that it is one quotient of counts.
        double base = 1;
        long baseAtRisk = 0;
        double sum = 0;
        int ended = 0;
        int left = 0;
        for (int step = 0; step < steps; step++) {
            long time = over[ended];
            int leftBefore = left;
            while (left < open.length && open[left] < time) {
                left++;
            }
            long atRisk = waits.count() - ended - left;
            if (left > leftBefore || step == 0) {
                base = step == 0 ? 1 : survival[step - 1];
                baseAtRisk = atRisk;
            }
            int first = ended;
            while (ended < over.length && over[ended] == time) {
                ended++;
            }
            long after = atRisk - (ended - first);
            sum += (ended - first) / ((double) atRisk * after);
            times[step] = time;
            survival[step] = base * after / baseAtRisk;
            greenwood[step] = sum;
        }
    }

    private static int distinct(long[] ascending) {
        int distinct = ascending.length == 0 ? 0 : 1;
        for (int i = 1; i < ascending.length; i++) {
            distinct += ascending[i] == ascending[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    /**
     * Returns the curve of waits.
     *
     * @param waits the waits, over or not
     * @return the curve
     * @throws IllegalStateException if there are no waits
     */
    public static KaplanMeier of(Waits waits) {
        Objects.requireNonNull(waits, "waits");
        if (waits.count() == 0) {
            throw new IllegalStateException(
                    "Kaplan–Meier curve of " + waits.timing().name() + " is undefined for zero waits");
        }
        return new KaplanMeier(waits);
    }

    /**
     * Returns the waits behind the curve.
     *
     * @return the waits, at least one
     */
    public Waits waits() {
        return waits;
    }

    /**
     * Returns the longest wait, over or open; until then the curve is known.
     *
     * @return 0 or more
     */
    public Duration longest() {
        return Duration.ofNanos(longestNanos());
    }

    private long longestNanos() {
        return Math.max(last(waits.overNanos()), last(waits.openNanos()));
    }

    private static long last(long[] ascending) {
        return ascending.length == 0 ? 0 : ascending[ascending.length - 1];
    }

    /**
     * Returns the probability of waiting longer than a time.
     *
     * @param time the time
     * @return from 0 to 1, never higher after a longer time
     * @throws IllegalArgumentException if the time is negative, or longer than {@link #longest()} while the curve has not reached 0
     */
    public double survivalAt(Duration time) {
        return survivalAfter(stepAt(nanos(time)));
    }

    /**
     * Returns Greenwood's standard error of {@link #survivalAt}.
     *
     * @param time the time
     * @return more than 0; empty where the curve is at 1 or at 0, for the formula would give none there
     * @throws IllegalArgumentException if the time is negative, or longer than {@link #longest()} while the curve has not reached 0
     */
    public OptionalDouble standardErrorAt(Duration time) {
        int step = stepAt(nanos(time));
        double share = survivalAfter(step);
        return share > 0 && share < 1 ? OptionalDouble.of(share * Math.sqrt(greenwood[step])) : OptionalDouble.empty();
    }

    /**
     * Returns the share still waiting after a time, in per cent; lower is better. Its limits are those of the log-log transformation, which stay
     * within 0 and 100; where everybody or nobody is still waiting, which leaves that transformation without limits, they are Wilson's.
     *
     * @param time the time; it is part of the metric, so that only shares after the same time are compared
     * @return the score
     * @throws IllegalArgumentException if the time is negative, or longer than {@link #longest()} while the curve has not reached 0
     */
    public Score stillWaitingAfter(Duration time) {
        long at = nanos(time);
        return new WaitingShare(
                "still waiting after " + shown(time) + ", " + waits.timing().name() + " (Kaplan–Meier)",
                Direction.LOWER_IS_BETTER,
                curveAt(at),
                waits.count());
    }

    /**
     * Returns the share whose wait is over within a time, in per cent; higher is better. It is 100 less {@link #stillWaitingAfter}, and so are its
     * limits.
     *
     * @param time the time, itself included; it is part of the metric, so that only shares within the same time are compared
     * @return the score
     * @throws IllegalArgumentException if the time is negative, or longer than {@link #longest()} while the curve has not reached 0
     */
    public Score withinShare(Duration time) {
        long at = nanos(time);
        return new WaitingShare(
                "within " + shown(time) + ", " + waits.timing().name() + " (Kaplan–Meier)",
                Direction.HIGHER_IS_BETTER,
                curveAt(at),
                waits.count());
    }

    /**
     * Returns the time after which half of the customers are still waiting.
     *
     * @return the median; empty where more than half are still waiting after the longest wait
     */
    public Optional<TimeScore> median() {
        return percentile(50);
    }

    /**
     * Returns the time within which a given percentage of the waits end: the first after which less than the rest are still waiting. Where the
     * rest is still waiting exactly, until the next wait ends, it is the middle between the two.
     *
     * <p>Its limits are the times at which the limits of the curve pass the same share (Brookmeyer and Crowley 1982). Before the first wait ends, the
     * lower limit of the curve is Wilson's. Where the curve has reached 0, no upper limit is taken from it. So the lower limit can be 0 and the
     * upper one infinite though all waits are over: ten waits tell little about a 99th percentile.
     *
     * @param percentage the percentage, between 0 and 100: 90 for the 90th percentile
     * @return the percentile; empty where the curve does not reach it
     * @throws IllegalArgumentException if the percentage is not between 0 and 100
     */
    public Optional<TimeScore> percentile(double percentage) {
        if (!(percentage > 0 && percentage < 100)) {
            throw new IllegalArgumentException("percentage must be between 0 and 100, but was " + percentage);
        }
        double rest = (100 - percentage) / 100;
        double same = Math.min(SAME, rest / 2);
        int step = firstAtMost(rest + same);
        if (step == times.length) {
            return Optional.empty();
        }
        boolean level = survival[step] >= rest - same;
        long until = !level ? times[step] : step + 1 < times.length ? times[step + 1] : longestNanos();
        double nanos = times[step] / 2.0 + until / 2.0;
        Timing timing = waits.timing();
        PercentileLimits limits = PercentileLimits.of(rest, same, this);
        Uncertainty uncertainty =
                new Uncertainty.Limits("log-log", z -> limits.around(nanos, z, timing.nanosPerUnit()));
        return Optional.of(new TimeScore(
                metric(timing, percentage), nanos, waits.count(), point(step).effectiveCount(), uncertainty));
    }

    /**
     * Returns the mean wait when no wait counts for more than a given time: the area under the curve up to it. Unlike a mean of closed cases it
     * is not biased by those still open.
     *
     * <p>The degrees of freedom are the number of waits that were over by then, less 1. The limits are a little short for fewer than some 20 ended waits.
     *
     * @param longestCounted the time, more than 0; it is part of the metric, so that only means up to the same time are compared
     * @return the mean; without interval where fewer than two waits were over by then, or where all lasted alike
     * @throws IllegalArgumentException if the time is not positive, or longer than {@link #longest()} while the curve has not reached 0
     */
    public TimeScore restrictedMean(Duration longestCounted) {
        Objects.requireNonNull(longestCounted, "longestCounted");
        if (longestCounted.isZero() || longestCounted.isNegative()) {
            throw new IllegalArgumentException("longest time counted must be more than 0, but was " + longestCounted);
        }
        long end = nanos(longestCounted);
        double area = 0;
        double squares = 0;
        long until = end;
        // Backwards; the sum of squared areas times Greenwood's terms, by parts.
        for (int step = stepAt(end); step >= 0; step--) {
            if (survival[step] > 0) {
                double piece = survival[step] * (until - times[step]);
                squares += greenwood[step] * piece * (2 * area + piece);
                area += piece;
            }
            until = times[step];
        }
        area += until;
        Timing timing = waits.timing();
        int over = SortedNanos.countUpTo(waits.overNanos(), end);
        Uncertainty uncertainty = over < 2
                ? new Uncertainty.NotEstimable("fewer than two waits were over by then")
                : new Uncertainty.StandardError(timing.toUnit(Math.sqrt(squares)), over - 1);
        return new TimeScore(
                TimeMetric.of("Kaplan–Meier mean up to " + shown(longestCounted) + ",", timing),
                area,
                waits.count(),
                uncertainty);
    }

    /**
     * Returns the curve for plotting: one step for each time at which a wait ends or was left open.
     *
     * @return ascending by time, at least one; the curve is at 1 before the first
     */
    public List<SurvivalStep> steps() {
        long[] over = waits.overNanos();
        long[] open = waits.openNanos();
        List<SurvivalStep> steps = new ArrayList<>();
        int ended = 0;
        int left = 0;
        while (ended < over.length || left < open.length) {
            long time =
                    left == open.length || (ended < over.length && over[ended] < open[left]) ? over[ended] : open[left];
            long atRisk = waits.count() - ended - left;
            int firstEnded = ended;
            int firstLeft = left;
            while (ended < over.length && over[ended] == time) {
                ended++;
            }
            while (left < open.length && open[left] == time) {
                left++;
            }
            steps.add(new SurvivalStep(
                    Duration.ofNanos(time), atRisk, ended - firstEnded, left - firstLeft, survivalAfter(stepAt(time))));
        }
        return List.copyOf(steps);
    }

    /** The times at which the curve falls; not a copy. */
    long[] times() {
        return times;
    }

    /** The curve at a step; at step −1, before the first, it is 1. */
    CurvePoint point(int step) {
        if (step < 0) {
            return CurvePoint.whole(times.length == 0 ? waits.count() : atRisk(times[0]));
        }
        if (survival[step] > 0) {
            boolean isOfAll = SortedNanos.countBelow(waits.openNanos(), times[step]) == 0;
            return CurvePoint.between(survival[step], greenwood[step], waits.count(), isOfAll);
        }
        return CurvePoint.none(step == 0 ? atRisk(times[0]) : point(step - 1).effectiveCount());
    }

    private CurvePoint curveAt(long time) {
        int step = stepAt(time);
        return step < 0 ? CurvePoint.whole(atRisk(time)) : point(step);
    }

    /** How many waits lasted at least so long. */
    private long atRisk(long time) {
        return waits.count()
                - SortedNanos.countBelow(waits.overNanos(), time)
                - SortedNanos.countBelow(waits.openNanos(), time);
    }

    /** The last step at or before a time; −1 before the first. */
    private int stepAt(long time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 2;
    }

    private double survivalAfter(int step) {
        return step < 0 ? 1 : survival[step];
    }

    /** The first step at which the curve is at most at a share; the number of steps where there is none. */
    private int firstAtMost(double share) {
        int from = 0;
        int to = survival.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (survival[middle] <= share) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** A time at which the curve is known, in nanoseconds. */
    private long nanos(Duration time) {
        Objects.requireNonNull(time, "time");
        boolean ends = times.length > 0 && survival[times.length - 1] == 0;
        if (time.isNegative() || (!ends && time.compareTo(longest()) > 0)) {
            throw new IllegalArgumentException("time must be in [0, " + (ends ? "∞)" : longest() + "]") + ", but was "
                    + time + (time.isNegative() ? "" : "\nMaybe wait until some waits have been seen for so long."));
        }
        // Beyond the range of a long the curve is at 0, as it is at the end of that range.
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : time.toNanos();
    }

    private String shown(Duration time) {
        return Statistics.shown(waits.timing(), time);
    }

    /**
     * Returns the median and the 90th percentile in plain values; what JSON shows of a curve.
     *
     * @return the views in this order; a percentile that the curve does not reach has no value
     */
    @JsonValue
    public List<ResultView> view() {
        return List.of(view(50), view(90));
    }

    ResultView view(double percentage) {
        return percentile(percentage)
                .map(TimeScore::view)
                .orElseGet(() -> undefined(waits.timing(), percentage, "too many of the waits are still open"));
    }

    static ResultView undefined(Timing timing, double percentage, String reason) {
        return ResultView.undefined(metric(timing, percentage), List.of("undefined: " + reason));
    }

    private static TimeMetric metric(Timing timing, double percentage) {
        return TimeMetric.of("Kaplan–Meier " + Statistics.percentile(percentage), timing);
    }

    /**
     * Returns how many waits there are, how many are open, and the median.
     *
     * @return for example {@code resolution of 8221, 1488 still open: median 70.8 h (95% CI 66.9 to 74.4, n=8221)}
     */
    @Override
    public String toString() {
        return waits.timing().name() + " of " + waits.count() + ", " + waits.openCount() + " still open: median "
                + median().map(median -> median.estimate().toString()).orElse("not reached");
    }
}

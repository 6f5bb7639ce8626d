package io.github.cxkit.metrics.time;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Rounding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How long customers wait when some are still waiting: the share still waiting after each time, by Kaplan and Meier's product limit.
 *
 * <p>Figures over closed cases alone look too good, for the long waits are the ones still open. With waits of 2, 4 and 9 hours that are over and
 * one that has been open for 5 hours, the median of the closed cases is 4 hours. The median of all is 6.5: after 4 hours exactly half are still
 * waiting, until the next wait ends at 9, and a percentile lies in the middle of such a stretch.
 *
 * <pre>{@code
 * KaplanMeier resolution = Waits.seenAt(now, Timing.of("resolution", ChronoUnit.HOURS), waits).kaplanMeier();
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
 *       be as sure: the share waiting × the share over, by Greenwood's variance there, of which only the part counts that is still watched. Where the curve is at 0 it is
 *       the number at risk at the last ending, by the curve before it. Without a wait left open before, it is the number of waits.
 *   <li>Where fewer than half of those left after the last ending are still watched, a share has a caveat, {@code only 1 of 99 waits was watched for so long}, and
 *       no change of it a verdict.
 *   <li>A wait that was not watched from its beginning ({@link WaitSpan#watchedSince(java.time.Instant)}) is at risk from its entry on, so that the number at risk may grow. A note says how many are such.
 *       Where an ending had fewer than ten at risk, and more were later, that is a caveat: {@code only 3 waits were watched at 1 h, later up to 40}.
 *   <li>From where nobody was watched though others were later, no figure has an interval: {@code nobody was watched at 2 h}. The curve itself goes on as in R.
 *   <li>Open waits must be like the others: where cases are left open because they are hard, the curve falls too fast.
 * </ul>
 *
 * <p>Kaplan, Meier (1958), doi:10.1080/01621459.1958.10501452; variance by Greenwood (1926), Reports on Public Health and Medical Subjects 33.
 */
public final class KaplanMeier {

    /** Fewer that began early enough leave the end of the curve to chance. */
    private static final int FEWEST_LONG_ENOUGH = 10;

    /** With fewer endings the limits of a mean are a little short. */
    private static final int FEW_ENDINGS = 30;

    private final Timing timing;
    private final SurvivalCurve curve;
    private final WaitColumns over;
    private final WaitColumns open;

    private KaplanMeier(Timing timing, SurvivalCurve curve, WaitColumns over, WaitColumns open) {
        this.timing = timing;
        this.curve = curve;
        this.over = over;
        this.open = open;
    }

    /** Of waits that are over and of open ones, from a length on; the columns are shared and not changed. */
    static KaplanMeier of(Timing timing, WaitColumns over, WaitColumns open, long[] late, long origin) {
        if (over.size() + open.size() == 0) {
            throw new IllegalStateException("Kaplan–Meier curve of " + timing.name() + " is undefined for zero waits");
        }
        return new KaplanMeier(timing, new SurvivalCurve(over.lengths(), open.lengths(), late, origin), over, open);
    }

    /**
     * One step of the curve.
     *
     * @param time the time at which waits end or were left open
     * @param atRisk how many were watched and lasted at least so long
     * @param ended how many of them ended then
     * @param leftOpen how many of them were open and had lasted exactly so long
     * @param survival the probability of waiting longer, from 0 to 1; it holds until the next step
     */
    public record Step(Duration time, long atRisk, long ended, long leftOpen, double survival) {

        /**
         * Checks the parts.
         *
         * @param time the time at which waits end or were left open
         * @param atRisk how many were watched and lasted at least so long
         * @param ended how many of them ended then
         * @param leftOpen how many of them were open and had lasted exactly so long
         * @param survival the probability of waiting longer
         * @throws IllegalArgumentException if the time is negative, nobody was at risk, more ended or were left open than were at risk, a count is negative, or the
         *     probability is not in [0, 1]
         */
        public Step {
            Objects.requireNonNull(time, "time");
            if (time.isNegative()) {
                throw new IllegalArgumentException("time must be at least 0, but was " + time);
            }
            Statistics.checkCount("atRisk", atRisk, 1, Long.MAX_VALUE);
            Statistics.checkCount("ended", ended, 0, atRisk);
            Statistics.checkCount("leftOpen", leftOpen, 0, atRisk - ended);
            Statistics.checkProbability("survival", survival);
        }

        /**
         * Returns the step in plain values; what JSON shows of it.
         *
         * @return the view
         */
        @JsonValue
        public View view() {
            return new View(time.toString(), atRisk, ended, leftOpen, survival);
        }

        /**
         * A step of the curve in plain values.
         *
         * @param time the time, such as {@code PT4H}
         * @param atRisk how many were observed so long
         * @param ended how many ended then
         * @param leftOpen how many were left open
         * @param survival the share still waiting
         */
        public record View(String time, long atRisk, long ended, long leftOpen, double survival) {}
    }

    /**
     * Returns what is timed.
     *
     * @return the timing
     */
    public Timing timing() {
        return timing;
    }

    /**
     * Returns how many waits are behind the curve, over or not.
     *
     * @return 1 or more
     */
    public long count() {
        return curve.count();
    }

    /**
     * Returns how many of the waits go on.
     *
     * @return 0 or more
     */
    public long openCount() {
        return curve.open().length;
    }

    /**
     * Returns the longest wait, over or open; until then the curve is known.
     *
     * @return 0 or more
     */
    public Duration longest() {
        return Duration.ofNanos(curve.longest());
    }

    /**
     * Returns the probability of waiting longer than a time.
     *
     * @param time the time
     * @return from 0 to 1, never higher after a longer time
     * @throws IllegalArgumentException if the time is negative, before the curve begins ({@link Waits#lastedAtLeast}), or longer than {@link #longest()} while the curve has not reached 0
     */
    public double survivalAt(Duration time) {
        return curve.survivalAt(nanos(time));
    }

    /**
     * Returns Greenwood's standard error of {@link #survivalAt} (1926).
     *
     * @param time the time
     * @return more than 0; empty where the curve is at 1 or at 0, for the formula would give none there
     * @throws IllegalArgumentException if the time is negative, before the curve begins ({@link Waits#lastedAtLeast}), or longer than {@link #longest()} while the curve has not reached 0
     */
    public OptionalDouble standardErrorAt(Duration time) {
        CurvePoint point = curve.at(nanos(time));
        double share = point.share();
        return share > 0 && share < 1
                ? OptionalDouble.of(share * Math.sqrt(point.greenwood()))
                : OptionalDouble.empty();
    }

    /**
     * Returns the share still waiting after a time, in per cent; lower is better. Its limits are those of the log-log transformation (Kalbfleisch and Prentice 1980), which stay
     * within 0 and 100; where everybody or nobody is still waiting, which leaves that transformation without limits, they are Wilson's (1927).
     *
     * @param time the time; it is part of the metric, so that only shares after the same time are compared
     * @return the score
     * @throws IllegalArgumentException if the time is negative, before the curve begins ({@link Waits#lastedAtLeast}), or longer than {@link #longest()} while the curve has not reached 0
     */
    public Score stillWaitingAfter(Duration time) {
        long at = nanos(time);
        ShareMetric metric = ShareMetric.lowerIsBetter(
                "still waiting after " + shown(time) + ", " + timing.name() + " (Kaplan–Meier)");
        return told(curve.at(at).waiting(metric, curve.count()), at);
    }

    /**
     * Returns the share whose wait is over within a time, in per cent; higher is better. It is 100 less {@link #stillWaitingAfter}, and so are its
     * limits.
     *
     * @param time the time, itself included; it is part of the metric, so that only shares within the same time are compared
     * @return the score
     * @throws IllegalArgumentException if the time is negative, before the curve begins ({@link Waits#lastedAtLeast}), or longer than {@link #longest()} while the curve has not reached 0
     */
    public Score withinShare(Duration time) {
        long at = nanos(time);
        ShareMetric metric =
                ShareMetric.higherIsBetter("within " + shown(time) + ", " + timing.name() + " (Kaplan–Meier)");
        return told(curve.at(at).over(metric, curve.count()), at);
    }

    /** With what is to be said of late entries; where nobody was watched there is no interval. */
    private Figure told(Figure share, long at) {
        Figure known = at < curve.blind()
                ? share
                : Figure.of(share.metric(), share.value(), share.count(), unwatched())
                        .withEffectiveCount(0);
        return known.withCaveats(with(thin(at), known.caveats())).withNotes(lateNotes());
    }

    private Uncertainty unwatched() {
        return new Uncertainty.NotEstimable(unwatchedAt());
    }

    private String unwatchedAt() {
        return "nobody was watched at " + shown(Duration.ofNanos(curve.blind()));
    }

    private Optional<String> thin(long until) {
        return curve.thinUpTo(until)
                .map(thin -> "only " + thin.atRisk() + (thin.atRisk() == 1 ? " wait was" : " waits were")
                        + " watched at " + shown(Duration.ofNanos(thin.time())) + ", later up to " + thin.later());
    }

    private List<String> lateNotes() {
        return curve.lateCount() == 0
                ? List.of()
                : List.of(curve.lateCount() + " of " + count() + " waits were not watched from their beginning");
    }

    private static List<String> with(Optional<String> first, List<String> others) {
        return Stream.concat(first.stream(), others.stream()).toList();
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
     * <p>Its limits are the times at which the limits of the curve pass the same share (Brookmeyer and Crowley 1982, doi:10.2307/2530286). Before the first wait ends, the
     * lower limit of the curve is Wilson's. Where the curve has reached 0, no upper limit is taken from it. So the lower limit can be 0 and the
     * upper one infinite though all waits are over: ten waits tell little about a 99th percentile.
     *
     * @param percentage from 1 to below 100: 90 for the 90th percentile; 0.9 is refused, for 90 is meant
     * @return the percentile; empty where the curve does not reach it
     * @throws IllegalArgumentException if the percentage is not in [1, 100)
     */
    public Optional<TimeScore> percentile(double percentage) {
        Quantiles.checkNoShare(percentage);
        if (!(percentage >= 1 && percentage < 100)) {
            throw new IllegalArgumentException("percentile must be in [1, 100), but was " + percentage);
        }
        double rest = (100 - percentage) / 100;
        // Shares closer than this are the same but for rounding.
        double same = Math.min(Rounding.LEFT_OVER, rest / 2);
        int step = curve.firstAtMost(rest + same);
        if (step >= curve.knownSteps()) {
            return Optional.empty();
        }
        long reached = curve.time(step);
        boolean level = curve.survival(step) >= rest - same;
        double nanos = reached / 2.0 + (level ? Math.min(curve.until(step), curve.blind()) : reached) / 2.0;
        PercentileLimits limits = PercentileLimits.of(rest, same, curve);
        Uncertainty uncertainty =
                new Uncertainty.Limits("log-log", z -> limits.around(nanos, z, timing.nanosPerUnit()));
        return Optional.of(new TimeScore(
                metric(timing, percentage),
                nanos,
                curve.count(),
                curve.point(step).effectiveCount(),
                uncertainty,
                with(thin(reached), List.of()),
                lateNotes()));
    }

    /**
     * Returns the mean wait when no wait counts for more than a given time: the area under the curve up to it. Unlike a mean of closed cases it
     * is not biased by those still open.
     *
     * <p>The figure for "20 % less": with zeros, of which no logarithm knows, and with open waits. Take the customer's horizon, best one that at most 5 % exceed, and the same before and
     * after; then {@link io.github.cxkit.metrics.change.Change#relative()} tells the change in per cent.
     *
     * <ul>
     *   <li>The degrees of freedom are the number of waits that were over by then, less 1. Below 30 of them a note says that the interval is a little short.
     *   <li>Its effective number is that of the waits less those left open before the time.
     *   <li>Where fewer than 10 waits, but not all, began so long before the look, that is a caveat: {@code only 4 of 50 waits began 168 h ago or earlier}. Of lengths alone nobody knows.
     * </ul>
     *
     * <p>Royston, Parmar (2013), doi:10.1186/1471-2288-13-152.
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
        for (int step = curve.stepAt(end); step >= 0; step--) {
            if (curve.survival(step) > 0) {
                double piece = curve.survival(step) * (until - curve.time(step));
                squares += curve.greenwood(step) * piece * (2 * area + piece);
                area += piece;
            }
            until = curve.time(step);
        }
        area += until;
        int ended = curve.endedUpTo(end);
        return new TimeScore(
                Timing.Statistic.of("Kaplan–Meier mean up to " + shown(longestCounted) + ",", timing),
                area,
                curve.count(),
                end > curve.blind() ? 0 : curve.knownAt(end),
                uncertaintyOfMean(end, squares, ended),
                with(thin(end), tooYoung(end, longestCounted)),
                with(fewEndings(ended), lateNotes()));
    }

    private Uncertainty uncertaintyOfMean(long end, double squares, int ended) {
        if (end > curve.blind()) {
            return unwatched();
        }
        return ended < 2
                ? new Uncertainty.NotEstimable("fewer than two waits were over by then")
                : new Uncertainty.StandardError(timing.toUnit(Math.sqrt(squares)), ended - 1);
    }

    /** By when they began, not by which are open: that hangs on how long they take. Of lengths alone nothing is known. */
    private List<String> tooYoung(long end, Duration horizon) {
        long unknown = over.ofUnknownObservation() + open.ofUnknownObservation();
        long longEnough = over.observableFor(end) + open.observableFor(end) + unknown;
        return unknown == count() || longEnough == count() || longEnough >= FEWEST_LONG_ENOUGH
                ? List.of()
                : List.of("only " + longEnough + " of " + count() + " waits began " + shown(horizon)
                        + " ago or earlier\nMaybe shorten the horizon.");
    }

    private static Optional<String> fewEndings(int ended) {
        return ended < FEW_ENDINGS
                ? Optional.of("only " + ended + (ended == 1 ? " wait was" : " waits were") + " over by then: below "
                        + FEW_ENDINGS + " the interval is a little short")
                : Optional.empty();
    }

    /**
     * Returns the curve for plotting: one step for each time at which a wait ends or was left open.
     *
     * @return ascending by time, at least one; the curve is at 1 before the first
     */
    public List<Step> steps() {
        long[] ends = curve.over();
        long[] lookedAt = curve.open();
        List<Step> steps = new ArrayList<>();
        int ended = 0;
        int left = 0;
        while (ended < ends.length || left < lookedAt.length) {
            long time = left == lookedAt.length || (ended < ends.length && ends[ended] < lookedAt[left])
                    ? ends[ended]
                    : lookedAt[left];
            int firstEnded = ended;
            int leftOpen = 0;
            while (ended < ends.length && ends[ended] == time) {
                ended++;
            }
            while (left < lookedAt.length && lookedAt[left] == time) {
                // One that was first watched when it was last watched was never at risk.
                leftOpen += open.hasEntries() && open.entries()[left] == time ? 0 : 1;
                left++;
            }
            if (ended > firstEnded || leftOpen > 0) {
                steps.add(new Step(
                        Duration.ofNanos(time),
                        curve.atRisk(time),
                        ended - firstEnded,
                        leftOpen,
                        curve.survivalAt(time)));
            }
        }
        return List.copyOf(steps);
    }

    /** A time at which the curve is known, in nanoseconds. */
    private long nanos(Duration time) {
        Objects.requireNonNull(time, "time");
        boolean ends = curve.reachesZero();
        Duration origin = Duration.ofNanos(curve.origin());
        boolean tooShort = time.compareTo(origin) < 0;
        if (tooShort || (!ends && time.compareTo(longest()) > 0)) {
            throw new IllegalArgumentException("time must be in [" + (origin.isZero() ? "0" : origin) + ", "
                    + (ends ? "∞)" : longest() + "]") + ", but was " + time
                    + (tooShort ? "" : "\nMaybe wait until some waits have been seen for so long."));
        }
        // Beyond the range of a long the curve is at 0, as it is at the end of that range.
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : time.toNanos();
    }

    private String shown(Duration time) {
        return Statistics.shown(timing, time);
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
                .orElseGet(() -> undefined(
                        timing,
                        percentage,
                        curve.blind() < Long.MAX_VALUE ? unwatchedAt() : "too many of the waits are still open"));
    }

    static ResultView undefined(Timing timing, double percentage, String reason) {
        return ResultView.undefined(metric(timing, percentage), List.of("undefined: " + reason));
    }

    private static Timing.Statistic metric(Timing timing, double percentage) {
        return Timing.Statistic.of("Kaplan–Meier " + Statistics.percentile(percentage), timing);
    }

    /**
     * Returns how many waits there are, how many are open, and the median.
     *
     * @return for example {@code resolution of 8221, 1488 still open: median 70.8 h (95% CI 66.9 to 74.4, n=8221)}
     */
    @Override
    public String toString() {
        return timing.name() + " of " + curve.count() + ", " + curve.open().length + " still open: median "
                + median().map(median -> median.estimate().toString()).orElse("not reached");
    }
}

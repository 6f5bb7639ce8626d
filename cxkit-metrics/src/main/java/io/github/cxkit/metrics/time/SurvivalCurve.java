package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.numbers.Bisection;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The product limit of Kaplan and Meier, with Greenwood's sum, at each time at which a wait ends. A wait is at risk from after its entry to its length; one that was watched from its
 * beginning, from 0 on.
 */
final class SurvivalCurve {

    /** Where so few are at risk, one ending moves the whole curve; coverage in {@code LateEntrySimulationTest}. */
    private static final long THIN = 10;

    /** The lengths of the waits that are over, ascending, in nanoseconds. */
    private final long[] over;
    /** How long the open waits have lasted so far, ascending. */
    private final long[] open;
    /** From which length on the others than those watched from their beginning were watched, ascending. */
    private final long[] late;
    /** Where the curve begins. */
    private final long origin;
    /** The distinct times at which waits end, ascending. */
    private final long[] times;
    /** The share still waiting from each of them on. */
    private final double[] survival;
    /** Greenwood's sum of d/(n(n − d)) up to each of them; infinite where the curve reaches 0. */
    private final double[] greenwood;
    /** From when on nothing is known, for nobody was watched though others were later; the longest there is where that is nowhere. */
    private final long blind;

    /** Of ascending lengths and entries, which are shared and not changed. */
    SurvivalCurve(long[] over, long[] open, long[] late, long origin) {
        this.over = over;
        this.open = open;
        this.late = late;
        this.origin = origin;
        int steps = distinct(over);
        times = new long[steps];
        survival = new double[steps];
        greenwood = new double[steps];
        // Between two open waits or entries the product telescopes, so that it is one quotient of counts.
        double base = 1;
        long baseAtRisk = 0;
        double sum = 0;
        int ended = 0;
        int left = 0;
        int entered = 0;
        for (int step = 0; step < steps; step++) {
            long time = over[ended];
            int before = left + entered;
            while (left < open.length && open[left] < time) {
                left++;
            }
            while (entered < late.length && late[entered] < time) {
                entered++;
            }
            long atRisk = count() - late.length + entered - ended - left;
            if (left + entered > before || step == 0) {
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
        blind = late.length == 0 ? Long.MAX_VALUE : firstUnwatched(last(late));
    }

    private static int distinct(long[] ascending) {
        int distinct = ascending.length == 0 ? 0 : 1;
        for (int i = 1; i < ascending.length; i++) {
            distinct += ascending[i] == ascending[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    /** Where nobody is left though somebody enters later, or the curve is at 0 though somebody enters then or later. */
    private long firstUnwatched(long lastEntry) {
        long empty = LongStream.concat(
                        LongStream.of(origin), LongStream.concat(Arrays.stream(over), Arrays.stream(open)))
                .filter(time -> time < lastEntry && watchedAfter(time) == 0)
                .min()
                .orElse(Long.MAX_VALUE);
        int atZero = firstAtMost(0);
        return atZero < times.length && times[atZero] <= lastEntry ? Math.min(times[atZero], empty) : empty;
    }

    long count() {
        return over.length + (long) open.length;
    }

    long origin() {
        return origin;
    }

    /** How many were not watched from their beginning. */
    int lateCount() {
        return late.length;
    }

    /** The lengths of the waits that are over, ascending; not a copy. */
    long[] over() {
        return over;
    }

    /** How long the open waits have lasted so far, ascending; not a copy. */
    long[] open() {
        return open;
    }

    /** The longest wait, over or open. */
    long longest() {
        return Math.max(last(over), last(open));
    }

    private static long last(long[] ascending) {
        return ascending.length == 0 ? 0 : ascending[ascending.length - 1];
    }

    /** From when on nothing is known, for nobody was watched; the longest there is where that is nowhere. */
    long blind() {
        return blind;
    }

    boolean reachesZero() {
        return times.length > 0 && survival[times.length - 1] == 0;
    }

    /** How many waits ended up to a time. */
    int endedUpTo(long time) {
        return SortedNanos.countUpTo(over, time);
    }

    /** How many waits entered before a time and were not left open before it. */
    long knownAt(long time) {
        return enteredBefore(time) - SortedNanos.countBelow(open, time);
    }

    private long enteredBefore(long time) {
        return count() - late.length + SortedNanos.countBelow(late, time);
    }

    /** How many waits were watched and lasted at least so long. */
    long atRisk(long time) {
        return enteredBefore(time) - SortedNanos.countBelow(over, time) - SortedNanos.countBelow(open, time);
    }

    /** How many waits are still watched after a time: open ones that lasted exactly so long are, those that ended then are not. */
    private long watchedAt(long time) {
        return enteredBefore(time) - SortedNanos.countUpTo(over, time) - SortedNanos.countBelow(open, time);
    }

    /** How many waits are at risk right after a time, those that entered then included. */
    private long watchedAfter(long time) {
        return count()
                - late.length
                + SortedNanos.countUpTo(late, time)
                - SortedNanos.countUpTo(over, time)
                - SortedNanos.countUpTo(open, time);
    }

    /** The most that were watched at once since the last ending; without entries those that it left. */
    private long mostWatched(int step, long time) {
        long since = step < 0 ? origin : times[step];
        long left = step < 0 ? count() - late.length : watchedAt(since);
        return IntStream.range(SortedNanos.countBelow(late, since), SortedNanos.countBelow(late, time))
                .mapToLong(i -> watchedAfter(late[i]))
                .reduce(left, Math::max);
    }

    /** How many times there are at which waits end. */
    int steps() {
        return times.length;
    }

    /** How many of them are before nothing is known. */
    int knownSteps() {
        return SortedNanos.countBelow(times, blind);
    }

    long time(int step) {
        return times[step];
    }

    /** Until when the curve is level after a step; the longest wait after the last. */
    long until(int step) {
        return step + 1 < times.length ? times[step + 1] : longest();
    }

    double survival(int step) {
        return survival[step];
    }

    double greenwood(int step) {
        return greenwood[step];
    }

    /** The last step at or before a time; −1 before the first. */
    int stepAt(long time) {
        return SortedNanos.countUpTo(times, time) - 1;
    }

    /** The first step at which the curve is at most at a share; the number of steps where there is none. */
    int firstAtMost(double share) {
        return Bisection.first(survival.length, i -> survival[i] <= share);
    }

    /** The share still waiting after a time. */
    double survivalAt(long time) {
        int step = stepAt(time);
        return step < 0 ? 1 : survival[step];
    }

    /** The curve at a time. */
    CurvePoint at(long time) {
        int step = stepAt(time);
        if (step < 0) {
            return CurvePoint.whole(watchedAt(time), mostWatched(step, time));
        }
        return survival[step] > 0 ? between(step, time) : atZero(step);
    }

    /** The curve at a step; at step −1, before the first, it is 1. */
    CurvePoint point(int step) {
        if (step < 0) {
            return CurvePoint.whole(times.length == 0 ? count() : atRisk(times[0]), count());
        }
        return survival[step] > 0 ? between(step, times[step]) : atZero(step);
    }

    /** The share at a step; before the first it is 1. */
    double share(int step) {
        return step < 0 ? 1 : survival[step];
    }

    /** {@link CurvePoint#distanceTo} at a step, without the numbers of waits where these have no part in it: it is asked at every step. */
    double distanceTo(int step, double other) {
        double share = share(step);
        return share > 0 && share < 1
                ? CurvePoint.distance(share, greenwood[step], other)
                : point(step).distanceTo(other);
    }

    private CurvePoint between(int step, long time) {
        double share = survival[step];
        long entered = enteredBefore(time);
        // Without waits left open before it, and all watched from their beginning, the number is that of the waits,
        // exactly.
        boolean isOfAll = late.length == 0 && SortedNanos.countBelow(open, times[step]) == 0;
        double most = isOfAll ? entered : Math.min(entered, (1 - share) / (share * greenwood[step]));
        return CurvePoint.between(share, greenwood[step], most, watchedAt(time), mostWatched(step, time));
    }

    private CurvePoint atZero(int step) {
        double before = step == 0 ? 1 : survival[step - 1];
        long entered = enteredBefore(times[step]);
        return CurvePoint.none(
                open.length == 0 && late.length == 0 ? entered : Math.min(entered, atRisk(times[step]) / before));
    }

    /**
     * The step up to a time at which the fewest were at risk, fewer than ten, and more later.
     *
     * @param time the time
     * @return the step, its number and the most there were later
     */
    Optional<Thin> thinUpTo(long time) {
        if (late.length == 0) {
            return Optional.empty();
        }
        Thin thinnest = null;
        long later = 0;
        int entry = late.length - 1;
        for (int step = times.length - 1; step >= 0; step--) {
            while (entry >= 0 && late[entry] >= times[step]) {
                later = Math.max(later, watchedAfter(late[entry]));
                entry--;
            }
            long atRisk = atRisk(times[step]);
            if (times[step] <= time
                    && atRisk < THIN
                    && later > atRisk
                    && (thinnest == null || atRisk <= thinnest.atRisk())) {
                thinnest = new Thin(times[step], atRisk, later);
            }
        }
        return Optional.ofNullable(thinnest);
    }

    /** An early ending at which few were at risk. */
    record Thin(long time, long atRisk, long later) {}
}

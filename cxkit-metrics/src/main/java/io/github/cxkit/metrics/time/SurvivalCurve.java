package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.numbers.Bisection;

/** The product limit of Kaplan and Meier, with Greenwood's sum, at each time at which a wait ends. */
final class SurvivalCurve {

    /** The lengths of the waits that are over, ascending, in nanoseconds. */
    private final long[] over;
    /** How long the open waits have lasted so far, ascending. */
    private final long[] open;
    /** The distinct times at which waits end, ascending. */
    private final long[] times;
    /** The share still waiting from each of them on. */
    private final double[] survival;
    /** Greenwood's sum of d/(n(n − d)) up to each of them; infinite where the curve reaches 0. */
    private final double[] greenwood;

    private SurvivalCurve(long[] over, long[] open, long[] times, double[] survival, double[] greenwood) {
        this.over = over;
        this.open = open;
        this.times = times;
        this.survival = survival;
        this.greenwood = greenwood;
    }

    /** Of ascending lengths, which are shared and not changed. */
    static SurvivalCurve of(long[] over, long[] open) {
        long count = over.length + (long) open.length;
        int steps = distinct(over);
        long[] times = new long[steps];
        double[] survival = new double[steps];
        double[] greenwood = new double[steps];
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
            long atRisk = count - ended - left;
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
        return new SurvivalCurve(over, open, times, survival, greenwood);
    }

    private static int distinct(long[] ascending) {
        int distinct = ascending.length == 0 ? 0 : 1;
        for (int i = 1; i < ascending.length; i++) {
            distinct += ascending[i] == ascending[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    long count() {
        return over.length + (long) open.length;
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

    boolean reachesZero() {
        return times.length > 0 && survival[times.length - 1] == 0;
    }

    /** How many waits ended up to a time. */
    int endedUpTo(long time) {
        return SortedNanos.countUpTo(over, time);
    }

    /** How many waits lasted at least so long. */
    private long atRisk(long time) {
        return count() - SortedNanos.countBelow(over, time) - SortedNanos.countBelow(open, time);
    }

    /** How many waits are still watched after a time: open ones that lasted exactly so long are, those that ended then are not. */
    private long watchedAt(long time) {
        return count() - SortedNanos.countUpTo(over, time) - SortedNanos.countBelow(open, time);
    }

    /** How many times there are at which waits end. */
    int steps() {
        return times.length;
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
            return CurvePoint.whole(watchedAt(time), count());
        }
        return survival[step] > 0 ? between(step, watchedAt(time)) : atZero(step);
    }

    /** The curve at a step; at step −1, before the first, it is 1. */
    CurvePoint point(int step) {
        if (step < 0) {
            return CurvePoint.whole(times.length == 0 ? count() : atRisk(times[0]), count());
        }
        return survival[step] > 0 ? between(step, watchedAt(times[step])) : atZero(step);
    }

    private CurvePoint between(int step, long watched) {
        double share = survival[step];
        // Without waits left open before it the number is that of the waits, exactly.
        boolean isOfAll = SortedNanos.countBelow(open, times[step]) == 0;
        double most = isOfAll ? count() : Math.min(count(), (1 - share) / (share * greenwood[step]));
        return CurvePoint.between(share, greenwood[step], most, watched, watchedAt(times[step]));
    }

    private CurvePoint atZero(int step) {
        double before = step == 0 ? 1 : survival[step - 1];
        return CurvePoint.none(open.length == 0 ? count() : Math.min(count(), atRisk(times[step]) / before));
    }
}

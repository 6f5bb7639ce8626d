package io.github.cxkit.metrics.time;

import io.github.cxkit.core.Channel;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long customers are willing to wait, as far as it is known: the share of them who wait longer than each of a few times.
 *
 * <p>If 12 % wait longer than 5 minutes and nothing else is known, then from 12 % to 100 % accept a wait of 3 minutes, and from 0 to 12 % one
 * of 8 minutes. Measured waits of 3 and 8 minutes were acceptable to between 6 % and 56 %.
 *
 * <pre>{@code
 * Tolerance phone = Tolerance.waitLongerThan(12, Duration.ofMinutes(5));
 * Tolerance email = Tolerance.expectWithin(34, Duration.ofHours(1)).andExpectWithin(48, Duration.ofHours(4));
 * email.accepted(waits);    // bounds of the share of contacts that met what their customers accept
 * }</pre>
 *
 * <p>The figures of the example are second-hand and only show how it is written: on the phone nearly nine in ten will wait no more than five
 * minutes; by e-mail about a third expect an answer within an hour, nearly half within four. Measure your own customers.
 *
 * <ul>
 *   <li>Between two times anything between their shares is possible; the results are bounds and no interpolation.
 *   <li>A wait of exactly a time is accepted by those who wait longer, and by those who wait just so long and no longer.
 *   <li>A wait that goes on contributes from 0 to the most who would accept what it has lasted so far.
 *   <li>The bounds hold for these waits and these shares; they hold no chance, neither that of the waits nor that of the survey behind the shares.
 *   <li>Customers do not know opening hours: waits by the clock are what they live through.
 * </ul>
 *
 * <p>Bounds of what is partly known: Manski (2003), Partial Identification of Probability Distributions.
 */
public final class Tolerance {

    private static final double ALL = 100;

    private final NavigableMap<Duration, Double> waitingLonger;

    private Tolerance(NavigableMap<Duration, Double> waitingLonger) {
        this.waitingLonger = waitingLonger;
    }

    /**
     * Returns a tolerance with one known share.
     *
     * @param percent how many customers in a hundred wait longer, from 0 to 100
     * @param wait than how long, 0 or more
     * @return the tolerance
     * @throws IllegalArgumentException if the share is not in [0, 100] or the wait is negative
     */
    public static Tolerance waitLongerThan(double percent, Duration wait) {
        return new Tolerance(new TreeMap<>()).andWaitLongerThan(percent, wait);
    }

    /**
     * Returns a tolerance with one known share, told from the other side: those who expect an answer within a time wait no longer.
     *
     * @param percent how many customers in a hundred expect an answer, from 0 to 100
     * @param wait within how long, 0 or more
     * @return the tolerance
     * @throws IllegalArgumentException if the share is not in [0, 100] or the wait is negative
     */
    public static Tolerance expectWithin(double percent, Duration wait) {
        return new Tolerance(new TreeMap<>()).andExpectWithin(percent, wait);
    }

    /**
     * Returns a copy with one more known share.
     *
     * @param percent how many customers in a hundred wait longer, from 0 to 100; not more than wait longer than a shorter time
     * @param wait than how long, 0 or more
     * @return the copy
     * @throws IllegalArgumentException if the share is not in [0, 100], the wait is negative or known already, or more customers would wait longer
     *     than a longer time; the message names both times
     */
    public Tolerance andWaitLongerThan(double percent, Duration wait) {
        return and(checked(percent), wait);
    }

    /**
     * Returns a copy with one more known share, told from the other side: 99.9 who expect an answer within a time are 0.1 who wait longer, by the decimals as
     * they are written.
     *
     * @param percent how many customers in a hundred expect an answer, from 0 to 100; not fewer than within a shorter time
     * @param wait within how long, 0 or more
     * @return the copy
     * @throws IllegalArgumentException if the share is not in [0, 100], the wait is negative or known already, or fewer customers would expect an
     *     answer within a longer time; the message names both times
     */
    public Tolerance andExpectWithin(double percent, Duration wait) {
        return and(
                BigDecimal.valueOf(ALL)
                        .subtract(BigDecimal.valueOf(checked(percent)))
                        .doubleValue(),
                wait);
    }

    private static double checked(double percent) {
        if (!(percent >= 0 && percent <= ALL)) {
            throw new IllegalArgumentException("share of customers must be in [0, 100], but was " + percent);
        }
        return percent;
    }

    private Tolerance and(double percent, Duration wait) {
        Objects.requireNonNull(wait, "wait");
        if (wait.isNegative()) {
            throw new IllegalArgumentException("wait must be at least 0, but was " + wait);
        }
        NavigableMap<Duration, Double> steps = new TreeMap<>(waitingLonger);
        if (steps.putIfAbsent(wait, percent) != null) {
            throw new IllegalArgumentException("share of customers who wait longer than " + wait + " is known already");
        }
        Map.Entry<Duration, Double> shorter = steps.lowerEntry(wait);
        if (shorter != null && percent > shorter.getValue()) {
            throw rising(wait, percent, shorter.getKey(), shorter.getValue());
        }
        Map.Entry<Duration, Double> longer = steps.higherEntry(wait);
        if (longer != null && longer.getValue() > percent) {
            throw rising(longer.getKey(), longer.getValue(), wait, percent);
        }
        return new Tolerance(steps);
    }

    private static IllegalArgumentException rising(Duration wait, double percent, Duration shorter, double atShorter) {
        return new IllegalArgumentException("share of customers who wait longer than " + wait
                + " must be at most that of " + shorter + ", " + atShorter + ", but was " + percent);
    }

    /**
     * Returns how many customers in a hundred accept a wait.
     *
     * @param wait how long, 0 or more
     * @return bounds in per cent: at least those who wait longer than the next known time, at most those who wait longer than the one before
     * @throws IllegalArgumentException if the wait is negative
     */
    public Interval accepting(Duration wait) {
        Objects.requireNonNull(wait, "wait");
        if (wait.isNegative()) {
            throw new IllegalArgumentException("wait must be at least 0, but was " + wait);
        }
        Map.Entry<Duration, Double> before = waitingLonger.lowerEntry(wait);
        Map.Entry<Duration, Double> next = waitingLonger.ceilingEntry(wait);
        return new Interval(next == null ? 0 : next.getValue(), before == null ? ALL : before.getValue());
    }

    /**
     * Returns how many waits in a hundred are what their customers accept, if customers are alike in who waits how long.
     *
     * @param waits the waits
     * @return bounds in per cent
     * @throws IllegalStateException if there are no waits, or some were not watched from their beginning; the message says how many
     */
    public Interval accepted(Waits waits) {
        Objects.requireNonNull(waits, "waits");
        return mean(expected(waits), waits.count());
    }

    /**
     * Returns how many contacts in a hundred, over all channels, are what the customers of the channel accept.
     *
     * @param waits the waits of each channel
     * @param tolerances the tolerance on each of these channels; others are not used, and a channel without waits needs none
     * @return bounds in per cent, each wait counting as one
     * @throws IllegalArgumentException if a channel with waits has no tolerance; the message names it
     * @throws IllegalStateException if there are no waits, or some were not watched from their beginning; the message says how many
     */
    public static Interval acceptedAcross(Map<Channel, Waits> waits, Map<Channel, Tolerance> tolerances) {
        Objects.requireNonNull(waits, "waits");
        Objects.requireNonNull(tolerances, "tolerances");
        double lower = 0;
        double upper = 0;
        long count = 0;
        for (Map.Entry<Channel, Waits> entry : waits.entrySet()) {
            if (entry.getValue().isEmpty()) {
                continue;
            }
            Tolerance tolerance = tolerances.get(entry.getKey());
            if (tolerance == null) {
                throw new IllegalArgumentException("no tolerance is known for the channel " + entry.getKey());
            }
            Interval expected = tolerance.expected(entry.getValue());
            lower += expected.lower();
            upper += expected.upper();
            count += entry.getValue().count();
        }
        return mean(new Interval(lower, upper), count);
    }

    private static Interval mean(Interval sum, long count) {
        if (count == 0) {
            throw new IllegalStateException("share of accepted waits is undefined for zero waits");
        }
        return new Interval(sum.lower() / count, sum.upper() / count);
    }

    /** The bounds summed over waits: those up to each known time have the same, and so have those beyond the last. */
    private Interval expected(Waits waits) {
        waits.requireWatched("share of accepted waits of " + waits.timing().name());
        double lower = 0;
        double upper = 0;
        double atMost = ALL;
        int over = 0;
        int open = 0;
        for (Map.Entry<Duration, Double> step : waitingLonger.entrySet()) {
            long limit = SortedNanos.of(step.getKey());
            int overUntil = SortedNanos.countUpTo(waits.overNanos(), limit);
            int openUntil = SortedNanos.countUpTo(waits.openNanos(), limit);
            lower += (overUntil - over) * step.getValue();
            upper += (overUntil - over) * atMost + (openUntil - open) * atMost;
            over = overUntil;
            open = openUntil;
            atMost = step.getValue();
        }
        return new Interval(lower, upper + (waits.count() - over - open) * atMost);
    }

    /** Compares the known times and shares. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tolerance that && waitingLonger.equals(that.waitingLonger);
    }

    @Override
    public int hashCode() {
        return waitingLonger.hashCode();
    }

    /**
     * Returns the known shares.
     *
     * @return for example {@code 66.0% wait longer than PT1H, 52.0% wait longer than PT4H}
     */
    @Override
    public String toString() {
        return waitingLonger.entrySet().stream()
                .map(step -> MetricUnit.PERCENT.format(step.getValue()) + " wait longer than " + step.getKey())
                .collect(Collectors.joining(", "));
    }
}

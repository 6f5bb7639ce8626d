package io.github.cxkit.metrics.time;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * How often a target time was kept (an SLA): met, breached, and pending, that is not decided yet.
 *
 * <p>Of five cases with a target of an hour, two met it, two took longer or are open and late already, one is open and still in time: of the
 * decided cases 50 % met the target; of all cases it will be between 40 % and 60 %.
 *
 * <pre>{@code
 * TargetAttainment.of(waits, Duration.ofHours(1)).attained();              // a Share with Wilson's interval
 * TargetAttainment.met(2).breached(2).withPending(1).bounds();             // [40, 60]
 * tickets.stream().collect(TargetAttainment.toAttainment(Ticket::lasted, Ticket::isOpen, Ticket::target));
 * }</pre>
 *
 * <ul>
 *   <li>An open case counts as breached as soon as it has lasted longer than the target; it does not wait for its end.
 *   <li>Pending cases are not in the share. They are in the bounds, which are what can still become of it and no confidence interval.
 *   <li>Nothing decided: the share is legal and has no value. No cases at all: there are no bounds either.
 *   <li>Merging adds the counts, so that order and partition cannot matter.
 * </ul>
 */
public final class TargetAttainment {

    private static final String DEFAULT_NAME = "target met";

    private final ShareMetric metric;
    private final long met;
    private final long breached;
    private final long pending;

    private TargetAttainment(ShareMetric metric, long met, long breached, long pending) {
        this.metric = metric;
        this.met = met;
        this.breached = breached;
        this.pending = pending;
        Math.addExact(Math.addExact(met, breached), pending);
    }

    /**
     * Returns how often waits kept one target. The name of the share tells what was timed and the target: {@code first reply in time (within 60 min)}.
     *
     * @param waits the waits
     * @param target how long a wait may last; exactly so long is met
     * @return the attainment
     * @throws IllegalArgumentException if the target is negative
     */
    public static TargetAttainment of(Waits waits, Duration target) {
        Objects.requireNonNull(waits, "waits");
        TargetOutcome.checkTarget(target);
        long limit = SortedNanos.of(target);
        long met = SortedNanos.countUpTo(waits.overNanos(), limit);
        long pending = SortedNanos.countUpTo(waits.openNanos(), limit);
        return new TargetAttainment(
                ShareMetric.higherIsBetter(
                        waits.timing().name() + " in time (" + Statistics.within(waits.timing(), target) + ")"),
                met,
                waits.count() - met - pending,
                pending);
    }

    /**
     * Begins with the number of cases that met their targets.
     *
     * @param met how many
     * @return what is still missing
     * @throws IllegalArgumentException if the count is negative
     */
    public static WithMet met(long met) {
        return new WithMet(met);
    }

    /**
     * The cases that met their targets are known.
     *
     * @param met how many
     */
    public record WithMet(long met) {

        /**
         * Checks the count.
         *
         * @param met how many
         * @throws IllegalArgumentException if the count is negative
         */
        public WithMet {
            check(met, "met");
        }

        /**
         * Ends with the number of cases that breached their targets; none is pending.
         *
         * @param breached how many
         * @return the attainment, named {@code target met}
         * @throws IllegalArgumentException if the count is negative
         * @throws ArithmeticException if there are more cases than a long can count
         */
        public TargetAttainment breached(long breached) {
            return new TargetAttainment(ShareMetric.higherIsBetter(DEFAULT_NAME), met, check(breached, "breached"), 0);
        }
    }

    private static long check(long count, String name) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + count);
        }
        return count;
    }

    /**
     * Returns a collector of the caller's own rows, each with a target of its own, named {@code target met}.
     *
     * @param <T> the row type
     * @param lasted how long a row's wait lasted or, while it goes on, has lasted so far
     * @param isOpen whether a row's wait goes on
     * @param target a row's target
     * @return the collector; it throws as {@link TargetOutcome#of}
     */
    public static <T> Collector<T, ?, TargetAttainment> toAttainment(
            Function<? super T, Duration> lasted, Predicate<? super T> isOpen, Function<? super T, Duration> target) {
        return toAttainment(row -> TargetOutcome.of(lasted.apply(row), isOpen.test(row), target.apply(row)));
    }

    /**
     * Returns a collector of the caller's own rows whose outcomes are known, as ticket systems export them, named {@code target met}.
     *
     * @param <T> the row type
     * @param outcome a row's outcome; {@link TargetOutcome#PENDING} where it is not known
     * @return the collector
     */
    public static <T> Collector<T, ?, TargetAttainment> toAttainment(Function<? super T, TargetOutcome> outcome) {
        return Collector.of(
                Counts::new,
                (counts, row) -> counts.accept(outcome.apply(row)),
                Counts::combine,
                counts -> met(counts.met).breached(counts.breached).withPending(counts.pending));
    }

    private static final class Counts {

        private long met;
        private long breached;
        private long pending;

        void accept(TargetOutcome outcome) {
            switch (outcome) {
                case MET -> met++;
                case BREACHED -> breached++;
                case PENDING -> pending++;
            }
        }

        Counts combine(Counts other) {
            met += other.met;
            breached += other.breached;
            pending += other.pending;
            return this;
        }
    }

    /**
     * Returns a copy with a number of cases that are not decided or not known.
     *
     * @param pending how many
     * @return the copy
     * @throws IllegalArgumentException if the count is negative
     * @throws ArithmeticException if there are more cases than a long can count
     */
    public TargetAttainment withPending(long pending) {
        return new TargetAttainment(metric, met, breached, check(pending, "pending"));
    }

    /**
     * Returns a copy with another name. The name is part of the identity: attainments of different names are neither merged nor compared.
     *
     * @param name what is promised, for example {@code first reply within target}; not blank
     * @return the copy
     * @throws IllegalArgumentException if the name is blank
     */
    public TargetAttainment withName(String name) {
        return new TargetAttainment(ShareMetric.higherIsBetter(name), met, breached, pending);
    }

    /**
     * Returns the attainment among the cases of both.
     *
     * @param other an attainment of the same name
     * @return the attainment
     * @throws IllegalArgumentException if the names differ; the message names both
     * @throws ArithmeticException if there are more cases than a long can count
     */
    public TargetAttainment plus(TargetAttainment other) {
        if (!metric.equals(other.metric)) {
            throw new IllegalArgumentException(
                    "\"" + metric.name() + "\" cannot be merged with \"" + other.metric.name() + "\"");
        }
        return new TargetAttainment(
                metric,
                Math.addExact(met, other.met),
                Math.addExact(breached, other.breached),
                Math.addExact(pending, other.pending));
    }

    /**
     * Returns the share of cases that met their target, among those that are decided.
     *
     * @return met of met and breached; without a value where nothing is decided
     */
    public Share attained() {
        return Share.of(metric, met, met + breached);
    }

    /**
     * Returns between what limits the share of all cases lies, whatever becomes of the pending ones.
     *
     * @return in per cent: all of them breached, to all of them met
     * @throws IllegalStateException if there are no cases
     */
    public Interval bounds() {
        return attained().boundsWith(pending);
    }

    /**
     * Returns how many cases met their target.
     *
     * @return 0 or more
     */
    public long met() {
        return met;
    }

    /**
     * Returns how many cases breached their target, open ones included.
     *
     * @return 0 or more
     */
    public long breached() {
        return breached;
    }

    /**
     * Returns how many cases are not decided.
     *
     * @return 0 or more
     */
    public long pending() {
        return pending;
    }

    /**
     * Returns how many cases there are, pending ones included.
     *
     * @return 0 or more
     */
    public long count() {
        return met + breached + pending;
    }

    /**
     * Returns whether there are no cases.
     *
     * @return true if {@link #count()} is 0
     */
    public boolean isEmpty() {
        return count() == 0;
    }

    /**
     * Returns the share in plain values, of the decided; what JSON shows of it.
     *
     * @return the view; where cases are pending a note says how many, and between which bounds the share of all lies
     */
    @JsonValue
    public ResultView view() {
        return attained().view().withUndecided(attained(), pending);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TargetAttainment that
                && metric.equals(that.metric)
                && met == that.met
                && breached == that.breached
                && pending == that.pending;
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, met, breached, pending);
    }

    /**
     * Returns the share of the decided cases and, where some are pending, the bounds over all.
     *
     * @return for example {@code target met 50.0% (95% CI 15.0 to 85.0, n=4); 1 of 5 pending, of all 40.0% to 60.0%}
     */
    @Override
    public String toString() {
        if (pending == 0) {
            return attained().toString();
        }
        Interval all = bounds();
        return attained() + "; " + pending + " of " + count() + " pending, of all "
                + MetricUnit.PERCENT.format(all.lower()) + " to " + MetricUnit.PERCENT.format(all.upper());
    }
}

package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.numbers.DefinitionCode;
import io.github.cxkit.metrics.numbers.StateKind;
import io.github.cxkit.metrics.numbers.StateReader;
import io.github.cxkit.metrics.numbers.StateWriter;
import io.github.cxkit.metrics.numbers.Sums;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * How often a target time was kept (an SLA): met, breached, and pending, that is not decided yet.
 *
 * <p>Of five cases with a target of an hour, two met it, two took longer or are open and late already, one is open and still in time: of the
 * decided cases 50 % met the target, the value; of all cases it will be between 40 % and 60 %.
 *
 * <pre>{@code
 * TargetAttainment.of(waits, Duration.ofHours(1)).estimate();              // of the decided, with Wilson's interval
 * TargetAttainment.met(2).breached(2).withPending(1).bounds();             // [40, 60]
 * tickets.stream().collect(TargetAttainment.toAttainment(Ticket::lasted, Ticket::isOpen, Ticket::target));
 * tickets.stream().collect(Trend.by(Ticket::opened, CalendarPeriod.MONTH, zone,
 *         TargetAttainment.toDueAttainment(now, resolution, Duration.ofHours(24), Ticket::resolution)));
 * }</pre>
 *
 * <ul>
 *   <li>An open case counts as breached as soon as it has lasted longer than the target; it does not wait for its end.
 *   <li>Pending cases are neither in the value nor in {@link #count()}. They are in the bounds, which are what can still become of it and no confidence interval.
 *   <li>One pending case is a caveat, so that no verdict is given: the quick ones are decided first. To compare, take the cases whose target time is over, of which none is
 *       pending: {@link #toDueAttainment}.
 *   <li>Nothing decided: it is empty, which is legal, and has no value. No cases at all: there are no bounds either.
 *   <li>Merging adds the counts, so that order and partition cannot matter.
 * </ul>
 *
 * <p>Interval: Wilson (1927), doi:10.1080/01621459.1927.10502953; bounds: {@link OpenShare}.
 */
public final class TargetAttainment implements MergeableScore<TargetAttainment> {

    private static final String DEFAULT_NAME = "target met";

    /** What became of one promise to answer or to resolve within a target. */
    public enum Outcome {

        /** Over, in no more time than the target. */
        MET,

        /** Took longer than the target, or goes on and has lasted longer already. */
        BREACHED,

        /** Not decided: still open within its target, or not known. */
        PENDING;

        /**
         * Returns the outcome of one wait: of 70 minutes, open, with a target of an hour it is BREACHED.
         *
         * @param lasted how long it lasted or, while it goes on, has lasted so far
         * @param open whether it goes on
         * @param target how long it may last; exactly so long is met
         * @return the outcome
         * @throws IllegalArgumentException if a duration is negative
         */
        public static Outcome of(Duration lasted, boolean open, Duration target) {
            Objects.requireNonNull(lasted, "lasted");
            if (lasted.isNegative()) {
                throw new IllegalArgumentException("length of a wait must be at least 0, but was " + lasted);
            }
            checkTarget(target);
            if (lasted.compareTo(target) > 0) {
                return BREACHED;
            }
            return open ? PENDING : MET;
        }
    }

    private final OpenShare share;

    private TargetAttainment(OpenShare share) {
        this.share = share;
    }

    private static TargetAttainment of(String name, long met, long breached, long pending) {
        Share decided = Share.of(ShareMetric.higherIsBetter(name), met, Sums.addExact(met, breached));
        return new TargetAttainment(new OpenShare(decided, pending, 0));
    }

    private static void checkTarget(Duration target) {
        Objects.requireNonNull(target, "target");
        if (target.isNegative()) {
            throw new IllegalArgumentException("target must be at least 0, but was " + target);
        }
    }

    /**
     * Returns how often waits kept one target. The name of the share tells what was timed and the target: {@code first reply in time (within 60 min)}.
     *
     * @param waits the waits
     * @param target how long a wait may last, {@code Duration.ofDays(2)} for two working days where the waits are in these; exactly so long is met
     * @return the attainment
     * @throws IllegalArgumentException if the target is negative
     * @throws IllegalStateException if waits were not watched from their beginning; the message says how many
     */
    public static TargetAttainment of(Waits waits, Duration target) {
        Objects.requireNonNull(waits, "waits");
        checkTarget(target);
        waits.requireWatched("share in time of " + waits.timing().name());
        long limit = SortedNanos.of(target);
        long met = SortedNanos.countUpTo(waits.overNanos(), limit);
        long pending = SortedNanos.countUpTo(waits.openNanos(), limit);
        return of(name(waits.timing(), target), met, waits.count() - met - pending, pending);
    }

    private static String name(Timing timing, Duration target) {
        return timing.name() + " in time (" + Statistics.within(timing, target) + ")";
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
            return TargetAttainment.of(DEFAULT_NAME, met, check(breached, "breached"), 0);
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
     * @return the collector; it throws as {@link Outcome#of}
     */
    public static <T> Collector<T, ?, TargetAttainment> toAttainment(
            Function<? super T, Duration> lasted, Predicate<? super T> isOpen, Function<? super T, Duration> target) {
        return toAttainment(row -> Outcome.of(lasted.apply(row), isOpen.test(row), target.apply(row)));
    }

    /**
     * Returns a collector of the caller's own rows whose outcomes are known, as ticket systems export them, named {@code target met}.
     *
     * @param <T> the row type
     * @param outcome a row's outcome; {@link Outcome#PENDING} where it is not known
     * @return the collector
     */
    public static <T> Collector<T, ?, TargetAttainment> toAttainment(Function<? super T, Outcome> outcome) {
        return Collector.of(
                Counts::new,
                (counts, row) -> counts.accept(outcome.apply(row)),
                Counts::combine,
                counts -> met(counts.met).breached(counts.breached).withPending(counts.pending));
    }

    /**
     * Returns a collector of the caller's own rows whose target time was over at an instant, by the clock: what began at least the target before it. Rows that began
     * later are in no count.
     *
     * @param <T> the row type
     * @param seenAt the instant
     * @param timing what is timed
     * @param target how long a wait may last; exactly so long is met
     * @param wait reads a row's wait
     * @return the collector, as that in opening hours that are always open
     * @throws IllegalArgumentException if the target is negative, or the timing is in opening hours or working days
     */
    public static <T> Collector<T, ?, TargetAttainment> toDueAttainment(
            Instant seenAt, Timing timing, Duration target, Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(timing, "timing");
        return dueCollector(seenAt, timing.requireByTheClock(), row -> OpeningHours.alwaysOpen(), target, wait);
    }

    /**
     * Returns a collector of the caller's own rows whose target time was over at an instant, in opening hours; one row is one wait. None is pending, and the quick ones
     * are not favoured, for whether a row belongs depends on when it began and not on how long it took. So attainments of months can be compared, the running one
     * included.
     *
     * <p>With a target of 24 hours, seen on 31 March at noon, a case that began on 30 March at noon belongs, met or not. One that began a minute later does not, though it
     * may have been resolved already.
     *
     * <ul>
     *   <li>A row belongs from the instant on at which an open wait could no longer be in time: the first instant after which it will have lasted longer than the target.
     *   <li>Where the target is reached at the close of a day, that is the next opening: an answer in the night before is in time still.
     *   <li>What ended after the instant was open then, and so it was breached if it belongs.
     *   <li>Time on hold that does not count ({@link WaitSpan#withHolds}) does count for whether a row belongs, or those resolved before a hold would be favoured. A wait that
     *       was on hold and may still be in time is pending.
     *   <li>Its name says that it is of those due, so that it is neither merged nor compared with an attainment of all cases.
     * </ul>
     *
     * @param <T> the row type
     * @param seenAt the instant
     * @param timing what is timed; in working days, or in opening hours, which one by the clock becomes
     * @param hours the opening hours
     * @param target how much open time a wait may last, {@code Duration.ofDays(2)} for two working days; exactly so much is met
     * @param wait reads a row's wait
     * @return the collector, called for example {@code resolution in opening hours in time (within 24 h), of those due}; it throws {@link IllegalArgumentException} for a wait that begins
     *     after the instant, and for one that was not watched from its beginning
     * @throws IllegalArgumentException if the target is negative, or the timing is in days of 24 hours
     */
    public static <T> Collector<T, ?, TargetAttainment> toDueAttainment(
            Instant seenAt, Timing timing, OpeningHours hours, Duration target, Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(hours, "hours");
        return toDueAttainment(seenAt, timing, row -> hours, target, wait);
    }

    /**
     * Returns a collector of the caller's own rows whose target time was over at an instant, each in the opening hours of its own row.
     *
     * @param <T> the row type
     * @param seenAt the instant
     * @param timing what is timed; in working days, or in opening hours, which one by the clock becomes, whoever's they are
     * @param hours a row's opening hours, not null
     * @param target how much open time a wait may last, {@code Duration.ofDays(2)} for two working days; exactly so much is met
     * @param wait reads a row's wait
     * @return the collector, as that of one calendar
     * @throws IllegalArgumentException if the target is negative, or the timing is in days of 24 hours
     */
    public static <T> Collector<T, ?, TargetAttainment> toDueAttainment(
            Instant seenAt,
            Timing timing,
            Function<? super T, OpeningHours> hours,
            Duration target,
            Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(timing, "timing");
        return dueCollector(seenAt, timing.withHours(), hours, target, wait);
    }

    private static <T> Collector<T, ?, TargetAttainment> dueCollector(
            Instant seenAt,
            Timing timing,
            Function<? super T, OpeningHours> hours,
            Duration target,
            Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(wait, "wait");
        checkTarget(target);
        String name = name(timing, target) + ", of those due";
        return Collector.of(
                Counts::new,
                (counts, row) -> counts.acceptDue(
                        wait.apply(row), seenAt, timing, Objects.requireNonNull(hours.apply(row), "hours"), target),
                Counts::combine,
                counts -> of(name, counts.met, counts.breached, counts.pending));
    }

    private static final class Counts {

        private long met;
        private long breached;
        private long pending;

        void accept(Outcome outcome) {
            switch (outcome) {
                case MET -> met++;
                case BREACHED -> breached++;
                case PENDING -> pending++;
            }
        }

        void acceptDue(WaitSpan wait, Instant seenAt, Timing timing, OpeningHours hours, Duration target) {
            BiFunction<Instant, Instant, Duration> between = timing.between(hours);
            wait.watchedSince().ifPresent(since -> {
                throw new IllegalArgumentException("share in time is undefined for a wait that began at " + wait.from()
                        + " and was watched since " + since + ": quick ones were never seen\n" + Waits.MAYBE_WITHIN);
            });
            Duration lasted = wait.lastedBy(seenAt, between);
            int passed = between.apply(wait.from(), seenAt).compareTo(target);
            if (passed > 0 || (passed == 0 && hours.isOpen(seenAt))) {
                boolean isOpen = !wait.isOverAt(seenAt);
                boolean isLate =
                        lasted.compareTo(target) > 0 || (isOpen && wait.holds().isEmpty());
                accept(isLate ? Outcome.BREACHED : isOpen ? Outcome.PENDING : Outcome.MET);
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
     * Returns the attainment that {@link #toLongs()} wrote.
     *
     * @param name the name that it was written with
     * @param longs what was written
     * @return the attainment, equal to the one that was written
     * @throws IllegalArgumentException if it is no state of an attainment of this name, or a count is negative
     */
    public static TargetAttainment fromLongs(String name, long[] longs) {
        StateReader state = StateReader.of(StateKind.TARGET_ATTAINMENT, longs)
                .requireDefinition(code(name), '"' + name + '"')
                .requireLeft(3);
        long met = state.count("met");
        long breached = state.count("breached");
        long pending = state.count("pending");
        StateReader.sum(met, breached, pending);
        return of(name, met, breached, pending);
    }

    private static long code(String name) {
        return new DefinitionCode().add(name).value();
    }

    /**
     * Returns the three counts as longs, for a database row, a message or another machine.
     *
     * <p>Layout: 1; 11 for an attainment; the code of the name; met, breached, pending. The last three add up column by column.
     *
     * @return a new array
     */
    public long[] toLongs() {
        return StateWriter.of(StateKind.TARGET_ATTAINMENT, code(metric().name()))
                .add(met())
                .add(breached())
                .add(pending())
                .toLongs();
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
        return new TargetAttainment(new OpenShare(share.decided(), pending, 0));
    }

    /**
     * Returns a copy with another name. The name is part of the identity: attainments of different names are neither merged nor compared.
     *
     * @param name what is promised, for example {@code first reply within target}; not blank
     * @return the copy
     * @throws IllegalArgumentException if the name is blank
     */
    public TargetAttainment withName(String name) {
        return of(name, met(), breached(), pending());
    }

    /**
     * Returns the attainment among the cases of both.
     *
     * @param other an attainment of the same name
     * @return the attainment
     * @throws IllegalArgumentException if the names differ; the message names both
     * @throws ArithmeticException if there are more cases than a long can count
     */
    @Override
    public TargetAttainment plus(TargetAttainment other) {
        return new TargetAttainment(share.plus(other.share));
    }

    /**
     * Returns the share of cases that met their target among those that are decided, beside how many are pending.
     *
     * @return met of met and breached, and the bounds over all
     */
    public OpenShare share() {
        return share;
    }

    @Override
    public ShareMetric metric() {
        return share.decided().metric();
    }

    /**
     * Returns the share of cases that met their target, among those that are decided.
     *
     * @return in per cent
     * @throws IllegalStateException if nothing is decided
     */
    @Override
    public double value() {
        return share.decided().value();
    }

    /**
     * Returns how many cases are decided.
     *
     * @return met and breached, 0 or more
     */
    @Override
    public long count() {
        return share.decided().count();
    }

    @Override
    public double effectiveCount() {
        return share.decided().effectiveCount();
    }

    @Override
    public OptionalDouble varianceOfOne() {
        return share.decided().varianceOfOne();
    }

    @Override
    public Uncertainty uncertainty() {
        return share.decided().uncertainty();
    }

    @Override
    public Uncertainty uncertainty(Estimator methods) {
        return share.decided().uncertainty(methods);
    }

    /**
     * Returns how many cases are pending, and the bounds over all, where there are any.
     *
     * @return for example {@code 1 of 5 pending, of all 40.0% to 60.0%}, with what to do about it
     */
    @Override
    public List<String> caveats() {
        return share
                .caveat()
                .map(
                        text -> text
                                + "\nMaybe take the cases whose target time is over: toDueAttainment; or compare by OpenShareChange.between.")
                .stream()
                .toList();
    }

    /**
     * Returns between what limits the share of all cases lies, whatever becomes of the pending ones.
     *
     * @return in per cent: all of them breached, to all of them met
     * @throws IllegalStateException if there are no cases
     */
    public Interval bounds() {
        return share.bounds();
    }

    /**
     * Returns how many cases met their target.
     *
     * @return 0 or more
     */
    public long met() {
        return share.decided().counted();
    }

    /**
     * Returns how many cases breached their target, open ones included.
     *
     * @return 0 or more
     */
    public long breached() {
        return count() - met();
    }

    /**
     * Returns how many cases are not decided.
     *
     * @return 0 or more
     */
    public long pending() {
        return share.pending();
    }

    /**
     * Returns how many cases there are, pending ones included.
     *
     * @return 0 or more
     */
    public long all() {
        return share.all();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TargetAttainment that && share.equals(that.share);
    }

    @Override
    public int hashCode() {
        return share.hashCode();
    }

    /**
     * Returns the share of the decided cases and, where some are pending, the bounds over all.
     *
     * @return for example {@code target met 50.0% (95% CI 15.0 to 85.0, n=4); 1 of 5 pending, of all 40.0% to 60.0%}
     */
    @Override
    public String toString() {
        return share.toString();
    }
}

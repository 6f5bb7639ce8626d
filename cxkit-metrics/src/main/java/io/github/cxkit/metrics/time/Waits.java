package io.github.cxkit.metrics.time;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Mergeable;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.numbers.StateKind;
import io.github.cxkit.metrics.numbers.StateReader;
import io.github.cxkit.metrics.numbers.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.LongStream;

/**
 * How long many customers waited, those who still wait included: exact, in nanoseconds.
 *
 * <p>Of three waits, 2 and 5 hours long and one that has lasted 30 hours so far, one third is still open. To leave it out would be to report the quick ones
 * alone: the longer a wait, the likelier it is to be open still.
 *
 * <pre>{@code
 * Timing resolution = Timing.of("resolution", ChronoUnit.HOURS);
 * Waits waits = rows.stream()
 *         .collect(toWaits(now, resolution, row -> new WaitSpan(row.opened(), Optional.ofNullable(row.resolved()))));
 * waits.openShare();           // resolution still open 24.0% (95% CI ...)
 * waits.kaplanMeier().median(); // Kaplan–Meier median resolution ..., open ones included
 * waits.closedOnly().median();  // closed-only median resolution ..., which looks better
 * }</pre>
 *
 * <ul>
 *   <li>What ended after the instant of the look was still going on then: a month seen at its end is the same however late the report is run.
 *   <li>A case that is closed, but nobody knows when, is neither over nor open: leave it out, and say how many.
 *   <li>None is legal, as the identity of {@link #plus}.
 * </ul>
 */
public final class Waits implements Mergeable<Waits> {

    /** In a state: 1 is kept for a column of entries, 2 for one of observable lengths. */
    private static final long NO_OPTIONAL_COLUMNS = 0;

    private final Timing timing;
    private final long[] over;
    private final long[] open;

    /** Takes the arrays over; sorts them. */
    Waits(Timing timing, long[] over, long[] open) {
        this.timing = Objects.requireNonNull(timing, "timing");
        this.over = over;
        this.open = open;
        Arrays.sort(over);
        Arrays.sort(open);
    }

    /**
     * Returns the waits as they were known at an instant, by the clock: what ended later was still going on.
     *
     * @param seenAt the instant
     * @param timing what is timed
     * @param waits the waits, all begun at or before the instant
     * @return the waits
     * @throws IllegalArgumentException if a wait begins after the instant, or lasts more than 292 years
     */
    public static Waits seenAt(Instant seenAt, Timing timing, Collection<WaitSpan> waits) {
        Objects.requireNonNull(waits, "waits");
        return waits.stream().collect(toWaits(seenAt, timing, wait -> wait));
    }

    /**
     * Returns the waits as they were known at an instant, in opening hours: only open time counts, so that a wait outside them lasted 0. Give the timing a name
     * that says so: nothing else keeps times by the clock and times in opening hours apart.
     *
     * @param seenAt the instant
     * @param timing what is timed
     * @param waits the waits, all begun at or before the instant
     * @param hours the opening hours
     * @return the waits
     * @throws IllegalArgumentException if a wait begins after the instant, or lasts more than 292 years
     */
    public static Waits seenAt(Instant seenAt, Timing timing, Collection<WaitSpan> waits, OpeningHours hours) {
        Objects.requireNonNull(waits, "waits");
        return waits.stream().collect(toWaits(seenAt, timing, hours, wait -> wait));
    }

    /**
     * Returns a collector of the caller's own rows into waits as they were known at an instant, by the clock; one row is one wait.
     *
     * @param <T> the row type
     * @param seenAt the instant
     * @param timing what is timed
     * @param wait reads a row's wait, such as {@code row -> new WaitSpan(row.opened(), Optional.ofNullable(row.resolved()))}
     * @return the collector, which throws {@link IllegalArgumentException} for a wait that begins after the instant or lasts more than 292 years
     */
    public static <T> Collector<T, ?, Waits> toWaits(
            Instant seenAt, Timing timing, Function<? super T, WaitSpan> wait) {
        return toWaits(seenAt, timing, OpeningHours.alwaysOpen(), wait);
    }

    /**
     * Returns a collector of the caller's own rows into waits as they were known at an instant, in opening hours; one row is one wait.
     *
     * @param <T> the row type
     * @param seenAt the instant
     * @param timing what is timed
     * @param hours the opening hours
     * @param wait reads a row's wait
     * @return the collector, which throws {@link IllegalArgumentException} for a wait that begins after the instant or lasts more than 292 years
     */
    public static <T> Collector<T, ?, Waits> toWaits(
            Instant seenAt, Timing timing, OpeningHours hours, Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(wait, "wait");
        Objects.requireNonNull(hours, "hours");
        return Collector.of(
                Lists::new,
                (lists, row) -> lists.add(wait.apply(row), seenAt, hours),
                Lists::addAll,
                lists -> new Waits(timing, lists.over.toArray(), lists.open.toArray()));
    }

    /** What a collector fills. */
    private static final class Lists {

        private final NanoList over = new NanoList();
        private final NanoList open = new NanoList();

        void add(WaitSpan wait, Instant seenAt, OpeningHours hours) {
            Objects.requireNonNull(wait, "wait");
            (wait.isOverAt(seenAt) ? over : open).add(hours.between(wait.from(), wait.untilBy(seenAt)));
        }

        Lists addAll(Lists other) {
            over.addAll(other.over);
            open.addAll(other.open);
            return this;
        }
    }

    /**
     * Returns waits that are over; with {@link #plus} and {@link #open} those that are not join them.
     *
     * @param timing what is timed
     * @param lengths how long each lasted; none is legal
     * @return the waits
     * @throws IllegalArgumentException if a duration is negative or exceeds 292 years
     */
    public static Waits over(Timing timing, Duration... lengths) {
        return new Waits(timing, NanoList.nanosOf("lengths", lengths), new long[0]);
    }

    /**
     * Returns waits that go on.
     *
     * @param timing what is timed
     * @param soFar how long each has lasted; none is legal
     * @return the waits
     * @throws IllegalArgumentException if a duration is negative or exceeds 292 years
     */
    public static Waits open(Timing timing, Duration... soFar) {
        return new Waits(timing, new long[0], NanoList.nanosOf("soFar", soFar));
    }

    /**
     * Returns the waits in two columns, which are copied once.
     *
     * @param timing what is timed
     * @param lengths how long each wait lasted, or has lasted so far
     * @param unit what the lengths are counted in
     * @param isOver whether each wait is over, in the same order
     * @return the waits
     * @throws IllegalArgumentException if the columns differ in length, or a duration is negative or exceeds 292 years; the message
     *     names its index and its number
     */
    public static Waits of(Timing timing, long[] lengths, TimeUnit unit, boolean[] isOver) {
        Objects.requireNonNull(lengths, "lengths");
        Objects.requireNonNull(isOver, "isOver");
        if (lengths.length != isOver.length) {
            throw new IllegalArgumentException(
                    "isOver must have the length of lengths, " + lengths.length + ", but had " + isOver.length);
        }
        long[] nanos = NanoList.nanosOf(lengths, unit);
        long[] open = new long[nanos.length];
        int ended = 0;
        int going = 0;
        for (int i = 0; i < nanos.length; i++) {
            if (isOver[i]) {
                nanos[ended++] = nanos[i];
            } else {
                open[going++] = nanos[i];
            }
        }
        return new Waits(timing, Arrays.copyOf(nanos, ended), Arrays.copyOf(open, going));
    }

    /**
     * Returns the waits that {@link #toLongs()} wrote.
     *
     * @param timing what is timed
     * @param longs what was written
     * @return the waits, equal to those that were written
     * @throws IllegalArgumentException if it is no state of waits of this timing, or a length is negative
     */
    public static Waits fromLongs(Timing timing, long[] longs) {
        StateReader state = StateReader.of(StateKind.WAITS, longs).requireDefinition(timing.code(), timing);
        long ended = state.count("number of waits that are over");
        long going = state.count("number of waits that go on");
        long optional = state.next();
        if (optional != NO_OPTIONAL_COLUMNS) {
            throw new IllegalArgumentException(
                    "state of waits must have no columns of entries and of observable lengths,"
                            + " but its mark of these was " + optional);
        }
        state.requireLeft(StateReader.sum(ended, going));
        long[] over = state.block((int) ended);
        long[] open = state.block((int) going);
        LongStream.concat(Arrays.stream(over), Arrays.stream(open)).forEach(nanos -> {
            if (nanos < 0) {
                throw new IllegalArgumentException("length of a wait must be at least 0, but was " + nanos);
            }
        });
        return new Waits(timing, over, open);
    }

    /**
     * Returns the waits as columns of longs, for a database row, a message or another machine: 8 bytes a wait.
     *
     * <p>Layout: 1; 9 for waits; the code of the timing; how many are over, how many go on; 0, for there are no columns of entries and of observable lengths; then the
     * column of lengths in nanoseconds, of the waits that are over first, each part ascending.
     *
     * @return a new array
     * @throws ArithmeticException if there are more waits than an array can hold
     */
    public long[] toLongs() {
        return StateWriter.of(StateKind.WAITS, timing.code())
                .add(over.length)
                .add(open.length)
                .add(NO_OPTIONAL_COLUMNS)
                .addAll(over)
                .addAll(open)
                .toLongs();
    }

    /**
     * Returns the waits of both.
     *
     * @param other waits of the same timing
     * @return the waits
     * @throws IllegalArgumentException if the timings differ; the message names both
     * @throws ArithmeticException if there are more waits than an array can hold
     */
    @Override
    public Waits plus(Waits other) {
        Statistics.checkSame(timing, other.timing);
        return new Waits(timing, NanoList.concat(over, other.over), NanoList.concat(open, other.open));
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
     * Returns how many waits there are, over or not.
     *
     * @return 0 or more
     */
    public long count() {
        return over.length + (long) open.length;
    }

    /**
     * Returns whether there are no waits.
     *
     * @return true if {@link #count()} is 0
     */
    @Override
    public boolean isEmpty() {
        return count() == 0;
    }

    /**
     * Returns how many waits are over.
     *
     * @return 0 or more
     */
    public long overCount() {
        return over.length;
    }

    /**
     * Returns how many waits go on.
     *
     * @return 0 or more
     */
    public long openCount() {
        return open.length;
    }

    /**
     * Returns the share of the waits that go on.
     *
     * @return the share, called for example {@code resolution still open}; lower is better
     */
    public Share openShare() {
        return Share.of(ShareMetric.lowerIsBetter(timing.name() + " still open"), openCount(), count());
    }

    /**
     * Returns the waits that are over, alone. Their figures look better than what customers go through: the long waits are those that go on. The result says
     * how many were left out.
     *
     * @return the durations, with a {@link Durations#warning()} where a wait goes on
     */
    public Durations closedOnly() {
        return Durations.closedOnly(timing, over, openCount());
    }

    /**
     * Returns how the waits went on, those that still do included.
     *
     * @return the Kaplan–Meier curve
     * @throws IllegalStateException if there are no waits
     */
    public KaplanMeier kaplanMeier() {
        return KaplanMeier.of(timing, over, open);
    }

    /** The lengths of the waits that are over, ascending, in nanoseconds; not a copy. */
    long[] overNanos() {
        return over;
    }

    /** How long the open waits have lasted so far, ascending, in nanoseconds; not a copy. */
    long[] openNanos() {
        return open;
    }

    /**
     * Returns the figures in plain values: the Kaplan–Meier median and the share of waits that are still open; what JSON shows of waits.
     *
     * @return the views in this order; the median has no value where there are no waits, or where fewer than half have been seen to end
     */
    @JsonValue
    public List<ResultView> view() {
        return List.of(
                isEmpty()
                        ? KaplanMeier.undefined(timing, 50, "there are no waits")
                        : kaplanMeier().view(50),
                openShare().view());
    }

    /** Compares the timing and the lengths of the waits, over and open. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Waits that
                && timing.equals(that.timing)
                && Arrays.equals(over, that.over)
                && Arrays.equals(open, that.open);
    }

    @Override
    public int hashCode() {
        return Objects.hash(timing, Arrays.hashCode(over), Arrays.hashCode(open));
    }

    /**
     * Returns what is timed and how many waits there are.
     *
     * @return for example {@code resolution: 100 waits, 24 still open}
     */
    @Override
    public String toString() {
        return timing.name() + ": " + count() + " waits, " + openCount() + " still open";
    }
}

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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collector;

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
 *   <li>A wait that was not watched from its beginning says so, {@link WaitSpan#watchedSince(Instant)}, and counts from there on. Figures that cannot be had then, such as {@link #openShare()}, are
 *       refused by name.
 *   <li>Seen at an instant, a wait also keeps how long it would have lasted by then, had it not ended. Lengths alone do not tell that.
 *   <li>None is legal, as the identity of {@link #plus}.
 * </ul>
 */
public final class Waits implements Mergeable<Waits> {

    static final String MAYBE_WITHIN = "Maybe use kaplanMeier().withinShare.";

    /** In a state: there is a column of entries. */
    private static final long ENTRIES = 1;

    /** In a state: there is a column of observable lengths. */
    private static final long OBSERVABLE = 2;

    /** In a state: the waits are those that last longer than a length. */
    private static final long ORIGIN = 4;

    private final Timing timing;
    private final WaitColumns over;
    private final WaitColumns open;
    /** From which length on there are waits: above 0 for those that last so long. */
    private final long origin;

    /** Takes the arrays over; sorts them. */
    Waits(Timing timing, long[] over, long[] open) {
        this(timing, WaitColumns.of(over), WaitColumns.of(open), 0);
    }

    private Waits(Timing timing, WaitColumns over, WaitColumns open, long origin) {
        this.timing = Objects.requireNonNull(timing, "timing");
        this.over = over;
        this.open = open;
        this.origin = origin;
    }

    /**
     * Returns the waits as they were known at an instant, by the clock: what ended later was still going on.
     *
     * @param seenAt the instant
     * @param timing what is timed
     * @param waits the waits, all begun at or before the instant
     * @return the waits
     * @throws IllegalArgumentException if a wait begins after the instant, or lasts more than 292 years, or the timing is in opening hours or working days
     */
    public static Waits seenAt(Instant seenAt, Timing timing, Collection<WaitSpan> waits) {
        Objects.requireNonNull(waits, "waits");
        return waits.stream().collect(toWaits(seenAt, timing, wait -> wait));
    }

    /**
     * Returns the waits as they were known at an instant, in opening hours or working days: only open time counts, so that a wait outside it lasted 0.
     *
     * @param seenAt the instant
     * @param timing what is timed; in working days, or in opening hours, which one by the clock becomes
     * @param waits the waits, all begun at or before the instant
     * @param hours the opening hours
     * @return the waits
     * @throws IllegalArgumentException if a wait begins after the instant, or lasts more than 292 years, or the timing is in days of 24 hours
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
     * @throws IllegalArgumentException if the timing is in opening hours or working days
     */
    public static <T> Collector<T, ?, Waits> toWaits(
            Instant seenAt, Timing timing, Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(timing, "timing");
        return collector(seenAt, timing.requireByTheClock(), row -> OpeningHours.alwaysOpen(), wait);
    }

    /**
     * Returns a collector of the caller's own rows into waits as they were known at an instant, in opening hours; one row is one wait.
     *
     * @param <T> the row type
     * @param seenAt the instant
     * @param timing what is timed; in working days, or in opening hours, which one by the clock becomes
     * @param hours the opening hours
     * @param wait reads a row's wait
     * @return the collector, which throws {@link IllegalArgumentException} for a wait that begins after the instant or lasts more than 292 years
     * @throws IllegalArgumentException if the timing is in days of 24 hours
     */
    public static <T> Collector<T, ?, Waits> toWaits(
            Instant seenAt, Timing timing, OpeningHours hours, Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(hours, "hours");
        return toWaits(seenAt, timing, row -> hours, wait);
    }

    /**
     * Returns a collector of the caller's own rows into waits as they were known at an instant, each in the opening hours of its own row, as where teams in several countries
     * have calendars of their own; one row is one wait.
     *
     * @param <T> the row type
     * @param seenAt the instant
     * @param timing what is timed; in working days, or in opening hours, which one by the clock becomes, whoever's they are
     * @param hours a row's opening hours, such as {@code row -> calendars.get(row.team())}; {@link OpeningHours#alwaysOpen()} where a team has none
     * @param wait reads a row's wait
     * @return the collector, which throws {@link IllegalArgumentException} for a wait that begins after the instant or lasts more than 292 years,
     *     {@link NullPointerException} for a row without opening hours, and what the functions throw
     * @throws IllegalArgumentException if the timing is in days of 24 hours
     */
    public static <T> Collector<T, ?, Waits> toWaits(
            Instant seenAt,
            Timing timing,
            Function<? super T, OpeningHours> hours,
            Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(timing, "timing");
        return collector(seenAt, timing.withHours(), hours, wait);
    }

    private static <T> Collector<T, ?, Waits> collector(
            Instant seenAt,
            Timing timing,
            Function<? super T, OpeningHours> hours,
            Function<? super T, WaitSpan> wait) {
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(wait, "wait");
        return Collector.of(
                Lists::new,
                (lists, row) -> lists.add(
                        wait.apply(row), seenAt, timing.between(Objects.requireNonNull(hours.apply(row), "hours"))),
                Lists::addAll,
                lists -> new Waits(timing, lists.over.toColumns(), lists.open.toColumns(), 0));
    }

    /** What a collector fills. */
    private static final class Lists {

        private final Columns over = new Columns();
        private final Columns open = new Columns();

        void add(WaitSpan wait, Instant seenAt, BiFunction<Instant, Instant, Duration> between) {
            Objects.requireNonNull(wait, "wait");
            (wait.isOverAt(seenAt) ? over : open).add(wait, seenAt, between);
        }

        Lists addAll(Lists other) {
            over.addAll(other.over);
            open.addAll(other.open);
            return this;
        }
    }

    /** What a collector fills of waits that are over, or open. */
    private static final class Columns {

        private static final Duration NOT_GIVEN = Duration.ofNanos(WaitColumns.NOT_GIVEN);

        private final NanoList lengths = new NanoList();
        private final NanoList entries = new NanoList();
        private final NanoList observable = new NanoList();
        private boolean isLate;

        void add(WaitSpan wait, Instant seenAt, BiFunction<Instant, Instant, Duration> between) {
            Duration length = wait.lastedBy(seenAt, between);
            lengths.add(length);
            observable.add(between.apply(wait.from(), seenAt));
            Optional<Instant> since = wait.watchedSince();
            isLate |= since.isPresent();
            entries.addNanos(since.map(start -> entry(wait, start, length, seenAt, between))
                    .orElse(NOT_GIVEN)
                    .toNanos());
        }

        private static Duration entry(
                WaitSpan wait,
                Instant since,
                Duration length,
                Instant seenAt,
                BiFunction<Instant, Instant, Duration> between) {
            if (since.isAfter(seenAt)) {
                throw new IllegalArgumentException("seenAt must not be before the wait was watched, since " + since
                        + ", but was " + seenAt + "\nMaybe leave out waits that are watched later.");
            }
            Duration entry = wait.countedUntil(since, between);
            if (wait.isOverAt(seenAt) && entry.compareTo(length) >= 0) {
                throw new IllegalArgumentException(
                        "wait of " + length + " in opening hours ended before it was watched," + " from " + entry
                                + " on\nMaybe leave it out, for no open time of it was watched.");
            }
            return entry;
        }

        Columns addAll(Columns other) {
            lengths.addAll(other.lengths);
            entries.addAll(other.entries);
            observable.addAll(other.observable);
            isLate |= other.isLate;
            return this;
        }

        WaitColumns toColumns() {
            return WaitColumns.of(lengths.toArray(), isLate ? entries.toArray() : new long[0], observable.toArray());
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
     * @throws IllegalArgumentException if it is no state of waits of this timing, or no waits have such lengths, entries and observable lengths
     */
    public static Waits fromLongs(Timing timing, long[] longs) {
        StateReader state = StateReader.of(StateKind.WAITS, longs).requireDefinition(timing.code(), timing);
        long ended = state.count("number of waits that are over");
        long going = state.count("number of waits that go on");
        long marks = state.within("marks of the columns of waits", 0, ENTRIES | OBSERVABLE | ORIGIN);
        long origin = (marks & ORIGIN) == 0 ? 0 : state.within("length that waits exceed", 1, Long.MAX_VALUE);
        boolean late = (marks & ENTRIES) != 0;
        boolean seen = (marks & OBSERVABLE) != 0;
        long waits = StateReader.sum(ended, going);
        long columns = 1L + (late ? 1 : 0) + (seen ? 1 : 0);
        state.requireLeft(waits > Long.MAX_VALUE / columns ? Long.MAX_VALUE : waits * columns);
        long[] lengths = state.block((int) waits);
        long[] entries = late ? state.block((int) waits) : new long[0];
        long[] observable = seen ? state.block((int) waits) : new long[0];
        checkColumns(lengths, entries, observable, (int) ended, origin);
        return new Waits(
                timing,
                part(lengths, entries, observable, 0, (int) ended),
                part(lengths, entries, observable, (int) ended, (int) waits),
                origin);
    }

    private static WaitColumns part(long[] lengths, long[] entries, long[] observable, int from, int to) {
        return WaitColumns.of(
                Arrays.copyOfRange(lengths, from, to),
                entries.length == 0 ? entries : Arrays.copyOfRange(entries, from, to),
                observable.length == 0 ? observable : Arrays.copyOfRange(observable, from, to));
    }

    private static void checkColumns(long[] lengths, long[] entries, long[] observable, int ended, long origin) {
        for (int i = 0; i < lengths.length; i++) {
            long length = lengths[i];
            if (length < 0 || (origin > 0 && length <= origin)) {
                throw new IllegalArgumentException("length of a wait must be "
                        + (origin > 0 ? "more than " + origin : "at least 0") + ", but was " + length);
            }
            long least = origin > 0 ? origin : WaitColumns.NOT_GIVEN;
            long most = i < ended ? length - 1 : length;
            long entry = entries.length == 0 ? WaitColumns.NOT_GIVEN : entries[i];
            if (entry < least || (entry != WaitColumns.NOT_GIVEN && entry > most)) {
                throw new IllegalArgumentException(
                        "entry of a wait must be in [" + least + ", " + most + "], but was " + entry);
            }
            if (observable.length > 0 && observable[i] != WaitColumns.NOT_GIVEN && observable[i] < length) {
                throw new IllegalArgumentException("observable length of a wait must be at least its length " + length
                        + ", but was " + observable[i]);
            }
        }
    }

    /**
     * Returns the waits as columns of longs, for a database row, a message or another machine: 8 bytes a wait, and 8 more for each of the optional columns.
     *
     * <p>Layout: 1; 9 for waits; the code of the timing; how many are over, how many go on; the sum of 1 if there is a column of entries, 2 if there is one of observable lengths
     * and 4 if the waits are {@link #lastedAtLeast those that last so long}; that length, if so; then the column of lengths in nanoseconds, of the waits that are over first,
     * each part ascending; the column of the lengths from which on they were watched, −1 from the beginning; the column of the lengths that they would have had at the look, had they
     * not ended, −1 where that is not known.
     *
     * @return a new array
     * @throws ArithmeticException if there are more waits than an array can hold
     */
    public long[] toLongs() {
        boolean late = over.hasEntries() || open.hasEntries();
        boolean seen = over.hasObservable() || open.hasObservable();
        StateWriter state = StateWriter.of(StateKind.WAITS, timing.code())
                .add(over.size())
                .add(open.size())
                .add((late ? ENTRIES : 0) + (seen ? OBSERVABLE : 0) + (origin > 0 ? ORIGIN : 0));
        if (origin > 0) {
            state.add(origin);
        }
        state.addAll(over.lengths()).addAll(open.lengths());
        if (late) {
            state.addAll(over.entriesOrNot()).addAll(open.entriesOrNot());
        }
        if (seen) {
            state.addAll(over.observableOrNot()).addAll(open.observableOrNot());
        }
        return state.toLongs();
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
        if (origin != other.origin && !isEmpty() && !other.isEmpty()) {
            throw new IllegalArgumentException("waits from a length of " + origin
                    + " ns on cannot be merged with waits from " + other.origin + " ns on");
        }
        return new Waits(timing, over.plus(other.over), open.plus(other.open), Math.max(origin, other.origin));
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
        return over.size() + (long) open.size();
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
        return over.size();
    }

    /**
     * Returns how many waits go on.
     *
     * @return 0 or more
     */
    public long openCount() {
        return open.size();
    }

    /**
     * Returns how many waits were not watched from their beginning, as {@link WaitSpan#watchedSince(Instant)} says.
     *
     * @return 0 or more; had they ended before, they would not be here
     */
    public long lateCount() {
        return lateEntries().length;
    }

    /**
     * Returns the waits that last longer than a length, from there on: of those who wait 24 hours, how many wait longer than 72? Its {@link #kaplanMeier()} begins there.
     *
     * <p>Of waits of 5, 30 and 80 hours those of 30 and 80 remain, and half of them last longer than 72 hours. Lengths are still counted from the beginning.
     *
     * <ul>
     *   <li>Its timing is called for example {@code resolution of those that last 24 h}, so that it is neither merged nor compared with all.
     *   <li>Each counts as watched from that length on, or later where it was watched later.
     *   <li>A wait that is over after exactly that length does not last longer, and is not among them; nor is an open one that was not seen longer.
     * </ul>
     *
     * @param length the length, more than 0
     * @return the waits; none is legal
     * @throws IllegalArgumentException if the length is not positive, exceeds 292 years, or is shorter than one by which the waits were chosen already
     */
    public Waits lastedAtLeast(Duration length) {
        Objects.requireNonNull(length, "length");
        if (length.compareTo(Duration.ofNanos(Math.max(1, origin))) < 0) {
            throw new IllegalArgumentException("length must be "
                    + (origin == 0 ? "more than 0" : "at least " + Duration.ofNanos(origin)) + ", but was " + length);
        }
        long nanos = NanoList.nanosOf(length);
        return new Waits(timing.ofThoseThatLast(length), over.watchedPast(nanos), open.watchedPast(nanos), nanos);
    }

    /**
     * Returns the share of the waits that go on.
     *
     * @return the share, called for example {@code resolution still open}; lower is better
     * @throws IllegalStateException if waits were not watched from their beginning, for those that ended before are in no count; the message says how many
     */
    public Share openShare() {
        requireWatched("share still open of " + timing.name());
        return Share.of(ShareMetric.lowerIsBetter(timing.name() + " still open"), openCount(), count());
    }

    /**
     * Returns the waits that are over, alone. Their figures look better than what customers go through: the long waits are those that go on. The result says
     * how many were left out.
     *
     * @return the durations, with a {@link Durations#warning()} where a wait goes on
     * @throws IllegalStateException if waits were not watched from their beginning, for the quick ones of them are missing; the message says how many
     */
    public Durations closedOnly() {
        requireWatched("closed-only " + timing.name());
        return Durations.closedOnly(timing, over.lengths(), openCount());
    }

    /**
     * Returns how the waits went on, those that still do included.
     *
     * @return the Kaplan–Meier curve
     * @throws IllegalStateException if there are no waits
     */
    public KaplanMeier kaplanMeier() {
        return KaplanMeier.of(timing, over, open, lateEntries(), origin);
    }

    /** Figures that count the waits as they are would leave out those that ended before anybody watched. */
    void requireWatched(String what) {
        long late = lateCount();
        if (late > 0) {
            throw new IllegalStateException(what + " is undefined where waits entered late: " + late + " of " + count()
                    + " were not watched from their beginning, and who was quick was never seen\n" + MAYBE_WITHIN);
        }
    }

    /** The lengths of the waits that are over, ascending, in nanoseconds; not a copy. */
    long[] overNanos() {
        return over.lengths();
    }

    /** How long the open waits have lasted so far, ascending, in nanoseconds; not a copy. */
    long[] openNanos() {
        return open.lengths();
    }

    /** From which lengths on the waits were watched that were not watched from their beginning, ascending, in nanoseconds. */
    long[] lateEntries() {
        if (!over.hasEntries() && !open.hasEntries()) {
            return new long[0];
        }
        long[] entries = NanoList.concat(over.lateEntries(), open.lateEntries());
        Arrays.sort(entries);
        return entries;
    }

    /**
     * Returns the figures in plain values: the Kaplan–Meier median and the share of waits that are still open; what JSON shows of waits.
     *
     * @return the views in this order; the median has no value where there are no waits, or where fewer than half have been seen to end. Where waits were not watched
     *     from their beginning the median alone, for there is no such share
     */
    @JsonValue
    public List<ResultView> view() {
        ResultView median = isEmpty()
                ? KaplanMeier.undefined(timing, 50, "there are no waits")
                : kaplanMeier().view(50);
        return lateCount() > 0 ? List.of(median) : List.of(median, openShare().view());
    }

    /** Compares the timing and the waits, over and open: their lengths, and what is known of how they were watched. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Waits that
                && timing.equals(that.timing)
                && origin == that.origin
                && over.equals(that.over)
                && open.equals(that.open);
    }

    @Override
    public int hashCode() {
        return Objects.hash(timing, origin, over, open);
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

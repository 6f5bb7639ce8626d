package io.github.cxkit.metrics.breakdown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.change.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A score by day, ISO week, month, quarter or year, in the zone that the caller names.
 *
 * <p>Answers in January and in March give three months: of February the score is undefined, not 0 and not left out, and
 * March has no change from the month before.
 *
 * <pre>{@code
 * Trend<Nps> trend = rows.stream().collect(Trend.by(
 *         Row::answeredAt, CalendarPeriod.MONTH, ZoneId.of("Europe/Berlin"), toNps(Row::recommend)));
 * trend.points();                                        // every month from the first with answers to the last
 * trend.rolling(3);                                      // each three months in a row
 * trend.changeFromPrevious(LocalDate.of(2026, 3, 1));    // March against February
 * trend.changeFromLastYear(LocalDate.of(2026, 3, 1));    // March against March
 * }</pre>
 *
 * <ul>
 *   <li>Periods are half open and bounded by midnights of the zone; each instant lies in exactly one, also where clocks
 *       change.
 *   <li>Sums of periods are scores of all their answers, not means of scores: the total, a rolling window and the sum
 *       of two trends. For ratings and shares they are exact.
 *   <li>Each period against the one before is as many comparisons as there are periods; of 20 without a change, one is
 *       expected to seem one. {@link Adjustment} helps.
 *   <li>Memory depends on the number of periods, not on the number of rows; there are {@value #MOST_PERIODS} at most.
 * </ul>
 *
 * @param <S> the type of the scores
 */
public final class Trend<S extends MergeableScore<?>> {

    /** The most periods that a trend can have: 273 years of days. */
    public static final int MOST_PERIODS = 100_000;

    private final CalendarPeriod period;
    private final ZoneId zone;
    /** The score of no answers. */
    private final S none;
    /** By first day; without a gap. */
    private final NavigableMap<LocalDate, S> scores;

    private final S total;

    private Trend(CalendarPeriod period, ZoneId zone, S none, NavigableMap<LocalDate, S> some) {
        this.period = period;
        this.zone = zone;
        this.none = none;
        this.scores = new TreeMap<>(some);
        if (!some.isEmpty()) {
            fill(some.firstKey(), some.lastKey());
        }
        this.total = Totals.of(none, scores.values());
    }

    /** A day that a zone left out when it crossed the date line is no period. */
    private void fill(LocalDate first, LocalDate last) {
        long periods = 1 + unit(period).between(first, last);
        if (periods > MOST_PERIODS) {
            throw new IllegalArgumentException("periods must be at most " + MOST_PERIODS + ", but from "
                    + period.label(first) + " to " + period.label(last) + " there are " + periods
                    + "\nMaybe an instant is wrong, or a longer period is meant.");
        }
        for (LocalDate day = first; day.isBefore(last); day = period.nextFirstDay(day)) {
            if (start(day).isBefore(start(period.nextFirstDay(day)))) {
                scores.putIfAbsent(day, none);
            }
        }
    }

    private static TemporalUnit unit(CalendarPeriod period) {
        return switch (period) {
            case DAY -> ChronoUnit.DAYS;
            case ISO_WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            case QUARTER -> IsoFields.QUARTER_YEARS;
            case YEAR -> ChronoUnit.YEARS;
        };
    }

    /**
     * Returns a collector of the caller's own rows into a trend.
     *
     * @param <T> the row type
     * @param <S> the type of the scores
     * @param at reads the instant of a row, not null
     * @param period what a point of the trend is
     * @param zone the zone whose midnights bound the periods
     * @param score collects the rows of a period, such as {@code toNps(Row::recommend)} or
     *     {@code toShare(IN_TIME, Row::inTime)}
     * @return the collector, which throws {@link NullPointerException} for a null instant,
     *     {@link IllegalArgumentException} for instants too far apart, and {@link ClassCastException} where the scores
     *     are of different classes
     */
    public static <T, S extends MergeableScore<?>> Collector<T, ?, Trend<S>> by(
            Function<? super T, Instant> at, CalendarPeriod period, ZoneId zone, Collector<? super T, ?, S> score) {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(zone, "zone");
        return byPeriod(at, period, zone, score);
    }

    private static <T, A, S extends MergeableScore<?>> Collector<T, ?, Trend<S>> byPeriod(
            Function<? super T, Instant> at, CalendarPeriod period, ZoneId zone, Collector<? super T, A, S> score) {
        BiConsumer<A, ? super T> accept = score.accumulator();
        return Collector.of(
                () -> new Parts<A, S>(period, zone, score),
                (parts, row) -> accept.accept(parts.at(at.apply(row)), row),
                Parts::combine,
                Parts::trend);
    }

    /**
     * Returns a collector of the caller's own rows into a trend per segment:
     * {@code byKey(Row::channel, Row::answeredAt, MONTH, zone, toNps(Row::recommend))}.
     *
     * @param <T> the row type
     * @param <K> the type of the keys, with {@code equals} and {@code hashCode}
     * @param <S> the type of the scores
     * @param key reads a row's key, not null
     * @param at reads the instant of a row, not null
     * @param period what a point of the trends is
     * @param zone the zone whose midnights bound the periods
     * @param score collects the rows of a key and a period
     * @return the collector of an unmodifiable map in the order of the keys, whose trends all go from the earliest
     *     period of all to the latest; it throws what {@link #by} throws, and {@link NullPointerException} for a null
     *     key
     */
    public static <T, K, S extends MergeableScore<?>> Collector<T, ?, Map<K, Trend<S>>> byKey(
            Function<? super T, ? extends K> key,
            Function<? super T, Instant> at,
            CalendarPeriod period,
            ZoneId zone,
            Collector<? super T, ?, S> score) {
        Objects.requireNonNull(key, "key");
        Collector<T, ?, Trend<S>> trend = by(at, period, zone, score);
        return Collectors.collectingAndThen(
                Collectors.groupingBy(
                        row -> Breakdown.keyOf(key.apply(row), "key of a row"), LinkedHashMap::new, trend),
                trends -> aligned(trends));
    }

    private static <K, S extends MergeableScore<?>> Map<K, Trend<S>> aligned(Map<K, Trend<S>> trends) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        trends.values().forEach(trend -> days.addAll(trend.scores.keySet()));
        Map<K, Trend<S>> aligned = new LinkedHashMap<>();
        trends.keySet().stream()
                .sorted(KeyOrder.of(trends.keySet()))
                .forEach(key -> aligned.put(
                        key, Objects.requireNonNull(trends.get(key)).including(List.of(days.first(), days.last()))));
        return Collections.unmodifiableMap(aligned);
    }

    /** A copy with these periods and all between, of no answers where there are none. */
    private Trend<S> including(List<LocalDate> firstDays) {
        NavigableMap<LocalDate, S> wider = new TreeMap<>(scores);
        firstDays.forEach(day -> wider.putIfAbsent(day, none));
        return new Trend<>(period, zone, none, wider);
    }

    /**
     * Returns a copy that reaches at least over a window: periods without answers that it touches are added at either
     * end.
     *
     * @param window the window, which need not begin or end with a period
     * @return the copy; no period that was there is lost
     * @throws IllegalArgumentException if there would be more than {@value #MOST_PERIODS} periods
     */
    public Trend<S> covering(TimeWindow window) {
        return including(List.of(
                firstDayOf(window.from(), period, zone),
                firstDayOf(window.until().minusNanos(1), period, zone)));
    }

    /**
     * Returns what a point of this trend is.
     *
     * @return the period
     */
    public CalendarPeriod period() {
        return period;
    }

    /**
     * Returns the zone whose midnights bound the periods.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Returns what the scores mean.
     *
     * @return the metric of the total
     * @throws IllegalStateException if scores are read from something, and nothing can be read from all of it
     */
    public Metric metric() {
        return total.metric();
    }

    /** Where one side has nothing that can be read, the scores of no answers tell what they can. */
    private boolean hasMetricOf(Trend<?> other) {
        return (isEmpty() || other.isEmpty()) ? none.equals(other.none) : metric().equals(other.metric());
    }

    /**
     * Returns whether there is no answer in any period.
     *
     * @return true if {@link #total()} is empty
     */
    public boolean isEmpty() {
        return total.isEmpty();
    }

    /**
     * Returns the periods, without a gap.
     *
     * @return an unmodifiable list, the earliest first
     */
    public List<Point<S>> points() {
        return rolling(1);
    }

    /**
     * Returns the period that a day lies in.
     *
     * @param day any day of the period
     * @return the point
     * @throws IllegalArgumentException if the period is not in this trend; the message names the first and the last
     */
    public Point<S> at(LocalDate day) {
        LocalDate first = known(day);
        return point(first, first, scoreOf(first));
    }

    /**
     * Returns the score of each so many periods in a row, as their sums. Windows that share periods are not
     * independent: no {@link Change} should be made of them.
     *
     * @param periods how many periods in a row, 1 or more
     * @return an unmodifiable list, the earliest first; none where the trend is shorter
     * @throws IllegalArgumentException if the number is less than 1
     */
    public List<Point<S>> rolling(int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods must be at least 1, but was " + periods);
        }
        List<LocalDate> days = List.copyOf(scores.keySet());
        List<Point<S>> points = new ArrayList<>();
        for (int from = 0; from <= days.size() - periods; from++) {
            S sum = scoreOf(days.get(from));
            for (LocalDate day : days.subList(from + 1, from + periods)) {
                sum = Totals.sum(sum, scoreOf(day));
            }
            points.add(point(days.get(from), days.get(from + periods - 1), sum));
        }
        return List.copyOf(points);
    }

    /**
     * Returns the score of all answers together.
     *
     * @return the sum of all periods, which may be empty
     */
    public S total() {
        return total;
    }

    /**
     * Returns the change of a period from the one before it.
     *
     * @param day any day of the period
     * @return the change; empty where one of both has no answers or the one before is not in this trend
     * @throws IllegalArgumentException if the period is not in this trend; the message names the first and the last
     */
    public Optional<Change> changeFromPrevious(LocalDate day) {
        LocalDate first = known(day);
        return change(Optional.ofNullable(scores.lowerKey(first)), first);
    }

    /**
     * Returns the change of a period from the same one last year: the same month, the week of the same number, the day
     * of the same date.
     *
     * @param day any day of the period
     * @return the change; empty where one of both has no answers, where there was none last year (week 53, 29
     *     February), or where it is not in this trend
     * @throws IllegalArgumentException if the period is not in this trend; the message names the first and the last
     */
    public Optional<Change> changeFromLastYear(LocalDate day) {
        LocalDate first = known(day);
        return change(lastYear(first), first);
    }

    private Optional<Change> change(Optional<LocalDate> before, LocalDate after) {
        return before.map(scores::get)
                .filter(score -> !score.isEmpty() && !scoreOf(after).isEmpty())
                .map(score -> Change.between(score, scoreOf(after)));
    }

    private Optional<LocalDate> lastYear(LocalDate first) {
        if (period == CalendarPeriod.ISO_WEEK) {
            int week = first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            int year = first.get(IsoFields.WEEK_BASED_YEAR) - 1;
            LocalDate same = period.firstDay(LocalDate.of(year, 1, 4)).plusWeeks(week - 1L);
            return Optional.of(same).filter(day -> day.get(IsoFields.WEEK_BASED_YEAR) == year);
        }
        return Optional.of(first.minusYears(1)).filter(day -> day.getDayOfMonth() == first.getDayOfMonth());
    }

    /**
     * Returns the sum of two trends: that of all their answers together. Periods between them without answers are
     * added.
     *
     * @param other a trend of the same period, zone and metric
     * @return the sum
     * @throws IllegalArgumentException if period, zone or metric differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public Trend<S> plus(Trend<S> other) {
        if (period != other.period
                || !zone.equals(other.zone)
                || (!isEmpty() && !other.isEmpty() && !metric().equals(other.metric()))) {
            throw new IllegalArgumentException(described() + " cannot be merged with " + other.described());
        }
        NavigableMap<LocalDate, S> sum = new TreeMap<>(scores);
        other.scores.forEach((day, score) -> sum.merge(day, score, Totals::sum));
        return new Trend<>(period, zone, Totals.sum(none, other.none), sum);
    }

    private String described() {
        return (isEmpty() ? "nothing" : metric().toString()) + " by " + period + " in " + zone;
    }

    private S scoreOf(LocalDate first) {
        return Objects.requireNonNull(scores.get(first));
    }

    private LocalDate known(LocalDate day) {
        LocalDate first = period.firstDay(day);
        if (!scores.containsKey(first)) {
            throw new IllegalArgumentException("period must be "
                    + (scores.isEmpty()
                            ? "in this trend, which has none"
                            : "in [" + period.label(scores.firstKey()) + ", " + period.label(scores.lastKey()) + "]")
                    + ", but was " + period.label(first));
        }
        return first;
    }

    private Point<S> point(LocalDate first, LocalDate last, S score) {
        String label = period.label(first) + (first.equals(last) ? "" : " to " + period.label(last));
        return new Point<>(first, label, TimeWindow.of(start(first), start(period.nextFirstDay(last))), score);
    }

    private Instant start(LocalDate day) {
        return start(day, zone);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * The first day of the period whose window an instant lies in. Where a clock is put back over midnight, the new day
     * has begun though the calendar shows the old one once more.
     */
    private static LocalDate firstDayOf(Instant instant, CalendarPeriod period, ZoneId zone) {
        LocalDate first = period.firstDay(LocalDate.ofInstant(instant, zone));
        LocalDate next = period.nextFirstDay(first);
        return instant.isBefore(start(next, zone)) ? first : next;
    }

    /**
     * Returns the periods in plain values; what JSON shows of a trend.
     *
     * @return an unmodifiable list without a gap, the earliest first
     */
    @JsonValue
    public List<PeriodView> view() {
        return points().stream().map(point -> point.view(total)).toList();
    }

    /**
     * A period and its score in plain values.
     *
     * @param period the name of the period, such as {@code 2026-W09}
     * @param from when it began, inclusive, such as {@code 2026-02-22T23:00:00Z}
     * @param until when it ended, exclusive
     * @param result the score of its answers
     */
    public record PeriodView(String period, String from, String until, ResultView result) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Trend<?> that
                && period == that.period
                && zone.equals(that.zone)
                && scores.equals(that.scores)
                && hasMetricOf(that);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, zone, scores);
    }

    /**
     * Returns the total and the periods, one a line.
     *
     * @return the total in the first line
     */
    @Override
    public String toString() {
        return points().stream().map(point -> "\n  " + point).collect(Collectors.joining("", total.toString(), ""));
    }

    /**
     * One period of a {@link Trend}, or several in a row.
     *
     * @param <S> the type of the score
     * @param firstDay the first day, in the zone of the trend
     * @param label the name of the period, such as {@code 2026-W09}, or of the first and the last, such as
     *     {@code 2026-01 to 2026-03}
     * @param window when it began, inclusive, and ended, exclusive
     * @param score the score of its answers; of none, and so undefined, where there were none
     */
    public record Point<S extends MergeableScore<?>>(LocalDate firstDay, String label, TimeWindow window, S score) {

        /**
         * Checks the parts.
         *
         * @param firstDay the first day
         * @param label the name of the period
         * @param window when it began and ended
         * @param score the score of its answers
         */
        public Point {
            Objects.requireNonNull(firstDay, "firstDay");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(score, "score");
        }

        /**
         * Returns the period and the score in plain values; what JSON shows of it.
         *
         * @return the view
         */
        @JsonValue
        public PeriodView view() {
            return view(score);
        }

        private PeriodView view(MergeableScore<?> total) {
            return new PeriodView(
                    label, window.from().toString(), window.until().toString(), Totals.viewOf(score, total));
        }

        /**
         * Returns the label and the score.
         *
         * @return for example {@code 2026-03: NPS 25.0 (95% CI 9.4 to 39.3, n=100)} or
         *     {@code 2026-04: NPS undefined (n=0)}
         */
        @Override
        public String toString() {
            return label + ": " + score;
        }
    }

    /** What has been collected of one period so far. */
    private record Cell<A>(LocalDate firstDay, Instant until, A part) {}

    /**
     * What has been collected per period, of one thread; found by the instant at which the period begins, for most rows
     * fall into one that is known.
     */
    private static final class Parts<A, S extends MergeableScore<?>> {
        private final CalendarPeriod period;
        private final ZoneId zone;
        private final Collector<?, A, S> score;
        private final NavigableMap<Instant, Cell<A>> cells = new TreeMap<>();

        Parts(CalendarPeriod period, ZoneId zone, Collector<?, A, S> score) {
            this.period = period;
            this.zone = zone;
            this.score = score;
        }

        A at(Instant instant) {
            Objects.requireNonNull(instant, "instant of a row must not be null");
            Map.@Nullable Entry<Instant, Cell<A>> known = cells.floorEntry(instant);
            if (known != null && instant.isBefore(known.getValue().until())) {
                return known.getValue().part();
            }
            LocalDate first = firstDayOf(instant, period, zone);
            Cell<A> cell = new Cell<>(
                    first,
                    start(period.nextFirstDay(first), zone),
                    score.supplier().get());
            cells.put(start(first, zone), cell);
            return cell.part();
        }

        Parts<A, S> combine(Parts<A, S> other) {
            other.cells.forEach((from, cell) -> cells.merge(
                    from,
                    cell,
                    (one, more) -> new Cell<>(
                            one.firstDay(), one.until(), score.combiner().apply(one.part(), more.part()))));
            return this;
        }

        Trend<S> trend() {
            NavigableMap<LocalDate, S> scores = new TreeMap<>();
            cells.values()
                    .forEach(
                            cell -> scores.put(cell.firstDay(), score.finisher().apply(cell.part())));
            S none = score.finisher().apply(score.supplier().get());
            return new Trend<>(period, zone, none, scores);
        }
    }
}

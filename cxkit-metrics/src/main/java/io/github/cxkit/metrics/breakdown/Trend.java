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
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A score by day, ISO week, month, quarter or year, in the zone that the caller names.
 *
 * <p>Answers in January and in March give three months: of February the score is undefined, not 0 and not left out, and March has no change from the
 * month before.
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
 *   <li>Periods are half open and bounded by midnights of the zone; each instant lies in exactly one, also where clocks change.
 *   <li>Sums of periods are scores of all their answers, not means of scores: the total, a rolling window and the sum of two trends. For ratings and shares
 *       they are exact.
 *   <li>Each period against the one before is as many comparisons as there are periods; of 20 without a change, one is expected to seem one.
 *       {@link Adjustment} helps.
 *   <li>Memory depends on the number of periods, not on the number of rows; there are {@value #MOST_PERIODS} at most.
 * </ul>
 *
 * @param <S> the type of the scores
 */
public final class Trend<S extends MergeableScore<S>> {

    /** The most periods that a trend can have: 273 years of days. */
    public static final int MOST_PERIODS = 100_000;

    private final CalendarPeriod period;
    private final ZoneId zone;
    /** The score of no answers. */
    private final S none;
    /** By first day; without a gap. */
    private final NavigableMap<LocalDate, S> scores;

    private Trend(CalendarPeriod period, ZoneId zone, S none, NavigableMap<LocalDate, S> some) {
        this.period = period;
        this.zone = zone;
        this.none = none;
        this.scores = new TreeMap<>(some);
        if (!some.isEmpty()) {
            fill(some.firstKey(), some.lastKey());
        }
        total();
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
     * @param score collects the rows of a period, such as {@code toNps(Row::recommend)} or {@code toShare(IN_TIME, Row::inTime)}
     * @return the collector, which throws {@link NullPointerException} for a null instant and {@link IllegalArgumentException} for instants too
     *     far apart
     */
    public static <T, S extends MergeableScore<S>> Collector<T, ?, Trend<S>> by(
            Function<? super T, Instant> at, CalendarPeriod period, ZoneId zone, Collector<? super T, ?, S> score) {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(zone, "zone");
        return byPeriod(at, period, zone, score);
    }

    private static <T, A, S extends MergeableScore<S>> Collector<T, ?, Trend<S>> byPeriod(
            Function<? super T, Instant> at, CalendarPeriod period, ZoneId zone, Collector<? super T, A, S> score) {
        BiConsumer<A, ? super T> accept = score.accumulator();
        return Collector.of(
                () -> new Parts<A, S>(period, zone, score),
                (parts, row) -> accept.accept(parts.at(at.apply(row)), row),
                Parts::combine,
                Parts::trend);
    }

    /**
     * Returns a copy that reaches at least over a window: periods without answers that it touches are added at either end.
     *
     * @param window the window, which need not begin or end with a period
     * @return the copy; no period that was there is lost
     * @throws IllegalArgumentException if there would be more than {@value #MOST_PERIODS} periods
     */
    public Trend<S> covering(TimeWindow window) {
        NavigableMap<LocalDate, S> wider = new TreeMap<>(scores);
        for (Instant end : List.of(window.from(), window.until().minusNanos(1))) {
            wider.putIfAbsent(firstDayOf(end, period, zone), none);
        }
        return new Trend<>(period, zone, none, wider);
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
     * @return the metric
     */
    public Metric metric() {
        return none.metric();
    }

    /**
     * Returns whether there is no answer in any period.
     *
     * @return true if {@link #total()} is empty
     */
    public boolean isEmpty() {
        return total().isEmpty();
    }

    /**
     * Returns the periods, without a gap.
     *
     * @return an unmodifiable list, the earliest first
     */
    public List<TrendPoint<S>> points() {
        return rolling(1);
    }

    /**
     * Returns the period that a day lies in.
     *
     * @param day any day of the period
     * @return the point
     * @throws IllegalArgumentException if the period is not in this trend; the message names the first and the last
     */
    public TrendPoint<S> at(LocalDate day) {
        LocalDate first = known(day);
        return point(first, first, scoreOf(first));
    }

    /**
     * Returns the score of each so many periods in a row, as their sums. Windows that share periods are not independent: no {@link Change} should be
     * made of them.
     *
     * @param periods how many periods in a row, 1 or more
     * @return an unmodifiable list, the earliest first; none where the trend is shorter
     * @throws IllegalArgumentException if the number is less than 1
     */
    public List<TrendPoint<S>> rolling(int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods must be at least 1, but was " + periods);
        }
        List<LocalDate> days = List.copyOf(scores.keySet());
        List<TrendPoint<S>> points = new ArrayList<>();
        for (int from = 0; from <= days.size() - periods; from++) {
            S sum = scoreOf(days.get(from));
            for (LocalDate day : days.subList(from + 1, from + periods)) {
                sum = sum.plus(scoreOf(day));
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
        S total = none;
        for (S score : scores.values()) {
            total = total.plus(score);
        }
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
     * Returns the change of a period from the same one last year: the same month, the week of the same number, the day of the same date.
     *
     * @param day any day of the period
     * @return the change; empty where one of both has no answers, where there was none last year (week 53, 29 February), or where it is not
     *     in this trend
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
     * Returns the sum of two trends: that of all their answers together. Periods between them without answers are added.
     *
     * @param other a trend of the same period, zone and metric
     * @return the sum
     * @throws IllegalArgumentException if period, zone or metric differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public Trend<S> plus(Trend<S> other) {
        if (period != other.period || !zone.equals(other.zone) || !metric().equals(other.metric())) {
            throw new IllegalArgumentException(described() + " cannot be merged with " + other.described());
        }
        NavigableMap<LocalDate, S> sum = new TreeMap<>(scores);
        other.scores.forEach((day, score) -> sum.merge(day, score, S::plus));
        return new Trend<>(period, zone, none, sum);
    }

    private String described() {
        return metric() + " by " + period + " in " + zone;
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

    private TrendPoint<S> point(LocalDate first, LocalDate last, S score) {
        String label = period.label(first) + (first.equals(last) ? "" : " to " + period.label(last));
        return new TrendPoint<>(first, label, TimeWindow.of(start(first), start(period.nextFirstDay(last))), score);
    }

    private Instant start(LocalDate day) {
        return start(day, zone);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * The first day of the period whose window an instant lies in. Where a clock is put back over midnight, the new day has begun though the
     * calendar shows the old one once more.
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
        return points().stream().map(TrendPoint::view).toList();
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
                && metric().equals(that.metric())
                && scores.equals(that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, zone, metric(), scores);
    }

    /**
     * Returns the total and the periods, one a line.
     *
     * @return the total in the first line
     */
    @Override
    public String toString() {
        return points().stream().map(point -> "\n  " + point).collect(Collectors.joining("", total().toString(), ""));
    }

    /** What has been collected of one period so far. */
    private record Cell<A>(LocalDate firstDay, Instant until, A part) {}

    /** What has been collected per period, of one thread; found by the instant at which the period begins, for most rows fall into one that is known. */
    private static final class Parts<A, S extends MergeableScore<S>> {
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

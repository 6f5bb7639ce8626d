package io.github.cxkit.metrics.breakdown;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.CustomScore;
import io.github.cxkit.metrics.Definition;
import io.github.cxkit.metrics.RatingCounts;
import io.github.cxkit.metrics.RatingTally;
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
 * A rating score by day, ISO week, month, quarter or year, in the zone that the caller names.
 *
 * <p>Answers in January and in March give three months: of February the score is undefined, not 0 and not left out, and March has no change from the
 * month before.
 *
 * <pre>{@code
 * Trend trend = rows.stream().collect(Trend.by(
 *         Row::answeredAt, CalendarPeriod.MONTH, ZoneId.of("Europe/Berlin"), Nps.STANDARD,
 *         (tally, row) -> tally.accept(row.recommend())));
 * trend.points();                                        // every month from the first with answers to the last
 * trend.rolling(3);                                      // each three months in a row
 * trend.changeFromPrevious(LocalDate.of(2026, 3, 1));    // March against February
 * trend.changeFromLastYear(LocalDate.of(2026, 3, 1));    // March against March
 * }</pre>
 *
 * <ul>
 *   <li>Periods are half open and bounded by midnights of the zone; each instant lies in exactly one, also where clocks change.
 *   <li>Sums of periods are sums of their counts: the total, a rolling window and the sum of two trends are exact.
 *   <li>Each period against the one before is as many comparisons as there are periods; of 20 without a change, one is expected to seem one.
 *       {@link Adjustment} helps.
 *   <li>Memory depends on the number of periods, not on the number of rows; there are {@value #MOST_PERIODS} at most.
 * </ul>
 */
public final class Trend {

    /** The most periods that a trend can have: 273 years of days. */
    public static final int MOST_PERIODS = 100_000;

    private final CalendarPeriod period;
    private final ZoneId zone;
    private final Definition definition;
    /** By first day; without a gap. */
    private final NavigableMap<LocalDate, CustomScore> scores;

    private Trend(
            CalendarPeriod period, ZoneId zone, Definition definition, NavigableMap<LocalDate, CustomScore> some) {
        this.period = period;
        this.zone = zone;
        this.definition = definition;
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
        CustomScore none = none();
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
     * Returns a collector of the caller's own rows into a trend; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param at reads the instant of a row, not null
     * @param period what a point of the trend is
     * @param zone the zone whose midnights bound the periods
     * @param definition how scores are read from the answers
     * @param accept hands a row's answer to its period's tally, such as {@code (tally, row) -> tally.accept(row.answer(), row.weight())}
     * @return the collector, which throws {@link NullPointerException} for a null instant and {@link IllegalArgumentException} for instants too
     *     far apart
     */
    public static <T> Collector<T, ?, Trend> by(
            Function<? super T, Instant> at,
            CalendarPeriod period,
            ZoneId zone,
            Definition definition,
            BiConsumer<RatingTally, ? super T> accept) {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(accept, "accept");
        return Collector.of(
                () -> new Tallies(period, zone, definition),
                (tallies, row) -> accept.accept(tallies.at(at.apply(row)), row),
                Tallies::combine,
                Tallies::trend);
    }

    /**
     * Returns a copy that reaches at least over a window: periods without answers that it touches are added at either end.
     *
     * @param window the window, which need not begin or end with a period
     * @return the copy; no period that was there is lost
     * @throws IllegalArgumentException if there would be more than {@value #MOST_PERIODS} periods
     */
    public Trend covering(TimeWindow window) {
        NavigableMap<LocalDate, CustomScore> wider = new TreeMap<>(scores);
        for (Instant end : List.of(window.from(), window.until().minusNanos(1))) {
            wider.putIfAbsent(firstDayOf(end, period, zone), none());
        }
        return new Trend(period, zone, definition, wider);
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
     * Returns how scores are read from the answers.
     *
     * @return the definition
     */
    public Definition definition() {
        return definition;
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
    public List<TrendPoint> points() {
        return rolling(1);
    }

    /**
     * Returns the period that a day lies in.
     *
     * @param day any day of the period
     * @return the point
     * @throws IllegalArgumentException if the period is not in this trend; the message names the first and the last
     */
    public TrendPoint at(LocalDate day) {
        LocalDate first = known(day);
        return point(first, first, scoreOf(first));
    }

    /**
     * Returns the score of each so many periods in a row, as sums of their counts. Windows that share periods are not independent: no {@link Change} should be
     * made of them.
     *
     * @param periods how many periods in a row, 1 or more
     * @return an unmodifiable list, the earliest first; none where the trend is shorter
     * @throws IllegalArgumentException if the number is less than 1
     */
    public List<TrendPoint> rolling(int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods must be at least 1, but was " + periods);
        }
        List<LocalDate> days = List.copyOf(scores.keySet());
        List<TrendPoint> points = new ArrayList<>();
        for (int from = 0; from <= days.size() - periods; from++) {
            CustomScore sum = scoreOf(days.get(from));
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
    public CustomScore total() {
        CustomScore total = none();
        for (CustomScore score : scores.values()) {
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
     * Returns the sum of two trends: that of all their answers together, exactly. Periods between them without answers are added.
     *
     * @param other a trend of the same period, zone and definition
     * @return the sum
     * @throws IllegalArgumentException if period, zone or definition differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public Trend plus(Trend other) {
        if (period != other.period || !zone.equals(other.zone) || !definition.equals(other.definition)) {
            throw new IllegalArgumentException(described() + " cannot be merged with " + other.described());
        }
        NavigableMap<LocalDate, CustomScore> sum = new TreeMap<>(scores);
        other.scores.forEach((day, score) -> sum.merge(day, score, CustomScore::plus));
        return new Trend(period, zone, definition, sum);
    }

    private String described() {
        return definition + " by " + period + " in " + zone;
    }

    private CustomScore none() {
        return CustomScore.from(definition, RatingCounts.empty(definition.scale()));
    }

    private CustomScore scoreOf(LocalDate first) {
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

    private TrendPoint point(LocalDate first, LocalDate last, CustomScore score) {
        String label = period.label(first) + (first.equals(last) ? "" : " to " + period.label(last));
        return new TrendPoint(first, label, TimeWindow.of(start(first), start(period.nextFirstDay(last))), score);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Trend that
                && period == that.period
                && zone.equals(that.zone)
                && definition.equals(that.definition)
                && scores.equals(that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, zone, definition, scores);
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

    /** The answers of one period so far. */
    private record Cell(LocalDate firstDay, Instant until, RatingTally tally) {}

    /** A tally per period, of one thread; found by the instant at which the period begins, for most rows fall into one that is known. */
    private static final class Tallies {
        private final CalendarPeriod period;
        private final ZoneId zone;
        private final Definition definition;
        private final NavigableMap<Instant, Cell> cells = new TreeMap<>();

        Tallies(CalendarPeriod period, ZoneId zone, Definition definition) {
            this.period = period;
            this.zone = zone;
            this.definition = definition;
        }

        RatingTally at(Instant instant) {
            Objects.requireNonNull(instant, "instant of a row must not be null");
            Map.@Nullable Entry<Instant, Cell> known = cells.floorEntry(instant);
            if (known != null && instant.isBefore(known.getValue().until())) {
                return known.getValue().tally();
            }
            LocalDate first = firstDayOf(instant, period, zone);
            Cell cell = new Cell(first, start(period.nextFirstDay(first), zone), RatingTally.on(definition.scale()));
            cells.put(start(first, zone), cell);
            return cell.tally();
        }

        Tallies combine(Tallies other) {
            other.cells.forEach((from, cell) -> cells.merge(from, cell, (one, more) -> {
                one.tally().combine(more.tally());
                return one;
            }));
            return this;
        }

        Trend trend() {
            NavigableMap<LocalDate, CustomScore> scores = new TreeMap<>();
            cells.values()
                    .forEach(cell -> scores.put(
                            cell.firstDay(),
                            CustomScore.from(definition, cell.tally().counts())));
            return new Trend(period, zone, definition, scores);
        }
    }
}

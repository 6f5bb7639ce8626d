package io.github.cxkit.metrics.hours;

import io.github.cxkit.metrics.MetricUnit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When customers are served: a time zone, the open hours of each weekday, and dates that are closed or have hours of their own.
 *
 * <p>Open from Monday to Friday, 8 to 17: who asks on a Saturday and is answered on Monday at 8:10 has waited 10 minutes of open time.
 *
 * <pre>{@code
 * OpeningHours desk = OpeningHours.in(ZoneId.of("Europe/Copenhagen"))
 *         .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0))
 *         .withHolidays(List.of(LocalDate.of(2024, 12, 25), LocalDate.of(2024, 12, 26)))
 *         .withHoursOn(LocalDate.of(2024, 12, 24), LocalTime.of(8, 0), LocalTime.of(12, 0));
 * desk.between(askedAt, answeredAt);
 * desk.dueAfter(askedAt, Duration.ofHours(4));
 * desk.dueAfterWorkingDays(askedAt, Duration.ofDays(2));
 * }</pre>
 *
 * <ul>
 *   <li>Spans are half-open: open from the first instant, closed at the last. Touching spans become one; overlapping spans are an error.
 *   <li>An instant is open if the local clock shows an open time at it. So nights on which the clock is put forward or back count the time that
 *       really passed: 24 hours a day are 23 hours on the one date and 25 on the other, and hours within the repeated hour count twice.
 *   <li>A closed date is closed from midnight to midnight, also for hours past midnight that began on the day before.
 *   <li>Without any hours nothing is ever open. Where no opening hours are known, use {@link #alwaysOpen()}: time by the clock, never 0.
 *   <li>The open time between two instants costs the same however far apart they are; working days are counted date by date.
 * </ul>
 */
public final class OpeningHours {

    /** The days from Monday to Friday. */
    public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /** All seven days. */
    public static final Set<DayOfWeek> EVERY_DAY = Collections.unmodifiableSet(EnumSet.allOf(DayOfWeek.class));

    private static final LocalDate FIRST_DATE = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

    private static final MetricUnit HOURS = MetricUnit.of("hours", " h", 1);
    private static final double SECONDS_PER_HOUR = 3600;

    private static final OpeningHours ALWAYS =
            in(ZoneOffset.UTC).withHours(EVERY_DAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private final ZoneId zone;
    private final List<DayHours> week;
    private final SortedMap<LocalDate, DayHours> ownHours;

    /** Worked out when first asked for; two threads may both do so, with the same result. */
    private volatile @Nullable OpenTime openTime;

    private OpeningHours(ZoneId zone, List<DayHours> week, SortedMap<LocalDate, DayHours> ownHours) {
        this.zone = Objects.requireNonNull(zone, "zone");
        this.week = List.copyOf(week);
        this.ownHours = ownHours;
    }

    /**
     * Returns opening hours that are never open yet; {@link #withHours} says when they are.
     *
     * @param zone the time zone of the local clock
     * @return the opening hours
     */
    public static OpeningHours in(ZoneId zone) {
        return new OpeningHours(
                zone, Collections.nCopies(DayOfWeek.values().length, DayHours.CLOSED), Collections.emptySortedMap());
    }

    /**
     * Returns opening hours without any closed time, so that open time is time by the clock.
     *
     * @return the opening hours
     */
    public static OpeningHours alwaysOpen() {
        return ALWAYS;
    }

    /**
     * Returns a copy that is also open on the days given.
     *
     * @param days the weekdays
     * @param opens when it opens, in whole seconds
     * @param closes when it closes, in whole seconds; midnight is the end of the day, so that midnight to midnight is the whole day
     * @return the copy
     * @throws IllegalArgumentException if it does not close after it opens, a time is not in whole seconds, or the span overlaps another of that day
     */
    public OpeningHours withHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        DayHours.Span span = span(opens, closes);
        List<DayHours> changed = new ArrayList<>(week);
        days.forEach(day -> add(changed, day, span));
        return new OpeningHours(zone, changed, ownHours);
    }

    /**
     * Returns a copy that is also open from the evening of the days given to the morning of the day after each. As working days these hours belong to the day on which they begin.
     *
     * @param days the weekdays on which the span begins
     * @param opens when it opens, in whole seconds
     * @param closes when it closes on the day after, in whole seconds, after midnight and not after the time at which it opens
     * @return the copy
     * @throws IllegalArgumentException if it closes at midnight or later in the day than it opens, a time is not in whole seconds, or the span
     *     overlaps another
     */
    public OpeningHours withHoursPastMidnight(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        if (closes.equals(LocalTime.MIDNIGHT) || closes.isAfter(opens)) {
            throw new IllegalArgumentException("closing past midnight must be after 00:00 and at most " + opens
                    + ", but was " + closes + "\nMaybe it closes on the day on which it opens: use withHours.");
        }
        DayHours.Span evening = span(opens, LocalTime.MIDNIGHT);
        DayHours.Span morning = span(LocalTime.MIDNIGHT, closes);
        List<DayHours> changed = new ArrayList<>(week);
        for (DayOfWeek day : days) {
            add(changed, day, evening);
            DayOfWeek next = day.plus(1);
            changed.set(next.getValue() - 1, changed.get(next.getValue() - 1).withMorning(next, morning));
        }
        return new OpeningHours(zone, changed, ownHours);
    }

    private static void add(List<DayHours> week, DayOfWeek day, DayHours.Span span) {
        int index = day.getValue() - 1;
        week.set(index, week.get(index).with(day, span));
    }

    /**
     * Returns a copy that is closed on the dates given, whatever their weekday, and whatever hours they had of their own.
     *
     * @param dates the dates, from the year 1 to the year 9999; a date may be given again
     * @return the copy
     * @throws IllegalArgumentException if a date is outside those years
     */
    public OpeningHours withHolidays(Collection<LocalDate> dates) {
        SortedMap<LocalDate, DayHours> changed = new TreeMap<>(ownHours);
        dates.forEach(date -> changed.put(checked(date), DayHours.CLOSED));
        return new OpeningHours(zone, week, changed);
    }

    /**
     * Returns a copy that is open on a date in hours of its own, instead of those of its weekday; on a holiday, too. Calling this again for
     * the same date adds a span.
     *
     * @param date the date, from the year 1 to the year 9999
     * @param opens when it opens, in whole seconds
     * @param closes when it closes, in whole seconds; midnight is the end of the date
     * @return the copy
     * @throws IllegalArgumentException if it does not close after it opens, a time is not in whole seconds, the span overlaps another that was
     *     given for the date, or the date is outside those years
     */
    public OpeningHours withHoursOn(LocalDate date, LocalTime opens, LocalTime closes) {
        SortedMap<LocalDate, DayHours> changed = new TreeMap<>(ownHours);
        DayHours before = changed.getOrDefault(checked(date), DayHours.CLOSED);
        changed.put(date, before.with(date, span(opens, closes)));
        return new OpeningHours(zone, week, changed);
    }

    private static LocalDate checked(LocalDate date) {
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw new IllegalArgumentException(
                    "date must be in [" + FIRST_DATE + ", " + LAST_DATE + "], but was " + date);
        }
        return date;
    }

    private static DayHours.Span span(LocalTime opens, LocalTime closes) {
        for (LocalTime time : List.of(opens, closes)) {
            if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
                throw new IllegalArgumentException("opening hours must be in whole seconds, but were " + time);
            }
        }
        int end = closes.equals(LocalTime.MIDNIGHT) ? DayHours.SECONDS_PER_DAY : closes.toSecondOfDay();
        if (end <= opens.toSecondOfDay()) {
            throw new IllegalArgumentException("closing must be after opening " + opens + ", but was " + closes
                    + "\nMaybe it closes on the day after: use withHoursPastMidnight.");
        }
        return new DayHours.Span(opens.toSecondOfDay(), end);
    }

    /**
     * Returns the open time between two instants.
     *
     * @param from the first instant, included
     * @param until the last instant, not included
     * @return 0 where nothing was open between them, at most the time by the clock
     * @throws IllegalArgumentException if {@code until} is before {@code from}; the message names both
     */
    public Duration between(Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from " + from + ", but was " + until);
        }
        return openBefore(until).minus(openBefore(from));
    }

    /**
     * Returns whether an instant is open.
     *
     * @param instant the instant
     * @return true from the instant of opening up to and not including that of closing
     */
    public boolean isOpen(Instant instant) {
        return openTime().isOpenAt(instant.getEpochSecond());
    }

    /**
     * Returns when so much open time will have passed: the first such instant, so that what falls due at the close of a day is due then, and
     * not at the next opening.
     *
     * @param from the instant at which the time begins to run
     * @param openTime how much open time; for 0 the result is {@code from}, open or not
     * @return the first instant with {@code between(from, instant)} equal to the open time
     * @throws IllegalArgumentException if the open time is negative
     * @throws IllegalStateException if there will never be so much open time: without weekly hours, or after all instants that can be told
     */
    public Instant dueAfter(Instant from, Duration openTime) {
        if (openTime.isNegative()) {
            throw new IllegalArgumentException("open time must be at least 0, but was " + openTime);
        }
        if (openTime.isZero()) {
            return from;
        }
        if (openTime.compareTo(between(from, Instant.MAX)) > 0) {
            throw new IllegalStateException("there is no open time of " + openTime + " after " + from
                    + "\nMaybe the opening hours have no weekly hours.");
        }
        Duration due = openBefore(from).plus(openTime);
        long seconds = due.toSeconds();
        Duration rest = due.minusSeconds(seconds);
        // What is left of a second falls due within the second at whose end the next whole second will have been open.
        long within = rest.isZero() ? 0 : 1;
        long second = openTime()
                .firstWithOpenBefore(seconds + within, from.getEpochSecond(), Instant.MAX.getEpochSecond() + 1);
        return Instant.ofEpochSecond(second - within).plus(rest);
    }

    /**
     * Returns the working days between two instants: of each date the part of its open time that lies between them, summed. A working day is told as 24 hours, so that
     * {@code Duration.ofDays(2)} is two working days.
     *
     * <p>Open from Monday to Friday, 9 to 17: from Monday 10:00 to Tuesday 10:00 is 7/8 + 1/8 = 1 working day, {@code PT24H}; from Friday 13:00 to Monday 13:00 is one, too.
     *
     * <ul>
     *   <li>A date that is open for half as long as others is a whole working day; one that is not open at all is none.
     *   <li>Hours past midnight belong to the date on which they begin.
     *   <li>A date of 23 or 25 hours that is always open is one working day.
     *   <li>Rounded to the nanosecond; working days of adjacent spans add up exactly.
     * </ul>
     *
     * @param from the first instant, included
     * @param until the last instant, not included
     * @return the working days, 24 hours each; 0 where nothing was open between the instants
     * @throws IllegalArgumentException if {@code until} is before {@code from}, or more than 100,000 days after it; the message names both
     */
    public Duration workingDaysBetween(Instant from, Instant until) {
        return new WorkingDays(this, zone, openTime().local()).between(from, until);
    }

    /**
     * Returns when so many working days will have passed: the last moment at which what was promised in so many is in time. Within two working days of Monday 10:00 is by
     * Wednesday 10:00; where the time is up at the close of a day, it is then and not at the next opening.
     *
     * @param from the instant at which the time begins to run
     * @param workingDays how many, 24 hours each: {@code Duration.ofDays(2)}; for 0 the result is {@code from}, open or not
     * @return the last instant of open time with {@code workingDaysBetween(from, instant)} at most the working days
     * @throws IllegalArgumentException if the working days are negative
     * @throws IllegalStateException if there are not so many in the 100,000 days after {@code from}, as without weekly hours
     */
    public Instant dueAfterWorkingDays(Instant from, Duration workingDays) {
        return new WorkingDays(this, zone, openTime().local()).dueAfter(from, workingDays);
    }

    /** The open time before an instant, counted from a fixed one; open and closed seconds are whole, for clocks jump by whole seconds. */
    private Duration openBefore(Instant instant) {
        OpenTime time = openTime();
        long second = instant.getEpochSecond();
        return Duration.ofSeconds(time.before(second), time.isOpenAt(second) ? instant.getNano() : 0);
    }

    private OpenTime openTime() {
        OpenTime time = openTime;
        if (time == null) {
            int lastYear = ownHours.isEmpty() ? 0 : ownHours.lastKey().getYear();
            time = new OpenTime(zone.getRules(), new LocalOpenTime(week, ownHours), lastYear);
            openTime = time;
        }
        return time;
    }

    /** Compares the zone, the weekly hours, and the dates with hours of their own. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningHours that
                && zone.equals(that.zone)
                && week.equals(that.week)
                && ownHours.equals(that.ownHours);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, week, ownHours);
    }

    /**
     * Returns the zone, the open hours of a week, and how many dates have hours of their own.
     *
     * @return for example {@code 45.0 h a week, Europe/Copenhagen, 3 dates of their own}
     */
    @Override
    public String toString() {
        double hours = week.stream().mapToInt(DayHours::openSeconds).sum() / SECONDS_PER_HOUR;
        return HOURS.format(hours) + " a week, " + zone + ", " + ownHours.size() + " dates of their own";
    }
}

package io.github.cxkit.metrics.hours;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Open time on the local clock, as if it never jumped: whole weeks, days of a week, and what single dates add or take away, summed
 * beforehand. Local seconds count from 1970-01-01T00:00 by that clock.
 */
final class LocalOpenTime {

    private static final int DAYS_PER_WEEK = 7;

    /** 1970-01-01 was a Thursday: so many days after a Monday. */
    private static final int THURSDAY = 3;

    private final DayHours[] week;

    /** The open seconds of the week before each day, and of the whole week. */
    private final long[] beforeDay = new long[DAYS_PER_WEEK + 1];

    private final long[] dates;
    private final DayHours[] hoursOfDates;

    /** What the dates before each one, and all of them, add to the weekly hours; may be negative. */
    private final long[] addedBefore;

    LocalOpenTime(List<DayHours> week, SortedMap<LocalDate, DayHours> ownHours) {
        this.week = week.toArray(DayHours[]::new);
        for (int day = 0; day < DAYS_PER_WEEK; day++) {
            beforeDay[day + 1] = beforeDay[day] + this.week[day].openSeconds();
        }
        dates = ownHours.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray();
        hoursOfDates = ownHours.values().toArray(DayHours[]::new);
        addedBefore = new long[dates.length + 1];
        for (int i = 0; i < dates.length; i++) {
            addedBefore[i + 1] = addedBefore[i]
                    + hoursOfDates[i].openSeconds()
                    - weekly(dates[i]).openSeconds();
        }
    }

    /** The open seconds from the beginning of 1970 to a local second; negative before. */
    long before(long localSecond) {
        long date = Math.floorDiv(localSecond, (long) DayHours.SECONDS_PER_DAY);
        int second = (int) Math.floorMod(localSecond, (long) DayHours.SECONDS_PER_DAY);
        long sinceMonday = date + THURSDAY;
        int day = (int) Math.floorMod(sinceMonday, (long) DAYS_PER_WEEK);
        long weeks = Math.floorDiv(sinceMonday, (long) DAYS_PER_WEEK);
        long open = weeks * beforeDay[DAYS_PER_WEEK] + beforeDay[day];
        int found = Arrays.binarySearch(dates, date);
        return found >= 0
                ? open + addedBefore[found] + hoursOfDates[found].openBefore(second)
                : open + addedBefore[-found - 1] + week[day].openBefore(second);
    }

    boolean isOpenAt(long localSecond) {
        long date = Math.floorDiv(localSecond, (long) DayHours.SECONDS_PER_DAY);
        return on(date).isOpenAt((int) Math.floorMod(localSecond, (long) DayHours.SECONDS_PER_DAY));
    }

    /** The hours of a date, counted from 1970-01-01. */
    DayHours on(long date) {
        int found = Arrays.binarySearch(dates, date);
        return found >= 0 ? hoursOfDates[found] : weekly(date);
    }

    private DayHours weekly(long date) {
        return week[(int) Math.floorMod(date + THURSDAY, (long) DAYS_PER_WEEK)];
    }
}

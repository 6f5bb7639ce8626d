package io.github.cxkit.metrics.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Open time as a function of the instant, in seconds, so that a difference of two values is the open time between two instants however
 * far apart they are.
 *
 * <p>It is the open time on the local clock less what each jump of that clock added: a jump forward skips local time that nobody lived
 * through, a jump back repeats some. The jumps are summed beforehand up to a horizon and for the 400 years after it; from the horizon on
 * the calendar, the week and the rules of the zone repeat every 400 years.
 */
final class OpenTime {

    private static final long CYCLE_SECONDS = 146_097L * DayHours.SECONDS_PER_DAY;
    private static final int FIRST_HORIZON = 2101;

    private final LocalOpenTime local;
    private final int firstOffset;
    private final long horizon;
    private final long[] jumps;
    private final int[] offsetAfter;

    /** What the jumps before each one, and all of them, added. */
    private final long[] addedBefore;

    private final long addedPerCycle;

    /** The dates with hours of their own all lie in or before the last year given. */
    OpenTime(ZoneRules rules, LocalOpenTime local, int lastYear) {
        this.local = local;
        firstOffset = rules.getOffset(Instant.MIN).getTotalSeconds();
        horizon = horizon(rules, lastYear);
        List<ZoneOffsetTransition> transitions = transitions(rules, horizon + CYCLE_SECONDS);
        jumps = transitions.stream()
                .mapToLong(ZoneOffsetTransition::toEpochSecond)
                .toArray();
        offsetAfter = transitions.stream()
                .mapToInt(jump -> jump.getOffsetAfter().getTotalSeconds())
                .toArray();
        addedBefore = new long[jumps.length + 1];
        for (int i = 0; i < jumps.length; i++) {
            int offsetBefore = transitions.get(i).getOffsetBefore().getTotalSeconds();
            addedBefore[i + 1] =
                    addedBefore[i] + local.before(jumps[i] + offsetAfter[i]) - local.before(jumps[i] + offsetBefore);
        }
        addedPerCycle = addedBefore[jumps.length] - addedBefore[jumpsUntil(horizon - 1)];
    }

    /** Two years after the last jump that follows no rule and the last date with hours of its own: from then on everything repeats. */
    private static long horizon(ZoneRules rules, int lastYear) {
        int year = Math.max(FIRST_HORIZON, lastYear + 2);
        List<ZoneOffsetTransition> singular = rules.getTransitions();
        if (!singular.isEmpty()) {
            ZoneOffsetTransition last = singular.get(singular.size() - 1);
            year = Math.max(year, last.getDateTimeAfter().getYear() + 2);
        }
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static List<ZoneOffsetTransition> transitions(ZoneRules rules, long end) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(Instant.MIN);
        while (next != null && next.toEpochSecond() < end) {
            transitions.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return transitions;
    }

    /** How many of the jumps lie at or before a second. */
    private int jumpsUntil(long epochSecond) {
        int found = Arrays.binarySearch(jumps, epochSecond);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The second of the first 400 years after the horizon that corresponds to one after them. */
    private long withinTable(long epochSecond) {
        return epochSecond < horizon ? epochSecond : horizon + (epochSecond - horizon) % CYCLE_SECONDS;
    }

    private long local(long epochSecond, int jumpsUntil) {
        return epochSecond + (jumpsUntil == 0 ? firstOffset : offsetAfter[jumpsUntil - 1]);
    }

    /** The same on the local clock. */
    LocalOpenTime local() {
        return local;
    }

    /** The open seconds before a second, counted from a fixed instant. */
    long before(long epochSecond) {
        long cycles = epochSecond < horizon ? 0 : (epochSecond - horizon) / CYCLE_SECONDS;
        int past = jumpsUntil(withinTable(epochSecond));
        return local.before(local(epochSecond, past)) - addedBefore[past] - cycles * addedPerCycle;
    }

    boolean isOpenAt(long epochSecond) {
        return local.isOpenAt(local(epochSecond, jumpsUntil(withinTable(epochSecond))));
    }

    /** The first second of an interval before which at least so much is open; the end of the interval must be such a second. */
    long firstWithOpenBefore(long open, long from, long until) {
        long low = from;
        long high = until;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (before(middle) >= open) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

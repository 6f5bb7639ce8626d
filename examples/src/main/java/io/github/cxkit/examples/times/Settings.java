package io.github.cxkit.examples.times;

import io.github.cxkit.metrics.cases.CaseClock;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.time.Tolerance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was asked for, apart from columns.
 *
 * @param confidence of the intervals
 * @param unit in which times are shown
 * @param zone of the calendar
 * @param seenAt at which instant cases are seen; empty for the latest in the file
 * @param openedFrom only cases that began then or later
 * @param openedBefore only cases that began before
 * @param hours opening hours; empty for the clock on the wall
 * @param hoursText opening hours as they were written
 * @param clocks which clocks; empty for the usual ones
 * @param countingBots whether bots' replies end a wait
 * @param countingAcknowledgements whether acknowledgements do
 * @param endedByResolution whether resolutions do
 * @param targets targets
 * @param tolerances what customers accept
 * @param compare groups to compare
 * @param months whether to break down by month
 * @param firstContactWindow how long nothing may come after a resolution at first contact; empty not to count those
 */
record Settings(
        double confidence,
        ChronoUnit unit,
        ZoneId zone,
        Optional<Instant> seenAt,
        Optional<Instant> openedFrom,
        Optional<Instant> openedBefore,
        Optional<OpeningHours> hours,
        String hoursText,
        List<Clock> clocks,
        boolean countingBots,
        boolean countingAcknowledgements,
        boolean endedByResolution,
        List<ClockOption<Duration>> targets,
        List<ClockOption<Tolerance>> tolerances,
        List<Sides> compare,
        boolean months,
        Optional<Duration> firstContactWindow) {

    private static final Pattern STEP = Pattern.compile("([^:,]+):([^,]+)");

    /** Two sides of a comparison. */
    record Sides(String before, String after) {}

    CaseClock definition(Clock clock) {
        return clock.definition(countingBots, countingAcknowledgements, endedByResolution);
    }

    boolean isSelected(CaseOnFile each) {
        return openedFrom.filter(each.begun()::isBefore).isEmpty()
                && (openedBefore.isEmpty() || each.begun().isBefore(openedBefore.get()));
    }

    /** The targets of a clock by the names of their figures. */
    Map<String, Duration> targetsOf(Clock clock) {
        Map<String, Duration> byName = new LinkedHashMap<>();
        targets.stream()
                .filter(target -> target.isFor(clock))
                .forEach(target -> byName.put("within " + target.text(), target.value()));
        return byName;
    }

    /** What customers accept, by the names of their figures. */
    Map<String, Tolerance> tolerancesOf(Clock clock) {
        Map<String, Tolerance> byName = new LinkedHashMap<>();
        tolerances.stream()
                .filter(tolerance -> tolerance.isFor(clock))
                .forEach(tolerance -> byName.put(
                        "accepted where "
                                + STEP.matcher(tolerance.text())
                                        .replaceAll("$2 wait longer than $1")
                                        .replace(",", ", "),
                        tolerance.value()));
        return byName;
    }
}

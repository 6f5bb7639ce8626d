package io.github.cxkit.examples.times;

import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.cases.CaseClock;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.CaseWaits;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.cases.ResolutionClock;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a clock shows for some cases, seen at an instant.
 *
 * @param waits how long they waited, in opening hours where there are any
 * @param byTheClock how long they waited by the clock
 * @param cases how many cases there are
 * @param withoutWait how many of them never started the clock
 * @param unknown how many clocks have no known end or start: neither open nor zero
 * @param endedUnanswered in how many cases a customer waits for a reply though the case is resolved or closed
 * @param resolvedUnanswered in how many of them a resolution would end the wait, if it were to
 */
record Measured(
        Waits waits,
        Waits byTheClock,
        long cases,
        long withoutWait,
        long unknown,
        long endedUnanswered,
        long resolvedUnanswered) {

    static final BaseGrading GRADING = BaseGrading.withDefaults();

    static Measured of(
            List<CaseOnFile> cases, CaseClock clock, Instant seenAt, ChronoUnit unit, Optional<OpeningHours> hours) {
        List<CaseTimeline> known = new ArrayList<>();
        long endLost = 0;
        for (CaseOnFile each : cases) {
            if (isEndLost(each.timeline(), clock, seenAt)) {
                endLost++;
            } else {
                known.add(each.timeline());
            }
        }
        CaseWaits seen = CaseWaits.seenAt(seenAt, clock, known);
        Waits byTheClock = seen.in(unit);
        return new Measured(
                hours.map(open -> seen.in(unit, open)).orElse(byTheClock),
                byTheClock,
                seen.cases() + endLost,
                seen.withoutWait(),
                seen.unknown() + endLost,
                clock instanceof ReplyClock
                        ? known.stream()
                                .filter(timeline -> isEndedUnanswered(timeline, clock, seenAt))
                                .count()
                        : 0,
                clock instanceof ReplyClock reply
                        ? known.stream()
                                .filter(timeline -> isEndedByResolution(timeline, reply, seenAt))
                                .count()
                        : 0);
    }

    private static boolean isEndedUnanswered(CaseTimeline timeline, CaseClock clock, Instant seenAt) {
        return timeline.seenAt(seenAt)
                .filter(seen -> seen.resolution() != CaseTimeline.Resolution.OPEN
                        && !clock.waits(seen).stream().allMatch(WaitSpan::isOver))
                .isPresent();
    }

    private static boolean isEndedByResolution(CaseTimeline timeline, ReplyClock clock, Instant seenAt) {
        return timeline.seenAt(seenAt)
                .filter(seen -> over(seen, clock.endedByResolution()) > over(seen, clock))
                .isPresent();
    }

    private static long over(CaseTimeline seen, CaseClock clock) {
        return clock.waits(seen).stream().filter(WaitSpan::isOver).count();
    }

    /**
     * Whether a case was closed without a resolution, be it after the instant: it may have been resolved long before, so that it cannot
     * be called open then.
     */
    private static boolean isEndLost(CaseTimeline timeline, CaseClock clock, Instant seenAt) {
        Optional<CaseTimeline> seen = timeline.seenAt(seenAt);
        if (seen.isEmpty() || !(clock instanceof ResolutionClock) || clock.equals(ResolutionClock.PER_CYCLE)) {
            return false;
        }
        int cycle = clock.equals(ResolutionClock.TO_FIRST)
                ? 0
                : seen.get().resolutionByCycle().size() - 1;
        return timeline.resolutionByCycle().get(cycle) == CaseTimeline.Resolution.UNKNOWN;
    }

    /** Whether there are enough waits to show figures. */
    BaseSize base() {
        return waits.isEmpty() ? BaseSize.SUPPRESSED : GRADING.grade(waits.openShare());
    }
}

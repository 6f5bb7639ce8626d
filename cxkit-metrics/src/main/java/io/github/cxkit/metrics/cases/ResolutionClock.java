package io.github.cxkit.metrics.cases;

import io.github.cxkit.metrics.time.WaitSpan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a case takes to be resolved.
 *
 * <p>The clock starts at the opening of the case or at the customer's first contact, whichever is earlier. A case opened at 9:00, resolved at 10:00,
 * reopened at 14:00 and resolved at 15:00 took 6 hours {@link #TO_LAST}, 1 hour {@link #TO_FIRST}, and 1 hour and 1 hour {@link #PER_CYCLE}.
 *
 * <ul>
 *   <li>A case neither resolved nor closed is a wait that goes on.
 *   <li>Closed, or reopened, without a resolution: the end is not known. There is no wait, neither open nor of 0; {@link CaseWaits#unknown()} counts them.
 *   <li>Neither opening nor contact is known: the start is not known, and such a case is counted there, too.
 *   <li>Resolved twice without a reopening between: the later resolution ends the cycle, the earlier one is the first.
 *   <li>Time on hold counts, unless {@link #withoutTimeOnHold()} says otherwise.
 *   <li>A contact after the resolution reopens nothing, for it may be a thank-you; only a reopening does.
 * </ul>
 */
public final class ResolutionClock implements CaseClock {

    private enum Which {
        TO_LAST("resolution"),
        TO_FIRST("first resolution"),
        PER_CYCLE("resolution per cycle");

        private final String label;

        Which(String label) {
            this.label = label;
        }
    }

    /** From the beginning of the case to the resolution that was not reopened, everything between included. */
    public static final ResolutionClock TO_LAST = new ResolutionClock(Which.TO_LAST, false);

    /** From the beginning of the case to its first resolution, whether it held or not. */
    public static final ResolutionClock TO_FIRST = new ResolutionClock(Which.TO_FIRST, false);

    /** One wait per cycle: the first from the beginning of the case, each later one from a reopening, to the resolution of that cycle. */
    public static final ResolutionClock PER_CYCLE = new ResolutionClock(Which.PER_CYCLE, false);

    private final Which which;
    private final boolean leavesOutHolds;

    private ResolutionClock(Which which, boolean leavesOutHolds) {
        this.which = which;
        this.leavesOutHolds = leavesOutHolds;
    }

    /**
     * Returns a copy that stands still while the case is on hold, as told by {@link CaseTimeline#holds()}: opened at 9:00, held from 10:00 to 12:00 and resolved at 13:00 is
     * 2 hours. It flatters, where the hold is not the customer's doing: the customer waits on.
     *
     * @return the copy
     */
    public ResolutionClock withoutTimeOnHold() {
        return new ResolutionClock(which, true);
    }

    @Override
    public String label() {
        return which.label + (leavesOutHolds ? " without time on hold" : "");
    }

    @Override
    public List<Optional<WaitSpan>> read(CaseTimeline timeline) {
        List<CaseTimeline.Cycle> cycles = timeline.cycles();
        CaseTimeline.Cycle first = cycles.get(0);
        CaseTimeline.Cycle last = cycles.get(cycles.size() - 1);
        List<Optional<WaitSpan>> waits = switch (which) {
            case TO_LAST -> List.of(read(first.start(), last, last.lastResolution()));
            case TO_FIRST -> List.of(read(first.start(), first, first.firstResolution()));
            case PER_CYCLE ->
                cycles.stream()
                        .map(cycle -> read(cycle.start(), cycle, cycle.lastResolution()))
                        .toList();
        };
        if (!leavesOutHolds) {
            return waits;
        }
        List<WaitSpan.Hold> holds = timeline.holds();
        return waits.stream()
                .map(read -> read.map(wait -> wait.withHolds(holds)))
                .toList();
    }

    private static Optional<WaitSpan> read(
            Optional<Instant> start, CaseTimeline.Cycle ending, Optional<Instant> resolution) {
        return start.filter(instant -> ending.resolution() != CaseTimeline.Resolution.UNKNOWN)
                .map(instant -> new WaitSpan(instant, resolution));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResolutionClock that && which == that.which && leavesOutHolds == that.leavesOutHolds;
    }

    @Override
    public int hashCode() {
        return Objects.hash(which, leavesOutHolds);
    }

    /**
     * Returns the label.
     *
     * @return for example {@code first resolution}
     */
    @Override
    public String toString() {
        return label();
    }
}

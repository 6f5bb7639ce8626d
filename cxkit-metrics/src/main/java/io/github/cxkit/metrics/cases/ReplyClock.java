package io.github.cxkit.metrics.cases;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseEvent.Kind;
import io.github.cxkit.metrics.time.WaitSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a customer waits for a reply.
 *
 * <p>The clock starts at a contact by the customer that finds no clock running: a message, or the opening or reopening of the case by the customer. It
 * stops at the next reply by a person. Messages at 9:00 and 9:30 and a reply at 10:00 are one wait of an hour.
 *
 * <pre>{@code
 * ReplyClock.FIRST.waits(timeline);
 * ReplyClock.ALL.countingBots().waits(timeline);
 * }</pre>
 *
 * <ul>
 *   <li>A reply before any contact, as when the company gets in touch first, is a reply to nothing. Without a contact there is no wait.
 *   <li>A reply at the instant of the contact, ordered after it, ends a wait of 0.
 *   <li>Only a reply ends the wait. A case that is resolved or closed without one has a customer who still waits, unless
 *       {@link #endedByResolution()} says otherwise.
 *   <li>After a reopening by the customer the wait is measured from the reopening, where all earlier contacts were answered; where one was not, the customer has
 *       waited since then. A reopening by the company starts no clock.
 *   <li>Time on hold counts, unless {@link #withoutTimeOnHold()} says otherwise.
 *   <li>The handing of a case from one to another neither starts nor stops the clock: the customer waits on.
 * </ul>
 */
public final class ReplyClock implements CaseClock {

    private enum Which {
        FIRST("first reply"),
        FIRST_OF_CYCLE("first reply per cycle"),
        LATER("later replies"),
        ALL("replies");

        private final String label;

        Which(String label) {
            this.label = label;
        }

        boolean includes(boolean isFirst, boolean isFirstOfCycle) {
            return switch (this) {
                case FIRST -> isFirst;
                case FIRST_OF_CYCLE -> isFirstOfCycle;
                case LATER -> !isFirst;
                case ALL -> true;
            };
        }
    }

    /** The wait that begins with the customer's first contact in the case; one or none per case. */
    public static final ReplyClock FIRST = new ReplyClock(Which.FIRST);

    /** The wait that begins with the customer's first contact in each cycle: since the beginning of the case, and since each reopening. */
    public static final ReplyClock FIRST_OF_CYCLE = new ReplyClock(Which.FIRST_OF_CYCLE);

    /** Every wait but the one that begins with the customer's first contact in the case. */
    public static final ReplyClock LATER = new ReplyClock(Which.LATER);

    /** Every wait. Figures are per wait, not per case: a case in which the customer wrote often weighs more. */
    public static final ReplyClock ALL = new ReplyClock(Which.ALL);

    private final Which which;
    private final boolean countsBots;
    private final boolean countsAcknowledgements;
    private final boolean endsByResolution;
    private final boolean fromLastContact;
    private final boolean leavesOutHolds;

    private ReplyClock(Which which) {
        this(which, false, false, false, false, false);
    }

    private ReplyClock(
            Which which,
            boolean countsBots,
            boolean countsAcknowledgements,
            boolean endsByResolution,
            boolean fromLastContact,
            boolean leavesOutHolds) {
        this.which = which;
        this.countsBots = countsBots;
        this.countsAcknowledgements = countsAcknowledgements;
        this.endsByResolution = endsByResolution;
        this.fromLastContact = fromLastContact;
        this.leavesOutHolds = leavesOutHolds;
    }

    /**
     * Returns a copy that is stopped by bots as well. Their acknowledgements need {@link #countingAcknowledgements()}, too.
     *
     * @return the copy
     */
    public ReplyClock countingBots() {
        return new ReplyClock(which, true, countsAcknowledgements, endsByResolution, fromLastContact, leavesOutHolds);
    }

    /**
     * Returns a copy that is stopped by confirmations of receipt as well. Those by bots need {@link #countingBots()}, too.
     *
     * @return the copy
     */
    public ReplyClock countingAcknowledgements() {
        return new ReplyClock(which, countsBots, true, endsByResolution, fromLastContact, leavesOutHolds);
    }

    /**
     * Returns a copy that is stopped by a resolution as well, whoever resolved the case. A closing without a resolution does not stop it.
     *
     * @return the copy
     */
    public ReplyClock endedByResolution() {
        return new ReplyClock(which, countsBots, countsAcknowledgements, true, fromLastContact, leavesOutHolds);
    }

    /**
     * Returns a copy that measures from the last of several contacts before a reply, instead of from the first. It flatters: a customer who asks
     * again is shown to have waited less.
     *
     * @return the copy
     */
    public ReplyClock fromLastContact() {
        return new ReplyClock(which, countsBots, countsAcknowledgements, endsByResolution, true, leavesOutHolds);
    }

    /**
     * Returns a copy that stands still while the case is on hold, as told by {@link CaseTimeline#holds()}. It flatters, where the hold is not the customer's doing: the
     * customer waits on.
     *
     * @return the copy
     */
    public ReplyClock withoutTimeOnHold() {
        return new ReplyClock(which, countsBots, countsAcknowledgements, endsByResolution, fromLastContact, true);
    }

    @Override
    public String label() {
        return which.label
                + (leavesOutHolds ? " without time on hold" : "")
                + (countsBots ? ", bots count" : "")
                + (countsAcknowledgements ? ", acknowledgements count" : "")
                + (endsByResolution ? ", or resolution" : "")
                + (fromLastContact ? ", from the last contact" : "");
    }

    @Override
    public List<Optional<WaitSpan>> read(CaseTimeline timeline) {
        List<WaitSpan.Hold> holds = leavesOutHolds ? timeline.holds() : List.of();
        List<Optional<WaitSpan>> waits = new ArrayList<>();
        boolean isWaiting = false;
        boolean isIncluded = false;
        boolean isFirst = true;
        boolean isFirstOfCycle = true;
        Instant since = Instant.MIN;
        for (CaseEvent event : timeline.events()) {
            isFirstOfCycle |= event.kind() == Kind.REOPENED;
            if (CaseTimeline.isContact(event)) {
                isIncluded = isWaiting ? isIncluded : which.includes(isFirst, isFirstOfCycle);
                since = isWaiting && !fromLastContact ? since : event.at();
                isWaiting = true;
                isFirst = false;
                isFirstOfCycle = false;
            } else if (isWaiting && stops(event)) {
                if (isIncluded) {
                    waits.add(Optional.of(WaitSpan.between(since, event.at()).withHolds(holds)));
                }
                isWaiting = false;
            }
        }
        if (isWaiting && isIncluded) {
            waits.add(Optional.of(WaitSpan.since(since).withHolds(holds)));
        }
        return waits;
    }

    private boolean stops(CaseEvent event) {
        return switch (event.kind()) {
            case REPLIED -> countsHandler(event);
            case ACKNOWLEDGED -> countsAcknowledgements && countsHandler(event);
            case RESOLVED -> endsByResolution;
            case OPENED, CONTACTED, ASSIGNED, HELD, RESUMED, REOPENED, CLOSED -> false;
        };
    }

    private boolean countsHandler(CaseEvent event) {
        return countsBots || CaseTimeline.isPersons(event);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReplyClock that
                && which == that.which
                && countsBots == that.countsBots
                && countsAcknowledgements == that.countsAcknowledgements
                && endsByResolution == that.endsByResolution
                && fromLastContact == that.fromLastContact
                && leavesOutHolds == that.leavesOutHolds;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                which, countsBots, countsAcknowledgements, endsByResolution, fromLastContact, leavesOutHolds);
    }

    /**
     * Returns the label.
     *
     * @return for example {@code first reply, bots count}
     */
    @Override
    public String toString() {
        return label();
    }
}

package io.github.cxkit.recovery;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.metrics.cases.CaseEffort;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.cases.ResolutionClock;
import io.github.cxkit.metrics.hours.OpeningHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One failure and how it was handled, as facts: what happened, what staff did, what was lost and given, what became of the customer.
 *
 * <pre>{@code
 * RecoveryCase refundCase = RecoveryCase.of(Failure.outcome())
 *         .withHandling(Handling.UNKNOWN
 *                 .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
 *                 .withContacts(3)
 *                 .withPromises(Promises.kept(2).outOf(3)))
 *         .withRedress(Redress.UNKNOWN
 *                 .withLoss(Loss.of(Money.parse("EUR 200")))
 *                 .withCompensation(Compensation.of(Money.parse("EUR 160")))
 *                 .withServiceAccepted(false));
 * }</pre>
 *
 * <ul>
 *   <li>What is not stated is not known, which is neither good nor bad; {@link #withNotApplicable} says that something cannot be asked of this case.
 *   <li>Contacts, hand-offs, channel switches, reopenings, first response and resolution are read from the events where there are any. Stating them as
 *       well is an error unless both agree.
 *   <li>Time on hold counts, for the customer waited. To hold a case or to take it up again is no contact.
 *   <li>How they are counted is said by {@link CaseEffort}. Two things are not known here where the events are silent: contacts and channel switches
 *       without any contact, and hand-offs without any person who was given the case or replied. A log in which nobody wrote, replied or acknowledged is one of
 *       statuses: it tells reopenings and the resolution, and not that the customer got in touch once.
 *   <li>What is not among the events may have happened, unless {@link #withEventsUntil} or {@link #withStatusesUntil} says that they are all there.
 *   <li>Where a report is stated, the clocks start there: the first response is the first reply by a person since, the resolution is the last one that
 *       no reopening follows. Otherwise they are {@link ReplyClock#FIRST} and {@link ResolutionClock#TO_LAST}.
 *   <li>Facts that contradict one another are refused when they are stated.
 * </ul>
 */
public final class RecoveryCase {

    private final Failure failure;
    private final CaseLog log;
    private final Handling stated;
    private final Treatment treatment;
    private final Redress redress;
    private final Aftermath aftermath;
    private final Set<Evidence> notApplicable;

    /** As stated and as the events tell. */
    private final Handling handling;

    private final CaseCounts told;

    private RecoveryCase(
            Failure failure,
            CaseLog log,
            Handling stated,
            Treatment treatment,
            Redress redress,
            Aftermath aftermath,
            Set<Evidence> notApplicable) {
        this.failure = Objects.requireNonNull(failure, "failure");
        this.log = log;
        this.stated = Objects.requireNonNull(stated, "handling");
        this.treatment = Objects.requireNonNull(treatment, "treatment");
        this.redress = Objects.requireNonNull(redress, "redress");
        this.aftermath = Objects.requireNonNull(aftermath, "aftermath");
        this.notApplicable = notApplicable;
        this.told = CaseCounts.of(log, failure.reportedAt());
        checkReport();
        this.handling = new Handling(
                agreed("first response", stated.firstResponse(), told.firstResponse()),
                agreed("resolution", stated.resolution(), told.resolution()),
                agreed("contacts", stated.contacts(), told.contacts()),
                agreed("hand-offs", stated.handOffs(), told.handOffs()),
                agreed("channel switches", stated.channelSwitches(), told.channelSwitches()),
                agreed("reopenings", stated.reopenings(), told.reopenings()),
                stated.promises(),
                stated.choiceOffered());
        for (Evidence evidence : notApplicable) {
            if (isStated(evidence)) {
                throw new IllegalArgumentException(
                        evidence.label() + " must be stated or not applicable, but was both");
            }
        }
        if (notApplicable.size() == Evidence.values().length) {
            throw new IllegalArgumentException("at least one piece of evidence must apply, but none does");
        }
    }

    /** A report is no later than the first contact, the conclusive resolution, and when the case was seen. */
    private void checkReport() {
        failure.reportedAt().ifPresent(reported -> {
            told.firstContact().filter(contact -> contact.isBefore(reported)).ifPresent(contact -> {
                throw new IllegalArgumentException("failure must be reported at the customer's first contact, "
                        + contact + ", or earlier, but was reported at " + reported);
            });
            told.conclusion().filter(at -> at.isBefore(reported)).ifPresent(at -> {
                throw new IllegalArgumentException(
                        "resolution must be at the report, " + reported + ", or later, but was at " + at);
            });
            log.seenAt().filter(at -> at.isBefore(reported)).ifPresent(at -> {
                throw new IllegalArgumentException(
                        "case must be seen at the report, " + reported + ", or later, but was at " + at);
            });
        });
    }

    private static OptionalInt agreed(String name, OptionalInt stated, OptionalInt told) {
        if (stated.isPresent() && told.isPresent() && !stated.equals(told)) {
            throw disagree(name, told.getAsInt(), stated.getAsInt());
        }
        return stated.isPresent() ? stated : told;
    }

    private static Optional<Promptness> agreed(String name, Optional<Promptness> stated, CaseCounts.Course course) {
        Optional<Duration> told = course.took();
        if (told.isEmpty()) {
            course.waited().flatMap(waited -> stated.flatMap(Promptness::took)).ifPresent(took -> {
                throw disagree(name + " time", "open", took);
            });
            return stated;
        }
        stated.flatMap(Promptness::took)
                .filter(took -> !took.equals(told.get()))
                .ifPresent(took -> {
                    throw disagree(name + " time", told.get(), took);
                });
        return Optional.of(
                stated.map(promptness -> promptness.withTook(told.get())).orElseGet(() -> Promptness.took(told.get())));
    }

    private static IllegalArgumentException disagree(String name, Object told, Object stated) {
        return new IllegalArgumentException(name + " must be " + told + " as the events tell, but was stated as "
                + stated + "\nMaybe state it only for cases without events.");
    }

    /** Whether a fact of this evidence was stated, which contradicts that it does not apply. */
    private boolean isStated(Evidence evidence) {
        return switch (evidence) {
            case FIRST_RESPONSE -> stated.firstResponse().isPresent();
            case RESOLUTION -> stated.resolution().isPresent();
            case CONTACTS -> stated.contacts().isPresent();
            case HAND_OFFS ->
                stated.handOffs().isPresent() || stated.channelSwitches().isPresent();
            case REOPENINGS -> stated.reopenings().isPresent();
            case PROMISES -> stated.promises().filter(p -> p.made() > 0).isPresent();
            case CHOICE -> stated.choiceOffered().isPresent();
            case APOLOGY -> treatment.apology().isPresent();
            case COURTESY -> treatment.courtesy().isPresent();
            case EFFORT -> treatment.effort().isPresent();
            case EXPLANATION -> treatment.explanation().isPresent();
            case REDRESS ->
                redress.loss()
                        .filter(loss -> loss.amount().compareTo(BigDecimal.ZERO) > 0)
                        .isPresent();
        };
    }

    /**
     * Returns the case of a failure, of whose handling nothing is known yet.
     *
     * @param failure the failure
     * @return the case
     */
    public static RecoveryCase of(Failure failure) {
        return new RecoveryCase(
                failure,
                CaseLog.NONE,
                Handling.UNKNOWN,
                Treatment.UNKNOWN,
                Redress.UNKNOWN,
                Aftermath.UNKNOWN,
                Set.of());
    }

    /**
     * Returns the case of a failure of which only the report is known.
     *
     * @param at when the customer reported it
     * @return the case
     */
    public static RecoveryCase reported(Instant at) {
        return of(Failure.unclassified().withReportedAt(at));
    }

    /**
     * Returns a copy with the events of the case, in any order.
     *
     * @param newEvents the events, all of one case
     * @return the copy
     * @throws IllegalArgumentException if they cannot be a {@link CaseTimeline}, if the report is later than the first contact or the conclusive
     *     resolution, or if they contradict a fact stated before
     */
    public RecoveryCase withEvents(Collection<CaseEvent> newEvents) {
        return with(log.with(newEvents));
    }

    /**
     * Returns a copy that says that all replies and resolutions until an instant are among the events, so that silence is known to be silence. A promise of a
     * reply or a resolution that was due by then and not met is a breach: it counts, at best as if it had been met a moment later
     * ({@link CaseFairness.Note#BREACHED_UNANSWERED}). One that was not yet due is not known.
     *
     * <p>With 4 hours promised for the first reply and none after 12, its utility is between 0 and 0.25, and the point takes 0.25.
     *
     * <ul>
     *   <li>A case that was reopened and not resolved since is not resolved. One that was closed without being resolved is not known.
     *   <li>Where nobody of the staff is among the events there was no hand-off.
     *   <li>Once its promises are due, no reply or resolution that is taken away raises the points of a case or takes them away, and no later look does, as
     *       long as hand-offs are not read from the reply that is gone.
     * </ul>
     *
     * @param seenAt until when the events tell everything
     * @return the copy
     * @throws IllegalArgumentException if an event or the report is later, only the statuses were said to be known, or a time is stated for what has not come
     */
    public RecoveryCase withEventsUntil(Instant seenAt) {
        return with(log.until(seenAt, CaseLog.Extent.EVENTS));
    }

    /**
     * Returns a copy that says that all changes of status until an instant are among the events, and that replies and contacts need not be: as
     * {@link #withEventsUntil}, for the resolution alone.
     *
     * @param seenAt until when the statuses tell everything
     * @return the copy
     * @throws IllegalArgumentException if an event or the report is later, all events were said to be known, or a time is stated for a resolution that has
     *     not come
     */
    public RecoveryCase withStatusesUntil(Instant seenAt) {
        return with(log.until(seenAt, CaseLog.Extent.STATUSES));
    }

    /**
     * Returns a copy of which the events are read in open time: reply, resolution and when the case was seen. What was promised, and a time that is stated, are
     * then open time too.
     *
     * <p>From Friday 16:30 to Monday 09:30 it is 1 hour where one is open from Monday to Friday from 9 to 17.
     *
     * @param hours when one is open
     * @return the copy
     * @throws IllegalArgumentException if a time stated before is not the open time that the events tell
     */
    public RecoveryCase withOpeningHours(OpeningHours hours) {
        return with(log.in(hours));
    }

    private RecoveryCase with(CaseLog newLog) {
        return new RecoveryCase(failure, newLog, stated, treatment, redress, aftermath, notApplicable);
    }

    /** How long a reply or a resolution had been waited for in vain when the case was seen. */
    Optional<Duration> waitedInVain(Evidence evidence) {
        return switch (evidence) {
            case FIRST_RESPONSE -> told.firstResponse().waited();
            case RESOLUTION -> told.resolution().waited();
            default -> Optional.empty();
        };
    }

    /**
     * Returns a copy with how the case was handled, in place of what was stated of it before.
     *
     * @param newHandling the facts
     * @return the copy
     * @throws IllegalArgumentException if it contradicts the events, or states what was declared not applicable
     */
    public RecoveryCase withHandling(Handling newHandling) {
        return new RecoveryCase(failure, log, newHandling, treatment, redress, aftermath, notApplicable);
    }

    /**
     * Returns a copy with how staff met the customer, in place of what was stated of it before.
     *
     * @param newTreatment the facts
     * @return the copy
     * @throws IllegalArgumentException if it states what was declared not applicable
     */
    public RecoveryCase withTreatment(Treatment newTreatment) {
        return new RecoveryCase(failure, log, stated, newTreatment, redress, aftermath, notApplicable);
    }

    /**
     * Returns a copy with what was lost and given, in place of what was stated of it before.
     *
     * @param newRedress the facts
     * @return the copy
     * @throws IllegalArgumentException if the loss is above 0 though redress was declared not applicable
     */
    public RecoveryCase withRedress(Redress newRedress) {
        return new RecoveryCase(failure, log, stated, treatment, newRedress, aftermath, notApplicable);
    }

    /**
     * Returns a copy with what became of the customer, in place of what was stated of it before; it changes no observed points.
     *
     * @param newAftermath the facts
     * @return the copy
     */
    public RecoveryCase withAftermath(Aftermath newAftermath) {
        return new RecoveryCase(failure, log, stated, treatment, redress, newAftermath, notApplicable);
    }

    /**
     * Returns a copy that says what cannot be asked of this case; such evidence leaves the score, and what events tell of it is passed over.
     *
     * @param evidence the pieces of evidence, beside those named before
     * @return the copy
     * @throws IllegalArgumentException if one of them was stated, or none is left that applies
     */
    public RecoveryCase withNotApplicable(Evidence... evidence) {
        Set<Evidence> all = EnumSet.noneOf(Evidence.class);
        all.addAll(notApplicable);
        Collections.addAll(all, evidence);
        return new RecoveryCase(failure, log, stated, treatment, redress, aftermath, Collections.unmodifiableSet(all));
    }

    /**
     * Returns the failure.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }

    /**
     * Returns the events.
     *
     * @return the events in their order, unmodifiable; none where none were stated
     */
    public List<CaseEvent> events() {
        return log.events();
    }

    /**
     * Returns how the case was handled, as stated or as the events tell. Given back to {@link #withHandling} all of it counts as stated.
     *
     * @return the facts
     */
    public Handling handling() {
        return handling;
    }

    /**
     * Returns how staff met the customer.
     *
     * @return the facts
     */
    public Treatment treatment() {
        return treatment;
    }

    /**
     * Returns what was lost and given.
     *
     * @return the facts
     */
    public Redress redress() {
        return redress;
    }

    /**
     * Returns what became of the customer.
     *
     * @return the facts
     */
    public Aftermath aftermath() {
        return aftermath;
    }

    /**
     * Returns what was declared not to apply.
     *
     * @return the pieces of evidence, unmodifiable
     */
    public Set<Evidence> notApplicable() {
        return notApplicable;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecoveryCase that
                && failure.equals(that.failure)
                && log.equals(that.log)
                && stated.equals(that.stated)
                && treatment.equals(that.treatment)
                && redress.equals(that.redress)
                && aftermath.equals(that.aftermath)
                && notApplicable.equals(that.notApplicable);
    }

    @Override
    public int hashCode() {
        return Objects.hash(failure, log, stated, treatment, redress, aftermath, notApplicable);
    }

    /**
     * Returns the failure and the number of events.
     *
     * @return for example {@code RecoveryCase[Failure[OUTCOME], 5 events]}
     */
    @Override
    public String toString() {
        return "RecoveryCase[" + failure + ", " + log.events().size() + " events]";
    }
}

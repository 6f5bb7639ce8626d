package io.github.cxkit.recovery;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.metrics.cases.CaseEffort;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.cases.ResolutionClock;
import io.github.cxkit.metrics.numbers.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One failure and how it was handled, as facts: what happened, what staff did, what was lost and given, what the customer said.
 *
 * <pre>{@code
 * RecoveryCase refundCase = RecoveryCase.of(Failure.outcome())
 *         .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
 *         .withContacts(3)
 *         .withPromises(Promises.kept(2).outOf(3))
 *         .withLoss(Loss.of(Money.parse("EUR 200")))
 *         .withCompensation(Compensation.of(Money.parse("EUR 160")))
 *         .withServiceAccepted(false);
 * }</pre>
 *
 * <ul>
 *   <li>What is not stated is not known, which is neither good nor bad; {@link #withNotApplicable} says that something cannot be asked of this case.
 *   <li>Contacts, hand-offs, channel switches, reopenings, first response and resolution are read from the events where there are any. Stating them as
 *       well is an error unless both agree.
 *   <li>How they are counted is said by {@link CaseEffort}. Two things are not known here where the events are silent: contacts and channel switches
 *       without any contact, and hand-offs without any person who was given the case or replied.
 *   <li>Where a report is stated, the clocks start there: the first response is the first reply by a person since, the resolution is the last one that
 *       no reopening follows. Otherwise they are {@link ReplyClock#FIRST} and {@link ResolutionClock#TO_LAST}.
 *   <li>Facts that contradict one another are refused when they are stated.
 * </ul>
 */
public final class RecoveryCase {

    private final CaseFacts facts;
    private final CaseCounts told;

    private RecoveryCase(CaseFacts facts) {
        this.facts = facts;
        this.told = facts.check();
    }

    /**
     * Returns the case of a failure, of whose handling nothing is known yet.
     *
     * @param failure the failure
     * @return the case
     */
    public static RecoveryCase of(Failure failure) {
        return new RecoveryCase(new CaseFacts(Objects.requireNonNull(failure, "failure")));
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

    private RecoveryCase with(Consumer<CaseFacts> change) {
        CaseFacts copy = facts.copy();
        change.accept(copy);
        return new RecoveryCase(copy);
    }

    /**
     * Returns a copy with the events of the case, in any order.
     *
     * @param events the events, all of one case
     * @return the copy
     * @throws IllegalArgumentException if they cannot be a {@link CaseTimeline}, if the report is later than the first contact or the conclusive
     *     resolution, or if they contradict a fact stated before
     */
    public RecoveryCase withEvents(Collection<CaseEvent> events) {
        return with(f -> f.setEvents(events));
    }

    /**
     * Returns a copy with how long the first answer by a person took, or may take.
     *
     * @param promptness how long it took and may take
     * @return the copy
     * @throws IllegalArgumentException if it contradicts the events, or it was declared not applicable
     */
    public RecoveryCase withFirstResponse(Promptness promptness) {
        return with(f -> f.firstResponse = Objects.requireNonNull(promptness, "promptness"));
    }

    /**
     * Returns a copy with how long the conclusive resolution took, or may take.
     *
     * @param promptness how long it took and may take
     * @return the copy
     * @throws IllegalArgumentException if it contradicts the events, or it was declared not applicable
     */
    public RecoveryCase withResolution(Promptness promptness) {
        return with(f -> f.resolution = Objects.requireNonNull(promptness, "promptness"));
    }

    /**
     * Returns a copy with the number of the customer's contacts about the issue.
     *
     * @param number 0 or more
     * @return the copy
     * @throws IllegalArgumentException if it is negative or contradicts the events, or it was declared not applicable
     */
    public RecoveryCase withContacts(int number) {
        return with(f -> f.contacts = Checks.count(number, "contacts"));
    }

    /**
     * Returns a copy with the number of times that the case passed from one person to another.
     *
     * @param number 0 or more
     * @return the copy
     * @throws IllegalArgumentException if it is negative or contradicts the events, or it was declared not applicable
     */
    public RecoveryCase withHandOffs(int number) {
        return with(f -> f.handOffs = Checks.count(number, "hand-offs"));
    }

    /**
     * Returns a copy with the number of times that the customer had to change the channel.
     *
     * @param number 0 or more
     * @return the copy
     * @throws IllegalArgumentException if it is negative or contradicts the events, or it was declared not applicable
     */
    public RecoveryCase withChannelSwitches(int number) {
        return with(f -> f.channelSwitches = Checks.count(number, "channel switches"));
    }

    /**
     * Returns a copy with the number of times that the matter turned out not to be settled.
     *
     * @param number 0 or more
     * @return the copy
     * @throws IllegalArgumentException if it is negative or contradicts the events, or it was declared not applicable
     */
    public RecoveryCase withReopenings(int number) {
        return with(f -> f.reopenings = Checks.count(number, "reopenings"));
    }

    /**
     * Returns a copy with the promises made and kept.
     *
     * @param promises how many of how many
     * @return the copy
     * @throws IllegalArgumentException if it was declared not applicable though there were promises
     */
    public RecoveryCase withPromises(Promises promises) {
        return with(f -> f.promises = Objects.requireNonNull(promises, "promises"));
    }

    /**
     * Returns a copy that says whether the customer was offered a choice.
     *
     * @param offered whether one was offered
     * @return the copy
     * @throws IllegalArgumentException if it was declared not applicable
     */
    public RecoveryCase withChoiceOffered(boolean offered) {
        return with(f -> f.choiceOffered = offered);
    }

    /**
     * Returns a copy with the first apology, or with {@link Apology#NONE}.
     *
     * @param apology the apology
     * @return the copy
     * @throws IllegalArgumentException if it was declared not applicable
     */
    public RecoveryCase withApology(Apology apology) {
        return with(f -> f.apology = Objects.requireNonNull(apology, "apology"));
    }

    /**
     * Returns a copy with how courteous staff were.
     *
     * @param level from 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if it is not in [0, 1], or it was declared not applicable
     */
    public RecoveryCase withCourtesy(double level) {
        return with(f -> f.courtesy = Checks.share(level, "courtesy"));
    }

    /**
     * Returns a copy with how much effort staff put in and how far they owned the matter.
     *
     * @param level from 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if it is not in [0, 1], or it was declared not applicable
     */
    public RecoveryCase withEffort(double level) {
        return with(f -> f.effort = Checks.share(level, "effort"));
    }

    /**
     * Returns a copy with how well the failure was explained.
     *
     * @param level from 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if it is not in [0, 1], or it was declared not applicable
     */
    public RecoveryCase withExplanation(double level) {
        return with(f -> f.explanation = Checks.share(level, "explanation"));
    }

    /**
     * Returns a copy with the wrongs that were done; with none, it is known that there were none.
     *
     * @param violations the violations, perhaps none
     * @return the copy
     */
    public RecoveryCase withViolations(Violation... violations) {
        Set<Violation> set = EnumSet.noneOf(Violation.class);
        Collections.addAll(set, violations);
        return with(f -> f.violations = Collections.unmodifiableSet(set));
    }

    /**
     * Returns a copy with what the failure cost the customer.
     *
     * @param loss the loss
     * @return the copy
     * @throws IllegalArgumentException if the compensation is in another currency, or it is above 0 though redress was declared not applicable
     */
    public RecoveryCase withLoss(Loss loss) {
        return with(f -> f.loss = Objects.requireNonNull(loss, "loss"));
    }

    /**
     * Returns a copy with what the customer was given.
     *
     * @param compensation the compensation
     * @return the copy
     * @throws IllegalArgumentException if the loss is in another currency
     */
    public RecoveryCase withCompensation(Compensation compensation) {
        return with(f -> f.compensation = Objects.requireNonNull(compensation, "compensation"));
    }

    /**
     * Returns a copy that says whether the customer took the flawed service nevertheless.
     *
     * @param accepted true if accepted, false if rejected
     * @return the copy
     */
    public RecoveryCase withServiceAccepted(boolean accepted) {
        return with(f -> f.serviceAccepted = accepted);
    }

    /**
     * Returns a copy that says whether the core problem was fixed.
     *
     * @param fixed whether it was fixed
     * @return the copy
     */
    public RecoveryCase withCoreProblemFixed(boolean fixed) {
        return with(f -> f.coreProblemFixed = fixed);
    }

    /**
     * Returns a copy with the customer's answer to a survey item; it replaces an earlier answer to the same item.
     *
     * @param item the item
     * @param answer the answer, also a missing one
     * @return the copy
     * @throws IllegalArgumentException if the answer is not a point of the item's scale
     */
    public RecoveryCase withAnswer(PerceivedFairness.Item item, Answer answer) {
        Answer checked = item.check(answer);
        return with(f -> f.answers.put(item, checked));
    }

    /**
     * Returns a copy with how satisfied the customer was with the recovery, on the caller's scale; an outcome, which changes no score.
     *
     * @param rating the rating, finite
     * @return the copy
     * @throws IllegalArgumentException if the rating is infinite or NaN
     */
    public RecoveryCase withSatisfaction(double rating) {
        if (!Double.isFinite(rating)) {
            throw new IllegalArgumentException("satisfaction must be finite, but was " + rating);
        }
        return with(f -> f.satisfaction = rating);
    }

    /**
     * Returns a copy that says whether the customer stayed; an outcome, which changes no score.
     *
     * @param kept true if kept, false if lost
     * @return the copy
     */
    public RecoveryCase withCustomerKept(boolean kept) {
        return with(f -> f.customerKept = kept);
    }

    /**
     * Returns a copy that says what cannot be asked of this case; such evidence leaves the score, and what events tell of it is passed over.
     *
     * @param evidence the pieces of evidence
     * @return the copy
     * @throws IllegalArgumentException if one of them was stated, or none is left that applies
     */
    public RecoveryCase withNotApplicable(Evidence... evidence) {
        return with(f -> Collections.addAll(f.notApplicable, evidence));
    }

    /** A copy that no longer knows what was stated of this evidence; what events tell stays. */
    RecoveryCase without(Evidence evidence) {
        return with(f -> f.forget(evidence));
    }

    /**
     * Returns the failure.
     *
     * @return the failure
     */
    public Failure failure() {
        return facts.failure;
    }

    /**
     * Returns the events.
     *
     * @return the events in their order, unmodifiable; none where none were stated
     */
    public List<CaseEvent> events() {
        return facts.events;
    }

    /**
     * Returns how long the first answer by a person took and may take, as stated or as the events tell.
     *
     * @return the promptness, if anything of it is known
     */
    public Optional<Promptness> firstResponse() {
        return promptness(facts.firstResponse, told.firstResponse());
    }

    /**
     * Returns how long the conclusive resolution took and may take, as stated or as the events tell.
     *
     * @return the promptness, if anything of it is known
     */
    public Optional<Promptness> resolution() {
        return promptness(facts.resolution, told.resolution());
    }

    private static Optional<Promptness> promptness(@Nullable Promptness stated, Optional<Duration> tookByEvents) {
        if (stated == null) {
            return tookByEvents.map(Promptness::took);
        }
        return Optional.of(tookByEvents.map(stated::withTook).orElse(stated));
    }

    private static OptionalInt number(@Nullable Integer stated, OptionalInt byEvents) {
        return stated == null ? byEvents : OptionalInt.of(stated);
    }

    /**
     * Returns the number of the customer's contacts, as stated or as the events tell.
     *
     * @return 0 or more, if known
     */
    public OptionalInt contacts() {
        return number(facts.contacts, told.contacts());
    }

    /**
     * Returns how often the case passed from one person to another, as stated or as the events tell.
     *
     * @return 0 or more, if known
     */
    public OptionalInt handOffs() {
        return number(facts.handOffs, told.handOffs());
    }

    /**
     * Returns how often the customer had to change the channel, as stated or as the events tell.
     *
     * @return 0 or more, if known
     */
    public OptionalInt channelSwitches() {
        return number(facts.channelSwitches, told.channelSwitches());
    }

    /**
     * Returns how often the matter turned out not to be settled, as stated or as the events tell.
     *
     * @return 0 or more, if known
     */
    public OptionalInt reopenings() {
        return number(facts.reopenings, told.reopenings());
    }

    /**
     * Returns the promises made and kept.
     *
     * @return the promises, if known
     */
    public Optional<Promises> promises() {
        return Optional.ofNullable(facts.promises);
    }

    /**
     * Returns whether the customer was offered a choice.
     *
     * @return true or false, if known
     */
    public Optional<Boolean> choiceOffered() {
        return Optional.ofNullable(facts.choiceOffered);
    }

    /**
     * Returns the first apology.
     *
     * @return the apology, if known
     */
    public Optional<Apology> apology() {
        return Optional.ofNullable(facts.apology);
    }

    private static OptionalDouble level(@Nullable Double stated) {
        return stated == null ? OptionalDouble.empty() : OptionalDouble.of(stated);
    }

    /**
     * Returns how courteous staff were.
     *
     * @return from 0 to 1, if known
     */
    public OptionalDouble courtesy() {
        return level(facts.courtesy);
    }

    /**
     * Returns how much effort staff put in.
     *
     * @return from 0 to 1, if known
     */
    public OptionalDouble effort() {
        return level(facts.effort);
    }

    /**
     * Returns how well the failure was explained.
     *
     * @return from 0 to 1, if known
     */
    public OptionalDouble explanation() {
        return level(facts.explanation);
    }

    /**
     * Returns the wrongs that were reported.
     *
     * @return the violations, perhaps none; empty where nothing was said about them
     */
    public Optional<Set<Violation>> violations() {
        return Optional.ofNullable(facts.violations);
    }

    /**
     * Returns what the failure cost the customer.
     *
     * @return the loss, if known
     */
    public Optional<Loss> loss() {
        return Optional.ofNullable(facts.loss);
    }

    /**
     * Returns what the customer was given.
     *
     * @return the compensation, if known
     */
    public Optional<Compensation> compensation() {
        return Optional.ofNullable(facts.compensation);
    }

    /**
     * Returns whether the customer took the flawed service nevertheless.
     *
     * @return true or false, if known
     */
    public Optional<Boolean> serviceAccepted() {
        return Optional.ofNullable(facts.serviceAccepted);
    }

    /**
     * Returns whether the core problem was fixed.
     *
     * @return true or false, if known
     */
    public Optional<Boolean> coreProblemFixed() {
        return Optional.ofNullable(facts.coreProblemFixed);
    }

    /**
     * Returns whether the customer stayed.
     *
     * @return true or false, if known
     */
    public Optional<Boolean> customerKept() {
        return Optional.ofNullable(facts.customerKept);
    }

    /**
     * Returns how satisfied the customer was with the recovery.
     *
     * @return the rating on the caller's scale, if known
     */
    public OptionalDouble satisfaction() {
        return level(facts.satisfaction);
    }

    /**
     * Returns the customer's answers to survey items.
     *
     * @return the answers by item, unmodifiable
     */
    public Map<PerceivedFairness.Item, Answer> answers() {
        return Collections.unmodifiableMap(facts.answers);
    }

    /**
     * Returns what was declared not to apply.
     *
     * @return the pieces of evidence, unmodifiable
     */
    public Set<Evidence> notApplicable() {
        return Collections.unmodifiableSet(facts.notApplicable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecoveryCase that && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    /**
     * Returns the failure and the number of events.
     *
     * @return for example {@code RecoveryCase[Failure[OUTCOME], 5 events]}
     */
    @Override
    public String toString() {
        return "RecoveryCase[" + facts.failure + ", " + facts.events.size() + " events]";
    }
}

package io.github.cxkit.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One meeting of a customer and the company at a touchpoint: a call, an exchange of e-mails, a visit.
 *
 * <pre>{@code
 * Interaction.startedBy(Party.CUSTOMER, customer, helpline, nineOClock)
 *         .withHandler(Handler.person().withTeam("billing"))
 *         .withEnd(tenPastNine)
 *         .withCase(CaseId.of("T-7"));
 * }</pre>
 */
public final class Interaction {

    private final Party initiator;
    private final Customer customer;
    private final Touchpoint touchpoint;
    private final Instant startedAt;
    private final Optional<Instant> endedAt;
    private final Optional<Handler> handler;
    private final Optional<CaseId> caseId;
    private final Optional<String> topic;

    private Interaction(
            Party initiator,
            Customer customer,
            Touchpoint touchpoint,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<Handler> handler,
            Optional<CaseId> caseId,
            Optional<String> topic) {
        this.initiator = initiator;
        this.customer = customer;
        this.touchpoint = touchpoint;
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.handler = handler;
        this.caseId = caseId;
        this.topic = topic;
    }

    /**
     * Returns an interaction that has begun and, as far as is known, not ended.
     *
     * @param initiator who began it: the customer, or the company
     * @param customer the customer
     * @param touchpoint where they met
     * @param startedAt when it began
     * @return the interaction
     */
    public static Interaction startedBy(Party initiator, Customer customer, Touchpoint touchpoint, Instant startedAt) {
        return new Interaction(
                Objects.requireNonNull(initiator, "initiator"),
                Objects.requireNonNull(customer, "customer"),
                Objects.requireNonNull(touchpoint, "touchpoint"),
                Objects.requireNonNull(startedAt, "startedAt"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns a copy that has ended.
     *
     * @param newEndedAt when it ended; the instant it began is allowed, as for a letter
     * @return the copy
     * @throws IllegalArgumentException if the end is before the start; the message names both
     */
    public Interaction withEnd(Instant newEndedAt) {
        Objects.requireNonNull(newEndedAt, "endedAt");
        if (newEndedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException(
                    "endedAt must not be before startedAt " + startedAt + ", but was " + newEndedAt);
        }
        return new Interaction(
                initiator, customer, touchpoint, startedAt, Optional.of(newEndedAt), handler, caseId, topic);
    }

    /**
     * Returns a copy that says who dealt with the customer.
     *
     * @param newHandler the handler
     * @return the copy
     */
    public Interaction withHandler(Handler newHandler) {
        return new Interaction(
                initiator, customer, touchpoint, startedAt, endedAt, Optional.of(newHandler), caseId, topic);
    }

    /**
     * Returns a copy that belongs to a case.
     *
     * @param newCaseId the case
     * @return the copy
     */
    public Interaction withCase(CaseId newCaseId) {
        return new Interaction(
                initiator, customer, touchpoint, startedAt, endedAt, handler, Optional.of(newCaseId), topic);
    }

    /**
     * Returns a copy that says what it was about.
     *
     * @param newTopic the topic, not blank: a category such as {@code "refund"}, not free text
     * @return the copy
     * @throws IllegalArgumentException if the topic is blank
     */
    public Interaction withTopic(String newTopic) {
        return new Interaction(
                initiator,
                customer,
                touchpoint,
                startedAt,
                endedAt,
                handler,
                caseId,
                Optional.of(Checks.notBlank(newTopic, "topic")));
    }

    /**
     * Returns the contact and the reply that this interaction adds to its case, in order of time.
     *
     * <ul>
     *   <li>Begun by the customer: {@link CaseEvent.Kind#CONTACTED} at its start; and, where a person or a bot handled it and
     *       it has ended, {@link CaseEvent.Kind#REPLIED} by that handler at its end, for the customer has the answer by then and
     *       not surely before.
     *   <li>Begun by the company: {@link CaseEvent.Kind#REPLIED} by its handler at its start, where a person or a bot handled
     *       it.
     *   <li>Handled by self-service, or by nobody known: no reply.
     * </ul>
     *
     * @param firstSequence the sequence number of the first event; the second gets the next one
     * @return none, one or two events, over the touchpoint's channel
     * @throws IllegalStateException if this interaction belongs to no case
     */
    public List<CaseEvent> caseEvents(long firstSequence) {
        CaseId id = caseId.orElseThrow(() -> new IllegalStateException(
                "an interaction without a case has no case events; say which with withCase(…)"));
        List<CaseEvent> events = new ArrayList<>(2);
        if (initiator == Party.CUSTOMER) {
            events.add(CaseEvent.contacted(id, startedAt, firstSequence));
        }
        Optional<Instant> repliedAt = initiator == Party.CUSTOMER ? endedAt : Optional.of(startedAt);
        Optional<Handler> replier = handler.filter(h -> h.kind() != Handler.Kind.SELF_SERVICE);
        if (repliedAt.isPresent() && replier.isPresent()) {
            events.add(CaseEvent.replied(id, repliedAt.get(), firstSequence + events.size(), replier.get()));
        }
        return events.stream()
                .map(event -> event.withChannel(touchpoint.channel()))
                .toList();
    }

    /**
     * Returns who began the interaction.
     *
     * @return the customer or the company
     */
    public Party initiator() {
        return initiator;
    }

    /**
     * Returns the customer.
     *
     * @return the customer
     */
    public Customer customer() {
        return customer;
    }

    /**
     * Returns where customer and company met.
     *
     * @return the touchpoint
     */
    public Touchpoint touchpoint() {
        return touchpoint;
    }

    /**
     * Returns when it began.
     *
     * @return the instant
     */
    public Instant startedAt() {
        return startedAt;
    }

    /**
     * Returns when it ended, empty while it goes on or where that is not known.
     *
     * @return the instant, not before {@link #startedAt()}
     */
    public Optional<Instant> endedAt() {
        return endedAt;
    }

    /**
     * Returns who dealt with the customer, if that is known.
     *
     * @return the handler
     */
    public Optional<Handler> handler() {
        return handler;
    }

    /**
     * Returns the case it belongs to, if any.
     *
     * @return the case
     */
    public Optional<CaseId> caseId() {
        return caseId;
    }

    /**
     * Returns what it was about, if that is known.
     *
     * @return the topic
     */
    public Optional<String> topic() {
        return topic;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interaction that
                && initiator == that.initiator
                && customer.equals(that.customer)
                && touchpoint.equals(that.touchpoint)
                && startedAt.equals(that.startedAt)
                && endedAt.equals(that.endedAt)
                && handler.equals(that.handler)
                && caseId.equals(that.caseId)
                && topic.equals(that.topic);
    }

    @Override
    public int hashCode() {
        return Objects.hash(initiator, customer, touchpoint, startedAt, endedAt, handler, caseId, topic);
    }

    /**
     * Shows where, when and by whom it was begun; no id.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "Interaction[" + touchpoint.name() + " over " + touchpoint.channel() + ", begun by " + initiator + " at "
                + startedAt + endedAt.map(end -> ", ended " + end).orElse("") + "]";
    }
}

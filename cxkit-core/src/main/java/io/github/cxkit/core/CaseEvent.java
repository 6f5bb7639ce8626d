package io.github.cxkit.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened in a case (ticket, complaint, claim).
 *
 * <p>Each factory method is named for what happened. Events of a case are ordered by {@link #ORDER}: by time, and at the same
 * instant by the sequence number that the caller gives, so that the order of rows in a file decides nothing.
 *
 * <pre>{@code
 * CaseEvent.opened(id, nineOClock, 1, Party.CUSTOMER).withChannel(Channel.EMAIL);
 * CaseEvent.replied(id, tenOClock, 2, Handler.person().withId("a-17"));
 * }</pre>
 */
public final class CaseEvent {

    /** What may happen in a case. */
    public enum Kind {
        /** The case began to exist. */
        OPENED,
        /** The customer got in touch. */
        CONTACTED,
        /** The company answered the customer. */
        REPLIED,
        /** The company confirmed receipt without answering. */
        ACKNOWLEDGED,
        /** The case was given to the handler named. */
        ASSIGNED,
        /** Work on the case was put off, such as until the customer or a supplier has answered. */
        HELD,
        /** Work on the case went on. */
        RESUMED,
        /** The matter was held to be settled. */
        RESOLVED,
        /** The matter turned out not to be settled. */
        REOPENED,
        /** The case was put away. */
        CLOSED
    }

    /** By time, then by sequence number; events of different cases are not told apart. */
    public static final Comparator<CaseEvent> ORDER =
            Comparator.comparing(CaseEvent::at).thenComparingLong(CaseEvent::sequence);

    private final Kind kind;
    private final CaseId caseId;
    private final Instant at;
    private final long sequence;
    private final Party party;
    private final Optional<Handler> handler;
    private final Optional<Channel> channel;

    private CaseEvent(
            Kind kind,
            CaseId caseId,
            Instant at,
            long sequence,
            Party party,
            Optional<Handler> handler,
            Optional<Channel> channel) {
        this.kind = kind;
        this.caseId = Objects.requireNonNull(caseId, "caseId");
        this.at = Objects.requireNonNull(at, "at");
        this.sequence = sequence;
        this.party = Objects.requireNonNull(party, "by");
        this.handler = handler;
        this.channel = channel;
    }

    private static CaseEvent byCompany(Kind kind, CaseId caseId, Instant at, long sequence, Handler handler) {
        Objects.requireNonNull(handler, "handler");
        if (handler.kind() == Handler.Kind.SELF_SERVICE) {
            throw new IllegalArgumentException(
                    "handler of " + kind + " must be a person or a bot, but was " + handler.kind());
        }
        return new CaseEvent(kind, caseId, at, sequence, Party.COMPANY, Optional.of(handler), Optional.empty());
    }

    private static CaseEvent byEither(Kind kind, CaseId caseId, Instant at, long sequence, Party by) {
        return new CaseEvent(kind, caseId, at, sequence, by, Optional.empty(), Optional.empty());
    }

    /**
     * Returns the beginning of a case.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param by who opened it; the customer's opening of a case is the customer's first contact as well
     * @return the event
     */
    public static CaseEvent opened(CaseId caseId, Instant at, long sequence, Party by) {
        return byEither(Kind.OPENED, caseId, at, sequence, by);
    }

    /**
     * Returns a contact by the customer.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @return the event
     */
    public static CaseEvent contacted(CaseId caseId, Instant at, long sequence) {
        return byEither(Kind.CONTACTED, caseId, at, sequence, Party.CUSTOMER);
    }

    /**
     * Returns an answer to the customer.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param by the person or bot who answered
     * @return the event
     * @throws IllegalArgumentException if the handler is self-service
     */
    public static CaseEvent replied(CaseId caseId, Instant at, long sequence, Handler by) {
        return byCompany(Kind.REPLIED, caseId, at, sequence, by);
    }

    /**
     * Returns a confirmation of receipt that answers nothing.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param by the person or bot who confirmed
     * @return the event
     * @throws IllegalArgumentException if the handler is self-service
     */
    public static CaseEvent acknowledged(CaseId caseId, Instant at, long sequence, Handler by) {
        return byCompany(Kind.ACKNOWLEDGED, caseId, at, sequence, by);
    }

    /**
     * Returns the handing of the case to somebody.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param to the person or bot who has the case from then on
     * @return the event; its {@link #handler()} is the new one
     * @throws IllegalArgumentException if the handler is self-service
     */
    public static CaseEvent assigned(CaseId caseId, Instant at, long sequence, Handler to) {
        return byCompany(Kind.ASSIGNED, caseId, at, sequence, to);
    }

    /**
     * Returns the putting off of a case: it is on hold until it is resumed, resolved, reopened or closed. It is no contact, whoever did it.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param by who put it off
     * @return the event
     */
    public static CaseEvent held(CaseId caseId, Instant at, long sequence, Party by) {
        return byEither(Kind.HELD, caseId, at, sequence, by);
    }

    /**
     * Returns the going on with a case that was on hold. It is no contact, whoever did it: a customer who has answered is a contact of its own.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param by who took it up again
     * @return the event
     */
    public static CaseEvent resumed(CaseId caseId, Instant at, long sequence, Party by) {
        return byEither(Kind.RESUMED, caseId, at, sequence, by);
    }

    /**
     * Returns the settling of the matter.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param by who settled it; the customer where it settled itself or by self-service
     * @return the event
     */
    public static CaseEvent resolved(CaseId caseId, Instant at, long sequence, Party by) {
        return byEither(Kind.RESOLVED, caseId, at, sequence, by);
    }

    /**
     * Returns the finding that the matter is not settled after all.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param by who reopened it; the customer's reopening of a case is a contact by the customer as well
     * @return the event
     */
    public static CaseEvent reopened(CaseId caseId, Instant at, long sequence, Party by) {
        return byEither(Kind.REOPENED, caseId, at, sequence, by);
    }

    /**
     * Returns the putting away of the case.
     *
     * @param caseId the case
     * @param at when
     * @param sequence orders events of the same instant
     * @param by who closed it
     * @return the event
     */
    public static CaseEvent closed(CaseId caseId, Instant at, long sequence, Party by) {
        return byEither(Kind.CLOSED, caseId, at, sequence, by);
    }

    /**
     * Returns a copy that says over which channel it happened.
     *
     * @param newChannel the channel
     * @return the copy
     */
    public CaseEvent withChannel(Channel newChannel) {
        return new CaseEvent(kind, caseId, at, sequence, party, handler, Optional.of(newChannel));
    }

    /**
     * Returns what happened.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the case.
     *
     * @return the case
     */
    public CaseId caseId() {
        return caseId;
    }

    /**
     * Returns when it happened.
     *
     * @return the instant
     */
    public Instant at() {
        return at;
    }

    /**
     * Returns the number that orders events of the same instant.
     *
     * @return the sequence number
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Returns whose act it was.
     *
     * @return the customer or the company
     */
    public Party party() {
        return party;
    }

    /**
     * Returns who replied or acknowledged, or to whom the case was assigned; empty for all other kinds.
     *
     * @return the handler
     */
    public Optional<Handler> handler() {
        return handler;
    }

    /**
     * Returns over which channel it happened, if that is known.
     *
     * @return the channel
     */
    public Optional<Channel> channel() {
        return channel;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseEvent that
                && kind == that.kind
                && caseId.equals(that.caseId)
                && at.equals(that.at)
                && sequence == that.sequence
                && party == that.party
                && handler.equals(that.handler)
                && channel.equals(that.channel);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, caseId, at, sequence, party, handler, channel);
    }

    /**
     * Shows what happened, when and by which side; no id.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "CaseEvent[" + kind + " by " + party + " at " + at + ", sequence " + sequence
                + channel.map(c -> ", " + c).orElse("") + "]";
    }
}

package io.github.cxkit.core;

import java.util.Objects;
import java.util.Optional;

/**
 * Who dealt with the customer on the company's side: a person, a bot, or nobody because the customer served themselves.
 *
 * <p>Id and team are opaque to this library: they tell handlers apart, as for hand-offs, and are never shown.
 */
public final class Handler {

    /** The kinds of handler. */
    public enum Kind {
        /** A human being. */
        PERSON,
        /** A program that answers by itself, automatic acknowledgements among it. */
        BOT,
        /** The customer, using what the company provides. */
        SELF_SERVICE
    }

    private final Kind kind;
    private final Optional<String> id;
    private final Optional<String> team;

    private Handler(Kind kind, Optional<String> id, Optional<String> team) {
        this.kind = kind;
        this.id = id;
        this.team = team;
    }

    /**
     * Returns a person who is not told apart from other persons; add {@link #withId(String)} where that matters.
     *
     * @return the handler
     */
    public static Handler person() {
        return new Handler(Kind.PERSON, Optional.empty(), Optional.empty());
    }

    /**
     * Returns a program that answers by itself.
     *
     * @return the handler
     */
    public static Handler bot() {
        return new Handler(Kind.BOT, Optional.empty(), Optional.empty());
    }

    /**
     * Returns the customer's own use of what the company provides.
     *
     * @return the handler
     */
    public static Handler selfService() {
        return new Handler(Kind.SELF_SERVICE, Optional.empty(), Optional.empty());
    }

    /**
     * Returns a copy with an opaque id, by which this handler is told apart from others of its kind.
     *
     * @param newId the id, not blank
     * @return the copy
     * @throws IllegalArgumentException if the id is blank
     */
    public Handler withId(String newId) {
        return new Handler(kind, Optional.of(Checks.notBlank(newId, "handler id")), team);
    }

    /**
     * Returns a copy with the team that the handler belongs to.
     *
     * @param newTeam the team, not blank
     * @return the copy
     * @throws IllegalArgumentException if the team is blank
     */
    public Handler withTeam(String newTeam) {
        return new Handler(kind, id, Optional.of(Checks.notBlank(newTeam, "handler team")));
    }

    /**
     * Returns what kind of handler this is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the opaque id, if one is known.
     *
     * @return the id
     */
    public Optional<String> id() {
        return id;
    }

    /**
     * Returns the team, if one is known.
     *
     * @return the team
     */
    public Optional<String> team() {
        return team;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Handler that && kind == that.kind && id.equals(that.id) && team.equals(that.team);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, id, team);
    }

    /**
     * Says what kind of handler this is, without id and team.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "Handler[" + kind + "]";
    }
}

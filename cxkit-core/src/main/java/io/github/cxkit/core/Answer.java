package io.github.cxkit.core;

import java.util.Objects;

/**
 * What came back for one question: a given integer, a skip, or "does not apply to me".
 *
 * <p>Only a given answer has a value and only it counts in a denominator; the other two are counted beside it and never
 * lost. Whether a value lies on the scale is the scale's business: make given answers with {@link Scale#answer(int)} or
 * {@link Scale#parse(CharSequence)}.
 */
public final class Answer {

    /** The three things that can come back for a question. */
    public enum Kind {
        /** An integer on the question's scale. */
        GIVEN,
        /** The question was put and not answered. */
        SKIPPED,
        /** The question did not apply to the person asked. */
        NOT_APPLICABLE
    }

    /** The question was put and not answered. */
    public static final Answer SKIPPED = new Answer(Kind.SKIPPED, 0);
    /** The question did not apply to the person asked. */
    public static final Answer NOT_APPLICABLE = new Answer(Kind.NOT_APPLICABLE, 0);

    private final Kind kind;
    private final int value;

    private Answer(Kind kind, int value) {
        this.kind = kind;
        this.value = value;
    }

    static Answer given(int value) {
        return new Answer(Kind.GIVEN, value);
    }

    /**
     * Returns which of the three things this is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns whether an integer was given.
     *
     * @return true for a given answer
     */
    public boolean isGiven() {
        return kind == Kind.GIVEN;
    }

    /**
     * Returns the integer that was given.
     *
     * @return the value, on the scale that made this answer
     * @throws IllegalStateException if the answer was skipped or does not apply
     */
    public int value() {
        if (kind != Kind.GIVEN) {
            throw new IllegalStateException("answer has no value: it is " + this);
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer that && kind == that.kind && value == that.value;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, value);
    }

    /**
     * Returns the value, or which kind of missing answer this is.
     *
     * @return for example {@code 9}, {@code skipped} or {@code not applicable}
     */
    @Override
    public String toString() {
        return switch (kind) {
            case GIVEN -> Integer.toString(value);
            case SKIPPED -> "skipped";
            case NOT_APPLICABLE -> "not applicable";
        };
    }
}

package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Scale;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Which integers in an array stand for "skipped" and "not applicable".
 *
 * <pre>{@code
 * MissingCodes.none().withSkipped(-1).withNotApplicable(99);
 * }</pre>
 *
 * <p>There is no default: an integer off the scale that no code names is an error.
 */
public final class MissingCodes {

    private static final MissingCodes NONE = new MissingCodes(OptionalInt.empty(), OptionalInt.empty());

    private final OptionalInt skipped;
    private final OptionalInt notApplicable;

    private MissingCodes(OptionalInt skipped, OptionalInt notApplicable) {
        this.skipped = skipped;
        this.notApplicable = notApplicable;
        if (skipped.isPresent() && skipped.equals(notApplicable)) {
            throw new IllegalArgumentException(
                    "codes for skipped and not applicable must differ, but both were " + skipped.getAsInt());
        }
    }

    /**
     * Returns no codes: every integer must be an answer.
     *
     * @return no codes
     */
    public static MissingCodes none() {
        return NONE;
    }

    /**
     * Returns a copy with a code for a skipped answer.
     *
     * @param code the code, no point of the scale it is used with
     * @return the copy
     * @throws IllegalArgumentException if the code stands for "not applicable" already
     */
    public MissingCodes withSkipped(int code) {
        return new MissingCodes(OptionalInt.of(code), notApplicable);
    }

    /**
     * Returns a copy with a code for "does not apply".
     *
     * @param code the code, no point of the scale it is used with
     * @return the copy
     * @throws IllegalArgumentException if the code stands for "skipped" already
     */
    public MissingCodes withNotApplicable(int code) {
        return new MissingCodes(skipped, OptionalInt.of(code));
    }

    /**
     * Returns whether an integer stands for a skipped answer.
     *
     * @param value the integer
     * @return true if it is that code
     */
    public boolean isSkipped(int value) {
        return skipped.isPresent() && skipped.getAsInt() == value;
    }

    /**
     * Returns whether an integer stands for "does not apply".
     *
     * @param value the integer
     * @return true if it is that code
     */
    public boolean isNotApplicable(int value) {
        return notApplicable.isPresent() && notApplicable.getAsInt() == value;
    }

    /**
     * Checks that no code is an answer.
     *
     * @param scale the scale with which the codes are used
     * @throws IllegalArgumentException if a code is a point of the scale
     */
    public void requireOff(Scale scale) {
        skipped.ifPresent(code -> check(scale, code, "skipped"));
        notApplicable.ifPresent(code -> check(scale, code, "not applicable"));
    }

    private static void check(Scale scale, int code, String meaning) {
        if (scale.contains(code)) {
            throw new IllegalArgumentException(
                    "code for " + meaning + " must not be a point of " + scale + ", but was " + code);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MissingCodes that
                && skipped.equals(that.skipped)
                && notApplicable.equals(that.notApplicable);
    }

    @Override
    public int hashCode() {
        return Objects.hash(skipped, notApplicable);
    }

    @Override
    public String toString() {
        return "MissingCodes[skipped=" + shown(skipped) + ", not applicable=" + shown(notApplicable) + "]";
    }

    private static String shown(OptionalInt code) {
        return code.isPresent() ? Integer.toString(code.getAsInt()) : "none";
    }
}

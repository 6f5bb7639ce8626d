package io.github.cxkit.core;

/**
 * The identity of a case (ticket, complaint, claim), as the caller knows it.
 *
 * <p>Identity is the caller's: nothing is trimmed, folded or normalised. {@code CaseId.of("T-1")} and
 * {@code CaseId.of("t-1")} are two cases.
 *
 * @param value the id, not blank; read it with {@link #value()}, for {@link #toString()} does not show it
 */
public record CaseId(String value) {

    /**
     * Checks the id.
     *
     * @param value the id
     * @throws IllegalArgumentException if the id is blank
     */
    public CaseId {
        Checks.notBlank(value, "case id");
    }

    /**
     * Returns the id with this value.
     *
     * @param value the id
     * @return the case id
     * @throws IllegalArgumentException if the id is blank
     */
    public static CaseId of(String value) {
        return new CaseId(value);
    }

    /**
     * Says what this is, without the id.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "CaseId[hidden]";
    }
}

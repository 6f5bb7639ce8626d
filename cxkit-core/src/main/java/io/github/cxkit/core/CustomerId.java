package io.github.cxkit.core;

/**
 * The identity of a customer, as the caller knows it.
 *
 * <p>Identity is the caller's: nothing is trimmed, folded or normalised. {@code CustomerId.of("C-1")} and
 * {@code CustomerId.of("c-1")} are two customers.
 *
 * @param value the id, not blank; read it with {@link #value()}, for {@link #toString()} does not show it
 */
public record CustomerId(String value) {

    /**
     * Checks the id.
     *
     * @param value the id
     * @throws IllegalArgumentException if the id is blank
     */
    public CustomerId {
        Checks.notBlank(value, "customer id");
    }

    /**
     * Returns the id with this value.
     *
     * @param value the id
     * @return the customer id
     * @throws IllegalArgumentException if the id is blank
     */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    /**
     * Says what this is, without the id.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "CustomerId[hidden]";
    }
}

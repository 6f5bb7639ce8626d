package io.github.cxkit.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer: an id, and attributes to segment by (for example {@code segment}, {@code country}, {@code plan}).
 *
 * <p>Attribute names and values are the caller's; nothing is trimmed or folded. Two customers are equal when id and
 * attributes are equal; to match the same customer at two times compare {@link #id()}.
 *
 * @param id the customer's id
 * @param attributes the attributes by name, copied, in no particular order
 */
public record Customer(CustomerId id, Map<String, String> attributes) {

    /**
     * Checks and copies the parts.
     *
     * @param id the customer's id
     * @param attributes the attributes by name
     * @throws NullPointerException if a part, an attribute name or an attribute value is null
     * @throws IllegalArgumentException if an attribute name is blank
     */
    public Customer {
        Objects.requireNonNull(id, "id");
        attributes = Map.copyOf(attributes);
        attributes.keySet().forEach(name -> Checks.notBlank(name, "attribute name"));
    }

    /**
     * Returns a customer without attributes.
     *
     * @param id the id, not blank
     * @return the customer
     * @throws IllegalArgumentException if the id is blank
     */
    public static Customer of(String id) {
        return new Customer(CustomerId.of(id), Map.of());
    }

    /**
     * Returns a copy with one attribute set or replaced.
     *
     * @param name the attribute's name, not blank
     * @param value the attribute's value
     * @return the copy
     * @throws IllegalArgumentException if the name is blank
     */
    public Customer with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        changed.put(Checks.notBlank(name, "attribute name"), Objects.requireNonNull(value, "attribute value"));
        return new Customer(id, changed);
    }

    /**
     * Returns an attribute's value, empty where this customer has no such attribute.
     *
     * @param name the attribute's name
     * @return the value
     */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /**
     * Says what this is, without id and attributes.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "Customer[hidden, attributes=" + attributes.size() + "]";
    }
}

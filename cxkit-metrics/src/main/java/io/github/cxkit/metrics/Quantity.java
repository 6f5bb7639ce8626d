package io.github.cxkit.metrics;

import io.github.cxkit.core.Direction;
import java.util.Objects;

/**
 * A metric that is measured in numbers from the start: an order value, a count of contacts. Any number is possible.
 *
 * @param name the name, not blank; it is part of the identity, for a mean order value and a mean refund are not comparable though
 *     both are in euros
 * @param unit what values are counted in
 * @param direction whether a higher or a lower value is better
 */
public record Quantity(String name, Unit unit, Direction direction) implements Metric {

    private static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Checks the parts.
     *
     * @param name the name
     * @param unit what values are counted in
     * @param direction whether a higher or a lower value is better
     * @throws IllegalArgumentException if the name is blank
     */
    public Quantity {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
        if (name.isBlank()) {
            throw new IllegalArgumentException("quantity name must not be blank");
        }
    }

    /**
     * Returns a quantity.
     *
     * @param name the name, not blank
     * @param unit what values are counted in
     * @param direction whether a higher or a lower value is better
     * @return the quantity
     * @throws IllegalArgumentException if the name is blank
     */
    public static Quantity of(String name, Unit unit, Direction direction) {
        return new Quantity(name, unit, direction);
    }

    @Override
    public Interval range() {
        return ANY;
    }
}

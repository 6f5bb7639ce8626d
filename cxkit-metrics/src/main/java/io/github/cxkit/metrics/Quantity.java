package io.github.cxkit.metrics;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.numbers.DefinitionCode;
import java.util.Objects;

/**
 * A metric that is measured in numbers from the start: an order value, a count of contacts, a gain or loss.
 *
 * @param name the name, not blank; it is part of the identity, for a mean order value and a mean refund are not comparable though
 *     both are in euros
 * @param unit what values are counted in
 * @param direction whether a higher or a lower value is better
 * @param hasTrueZero whether 0 means nothing at all; then no value is negative and ratios have a meaning
 */
public record Quantity(String name, MetricUnit unit, Direction direction, boolean hasTrueZero) implements Metric {

    private static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

    /**
     * Checks the parts.
     *
     * @param name the name
     * @param unit what values are counted in
     * @param direction whether a higher or a lower value is better
     * @param hasTrueZero whether 0 means nothing at all
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
     * Returns a quantity that may have any value, and whose ratios mean nothing: a balance, a temperature.
     *
     * @param name the name, not blank
     * @param unit what values are counted in
     * @param direction whether a higher or a lower value is better
     * @return the quantity
     * @throws IllegalArgumentException if the name is blank
     */
    public static Quantity of(String name, MetricUnit unit, Direction direction) {
        return new Quantity(name, unit, direction, false);
    }

    /**
     * Returns a quantity of which there is 0 or more, and of which there can be twice as much: an order value, a count, a time.
     *
     * @param name the name, not blank
     * @param unit what values are counted in
     * @param direction whether a higher or a lower value is better
     * @return the quantity
     * @throws IllegalArgumentException if the name is blank
     */
    public static Quantity amount(String name, MetricUnit unit, Direction direction) {
        return new Quantity(name, unit, direction, true);
    }

    /** The number that stands for this quantity in a state. */
    long code() {
        return new DefinitionCode()
                .add(name)
                .add(unit.name())
                .add(unit.suffix())
                .add(unit.decimals())
                .add(direction)
                .add(hasTrueZero ? 1 : 0)
                .value();
    }

    @Override
    public Interval range() {
        return hasTrueZero ? NOT_NEGATIVE : ANY;
    }
}

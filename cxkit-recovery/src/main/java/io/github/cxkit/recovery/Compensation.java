package io.github.cxkit.recovery;

import io.github.cxkit.recovery.Redress.Resource;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What the customer was given for the failure: its value, of what kind it was, and whether it came at once.
 *
 * <pre>{@code
 * Compensation.of(Money.parse("EUR 160")).withResource(Resource.MONEY).withImmediate(true);
 * }</pre>
 *
 * <ul>
 *   <li>A value of 0 says that nothing was given; not knowing is leaving the compensation out of the case.
 *   <li>Kind and speed do not change the score. Compensation in the kind of what was lost, and at once, works best (Roschk and Gelbrich 2014),
 *       so both are reported beside it.
 * </ul>
 */
public final class Compensation {

    private final Money value;
    private final Optional<Resource> resource;
    private final Optional<Boolean> immediate;

    private Compensation(Money value, Optional<Resource> resource, Optional<Boolean> immediate) {
        this.value = value;
        this.resource = resource;
        this.immediate = immediate;
    }

    /**
     * Returns a compensation.
     *
     * @param value what it is worth to the customer, not negative
     * @return the compensation
     * @throws IllegalArgumentException if the value is negative
     */
    public static Compensation of(Money value) {
        return new Compensation(Amounts.notNegative(value, "compensation"), Optional.empty(), Optional.empty());
    }

    /**
     * Returns a copy that says of what kind it was.
     *
     * @param newResource the resource
     * @return the copy
     */
    public Compensation withResource(Resource newResource) {
        return new Compensation(value, Optional.of(newResource), immediate);
    }

    /**
     * Returns a copy that says whether it came at once.
     *
     * @param newImmediate true if at once, false if later
     * @return the copy
     */
    public Compensation withImmediate(boolean newImmediate) {
        return new Compensation(value, resource, Optional.of(newImmediate));
    }

    /**
     * Returns what it is worth.
     *
     * @return the value, not negative
     */
    public Money value() {
        return value;
    }

    /**
     * Returns of what kind it was.
     *
     * @return the resource, if known
     */
    public Optional<Resource> resource() {
        return resource;
    }

    /**
     * Returns whether it came at once.
     *
     * @return true or false, if known
     */
    public Optional<Boolean> immediate() {
        return immediate;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Compensation that
                && value.equals(that.value)
                && resource.equals(that.resource)
                && immediate.equals(that.immediate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, resource, immediate);
    }

    /**
     * Returns the value.
     *
     * @return for example {@code Compensation[EUR 160.00]}
     */
    @Override
    public String toString() {
        return "Compensation[" + value + "]";
    }
}

package io.github.cxkit.recovery.weights;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.numbers.Optionals;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one item does for its scale.
 *
 * <p>Of seven ratings of a department with an alpha of 0.843, leaving out "critical" would raise alpha to 0.864; its correlation with the
 * sum of the others is 0.265.
 *
 * @param item the item
 * @param alphaIfDeleted alpha of the other items; empty where it is not estimable
 * @param restCorrelation the item's correlation with the sum of the others (corrected item–rest correlation); empty where one of them does
 *     not vary
 */
public record ItemReliability(String item, OptionalDouble alphaIfDeleted, OptionalDouble restCorrelation) {

    /**
     * Checks the parts.
     *
     * @param item the item
     * @param alphaIfDeleted alpha of the other items
     * @param restCorrelation the item's correlation with the sum of the others
     */
    public ItemReliability {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(alphaIfDeleted, "alphaIfDeleted");
        Objects.requireNonNull(restCorrelation, "restCorrelation");
    }

    /**
     * Returns the item in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(item, Optionals.orNull(alphaIfDeleted), Optionals.orNull(restCorrelation));
    }

    /**
     * One item in plain values; null is not estimable.
     *
     * @param item the name of the item
     * @param alphaIfDeleted alpha without the item
     * @param restCorrelation its correlation with the sum of the others
     */
    public record View(
            String item,
            @Nullable Double alphaIfDeleted,
            @Nullable Double restCorrelation) {}
}

package io.github.cxkit.recovery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.MetricUnit;
import java.util.Objects;

/**
 * How many points of the overall score something accounts for: points lost against 100, or a part of the difference between two scores.
 *
 * @param factor the piece of evidence, or the cap
 * @param points the points
 */
public record FairnessContribution(FairnessFactor factor, double points) {

    /**
     * Checks the parts.
     *
     * @param factor the piece of evidence, or the cap
     * @param points the points
     */
    public FairnessContribution {
        Objects.requireNonNull(factor, "factor");
    }

    /**
     * Returns the points lost in plain values; what JSON shows of them.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(factor.label(), points);
    }

    /**
     * Points lost, in plain values.
     *
     * @param factor the label of the piece of evidence or of the cap
     * @param points the points
     */
    public record View(String factor, double points) {}

    /**
     * Returns the factor and the points.
     *
     * @return for example {@code redress 12.2}
     */
    @Override
    public String toString() {
        return factor.label() + " " + MetricUnit.POINTS.format(points);
    }
}

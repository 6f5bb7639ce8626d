package io.github.cxkit.recovery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import java.util.Objects;

/**
 * What one piece of evidence that applies says: its weight and its utility, or the range in which the utility lies.
 *
 * @param evidence the piece of evidence
 * @param weight its weight in the dimension, more than 0
 * @param utility from 0 to 1: a single value where it was observed, all of it where nothing is known, the hull of both
 *     curves where only the acceptance is not known, up to the best where one of hand-offs and channel switches is not
 */
public record EvidenceScore(Evidence evidence, double weight, Interval utility) {

    /**
     * Checks the parts.
     *
     * @param evidence the piece of evidence
     * @param weight its weight in the dimension
     * @param utility from 0 to 1
     * @throws IllegalArgumentException if the weight is not positive and finite, or the utility not in [0, 1]
     */
    public EvidenceScore {
        Objects.requireNonNull(evidence, "evidence");
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be in (0, ∞), but was " + weight);
        }
        Checks.share(utility.lower(), "utility");
        Checks.share(utility.upper(), "utility");
    }

    /**
     * Returns whether the utility is known.
     *
     * @return true if it is a single value
     */
    public boolean isObserved() {
        return utility.lower() == utility.upper();
    }

    /**
     * Returns the piece in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(evidence.name(), weight, utility.lower(), utility.upper());
    }

    /**
     * What one piece of evidence is worth, in plain values.
     *
     * @param evidence the name of the {@link Evidence}
     * @param weight its weight in the dimension
     * @param lower the lower bound of its utility, from 0 to 1
     * @param upper the upper bound; that of a piece observed is the lower
     */
    public record View(String evidence, double weight, double lower, double upper) {}
}

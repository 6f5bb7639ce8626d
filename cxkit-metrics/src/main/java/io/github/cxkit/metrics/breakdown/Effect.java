package io.github.cxkit.metrics.breakdown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import java.util.Objects;

/**
 * What one segment contributed to the change of a total; all effects in the unit of the score.
 *
 * @param <K> the type of the key
 * @param key the key of the segment
 * @param before its score before, which may be of no answers
 * @param after its score after, which may be of no answers
 * @param percentBefore per cent of all answers before that were of this segment, by weight where answers have different weights
 * @param percentAfter per cent of all answers after that were of this segment
 * @param rate the part of the change of the total that is due to the score of this segment having moved
 * @param mix the part that is due to the share of this segment having moved
 */
public record Effect<K>(
        K key, Score before, Score after, double percentBefore, double percentAfter, double rate, double mix) {

    /**
     * Checks the parts.
     *
     * @param key the key of the segment
     * @param before its score before
     * @param after its score after
     * @param percentBefore its per cent of all answers before
     * @param percentAfter its per cent of all answers after
     * @param rate the part due to its score
     * @param mix the part due to its share
     */
    public Effect {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /**
     * Returns everything that this segment contributed.
     *
     * @return rate plus mix
     */
    public double total() {
        return rate + mix;
    }

    /**
     * Returns the effect in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View<K> view() {
        return new View<>(key, before.view(), after.view(), percentBefore, percentAfter, rate, mix);
    }

    /**
     * What a segment contributed, in plain values.
     *
     * @param <K> the type of the key
     * @param key the key of the segment
     * @param before its score before
     * @param after its score after
     * @param percentBefore its per cent of all answers before
     * @param percentAfter its per cent of all answers after
     * @param rate the part due to its score
     * @param mix the part due to its share
     */
    public record View<K>(
            K key,
            ResultView before,
            ResultView after,
            double percentBefore,
            double percentAfter,
            double rate,
            double mix) {}
}

package io.github.cxkit.metrics.breakdown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Score;
import java.util.Objects;

/**
 * One part of a {@link Breakdown}.
 *
 * @param <K> the type of the key
 * @param <S> the type of the score
 * @param key what the answers of this group have in common
 * @param score their score, which may be of no answers
 * @param base whether there are enough of them, by the grading of the breakdown
 */
public record Group<K, S extends Score>(K key, S score, BaseSize base) {

    /**
     * Checks the parts.
     *
     * @param key what the answers of this group have in common
     * @param score their score
     * @param base whether there are enough of them
     */
    public Group {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(base, "base");
    }

    /**
     * Returns whether a report should show no value for this group. The score is still here, and part of the total: whoever must keep small groups
     * secret has to do more than leave them out.
     *
     * @return true if the base is {@link BaseSize#SUPPRESSED}
     */
    public boolean isSuppressed() {
        return base == BaseSize.SUPPRESSED;
    }

    /**
     * Returns the key and the score in plain values; what JSON shows of a group.
     *
     * @return the view, whose base is the grade of the breakdown; the value of a suppressed group is still there
     */
    @JsonValue
    public Breakdown.GroupView<K> view() {
        return new Breakdown.GroupView<>(key, score.view().withBase(base));
    }

    /**
     * Returns the key and the score, or the key and n where the group is suppressed.
     *
     * @return for example {@code NORTH: NPS 25.0 (95% CI 9.4 to 39.3, n=100)} or {@code SOUTH: suppressed (n=4)}
     */
    @Override
    public String toString() {
        return key + ": " + (isSuppressed() ? "suppressed (n=" + score.count() + ")" : score);
    }
}

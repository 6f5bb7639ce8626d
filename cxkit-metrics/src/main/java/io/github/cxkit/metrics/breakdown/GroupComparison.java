package io.github.cxkit.metrics.breakdown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One group against all others together, as one of several such comparisons.
 *
 * <p>"Before" is the rest and "after" the group, so that the difference is by how much the group is above the rest.
 *
 * @param <K> the type of the key
 */
public final class GroupComparison<K> {

    private final K key;
    private final Change change;
    private final OptionalDouble adjustedPValue;
    private final double confidence;

    GroupComparison(K key, Change change, OptionalDouble adjustedPValue, double confidence) {
        this.key = key;
        this.change = change;
        this.adjustedPValue = adjustedPValue;
        this.confidence = confidence;
    }

    /**
     * Returns the key of the group.
     *
     * @return the key
     */
    public K key() {
        return key;
    }

    /**
     * Returns the change from the rest to the group; its interval and its own verdict are those of a single comparison.
     *
     * @return the change
     */
    public Change change() {
        return change;
    }

    /**
     * Returns the p-value of this comparison alone.
     *
     * @return from 0 to 1; empty where there is no interval
     */
    public OptionalDouble pValue() {
        return change.pValue();
    }

    /**
     * Returns the p-value adjusted for the number of comparisons that were made and have one.
     *
     * @return from {@link #pValue()} to 1; empty where there is no interval
     */
    public OptionalDouble adjustedPValue() {
        return adjustedPValue;
    }

    /**
     * Returns what can be said about the group in view of all comparisons: IMPROVED reads "better than the rest" and WORSENED "worse than the rest".
     * Both need the interval to leave 0 out and, besides, the adjusted p-value to be below 1 − confidence; else INCONCLUSIVE.
     *
     * @return the verdict, never {@link Verdict#NO_MATERIAL_CHANGE}
     */
    public Verdict verdict() {
        return adjustedPValue.orElse(1) < 1 - confidence ? change.verdict() : Verdict.INCONCLUSIVE;
    }

    /**
     * Returns the key, the difference, the verdict in view of all comparisons, the rest and the group in plain values; what JSON shows of it.
     *
     * @return the view; the adjusted p-value is among its notes
     */
    @JsonValue
    public Breakdown.GroupView<K> view() {
        List<String> notes =
                adjustedPValue.isPresent() ? List.of("adjusted p " + shown(adjustedPValue.getAsDouble())) : List.of();
        return new Breakdown.GroupView<>(
                key, change.view().withVerdict(verdict()).withMoreNotes(notes));
    }

    /**
     * Returns the key, the difference, the adjusted p-value and the verdict.
     *
     * @return for example {@code NORTH against the rest: 12.0 (95% CI 3.1 to 20.8, n=900), of which 300 in the group, adjusted p 0.0243: IMPROVED}
     */
    @Override
    public String toString() {
        return key + " against the rest: " + change.difference() + ", of which "
                + change.after().count() + " in the group"
                + (adjustedPValue.isPresent() ? ", adjusted p " + shown(adjustedPValue.getAsDouble()) : "") + ": "
                + verdict();
    }

    private static String shown(double p) {
        return p < 0.0001 ? "<0.0001" : MetricUnit.POINTS.format(p, 4);
    }
}

package io.github.cxkit.metrics.rating;

import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.numbers.StateKind;
import java.util.function.BiConsumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A rating score by a definition of one's own, where NPS, CSAT and CES are not the word for it.
 *
 * <pre>{@code
 * RatingMetric trust = RatingMetric.custom("trust index", Scale.highIsGood(1, 5), x -> (x - 1) * 25, MetricUnit.PERCENT, HIGHER_IS_BETTER);
 * CustomScore score = CustomScore.from(trust, counts);
 * }</pre>
 */
public final class CustomScore extends RatingScore implements MergeableScore<CustomScore> {

    private CustomScore(RatingMetric definition, RatingCounts counts) {
        super(definition, counts);
    }

    /**
     * Returns the score of counts by a definition.
     *
     * @param definition the definition
     * @param counts the counts, on the definition's scale
     * @return the score
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public static CustomScore from(RatingMetric definition, RatingCounts counts) {
        return new CustomScore(definition, counts);
    }

    /**
     * Returns the score that {@link #toLongs()} wrote.
     *
     * @param definition the definition that it was written with
     * @param longs what was written
     * @return the score, equal to the one that was written
     * @throws IllegalArgumentException if it is no state of a score by this definition, or no answers could give it
     */
    public static CustomScore fromLongs(RatingMetric definition, long[] longs) {
        return new CustomScore(definition, readCounts(StateKind.CUSTOM_SCORE, definition, longs));
    }

    @Override
    StateKind stateKind() {
        return StateKind.CUSTOM_SCORE;
    }

    /**
     * Returns a collector of the caller's own rows into a score; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param accept hands a row's answer to the tally, such as {@code (tally, row) -> tally.accept(row.answer())}
     * @return the collector
     */
    public static <T> Collector<T, ?, CustomScore> toScore(
            RatingMetric definition, BiConsumer<RatingTally, ? super T> accept) {
        return Collectors.collectingAndThen(
                RatingCounts.<T>toCounts(definition.scale(), accept), counts -> from(definition, counts));
    }

    /**
     * Returns the sum of two scores: the score of all their answers together, exactly.
     *
     * @param other a score of the same definition
     * @return the sum
     * @throws IllegalArgumentException if the definitions differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    @Override
    public CustomScore plus(CustomScore other) {
        return new CustomScore(metric(), countsWith(other));
    }
}

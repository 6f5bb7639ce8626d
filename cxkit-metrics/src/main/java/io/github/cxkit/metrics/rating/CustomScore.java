package io.github.cxkit.metrics.rating;

import io.github.cxkit.metrics.MergeableScore;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

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
     * Returns the score of these answers by a definition.
     *
     * @param definition the definition
     * @param answers the answers; none is legal
     * @return the score
     * @throws IllegalArgumentException if an answer is not on the definition's scale
     */
    public static CustomScore of(RatingMetric definition, int... answers) {
        return from(definition, Rows.count(definition, answers));
    }

    /**
     * Returns a collector of the caller's own rows into a score; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param answer reads a row's answer, a point of the definition's scale
     * @return the collector, which throws {@link IllegalArgumentException} for an answer off the scale and {@link NullPointerException}
     *     for none
     */
    public static <T> Collector<T, ?, CustomScore> toScore(RatingMetric definition, ToIntFunction<? super T> answer) {
        return Rows.collector(definition, Rows.given(answer, "toScoreOrSkipped"), CustomScore::from);
    }

    /**
     * Returns a collector of the caller's own rows into a score, where an answer may be missing: null counts as skipped, beside n and
     * never in it.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param answer reads a row's answer, a point of the definition's scale, or null
     * @return the collector, which throws {@link IllegalArgumentException} for an answer off the scale
     */
    public static <T> Collector<T, ?, CustomScore> toScoreOrSkipped(
            RatingMetric definition, Function<? super T, @Nullable Integer> answer) {
        return Rows.collector(definition, Rows.orSkipped(answer), CustomScore::from);
    }

    /**
     * Returns a collector for everything else: answers that do not apply, weights; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param accept hands a row's answer to the tally, such as {@code (tally, row) -> tally.accept(row.answer(), row.weight())}
     * @return the collector
     */
    public static <T> Collector<T, ?, CustomScore> toScore(
            RatingMetric definition, BiConsumer<RatingTally, ? super T> accept) {
        return Rows.collector(definition, accept, CustomScore::from);
    }

    /**
     * Returns the sum of two scores: the score of all their answers together; of different weights to 1e-12, else exactly
     * ({@link RatingCounts#plus}).
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

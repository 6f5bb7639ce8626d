package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.MergeableScore;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The Customer Effort Score, by one of the definitions that go under that name. They do not even agree on which end of the scale
 * is good, so the scale says it.
 *
 * <p>Unless another is named it is {@link #MEAN}: the mean agreement, 1–7, with "the company made it easy for me" (CES 2.0). The answers
 * 7, 6, 7, 5 and 3 have the mean 5.60.
 *
 * <pre>{@code
 * Ces.of(7, 6, 7, 5, 3).estimate();                    // 5.60 (95% CI 3.52 to 7.00, n=5)
 * Ces.from(Ces.EASY_SHARE, counts).value();            // the per cent of answers 5 to 7
 * Ces.from(Ces.NET_EASY, RatingCounts.of(Ces.NET_EASY.scale(), 30, 20, 15, 10, 10, 10, 5)).value();   // 25.0
 * }</pre>
 *
 * <ul>
 *   <li>High is easy in CES 2.0. Where 7 means much effort, say so: {@code Ces.mean(Scale.lowIsGood(1, 7))}; and answers of the one kind are
 *       refused by definitions of the other.
 *   <li>Without answers the score is undefined, not 0.
 *   <li>A mean of one answer, or of equal ones, has no interval. Where most answers are at the end of the scale, prefer the share.
 * </ul>
 */
public final class Ces extends RatingScore implements MergeableScore<Ces> {

    /** CES 2.0: the mean agreement on 1–7 that it was easy; high is good. */
    public static final RatingMetric MEAN = RatingMetric.mean("CES 2.0", Scale.highIsGood(1, 7));

    /** CES 2.0 as a share: the per cent of answers 5 to 7 on 1–7; high is good. */
    public static final RatingMetric EASY_SHARE = easyShare(Scale.highIsGood(1, 7), 3);

    /** CES 1.0: the mean effort on 1–5; low is good. */
    public static final RatingMetric CES_1 = RatingMetric.mean("CES 1.0", Scale.lowIsGood(1, 5));

    /**
     * Net Easy: asked from 1, extremely easy, to 7, extremely difficult; the per cent of answers 1 and 2 minus the per cent of 5 to 7. Low
     * answers are good, a high score is.
     */
    public static final RatingMetric NET_EASY =
            RatingMetric.net("Net Easy", Scale.lowIsGood(1, 7), x -> x <= 2, x -> x >= 5);

    /** Effort index on 1–5, low is good: the per cent of little and very little effort (1 and 2) minus the per cent of much and very much (4 and 5). */
    public static final RatingMetric EFFORT_INDEX =
            RatingMetric.net("effort index", Scale.lowIsGood(1, 5), x -> x <= 2, x -> x >= 4);

    /**
     * Returns the mean answer on another scale, in scale points; better as the scale is.
     *
     * @param scale the scale, which says whether high or low is easy
     * @return the definition
     */
    public static RatingMetric mean(Scale scale) {
        return RatingMetric.mean("CES mean" + Csat.ends(scale), scale);
    }

    /**
     * Returns the per cent of answers at the easy end of another scale.
     *
     * @param scale the scale, which says whether high or low is easy
     * @param points how many points count as easy, from the easy end: 3 on 1–7 with high being easy counts 5 to 7
     * @return the definition, higher being better
     * @throws IllegalArgumentException if the number of points is not in [1, points of the scale − 1]
     */
    public static RatingMetric easyShare(Scale scale, int points) {
        return Csat.topBox(scale, points).withName("CES easy top-" + points + " of " + scale.points());
    }

    private Ces(RatingMetric definition, RatingCounts counts) {
        super(definition, counts);
    }

    /**
     * Returns the CES 2.0 of these answers on 1–7, by {@link #MEAN}.
     *
     * @param answers the answers; none is legal
     * @return the score
     * @throws IllegalArgumentException if an answer is not in [1, 7]
     */
    public static Ces of(int... answers) {
        return of(MEAN, answers);
    }

    /**
     * Returns the CES of these answers by a definition.
     *
     * @param definition the definition
     * @param answers the answers; none is legal
     * @return the score
     * @throws IllegalArgumentException if an answer is not on the definition's scale
     */
    public static Ces of(RatingMetric definition, int... answers) {
        return from(definition, Rows.count(definition, answers));
    }

    /**
     * Returns the CES of counts by a definition.
     *
     * @param definition the definition
     * @param counts the counts, on the definition's scale
     * @return the score
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public static Ces from(RatingMetric definition, RatingCounts counts) {
        return new Ces(definition, counts);
    }

    /**
     * Returns a collector of the caller's own rows into a CES 2.0 on 1–7, by {@link #MEAN}; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 1 to 7
     * @return the collector, which throws {@link IllegalArgumentException} for an answer out of range and {@link NullPointerException}
     *     for none
     */
    public static <T> Collector<T, ?, Ces> toCes(ToIntFunction<? super T> answer) {
        return toCes(MEAN, answer);
    }

    /**
     * Returns a collector of the caller's own rows into a CES by a definition; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param answer reads a row's answer, a point of the definition's scale
     * @return the collector, which throws {@link IllegalArgumentException} for an answer off the scale and {@link NullPointerException} for none
     */
    public static <T> Collector<T, ?, Ces> toCes(RatingMetric definition, ToIntFunction<? super T> answer) {
        return Rows.collector(definition, Rows.given(answer, "toCesOrSkipped"), Ces::from);
    }

    /**
     * Returns a collector of the caller's own rows into a CES 2.0 on 1–7, by {@link #MEAN}, where an answer may be missing: null counts as
     * skipped, beside n and never in it.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 1 to 7, or null
     * @return the collector, which throws {@link IllegalArgumentException} for an answer out of range
     */
    public static <T> Collector<T, ?, Ces> toCesOrSkipped(Function<? super T, @Nullable Integer> answer) {
        return toCesOrSkipped(MEAN, answer);
    }

    /**
     * Returns a collector of the caller's own rows into a CES by a definition, where an answer may be missing: null counts as skipped.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param answer reads a row's answer, a point of the definition's scale, or null
     * @return the collector, which throws {@link IllegalArgumentException} for an answer off the scale
     */
    public static <T> Collector<T, ?, Ces> toCesOrSkipped(
            RatingMetric definition, Function<? super T, @Nullable Integer> answer) {
        return Rows.collector(definition, Rows.orSkipped(answer), Ces::from);
    }

    /**
     * Returns a collector of the caller's own weighted rows into a CES 2.0 on 1–7, by {@link #MEAN}; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 1 to 7
     * @param weight reads a row's weight
     * @return the collector, which throws {@link IllegalArgumentException} for an answer or a weight out of range
     */
    public static <T> Collector<T, ?, Ces> toCes(ToIntFunction<? super T> answer, ToDoubleFunction<? super T> weight) {
        return Rows.collector(MEAN, Rows.weighted(answer, weight, "toCesOrSkipped"), Ces::from);
    }

    /**
     * Returns a collector for everything else: answers that do not apply, weights by another definition; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param accept hands a row's answer to the tally, such as {@code (tally, row) -> tally.accept(row.answer(), row.weight())}
     * @return the collector
     */
    public static <T> Collector<T, ?, Ces> toCes(RatingMetric definition, BiConsumer<RatingTally, ? super T> accept) {
        return Rows.collector(definition, accept, Ces::from);
    }

    /**
     * Returns the sum of two scores: the CES of all their answers together; of different weights to 1e-12, else exactly
     * ({@link RatingCounts#plus}).
     *
     * @param other a CES of the same definition
     * @return the sum
     * @throws IllegalArgumentException if the definitions differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    @Override
    public Ces plus(Ces other) {
        return new Ces(metric(), countsWith(other));
    }
}

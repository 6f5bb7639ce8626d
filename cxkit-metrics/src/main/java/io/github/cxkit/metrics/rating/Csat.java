package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.MetricUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Customer satisfaction, by one of the definitions that go under that name.
 *
 * <p>Unless another is named it is {@link #TOP_2_OF_5}: the per cent of answers 4 and 5 on 1–5. Of 2,688 answers with 2,206 at 4 or 5 it
 * is 82.1 %, with a 95 % interval from 80.6 to 83.5.
 *
 * <pre>{@code
 * Csat.of(5, 4, 4, 2, 5).estimate();                              // 80.0% (95% CI 37.6 to 96.4, n=5)
 * Csat.from(Csat.mean(Scale.highIsGood(1, 5)), counts).value();   // the mean of the same answers
 * }</pre>
 *
 * <ul>
 *   <li>A neutral answer is in the denominator unless the definition leaves it out ({@link #goodOverBad}).
 *   <li>The name says how many points the scale has, {@code CSAT top-2 of 5}, or its ends, {@code CSAT mean (1 to 5)}. It is a label all the same:
 *       the {@link RatingMetric#description()} says everything, and {@link RatingMetric#withName} gives another name.
 *   <li>Without answers the score is undefined, not 0.
 * </ul>
 */
public final class Csat extends RatingScore implements MergeableScore<Csat> {

    /** Per cent 4 and 5 on 1–5. */
    public static final RatingMetric TOP_2_OF_5 = topBox(Scale.highIsGood(1, 5), 2);

    /** Per cent thumbs up on 0–1. */
    public static final RatingMetric THUMBS = topBox(Scale.highIsGood(0, 1), 1);

    /** Per cent of the best of three faces on 1–3; the neutral face is in the denominator. */
    public static final RatingMetric BEST_OF_3_FACES = topBox(Scale.highIsGood(1, 3), 1);

    /**
     * Net satisfaction index on four points without a neutral one: per cent very satisfied (4) minus per cent dissatisfied (1 and 2), plus
     * 100; from 0 to 200.
     */
    public static final RatingMetric NSAT = RatingMetric.net("NSAT", Scale.highIsGood(1, 4), x -> x == 4, x -> x <= 2)
            .withOffset(100);

    private Csat(RatingMetric definition, RatingCounts counts) {
        super(definition, counts);
    }

    /**
     * Returns the per cent of answers at the good end of a scale.
     *
     * @param scale the scale
     * @param points how many points count as satisfied, from the good end: 2 on 1–5 counts 4 and 5
     * @return the definition, higher being better
     * @throws IllegalArgumentException if the number of points is not in [1, points of the scale − 1]
     */
    public static RatingMetric topBox(Scale scale, int points) {
        checkBox(scale, points);
        return RatingMetric.share("CSAT top-" + points + of(scale), scale, x -> fromGoodEnd(scale, x) < points);
    }

    /**
     * Returns the per cent of answers at the bad end of a scale.
     *
     * @param scale the scale
     * @param points how many points count as dissatisfied, from the bad end: 2 on 1–5 counts 1 and 2
     * @return the definition, lower being better
     * @throws IllegalArgumentException if the number of points is not in [1, points of the scale − 1]
     */
    public static RatingMetric bottomBox(Scale scale, int points) {
        checkBox(scale, points);
        return RatingMetric.share(
                "CSAT bottom-" + points + of(scale), scale, x -> fromGoodEnd(scale, x) >= scale.points() - points);
    }

    /**
     * Returns good over good and bad: the per cent of answers in the better half, among all but those at the middle point. A scale with
     * an even number of points has no middle and leaves nothing out.
     *
     * @param scale the scale
     * @return the definition
     */
    public static RatingMetric goodOverBad(Scale scale) {
        int twiceMiddle = scale.points() - 1;
        return RatingMetric.share(
                        "CSAT good/(good+bad)" + of(scale), scale, x -> 2 * fromGoodEnd(scale, x) < twiceMiddle)
                .withoutPoints(x -> 2 * fromGoodEnd(scale, x) == twiceMiddle);
    }

    /**
     * Returns the mean answer, in scale points.
     *
     * @param scale the scale
     * @return the definition
     */
    public static RatingMetric mean(Scale scale) {
        return RatingMetric.mean("CSAT mean" + ends(scale), scale);
    }

    /**
     * Returns the mean answer in per cent of the highest point: on 1–5 a mean of 4 is 80 %, and the least possible is 20 %.
     *
     * @param scale the scale, of which high is good and the lowest point is not negative
     * @return the definition
     * @throws IllegalArgumentException if low is good or the lowest point is negative
     */
    public static RatingMetric meanOfMaximum(Scale scale) {
        if (scale.direction() != Direction.HIGHER_IS_BETTER || scale.lowest() < 0) {
            throw new IllegalArgumentException(
                    "a share of the maximum needs a scale from 0 or more of which high is good, but was " + scale);
        }
        double percentPerPoint = 100.0 / scale.highest();
        return RatingMetric.custom(
                "CSAT mean of maximum" + ends(scale),
                scale,
                x -> x * percentPerPoint,
                MetricUnit.PERCENT,
                Direction.HIGHER_IS_BETTER);
    }

    /**
     * Returns net satisfaction: the per cent of answers at the good end minus the per cent at the bad end.
     *
     * @param scale the scale
     * @param points how many points count at each end; 1 on 1–5 takes 5 against 1
     * @return the definition
     * @throws IllegalArgumentException if the number of points is not in [1, half the points of the scale]
     */
    public static RatingMetric net(Scale scale, int points) {
        if (points < 1 || 2 * points > scale.points()) {
            throw new IllegalArgumentException("points must be in [1, " + scale.points() / 2 + "], but was " + points);
        }
        return RatingMetric.net(
                "net satisfaction top-" + points + of(scale),
                scale,
                x -> fromGoodEnd(scale, x) < points,
                x -> fromGoodEnd(scale, x) >= scale.points() - points);
    }

    private static void checkBox(Scale scale, int points) {
        if (points < 1 || points >= scale.points()) {
            throw new IllegalArgumentException(
                    "points must be in [1, " + (scale.points() - 1) + "], but was " + points);
        }
    }

    private static String of(Scale scale) {
        return " of " + scale.points();
    }

    /** For means, which depend on where the scale begins. */
    static String ends(Scale scale) {
        return " (" + scale.lowest() + " to " + scale.highest() + ")";
    }

    /** How many points a point lies from the good end. */
    private static int fromGoodEnd(Scale scale, int point) {
        return scale.direction() == Direction.HIGHER_IS_BETTER ? scale.highest() - point : point - scale.lowest();
    }

    /**
     * Returns the CSAT of these answers on 1–5, by {@link #TOP_2_OF_5}.
     *
     * @param answers the answers; none is legal
     * @return the score
     * @throws IllegalArgumentException if an answer is not in [1, 5]
     */
    public static Csat of(int... answers) {
        return of(TOP_2_OF_5, answers);
    }

    /**
     * Returns the CSAT of these answers by a definition.
     *
     * @param definition the definition
     * @param answers the answers; none is legal
     * @return the score
     * @throws IllegalArgumentException if an answer is not on the definition's scale
     */
    public static Csat of(RatingMetric definition, int... answers) {
        return from(definition, Rows.count(definition, answers));
    }

    /**
     * Returns the CSAT of counts by a definition.
     *
     * @param definition the definition
     * @param counts the counts, on the definition's scale
     * @return the score
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public static Csat from(RatingMetric definition, RatingCounts counts) {
        return new Csat(definition, counts);
    }

    /**
     * Returns a collector of the caller's own rows into a CSAT on 1–5, by {@link #TOP_2_OF_5}; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 1 to 5
     * @return the collector, which throws {@link IllegalArgumentException} for an answer out of range and {@link NullPointerException}
     *     for none
     */
    public static <T> Collector<T, ?, Csat> toCsat(ToIntFunction<? super T> answer) {
        return toCsat(TOP_2_OF_5, answer);
    }

    /**
     * Returns a collector of the caller's own rows into a CSAT by a definition; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param answer reads a row's answer, a point of the definition's scale
     * @return the collector, which throws {@link IllegalArgumentException} for an answer off the scale and {@link NullPointerException} for none
     */
    public static <T> Collector<T, ?, Csat> toCsat(RatingMetric definition, ToIntFunction<? super T> answer) {
        return Rows.collector(definition, Rows.given(answer, "toCsatOrSkipped"), Csat::from);
    }

    /**
     * Returns a collector of the caller's own rows into a CSAT on 1–5, by {@link #TOP_2_OF_5}, where an answer may be missing: null counts as
     * skipped, beside n and never in it.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 1 to 5, or null
     * @return the collector, which throws {@link IllegalArgumentException} for an answer out of range
     */
    public static <T> Collector<T, ?, Csat> toCsatOrSkipped(Function<? super T, @Nullable Integer> answer) {
        return toCsatOrSkipped(TOP_2_OF_5, answer);
    }

    /**
     * Returns a collector of the caller's own rows into a CSAT by a definition, where an answer may be missing: null counts as skipped.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param answer reads a row's answer, a point of the definition's scale, or null
     * @return the collector, which throws {@link IllegalArgumentException} for an answer off the scale
     */
    public static <T> Collector<T, ?, Csat> toCsatOrSkipped(
            RatingMetric definition, Function<? super T, @Nullable Integer> answer) {
        return Rows.collector(definition, Rows.orSkipped(answer), Csat::from);
    }

    /**
     * Returns a collector of the caller's own weighted rows into a CSAT on 1–5, by {@link #TOP_2_OF_5}; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 1 to 5
     * @param weight reads a row's weight
     * @return the collector, which throws {@link IllegalArgumentException} for an answer or a weight out of range
     */
    public static <T> Collector<T, ?, Csat> toCsat(
            ToIntFunction<? super T> answer, ToDoubleFunction<? super T> weight) {
        return Rows.collector(TOP_2_OF_5, Rows.weighted(answer, weight, "toCsatOrSkipped"), Csat::from);
    }

    /**
     * Returns a collector for everything else: answers that do not apply, weights by another definition; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition the definition
     * @param accept hands a row's answer to the tally, such as {@code (tally, row) -> tally.accept(row.answer(), row.weight())}
     * @return the collector
     */
    public static <T> Collector<T, ?, Csat> toCsat(RatingMetric definition, BiConsumer<RatingTally, ? super T> accept) {
        return Rows.collector(definition, accept, Csat::from);
    }

    /**
     * Returns the sum of two scores: the CSAT of all their answers together; of different weights to 1e-12, else exactly
     * ({@link RatingCounts#plus}).
     *
     * @param other a CSAT of the same definition
     * @return the sum
     * @throws IllegalArgumentException if the definitions differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    @Override
    public Csat plus(Csat other) {
        return new Csat(metric(), countsWith(other));
    }
}

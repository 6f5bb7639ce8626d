package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.numbers.StateKind;
import io.github.cxkit.metrics.rating.RatingMetric.Reading;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The Net Promoter Score: per cent promoters minus per cent detractors, from −100 to 100.
 *
 * <p>Asked "how likely are you to recommend us?" on 0–10, those who answer 9 or 10 are promoters, 7 or 8 passives, 0 to 6 detractors
 * ({@link #STANDARD}). Of 100 answers with 45 promoters, 35 passives and 20 detractors the score is 25.0, with a 95 % interval from 9.4 to 39.3.
 *
 * <pre>{@code
 * Nps nps = Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10);
 * nps.score();        // 40.0
 * nps.estimate();     // 40.0 (95% CI -15.3 to 75.3, n=10)
 *
 * Nps.promoters(45).passives(35).detractors(20);                    // counted on 0–10
 * Nps.promoters(45).passives(35).detractors(20, Nps.ONE_TO_TEN);    // on another scale: never compared with the former
 *
 * Map<Region, Nps> byRegion = rows.stream().collect(groupingBy(Row::region, toNps(Row::recommend)));
 * Nps all = byRegion.values().stream().reduce(Nps::plus).orElseThrow();
 * }</pre>
 *
 * <ul>
 *   <li>Where an answer may be missing, say what that means: {@code toNpsOrSkipped(Row::recommend)} counts null as skipped, and
 *       {@code toNps(Nps.STANDARD, (tally, row) -> …)} whatever the function hands to the tally. {@code toNps(Row::recommend)} refuses null.
 *   <li>0 is an answer like any other, and its giver a detractor.
 *   <li>Without answers the score is undefined, not 0: {@link #value()} throws, {@link #isEmpty()} lets callers ask first.
 *   <li>The mean of 0–10 answers is not an NPS; it is a {@link CustomScore} by {@link RatingMetric#mean}.
 * </ul>
 *
 * @see <a href="https://hbr.org/2003/12/the-one-number-you-need-to-grow">Reichheld (2003)</a>
 */
public final class Nps extends RatingScore implements MergeableScore<Nps> {

    /** 0–10: promoters 9–10, passives 7–8, detractors 0–6. */
    public static final RatingMetric STANDARD = definition("NPS", Scale.highIsGood(0, 10), 6, 9);

    /** 1–10, as some tools ask: promoters 9–10, passives 7–8, detractors 1–6. Not comparable with {@link #STANDARD}. */
    public static final RatingMetric ONE_TO_TEN = definition("NPS (1–10)", Scale.highIsGood(1, 10), 6, 9);

    /** 1–5: promoters 5, passives 4, detractors 1–3. Not comparable with {@link #STANDARD}. */
    public static final RatingMetric FIVE_POINT = definition("NPS (1–5)", Scale.highIsGood(1, 5), 3, 5);

    /** 1–5: promoters 4–5, passives 3, detractors 1–2. Not comparable with {@link #STANDARD}. */
    public static final RatingMetric FIVE_POINT_TOP_2 = definition("NPS (1–5, top 2)", Scale.highIsGood(1, 5), 2, 4);

    private Nps(RatingMetric definition, RatingCounts counts) {
        super(definition, counts);
        if (definition.reading() != Reading.NET) {
            throw new IllegalArgumentException("an NPS needs a net definition, but was given " + definition);
        }
    }

    /**
     * Returns a definition with other cut points.
     *
     * @param name the label
     * @param scale the scale, of which high must be good
     * @param highestDetractor detractors are the points up to this one
     * @param lowestPromoter promoters are the points from this one
     * @return the definition
     * @throws IllegalArgumentException if a cut point is not on the scale, detractors do not end below promoters, or low is good
     */
    public static RatingMetric definition(String name, Scale scale, int highestDetractor, int lowestPromoter) {
        scale.answer(highestDetractor);
        scale.answer(lowestPromoter);
        if (highestDetractor >= lowestPromoter) {
            throw new IllegalArgumentException("highestDetractor must be below lowestPromoter " + lowestPromoter
                    + ", but was " + highestDetractor);
        }
        if (scale.direction().sign() < 0) {
            throw new IllegalArgumentException("an NPS scale must have high as its good end, but was " + scale);
        }
        return RatingMetric.net(name, scale, x -> x >= lowestPromoter, x -> x <= highestDetractor);
    }

    /**
     * Returns the NPS of these answers on 0–10.
     *
     * @param answers the answers; none is legal
     * @return the score
     * @throws IllegalArgumentException if an answer is not in [0, 10]
     */
    public static Nps of(int... answers) {
        return of(STANDARD, answers);
    }

    /**
     * Returns the NPS of these answers by a definition.
     *
     * @param definition the definition, which must be net
     * @param answers the answers; none is legal
     * @return the score
     * @throws IllegalArgumentException if an answer is not on the definition's scale, or the definition is not net
     */
    public static Nps of(RatingMetric definition, int... answers) {
        return from(definition, Rows.count(definition, answers));
    }

    /**
     * Returns the NPS of counts on 0–10.
     *
     * @param counts the counts
     * @return the score
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public static Nps from(RatingCounts counts) {
        return new Nps(STANDARD, counts);
    }

    /**
     * Returns the NPS of counts by another definition.
     *
     * @param definition a net definition
     * @param counts the counts, on the definition's scale or of its own classes
     * @return the score
     * @throws IllegalArgumentException if the definition is not net, or the counts are on another scale or of the classes of another definition
     */
    public static Nps from(RatingMetric definition, RatingCounts counts) {
        return new Nps(definition, counts);
    }

    /**
     * Begins an NPS from class counts: {@code Nps.promoters(45).passives(35).detractors(20)}.
     *
     * @param promoters how many answered 9 or 10
     * @return what is still missing
     * @throws IllegalArgumentException if the count is negative
     */
    public static WithPromoters promoters(long promoters) {
        return new WithPromoters(RatingCounts.checkCount(promoters, "promoters"));
    }

    /**
     * An NPS of which the promoters are known.
     *
     * @param promoters how many answered 9 or 10
     */
    public record WithPromoters(long promoters) {

        /**
         * Goes on with the passives.
         *
         * @param passives how many answered 7 or 8
         * @return what is still missing
         * @throws IllegalArgumentException if the count is negative
         */
        public WithPassives passives(long passives) {
            return new WithPassives(promoters, RatingCounts.checkCount(passives, "passives"));
        }
    }

    /**
     * An NPS of which promoters and passives are known.
     *
     * @param promoters how many answered 9 or 10
     * @param passives how many answered 7 or 8
     */
    public record WithPassives(long promoters, long passives) {

        /**
         * Ends with the detractors, all three counted on 0–10.
         *
         * @param detractors how many answered 0 to 6
         * @return the score, which knows its classes and not its {@link Nps#distribution()}
         * @throws IllegalArgumentException if the count is negative
         * @throws ArithmeticException if the counts add up to more than a long can hold
         */
        public Nps detractors(long detractors) {
            return detractors(detractors, STANDARD);
        }

        /**
         * Ends with the detractors of another definition.
         *
         * @param detractors how many there are
         * @param definition the definition by which all three were counted, such as {@link Nps#ONE_TO_TEN}
         * @return the score, which knows its classes and not its {@link Nps#distribution()}
         * @throws IllegalArgumentException if the count is negative, or the definition is not net
         * @throws ArithmeticException if the counts add up to more than a long can hold
         */
        public Nps detractors(long detractors, RatingMetric definition) {
            RatingCounts.checkCount(detractors, "detractors");
            return new Nps(definition, new AnswerClasses(definition).counts(detractors, passives, promoters));
        }
    }

    /**
     * Returns the score that {@link #toLongs()} wrote.
     *
     * @param definition the definition that it was written with
     * @param longs what was written
     * @return the score, equal to the one that was written
     * @throws IllegalArgumentException if it is no state of an NPS by this definition, or no answers could give it
     */
    public static Nps fromLongs(RatingMetric definition, long[] longs) {
        return new Nps(definition, readCounts(StateKind.NPS, definition, longs));
    }

    @Override
    StateKind stateKind() {
        return StateKind.NPS;
    }

    /**
     * Returns a collector of the caller's own rows into an NPS on 0–10; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 0 to 10
     * @return the collector, which throws {@link IllegalArgumentException} for an answer out of range and {@link NullPointerException}
     *     for none
     */
    public static <T> Collector<T, ?, Nps> toNps(ToIntFunction<? super T> answer) {
        return toNps(STANDARD, answer);
    }

    /**
     * Returns a collector of the caller's own rows into an NPS by a definition; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition the definition, which must be net
     * @param answer reads a row's answer, a point of the definition's scale
     * @return the collector, which throws {@link IllegalArgumentException} for an answer off the scale and {@link NullPointerException} for none
     */
    public static <T> Collector<T, ?, Nps> toNps(RatingMetric definition, ToIntFunction<? super T> answer) {
        return Rows.collector(definition, Rows.given(answer, "toNpsOrSkipped"), Nps::from);
    }

    /**
     * Returns a collector of the caller's own rows into an NPS on 0–10, where an answer may be missing: null counts as
     * skipped, beside n and never in it.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 0 to 10, or null
     * @return the collector, which throws {@link IllegalArgumentException} for an answer out of range
     */
    public static <T> Collector<T, ?, Nps> toNpsOrSkipped(Function<? super T, @Nullable Integer> answer) {
        return toNpsOrSkipped(STANDARD, answer);
    }

    /**
     * Returns a collector of the caller's own rows into an NPS by a definition, where an answer may be missing: null counts as skipped.
     *
     * @param <T> the row type
     * @param definition the definition, which must be net
     * @param answer reads a row's answer, a point of the definition's scale, or null
     * @return the collector, which throws {@link IllegalArgumentException} for an answer off the scale
     */
    public static <T> Collector<T, ?, Nps> toNpsOrSkipped(
            RatingMetric definition, Function<? super T, @Nullable Integer> answer) {
        return Rows.collector(definition, Rows.orSkipped(answer), Nps::from);
    }

    /**
     * Returns a collector of the caller's own weighted rows into an NPS on 0–10; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param answer reads a row's answer, 0 to 10
     * @param weight reads a row's weight
     * @return the collector, which throws {@link IllegalArgumentException} for an answer or a weight out of range
     */
    public static <T> Collector<T, ?, Nps> toNps(ToIntFunction<? super T> answer, ToDoubleFunction<? super T> weight) {
        return Rows.collector(STANDARD, Rows.weighted(answer, weight, "toNpsOrSkipped"), Nps::from);
    }

    /**
     * Returns a collector for everything else: answers that do not apply, weights by another definition; one row is taken for one person's answer.
     *
     * @param <T> the row type
     * @param definition a net definition
     * @param accept hands a row's answer to the tally, such as {@code (tally, row) -> tally.accept(row.answer(), row.weight())}
     * @return the collector
     */
    public static <T> Collector<T, ?, Nps> toNps(RatingMetric definition, BiConsumer<RatingTally, ? super T> accept) {
        return Rows.collector(definition, accept, Nps::from);
    }

    /**
     * Returns the score; the same as {@link #value()}.
     *
     * @return the score, from −100 to 100
     * @throws IllegalStateException if there are no answers
     */
    public double score() {
        return value();
    }

    /**
     * Returns the sum of two scores: the NPS of all their answers together; of different weights to 1e-12, else exactly
     * ({@link RatingCounts#plus}). If one of them knows its classes only, so does the sum.
     *
     * @param other an NPS of the same definition
     * @return the sum
     * @throws IllegalArgumentException if the definitions differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    @Override
    public Nps plus(Nps other) {
        return new Nps(metric(), countsWith(other));
    }

    /**
     * Returns how many are promoters.
     *
     * @return 0 or more
     */
    public long promoters() {
        return classCount(1);
    }

    /**
     * Returns how many are passives.
     *
     * @return 0 or more
     */
    public long passives() {
        return classCount(0);
    }

    /**
     * Returns how many are detractors.
     *
     * @return 0 or more
     */
    public long detractors() {
        return classCount(-1);
    }

    private long classCount(int which) {
        return counts().classes(metric()).count(which);
    }

    /**
     * Returns how many answered each point of the scale.
     *
     * @return the counts
     * @throws IllegalStateException if this score was made of class counts, or is a sum with one that was
     */
    public RatingCounts distribution() {
        if (isOfClasses()) {
            throw new IllegalStateException(
                    metric().name() + " was made of class counts; how many answered each point is not known");
        }
        return counts();
    }
}

package io.github.cxkit.metrics.rating;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.numbers.Sums;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * How many answers were given at each point of a scale; exact, immutable, and all that a rating score needs to know.
 *
 * <p>Answers that were skipped, do not apply or have weight zero travel along and are never part of {@link #count()}.
 * Merging with {@link #plus} is addition of {@code long}s: associative, commutative, with {@link #empty} as identity, so that
 * one test, a parallel stream and a thousand machines arrive at the same bits. Where answers have different weights, the sums of weights
 * agree to 1e-12 relative whatever the order ({@link #plus} says how far); where all weights are equal, whatever their value, nothing differs from the unweighted
 * counts.
 *
 * <pre>{@code
 * RatingTally tally = RatingTally.on(Scale.highIsGood(0, 10));
 * tally.accept(10);
 * tally.accept(Answer.SKIPPED);
 * RatingCounts counts = tally.counts();
 * counts.count();    // 1
 * counts.skipped();  // 1
 * long[] row = counts.toLongs();                                    // for a database, a message, another machine
 * RatingCounts same = RatingCounts.fromLongs(Nps.STANDARD, row);
 * }</pre>
 *
 * @serial exclude
 */
public final class RatingCounts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Scale scale;
    /** The definition whose classes are counted; null where points are. */
    private final transient @Nullable RatingMetric classesOf;

    private final transient long[] counts;
    private final transient long skipped;
    private final transient long notApplicable;
    private final transient long zeroWeight;
    private final transient Weights weights;
    private final transient long count;

    /** The arrays are taken over, not copied. */
    RatingCounts(
            Scale scale,
            @Nullable RatingMetric classesOf,
            long[] counts,
            long skipped,
            long notApplicable,
            long zeroWeight,
            Weights weights) {
        this.scale = scale;
        this.classesOf = classesOf;
        this.counts = counts;
        this.skipped = skipped;
        this.notApplicable = notApplicable;
        this.zeroWeight = zeroWeight;
        this.weights = weights;
        long answers = 0;
        for (long atPoint : counts) {
            answers = Sums.addExact(answers, atPoint);
        }
        this.count = answers;
        Sums.addExact(Sums.addExact(Sums.addExact(answers, skipped), notApplicable), zeroWeight);
    }

    /**
     * Returns the counts of no answers at all: the identity of {@link #plus}.
     *
     * @param scale the scale
     * @return the empty counts
     */
    public static RatingCounts empty(Scale scale) {
        return RatingTally.on(scale).counts();
    }

    /**
     * Returns counts that are known already.
     *
     * @param scale the scale
     * @param countPerPoint how many answers at each point, from the lowest to the highest
     * @return the counts
     * @throws IllegalArgumentException if there is not one count per point, or a count is negative
     * @throws ArithmeticException if the counts add up to more than a long can hold
     */
    public static RatingCounts of(Scale scale, long... countPerPoint) {
        if (countPerPoint.length != scale.points()) {
            throw new IllegalArgumentException("one count per point of " + scale + " is needed, that is "
                    + scale.points() + ", but there were " + countPerPoint.length);
        }
        return of(scale, null, countPerPoint);
    }

    /**
     * Returns class counts that are known already: of a net score how many are negative, neutral and positive, of a share how many are not counted and counted;
     * and last, where the definition leaves points out, how many answers lie there. They belong to the definition and are read by it alone.
     *
     * @param definition a net score or a share
     * @param countPerClass how many answers in each class, in the order told
     * @return the counts
     * @throws IllegalArgumentException if the definition is of a mean, there is not one count per class, or a count is negative
     * @throws ArithmeticException if the counts add up to more than a long can hold
     */
    public static RatingCounts ofClasses(RatingMetric definition, long... countPerClass) {
        Scale classes = new AnswerClasses(definition).scale();
        if (countPerClass.length != classes.points()) {
            throw new IllegalArgumentException("one count per class of " + definition + " is needed, that is "
                    + classes.points() + ", but there were " + countPerClass.length);
        }
        return of(classes, definition, countPerClass);
    }

    private static RatingCounts of(Scale scale, @Nullable RatingMetric classesOf, long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            checkCount(counts[i], "count at " + (scale.lowest() + i));
        }
        return new RatingCounts(scale, classesOf, counts.clone(), 0, 0, 0, Weights.ofUnweighted(counts));
    }

    /**
     * Returns a collector of the caller's own rows into counts.
     *
     * <p>Each group holds one tally, of a size that depends on the scale alone. The collector takes every row for an answer of its own:
     * whoever answered twice counts twice.
     *
     * @param <T> the row type
     * @param scale the scale
     * @param accept hands a row's answer to the tally, such as {@code (tally, row) -> tally.accept(row.answer(), row.weight())}
     * @return the collector
     */
    public static <T> Collector<T, ?, RatingCounts> toCounts(Scale scale, BiConsumer<RatingTally, ? super T> accept) {
        Objects.requireNonNull(scale, "scale");
        return Collector.of(() -> RatingTally.on(scale), accept::accept, RatingTally::combine, RatingTally::counts);
    }

    /**
     * Returns the counts that {@link #toLongs()} wrote, checked against the definition that will read them.
     *
     * @param definition what the counts are for: its scale must be theirs, or they must be of its classes
     * @param longs what was written
     * @return the counts, equal to those that were written
     * @throws IllegalArgumentException if length, layout, kind, scale or definition do not fit, or no answers could give such counts and weights
     */
    public static RatingCounts fromLongs(RatingMetric definition, long[] longs) {
        return CountsState.read(definition, longs);
    }

    static long checkCount(long count, String name) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + count);
        }
        return count;
    }

    /**
     * Returns everything in these counts as longs, for a database row, a message or another machine.
     *
     * <p>Layout: 1; 1 for counts per point, 2 for class counts; the code of the definition of class counts, else 0; lowest point, highest point, +1 where high is good
     * or −1; 1 where weights differ or 0; the bits of the smallest and of the largest weight, of 1 without answers. So far all is the same for counts that may be added
     * up without weights. Then skipped, not applicable, answers of weight zero, and a count per point or class: these add up column by column, in SQL for example.
     * Then, where weights differ, the bits of Σw per point and of Σw² per point.
     *
     * @return a new array
     */
    public long[] toLongs() {
        return CountsState.write(this);
    }

    /**
     * Returns a copy that knows how many did not answer, beside the answers themselves: counts from a table have both.
     *
     * @param newSkipped how often the question was put and not answered, in place of what these counts say
     * @param newNotApplicable how often the question did not apply, likewise
     * @return the copy, with the same answers
     * @throws IllegalArgumentException if a number is negative
     * @throws ArithmeticException if there would be more answers than a long can count
     */
    public RatingCounts withMissing(long newSkipped, long newNotApplicable) {
        return new RatingCounts(
                scale,
                classesOf,
                counts,
                checkCount(newSkipped, "skipped"),
                checkCount(newNotApplicable, "not applicable"),
                zeroWeight,
                weights);
    }

    /**
     * Returns the sum of two counts. Whole numbers and equal weights are added exactly, in every order and partition. Sums of different
     * weights are rounded once by each merge, to 1.1e-16 of themselves: they agree to 1e-12, whatever the order of the answers and the partition, up
     * to 4,500 merges in a row.
     *
     * @param other counts on the same scale, or of the classes of the same definition
     * @return the sum
     * @throws IllegalArgumentException if the scales or the definitions differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public RatingCounts plus(RatingCounts other) {
        return RatingTally.like(this).add(this).add(other).counts();
    }

    /**
     * Returns the scale; of class counts that of the classes.
     *
     * @return the scale; −1 to 1 for the classes of a net score and 0 to 1 for those of a share, with a point more for answers that the definition leaves out
     */
    public Scale scale() {
        return scale;
    }

    /**
     * Returns the definition whose classes are counted, where these are class counts.
     *
     * @return the definition; empty where the points of a scale are counted
     */
    public Optional<RatingMetric> classesOf() {
        return Optional.ofNullable(classesOf);
    }

    /**
     * Returns how many answers were given, those of weight zero apart.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * Returns how many answers were given at one point, those of weight zero apart.
     *
     * @param point a point of the scale
     * @return 0 or more
     * @throws IllegalArgumentException if the point is not on the scale
     */
    public long count(int point) {
        scale.answer(point);
        return counts[point - scale.lowest()];
    }

    /**
     * Returns the sum of the weights of the answers at one point.
     *
     * @param point a point of the scale
     * @return 0 or more; the count where all weights are 1
     * @throws IllegalArgumentException if the point is not on the scale
     */
    public double weight(int point) {
        scale.answer(point);
        return weightSum(point - scale.lowest());
    }

    /**
     * Returns the per cent of answers at one point, by weight where answers have different weights.
     *
     * @param point a point of the scale
     * @return from 0 to 100
     * @throws IllegalArgumentException if the point is not on the scale
     * @throws IllegalStateException if there are no answers
     */
    public double percent(int point) {
        if (count == 0) {
            throw new IllegalStateException("shares are undefined for zero answers");
        }
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            all += isWeighted() ? weightSum(i) : counts[i];
        }
        return 100 * (isWeighted() ? weight(point) : count(point)) / all;
    }

    /**
     * Returns how often the question was put and not answered.
     *
     * @return 0 or more
     */
    public long skipped() {
        return skipped;
    }

    /**
     * Returns how often the question did not apply.
     *
     * @return 0 or more
     */
    public long notApplicable() {
        return notApplicable;
    }

    /**
     * Returns how many answers were given with weight zero.
     *
     * @return 0 or more
     */
    public long zeroWeight() {
        return zeroWeight;
    }

    /**
     * Returns whether the answers have different weights. Weights that are all equal, whatever their value, do not make counts weighted.
     *
     * @return true if two weights differ
     */
    public boolean isWeighted() {
        return weights.differ();
    }

    long[] counts() {
        return counts;
    }

    Weights weights() {
        return weights;
    }

    double weightSum(int index) {
        return weights.sum(index, counts[index]);
    }

    double squaredWeightSum(int index) {
        return weights.square(index, counts[index]);
    }

    /**
     * Returns the answers sorted into the classes of a definition, which is all that it reads from them: an NPS needs 3 counts rather than 11. Which answer was given
     * is not known any more.
     *
     * @param definition a net score or a share
     * @return the class counts, see {@link #ofClasses}; these counts themselves where they are of its classes already
     * @throws IllegalArgumentException if the definition is of a mean, on another scale, or another than the one whose classes these are
     */
    public RatingCounts classes(RatingMetric definition) {
        AnswerClasses classes = new AnswerClasses(definition);
        definition.requireReadable(this);
        if (classesOf != null) {
            return this;
        }
        int[] newIndex = classes.indexPerPoint();
        long[] perClass = new long[classes.scale().points()];
        for (int i = 0; i < counts.length; i++) {
            perClass[newIndex[i]] += counts[i];
        }
        return new RatingCounts(
                classes.scale(),
                definition,
                perClass,
                skipped,
                notApplicable,
                zeroWeight,
                weights.collapse(newIndex, perClass.length));
    }

    private Object writeReplace() {
        return new SerialCounts(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("counts are serialised as their longs");
    }

    /** What is counted, in words. */
    String basis() {
        return classesOf == null ? "[" + scale + "]" : "the classes of " + classesOf;
    }

    /**
     * Returns the counts in plain values; what JSON shows of them. To count on, keep {@link #toLongs()}.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        Map<Integer, Long> counts = new TreeMap<>();
        Map<Integer, Double> weights = new TreeMap<>();
        for (int point = scale.lowest(); point <= scale.highest(); point++) {
            counts.put(point, count(point));
            weights.put(point, weight(point));
        }
        return new View(counts, isWeighted() ? weights : null, skipped(), notApplicable(), zeroWeight());
    }

    /**
     * A histogram of ratings in plain values.
     *
     * @param counts the number of answers at each point of the scale
     * @param weights the sum of their weights at each point; null where all weigh the same
     * @param skipped how many were skipped
     * @param notApplicable how many did not apply
     * @param zeroWeight how many had weight 0
     */
    public record View(
            Map<Integer, Long> counts,
            @Nullable Map<Integer, Double> weights,
            long skipped,
            long notApplicable,
            long zeroWeight) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof RatingCounts that
                && scale.equals(that.scale)
                && Objects.equals(classesOf, that.classesOf)
                && Arrays.equals(counts, that.counts)
                && skipped == that.skipped
                && notApplicable == that.notApplicable
                && zeroWeight == that.zeroWeight
                && weights.equals(that.weights);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scale, classesOf, Arrays.hashCode(counts), skipped, notApplicable, zeroWeight, weights);
    }

    /**
     * Shows the scale, the count per point and what stands beside it.
     *
     * @return for example {@code RatingCounts[1–5, high is good: 0 1 4 9 6, n=20, skipped 2, not applicable 0]} or {@code RatingCounts[classes of NPS: 20 35 45, …]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("RatingCounts[")
                .append(classesOf == null ? scale.toString() : "classes of " + classesOf.name())
                .append(':');
        for (long atPoint : counts) {
            text.append(' ').append(atPoint);
        }
        return text.append(", n=")
                .append(count)
                .append(", skipped ")
                .append(skipped)
                .append(", not applicable ")
                .append(notApplicable)
                .append(zeroWeight == 0 ? "" : ", weight zero " + zeroWeight)
                .append(isWeighted() ? ", weighted]" : "]")
                .toString();
    }
}

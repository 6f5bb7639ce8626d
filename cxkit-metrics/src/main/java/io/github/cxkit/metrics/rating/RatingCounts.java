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

    /** Version of the layout of {@link #toLongs()}. */
    private static final long LAYOUT = 1;

    private static final int HEADER = 10;

    private final Scale scale;
    private final long[] counts;
    private final long skipped;
    private final long notApplicable;
    private final long zeroWeight;
    private final transient Weights weights;
    private final long count;

    /** The arrays are taken over, not copied. */
    RatingCounts(Scale scale, long[] counts, long skipped, long notApplicable, long zeroWeight, Weights weights) {
        this.scale = scale;
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
        for (int i = 0; i < countPerPoint.length; i++) {
            checkCount(countPerPoint[i], "count at " + (scale.lowest() + i));
        }
        return new RatingCounts(scale, countPerPoint.clone(), 0, 0, 0, Weights.ofUnweighted(countPerPoint));
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
     * @param definition what the counts are for: its scale must be theirs; counts of the classes of a net score are taken as well
     * @param longs what was written
     * @return the counts, equal to those that were written
     * @throws IllegalArgumentException if length, layout or scale do not fit, or a count or a weight is impossible
     */
    public static RatingCounts fromLongs(RatingMetric definition, long[] longs) {
        if (longs.length < HEADER) {
            throw new IllegalArgumentException(
                    "state must have at least " + HEADER + " longs, but had " + longs.length);
        }
        if (longs[0] != LAYOUT) {
            throw new IllegalArgumentException("state must be of layout " + LAYOUT + ", but was of layout " + longs[0]);
        }
        Scale scale = definition.scale();
        if (!describes(longs, scale) && definition.reading() == Reading.NET && describes(longs, RatingMetric.CLASSES)) {
            scale = RatingMetric.CLASSES;
        }
        if (!describes(longs, scale)) {
            throw new IllegalArgumentException("state must be on the scale of " + definition + ", but was on "
                    + longs[1] + "–" + longs[2] + (longs[3] > 0 ? ", high is good" : ", low is good"));
        }
        return read(scale, longs);
    }

    private static boolean describes(long[] longs, Scale scale) {
        return longs[1] == scale.lowest()
                && longs[2] == scale.highest()
                && longs[3] == scale.direction().sign();
    }

    private static RatingCounts read(Scale scale, long[] longs) {
        int points = scale.points();
        boolean differ = longs[4] == 1;
        int length = HEADER + (differ ? 3 : 1) * points;
        if (longs.length != length || longs[4] < 0 || longs[4] > 1) {
            throw new IllegalArgumentException(
                    "state on " + scale + " must have " + length + " longs, but had " + longs.length);
        }
        long[] counts = Arrays.copyOfRange(longs, HEADER, HEADER + points);
        for (int i = 0; i < points; i++) {
            checkCount(counts[i], "count at " + (scale.lowest() + i));
        }
        return new RatingCounts(
                scale,
                counts,
                checkCount(longs[5], "skipped"),
                checkCount(longs[6], "not applicable"),
                checkCount(longs[7], "zero weight"),
                readWeights(longs, counts, differ));
    }

    private static Weights readWeights(long[] longs, long[] counts, boolean differ) {
        if (Arrays.stream(counts).allMatch(c -> c == 0)) {
            return Weights.NONE;
        }
        double lightest = Weights.check(Double.longBitsToDouble(longs[8]));
        double heaviest = Weights.check(Double.longBitsToDouble(longs[9]));
        if (!(lightest > 0) || (differ ? lightest >= heaviest : lightest != heaviest)) {
            throw new IllegalArgumentException(
                    "smallest and largest weight of the state do not fit it: " + lightest + " and " + heaviest);
        }
        if (!differ) {
            return Weights.equal(lightest);
        }
        int points = counts.length;
        double[] sums = new double[points];
        double[] squares = new double[points];
        for (int i = 0; i < points; i++) {
            sums[i] = checkSum(Double.longBitsToDouble(longs[HEADER + points + i]), counts[i]);
            squares[i] = checkSum(Double.longBitsToDouble(longs[HEADER + 2 * points + i]), counts[i]);
        }
        return Weights.of(lightest, heaviest, sums, squares);
    }

    private static double checkSum(double sum, long count) {
        if (!Double.isFinite(sum) || (count == 0 ? sum != 0 : sum <= 0)) {
            throw new IllegalArgumentException(
                    "sum of weights must be positive where there are answers, but was " + sum + " for " + count);
        }
        return sum;
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
     * <p>Layout: version (1), lowest point, highest point, +1 where high is good or −1, 1 where weights differ or 0, skipped, not applicable,
     * answers of weight zero, the bits of the smallest and of the largest weight; then a count per point; then, where weights differ,
     * the bits of Σw per point and of Σw² per point.
     *
     * @return a new array
     */
    public long[] toLongs() {
        int points = counts.length;
        long[] longs = Arrays.copyOf(
                new long[] {
                    LAYOUT,
                    scale.lowest(),
                    scale.highest(),
                    scale.direction().sign(),
                    weights.differ() ? 1 : 0,
                    skipped,
                    notApplicable,
                    zeroWeight,
                    Double.doubleToLongBits(weights.lightest),
                    Double.doubleToLongBits(weights.heaviest)
                },
                HEADER + (weights.differ() ? 3 : 1) * points);
        System.arraycopy(counts, 0, longs, HEADER, points);
        if (weights.differ()) {
            for (int i = 0; i < points; i++) {
                longs[HEADER + points + i] = Double.doubleToLongBits(weightSum(i));
                longs[HEADER + 2 * points + i] = Double.doubleToLongBits(squaredWeightSum(i));
            }
        }
        return longs;
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
     * @param other counts on the same scale
     * @return the sum
     * @throws IllegalArgumentException if the scales differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public RatingCounts plus(RatingCounts other) {
        return RatingTally.on(scale).add(this).add(other).counts();
    }

    /**
     * Returns the scale.
     *
     * @return the scale
     */
    public Scale scale() {
        return scale;
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

    /** Sorts the answers of a net definition into its three classes; every point must belong to one. */
    RatingCounts classes(RatingMetric definition) {
        if (scale.equals(RatingMetric.CLASSES)) {
            return this;
        }
        int[] newIndex = new int[counts.length];
        long[] classes = new long[3];
        for (int i = 0; i < counts.length; i++) {
            newIndex[i] = (int) definition.valueOf(scale.lowest() + i).orElseThrow() + 1;
            classes[newIndex[i]] += counts[i];
        }
        return new RatingCounts(
                RatingMetric.CLASSES, classes, skipped, notApplicable, zeroWeight, weights.collapse(newIndex, 3));
    }

    private Object writeReplace() {
        return new Written(scale, toLongs());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("counts are serialised as their longs");
    }

    /** The serial form: what is read back passes the same checks as {@link #fromLongs}. */
    @SuppressWarnings("ArrayRecordComponent") // private, and made to be written
    private record Written(Scale scale, long[] longs) implements Serializable {
        private Object readResolve() {
            return read(scale, longs);
        }
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
                && Arrays.equals(counts, that.counts)
                && skipped == that.skipped
                && notApplicable == that.notApplicable
                && zeroWeight == that.zeroWeight
                && weights.equals(that.weights);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scale, Arrays.hashCode(counts), skipped, notApplicable, zeroWeight, weights);
    }

    /**
     * Shows the scale, the count per point and what stands beside it.
     *
     * @return for example {@code RatingCounts[1–5, high is good: 0 1 4 9 6, n=20, skipped 2, not applicable 0]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("RatingCounts[").append(scale).append(':');
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

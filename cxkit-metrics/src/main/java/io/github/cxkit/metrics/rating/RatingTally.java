package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.numbers.Sums;
import io.github.cxkit.metrics.numbers.WeightBounds;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts answers as they come in.
 *
 * <p><b>Not thread-safe:</b> give each thread its own tally and {@link #combine} them; the result is the same to the last bit, and
 * with different weights to 1e-12 ({@link RatingCounts#plus}). Its size depends on the scale alone, not on the number of answers.
 *
 * <pre>{@code
 * RatingTally tally = RatingTally.on(Nps.STANDARD.scale());
 * for (Row row : rows) {
 *     tally.accept(row.recommend());
 * }
 * Nps nps = Nps.from(tally.counts());
 * }</pre>
 */
public final class RatingTally {

    /** The smallest weight that an answer may have, 0 apart. */
    public static final double SMALLEST_WEIGHT = WeightBounds.SMALLEST;

    /** The largest weight that an answer may have. */
    public static final double LARGEST_WEIGHT = WeightBounds.LARGEST;

    private final Scale scale;
    /** The definition whose classes are counted; null where points are. */
    private final @Nullable RatingMetric classesOf;

    private final int lowest;
    /** Answers of weight 1. */
    private final long[] counts;

    private long skipped;
    private long notApplicable;
    private long zeroWeight;
    /** Answers of any other weight; absent until there is one. */
    private @Nullable WeightedPart weighted;

    private RatingTally(Scale scale, @Nullable RatingMetric classesOf) {
        this.scale = Objects.requireNonNull(scale, "scale");
        this.classesOf = classesOf;
        this.lowest = scale.lowest();
        this.counts = new long[scale.points()];
    }

    /**
     * Returns an empty tally.
     *
     * @param scale the scale that answers must be on
     * @return the tally
     */
    public static RatingTally on(Scale scale) {
        return new RatingTally(scale, null);
    }

    /** An empty tally of what the counts are of. */
    static RatingTally like(RatingCounts counts) {
        return new RatingTally(counts.scale(), counts.classesOf().orElse(null));
    }

    /**
     * Returns a tally that goes on where another stopped.
     *
     * @param definition what the answers are for
     * @param longs what {@link #toLongs()} or {@link RatingCounts#toLongs()} wrote
     * @return the tally
     * @throws IllegalArgumentException as {@link RatingCounts#fromLongs}, and for class counts, which take no answers
     */
    public static RatingTally fromLongs(RatingMetric definition, long[] longs) {
        return on(definition.scale()).add(RatingCounts.fromLongs(definition, longs));
    }

    /**
     * Returns what has been counted so far as longs.
     *
     * @return the same as {@link RatingCounts#toLongs()} of {@link #counts()}
     */
    public long[] toLongs() {
        return counts().toLongs();
    }

    /**
     * Counts one given answer of weight 1.
     *
     * @param answer a point of the scale
     * @throws IllegalArgumentException if the answer is not on the scale; nothing is counted then
     */
    public void accept(int answer) {
        int index = index(answer);
        counts[index] = Math.incrementExact(counts[index]);
    }

    /**
     * Counts one answer of weight 1, given or not.
     *
     * @param answer the answer
     * @throws IllegalArgumentException if a given answer is not on the scale; nothing is counted then
     */
    public void accept(Answer answer) {
        Objects.requireNonNull(answer, "answer");
        switch (answer.kind()) {
            case GIVEN -> accept(answer.value());
            case SKIPPED -> acceptSkipped();
            case NOT_APPLICABLE -> notApplicable = Math.incrementExact(notApplicable);
        }
    }

    void acceptSkipped() {
        skipped = Math.incrementExact(skipped);
    }

    /**
     * Counts the same given answer several times, each of weight 1: a row of {@code select answer, count(*) … group by answer}.
     *
     * @param answer a point of the scale
     * @param times how many answers, 0 or more
     * @throws IllegalArgumentException if the answer is not on the scale or the number is negative; nothing is counted then
     * @throws ArithmeticException if there would be more answers at that point than a long can count; nothing is counted then
     */
    public void acceptTimes(int answer, long times) {
        int index = index(answer);
        counts[index] = Math.addExact(counts[index], RatingCounts.checkCount(times, "times"));
    }

    /**
     * Counts the same answer several times, given or not.
     *
     * @param answer the answer
     * @param times how many answers, 0 or more
     * @throws IllegalArgumentException if a given answer is not on the scale or the number is negative; nothing is counted then
     * @throws ArithmeticException if there would be more answers of that kind than a long can count; nothing is counted then
     */
    public void acceptTimes(Answer answer, long times) {
        Objects.requireNonNull(answer, "answer");
        RatingCounts.checkCount(times, "times");
        switch (answer.kind()) {
            case GIVEN -> acceptTimes(answer.value(), times);
            case SKIPPED -> skipped = Math.addExact(skipped, times);
            case NOT_APPLICABLE -> notApplicable = Math.addExact(notApplicable, times);
        }
    }

    /**
     * Counts one given answer.
     *
     * @param answer a point of the scale
     * @param weight the weight, 0 or in [1e-100, 1e100]; an answer of weight 0 is counted apart, and not in n
     * @throws IllegalArgumentException if the answer is not on the scale or the weight is out of its range; nothing is counted then
     */
    public void accept(int answer, double weight) {
        int index = index(answer);
        WeightBounds.check(weight);
        if (weight == 0) {
            zeroWeight = Math.incrementExact(zeroWeight);
        } else if (weight == 1) {
            counts[index] = Math.incrementExact(counts[index]);
        } else {
            weighted().accept(index, weight);
        }
    }

    /**
     * Counts one answer, given or not. A skipped answer and one that does not apply are counted without their weight.
     *
     * @param answer the answer
     * @param weight the weight, 0 or in [1e-100, 1e100]
     * @throws IllegalArgumentException if a given answer is not on the scale or the weight is out of its range; nothing is counted then
     */
    public void accept(Answer answer, double weight) {
        Objects.requireNonNull(answer, "answer");
        WeightBounds.check(weight);
        if (answer.isGiven()) {
            accept(answer.value(), weight);
        } else {
            accept(answer);
        }
    }

    /**
     * Counts an array of given answers.
     *
     * @param answers the answers, each a point of the scale
     * @throws IllegalArgumentException if one is not on the scale; the message names its index, and nothing of the array is counted then
     */
    public void acceptAll(byte[] answers) {
        acceptAll(answers, MissingCodes.none());
    }

    /**
     * Counts an array of answers in which some integers stand for missing ones.
     *
     * @param answers the answers, each a point of the scale or a code
     * @param codes what the codes stand for
     * @throws IllegalArgumentException if one is neither on the scale nor a code, or a code is on the scale; nothing of the array is
     *     counted then
     */
    public void acceptAll(byte[] answers, MissingCodes codes) {
        codes.requireOff(scale);
        add(Bulk.count(answers, scale, codes));
    }

    /**
     * Counts an array of given answers.
     *
     * @param answers the answers, each a point of the scale
     * @throws IllegalArgumentException if one is not on the scale; the message names its index, and nothing of the array is counted then
     */
    public void acceptAll(int[] answers) {
        acceptAll(answers, MissingCodes.none());
    }

    /**
     * Counts an array of answers in which some integers stand for missing ones.
     *
     * @param answers the answers, each a point of the scale or a code
     * @param codes what the codes stand for
     * @throws IllegalArgumentException if one is neither on the scale nor a code, or a code is on the scale; nothing of the array is
     *     counted then
     */
    public void acceptAll(int[] answers, MissingCodes codes) {
        codes.requireOff(scale);
        add(Bulk.count(answers, scale, codes));
    }

    /**
     * Adds counts that were made elsewhere.
     *
     * @param other counts per point of the same scale
     * @return this tally
     * @throws IllegalArgumentException if the scales differ, or these are class counts; the message names both
     * @throws ArithmeticException if there would be more answers than a long can count; nothing is added then
     */
    public RatingTally add(RatingCounts other) {
        if (!scale.equals(other.scale())
                || !Objects.equals(classesOf, other.classesOf().orElse(null))) {
            throw new IllegalArgumentException(
                    "counts on " + other.basis() + " cannot be added to counts on " + counts().basis());
        }
        checkRoomFor(other);
        skipped += other.skipped();
        notApplicable += other.notApplicable();
        zeroWeight += other.zeroWeight();
        if (other.weights().equals(Weights.ONE)) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts()[i];
            }
        } else if (other.count() > 0) {
            weighted().add(other);
        }
        return this;
    }

    /**
     * Adds what another tally has counted.
     *
     * @param other a tally on the same scale; it is not changed
     * @return this tally
     * @throws IllegalArgumentException if the scales differ; the message names both
     * @throws ArithmeticException if there would be more answers than a long can count; nothing is added then
     */
    public RatingTally combine(RatingTally other) {
        return add(other.counts());
    }

    /**
     * Returns what has been counted so far; the tally can go on afterwards.
     *
     * @return the counts
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public RatingCounts counts() {
        long[] all = counts.clone();
        Weights weights = Weights.ofUnweighted(counts);
        if (weighted != null) {
            weights = weighted.weightsWith(counts, weights);
            for (int i = 0; i < all.length; i++) {
                all[i] = Sums.addExact(all[i], weighted.counts[i]);
            }
        }
        return new RatingCounts(scale, classesOf, all, skipped, notApplicable, zeroWeight, weights);
    }

    /**
     * Shows what has been counted so far.
     *
     * @return for example {@code RatingTally[1–5, high is good: 0 1 4 9 6, n=20, skipped 2, not applicable 0]}
     */
    @Override
    public String toString() {
        return counts().toString().replaceFirst("^RatingCounts", "RatingTally");
    }

    private int index(int answer) {
        int index = answer - lowest;
        if (Integer.compareUnsigned(index, counts.length) >= 0) {
            scale.answer(answer);
        }
        return index;
    }

    private WeightedPart weighted() {
        WeightedPart part = weighted;
        if (part == null) {
            part = new WeightedPart(counts.length);
            weighted = part;
        }
        return part;
    }

    private void checkRoomFor(RatingCounts other) {
        RatingCounts mine = counts();
        long total = mine.skipped();
        for (long part : new long[] {
            mine.notApplicable(),
            mine.zeroWeight(),
            mine.count(),
            other.skipped(),
            other.notApplicable(),
            other.zeroWeight(),
            other.count()
        }) {
            total = Sums.addExact(total, part);
        }
    }

    /** Answers whose weight is not 1. */
    private static final class WeightedPart {
        private final long[] counts;
        private final WeightSums sums;
        private final WeightSums squares;
        private double lightest = Double.POSITIVE_INFINITY;
        private double heaviest = Double.NEGATIVE_INFINITY;

        WeightedPart(int points) {
            counts = new long[points];
            sums = new WeightSums(points);
            squares = new WeightSums(points);
        }

        void accept(int index, double weight) {
            counts[index] = Math.incrementExact(counts[index]);
            sums.add(index, weight);
            squares.add(index, weight * weight);
            lightest = Math.min(lightest, weight);
            heaviest = Math.max(heaviest, weight);
        }

        void add(RatingCounts other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts()[i];
                sums.add(i, other.weightSum(i));
                squares.add(i, other.squaredWeightSum(i));
            }
            lightest = Math.min(lightest, other.weights().lightest);
            heaviest = Math.max(heaviest, other.weights().heaviest);
        }

        /** The weights of these answers and of the unweighted ones together. */
        Weights weightsWith(long[] unweighted, Weights weightsOfUnweighted) {
            WeightSums allSums = sums.copy();
            WeightSums allSquares = squares.copy();
            for (int i = 0; i < unweighted.length; i++) {
                allSums.add(i, unweighted[i]);
                allSquares.add(i, unweighted[i]);
            }
            return Weights.of(
                    Math.min(lightest, weightsOfUnweighted.lightest),
                    Math.max(heaviest, weightsOfUnweighted.heaviest),
                    allSums.rounded(),
                    allSquares.rounded());
        }
    }
}

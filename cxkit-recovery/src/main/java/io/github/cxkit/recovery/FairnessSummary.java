package io.github.cxkit.recovery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * How fairly many cases were put right: means with intervals, the bounds that missing evidence leaves, the share of fair cases, and where the points are
 * lost.
 *
 * <pre>{@code
 * FairnessSummary summary = rows.stream().collect(toFairnessSummary(FairnessScorer.withDefaults(), MyRow::recoveryCase));
 * summary.overall().estimate();
 * Change.between(before.overall(), after.overall()).verdict();
 * rows.stream().collect(Breakdown.by(MyRow::team, toFairnessMean(scorer, MyRow::recoveryCase)));
 * }</pre>
 *
 * <ul>
 *   <li>Means of points are over the cases that have one, and say nothing about the others; {@link #bounds()} are over all cases.
 *   <li>The threshold for "fair" is the policy's: summaries of different policies are not merged.
 *   <li>Merging adds counts exactly; means agree to 1e-12 relative whatever the order.
 *   <li>None is legal, as the identity of {@link #plus}.
 * </ul>
 */
public final class FairnessSummary {

    private final FairnessScorer scorer;
    private final Mean[] means;
    private final long[] counts;

    FairnessSummary(FairnessScorer scorer, Mean[] means, long[] counts) {
        this.scorer = scorer;
        this.means = means;
        this.counts = counts;
    }

    /**
     * Returns a collector of the caller's own rows; one row is one case.
     *
     * @param <T> the row type
     * @param scorer the policy
     * @param recoveryCase reads a row's facts
     * @return the collector
     */
    public static <T> Collector<T, ?, FairnessSummary> toFairnessSummary(
            FairnessScorer scorer, Function<? super T, RecoveryCase> recoveryCase) {
        Objects.requireNonNull(scorer, "scorer");
        Objects.requireNonNull(recoveryCase, "recoveryCase");
        return Collector.of(
                () -> FairnessTally.of(scorer),
                (tally, row) -> tally.accept(recoveryCase.apply(row)),
                FairnessTally::combine,
                FairnessTally::summary);
    }

    /**
     * Returns the summary of the cases of both.
     *
     * @param other a summary by the same policy
     * @return the summary
     * @throws IllegalArgumentException if the policies differ; the message names both
     * @throws ArithmeticException if the number of cases exceeds a long
     */
    public FairnessSummary plus(FairnessSummary other) {
        if (!scorer.equals(other.scorer)) {
            throw new IllegalArgumentException(
                    "a summary by " + scorer + " cannot be merged with one by another policy, " + other.scorer);
        }
        Mean[] mergedMeans = new Mean[means.length];
        Arrays.setAll(mergedMeans, i -> means[i].plus(other.means[i]));
        long[] mergedCounts = new long[counts.length];
        Arrays.setAll(mergedCounts, i -> Math.addExact(counts[i], other.counts[i]));
        return new FairnessSummary(scorer, mergedMeans, mergedCounts);
    }

    /**
     * Returns the number of cases, with a point or without.
     *
     * @return 0 or more
     */
    public long count() {
        return counts[FairnessTally.CASES];
    }

    /**
     * Returns whether there are no cases.
     *
     * @return true if {@link #count()} is 0
     */
    public boolean isEmpty() {
        return count() == 0;
    }

    /**
     * Returns the mean of the overall points, over the cases that have a point; its count says how many those are.
     *
     * @return the mean, which may be of none
     */
    public FairnessMean overall() {
        return new FairnessMean(new FairnessMetric(FairnessMetric.OVERALL, scorer), means[FairnessTally.OVERALL]);
    }

    /**
     * Returns the mean of the points in one dimension, over the cases that have a point there.
     *
     * @param dimension the dimension
     * @return the mean, which may be of none
     */
    public FairnessMean dimension(FairnessDimension dimension) {
        return new FairnessMean(
                FairnessMetric.of(dimension, scorer),
                means[FairnessTally.DIMENSION + FairnessTally.position(dimension)]);
    }

    /**
     * Returns the mean of what customers say of one dimension, over the cases with enough answers. It stands beside {@link #dimension} and is
     * never averaged with it.
     *
     * @param dimension the dimension
     * @return the mean, which may be of none
     */
    public FairnessMean perceived(FairnessDimension dimension) {
        return new FairnessMean(
                new FairnessMetric("perceived fairness " + dimension, scorer),
                means[FairnessTally.PERCEIVED + FairnessTally.position(dimension)]);
    }

    /**
     * Returns the bounds of the mean over all cases, whatever the missing evidence said: the mean of their lower and that of their upper bounds.
     * What holds for {@link FairnessScore#bounds()} holds here.
     *
     * @return the bounds, within 0 and 100; they say nothing about chance
     * @throws IllegalStateException if there are no cases
     */
    public Interval bounds() {
        if (isEmpty()) {
            throw new IllegalStateException("bounds are undefined for zero cases");
        }
        double lower = means[FairnessTally.LOWER].value();
        double upper = means[FairnessTally.UPPER].value();
        return new Interval(Math.min(lower, upper), upper);
    }

    /**
     * Returns the share of fair cases among those that have a point.
     *
     * @return the share, with Wilson's interval
     */
    public Share fair() {
        return Share.of(
                ShareMetric.higherIsBetter(
                        "fair cases, from " + MetricUnit.POINTS.format(scorer.fairThreshold()) + " points on"),
                counts[FairnessTally.FAIR],
                overall().count());
    }

    /**
     * Returns how many cases have their overall points in a bin of ten: 0 is [0, 10), and so on; 9 is [90, 100].
     *
     * @param bin from 0 to 9
     * @return 0 or more
     * @throws IllegalArgumentException if the bin is not in [0, 9]
     */
    public long countInBin(int bin) {
        if (bin < 0 || bin >= FairnessTally.BIN_COUNT) {
            throw new IllegalArgumentException("bin must be in [0, 9], but was " + bin);
        }
        return counts[FairnessTally.BINS + bin];
    }

    /**
     * Returns in how many cases a dimension was the weakest.
     *
     * @param dimension the dimension
     * @return 0 or more; over the dimensions they sum to the number of cases with a point
     */
    public long countWeakest(FairnessDimension dimension) {
        return counts[FairnessTally.WEAKEST + FairnessTally.position(dimension)];
    }

    /**
     * Returns in how many cases a cap lowered a dimension.
     *
     * @param cap the cap
     * @return 0 or more
     */
    public long countCapped(FairnessCap cap) {
        return counts[FairnessTally.CAPS + FairnessTally.position(cap)];
    }

    /**
     * Returns in how many cases a violation was reported.
     *
     * @param violation the violation
     * @return 0 or more
     */
    public long countWith(Violation violation) {
        return counts[FairnessTally.VIOLATIONS + FairnessTally.position(violation)];
    }

    /**
     * Returns in how many cases a note stood by the score: in how many what is not known could decide whether the case is fair, in how many
     * nothing was said about violations.
     *
     * @param note the note
     * @return 0 or more
     */
    public long countWith(FairnessNote note) {
        return counts[FairnessTally.NOTES + FairnessTally.position(note)];
    }

    /**
     * Returns in how many cases the verdict "fair" depends on the weights.
     *
     * @return 0 or more
     */
    public long countSensitiveToWeights() {
        return countWith(FairnessNote.SENSITIVE_TO_WEIGHTS);
    }

    /**
     * Returns in how many cases more was given than the policy's limit of over-compensation.
     *
     * @return 0 or more
     */
    public long countOverCompensated() {
        return countWith(FairnessNote.OVER_COMPENSATED);
    }

    /**
     * Returns the mean coverage of one dimension, over the cases to which it applies.
     *
     * @param dimension the dimension
     * @return from 0 to 1; empty where it applies to no case
     */
    public OptionalDouble coverage(FairnessDimension dimension) {
        Mean coverage = means[FairnessTally.COVERAGE + FairnessTally.position(dimension)];
        return coverage.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(coverage.value());
    }

    /**
     * Returns the scorer whose scores these are.
     *
     * @return the scorer, with its policy
     */
    public FairnessScorer scorer() {
        return scorer;
    }

    /**
     * Returns the means and the share of fair cases in plain values; what JSON shows of a summary.
     *
     * @return the views: the overall mean, each dimension in their order, the share of fair cases
     */
    @JsonValue
    public List<ResultView> view() {
        Stream<Score> dimensions = Arrays.stream(FairnessDimension.values()).map(this::dimension);
        return Stream.of(Stream.<Score>of(overall()), dimensions, Stream.<Score>of(fair()))
                .flatMap(scores -> scores)
                .map(Score::view)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FairnessSummary that
                && scorer.equals(that.scorer)
                && Arrays.equals(means, that.means)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scorer, Arrays.hashCode(means), Arrays.hashCode(counts));
    }

    /**
     * Returns the number of cases, the mean and the share of fair cases.
     *
     * @return for example {@code 130 cases, mean fairness 74.9 (95% CI 70.1 to 79.7, n=120), fair cases, from 70.0 points on 70.0% (95% CI 61.3 to 77.5, n=120)}
     */
    @Override
    public String toString() {
        return count() + " cases, " + overall() + ", " + fair();
    }
}

package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MeanTally;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * A mean of fairness points over many cases, as a {@link Score}: with an interval by the t distribution, cut to 0–100, and comparable by {@code Change}.
 *
 * <p>Two cases with 76.6 and 86.2 points have the mean 81.4.
 *
 * <pre>{@code
 * rows.stream().collect(Breakdown.by(MyRow::team, toFairnessMean(scorer, MyRow::recoveryCase)));
 * rows.stream().collect(Trend.by(MyRow::closedAt, CalendarPeriod.MONTH, zone, toFairnessMean(scorer, MyRow::recoveryCase)));
 * rows.stream().collect(Breakdown.by(MyRow::team, toFairnessMean(PROCESS, scorer, MyRow::recoveryCase)));    // one dimension
 * Change.between(before.overall(), after.overall());    // of two summaries
 * }</pre>
 *
 * <ul>
 *   <li>One case is taken for one independent number.
 *   <li>Cases without a point are not in it, and nothing is said about them. Whoever collects by
 *       {@link FairnessSummary#toFairnessSummary} sees how many they are: {@link FairnessSummary#count()} less that of {@link FairnessSummary#overall()}.
 *   <li>No case with a point is legal, and has no value.
 * </ul>
 */
public final class FairnessMean implements MergeableScore<FairnessMean> {

    private final FairnessMetric metric;
    private final Mean mean;

    FairnessMean(FairnessMetric metric, Mean mean) {
        this.metric = metric;
        this.mean = mean;
    }

    /**
     * Returns a collector of the caller's own rows into the mean of their overall points; one row is one case.
     *
     * @param <T> the row type
     * @param scorer the policy
     * @param recoveryCase reads a row's facts
     * @return the collector, which passes over cases without a point
     */
    public static <T> Collector<T, ?, FairnessMean> toFairnessMean(
            FairnessScorer scorer, Function<? super T, RecoveryCase> recoveryCase) {
        return collector(
                new FairnessMetric(FairnessMetric.OVERALL, scorer.policy()),
                scorer,
                recoveryCase,
                CaseFairness::overall);
    }

    /**
     * Returns a collector of the caller's own rows into the mean of their points in one dimension; one row is one case.
     *
     * @param <T> the row type
     * @param dimension the dimension
     * @param scorer the policy
     * @param recoveryCase reads a row's facts
     * @return the collector, which passes over cases without a point in the dimension
     */
    public static <T> Collector<T, ?, FairnessMean> toFairnessMean(
            FairnessDimension dimension, FairnessScorer scorer, Function<? super T, RecoveryCase> recoveryCase) {
        Objects.requireNonNull(dimension, "dimension");
        return collector(
                FairnessMetric.of(dimension, scorer.policy()),
                scorer,
                recoveryCase,
                score -> score.dimension(dimension).point());
    }

    private static <T> Collector<T, ?, FairnessMean> collector(
            FairnessMetric metric,
            FairnessScorer scorer,
            Function<? super T, RecoveryCase> recoveryCase,
            Function<CaseFairness, OptionalDouble> points) {
        Objects.requireNonNull(recoveryCase, "recoveryCase");
        return Collector.of(
                () -> MeanTally.of(FairnessSummary.Tally.NUMBER),
                (tally, row) ->
                        points.apply(scorer.score(recoveryCase.apply(row))).ifPresent(tally::accept),
                MeanTally::combine,
                tally -> new FairnessMean(metric, tally.mean()));
    }

    /**
     * Returns the mean of the cases of both.
     *
     * @param other a mean of the same metric, and so by the same policy
     * @return the mean; it agrees with that of all cases together to 1e-12 relative
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws ArithmeticException if the number of cases exceeds a long
     */
    @Override
    public FairnessMean plus(FairnessMean other) {
        if (!metric.equals(other.metric)) {
            throw new IllegalArgumentException(metric + " cannot be merged with " + other.metric);
        }
        return new FairnessMean(metric, mean.plus(other.mean));
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /**
     * Returns by what the cases were judged.
     *
     * @return the policy
     */
    public FairnessPolicy policy() {
        return metric.policy();
    }

    @Override
    public double value() {
        if (isEmpty()) {
            throw new IllegalStateException("mean " + metric.name() + " is undefined for zero cases with a point");
        }
        return mean.value();
    }

    @Override
    public long count() {
        return mean.count();
    }

    @Override
    public double effectiveCount() {
        return mean.effectiveCount();
    }

    @Override
    public Uncertainty uncertainty() {
        value();
        return mean.uncertainty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FairnessMean that && metric.equals(that.metric) && mean.equals(that.mean);
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, mean);
    }

    /**
     * Returns the name and the 95 % estimate.
     *
     * @return for example {@code mean fairness 74.9 (95% CI 70.1 to 79.7, n=120)}
     */
    @Override
    public String toString() {
        return "mean " + metric.name() + " " + (isEmpty() ? "undefined (n=0)" : estimate());
    }
}

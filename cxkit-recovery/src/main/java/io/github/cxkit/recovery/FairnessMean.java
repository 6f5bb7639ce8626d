package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
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
 * FairnessChange.between(before.overall(), after.overall()).change();    // of two summaries, over all cases
 * }</pre>
 *
 * <ul>
 *   <li>One case is taken for one independent number.
 *   <li>Value, {@link #count()} and interval are those of the cases with a point. The others are kept with their bounds: {@link #cases()}, {@link #bounds()}. While there
 *       are any, that is a caveat, and a plain {@code Change} gives no verdict; {@link FairnessChange} compares all cases.
 *   <li>Cases to which a dimension does not apply are not among those of the dimension. Customers who were not asked are not among those of a perceived fairness.
 *   <li>Equal points have exact limits, from two on; no mean is known exactly.
 *   <li>No case with a point is legal, and has no value.
 * </ul>
 */
public final class FairnessMean implements MergeableScore<FairnessMean> {

    private final FairnessMetric metric;
    private final CaseMeans means;

    FairnessMean(FairnessMetric metric, CaseMeans means) {
        this.metric = metric;
        this.means = means;
    }

    /**
     * Returns a collector of the caller's own rows into the mean of their overall points; one row is one case.
     *
     * @param <T> the row type
     * @param scorer the policy
     * @param recoveryCase reads a row's facts
     * @return the collector
     */
    public static <T> Collector<T, ?, FairnessMean> toFairnessMean(
            FairnessScorer scorer, Function<? super T, RecoveryCase> recoveryCase) {
        return collector(
                FairnessMetric.overall(scorer.policy()),
                scorer,
                recoveryCase,
                (score, tally) -> tally.accept(score.overall(), score.bounds()));
    }

    /**
     * Returns a collector of the caller's own rows into the mean of their points in one dimension; one row is one case.
     *
     * @param <T> the row type
     * @param dimension the dimension
     * @param scorer the policy
     * @param recoveryCase reads a row's facts
     * @return the collector, which passes over cases to which the dimension does not apply
     */
    public static <T> Collector<T, ?, FairnessMean> toFairnessMean(
            FairnessDimension dimension, FairnessScorer scorer, Function<? super T, RecoveryCase> recoveryCase) {
        Objects.requireNonNull(dimension, "dimension");
        return collector(FairnessMetric.of(dimension, scorer.policy()), scorer, recoveryCase, (score, tally) -> {
            CaseFairness.DimensionScore part = score.dimension(dimension);
            if (part.isApplicable()) {
                tally.accept(part.point(), part.bounds());
            }
        });
    }

    private static <T> Collector<T, ?, FairnessMean> collector(
            FairnessMetric metric,
            FairnessScorer scorer,
            Function<? super T, RecoveryCase> recoveryCase,
            BiConsumer<CaseFairness, CaseMeans.Tally> accept) {
        Objects.requireNonNull(recoveryCase, "recoveryCase");
        return Collector.of(
                CaseMeans.Tally::new,
                (tally, row) -> accept.accept(scorer.score(recoveryCase.apply(row)), tally),
                CaseMeans.Tally::combine,
                tally -> new FairnessMean(metric, tally.means()));
    }

    /**
     * Returns the mean of overall points that {@link #toLongs()} wrote.
     *
     * @param policy the policy
     * @param longs what was written
     * @return the mean, equal to the one that was written
     * @throws IllegalArgumentException if it is no state of a mean of overall points by this policy, or no points could give it
     */
    public static FairnessMean fromLongs(FairnessPolicy policy, long[] longs) {
        return read(FairnessMetric.overall(policy), longs);
    }

    /**
     * Returns the mean of points in one dimension that {@link #toLongs()} wrote. What customers say of a dimension travels in its {@link FairnessSummary}.
     *
     * @param dimension the dimension
     * @param policy the policy
     * @param longs what was written
     * @return the mean, equal to the one that was written
     * @throws IllegalArgumentException if it is no state of a mean of this dimension by this policy, or no points could give it
     */
    public static FairnessMean fromLongs(FairnessDimension dimension, FairnessPolicy policy, long[] longs) {
        return read(FairnessMetric.of(dimension, policy), longs);
    }

    private static FairnessMean read(FairnessMetric metric, long[] longs) {
        return new FairnessMean(metric, FairnessState.readMeans(metric, longs));
    }

    /**
     * Returns the mean as longs, for a database row, a message or another machine.
     *
     * <p>Layout: 1; 12 for a fairness mean; the code of the policy and of what is meant; then four means, each as {@link Mean#toLongs} writes it: the points, and of the cases without a
     * point the lower bounds, the middles of the bounds, and the upper bounds.
     *
     * @return a new array
     */
    public long[] toLongs() {
        return FairnessState.writeMeans(metric, means);
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
        metric.requireSame(other.metric, "merged");
        return new FairnessMean(metric, means.plus(other.means));
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
        return means.points().value();
    }

    /**
     * Returns the number of cases with a point.
     *
     * @return 0 or more
     */
    @Override
    public long count() {
        return means.points().count();
    }

    /**
     * Returns the number of cases, with a point or without.
     *
     * @return {@link #count()} or more
     */
    public long cases() {
        return means.cases();
    }

    /**
     * Returns the bounds of the mean over all cases: the mean of their lower and that of their upper bounds, where a point counts as both.
     *
     * @return the bounds, within 0 and 100; they say nothing about chance
     * @throws IllegalStateException if there are no cases
     */
    public Interval bounds() {
        requireCases();
        double lower = at(-1).value();
        return new Interval(lower, Math.max(lower, at(1).value()));
    }

    void requireCases() {
        if (cases() == 0) {
            throw new IllegalStateException("bounds of mean " + metric.name() + " are undefined for zero cases");
        }
    }

    Score at(double position) {
        return means.at(metric, position);
    }

    /** How many cases have no point, as a sentence. */
    Optional<String> withoutPoint() {
        return means.open() == 0
                ? Optional.empty()
                : Optional.of(means.open() + " of " + cases() + " cases have no point");
    }

    @Override
    public double effectiveCount() {
        return means.points().effectiveCount();
    }

    /**
     * Returns how many cases have no point, if any; they may differ from those with one.
     *
     * @return for example {@code 37 of 120 cases have no point}; none where all have one
     */
    @Override
    public List<String> caveats() {
        return withoutPoint().stream()
                .map(sentence -> sentence + "\nMaybe use FairnessChange.between.")
                .toList();
    }

    @Override
    public Uncertainty uncertainty() {
        double value = value();
        return means.points().standardDeviation().orElse(1) == 0
                ? Uncertainty.ofEqualAnswers(value, metric.range(), count())
                : means.points().uncertainty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FairnessMean that && metric.equals(that.metric) && means.equals(that.means);
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, means);
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

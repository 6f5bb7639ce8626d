package io.github.cxkit.recovery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MeanTally;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.Treatment.Violation;
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

    private final FairnessPolicy policy;
    private final Mean[] means;
    private final long[] counts;

    FairnessSummary(FairnessPolicy policy, Mean[] means, long[] counts) {
        this.policy = policy;
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
                () -> Tally.of(scorer),
                (tally, row) -> tally.accept(recoveryCase.apply(row)),
                Tally::combine,
                Tally::summary);
    }

    /**
     * Returns the summary that {@link #toLongs()} wrote.
     *
     * @param policy the policy
     * @param longs what was written
     * @return the summary, equal to the one that was written
     * @throws IllegalArgumentException if it is no state of a summary by this policy, or no cases could give it
     */
    public static FairnessSummary fromLongs(FairnessPolicy policy, long[] longs) {
        return FairnessState.read(policy, code(policy), longs);
    }

    /**
     * Returns everything in this summary as longs, for a database row, a message or another machine.
     *
     * <p>Layout: 1; 13 for a fairness summary; the code of the policy; the means, each as {@link Mean#toLongs} writes it: overall, lower and upper bound, points, coverage and
     * perceived points by dimension; then counts, which add up column by column as the means do not: cases, fair, weakest by dimension, caps, violations, notes, bins.
     *
     * @return a new array
     */
    public long[] toLongs() {
        return FairnessState.write(code(policy), means, counts);
    }

    private static long code(FairnessPolicy policy) {
        return PolicyCode.of("fairness summary", policy);
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
        if (!policy.equals(other.policy)) {
            throw new IllegalArgumentException(
                    "a summary by " + policy + " cannot be merged with one by another policy, " + other.policy);
        }
        Mean[] mergedMeans = new Mean[means.length];
        Arrays.setAll(mergedMeans, i -> means[i].plus(other.means[i]));
        long[] mergedCounts = new long[counts.length];
        Arrays.setAll(mergedCounts, i -> Math.addExact(counts[i], other.counts[i]));
        return new FairnessSummary(policy, mergedMeans, mergedCounts);
    }

    /**
     * Returns the number of cases, with a point or without.
     *
     * @return 0 or more
     */
    public long count() {
        return counts[Tally.CASES];
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
        return new FairnessMean(new FairnessMetric(FairnessMetric.OVERALL, policy), means[Tally.OVERALL]);
    }

    /**
     * Returns the mean of the points in one dimension, over the cases that have a point there.
     *
     * @param dimension the dimension
     * @return the mean, which may be of none
     */
    public FairnessMean dimension(FairnessDimension dimension) {
        return new FairnessMean(
                FairnessMetric.of(dimension, policy), means[Tally.DIMENSION + Tally.position(dimension)]);
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
                new FairnessMetric("perceived fairness " + dimension, policy),
                means[Tally.PERCEIVED + Tally.position(dimension)]);
    }

    /**
     * Returns the bounds of the mean over all cases, whatever the missing evidence said: the mean of their lower and that of their upper bounds.
     * What holds for {@link CaseFairness#bounds()} holds here.
     *
     * @return the bounds, within 0 and 100; they say nothing about chance
     * @throws IllegalStateException if there are no cases
     */
    public Interval bounds() {
        if (isEmpty()) {
            throw new IllegalStateException("bounds are undefined for zero cases");
        }
        double lower = means[Tally.LOWER].value();
        double upper = means[Tally.UPPER].value();
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
                        "fair cases, from " + MetricUnit.POINTS.format(policy.fairThreshold()) + " points on"),
                counts[Tally.FAIR],
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
        if (bin < 0 || bin >= Tally.BIN_COUNT) {
            throw new IllegalArgumentException("bin must be in [0, 9], but was " + bin);
        }
        return counts[Tally.BINS + bin];
    }

    /**
     * Returns in how many cases a dimension was the weakest.
     *
     * @param dimension the dimension
     * @return 0 or more; over the dimensions they sum to the number of cases with a point
     */
    public long countWeakest(FairnessDimension dimension) {
        return counts[Tally.WEAKEST + Tally.position(dimension)];
    }

    /**
     * Returns in how many cases a cap lowered a dimension.
     *
     * @param cap the cap
     * @return 0 or more
     */
    public long countCapped(FairnessPolicy.Cap cap) {
        return counts[Tally.CAPS + Tally.position(cap)];
    }

    /**
     * Returns in how many cases a violation was reported.
     *
     * @param violation the violation
     * @return 0 or more
     */
    public long countWith(Violation violation) {
        return counts[Tally.VIOLATIONS + Tally.position(violation)];
    }

    /**
     * Returns in how many cases a note stood by the score: in how many what is not known could decide whether the case is fair, in how many
     * nothing was said about violations.
     *
     * @param note the note
     * @return 0 or more
     */
    public long countWith(CaseFairness.Note note) {
        return counts[Tally.NOTES + Tally.position(note)];
    }

    /**
     * Returns in how many cases the verdict "fair" depends on the weights.
     *
     * @return 0 or more
     */
    public long countSensitiveToWeights() {
        return countWith(CaseFairness.Note.SENSITIVE_TO_WEIGHTS);
    }

    /**
     * Returns in how many cases more was given than the policy's limit of over-compensation.
     *
     * @return 0 or more
     */
    public long countOverCompensated() {
        return countWith(CaseFairness.Note.OVER_COMPENSATED);
    }

    /**
     * Returns the mean coverage of one dimension, over the cases to which it applies.
     *
     * @param dimension the dimension
     * @return from 0 to 1; empty where it applies to no case
     */
    public OptionalDouble coverage(FairnessDimension dimension) {
        Mean coverage = means[Tally.COVERAGE + Tally.position(dimension)];
        return coverage.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(coverage.value());
    }

    /**
     * Returns by what the cases were judged.
     *
     * @return the policy
     */
    public FairnessPolicy policy() {
        return policy;
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
                && policy.equals(that.policy)
                && Arrays.equals(means, that.means)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(policy, Arrays.hashCode(means), Arrays.hashCode(counts));
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

    /**
     * Takes fairness scores one by one for a {@link FairnessSummary}; its size does not grow with them.
     *
     * <p><b>Not thread-safe:</b> give each thread its own tally and {@link #combine} them.
     */
    public static final class Tally {

        /** What is counted and averaged: positions in the two arrays, shared with the summary. */
        static final int DIMENSIONS = FairnessDimension.values().length;

        static final int OVERALL = 0;
        static final int LOWER = 1;
        static final int UPPER = 2;
        static final int DIMENSION = 3;
        static final int COVERAGE = DIMENSION + DIMENSIONS;
        static final int PERCEIVED = COVERAGE + DIMENSIONS;
        static final int MEANS = PERCEIVED + DIMENSIONS;

        static final int CASES = 0;
        static final int FAIR = 1;
        static final int WEAKEST = 2;
        static final int CAPS = WEAKEST + DIMENSIONS;
        static final int VIOLATIONS = CAPS + FairnessPolicy.Cap.values().length;
        static final int NOTES = VIOLATIONS + Violation.values().length;
        static final int BINS = NOTES + CaseFairness.Note.values().length;
        static final int BIN_COUNT = 10;
        static final int COUNTS = BINS + BIN_COUNT;

        static final Quantity NUMBER =
                Quantity.of(FairnessMetric.OVERALL, MetricUnit.of("points", "", 1), Direction.HIGHER_IS_BETTER);

        private final FairnessScorer scorer;
        private final MeanTally[] means =
                Stream.generate(() -> MeanTally.of(NUMBER)).limit(MEANS).toArray(MeanTally[]::new);
        private final long[] counts = new long[COUNTS];

        private Tally(FairnessScorer scorer) {
            this.scorer = Objects.requireNonNull(scorer, "scorer");
        }

        /**
         * Returns an empty tally.
         *
         * @param scorer by whose policy the scores are that it will take
         * @return the tally
         */
        public static Tally of(FairnessScorer scorer) {
            return new Tally(scorer);
        }

        /**
         * Returns a tally that goes on where another stopped.
         *
         * @param scorer by whose policy the scores are
         * @param longs what {@link #toLongs()} or {@link FairnessSummary#toLongs()} wrote
         * @return the tally
         * @throws IllegalArgumentException as {@link FairnessSummary#fromLongs}
         */
        public static Tally fromLongs(FairnessScorer scorer, long[] longs) {
            FairnessSummary written = FairnessSummary.fromLongs(scorer.policy(), longs);
            Tally tally = of(scorer);
            for (int i = 0; i < MEANS; i++) {
                tally.means[i].combine(MeanTally.fromLongs(NUMBER, written.means[i].toLongs()));
            }
            System.arraycopy(written.counts, 0, tally.counts, 0, COUNTS);
            return tally;
        }

        /**
         * Returns what was taken so far as longs.
         *
         * @return the same as {@link FairnessSummary#toLongs()} of {@link #summary()}
         */
        public long[] toLongs() {
            return summary().toLongs();
        }

        /**
         * Scores a case and takes the score.
         *
         * @param recoveryCase the facts
         * @throws IllegalArgumentException if nothing that has a weight applies to the case; nothing is taken then
         */
        public void accept(RecoveryCase recoveryCase) {
            accept(scorer.score(recoveryCase));
        }

        /**
         * Takes one score.
         *
         * @param score a score by this tally's policy
         * @throws IllegalArgumentException if the policies differ; nothing is taken then
         */
        public void accept(CaseFairness score) {
            checkPolicy(score.policy());
            counts[CASES] = Math.incrementExact(counts[CASES]);
            means[LOWER].accept(score.bounds().lower());
            means[UPPER].accept(score.bounds().upper());
            for (FairnessDimension dimension : FairnessDimension.values()) {
                DimensionScore part = score.dimension(dimension);
                part.point().ifPresent(means[DIMENSION + position(dimension)]::accept);
                score.perceived().points(dimension).ifPresent(means[PERCEIVED + position(dimension)]::accept);
                if (part.isApplicable()) {
                    means[COVERAGE + position(dimension)].accept(part.coverage());
                }
            }
            score.overall().ifPresent(points -> {
                means[OVERALL].accept(points);
                counts[BINS + bin(points)]++;
            });
            score.weakest().ifPresent(dimension -> counts[WEAKEST + position(dimension)]++);
            score.caps().forEach(cap -> counts[CAPS + position(cap)]++);
            score.violations().forEach(violation -> counts[VIOLATIONS + position(violation)]++);
            score.notes().forEach(note -> counts[NOTES + position(note)]++);
            counts[FAIR] += score.isFair().orElse(false) ? 1 : 0;
        }

        static int position(Enum<?> constant) {
            return List.of(constant.getDeclaringClass().getEnumConstants()).indexOf(constant);
        }

        /** 0 for [0, 10), and so on; 9 for [90, 100]. */
        private static int bin(double points) {
            return Math.min((int) (points / BIN_COUNT), BIN_COUNT - 1);
        }

        /**
         * Adds what another tally has taken.
         *
         * @param other a tally of the same policy; it is not changed
         * @return this tally
         * @throws IllegalArgumentException if the policies differ
         */
        public Tally combine(Tally other) {
            checkPolicy(other.scorer.policy());
            for (int i = 0; i < MEANS; i++) {
                means[i].combine(other.means[i]);
            }
            for (int i = 0; i < COUNTS; i++) {
                counts[i] = Math.addExact(counts[i], other.counts[i]);
            }
            return this;
        }

        private void checkPolicy(FairnessPolicy other) {
            if (!scorer.policy().equals(other)) {
                throw new IllegalArgumentException(
                        "scores must be by " + scorer.policy() + ", but were by another policy, " + other);
            }
        }

        /**
         * Returns the summary of the scores taken so far; the tally can go on afterwards.
         *
         * @return the summary
         */
        public FairnessSummary summary() {
            return new FairnessSummary(
                    scorer.policy(), Stream.of(means).map(MeanTally::mean).toArray(Mean[]::new), counts.clone());
        }

        /**
         * Returns what was taken so far.
         *
         * @return for example {@code Tally[130 cases, mean fairness 74.9 (95% CI 70.1 to 79.7, n=120), fair cases, …]}
         */
        @Override
        public String toString() {
            return "Tally[" + summary() + "]";
        }
    }
}

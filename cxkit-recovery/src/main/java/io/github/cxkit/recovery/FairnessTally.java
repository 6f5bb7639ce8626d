package io.github.cxkit.recovery;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MeanTally;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Takes fairness scores one by one for a {@link FairnessSummary}; its size does not grow with them.
 *
 * <p><b>Not thread-safe:</b> give each thread its own tally and {@link #combine} them.
 */
public final class FairnessTally {

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
    static final int VIOLATIONS = CAPS + FairnessCap.values().length;
    static final int NOTES = VIOLATIONS + Violation.values().length;
    static final int BINS = NOTES + FairnessNote.values().length;
    static final int BIN_COUNT = 10;
    static final int COUNTS = BINS + BIN_COUNT;

    static final Quantity NUMBER =
            Quantity.of(FairnessMetric.OVERALL, MetricUnit.of("points", "", 1), Direction.HIGHER_IS_BETTER);

    private final FairnessScorer scorer;
    private final MeanTally[] means =
            Stream.generate(() -> MeanTally.of(NUMBER)).limit(MEANS).toArray(MeanTally[]::new);
    private final long[] counts = new long[COUNTS];

    private FairnessTally(FairnessScorer scorer) {
        this.scorer = Objects.requireNonNull(scorer, "scorer");
    }

    /**
     * Returns an empty tally.
     *
     * @param scorer the policy of the scores it will take
     * @return the tally
     */
    public static FairnessTally of(FairnessScorer scorer) {
        return new FairnessTally(scorer);
    }

    /**
     * Returns a tally that goes on where another stopped.
     *
     * @param scorer the policy
     * @param longs what {@link #toLongs()} or {@link FairnessSummary#toLongs()} wrote
     * @return the tally
     * @throws IllegalArgumentException as {@link FairnessSummary#fromLongs}
     */
    public static FairnessTally fromLongs(FairnessScorer scorer, long[] longs) {
        FairnessSummary written = FairnessSummary.fromLongs(scorer, longs);
        FairnessTally tally = of(scorer);
        for (int i = 0; i < MEANS; i++) {
            tally.means[i].combine(MeanTally.fromLongs(NUMBER, written.means()[i].toLongs()));
        }
        System.arraycopy(written.counts(), 0, tally.counts, 0, COUNTS);
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
    public void accept(FairnessScore score) {
        checkPolicy(score.scorer());
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
    public FairnessTally combine(FairnessTally other) {
        checkPolicy(other.scorer);
        for (int i = 0; i < MEANS; i++) {
            means[i].combine(other.means[i]);
        }
        for (int i = 0; i < COUNTS; i++) {
            counts[i] = Math.addExact(counts[i], other.counts[i]);
        }
        return this;
    }

    private void checkPolicy(FairnessScorer other) {
        if (!scorer.equals(other)) {
            throw new IllegalArgumentException(
                    "scores must be by " + scorer + ", but were by another policy, " + other);
        }
    }

    /**
     * Returns the summary of the scores taken so far; the tally can go on afterwards.
     *
     * @return the summary
     */
    public FairnessSummary summary() {
        return new FairnessSummary(scorer, Stream.of(means).map(MeanTally::mean).toArray(Mean[]::new), counts.clone());
    }

    /**
     * Returns what was taken so far.
     *
     * @return for example {@code FairnessTally[130 cases, mean fairness 74.9 (95% CI 70.1 to 79.7, n=120), fair cases, …]}
     */
    @Override
    public String toString() {
        return "FairnessTally[" + summary() + "]";
    }
}

package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.numbers.StateKind;
import io.github.cxkit.metrics.numbers.StateReader;
import io.github.cxkit.metrics.numbers.StateWriter;
import java.util.Arrays;

/** Means and counts of fairness as longs and back, checked. */
final class FairnessState {

    private static final int LONGS_OF_A_MEAN = 6;

    /** So far a variance may be off by rounding, in units of the squared range. */
    private static final double ROUNDING = 1e-9;

    /** So far a mean may be off by rounding, in units of the range. */
    private static final double ROUNDING_OF_MEAN = 1e-12;

    private FairnessState() {}

    static long[] writeMeans(FairnessMetric metric, CaseMeans means) {
        return StateWriter.of(StateKind.FAIRNESS_MEAN, metric.code())
                .addAll(means.points().toLongs())
                .addAll(means.lower().toLongs())
                .addAll(means.middle().toLongs())
                .addAll(means.upper().toLongs())
                .toLongs();
    }

    static CaseMeans readMeans(FairnessMetric metric, long[] longs) {
        StateReader state = StateReader.of(StateKind.FAIRNESS_MEAN, longs)
                .requireDefinition(metric.code(), metric)
                .requireLeft((1L + CaseMeans.OPEN) * LONGS_OF_A_MEAN);
        CaseMeans means = new CaseMeans(mean(state, 100), mean(state, 100), mean(state, 100), mean(state, 100));
        check(means);
        return means;
    }

    /** Each case without a point has bounds, of which the lower is not above the upper, and they go together no closer than can be (Cauchy and Schwarz). */
    private static void check(CaseMeans means) {
        long open = means.lower().count();
        boolean fits = means.middle().count() == open && means.upper().count() == open;
        if (fits && open > 0) {
            double lower = means.lower().value();
            double upper = means.upper().value();
            double most = Math.sqrt(CaseMeans.squares(means.lower()) * CaseMeans.squares(means.upper()));
            fits = lower <= upper + ROUNDING * 100
                    && Math.abs(means.middle().value() - (lower + (upper - lower) / 2)) <= ROUNDING * 100
                    && Math.abs(means.products()) <= most + ROUNDING * 100 * 100 * open;
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "bounds of the state must be those of cases without a point, but do not fit one another");
        }
    }

    static long[] write(long code, Mean[] means, long[] counts) {
        StateWriter state = StateWriter.of(StateKind.FAIRNESS_SUMMARY, code);
        for (Mean mean : means) {
            state.addAll(mean.toLongs());
        }
        return state.addAll(counts).toLongs();
    }

    /** A summary by the policy with a code. */
    static FairnessSummary read(FairnessPolicy policy, long code, long[] longs) {
        StateReader state = StateReader.of(StateKind.FAIRNESS_SUMMARY, longs)
                .requireDefinition(code, policy)
                .requireLeft((long) LONGS_OF_A_MEAN * FairnessSummary.Tally.MEANS + FairnessSummary.Tally.COUNTS);
        Mean[] means = new Mean[FairnessSummary.Tally.MEANS];
        for (int i = 0; i < means.length; i++) {
            boolean isCoverage = i >= FairnessSummary.Tally.COVERAGE && i < FairnessSummary.Tally.PERCEIVED;
            means[i] = mean(state, isCoverage ? 1 : 100);
        }
        long[] counts = new long[FairnessSummary.Tally.COUNTS];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = state.count("count of cases");
        }
        check(means, counts);
        FairnessSummary summary = new FairnessSummary(policy, means, counts);
        checkOpen(summary, means, counts[FairnessSummary.Tally.CASES]);
        return summary;
    }

    /** A case to which something applies has a point in it, or bounds. */
    private static void checkOpen(FairnessSummary summary, Mean[] means, long cases) {
        CaseMeans overall = summary.caseMeans(FairnessSummary.Tally.OVERALL, 0);
        check(overall);
        boolean fits = overall.cases() == cases;
        for (int i = 0; i < FairnessSummary.Tally.DIMENSIONS; i++) {
            CaseMeans dimension = summary.caseMeans(FairnessSummary.Tally.DIMENSION + i, 1 + i);
            check(dimension);
            fits &= dimension.cases() == means[FairnessSummary.Tally.COVERAGE + i].count();
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "cases of the state with a point and without one do not fit " + cases + " cases");
        }
    }

    /** A mean of numbers from 0 to a highest one: Σ(x − mean)² is at most n·mean·(highest − mean) (Bhatia, Davis 2000). */
    private static Mean mean(StateReader state, double highest) {
        Mean mean = Mean.fromLongs(FairnessSummary.Tally.NUMBER, state.block(LONGS_OF_A_MEAN));
        if (mean.isEmpty()) {
            return mean;
        }
        double value = mean.value();
        if (!(value >= 0 && value <= highest * (1 + ROUNDING_OF_MEAN))) {
            throw new IllegalArgumentException("mean of the state must be in [0, " + highest + "], but was " + value);
        }
        double variance = mean.standardDeviation().orElse(0);
        variance *= variance * (mean.count() - 1.0) / mean.count();
        double most = value * (highest - value) + ROUNDING * highest * highest;
        if (!(variance <= most)) {
            throw new IllegalArgumentException("variance of numbers from 0 to " + highest + " with the mean " + value
                    + " must be at most " + most + ", but was " + variance);
        }
        return mean;
    }

    /** What is counted of cases is no more than there are, and what sorts the cases with a point adds up to them. */
    private static void check(Mean[] means, long[] counts) {
        long cases = counts[FairnessSummary.Tally.CASES];
        Mean overall = means[FairnessSummary.Tally.OVERALL];
        long points = overall.count();
        long[] weakest = Arrays.copyOfRange(counts, FairnessSummary.Tally.WEAKEST, FairnessSummary.Tally.CAPS);
        long[] bins = Arrays.copyOfRange(counts, FairnessSummary.Tally.BINS, FairnessSummary.Tally.COUNTS);
        boolean fits = means[FairnessSummary.Tally.LOWER].count() == cases
                && means[FairnessSummary.Tally.UPPER].count() == cases
                && Arrays.stream(means).allMatch(mean -> mean.count() <= cases)
                && Arrays.stream(counts).allMatch(count -> count <= cases)
                && counts[FairnessSummary.Tally.FAIR] <= points
                && StateReader.sum(weakest) == points
                && StateReader.sum(bins) == points;
        if (!fits) {
            throw new IllegalArgumentException(
                    "counts of the state do not fit " + cases + " cases, " + points + " with a point");
        }
        if (points > 0 && !isInBins(overall.value(), bins, points)) {
            throw new IllegalArgumentException("mean fairness of the state does not fit its bins: " + overall.value());
        }
        if (cases > 0
                && means[FairnessSummary.Tally.LOWER].value()
                        > means[FairnessSummary.Tally.UPPER].value() + ROUNDING * 100) {
            throw new IllegalArgumentException(
                    "lower bound of the state must be at most the upper, " + means[FairnessSummary.Tally.UPPER].value()
                            + ", but was " + means[FairnessSummary.Tally.LOWER].value());
        }
    }

    /** The mean is at least that of the lower ends of the bins, and at most that of the upper ends. */
    private static boolean isInBins(double mean, long[] bins, long points) {
        double width = 100.0 / bins.length;
        double lowest = 0;
        for (int i = 0; i < bins.length; i++) {
            lowest += i * width * ((double) bins[i] / points);
        }
        return mean >= lowest - ROUNDING * 100 && mean <= lowest + width + ROUNDING * 100;
    }
}

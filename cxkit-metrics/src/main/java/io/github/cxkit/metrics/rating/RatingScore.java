package io.github.cxkit.metrics.rating;

import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.NetMethod;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.ShareMethod;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.NetScore;
import io.github.cxkit.metrics.numbers.Rounding;
import io.github.cxkit.metrics.numbers.StateKind;
import io.github.cxkit.metrics.numbers.StateReader;
import io.github.cxkit.metrics.numbers.StateWriter;
import io.github.cxkit.metrics.rating.RatingMetric.Reading;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A score that a {@link RatingMetric} reads from {@link RatingCounts}: what NPS, CSAT, CES and a score of one's own have in common.
 *
 * <p>The score is worked out from the counts whenever it is asked for; there is nothing to fall out of date. Answers that were
 * skipped, do not apply, have weight zero, or lie at a point that the definition leaves out are not in {@link #count()} and are
 * reported apart.
 */
public abstract sealed class RatingScore implements Score permits Nps, Csat, Ces, CustomScore {

    private final RatingMetric definition;
    private final RatingCounts counts;

    RatingScore(RatingMetric definition, RatingCounts counts) {
        this.definition = Objects.requireNonNull(definition, "definition");
        this.counts = counts;
        definition.requireReadable(counts);
    }

    /** Whether the counts are those of the classes of the definition, and no longer those of its scale. */
    final boolean isOfClasses() {
        return counts.classesOf().isPresent();
    }

    abstract StateKind stateKind();

    /** The counts of a state that must be of a kind and of a definition. */
    static RatingCounts readCounts(StateKind kind, RatingMetric definition, long[] longs) {
        StateReader state = StateReader.of(kind, longs).requireDefinition(definition.code(), definition);
        return RatingCounts.fromLongs(definition, state.rest());
    }

    /**
     * Returns everything in this score as longs, for a database row, a message or another machine. Read back it is a score of the same class and definition alone.
     *
     * <p>Layout: 1; 3 for an NPS, 4 for a CSAT, 5 for a CES, 6 for a custom score; the code of the definition; then the counts, as {@link RatingCounts#toLongs} writes them.
     *
     * @return a new array
     */
    public final long[] toLongs() {
        return StateWriter.of(stateKind(), definition.code())
                .addAll(counts.toLongs())
                .toLongs();
    }

    /** The counts of two scores of one definition, added; classes only where one of them knows no more. */
    final RatingCounts countsWith(RatingScore other) {
        definition.requireSame(other.definition, "merged");
        return isOfClasses() == other.isOfClasses()
                ? counts.plus(other.counts)
                : counts.classes(definition).plus(other.counts.classes(definition));
    }

    private Moments moments() {
        return new Moments(isOfClasses() ? new AnswerClasses(definition).values() : definition.values(), counts);
    }

    private Moments definedMoments() {
        Moments moments = moments();
        if (moments.count == 0) {
            throw new IllegalStateException(definition.name() + " is undefined for zero answers"
                    + (counts.zeroWeight() > 0 ? " (" + counts.zeroWeight() + " answers have weight zero)" : ""));
        }
        return moments;
    }

    @Override
    public final RatingMetric metric() {
        return definition;
    }

    @Override
    public final double value() {
        Moments moments = definedMoments();
        return definition.shown(moments.sum, moments.weight);
    }

    @Override
    public final long count() {
        return moments().count;
    }

    @Override
    public final double effectiveCount() {
        return moments().effectiveCount;
    }

    /**
     * Returns the sum of the weights of the answers in the denominator.
     *
     * @return 0 or more; {@link #count()} where all weights are 1
     */
    public final double weight() {
        return moments().givenWeight();
    }

    /**
     * Returns Kish's design effect: how many times more answers the weights make necessary, n·Σw²/(Σw)².
     *
     * @return 1 or more; exactly 1 where all weights are equal
     * @throws IllegalStateException if there are no answers
     */
    public final double designEffect() {
        Moments moments = definedMoments();
        return moments.count / moments.effectiveCount;
    }

    /**
     * Returns the linearised standard error in the unit of the score, √(n/(n − 1)·Σw²(y − ȳ)²)/Σw, which is √(v/(n − 1)) where all weights
     * are equal and v is the variance with divisor n.
     *
     * @return the standard error, 0 where all answers have the same value; empty for a single answer
     * @throws IllegalStateException if there are no answers
     */
    public final OptionalDouble standardError() {
        OptionalDouble error = definedMoments().linearisedError();
        return error.isPresent() ? OptionalDouble.of(Math.abs(definition.shownDifference(error.getAsDouble()))) : error;
    }

    /**
     * Returns the variance of one answer in the squared unit of the score, Σw(y − ȳ)²/Σw: 6,600 for an NPS of 45 promoters, 30 passives and 25
     * detractors, that is 100²·(p₊ + p₋ − (p₊ − p₋)²).
     *
     * @return the plug-in variance, 0 where all answers have the same value
     * @throws IllegalStateException if there are no answers
     */
    public final double variance() {
        double perUnit = definition.shownDifference(1);
        return perUnit * perUnit * definedMoments().variance();
    }

    /**
     * Returns how much of the answers, by weight, lies at the fuller end of the range.
     *
     * @return from 0 to 1; empty unless the score is a mean
     * @throws IllegalStateException if there are no answers
     */
    @Override
    public final OptionalDouble shareAtOneEnd() {
        return definition.reading() == Reading.MEAN
                ? OptionalDouble.of(definedMoments().shareAtOneEnd())
                : OptionalDouble.empty();
    }

    /**
     * Returns the answers, unless they are weighted.
     *
     * @return the answers in {@link #count()}; empty where weights differ
     */
    @Override
    public final Optional<SampledUnits> sampledUnits() {
        return counts.isWeighted() ? Optional.empty() : Optional.of(new SampledUnits(count(), "answers"));
    }

    /**
     * Returns {@link #variance()} of net scores and shares.
     *
     * @return the plug-in variance; empty for a mean, and where all answers are equal
     * @throws IllegalStateException if there are no answers
     */
    @Override
    public final OptionalDouble varianceOfOne() {
        double variance = variance();
        return definition.reading() != Reading.MEAN && variance > 0
                ? OptionalDouble.of(variance)
                : OptionalDouble.empty();
    }

    /**
     * Returns limits for net scores (Tango) and shares (Wilson), and a standard error for means.
     *
     * <ul>
     *   <li>Weighted answers: limits at Kish's effective n; for means s/√n_eff with n_eff − 1 degrees of freedom, where s² = Σw(y − ȳ)²/Σw·n_eff/(n_eff − 1).
     *   <li>A mean of fewer than two (effective) answers has neither; one of equal answers has exact limits, {@link Uncertainty#ofEqualAnswers}: ten fives on 1–5 leave
     *       3.77 to 5.
     * </ul>
     */
    @Override
    public final Uncertainty uncertainty() {
        return uncertainty(Estimator.withDefaults());
    }

    @Override
    public final Uncertainty uncertainty(Estimator methods) {
        Moments moments = definedMoments();
        return uncertainty(moments, moments.effectiveCount, methods);
    }

    /**
     * Returns how sure the score would be of these answers if there were another number of independent ones: of answers that resemble each other, the number that would
     * be as good.
     *
     * @param effectiveCount how many, more than 0
     * @param methods the methods for net scores and shares
     * @return the uncertainty
     * @throws IllegalStateException if there are no answers
     */
    public final Uncertainty uncertaintyOf(double effectiveCount, Estimator methods) {
        return uncertainty(definedMoments(), effectiveCount, methods);
    }

    private Uncertainty uncertainty(Moments moments, double n, Estimator methods) {
        NetMethod netMethod = methods.netMethod();
        ShareMethod shareMethod = methods.shareMethod();
        return switch (definition.reading()) {
            case NET -> {
                double positive = moments.shareAt(1);
                double negative = moments.shareAt(-1);
                yield new Uncertainty.Limits(netMethod.label(), z -> shown(netMethod.limits(positive, negative, n, z)));
            }
            case SHARE -> {
                double share = moments.shareAt(1);
                double rest = moments.shareAt(0);
                yield new Uncertainty.Limits(
                        shareMethod.label(),
                        z -> z == 0 ? shown(new Interval(share, share)) : shown(shareMethod.limits(share, rest, n, z)));
            }
            case MEAN -> uncertaintyOfMean(moments, n);
        };
    }

    private Uncertainty uncertaintyOfMean(Moments moments, double n) {
        if (n < 2) {
            return new Uncertainty.NotEstimable("a mean needs at least 2 effective answers, but there were "
                    + Rounding.format(n, moments.count == n ? 0 : 2));
        }
        if (moments.areEqual()) {
            return Uncertainty.ofEqualAnswers(value(), definition.range(), n);
        }
        return new Uncertainty.StandardError(
                Math.abs(definition.shownDifference(Math.sqrt(moments.variance() / (n - 1)))), n - 1);
    }

    private Interval shown(Interval limits) {
        return new Interval(definition.shown(limits.lower()), definition.shown(limits.upper()));
    }

    /**
     * Tests whether the true score could be the one given: by the score test for net scores and shares, by the t test for means. The
     * p-value is below 1 − confidence exactly where the default interval leaves the hypothesised value out.
     *
     * @param hypothesised the hypothesised value, in the unit of the score and within the possible range
     * @return the test
     * @throws IllegalArgumentException if the hypothesised value is out of range
     * @throws IllegalStateException if there are no answers, or if they allow no test (a mean of one answer)
     */
    @Override
    public final HypothesisTest testAgainst(double hypothesised) {
        if (definition.reading() == Reading.MEAN) {
            return Score.super.testAgainst(hypothesised);
        }
        definition.requirePossible(hypothesised, "hypothesised value");
        Moments moments = definedMoments();
        double n = moments.effectiveCount;
        double expected = definition.unshown(hypothesised);
        double z = definition.reading() == Reading.NET
                ? NetScore.statistic(moments.shareAt(1), moments.shareAt(-1), moments.sum / moments.weight, n, expected)
                : shareStatistic(moments.shareAt(1), n, expected);
        return HypothesisTest.ofNormal("score test", z);
    }

    private static double shareStatistic(double share, double n, double expected) {
        return share == expected ? 0 : (share - expected) / Math.sqrt(expected * (1 - expected) / n);
    }

    /**
     * Returns the counts that this score is read from: per point of the scale or, for a score made of class counts, per class (−1 detractors,
     * 0 passives, 1 promoters; of a share 0 not counted, 1 counted).
     *
     * @return the counts
     */
    public final RatingCounts counts() {
        return counts;
    }

    /**
     * Returns how often the question was put and not answered.
     *
     * @return 0 or more
     */
    public final long skipped() {
        return counts.skipped();
    }

    /**
     * Returns how often the question did not apply.
     *
     * @return 0 or more
     */
    public final long notApplicable() {
        return counts.notApplicable();
    }

    /**
     * Returns how many answers were given with weight zero.
     *
     * @return 0 or more
     */
    public final long zeroWeight() {
        return counts.zeroWeight();
    }

    /**
     * Returns how many answers lie at a point that the definition leaves out of the denominator.
     *
     * @return 0 or more
     */
    public final long leftOut() {
        return counts.count() - count();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof RatingScore that
                && getClass() == that.getClass()
                && definition.equals(that.definition)
                && counts.equals(that.counts);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(getClass(), definition, counts);
    }

    /**
     * Returns the name and the 95 % estimate; whether only class counts are known; and a warning where the base is too small to show the value or to
     * trust it.
     *
     * @return for example {@code NPS 39.8 (95% CI 37.2 to 42.4, n=2746)}, {@code NPS 25.0 (95% CI 9.4 to 39.3, n=100), class counts},
     *     {@code NPS 40.0 (95% CI -15.3 to 75.3, n=10), low base}, or {@code NPS undefined (n=0)}
     */
    @Override
    public final String toString() {
        String kind = isOfClasses() ? ", class counts" : "";
        if (isEmpty()) {
            return definition.name() + " undefined (n=0)" + kind;
        }
        String warning = switch (base()) {
            case SUPPRESSED -> ", too few to show";
            case LOW -> ", low base";
            case NOT_FOR_COMPARISON, SUFFICIENT -> "";
        };
        return definition.name() + " " + estimate() + kind + warning;
    }
}

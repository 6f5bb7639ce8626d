package io.github.cxkit.examples.times;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.time.LogRank;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One number of the report, as every format writes it.
 *
 * @param place what and whom it is about
 * @param metric which number it is
 * @param unit what it is counted in
 * @param value the value; empty where there is none, or too little to show it
 * @param interval its confidence interval; for bounds, the bounds
 * @param method how the interval was found
 * @param n how many it rests on
 * @param counted of shares, how many are counted
 * @param pending of targets, how many are not decided
 * @param base whether it rests on enough
 * @param pValue of comparisons
 * @param verdict of comparisons
 * @param rest of groups, against all others together
 * @param note what must be known besides
 */
record Figure(
        Place place,
        String metric,
        MetricUnit unit,
        OptionalDouble value,
        Optional<Interval> interval,
        String method,
        long n,
        OptionalLong counted,
        OptionalLong pending,
        BaseSize base,
        OptionalDouble pValue,
        Optional<Verdict> verdict,
        Optional<Breakdown.GroupComparison<String>> rest,
        String note) {

    /** What a number of cases, of contacts and the like is counted in. */
    static final MetricUnit COUNT = MetricUnit.of("count", "", 0);

    private static final MetricUnit CHI_SQUARE = MetricUnit.of("chi-square", "", 2);

    /**
     * What and whom a figure is about.
     *
     * @param clock what was timed; empty for figures that are no times
     * @param by the breakdown; empty for all cases
     * @param group the group; {@code all} for all cases
     */
    record Place(String clock, String by, String group) {}

    /** A score with its interval, or without a value where it rests on too little. */
    static Figure of(Place place, String metric, Score score, double confidence) {
        BaseSize base = score.isEmpty() ? BaseSize.SUPPRESSED : Measured.GRADING.grade(score);
        OptionalLong counted = score instanceof Share share ? OptionalLong.of(share.counted()) : OptionalLong.empty();
        if (base == BaseSize.SUPPRESSED) {
            return missing(place, metric, score.metric().unit(), score.count(), "")
                    .withCounted(counted);
        }
        return of(place, metric, score.estimate(confidence), base, OptionalDouble.empty(), Optional.empty())
                .withCounted(counted);
    }

    private static Figure of(
            Place place,
            String metric,
            Estimate estimate,
            BaseSize base,
            OptionalDouble pValue,
            Optional<Verdict> verdict) {
        return new Figure(
                place,
                metric,
                estimate.metric().unit(),
                OptionalDouble.of(estimate.value()),
                estimate.interval(),
                estimate.interval().isPresent() ? estimate.method() : "",
                estimate.count(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                base,
                pValue,
                verdict,
                Optional.empty(),
                String.join("; ", estimate.notes()));
    }

    /** A change with its verdict. */
    static Figure of(Place place, String metric, Change change, String note) {
        return of(place, metric, change.difference(), change.base(), change.pValue(), Optional.of(change.verdict()))
                .withNote(note);
    }

    /** A test of groups; it has no interval. */
    static Figure of(Place place, LogRank test, long n, Optional<Verdict> verdict, String note) {
        return missing(place, Figures.LOG_RANK, CHI_SQUARE, n, note)
                .with(OptionalDouble.of(test.chiSquare()), OptionalDouble.of(test.pValue()), verdict);
    }

    /** How many there are. */
    static Figure count(Place place, String metric, long count, long n) {
        return missing(place, metric, COUNT, n, "")
                .with(OptionalDouble.of((double) count), OptionalDouble.empty(), Optional.empty())
                .withCounted(OptionalLong.of(count));
    }

    /** Limits that hold for certain, which is another thing than confidence. */
    static Figure bounds(Place place, String metric, Interval bounds, long n) {
        return new Figure(
                place,
                metric,
                MetricUnit.PERCENT,
                OptionalDouble.empty(),
                Optional.of(bounds),
                "bounds",
                n,
                OptionalLong.empty(),
                OptionalLong.empty(),
                BaseSize.SUFFICIENT,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** A figure that has no value. */
    static Figure missing(Place place, String metric, MetricUnit unit, long n, String note) {
        return new Figure(
                place,
                metric,
                unit,
                OptionalDouble.empty(),
                Optional.empty(),
                "",
                n,
                OptionalLong.empty(),
                OptionalLong.empty(),
                n < Measured.GRADING.suppressedBelow() ? BaseSize.SUPPRESSED : BaseSize.SUFFICIENT,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                note);
    }

    private Figure with(OptionalDouble newValue, OptionalDouble newPValue, Optional<Verdict> newVerdict) {
        return new Figure(
                place,
                metric,
                unit,
                newValue,
                interval,
                method,
                n,
                counted,
                pending,
                base,
                newPValue,
                newVerdict,
                rest,
                note);
    }

    private Figure withCounted(OptionalLong newCounted) {
        return new Figure(
                place,
                metric,
                unit,
                value,
                interval,
                method,
                n,
                newCounted,
                pending,
                base,
                pValue,
                verdict,
                rest,
                note);
    }

    Figure withPending(long newPending) {
        return new Figure(
                place,
                metric,
                unit,
                value,
                interval,
                method,
                n,
                counted,
                OptionalLong.of(newPending),
                base,
                pValue,
                verdict,
                rest,
                note);
    }

    Figure withRest(Optional<Breakdown.GroupComparison<String>> newRest) {
        return new Figure(
                place, metric, unit, value, interval, method, n, counted, pending, base, pValue, verdict, newRest,
                note);
    }

    Figure withNote(String newNote) {
        return new Figure(
                place, metric, unit, value, interval, method, n, counted, pending, base, pValue, verdict, rest,
                newNote);
    }

    /** A name of the library's as programs read it. */
    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

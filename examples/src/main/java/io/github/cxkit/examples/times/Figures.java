package io.github.cxkit.examples.times;

import io.github.cxkit.examples.times.Figure.Place;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.time.Durations;
import io.github.cxkit.metrics.time.KaplanMeier;
import io.github.cxkit.metrics.time.LogRank;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.TimeScore;
import io.github.cxkit.metrics.time.Tolerance;
import io.github.cxkit.metrics.time.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes figures of waits: asks the library, and notes what it says. */
final class Figures {

    static final String CASES = "cases";
    static final String UNKNOWN = "unknown";
    static final String WITHOUT_WAIT = "without wait";
    static final String ENDED_UNANSWERED = "ended unanswered";
    static final String RESOLVED_UNANSWERED = "resolved unanswered";
    static final String OPEN = "still open";
    static final String MEDIAN = "median";
    static final String P90 = "p90";
    static final String CLOSED_MEDIAN = "closed-only median";
    static final String CLOSED_P90 = "closed-only p90";
    static final String CLOSED_MEAN = "closed-only mean";
    static final String CLOSED_GEOMETRIC_MEAN = "closed-only geometric mean";
    static final String LOG_RANK = "log-rank";
    static final String NO_VERDICT = "no verdict on closed cases alone while cases are open";
    static final String BOUNDS = ", bounds";
    static final String ALL = "all";

    private final double confidence;
    private final List<Figure> list = new ArrayList<>();

    Figures(double confidence) {
        this.confidence = confidence;
    }

    List<Figure> list() {
        return List.copyOf(list);
    }

    void add(Figure figure) {
        list.add(figure);
    }

    /**
     * The times of one group.
     *
     * @param place whose times they are
     * @param measured the waits
     * @param openIncluded whether the figures are those of Kaplan and Meier, as they are for all groups where one wait of any is open
     */
    void times(Place place, Measured measured, boolean openIncluded) {
        Waits waits = measured.waits();
        list.add(Figure.count(place, CASES, measured.cases(), measured.cases()));
        list.add(Figure.count(place, UNKNOWN, measured.unknown(), measured.cases()));
        list.add(Figure.count(place, WITHOUT_WAIT, measured.withoutWait(), measured.cases()));
        list.add(Figure.count(place, ENDED_UNANSWERED, measured.endedUnanswered(), measured.cases()));
        list.add(Figure.count(place, RESOLVED_UNANSWERED, measured.resolvedUnanswered(), measured.cases()));
        list.add(Figure.of(place, OPEN, waits.openShare(), confidence));
        list.add(percentile(place, MEDIAN, measured, 50, openIncluded));
        list.add(percentile(place, P90, measured, 90, openIncluded));
        Durations closed = waits.closedOnly();
        list.add(closedOnly(place, CLOSED_MEDIAN, closed, closed::median));
        list.add(closedOnly(place, CLOSED_P90, closed, () -> closed.percentile(90)));
        list.add(closedOnly(place, CLOSED_MEAN, closed, closed::mean));
        list.add(closedOnly(place, CLOSED_GEOMETRIC_MEAN, closed, closed::geometricMean));
    }

    private Figure percentile(Place place, String metric, Measured measured, double percent, boolean openIncluded) {
        Waits waits = measured.waits();
        if (measured.base() == BaseSize.SUPPRESSED) {
            return Figure.missing(place, metric, unit(waits), waits.count(), "");
        }
        if (!openIncluded) {
            return Figure.of(place, metric, waits.closedOnly().percentile(percent), confidence);
        }
        KaplanMeier curve = waits.kaplanMeier();
        return curve.percentile(percent)
                .map(score -> Figure.of(place, metric, score, confidence))
                .orElseGet(() ->
                        Figure.missing(place, metric, unit(waits), waits.count(), "not reached: too many still wait"));
    }

    private Figure closedOnly(Place place, String metric, Durations closed, Supplier<TimeScore> score) {
        if (closed.count() < Measured.GRADING.suppressedBelow()) {
            return Figure.missing(place, metric, TimeUnits.unit(closed.timing()), closed.count(), "");
        }
        if (metric.equals(CLOSED_GEOMETRIC_MEAN) && instant(closed) > 0) {
            return Figure.missing(
                    place,
                    metric,
                    TimeUnits.unit(closed.timing()),
                    closed.count(),
                    "undefined, for " + instant(closed) + " took no time");
        }
        return Figure.of(place, metric, score.get(), confidence);
    }

    private static MetricUnit unit(Waits waits) {
        return TimeUnits.unit(waits.timing());
    }

    /** A target in all cases together. */
    void target(Place place, String metric, TargetAttainment attainment) {
        target(place, metric, attainment, Optional.empty());
    }

    private void target(
            Place place, String metric, TargetAttainment attainment, Optional<Breakdown.GroupComparison<String>> rest) {
        list.add(Figure.of(place, metric, attainment.share().decided(), confidence)
                .withPending(attainment.pending())
                .withRest(rest));
        if (attainment.all() >= Measured.GRADING.suppressedBelow()) {
            list.add(Figure.bounds(place, metric + BOUNDS, attainment.bounds(), attainment.all())
                    .withPending(attainment.pending()));
        }
    }

    /** A target in each group, and each group against all others together unless they are months. */
    void targets(String clock, Breakdowns by, String metric, Map<String, TargetAttainment> attainments) {
        Map<String, Share> shares = new LinkedHashMap<>();
        attainments.forEach(
                (group, attainment) -> shares.put(group, attainment.share().decided()));
        Map<String, Breakdown.GroupComparison<String>> rest = new LinkedHashMap<>();
        if (!by.months()
                && shares.values().stream().filter(share -> !share.isEmpty()).count() > 1) {
            ShareMetric shared = shares.values().iterator().next().metric();
            Breakdown.of(Share.of(shared, 0, 0), shares)
                    .withGrading(Measured.GRADING)
                    .comparisons(Adjustment.HOLM, confidence)
                    .forEach(comparison -> rest.put(comparison.key(), comparison));
        }
        attainments.forEach((group, attainment) ->
                target(new Place(clock, by.title(), group), metric, attainment, Optional.ofNullable(rest.get(group))));
    }

    /** How many waits are what customers accept. */
    void tolerance(Place place, String metric, Measured measured, Tolerance tolerance) {
        Waits waits = measured.byTheClock();
        if (waits.count() >= Measured.GRADING.suppressedBelow()) {
            list.add(Figure.bounds(place, metric, tolerance.accepted(waits), waits.count()));
        }
    }

    /** Whether the groups wait equally long, those too small to show left out. */
    void logRank(Place place, List<Measured> groups) {
        List<Waits> large = groups.stream()
                .filter(group -> group.base() != BaseSize.SUPPRESSED)
                .map(Measured::waits)
                .toList();
        if (large.size() > 1) {
            String note = large.size() == groups.size() ? "" : groups.size() - large.size() + " small groups left out";
            addLogRank(place, large, note);
        }
    }

    private void addLogRank(Place place, List<Waits> groups, String note) {
        long n = groups.stream().mapToLong(Waits::count).sum();
        try {
            LogRank test = LogRank.between(groups);
            list.add(Figure.of(place, test, n, verdict(test), note));
        } catch (IllegalStateException undefined) {
            list.add(Figure.missing(place, LOG_RANK, Figure.COUNT, n, String.valueOf(undefined.getMessage())));
        }
    }

    /** Of two groups: more of the second group's waits have ended than if both waited equally long, or fewer. */
    private Optional<Verdict> verdict(LogRank test) {
        if (test.groups().size() != 2) {
            return Optional.empty();
        }
        LogRank.Group second = test.groups().get(1);
        return Optional.of(
                test.pValue() >= 1 - confidence
                        ? Verdict.INCONCLUSIVE
                        : second.observed() > second.expected() ? Verdict.IMPROVED : Verdict.WORSENED);
    }

    /** Two groups of one clock, side by side. */
    void compared(Place place, Measured before, Measured after, Map<String, Duration> targets) {
        boolean large = before.base() != BaseSize.SUPPRESSED && after.base() != BaseSize.SUPPRESSED;
        if (large) {
            addLogRank(place, List.of(before.waits(), after.waits()), "");
        }
        list.add(ratio(place, before.waits().closedOnly(), after.waits().closedOnly()));
        targets.forEach((metric, target) -> {
            Share one = TargetAttainment.of(before.waits(), target).share().decided();
            Share other = TargetAttainment.of(after.waits(), target).share().decided();
            list.add(
                    isLarge(one) && isLarge(other)
                            ? Figure.of(
                                    place, metric, Change.between(one, other).withConfidence(confidence), "")
                            : Figure.missing(place, metric, one.metric().unit(), 0, "too few"));
        });
    }

    private static boolean isLarge(Share share) {
        return !share.isEmpty() && Measured.GRADING.grade(share) != BaseSize.SUPPRESSED;
    }

    private Figure ratio(Place place, Durations before, Durations after) {
        long fewest = Math.min(before.count(), after.count());
        if (fewest < Measured.GRADING.suppressedBelow()) {
            return Figure.missing(place, CLOSED_GEOMETRIC_MEAN, MetricUnit.PERCENT, fewest, "too few");
        }
        long instant = instant(before) + instant(after);
        if (instant > 0) {
            return Figure.missing(
                    place,
                    CLOSED_GEOMETRIC_MEAN,
                    MetricUnit.PERCENT,
                    before.count() + after.count(),
                    "undefined, for " + instant + " took no time");
        }
        Change change =
                Change.between(before.geometricMean(), after.geometricMean()).withConfidence(confidence);
        return Figure.of(place, CLOSED_GEOMETRIC_MEAN, change, warning(before, after));
    }

    /** How many took no time at all, so that they have no logarithm. */
    private static long instant(Durations closed) {
        return closed.isEmpty() ? 0 : closed.shareWithin(Duration.ZERO).counted();
    }

    private static String warning(Durations before, Durations after) {
        return before.openCount() + after.openCount() == 0
                ? ""
                : NO_VERDICT + ": " + before.openCount() + " before and " + after.openCount() + " after are not in it";
    }
}

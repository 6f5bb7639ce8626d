package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The changes between the periods of a trend, per score. */
final class TrendChanges {

    /** Two questions may be read alike, and are apart. */
    private record Reading(Question question, RatingMetric definition) {}

    private final CalendarPeriod period;
    private final double confidence;
    private final Map<Reading, Trend<CustomScore>> trends = new HashMap<>();
    private final boolean reachesBackAYear;

    private TrendChanges(CalendarPeriod period, double confidence, boolean reachesBackAYear) {
        this.period = period;
        this.confidence = confidence;
        this.reachesBackAYear = reachesBackAYear;
    }

    /** The rows are counted by day in the zone already, so that the library's trend is made of one row per period. */
    static TrendChanges of(
            List<Question> questions,
            Map<String, List<RatingCounts>> groups,
            CalendarPeriod period,
            double confidence) {
        List<Map.Entry<String, List<RatingCounts>>> periods = groups.entrySet().stream()
                .filter(group -> !group.getKey().equals(Grouping.UNKNOWN))
                .toList();
        boolean reachesBack = !periods.isEmpty()
                && !Periods.firstDay(period, periods.get(0).getKey())
                        .plusYears(1)
                        .isAfter(Periods.firstDay(
                                period, periods.get(periods.size() - 1).getKey()));
        TrendChanges changes = new TrendChanges(period, confidence, reachesBack);
        for (int i = 0; i < questions.size(); i++) {
            int at = i;
            Question question = questions.get(i);
            for (RatingMetric definition : question.definitions()) {
                Trend<CustomScore> trend = periods.stream()
                        .collect(Trend.by(
                                group -> Periods.firstDay(period, group.getKey())
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant(),
                                period,
                                ZoneOffset.UTC,
                                CustomScore.toScore(
                                        definition,
                                        (tally, group) ->
                                                tally.add(group.getValue().get(at)))));
                changes.trends.put(new Reading(question, definition), trend);
            }
        }
        return changes;
    }

    CalendarPeriod period() {
        return period;
    }

    /** Whether there can be a change from last year that is not the one from the period before. */
    boolean showsLastYear() {
        return reachesBackAYear && period != CalendarPeriod.YEAR;
    }

    /** The change from the period before; empty where one of both has too few answers to show a value. */
    Optional<Change> fromPrevious(Question question, RatingMetric definition, String label) {
        return label.equals(Grouping.UNKNOWN)
                ? Optional.empty()
                : shown(trend(question, definition).changeFromPrevious(firstDay(label)));
    }

    /** The change from the same period last year; empty where one of both has too few answers to show a value. */
    Optional<Change> fromLastYear(Question question, RatingMetric definition, String label) {
        return label.equals(Grouping.UNKNOWN)
                ? Optional.empty()
                : shown(trend(question, definition).changeFromLastYear(firstDay(label)));
    }

    private Optional<Change> shown(Optional<Change> change) {
        return change.filter(c -> Result.GRADING.grade(c.before().orElseThrow()) != BaseSize.SUPPRESSED
                        && Result.GRADING.grade(c.after().orElseThrow()) != BaseSize.SUPPRESSED)
                .map(c -> c.withConfidence(confidence));
    }

    private Trend<CustomScore> trend(Question question, RatingMetric definition) {
        return Objects.requireNonNull(trends.get(new Reading(question, definition)), "a trend per reading");
    }

    private LocalDate firstDay(String label) {
        return Periods.firstDay(period, label);
    }
}

package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A goal as an option says it, such as {@code NPS=45@2026-12-31} or {@code CSAT top-2 of 5=+10%@2026-12-31}.
 *
 * @param text the option
 * @param metric the name of the score
 * @param target the value to reach, or the change in per cent
 * @param relative whether it is a change in per cent
 * @param deadline the last day
 */
record Aim(String text, String metric, double target, boolean relative, LocalDate deadline) {

    private static final Pattern FORM =
            Pattern.compile("(.+)=([+-]?\\d{1,9}(?:\\.\\d{1,9})?)(%?)@(\\d{4}-\\d\\d-\\d\\d)");

    static Aim parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused(text, "must be METRIC=TARGET@YYYY-MM-DD such as NPS=45@2026-12-31");
        }
        String target = form.group(2);
        boolean relative = !form.group(3).isEmpty();
        if (relative && Character.isDigit(target.charAt(0))) {
            throw refused(
                    text, "says neither a value (" + target + ") nor a change (+" + target + "% or -" + target + "%)");
        }
        try {
            return new Aim(
                    text, form.group(1).strip(), Double.parseDouble(target), relative, LocalDate.parse(form.group(4)));
        } catch (DateTimeException noDate) {
            throw refused(text, "has no such date as " + form.group(4));
        }
    }

    /**
     * How the goal stands, by the periods of the second side since the first.
     *
     * <p>The answers of the second side are taken to be all there are until its last period ends, or until the deadline if that is earlier, and to go on
     * coming at that rate.
     */
    Report.Pursued evaluate(
            Report.Compared sides, CalendarPeriod period, List<Question> questions, ZoneId zone, double confidence) {
        for (int i = 0; i < questions.size(); i++) {
            for (RatingMetric definition : questions.get(i).definitions()) {
                if (definition.name().equalsIgnoreCase(metric)) {
                    Score before =
                            score(questions.get(i), definition, sides.before().get(i));
                    Score soFar =
                            score(questions.get(i), definition, sides.after().get(i));
                    return evaluate(before, soFar, sides.groups(), period, zone, confidence);
                }
            }
        }
        throw refused(
                text,
                "is for none of the scores: "
                        + String.join(
                                ", ",
                                questions.stream()
                                        .flatMap(q -> q.definitions().stream())
                                        .map(RatingMetric::name)
                                        .toList()));
    }

    private static Score score(Question question, RatingMetric definition, RatingCounts counts) {
        return question.score(definition, counts);
    }

    private Report.Pursued evaluate(
            Score baseline, Score soFar, Comparison sides, CalendarPeriod period, ZoneId zone, double confidence) {
        if (Result.GRADING.grade(baseline) == BaseSize.SUPPRESSED) {
            throw refused(text, "needs a baseline, but " + sides.before() + " has " + baseline.count() + " answers");
        }
        LocalDate lastBefore = firstDay(period, sides.before().last());
        LocalDate firstAfter = firstDay(period, sides.after().first());
        LocalDate lastAfter = firstDay(period, sides.after().last());
        if (!lastBefore.isBefore(firstAfter)) {
            throw refused(text, "needs a baseline before the answers so far, but --goal-from was " + sides);
        }
        if (lastAfter.isAfter(deadline)) {
            throw refused(
                    text,
                    "has a deadline before the last of the answers so far, "
                            + sides.after().last());
        }
        Instant start = startOf(firstAfter, zone);
        Instant until = startOf(deadline.plusDays(1), zone);
        Instant end = startOf(period.nextFirstDay(lastAfter), zone);
        Instant at = end.isBefore(until) ? end : until;
        try {
            Goal.WithBaseline from = Goal.baseline(baseline);
            Goal goal = (relative ? from.relativeTarget(target) : from.target(target))
                    .start(start)
                    .deadline(until);
            if (goal.sampleSize().isPresent()) {
                goal = goal.withSampleSize(goal.sampleSize().get().withConfidence(confidence));
            }
            goal.answersNeeded();
            long expected = expected(soFar.count(), Duration.between(start, at), Duration.between(start, until));
            return new Report.Pursued(this, sides, soFar, goal.evaluate(soFar, at, expected), expected);
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            throw refused(text, String.valueOf(impossible.getMessage()).replace("\n", ". "));
        }
    }

    /** Rounded down. */
    private static long expected(long soFar, Duration passed, Duration all) {
        return (long) Math.floor(soFar * ((double) all.toSeconds() / passed.toSeconds()));
    }

    private LocalDate firstDay(CalendarPeriod period, String label) {
        if (label.equals(Grouping.UNKNOWN)) {
            throw refused(text, "cannot tell when the group " + label + " was");
        }
        return Periods.firstDay(period, label);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static CommandFailure refused(String text, String why) {
        return CommandFailure.usage("--goal \"" + Text.oneLine(text) + "\" " + Text.ascii(why));
    }

    @Override
    public String toString() {
        return text;
    }
}

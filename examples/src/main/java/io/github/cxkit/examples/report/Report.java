package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.examples.csv.BadRows;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.examples.csv.MaxBad;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a report says, before it is written.
 *
 * @param source the file's name
 * @param sample whether it is the bundled sample
 * @param rows how many rows were read
 * @param badRows which of them were left out
 * @param maxBad how many may be
 * @param uses which column was used for what
 * @param questions the questions
 * @param weighted whether rows have weights
 * @param confidence the confidence of all intervals
 * @param adjustBy how p-values are adjusted for the number of groups
 * @param total the counts of all rows, per question
 * @param sections the breakdowns
 * @param compared the groups that are compared
 * @param goals the goals and how they stand
 */
record Report(
        String source,
        boolean sample,
        long rows,
        BadRows badRows,
        MaxBad maxBad,
        List<ColumnChoice.Use> uses,
        List<Question> questions,
        boolean weighted,
        double confidence,
        AdjustBy adjustBy,
        List<RatingCounts> total,
        List<Section> sections,
        List<Compared> compared,
        List<Pursued> goals) {

    /**
     * One breakdown.
     *
     * @param title what stands above it
     * @param groups the counts per group and question, in order
     * @param againstRest each group against all other rows
     * @param period which period each group is; empty where they are none
     * @param trend the changes from period to period; empty where the groups are no periods or were not asked to be followed
     */
    record Section(
            String title,
            Map<String, List<RatingCounts>> groups,
            AgainstRest againstRest,
            Optional<CalendarPeriod> period,
            Optional<TrendChanges> trend) {}

    /**
     * Two groups of one breakdown, side by side.
     *
     * @param by the breakdown
     * @param groups which groups
     * @param before the counts of the first, per question
     * @param after the counts of the second, per question
     */
    record Compared(String by, Comparison groups, List<RatingCounts> before, List<RatingCounts> after) {}

    /**
     * A goal and how it stands.
     *
     * @param aim the goal as it was asked for
     * @param sides the baseline and the answers so far
     * @param soFar the score so far
     * @param progress how it stands
     * @param expected how many answers are expected by the deadline
     */
    record Pursued(Aim aim, Comparison sides, Score soFar, Goal.Progress progress, long expected) {

        /** Whether there are enough answers so far to show a value, and to say how the goal stands. */
        boolean isShown() {
            return Result.GRADING.grade(soFar) != BaseSize.SUPPRESSED;
        }
    }

    /** The change between two groups; empty where one of them has too few answers to show a value. */
    Optional<Change> change(Question question, RatingMetric definition, Compared sides) {
        Result before = result(question, definition, sides.before());
        Result after = result(question, definition, sides.after());
        return before.estimate().isPresent() && after.estimate().isPresent()
                ? Optional.of(Change.between(before.score(), after.score()).withConfidence(confidence))
                : Optional.empty();
    }

    /** The score of all rows. */
    Result total(Question question, RatingMetric definition) {
        return result(question, definition, total);
    }

    /** The score of one group. */
    Result result(Question question, RatingMetric definition, List<RatingCounts> countsPerQuestion) {
        return Result.of(
                question,
                definition,
                countsPerQuestion.get(questions.indexOf(question)),
                Estimator.withDefaults().withConfidence(confidence));
    }
}

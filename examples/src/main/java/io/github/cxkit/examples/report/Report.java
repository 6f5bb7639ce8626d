package io.github.cxkit.examples.report;

import io.github.cxkit.metrics.Definition;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.RatingCounts;
import java.util.List;
import java.util.Map;

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
 * @param total the counts of all rows, per question
 * @param sections the breakdowns
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
        List<RatingCounts> total,
        List<Section> sections) {

    /**
     * One breakdown.
     *
     * @param title what stands above it
     * @param groups the counts per group and question, in order
     */
    record Section(String title, Map<String, List<RatingCounts>> groups) {}

    /** The score of all rows. */
    Result total(Question question, Definition definition) {
        return result(question, definition, total);
    }

    /** The score of one group. */
    Result result(Question question, Definition definition, List<RatingCounts> countsPerQuestion) {
        return Result.of(
                question,
                definition,
                countsPerQuestion.get(questions.indexOf(question)),
                Estimator.withDefaults().withConfidence(confidence));
    }

    boolean hasTooManyBadRows() {
        return maxBad.isExceeded(badRows.count(), rows);
    }
}

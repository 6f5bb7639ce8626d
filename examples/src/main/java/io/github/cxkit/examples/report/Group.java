package io.github.cxkit.examples.report;

import io.github.cxkit.core.Answer;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.Arrays;
import java.util.List;

/** Counts the answers of a group of rows: one tally per question. */
final class Group {

    private final RatingTally[] tallies;

    Group(List<Question> questions) {
        tallies = questions.stream().map(q -> RatingTally.on(q.scale())).toArray(RatingTally[]::new);
    }

    /** Counts one row, one answer per question. */
    void accept(Answer[] answers, double weight) {
        for (int i = 0; i < tallies.length; i++) {
            if (weight == 1) {
                tallies[i].accept(answers[i]);
            } else {
                tallies[i].accept(answers[i], weight);
            }
        }
    }

    /** Adds what another group has counted. */
    void add(Group other) {
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].combine(other.tallies[i]);
        }
    }

    /** What has been counted, per question. */
    List<RatingCounts> counts() {
        return Arrays.stream(tallies).map(RatingTally::counts).toList();
    }
}

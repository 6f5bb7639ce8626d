package io.github.cxkit.examples.report;

import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingScore;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One score of one group, as it may be shown.
 *
 * @param score the score, which may have no answers
 * @param base whether there are enough answers
 * @param estimate the value and its interval; empty where there are no answers, or too few to show a value
 */
record Result(RatingScore score, BaseSize base, Optional<Estimate> estimate) {

    static final BaseGrading GRADING = BaseGrading.withDefaults();

    static Result of(Question question, RatingMetric definition, RatingCounts counts, Estimator estimator) {
        RatingScore score = question.score(definition, counts);
        BaseSize base = GRADING.grade(score);
        return new Result(
                score, base, base == BaseSize.SUPPRESSED ? Optional.empty() : Optional.of(estimator.estimate(score)));
    }

    /** The standard error, linearised where answers have weights; empty where no value is shown, and for a single answer. */
    OptionalDouble standardError() {
        return estimate.isPresent() ? score.standardError() : OptionalDouble.empty();
    }

    /** The per cent of answers at one point, weighted where answers are; empty where there are none. */
    OptionalDouble share(int point) {
        return score.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(score.counts().percent(point));
    }
}

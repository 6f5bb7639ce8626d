package io.github.cxkit.examples.recovery;

import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number about a group of cases.
 *
 * @param name what of
 * @param isOutcome whether it is what became of the cases, of which more need not be better
 * @param score the value, which may be of no case
 * @param bounds where the mean over all cases would lie, whatever the missing evidence said; empty for what has none
 * @param coverage how much of the evidence is known, from 0 to 1
 */
record Figure(String name, boolean isOutcome, Score score, Optional<Interval> bounds, OptionalDouble coverage) {

    static final BaseGrading GRADING = BaseGrading.withDefaults();

    static Figure of(String name, Score score) {
        return new Figure(name, false, score, Optional.empty(), OptionalDouble.empty());
    }

    static Figure outcome(Score score) {
        return new Figure(score.metric().name(), true, score, Optional.empty(), OptionalDouble.empty());
    }

    /** Whether there is a value, or bounds that are not all of the range. */
    boolean saysSomething() {
        return !score.isEmpty()
                || bounds.filter(b -> b.width() < score.metric().range().width())
                        .isPresent();
    }

    BaseSize base() {
        return GRADING.grade(score);
    }

    /** The value and its interval; empty where there are too few cases to show it. */
    Optional<Estimate> estimate(double confidence) {
        return base() == BaseSize.SUPPRESSED
                ? Optional.empty()
                : Optional.of(
                        Estimator.withDefaults().withConfidence(confidence).estimate(score));
    }
}

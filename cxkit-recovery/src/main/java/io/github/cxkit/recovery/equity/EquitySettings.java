package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import java.util.Optional;
import java.util.OptionalDouble;

/** How an audit judges, and what it calls the groups. */
record EquitySettings(String a, String b, int smallestCell, double confidence, double ratioThatMatters) {

    /** Whether figures of so few cases are withheld. */
    boolean isTooSmall(long count) {
        return count < smallestCell;
    }

    /** The order matters: a difference that is certain but too small to matter is no difference in treatment. */
    EquityOutcome.Verdict judge(Optional<Score> ratio, OptionalDouble adjustedPValue) {
        if (ratio.flatMap(score -> score.estimate(1 - 2 * (1 - confidence)).interval())
                .filter(this::isImmaterial)
                .isPresent()) {
            return EquityOutcome.Verdict.ALIKE;
        }
        return adjustedPValue.orElse(1) < 1 - confidence
                ? EquityOutcome.Verdict.DIFFERENT
                : EquityOutcome.Verdict.NOT_SHOWN;
    }

    private boolean isImmaterial(Interval interval) {
        return interval.lower() > 1 / ratioThatMatters && interval.upper() < ratioThatMatters;
    }
}

package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How an audit judges, and what it calls the groups. */
record EquitySettings(String a, String b, int smallestCell, double confidence, double ratioThatMatters) {

    /** Whether figures of so few cases are withheld. */
    boolean isTooSmall(long count) {
        return count < smallestCell;
    }

    /** Alike is what all ratios show. The order matters: a difference that is certain but too small to matter is no difference in treatment. */
    EquityOutcome.Verdict judge(List<Optional<Score>> ratios, OptionalDouble adjustedPValue) {
        if (ratios.stream().allMatch(this::isImmaterial)) {
            return EquityOutcome.Verdict.ALIKE;
        }
        return adjustedPValue.orElse(1) < 1 - confidence
                ? EquityOutcome.Verdict.DIFFERENT
                : EquityOutcome.Verdict.NOT_SHOWN;
    }

    private boolean isImmaterial(Optional<Score> ratio) {
        return ratio.flatMap(score -> score.estimate(1 - 2 * (1 - confidence)).interval())
                .filter(this::isImmaterial)
                .isPresent();
    }

    private boolean isImmaterial(Interval interval) {
        return interval.lower() > 1 / ratioThatMatters && interval.upper() < ratioThatMatters;
    }
}

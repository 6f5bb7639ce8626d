package io.github.cxkit.metrics.time;

import java.time.Duration;
import java.util.Objects;

/**
 * What became of one promise to answer or to resolve within a target.
 *
 * <pre>{@code
 * TargetOutcome.of(Duration.ofMinutes(70), true, Duration.ofHours(1));    // BREACHED: open, and late already
 * }</pre>
 */
public enum TargetOutcome {

    /** Over, in no more time than the target. */
    MET,

    /** Took longer than the target, or goes on and has lasted longer already. */
    BREACHED,

    /** Not decided: still open within its target, or not known. */
    PENDING;

    /**
     * Returns the outcome of one wait.
     *
     * @param lasted how long it lasted or, while it goes on, has lasted so far
     * @param open whether it goes on
     * @param target how long it may last; exactly so long is met
     * @return the outcome
     * @throws IllegalArgumentException if a duration is negative
     */
    public static TargetOutcome of(Duration lasted, boolean open, Duration target) {
        Objects.requireNonNull(lasted, "lasted");
        if (lasted.isNegative()) {
            throw new IllegalArgumentException("length of a wait must be at least 0, but was " + lasted);
        }
        checkTarget(target);
        if (lasted.compareTo(target) > 0) {
            return BREACHED;
        }
        return open ? PENDING : MET;
    }

    static void checkTarget(Duration target) {
        Objects.requireNonNull(target, "target");
        if (target.isNegative()) {
            throw new IllegalArgumentException("target must be at least 0, but was " + target);
        }
    }
}

package io.github.cxkit.metrics.time;

import java.time.Duration;
import java.util.Objects;

/**
 * One step of a {@link KaplanMeier} curve.
 *
 * @param time the time at which waits end or were left open
 * @param atRisk how many lasted at least so long
 * @param ended how many of them ended then
 * @param leftOpen how many of them were open and had lasted exactly so long
 * @param survival the probability of waiting longer, from 0 to 1; it holds until the next step
 */
public record SurvivalStep(Duration time, long atRisk, long ended, long leftOpen, double survival) {

    /**
     * Checks the parts.
     *
     * @param time the time at which waits end or were left open
     * @param atRisk how many lasted at least so long
     * @param ended how many of them ended then
     * @param leftOpen how many of them were open and had lasted exactly so long
     * @param survival the probability of waiting longer
     */
    public SurvivalStep {
        Objects.requireNonNull(time, "time");
    }
}

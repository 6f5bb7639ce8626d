package io.github.cxkit.metrics.time;

import com.fasterxml.jackson.annotation.JsonValue;
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
     * @throws IllegalArgumentException if the time is negative, nobody was at risk, more ended or were left open than were at risk, a count is negative, or the
     *     probability is not in [0, 1]
     */
    public SurvivalStep {
        Objects.requireNonNull(time, "time");
        if (time.isNegative()) {
            throw new IllegalArgumentException("time must be at least 0, but was " + time);
        }
        Statistics.checkCount("atRisk", atRisk, 1, Long.MAX_VALUE);
        Statistics.checkCount("ended", ended, 0, atRisk);
        Statistics.checkCount("leftOpen", leftOpen, 0, atRisk - ended);
        Statistics.checkProbability("survival", survival);
    }

    /**
     * Returns the step in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(time.toString(), atRisk, ended, leftOpen, survival);
    }

    /**
     * A step of the curve in plain values.
     *
     * @param time the time, such as {@code PT4H}
     * @param atRisk how many were observed so long
     * @param ended how many ended then
     * @param leftOpen how many were left open
     * @param survival the share still waiting
     */
    public record View(String time, long atRisk, long ended, long leftOpen, double survival) {}
}

package io.github.cxkit.core;

import java.util.Objects;

/**
 * A place in the journey where customer and company meet: "checkout on the web site", "complaint by phone".
 *
 * @param name the touchpoint's name, not blank
 * @param channel the channel it runs over
 * @param stage the stage of the journey it belongs to
 * @param momentOfTruth whether the caller holds it to be one of the touchpoints that decide the relationship
 */
public record Touchpoint(String name, Channel channel, JourneyStage stage, boolean momentOfTruth) {

    /**
     * Checks the parts.
     *
     * @param name the touchpoint's name
     * @param channel the channel it runs over
     * @param stage the stage of the journey it belongs to
     * @param momentOfTruth whether it is held to decide the relationship
     * @throws IllegalArgumentException if the name is blank
     */
    public Touchpoint {
        Checks.notBlank(name, "touchpoint name");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(stage, "stage");
    }

    /**
     * Returns a touchpoint that is not marked as a moment of truth.
     *
     * @param name the name, not blank
     * @param channel the channel
     * @param stage the stage of the journey
     * @return the touchpoint
     * @throws IllegalArgumentException if the name is blank
     */
    public static Touchpoint of(String name, Channel channel, JourneyStage stage) {
        return new Touchpoint(name, channel, stage, false);
    }

    /**
     * Returns a copy that is marked as a moment of truth.
     *
     * @return the copy
     */
    public Touchpoint asMomentOfTruth() {
        return new Touchpoint(name, channel, stage, true);
    }
}

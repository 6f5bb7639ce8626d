package io.github.cxkit.metrics.respondents;

import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.core.Touchpoint;
import java.util.Objects;
import java.util.function.Function;

/**
 * What survey responses are usually grouped by; any other function of a response does as well.
 *
 * <pre>{@code
 * Map<String, Respondents> byPlan = responses.stream()
 *         .collect(groupingBy(ResponseKeys.attribute("plan"), toRespondents(Nps.STANDARD, RepeatPolicy.LATEST)));
 * Breakdown.ofRespondents(Nps.STANDARD, Nps::from, byPlan).comparisons();
 * }</pre>
 *
 * <p>A response that has no such thing belongs to the group {@link #UNKNOWN}, which is a group like any other and never left out in silence.
 */
public final class ResponseKeys {

    /** The group of the responses that do not say. */
    public static final String UNKNOWN = "(unknown)";

    private ResponseKeys() {}

    /**
     * Groups by an attribute of the customer.
     *
     * @param name the attribute's name
     * @return the attribute's value; {@link #UNKNOWN} for a customer without it and for an anonymous response
     */
    public static Function<SurveyResponse, String> attribute(String name) {
        Objects.requireNonNull(name, "name");
        return response -> response.customer()
                .flatMap(customer -> customer.attribute(name))
                .orElse(UNKNOWN);
    }

    /**
     * Groups by the channel of the touchpoint that was asked about.
     *
     * @return the channel's name; {@link #UNKNOWN} for a response without a touchpoint
     */
    public static Function<SurveyResponse, String> channel() {
        return ofTouchpoint(touchpoint -> touchpoint.channel().name());
    }

    /**
     * Groups by the touchpoint that was asked about.
     *
     * @return the touchpoint's name; {@link #UNKNOWN} for a response without one
     */
    public static Function<SurveyResponse, String> touchpoint() {
        return ofTouchpoint(Touchpoint::name);
    }

    /**
     * Groups by the stage of the journey of the touchpoint that was asked about.
     *
     * @return the stage's name; {@link #UNKNOWN} for a response without a touchpoint
     */
    public static Function<SurveyResponse, String> stage() {
        return ofTouchpoint(touchpoint -> touchpoint.stage().name());
    }

    private static Function<SurveyResponse, String> ofTouchpoint(Function<Touchpoint, String> name) {
        return response -> response.touchpoint().map(name).orElse(UNKNOWN);
    }
}

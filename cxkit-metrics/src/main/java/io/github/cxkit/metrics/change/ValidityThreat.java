package io.github.cxkit.metrics.change;

/** What a comparison of before and after cannot tell by its design, however many answers there are. */
public enum ValidityThreat {
    /** Nothing was left as it was. */
    NO_CONTROL("There is no control group: whatever else happened at the same time is part of the effect."),
    /** Before and after lie at different times of the year. */
    SEASONALITY("Before and after lie in different seasons: part of the effect may come back every year by itself."),
    /** The worst were picked, and the worst get better by themselves. */
    REGRESSION_TO_THE_MEAN(
            "The unit was picked because it was bad: some of its bad luck would have ended without any initiative."),
    /** The groups would have moved alike without the initiative, or so one must believe. */
    PARALLEL_TRENDS_ASSUMED(
            "The groups were not drawn by lot: the effect is that of the initiative only if both would have moved alike without it.");

    private final String explanation;

    ValidityThreat(String explanation) {
        this.explanation = explanation;
    }

    /**
     * Returns what the limit means, in plain words.
     *
     * @return a sentence
     */
    public String explanation() {
        return explanation;
    }
}

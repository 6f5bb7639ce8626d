package io.github.cxkit.metrics.respondents;

/** The class that a net score sorts an answer into, by the names it has in an NPS; from worst to best. */
public enum NetClass {
    /** Counts −1: negative. */
    DETRACTOR,
    /** Counts 0: neutral. */
    PASSIVE,
    /** Counts +1: positive. */
    PROMOTER;

    /** The class with the value −1, 0 or +1. */
    static NetClass of(double value) {
        return values()[(int) value + 1];
    }
}

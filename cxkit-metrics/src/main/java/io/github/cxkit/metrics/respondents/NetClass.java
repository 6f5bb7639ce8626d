package io.github.cxkit.metrics.respondents;

/** The class that a net score sorts an answer into, by the names it has in an NPS; from worst to best. */
public enum NetClass {
    /** Counts −1: negative. */
    DETRACTOR(-1),
    /** Counts 0: neutral. */
    PASSIVE(0),
    /** Counts +1: positive. */
    PROMOTER(1);

    private final int value;

    NetClass(int value) {
        this.value = value;
    }

    /** Where the class stands from worst to best: 0, 1 or 2. */
    int index() {
        return value + 1;
    }

    /** The class with the value −1, 0 or +1. */
    static NetClass of(double value) {
        return values()[(int) value + 1];
    }
}

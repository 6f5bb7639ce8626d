package io.github.cxkit.metrics.numbers;

/** What a state is of. A number is given once: it is never given to another kind. */
public enum StateKind {
    /** Counts per point of a scale. */
    RATING_COUNTS(1, "counts on a scale"),
    /** Counts per class of a definition. */
    CLASS_COUNTS(2, "class counts"),
    /** An NPS. */
    NPS(3, "an NPS"),
    /** A CSAT. */
    CSAT(4, "a CSAT"),
    /** A CES. */
    CES(5, "a CES"),
    /** A score by a definition of one's own. */
    CUSTOM_SCORE(6, "a custom score"),
    /** How many of how many. */
    SHARE(7, "a share"),
    /** A mean of numbers. */
    MEAN(8, "a mean"),
    /** Waits in columns. */
    WAITS(9, "waits"),
    /** A histogram of durations. */
    APPROXIMATE_DURATIONS(10, "approximate durations"),
    /** Met, breached, pending. */
    TARGET_ATTAINMENT(11, "a target attainment"),
    /** A mean of fairness points. */
    FAIRNESS_MEAN(12, "a fairness mean"),
    /** Means and counts of fairness. */
    FAIRNESS_SUMMARY(13, "a fairness summary");

    private final long number;
    private final String label;

    StateKind(long number, String label) {
        this.number = number;
        this.label = label;
    }

    long number() {
        return number;
    }

    /** The kind in words, for messages. */
    static String label(long number) {
        for (StateKind kind : values()) {
            if (kind.number == number) {
                return kind.label;
            }
        }
        return "an unknown kind, " + number;
    }

    /** The kind in words: {@code a share}. */
    @Override
    public String toString() {
        return label;
    }
}

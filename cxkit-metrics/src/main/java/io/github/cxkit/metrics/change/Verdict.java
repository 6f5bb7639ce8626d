package io.github.cxkit.metrics.change;

/** What can be said about a change; which way is better follows from the direction of the metric. */
public enum Verdict {
    /** The interval lies wholly on the better side of no change. */
    IMPROVED,
    /** The interval lies wholly on the worse side of no change. */
    WORSENED,
    /** Whatever the change is, it is smaller than the smallest one that matters to the caller. */
    NO_MATERIAL_CHANGE,
    /** The answers do not tell. Not the same as no change. */
    INCONCLUSIVE
}

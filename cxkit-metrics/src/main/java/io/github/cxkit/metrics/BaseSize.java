package io.github.cxkit.metrics;

/** Whether a base is large enough to show a value and to compare it. */
public enum BaseSize {
    /** So few answers that reports show no value. */
    SUPPRESSED,
    /** A value may be shown with a warning: its interval is very wide. */
    LOW,
    /** The value says something; of differences from another only large ones can be found. */
    NOT_FOR_COMPARISON,
    /** Enough for most purposes. */
    SUFFICIENT
}

package io.github.cxkit.metrics.cases;

/** Whether a case was resolved at the customer's first contact, as far as was known at an instant. */
public enum FirstContactVerdict {
    /** Resolved after one contact, with neither a further contact nor a reopening until the window was over. */
    RESOLVED_AT_FIRST_CONTACT,
    /** The customer got in touch again before the resolution or within the window, or the case was reopened within the window. */
    NOT_AT_FIRST_CONTACT,
    /** Not decided yet: the case is open, or its window is not over. */
    PENDING,
    /** Cannot be told: closed or reopened without a resolution, or over a channel that is not known. */
    UNKNOWN,
    /** The customer never got in touch about the case. */
    NO_CONTACT
}

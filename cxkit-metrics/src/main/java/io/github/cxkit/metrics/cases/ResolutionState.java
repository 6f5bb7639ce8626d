package io.github.cxkit.metrics.cases;

/**
 * Whether a matter is settled, as far as the events of its case tell.
 *
 * <p>Three states, for a case that was put away without a word about a resolution is neither open nor settled in no time.
 */
public enum ResolutionState {
    /** Held to be settled, and not reopened since. */
    RESOLVED,
    /** Neither resolved nor closed. */
    OPEN,
    /** Closed, or reopened, without a resolution before: when the matter was settled, if it was, nobody wrote down. */
    UNKNOWN
}

package io.github.cxkit.recovery.equity;

/** What can be said about two groups, once their cases are compared like with like. */
public enum EquityVerdict {
    /** Whatever the difference is, it is smaller than the smallest ratio that matters to the caller; shown, not assumed. */
    ALIKE,
    /** The groups were treated differently: the interval leaves equality out, also after the number of outcomes is accounted for. */
    DIFFERENT,
    /** The cases show neither. Not the same as alike. */
    NOT_SHOWN
}

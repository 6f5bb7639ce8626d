package io.github.cxkit.recovery.paradox;

/** What can be said about the service recovery paradox, from intervals of 90 %: each bound is a one-sided test at 5 %. */
public enum ParadoxVerdict {
    /** The whole interval lies above the smallest effect of interest. As a verdict on all estimands: the controlled and the adjusted one agree. */
    PARADOX,
    /** Only as a verdict on all estimands: some say paradox, but not the two that would have to. */
    APPARENT,
    /** Recovered customers are at most the margin below where they would be without a failure. Only the controlled estimands can say so. */
    RESTORED,
    /** The whole interval lies below 0: recovered customers are worse off. */
    DEFICIT,
    /** The answers do not tell. Not the same as no effect. */
    INCONCLUSIVE,
    /** There is no number to judge, for a stated reason. */
    NOT_ESTIMABLE
}

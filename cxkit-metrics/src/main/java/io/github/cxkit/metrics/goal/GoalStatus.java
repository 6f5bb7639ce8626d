package io.github.cxkit.metrics.goal;

/** How a goal stands, as {@link Goal#evaluate} decides it. */
public enum GoalStatus {
    /** The whole interval lies at the target or beyond it. */
    REACHED,
    /** The value lies at the target or beyond it, the interval does not: perhaps reached. */
    REACHED_ON_THE_FACE_OF_IT,
    /** Before the deadline: at the straight line from baseline to target, or beyond it. */
    ON_TRACK,
    /** Before the deadline: short of the straight line from baseline to target. */
    BEHIND,
    /** The deadline has passed and the value is short of the target. */
    MISSED,
    /** There will not be enough answers by the deadline to tell the target from the baseline, and those there are decide nothing. */
    NOT_KNOWABLE,
    /** There are no answers so far, and there will be enough. */
    NO_ANSWERS
}

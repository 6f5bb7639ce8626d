package io.github.cxkit.recovery.paradox;

/**
 * By what a group of customers with a failure was selected before the test saw it.
 *
 * <p>The test would rather see all cases and select by itself. Where that is no longer possible, the criterion must be named, and
 * criteria that make a paradox out of nothing are refused: the best 30 % by satisfaction with the recovery show a gain of about 0.39 points on a
 * scale from 1 to 7 though nothing happened.
 */
public enum SelectionCriterion {
    /** Drawn by lot. */
    BY_LOT("drawn by lot", ""),
    /** By facts of the failure: its kind, its severity, its date. */
    FACTS_OF_FAILURE("selected by facts of the failure", ""),
    /** By facts of the handling: what staff did and how fast. */
    FACTS_OF_HANDLING("selected by facts of the handling", ""),
    /** Those who complained. */
    COMPLAINED("selected for having complained", ""),
    /** By the outcome before, such as the angriest or the most loyal. */
    OUTCOME_BEFORE("selected by the outcome before", ""),
    /** By satisfaction with the recovery, or any other opinion of how the case was handled. Refused. */
    RECOVERY_SATISFACTION(
            "selected by satisfaction with the recovery",
            "whoever is in a good mood afterwards rates both the recovery and the outcome better, so the group is picked for its luck: the best"
                    + " 30 % by satisfaction with the recovery gain about 0.39 points on a scale from 1 to 7 where the true effect is zero"
                    + " (correlations .7 with the outcome after, .6 between before and after, standard deviation 1.2), and no verdict rule protects"
                    + " against it"),
    /** By the outcome after. Refused. */
    OUTCOME_AFTER(
            "selected by the outcome after",
            "a group picked for what is to be tested shows it whether or not it is true, and no verdict rule protects against it");

    private final String words;
    private final String objection;

    SelectionCriterion(String words, String objection) {
        this.words = words;
        this.objection = objection;
    }

    /**
     * Returns whether a group selected so may be tested.
     *
     * @return false where {@link #objection()} says why not
     */
    public boolean isAdmitted() {
        return objection.isEmpty();
    }

    /**
     * Returns why a group selected so is refused.
     *
     * @return the reason, as the end of a sentence; empty where {@link #isAdmitted()}
     */
    public String objection() {
        return objection;
    }

    /** As the end of a sentence about customers. */
    String words() {
        return words;
    }
}

package io.github.cxkit.recovery.paradox;

/** The questions that hide in "are recovered customers more positive than if nothing had gone wrong?". */
public enum Estimand {
    /** After less before, of the same customers with a failure. */
    WITHIN("Are customers more positive after the recovery than before the failure?"),
    /** The same, less what customers who were below the mean would have gained, and those above it lost, by themselves (Mee and Chua). */
    WITHIN_ADJUSTED("Are they still, once everybody's drift back to the mean is taken out?"),
    /** Recovered customers less customers without a failure, both afterwards. */
    BETWEEN("Are recovered customers more positive than customers without a failure?"),
    /** The gain of recovered customers less the gain of customers without a failure: the difference in differences. It decides. */
    CONTROLLED("Did recovered customers gain more than customers without a failure?"),
    /** Recovered customers less customers without a failure afterwards, at equal outcomes before: the analysis of covariance. */
    CONTROLLED_ANCOVA("Of customers who were alike before, are the recovered ones more positive afterwards?");

    private final String question;

    Estimand(String question) {
        this.question = question;
    }

    /**
     * Returns what is asked.
     *
     * @return the question, in plain words
     */
    public String question() {
        return question;
    }

    /** Only a comparison with customers without a failure, before and after, can say that something was restored. */
    boolean canShowRestored() {
        return this == CONTROLLED || this == CONTROLLED_ANCOVA;
    }

    /** The name inside a sentence. */
    String words() {
        return switch (this) {
            case WITHIN -> "within customers";
            case WITHIN_ADJUSTED -> "within customers, adjusted";
            case BETWEEN -> "between groups";
            case CONTROLLED -> "controlled";
            case CONTROLLED_ANCOVA -> "controlled by ANCOVA";
        };
    }
}

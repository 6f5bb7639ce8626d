package io.github.cxkit.recovery;

/** What a reader of a fairness score must know: assumptions that it rests on, and what limits it. */
public enum FairnessNote {
    /** Nothing was said about violations; they are taken as none. */
    NO_VIOLATION_REPORTED("no violation was reported; taken as none"),
    /** Whether the core problem was fixed is not known; no cap was applied. */
    CORE_PROBLEM_UNKNOWN("whether the core problem was fixed is not known; no cap was applied"),
    /** Whether the customer accepted the flawed service is not known, and it matters; both curves bound the compensation. */
    ACCEPTANCE_UNKNOWN("whether the flawed service was accepted is not known; both curves bound the compensation"),
    /** Hand-offs are known and channel switches are not, or the other way round; what is known counts as if there were none of the other, and only downwards. */
    HAND_OFFS_HALF_KNOWN(
            "of hand-offs and channel switches only one is known; it can lower the points, not raise them"),
    /** The customer did not notice the failure; no apology was called for. */
    FAILURE_NOT_NOTICED("the customer did not notice the failure; no apology was called for"),
    /** A dimension does not apply; the weights of the others were scaled up to 1. */
    WEIGHTS_RENORMALISED("a dimension does not apply; the weights of the others were scaled up"),
    /** A dimension has too little evidence for a point; so has the overall score. */
    TOO_LITTLE_EVIDENCE("a dimension has too little evidence; bounds only"),
    /** A violation was reported, or the core problem was not fixed, in a dimension that does not apply; there was nothing to cap. */
    CAP_WITHOUT_DIMENSION("a cap was called for in a dimension that does not apply"),
    /** More was given than the policy's limit of over-compensation. */
    OVER_COMPENSATED("more was given than the limit of over-compensation"),
    /** Whether the case counts as fair depends on weights that nobody knows so exactly. */
    SENSITIVE_TO_WEIGHTS("whether this is fair depends on the weights"),
    /** The bounds lie on both sides of the threshold: what is not known could decide whether the case counts as fair. */
    MISSING_EVIDENCE_COULD_DECIDE("whether this is fair depends on what is not known");

    private final String sentence;

    FairnessNote(String sentence) {
        this.sentence = sentence;
    }

    /**
     * Returns the note as a sentence.
     *
     * @return without a capital and a full stop
     */
    public String sentence() {
        return sentence;
    }
}

package io.github.cxkit.recovery;

/**
 * The pieces of evidence that a fairness score is made of. Each yields a utility from 0 (as unfair as can be) to 1 (nothing to complain of).
 *
 * <p>What each utility is by {@link FairnessPolicy#DEFAULT} stands with the constant. Retention is what remains of the utility per step: three contacts with a retention
 * of 0.85 are worth 0.85² = 0.7225.
 */
public enum Evidence implements CaseFairness.Factor {
    /** Time to the first answer by a person: 1 in time, then halved with every further expected time (retention 0.5). */
    FIRST_RESPONSE(FairnessDimension.PROCESS, "first response"),
    /** Time to the conclusive resolution: 1 in time, then halved with every further expected time (retention 0.5). */
    RESOLUTION(FairnessDimension.PROCESS, "resolution time"),
    /** The customer's contacts about the issue, of which the first is free: retention 0.85. */
    CONTACTS(FairnessDimension.PROCESS, "contacts"),
    /** Hand-offs and forced changes of channel together: retention 0.85. Of one of both alone only the best is known. */
    HAND_OFFS(FairnessDimension.PROCESS, "hand-offs and channel switches"),
    /** How often the matter turned out not to be settled: retention 0.85. */
    REOPENINGS(FairnessDimension.PROCESS, "reopenings"),
    /** The share of promises that were kept; without promises it does not apply. */
    PROMISES(FairnessDimension.PROCESS, "promises"),
    /** Whether the customer was offered a choice: 1 or 0, at half the weight of the others. */
    CHOICE(FairnessDimension.PROCESS, "choice"),
    /** The first apology: ½ empathy + ⅓ intensity + ⅙ timeliness; it does not apply where the customer did not notice the failure. */
    APOLOGY(FairnessDimension.INTERACTION, "apology"),
    /** Courtesy, as observed. */
    COURTESY(FairnessDimension.INTERACTION, "courtesy"),
    /** The effort that staff put in and the ownership they took, as observed. */
    EFFORT(FairnessDimension.INTERACTION, "effort"),
    /** The explanation of what went wrong, as observed. */
    EXPLANATION(FairnessDimension.INTERACTION, "explanation"),
    /** What was given for what was lost, by a {@link CompensationCurve}; it does not apply where nothing was lost. */
    REDRESS(FairnessDimension.COMPENSATION, "redress");

    private final FairnessDimension dimension;
    private final String label;

    Evidence(FairnessDimension dimension, String label) {
        this.dimension = dimension;
        this.label = label;
    }

    @Override
    public FairnessDimension dimension() {
        return dimension;
    }

    @Override
    public String label() {
        return label;
    }
}

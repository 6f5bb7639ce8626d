package io.github.cxkit.recovery;

import java.util.OptionalDouble;

/**
 * The pieces of evidence that a fairness score is made of. Each yields a utility from 0 (as unfair as can be) to 1 (nothing to complain of).
 *
 * <p>What each utility is by default stands with the constant. Retention is what remains of the utility per step: three contacts with a retention
 * of 0.85 are worth 0.85² = 0.7225.
 */
public enum Evidence implements CaseFairness.Factor {
    /** Time to the first answer by a person: 1 in time, then halved with every further expected time (retention 0.5). */
    FIRST_RESPONSE(FairnessDimension.PROCESS, "first response", 1, 0.5),
    /** Time to the conclusive resolution: 1 in time, then halved with every further expected time (retention 0.5). */
    RESOLUTION(FairnessDimension.PROCESS, "resolution time", 1, 0.5),
    /** The customer's contacts about the issue, of which the first is free: retention 0.85. */
    CONTACTS(FairnessDimension.PROCESS, "contacts", 1, 0.85),
    /** Hand-offs and forced changes of channel together: retention 0.85. Of one of both alone only the best is known. */
    HAND_OFFS(FairnessDimension.PROCESS, "hand-offs and channel switches", 1, 0.85),
    /** How often the matter turned out not to be settled: retention 0.85. */
    REOPENINGS(FairnessDimension.PROCESS, "reopenings", 1, 0.85),
    /** The share of promises that were kept; without promises it does not apply. */
    PROMISES(FairnessDimension.PROCESS, "promises", 1, Double.NaN),
    /** Whether the customer was offered a choice: 1 or 0, at half the weight of the others. */
    CHOICE(FairnessDimension.PROCESS, "choice", 0.5, Double.NaN),
    /** The first apology: ½ empathy + ⅓ intensity + ⅙ timeliness; it does not apply where the customer did not notice the failure. */
    APOLOGY(FairnessDimension.INTERACTION, "apology", 1, Double.NaN),
    /** Courtesy, as observed. */
    COURTESY(FairnessDimension.INTERACTION, "courtesy", 1, Double.NaN),
    /** The effort that staff put in and the ownership they took, as observed. */
    EFFORT(FairnessDimension.INTERACTION, "effort", 1, Double.NaN),
    /** The explanation of what went wrong, as observed. */
    EXPLANATION(FairnessDimension.INTERACTION, "explanation", 1, Double.NaN),
    /** What was given for what was lost, by a {@link CompensationCurve}; it does not apply where nothing was lost. */
    REDRESS(FairnessDimension.COMPENSATION, "redress", 1, Double.NaN);

    private final FairnessDimension dimension;
    private final String label;
    private final double defaultWeight;
    private final double defaultRetention;

    Evidence(FairnessDimension dimension, String label, double defaultWeight, double defaultRetention) {
        this.dimension = dimension;
        this.label = label;
        this.defaultWeight = defaultWeight;
        this.defaultRetention = defaultRetention;
    }

    @Override
    public FairnessDimension dimension() {
        return dimension;
    }

    @Override
    public String label() {
        return label;
    }

    double defaultWeight() {
        return defaultWeight;
    }

    /** What remains of the utility per step by default; empty where there are no steps. */
    OptionalDouble defaultRetention() {
        return Double.isNaN(defaultRetention) ? OptionalDouble.empty() : OptionalDouble.of(defaultRetention);
    }
}

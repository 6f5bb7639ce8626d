package io.github.cxkit.recovery;

import io.github.cxkit.metrics.numbers.Checks;

/**
 * The first apology: how much empathy it showed, how strong it was, and how soon it came, each from 0 to 1.
 *
 * <p>Empathy 0.8, intensity 0.6 and timeliness 1 are worth ½·0.8 + ⅓·0.6 + ⅙·1 = 0.7667, unless a policy weighs them otherwise.
 *
 * <pre>{@code
 * Apology.of(0.8, 0.6, 1);    // the most important first
 * }</pre>
 *
 * <ul>
 *   <li>No apology at all is {@link #NONE}, which is worth 0; not knowing is leaving the apology out of the case.
 *   <li>The ordering of the three is published (Roschk and Kaiser 2013); the numbers are rank-sum weights and an assumption.
 * </ul>
 *
 * @param empathy how much empathy it showed
 * @param intensity how strong it was
 * @param timeliness how soon it came, 1 for at once
 */
public record Apology(double empathy, double intensity, double timeliness) {

    /** Nobody apologised. */
    public static final Apology NONE = new Apology(0, 0, 0);

    /**
     * Checks the parts.
     *
     * @param empathy how much empathy it showed
     * @param intensity how strong it was
     * @param timeliness how soon it came
     * @throws IllegalArgumentException if a part is not in [0, 1]
     */
    public Apology {
        Checks.share(empathy, "apology empathy");
        Checks.share(intensity, "apology intensity");
        Checks.share(timeliness, "apology timeliness");
    }

    /**
     * Returns an apology.
     *
     * @param empathy from 0 to 1
     * @param intensity from 0 to 1
     * @param timeliness from 0 to 1
     * @return the apology
     * @throws IllegalArgumentException if a part is not in [0, 1]
     */
    public static Apology of(double empathy, double intensity, double timeliness) {
        return new Apology(empathy, intensity, timeliness);
    }
}

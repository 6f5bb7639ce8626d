package io.github.cxkit.core;

import java.util.Comparator;

/**
 * A stage of the customer's journey, before, during and after the sale.
 *
 * <p>The list is open and ordered by position. The constants stand 100 apart, so that a caller's own stage fits between
 * two of them: {@code JourneyStage.of("trial", 250)} comes after {@link #CONSIDERATION} and before {@link #PURCHASE}.
 *
 * @param name the stage's name, not blank
 * @param position where the stage stands in the journey; stages at one position are ordered by name
 */
public record JourneyStage(String name, int position) implements Comparable<JourneyStage> {

    /** The customer hears of the company. */
    public static final JourneyStage AWARENESS = new JourneyStage("awareness", 100);
    /** The customer compares and asks. */
    public static final JourneyStage CONSIDERATION = new JourneyStage("consideration", 200);
    /** The customer buys. */
    public static final JourneyStage PURCHASE = new JourneyStage("purchase", 300);
    /** The customer receives what was bought. */
    public static final JourneyStage DELIVERY = new JourneyStage("delivery", 400);
    /** The customer begins to use it. */
    public static final JourneyStage ONBOARDING = new JourneyStage("onboarding", 500);
    /** The customer uses it. */
    public static final JourneyStage USE = new JourneyStage("use", 600);
    /** The customer needs help. */
    public static final JourneyStage SUPPORT = new JourneyStage("support", 700);
    /** The customer comes back, stays or leaves. */
    public static final JourneyStage RENEWAL = new JourneyStage("renewal", 800);
    /** The customer speaks of the company to others. */
    public static final JourneyStage ADVOCACY = new JourneyStage("advocacy", 900);

    private static final Comparator<JourneyStage> ORDER =
            Comparator.comparingInt(JourneyStage::position).thenComparing(JourneyStage::name);

    /**
     * Checks the name.
     *
     * @param name the stage's name
     * @param position where the stage stands in the journey
     * @throws IllegalArgumentException if the name is blank
     */
    public JourneyStage {
        Checks.notBlank(name, "stage name");
    }

    /**
     * Returns a stage.
     *
     * @param name the name, not blank
     * @param position where the stage stands in the journey
     * @return the stage
     * @throws IllegalArgumentException if the name is blank
     */
    public static JourneyStage of(String name, int position) {
        return new JourneyStage(name, position);
    }

    /**
     * Orders by position, then by name; consistent with equals.
     *
     * @param other the other stage
     * @return a negative number, zero or a positive number
     */
    @Override
    public int compareTo(JourneyStage other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return name;
    }
}

package io.github.cxkit.metrics.change;

/** What can be said about one group or figure beside another at the same time; {@link Verdict} in other words, for only time improves. */
public enum ComparisonVerdict {
    /** The interval of the difference lies wholly on the better side of none. */
    BETTER,
    /** The interval of the difference lies wholly on the worse side of none. */
    WORSE,
    /** Whatever the difference is, it is smaller than the smallest one that matters to the caller. */
    NO_MATERIAL_DIFFERENCE,
    /** The answers do not tell. Not the same as no difference. */
    INCONCLUSIVE;

    /**
     * Returns the verdict on a change from the one that is compared with to the one in question, as a comparison.
     *
     * @param verdict the verdict on the change
     * @return BETTER for IMPROVED, and so on
     */
    public static ComparisonVerdict of(Verdict verdict) {
        return switch (verdict) {
            case IMPROVED -> BETTER;
            case WORSENED -> WORSE;
            case NO_MATERIAL_CHANGE -> NO_MATERIAL_DIFFERENCE;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}

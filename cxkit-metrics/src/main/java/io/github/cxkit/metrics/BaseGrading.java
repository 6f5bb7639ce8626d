package io.github.cxkit.metrics;

/**
 * Grades how large a base is.
 *
 * <p>Defaults: an effective n below 10 is suppressed in reports; one below 30 is low; one below 100 is not for comparison. So 40 answers of three customers are
 * suppressed, and so are ten of which one weighs a thousand.
 * At 20 detractors, 35 passives and 45 promoters of 100 the 95 % interval of the NPS is 85 points wide with 10 answers, 53 with
 * 30 and 30 with 100. The grade is a reading aid and changes no number; suppressing small groups is not disclosure control,
 * for which the counts themselves are up to the caller.
 */
public final class BaseGrading {

    private static final BaseGrading DEFAULTS = new BaseGrading(10, 30, 100);

    private final long suppressedBelow;
    private final double lowBelow;
    private final double notForComparisonBelow;

    private BaseGrading(long suppressedBelow, double lowBelow, double notForComparisonBelow) {
        if (suppressedBelow < 1) {
            throw new IllegalArgumentException("suppressedBelow must be at least 1, but was " + suppressedBelow);
        }
        if (!(lowBelow >= 0) || !(notForComparisonBelow >= lowBelow)) {
            throw new IllegalArgumentException("lowBelow must be in [0, notForComparisonBelow], but was " + lowBelow
                    + " with notForComparisonBelow " + notForComparisonBelow);
        }
        this.suppressedBelow = suppressedBelow;
        this.lowBelow = lowBelow;
        this.notForComparisonBelow = notForComparisonBelow;
    }

    /**
     * Returns the default grading: 10, 30, 100.
     *
     * @return the grading
     */
    public static BaseGrading withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a copy with another limit for suppression.
     *
     * @param answers suppress below this effective n, 1 or more; 1 suppresses only what is undefined
     * @return the copy
     * @throws IllegalArgumentException if the number is less than 1
     */
    public BaseGrading withSuppressedBelow(long answers) {
        return new BaseGrading(answers, lowBelow, notForComparisonBelow);
    }

    /**
     * Returns a copy with other limits for warnings.
     *
     * @param low an effective n below this is low
     * @param notForComparison an effective n below this is not for comparison; at least {@code low}
     * @return the copy
     * @throws IllegalArgumentException if the limits are negative or in the wrong order
     */
    public BaseGrading withWarningsBelow(double low, double notForComparison) {
        return new BaseGrading(suppressedBelow, low, notForComparison);
    }

    /**
     * Returns below which effective n a value is suppressed.
     *
     * @return 1 or more
     */
    public long suppressedBelow() {
        return suppressedBelow;
    }

    /**
     * Returns below which effective n a base is low.
     *
     * @return 0 or more
     */
    public double lowBelow() {
        return lowBelow;
    }

    /**
     * Returns below which effective n a base is not for comparison.
     *
     * @return at least {@link #lowBelow()}
     */
    public double notForComparisonBelow() {
        return notForComparisonBelow;
    }

    /**
     * Grades the base of a score.
     *
     * @param score the score, which may be empty
     * @return the grade
     */
    public BaseSize grade(Score score) {
        double effective = score.effectiveCount();
        if (effective < suppressedBelow) {
            return BaseSize.SUPPRESSED;
        }
        if (effective < lowBelow) {
            return BaseSize.LOW;
        }
        return effective < notForComparisonBelow ? BaseSize.NOT_FOR_COMPARISON : BaseSize.SUFFICIENT;
    }
}

package io.github.cxkit.recovery.paradox;

import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.numbers.Rounding;

/** What came of an estimand: a number with its standard error, or the reason why there is none. */
sealed interface Fit {

    /** A number. */
    record Fitted(double value, double standardError, double degreesOfFreedom) implements Fit {}

    /** No number. */
    record None(String reason) implements Fit {}

    String NO_VARIANCE = "no customer's value differs from the others of the group";

    /** The mean gain of the same customers. */
    static Fit within(Outcomes recovered) {
        return recovered.pairs() < 2
                ? new None("fewer than 2 customers with a failure answered both times")
                : of(recovered.gains());
    }

    /** The difference of two means of independent groups, by Welch. A group whose customers are all alike is not known exactly, and no interval rests on the other alone. */
    static Fit welch(Mean others, Mean recovered, double width) {
        boolean constant = isConstant(others, width);
        if (constant != isConstant(recovered, width)) {
            return new None("all customers " + (constant ? "without" : "with") + " a failure have the same value");
        }
        return constant ? new None(NO_VARIANCE) : of(Change.between(others, recovered));
    }

    private static boolean isConstant(Mean mean, double width) {
        return mean.standardDeviation().orElse(0) <= Rounding.LEFT_OVER * width;
    }

    private static Fit of(Score score) {
        return score.uncertainty() instanceof Uncertainty.StandardError error
                ? new Fitted(score.value(), error.standardError(), error.degreesOfFreedom())
                : new None(NO_VARIANCE);
    }

    /**
     * Mee and Chua: after = a + b(before − μ), effect a − μ. Where μ was estimated by another group its variance counts (1 − b)² times, for
     * that is how fast the effect moves with μ; degrees of freedom by Satterthwaite.
     */
    static Fit withinAdjusted(Outcomes recovered, PopulationMean mean, double width) {
        int n = recovered.pairs();
        if (n < 3) {
            return new None("fewer than 3 customers with a failure answered both times");
        }
        double squares = recovered.squaresBefore();
        if (vanishes(squares, n, width)) {
            return new None("all customers with a failure gave the same answer before");
        }
        double slope = recovered.crossProducts() / squares;
        double distance = recovered.meanBefore() - mean.value();
        double residual = recovered.residualSquares(slope) / (n - 2);
        double ofIntercept = residual * (1.0 / n + distance * distance / squares);
        double ofMean = (1 - slope) * (1 - slope) * mean.variance();
        double variance = ofIntercept + ofMean;
        double value = recovered.meanAfter() - slope * distance - mean.value();
        if (variance == 0) {
            return new Fitted(value, 0, n - 2.0);
        }
        double satterthwaite =
                variance * variance / (ofIntercept * ofIntercept / (n - 2) + ofMean * ofMean / mean.degreesOfFreedom());
        return new Fitted(value, Math.sqrt(variance), satterthwaite);
    }

    /** Regression of the outcome after on group and outcome before, with one slope for both groups. */
    static Fit ancova(Outcomes recovered, Outcomes others, double width) {
        int n = recovered.pairs() + others.pairs();
        if (recovered.pairs() < 1 || others.pairs() < 1 || n < 4) {
            return new None("fewer than 4 customers, or none in a group, answered both times");
        }
        double squares = recovered.squaresBefore() + others.squaresBefore();
        if (vanishes(squares, n, width)) {
            return new None("all customers of a group gave the same answer before");
        }
        double slope = (recovered.crossProducts() + others.crossProducts()) / squares;
        double distance = recovered.meanBefore() - others.meanBefore();
        double residual = (recovered.residualSquares(slope) + others.residualSquares(slope)) / (n - 3);
        double variance = residual * (1.0 / recovered.pairs() + 1.0 / others.pairs() + distance * distance / squares);
        return new Fitted(recovered.meanAfter() - others.meanAfter() - slope * distance, Math.sqrt(variance), n - 3.0);
    }

    private static boolean vanishes(double squares, int n, double width) {
        // Standard deviations below this part of the scale's width are rounding errors of equal values.
        return squares <= n * (Rounding.LEFT_OVER * width) * (Rounding.LEFT_OVER * width);
    }
}

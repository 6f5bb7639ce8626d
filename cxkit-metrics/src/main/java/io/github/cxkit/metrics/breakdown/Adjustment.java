package io.github.cxkit.metrics.breakdown;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How p-values are raised because there is more than one: of 20 comparisons without any difference, 64 of 100 times at
 * least one is below 0.05.
 *
 * <p>The p-values 0.01, 0.04, 0.03 and 0.005 become 0.03, 0.06, 0.06 and 0.02 by {@link #HOLM}, and 0.02, 0.04, 0.04
 * and 0.02 by {@link #BENJAMINI_HOCHBERG}.
 *
 * <ul>
 *   <li>An adjusted p-value is never below the raw one, never above 1, and keeps the order of the raw ones.
 *   <li>Benjamini and Hochberg's are never above Holm's, and Holm's never above Bonferroni's.
 * </ul>
 */
public enum Adjustment {
    /**
     * To decide: the probability of even one false finding stays below 1 − confidence, whatever the comparisons have to
     * do with each other.
     *
     * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979)</a>
     */
    HOLM {
        @Override
        double[] ofAscending(double[] ascending) {
            double[] adjusted = new double[ascending.length];
            double highest = 0;
            for (int i = 0; i < ascending.length; i++) {
                highest = Math.max(highest, Math.min(1, (ascending.length - i) * ascending[i]));
                adjusted[i] = highest;
            }
            return adjusted;
        }
    },
    /**
     * To explore: of all findings, the expected share of false ones stays below 1 − confidence, for comparisons that
     * are independent or positively dependent.
     *
     * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg (1995)</a>
     */
    BENJAMINI_HOCHBERG {
        @Override
        double[] ofAscending(double[] ascending) {
            double[] adjusted = new double[ascending.length];
            double lowest = 1;
            for (int i = ascending.length - 1; i >= 0; i--) {
                lowest = Math.min(lowest, ascending.length / (i + 1.0) * ascending[i]);
                adjusted[i] = lowest;
            }
            return adjusted;
        }
    },
    /**
     * To decide, where the simplest rule is wanted: each p-value times their number. Holm's guarantees the same and
     * finds more.
     */
    BONFERRONI {
        @Override
        double[] ofAscending(double[] ascending) {
            double[] adjusted = new double[ascending.length];
            for (int i = 0; i < ascending.length; i++) {
                adjusted[i] = Math.min(1, ascending.length * ascending[i]);
            }
            return adjusted;
        }
    };

    abstract double[] ofAscending(double[] ascending);

    /**
     * Returns the adjusted p-values, each at the index of its raw one.
     *
     * @param pValues the p-values of all comparisons that were made, also of those that found nothing; none is legal
     * @return a new array
     * @throws IllegalArgumentException if a p-value is not in [0, 1]; the message names its index
     */
    public double[] adjust(double... pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException("pValues[" + i + "] must be in [0, 1], but was " + pValues[i]);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending =
                ofAscending(IntStream.of(order).mapToDouble(i -> pValues[i]).toArray());
        double[] adjusted = new double[pValues.length];
        for (int rank = 0; rank < order.length; rank++) {
            adjusted[order[rank]] = ascending[rank];
        }
        return adjusted;
    }
}

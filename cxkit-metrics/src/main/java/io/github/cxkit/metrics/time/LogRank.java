package io.github.cxkit.metrics.time;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether groups wait equally long over the whole course, those still waiting included: the log-rank test.
 *
 * <p>At each time at which a wait ends, every group is expected to have its share of the endings, by how many of it are still observed. With waits of 6, 7
 * and 10 hours against 1, 2 and 3, two groups are expected to have 4.85 and 1.15 endings and have 3 each: chi-square 5.05, p = 0.025.
 *
 * <pre>{@code
 * LogRank test = LogRank.between(thisMonth, lastMonth);
 * test.pValue();
 * test.groups().get(0).observed();    // more than expected: the waits of this group end sooner
 * }</pre>
 *
 * <ul>
 *   <li>It tells whether, not by how much: compare medians or shares within a time for that.
 *   <li>A wait that was not watched from its beginning counts from its entry on. An ending at which one group alone is watched tells nothing.
 *   <li>It is weak where the curves cross.
 *   <li>The groups must be independent, and the cases left open for reasons that have nothing to do with how long they take.
 *   <li>The order of the groups changes nothing but the order of {@link #groups()}, but for rounding.
 * </ul>
 *
 * <p>Mantel (1966), Cancer Chemotherapy Reports 50:163–170; Peto, Peto (1972), doi:10.2307/2344317.
 *
 * @param chiSquare the statistic, 0 or more
 * @param degreesOfFreedom the number of groups less 1
 * @param pValue the probability of a statistic at least as large where all groups wait equally long, from 0 to 1
 * @param groups what was observed and expected, in the order in which the groups were given
 */
public record LogRank(double chiSquare, int degreesOfFreedom, double pValue, List<Group> groups) {

    /** A pivot that is smaller than this part of its variance is 0 but for rounding. */
    private static final double SINGULAR = 1e-10;

    /**
     * Checks the parts.
     *
     * @param chiSquare the statistic
     * @param degreesOfFreedom the number of groups less 1
     * @param pValue the p-value
     * @param groups what was observed and expected
     * @throws IllegalArgumentException if the statistic is negative, infinite or NaN, the p-value is not in [0, 1], there are fewer than two groups, or the
     *     degrees of freedom are not one less than the groups
     */
    public LogRank {
        groups = List.copyOf(Objects.requireNonNull(groups, "groups"));
        Statistics.checkFinite("chiSquare", chiSquare);
        Statistics.checkProbability("pValue", pValue);
        Statistics.checkCount("number of groups", groups.size(), 2, Long.MAX_VALUE);
        Statistics.checkCount("degreesOfFreedom", degreesOfFreedom, groups.size() - 1L, groups.size() - 1L);
    }

    /**
     * One group of the test.
     *
     * @param waits how many waits it has, over or open
     * @param observed how many of them are over
     * @param expected how many would be over if all groups waited equally long
     */
    public record Group(long waits, long observed, double expected) {

        /**
         * Checks the parts.
         *
         * @param waits how many waits it has
         * @param observed how many of them are over
         * @param expected how many would be over
         * @throws IllegalArgumentException if there are no waits, more of them are over than there are, or a number is negative, infinite or NaN
         */
        public Group {
            Statistics.checkCount("waits", waits, 1, Long.MAX_VALUE);
            Statistics.checkCount("observed", observed, 0, waits);
            Statistics.checkFinite("expected", expected);
        }
    }

    /**
     * Tests two groups.
     *
     * @param one the one
     * @param other the other
     * @return the test, with one degree of freedom
     * @throws IllegalArgumentException if the timings differ; the message names both
     * @throws IllegalStateException if a group has no waits, or if the groups allow no test: no wait is over, or none ended while waits of both groups were observed and went
     *     on
     */
    public static LogRank between(Waits one, Waits other) {
        return between(List.of(Objects.requireNonNull(one, "one"), Objects.requireNonNull(other, "other")));
    }

    /**
     * Tests two groups or more.
     *
     * @param groups the groups
     * @return the test
     * @throws IllegalArgumentException if there are fewer than two groups, or the timings differ; the message names both
     * @throws IllegalStateException if a group has no waits, or if the groups allow no test: no wait is over, or some groups were never observed together with the others when
     *     a wait ended and others went on
     */
    public static LogRank between(List<Waits> groups) {
        check(groups);
        LogRankSums sums = LogRankSums.of(groups);
        int rest = groups.size() - 1;
        double[] differences = new double[rest];
        for (int group = 0; group < rest; group++) {
            differences[group] = groups.get(group).overNanos().length - sums.expected()[group];
        }
        double chiSquare = quadraticForm(sums.covariance(), differences);
        return new LogRank(
                chiSquare,
                rest,
                ChiSquaredDistribution.of(rest).survivalProbability(chiSquare),
                groups(groups, sums.expected()));
    }

    private static List<Group> groups(List<Waits> waits, double[] expected) {
        return IntStream.range(0, expected.length)
                .mapToObj(i -> new Group(waits.get(i).count(), waits.get(i).overCount(), expected[i]))
                .toList();
    }

    private static void check(List<Waits> groups) {
        Objects.requireNonNull(groups, "groups");
        if (groups.size() < 2) {
            throw new IllegalArgumentException("number of groups must be at least 2, but was " + groups.size());
        }
        Timing timing = Objects.requireNonNull(groups.get(0), "group").timing();
        for (Waits group : groups) {
            Objects.requireNonNull(group, "group");
            if (!group.timing().equals(timing)) {
                throw new IllegalArgumentException(timing + " cannot be compared with " + group.timing());
            }
            if (group.count() == 0) {
                throw new IllegalStateException("log-rank test is undefined for a group of zero waits");
            }
        }
        if (groups.stream().allMatch(group -> group.overNanos().length == 0)) {
            throw new IllegalStateException("log-rank test is undefined: no wait is over");
        }
    }

    /** xᵀV⁻¹x by Cholesky's decomposition of V: the sum of squares of the solution of Ly = x. */
    private static double quadraticForm(double[][] v, double[] x) {
        int size = x.length;
        double[][] lower = new double[size][size];
        double[] solution = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double left = v[row][column];
                for (int k = 0; k < column; k++) {
                    left -= lower[row][k] * lower[column][k];
                }
                if (column < row) {
                    lower[row][column] = left / lower[column][column];
                } else if (left > SINGULAR * v[row][row]) {
                    lower[row][row] = Math.sqrt(left);
                } else {
                    throw new IllegalStateException(
                            "log-rank test is undefined: the groups were not observed together when waits ended and others went on");
                }
            }
            double left = x[row];
            for (int k = 0; k < row; k++) {
                left -= lower[row][k] * solution[k];
            }
            solution[row] = left / lower[row][row];
        }
        return Arrays.stream(solution).map(y -> y * y).sum();
    }
}

package io.github.cxkit.metrics.time;

import java.util.List;

/** The expected endings of each group and their hypergeometric covariance without the last group, summed over the times at which waits end. */
final class LogRankSums {

    private final double[] expected;
    private final double[][] covariance;

    private LogRankSums(int groups) {
        expected = new double[groups];
        covariance = new double[groups - 1][groups - 1];
    }

    static LogRankSums of(List<Waits> groups) {
        int size = groups.size();
        LogRankSums sums = new LogRankSums(size);
        int[] ended = new int[size];
        int[] left = new int[size];
        int[] entered = new int[size];
        List<long[]> late = groups.stream().map(Waits::lateEntries).toList();
        long[] atRisk = new long[size];
        long time = next(groups, ended);
        while (time >= 0) {
            long allAtRisk = 0;
            long endings = 0;
            for (int i = 0; i < size; i++) {
                long[] over = groups.get(i).overNanos();
                long[] open = groups.get(i).openNanos();
                while (left[i] < open.length && open[left[i]] < time) {
                    left[i]++;
                }
                long[] entries = late.get(i);
                while (entered[i] < entries.length && entries[entered[i]] < time) {
                    entered[i]++;
                }
                atRisk[i] = groups.get(i).count() - entries.length + entered[i] - ended[i] - left[i];
                allAtRisk += atRisk[i];
                int first = ended[i];
                while (ended[i] < over.length && over[ended[i]] == time) {
                    ended[i]++;
                }
                endings += ended[i] - first;
            }
            sums.add(atRisk, allAtRisk, endings);
            time = next(groups, ended);
        }
        return sums;
    }

    /** The next time at which a wait ends; −1 where there is none. */
    private static long next(List<Waits> groups, int[] ended) {
        long next = -1;
        for (int i = 0; i < ended.length; i++) {
            long[] over = groups.get(i).overNanos();
            if (ended[i] < over.length && (next < 0 || over[ended[i]] < next)) {
                next = over[ended[i]];
            }
        }
        return next;
    }

    private void add(long[] atRisk, double all, double endings) {
        // Nothing is left to chance where all end together.
        double variance = endings == all ? 0 : endings * (all - endings) / (all - 1);
        for (int i = 0; i < expected.length; i++) {
            double share = atRisk[i] / all;
            expected[i] += endings * share;
            for (int j = 0; j < i && i < covariance.length; j++) {
                covariance[i][j] -= variance * share * (atRisk[j] / all);
            }
            if (i < covariance.length) {
                covariance[i][i] += variance * share * ((all - atRisk[i]) / all);
            }
        }
    }

    double[] expected() {
        return expected;
    }

    /** The lower triangle. */
    double[][] covariance() {
        return covariance;
    }
}

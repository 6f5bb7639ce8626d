package io.github.cxkit.metrics.breakdown;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.rating.MissingCodes;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.Arrays;

/**
 * Histograms per group of whole columns, without an allocation per answer.
 *
 * <p>A histogram of ints is enough, for a column has no more rows than an int can count. The bounds checks are the
 * arrays' own. Nothing is handed out before both columns were found good.
 */
final class Columns {

    private final int[] group;
    private final Scale scale;
    private final MissingCodes codes;
    private final int[][] cells;
    private final int[] skipped;
    private final int[] notApplicable;

    Columns(int[] group, int groups, int answers, Scale scale, MissingCodes codes) {
        codes.requireOff(scale);
        if (group.length != answers) {
            throw new IllegalArgumentException(
                    "group and answers must have the same length, but had " + group.length + " and " + answers);
        }
        this.group = group;
        this.scale = scale;
        this.codes = codes;
        this.cells = new int[groups][scale.points()];
        this.skipped = new int[groups];
        this.notApplicable = new int[groups];
    }

    RatingCounts[] count(byte[] answers) {
        int next = countUntilOff(group, answers, 0, scale.lowest(), cells);
        while (next < answers.length) {
            countMissing(next, answers[next]);
            next = countUntilOff(group, answers, next + 1, scale.lowest(), cells);
        }
        return counts();
    }

    RatingCounts[] count(int[] answers) {
        int next = countUntilOff(group, answers, 0, scale.lowest(), cells);
        while (next < answers.length) {
            countMissing(next, answers[next]);
            next = countUntilOff(group, answers, next + 1, scale.lowest(), cells);
        }
        return counts();
    }

    /** Counts from one row up to the first with a group or an answer out of bounds, and returns where that is. */
    private static int countUntilOff(int[] group, byte[] answers, int from, int lowest, int[][] cells) {
        int i = from;
        for (; i < answers.length; i++) {
            int row = group[i];
            if (row < 0 || row >= cells.length) {
                break;
            }
            int[] histogram = cells[row];
            int point = answers[i] - lowest;
            if (point < 0 || point >= histogram.length) {
                break;
            }
            histogram[point]++;
        }
        return i;
    }

    /** As for bytes; a difference that overflows is out of bounds as well. */
    private static int countUntilOff(int[] group, int[] answers, int from, int lowest, int[][] cells) {
        int i = from;
        for (; i < answers.length; i++) {
            int row = group[i];
            if (row < 0 || row >= cells.length) {
                break;
            }
            int[] histogram = cells[row];
            int point = answers[i] - lowest;
            if (point < 0 || point >= histogram.length) {
                break;
            }
            histogram[point]++;
        }
        return i;
    }

    private void countMissing(int index, int answer) {
        int row = group[index];
        if (row < 0 || row >= cells.length) {
            throw new IllegalArgumentException(
                    "group[" + index + "] must be in [0, " + cells.length + "), but was " + row);
        }
        if (codes.isSkipped(answer)) {
            skipped[row]++;
        } else if (codes.isNotApplicable(answer)) {
            notApplicable[row]++;
        } else {
            throw new IllegalArgumentException("answers[" + index + "] must be in [" + scale.lowest() + ", "
                    + scale.highest() + "], but was " + answer
                    + "\nMaybe it stands for a missing answer: name the code with MissingCodes.");
        }
    }

    private RatingCounts[] counts() {
        RatingCounts[] counts = new RatingCounts[cells.length];
        for (int row = 0; row < cells.length; row++) {
            long[] perPoint = Arrays.stream(cells[row]).asLongStream().toArray();
            counts[row] = RatingCounts.of(scale, perPoint).withMissing(skipped[row], notApplicable[row]);
        }
        return counts;
    }
}

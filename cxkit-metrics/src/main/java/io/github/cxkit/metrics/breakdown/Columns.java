package io.github.cxkit.metrics.breakdown;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.Arrays;

/**
 * Histograms per group of whole columns, without an allocation per answer.
 *
 * <p>A histogram of ints is enough, for a column has no more rows than an int can count. The bounds checks are the arrays' own. Nothing is
 * handed out before both columns were found good.
 */
final class Columns {

    private final int[] group;
    private final Scale scale;
    private final int[][] cells;

    Columns(int[] group, int groups, int answers, Scale scale) {
        if (groups < 0) {
            throw new IllegalArgumentException("groups must be at least 0, but was " + groups);
        }
        if (group.length != answers) {
            throw new IllegalArgumentException(
                    "group and answers must have the same length, but had " + group.length + " and " + answers);
        }
        this.group = group;
        this.scale = scale;
        this.cells = new int[groups][scale.points()];
    }

    RatingCounts[] count(byte[] answers) {
        int good = countUntilBad(group, answers, scale.lowest(), cells);
        if (good < answers.length) {
            throw bad(good, answers[good]);
        }
        return counts();
    }

    RatingCounts[] count(int[] answers) {
        int good = countUntilBad(group, answers, scale.lowest(), cells);
        if (good < answers.length) {
            throw bad(good, answers[good]);
        }
        return counts();
    }

    /** Counts up to the first row with a group or an answer out of bounds, and returns where that is. */
    private static int countUntilBad(int[] group, byte[] answers, int lowest, int[][] cells) {
        int i = 0;
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
    private static int countUntilBad(int[] group, int[] answers, int lowest, int[][] cells) {
        int i = 0;
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

    private IllegalArgumentException bad(int index, int answer) {
        return group[index] < 0 || group[index] >= cells.length
                ? new IllegalArgumentException(
                        "group[" + index + "] must be in [0, " + cells.length + "), but was " + group[index])
                : new IllegalArgumentException(
                        "answers[" + index + "] must be in [" + scale.lowest() + ", "
                                + scale.highest() + "], but was " + answer
                                + "\nMaybe it stands for a missing answer: leave such rows out, or collect rows with Breakdown.by.");
    }

    private RatingCounts[] counts() {
        return Arrays.stream(cells)
                .map(histogram -> RatingCounts.of(
                        scale, Arrays.stream(histogram).asLongStream().toArray()))
                .toArray(RatingCounts[]::new);
    }
}

package io.github.cxkit.metrics.breakdown;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.RatingCounts;
import java.util.Arrays;

/**
 * Histograms per group of whole columns, without an allocation per answer.
 *
 * <p>All histograms lie in one array of ints, one after the other: a column has fewer rows than an int can count. Nothing is handed out
 * before both columns were found good.
 */
final class Columns {

    private final int[] group;
    private final int groups;
    private final Scale scale;
    private final int[] cells;

    Columns(int[] group, int groups, int answers, Scale scale) {
        int most = Integer.MAX_VALUE / scale.points();
        if (groups < 0 || groups > most) {
            throw new IllegalArgumentException("groups must be in [0, " + most + "], but was " + groups);
        }
        if (group.length != answers) {
            throw new IllegalArgumentException(
                    "group and answers must have the same length, but had " + group.length + " and " + answers);
        }
        this.group = group;
        this.groups = groups;
        this.scale = scale;
        this.cells = new int[groups * scale.points()];
    }

    RatingCounts[] count(byte[] answers) {
        int good = countUntilBad(group, answers, groups, scale.lowest(), scale.points(), cells);
        if (good < answers.length) {
            throw bad(good, answers[good]);
        }
        return counts();
    }

    RatingCounts[] count(int[] answers) {
        int good = countUntilBad(group, answers, groups, scale.lowest(), scale.points(), cells);
        if (good < answers.length) {
            throw bad(good, answers[good]);
        }
        return counts();
    }

    /** Counts up to the first row with a group or an answer out of bounds, and returns where that is. */
    private static int countUntilBad(int[] group, byte[] answers, int groups, int lowest, int points, int[] cells) {
        int i = 0;
        for (; i < answers.length; i++) {
            int row = group[i];
            int column = answers[i] - lowest;
            if (row < 0 || row >= groups || column < 0 || column >= points) {
                break;
            }
            cells[row * points + column]++;
        }
        return i;
    }

    /** As for bytes; a difference that overflows is out of bounds as well. */
    private static int countUntilBad(int[] group, int[] answers, int groups, int lowest, int points, int[] cells) {
        int i = 0;
        for (; i < answers.length; i++) {
            int row = group[i];
            int column = answers[i] - lowest;
            if (row < 0 || row >= groups || column < 0 || column >= points) {
                break;
            }
            cells[row * points + column]++;
        }
        return i;
    }

    private IllegalArgumentException bad(int index, int answer) {
        return group[index] < 0 || group[index] >= groups
                ? new IllegalArgumentException(
                        "group[" + index + "] must be in [0, " + groups + "), but was " + group[index])
                : new IllegalArgumentException(
                        "answers[" + index + "] must be in [" + scale.lowest() + ", "
                                + scale.highest() + "], but was " + answer
                                + "\nMaybe it stands for a missing answer: leave such rows out, or collect rows with Breakdown.by.");
    }

    private RatingCounts[] counts() {
        int points = scale.points();
        RatingCounts[] counts = new RatingCounts[groups];
        for (int i = 0; i < groups; i++) {
            counts[i] = RatingCounts.of(
                    scale,
                    Arrays.stream(cells, i * points, (i + 1) * points)
                            .asLongStream()
                            .toArray());
        }
        return counts;
    }
}

package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Scale;

/**
 * Histograms of whole arrays, without a branch or an allocation per answer.
 *
 * <p>Neighbouring answers go to several histograms in turn: increments of one memory cell must wait for each other, and answers repeat.
 * Nothing is handed out before the whole array was found good.
 */
final class Bulk {

    private static final int LANES = 4;
    private static final int BYTES = 256;

    private Bulk() {}

    static RatingCounts count(byte[] answers, Scale scale, MissingCodes codes) {
        int[] seen = new int[LANES * BYTES];
        int i = 0;
        for (; i <= answers.length - LANES; i += LANES) {
            seen[answers[i] & 0xFF]++;
            seen[BYTES | (answers[i + 1] & 0xFF)]++;
            seen[2 * BYTES | (answers[i + 2] & 0xFF)]++;
            seen[3 * BYTES | (answers[i + 3] & 0xFF)]++;
        }
        for (; i < answers.length; i++) {
            seen[answers[i] & 0xFF]++;
        }
        long[] counts = new long[scale.points()];
        long skipped = 0;
        long notApplicable = 0;
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
            long times = sum(seen, BYTES, value & 0xFF);
            if (scale.contains(value)) {
                counts[value - scale.lowest()] = times;
            } else if (codes.isSkipped(value)) {
                skipped = times;
            } else if (codes.isNotApplicable(value)) {
                notApplicable = times;
            } else if (times > 0) {
                throw offScale(firstIndexOf(answers, value), value, scale);
            }
        }
        return counts(scale, counts, skipped, notApplicable);
    }

    static RatingCounts count(int[] answers, Scale scale, MissingCodes codes) {
        int lowest = scale.lowest();
        int[] even = new int[scale.points()];
        int[] odd = new int[scale.points()];
        long skipped = 0;
        long notApplicable = 0;
        int i = 0;
        while (i < answers.length) {
            i = countUntilOffScale(answers, i, lowest, even, odd);
            if (i < answers.length) {
                if (codes.isSkipped(answers[i])) {
                    skipped++;
                } else if (codes.isNotApplicable(answers[i])) {
                    notApplicable++;
                } else {
                    throw offScale(i, answers[i], scale);
                }
                i++;
            }
        }
        long[] counts = new long[even.length];
        for (int index = 0; index < counts.length; index++) {
            counts[index] = (long) even[index] + odd[index];
        }
        return counts(scale, counts, skipped, notApplicable);
    }

    /** Counts from one index up to the first value off the scale, and returns where that is; the bounds checks are the arrays' own. */
    private static int countUntilOffScale(int[] answers, int from, int lowest, int[] even, int[] odd) {
        int i = from;
        for (; i < answers.length - 1; i += 2) {
            int first = answers[i] - lowest;
            int second = answers[i + 1] - lowest;
            if (first < 0 || first >= even.length || second < 0 || second >= odd.length) {
                break;
            }
            even[first]++;
            odd[second]++;
        }
        for (; i < answers.length; i++) {
            int index = answers[i] - lowest;
            if (index < 0 || index >= even.length) {
                break;
            }
            even[index]++;
        }
        return i;
    }

    private static RatingCounts counts(Scale scale, long[] counts, long skipped, long notApplicable) {
        return new RatingCounts(scale, null, counts, skipped, notApplicable, 0, Weights.ofUnweighted(counts));
    }

    private static long sum(int[] lanes, int width, int index) {
        long sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
            sum += lanes[lane * width + index];
        }
        return sum;
    }

    private static int firstIndexOf(byte[] answers, int value) {
        int i = 0;
        while (answers[i] != value) {
            i++;
        }
        return i;
    }

    private static IllegalArgumentException offScale(int index, int value, Scale scale) {
        return new IllegalArgumentException(
                "answers[" + index + "] must be in [" + scale.lowest() + ", " + scale.highest() + "], but was " + value
                        + "\nMaybe it stands for a missing answer: name the code with MissingCodes.");
    }
}

package io.github.cxkit.metrics.respondents;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;

/** What an answer at each point of a scale is worth, in the unit of the score: the score of that answer alone. */
final class AnswerValues {

    private final int lowest;
    private final double[] values;

    private AnswerValues(int lowest, double[] values) {
        this.lowest = lowest;
        this.values = values;
    }

    static AnswerValues of(RatingMetric definition) {
        Scale scale = definition.scale();
        double[] values = new double[scale.points()];
        for (int i = 0; i < values.length; i++) {
            long[] one = new long[values.length];
            one[i] = 1;
            values[i] = definition.valueOf(scale.lowest() + i).isPresent()
                    ? CustomScore.from(definition, RatingCounts.of(scale, one)).value()
                    : Double.NaN;
        }
        return new AnswerValues(scale.lowest(), values);
    }

    /** Whether the definition leaves a point out of the denominator. */
    boolean leavesOut(int point) {
        return Double.isNaN(values[point - lowest]);
    }

    double at(int point) {
        return values[point - lowest];
    }
}

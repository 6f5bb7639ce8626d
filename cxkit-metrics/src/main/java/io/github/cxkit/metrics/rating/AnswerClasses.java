package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.rating.RatingMetric.Reading;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The classes that a net score or a share sorts answers into: −1, 0 and 1, or 0 and 1; and one more above them where the definition leaves points out.
 */
record AnswerClasses(RatingMetric definition) {

    private static final Map<RatingMetric, String> LAST_COUNT = Map.of(
            Nps.STANDARD, "…",
            Nps.ONE_TO_TEN, "…, Nps.ONE_TO_TEN",
            Nps.FIVE_POINT, "…, Nps.FIVE_POINT",
            Nps.FIVE_POINT_TOP_2, "…, Nps.FIVE_POINT_TOP_2");

    AnswerClasses {
        if (definition.reading() == Reading.MEAN) {
            throw new IllegalArgumentException("class counts are of net scores and shares, but " + definition
                    + " is a mean\nMaybe keep a count per point.");
        }
    }

    private int lowest() {
        return definition.reading() == Reading.NET ? -1 : 0;
    }

    private boolean leavesOut() {
        return Arrays.stream(definition.values()).anyMatch(Double::isNaN);
    }

    /** The classes as the points of a scale. */
    Scale scale() {
        return new Scale(lowest(), leavesOut() ? 2 : 1, definition.direction());
    }

    /** What each class is worth. */
    double[] values() {
        return IntStream.rangeClosed(lowest(), scale().highest())
                .mapToDouble(value -> value > 1 ? Double.NaN : value)
                .toArray();
    }

    /** Of each point of the definition's scale the index of its class. */
    int[] indexPerPoint() {
        return Arrays.stream(definition.values())
                .mapToInt(value -> (Double.isNaN(value) ? 2 : (int) value) - lowest())
                .toArray();
    }

    /** The counts of the classes in the denominator, and none that the definition leaves out. */
    RatingCounts counts(long... perClass) {
        return RatingCounts.ofClasses(definition, Arrays.copyOf(perClass, scale().points()));
    }

    /** What to say of class counts that carry no definition. */
    String advice() {
        String last = LAST_COUNT.get(definition);
        return last == null
                ? "\nMaybe use RatingCounts.ofClasses(definition, …)."
                : "\nMaybe use Nps.promoters(…).passives(…).detractors(" + last + ").";
    }
}

package io.github.cxkit.recovery.loop;

import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingMetric.Reading;

/** What a net definition makes of an answer. */
enum Standing {
    GOOD,
    BAD,
    /** In the middle, or outside the denominator. */
    NEITHER,
    /** Skipped, or not applicable. */
    NOT_GIVEN;

    static RatingMetric checkNet(RatingMetric measure) {
        if (measure.reading() != Reading.NET) {
            throw new IllegalArgumentException(
                    "a measure must say which answers are good and which are bad, as a net score does, but was "
                            + measure + "\nMaybe use Csat.net or Ces.EFFORT_INDEX.");
        }
        return measure;
    }

    static Standing of(RatingMetric measure, SurveyResponse response) {
        checkNet(measure);
        if (!measure.scale().equals(response.scale())) {
            throw new IllegalArgumentException("response must be on the scale " + measure.scale() + " of "
                    + measure.name() + ", but was on " + response.scale());
        }
        if (!response.answer().isGiven()) {
            return NOT_GIVEN;
        }
        double value = measure.valueOf(response.answer().value()).orElse(0)
                * measure.direction().sign();
        return value > 0 ? GOOD : value < 0 ? BAD : NEITHER;
    }
}

package io.github.cxkit.examples.report;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingScore;
import java.util.List;

/**
 * A question of the survey: the column with its answers, their scale, and the scores that are read from the same counts.
 *
 * @param kind which of the three measures it is for
 * @param column the column's name
 * @param index the column's index
 * @param definitions how its counts are read; all on one scale
 */
record Question(Kind kind, String column, int index, List<RatingMetric> definitions) {

    /** The three measures. */
    enum Kind {
        NPS,
        CSAT,
        CES
    }

    /** "How likely are you to recommend us?", 0-10. */
    static Question nps(String column, int index) {
        return new Question(Kind.NPS, column, index, List.of(Nps.STANDARD));
    }

    /** "How satisfied are you?": the share of the best points, and the mean. */
    static Question csat(String column, int index, Scale scale, int top) {
        return new Question(Kind.CSAT, column, index, List.of(Csat.topBox(scale, top), Csat.mean(scale)));
    }

    /** "How easy was it?": the mean, and the share of the easiest points. */
    static Question ces(String column, int index, Scale scale, int easyPoints) {
        return new Question(Kind.CES, column, index, List.of(Ces.mean(scale), Ces.easyShare(scale, easyPoints)));
    }

    Scale scale() {
        return definitions.get(0).scale();
    }

    RatingScore score(RatingMetric definition, RatingCounts counts) {
        return switch (kind) {
            case NPS -> Nps.from(definition, counts);
            case CSAT -> Csat.from(definition, counts);
            case CES -> Ces.from(definition, counts);
        };
    }
}

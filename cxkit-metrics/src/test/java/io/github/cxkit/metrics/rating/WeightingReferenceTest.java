package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.NetMethod;
import io.github.cxkit.metrics.ReferenceCsv;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weighted scores against R's survey package. */
class WeightingReferenceTest {

    private static final Scale SCALE = Nps.STANDARD.scale();
    private static final RatingMetric TOP_3 = Csat.topBox(SCALE, 3);

    @ParameterizedTest
    @ValueSource(strings = {"SVA", "SVD", "SVE"})
    void weightedScoresStandardErrorsAndEffectiveN(String dataset) {
        Map<String, Double> expected = ReferenceCsv.rows(ReferenceCsv.class, "survey_weighting.csv")
                .filter(row -> row.text("dataset").contains(dataset))
                .collect(Collectors.toMap(row -> row.text("quantity"), row -> row.number("value")));
        RatingCounts counts = counts(dataset, row -> row.number("base_weight"));
        Nps nps = Nps.from(counts);
        Csat top3 = Csat.from(TOP_3, counts);
        Csat mean = Csat.from(Csat.mean(SCALE), counts);

        assertThat(nps.count()).isEqualTo(expected.get("n").longValue());
        assertClose(nps.score() / 100, expected.get("nps_weighted"));
        assertClose(nps.standardError().orElseThrow() / 100, expected.get("se_weighted_linearised"));
        assertClose(nps.designEffect(), expected.get("kish_deff"));
        assertClose(nps.effectiveCount(), expected.get("n_effective_kish"));
        assertClose(top3.value() / 100, expected.get("csat_top3_weighted"));
        assertClose(top3.standardError().orElseThrow() / 100, expected.get("se_csat_top3_weighted"));
        assertClose(mean.value(), expected.get("mean_score_weighted"));
        assertClose(mean.standardError().orElseThrow(), expected.get("se_mean_score_weighted"));
        double sumOfWeights = 0;
        for (int point = 0; point <= 10; point++) {
            sumOfWeights += counts.weight(point);
        }
        assertClose(sumOfWeights, expected.get("sum_weights"));

        Interval adjusted = Estimator.withDefaults()
                .withNetMethod(NetMethod.ADJUSTED_WALD)
                .estimate(nps)
                .interval()
                .orElseThrow();
        assertClose(adjusted.lower() / 100, expected.get("aw_t3_neff_lower95"));
        assertClose(adjusted.upper() / 100, expected.get("aw_t3_neff_upper95"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SVA", "SVD", "SVE"})
    void theSameAnswersWithoutTheirWeights(String dataset) {
        Map<String, Double> expected = ReferenceCsv.rows(ReferenceCsv.class, "survey_weighting.csv")
                .filter(row -> row.text("dataset").contains(dataset))
                .collect(Collectors.toMap(row -> row.text("quantity"), row -> row.number("value")));
        Nps nps = Nps.from(counts(dataset, row -> 2.5));

        assertClose(nps.score() / 100, expected.get("nps_unweighted"));
        double error = nps.standardError().orElseThrow() / 100;
        assertClose(error, expected.get("se_unweighted_srs"));
        assertClose(error * Math.sqrt(1 - 0.25), expected.get("se_unweighted_fpc_N_eq_4n"));
    }

    private static RatingCounts counts(String dataset, ToDoubleFunction<ReferenceCsv.Row> weight) {
        return ReferenceCsv.rows(ReferenceCsv.class, "survey_" + dataset + ".csv")
                .collect(RatingCounts.toCounts(
                        SCALE, (tally, row) -> tally.accept((int) row.whole("score"), weight.applyAsDouble(row))));
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
    }
}

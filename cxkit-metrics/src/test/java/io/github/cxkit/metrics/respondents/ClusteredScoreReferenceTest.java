package io.github.cxkit.metrics.respondents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.rating.Nps;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard errors of customers who answered several times, against R's survey package. */
class ClusteredScoreReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"SVA", "SVD", "SVE"})
    void clusteredByCustomer(String dataset) {
        Map<String, Double> expected = ReferenceCsv.rows(ReferenceCsv.class, "survey_weighting.csv")
                .filter(row -> row.text("dataset").contains(dataset))
                .collect(Collectors.toMap(row -> row.text("quantity"), row -> row.number("value")));

        ClusteredScore weighted = score(dataset, row -> row.number("base_weight"));
        ClusteredScore unweighted = score(dataset, row -> 1);

        assertThat(weighted.customers()).isEqualTo(expected.get("n_customers").longValue());
        assertThat(weighted.count()).isEqualTo(expected.get("n").longValue());
        assertClose(weighted.value() / 100, expected.get("nps_weighted"));
        assertClose(error(weighted) / 100, expected.get("se_weighted_clustered_by_customer"));
        assertThat(((StandardError) weighted.uncertainty()).degreesOfFreedom())
                .isEqualTo(expected.get("n_customers") - 1);
        assertThat(unweighted.customers()).isEqualTo(expected.get("n_customers").longValue());
        assertClose(unweighted.value() / 100, expected.get("nps_unweighted"));
        assertClose(error(unweighted) / 100, expected.get("se_unweighted_clustered_by_customer"));
        assertClose(
                unweighted.designEffect().orElseThrow(),
                Math.pow(expected.get("se_unweighted_clustered_by_customer") / expected.get("se_unweighted_srs"), 2));
        assertThat(score(dataset, row -> 2.5))
                .usingRecursiveComparison()
                .ignoringFields("plain")
                .isEqualTo(unweighted);
    }

    private static ClusteredScore score(String dataset, ToDoubleFunction<Row> weight) {
        SurveyTally tally = SurveyTally.of(Nps.STANDARD, RepeatPolicy.ALL);
        ReferenceCsv.rows(ReferenceCsv.class, "survey_" + dataset + ".csv")
                .map(row -> response(row).withWeight(weight.applyAsDouble(row)))
                .forEach(tally::accept);
        return (ClusteredScore) tally.score();
    }

    private static SurveyResponse response(Row row) {
        return Responses.response(Nps.STANDARD, row.text("customer"), (int) row.whole("row"), (int) row.whole("score"));
    }

    private static double error(ClusteredScore score) {
        return ((StandardError) score.uncertainty()).standardError();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
    }
}

package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.NetMethod;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.numbers.Normal;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NPS figures against independent computations; the origin of each file stands in its first lines. */
class NpsReferenceTest {

    static Stream<Row> points() {
        return ReferenceCsv.rows(NpsReferenceTest.class, "nps_point.csv");
    }

    @ParameterizedTest
    @MethodSource("points")
    void pointAndStandardError(Row row) {
        Nps nps = row.nps();
        assertThat(nps.score()).isCloseTo(row.number("nps_x100"), relative(1e-14, row.number("nps_x100")));
        assertThat(nps.count()).isEqualTo(row.whole("n"));
        double variance = 10_000 * row.number("variance_plugin");
        assertThat(nps.variance()).isCloseTo(variance, relative(1e-12, variance));
        row.optional("se_unbiased")
                .ifPresentOrElse(
                        se -> assertThat(nps.standardError().orElseThrow())
                                .isCloseTo(100 * se, relative(1e-13, 100 * se)),
                        () -> assertThat(nps.standardError()).isEmpty());
    }

    static Stream<Row> scoreIntervals() {
        return ReferenceCsv.rows(NpsReferenceTest.class, "nps_score.csv");
    }

    @ParameterizedTest
    @MethodSource("scoreIntervals")
    void scoreInterval(Row row) {
        Estimate estimate = row.nps().estimate(row.number("conf"));
        assertLimits(estimate, row.number("lower"), row.number("upper"), 1e-13);
        assertThat(estimate.notes()).isEmpty();
    }

    static Stream<Row> scoreTests() {
        return ReferenceCsv.rows(NpsReferenceTest.class, "nps_score_test.csv");
    }

    @ParameterizedTest
    @MethodSource("scoreTests")
    void scoreTestAgainstATarget(Row row) {
        HypothesisTest test = row.nps().testAgainst(100 * row.number("nps0"));
        assertThat(test.statistic()).isCloseTo(row.number("z"), relative(1e-11, row.number("z")));
        assertThat(test.pValue())
                .isCloseTo(row.number("p_two_sided"), within(1e-10 * row.number("p_two_sided") + 1e-300));
    }

    static Stream<Row> waldIntervals() {
        return ReferenceCsv.rows(NpsReferenceTest.class, "nps_wald.csv");
    }

    @ParameterizedTest
    @MethodSource("waldIntervals")
    void waldInterval(Row row) {
        Estimate estimate = Estimator.withDefaults()
                .withNetMethod(NetMethod.WALD)
                .withConfidence(row.number("conf"))
                .estimate(row.nps());
        assertLimits(estimate, row.number("lower_clipped"), row.number("upper_clipped"), 1e-12);
    }

    static Stream<Row> adjustedWaldIntervals() {
        return ReferenceCsv.rows(NpsReferenceTest.class, "nps_adjusted_wald.csv");
    }

    @ParameterizedTest
    @MethodSource("adjustedWaldIntervals")
    void adjustedWaldIntervalCutToThePossibleRangeAndWidenedToTheValue(Row row) {
        double value = row.nps().score() / 100;
        Estimate estimate = Estimator.withDefaults()
                .withNetMethod(NetMethod.ADJUSTED_WALD)
                .withConfidence(row.number("conf"))
                .estimate(row.nps());
        double lower = row.number("lower_clipped");
        double upper = row.number("upper_clipped");
        assertLimits(estimate, Math.min(lower, value), Math.max(upper, value), 1e-12);
        boolean leftOut = lower > value + 1e-11 || upper < value - 1e-11;
        boolean cut = row.number("lower_raw") < -1 - 1e-11 || row.number("upper_raw") > 1 + 1e-11;
        assertThat(estimate.notes().isEmpty()).isEqualTo(!leftOut && !cut);
    }

    static Stream<Row> finitePopulations() {
        return ReferenceCsv.rows(NpsReferenceTest.class, "nps_fpc.csv");
    }

    @ParameterizedTest
    @MethodSource("finitePopulations")
    void finitePopulationCorrection(Row row) {
        Estimate estimate =
                Estimator.withDefaults().withPopulation(row.whole("population")).estimate(row.nps());
        Interval interval = estimate.interval().orElseThrow();
        if (row.optional("n_effective_for_score").isEmpty()) {
            assertThat(interval.width()).isZero();
            assertThat(estimate.method()).isEqualTo("census");
            return;
        }
        double n = row.number("n_effective_for_score");
        double positive = (double) row.whole("promoters") / row.nps().count();
        double negative = (double) row.whole("detractors") / row.nps().count();
        Interval expected = NetMethod.SCORE.limits(positive, negative, n, Normal.quantile(0.95));
        assertLimits(estimate, expected.lower(), expected.upper(), 1e-12);
    }

    private static void assertLimits(Estimate estimate, double lower, double upper, double tolerance) {
        Interval interval = estimate.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(100 * lower, within(100 * tolerance));
        assertThat(interval.upper()).isCloseTo(100 * upper, within(100 * tolerance));
    }

    private static Offset<Double> relative(double tolerance, double to) {
        return within(tolerance * Math.max(1, Math.abs(to)));
    }
}

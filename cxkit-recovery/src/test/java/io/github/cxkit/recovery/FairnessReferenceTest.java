package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.redressed;
import static io.github.cxkit.recovery.FairnessScorer.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.recovery.ReferenceCsv.Row;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores, curves and power means against values computed apart from this code. */
class FairnessReferenceTest {

    private static final Map<String, FairnessWeights> WEIGHTS = Map.of(
            "EQUAL", FairnessWeights.EQUAL,
            "TRANSACTION", FairnessWeights.TRANSACTION,
            "RELATIONSHIP", FairnessWeights.RELATIONSHIP);

    static Stream<Row> scores() {
        return ReferenceCsv.rows("fairness_scores.csv");
    }

    @ParameterizedTest
    @MethodSource("scores")
    void theWorkedCase(Row row) {
        CaseFairness score = by(FairnessPolicy.DEFAULT
                        .withCompensationCurve(curve(row.text("curve")))
                        .withWeights(WEIGHTS.get(row.text("weights")))
                        .withPower(row.number("power")))
                .score(redressed(Cases.WORKED, r -> r.withServiceAccepted(Boolean.parseBoolean(row.text("accepted")))));
        for (FairnessDimension dimension : FairnessDimension.values()) {
            double expected = row.number(dimension.name().toLowerCase(Locale.ROOT));
            assertThat(score.dimension(dimension).point()).hasValueCloseTo(expected, relative(expected));
        }
        assertThat(score.overall()).hasValueCloseTo(row.number("overall"), relative(row.number("overall")));
        assertInterval(score.bounds(), row, "lower", "upper");
        assertInterval(score.weightRobust().orElseThrow(), row, "robust_lower", "robust_upper");
        double lost = score.contributions().stream()
                .mapToDouble(CaseFairness.Contribution::points)
                .sum();
        assertThat(lost).isCloseTo(100 - row.number("overall"), within(1e-9));
    }

    private static void assertInterval(Interval interval, Row row, String lower, String upper) {
        assertThat(interval.lower()).isCloseTo(row.number(lower), relative(row.number(lower)));
        assertThat(interval.upper()).isCloseTo(row.number(upper), relative(row.number(upper)));
    }

    static Stream<Row> curves() {
        return ReferenceCsv.rows("compensation_curves.csv");
    }

    @ParameterizedTest
    @MethodSource("curves")
    void theCurves(Row row) {
        double ratio = row.number("ratio");
        assertUtility(row, "rejected_satisfaction", CompensationCurve.SATISFACTION.utility(ratio, false));
        assertUtility(row, "accepted_satisfaction", CompensationCurve.SATISFACTION.utility(ratio, true));
        assertUtility(row, "rejected_full", CompensationCurve.FULL_REDRESS.utility(ratio, false));
        assertUtility(row, "accepted_full", CompensationCurve.FULL_REDRESS.utility(ratio, true));
    }

    private static void assertUtility(Row row, String column, double utility) {
        assertThat(utility).as(column).isCloseTo(row.number(column), within(1e-14));
    }

    static Stream<Row> means() {
        return ReferenceCsv.rows("power_means.csv");
    }

    @ParameterizedTest
    @MethodSource("means")
    void thePowerMeansAndWhatIsLost(Row row) {
        double power = row.number("power");
        double[] values = row.numbers("values");
        double[] weights = row.numbers("weights");
        assertThat(PowerMean.of(power, values, weights)).isCloseTo(row.number("mean"), relative(row.number("mean")));
        double[] lost = PointsLost.of(power, values, weights);
        double[] expected = row.numbers("losses");
        assertThat(lost).hasSameSizeAs(expected);
        for (int i = 0; i < lost.length; i++) {
            assertThat(lost[i]).isCloseTo(expected[i], within(1e-9));
        }
    }

    private static Offset<Double> relative(double to) {
        return within(1e-12 * Math.max(1, Math.abs(to)));
    }

    private static CompensationCurve curve(String name) {
        return name.equals("FULL_REDRESS") ? CompensationCurve.FULL_REDRESS : CompensationCurve.SATISFACTION;
    }
}

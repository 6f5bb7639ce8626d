package io.github.cxkit.metrics.drivers;

import static io.github.cxkit.metrics.drivers.ReferenceRows.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shares of R² against the R package relaimpo, and R² against lm. */
class DriverImportanceReferenceTest {

    private static final double TOLERANCE = 1e-9;

    static Stream<Map<String, String>> shares() {
        return ReferenceRows.of("driver_importance.csv").stream();
    }

    /** The rows are repeated until there are enough of them. */
    private static DriverImportance<String> importance(Map<String, String> row) {
        List<Map<String, String>> rows = ReferenceRows.of(row.get("dataset"));
        List<String> drivers = new ArrayList<>(ReferenceRows.header(row.get("dataset")));
        drivers.remove(row.get("outcome"));
        return DriverImportance.of(DriverSample.of(
                ReferenceRows.repeated(rows, 4),
                each -> number(each, row.get("outcome")),
                ReferenceRows.columns(drivers)));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void sharesOfRSquared(Map<String, String> row) {
        DriverImportance<String> importance = importance(row);
        String driver = row.get("predictor");
        assertThat(importance.count()).isEqualTo(4 * Long.parseLong(row.get("n")));
        assertThat(importance.rSquared()).isCloseTo(number(row, "r_squared"), within(TOLERANCE));
        assertThat(importance.share(driver)).isCloseTo(number(row, "lmg"), within(TOLERANCE));
        assertThat(importance.alone(driver)).isCloseTo(number(row, "first"), within(TOLERANCE));
        assertThat(importance.last(driver)).isCloseTo(number(row, "last"), within(TOLERANCE));
        assertThat(importance.percentage(driver))
                .isCloseTo(100 * number(row, "lmg") / number(row, "r_squared"), within(100 * TOLERANCE));
        assertThat(Math.pow(importance.correlation(driver), 2)).isCloseTo(number(row, "first"), within(TOLERANCE));
    }

    static Stream<Map<String, String>> regressions() {
        return ReferenceRows.of("ols_regression.csv").stream()
                .filter(row -> row.get("term").equals("(Intercept)"));
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void rSquaredIsThatOfLeastSquares(Map<String, String> row) {
        assertThat(importance(row).rSquared()).isCloseTo(number(row, "r_squared"), within(TOLERANCE));
    }

    /** R: swiss, Fertility on the other five; the correlations as R gives them. */
    @Test
    void sharesOfTheSwissProvincesFromCorrelations() {
        double[] withOutcome = {0.353079183620, -0.645882706457, -0.663788857035, 0.463684700652, 0.416556031435};
        double[][] lower = {
            {1},
            {-0.686542208617, 1},
            {-0.639522518948, 0.698415296288, 1},
            {0.401095053049, -0.572741806064, -0.153858917091, 1},
            {-0.060858608417, -0.114021596482, -0.099321845821, 0.175495907597, 1}
        };
        DriverImportance<String> importance = DriverImportance.ofCorrelations(
                List.of("Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"),
                symmetric(lower),
                withOutcome,
                470);
        Map<String, Double> expected = new LinkedHashMap<>();
        expected.put("Agriculture", 0.05709122077);
        expected.put("Examination", 0.17117302890);
        expected.put("Education", 0.26013467862);
        expected.put("Catholic", 0.10557015037);
        expected.put("Infant.Mortality", 0.11276592293);
        expected.forEach((driver, share) ->
                assertThat(importance.share(driver)).as(driver).isCloseTo(share, within(1e-10)));
        assertThat(importance.rSquared()).isCloseTo(0.70673500159, within(1e-10));
    }

    static double[][] symmetric(double[][] lower) {
        double[][] matrix = new double[lower.length][lower.length];
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = lower[i][j];
                matrix[j][i] = lower[i][j];
            }
        }
        return matrix;
    }
}

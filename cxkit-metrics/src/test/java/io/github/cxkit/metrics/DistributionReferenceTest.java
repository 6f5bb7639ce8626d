package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.numbers.Normal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The distribution functions that intervals rest on, far out in the tails as well. */
class DistributionReferenceTest {

    static Stream<Row> values() {
        return ReferenceCsv.rows(DistributionReferenceTest.class, "special_functions.csv");
    }

    @ParameterizedTest
    @MethodSource("values")
    void agreesRelatively(Row row) {
        double[] args = Arrays.stream(row.text("args").split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double expected = row.number("value");
        double actual = switch (row.text("function")) {
            case "norm_sf" -> Normal.upperTail(args[0]);
            case "norm_quantile" -> NormalDistribution.of(0, 1).inverseCumulativeProbability(args[0]);
            case "t_cdf" -> TDistribution.of(args[1]).cumulativeProbability(args[0]);
            case "t_quantile" -> TDistribution.of(args[1]).inverseCumulativeProbability(args[0]);
            case "beta_quantile" -> BetaDistribution.of(args[1], args[2]).inverseCumulativeProbability(args[0]);
            default -> throw new IllegalArgumentException(row.toString());
        };
        assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(1e-9 * Math.abs(expected) + 1e-300);
    }
}

package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals of shares against R. */
class ShareReferenceTest {

    private static final double TOLERANCE = 1e-9;

    static Stream<Row> shares() {
        return ReferenceCsv.rows(ShareReferenceTest.class, "prop_ci.csv");
    }

    @ParameterizedTest
    @MethodSource("shares")
    void wilson(Row row) {
        assertLimits(row, ShareMethod.WILSON, row.number("wilson_lower"), row.number("wilson_upper"));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void clopperPearson(Row row) {
        assertLimits(
                row,
                ShareMethod.CLOPPER_PEARSON,
                row.number("clopper_pearson_lower"),
                row.number("clopper_pearson_upper"));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void jeffreys(Row row) {
        assertLimits(row, ShareMethod.JEFFREYS, row.number("jeffreys_mod_lower"), row.number("jeffreys_mod_upper"));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void agrestiCoullCutToThePossibleRange(Row row) {
        double lower = row.number("agresti_coull_lower_raw");
        double upper = row.number("agresti_coull_upper_raw");
        assertLimits(row, ShareMethod.AGRESTI_COULL, Math.max(0, lower), Math.min(1, upper));
        assertThat(estimate(row, ShareMethod.AGRESTI_COULL).notes().isEmpty()).isEqualTo(lower >= 0 && upper <= 1);
    }

    private static Estimate estimate(Row row, ShareMethod method) {
        long counted = row.whole("successes");
        Csat csat = Csat.from(Csat.THUMBS, RatingCounts.of(Csat.THUMBS.scale(), row.whole("n") - counted, counted));
        return Estimator.withDefaults()
                .withShareMethod(method)
                .withConfidence(row.number("conf"))
                .estimate(csat);
    }

    private static void assertLimits(Row row, ShareMethod method, double lower, double upper) {
        Interval interval = estimate(row, method).interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(100 * lower, within(100 * TOLERANCE));
        assertThat(interval.upper()).isCloseTo(100 * upper, within(100 * TOLERANCE));
    }
}

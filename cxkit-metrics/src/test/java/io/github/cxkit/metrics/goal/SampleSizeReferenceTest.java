package io.github.cxkit.metrics.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.rating.Nps;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers needed against mpmath, in NPS points. */
class SampleSizeReferenceTest {

    private static Stream<Row> rows(String design) {
        return ReferenceCsv.rows(SampleSizeReferenceTest.class, "nps_sample_size.csv")
                .filter(row -> row.text("design").equals(design));
    }

    static Stream<Row> margins() {
        return rows("margin_of_error");
    }

    static Stream<Row> changes() {
        return rows("two_independent_per_group");
    }

    private static SampleSize plan(Row row) {
        return SampleSize.of(Nps.STANDARD, 10_000 * row.number("variance_per_response"))
                .withConfidence(row.number("conf"));
    }

    @ParameterizedTest
    @MethodSource("margins")
    void forAMarginOfError(Row row) {
        double points = 100 * row.number("margin_or_difference");
        double exact = row.number("n_exact");
        assertThat(plan(row).exactForMarginOfError(points)).isCloseTo(exact, within(1e-12 * exact));
        assertThat(plan(row).forMarginOfError(points)).isEqualTo(row.whole("n_ceil"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void toDetectAChange(Row row) {
        double points = 100 * row.number("margin_or_difference");
        double exact = row.number("n_exact");
        SampleSize plan = plan(row).withPower(row.number("power"));
        assertThat(plan.exactToDetect(points)).isCloseTo(exact, within(1e-12 * exact));
        assertThat(plan.toDetect(points)).isEqualTo(row.whole("n_ceil"));
    }
}

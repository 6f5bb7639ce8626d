package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.ReferenceCsv;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdjustmentReferenceTest {

    static Stream<ReferenceCsv.Row> rows() {
        return ReferenceCsv.rows(AdjustmentReferenceTest.class, "multiple_comparisons.csv");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesWithPAdjust(ReferenceCsv.Row row) {
        double[] raw = numbers(row, "p");
        assertThat(Adjustment.HOLM.adjust(raw)).containsExactly(numbers(row, "holm"), within(1e-12));
        assertThat(Adjustment.BENJAMINI_HOCHBERG.adjust(raw)).containsExactly(numbers(row, "bh"), within(1e-12));
        assertThat(Adjustment.BONFERRONI.adjust(raw)).containsExactly(numbers(row, "bonferroni"), within(1e-12));
    }

    private static double[] numbers(ReferenceCsv.Row row, String column) {
        return Stream.of(row.text(column).split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}

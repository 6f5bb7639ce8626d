package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes against independent computations; the origin of each file stands in its first lines. */
class ChangeReferenceTest {

    private static final Quantity NUMBER =
            Quantity.of("number", MetricUnit.of("number", "", 2), Direction.HIGHER_IS_BETTER);

    private static Nps nps(Row row, String side) {
        return Nps.promoters(row.whole(side + "_pro"))
                .passives(row.whole(side + "_pas"))
                .detractors(row.whole(side + "_det"));
    }

    static Stream<Row> npsDifferences() {
        return ReferenceCsv.rows(ChangeReferenceTest.class, "nps_diff_independent.csv");
    }

    @ParameterizedTest
    @MethodSource("npsDifferences")
    void differenceOfTwoNps(Row row) {
        Estimate difference = Change.between(nps(row, "a"), nps(row, "b")).estimate(row.number("conf"));
        assertThat(difference.value()).isCloseTo(100 * row.number("diff_b_minus_a"), within(1e-11));
        assertLimits(difference, 100 * row.number("mover_score_lower"), 100 * row.number("mover_score_upper"), 1e-9);
        assertThat(difference.method()).isEqualTo("MOVER");
    }

    static Stream<Row> npsPValues() {
        return ReferenceCsv.rows(ChangeReferenceTest.class, "nps_diff_mover_pvalue.csv");
    }

    @ParameterizedTest
    @MethodSource("npsPValues")
    void pValueByInversion(Row row) {
        Change change = Change.between(nps(row, "a"), nps(row, "b"));
        assertThat(change.testAgainst(0).statistic()).isCloseTo(row.number("z_equiv"), within(1e-8));
        assertThat(change.pValue().orElseThrow()).isCloseTo(row.number("p_two_sided"), within(1e-9));
    }

    static Stream<Row> shareDifferences() {
        return ReferenceCsv.rows(ChangeReferenceTest.class, "prop_diff_independent.csv");
    }

    @ParameterizedTest
    @MethodSource("shareDifferences")
    void differenceOfTwoSharesIsNewcombes(Row row) {
        Estimate difference = Change.between(share(row, "2"), share(row, "1")).estimate(row.number("conf"));
        assertThat(difference.value()).isCloseTo(100 * row.number("diff"), within(1e-11));
        assertLimits(difference, 100 * row.number("newcombe_lower"), 100 * row.number("newcombe_upper"), 1e-7);
    }

    private static Csat share(Row row, String side) {
        long counted = row.whole("x" + side);
        return Csat.from(Csat.THUMBS, RatingCounts.of(Csat.THUMBS.scale(), row.whole("n" + side) - counted, counted));
    }

    static Stream<Row> meanDifferences() {
        return ReferenceCsv.rows(ChangeReferenceTest.class, "mean_diff.csv");
    }

    @ParameterizedTest
    @MethodSource("meanDifferences")
    void differenceOfTwoMeansIsWelchs(Row row) {
        Change change = Change.between(mean(row, "y"), mean(row, "x"));
        if (row.optional("welch_t").isEmpty() || isOfEqualNumbers(row, "x") || isOfEqualNumbers(row, "y")) {
            assertThat(change.difference().interval()).isEmpty();
            return;
        }
        assertLimits(change.estimate(row.number("conf")), row.number("welch_lower"), row.number("welch_upper"), 1e-9);
        assertThat(change.testAgainst(0).statistic()).isCloseTo(row.number("welch_t"), within(1e-9));
        assertThat(change.pValue().orElseThrow()).isCloseTo(row.number("welch_p"), within(1e-9));
    }

    /** Where Welch's interval would rest on the other side alone, as though this one were known exactly. */
    private static boolean isOfEqualNumbers(Row row, String column) {
        return Arrays.stream(row.text(column).split(";", -1)).distinct().count() == 1;
    }

    static Stream<Row> equivalences() {
        return ReferenceCsv.rows(ChangeReferenceTest.class, "equivalence_tost.csv");
    }

    @ParameterizedTest
    @MethodSource("equivalences")
    void nothingMaterialHasChangedExactlyWhereBothOneSidedTestsSaySo(Row row) {
        Change change =
                Change.between(mean(row, "y"), mean(row, "x")).withSmallestEffectOfInterest(row.number("margin"));
        assertLimits(change.estimate(0.9), row.number("ci90_lower"), row.number("ci90_upper"), 1e-9);
        assertThat(change.verdict() == Verdict.NO_MATERIAL_CHANGE).isEqualTo(row.number("p_tost") < 0.05);
    }

    private static Mean mean(Row row, String column) {
        return Mean.of(
                NUMBER,
                Arrays.stream(row.text(column).split(";", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    private static void assertLimits(Estimate estimate, double lower, double upper, double tolerance) {
        Interval interval = estimate.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(lower, within(tolerance));
        assertThat(interval.upper()).isCloseTo(upper, within(tolerance));
    }
}

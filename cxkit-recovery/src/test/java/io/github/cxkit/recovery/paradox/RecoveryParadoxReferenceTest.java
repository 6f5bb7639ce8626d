package io.github.cxkit.recovery.paradox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.recovery.paradox.ParadoxResult.RequiredCustomers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every estimand against R, scipy or published examples. */
class RecoveryParadoxReferenceTest {

    private static final Scale WIDE = Scale.highIsGood(-100, 100);
    private static final Scale SEVEN = Scale.highIsGood(1, 7);

    private static final ParadoxResult EXAMPLE = RecoveryParadox.on("overall satisfaction", SEVEN)
            .evaluate(Customers.failedExample(), Customers.othersExample());

    private static void assertNumbers(
            ParadoxEffect effect, double value, double error, double freedom, double lower, double upper) {
        Estimate estimate = effect.estimate().orElseThrow();
        assertThat(estimate.value()).isCloseTo(value, within(1e-9));
        assertThat(error(effect).standardError()).isCloseTo(error, within(1e-9));
        assertThat(error(effect).degreesOfFreedom()).isCloseTo(freedom, within(1e-7));
        assertThat(estimate.confidence()).isEqualTo(0.9);
        assertThat(estimate.interval().orElseThrow().lower()).isCloseTo(lower, within(1e-9));
        assertThat(estimate.interval().orElseThrow().upper()).isCloseTo(upper, within(1e-9));
    }

    private static Uncertainty.StandardError error(ParadoxEffect effect) {
        return (Uncertainty.StandardError) effect.score().orElseThrow().uncertainty();
    }

    private static double t(ParadoxEffect effect) {
        return effect.score().orElseThrow().value() / error(effect).standardError();
    }

    @Test
    void meanGainWithinCustomers() {
        ParadoxEffect effect = EXAMPLE.effect(Estimand.WITHIN);
        assertNumbers(effect, 0.6666666667, 0.8876253646 / Math.sqrt(12), 11, 0.2064974528, 1.126835881);
        assertThat(t(effect)).isCloseTo(2.601774542, within(1e-9));
        assertThat(effect.pValue().orElseThrow()).isCloseTo(0.01230798901, within(1e-11));
    }

    @Test
    void differenceBetweenGroups() {
        ParadoxEffect effect = EXAMPLE.effect(Estimand.BETWEEN);
        assertNumbers(effect, 0.1666666667, 0.1666666667 / 0.5973373108, 23.80049955, -0.3108573929, 0.6441907262);
        assertThat(EXAMPLE.hedgesG().orElseThrow()).isCloseTo(0.2241094139, within(1e-10));
    }

    @Test
    void differenceInDifferences() {
        assertNumbers(EXAMPLE.effect(Estimand.CONTROLLED), 0.6, 0.2985776769, 18.42640094, 0.0828956152, 1.117104385);
    }

    @Test
    void analysisOfCovariance() {
        assertNumbers(
                EXAMPLE.effect(Estimand.CONTROLLED_ANCOVA), 0.3781882146, 0.2139741252, 24, 0.0121037182, 0.744272711);
    }

    /** By an own calculation in numpy and scipy 1.17. */
    @Test
    void withinAdjustedToAMeanThatTheCustomersWithoutAFailureEstimate() {
        ParadoxEffect effect = EXAMPLE.effect(Estimand.WITHIN_ADJUSTED);
        assertNumbers(
                effect,
                0.4024390243902438,
                0.235248687535965,
                20.247844993281223,
                -0.0030578852812390145,
                0.8079359340617267);
        assertThat(effect.pValue().orElseThrow()).isCloseTo(0.05120824041819143, within(1e-12));
    }

    private static ParadoxResult meeAndChua(double mean) {
        return RecoveryParadox.on("score", Scale.highIsGood(0, 100))
                .withPopulationMean(mean)
                .evaluate(
                        Customers.failed(
                                new double[] {45, 52, 63, 68, 57, 55, 60, 59},
                                new double[] {49, 50, 70, 71, 53, 61, 62, 67}),
                        List.of());
    }

    @Test
    void withinAdjustedToAKnownMean() {
        ParadoxEffect naive = meeAndChua(50).effect(Estimand.WITHIN);
        assertThat(t(naive)).isCloseTo(2, within(1e-12));
        assertThat(naive.pValue().orElseThrow()).isCloseTo(0.04280966, within(5e-9));
        ParadoxEffect at50 = meeAndChua(50).effect(Estimand.WITHIN_ADJUSTED);
        assertThat(error(at50).degreesOfFreedom()).isCloseTo(6, within(1e-12));
        assertThat(t(at50)).isCloseTo(0.9079668449, within(1e-9));
        assertThat(at50.pValue().orElseThrow()).isCloseTo(0.1994473527, within(1e-9));
        ParadoxEffect at60 = meeAndChua(60).effect(Estimand.WITHIN_ADJUSTED);
        assertThat(t(at60)).isCloseTo(1.917819310, within(1e-9));
        assertThat(at60.pValue().orElseThrow()).isCloseTo(0.05178941821, within(1e-10));
        assertThat(at60.customersWithFailure()).isEqualTo(8);
    }

    /** Two groups of whom only the answers after are known, x of recovered customers. */
    private static ParadoxResult afterOnly(Map<String, String> row) {
        return RecoveryParadox.on("outcome", WIDE)
                .evaluate(
                        Arrays.stream(Customers.numbers(row.get("x")))
                                .mapToObj(CustomerWithFailure::withoutAnswerBefore)
                                .toList(),
                        Arrays.stream(Customers.numbers(row.get("y")))
                                .mapToObj(CustomerWithoutFailure::withoutAnswerBefore)
                                .toList());
    }

    private static boolean isConstant(String values) {
        return Arrays.stream(values.split(";", -1)).distinct().count() == 1;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static void assertInterval(Score score, double confidence, double lower, double upper) {
        Interval interval = score.estimate(confidence).interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(lower, within(1e-9 * Math.max(1, Math.abs(lower))));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9 * Math.max(1, Math.abs(upper))));
    }

    static Stream<Map<String, String>> equivalence() {
        return Customers.rows("equivalence_tost.csv");
    }

    @ParameterizedTest
    @MethodSource("equivalence")
    void nonInferiorityAndEquivalenceBetweenGroups(Map<String, String> row) {
        ParadoxEffect effect = afterOnly(row).effect(Estimand.BETWEEN);
        double margin = number(row, "margin");
        double atLeastMinusMargin = effect.pValueOfAtMost(-margin).orElseThrow();
        double atMostMargin = effect.pValueOfAtLeast(margin).orElseThrow();
        assertThat(effect.score().orElseThrow().value()).isCloseTo(number(row, "diff"), within(1e-9));
        assertThat(atLeastMinusMargin).isCloseTo(number(row, "p_lower"), within(1e-9));
        assertThat(atLeastMinusMargin).isCloseTo(number(row, "p_noninferior"), within(1e-9));
        assertThat(atMostMargin).isCloseTo(number(row, "p_upper"), within(1e-9));
        assertThat(Math.max(atLeastMinusMargin, atMostMargin)).isCloseTo(number(row, "p_tost"), within(1e-9));
        assertThat(effect.pValue().orElseThrow()).isCloseTo(number(row, "p_superior"), within(1e-9));
        assertInterval(effect.score().orElseThrow(), 0.9, number(row, "ci90_lower"), number(row, "ci90_upper"));
    }

    static Stream<Map<String, String>> differences() {
        return Customers.rows("mean_diff.csv");
    }

    @ParameterizedTest
    @MethodSource("differences")
    void welchAndHedgesBetweenGroups(Map<String, String> row) {
        ParadoxResult result = afterOnly(row);
        ParadoxEffect effect = result.effect(Estimand.BETWEEN);
        if (isConstant(row.get("x")) || isConstant(row.get("y"))) {
            assertThat(effect.reason().orElseThrow()).endsWith("a failure have the same value");
            return;
        }
        assertThat(t(effect)).isCloseTo(number(row, "welch_t"), within(1e-9 * 20));
        assertThat(error(effect).degreesOfFreedom()).isCloseTo(number(row, "welch_df"), within(1e-9 * 300));
        assertInterval(
                effect.score().orElseThrow(),
                number(row, "conf"),
                number(row, "welch_lower"),
                number(row, "welch_upper"));
        double twoSided = 2
                * Math.min(
                        effect.pValue().orElseThrow(), effect.pValueOfAtLeast(0).orElseThrow());
        assertThat(twoSided).isCloseTo(number(row, "welch_p"), within(1e-9));
        assertThat(result.hedgesG().orElseThrow()).isCloseTo(number(row, "hedges_g_exact"), within(1e-9 * 10));
    }

    static Stream<Map<String, String>> pairs() {
        return Customers.rows("mean_diff_paired.csv");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pairedGains(Map<String, String> row) {
        ParadoxEffect effect = RecoveryParadox.on("outcome", WIDE)
                .evaluate(
                        Customers.failed(Customers.numbers(row.get("before")), Customers.numbers(row.get("after"))),
                        List.of())
                .effect(Estimand.WITHIN);
        assertThat(effect.score().orElseThrow().value()).isCloseTo(number(row, "mean_diff"), within(1e-9));
        assertThat(t(effect)).isCloseTo(number(row, "t"), within(1e-9));
        assertThat(error(effect).degreesOfFreedom()).isEqualTo(number(row, "df"));
        assertThat(2 * effect.pValue().orElseThrow()).isCloseTo(number(row, "p"), within(1e-9));
        assertInterval(effect.score().orElseThrow(), 0.95, number(row, "lower95"), number(row, "upper95"));
    }

    @Test
    void requiredCustomers() {
        assertThat(RequiredCustomers.forEffect(0.1)).isEqualTo(new RequiredCustomers(0.1, 1238, 620));
        assertThat(RequiredCustomers.forEffect(0.2)).isEqualTo(new RequiredCustomers(0.2, 310, 156));
        assertThat(EXAMPLE.required())
                .containsExactly(RequiredCustomers.forEffect(0.1), RequiredCustomers.forEffect(0.2));
    }
}

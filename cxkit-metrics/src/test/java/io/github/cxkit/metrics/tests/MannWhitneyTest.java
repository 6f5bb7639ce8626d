package io.github.cxkit.metrics.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MannWhitneyTest {

    private static final Scale SCALE = Scale.highIsGood(0, 10);

    private static RatingCounts counts(double... answers) {
        RatingTally tally = RatingTally.on(SCALE);
        for (double answer : answers) {
            tally.accept((int) answer);
        }
        return tally.counts();
    }

    private static double[] numbers(Row row, String column) {
        return Arrays.stream(row.text(column).split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static Stream<Row> groups() {
        return ReferenceCsv.rows(MannWhitneyTest.class, "mann_whitney.csv");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("groups")
    void asInR(Row row) {
        double[] before = numbers(row, "y");
        double[] after = numbers(row, "x");
        MannWhitney ranks = MannWhitney.between(before, after);

        assertThat(ranks.u()).isEqualTo(row.number("u_x"));
        assertThat(ranks.probabilityHigher()).isCloseTo(row.number("auc_p_x_gt_y"), within(1e-12));
        assertThat(ranks.cliffsDelta()).isCloseTo(row.number("cliffs_delta"), within(1e-12));
        assertThat(ranks.sigma()).isCloseTo(row.number("sigma_tie_corrected"), within(1e-9));
        assertThat(ranks.test().method()).isEqualTo("Mann–Whitney");
        assertThat(ranks.test().statistic()).isCloseTo(row.number("z_no_cc"), within(1e-11));
        assertThat(ranks.test().pValue()).isCloseTo(row.number("p_asymptotic_no_cc"), within(1e-12));
        assertThat(ranks.testWithContinuityCorrection().pValue())
                .isCloseTo(row.number("p_asymptotic_cc"), within(1e-12));
        assertThat(Math.signum(ranks.testWithContinuityCorrection().statistic()))
                .isEqualTo(Math.signum(row.number("z_no_cc")));
        if (all(before, after).allMatch(x -> x == Math.rint(x) && x <= 10)) {
            assertThat(MannWhitney.between(counts(before), counts(after))).isEqualTo(ranks);
        }
    }

    private static DoubleStream all(double[] one, double[] other) {
        return DoubleStream.concat(Arrays.stream(one), Arrays.stream(other));
    }

    @Provide
    Arbitrary<List<Double>> answers() {
        return Arbitraries.integers()
                .between(0, 10)
                .map(Integer::doubleValue)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Property
    void isTheCountOfPairsAndMirrorsWhereSidesAreSwapped(
            @ForAll("answers") List<Double> one, @ForAll("answers") List<Double> other) {
        MannWhitney there = MannWhitney.between(array(one), array(other));
        MannWhitney back = MannWhitney.between(array(other), array(one));
        double pairs = 0;
        for (double before : one) {
            for (double after : other) {
                pairs += after > before ? 1 : after == before ? 0.5 : 0;
            }
        }

        assertThat(there.u()).isEqualTo(pairs);
        assertThat(there.u() + back.u()).isEqualTo((double) one.size() * other.size());
        assertThat(back.cliffsDelta()).isEqualTo(0 - there.cliffsDelta());
        assertThat(back.sigma()).isCloseTo(there.sigma(), within(1e-12));
        assertThat(back.test().statistic()).isCloseTo(-there.test().statistic(), within(1e-12));
        assertThat(back.test().pValue()).isCloseTo(there.test().pValue(), within(1e-12));
        assertThat(there.testWithContinuityCorrection().pValue())
                .isBetween(there.test().pValue(), 1.0);
        assertThat(MannWhitney.between(counts(array(one)), counts(array(other))))
                .isEqualTo(there);
        assertThat(MannWhitney.between(array(one), array(one)).test().pValue()).isEqualTo(1);
    }

    @Test
    void equalAnswersTellNothing() {
        MannWhitney ranks = MannWhitney.between(counts(7, 7, 7), counts(7, 7));

        assertThat(ranks.probabilityHigher()).isEqualTo(0.5);
        assertThat(ranks.cliffsDelta()).isZero();
        assertThat(ranks.sigma()).isZero();
        assertThat(ranks.test())
                .isEqualTo(new HypothesisTest("Mann–Whitney (no variance: all answers are equal)", 0, 1));
        assertThat(ranks.testWithContinuityCorrection().pValue()).isEqualTo(1);
        assertThat(ranks).hasToString("MannWhitney[probability higher 0.5, p 1.0]");
    }

    @Test
    void infiniteNumbersAreHigherThanAllOthersAndZeroHasNoSign() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(MannWhitney.between(new double[] {1, 2}, new double[] {infinity})
                        .probabilityHigher())
                .isEqualTo(1);
        assertThat(MannWhitney.between(new double[] {-infinity}, new double[] {infinity, -infinity})
                        .u())
                .isEqualTo(1.5);
        assertThat(MannWhitney.between(new double[] {-0.0, 1}, new double[] {0.0})
                        .u())
                .isEqualTo(0.5);
        assertThat(MannWhitney.between(new double[] {0.0, 1}, new double[] {-0.0})
                        .u())
                .isEqualTo(0.5);
    }

    @Test
    void whatCannotBeRankedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.between(new double[] {1}, new double[] {2, Double.NaN, 1}))
                .withMessage("a number after must not be NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.between(new double[] {Double.NaN}, new double[] {2}))
                .withMessage("a number before must not be NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.between(counts(1), RatingCounts.empty(Scale.highIsGood(1, 5))))
                .withMessage("answers on [0–10, high is good] cannot be compared with answers on [1–5, high is good]");
        RatingTally weighted = RatingTally.on(SCALE);
        weighted.accept(1, 2);
        weighted.accept(2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.between(counts(1), weighted.counts()))
                .withMessage("ranks count people, but the answers are weighted");
        assertThatIllegalArgumentException().isThrownBy(() -> MannWhitney.between(weighted.counts(), counts(1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> MannWhitney.between(counts(), counts(1)))
                .withMessage("ranks are undefined for zero answers before");
        assertThatIllegalStateException()
                .isThrownBy(() -> MannWhitney.between(counts(1), counts()))
                .withMessage("ranks are undefined for zero answers after");
    }

    @Test
    void equalComparisonsAreEqual() {
        MannWhitney ranks = MannWhitney.between(counts(1, 2), counts(3));
        assertThat(ranks)
                .isEqualTo(MannWhitney.between(counts(4, 5), counts(7)))
                .hasSameHashCodeAs(MannWhitney.between(counts(4, 5), counts(7)))
                .isNotEqualTo(MannWhitney.between(counts(1, 2), counts(2)))
                .isNotEqualTo(MannWhitney.between(counts(1, 3), counts(2)))
                .isNotEqualTo(MannWhitney.between(counts(1, 1), counts(3)));
    }
}

package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts of a sample that was drawn with unequal probabilities are no plain mean. */
class WeightedMeanTest {

    private static final MetricUnit EURO = MetricUnit.of("euro", " €", 2);
    private static final Quantity SPEND = Quantity.amount("spend", EURO, Direction.HIGHER_IS_BETTER);
    private static final Quantity BALANCE = Quantity.of("balance", EURO, Direction.HIGHER_IS_BETTER);

    private static Mean mean(double[] numbers, double[] weights) {
        MeanTally tally = MeanTally.of(BALANCE);
        for (int i = 0; i < numbers.length; i++) {
            tally.accept(numbers[i], weights[i]);
        }
        return tally.mean();
    }

    private static double error(Score score) {
        return ((StandardError) score.uncertainty()).standardError();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SVA", "SVD", "SVE"})
    void aSurveyWithWeightsHasTheErrorOfRsSurveyPackage(String dataset) {
        Map<String, Double> expected = ReferenceCsv.rows(ReferenceCsv.class, "survey_weighting.csv")
                .filter(row -> row.text("dataset").contains(dataset))
                .collect(Collectors.toMap(row -> row.text("quantity"), row -> row.number("value")));
        Mean scores = read(dataset, row -> row.number("score"));
        assertThat(scores.value()).isCloseTo(expected.get("mean_score_weighted"), within(1e-12));
        assertThat(error(scores)).isCloseTo(expected.get("se_mean_score_weighted"), within(1e-12));
        assertThat(scores.weight()).isCloseTo(expected.get("sum_weights"), within(1e-9));
        assertThat(scores.effectiveCount()).isCloseTo(expected.get("n_effective_kish"), within(1e-9));
        assertThat(((StandardError) scores.uncertainty()).degreesOfFreedom())
                .isCloseTo(expected.get("n_effective_kish") - 1, within(1e-9));
        assertThat(scores.count()).isEqualTo(expected.get("n").longValue());
        Mean net = read(dataset, row -> row.number("score") >= 9 ? 1 : row.number("score") <= 6 ? -1 : 0);
        assertThat(net.value()).isCloseTo(expected.get("nps_weighted"), within(1e-12));
        assertThat(error(net)).isCloseTo(expected.get("se_weighted_linearised"), within(1e-12));
        assertThat(Mean.fromLongs(BALANCE, net.toLongs())).isEqualTo(net);
    }

    private static Mean read(String dataset, ToDoubleFunction<Row> number) {
        return ReferenceCsv.rows(ReferenceCsv.class, "survey_" + dataset + ".csv")
                .collect(Mean.toMean(BALANCE, number, row -> row.number("base_weight")));
    }

    @Test
    void equalWeightsOfAnySizeAreTheUnweightedMeanToTheBit() {
        double[] numbers = new Random(1).doubles(100, 0, 1e6).toArray();
        Mean plain = Mean.of(BALANCE, numbers);
        for (double weight : new double[] {1, 0.1, 3, 1e-100, 1e100}) {
            MeanTally first = MeanTally.of(BALANCE);
            MeanTally second = MeanTally.of(BALANCE);
            MeanTally one = MeanTally.of(BALANCE);
            MeanTally other = MeanTally.of(BALANCE);
            for (int i = 0; i < numbers.length; i++) {
                (i < 40 ? first : second).accept(numbers[i], weight);
                (i < 40 ? one : other).accept(numbers[i]);
            }
            Mean merged = first.combine(second).mean();
            Mean expected = one.combine(other).mean();
            assertThat(merged.value()).isEqualTo(expected.value());
            assertThat(merged.uncertainty()).isEqualTo(expected.uncertainty());
            assertThat(merged.standardDeviation()).isEqualTo(expected.standardDeviation());
            assertThat(merged.effectiveCount()).isEqualTo(100);
            assertThat(merged.isWeighted()).isFalse();
            assertThat(merged.weight()).isEqualTo(100 * weight);
            assertThat(merged.sampledUnits()).contains(new Score.SampledUnits(100, "numbers"));
            assertThat(Mean.fromLongs(BALANCE, merged.toLongs())).isEqualTo(merged);
        }
        assertThat(plain.weight()).isEqualTo(100);
        assertThat(plain.toLongs()).hasSize(6);
        assertThat(mean(new double[] {1, 2}, new double[] {2, 2})).isNotEqualTo(Mean.of(BALANCE, 1, 2));
    }

    /** 10 of weight 1, 20 of weight 3, 40 of weight 2: m = 25; Σw(x − m)² = 225 + 75 + 450, Σw²(x − m)² = 225 + 225 + 900. */
    @Test
    void byHand() {
        Mean mean = mean(new double[] {10, 20, 40}, new double[] {1, 3, 2});
        assertThat(mean.value()).isCloseTo(25, within(1e-12));
        assertThat(error(mean)).isCloseTo(Math.sqrt(1.5 * 1350) / 6, within(1e-12));
        double effective = 36 / 14.0;
        assertThat(mean.effectiveCount()).isCloseTo(effective, within(1e-12));
        assertThat(mean.standardDeviation().orElseThrow())
                .isCloseTo(Math.sqrt(750 / 6.0 * effective / (effective - 1)), within(1e-12));
        assertThat(mean.isWeighted()).isTrue();
    }

    @Test
    void anyOrderAndPartitionGiveTheSame() {
        Random random = new Random(5);
        double[] numbers = random.doubles(200, 1e6, 1e6 + 100).toArray();
        double[] weights = random.doubles(200, 0.1, 7).toArray();
        Mean whole = mean(numbers, weights);
        MeanTally parts = MeanTally.of(BALANCE);
        for (int from = 150; from >= 0; from -= 50) {
            MeanTally part = MeanTally.of(BALANCE);
            for (int i = from + 49; i >= from; i--) {
                part.accept(numbers[i], weights[i]);
            }
            parts.combine(part);
        }
        Mean merged = parts.mean();
        assertThat(merged.value()).isCloseTo(whole.value(), within(1e-12 * whole.value()));
        assertThat(error(merged)).isCloseTo(error(whole), within(1e-9 * error(whole)));
        assertThat(merged.effectiveCount()).isCloseTo(whole.effectiveCount(), within(1e-9));
        double w = 0;
        double wx = 0;
        for (int i = 0; i < 200; i++) {
            w += weights[i];
            wx += weights[i] * (numbers[i] - 1e6);
        }
        double m = 1e6 + wx / w;
        double squares = 0;
        for (int i = 0; i < 200; i++) {
            squares += Math.pow(weights[i] * (numbers[i] - m), 2);
        }
        assertThat(error(whole)).isCloseTo(Math.sqrt(200 / 199.0 * squares) / w, within(1e-9));
    }

    @Test
    void partsOfEqualWeightsThatDifferFromEachOtherAreWeighted() {
        Mean one = mean(new double[] {1, 5}, new double[] {2, 2});
        Mean other = mean(new double[] {3, 9, 4}, new double[] {5, 5, 5});
        Mean all = mean(new double[] {1, 5, 3, 9, 4}, new double[] {2, 2, 5, 5, 5});
        assertThat(one.plus(other).value()).isCloseTo(all.value(), within(1e-12));
        assertThat(error(one.plus(other))).isCloseTo(error(all), within(1e-12));
        assertThat(one.plus(other).isWeighted()).isTrue();
        assertThat(one.plus(Mean.of(BALANCE))).isEqualTo(one);
        assertThat(Mean.of(BALANCE).plus(all)).isEqualTo(all).hasSameHashCodeAs(all);
        MeanTally tally = MeanTally.fromLongs(BALANCE, all.toLongs());
        tally.accept(7, 5);
        assertThat(tally.mean()).isEqualTo(mean(new double[] {1, 5, 3, 9, 4, 7}, new double[] {2, 2, 5, 5, 5, 5}));
    }

    @Test
    void oneHeavyNumberIsNoSample() {
        Mean heavy = mean(new double[] {1, 2, 3}, new double[] {1000, 1, 1});
        assertThat(heavy.uncertainty())
                .isEqualTo(new NotEstimable("a mean needs at least 2 effective numbers, but there were 1.00"));
        assertThat(heavy.base()).isEqualTo(BaseSize.SUPPRESSED);
        assertThat(mean(new double[] {4, 4, 4}, new double[] {1, 2, 1.5}).uncertainty())
                .isEqualTo(new NotEstimable("all values are equal"));
    }

    @Test
    void aWeightedMeanIsNoPlainSampleOfAPopulation() {
        Mean weighted = mean(new double[] {1, 2, 3}, new double[] {1, 2, 3});
        assertThat(weighted.sampledUnits()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimator.withDefaults().withPopulation(1_000).estimate(weighted))
                .withMessageStartingWith("a finite population needs a plain sample, but was given balance");
    }

    @Test
    void impossibleNumbersAndWeightsAreRefusedAndNotTaken() {
        MeanTally tally = MeanTally.of(SPEND);
        tally.accept(3, 2);
        for (double weight : new double[] {0, -1, Double.NaN, 1e101, 1e-101}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tally.accept(3, weight))
                    .withMessageStartingWith("weight must be in [");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(Double.NaN, 2));
        assertThat(tally.mean().count()).isEqualTo(1);
        assertThat(tally.mean().weight()).isEqualTo(2);
    }

    @Test
    void aStateThatNoNumbersAndWeightsHaveIsRefused() {
        Mean mean = Stream.of(10.0, 20.0, 40.0).collect(Mean.toMean(SPEND, x -> x, x -> x / 10));
        long[] state = mean.toLongs();
        assertThat(Mean.fromLongs(SPEND, state)).isEqualTo(mean);
        assertThat(state).hasSize(12);
        for (int i = 3; i < state.length; i++) {
            for (double wrong : new double[] {-1, 1e9, Double.NaN}) {
                long[] changed = state.clone();
                changed[i] = i == 3 ? (long) wrong : Double.doubleToLongBits(wrong);
                if ((i > 4 || wrong < 1e9) && (i != 10 || wrong != -1)) {
                    assertThatIllegalArgumentException()
                            .as("number %d was %s", i, wrong)
                            .isThrownBy(() -> Mean.fromLongs(SPEND, changed));
                }
            }
        }
        for (int length : List.of(5, 8, 10, 11, 13)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Mean.fromLongs(SPEND, java.util.Arrays.copyOf(state, length)));
        }
    }
}

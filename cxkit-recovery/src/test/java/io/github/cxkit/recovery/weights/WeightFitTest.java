package io.github.cxkit.recovery.weights;

import static io.github.cxkit.recovery.FairnessDimension.COMPENSATION;
import static io.github.cxkit.recovery.FairnessDimension.INTERACTION;
import static io.github.cxkit.recovery.FairnessDimension.PROCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.drivers.Bootstrap;
import io.github.cxkit.metrics.drivers.DriverImportance;
import io.github.cxkit.metrics.drivers.DriverSample;
import io.github.cxkit.metrics.numbers.CrossValidation;
import io.github.cxkit.recovery.FairnessDimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightFitTest {

    private static final Bootstrap SEEDED = Bootstrap.seeded(42).withResamples(200);

    private static WeightFit fit(List<RatedCase> cases) {
        return WeightFit.of(RatedCase.dimensions(cases), SEEDED);
    }

    @Test
    void fittedWeightsAreRecommendedWhereOneDimensionDecides() {
        WeightFit fit = fit(RatedCase.draw(400, 5, 10, 0, 0, 1));
        assertThat(fit.fittedPredictBetter()).isTrue();
        assertThat(fit.recommended()).isEqualTo(fit.weights());
        assertThat(fit.recommended().get(COMPENSATION)).isBetween(0.6, 1.0);
        assertThat(fit.fittedError()).isLessThan(fit.equalError());
        assertThat(fit.saved().value()).isCloseTo(fit.equalError() - fit.fittedError(), within(1e-9));
        assertThat(fit.saved().count()).isEqualTo(400);
        assertThat(fit.count()).isEqualTo(400);
        assertThat(fit.incompleteCount()).isZero();
        assertThat(fit.notes()).isEmpty();
        assertThat(fit.reason())
                .startsWith("fitted weights, for they predict better: squared error out of sample ")
                .contains(String.format(
                        Locale.ROOT,
                        "%.4g with fitted weights, %.4g with equal ones",
                        fit.fittedError(),
                        fit.equalError()));
        assertThat(fit.toString())
                .startsWith("[PROCESS 0.")
                .contains("] (n=400): " + fit.reason())
                .contains(String.format(
                        Locale.ROOT, "COMPENSATION %.2f]", fit.weights().get(COMPENSATION)));
    }

    /** A made-up outcome of 0.2 process, 0.3 interaction, 0.5 compensation and noise. */
    @Test
    void readsTheCallersOwnCases() {
        List<RatedCase> cases = RatedCase.draw(400, 5, 10, 0.2, 0.3, 0.5);
        Map<FairnessDimension, ToDoubleFunction<RatedCase>> dimensions = new EnumMap<>(FairnessDimension.class);
        dimensions.put(PROCESS, RatedCase::process);
        dimensions.put(INTERACTION, RatedCase::interaction);
        dimensions.put(COMPENSATION, RatedCase::compensation);
        WeightFit fit = WeightFit.of(DriverSample.of(cases, RatedCase::outcome, dimensions), Bootstrap.seeded(42));
        assertThat(fit.recommended().get(PROCESS)).isCloseTo(0.224, within(5e-4));
        assertThat(fit.recommended().get(INTERACTION)).isCloseTo(0.282, within(5e-4));
        assertThat(fit.recommended().get(COMPENSATION)).isCloseTo(0.494, within(5e-4));
        assertThat(fit.interval(COMPENSATION).orElseThrow().lower()).isCloseTo(0.44, within(0.01));
        assertThat(fit.interval(COMPENSATION).orElseThrow().upper()).isCloseTo(0.55, within(0.01));
        assertThat(fit)
                .hasToString(
                        "[PROCESS 0.22, INTERACTION 0.28, COMPENSATION 0.49] (n=400): fitted weights, for they predict better: "
                                + "squared error out of sample 86.68 with fitted weights, 95.33 with equal ones, standard error of the difference 2.795");
        assertThat(fit.saved())
                .hasToString("mean squared error that fitted weights save 8.6551 (95% CI 3.1613 to 14.1489, n=400)");
    }

    @Test
    void equalWeightsStayWhereAllDimensionsCountAlike() {
        WeightFit fit = fit(RatedCase.draw(60, 4, 40, 1, 1, 1));
        assertThat(fit.fittedPredictBetter()).isFalse();
        assertThat(fit.recommended().values()).containsOnly(1.0 / 3);
        assertThat(fit.weights()).isNotEqualTo(fit.recommended());
        assertThat(fit.reason())
                .startsWith("equal weights, for fitted ones do not predict better by more than a standard error: ");
        assertThat(fit.toString()).startsWith("[PROCESS 0.33, INTERACTION 0.33, COMPENSATION 0.33] (n=60): equal");
    }

    @Test
    void equalWeightsStayAlmostAlwaysWhereAllCountAlike() {
        long fitted = IntStream.range(0, 100)
                .filter(seed -> WeightFit.of(RatedCase.dimensions(RatedCase.draw(50, seed, 40, 1, 1, 1)), SEEDED, 5)
                        .fittedPredictBetter())
                .count();
        assertThat(fitted).isLessThan(16);
    }

    @Test
    void theMarginIsOneStandardError() {
        int near = 0;
        for (int seed = 0; seed < 40; seed++) {
            WeightFit fit = fit(RatedCase.draw(60, seed, 30, 0.2, 0.3, 0.8));
            double error = ((Uncertainty.StandardError) fit.saved().uncertainty()).standardError();
            assertThat(fit.fittedPredictBetter()).isEqualTo(fit.saved().value() > error);
            near += fit.saved().value() > 0 && !fit.fittedPredictBetter() ? 1 : 0;
        }
        assertThat(near).as("better, but within a standard error").isPositive();
    }

    @Test
    void weightsAreTheSharesAndSumToOne() {
        List<RatedCase> cases = RatedCase.draw(100, 9, 20, 0.5, 0.3, 0.2);
        WeightFit fit = fit(cases);
        DriverImportance<String> importance = DriverImportance.of(RatedCase.named(cases), SEEDED);
        assertThat(fit.weights().keySet()).containsExactly(PROCESS, INTERACTION, COMPENSATION);
        assertThat(fit.weights().values().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
        assertThat(fit.recommended().values().stream().mapToDouble(w -> w).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(fit.weights().get(INTERACTION))
                .isCloseTo(importance.share("interaction") / importance.rSquared(), within(1e-12));
        Interval percent = importance.percentageInterval("interaction").orElseThrow();
        assertThat(fit.interval(INTERACTION)).contains(new Interval(percent.lower() / 100, percent.upper() / 100));
        assertThat(fit.importance().rSquared()).isEqualTo(importance.rSquared());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> fit.weights().put(PROCESS, 1.0));
    }

    /** Each part predicted by hand: weights from the shares of the other rows, a line through their sums. */
    @Test
    void everyRowIsPredictedFromTheOtherPartsAlone() {
        List<RatedCase> cases = RatedCase.draw(90, 8, 20, 0.1, 0.3, 0.6);
        int[] partOf = CrossValidation.deal(90, 4, 42);
        double fitted = 0;
        double equal = 0;
        for (int part = 0; part < 4; part++) {
            int current = part;
            List<RatedCase> others = IntStream.range(0, 90)
                    .filter(i -> partOf[i] != current)
                    .mapToObj(cases::get)
                    .toList();
            DriverImportance<String> importance = DriverImportance.of(RatedCase.named(others));
            double[] weights =
                    importance.drivers().stream().mapToDouble(importance::share).toArray();
            for (int i = 0; i < 90; i++) {
                if (partOf[i] == part) {
                    fitted += squaredError(others, cases.get(i), weights);
                    equal += squaredError(others, cases.get(i), 1, 1, 1);
                }
            }
        }
        WeightFit fit = WeightFit.of(RatedCase.dimensions(cases), SEEDED, 4);
        assertThat(fit.fittedError()).isCloseTo(fitted / 90, within(1e-9));
        assertThat(fit.equalError()).isCloseTo(equal / 90, within(1e-9));
        assertThat(WeightFit.of(RatedCase.dimensions(cases), SEEDED).equalError())
                .isNotEqualTo(fit.equalError());
    }

    private static double squaredError(List<RatedCase> others, RatedCase predicted, double... weights) {
        double[] sums = others.stream().mapToDouble(c -> sum(c, weights)).toArray();
        double mean = Arrays.stream(sums).average().orElseThrow();
        double outcome =
                others.stream().mapToDouble(RatedCase::outcome).average().orElseThrow();
        double together = 0;
        double squares = 0;
        for (int i = 0; i < sums.length; i++) {
            together += (sums[i] - mean) * (others.get(i).outcome() - outcome);
            squares += (sums[i] - mean) * (sums[i] - mean);
        }
        return Math.pow(predicted.outcome() - outcome - together / squares * (sum(predicted, weights) - mean), 2);
    }

    private static double sum(RatedCase c, double... weights) {
        return weights[0] * c.process() + weights[1] * c.interaction() + weights[2] * c.compensation();
    }

    @Test
    void theRowsAreDealtIntoPartsOfOneSizeAndMixed() {
        int[] partOf = CrossValidation.deal(103, 10, 1);
        long[] sizes = IntStream.range(0, 10)
                .mapToLong(part -> Arrays.stream(partOf).filter(p -> p == part).count())
                .toArray();
        assertThat(sizes).containsExactly(11, 11, 11, 10, 10, 10, 10, 10, 10, 10);
        assertThat(partOf).isEqualTo(CrossValidation.deal(103, 10, 1));
        assertThat(partOf).isNotEqualTo(CrossValidation.deal(103, 10, 2));
        assertThat(partOf).isNotEqualTo(IntStream.range(0, 103).map(i -> i % 10).toArray());
        double meanOfFirstHalf = Arrays.stream(partOf).limit(51).average().orElseThrow();
        assertThat(meanOfFirstHalf).isBetween(3.0, 6.0);
    }

    @Test
    void customersKeptOrLostAreOneOrZero() {
        List<RatedCase> cases = RatedCase.draw(300, 6, 15, 0, 1, 0).stream()
                .map(c -> c.withOutcome(c.outcome() > 50 ? 1 : 0))
                .toList();
        WeightFit fit = fit(cases);
        assertThat(fit.fittedError()).isBetween(0.0, 0.25);
        assertThat(fit.recommended().get(INTERACTION)).isGreaterThan(0.6);
    }

    /** Where all but one customer stayed, the parts without that one have nothing to fit. */
    @Test
    void aPartWhoseOtherRowsTellNothingIsPredictedAlikeEitherWay() {
        List<RatedCase> drawn = RatedCase.draw(50, 6, 15, 1, 1, 1);
        List<RatedCase> cases = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            cases.add(drawn.get(i).withOutcome(i == 17 ? 0 : 1));
        }
        int[] partOf = CrossValidation.deal(50, 5, 42);
        double[] saved =
                CrossValidation.of(RatedCase.dimensions(cases).table(), 5, 42).saved();
        for (int i = 0; i < 50; i++) {
            if (partOf[i] == partOf[17]) {
                assertThat(saved[i]).as("row %d", i).isZero();
            } else {
                assertThat(saved[i]).as("row %d", i).isNotZero();
            }
        }
        WeightFit fit = WeightFit.of(RatedCase.dimensions(cases), SEEDED, 5);
        assertThat(fit.interval(PROCESS)).isEmpty();
        assertThat(fit.notes()).anyMatch(note -> note.endsWith("too many for an interval"));
    }

    /** Three scores that always sum to 0 but for the first row: without it, equal weights give a sum that does not vary. */
    @Test
    void aSumThatDoesNotVaryPredictsTheMean() {
        List<RatedCase> drawn = RatedCase.draw(50, 6, 15, 1, 1, 1);
        List<RatedCase> cases = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            RatedCase c = drawn.get(i);
            cases.add(new RatedCase(
                    c.process(),
                    c.interaction(),
                    100 - c.process() - c.interaction() + (i == 0 ? 50 : 0),
                    c.outcome()));
        }
        int[] partOf = CrossValidation.deal(50, 50, 42);
        assertThat(Arrays.stream(partOf).distinct().count()).isEqualTo(50);
        double meanOfOthers =
                cases.stream().skip(1).mapToDouble(RatedCase::outcome).average().orElseThrow();
        WeightFit fit = WeightFit.of(RatedCase.dimensions(cases), SEEDED, 50);
        double others = 0;
        for (int i = 1; i < 50; i++) {
            List<RatedCase> rest = new ArrayList<>(cases);
            rest.remove(i);
            others += squaredError(rest, cases.get(i), 1, 1, 1);
        }
        assertThat(fit.equalError())
                .isCloseTo((others + Math.pow(cases.get(0).outcome() - meanOfOthers, 2)) / 50, within(1e-6));
    }

    @Test
    void dimensionsThatTellNothingKeepEqualWeights() {
        List<RatedCase> cases = IntStream.range(0, 64)
                .mapToObj(i -> new RatedCase(i & 1, (i >> 1) & 1, (i >> 2) & 1, (i >> 3) & 1))
                .toList();
        WeightFit fit = fit(cases);
        assertThat(fit.fittedPredictBetter()).isFalse();
        assertThat(fit.recommended().values()).containsOnly(1.0 / 3);
        assertThat(fit.reason()).startsWith("equal weights, for the dimensions tell nothing of the outcome: ");
        assertThatIllegalStateException().isThrownBy(fit::weights);
        assertThatIllegalStateException().isThrownBy(() -> fit.interval(PROCESS));
    }

    @Test
    void anOutcomeThatFallsWithOneDimensionIsNoted() {
        WeightFit fit = fit(RatedCase.draw(200, 5, 5, 1, 1, -2.5));
        assertThat(fit.notes())
                .contains(
                        "the outcome rises with [PROCESS, INTERACTION] and falls with [COMPENSATION], while weights count all of them alike");
    }

    /** Lost coded as 1, or a scale where low is good: weights have no sign and would count it the wrong way round. */
    @Test
    void anOutcomeThatFallsWithAllDimensionsIsNoReasonForFittedWeights() {
        WeightFit all = fit(RatedCase.draw(200, 5, 5, -3, -1, -1));
        assertThat(all.notes())
                .containsExactly("the outcome falls with every dimension: maybe low is good, or lost is coded as 1");
        assertThat(all.fittedPredictBetter()).isFalse();
        assertThat(all.recommended().values()).containsOnly(1.0 / 3);
        assertThat(all.reason())
                .startsWith(
                        "equal weights, for the outcome falls where the fitted score rises: squared error out of sample");
        assertThat(fit(RatedCase.draw(200, 5, 5, 3, 1, 1)).notes()).isEmpty();
    }

    @Test
    void incompleteCasesAreCounted() {
        List<RatedCase> cases = RatedCase.draw(60, 5, 20, 1, 1, 1);
        Map<FairnessDimension, Function<RatedCase, OptionalDouble>> dimensions = new EnumMap<>(FairnessDimension.class);
        RatedCase.DIMENSIONS.forEach(
                (dimension, score) -> dimensions.put(dimension, c -> OptionalDouble.of(score.applyAsDouble(c))));
        dimensions.put(PROCESS, c -> c.process() > 20 ? OptionalDouble.of(c.process()) : OptionalDouble.empty());
        long incomplete = cases.stream().filter(c -> c.process() <= 20).count();
        WeightFit fit = WeightFit.of(
                DriverSample.skippingIncomplete(cases, c -> OptionalDouble.of(c.outcome()), dimensions), SEEDED);
        assertThat(fit.incompleteCount()).isEqualTo(incomplete).isPositive();
        assertThat(fit.count()).isEqualTo(60 - incomplete);
        assertThat(fit.notes()).contains(incomplete + " rows were left out, for a value was missing");
    }

    @Test
    void fewerThanFortyCasesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(RatedCase.draw(39, 5, 20, 1, 1, 1)))
                .withMessage("number of complete rows must be at least 40 for 3 drivers, but was 39");
    }

    @Test
    void partsFromTwoToTheNumberOfRows() {
        DriverSample<FairnessDimension> sample = RatedCase.dimensions(RatedCase.draw(40, 5, 20, 1, 1, 1));
        assertThat(WeightFit.of(sample, SEEDED, 2).count()).isEqualTo(40);
        assertThat(WeightFit.of(sample, SEEDED, 40).count()).isEqualTo(40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightFit.of(sample, SEEDED, 1))
                .withMessage("number of parts must be in [2, 40], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightFit.of(sample, SEEDED, 41))
                .withMessage("number of parts must be in [2, 40], but was 41");
    }

    @Test
    void tenPartsUnlessToldOtherwise() {
        DriverSample<FairnessDimension> sample = RatedCase.dimensions(RatedCase.draw(80, 5, 20, 1, 1, 1));
        assertThat(WeightFit.of(sample, SEEDED).fittedError())
                .isEqualTo(WeightFit.of(sample, SEEDED, 10).fittedError());
    }

    @Test
    void twoDimensionsAreNotThree() {
        Map<FairnessDimension, ToDoubleFunction<RatedCase>> two = new EnumMap<>(RatedCase.DIMENSIONS);
        two.remove(PROCESS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightFit.of(
                        DriverSample.of(RatedCase.draw(40, 5, 20, 1, 1, 1), RatedCase::outcome, two), SEEDED))
                .withMessage(
                        "drivers must be [PROCESS, INTERACTION, COMPENSATION], but were [INTERACTION, COMPENSATION]");
    }

    @Test
    void aFitInPlainValues() {
        WeightFit fit = fit(RatedCase.draw(100, 5, 10, 0, 0, 1));

        assertThat(fit.view())
                .isEqualTo(new WeightFit.View(
                        fit.recommended(),
                        fit.fittedPredictBetter(),
                        fit.reason(),
                        fit.fittedError(),
                        fit.equalError(),
                        fit.saved().view(),
                        fit.importance().view(),
                        100,
                        fit.notes()));
    }
}

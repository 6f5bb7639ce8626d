package io.github.cxkit.recovery.paradox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of the paradox test. */
class RecoveryParadoxProperties {

    private static final String OUTCOME = "overall satisfaction";
    private static final RecoveryParadox TEST =
            RecoveryParadox.on(OUTCOME, Scale.highIsGood(1, 7)).withPopulationMean(5);

    /** Both groups, in answers from 1 to 7. */
    record Study(List<CustomerWithFailure> failed, List<CustomerWithoutFailure> others) {

        Study map(DoubleUnaryOperator function) {
            return new Study(
                    failed.stream()
                            .map(customer -> CustomerWithFailure.of(
                                    function.applyAsDouble(customer.before().getAsDouble()),
                                    function.applyAsDouble(customer.after().getAsDouble())))
                            .toList(),
                    others.stream()
                            .map(customer -> CustomerWithoutFailure.of(
                                    function.applyAsDouble(customer.before().getAsDouble()),
                                    function.applyAsDouble(customer.after().getAsDouble())))
                            .toList());
        }

        ParadoxResult by(RecoveryParadox test) {
            return test.evaluate(failed, others);
        }
    }

    @Provide
    Arbitrary<Study> studies() {
        Arbitrary<Double> answer = Arbitraries.integers().between(1, 7).map(Integer::doubleValue);
        Arbitrary<List<CustomerWithFailure>> failed = Combinators.combine(answer, answer)
                .as(CustomerWithFailure::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
        Arbitrary<List<CustomerWithoutFailure>> others = Combinators.combine(answer, answer)
                .as(CustomerWithoutFailure::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
        return Combinators.combine(failed, others).as(Study::new);
    }

    /** All effects are those of the expected, times a factor, which may be negative; reasons and verdicts aside. */
    private static void assertScaled(ParadoxResult actual, ParadoxResult expected, double factor) {
        for (Estimand estimand : Estimand.values()) {
            ParadoxEffect one = actual.effect(estimand);
            ParadoxEffect other = expected.effect(estimand);
            assertThat(one.reason()).isEqualTo(other.reason());
            if (other.reason().isEmpty()) {
                Estimate estimate = one.estimate().orElseThrow();
                Interval limits = other.estimate().orElseThrow().interval().orElseThrow();
                assertThat(estimate.value())
                        .isCloseTo(factor * other.estimate().orElseThrow().value(), within(1e-9));
                Interval scaled = factor > 0
                        ? new Interval(factor * limits.lower(), factor * limits.upper())
                        : new Interval(factor * limits.upper(), factor * limits.lower());
                assertThat(estimate.interval().orElseThrow().lower()).isCloseTo(scaled.lower(), within(1e-9));
                assertThat(estimate.interval().orElseThrow().upper()).isCloseTo(scaled.upper(), within(1e-9));
                assertThat(one.pValueOfAtMost(0).orElseThrow())
                        .isCloseTo(
                                factor > 0
                                        ? other.pValueOfAtMost(0).orElseThrow()
                                        : other.pValueOfAtLeast(0).orElseThrow(),
                                within(1e-9));
            }
        }
    }

    @Property(tries = 200)
    void theOrderOfTheCustomersDoesNotMatterNotEvenInTheLastBit(@ForAll("studies") Study study, @ForAll int seed) {
        List<CustomerWithFailure> failed = new ArrayList<>(study.failed());
        List<CustomerWithoutFailure> others = new ArrayList<>(study.others());
        Collections.shuffle(failed, new Random(seed));
        Collections.shuffle(others, new Random(seed));
        RecoveryParadox estimatingTheMean = RecoveryParadox.on(OUTCOME, Scale.highIsGood(1, 7));
        assertThat(new Study(failed, others).by(estimatingTheMean)).isEqualTo(study.by(estimatingTheMean));
    }

    @Property(tries = 200)
    void aConstantAddedToAllOutcomesAndToTheMeanChangesNothing(
            @ForAll("studies") Study study, @ForAll @IntRange(min = -50, max = 50) int shift) {
        RecoveryParadox shifted = RecoveryParadox.on(OUTCOME, Scale.highIsGood(1 + shift, 7 + shift))
                .withPopulationMean(5 + shift);
        assertScaled(study.map(x -> x + shift).by(shifted), study.by(TEST), 1);
    }

    @Property(tries = 200)
    void outcomesTimesAFactorGiveEffectsTimesThatFactor(
            @ForAll("studies") Study study, @ForAll @DoubleRange(min = 0.1, max = 14) double factor) {
        RecoveryParadox scaled =
                RecoveryParadox.on(OUTCOME, Scale.highIsGood(0, 100)).withPopulationMean(5 * factor);
        assertScaled(study.map(x -> x * factor).by(scaled), study.by(TEST), factor);
    }

    @Property(tries = 200)
    void onAScaleWhereLowIsGoodTheMirroredOutcomesHaveTheSameEffects(@ForAll("studies") Study study) {
        RecoveryParadox mirrored =
                RecoveryParadox.on(OUTCOME, Scale.lowIsGood(1, 7)).withPopulationMean(3);
        assertThat(study.map(x -> 8 - x).by(mirrored)).isEqualTo(study.by(TEST));
    }

    @Property(tries = 200)
    void outcomesCountedFromTheOtherEndHaveTheOppositeEffects(@ForAll("studies") Study study) {
        assertScaled(study.map(x -> 8 - x).by(TEST.withPopulationMean(3)), study.by(TEST), -1);
    }

    @Property(tries = 200)
    void aParadoxIsAOneSidedTestAtFivePerCentOfTheSmallestEffectOfInterest(
            @ForAll("studies") Study study, @ForAll @DoubleRange(min = 0, max = 1) double smallest) {
        ParadoxResult result = study.by(TEST.withSmallestEffectOfInterest(smallest));
        for (ParadoxEffect effect : result.effects().values()) {
            effect.pValueOfAtMost(smallest)
                    .ifPresent(p -> assertThat(effect.verdict() == ParadoxEffect.Verdict.PARADOX)
                            .isEqualTo(p < 0.05));
        }
    }

    @Property(tries = 200)
    void aParadoxTakesTheControlledAndTheAdjustedEstimand(@ForAll("studies") Study study) {
        ParadoxResult result = study.by(TEST.withNonInferiorityMargin(0.5));
        boolean both = result.effect(Estimand.CONTROLLED).verdict() == ParadoxEffect.Verdict.PARADOX
                && result.effect(Estimand.WITHIN_ADJUSTED).verdict() == ParadoxEffect.Verdict.PARADOX;
        assertThat(result.verdict() == ParadoxEffect.Verdict.PARADOX).isEqualTo(both);
        if (result.verdict() == ParadoxEffect.Verdict.APPARENT) {
            assertThat(result.isApparent()).isTrue();
        }
        assertThat(List.of(Estimand.WITHIN, Estimand.WITHIN_ADJUSTED, Estimand.BETWEEN))
                .noneMatch(estimand -> result.effect(estimand).verdict() == ParadoxEffect.Verdict.RESTORED);
    }

    @Property(tries = 200)
    void selectingByFairnessIsGivingTheSelectedAlone(@ForAll("studies") Study study) {
        List<CustomerWithFailure> marked = new ArrayList<>();
        List<CustomerWithFailure> fair = new ArrayList<>();
        for (int i = 0; i < study.failed().size(); i++) {
            CustomerWithFailure customer = study.failed().get(i);
            if (i % 3 == 0) {
                fair.add(customer);
            }
            marked.add(i % 3 == 2 ? customer : customer.withObservedFairness(70 - i % 3));
        }
        ParadoxResult selected = new Study(marked, study.others()).by(TEST.withRecoveredFrom(70));
        assertThat(selected.effects())
                .isEqualTo(new Study(fair, study.others()).by(TEST).effects());
        assertThat(selected.selection().selected()).isEqualTo(fair.size());
        assertThat(selected.selection().unknownFairness())
                .isEqualTo(study.failed().size() / 3);
    }

    /** Frisch and Waugh: regress the group on the outcome before, within all customers, and the outcome after on what remains. */
    @Property(tries = 200)
    void ancovaIsTheRegressionOnWhatTheOutcomeBeforeDoesNotTellOfTheGroup(@ForAll("studies") Study study) {
        ParadoxEffect effect = study.by(TEST).effect(Estimand.CONTROLLED_ANCOVA);
        if (effect.estimate().isEmpty()) {
            return;
        }
        List<double[]> rows = new ArrayList<>();
        study.failed()
                .forEach(c -> rows.add(
                        new double[] {c.before().getAsDouble(), c.after().getAsDouble(), 1}));
        study.others()
                .forEach(c -> rows.add(
                        new double[] {c.before().getAsDouble(), c.after().getAsDouble(), 0}));
        double before = rows.stream().mapToDouble(row -> row[0]).average().orElseThrow();
        double group = rows.stream().mapToDouble(row -> row[2]).average().orElseThrow();
        double squares = rows.stream()
                .mapToDouble(row -> (row[0] - before) * (row[0] - before))
                .sum();
        double products = rows.stream()
                .mapToDouble(row -> (row[0] - before) * (row[2] - group))
                .sum();
        double slope = squares == 0 ? 0 : products / squares;
        double numerator = 0;
        double denominator = 0;
        for (double[] row : rows) {
            double rest = row[2] - group - slope * (row[0] - before);
            numerator += rest * row[1];
            denominator += rest * rest;
        }
        assertThat(effect.estimate().orElseThrow().value()).isCloseTo(numerator / denominator, within(1e-9));
    }
}

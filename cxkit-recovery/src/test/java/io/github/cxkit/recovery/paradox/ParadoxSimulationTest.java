package io.github.cxkit.recovery.paradox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * How the test behaves where the truth is known: nothing happened. All simulations are seeded.
 *
 * <p>Before and after have the same mean 4 and standard deviation 1.2 and correlate .6, as of a customer whose level stays and whose mood changes.
 */
class ParadoxSimulationTest {

    private static final double MEAN = 4;
    private static final double DEVIATION = 1.2;
    private static final double STABILITY = 0.6;
    private static final double SATISFACTION_WITH_AFTER = 0.7;
    private static final double SELECTED = 0.3;
    private static final Scale WIDE = Scale.highIsGood(-20, 30);
    private static final Scale SEVEN = Scale.highIsGood(1, 7);
    private static final RecoveryParadox TEST = RecoveryParadox.on("overall satisfaction", WIDE);

    /** One customer: before, after, and their satisfaction with the recovery, which knows the outcome before only by the one after. */
    private record Person(double level, double before, double after, double satisfaction) {

        static Person draw(Random random) {
            double level = Math.sqrt(STABILITY) * random.nextGaussian();
            double before = level + Math.sqrt(1 - STABILITY) * random.nextGaussian();
            double after = level + Math.sqrt(1 - STABILITY) * random.nextGaussian();
            double satisfaction = SATISFACTION_WITH_AFTER * after
                    + Math.sqrt(1 - SATISFACTION_WITH_AFTER * SATISFACTION_WITH_AFTER) * random.nextGaussian();
            return new Person(level, MEAN + DEVIATION * before, MEAN + DEVIATION * after, satisfaction);
        }

        CustomerWithFailure failed(DoubleUnaryOperator shown) {
            return CustomerWithFailure.of(shown.applyAsDouble(before), shown.applyAsDouble(after));
        }

        CustomerWithoutFailure other(DoubleUnaryOperator shown) {
            return CustomerWithoutFailure.of(shown.applyAsDouble(before), shown.applyAsDouble(after));
        }
    }

    private static List<Person> draw(int n, Random random) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            people.add(Person.draw(random));
        }
        return people;
    }

    private static List<Person> mostSatisfied(List<Person> people) {
        return people.stream()
                .sorted(Comparator.comparingDouble(Person::satisfaction).reversed())
                .limit(Math.round(SELECTED * people.size()))
                .toList();
    }

    private static List<CustomerWithFailure> failed(List<Person> people, DoubleUnaryOperator shown) {
        return people.stream().map(person -> person.failed(shown)).toList();
    }

    private static List<CustomerWithoutFailure> others(List<Person> people, DoubleUnaryOperator shown) {
        return people.stream().map(person -> person.other(shown)).toList();
    }

    private static double sevenPoints(double value) {
        return Math.min(7, Math.max(1, Math.rint(value)));
    }

    private static double value(ParadoxResult result, Estimand estimand) {
        return result.effect(estimand).estimate().orElseThrow().value();
    }

    /** Mean of the upper part of a standard normal variable. */
    private static double intensity(double selected) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return normal.density(normal.inverseSurvivalProbability(selected)) / selected;
    }

    /** Selection by satisfaction lifts the outcome after by i·σ·ρ(S, A) and the one before by ρ(B, A) times that; the difference looks like a gain. */
    @Test
    void theMostSatisfiedGainThoughNothingHappened() {
        double expected = intensity(SELECTED) * DEVIATION * SATISFACTION_WITH_AFTER * (1 - STABILITY);
        assertThat(expected).isCloseTo(0.3894, within(0.0001));
        Random random = new Random(20260101);
        double sum = 0;
        double sumOnSevenPoints = 0;
        double sumOfAll = 0;
        int repetitions = 60;
        for (int i = 0; i < repetitions; i++) {
            List<Person> people = draw(2_000, random);
            List<Person> selected = mostSatisfied(people);
            sum += gainWithin(TEST, failed(selected, x -> x));
            sumOnSevenPoints += gainWithin(
                    RecoveryParadox.on("overall satisfaction", SEVEN),
                    failed(selected, ParadoxSimulationTest::sevenPoints));
            sumOfAll += gainWithin(TEST, failed(people, x -> x));
        }
        assertThat(sum / repetitions).isCloseTo(expected, within(0.02));
        assertThat(sumOnSevenPoints / repetitions).isCloseTo(expected, within(0.03));
        assertThat(sumOfAll / repetitions).isCloseTo(0, within(0.01));
    }

    private static double gainWithin(RecoveryParadox test, List<CustomerWithFailure> customers) {
        return value(test.evaluate(customers, List.of()), Estimand.WITHIN);
    }

    /** Why such groups are refused instead of adjusted for. */
    @Test
    void noEstimandAndNoVerdictRuleProtectsAgainstSelectionBySatisfaction() {
        Random random = new Random(7);
        List<Person> people = draw(2_000, random);
        List<CustomerWithoutFailure> others = others(draw(600, random), x -> x);
        ParadoxResult ofSelected = TEST.evaluate(failed(mostSatisfied(people), x -> x), others);
        ParadoxResult ofAll = TEST.evaluate(failed(people, x -> x), others);
        assertThat(ofSelected.effects().values())
                .allMatch(effect -> effect.verdict() == ParadoxEffect.Verdict.PARADOX)
                .hasSize(5);
        assertThat(ofSelected.verdict()).isEqualTo(ParadoxEffect.Verdict.PARADOX);
        assertThat(ofAll.verdict()).isEqualTo(ParadoxEffect.Verdict.INCONCLUSIVE);
    }

    private interface Trial {
        boolean isPositive(Random random);
    }

    private static double rate(int trials, long seed, Trial trial) {
        Random random = new Random(seed);
        int positive = 0;
        for (int i = 0; i < trials; i++) {
            positive += trial.isPositive(random) ? 1 : 0;
        }
        return (double) positive / trials;
    }

    private static boolean isParadox(ParadoxResult result, Estimand estimand) {
        return result.effect(estimand).verdict() == ParadoxEffect.Verdict.PARADOX;
    }

    /** Staff may well handle better customers more fairly; what must be unrelated is the mood of the day. */
    @Test
    void selectionByObservedFairnessLeavesTheSizeOfTheControlledTestRight() {
        double rate = rate(800, 11, random -> {
            List<CustomerWithFailure> withFailure = draw(100, random).stream()
                    .map(person -> person.failed(x -> x)
                            .withObservedFairness(
                                    Math.min(100, Math.max(0, 65 + 10 * person.level() + 15 * random.nextGaussian()))))
                    .toList();
            List<CustomerWithoutFailure> others = others(draw(40, random), x -> x);
            return isParadox(TEST.withRecoveredFrom(70).evaluate(withFailure, others), Estimand.CONTROLLED);
        });
        assertThat(rate).isBetween(0.03, 0.07);
    }

    /** Only customers below the mean have failures here, so that they gain by themselves. */
    private static List<CustomerWithFailure> belowTheMean(int n, Random random) {
        return draw(n, random).stream()
                .filter(person -> person.before() < MEAN)
                .map(person -> person.failed(x -> x))
                .toList();
    }

    @Test
    void theAdjustedTestKeepsItsSizeWhereThePairedTestMistakesTheDriftBackToTheMeanForAGain() {
        double naive =
                rate(500, 3, random -> isParadox(TEST.evaluate(belowTheMean(60, random), List.of()), Estimand.WITHIN));
        double knownMean = rate(
                1_500,
                4,
                random -> isParadox(
                        TEST.withPopulationMean(MEAN).evaluate(belowTheMean(60, random), List.of()),
                        Estimand.WITHIN_ADJUSTED));
        assertThat(naive).isGreaterThan(0.5);
        assertThat(knownMean).isBetween(0.03, 0.07);
    }

    private static double rateWithEstimatedMean(int lenders, boolean takenForKnown, Drawing failures) {
        return rate(1_000, 5, random -> {
            List<CustomerWithoutFailure> others = others(draw(lenders, random), x -> x);
            double mean = others.stream()
                    .mapToDouble(person -> person.before().getAsDouble())
                    .average()
                    .orElseThrow();
            RecoveryParadox test = takenForKnown ? TEST.withPopulationMean(mean) : TEST;
            return isParadox(test.evaluate(failures.draw(random), others), Estimand.WITHIN_ADJUSTED);
        });
    }

    private interface Drawing {
        List<CustomerWithFailure> draw(Random random);
    }

    @Test
    void theErrorOfAnEstimatedMeanBelongsToTheAdjustedInterval() {
        Drawing anybody = random -> failed(draw(60, random), x -> x);
        assertThat(rateWithEstimatedMean(15, false, anybody)).isBetween(0.03, 0.07);
        assertThat(rateWithEstimatedMean(15, true, anybody)).isGreaterThan(0.09);
    }

    /** The estimated slope enters both the effect and its standard error; that takes many customers without a failure to wear off. */
    @Test
    void theAdjustedIntervalIsALittleTooNarrowWhereFewCustomersEstimateTheMean() {
        Drawing unhappy = random -> belowTheMean(120, random);
        assertThat(rateWithEstimatedMean(10, false, unhappy)).isBetween(0.055, 0.105);
        assertThat(rateWithEstimatedMean(100, false, unhappy)).isBetween(0.03, 0.07);
    }

    @Test
    void shuffledGroupsAreRarelyPositive() {
        List<Person> people = new ArrayList<>(draw(120, new Random(1)));
        double controlled = rate(600, 2, random -> {
            Collections.shuffle(people, random);
            return isParadox(split(people), Estimand.CONTROLLED);
        });
        double all = rate(600, 2, random -> {
            Collections.shuffle(people, random);
            return split(people).verdict() == ParadoxEffect.Verdict.PARADOX;
        });
        assertThat(controlled).isBetween(0.03, 0.07);
        assertThat(all).isLessThan(0.06);
    }

    private static ParadoxResult split(List<Person> people) {
        return TEST.evaluate(failed(people.subList(0, 50), x -> x), others(people.subList(50, people.size()), x -> x));
    }
}

package io.github.cxkit.recovery.paradox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.recovery.paradox.ParadoxResult.RequiredCustomers;
import io.github.cxkit.recovery.paradox.ParadoxResult.Selection;
import io.github.cxkit.recovery.paradox.ParadoxResult.SelectionCriterion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryParadoxTest {

    private static final RecoveryParadox TEST = RecoveryParadox.on("overall satisfaction", Scale.highIsGood(1, 7));
    private static final RecoveryParadox WIDE =
            RecoveryParadox.on("outcome", Scale.highIsGood(-50, 50)).withPopulationMean(1);

    @Test
    void theExampleOfTheDocumentation() {
        List<CustomerWithFailure> withFailure = Customers.failedExample();
        List<CustomerWithoutFailure> withoutFailure = Customers.othersExample();
        RecoveryParadox test = RecoveryParadox.on("overall satisfaction", Scale.highIsGood(1, 7))
                .withNonInferiorityMargin(0.3);
        ParadoxResult result = test.evaluate(withFailure, withoutFailure);
        assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.APPARENT);
        assertThat(result)
                .hasToString("overall satisfaction: APPARENT. Only apparent: it shows \"within customers\" and"
                        + " \"controlled\" and \"controlled by ANCOVA\", but not \"within customers, adjusted\".");
        assertThat(result.reasons())
                .containsExactly(
                        "Only apparent: it shows \"within customers\" and \"controlled\" and \"controlled by ANCOVA\", but not"
                                + " \"within customers, adjusted\".",
                        "Within customers 0.67 (90% CI 0.21 to 1.13, n=12): PARADOX.",
                        "Within customers, adjusted 0.40 (90% CI 0.00 to 0.81, n=12): INCONCLUSIVE.",
                        "Between groups 0.17 (90% CI -0.31 to 0.64, n=27): INCONCLUSIVE.",
                        "Controlled 0.60 (90% CI 0.08 to 1.12, n=27): PARADOX.",
                        "Controlled by ANCOVA 0.38 (90% CI 0.01 to 0.74, n=27): PARADOX.");
        assertThat(result.effect(Estimand.CONTROLLED).estimate().orElseThrow())
                .hasToString("0.60 (90% CI 0.08 to 1.12, n=27)");
        assertThat(result.effect(Estimand.CONTROLLED))
                .hasToString("controlled 0.60 (90% CI 0.08 to 1.12, n=27): PARADOX");
        assertThat(result.isApparent()).isTrue();
    }

    @Test
    void theExampleOfTheJavadoc() {
        RecoveryParadox test = RecoveryParadox.on("overall satisfaction", Scale.highIsGood(1, 7))
                .withSmallestEffectOfInterest(0.1)
                .withNonInferiorityMargin(0.3)
                .withRecoveredFrom(70);
        List<CustomerWithFailure> withFailure = Customers.failedExample().stream()
                .map(customer -> customer.withObservedFairness(82))
                .toList();
        ParadoxResult result = test.evaluate(withFailure, Customers.othersExample());
        assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.RESTORED);
        assertThat(result.isApparent()).isTrue();
        assertThat(result.effect(Estimand.CONTROLLED).verdict()).isEqualTo(ParadoxEffect.Verdict.RESTORED);
        assertThat(result.effect(Estimand.CONTROLLED).estimate().orElseThrow())
                .hasToString("0.60 (90% CI 0.08 to 1.12, n=27)");
    }

    @Nested
    class Verdicts {

        /** Gains of mean 3 against gains of mean 0, with before scores about the mean of 1. */
        private final List<CustomerWithFailure> better =
                Customers.failedWithGains(3, 3.2, 2.8, 3.1, 2.9, 3, 3.3, 2.7, 3);

        private final List<CustomerWithFailure> slightlyWorse =
                Customers.failedWithGains(-.3, -.1, -.2, -.15, -.25, -.2, -.2, -.3, -.1);
        private final List<CustomerWithoutFailure> steady =
                Customers.othersWithGains(0, .1, -.1, .05, -.05, 0, .1, -.1, 0);

        @Test
        void paradoxWhereControlledAndAdjustedAgree() {
            ParadoxResult result = WIDE.withSmallestEffectOfInterest(1).evaluate(better, steady);
            assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.PARADOX);
            assertThat(result.isApparent()).isFalse();
            assertThat(result.reasons().get(0))
                    .isEqualTo(
                            "Recovered customers gained more than customers without a failure, and they gained beyond the"
                                    + " drift back to the mean.");
        }

        @Test
        void noParadoxBelowTheSmallestEffectOfInterest() {
            ParadoxResult result = WIDE.withSmallestEffectOfInterest(3.5).evaluate(better, steady);
            assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.INCONCLUSIVE);
            assertThat(result.reasons().get(0)).isEqualTo("The controlled interval settles nothing.");
            assertThat(result.reasons().get(1)).isEqualTo("No margin was stated, so nothing can be called restored.");
        }

        @Test
        void apparentWhereThereIsNobodyToCompareWith() {
            ParadoxResult result = WIDE.evaluate(better, List.of());
            assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.APPARENT);
            assertThat(result.effect(Estimand.WITHIN_ADJUSTED).verdict()).isEqualTo(ParadoxEffect.Verdict.PARADOX);
            assertThat(result.effect(Estimand.CONTROLLED).verdict()).isEqualTo(ParadoxEffect.Verdict.NOT_ESTIMABLE);
            assertThat(result.reasons().get(0))
                    .isEqualTo(
                            "Only apparent: it shows \"within customers\" and \"within customers, adjusted\", but not"
                                    + " \"controlled\".");
        }

        @Test
        void restoredWhereTheControlledShortfallIsBelowTheMarginAndFlaggedWhereItIsReal() {
            ParadoxResult result = WIDE.withNonInferiorityMargin(0.5).evaluate(slightlyWorse, steady);
            assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.RESTORED);
            assertThat(result.effect(Estimand.CONTROLLED).isRestoredButLower()).isTrue();
            assertThat(result.effect(Estimand.CONTROLLED_ANCOVA).verdict()).isEqualTo(ParadoxEffect.Verdict.RESTORED);
            assertThat(result.effect(Estimand.WITHIN).verdict()).isEqualTo(ParadoxEffect.Verdict.DEFICIT);
            assertThat(result.effect(Estimand.WITHIN).isRestoredButLower()).isFalse();
            assertThat(result.effect(Estimand.WITHIN_ADJUSTED).verdict()).isEqualTo(ParadoxEffect.Verdict.DEFICIT);
            assertThat(result.reasons().get(0))
                    .isEqualTo(
                            "Recovered customers lost against customers without a failure, but less than the margin.");
        }

        @Test
        void restoredWithoutAFlagWhereTheShortfallMayBeNone() {
            ParadoxResult result = WIDE.withNonInferiorityMargin(0.5)
                    .evaluate(Customers.failedWithGains(0, .2, -.2, .1, -.1, 0, .15, -.15, 0), steady);
            assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.RESTORED);
            assertThat(result.effect(Estimand.CONTROLLED).isRestoredButLower()).isFalse();
            assertThat(result.reasons().get(0))
                    .isEqualTo(
                            "Recovered customers are at most the margin below where they would be without a failure.");
            assertThat(result.reasons()).hasSize(6);
            assertThat(result.isApparent()).isFalse();
        }

        @Test
        void deficitWhereTheShortfallExceedsTheMarginOrNoneWasStated() {
            assertThat(WIDE.withNonInferiorityMargin(0.1)
                            .evaluate(slightlyWorse, steady)
                            .verdict())
                    .isEqualTo(ParadoxEffect.Verdict.DEFICIT);
            ParadoxResult result = WIDE.evaluate(slightlyWorse, steady);
            assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.DEFICIT);
            assertThat(result.reasons().get(0))
                    .isEqualTo("Recovered customers lost against customers without a failure.");
            assertThat(result.effect(Estimand.CONTROLLED).isRestoredButLower()).isFalse();
        }

        @Test
        void aGainThatEverybodyMadeIsADeficitAndOnlyApparent() {
            ParadoxResult result =
                    WIDE.evaluate(better, Customers.othersWithGains(5, 5.1, 4.9, 5, 5.2, 4.8, 5, 5.1, 4.9));
            assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.DEFICIT);
            assertThat(result.isApparent()).isTrue();
            assertThat(result.reasons())
                    .contains(
                            "The paradox that shows \"within customers\" and \"within customers, adjusted\" is only apparent.");
        }

        @Test
        void aDeficitWithoutAnyParadoxIsNotApparent() {
            ParadoxResult result = WIDE.evaluate(slightlyWorse, steady);
            assertThat(result.isApparent()).isFalse();
            assertThat(result.reasons()).noneMatch(reason -> reason.contains("only apparent"));
        }

        @Test
        void notEstimableWithoutAnybody() {
            ParadoxResult result = TEST.evaluate(List.of(), List.of());
            assertThat(result.verdict()).isEqualTo(ParadoxEffect.Verdict.NOT_ESTIMABLE);
            assertThat(result.reasons().get(0))
                    .isEqualTo("The controlled estimand decides, and it cannot be estimated.");
            assertThat(result.reasons())
                    .contains("Between groups (fewer than 2 customers with a failure answered after): NOT_ESTIMABLE.");
            assertThat(result.withFailure().atCeilingBefore().isEmpty()).isTrue();
            assertThat(result.hedgesG()).isEmpty();
        }
    }

    @Nested
    class WithoutANumber {

        private void assertReason(ParadoxResult result, Estimand estimand, String reason) {
            ParadoxEffect effect = result.effect(estimand);
            assertThat(effect.reason()).hasValue(reason);
            assertThat(effect.verdict()).isEqualTo(ParadoxEffect.Verdict.NOT_ESTIMABLE);
            assertThat(effect.estimate()).isEmpty();
            assertThat(effect.score()).isEmpty();
            assertThat(effect.pValue()).isEmpty();
            assertThat(effect.pValueOfAtLeast(0)).isEmpty();
            assertThat(effect.isRestoredButLower()).isFalse();
        }

        @Test
        void oneCustomerInAGroup() {
            ParadoxResult one = TEST.evaluate(List.of(CustomerWithFailure.of(4, 5)), Customers.othersExample());
            assertReason(one, Estimand.WITHIN, "fewer than 2 customers with a failure answered both times");
            assertReason(one, Estimand.WITHIN_ADJUSTED, "fewer than 3 customers with a failure answered both times");
            assertReason(one, Estimand.BETWEEN, "fewer than 2 customers with a failure answered after");
            assertReason(one, Estimand.CONTROLLED, "fewer than 2 customers with a failure answered both times");
            assertThat(one.effect(Estimand.CONTROLLED_ANCOVA).estimate()).isPresent();
            ParadoxResult other = TEST.evaluate(Customers.failedExample(), List.of(CustomerWithoutFailure.of(4, 5)));
            assertReason(other, Estimand.BETWEEN, "fewer than 2 customers without a failure answered after");
            assertReason(other, Estimand.CONTROLLED, "fewer than 2 customers without a failure answered both times");
            assertReason(
                    other,
                    Estimand.WITHIN_ADJUSTED,
                    "the population mean is not given, and fewer than 2 customers without a failure answered before");
            assertThat(other.hedgesG()).isEmpty();
        }

        @Test
        void twoCustomersHaveAGainButNoRegression() {
            ParadoxResult result = TEST.evaluate(
                    List.of(CustomerWithFailure.of(4, 5), CustomerWithFailure.of(3, 6)), Customers.othersExample());
            assertThat(result.effect(Estimand.WITHIN).estimate()).isPresent();
            assertReason(result, Estimand.WITHIN_ADJUSTED, "fewer than 3 customers with a failure answered both times");
        }

        @Test
        void nobodyInAGroupHasNoAncova() {
            String reason = "fewer than 4 customers, or none in a group, answered both times";
            assertReason(TEST.evaluate(Customers.failedExample(), List.of()), Estimand.CONTROLLED_ANCOVA, reason);
            assertReason(TEST.evaluate(List.of(), Customers.othersExample()), Estimand.CONTROLLED_ANCOVA, reason);
            assertReason(
                    TEST.evaluate(
                            List.of(CustomerWithFailure.of(4, 5), CustomerWithFailure.of(3, 6)),
                            List.of(CustomerWithoutFailure.of(4, 5))),
                    Estimand.CONTROLLED_ANCOVA,
                    reason);
        }

        @Test
        void equalGains() {
            String reason = "no customer's value differs from the others of the group";
            String adjusted = "the outcomes before tell those after exactly";
            ParadoxResult result =
                    WIDE.evaluate(Customers.failedWithGains(1, 1, 1, 1), Customers.othersWithGains(0, 0, 0, 0));
            assertReason(result, Estimand.WITHIN, reason);
            assertReason(result, Estimand.WITHIN_ADJUSTED, adjusted);
            assertReason(result, Estimand.CONTROLLED, reason);
            assertReason(result, Estimand.CONTROLLED_ANCOVA, adjusted);
            assertThat(result.effect(Estimand.WITHIN)).hasToString("within customers (" + reason + "): NOT_ESTIMABLE");
            assertThat(result.effect(Estimand.BETWEEN).estimate()).isPresent();
        }

        @Test
        void gainsThatDifferByRoundingAloneAreEqual() {
            double[] before = {1.1, 2.3, 3.7, 4.9};
            List<CustomerWithFailure> failed = Customers.failed(before, Customers.map(before, x -> x + 0.1));
            ParadoxResult result = TEST.withPopulationMean(4).evaluate(failed, List.of());
            assertThat(result.effect(Estimand.WITHIN).reason())
                    .hasValue("no customer's value differs from the others of the group");
            assertThat(result.effect(Estimand.WITHIN_ADJUSTED).reason())
                    .hasValue("the outcomes before tell those after exactly");
        }

        @Test
        void equalAnswersBefore() {
            double[] same = {4.1, 4.1, 4.1, 4.1, 4.1};
            List<CustomerWithFailure> failed = Customers.failed(same, new double[] {3, 4, 5, 6, 7});
            ParadoxResult result = TEST.evaluate(failed, Customers.others(same, new double[] {3, 4, 4, 5, 6}));
            assertReason(result, Estimand.WITHIN_ADJUSTED, "all customers with a failure gave the same answer before");
            assertReason(result, Estimand.CONTROLLED_ANCOVA, "all customers of a group gave the same answer before");
            assertThat(result.effect(Estimand.WITHIN).estimate()).isPresent();
        }

        @Test
        void equalAnswersOfEverybodyAfter() {
            double[] fives = {5, 5, 5, 5};
            ParadoxResult result =
                    TEST.evaluate(Customers.failed(new double[] {1, 2, 3, 5}, fives), Customers.others(fives, fives));
            assertReason(result, Estimand.BETWEEN, "no customer's value differs from the others of the group");
            assertThat(result.hedgesG()).isEmpty();
        }
    }

    @Test
    void oneGroupThatDoesNotVaryIsNotKnownExactlyAndTheOtherAloneTellsNothing() {
        double[] sixes = {6, 6, 6, 6};
        ParadoxResult result = TEST.evaluate(Customers.failedExample(), Customers.others(sixes, sixes));
        for (Estimand estimand : new Estimand[] {Estimand.CONTROLLED, Estimand.BETWEEN}) {
            assertThat(result.effect(estimand).reason())
                    .contains("all customers without a failure have the same value");
        }
        assertThat(result.effect(Estimand.WITHIN).estimate()).isPresent();
    }

    @Nested
    class Facts {

        private final List<CustomerWithFailure> failed = List.of(
                CustomerWithFailure.of(7, 6).withObservedFairness(90),
                CustomerWithFailure.of(5, 7).withObservedFairness(70).withFailures(2),
                CustomerWithFailure.of(4, 7).withObservedFairness(80),
                CustomerWithFailure.withoutAnswerAfter(3).withObservedFairness(75),
                CustomerWithFailure.withoutAnswerBefore(5).withObservedFairness(100),
                CustomerWithFailure.of(4, 4).withObservedFairness(69.9).withFailures(3),
                CustomerWithFailure.of(4, 3));
        private final List<CustomerWithoutFailure> others = List.of(
                CustomerWithoutFailure.of(7, 7),
                CustomerWithoutFailure.of(5, 6),
                CustomerWithoutFailure.withoutAnswerAfter(4),
                CustomerWithoutFailure.withoutAnswerBefore(6));

        @Test
        void whoWasSelectedAndByWhat() {
            Selection selection =
                    TEST.withRecoveredFrom(70).evaluate(failed, others).selection();
            assertThat(selection.seen()).isEqualTo(7);
            assertThat(selection.selected()).isEqualTo(5);
            assertThat(selection.belowFairness()).isEqualTo(1);
            assertThat(selection.unknownFairness()).isEqualTo(1);
            assertThat(selection.withSeveralFailures()).isEqualTo(1);
            assertThat(selection.fairnessAtLeast()).hasValue(70);
            assertThat(selection)
                    .hasToString("5 of 7 customers with a failure, those with an observed fairness of at least 70.0 (1"
                            + " below, 1 unknown)");
        }

        @Test
        void aDeclaredSelectionIsNotAskedFor() {
            ParadoxResult result =
                    TEST.withSelectedBeforehand(SelectionCriterion.BY_LOT).evaluate(failed, others);
            assertThat(result.caveats())
                    .contains("Tested were all 7 customers with a failure, drawn by lot beforehand.");
        }

        @Test
        void customersWhoAreNotSelectedMustBeOnTheScaleAsWell() {
            RecoveryParadox test = TEST.withRecoveredFrom(70);
            for (CustomerWithFailure notSelected : List.of(
                    CustomerWithFailure.of(55, 5).withObservedFairness(20),
                    CustomerWithFailure.of(5, 55).withObservedFairness(20),
                    CustomerWithFailure.withoutAnswerAfter(55),
                    CustomerWithFailure.withoutAnswerBefore(55))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> test.evaluate(List.of(notSelected), others))
                        .withMessageContaining(", but was 55");
            }
        }

        @Test
        void aTestTellsWhatItAsksFor() {
            RecoveryParadox plain = RecoveryParadox.on("loyalty", Scale.highIsGood(1, 7));
            assertThat(plain)
                    .hasToString("RecoveryParadox[loyalty on " + Scale.highIsGood(1, 7)
                            + ", smallest effect of interest 0.0]");
            assertThat(plain.withSmallestEffectOfInterest(0.1)
                            .withNonInferiorityMargin(0.3)
                            .withRecoveredFrom(70)
                            .withPopulationMean(4.5)
                            .withSelectedBeforehand(SelectionCriterion.COMPLAINED)
                            .toString())
                    .endsWith(", smallest effect of interest 0.1, margin 0.3, recovered from 70.0, population mean 4.5,"
                            + " selected for having complained beforehand]");
        }

        @Test
        void withoutAThresholdAllAreSelected() {
            ParadoxResult result = TEST.evaluate(failed, others);
            assertThat(result.selection()).hasToString("all 7 customers with a failure that were given");
            assertThat(result.selection().selected()).isEqualTo(7);
            assertThat(result.selection().withSeveralFailures()).isEqualTo(2);
            assertThat(result.caveats())
                    .contains(
                            "Tested were all 7 customers with a failure that were given. If these had been selected before, say by"
                                    + " what: withSelectedBeforehand.",
                            "2 of 7 selected customers had more than one failure; the paradox was reported after the first"
                                    + " only.");
        }

        @Test
        void ceilingSilenceAndNumbersOfBothGroups() {
            ParadoxResult result = TEST.withRecoveredFrom(70).evaluate(failed, others);
            ParadoxResult.Group recovered = result.withFailure();
            assertThat(recovered.customers()).isEqualTo(5);
            assertThat(recovered.answeredBoth()).isEqualTo(3);
            assertThat(recovered.atCeilingBefore().value()).isEqualTo(25);
            assertThat(recovered.atCeilingAfter().value()).isEqualTo(50);
            assertThat(recovered.withoutAnswerAfter().value()).isEqualTo(20);
            ParadoxResult.Group compared = result.withoutFailure();
            assertThat(compared.customers()).isEqualTo(4);
            assertThat(compared.answeredBoth()).isEqualTo(2);
            assertThat(compared.atCeilingBefore().counted()).isEqualTo(1);
            assertThat(compared.atCeilingAfter().count()).isEqualTo(3);
            assertThat(compared.withoutAnswerAfter().counted()).isEqualTo(1);
            assertThat(result.effect(Estimand.WITHIN).customersWithFailure()).isEqualTo(3);
            assertThat(result.effect(Estimand.WITHIN).customersWithoutFailure()).isZero();
            assertThat(result.effect(Estimand.WITHIN_ADJUSTED).customersWithoutFailure())
                    .isZero();
            assertThat(result.effect(Estimand.BETWEEN).customersWithFailure()).isEqualTo(4);
            assertThat(result.effect(Estimand.BETWEEN).customersWithoutFailure())
                    .isEqualTo(3);
            assertThat(result.effect(Estimand.BETWEEN).estimate().orElseThrow().count())
                    .isEqualTo(7);
            assertThat(result.effect(Estimand.CONTROLLED).customersWithFailure())
                    .isEqualTo(3);
            assertThat(result.effect(Estimand.CONTROLLED).customersWithoutFailure())
                    .isEqualTo(2);
            assertThat(result.outcome()).isEqualTo("overall satisfaction");
        }

        @Test
        void caveatsInSentences() {
            assertThat(TEST.withRecoveredFrom(70).evaluate(failed, others).caveats())
                    .contains(
                            "The verdict is about overall satisfaction alone; it says nothing about buying again or recommending.",
                            "1 of 4 customers with a failure were at the best point of the scale before and could not gain.",
                            "1 of 5 customers with a failure did not answer afterwards; those who left for good are among them.",
                            "1 of 3 customers without a failure were at the best point of the scale before and could not gain.",
                            "1 of 4 customers without a failure did not answer afterwards; those who left for good are among"
                                    + " them.",
                            "With 3 and 2 customers a small effect would probably be missed: one of 0.2 standard deviations takes"
                                    + " 310 in each group, or 156 asked before and after.",
                            "The mean to which outcomes drift back is estimated by 3 customers without a failure, before; its"
                                    + " standard error is part of the adjusted interval, which with fewer than 100 is still a"
                                    + " little too narrow.");
        }

        @Test
        void noCaveatWithoutCause() {
            List<CustomerWithFailure> many = new ArrayList<>();
            List<CustomerWithoutFailure> compared = new ArrayList<>();
            for (int i = 0; i < 310; i++) {
                many.add(CustomerWithFailure.of(2 + i % 4, 2 + i % 3));
                compared.add(CustomerWithoutFailure.of(2 + i % 4, 2 + i % 3));
            }
            List<String> known =
                    TEST.withPopulationMean(4).evaluate(many, compared).caveats();
            assertThat(known)
                    .hasSize(4)
                    .last()
                    .asString()
                    .startsWith("Groups selected by satisfaction with the recovery are refused: ")
                    .contains("0.39 points");
            assertThat(TEST.evaluate(many, compared).caveats())
                    .hasSize(5)
                    .contains(
                            "The mean to which outcomes drift back is estimated by 310 customers without a failure, before;"
                                    + " its standard error is part of the adjusted interval.");
            assertThat(TEST.evaluate(many, compared.subList(0, 309)).caveats())
                    .anyMatch(caveat -> caveat.startsWith("With 310 and 309 customers"));
            assertThat(TEST.evaluate(many.subList(0, 309), compared).caveats())
                    .anyMatch(caveat -> caveat.startsWith("With 309 and 310 customers"));
        }

        @Test
        void differentVerdictsOfBothControlledEstimandsAreACaveat() {
            ParadoxResult result = TEST.withSmallestEffectOfInterest(0.05)
                    .evaluate(Customers.failedExample(), Customers.othersExample());
            assertThat(result.caveats())
                    .contains(
                            "The difference in differences and ANCOVA lead to different verdicts (PARADOX and INCONCLUSIVE):"
                                    + " the groups differed before, and it is open which of the two corrects for that.");
        }

        @Test
        void onAScaleWhereLowIsGoodTheLowestPointIsTheCeiling() {
            ParadoxResult result = RecoveryParadox.on("effort", Scale.lowIsGood(1, 7))
                    .evaluate(List.of(CustomerWithFailure.of(1, 2), CustomerWithFailure.of(7, 3)), List.of());
            assertThat(result.withFailure().atCeilingBefore().counted()).isEqualTo(1);
            assertThat(result.withFailure().atCeilingAfter().counted()).isZero();
            assertThat(result.effect(Estimand.WITHIN).estimate().orElseThrow().value())
                    .isCloseTo(1.5, within(1e-12));
        }
    }

    @Nested
    class SelectionBeforehand {

        @ParameterizedTest
        @EnumSource(names = {"RECOVERY_SATISFACTION", "OUTCOME_AFTER"})
        void isRefusedWhereItMakesAParadoxOutOfNothing(SelectionCriterion criterion) {
            assertThat(criterion.isAdmitted()).isFalse();
            assertThatThrownBy(() -> TEST.withSelectedBeforehand(criterion))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("criterion must be admitted, but was " + criterion + ": " + criterion.objection()
                            + "\nMaybe give all customers with a failure and use withRecoveredFrom(observed fairness).")
                    .hasMessageContaining("no verdict rule protects against it");
        }

        @ParameterizedTest
        @EnumSource(
                names = {"RECOVERY_SATISFACTION", "OUTCOME_AFTER"},
                mode = EnumSource.Mode.EXCLUDE)
        void isReportedOtherwise(SelectionCriterion criterion) {
            ParadoxResult result = TEST.withSelectedBeforehand(criterion)
                    .evaluate(Customers.failedExample(), Customers.othersExample());
            assertThat(criterion.isAdmitted()).isTrue();
            assertThat(criterion.objection()).isEmpty();
            assertThat(result.selection().beforehand()).hasValue(criterion);
            assertThat(result.selection())
                    .hasToString("all 12 customers with a failure, " + criterion.words() + " beforehand");
            assertThat(criterion.words()).matches("drawn by lot|selected (by|for) .*");
            assertThat(result.caveats().stream()
                            .anyMatch(caveat -> caveat.contains("drifts back to the mean by itself")))
                    .isEqualTo(criterion == SelectionCriterion.OUTCOME_BEFORE);
        }

        @Test
        void maySelectAgainByFairness() {
            assertThat(TEST.withSelectedBeforehand(SelectionCriterion.COMPLAINED)
                            .withRecoveredFrom(50)
                            .evaluate(Customers.failedExample(), List.of())
                            .selection())
                    .hasToString(
                            "0 of 12 customers with a failure, selected for having complained beforehand, those with an"
                                    + " observed fairness of at least 50.0 (0 below, 12 unknown)");
        }
    }

    @Nested
    class BadInput {

        @Test
        void outcomesThatAreNotOnTheScale() {
            assertThatThrownBy(() -> TEST.evaluate(List.of(CustomerWithFailure.of(8, 5)), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("before must be in [1, 7], but was 8");
            assertThatThrownBy(() -> TEST.evaluate(List.of(), List.of(CustomerWithoutFailure.of(5, 0.5))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("after must be in [1, 7], but was 0.5");
        }

        @Test
        void thresholds() {
            assertThatThrownBy(() -> TEST.withSmallestEffectOfInterest(-0.1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("smallest effect of interest must be in [0, ∞), but was -0.1");
            assertThatThrownBy(() -> TEST.withSmallestEffectOfInterest(Double.POSITIVE_INFINITY))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> TEST.withNonInferiorityMargin(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("margin must be in (0, ∞), but was 0.0");
            assertThatThrownBy(() -> TEST.withNonInferiorityMargin(Double.POSITIVE_INFINITY))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> TEST.withRecoveredFrom(100.5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("observed fairness must be in [0, 100], but was 100.5");
            assertThatThrownBy(() -> TEST.withPopulationMean(7.5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("population mean must be in [1, 7], but was 7.5");
            assertThatThrownBy(() -> RecoveryParadox.on(" ", Scale.highIsGood(1, 7)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("outcome must not be blank");
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
        void outcomesThatAreNoNumbers(double value) {
            assertThatThrownBy(() -> CustomerWithFailure.of(value, 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("before must be finite, but was " + value);
            assertThatThrownBy(() -> CustomerWithFailure.withoutAnswerBefore(value))
                    .hasMessage("after must be finite, but was " + value);
            assertThatThrownBy(() -> CustomerWithoutFailure.withoutAnswerAfter(value))
                    .hasMessage("before must be finite, but was " + value);
            assertThatThrownBy(() -> CustomerWithoutFailure.withoutAnswerBefore(value))
                    .hasMessage("after must be finite, but was " + value);
            assertThatThrownBy(() -> TEST.evaluate(Customers.failedExample(), List.of())
                            .effect(Estimand.WITHIN)
                            .pValueOfAtMost(value))
                    .hasMessage("bound must be finite, but was " + value);
        }

        @Test
        void customersWithoutAFailureAmongThoseWithOne() {
            assertThatThrownBy(() -> CustomerWithFailure.of(5, 5).withFailures(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("failures must be at least 1, but was 0");
            assertThatThrownBy(() -> CustomerWithFailure.of(5, 5).withObservedFairness(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("observed fairness must be in [0, 100], but was -1");
        }

        @Test
        void effectsOfNoSize() {
            assertThatThrownBy(() -> RequiredCustomers.forEffect(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("standardized effect must be in [1.0E-6, 10], but was 0");
        }

        @Test
        void partsThatDoNotAddUp() {
            assertThatThrownBy(() -> new Selection(Optional.empty(), OptionalDouble.empty(), 5, 3, 1, 0, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("selected and left out must add up to 5, but were 4");
        }

        @Test
        void resultsWithoutAllEstimands() {
            ParadoxResult result = TEST.evaluate(List.of(), List.of());
            assertThatThrownBy(() -> new ParadoxResult(
                            result.outcome(),
                            result.selection(),
                            result.withFailure(),
                            result.withoutFailure(),
                            Collections.emptyMap(),
                            result.hedgesG(),
                            result.verdict(),
                            result.reasons(),
                            result.caveats()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("effects must hold all 5 estimands, but held []");
        }
    }

    @Test
    void equalCustomersGiveEqualResults() {
        ParadoxResult one = TEST.evaluate(Customers.failedExample(), Customers.othersExample());
        ParadoxResult same = TEST.evaluate(Customers.failedExample(), Customers.othersExample());
        ParadoxResult other =
                TEST.withNonInferiorityMargin(1).evaluate(Customers.failedExample(), Customers.othersExample());
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
        assertThat(one.effect(Estimand.WITHIN))
                .isNotEqualTo(other.effect(Estimand.WITHIN))
                .isNotEqualTo(one.effect(Estimand.BETWEEN))
                .isNotEqualTo("within");
    }

    @Test
    void everyEstimandAsksAQuestion() {
        assertThat(Estimand.values())
                .extracting(Estimand::question)
                .doesNotHaveDuplicates()
                .allMatch(q -> q.endsWith("?"));
        assertThat(TEST.evaluate(List.of(), List.of()).effects().values())
                .extracting(ParadoxEffect::estimand)
                .containsExactly(Estimand.values());
    }

    @Test
    void customersFromOptionalOutcomes() {
        assertThat(CustomerWithFailure.of(OptionalDouble.of(5), OptionalDouble.empty()))
                .isEqualTo(CustomerWithFailure.withoutAnswerAfter(5));
        assertThat(CustomerWithFailure.of(OptionalDouble.empty(), OptionalDouble.of(5)))
                .isEqualTo(CustomerWithFailure.withoutAnswerBefore(5));
    }

    @Test
    void aResultInPlainValues() {
        ParadoxResult result = TEST.withRecoveredFrom(70)
                .evaluate(
                        Customers.failedExample().stream()
                                .map(customer -> customer.withObservedFairness(82))
                                .toList(),
                        Customers.othersExample());
        ParadoxResult.View view = result.view();
        ParadoxEffect within = result.effect(Estimand.WITHIN);

        assertThat(view)
                .isEqualTo(new ParadoxResult.View(
                        "overall satisfaction",
                        result.verdict().name(),
                        new ParadoxResult.Selection.SelectionView(null, 70.0, 12, 12, 0, 0, 0),
                        result.effects().values().stream()
                                .map(ParadoxEffect::view)
                                .toList(),
                        result.hedgesG().orElseThrow(),
                        result.reasons(),
                        result.caveats()));
        assertThat(view.effects()).hasSize(Estimand.values().length);
        assertThat(within.view())
                .isEqualTo(new ParadoxEffect.View(
                        "WITHIN",
                        within.verdict().name(),
                        within.estimate().orElseThrow().view(),
                        null,
                        12,
                        within.customersWithoutFailure()));
    }

    @Test
    void whatCannotBeEstimatedSaysWhyInPlainValues() {
        ParadoxEffect.View between = TEST.evaluate(Customers.failedExample(), List.of())
                .effect(Estimand.BETWEEN)
                .view();

        assertThat(between.effect()).isNull();
        assertThat(between.reason()).isNotBlank();
        assertThat(between.verdict()).isEqualTo("NOT_ESTIMABLE");
    }
}

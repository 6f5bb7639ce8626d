package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.ended;
import static io.github.cxkit.recovery.Cases.handled;
import static io.github.cxkit.recovery.Cases.redressed;
import static io.github.cxkit.recovery.Cases.treated;
import static io.github.cxkit.recovery.FairnessDimension.COMPENSATION;
import static io.github.cxkit.recovery.FairnessDimension.INTERACTION;
import static io.github.cxkit.recovery.FairnessDimension.PROCESS;
import static io.github.cxkit.recovery.FairnessScorer.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.CaseFairness.EvidenceScore;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Redress.Resource;
import io.github.cxkit.recovery.Treatment.Apology;
import io.github.cxkit.recovery.Treatment.Violation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FairnessScorerTest {

    private static final FairnessPolicy DEFAULT = FairnessPolicy.DEFAULT;
    private static final FairnessScorer SCORER = FairnessScorer.withDefaults();
    private static final Offset<Double> SHOWN = within(1e-8);
    private static final RecoveryCase NOTHING_KNOWN = RecoveryCase.of(Failure.outcome());

    @Test
    void theWorkedCaseInFull() {
        CaseFairness score = SCORER.score(Cases.REJECTED);
        assertThat(score.overall()).hasValueCloseTo(76.55247675, SHOWN);
        assertInterval(score.bounds(), 67.44794394, 78.34537984);
        assertThat(score.weakest()).contains(COMPENSATION);
        assertThat(score.isFair()).contains(true);

        DimensionScore process = score.dimension(PROCESS);
        assertThat(process.point()).hasValueCloseTo(82.43789080, SHOWN);
        assertThat(process.coverage()).isCloseTo(6 / 6.5, within(1e-15));
        assertInterval(process.bounds(), 76.09651458, 83.78882227);
        DimensionScore interaction = score.dimension(INTERACTION);
        assertThat(interaction.point()).hasValueCloseTo(83.88888889, SHOWN);
        assertThat(interaction.coverage()).isEqualTo(0.75);
        assertInterval(interaction.bounds(), 62.91666667, 87.91666667);
        DimensionScore compensation = score.dimension(COMPENSATION);
        assertThat(compensation.point()).hasValueCloseTo(63.33065057, SHOWN);
        assertThat(compensation.coverage()).isEqualTo(1);
        assertThat(compensation.bounds().width()).isZero();

        assertThat(score.pointsLost(PROCESS)).isCloseTo(5.85403640, SHOWN);
        assertThat(score.pointsLost(INTERACTION)).isCloseTo(5.37037037, SHOWN);
        assertThat(score.pointsLost(COMPENSATION)).isCloseTo(12.22311648, SHOWN);
        assertThat(score.compensationRatio()).hasValue(0.8);
        assertThat(score.caps()).isEmpty();
        assertThat(score.violations()).isEmpty();
        assertThat(score.notes())
                .containsExactly(
                        CaseFairness.Note.SENSITIVE_TO_WEIGHTS, CaseFairness.Note.MISSING_EVIDENCE_COULD_DECIDE);
        assertThat(score.policy()).isSameAs(DEFAULT);
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, SHOWN);
        assertThat(interval.upper()).isCloseTo(upper, SHOWN);
    }

    @Test
    void theLossesOfEachPieceAreProportionalToWhatItMisses() {
        CaseFairness score = SCORER.score(Cases.REJECTED);
        Map<CaseFairness.Factor, Double> lost = points(score.contributions());
        assertThat(lost.get(Evidence.PROMISES)).isCloseTo(100 / 3.0 * (1 / 3.0) / 6, within(1e-12));
        assertThat(lost.get(Evidence.CONTACTS)).isCloseTo(100 / 3.0 * (1 - 0.7225) / 6, within(1e-12));
        assertThat(lost.get(Evidence.EFFORT)).isCloseTo(100 / 3.0 * 0.25 / 3, within(1e-12));
        assertThat(lost.get(Evidence.REOPENINGS)).isZero();
        assertThat(lost).doesNotContainKeys(Evidence.CHOICE, Evidence.COURTESY);
        assertThat(score.contributions())
                .extracting(CaseFairness.Contribution::points)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(score.contributions().get(0)).hasToString("redress 12.2");
    }

    private static Map<CaseFairness.Factor, Double> points(List<CaseFairness.Contribution> contributions) {
        return contributions.stream()
                .collect(java.util.stream.Collectors.toMap(
                        CaseFairness.Contribution::factor, CaseFairness.Contribution::points));
    }

    @Test
    void theLossesSumUpAlsoWhereTheMeanIsGeometric() {
        CaseFairness score = by(DEFAULT.withPower(0).withCompensationCurve(CompensationCurve.SATISFACTION))
                .score(Cases.REJECTED);
        assertThat(score.contributions().stream()
                        .mapToDouble(CaseFairness.Contribution::points)
                        .sum())
                .isCloseTo(35.75752659, SHOWN);
    }

    @Test
    void whereNothingIsKnownThereAreOnlyBounds() {
        CaseFairness score = SCORER.score(NOTHING_KNOWN);
        assertThat(score.overall()).isEmpty();
        assertThat(score.bounds()).isEqualTo(new Interval(0, 100));
        assertThat(score.weightRobust()).isEmpty();
        assertThat(score.weakest()).isEmpty();
        assertThat(score.isFair()).isEmpty();
        assertThat(score.isSensitiveToWeights()).isFalse();
        assertThat(score.compensationRatio()).isEmpty();
        assertThat(score.isOverCompensated()).isFalse();
        assertThat(score.notes())
                .containsExactly(
                        CaseFairness.Note.NO_VIOLATION_REPORTED,
                        CaseFairness.Note.CORE_PROBLEM_UNKNOWN,
                        CaseFairness.Note.TOO_LITTLE_EVIDENCE,
                        CaseFairness.Note.MISSING_EVIDENCE_COULD_DECIDE);
        assertThatIllegalStateException()
                .isThrownBy(score::contributions)
                .withMessage("contributions are undefined without an overall score");
        assertThat(score).hasToString("observed fairness unknown (bounds 0.0 to 100.0)");
        assertThat(score.dimension(PROCESS)).hasToString("PROCESS unknown (bounds 0.0 to 100.0, coverage 0%)");
    }

    @Test
    void noDimensionBorrowsFromTheOthers() {
        CaseFairness score =
                SCORER.score(Cases.without(Cases.REJECTED, Evidence.APOLOGY, Evidence.EXPLANATION, Evidence.EFFORT));
        assertThat(score.dimension(INTERACTION).point()).isEmpty();
        assertThat(score.dimension(PROCESS).point()).isPresent();
        assertThat(score.overall()).isEmpty();
        assertThat(score.bounds().upper()).isCloseTo((83.788822265 + 100 + 63.330650566) / 3, within(1e-6));
        assertThat(score.notes()).contains(CaseFairness.Note.TOO_LITTLE_EVIDENCE);
    }

    @Test
    void halfOfTheEvidenceIsEnoughAndLessIsNot() {
        RecoveryCase half = Cases.without(Cases.REJECTED, Evidence.APOLOGY);
        assertThat(SCORER.score(half).dimension(INTERACTION).coverage()).isEqualTo(0.5);
        assertThat(SCORER.score(half).dimension(INTERACTION).point()).hasValue(87.5);
        RecoveryCase less = Cases.without(half, Evidence.EFFORT);
        assertThat(SCORER.score(less).dimension(INTERACTION).point()).isEmpty();
        assertThat(by(DEFAULT.withMinimumCoverage(0.25))
                        .score(less)
                        .dimension(INTERACTION)
                        .point())
                .hasValue(100);
        assertThat(by(DEFAULT.withMinimumCoverage(0))
                        .score(NOTHING_KNOWN)
                        .dimension(INTERACTION)
                        .point())
                .as("without any observation there is no point, whatever the minimum")
                .isEmpty();
    }

    @Test
    void withAcceptanceUnknownTheTwoCurvesAreTheBounds() {
        CaseFairness score = SCORER.score(Cases.WORKED);
        assertThat(score.dimension(COMPENSATION).point()).isEmpty();
        assertInterval(score.dimension(COMPENSATION).bounds(), 63.33065057, 92.30207577);
        assertThat(score.overall()).isEmpty();
        assertInterval(score.bounds(), 67.44794394, 88.00252157);
        assertThat(score.notes()).contains(CaseFairness.Note.ACCEPTANCE_UNKNOWN);
    }

    @Test
    void withAcceptanceUnknownAndFullRedressBothCurvesAgree() {
        CaseFairness score =
                SCORER.score(redressed(Cases.WORKED, r -> r.withCompensation(Compensation.of(Money.parse("EUR 200")))));
        assertThat(score.dimension(COMPENSATION).point()).hasValue(100);
        assertThat(score.overall()).isPresent();
        assertThat(score.notes()).doesNotContain(CaseFairness.Note.ACCEPTANCE_UNKNOWN);
    }

    @Test
    void whatDoesNotApplyLeavesTheDenominator() {
        CaseFairness unobserved = SCORER.score(Cases.REJECTED);
        CaseFairness inapplicable = SCORER.score(Cases.REJECTED.withNotApplicable(Evidence.CHOICE));
        assertThat(inapplicable.dimension(PROCESS).coverage()).isEqualTo(1);
        assertThat(inapplicable.dimension(PROCESS).point())
                .isEqualTo(unobserved.dimension(PROCESS).point());
        assertThat(inapplicable.dimension(PROCESS).bounds().width()).isZero();
        assertThat(by(DEFAULT.withEvidenceWeight(Evidence.CHOICE, 0))
                        .score(Cases.REJECTED)
                        .dimension(PROCESS))
                .isEqualTo(inapplicable.dimension(PROCESS));
    }

    @Test
    void withoutPromisesThereWereNoneToKeep() {
        DimensionScore process = SCORER.score(handled(
                        Cases.REJECTED, h -> h.withPromises(Promises.kept(0).outOf(0))))
                .dimension(PROCESS);
        assertThat(process.coverage()).isCloseTo(5 / 5.5, within(1e-15));
        assertThat(process.evidence()).extracting(EvidenceScore::evidence).doesNotContain(Evidence.PROMISES);
    }

    @Test
    void anApologyIsNotCalledForWhereTheFailureWasNotNoticed() {
        RecoveryCase unnoticed = RecoveryCase.of(Failure.process().withNoticed(false))
                .withTreatment(Treatment.UNKNOWN.withApology(Apology.NONE).withExplanation(1));
        CaseFairness score = SCORER.score(unnoticed);
        assertThat(score.dimension(INTERACTION).evidence())
                .extracting(EvidenceScore::evidence)
                .containsExactly(Evidence.COURTESY, Evidence.EFFORT, Evidence.EXPLANATION);
        assertThat(score.notes()).contains(CaseFairness.Note.FAILURE_NOT_NOTICED);
        CaseFairness noticed = SCORER.score(RecoveryCase.of(Failure.process().withNoticed(true))
                .withTreatment(Treatment.UNKNOWN.withApology(Apology.NONE).withExplanation(1)));
        assertThat(noticed.dimension(INTERACTION).point()).hasValue(50);
        assertThat(noticed.notes()).doesNotContain(CaseFairness.Note.FAILURE_NOT_NOTICED);
    }

    @Test
    void whereNothingWasLostTheOtherWeightsAreScaledUp() {
        RecoveryCase nothingLost = redressed(Cases.REJECTED, r -> r.withLoss(Loss.of(Money.parse("EUR 0"))));
        CaseFairness score = SCORER.score(nothingLost);
        DimensionScore compensation = score.dimension(COMPENSATION);
        assertThat(compensation.isApplicable()).isFalse();
        assertThat(compensation.point()).isEmpty();
        assertThat(compensation.evidence()).isEmpty();
        assertThat(compensation).hasToString("COMPENSATION not applicable");
        assertThatIllegalStateException()
                .isThrownBy(compensation::bounds)
                .withMessage("bounds of COMPENSATION are undefined: nothing in it applies");
        assertThatIllegalStateException().isThrownBy(compensation::coverage);
        assertThat(score.overall()).hasValueCloseTo((82.43789080 + 83.88888889) / 2, SHOWN);
        assertThat(score.pointsLost(COMPENSATION)).isZero();
        assertThat(score.compensationRatio()).isEmpty();
        assertThat(score.notes()).contains(CaseFairness.Note.WEIGHTS_RENORMALISED);
        assertThat(score.weakest()).contains(PROCESS);
        assertThat(by(DEFAULT.withWeights(FairnessWeights.TRANSACTION))
                        .score(nothingLost)
                        .overall())
                .as("2/3 and 1/3")
                .hasValueCloseTo((2 * 83.88888889 + 82.43789080) / 3, SHOWN);
    }

    @Test
    void aViolationCapsTheDimensionAndIsReported() {
        CaseFairness score =
                SCORER.score(treated(Cases.REJECTED, t -> t.withViolations(Violation.RUDE, Violation.UNTRUE)));
        DimensionScore interaction = score.dimension(INTERACTION);
        assertThat(interaction.point()).hasValue(25);
        assertThat(interaction.bounds()).isEqualTo(new Interval(25, 25));
        assertThat(interaction.cap()).contains(FairnessPolicy.Cap.VIOLATION);
        assertThat(interaction.toString()).endsWith("coverage 75%, capped: violation)");
        assertThat(score.caps()).containsExactly(FairnessPolicy.Cap.VIOLATION);
        assertThat(score.violations()).containsExactly(Violation.RUDE, Violation.UNTRUE);
        Map<CaseFairness.Factor, Double> lost = points(score.contributions());
        assertThat(lost.get(FairnessPolicy.Cap.VIOLATION)).isCloseTo((83.88888889 - 25) / 3, SHOWN);
        assertThat(lost.get(Evidence.APOLOGY)).isCloseTo(100 / 9.0 * (1 - 0.76666666667), SHOWN);
        assertThat(score.pointsLost(INTERACTION)).isCloseTo(25, within(1e-12));
    }

    @Test
    void aCapOnADimensionThatIsLowAnywayIsNoCap() {
        CaseFairness score = SCORER.score(treated(
                Cases.REJECTED,
                t -> t.withViolations(Violation.RUDE)
                        .withApology(Apology.NONE)
                        .withCourtesy(0)
                        .withEffort(0)
                        .withExplanation(0.8)));
        assertThat(score.dimension(INTERACTION).point()).hasValueCloseTo(20.0, within(1e-12));
        assertThat(score.caps()).isEmpty();
        assertThat(score.violations()).containsExactly(Violation.RUDE);
        assertThat(points(score.contributions())).doesNotContainKey(FairnessPolicy.Cap.VIOLATION);
    }

    @Test
    void aCapHoldsForTheUpperBoundWhereThereIsNoPoint() {
        CaseFairness score =
                SCORER.score(NOTHING_KNOWN.withTreatment(Treatment.UNKNOWN.withViolations(Violation.BLAMED_CUSTOMER)));
        assertThat(score.dimension(INTERACTION).bounds()).isEqualTo(new Interval(0, 25));
        assertThat(score.caps()).containsExactly(FairnessPolicy.Cap.VIOLATION);
        assertThat(score.bounds().upper()).isCloseTo(75, within(1e-12));
    }

    @Test
    void anUnfixedCoreProblemCapsCompensation() {
        CaseFairness score = SCORER.score(redressed(Cases.REJECTED, r -> r.withCoreProblemFixed(false)));
        assertThat(score.dimension(COMPENSATION).point()).hasValue(25);
        assertThat(score.caps()).containsExactly(FairnessPolicy.Cap.CORE_PROBLEM_NOT_FIXED);
        assertThat(by(DEFAULT.withCap(FairnessPolicy.Cap.CORE_PROBLEM_NOT_FIXED, 0.1))
                        .score(redressed(Cases.REJECTED, r -> r.withCoreProblemFixed(false)))
                        .dimension(COMPENSATION)
                        .point())
                .hasValue(10);
        CaseFairness nothingToCap = SCORER.score(redressed(
                Cases.REJECTED, r -> r.withLoss(Loss.of(Money.parse("EUR 0"))).withCoreProblemFixed(false)));
        assertThat(nothingToCap.caps()).isEmpty();
        assertThat(nothingToCap.notes()).contains(CaseFairness.Note.CAP_WITHOUT_DIMENSION);
        assertThat(score.notes()).doesNotContain(CaseFairness.Note.CAP_WITHOUT_DIMENSION);
    }

    @Test
    void overCompensationIsReportedAndWorthNoMore() {
        RecoveryCase generous =
                redressed(Cases.REJECTED, r -> r.withCompensation(Compensation.of(Money.parse("EUR 900"))));
        CaseFairness score = SCORER.score(generous);
        assertThat(score.compensationRatio()).hasValue(4.5);
        assertThat(score.isOverCompensated()).isTrue();
        assertThat(score.notes()).contains(CaseFairness.Note.OVER_COMPENSATED);
        assertThat(score.dimension(COMPENSATION).point()).hasValue(100);
        CaseFairness atTheLimit = SCORER.score(
                redressed(Cases.REJECTED, r -> r.withCompensation(Compensation.of(Money.parse("EUR 300")))));
        assertThat(atTheLimit.isOverCompensated()).isFalse();
        assertThat(by(DEFAULT.withOverCompensationAbove(4.5)).score(generous).isOverCompensated())
                .isFalse();
    }

    @Test
    void kindAndSpeedOfTheCompensationAreReportedBesideTheScore() {
        RecoveryCase plain = Cases.REJECTED;
        CaseFairness score = SCORER.score(plain);
        assertThat(score.compensationInKind()).isEmpty();
        assertThat(score.compensationImmediate()).isEmpty();
        Loss loss = plain.redress().loss().orElseThrow().withResource(Resource.MONEY);
        Compensation given = plain.redress().compensation().orElseThrow().withImmediate(false);
        CaseFairness known = SCORER.score(
                redressed(plain, r -> r.withLoss(loss).withCompensation(given.withResource(Resource.CREDIT))));
        assertThat(known.compensationInKind()).contains(false);
        assertThat(known.compensationImmediate()).contains(false);
        assertThat(known.overall()).isEqualTo(score.overall());
        assertThat(known).isNotEqualTo(score);
        assertThat(SCORER.score(redressed(
                                plain, r -> r.withLoss(loss).withCompensation(given.withResource(Resource.MONEY))))
                        .compensationInKind())
                .contains(true);
    }

    @Test
    void aVerdictThatFlipsWithTheWeightsIsSensitive() {
        CaseFairness open = SCORER.score(Cases.REJECTED);
        assertThat(open.isSensitiveToWeights()).as("63.3 to 83.9 around 70").isTrue();
        assertThat(by(DEFAULT.withFairThreshold(60)).score(Cases.REJECTED).isSensitiveToWeights())
                .isFalse();
        assertThat(by(DEFAULT.withFairThreshold(84)).score(Cases.REJECTED).isSensitiveToWeights())
                .isFalse();
        assertThat(by(DEFAULT.withFairThreshold(84)).score(Cases.REJECTED).isFair())
                .contains(false);
        double lower = open.weightRobust().orElseThrow().lower();
        double upper = open.weightRobust().orElseThrow().upper();
        assertThat(by(DEFAULT.withFairThreshold(lower)).score(Cases.REJECTED).isSensitiveToWeights())
                .as("fair by all weights")
                .isFalse();
        assertThat(by(DEFAULT.withFairThreshold(upper)).score(Cases.REJECTED).isSensitiveToWeights())
                .as("fair by one corner")
                .isTrue();
        assertThat(by(DEFAULT.withFairThreshold(open.overall().orElseThrow()))
                        .score(Cases.REJECTED)
                        .isFair())
                .contains(true);
    }

    @Test
    void anOrderingNarrowsTheRangeOfWeights() {
        FairnessWeights ordered = FairnessWeights.EQUAL.withOrdering(FairnessWeights.TRANSACTION.ordering());
        CaseFairness score = by(DEFAULT.withWeights(ordered)).score(Cases.REJECTED);
        assertThat(score.overall()).hasValueCloseTo(76.55247675, SHOWN);
        assertInterval(score.weightRobust().orElseThrow(), 63.33065057, 76.55247675);
        CaseFairness accepted = by(DEFAULT.withWeights(ordered).withCompensationCurve(CompensationCurve.SATISFACTION))
                .score(Cases.ACCEPTED);
        assertInterval(accepted.weightRobust().orElseThrow(), 81.29939863, 82.59414376);
    }

    @Test
    void theDifferenceOfTwoScoresIsExplainedPieceByPiece() {
        CaseFairness before = SCORER.score(Cases.REJECTED);
        CaseFairness after = SCORER.score(
                treated(handled(Cases.REJECTED, h -> h.withContacts(1)), t -> t.withViolations(Violation.RUDE)));
        List<CaseFairness.Contribution> explained = after.explainAgainst(before);
        assertThat(explained.get(0).factor()).isEqualTo(FairnessPolicy.Cap.VIOLATION);
        assertThat(explained.get(0).points()).isNegative();
        assertThat(points(explained).get(Evidence.CONTACTS)).isCloseTo(100 / 18.0 * 0.2775, within(1e-12));
        assertThat(points(explained).get(Evidence.REDRESS)).isZero();
        assertThat(explained.stream()
                        .mapToDouble(CaseFairness.Contribution::points)
                        .sum())
                .isCloseTo(after.overall().orElseThrow() - before.overall().orElseThrow(), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> after.explainAgainst(by(DEFAULT.withPower(0)).score(Cases.REJECTED)))
                .withMessageContainingAll("power 1.0", "power 0.0");
    }

    @Test
    void namesWhatIsMissingTheMostTellingFirst() {
        assertThat(SCORER.score(NOTHING_KNOWN).missing())
                .as("redress is a dimension of its own, choice has half the weight of its neighbours")
                .containsExactly(
                        Evidence.REDRESS,
                        Evidence.APOLOGY,
                        Evidence.COURTESY,
                        Evidence.EFFORT,
                        Evidence.EXPLANATION,
                        Evidence.FIRST_RESPONSE,
                        Evidence.RESOLUTION,
                        Evidence.CONTACTS,
                        Evidence.HAND_OFFS,
                        Evidence.REOPENINGS,
                        Evidence.PROMISES,
                        Evidence.CHOICE);
        assertThat(SCORER.score(Cases.REJECTED).missing()).containsExactly(Evidence.COURTESY, Evidence.CHOICE);
        FairnessScorer processFirst =
                by(DEFAULT.withWeights(FairnessWeights.of(Map.of(PROCESS, 8.0, INTERACTION, 1.0, COMPENSATION, 1.0))));
        assertThat(processFirst.score(Cases.REJECTED).missing())
                .as("8·0.5/6.5 against 1·1/4")
                .containsExactly(Evidence.CHOICE, Evidence.COURTESY);
        assertThat(SCORER.score(handled(
                                treated(Cases.without(Cases.REJECTED, Evidence.HAND_OFFS), t -> t.withCourtesy(1)),
                                h -> h.withHandOffs(9)))
                        .missing())
                .as("nine hand-offs leave 0.23 for the switches, less than half of a choice")
                .containsExactly(Evidence.CHOICE, Evidence.HAND_OFFS);
        assertThat(SCORER.score(treated(Cases.REJECTED, t -> t.withCourtesy(1)).withNotApplicable(Evidence.CHOICE))
                        .missing())
                .isEmpty();
    }

    @Test
    void whatIsNotKnownDecidesOnlyAcrossTheThreshold() {
        CaseFairness score = SCORER.score(Cases.REJECTED);
        Interval bounds = score.bounds();
        assertThat(hasToBeKnown(bounds.lower())).as("the least is fair").isFalse();
        assertThat(hasToBeKnown(bounds.lower() + 1e-6)).isTrue();
        assertThat(hasToBeKnown(bounds.upper())).as("only the most is fair").isTrue();
        assertThat(hasToBeKnown(bounds.upper() + 1e-6)).isFalse();
    }

    private static boolean hasToBeKnown(double threshold) {
        return by(DEFAULT.withFairThreshold(threshold))
                .score(Cases.REJECTED)
                .notes()
                .contains(CaseFairness.Note.MISSING_EVIDENCE_COULD_DECIDE);
    }

    @Test
    void aPolicyNamesWhateverIsNotTheDefault() {
        String defaults = "FairnessPolicy[FairnessWeights[{PROCESS=0.3333333333333333, INTERACTION=0.3333333333333333,"
                + " COMPENSATION=0.3333333333333333}], power 1.0, FULL_REDRESS, fair from 70.0";
        assertThat(DEFAULT).hasToString(defaults + "]");
        assertThat(DEFAULT.withRetention(Evidence.CONTACTS, 0.9)
                        .withEvidenceWeight(Evidence.CHOICE, 0)
                        .withCap(FairnessPolicy.Cap.VIOLATION, 0.5)
                        .withMinimumCoverage(0.25)
                        .withOverCompensationAbove(2)
                        .withApologyWeights(2, 1, 1))
                .hasToString(
                        defaults + ", retention of contacts 0.9, weight of choice 0.0, cap of violation 0.5, minimum"
                                + " coverage 0.25, over-compensation above 2.0, apology weights 0.5, 0.25 and 0.25]");
        assertThat(FairnessWeights.RELATIONSHIP.toString())
                .endsWith("}, ordering [[INTERACTION, COMPENSATION], [PROCESS]]]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCORER.score(Cases.REJECTED)
                        .explainAgainst(by(DEFAULT.withMinimumCoverage(0.25)).score(Cases.REJECTED)))
                .withMessageEndingWith("minimum coverage 0.25]");
    }

    @Test
    void nullIsNamed() {
        RecoveryCase none = null;
        assertThatNullPointerException().isThrownBy(() -> SCORER.score(none)).withMessage("recoveryCase");
        assertThatNullPointerException()
                .isThrownBy(() -> Stream.of(1).collect(FairnessSummary.toFairnessSummary(SCORER, row -> none)))
                .withMessage("recoveryCase");
        assertThatNullPointerException()
                .isThrownBy(() -> Stream.of(1).collect(FairnessMean.toFairnessMean(SCORER, row -> none)))
                .withMessage("recoveryCase");
        assertThatNullPointerException()
                .isThrownBy(() -> FairnessSummary.toFairnessSummary(SCORER, null))
                .withMessage("recoveryCase");
        assertThatNullPointerException()
                .isThrownBy(() -> FairnessMean.toFairnessMean(PROCESS, SCORER, null))
                .withMessage("recoveryCase");
        Failure failure = Failure.outcome();
        assertThatNullPointerException()
                .isThrownBy(() -> failure.withSeverity(null))
                .withMessage("severity");
        assertThatNullPointerException()
                .isThrownBy(() -> failure.withHappenedAt(null))
                .withMessage("happenedAt");
        assertThatNullPointerException()
                .isThrownBy(() -> failure.withReportedAt(null))
                .withMessage("reportedAt");
    }

    @Test
    void describesItselfInAFewLines() {
        assertThat(SCORER.score(Cases.REJECTED).describe())
                .startsWith("""
                        observed fairness 76.6 (bounds 67.4 to 78.3), weakest COMPENSATION
                          PROCESS 82.4 (bounds 76.1 to 83.8, coverage 92%)
                          INTERACTION 83.9 (bounds 62.9 to 87.9, coverage 75%)
                          COMPENSATION 63.3 (bounds 63.3 to 63.3, coverage 100%)
                          lost: redress 12.2
                        """)
                .doesNotContain("reopenings")
                .endsWith("\n  not known: courtesy, choice\n  note: whether this is fair depends on the weights"
                        + "\n  note: whether this is fair depends on what is not known");
        PerceivedFairness.Item easy = PerceivedFairness.Item.agreement("easy", PROCESS);
        RecoveryCase known = handled(treated(Cases.REJECTED, t -> t.withCourtesy(1)), h -> h.withChoiceOffered(true));
        assertThat(SCORER.score(known).describe()).doesNotContain("not known:", "perceived");
        assertThat(SCORER.score(ended(known, a -> a.withAnswer(easy, Answer.SKIPPED)))
                        .describe())
                .doesNotContain("perceived");
        assertThat(SCORER.score(ended(
                                known, a -> a.withAnswer(easy, easy.scale().answer(4))))
                        .describe())
                .contains(
                        "\n  perceived fairness: PROCESS 50.0, INTERACTION not answered, COMPENSATION not answered\n");
        assertThat(SCORER.score(NOTHING_KNOWN).describe())
                .doesNotContain("lost")
                .contains("bounds only");
    }

    @Test
    void timesCountOnlyWithTheirExpectation() {
        assertThat(utility(NOTHING_KNOWN.withHandling(
                        Handling.UNKNOWN.withFirstResponse(Promptness.took(Duration.ofHours(1))))))
                .isEqualTo(new Interval(0, 1));
        assertThat(utility(NOTHING_KNOWN.withHandling(
                        Handling.UNKNOWN.withFirstResponse(Promptness.within(Duration.ofHours(1))))))
                .isEqualTo(new Interval(0, 1));
        assertThat(utility(NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withFirstResponse(Promptness.met(true)))))
                .isEqualTo(new Interval(1, 1));
        assertThat(utility(NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withFirstResponse(Promptness.met(false)))))
                .isEqualTo(new Interval(0, 0));
        Promptness justInTime = Promptness.took(Duration.ofHours(4)).against(Duration.ofHours(4));
        assertThat(utility(NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withFirstResponse(justInTime))))
                .isEqualTo(new Interval(1, 1));
        Promptness twice = Promptness.took(Duration.ofMillis(500)).against(Duration.ofMillis(250));
        assertThat(utility(NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withFirstResponse(twice))))
                .isEqualTo(new Interval(0.5, 0.5));
    }

    private static Interval utility(RecoveryCase facts) {
        return SCORER.score(facts).dimension(PROCESS).evidence().get(0).utility();
    }

    @Test
    void ofHandOffsAndSwitchesOneAloneSaysHowGoodItIsAtBest() {
        for (RecoveryCase half : List.of(
                NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withHandOffs(2)),
                NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withChannelSwitches(2)))) {
            assertThat(handOffs(half).isObserved()).isFalse();
            assertThat(handOffs(half).utility().lower()).isZero();
            assertThat(handOffs(half).utility().upper()).isCloseTo(0.7225, within(1e-15));
            assertThat(SCORER.score(half).notes()).contains(CaseFairness.Note.HAND_OFFS_HALF_KNOWN);
            DimensionScore process =
                    by(DEFAULT.withMinimumCoverage(0)).score(half).dimension(PROCESS);
            assertThat(process.point()).as("no piece was observed").isEmpty();
            assertThat(process.coverage()).isZero();
        }
        assertThat(SCORER.score(NOTHING_KNOWN
                                .withHandling(Handling.UNKNOWN.withHandOffs(2))
                                .withNotApplicable(Evidence.CHOICE))
                        .notes())
                .contains(CaseFairness.Note.HAND_OFFS_HALF_KNOWN);
        assertThat(by(DEFAULT.withEvidenceWeight(Evidence.HAND_OFFS, 0))
                        .score(NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withHandOffs(2)))
                        .notes())
                .doesNotContain(CaseFairness.Note.HAND_OFFS_HALF_KNOWN);
        RecoveryCase whole =
                NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withHandOffs(1).withChannelSwitches(1));
        assertThat(handOffs(whole).isObserved()).isTrue();
        assertThat(handOffs(whole).utility().lower()).isCloseTo(0.7225, within(1e-15));
        assertThat(SCORER.score(whole).notes()).doesNotContain(CaseFairness.Note.HAND_OFFS_HALF_KNOWN);
        assertThat(SCORER.score(NOTHING_KNOWN).notes()).doesNotContain(CaseFairness.Note.HAND_OFFS_HALF_KNOWN);
    }

    /** Contacts .7225 and reopenings 1 are .86125 on average; five hand-offs are .4437 at best. */
    @Test
    void knownHandOffsLowerThePointAlsoWithoutChannelSwitches() {
        FairnessScorer lenient = by(DEFAULT.withMinimumCoverage(0));
        RecoveryCase rest =
                NOTHING_KNOWN.withHandling(Handling.UNKNOWN.withContacts(3).withReopenings(0));
        DimensionScore without = lenient.score(rest).dimension(PROCESS);
        assertThat(without.point()).hasValueCloseTo(86.125, within(1e-12));
        DimensionScore five =
                lenient.score(handled(rest, h -> h.withHandOffs(5))).dimension(PROCESS);
        double atBest = Math.pow(0.85, 5);
        assertThat(five.point()).hasValueCloseTo(100 * (0.7225 + 1 + atBest) / 3, within(1e-12));
        assertThat(five.coverage()).isEqualTo(without.coverage()).isEqualTo(2 / 6.5);
        assertThat(five.bounds().upper()).isCloseTo(100 * (0.7225 + 1 + atBest + 3.5) / 6.5, within(1e-12));
        assertThat(five.bounds().lower()).isEqualTo(without.bounds().lower());
        DimensionScore none =
                lenient.score(handled(rest, h -> h.withHandOffs(0))).dimension(PROCESS);
        assertThat(none.point()).as("at best nothing raises").isEqualTo(without.point());
        DimensionScore one =
                lenient.score(handled(rest, h -> h.withHandOffs(1))).dimension(PROCESS);
        assertThat(one.point())
                .as("one hand-off is .85 at best")
                .hasValueCloseTo(100 * (0.7225 + 1 + 0.85) / 3, within(1e-12));
        assertThat(lenient.score(NOTHING_KNOWN.withHandling(
                                Handling.UNKNOWN.withContacts(3).withHandOffs(1)))
                        .dimension(PROCESS)
                        .point())
                .as(".85 at best would raise .7225")
                .hasValueCloseTo(72.25, within(1e-12));
    }

    @Test
    void whatCountsAtBestHasALineOfItsOwnAmongThePointsLost() {
        RecoveryCase half = handled(Cases.without(Cases.REJECTED, Evidence.HAND_OFFS), h -> h.withHandOffs(5));
        CaseFairness score = SCORER.score(half);
        double atBest = Math.pow(0.85, 5);
        Map<CaseFairness.Factor, Double> lost = points(score.contributions());
        assertThat(lost.get(Evidence.HAND_OFFS)).isCloseTo(100 / 3.0 * (1 - atBest) / 6, within(1e-12));
        assertThat(lost.get(Evidence.PROMISES)).isCloseTo(100 / 3.0 * (1 / 3.0) / 6, within(1e-12));
        assertThat(lost.values().stream().mapToDouble(x -> x).sum())
                .isCloseTo(100 - score.overall().orElseThrow(), within(1e-12));
        RecoveryCase better = handled(Cases.without(Cases.REJECTED, Evidence.HAND_OFFS), h -> h.withHandOffs(0));
        assertThat(points(SCORER.score(better).contributions())).doesNotContainKey(Evidence.HAND_OFFS);
    }

    private static EvidenceScore handOffs(RecoveryCase facts) {
        return SCORER.score(facts).dimension(PROCESS).evidence().stream()
                .filter(piece -> piece.evidence() == Evidence.HAND_OFFS)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void retentionAndEvidenceWeightsAreThePolicys() {
        FairnessPolicy strict = DEFAULT.withRetention(Evidence.CONTACTS, 0.5)
                .withRetention(Evidence.REOPENINGS, 0)
                .withEvidenceWeight(Evidence.CONTACTS, 3)
                .withMinimumCoverage(0);
        DimensionScore process = by(strict)
                .score(NOTHING_KNOWN.withHandling(
                        Handling.UNKNOWN.withContacts(3).withReopenings(1)))
                .dimension(PROCESS);
        assertThat(process.point()).hasValueCloseTo(100 * (3 * 0.25) / 4, within(1e-12));
        assertThat(by(strict)
                        .score(NOTHING_KNOWN.withHandling(
                                Handling.UNKNOWN.withContacts(0).withReopenings(0)))
                        .dimension(PROCESS)
                        .point())
                .as("nobody had to ask")
                .hasValue(100);
    }

    @Test
    void howMuchEachPartOfAnApologyCountsIsThePolicys() {
        RecoveryCase facts = NOTHING_KNOWN.withTreatment(Treatment.UNKNOWN.withApology(Apology.of(0.8, 0.5, 0.1)));
        assertThat(apology(DEFAULT, facts)).isCloseTo(0.8 / 2 + 0.5 / 3 + 0.1 / 6, within(1e-15));
        assertThat(apology(DEFAULT.withApologyWeights(1, 1, 2), facts)).isCloseTo(0.375, within(1e-15));
        assertThat(apology(DEFAULT.withApologyWeights(0, 0, 7), facts)).isEqualTo(0.1);
        assertThat(apology(
                        DEFAULT.withApologyWeights(0.1, 0.2, 0.7),
                        NOTHING_KNOWN.withTreatment(Treatment.UNKNOWN.withApology(Apology.of(1, 1, 1)))))
                .isLessThanOrEqualTo(1);
    }

    private static double apology(FairnessPolicy policy, RecoveryCase facts) {
        return by(policy)
                .score(facts)
                .dimension(INTERACTION)
                .evidence()
                .get(0)
                .utility()
                .upper();
    }

    static Stream<org.assertj.core.api.ThrowableAssert.ThrowingCallable> badPolicies() {
        Map<FairnessDimension, Double> two = new EnumMap<>(Map.of(PROCESS, 1.0, INTERACTION, 1.0));
        return Stream.of(
                () -> DEFAULT.withPower(Double.NaN),
                () -> DEFAULT.withMinimumCoverage(1.1),
                () -> DEFAULT.withMinimumCoverage(-0.1),
                () -> DEFAULT.withFairThreshold(100.5),
                () -> DEFAULT.withFairThreshold(-1),
                () -> DEFAULT.withCap(FairnessPolicy.Cap.VIOLATION, Double.NaN),
                () -> DEFAULT.withRetention(Evidence.CONTACTS, 1.01),
                () -> DEFAULT.withRetention(Evidence.PROMISES, 0.5),
                () -> DEFAULT.withEvidenceWeight(Evidence.CONTACTS, -1),
                () -> DEFAULT.withEvidenceWeight(Evidence.CONTACTS, Double.POSITIVE_INFINITY),
                () -> DEFAULT.withEvidenceWeight(Evidence.REDRESS, 0),
                () -> DEFAULT.withOverCompensationAbove(0.99),
                () -> DEFAULT.withApologyWeights(-1, 1, 1),
                () -> DEFAULT.withApologyWeights(1, -1, 1),
                () -> DEFAULT.withApologyWeights(1, 1, -1),
                () -> DEFAULT.withApologyWeights(0, 0, 0),
                () -> DEFAULT.withApologyWeights(1, Double.NaN, 1),
                () -> DEFAULT.withApologyWeights(1, Double.POSITIVE_INFINITY, 1),
                () -> CompensationCurve.SATISFACTION.utility(-0.1, true),
                () -> FairnessWeights.of(two),
                () -> FairnessWeights.of(Map.of(PROCESS, 1.0, INTERACTION, 0.0, COMPENSATION, 1.0)),
                () -> FairnessWeights.of(
                        Map.of(PROCESS, 1.0, INTERACTION, Double.POSITIVE_INFINITY, COMPENSATION, 1.0)),
                () -> FairnessWeights.ranked(List.of(Set.of(PROCESS), Set.of(INTERACTION))),
                () -> FairnessWeights.ranked(List.of(Set.of(PROCESS, INTERACTION), Set.of(INTERACTION, COMPENSATION))),
                () -> FairnessWeights.ranked(List.of(EnumSet.allOf(FairnessDimension.class), Set.of())),
                () -> FairnessWeights.TRANSACTION.withOrdering(
                        List.of(Set.of(PROCESS), Set.of(INTERACTION, COMPENSATION))),
                () -> new EvidenceScore(Evidence.CHOICE, 0, new Interval(0, 1)),
                () -> new EvidenceScore(Evidence.CHOICE, Double.POSITIVE_INFINITY, new Interval(0, 1)),
                () -> new EvidenceScore(Evidence.CHOICE, 1, new Interval(-1, 1)),
                () -> new EvidenceScore(Evidence.CHOICE, 1, new Interval(0, 2)));
    }

    @ParameterizedTest
    @MethodSource("badPolicies")
    void anImpossiblePolicyIsRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable bad) {
        assertThatIllegalArgumentException().isThrownBy(bad).withMessageMatching("(?s).*must.*");
    }

    @Test
    void aCaseInWhichNothingThatCountsAppliesIsRefused() {
        FairnessPolicy onlyRedress = DEFAULT;
        for (Evidence evidence : Evidence.values()) {
            if (evidence != Evidence.REDRESS && evidence != Evidence.CHOICE && evidence != Evidence.COURTESY) {
                onlyRedress = onlyRedress.withEvidenceWeight(evidence, 0);
            }
        }
        FairnessScorer scorer = by(onlyRedress);
        RecoveryCase facts = NOTHING_KNOWN.withNotApplicable(Evidence.REDRESS, Evidence.CHOICE, Evidence.COURTESY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(facts))
                .withMessage("some evidence with a weight must apply to the case, but none does");
    }

    @Test
    void policiesAreValues() {
        assertThat(DEFAULT.withPower(0)).isEqualTo(DEFAULT.withPower(-0.0)).hasSameHashCodeAs(DEFAULT.withPower(0));
        assertThat(DEFAULT.withPower(0)).isNotEqualTo(DEFAULT);
        assertThat(DEFAULT.withCap(FairnessPolicy.Cap.VIOLATION, 0.25)).isEqualTo(DEFAULT);
        assertThat(DEFAULT.withRetention(Evidence.CONTACTS, 0.8)).isNotEqualTo(DEFAULT);
        assertThat(DEFAULT.withApologyWeights(3, 2, 1)).isEqualTo(DEFAULT);
        assertThat(DEFAULT.withApologyWeights(1, 1, 1))
                .isNotEqualTo(DEFAULT)
                .isEqualTo(DEFAULT.withApologyWeights(2, 2, 2));
        assertThat(DEFAULT.power()).isEqualTo(1);
        assertThat(DEFAULT.weights()).isEqualTo(FairnessWeights.EQUAL);
        assertThat(DEFAULT.compensationCurve()).isEqualTo(CompensationCurve.FULL_REDRESS);
        assertThat(FairnessWeights.of(Map.of(PROCESS, 2.0, INTERACTION, 1.0, COMPENSATION, 1.0))
                        .weight(PROCESS))
                .isEqualTo(0.5);
        assertThat(FairnessWeights.EQUAL).isNotEqualTo(FairnessWeights.TRANSACTION);
        assertThat(FairnessWeights.EQUAL.withOrdering(FairnessWeights.TRANSACTION.ordering()))
                .isNotEqualTo(FairnessWeights.EQUAL);
        assertThat(FairnessWeights.TRANSACTION)
                .hasSameHashCodeAs(FairnessWeights.ranked(FairnessWeights.TRANSACTION.ordering()))
                .isEqualTo(FairnessWeights.ranked(FairnessWeights.TRANSACTION.ordering()));
        assertThat(DEFAULT.toString()).contains("power 1.0", "FULL_REDRESS", "fair from 70.0", "PROCESS=0.33");
        assertThat(SCORER.score(Cases.REJECTED))
                .isEqualTo(SCORER.score(Cases.REJECTED))
                .hasSameHashCodeAs(SCORER.score(Cases.REJECTED))
                .isNotEqualTo(SCORER.score(Cases.ACCEPTED));
        assertThatNullPointerException().isThrownBy(() -> DEFAULT.withWeights(null));
        assertThatNullPointerException()
                .isThrownBy(() -> SCORER.score(Cases.REJECTED).dimension(null));
    }
}

package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.ended;
import static io.github.cxkit.recovery.Cases.handled;
import static io.github.cxkit.recovery.Cases.redressed;
import static io.github.cxkit.recovery.Cases.treated;
import static io.github.cxkit.recovery.FairnessDimension.COMPENSATION;
import static io.github.cxkit.recovery.FairnessDimension.INTERACTION;
import static io.github.cxkit.recovery.FairnessDimension.PROCESS;
import static io.github.cxkit.recovery.FairnessMean.toFairnessMean;
import static io.github.cxkit.recovery.FairnessSummary.toFairnessSummary;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Party;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.drivers.Bootstrap;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Treatment.Apology;
import io.github.cxkit.recovery.Treatment.Judge;
import io.github.cxkit.recovery.equity.EquityAudit;
import io.github.cxkit.recovery.equity.EquityReport;
import io.github.cxkit.recovery.equity.RateEquity;
import io.github.cxkit.recovery.loop.ClosedLoop;
import io.github.cxkit.recovery.loop.FollowUp;
import io.github.cxkit.recovery.loop.FollowUpRule;
import io.github.cxkit.recovery.loop.LoopCase;
import io.github.cxkit.recovery.paradox.CustomerWithFailure;
import io.github.cxkit.recovery.paradox.CustomerWithoutFailure;
import io.github.cxkit.recovery.paradox.Estimand;
import io.github.cxkit.recovery.paradox.ParadoxResult;
import io.github.cxkit.recovery.paradox.ParadoxResult.SelectionCriterion;
import io.github.cxkit.recovery.paradox.RecoveryParadox;
import io.github.cxkit.recovery.weights.ScaleReliability;
import io.github.cxkit.recovery.weights.WeightFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The code and the figures of docs/recovery.md, so that it cannot rot. */
class RecoveryGuideTest {

    private static final String SOURCE = "src/test/java/io/github/cxkit/recovery/RecoveryGuideTest.java";

    private record MyCase(String region, String failure, boolean newProcess, RecoveryCase facts) {

        Optional<Boolean> paid() {
            return facts.redress().compensation().map(given -> given.value().isPositive());
        }

        Optional<Boolean> inTime() {
            return facts.handling().resolution().flatMap(Promptness::isMet);
        }

        OptionalDouble satisfaction() {
            return facts.aftermath().satisfaction();
        }

        OptionalDouble euros() {
            return facts.redress().compensation().stream()
                    .mapToDouble(given -> given.value().getAmount().doubleValue())
                    .filter(amount -> amount > 0)
                    .findFirst();
        }
    }

    private static RecoveryCase refundCase() {
        RecoveryCase refundCase = RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN
                        .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
                        .withResolution(Promptness.met(true))
                        .withContacts(3)
                        .withHandOffs(1)
                        .withChannelSwitches(0)
                        .withReopenings(0)
                        .withPromises(Promises.kept(2).outOf(3)))
                .withTreatment(Treatment.UNKNOWN
                        .withApology(Apology.of(0.8, 0.6, 1))
                        .withExplanation(1)
                        .withEffort(0.75)
                        .withViolations())
                .withRedress(Redress.UNKNOWN
                        .withLoss(Loss.of(Money.parse("EUR 100"))
                                .withTime(Duration.ofMinutes(150), Money.parse("EUR 20"))
                                .withTrouble(Money.parse("EUR 50")))
                        .withCompensation(Compensation.of(Money.parse("EUR 160")))
                        .withServiceAccepted(false)
                        .withCoreProblemFixed(true));
        return refundCase;
    }

    /** 600 made-up cases, half of them before a new process that asks for fewer contacts and answers sooner. */
    private static List<MyCase> cases() {
        Random random = new Random(11);
        List<MyCase> cases = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            boolean newProcess = i >= 300;
            String region = random.nextBoolean() ? "north" : "south";
            String failure = random.nextInt(region.equals("north") ? 2 : 5) == 0 ? "delivery" : "invoice";
            int paid = random.nextInt(failure.equals("delivery") ? 3 : 10) == 0 ? 0 : 8_000 + random.nextInt(12_000);
            double courtesy = 0.4 + 0.6 * random.nextDouble();
            RecoveryCase facts = ended(
                    redressed(
                            treated(
                                    handled(
                                            refundCase(),
                                            h -> h.withFirstResponse(Promptness.took(Duration.ofMinutes(
                                                                    random.nextInt(newProcess ? 300 : 600)))
                                                            .against(Duration.ofHours(4)))
                                                    .withResolution(Promptness.met(random.nextInt(4) > 0))
                                                    .withContacts(1 + random.nextInt(newProcess ? 2 : 6))),
                                    t -> t.withCourtesy(courtesy)),
                            r -> r.withCompensation(Compensation.of(Cases.euros(paid)))),
                    a -> a.withSatisfaction(1 + 2 * courtesy + 3 * paid / 20_000.0 + random.nextDouble()));
            cases.add(new MyCase(region, failure, newProcess, facts));
        }
        return cases;
    }

    @Test
    void oneCase() {
        RecoveryCase refundCase = refundCase();
        CaseFairness score = FairnessScorer.withDefaults().score(refundCase);
        shows(score, "observed fairness 76.6 (bounds 67.4 to 78.3), weakest COMPENSATION");
        shows(score.dimension(PROCESS), "PROCESS 82.4 (bounds 76.1 to 83.8, coverage 92%)");
        shows(score.dimension(INTERACTION), "INTERACTION 83.9 (bounds 62.9 to 87.9, coverage 75%)");
        shows(score.dimension(COMPENSATION), "COMPENSATION 63.3 (bounds 63.3 to 63.3, coverage 100%)");
        shows(score.contributions().get(0), "redress 12.2");
        assertThat(score.describe()).contains("lost: effort 2.8", "lost: apology 2.6", "lost: promises 1.9");
        assertThat(score.describe()).contains("lost: first response 1.6", "lost: contacts 1.5", "switches 0.8");
        shows(score.isSensitiveToWeights(), "true");
        shows(range(score), "63.3 to 83.9");

        FairnessWeights ordered =
                FairnessWeights.EQUAL.withOrdering(List.of(Set.of(COMPENSATION), Set.of(INTERACTION), Set.of(PROCESS)));
        CaseFairness robust =
                FairnessScorer.by(FairnessPolicy.DEFAULT.withWeights(ordered)).score(refundCase);
        shows(range(robust), "63.3 to 76.6");

        RecoveryCase better = refundCase
                .withHandling(refundCase.handling().withContacts(1))
                .withRedress(refundCase.redress().withCompensation(Compensation.of(Money.parse("EUR 200"))));
        CaseFairness after = FairnessScorer.withDefaults().score(better);
        shows(after.explainAgainst(score).get(0), "redress 12.2");
        shows(after.explainAgainst(score).get(1), "contacts 1.5");

        FairnessPolicy policy = FairnessPolicy.DEFAULT
                .withWeights(FairnessWeights.RELATIONSHIP)
                .withRetention(Evidence.CONTACTS, 0.9)
                .withEvidenceWeight(Evidence.CHOICE, 0)
                .withApologyWeights(2, 1, 1)
                .withCompensationCurve(CompensationCurve.FULL_REDRESS.withMidpoint(0.8))
                .withFairThreshold(75);
        shows(
                FairnessScorer.by(policy).score(refundCase),
                "observed fairness 78.4 (bounds 69.5 to 79.9), weakest COMPENSATION");
    }

    private static String range(CaseFairness score) {
        Interval range = score.weightRobust().orElseThrow();
        return MetricUnit.POINTS.format(range.lower()) + " to " + MetricUnit.POINTS.format(range.upper());
    }

    /** The sums of the guide, with no more digits than it shows. */
    @Test
    void theCaseByHand() {
        double process = (0.7071 + 1 + 0.7225 + 0.85 + 1 + 0.6667) / 6;
        double apology = 0.8 / 2 + 0.6 / 3 + 1 / 6.0;
        double interaction = (apology + 1 + 0.75) / 3;
        double compensation = (0.3920 - 0.0189) / (0.6080 - 0.0189);
        CaseFairness score = FairnessScorer.withDefaults().score(refundCase());
        assertThat(100 * process).isCloseTo(point(score, PROCESS), within(0.005));
        assertThat(100 * interaction).isCloseTo(point(score, INTERACTION), within(0.005));
        assertThat(100 * compensation).isCloseTo(point(score, COMPENSATION), within(0.01));
        assertThat((82.44 + 83.89 + 63.33) / 3).isCloseTo(score.overall().orElseThrow(), within(0.005));
        assertThat(4.9463 / 6.5 * 100).isCloseTo(76.10, within(0.005));
        assertThat((4.9463 + 0.5) / 6.5 * 100).isCloseTo(83.79, within(0.005));
        assertThat((76.10 + 62.92 + 63.33) / 3).isCloseTo(score.bounds().lower(), within(0.005));
        assertThat((83.79 + 87.92 + 63.33) / 3).isCloseTo(score.bounds().upper(), within(0.005));
        double steepness = Math.log(2 + Math.sqrt(3)) / 0.3;
        assertThat(1 / (1 + Math.exp(-steepness * (0.8 - 0.9)))).isCloseTo(0.3920, within(0.00005));
        assertThat(1 / (1 + Math.exp(-steepness * (0 - 0.9)))).isCloseTo(0.0189, within(0.00005));
        assertThat(1 / (1 + Math.exp(-steepness * (1 - 0.9)))).isCloseTo(0.6080, within(0.00005));
    }

    private static double point(CaseFairness score, FairnessDimension dimension) {
        return score.dimension(dimension).point().orElseThrow();
    }

    @Test
    void whatIsNotKnown() {
        CaseFairness score = FairnessScorer.withDefaults().score(refundCase());
        shows(score.missing(), "[COURTESY, CHOICE]");
        assertThat(score.notes()).contains(CaseFairness.Note.MISSING_EVIDENCE_COULD_DECIDE);
        assertThat(score.describe()).contains("not known: courtesy, choice");
    }

    private record Ticket(int reassignments, int reopenings, boolean slaMet, Money refund, Money billed) {}

    @Test
    void whatATicketSystemGives() {
        Ticket ticket = new Ticket(2, 1, true, Money.parse("EUR 30"), Money.parse("EUR 50"));
        RecoveryCase ticketCase = RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN
                        .withHandOffs(ticket.reassignments())
                        .withChannelSwitches(0)
                        .withReopenings(ticket.reopenings())
                        .withResolution(Promptness.met(ticket.slaMet())))
                .withRedress(Redress.UNKNOWN
                        .withLoss(Loss.of(ticket.billed()))
                        .withCompensation(Compensation.of(ticket.refund()))
                        .withServiceAccepted(true))
                .withNotApplicable(Evidence.PROMISES, Evidence.CHOICE);
        CaseFairness ticketScore = FairnessScorer.withDefaults().score(ticketCase);
        shows(ticketScore, "observed fairness unknown (bounds 44.1 to 90.8)");
        shows(ticketScore.dimension(PROCESS), "PROCESS 85.8 (bounds 51.5 to 91.5, coverage 60%)");
        shows(ticketScore.dimension(INTERACTION), "INTERACTION unknown (bounds 0.0 to 100.0, coverage 0%)");
        shows(ticketScore.dimension(COMPENSATION), "COMPENSATION 80.8 (bounds 80.8 to 80.8, coverage 100%)");
        shows(ticketScore.missing(), "[APOLOGY, COURTESY, EFFORT, EXPLANATION, FIRST_RESPONSE, CONTACTS]");
        FairnessScorer scorer = FairnessScorer.withDefaults();
        List<RecoveryCase> tickets = List.of(ticketCase, handled(ticketCase, h -> h.withReopenings(3)));
        FairnessMean process = tickets.stream().collect(toFairnessMean(PROCESS, scorer, facts -> facts));
        shows(process.count(), "2");
        CaseFairness halfKnown = scorer.score(RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN.withHandOffs(2).withReopenings(1).withResolution(Promptness.met(true)))
                .withRedress(Redress.UNKNOWN
                        .withLoss(Loss.of(ticket.billed()))
                        .withCompensation(Compensation.of(ticket.refund()))));
        assertThat(halfKnown.dimension(PROCESS).point()).isEmpty();
        assertThat(halfKnown.dimension(COMPENSATION).point()).isEmpty();
        assertThat(halfKnown.notes()).contains(CaseFairness.Note.ACCEPTANCE_UNKNOWN);
    }

    @Test
    void handOffsAlone() {
        RecoveryCase refundCase = handled(Cases.without(refundCase(), Evidence.HAND_OFFS), h -> h.withHandOffs(5));
        CaseFairness score = FairnessScorer.withDefaults().score(refundCase);
        shows(score.dimension(PROCESS), "PROCESS 75.7 (bounds 63.0 to 77.5, coverage 77%)");
        assertThat(score.notes()).contains(CaseFairness.Note.HAND_OFFS_HALF_KNOWN);
    }

    @Test
    void equalWeightsAndTheMetaAnalyses() {
        FairnessWeights byMetaAnalyses =
                FairnessWeights.EQUAL.withOrdering(List.of(Set.of(COMPENSATION, INTERACTION), Set.of(PROCESS)));
        Interval range = FairnessScorer.by(FairnessPolicy.DEFAULT.withWeights(byMetaAnalyses))
                .score(Cases.REJECTED)
                .weightRobust()
                .orElseThrow();
        assertThat(range.lower()).isCloseTo(63.3, within(0.05));
        assertThat(range.upper()).isCloseTo(83.9, within(0.05));
    }

    @Test
    void fromThreeTables() {
        List<MyCase> cases = cases();
        FairnessScorer partial = FairnessScorer.by(FairnessPolicy.DEFAULT.withDimensions(PROCESS, COMPENSATION));
        Map<String, FairnessSummary> byRegion =
                cases.stream().collect(groupingBy(MyCase::region, toFairnessSummary(partial, MyCase::facts)));
        FairnessChange regions = FairnessChange.between(
                byRegion.get("north").overall(), byRegion.get("south").overall());
        assertThat(regions.before().metric().name()).isEqualTo("fairness of PROCESS and COMPENSATION (partial)");
        assertThat(regions.notes()).isEmpty();
        RecoveryCase refundCase = refundCase();
        Judge judge = Judge.of("tone rules", "2026-03");
        RecoveryCase judged = refundCase.withTreatment(refundCase.treatment().withJudge(judge));
        shows(
                FairnessScorer.by(FairnessPolicy.DEFAULT.withTreatmentJudge(judge))
                        .score(judged),
                "observed fairness, treatment judged by tone rules (2026-03) 76.6 (bounds 67.4 to 78.3), weakest COMPENSATION");
    }

    @Test
    void silenceMustNotPay() {
        CaseEvent opened =
                CaseEvent.opened(CaseId.of("4711"), Instant.parse("2026-01-05T09:00:00Z"), 1, Party.CUSTOMER);
        RecoveryCase silent = RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN
                        .withFirstResponse(Promptness.within(Duration.ofHours(4)))
                        .withResolution(Promptness.within(Duration.ofHours(24))))
                .withEvents(List.of(opened))
                .withEventsUntil(opened.at().plus(Duration.ofHours(60)));
        CaseFairness silentScore = FairnessScorer.withDefaults().score(silent);
        shows(silentScore.dimension(PROCESS), "PROCESS 67.1 (bounds 46.2 to 74.7, coverage 77%)");
    }

    @Test
    void manyCases() {
        List<MyCase> cases = cases();
        FairnessScorer scorer = FairnessScorer.withDefaults();
        Map<Boolean, FairnessSummary> byProcess =
                cases.stream().collect(groupingBy(MyCase::newProcess, toFairnessSummary(scorer, MyCase::facts)));
        FairnessSummary before = byProcess.get(false);
        FairnessSummary after = byProcess.get(true);
        shows(after.overall(), "mean fairness 69.9 (95% CI 68.7 to 71.1, n=300)");
        shows(after.fair(), "fair cases, from 70.0 points on 47.0% (95% CI 41.4 to 52.6, n=300)");
        FairnessChange change = FairnessChange.between(before.overall(), after.overall());
        shows(change, "change in fairness 2.0 (95% CI 0.3 to 3.7, n=600): IMPROVED");
        Breakdown<String, FairnessMean> processByRegion =
                cases.stream().collect(Breakdown.by(MyCase::region, toFairnessMean(PROCESS, scorer, MyCase::facts)));
        assertThat(processByRegion.total().value())
                .isCloseTo(before.plus(after).dimension(PROCESS).value(), within(1e-10));
        assertThat(after.countWith(CaseFairness.Note.MISSING_EVIDENCE_COULD_DECIDE))
                .isBetween(1L, 299L);
        Breakdown<String, FairnessMean> byRegion =
                cases.stream().collect(Breakdown.by(MyCase::region, toFairnessMean(scorer, MyCase::facts)));
        assertThat(byRegion.groups()).hasSize(2);
    }

    @Test
    void weights() {
        List<RecoveryCase> cases = cases().stream().map(MyCase::facts).toList();
        FairnessScorer scorer = FairnessScorer.withDefaults();
        WeightFit fit = WeightFit.of(cases, scorer, facts -> facts.aftermath().satisfaction(), Bootstrap.seeded(42));
        shows(fit.fittedPredictBetter(), "false");
        assertThat(fit.weights().get(COMPENSATION)).as("almost nine tenths").isBetween(0.86, 0.9);
        assertThat(fit.reason()).startsWith("equal weights");
        WeightFit ofRows = WeightFit.of(cases(), MyCase::facts, scorer, MyCase::satisfaction, Bootstrap.seeded(42));
        assertThat(ofRows.weights()).isEqualTo(fit.weights());
        FairnessPolicy fitted = scorer.policy().withWeights(FairnessWeights.of(fit.recommended()));
        assertThat(fitted.weights().weight(PROCESS)).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void equity() {
        List<MyCase> cases = cases();
        Quantity amount = Quantity.amount("amount paid", MetricUnit.of("euro", " €", 0), Direction.HIGHER_IS_BETTER);
        EquityReport<String> report = EquityAudit.of(MyCase::region, "north", "south", MyCase::failure)
                .withRate(ShareMetric.higherIsBetter("paid"), MyCase::paid)
                .withRate(ShareMetric.higherIsBetter("resolved in time"), MyCase::inTime)
                .withAmount(amount, MyCase::euros)
                .examine(cases);
        RateEquity<String> paid = report.rate("paid").orElseThrow();
        shows(paid, "paid: NOT_SHOWN, 0.992 (95% CI 0.926 to 1.063, n=600)");
        shows(paid.crude(), "gap 6.9 (95% CI 1.0 to 12.8, n=600), risk ratio 1.086 (95% CI 1.012 to 1.166, n=600)");
        assertThat(MetricUnit.POINTS.format(paid.caseMix())).isEqualTo("7.7");
        assertThat(MetricUnit.POINTS.format(paid.treatment())).isEqualTo("-0.8");
        shows(paid.hasOppositeStrata(), "false");
        shows(
                report,
                "south (n=278) against north (n=322): paid NOT_SHOWN resolved in time NOT_SHOWN amount paid ALIKE");
    }

    @Test
    void paradox() {
        int[] beforeFailure = {5, 6, 4, 6, 5, 7, 4, 5, 6, 5, 3, 6};
        int[] afterRecovery = {6, 6, 5, 7, 5, 6, 6, 6, 7, 5, 5, 6};
        int[] othersBefore = {6, 5, 6, 7, 5, 6, 4, 6, 5, 7, 6, 5, 6, 4, 6};
        int[] othersAfter = {6, 5, 6, 6, 6, 6, 5, 6, 5, 7, 6, 6, 6, 4, 5};
        CaseFairness score = FairnessScorer.withDefaults().score(refundCase());
        List<CustomerWithFailure> withFailure = IntStream.range(0, 12)
                .mapToObj(i -> CustomerWithFailure.of(beforeFailure[i], afterRecovery[i])
                        .withObservedFairness(score))
                .toList();
        List<CustomerWithoutFailure> withoutFailure = IntStream.range(0, 15)
                .mapToObj(i -> CustomerWithoutFailure.of(othersBefore[i], othersAfter[i]))
                .toList();
        RecoveryParadox test = RecoveryParadox.on("overall satisfaction", Scale.highIsGood(1, 7))
                .withNonInferiorityMargin(0.3)
                .withRecoveredFrom(70);
        ParadoxResult result = test.evaluate(withFailure, withoutFailure);
        shows(result.verdict(), "APPARENT");
        shows(result.effect(Estimand.WITHIN), "within customers 0.67 (90% CI 0.21 to 1.13, n=12): PARADOX");
        shows(
                result.effect(Estimand.WITHIN_ADJUSTED),
                "within customers, adjusted 0.40 (90% CI 0.00 to 0.81, n=12): INCONCLUSIVE");
        shows(result.effect(Estimand.CONTROLLED), "controlled 0.60 (90% CI 0.08 to 1.12, n=27): PARADOX");
        RecoveryParadox declared = test.withSelectedBeforehand(SelectionCriterion.COMPLAINED);
        assertThat(declared.toString()).contains("selected for having complained beforehand");
        assertThat(RecoveryParadox.on("overall satisfaction", Scale.highIsGood(1, 7))
                        .evaluate(withFailure, withoutFailure)
                        .caveats())
                .contains(
                        "Tested were all 12 customers with a failure that were given. If these had been selected before, say"
                                + " by what: withSelectedBeforehand.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test.withSelectedBeforehand(SelectionCriterion.RECOVERY_SATISFACTION))
                .withMessageContaining("the best 30 % by satisfaction with the recovery gain about 0.39 points");
    }

    @Test
    void loop() {
        Instant monday = Instant.parse("2026-03-02T10:00:00Z");
        Scale scale = Nps.STANDARD.scale();
        SurveyResponse response = SurveyResponse.of("recommend", scale, scale.answer(3), monday);
        CaseFairness score = FairnessScorer.withDefaults().score(refundCase());
        FollowUpRule rule = FollowUpRule.within(Duration.ofDays(2)).withMeasure("recommend", Nps.STANDARD);
        FollowUp followUp = rule.followUp(response).orElseThrow();
        LoopCase closed = LoopCase.of(followUp)
                .withContactedAt(monday.plus(Duration.ofHours(20)))
                .withResolvedAt(monday.plus(Duration.ofHours(70)))
                .withFairness(score);
        LoopCase forgotten = LoopCase.of(followUp);
        ClosedLoop loop = ClosedLoop.of(List.of(closed, forgotten), monday.plus(Duration.ofDays(30)));
        shows(loop.contactedInTime(), "contacted in time 50.0% (95% CI 9.5 to 90.5, n=2)");
        shows(loop.failedAgain(), "failed again undefined (n=0); 1 of 1 unknown, of all 0.0% to 100.0%");
        shows(loop.recovered(), "recovered undefined (n=0); 2 of 2 pending, of all 0.0% to 100.0%");
    }

    @Test
    void survey() {
        PerceivedFairness.Item informed = PerceivedFairness.Item.agreement("kept informed", PROCESS);
        PerceivedFairness.Item sentAround = PerceivedFairness.Item.agreement("sent from desk to desk", PROCESS)
                .reverseKeyed();
        PerceivedFairness.Item easy = PerceivedFairness.Item.agreement("easy to reach", PROCESS);
        Random random = new Random(17);
        List<RecoveryCase> answered = IntStream.range(0, 120)
                .mapToObj(i -> 1 + random.nextInt(5))
                .map(mood -> ended(
                        refundCase(),
                        a -> a.withAnswer(informed, informed.scale().answer(mood + random.nextInt(3)))
                                .withAnswer(sentAround, sentAround.scale().answer(8 - mood - random.nextInt(3)))
                                .withAnswer(
                                        easy,
                                        random.nextInt(9) == 0
                                                ? Answer.SKIPPED
                                                : easy.scale().answer(mood + random.nextInt(3)))))
                .toList();
        Map<String, Function<RecoveryCase, OptionalDouble>> items = new LinkedHashMap<>();
        for (PerceivedFairness.Item item : List.of(informed, sentAround, easy)) {
            items.put(item.name(), facts -> item.points(facts.aftermath().answers()));
        }
        FairnessSummary summary =
                answered.stream().collect(toFairnessSummary(FairnessScorer.withDefaults(), facts -> facts));
        shows(
                ScaleReliability.skippingIncomplete(answered, items),
                "alpha 0.904 (95% CI 0.868 to 0.931, 3 items, n=110)");
        shows(summary.perceived(PROCESS), "mean perceived fairness PROCESS 53.8 (95% CI 49.2 to 58.3, n=120)");
        assertThat(summary.perceived(COMPENSATION).isEmpty()).isTrue();
    }

    private static void shows(Object value, String text) {
        assertThat(value).hasToString(text);
    }

    @Test
    void everyLineOfCodeInTheGuideStandsHere() throws IOException {
        String source = withoutSpaces(Files.readString(Path.of(SOURCE)));
        String guide = Files.readString(Path.of("../docs/recovery.md"));
        List<String> code = Arrays.stream(guide.split("```", -1))
                .filter(block -> block.startsWith("java\n"))
                .flatMap(block -> block.substring("java\n".length()).lines())
                .toList();
        assertThat(code).hasSizeGreaterThan(50);
        for (String line : code) {
            String[] parts = line.split("// ", -1);
            assertThat(source).contains(withoutSpaces(parts[0]));
            if (parts.length > 1) {
                assertThat(source).as(parts[1]).contains('"' + withoutSpaces(parts[1]) + '"');
            }
        }
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s+", "");
    }
}

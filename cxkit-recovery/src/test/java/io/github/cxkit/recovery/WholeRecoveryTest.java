package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.ended;
import static io.github.cxkit.recovery.Cases.handled;
import static io.github.cxkit.recovery.Cases.redressed;
import static io.github.cxkit.recovery.Cases.treated;
import static io.github.cxkit.recovery.FairnessMean.toFairnessMean;
import static io.github.cxkit.recovery.FairnessSummary.toFairnessSummary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.drivers.Bootstrap;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.recovery.Treatment.Violation;
import io.github.cxkit.recovery.loop.ClosedLoop;
import io.github.cxkit.recovery.loop.FollowUpRule;
import io.github.cxkit.recovery.loop.LoopCase;
import io.github.cxkit.recovery.paradox.CustomerWithFailure;
import io.github.cxkit.recovery.weights.WeightFit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts together: from facts to means by team and month, fitted weights, the paradox test and the closed loop. */
class WholeRecoveryTest {

    private static final FairnessScorer SCORER = FairnessScorer.withDefaults();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NEW_PROCESS = Instant.parse("2026-03-01T00:00:00Z");
    private static final RecoveryCase UNKNOWN = RecoveryCase.of(Failure.outcome());

    private record MyRow(String team, Instant closedAt, RecoveryCase recoveryCase) {

        boolean isAfter() {
            return !closedAt.isBefore(NEW_PROCESS);
        }
    }

    /** 400 complaints of January to April; from March on the north asks for fewer contacts and pays 180 euros of 200. */
    private static List<MyRow> rows() {
        Random random = new Random(3);
        List<MyRow> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Instant closed = Instant.parse("2026-01-05T12:00:00Z").plus(Duration.ofHours(6L * i));
            String team = random.nextBoolean() ? "north" : "south";
            boolean better = team.equals("north") && !closed.isBefore(NEW_PROCESS);
            RecoveryCase facts = treated(
                    redressed(
                            handled(Cases.REJECTED, h -> h.withContacts(1 + random.nextInt(better ? 2 : 6))),
                            r -> r.withCompensation(Compensation.of(Cases.euros(better ? 18_000 : 16_000)))),
                    t -> t.withEffort(random.nextInt(5) / 4.0));
            rows.add(new MyRow(team, closed, i % 10 == 0 ? UNKNOWN : facts));
        }
        return rows;
    }

    @Test
    void fairnessByTeam() {
        Breakdown<String, FairnessMean> byTeam =
                rows().stream().collect(Breakdown.by(MyRow::team, toFairnessMean(SCORER, MyRow::recoveryCase)));
        FairnessSummary summary = rows().stream().collect(toFairnessSummary(SCORER, MyRow::recoveryCase));
        assertThat(byTeam.total().count()).isEqualTo(summary.overall().count()).isEqualTo(360);
        assertThat(summary.count() - summary.overall().count())
                .as("cases without a point")
                .isEqualTo(40);
        assertThat(byTeam.total().value()).isCloseTo(summary.overall().value(), within(1e-10));
        assertThat(byTeam.groups()).hasSize(2);
    }

    @Test
    void fairnessByMonth() {
        Trend<FairnessMean> trend = rows().stream()
                .collect(Trend.by(
                        MyRow::closedAt, CalendarPeriod.MONTH, BERLIN, toFairnessMean(SCORER, MyRow::recoveryCase)));
        assertThat(trend.points()).hasSize(4);
        assertThat(trend.changeFromPrevious(LocalDate.of(2026, 2, 1))
                        .orElseThrow()
                        .verdict())
                .isNotEqualTo(Verdict.IMPROVED);
    }

    @Test
    void oneDimensionByMonthIsThatOfTheSummary() {
        for (FairnessDimension dimension : FairnessDimension.values()) {
            Trend<FairnessMean> trend = rows().stream()
                    .collect(Trend.by(
                            MyRow::closedAt,
                            CalendarPeriod.MONTH,
                            BERLIN,
                            toFairnessMean(dimension, SCORER, MyRow::recoveryCase)));
            FairnessMean january = trend.points().get(0).score();
            assertThat(january)
                    .isEqualTo(rows().stream()
                            .filter(row -> row.closedAt().isBefore(Instant.parse("2026-01-31T23:00:00Z")))
                            .collect(toFairnessSummary(SCORER, MyRow::recoveryCase))
                            .dimension(dimension));
            assertThat(january.metric().name()).isEqualTo("fairness " + dimension);
        }
    }

    @Test
    void didTheNewComplaintProcessRaiseFairness() {
        Map<Boolean, FairnessSummary> north = new LinkedHashMap<>();
        for (boolean after : List.of(false, true)) {
            north.put(
                    after,
                    rows().stream()
                            .filter(row -> row.team().equals("north") && row.isAfter() == after)
                            .collect(toFairnessSummary(SCORER, MyRow::recoveryCase)));
        }
        Change change =
                Change.between(north.get(false).overall(), north.get(true).overall());
        assertThat(change.excludesZero()).isTrue();
        assertThat(change.verdict()).as("a tenth of the cases has no point").isEqualTo(Verdict.INCONCLUSIVE);
        FairnessChange overAll = FairnessChange.between(
                north.get(false).overall(), north.get(true).overall());
        assertThat(overAll.ofPoints()).contains(change);
        assertThat(overAll.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(overAll.tippingPoint().orElseThrow()).isBetween(1, 99);
        Breakdown<Boolean, FairnessMean> known = Breakdown.of(
                Stream.<MyRow>empty().collect(toFairnessMean(SCORER, MyRow::recoveryCase)),
                Map.of(false, north.get(false).overall(), true, north.get(true).overall()));
        assertThat(known.total().count())
                .isEqualTo(north.get(false).overall().count()
                        + north.get(true).overall().count());
    }

    @Test
    void meansAddUpAndPoliciesDoNotMix() {
        FairnessMean one = Stream.of(Cases.REJECTED).collect(toFairnessMean(SCORER, c -> c));
        FairnessMean two = Stream.of(Cases.ACCEPTED, UNKNOWN).collect(toFairnessMean(SCORER, c -> c));
        assertThat(two.count()).as("one has no point").isEqualTo(1);
        FairnessMean both = one.plus(two);
        assertThat(both.value()).isCloseTo((76.55247675 + 86.20961848) / 2, within(1e-8));
        assertThat(both.count()).isEqualTo(2);
        assertThat(both)
                .isEqualTo(Stream.of(Cases.REJECTED, Cases.ACCEPTED, UNKNOWN)
                        .parallel()
                        .collect(toFairnessMean(SCORER, c -> c)));
        assertThat(both.cases()).isEqualTo(3);
        assertThat(one.plus(Stream.<RecoveryCase>empty().collect(toFairnessMean(SCORER, c -> c))))
                .isEqualTo(one);
        FairnessMean geometric = Stream.of(Cases.REJECTED)
                .collect(toFairnessMean(FairnessScorer.by(FairnessPolicy.DEFAULT.withPower(0)), c -> c));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.plus(geometric))
                .withMessageContainingAll("power 1.0", "power 0.0", "cannot be merged");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.plus(Stream.of(Cases.REJECTED)
                        .collect(toFairnessSummary(SCORER, c -> c))
                        .dimension(FairnessDimension.PROCESS)));
        assertThatNullPointerException().isThrownBy(() -> toFairnessMean(SCORER, null));
        assertThatNullPointerException().isThrownBy(() -> toFairnessMean(null, c -> Cases.REJECTED));
    }

    /** An outcome that hangs on compensation alone, so that its weight is found. */
    @Test
    void weightsAreFittedToTheFactsAndUsed() {
        Random random = new Random(5);
        List<RecoveryCase> cases = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double given = random.nextDouble();
            cases.add(ended(
                    redressed(
                            treated(
                                    handled(Cases.REJECTED, h -> h.withContacts(1 + random.nextInt(6))),
                                    t -> t.withCourtesy(random.nextDouble())),
                            r -> r.withCompensation(Compensation.of(Cases.euros(Math.round(20_000 * given))))),
                    a -> a.withSatisfaction(1 + 6 * given)));
        }
        cases.add(Cases.REJECTED);
        cases.add(ended(UNKNOWN, a -> a.withSatisfaction(4)));
        WeightFit fit = WeightFit.of(
                cases,
                SCORER,
                facts -> facts.aftermath().satisfaction(),
                Bootstrap.seeded(42).withResamples(200));
        assertThat(fit.count()).isEqualTo(200);
        assertThat(fit.incompleteCount()).isEqualTo(2);
        assertThat(fit.fittedPredictBetter()).isTrue();
        FairnessScorer fitted = FairnessScorer.by(SCORER.policy().withWeights(FairnessWeights.of(fit.recommended())));
        assertThat(fitted.policy().weights().weight(FairnessDimension.COMPENSATION))
                .isGreaterThan(0.9);
        assertThat(fitted.score(Cases.REJECTED).overall().orElseThrow())
                .as("nearer to what was given")
                .isLessThan(SCORER.score(Cases.REJECTED).overall().orElseThrow());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightFit.of(cases, SCORER, facts -> OptionalDouble.empty(), Bootstrap.seeded(42)));

        record Stay(RecoveryCase facts, OptionalDouble outcome) {}
        List<Stay> rows = cases.stream()
                .map(facts -> new Stay(facts, facts.aftermath().satisfaction()))
                .toList();
        Bootstrap bootstrap = Bootstrap.seeded(42).withResamples(200);
        WeightFit ofRows = WeightFit.of(rows, Stay::facts, SCORER, Stay::outcome, bootstrap);
        assertThat(ofRows.weights()).isEqualTo(fit.weights());
        assertThat(ofRows.reason()).isEqualTo(fit.reason());
        assertThat(ofRows.incompleteCount()).isEqualTo(2);
        assertThatNullPointerException()
                .isThrownBy(() -> WeightFit.of(rows, row -> null, SCORER, Stay::outcome, bootstrap))
                .withMessage("recoveryCase");
        assertThatNullPointerException()
                .isThrownBy(() -> WeightFit.of(rows, Stay::facts, SCORER, row -> null, bootstrap))
                .withMessage("outcome");
    }

    @Test
    void aScoreSaysHowFairlyACustomerWasTreated() {
        CustomerWithFailure customer = CustomerWithFailure.of(5, 6);
        assertThat(customer.withObservedFairness(SCORER.score(Cases.REJECTED)).observedFairness())
                .hasValueCloseTo(76.55247675, within(1e-8));
        assertThat(customer.withObservedFairness(82).withFailures(2).withObservedFairness(SCORER.score(UNKNOWN)))
                .as("no point, no fairness")
                .isEqualTo(customer.withFailures(2));
    }

    @Test
    void aScoreDecidesWhetherARecoveryFailedAgain() {
        Scale scale = Nps.STANDARD.scale();
        Instant monday = Instant.parse("2026-03-02T10:00:00Z");
        LoopCase settled = LoopCase.of(FollowUpRule.within(Duration.ofDays(2))
                        .withMeasure("recommend", Nps.STANDARD)
                        .followUp(SurveyResponse.of("recommend", scale, scale.answer(3), monday))
                        .orElseThrow())
                .withResolvedAt(monday.plusSeconds(60));
        RecoveryCase rude = treated(Cases.REJECTED, t -> t.withViolations(Violation.RUDE));
        List<LoopCase> cases = List.of(
                settled.withFairness(SCORER.score(Cases.REJECTED)),
                settled.withFairness(SCORER.score(
                        handled(treated(Cases.REJECTED, t -> t.withCourtesy(1)), h -> h.withChoiceOffered(true)))),
                settled.withFairness(SCORER.score(rude)),
                settled.withFairness(SCORER.score(UNKNOWN)),
                settled.withFairness(SCORER.score(redressed(
                        treated(UNKNOWN, t -> t.withViolations(Violation.RUDE)), r -> r.withCoreProblemFixed(false)))));
        ClosedLoop loop = ClosedLoop.of(cases, monday.plus(Duration.ofDays(9)));
        assertThat(SCORER.score(Cases.REJECTED).bounds())
                .as("the point is 76.6, but what is not known could decide")
                .matches(bounds -> bounds.lower() < 70 && bounds.upper() >= 70);
        assertThat(loop.failedAgain().decided().count()).isEqualTo(3);
        assertThat(loop.failedAgain().decided().counted()).isEqualTo(2);
        assertThat(loop.failedAgain().unknown()).isEqualTo(2);
        assertThat(SCORER.score(UNKNOWN).bounds()).isEqualTo(new Interval(0, 100));
    }
}

package io.github.cxkit.recovery.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.recovery.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EquityAuditTest {

    /** R's UCBAdmissions: women and men by department, admitted and all. */
    private static List<Row> admissions() {
        long[][] departments = {
            {89, 108, 512, 825}, {17, 25, 353, 560}, {202, 593, 120, 325},
            {131, 375, 138, 417}, {94, 393, 53, 191}, {24, 341, 22, 373}
        };
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < departments.length; i++) {
            String department = String.valueOf((char) ('A' + i));
            rows.addAll(Row.rates("women", department, departments[i][0], departments[i][1]));
            rows.addAll(Row.rates("men", department, departments[i][2], departments[i][3]));
        }
        return rows;
    }

    private static RateEquity<String> paid(List<Row> rows) {
        return Row.paidAudit().withSmallestCell(1).examine(rows).rate("paid").orElseThrow();
    }

    private static AmountEquity<String> refund(List<Row> rows) {
        return Row.refundAudit()
                .withSmallestCell(1)
                .examine(rows)
                .amount("refund")
                .orElseThrow();
    }

    private record MyCase(String region, String failure, Optional<Boolean> paid, Optional<Duration> firstReply) {}

    @Test
    void theExampleOfTheDocumentation() {
        List<MyCase> cases = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            Duration reply = Duration.ofMinutes(30 + i / 2 % 7);
            cases.add(new MyCase(i % 2 == 0 ? "north" : "south", "late", Optional.of(i % 3 > 0), Optional.of(reply)));
        }
        EquityAudit<MyCase, String> audit = EquityAudit.of(MyCase::region, "north", "south", MyCase::failure)
                .withRate(ShareMetric.higherIsBetter("paid"), MyCase::paid)
                .withTime("first reply", MyCase::firstReply);
        EquityReport<String> report = audit.examine(cases);
        assertThat(report.rate("paid").orElseThrow().verdict()).isEqualTo(EquityOutcome.Verdict.ALIKE);
        assertThat(report).hasToString("south (n=600) against north (n=600): paid ALIKE first reply ALIKE");
        assertThat(report.rate("paid").orElseThrow().crude().difference().effectiveCount())
                .isEqualTo(1_200);
    }

    @Test
    void theCrudeGapInAdmissionsIsTheMixOfDepartments() {
        EquityReport<String> report = EquityAudit.of(Row::group, "women", "men", Row::stratum)
                .withRate(ShareMetric.higherIsBetter("admitted"), Row::paid)
                .examine(admissions());
        RateEquity<String> admitted = report.rate("admitted").orElseThrow();
        assertThat(admitted.crude().oddsRatio().orElseThrow().value()).isCloseTo(1.841080037, within(1e-9));
        RateEquity.Comparison adjusted = admitted.adjusted().orElseThrow();
        assertThat(adjusted.oddsRatio().orElseThrow().estimate()).hasToString("0.905 (95% CI 0.772 to 1.060, n=4526)");
        assertThat(adjusted.riskRatio().orElseThrow().value()).isCloseTo(.9449050226, within(1e-10));
        assertThat(adjusted.difference().value()).isCloseTo(-1.842519619, within(1e-8));
        assertThat(Math.pow(adjusted.test().orElseThrow().statistic(), 2)).isCloseTo(1.5246067, within(1e-7));
        assertThat(admitted.isSimpsonsParadox()).isTrue();
        assertThat(admitted.verdict()).isEqualTo(EquityOutcome.Verdict.ALIKE);
        assertThat(admitted.ratio()).isEqualTo(adjusted.riskRatio());
        assertThat(admitted.caseMix() + admitted.treatment())
                .isCloseTo(admitted.crude().difference().value(), within(1e-12));
        assertThat(admitted.shareA().counted()).isEqualTo(557);
        assertThat(admitted.shareB().count()).isEqualTo(2691);
        assertThat(admitted).hasToString("admitted: ALIKE, 0.945 (95% CI 0.866 to 1.030, n=4526)");
        assertThat(adjusted)
                .hasToString("gap -1.8 (95% CI -4.7 to 1.1, n=4526), risk ratio 0.945 (95% CI 0.866 to 1.030, n=4526)");
        assertThat(report).hasToString("men (n=2691) against women (n=1835): admitted ALIKE");
        assertThat(adjusted.difference().metric().name()).isEqualTo("admitted: men minus women");
        assertThat(adjusted.riskRatio().orElseThrow().metric().name())
                .isEqualTo("admitted: risk ratio, men over women");
        assertThat(report.groupA()).isEqualTo("women");
        assertThat(report.groupB()).isEqualTo("men");
        assertThat(report.countA()).isEqualTo(1835);
        assertThat(report.countB()).isEqualTo(2691);
        assertThat(report.countNeither()).isZero();
        assertThat(admitted.strata()).hasSize(6);
        assertThat(admitted.strata().get(1))
                .isEqualTo(new RateEquity.Stratum<>(
                        "B",
                        Share.of(ShareMetric.higherIsBetter("admitted"), 17, 25),
                        Share.of(ShareMetric.higherIsBetter("admitted"), 353, 560)));
    }

    @Test
    void aGapOfSixPointsMayBeMoreThanAllCaseMix() {
        RateEquity<String> paid = paid(Row.all(
                Row.rates("A", "1", 14, 70),
                Row.rates("A", "2", 18, 30),
                Row.rates("B", "1", 8, 40),
                Row.rates("B", "2", 30, 60)));
        assertThat(paid.crude().difference().value()).isCloseTo(6, within(1e-12));
        assertThat(paid.caseMix()).isCloseTo(10.5, within(1e-12));
        assertThat(paid.treatment()).isCloseTo(-4.5, within(1e-12));
    }

    @Test
    void refundsOfComparableCases() {
        AmountEquity<String> refund = refund(Row.all(
                Row.amounts("A", "1", 4, 6, 9, 12),
                Row.amounts("B", "1", 6, 8, 14, 20, 24),
                Row.amounts("A", "2", 20, 30, 44),
                Row.amounts("B", "2", 28, 40, 60, 90)));
        Score ratio = refund.ratio().orElseThrow();
        assertThat(ratio.value()).isCloseTo(1.724454735, within(1e-9));
        assertThat(ratio.metric().name()).isEqualTo("refund: B over A");
        assertThat(ratio.metric().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(refund.verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        assertThat(refund.isSimpsonsParadox()).isFalse();
        assertThat(refund.caseMixFactor() * refund.treatmentFactor())
                .isCloseTo(refund.crude().value(), within(1e-12));
        assertThat(refund.crude().value()).isCloseTo(refund.geometricMeanB() / refund.geometricMeanA(), within(1e-12));
        assertThat(refund.strata()).extracting(AmountEquity.Stratum::key).containsExactly("1", "2");
        AmountEquity.Stratum<String> second = refund.strata().get(1);
        assertThat(second.countA()).isEqualTo(3);
        assertThat(second.countB()).isEqualTo(4);
        assertThat(second.geometricMeanA()).isCloseTo(Math.cbrt(20 * 30 * 44), within(1e-9));
        assertThat(second.geometricMeanB()).isCloseTo(Math.pow(28 * 40 * 60 * 90, .25), within(1e-9));
        assertThat(refund).hasToString("refund: NOT_SHOWN, 1.724 (95% CI 0.981 to 3.030, n=16)");
    }

    @Test
    void biggerRefundsForTheWorseCasesCanTurnTheRatio() {
        AmountEquity<String> refund = refund(Row.all(
                Row.amounts("A", "small", 10, 11, 12, 13, 14, 15),
                Row.amounts("B", "small", 9),
                Row.amounts("A", "large", 100),
                Row.amounts("B", "large", 80, 85, 90, 95)));
        assertThat(refund.crude().value()).isGreaterThan(1);
        assertThat(refund.adjusted().orElseThrow().value()).isLessThan(1);
        assertThat(refund.isSimpsonsParadox()).isTrue();
        assertThat(refund.caseMixFactor()).isGreaterThan(1);
        assertThat(refund.treatmentFactor()).isLessThan(1);
    }

    @Test
    void timesAreGeometricMeansInHoursAndShorterIsBetter() {
        EquityReport<String> report = Row.audit()
                .withTime(
                        "first reply",
                        row -> Optional.of(Duration.ofMillis(
                                (long) (1_800_000 * row.refund().orElseThrow()))))
                .withSmallestCell(1)
                .examine(Row.all(Row.amounts("A", "1", 1, 4), Row.amounts("B", "1", 2, 8)));
        AmountEquity<String> reply = report.amount("first reply").orElseThrow();
        assertThat(reply.geometricMeanA()).isCloseTo(1, within(1e-12));
        assertThat(reply.geometricMeanB()).isCloseTo(2, within(1e-12));
        assertThat(reply.crude().metric().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(reply.crude().metric().hasTrueZero()).isTrue();
        assertThat(report.rate("first reply")).isEmpty();
        assertThat(report.amount("other")).isEmpty();
    }

    @Test
    void fractionsOfASecondCount() {
        AmountEquity<String> reply = Row.audit()
                .withTime(
                        "reply", row -> Optional.of(Duration.ofNanos(row.group().equals("A") ? 500_000_000 : 250)))
                .withSmallestCell(1)
                .examine(Row.all(Row.rates("A", "1", 1, 1), Row.rates("B", "1", 1, 1)))
                .amount("reply")
                .orElseThrow();
        assertThat(reply.geometricMeanA() * 3600).isCloseTo(.5, within(1e-12));
        assertThat(reply.geometricMeanB() * 3.6e12).isCloseTo(250, within(1e-9));
    }

    @Test
    void unknownIsNeitherYesNorNo() {
        EquityReport<String> report = Row.paidAudit()
                .withSmallestCell(1)
                .examine(Row.all(
                        Row.rates("A", "1", 3, 5),
                        List.of(Row.unknown("A", "1"), Row.unknown("B", "2"), Row.unknown("B", "1")),
                        Row.rates("B", "1", 4, 5),
                        Row.rates("C", "1", 4, 4)));
        RateEquity<String> paid = report.rate("paid").orElseThrow();
        assertThat(paid.unknownA()).isEqualTo(1);
        assertThat(paid.unknownB()).isEqualTo(2);
        assertThat(paid.shareA().count()).isEqualTo(5);
        assertThat(paid.shareB().value()).isEqualTo(80);
        assertThat(paid.oneSidedStrata()).isEmpty();
        assertThat(report.countA()).isEqualTo(6);
        assertThat(report.countB()).isEqualTo(7);
        assertThat(report.countNeither()).isEqualTo(4);
    }

    @Test
    void aStratumOfOneGroupIsListedAndOnlyInTheCrudeComparison() {
        List<Row> both = Row.all(Row.rates("A", "1", 6, 12), Row.rates("B", "1", 9, 12));
        RateEquity<String> paid = paid(Row.all(both, Row.rates("A", "2", 1, 10), Row.rates("B", "3", 5, 5)));
        assertThat(paid.oneSidedStrata()).containsExactly("2", "3");
        assertThat(paid.suppressedStrata()).isEmpty();
        assertThat(paid.strata()).extracting(RateEquity.Stratum::key).containsExactly("1");
        assertThat(paid.adjusted().orElseThrow().difference())
                .isEqualTo(paid(both).adjusted().orElseThrow().difference());
        assertThat(paid.shareA().count()).isEqualTo(22);
    }

    @Test
    void oppositeTreatmentInStrataIsNotHiddenByAlike() {
        List<Row> rows = Row.all(
                Row.rates("A", "1", 160, 200),
                Row.rates("B", "1", 110, 200),
                Row.rates("A", "2", 110, 200),
                Row.rates("B", "2", 160, 200));
        EquityReport<String> report = Row.paidAudit().examine(rows);
        RateEquity<String> paid = report.rate("paid").orElseThrow();
        assertThat(paid.verdict()).isEqualTo(EquityOutcome.Verdict.ALIKE);
        assertThat(paid.hasOppositeStrata()).isTrue();
        assertThat(paid)
                .hasToString("paid: ALIKE, 1.000 (95% CI 0.905 to 1.105, n=800); but strata point opposite ways");
        assertThat(report).hasToString("B (n=400) against A (n=400): paid ALIKE (but strata point opposite ways)");
        assertThat(paid(Row.all(rows.subList(0, 400), rows.subList(0, 400))).hasOppositeStrata())
                .as("one stratum alone")
                .isFalse();
    }

    @Test
    void oppositeGapsMustBothOutliveHolm() {
        List<Row> rows = Row.all(
                Row.rates("A", "1", 80, 100),
                Row.rates("B", "1", 20, 100),
                Row.rates("A", "2", 45, 100),
                Row.rates("B", "2", 60, 100));
        assertThat(paid(rows).hasOppositeStrata())
                .as("p = 0.03 is the last in Holm's order and stays")
                .isTrue();
        List<Row> more = Row.all(rows, Row.rates("A", "3", 50, 100), Row.rates("B", "3", 50, 100));
        assertThat(paid(more).hasOppositeStrata())
                .as("with a third stratum it doubles")
                .isFalse();
        assertThat(Row.paidAudit()
                        .withConfidence(0.9)
                        .examine(more)
                        .rate("paid")
                        .orElseThrow()
                        .hasOppositeStrata())
                .as("0.06 is enough for a confidence of 90 %")
                .isTrue();
        List<Row> sameWay = Row.all(rows.subList(0, 200), Row.rates("A", "2", 80, 100), Row.rates("B", "2", 20, 100));
        assertThat(paid(sameWay).hasOppositeStrata()).isFalse();
    }

    @Test
    void strataThatAreNotShownCannotPointOppositeWays() {
        List<Row> rows = Row.all(
                Row.rates("A", "1", 100, 100),
                Row.rates("B", "1", 0, 100),
                Row.rates("A", "2", 0, 9),
                Row.rates("B", "2", 9, 9));
        assertThat(Row.paidAudit().examine(rows).rate("paid").orElseThrow().hasOppositeStrata())
                .isFalse();
        assertThat(Row.paidAudit()
                        .withSmallestCell(9)
                        .examine(rows)
                        .rate("paid")
                        .orElseThrow()
                        .hasOppositeStrata())
                .isTrue();
    }

    @Test
    void oppositeAmountsInStrata() {
        double[] low = {10, 11, 12, 13, 10, 11, 12, 13, 10, 12};
        double[] high = {20, 22, 24, 26, 20, 22, 24, 26, 20, 24};
        double[] equal = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
        AmountEquity<String> refund = refund(Row.all(
                Row.amounts("A", "1", low),
                Row.amounts("B", "1", high),
                Row.amounts("A", "2", high),
                Row.amounts("B", "2", low),
                Row.amounts("A", "3", equal),
                Row.amounts("B", "3", equal)));
        assertThat(refund.hasOppositeStrata()).isTrue();
        assertThat(refund.toString()).endsWith("; but strata point opposite ways");
        assertThat(refund(Row.all(
                                Row.amounts("A", "1", low),
                                Row.amounts("B", "1", high),
                                Row.amounts("A", "3", equal),
                                Row.amounts("B", "3", equal)))
                        .hasOppositeStrata())
                .isFalse();
    }

    @Test
    void strataThatDifferByChanceAloneSeldomPointOppositeWays() {
        Random random = new Random(3);
        int flagged = 0;
        for (int i = 0; i < 200; i++) {
            List<Row> rows = new ArrayList<>();
            for (String stratum : List.of("1", "2", "3", "4", "5", "6")) {
                for (String group : List.of("A", "B")) {
                    long yes = random.ints(40, 0, 2).sum();
                    rows.addAll(Row.rates(group, stratum, yes, 40));
                }
            }
            flagged += paid(rows).hasOppositeStrata() ? 1 : 0;
        }
        assertThat(flagged).isLessThanOrEqualTo(2);
    }

    @Test
    void fewComparableCasesAreNamed() {
        List<Row> rows = Row.all(
                Row.rates("A", "1", 3, 6),
                Row.rates("B", "1", 3, 6),
                Row.rates("A", "2", 6, 12),
                Row.rates("C", "2", 6, 12));
        RateEquity<String> half = paid(Row.all(rows, Row.rates("B", "3", 0, 4)));
        assertThat(half.countComparable()).isEqualTo(12);
        assertThat(half.toString()).endsWith("; only 12 of 28 cases are comparable");
        assertThat(Row.paidAudit()
                        .withSmallestCell(1)
                        .examine(Row.all(rows.subList(0, 12), Row.rates("A", "2", 6, 12)))
                        .toString())
                .as("half of them is no note")
                .doesNotContain("comparable");
        EquityReport<String> report = Row.paidAudit().withSmallestCell(1).examine(rows);
        assertThat(report).hasToString("B (n=6) against A (n=18), neither (n=12): paid NOT_SHOWN");
    }

    /** As the Javadoc shows it: kind and severity, and not the whole failure, which knows its instants. */
    @Test
    void kindAndSeverityAreAStratumAndAWholeFailureIsNone() {
        record Complaint(String region, Failure failure, Optional<Boolean> paid) {}
        record Kind(Optional<Failure.Kind> kind, Optional<Failure.Severity> severity) {
            static Kind of(Complaint row) {
                return new Kind(row.failure().kind(), row.failure().severity());
            }
        }
        List<Complaint> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant reported = Instant.parse("2026-03-02T10:00:00Z").plusSeconds(i);
            cases.add(new Complaint(
                    i % 2 == 0 ? "north" : "south",
                    Failure.outcome().withReportedAt(reported),
                    Optional.of(i % 3 == 0)));
        }
        EquityAudit<Complaint, Kind> audit = EquityAudit.of(Complaint::region, "north", "south", Kind::of)
                .withRate(ShareMetric.higherIsBetter("paid"), Complaint::paid);
        EquityReport<Kind> report = audit.examine(cases);
        assertThat(report.rate("paid").orElseThrow().countComparable()).isEqualTo(40);
        assertThat(EquityAudit.of(Complaint::region, "north", "south", Complaint::failure)
                        .withRate(ShareMetric.higherIsBetter("paid"), Complaint::paid)
                        .examine(cases))
                .hasToString("south (n=20) against north (n=20): paid NOT_SHOWN (only 0 of 40 cases are comparable)");
    }

    @Test
    void withoutACommonStratumNothingIsShown() {
        List<Row> rates = Row.all(Row.rates("A", "1", 6, 12), Row.rates("B", "2", 9, 12));
        RateEquity<String> paid = paid(rates);
        assertThat(paid.adjusted()).isEmpty();
        assertThat(paid.ratio()).isEmpty();
        assertThat(paid.isSimpsonsParadox()).isFalse();
        assertThat(paid.pValue()).isEmpty();
        assertThat(paid.adjustedPValue()).isEmpty();
        assertThat(paid.verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        assertThat(paid.caseMix()).isCloseTo(25, within(1e-12));
        assertThat(paid.treatment()).isZero();
        assertThat(paid).hasToString("paid: NOT_SHOWN, ratio undefined; only 0 of 24 cases are comparable");
        assertThat(paid.countComparable()).isZero();
        AmountEquity<String> refund = refund(Row.all(Row.amounts("A", "1", 2, 8), Row.amounts("B", "2", 8, 8)));
        assertThat(refund.adjusted()).isEmpty();
        assertThat(refund.isSimpsonsParadox()).isFalse();
        assertThat(refund.caseMixFactor()).isCloseTo(2, within(1e-12));
        assertThat(refund.treatmentFactor()).isCloseTo(1, within(1e-12));
    }

    @Test
    void smallCellsAreNotShownButStayInTheWhole() {
        List<Row> rows = Row.all(
                Row.rates("A", "1", 6, 10),
                Row.rates("B", "1", 9, 10),
                Row.rates("A", "2", 6, 9),
                Row.rates("B", "2", 9, 12),
                Row.rates("A", "3", 6, 12),
                Row.rates("B", "3", 4, 9));
        RateEquity<String> paid = Row.paidAudit().examine(rows).rate("paid").orElseThrow();
        assertThat(paid.suppressedStrata()).containsExactly("2", "3");
        assertThat(paid.strata()).extracting(RateEquity.Stratum::key).containsExactly("1");
        assertThat(paid.adjusted().orElseThrow().difference().count()).isEqualTo(62);
        assertThat(paid(rows).suppressedStrata()).isEmpty();
        assertThat(paid(rows).strata()).hasSize(3);
        AmountEquity<String> refund = Row.refundAudit()
                .withSmallestCell(2)
                .examine(Row.all(
                        Row.amounts("A", "1", 1, 2),
                        Row.amounts("B", "1", 1, 2),
                        Row.amounts("A", "2", 1, 2),
                        Row.amounts("B", "2", 1)))
                .amount("refund")
                .orElseThrow();
        assertThat(refund.suppressedStrata()).containsExactly("2");
        assertThat(refund.strata()).extracting(AmountEquity.Stratum::key).containsExactly("1");
        assertThat(refund.adjusted().orElseThrow().count()).isEqualTo(7);
    }

    @Test
    void anOutcomeWithTooFewCasesInAllIsOnlyNamed() {
        EquityAudit<Row, String> audit = Row.paidAudit().withAmount(Row.REFUND, Row::refund);
        EquityReport<String> report = audit.examine(
                Row.all(Row.rates("A", "1", 5, 10), Row.rates("B", "1", 5, 10), Row.amounts("A", "1", 1)));
        assertThat(report.outcomes()).extracting(EquityOutcome::name).containsExactly("paid");
        assertThat(report.outcomesWithTooFewCases()).containsExactly("refund");
        assertThat(report.amount("refund")).isEmpty();
        assertThat(report).hasToString("B (n=10) against A (n=11): paid NOT_SHOWN refund with too few cases");
        assertThat(audit.examine(List.of()).outcomesWithTooFewCases()).containsExactly("paid", "refund");
        assertThat(audit.withSmallestCell(1).examine(Row.rates("A", "1", 1, 1)).outcomesWithTooFewCases())
                .containsExactly("paid", "refund");
    }

    @Test
    void alikeComesBeforeDifferent() {
        List<Row> rows = Row.all(Row.rates("A", "1", 5_200, 10_000), Row.rates("B", "1", 5_000, 10_000));
        RateEquity<String> paid = paid(rows);
        assertThat(paid.pValue().orElseThrow()).isLessThan(.01);
        assertThat(paid.verdict()).isEqualTo(EquityOutcome.Verdict.ALIKE);
        EquityAudit<Row, String> strict = Row.paidAudit().withSmallestEffectOfInterest(1.05);
        assertThat(strict.examine(rows).outcomes().get(0).verdict()).isEqualTo(EquityOutcome.Verdict.DIFFERENT);
    }

    /** 95 % paid against 80 % is 5 % refused against 20 %: four times as many. */
    @Test
    void aRateIsNotAlikeBecauseOfItsName() {
        List<Row> rows = Row.all(Row.rates("A", "1", 1_900, 2_000), Row.rates("B", "1", 1_600, 2_000));
        assertThat(paid(rows)
                        .ratio()
                        .orElseThrow()
                        .estimate(0.9)
                        .interval()
                        .orElseThrow()
                        .lower())
                .isGreaterThan(0.8);
        assertThat(paid(rows).verdict()).isEqualTo(EquityOutcome.Verdict.DIFFERENT);
        List<Row> few = Row.all(Row.rates("A", "1", 1_900, 2_000), Row.rates("B", "1", 1_900, 2_000));
        assertThat(paid(few).verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        List<Row> enough = Row.all(Row.rates("A", "1", 6_200, 6_526), Row.rates("B", "1", 6_200, 6_526));
        assertThat(paid(enough).verdict()).isEqualTo(EquityOutcome.Verdict.ALIKE);
    }

    /** Two one-sided tests at 5 % with a power of 80 %, of the logarithm of 5 % over 5 %. */
    @Test
    void nineteenOfTwentyPaidOnBothSidesTakesSome6500Cases() {
        double z = 1.6448536 + 1.2815516;
        double cases = 2 * 0.95 / 0.05 * Math.pow(z / Math.log(1.25), 2);
        assertThat(cases).isBetween(6_500.0, 6_600.0);
    }

    @Test
    void aFewCasesShowNothing() {
        RateEquity<String> paid = paid(Row.all(Row.rates("A", "1", 5, 10), Row.rates("B", "1", 5, 10)));
        assertThat(paid.pValue()).hasValue(1);
        assertThat(paid.verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        assertThat(paid.isSimpsonsParadox()).isFalse();
    }

    @Test
    void confidenceDecidesBothVerdicts() {
        List<Row> near = Row.all(Row.rates("A", "1", 60, 100), Row.rates("B", "1", 62, 100));
        assertThat(paid(near).verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        assertThat(Row.paidAudit()
                        .withConfidence(.8)
                        .examine(near)
                        .outcomes()
                        .get(0)
                        .verdict())
                .isEqualTo(EquityOutcome.Verdict.ALIKE);
        List<Row> far = Row.all(Row.rates("A", "1", 30, 100), Row.rates("B", "1", 50, 100));
        assertThat(paid(far).pValue().orElseThrow()).isBetween(.001, .01);
        assertThat(paid(far).verdict()).isEqualTo(EquityOutcome.Verdict.DIFFERENT);
        assertThat(Row.paidAudit()
                        .withConfidence(.999)
                        .examine(far)
                        .outcomes()
                        .get(0)
                        .verdict())
                .isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
    }

    @Test
    void severalOutcomesAreHeldToMore() {
        List<Row> rows = Row.all(Row.rates("A", "1", 30, 100), Row.rates("B", "1", 44, 100));
        ShareMetric other = ShareMetric.lowerIsBetter("other");
        RateEquity<String> alone = paid(rows);
        assertThat(alone.verdict()).isEqualTo(EquityOutcome.Verdict.DIFFERENT);
        assertThat(alone.adjustedPValue()).isEqualTo(alone.pValue());
        EquityReport<String> both = Row.paidAudit()
                .withAmount(Row.REFUND, Row::refund)
                .withRate(other, row -> row.paid().map(yes -> !yes))
                .withSmallestCell(1)
                .examine(rows);
        RateEquity<String> paid = both.rate("paid").orElseThrow();
        RateEquity<String> opposite = both.rate("other").orElseThrow();
        assertThat(paid.pValue()).isEqualTo(alone.pValue());
        assertThat(opposite.pValue().orElseThrow())
                .isLessThan(.05)
                .isCloseTo(paid.pValue().orElseThrow(), within(1e-15));
        double smaller = Math.min(paid.pValue().orElseThrow(), opposite.pValue().orElseThrow());
        double larger = Math.max(paid.pValue().orElseThrow(), opposite.pValue().orElseThrow());
        assertThat(Math.min(
                        paid.adjustedPValue().orElseThrow(),
                        opposite.adjustedPValue().orElseThrow()))
                .isEqualTo(2 * smaller);
        assertThat(Math.max(
                        paid.adjustedPValue().orElseThrow(),
                        opposite.adjustedPValue().orElseThrow()))
                .isEqualTo(Math.max(2 * smaller, larger));
        assertThat(paid.verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        assertThat(opposite.adjusted().orElseThrow().difference().metric().direction())
                .isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void aGroupThatIsNeverPaidHasNoRatioAndIsFoundByTheTest() {
        RateEquity<String> paid = paid(Row.all(Row.rates("A", "1", 0, 20), Row.rates("B", "1", 12, 20)));
        assertThat(paid.ratio()).isEmpty();
        assertThat(paid.adjusted().orElseThrow().oddsRatio()).isEmpty();
        assertThat(paid.pValue().orElseThrow())
                .isEqualTo(paid.adjusted().orElseThrow().test().orElseThrow().pValue());
        assertThat(paid.verdict()).isEqualTo(EquityOutcome.Verdict.DIFFERENT);
        RateEquity<String> mirrored = paid(Row.all(Row.rates("B", "1", 0, 20), Row.rates("A", "1", 12, 20)));
        assertThat(mirrored.ratio()).isEmpty();
        assertThat(mirrored.verdict()).isEqualTo(EquityOutcome.Verdict.DIFFERENT);
    }

    @Test
    void whereEveryoneIsPaidNothingVaries() {
        RateEquity<String> paid = paid(Row.all(Row.rates("A", "1", 20, 20), Row.rates("B", "1", 30, 30)));
        RateEquity.Comparison adjusted = paid.adjusted().orElseThrow();
        assertThat(adjusted.difference().value()).isZero();
        assertThat(adjusted.difference().estimate().interval()).isEmpty();
        assertThat(adjusted.riskRatio().orElseThrow().value()).isEqualTo(1);
        assertThat(adjusted.riskRatio().orElseThrow().estimate().notes())
                .containsExactly("no interval: the outcomes do not vary within the strata");
        assertThat(adjusted.oddsRatio()).isEmpty();
        assertThat(adjusted.test()).isEmpty();
        assertThat(paid.pValue()).isEmpty();
        assertThat(paid.verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        RateEquity.Comparison apart = paid(Row.all(Row.rates("A", "1", 20, 20), Row.rates("B", "1", 0, 30)))
                .adjusted()
                .orElseThrow();
        assertThat(apart.difference().value()).isEqualTo(-100);
        assertThat(apart.difference().estimate().interval()).isEmpty();
        assertThat(apart.test().orElseThrow().pValue()).isLessThan(1e-10);
        assertThat(apart).hasToString("gap -100.0 (no interval, n=50), risk ratio undefined");
    }

    @Test
    void amountsThatDoNotVaryHaveARatioWithoutInterval() {
        AmountEquity<String> equal = refund(Row.all(Row.amounts("A", "1", 5, 5), Row.amounts("B", "1", 10, 10)));
        assertThat(equal.ratio().orElseThrow().value()).isCloseTo(2, within(1e-12));
        assertThat(equal.ratio().orElseThrow().estimate().notes()).containsExactly("no interval: all values are equal");
        assertThat(equal.pValue()).isEmpty();
        assertThat(equal.verdict()).isEqualTo(EquityOutcome.Verdict.NOT_SHOWN);
        AmountEquity<String> single = refund(Row.all(Row.amounts("A", "1", 5), Row.amounts("B", "1", 10)));
        assertThat(single.ratio().orElseThrow().estimate().notes())
                .containsExactly("no interval: no group has 2 amounts in one stratum");
        assertThat(single.ratio().orElseThrow().effectiveCount()).isEqualTo(2);
    }

    @Test
    void amountsMustBeAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refund(Row.amounts("A", "1", 0)))
                .withMessage("refund must be in (0, ∞), but was 0.0\n"
                        + "Maybe audit as a rate whether there was any, and the amount only where there was.");
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> refund(Row.amounts("B", "1", wrong)))
                    .withMessage("refund must be in (0, ∞), but was " + wrong);
        }
        assertThat(Row.refundAudit().examine(Row.amounts("C", "1", -1)).countNeither())
                .isEqualTo(1);
    }

    @Test
    void settingsAreChecked() {
        EquityAudit<Row, String> audit = Row.paidAudit();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquityAudit.of(Row::group, "A", "A", Row::stratum))
                .withMessage("groups must differ, but both were A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.withRate(Row.PAID, Row::paid))
                .withMessage("outcome paid is audited already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.withConfidence(.5))
                .withMessage("confidence must be between 0.5 and 1, but was 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> audit.withConfidence(1));
        for (double ratio : new double[] {1, .8, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> audit.withSmallestEffectOfInterest(ratio))
                    .withMessage("smallest ratio of interest must be in (1, ∞), but was " + ratio);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.withSmallestCell(0))
                .withMessage("smallest cell must be at least 1, but was 0");
        Quantity balance = Quantity.of("balance", MetricUnit.of("euros", "", 2), Direction.HIGHER_IS_BETTER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.withAmount(balance, Row::refund))
                .withMessage("ratios of balance mean nothing, for it has no true zero\nMaybe use Quantity.amount.");
        assertThatIllegalStateException()
                .isThrownBy(() -> Row.audit().examine(List.of()))
                .withMessage("an audit needs an outcome, but there was none\nMaybe add one with withRate.");
    }

    @Test
    void nullIsNamed() {
        List<Row> rows = Row.rates("A", "1", 1, 1);
        assertThatNullPointerException()
                .isThrownBy(() -> EquityAudit.<Row, String, String>of(row -> null, "A", "B", Row::stratum)
                        .withRate(Row.PAID, Row::paid)
                        .examine(rows))
                .withMessage("group");
        assertThatNullPointerException()
                .isThrownBy(() -> EquityAudit.<Row, String, String>of(Row::group, "A", "B", row -> null)
                        .withRate(Row.PAID, Row::paid)
                        .examine(rows))
                .withMessage("stratum");
        assertThatNullPointerException()
                .isThrownBy(() -> Row.audit().withRate(Row.PAID, row -> null).examine(rows))
                .withMessage("paid");
        assertThatNullPointerException()
                .isThrownBy(
                        () -> Row.audit().withAmount(Row.REFUND, row -> null).examine(rows))
                .withMessage("refund");
        assertThatNullPointerException()
                .isThrownBy(() -> Row.audit().withTime("reply", row -> null).examine(rows))
                .withMessage("reply");
        assertThatNullPointerException()
                .isThrownBy(() -> Row.paidAudit().examine(null))
                .withMessage("cases");
        assertThatNullPointerException()
                .isThrownBy(() -> Row.audit().withRate(Row.PAID, null))
                .withMessage("outcome");
        assertThatNullPointerException()
                .isThrownBy(() -> Row.audit().withTime("reply", null))
                .withMessage("outcome");
        assertThatNullPointerException()
                .isThrownBy(() -> Row.audit().withAmount(Row.REFUND, null))
                .withMessage("outcome");
        assertThatNullPointerException()
                .isThrownBy(() -> new RateEquity.Stratum<String>(null, null, null))
                .withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> new AmountEquity.Stratum<String>(null, 1, 1, 1, 1))
                .withMessage("key");
    }

    @Test
    void anAuditCanBeUsedAgain() {
        EquityAudit<Row, String> audit = Row.paidAudit().withSmallestCell(1);
        List<Row> rows = Row.all(Row.rates("A", "1", 3, 5), Row.rates("B", "1", 4, 5));
        assertThat(audit.examine(rows).rate("paid").orElseThrow().shareA())
                .isEqualTo(audit.examine(rows).rate("paid").orElseThrow().shareA());
        assertThat(Row.refundAudit().examine(rows).amount("refund")).isEmpty();
        assertThat(new Row("A", "1", Optional.of(true), OptionalDouble.empty())
                        .withGroup("B")
                        .group())
                .isEqualTo("B");
    }

    @Test
    void aReportInPlainValues() {
        EquityReport<String> report = Row.paidAudit()
                .examine(Row.all(
                        Row.rates("A", "one", 30, 60), Row.rates("B", "one", 40, 60), Row.rates("B", "two", 5, 10)));
        RateEquity<String> paid = report.rate("paid").orElseThrow();

        assertThat(report.view())
                .isEqualTo(new EquityReport.View(
                        report.groupA(), 60, report.groupB(), 70, 0, List.of(paid.view()), List.of()));
        assertThat(paid.view())
                .isEqualTo(new EquityOutcome.View(
                        "paid",
                        paid.verdict().name(),
                        paid.ratio().orElseThrow().view(),
                        paid.pValue().orElseThrow(),
                        paid.adjustedPValue().orElseThrow(),
                        120,
                        0,
                        0,
                        false,
                        List.of()));
        assertThat(paid.crude().view())
                .containsExactly(
                        paid.crude().difference().view(),
                        paid.crude().riskRatio().orElseThrow().view(),
                        paid.crude().oddsRatio().orElseThrow().view());
    }

    @Test
    void aRatioThatIsUndefinedIsNullInPlainValues() {
        RateEquity<String> paid = paid(Row.all(Row.rates("A", "one", 0, 20), Row.rates("B", "one", 8, 20)));

        assertThat(paid.view().ratio()).isNull();
        assertThat(paid.crude().view())
                .containsExactly(paid.crude().difference().view());
    }
}

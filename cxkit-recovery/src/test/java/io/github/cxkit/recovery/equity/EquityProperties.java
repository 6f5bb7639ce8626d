package io.github.cxkit.recovery.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.MixShift;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the equity audit. */
class EquityProperties {

    private static final double TINY = 1e-9;

    @Provide
    Arbitrary<List<Row>> cases() {
        Arbitrary<Optional<Boolean>> paid = Arbitraries.of(true, false).optional(.9);
        Arbitrary<Double> refund = Arbitraries.doubles().between(0.5, 500).ofScale(2);
        return Combinators.combine(Arbitraries.of("A", "B"), Arbitraries.of("x", "y", "z"), paid, refund)
                .as((group, stratum, yes, amount) -> new Row(group, stratum, yes, OptionalDouble.of(amount)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(60);
    }

    private static EquityReport<String> report(List<Row> rows) {
        return Row.paidAudit()
                .withAmount(Row.REFUND, Row::refund)
                .withSmallestCell(1)
                .withSmallestEffectOfInterest(2)
                .examine(rows);
    }

    private static List<Row> mirrored(List<Row> rows) {
        return rows.stream()
                .map(row -> row.withGroup(row.group().equals("A") ? "B" : "A"))
                .toList();
    }

    private static void assertInverse(Score one, Score other) {
        assertThat(one.value() * other.value()).isCloseTo(1, within(TINY));
        Optional<Interval> limits = one.estimate().interval();
        Optional<Interval> inverse = other.estimate().interval();
        assertThat(limits.isPresent()).isEqualTo(inverse.isPresent());
        if (limits.isPresent() && limits.get().upper() < 1e100 && inverse.get().upper() < 1e100) {
            assertThat(limits.get().lower() * inverse.get().upper()).isCloseTo(1, within(TINY));
        }
    }

    private static void assertNegated(Score one, Score other) {
        assertThat(one.value()).isCloseTo(-other.value(), within(TINY));
        one.estimate()
                .interval()
                .ifPresent(limits -> assertThat(limits.lower())
                        .isCloseTo(-other.estimate().interval().orElseThrow().upper(), within(1e-6)));
    }

    @Property(tries = 200)
    void namingTheGroupsTheOtherWayRoundMirrorsTheRates(@ForAll("cases") List<Row> rows) {
        Optional<RateEquity<String>> paid = report(rows).rate("paid");
        Optional<RateEquity<String>> mirror = report(mirrored(rows)).rate("paid");
        assertThat(paid.isPresent()).isEqualTo(mirror.isPresent());
        if (paid.isPresent()) {
            RateEquity<String> one = paid.get();
            RateEquity<String> other = mirror.get();
            assertNegated(one.crude().difference(), other.crude().difference());
            assertThat(one.caseMix()).isCloseTo(-other.caseMix(), within(TINY));
            assertThat(one.treatment()).isCloseTo(-other.treatment(), within(TINY));
            assertThat(one.verdict()).isEqualTo(other.verdict());
            assertThat(one.isSimpsonsParadox()).isEqualTo(other.isSimpsonsParadox());
            assertThat(one.unknownA()).isEqualTo(other.unknownB());
            assertThat(one.pValue().orElse(2)).isCloseTo(other.pValue().orElse(2), within(TINY));
            assertThat(one.oneSidedStrata()).isEqualTo(other.oneSidedStrata());
            assertThat(one.adjusted().isPresent()).isEqualTo(other.adjusted().isPresent());
            one.adjusted().ifPresent(adjusted -> {
                RateEquity.Comparison against = other.adjusted().orElseThrow();
                assertNegated(adjusted.difference(), against.difference());
                adjusted.riskRatio()
                        .ifPresent(ratio ->
                                assertInverse(ratio, against.riskRatio().orElseThrow()));
                adjusted.oddsRatio()
                        .ifPresent(ratio ->
                                assertInverse(ratio, against.oddsRatio().orElseThrow()));
            });
        }
    }

    @Property(tries = 300)
    void namingTheOppositeOutcomeLeavesTheVerdict(@ForAll("cases") List<Row> rows) {
        List<Row> opposite = rows.stream()
                .map(row -> new Row(row.group(), row.stratum(), row.paid().map(yes -> !yes), row.refund()))
                .toList();
        for (double ratio : List.of(1.25, 1.6, 3.0)) {
            EquityAudit<Row, String> audit = Row.paidAudit().withSmallestCell(1).withSmallestEffectOfInterest(ratio);
            Optional<RateEquity<String>> one = audit.examine(rows).rate("paid");
            Optional<RateEquity<String>> other = audit.examine(opposite).rate("paid");
            assertThat(one.map(RateEquity::verdict)).isEqualTo(other.map(RateEquity::verdict));
            one.ifPresent(paid -> assertThat(paid.pValue().orElse(2))
                    .isCloseTo(other.orElseThrow().pValue().orElse(2), within(TINY)));
        }
    }

    @Property(tries = 200)
    void namingTheGroupsTheOtherWayRoundMirrorsTheAmounts(@ForAll("cases") List<Row> rows) {
        report(rows).amount("refund").ifPresent(one -> {
            AmountEquity<String> other = report(mirrored(rows)).amount("refund").orElseThrow();
            assertInverse(one.crude(), other.crude());
            assertThat(one.adjusted().isPresent()).isEqualTo(other.adjusted().isPresent());
            one.adjusted()
                    .ifPresent(ratio -> assertInverse(ratio, other.adjusted().orElseThrow()));
            assertThat(one.verdict()).isEqualTo(other.verdict());
            assertThat(one.caseMixFactor() * other.caseMixFactor()).isCloseTo(1, within(TINY));
            assertThat(one.treatmentFactor() * other.treatmentFactor()).isCloseTo(1, within(TINY));
            assertThat(one.caseMixFactor() * one.treatmentFactor() / one.crude().value())
                    .isCloseTo(1, within(TINY));
        });
    }

    @Property(tries = 100)
    void theOrderOfTheCasesDoesNotMatter(@ForAll("cases") List<Row> rows, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        EquityReport<String> one = report(rows);
        EquityReport<String> other = report(shuffled);
        assertThat(one.outcomesWithTooFewCases()).isEqualTo(other.outcomesWithTooFewCases());
        for (int i = 0; i < one.outcomes().size(); i++) {
            EquityOutcome<String> before = one.outcomes().get(i);
            EquityOutcome<String> after = other.outcomes().get(i);
            assertThat(before.verdict()).isEqualTo(after.verdict());
            assertThat(before.ratio().map(Score::value).orElse(0.0))
                    .isCloseTo(after.ratio().map(Score::value).orElse(0.0), within(TINY));
            assertThat(before.oneSidedStrata()).containsExactlyInAnyOrderElementsOf(after.oneSidedStrata());
        }
    }

    @Property(tries = 200)
    void gapRatioAndOddsPointTheSameWay(@ForAll("cases") List<Row> rows) {
        report(rows).rate("paid").flatMap(RateEquity::adjusted).ifPresent(adjusted -> {
            double gap = adjusted.difference().value();
            if (Math.abs(gap) > TINY) {
                adjusted.riskRatio()
                        .ifPresent(ratio -> assertThat(ratio.value() > 1).isEqualTo(gap > 0));
                adjusted.oddsRatio()
                        .ifPresent(ratio -> assertThat(ratio.value() > 1).isEqualTo(gap > 0));
                adjusted.test()
                        .ifPresent(test -> assertThat(test.statistic() > 0).isEqualTo(gap > 0));
            }
        });
    }

    @Property(tries = 200)
    void theSplitIsThatOfAMixShift(@ForAll("cases") List<Row> rows) {
        report(rows).rate("paid").ifPresent(paid -> {
            Scale scale = Scale.highIsGood(0, 1);
            RatingMetric yes = RatingMetric.share("yes", scale, x -> x == 1);
            MixShift<String> shift = MixShift.between(
                    Breakdown.of(yes, CustomScore::from, counts(scale, rows, "A")),
                    Breakdown.of(yes, CustomScore::from, counts(scale, rows, "B")));
            assertThat(paid.treatment()).isCloseTo(shift.rate(), within(TINY));
            assertThat(paid.caseMix()).isCloseTo(shift.mix(), within(TINY));
        });
    }

    private static Map<String, RatingCounts> counts(Scale scale, List<Row> rows, String group) {
        Map<String, RatingCounts> counts = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.group().equals(group) && row.paid().isPresent()) {
                RatingCounts one = row.paid().get() ? RatingCounts.of(scale, 0, 1) : RatingCounts.of(scale, 1, 0);
                counts.merge(row.stratum(), one, RatingCounts::plus);
            }
        }
        return counts;
    }

    @Property(tries = 100)
    void copiesOfAllCasesMoveNoFigureAndNarrowTheInterval(@ForAll("cases") List<Row> rows) {
        EquityReport<String> once = report(rows);
        EquityReport<String> fourTimes = report(Row.all(rows, rows, rows, rows));
        once.rate("paid").flatMap(RateEquity::adjusted).ifPresent(one -> {
            RateEquity.Comparison four =
                    fourTimes.rate("paid").orElseThrow().adjusted().orElseThrow();
            assertThat(four.difference().value()).isCloseTo(one.difference().value(), within(TINY));
            one.riskRatio()
                    .filter(score -> score.estimate().interval().isPresent())
                    .ifPresent(score -> assertThat(
                                    Math.log(upper(four.riskRatio().orElseThrow()) / score.value()))
                            .isCloseTo(Math.log(upper(score) / score.value()) / 2, within(TINY)));
            one.oddsRatio()
                    .ifPresent(score -> assertThat(
                                    Math.log(upper(four.oddsRatio().orElseThrow()) / score.value()))
                            .isCloseTo(Math.log(upper(score) / score.value()) / 2, within(TINY)));
        });
    }

    private static double upper(Score score) {
        return score.estimate().interval().orElseThrow().upper();
    }

    @Property(tries = 100)
    void anotherCurrencyMovesNoRatio(@ForAll("cases") List<Row> rows) {
        List<Row> crowns = rows.stream()
                .map(row -> new Row(
                        row.group(),
                        row.stratum(),
                        row.paid(),
                        OptionalDouble.of(7.46 * row.refund().orElseThrow())))
                .toList();
        report(rows).amount("refund").ifPresent(euros -> {
            AmountEquity<String> other = report(crowns).amount("refund").orElseThrow();
            assertThat(other.crude().value() / euros.crude().value()).isCloseTo(1, within(TINY));
            assertThat(other.geometricMeanA() / euros.geometricMeanA()).isCloseTo(7.46, within(1e-6));
            assertThat(other.verdict()).isEqualTo(euros.verdict());
        });
    }
}

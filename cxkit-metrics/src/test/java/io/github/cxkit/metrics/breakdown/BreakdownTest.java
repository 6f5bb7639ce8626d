package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakdownTest {

    enum Region {
        NORTH,
        SOUTH {
            @Override
            public String toString() {
                return "SOUTH";
            }
        },
        WEST
    }

    record Row(Region region, String product, int recommend, double weight) {}

    private static final RatingMetric MEAN = RatingMetric.mean("rating", Scale.highIsGood(1, 5));

    private static List<Row> rows(Region region, int promoters, int passives, int detractors) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < promoters + passives + detractors; i++) {
            int answer = i < promoters ? 9 + i % 2 : i < promoters + passives ? 7 + i % 2 : i % 7;
            rows.add(new Row(region, i % 3 == 0 ? "web" : "app", answer, 1));
        }
        return rows;
    }

    private static final List<Row> ROWS = Stream.of(
                    rows(Region.SOUTH, 60, 80, 60), rows(Region.NORTH, 45, 35, 20), rows(Region.WEST, 1, 2, 6))
            .flatMap(List::stream)
            .toList();

    private static Breakdown<Region, CustomScore> byRegion(List<Row> rows) {
        return rows.stream()
                .collect(Breakdown.by(
                        Row::region, CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.recommend()))));
    }

    /** Promoters, passives and detractors of each group. */
    private static Breakdown<String, CustomScore> classes(Object... parts) {
        Map<String, RatingCounts> counts = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 4) {
            counts.put(
                    (String) parts[i],
                    Nps.promoters((int) parts[i + 1])
                            .passives((int) parts[i + 2])
                            .detractors((int) parts[i + 3])
                            .counts());
        }
        return Breakdown.of(Nps.STANDARD, CustomScore::from, counts);
    }

    @Test
    void groupsAreListedWithTheirScoreAndBaseInTheOrderOfTheirKeys() {
        List<Breakdown.Group<Region, CustomScore>> groups = byRegion(ROWS).groups();

        assertThat(groups).extracting(Breakdown.Group::key).containsExactly(Region.NORTH, Region.SOUTH, Region.WEST);
        assertThat(groups)
                .extracting(Breakdown.Group::base)
                .containsExactly(BaseSize.SUFFICIENT, BaseSize.SUFFICIENT, BaseSize.SUPPRESSED);
        assertThat(groups).extracting(Breakdown.Group::isSuppressed).containsExactly(false, false, true);
        assertThat(groups.get(0).score().value()).isEqualTo(25);
        assertThat(groups.get(1).score().value()).isEqualTo(0);
        assertThat(groups.get(2).score().count()).isEqualTo(9);
    }

    @Test
    void theTotalIsThatOfAllAnswersSuppressedOnesIncluded() {
        Breakdown<Region, CustomScore> byRegion = byRegion(ROWS);
        Nps all = ROWS.stream().collect(Nps.toNps(Row::recommend));

        assertThat(byRegion.total().counts()).isEqualTo(all.counts());
        assertThat(byRegion.total().value()).isEqualTo(all.value());
        assertThat(byRegion.metric()).isEqualTo(Nps.STANDARD);
        assertThat(byRegion.isEmpty()).isFalse();
    }

    @Test
    void oneGroupCanBeAskedFor() {
        Breakdown<Region, CustomScore> byRegion = byRegion(rows(Region.NORTH, 45, 35, 20));
        assertThat(byRegion.group(Region.NORTH).orElseThrow().score().value()).isEqualTo(25);
        assertThat(byRegion.group(Region.WEST)).isEmpty();
    }

    @Test
    void eachGroupIsComparedWithTheOthersTogether() {
        Breakdown<String, CustomScore> breakdown =
                classes("north", 45, 35, 20, "south", 60, 80, 60, "west", 300, 200, 100, "tiny", 9, 0, 0);
        List<Breakdown.GroupComparison<String>> comparisons = breakdown.comparisons(Adjustment.HOLM);

        assertThat(comparisons).extracting(Breakdown.GroupComparison::key).containsExactly("north", "south", "west");
        Change south = Change.between(
                Nps.promoters(45 + 300 + 9).passives(35 + 200).detractors(20 + 100),
                Nps.promoters(60).passives(80).detractors(60));
        assertThat(comparisons.get(1).change().difference()).isEqualTo(south.difference());
        assertThat(comparisons.get(1).pValue()).isEqualTo(south.pValue());
        assertThat(comparisons.get(1).change().before().orElseThrow().count()).isEqualTo(709);
        assertThat(comparisons.get(1).change().after().orElseThrow().count()).isEqualTo(200);

        double[] adjusted = Adjustment.HOLM.adjust(comparisons.stream()
                .mapToDouble(comparison -> comparison.pValue().orElseThrow())
                .toArray());
        for (int i = 0; i < 3; i++) {
            assertThat(comparisons.get(i).adjustedPValue()).hasValue(adjusted[i]);
        }
        assertThat(comparisons)
                .extracting(Breakdown.GroupComparison::verdict)
                .containsExactly(ComparisonVerdict.INCONCLUSIVE, ComparisonVerdict.WORSE, ComparisonVerdict.BETTER);
    }

    @Test
    void northAgainstSouthIsTwentyFivePointsBetter() {
        Breakdown<String, CustomScore> breakdown = classes("north", 45, 35, 20, "south", 60, 80, 60);
        assertThat(breakdown.total().value()).isCloseTo(100 * 25 / 300.0, within(1e-12));
        Breakdown.GroupComparison<String> north = breakdown.comparisons().get(0);
        assertThat(north.change().difference().toString()).isEqualTo("25.0 (95% CI 6.1 to 42.8, n=300)");
        assertThat(north.verdict()).isEqualTo(ComparisonVerdict.BETTER);
        assertThat(north.adjustedPValue()).isEqualTo(north.pValue());
        assertThat(north.toString())
                .isEqualTo("north against the rest: 25.0 (95% CI 6.1 to 42.8, n=300), of which 100 in the group,"
                        + " adjusted p 0.0099: BETTER");
    }

    @Test
    void betweenTwoGroupsThereIsOneComparisonAndItsMirrorImage() {
        Breakdown<String, CustomScore> breakdown = classes("north", 45, 35, 20, "south", 60, 80, 60, "nobody", 0, 0, 0);
        for (Adjustment adjustment : Adjustment.values()) {
            List<Breakdown.GroupComparison<String>> comparisons = breakdown.comparisons(adjustment);
            assertThat(comparisons)
                    .hasSize(2)
                    .allSatisfy(comparison ->
                            assertThat(comparison.adjustedPValue()).isEqualTo(comparison.pValue()));
            assertThat(comparisons)
                    .extracting(comparison -> comparison.change().value())
                    .containsExactly(25.0, -25.0);
        }
        assertThat(classes("north", 45, 35, 20, "south", 60, 80, 60, "one", 1, 0, 0)
                        .comparisons())
                .allSatisfy(comparison -> assertThat(comparison.adjustedPValue().orElseThrow())
                        .isGreaterThan(comparison.pValue().orElseThrow()));
    }

    @Test
    void aFindingOfOneComparisonMayBeNoneAmongMany() {
        List<Object> parts = new ArrayList<>(List.of("a", 62, 20, 18));
        for (int i = 0; i < 9; i++) {
            parts.addAll(List.of("b" + i, 50, 25, 25));
        }
        Breakdown.GroupComparison<String> a =
                classes(parts.toArray()).comparisons(Adjustment.HOLM).get(0);

        assertThat(a.change().verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(a.adjustedPValue().orElseThrow()).isGreaterThan(0.05);
        assertThat(a.verdict()).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
    }

    @Test
    void theConfidenceDecidesOnIntervalAndVerdict() {
        Breakdown<String, CustomScore> breakdown = classes("north", 45, 35, 20, "south", 60, 80, 60);
        Breakdown.GroupComparison<String> strict =
                breakdown.comparisons(Adjustment.HOLM, 0.999).get(0);
        assertThat(strict.change().difference().confidence()).isEqualTo(0.999);
        assertThat(strict.verdict()).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> breakdown.comparisons(Adjustment.HOLM, 95))
                .withMessageContaining("95");
    }

    @Test
    void aLowShareThatIsBetterIsAnImprovement() {
        RatingMetric bad = Csat.bottomBox(Scale.highIsGood(1, 5), 2);
        Breakdown<String, CustomScore> breakdown = Breakdown.of(
                bad,
                CustomScore::from,
                Map.of(
                        "few bad", RatingCounts.of(bad.scale(), 5, 5, 50, 100, 100),
                        "many bad", RatingCounts.of(bad.scale(), 50, 50, 50, 50, 50)));
        assertThat(breakdown.comparisons())
                .extracting(Breakdown.GroupComparison::verdict)
                .containsExactly(ComparisonVerdict.BETTER, ComparisonVerdict.WORSE);
    }

    @Test
    void comparisonsWithoutAPValueSayNothing() {
        Breakdown<String, CustomScore> breakdown = Breakdown.of(
                MEAN,
                CustomScore::from,
                Map.of(
                        "a four", RatingCounts.of(MEAN.scale(), 0, 0, 0, 1, 0),
                        "many", RatingCounts.of(MEAN.scale(), 0, 10, 20, 0, 0)));
        List<Breakdown.GroupComparison<String>> comparisons = breakdown
                .withGrading(BaseGrading.withDefaults().withSuppressedBelow(1))
                .comparisons(Adjustment.BONFERRONI);

        assertThat(comparisons).extracting(Breakdown.GroupComparison::key).containsExactly("a four", "many");
        assertThat(comparisons.get(0).pValue()).isEmpty();
        assertThat(comparisons.get(0).adjustedPValue()).isEmpty();
        assertThat(comparisons.get(0).verdict()).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThat(comparisons.get(0))
                .hasToString(
                        "a four against the rest: 1.33 (no interval, n=31), of which 1 in the group: INCONCLUSIVE");
    }

    @Test
    void aGroupWhoseOthersAreTooFewIsNotCompared() {
        Breakdown<String, CustomScore> breakdown = classes("large", 50, 30, 20, "small", 5, 2, 2);
        assertThat(breakdown.comparisons()).isEmpty();
        assertThat(breakdown
                        .withGrading(BaseGrading.withDefaults().withSuppressedBelow(9))
                        .comparisons())
                .extracting(Breakdown.GroupComparison::key)
                .containsExactly("large", "small");
    }

    @Test
    void comparisonsOfFewerThanTwoGroupsExplainThemselves() {
        assertThatIllegalStateException()
                .isThrownBy(() -> byRegion(List.of()).comparisons())
                .withMessage("comparisons need at least 2 groups with answers, but there were none");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> classes("only", 50, 30, 20, "empty", 0, 0, 0).comparisons(Adjustment.BENJAMINI_HOCHBERG))
                .withMessage("comparisons need at least 2 groups with answers, but there was 1");
    }

    @Test
    void noRowsAreLegal() {
        Breakdown<Region, CustomScore> nothing = byRegion(List.of());
        assertThat(nothing.groups()).isEmpty();
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.total().isEmpty()).isTrue();
        assertThat(nothing).hasToString("NPS undefined (n=0)");
        assertThat(nothing.plus(byRegion(ROWS))).isEqualTo(byRegion(ROWS));
    }

    @Test
    void theGradingIsTheCallers() {
        Breakdown<Region, CustomScore> byRegion =
                byRegion(ROWS).withGrading(BaseGrading.withDefaults().withSuppressedBelow(150));
        assertThat(byRegion.groups()).extracting(Breakdown.Group::isSuppressed).containsExactly(true, false, true);
        assertThat(byRegion.plus(byRegion).groups())
                .extracting(Breakdown.Group::isSuppressed)
                .containsExactly(false, false, true);
        assertThat(byRegion.regroup(region -> region).groups())
                .extracting(Breakdown.Group::isSuppressed)
                .containsExactly(true, false, true);
        assertThat(byRegion.total()).isEqualTo(byRegion(ROWS).total());
    }

    @Test
    void twoKeysCanBeCrossedAndBroughtBackToOne() {
        Breakdown<Breakdown.Both<String, Region>, CustomScore> crossed = ROWS.stream()
                .collect(Breakdown.byBoth(
                        Row::product,
                        Row::region,
                        CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.recommend()))));

        assertThat(crossed.groups())
                .extracting(group -> group.key().toString())
                .containsExactly(
                        "app × NORTH", "app × SOUTH", "app × WEST", "web × NORTH", "web × SOUTH", "web × WEST");
        assertThat(crossed.regroup(Breakdown.Both::second)).isEqualTo(byRegion(ROWS));
        assertThat(crossed.group(new Breakdown.Both<>("web", Region.NORTH))
                        .orElseThrow()
                        .score()
                        .count())
                .isEqualTo(34);
    }

    @Test
    void keysWithoutAnOrderAreListedAsTheyAppear() {
        record Key(String name) {}
        Breakdown<Optional<String>, CustomScore> optional = Stream.of("b", "", "a", "b")
                .collect(Breakdown.by(
                        text -> Optional.of(text).filter(t -> !t.isEmpty()),
                        CustomScore.toScore(Nps.STANDARD, (tally, text) -> tally.accept(9))));
        assertThat(optional.groups())
                .extracting(Breakdown.Group::key)
                .containsExactly(Optional.of("b"), Optional.empty(), Optional.of("a"));

        Breakdown<Breakdown.Both<Key, Integer>, CustomScore> half = Stream.of("z2", "a1", "z1", "a2")
                .collect(Breakdown.byBoth(
                        text -> new Key(text.substring(0, 1)),
                        text -> Integer.valueOf(text.substring(1)),
                        CustomScore.toScore(Nps.STANDARD, (tally, text) -> tally.accept(9))));
        assertThat(half.groups())
                .extracting(group -> group.key().first().name() + group.key().second())
                .containsExactly("z1", "z2", "a1", "a2");

        Breakdown<Object, CustomScore> mixed = Stream.<Object>of("b", 1, "a")
                .collect(Breakdown.by(key -> key, CustomScore.toScore(Nps.STANDARD, (tally, key) -> tally.accept(9))));
        assertThat(mixed.groups()).extracting(Breakdown.Group::key).containsExactly("b", 1, "a");
    }

    @Test
    void aRowWithoutAKeyIsRefused() {
        List<Row> rows = new ArrayList<>(ROWS);
        Map<Row, Region> none = new HashMap<>();
        assertThatNullPointerException()
                .isThrownBy(() -> rows.stream()
                        .collect(Breakdown.by(
                                none::get,
                                CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.recommend())))))
                .withMessage("key of a row must not be null\n"
                        + "Maybe give rows without one a key of their own, such as \"unknown\".");
        assertThatNullPointerException()
                .isThrownBy(() -> rows.stream()
                        .collect(Breakdown.byBoth(
                                Row::product,
                                none::get,
                                CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.recommend())))))
                .withMessageStartingWith("second key must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> rows.stream()
                        .collect(Breakdown.byBoth(
                                none::get,
                                Row::product,
                                CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.recommend())))))
                .withMessageStartingWith("first key must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> byRegion(ROWS).regroup(new HashMap<Region, String>()::get))
                .withMessageStartingWith("new key must not be null");
    }

    @Test
    void aRowOffTheScaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byRegion(List.of(new Row(Region.NORTH, "web", 11, 1))))
                .withMessage("answer must be in [0, 10], but was 11");
    }

    @Test
    void skippedAnswersAndWeightsTravelAlong() {
        Breakdown<String, CustomScore> weighted = Stream.of(10, 9, 2, -1)
                .collect(Breakdown.by(answer -> "all", CustomScore.toScore(Nps.STANDARD, (tally, answer) -> {
                    if (answer < 0) {
                        tally.accept(Answer.SKIPPED);
                    } else {
                        tally.accept(answer, answer == 2 ? 2 : 1);
                    }
                })));
        assertThat(weighted.total().value()).isEqualTo(0);
        assertThat(weighted.total().skipped()).isEqualTo(1);
        assertThat(weighted.total().effectiveCount()).isCloseTo(16.0 / 6, within(1e-12));
    }

    @Test
    void theRestOfAWeightedGroupIsMadeOfTheOthers() {
        RatingMetric definition = Nps.STANDARD;
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            rows.add(new Row(Region.values()[i % 3], "web", (i * 7) % 11, 0.1 + i % 5));
        }
        Breakdown<Region, CustomScore> breakdown = rows.stream()
                .collect(Breakdown.by(
                        Row::region,
                        CustomScore.toScore(definition, (tally, row) -> tally.accept(row.recommend(), row.weight()))));
        for (Breakdown.GroupComparison<Region> comparison : breakdown.comparisons()) {
            Nps rest = rows.stream()
                    .filter(row -> row.region() != comparison.key())
                    .collect(Nps.toNps(Row::recommend, Row::weight));
            assertThat(comparison.change().before().orElseThrow().value()).isCloseTo(rest.value(), within(1e-10));
            assertThat(comparison.change().before().orElseThrow().effectiveCount())
                    .isCloseTo(rest.effectiveCount(), within(1e-10));
        }
    }

    @Test
    void onlyTheSameDefinitionIsMerged() {
        Breakdown<String, CustomScore> other = Breakdown.of(MEAN, CustomScore::from, Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classes("a", 1, 2, 3).plus(other))
                .withMessageContainingAll("NPS", "rating", "cannot be merged");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Breakdown.of(MEAN, CustomScore::from, Map.of("a", RatingCounts.empty(Nps.STANDARD.scale()))))
                .withMessageContaining("another scale");
    }

    @Test
    void moreAnswersThanALongCanCountAreRefusedWhenGroupsAreMade() {
        RatingCounts many =
                Nps.promoters(Long.MAX_VALUE).passives(0).detractors(0).counts();
        Breakdown<String, CustomScore> one = Breakdown.of(Nps.STANDARD, CustomScore::from, Map.of("a", many));
        Breakdown<String, CustomScore> other = Breakdown.of(Nps.STANDARD, CustomScore::from, Map.of("b", many));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> one.plus(other))
                .isInstanceOf(ArithmeticException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Breakdown.of(Nps.STANDARD, CustomScore::from, Map.of("a", many, "b", many)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void textShowsNoValueOfASuppressedGroup() {
        assertThat(classes("north", 45, 35, 20, "west", 1, 2, 6))
                .hasToString("""
                NPS 23.9 (95%% CI 9.0 to 37.5, n=109), class counts
                  north: NPS 25.0 (95%% CI 9.4 to 39.3, n=100), class counts
                  west: suppressed (n=9)""".formatted().replace("23.9 (95% CI 9.0 to 37.5", textOfTotal()));
    }

    private static String textOfTotal() {
        String text = Nps.promoters(46).passives(37).detractors(26).toString();
        return text.substring("NPS ".length(), text.indexOf(", n="));
    }

    @Test
    void equalityIsOfDefinitionAndCountsNotOfGrading() {
        Breakdown<String, CustomScore> one = classes("a", 1, 2, 3);
        assertThat(one)
                .isEqualTo(classes("a", 1, 2, 3)
                        .withGrading(BaseGrading.withDefaults().withSuppressedBelow(1)))
                .hasSameHashCodeAs(classes("a", 1, 2, 3))
                .isNotEqualTo(classes("b", 1, 2, 3))
                .isNotEqualTo(classes("a", 1, 2, 4))
                .isNotEqualTo(Breakdown.of(MEAN, CustomScore::from, Map.of()))
                .isNotEqualTo("a");
    }
}

package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.MissingCodes;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BreakdownProperties {

    record Row(int group, int answer, double weight) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.doubles().between(0.1, 9))
                .as(Row::new)
                .list()
                .ofMaxSize(80);
    }

    private static Breakdown<Integer, CustomScore> byGroup(List<Row> rows) {
        return rows.stream()
                .collect(Breakdown.by(
                        Row::group, CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.answer()))));
    }

    @Property
    void theTotalIsTheSumOfTheGroupsAndOfAllAnswers(@ForAll("rows") List<Row> rows) {
        Breakdown<Integer, CustomScore> breakdown = byGroup(rows);
        RatingCounts sum = breakdown.groups().stream()
                .map(group -> group.score().counts())
                .reduce(RatingCounts.empty(Nps.STANDARD.scale()), RatingCounts::plus);
        assertThat(breakdown.total().counts()).isEqualTo(sum);
        assertThat(breakdown.total().counts())
                .isEqualTo(rows.stream().collect(Nps.toNps(Row::answer)).counts());
    }

    @Property
    void orderPartitionAndParallelismOfRowsDoNotMatter(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 80) int cut, @ForAll long seed) {
        Breakdown<Integer, CustomScore> whole = byGroup(rows);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        int at = Math.min(cut, rows.size());
        Breakdown<Integer, CustomScore> merged =
                byGroup(shuffled.subList(0, at)).plus(byGroup(shuffled.subList(at, rows.size())));
        Breakdown<Integer, CustomScore> parallel = shuffled.parallelStream()
                .collect(Breakdown.by(
                        Row::group, CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.answer()))));

        for (Breakdown<Integer, CustomScore> other : List.of(merged, parallel, byGroup(shuffled))) {
            assertThat(other).isEqualTo(whole);
            assertThat(other.groups()).isEqualTo(whole.groups());
        }
    }

    @Property
    void suppressionChangesNoTotalAndNoValue(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 50) int least) {
        Breakdown<Integer, CustomScore> breakdown = byGroup(rows);
        Breakdown<Integer, CustomScore> suppressed =
                breakdown.withGrading(BaseGrading.withDefaults().withSuppressedBelow(least));
        assertThat(suppressed.total()).isEqualTo(breakdown.total());
        assertThat(suppressed.groups())
                .extracting(Breakdown.Group::score)
                .isEqualTo(
                        breakdown.groups().stream().map(Breakdown.Group::score).toList());
        assertThat(suppressed.groups())
                .allSatisfy(group ->
                        assertThat(group.isSuppressed()).isEqualTo(group.score().count() < least));
    }

    @Property(tries = 200)
    void groupAndRestAreTheTotalAndAGroupAgainstItselfNeverMoves(@ForAll("rows") List<Row> rows) {
        Breakdown<Integer, CustomScore> breakdown =
                byGroup(rows).withGrading(BaseGrading.withDefaults().withSuppressedBelow(1));
        if (breakdown.groups().size() < 2) {
            return;
        }
        List<Breakdown.GroupComparison<Integer>> comparisons = breakdown.comparisons(Adjustment.BENJAMINI_HOCHBERG);
        assertThat(comparisons)
                .extracting(Breakdown.GroupComparison::key)
                .isEqualTo(breakdown.groups().stream().map(Breakdown.Group::key).toList());
        for (Breakdown.GroupComparison<Integer> comparison : comparisons) {
            CustomScore rest = (CustomScore) comparison.change().before().orElseThrow();
            CustomScore group = (CustomScore) comparison.change().after().orElseThrow();
            assertThat(rest.plus(group)).isEqualTo(breakdown.total());
            assertThat(comparison.adjustedPValue().orElseThrow())
                    .isGreaterThanOrEqualTo(comparison.pValue().orElseThrow());
            Change itself = Change.between(group, CustomScore.from(group.metric(), group.counts()));
            assertThat(itself.value()).isZero();
            assertThat(itself.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Property
    void columnsAreRows(@ForAll("rows") List<Row> rows) {
        int[] group = rows.stream().mapToInt(Row::group).toArray();
        int[] answers = rows.stream().mapToInt(Row::answer).toArray();
        byte[] bytes = new byte[answers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) answers[i];
        }
        List<Integer> labels = List.of(0, 1, 2, 3, 4);
        Breakdown<Integer, CustomScore> ofInts =
                Breakdown.ofColumns(Nps.STANDARD, CustomScore::from, group, labels, answers);
        assertThat(Breakdown.ofColumns(Nps.STANDARD, CustomScore::from, group, labels, bytes))
                .isEqualTo(ofInts);
        assertThat(ofInts.groups().stream()
                        .filter(g -> !g.score().isEmpty())
                        .map(Breakdown.Group::score)
                        .toList())
                .isEqualTo(byGroup(rows).groups().stream()
                        .map(Breakdown.Group::score)
                        .toList());
    }

    /** The points 0 and 10 are made codes by a scale that leaves them out. */
    @Property
    void missingAnswersInColumnsAreThoseOfATallyPerGroup(@ForAll("rows") List<Row> rows) {
        RatingMetric definition = RatingMetric.mean("one to nine", Scale.highIsGood(1, 9));
        MissingCodes codes = MissingCodes.none().withSkipped(0).withNotApplicable(10);
        int[] group = rows.stream().mapToInt(Row::group).toArray();
        int[] answers = rows.stream().mapToInt(Row::answer).toArray();
        byte[] bytes = new byte[answers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) answers[i];
        }
        List<Integer> labels = List.of(0, 1, 2, 3, 4);
        Breakdown<Integer, CustomScore> byGroup =
                Breakdown.ofColumns(definition, CustomScore::from, group, labels, answers, codes);
        assertThat(Breakdown.ofColumns(definition, CustomScore::from, group, labels, bytes, codes))
                .isEqualTo(byGroup);
        for (int label : labels) {
            RatingTally tally = RatingTally.on(definition.scale());
            tally.acceptAll(
                    rows.stream()
                            .filter(row -> row.group() == label)
                            .mapToInt(Row::answer)
                            .toArray(),
                    codes);
            assertThat(byGroup.group(label).orElseThrow().score().counts()).isEqualTo(tally.counts());
        }
    }

    @Property
    void crossedKeysBroughtBackAreTheSingleKey(@ForAll("rows") List<Row> rows) {
        Breakdown<Breakdown.Both<Integer, Boolean>, CustomScore> crossed = rows.stream()
                .collect(Breakdown.byBoth(
                        Row::group,
                        row -> row.weight() > 4,
                        CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.answer()))));
        assertThat(crossed.regroup(Breakdown.Both::first)).isEqualTo(byGroup(rows));
        assertThat(crossed.total().counts()).isEqualTo(byGroup(rows).total().counts());
    }
}

package io.github.cxkit.recovery.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScaleReliabilityTest {

    /** Ten answers from 1 to 7 to four items, the last of them reverse-keyed. */
    private static final List<double[]> ANSWERS = Stream.of(
                    "7672", "6652", "5663", "4454", "2326", "6761", "3235", "5544", "1227", "6573")
            .map(row -> row.chars().mapToDouble(c -> c - '0').toArray())
            .toList();

    private static Map<String, ToDoubleFunction<double[]>> items(int number) {
        Map<String, ToDoubleFunction<double[]>> items = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            int item = i;
            items.put("q" + (i + 1), row -> row[item]);
        }
        return items;
    }

    private static ScaleReliability scale(double[]... rows) {
        return ScaleReliability.of(List.of(rows), items(rows[0].length));
    }

    @Test
    void itemsThatMeasureOneThing() {
        Map<String, ToDoubleFunction<double[]>> items = items(4);
        items.put("q4", row -> 8 - row[3]);
        ScaleReliability scale = ScaleReliability.of(ANSWERS, items);
        assertThat(scale.alpha().orElseThrow()).isCloseTo(0.9719200967, within(1e-10));
        Interval interval = scale.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(0.9261258294, within(1e-10));
        assertThat(interval.upper()).isCloseTo(0.9921661941, within(1e-10));
        assertThat(scale.reverseKeyed()).isEmpty();
        assertThat(scale.reasonWithoutAlpha()).isEmpty();
        assertThat(scale.count()).isEqualTo(10);
        assertThat(scale.incompleteCount()).isZero();
        assertThat(scale.items()).extracting(ScaleReliability.Item::item).containsExactly("q1", "q2", "q3", "q4");
        assertThat(scale.notes())
                .containsExactly(
                        "only 10 complete rows, fewer than 30", "alpha is above 0.95: some items may be redundant");
        assertThat(scale).hasToString("alpha 0.972 (95% CI 0.926 to 0.992, 4 items, n=10)");
    }

    private record Survey(double listened, double apologised, double explained) {}

    @Test
    void readsTheCallersOwnRows() {
        List<Survey> surveys =
                ANSWERS.stream().map(row -> new Survey(row[0], row[1], row[2])).toList();
        Map<String, ToDoubleFunction<Survey>> items = new LinkedHashMap<>();
        items.put("listened", Survey::listened);
        items.put("apologised", Survey::apologised);
        items.put("explained", Survey::explained);
        ScaleReliability courtesy = ScaleReliability.of(surveys, items);
        assertThat(courtesy.alpha())
                .isEqualTo(ScaleReliability.of(ANSWERS, items(3)).alpha());
        assertThat(courtesy.interval()).isPresent();
        assertThat(courtesy.notes()).hasSize(2);
    }

    @Test
    void anItemThatWasNotReversedIsNamed() {
        ScaleReliability scale = ScaleReliability.of(ANSWERS, items(4));
        assertThat(scale.alpha().orElseThrow()).isCloseTo(-0.09676511955, within(1e-10));
        assertThat(scale.reverseKeyed()).containsExactly("q4");
        assertThat(scale.items().get(3).restCorrelation().orElseThrow()).isLessThan(-0.8);
        assertThat(scale.items().get(3).alphaIfDeleted().orElseThrow()).isGreaterThan(0.9);
        assertThat(scale.notes())
                .contains(
                        "alpha is below 0: q4 against the sum of the other items: maybe reverse-keyed and not reversed");
    }

    @Test
    void aReversedItemIsNamedWhereAlphaIsAboveZeroAsWell() {
        ScaleReliability scale = scale(
                new double[] {1, 1, 2, 1, 3}, new double[] {2, 2, 2, 3, 2}, new double[] {3, 4, 3, 3, 2}, new double[] {
                    5, 4, 5, 5, 1
                });
        assertThat(scale.alpha().orElseThrow()).isPositive();
        assertThat(scale.notes())
                .contains("q5 against the sum of the other items: maybe reverse-keyed and not reversed");
    }

    @Test
    void anotherConfidenceGivesAnotherInterval() {
        ScaleReliability scale = ScaleReliability.of(ANSWERS, items(3));
        Interval narrow = scale.interval(0.9).orElseThrow();
        Interval wide = scale.interval(0.95).orElseThrow();
        assertThat(scale.interval()).contains(wide);
        assertThat(narrow.lower()).isGreaterThan(wide.lower());
        assertThat(narrow.upper()).isLessThan(wide.upper());
        assertThat(narrow.contains(scale.alpha().orElseThrow())).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> scale.interval(1));
    }

    @Test
    void oneItemHasNoAlpha() {
        ScaleReliability scale = ScaleReliability.of(ANSWERS, items(1));
        notEstimable(scale, "one item has nothing to be consistent with");
        assertThat(scale.items().get(0).alphaIfDeleted()).isEmpty();
        assertThat(scale.items().get(0).restCorrelation()).isEmpty();
        assertThat(scale).hasToString("alpha undefined (1 items, n=10)");
    }

    @Test
    void fewerThanTwoRowsHaveNoAlpha() {
        notEstimable(ScaleReliability.of(List.of(), items(4)), "alpha needs at least 2 complete rows, and there are 0");
        notEstimable(scale(new double[] {1, 2, 3}), "alpha needs at least 2 complete rows, and there are 1");
    }

    @Test
    void answersThatDoNotVaryHaveNoAlpha() {
        notEstimable(
                scale(new double[] {4, 5, 0.1}, new double[] {4, 5, 0.1}, new double[] {4, 5, 0.1}),
                "the sum of the items does not vary");
    }

    @Test
    void itemsThatCancelEachOtherHaveNoAlpha() {
        notEstimable(
                scale(new double[] {1, 5.3}, new double[] {2.2, 4.1}, new double[] {3.3, 3}),
                "the sum of the items does not vary");
    }

    private static void notEstimable(ScaleReliability scale, String reason) {
        assertThat(scale.alpha()).isEmpty();
        assertThat(scale.standardisedAlpha()).isEmpty();
        assertThat(scale.lambda2()).isEmpty();
        assertThat(scale.interval()).isEmpty();
        assertThat(scale.reasonWithoutAlpha()).contains(reason);
        assertThat(scale.notes()).contains("alpha is not estimable: " + reason);
        assertThat(scale.notes()).noneMatch(note -> note.startsWith("only"));
    }

    @Test
    void twoItemsHaveNoAlphaWithoutOneOfThem() {
        ScaleReliability scale = ScaleReliability.of(ANSWERS, items(2));
        assertThat(scale.alpha()).isPresent();
        assertThat(scale.lambda2().orElseThrow()).isCloseTo(scale.alpha().orElseThrow(), within(1e-12));
        assertThat(scale.items())
                .allSatisfy(item -> assertThat(item.alphaIfDeleted()).isEmpty());
        assertThat(scale.items().get(0).restCorrelation().orElseThrow())
                .isCloseTo(scale.items().get(1).restCorrelation().orElseThrow(), within(1e-12));
    }

    @Test
    void twoRowsAreEnoughForAnAlpha() {
        ScaleReliability scale = scale(new double[] {1, 2}, new double[] {3, 3});
        assertThat(scale.alpha().orElseThrow()).isCloseTo(2 * (1 - 2.5 / 4.5), within(1e-12));
        assertThat(scale.interval()).isPresent();
    }

    @Test
    void equalItemsHaveAnAlphaOfOneAndNoInterval() {
        ScaleReliability scale = scale(new double[] {1, 1.1, 3}, new double[] {2, 2.1, 4}, new double[] {4, 4.1, 6});
        assertThat(scale.alpha().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(scale.interval()).isEmpty();
        assertThat(scale.reasonWithoutAlpha()).isEmpty();
        assertThat(scale).hasToString("alpha 1.000 (no interval, 3 items, n=3)");
    }

    @Test
    void anItemThatDoesNotVaryHasNoCorrelation() {
        ScaleReliability scale = scale(
                new double[] {1, 2, 0.1}, new double[] {2, 2, 0.1}, new double[] {4, 5, 0.1}, new double[] {5, 5, 0.1});
        assertThat(scale.alpha()).isPresent();
        assertThat(scale.lambda2()).isPresent();
        assertThat(scale.standardisedAlpha()).isEmpty();
        assertThat(scale.items().get(2).restCorrelation()).isEmpty();
        assertThat(scale.items().get(2).alphaIfDeleted()).isPresent();
        assertThat(scale.items().get(0).alphaIfDeleted().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(scale.items().get(0).restCorrelation()).isPresent();
        assertThat(scale.reverseKeyed()).isEmpty();
    }

    @Test
    void standardisedItemsMayCancelWhereTheItemsDoNot() {
        ScaleReliability scale = scale(new double[] {1, 30}, new double[] {2, 20}, new double[] {3, 10});
        assertThat(scale.alpha()).isPresent();
        assertThat(scale.standardisedAlpha()).isEmpty();
        assertThat(scale.reverseKeyed()).containsExactly("q1", "q2");
    }

    @Test
    void incompleteRowsAreCountedAndNotImputed() {
        List<double[]> rows = new ArrayList<>(ANSWERS);
        rows.add(new double[] {7, 7, Double.NaN, 1});
        rows.add(new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        Map<String, Function<double[], OptionalDouble>> items = new LinkedHashMap<>();
        items(4).forEach((name, item) -> items.put(
                name,
                row -> Double.isNaN(item.applyAsDouble(row))
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(item.applyAsDouble(row))));
        ScaleReliability scale = ScaleReliability.skippingIncomplete(rows, items);
        assertThat(scale.count()).isEqualTo(10);
        assertThat(scale.incompleteCount()).isEqualTo(2);
        assertThat(scale.alpha())
                .isEqualTo(ScaleReliability.of(ANSWERS, items(4)).alpha());
        assertThat(scale.notes()).contains("2 rows were left out, for an answer was missing");
    }

    @Test
    void thirtyRowsAreNotFew() {
        List<double[]> rows = ReferenceRows.repeated(ANSWERS, 3);
        assertThat(ScaleReliability.of(rows, items(3)).notes()).noneMatch(note -> note.startsWith("only"));
        assertThat(ScaleReliability.of(rows.subList(0, 29), items(3)).notes())
                .contains("only 29 complete rows, fewer than 30");
    }

    @Test
    void whatIsNoNumberIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scale(new double[] {1, Double.NaN}))
                .withMessage("item q2 must be in [-1e100, 1e100], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaleReliability.of(ANSWERS, items(0)))
                .withMessage("number of items must be at least 1, but was 0");
    }

    @Test
    void aScaleInPlainValues() {
        ScaleReliability scale = ScaleReliability.of(ANSWERS, items(3));
        ScaleReliability.View view = scale.view();

        assertThat(view)
                .isEqualTo(new ScaleReliability.View(
                        scale.alpha().orElseThrow(),
                        scale.interval().orElseThrow().lower(),
                        scale.interval().orElseThrow().upper(),
                        0.95,
                        scale.standardisedAlpha().orElseThrow(),
                        scale.lambda2().orElseThrow(),
                        scale.items().stream().map(ScaleReliability.Item::view).toList(),
                        10,
                        scale.notes()));
        ScaleReliability.Item first = scale.items().get(0);
        assertThat(view.items().get(0))
                .isEqualTo(new ScaleReliability.Item.ItemView(
                        "q1",
                        first.alphaIfDeleted().orElseThrow(),
                        first.restCorrelation().orElseThrow()));
    }

    @Test
    void whatCannotBeEstimatedIsNullInPlainValues() {
        ScaleReliability.View view = scale(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1})
                .view();

        assertThat(view.alpha()).isNull();
        assertThat(view.lower()).isNull();
        assertThat(view.notes()).isNotEmpty();
    }
}

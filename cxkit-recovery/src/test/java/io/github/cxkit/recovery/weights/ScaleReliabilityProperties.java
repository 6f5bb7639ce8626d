package io.github.cxkit.recovery.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of alpha. */
class ScaleReliabilityProperties {

    private static final int ITEMS = 4;

    @Provide
    Arbitrary<List<double[]>> answers() {
        return Arbitraries.integers()
                .between(1, 7)
                .map(Integer::doubleValue)
                .list()
                .ofSize(ITEMS)
                .map(row -> row.stream().mapToDouble(x -> x).toArray())
                .list()
                .ofMinSize(2)
                .ofMaxSize(20);
    }

    private static ScaleReliability scale(List<double[]> answers, int... order) {
        Map<String, ToDoubleFunction<double[]>> items = new LinkedHashMap<>();
        for (int item : order) {
            items.put("q" + item, row -> row[item]);
        }
        return ScaleReliability.of(answers, items);
    }

    private static ScaleReliability scale(List<double[]> answers) {
        return scale(answers, 0, 1, 2, 3);
    }

    @Property(tries = 300)
    void alphaIsAtMostLambda2WhichIsAtMostOne(@ForAll("answers") List<double[]> answers) {
        ScaleReliability scale = scale(answers);
        assertThat(scale.alpha().isPresent())
                .isEqualTo(scale.reasonWithoutAlpha().isEmpty());
        assertThat(scale.lambda2().isPresent()).isEqualTo(scale.alpha().isPresent());
        scale.alpha().ifPresent(alpha -> {
            assertThat(scale.lambda2().orElseThrow()).isBetween(alpha - 1e-12 * Math.abs(alpha) - 1e-12, 1 + 1e-12);
            if (alpha < 0) {
                assertThat(scale.reverseKeyed()).isNotEmpty();
            }
            scale.interval().ifPresent(interval -> {
                assertThat(interval.upper()).isLessThan(1);
                assertThat(interval.width()).isPositive();
            });
        });
    }

    @Property(tries = 200)
    void neitherOrderNorUnitNorOffsetMatter(@ForAll("answers") List<double[]> answers) {
        List<double[]> changed = new ArrayList<>();
        for (int i = answers.size() - 1; i >= 0; i--) {
            double[] row = answers.get(i);
            changed.add(new double[] {2.5 * row[0], 2.5 * row[1] + 7, 2.5 * row[2] - 1, 2.5 * row[3]});
        }
        ScaleReliability one = scale(answers);
        ScaleReliability other = scale(changed, 2, 0, 3, 1);
        assertThat(other.alpha().isPresent()).isEqualTo(one.alpha().isPresent());
        one.alpha()
                .ifPresent(alpha -> assertThat(other.alpha().orElseThrow())
                        .isCloseTo(alpha, within(1e-9 * Math.max(1, Math.abs(alpha)))));
        one.items()
                .get(0)
                .restCorrelation()
                .ifPresent(
                        r -> assertThat(other.items().get(1).restCorrelation().orElseThrow())
                                .isCloseTo(r, within(1e-9)));
    }

    @Property(tries = 200)
    void alphaIfDeletedIsAlphaWithoutTheItem(@ForAll("answers") List<double[]> answers) {
        ScaleReliability without = scale(answers, 1, 2, 3);
        assertClose(scale(answers).items().get(0).alphaIfDeleted(), without.alpha());
    }

    /** Where all items vary alike, standardising changes nothing. */
    @Property(tries = 200)
    void standardisedAlphaIsAlphaOfStandardisedItems(@ForAll("answers") List<double[]> answers) {
        ScaleReliability scale = scale(answers);
        if (scale.standardisedAlpha().isPresent()) {
            double[] means = new double[ITEMS];
            double[] deviations = new double[ITEMS];
            for (int item = 0; item < ITEMS; item++) {
                int i = item;
                means[i] = answers.stream().mapToDouble(row -> row[i]).average().orElseThrow();
                deviations[i] = Math.sqrt(answers.stream()
                        .mapToDouble(row -> Math.pow(row[i] - means[i], 2))
                        .sum());
            }
            List<double[]> standardised = answers.stream()
                    .map(row -> {
                        double[] z = new double[ITEMS];
                        for (int i = 0; i < ITEMS; i++) {
                            z[i] = (row[i] - means[i]) / deviations[i];
                        }
                        return z;
                    })
                    .toList();
            assertClose(scale.standardisedAlpha(), scale(standardised).alpha());
        }
    }

    private static void assertClose(OptionalDouble one, OptionalDouble other) {
        assertThat(one.isPresent()).isEqualTo(other.isPresent());
        one.ifPresent(value ->
                assertThat(other.orElseThrow()).isCloseTo(value, within(1e-8 * Math.max(1, value * value))));
    }
}

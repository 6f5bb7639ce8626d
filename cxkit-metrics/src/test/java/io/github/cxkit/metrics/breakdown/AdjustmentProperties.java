package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AdjustmentProperties {

    @Provide
    Arbitrary<double[]> pValues() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(0, 1).ofScale(12),
                        Arbitraries.doubles().between(0, 0.05).ofScale(6),
                        Arbitraries.of(0.0, 1.0, 0.05, Double.MIN_VALUE))
                .array(double[].class)
                .ofMaxSize(40);
    }

    @Property
    void adjustedIsNeverBelowRawNorAboveOne(@ForAll("pValues") double[] raw, @ForAll Adjustment adjustment) {
        double[] adjusted = adjustment.adjust(raw);
        for (int i = 0; i < raw.length; i++) {
            assertThat(adjusted[i]).isBetween(raw[i], 1.0);
        }
    }

    @Property
    void benjaminiHochbergIsAtMostHolmWhichIsAtMostBonferroni(@ForAll("pValues") double[] raw) {
        double[] explored = Adjustment.BENJAMINI_HOCHBERG.adjust(raw);
        double[] decided = Adjustment.HOLM.adjust(raw);
        double[] simple = Adjustment.BONFERRONI.adjust(raw);
        for (int i = 0; i < raw.length; i++) {
            assertThat(explored[i]).isLessThanOrEqualTo(decided[i]);
            assertThat(decided[i]).isLessThanOrEqualTo(simple[i]);
        }
    }

    @Property
    void theOrderOfTheRawOnesIsKept(@ForAll("pValues") double[] raw, @ForAll Adjustment adjustment) {
        double[] adjusted = adjustment.adjust(raw);
        for (int i = 0; i < raw.length; i++) {
            for (int j = 0; j < raw.length; j++) {
                if (raw[i] <= raw[j]) {
                    assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
                }
            }
        }
    }

    @Property
    void sortingBeforeIsSortingAfter(@ForAll("pValues") double[] raw, @ForAll Adjustment adjustment) {
        double[] sorted = raw.clone();
        Arrays.sort(sorted);
        double[] adjusted = adjustment.adjust(raw);
        Arrays.sort(adjusted);
        assertThat(adjustment.adjust(sorted)).containsExactly(adjusted);
    }
}

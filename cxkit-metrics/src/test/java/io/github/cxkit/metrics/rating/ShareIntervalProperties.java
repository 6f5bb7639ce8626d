package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ShareMethod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of the intervals of a share. */
class ShareIntervalProperties {

    private static Csat csat(long counted, long others) {
        return Csat.from(Csat.THUMBS, RatingCounts.of(Csat.THUMBS.scale(), others, counted));
    }

    private static Interval interval(Csat csat, ShareMethod method, double confidence) {
        return Estimator.withDefaults()
                .withShareMethod(method)
                .withConfidence(confidence)
                .estimate(csat)
                .interval()
                .orElseThrow();
    }

    @Property
    void containsTheValueWithinThePossibleRange(
            @ForAll @IntRange(max = 500) int counted,
            @ForAll @IntRange(min = 1, max = 500) int others,
            @ForAll ShareMethod method,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
        Csat csat = csat(counted, others);
        Interval interval = interval(csat, method, confidence);
        assertThat(interval.contains(csat.value())).isTrue();
        assertThat(interval.lower()).isGreaterThanOrEqualTo(0);
        assertThat(interval.upper()).isLessThanOrEqualTo(100);
        assertThat(interval.width()).isGreaterThan(0);
    }

    @Property
    void isTheMirrorImageWhereSidesAreSwapped(
            @ForAll @IntRange(max = 500) int counted,
            @ForAll @IntRange(min = 1, max = 500) int others,
            @ForAll ShareMethod method) {
        Interval one = interval(csat(counted, others), method, 0.95);
        Interval other = interval(csat(others, counted), method, 0.95);
        assertThat(other.lower()).isCloseTo(100 - one.upper(), within(1e-9));
        assertThat(other.upper()).isCloseTo(100 - one.lower(), within(1e-9));
    }

    @Property
    void beginsAtExactlyZeroWhereNobodyWasCountedAndEndsAtExactlyAHundredWhereEverybodyWas(
            @ForAll @IntRange(min = 1, max = 10_000) int n) {
        for (ShareMethod method : ShareMethod.values()) {
            assertThat(interval(csat(0, n), method, 0.95).lower()).isZero();
            assertThat(interval(csat(n, 0), method, 0.95).upper()).isEqualTo(100);
        }
    }

    @Property
    void leavesAValueOutExactlyWhereTheTestRejectsIt(
            @ForAll @IntRange(max = 500) int counted,
            @ForAll @IntRange(min = 1, max = 500) int others,
            @ForAll @DoubleRange(min = 0, max = 100) double hypothesised) {
        Csat csat = csat(counted, others);
        Interval interval = csat.estimate().interval().orElseThrow();
        double margin = Math.min(Math.abs(hypothesised - interval.lower()), Math.abs(hypothesised - interval.upper()));
        if (margin > 1e-9) {
            assertThat(csat.testAgainst(hypothesised).pValue() < 0.05).isEqualTo(!interval.contains(hypothesised));
        }
    }
}

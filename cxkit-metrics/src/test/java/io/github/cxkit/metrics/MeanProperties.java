package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of means. */
class MeanProperties {

    private static final Quantity NUMBER =
            Quantity.of("number", MetricUnit.of("number", "", 2), Direction.HIGHER_IS_BETTER);

    @Property
    void theMeanOfTwoPartsIsTheMeanOfTheWhole(
            @ForAll @Size(max = 50) List<@DoubleRange(min = 0, max = 1e6) Double> one,
            @ForAll @Size(max = 50) List<@DoubleRange(min = 0, max = 1e6) Double> other) {
        Mean merged = mean(one).plus(mean(other));
        Mean whole = Mean.of(
                NUMBER,
                java.util.stream.Stream.concat(one.stream(), other.stream())
                        .mapToDouble(x -> x)
                        .toArray());
        assertThat(merged.count()).isEqualTo(whole.count());
        if (!whole.isEmpty()) {
            assertThat(merged.value()).isCloseTo(whole.value(), within(1e-12 * Math.max(1, whole.value())));
        }
        if (whole.count() > 1) {
            double deviation = whole.standardDeviation().orElseThrow();
            assertThat(merged.standardDeviation().orElseThrow())
                    .isCloseTo(deviation, within(1e-9 * Math.max(1, deviation)));
        }
    }

    private static Mean mean(List<Double> numbers) {
        return numbers.stream().collect(Mean.toMean(NUMBER, number -> number));
    }

    @Property
    void theMeanOfRatingsLiesInItsIntervalAndOnTheScale(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 7) Integer> answers) {
        Ces ces = answers.stream().collect(Ces.toCes(answer -> answer));
        Estimate estimate = ces.estimate();
        assertThat(ces.value()).isBetween(1.0, 7.0);
        assertThat(estimate.interval().isEmpty()).isEqualTo(answers.size() == 1);
        estimate.interval().ifPresent(interval -> {
            assertThat(interval.contains(ces.value())).isTrue();
            assertThat(interval.lower()).isGreaterThanOrEqualTo(1);
            assertThat(interval.upper()).isLessThanOrEqualTo(7);
            assertThat(interval.width()).isGreaterThan(0);
        });
    }

    @Property
    void aMeanOfRatingsIsTheMeanOfTheSameNumbers(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 1, max = 7) Integer> answers) {
        Ces ces = answers.stream().collect(Ces.toCes(answer -> answer));
        Mean plain = answers.stream().collect(Mean.toMean(NUMBER, answer -> answer));
        assertThat(ces.value()).isCloseTo(plain.value(), within(1e-12));
        if (answers.stream().distinct().count() == 1) {
            assertThat(ces.estimate().method()).isEqualTo("exact, all answers equal");
            assertThat(plain.estimate().method()).isEqualTo("none");
            return;
        }
        Uncertainty.StandardError error = (Uncertainty.StandardError) plain.uncertainty();
        Uncertainty.StandardError ofRatings = (Uncertainty.StandardError) ces.uncertainty();
        assertThat(ofRatings.standardError()).isCloseTo(error.standardError(), within(1e-12));
        assertThat(ofRatings.degreesOfFreedom()).isEqualTo(error.degreesOfFreedom());
    }

    @Property
    void aMeanOnAReversedScaleIsTheMirrorImage(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 5) Integer> answers) {
        RatingMetric effort = Ces.CES_1;
        Ces one = answers.stream().collect(Ces.toCes(effort, RatingTally::accept));
        Ces other = answers.stream().map(effort.scale()::mirror).collect(Ces.toCes(effort, RatingTally::accept));
        assertThat(other.value()).isCloseTo(6 - one.value(), within(1e-12));
        one.estimate().interval().ifPresent(interval -> {
            Interval mirrored = other.estimate().interval().orElseThrow();
            assertThat(mirrored.lower()).isCloseTo(6 - interval.upper(), within(1e-9));
            assertThat(mirrored.upper()).isCloseTo(6 - interval.lower(), within(1e-9));
        });
    }
}

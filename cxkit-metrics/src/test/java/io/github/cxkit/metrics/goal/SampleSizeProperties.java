package io.github.cxkit.metrics.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.metrics.rating.Nps;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** Laws of planning. */
class SampleSizeProperties {

    @Property
    void theSmallerTheChangeTheMoreAnswers(
            @ForAll @DoubleRange(min = 0.1, max = 100) double change,
            @ForAll @DoubleRange(min = 1.01, max = 2) double times,
            @ForAll @DoubleRange(min = 1, max = 10_000) double variance) {
        SampleSize plan = SampleSize.of(Nps.STANDARD, variance);
        assertThat(plan.exactToDetect(change * times)).isLessThan(plan.exactToDetect(change));
        assertThat(plan.toDetect(change * times)).isLessThanOrEqualTo(plan.toDetect(change));
        assertThat(plan.exactForMarginOfError(change * times)).isLessThan(plan.exactForMarginOfError(change));
    }

    @Property
    void theSurerTheMoreAnswers(
            @ForAll @DoubleRange(min = 0.51, max = 0.98) double less,
            @ForAll @DoubleRange(min = 0.001, max = 0.01) @Scale(3) double more,
            @ForAll @DoubleRange(min = 0.1, max = 200) double change) {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 6_000);
        assertThat(plan.withPower(less + more).exactToDetect(change))
                .isGreaterThan(plan.withPower(less).exactToDetect(change));
        assertThat(plan.withConfidence(less + more).exactToDetect(change))
                .isGreaterThan(plan.withConfidence(less).exactToDetect(change));
        assertThat(plan.withConfidence(less + more).exactForMarginOfError(change))
                .isGreaterThan(plan.withConfidence(less).exactForMarginOfError(change));
    }

    @Property
    void whatAnswersDetectTakesAsManyAnswers(
            @ForAll @LongRange(min = 3, max = 1_000_000_000_000L) long answers,
            @ForAll @DoubleRange(min = 0.5, max = 0.999) @Scale(3) double power) {
        SampleSize plan = SampleSize.of(Nps.STANDARD, 600).withPower(power);
        assertThat(plan.toDetect(plan.detectableWith(answers))).isEqualTo(answers);
        assertThat(plan.forMarginOfError(plan.marginOfErrorWith(answers))).isEqualTo(answers);
    }

    @Property
    void theAnswersPlannedForDetectTheChangeAndOneFewerDoNot(
            @ForAll @DoubleRange(min = 0.5, max = 50) double change,
            @ForAll @DoubleRange(min = 100, max = 10_000) double variance) {
        SampleSize plan = SampleSize.of(Nps.STANDARD, variance);
        long answers = plan.toDetect(change);
        assertThat(plan.detectableWith(answers)).isLessThanOrEqualTo(change * (1 + 1e-11));
        if (answers > 1) {
            assertThat(plan.detectableWith(answers - 1)).isGreaterThan(change);
        }
    }

    @Property
    void theWorstCaseIsNeverBeaten(
            @ForAll @LongRange(min = 0, max = 1000) long promoters,
            @ForAll @LongRange(min = 0, max = 1000) long passives,
            @ForAll @LongRange(min = 1, max = 1000) long detractors) {
        SampleSize plan =
                SampleSize.from(Nps.promoters(promoters).passives(passives).detractors(detractors));
        assertThat(plan.variance()).isGreaterThan(0);
        assertThat(plan.toDetect(5))
                .isLessThanOrEqualTo(SampleSize.ofWorstCase(Nps.STANDARD).toDetect(5));
    }
}

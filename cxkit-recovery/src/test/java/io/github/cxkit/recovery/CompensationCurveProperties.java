package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Laws of compensation curves, whatever their constants. */
class CompensationCurveProperties {

    @Property(tries = 500)
    void everyCurveStaysWithin0And1AndNeverFalls(
            @ForAll boolean redress,
            @ForAll boolean accepted,
            @ForAll @DoubleRange(min = 1, max = 5) double end,
            @ForAll @DoubleRange(min = 0, max = 1) double midpoint,
            @ForAll @DoubleRange(min = 0.01, max = 60) double steepness,
            @ForAll @DoubleRange(min = 0.01, max = 60) double rate,
            @ForAll @DoubleRange(min = 0, max = 6) double one,
            @ForAll @DoubleRange(min = 0, max = 6) double other) {
        CompensationCurve curve = (redress ? CompensationCurve.FULL_REDRESS : CompensationCurve.SATISFACTION)
                .withEndRatio(end)
                .withMidpoint(midpoint)
                .withSteepness(steepness)
                .withRate(rate);
        double less = curve.utility(Math.min(one, other), accepted);
        double more = curve.utility(Math.max(one, other), accepted);
        assertThat(less).isBetween(0.0, 1.0);
        assertThat(more).isBetween(less - 1e-12, 1.0);
        assertThat(curve.utility(0, accepted)).isZero();
        assertThat(curve.utility(end, accepted)).isEqualTo(1);
        if (redress) {
            assertThat(curve.utility(1, accepted)).isEqualTo(1);
        }
    }
}

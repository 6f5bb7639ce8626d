package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Laws of the scales of comparison. */
class LinkProperties {

    /** A value of a metric on the scale, from a positive number: a change in per cent for LOG_PERCENT. */
    private static double value(Link link, double positive) {
        return link == Link.LOG_PERCENT ? 100 * (positive - 1) : positive;
    }

    private static void assertSame(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    @Property
    void movingByTheDistanceLeadsThere(
            @ForAll Link link,
            @ForAll @DoubleRange(min = 0.01, max = 100) double from,
            @ForAll @DoubleRange(min = 0.01, max = 100) double to) {
        double one = value(link, from);
        double other = value(link, to);
        assertSame(link.moved(one, link.distance(one, other)), other);
        assertSame(link.distance(other, one), -link.distance(one, other));
    }

    @Property
    void distancesAddUp(
            @ForAll Link link,
            @ForAll @DoubleRange(min = 0.01, max = 100) double a,
            @ForAll @DoubleRange(min = 0.01, max = 100) double b,
            @ForAll @DoubleRange(min = 0.01, max = 100) double c) {
        assertSame(
                link.distance(value(link, a), value(link, b)) + link.distance(value(link, b), value(link, c)),
                link.distance(value(link, a), value(link, c)));
    }

    @Property
    void whatIsShownIsTheDistanceBothWaysAndDirectly(
            @ForAll Link link,
            @ForAll @DoubleRange(min = 0.01, max = 100) double from,
            @ForAll @DoubleRange(min = 0.01, max = 100) double to) {
        double one = value(link, from);
        double other = value(link, to);
        double distance = link.distance(one, other);
        assertSame(link.shown(distance), link.between(one, other));
        assertSame(link.distanceOf(link.shown(distance)), distance);
    }

    @Property
    void aFifthLessIsAFifthLessOnBothRatioScales(@ForAll @DoubleRange(min = 0.01, max = 100) double value) {
        assertSame(Link.LOG.between(value, 0.8 * value), -20);
        assertSame(Link.LOG_PERCENT.between(100 * (value - 1), 100 * (0.8 * value - 1)), -20);
        assertSame(Link.IDENTITY.between(value, value - 20), -20);
        assertThat(Link.IDENTITY.isAdditive()).isTrue();
        assertThat(Link.LOG.isAdditive() || Link.LOG_PERCENT.isAdditive()).isFalse();
    }
}

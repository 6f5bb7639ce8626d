package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Normal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;

/** Laws of the score interval of a net score. */
class NetIntervalProperties {

    @Provide
    Arbitrary<Nps> tallies() {
        Arbitrary<Long> count = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0L)),
                Tuple.of(4, Arbitraries.longs().between(0, 20)),
                Tuple.of(2, Arbitraries.longs().between(0, 100_000)),
                Tuple.of(1, Arbitraries.longs().between(0, 3_000_000_000_000_000_000L)));
        return Combinators.combine(count, count, count)
                .as((p, q, d) -> Nps.promoters(p).passives(q).detractors(d))
                .filter(nps -> !nps.isEmpty());
    }

    @Provide
    Arbitrary<Double> confidences() {
        return Arbitraries.doubles().between(0.01, 0.999_999).ofScale(6);
    }

    @Property(tries = 3000)
    void containsTheValueWithinThePossibleRange(@ForAll("tallies") Nps nps, @ForAll("confidences") double confidence) {
        Estimate estimate = nps.estimate(confidence);
        Interval interval = estimate.interval().orElseThrow();
        assertThat(interval.contains(nps.score())).isTrue();
        assertThat(interval.lower()).isGreaterThanOrEqualTo(-100);
        assertThat(interval.upper()).isLessThanOrEqualTo(100);
        assertThat(estimate.notes()).isEmpty();
    }

    @Property(tries = 2000)
    void theLimitsAreTheRootsOfTheStatistic(@ForAll("tallies") Nps nps, @ForAll("confidences") double confidence) {
        double z = Normal.quantile(confidence);
        Interval limits = ((Uncertainty.Limits) nps.uncertainty()).at(z);
        if (nps.count() < 1_000_000) {
            if (limits.lower() > -100) {
                assertThat(nps.testAgainst(limits.lower()).statistic()).isCloseTo(z, within(1e-6));
            }
            if (limits.upper() < 100) {
                assertThat(nps.testAgainst(limits.upper()).statistic()).isCloseTo(-z, within(1e-6));
            }
        }
    }

    @Property
    void isTheMirrorImageWhereClassesAreSwapped(@ForAll("tallies") Nps nps) {
        Nps mirrored = Nps.promoters(nps.detractors()).passives(nps.passives()).detractors(nps.promoters());
        Interval one = nps.estimate().interval().orElseThrow();
        Interval other = mirrored.estimate().interval().orElseThrow();
        assertThat(other.lower()).isEqualTo(-one.upper());
        assertThat(other.upper()).isEqualTo(-one.lower());
    }

    @Property
    void isNestedInTheIntervalOfHigherConfidence(
            @ForAll("tallies") Nps nps, @ForAll @DoubleRange(min = 0.01, max = 0.98) double confidence) {
        Interval inner = nps.estimate(confidence).interval().orElseThrow();
        Interval outer = nps.estimate(confidence + 0.01).interval().orElseThrow();
        assertThat(outer.lower()).isLessThanOrEqualTo(inner.lower() + 1e-12);
        assertThat(outer.upper()).isGreaterThanOrEqualTo(inner.upper() - 1e-12);
    }

    @Property
    void risesWhenOneAnswerImproves(@ForAll("tallies") Nps nps, @ForAll("confidences") double confidence) {
        if (nps.detractors() > 0) {
            assertBothLimitsRise(
                    nps,
                    Nps.promoters(nps.promoters()).passives(nps.passives() + 1).detractors(nps.detractors() - 1),
                    confidence);
        }
        if (nps.passives() > 0) {
            assertBothLimitsRise(
                    nps,
                    Nps.promoters(nps.promoters() + 1)
                            .passives(nps.passives() - 1)
                            .detractors(nps.detractors()),
                    confidence);
        }
    }

    private static void assertBothLimitsRise(Nps before, Nps after, double confidence) {
        Interval one = before.estimate(confidence).interval().orElseThrow();
        Interval other = after.estimate(confidence).interval().orElseThrow();
        assertThat(other.lower()).isGreaterThanOrEqualTo(one.lower() - 1e-12);
        assertThat(other.upper()).isGreaterThanOrEqualTo(one.upper() - 1e-12);
    }

    @Property
    void leavesATargetOutExactlyWhereTheTestRejectsIt(
            @ForAll("tallies") Nps nps, @ForAll @DoubleRange(min = -100, max = 100) double target) {
        Interval interval = nps.estimate(0.95).interval().orElseThrow();
        double margin = Math.min(Math.abs(target - interval.lower()), Math.abs(target - interval.upper()));
        if (margin > 1e-9) {
            assertThat(nps.testAgainst(target).pValue() < 0.05).isEqualTo(!interval.contains(target));
        }
    }

    @Property
    void narrowsWhenEveryAnswerIsGivenTwice(@ForAll("tallies") Nps nps) {
        if (nps.count() < Long.MAX_VALUE / 2) {
            Interval one = nps.estimate().interval().orElseThrow();
            Interval twice = nps.plus(nps).estimate().interval().orElseThrow();
            assertThat(twice.width()).isLessThanOrEqualTo(one.width() + 1e-12);
        }
    }

    @Property
    void isNeverOfZeroWidthBelowAMillionAnswers(@ForAll("tallies") Nps nps) {
        if (nps.count() < 1_000_000) {
            assertThat(nps.estimate().interval().orElseThrow().width()).isGreaterThan(0);
        }
    }

    @Property(tries = 300)
    void withAlmostNoConfidenceIsAlmostTheValueAndWithAlmostAllEverything(@ForAll("tallies") Nps nps) {
        Uncertainty.Limits limits = (Uncertainty.Limits) nps.uncertainty();
        assertThat(limits.at(0).width()).isCloseTo(0, within(1e-12));
        Interval all = limits.at(1e12);
        assertThat(all.lower()).isCloseTo(-100, within(0.1));
        assertThat(all.upper()).isCloseTo(100, within(0.1));
    }

    @Property(tries = 500)
    void theScoreTestIsTheInvertedInterval(
            @ForAll("tallies") Nps nps, @ForAll @DoubleRange(min = -100, max = 100) double target) {
        if (nps.count() < 100_000) {
            double statistic = nps.testAgainst(target).statistic();
            HypothesisTest inverted = nps.uncertainty().test(nps.value(), target);
            if (Math.abs(statistic) < 35) {
                assertThat(inverted.statistic()).isCloseTo(statistic, within(1e-7 * Math.max(1, Math.abs(statistic))));
            }
        }
    }
}

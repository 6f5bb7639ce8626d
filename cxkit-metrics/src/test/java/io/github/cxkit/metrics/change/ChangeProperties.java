package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of changes. */
class ChangeProperties {

    @Provide
    Arbitrary<Nps> tallies() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 300);
        return Combinators.combine(count, count, count)
                .as((p, q, d) -> Nps.promoters(p).passives(q).detractors(d))
                .filter(nps -> !nps.isEmpty());
    }

    @Property
    void swappingTheSidesMirrors(@ForAll("tallies") Nps before, @ForAll("tallies") Nps after) {
        Interval one = Change.between(before, after).difference().interval().orElseThrow();
        Interval other = Change.between(after, before).difference().interval().orElseThrow();
        assertThat(other.lower()).isEqualTo(-one.upper());
        assertThat(other.upper()).isEqualTo(-one.lower());
    }

    @Property
    void equalCountsOfDifferentAnswersNeverMove(@ForAll("tallies") Nps nps) {
        Change change = Change.between(
                nps, Nps.promoters(nps.promoters()).passives(nps.passives()).detractors(nps.detractors()));
        assertThat(change.value()).isZero();
        assertThat(change.excludesZero()).isFalse();
        assertThat(change.pValue().orElseThrow()).isEqualTo(1);
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Property
    void thePValueIsSmallExactlyWhereTheIntervalLeavesZeroOut(
            @ForAll("tallies") Nps before, @ForAll("tallies") Nps after) {
        Change change = Change.between(before, after);
        Interval interval = change.difference().interval().orElseThrow();
        if (Math.min(Math.abs(interval.lower()), Math.abs(interval.upper())) > 1e-6) {
            assertThat(change.pValue().orElseThrow() < 0.05).isEqualTo(change.excludesZero());
        }
    }

    @Property
    void theDifferenceLiesInItsInterval(@ForAll("tallies") Nps before, @ForAll("tallies") Nps after) {
        Change change = Change.between(before, after);
        Interval interval = change.difference().interval().orElseThrow();
        assertThat(interval.contains(change.value())).isTrue();
        assertThat(change.metric().range().contains(interval.lower())).isTrue();
        assertThat(change.metric().range().contains(interval.upper())).isTrue();
    }

    @Property
    void theRelativeChangeLiesInItsInterval(
            @ForAll @IntRange(max = 100) int one,
            @ForAll @IntRange(min = 1, max = 100) int two,
            @ForAll @IntRange(max = 100) int three,
            @ForAll @IntRange(min = 1, max = 100) int four) {
        Csat before = Csat.from(Csat.THUMBS, RatingCounts.of(Csat.THUMBS.scale(), one, two));
        Csat after = Csat.from(Csat.THUMBS, RatingCounts.of(Csat.THUMBS.scale(), three, four));
        var relative = Change.between(before, after).relative().orElseThrow();
        assertThat(relative.value()).isCloseTo(100 * (after.value() / before.value() - 1), within(1e-9));
        Interval interval = relative.interval().orElseThrow();
        assertThat(interval.contains(relative.value())).isTrue();
        assertThat(interval.lower()).isGreaterThanOrEqualTo(-100);
    }
}

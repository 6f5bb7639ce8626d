package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.time.Durations;
import io.github.cxkit.metrics.time.TimeScore;
import io.github.cxkit.metrics.time.Timing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Tests by inverting limits that move in steps, as those of percentiles do: they may stay at the hypothesised value for a while. */
class SteppedLimitsTest {

    private static final Timing HOURS = Timing.of("time", ChronoUnit.HOURS);

    private static long[] longs(List<Integer> values) {
        return values.stream().mapToLong(Integer::longValue).toArray();
    }

    private static TimeScore median(long... hours) {
        return Durations.of(HOURS, hours, TimeUnit.HOURS).median();
    }

    /** B(3, ½): both limits are open until the tail is 1/8 on each side. */
    @Test
    void aLimitThatRestsAtTheValueIsReachedWhereItFirstGetsThere() {
        assertThat(median(1, 2, 3).testAgainst(0).pValue()).isCloseTo(0.25, within(1e-12));
    }

    /** 16 times 4 and 24 times 5: P(B(40, ½) ≤ 16) twice, 0.26819 (scipy.stats.binom.cdf). */
    @Test
    void tiesAreNoEvidence() {
        long[] hours = LongStream.concat(
                        LongStream.generate(() -> 4).limit(16),
                        LongStream.generate(() -> 5).limit(24))
                .toArray();
        assertThat(median(hours).testAgainst(4).pValue()).isCloseTo(0.2681872510545, within(1e-10));
    }

    @Property(tries = 200)
    void thePValueIsSmallExactlyWhereTheIntervalLeavesTheValueOut(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 1, max = 9) Integer> hours,
            @ForAll @IntRange(max = 10) int at) {
        TimeScore median = median(longs(hours));
        Interval interval = median.estimate().interval().orElseThrow();
        assertThat(median.testAgainst(at).pValue() < 0.05).isEqualTo(!interval.contains(at));
    }

    @Property(tries = 100)
    void soIsThatOfAChange(
            @ForAll @Size(min = 6, max = 20) List<@IntRange(min = 1, max = 6) Integer> before,
            @ForAll @Size(min = 6, max = 20) List<@IntRange(min = 1, max = 6) Integer> after) {
        Change change = Change.between(median(longs(before)), median(longs(after)));
        assertThat(change.pValue().orElseThrow() < 0.05).isEqualTo(change.excludesZero());
    }

    @Test
    void infinityIsNoHypothesis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median(1, 2, 3).testAgainst(Double.POSITIVE_INFINITY))
                .withMessage("hypothesised value in median time must be in [0.0, ∞), but was Infinity");
    }

    /** 100·(29/100) is 28.999999999999996 in doubles. */
    @Test
    void aShareOfWholePerCentsIsWhole() {
        ShareMetric metric = ShareMetric.higherIsBetter("in time");
        for (int counted = 0; counted <= 100; counted++) {
            assertThat(Share.of(metric, counted, 100).value()).isEqualTo(counted);
        }
        TimeWindow year = TimeWindow.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        Goal goal = Goal.baseline(metric, 10).target(29).within(year);
        assertThat(goal.evaluate(Share.of(metric, 29, 100), year.from(), 100).status())
                .isEqualTo(Goal.Status.REACHED_ON_THE_FACE_OF_IT);
    }
}

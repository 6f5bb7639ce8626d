package io.github.cxkit.metrics.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.time.Instant;
import java.util.stream.DoubleStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of goals. */
class GoalProperties {

    private static final Scale SCALE = Scale.highIsGood(1, 5);
    private static final RatingMetric GOOD = RatingMetric.share("good", SCALE, x -> x >= 4);
    private static final RatingMetric REST = RatingMetric.share("rest", SCALE, x -> x <= 3);

    private static final Instant START = Instant.EPOCH;
    private static final long LENGTH = 1_000;

    @Property
    void aGoalInTheMirrorStandsAsItDoes(
            @ForAll @IntRange(min = 1, max = 90) int baseline,
            @ForAll @IntRange(min = 1, max = 60) int more,
            @ForAll @LongRange(min = 0, max = 400) long good,
            @ForAll @LongRange(min = 0, max = 400) long rest,
            @ForAll @LongRange(min = 0, max = 1_500) long second,
            @ForAll @LongRange(min = 0, max = 4_000) long expected) {
        int target = Math.min(99, baseline + more);
        RatingCounts counts = RatingCounts.of(SCALE, rest, 0, 0, good, 0);
        RatingCounts before = RatingCounts.of(SCALE, 100 - baseline, 0, 0, baseline, 0);
        Instant end = START.plusSeconds(LENGTH);
        Instant at = START.plusSeconds(second);
        Goal.Progress up = Goal.baseline(Csat.from(GOOD, before))
                .target(target)
                .start(START)
                .deadline(end)
                .evaluate(Csat.from(GOOD, counts), at, expected);
        Goal.Progress down = Goal.baseline(Csat.from(REST, before))
                .target(100 - target)
                .start(START)
                .deadline(end)
                .evaluate(Csat.from(REST, counts), at, expected);
        Assume.that(REST.direction() == Direction.LOWER_IS_BETTER && !isOnAnEdge(up));
        assertThat(down.status()).isEqualTo(up.status());
        assertThat(down.isBeyondDoubt()).isEqualTo(up.isBeyondDoubt());
        assertThat(down.line()).isCloseTo(100 - up.line(), within(1e-9));
        assertThat(down.answersStillNeeded()).isEqualTo(up.answersStillNeeded());
    }

    /** Whether rounding may decide. */
    private static boolean isOnAnEdge(Goal.Progress progress) {
        return progress.estimate().isPresent()
                && DoubleStream.of(progress.target(), progress.line()).anyMatch(mark -> isNear(progress, mark));
    }

    private static boolean isNear(Goal.Progress progress, double mark) {
        Interval interval = progress.estimate().orElseThrow().interval().orElseThrow();
        return DoubleStream.of(progress.estimate().orElseThrow().value(), interval.lower(), interval.upper())
                .anyMatch(value -> Math.abs(value - mark) < 1e-9);
    }

    @Property
    void aBetterAnswerNeverMakesAGoalStandWorse(
            @ForAll @LongRange(min = 0, max = 300) long promoters,
            @ForAll @LongRange(min = 1, max = 300) long passives,
            @ForAll @LongRange(min = 0, max = 300) long detractors,
            @ForAll @LongRange(min = 0, max = 1_500) long second) {
        Goal goal = Goal.baseline(Nps.promoters(45).passives(35).detractors(20))
                .target(45)
                .start(START)
                .deadline(START.plusSeconds(LENGTH));
        Instant at = START.plusSeconds(second);
        Nps one = Nps.promoters(promoters).passives(passives).detractors(detractors);
        Nps better = Nps.promoters(promoters + 1).passives(passives - 1).detractors(detractors);
        assertThat(rank(goal.evaluate(better, at, 1_000))).isGreaterThanOrEqualTo(rank(goal.evaluate(one, at, 1_000)));
    }

    private static int rank(Goal.Progress progress) {
        return switch (progress.status()) {
            case REACHED -> 4;
            case REACHED_ON_THE_FACE_OF_IT -> 3;
            case ON_TRACK -> 2;
            case BEHIND, NOT_KNOWABLE -> 1;
            case MISSED -> progress.isBeyondDoubt() ? 0 : 1;
            case NO_ANSWERS -> -1;
        };
    }

    @Property
    void theLineRunsFromTheBaselineToTheTarget(@ForAll @LongRange(min = 0, max = LENGTH) long second) {
        Goal goal = Goal.baseline(Nps.STANDARD, -20).target(30).start(START).deadline(START.plusSeconds(LENGTH));
        Goal.Progress progress = goal.evaluate(Nps.of(), START.plusSeconds(second), 0);
        assertThat(progress.line()).isCloseTo(-20 + second * 0.05, within(1e-12));
    }
}

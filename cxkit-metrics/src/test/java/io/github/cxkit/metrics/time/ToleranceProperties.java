package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of what customers accept, over tolerances and waits drawn at random. */
class ToleranceProperties {

    private static final long LONGEST = 100;

    private static Tolerance draw(Random random) {
        double percent = 100 * random.nextDouble();
        long minutes = random.nextInt(20);
        Tolerance tolerance = Tolerance.waitLongerThan(percent, Duration.ofMinutes(minutes));
        for (int i = random.nextInt(4); i > 0; i--) {
            percent *= random.nextDouble();
            minutes += 1 + random.nextInt(20);
            tolerance = tolerance.andWaitLongerThan(percent, Duration.ofMinutes(minutes));
        }
        return tolerance;
    }

    /** From 1 to 100 minutes, some of the waits open: negative. */
    private static long[] minutes(Random random, int count) {
        return LongStream.generate(() -> (random.nextBoolean() ? 1 : -1) * (1 + (long) (LONGEST * random.nextDouble())))
                .limit(count)
                .toArray();
    }

    @Property(tries = 200)
    void allWaitsAreTheMeanOfEach(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Random random = new Random(seed);
        Tolerance tolerance = draw(random);
        long[] minutes = minutes(random, count);
        double lower = 0;
        double upper = 0;
        for (long minute : minutes) {
            Interval one = tolerance.accepting(Duration.ofMinutes(Math.abs(minute)));
            lower += minute < 0 ? 0 : one.lower();
            upper += one.upper();
        }
        Interval all = tolerance.accepted(TargetAttainmentTest.waits("answer", minutes));
        assertThat(all.lower()).isCloseTo(lower / count, within(1e-9)).isGreaterThanOrEqualTo(0);
        assertThat(all.upper()).isCloseTo(upper / count, within(1e-9)).isLessThanOrEqualTo(100);
    }

    @Property(tries = 200)
    void nobodyWhoAcceptsALongerWaitRefusesAShorterOne(
            @ForAll long seed, @ForAll @IntRange(max = 100) int shorter, @ForAll @IntRange(max = 100) int more) {
        Tolerance tolerance = draw(new Random(seed));
        Interval one = tolerance.accepting(Duration.ofMinutes(shorter));
        Interval other = tolerance.accepting(Duration.ofMinutes(shorter + more));
        assertThat(other.lower()).isLessThanOrEqualTo(one.lower());
        assertThat(other.upper()).isLessThanOrEqualTo(one.upper());
    }

    @Property(tries = 200)
    void knowingMoreNeverWidensTheBounds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Random random = new Random(seed);
        Tolerance less = draw(random);
        Duration time =
                Duration.ofMinutes(1 + (long) (LONGEST * random.nextDouble())).plusSeconds(1);
        Interval possible = less.accepting(time);
        Tolerance more = less.andWaitLongerThan(possible.lower() + possible.width() * random.nextDouble(), time);
        Waits waits = TargetAttainmentTest.waits("answer", minutes(random, count));
        assertThat(more.accepted(waits).lower())
                .isGreaterThanOrEqualTo(less.accepted(waits).lower() - 1e-9);
        assertThat(more.accepted(waits).upper())
                .isLessThanOrEqualTo(less.accepted(waits).upper() + 1e-9);
    }
}

package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Waits, histograms of durations and attainments as longs, and back. */
class TimesStateTest {

    private static final Timing TIMING = Timing.of("resolution", ChronoUnit.HOURS);
    private static final int SUM = 5;
    private static final int SQUARES = 7;
    private static final int USED = 10;
    private static final int BUCKETS = 11;

    private static Duration[] nanos(long... lengths) {
        return Arrays.stream(lengths).mapToObj(Duration::ofNanos).toArray(Duration[]::new);
    }

    private static ApproximateDurations durations(long... lengths) {
        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(TIMING);
        Arrays.stream(lengths).forEach(tally::acceptNanos);
        return tally.durations();
    }

    @Test
    void waitsAreColumns() {
        Waits waits = Waits.over(TIMING, nanos(5, 2)).plus(Waits.open(TIMING, nanos(30)));
        assertThat(waits.toLongs()).containsExactly(1, 9, TIMING.code(), 2, 1, 0, 2, 5, 30);
        assertThat(Waits.fromLongs(TIMING, waits.toLongs())).isEqualTo(waits);
        assertThat(Waits.fromLongs(TIMING, Waits.over(TIMING).toLongs())).isEqualTo(Waits.over(TIMING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.fromLongs(Timing.of("resolution", ChronoUnit.DAYS), waits.toLongs()))
                .withMessage("state of waits must be of Timing[name=resolution, unit=Days, counted=CLOCK], but was of"
                        + " another definition");
    }

    @Test
    void entriesAndObservableLengthsAreColumnsOfTheirOwn() {
        Instant now = Instant.parse("2026-03-31T00:00:00Z");
        Waits waits = Waits.seenAt(
                now,
                TIMING,
                List.of(
                        WaitSpan.between(now.minusNanos(9), now.minusNanos(4)).watchedSince(now.minusNanos(6)),
                        WaitSpan.between(now.minusNanos(7), now.minusNanos(5)),
                        WaitSpan.since(now.minusNanos(30)).watchedSince(now.minusNanos(10))));
        assertThat(waits.toLongs()).containsExactly(1, 9, TIMING.code(), 2, 1, 3, 2, 5, 30, -1, 3, 20, 7, 9, 30);
        assertThat(Waits.fromLongs(TIMING, waits.toLongs())).isEqualTo(waits);
        Waits some = waits.plus(Waits.over(TIMING, nanos(1)));
        assertThat(some.toLongs())
                .containsExactly(1, 9, TIMING.code(), 3, 1, 3, 1, 2, 5, 30, -1, -1, 3, 20, -1, 7, 9, 30);
        assertThat(Waits.fromLongs(TIMING, some.toLongs())).isEqualTo(some);
        Waits long4 = some.lastedAtLeast(Duration.ofNanos(4));
        assertThat(long4.toLongs()).containsExactly(1, 9, long4.timing().code(), 1, 1, 7, 4, 5, 30, 4, 20, 9, 30);
        assertThat(Waits.fromLongs(long4.timing(), long4.toLongs())).isEqualTo(long4);
        assertRefused(long4, longs -> longs[7] = 4, "length of a wait must be more than 4, but was 4");
        assertRefused(long4, longs -> longs[9] = 3, "entry of a wait must be in [4, 4], but was 3");
        assertRefused(long4, longs -> longs[6] = 0, "length that waits exceed must be in [1,");
        assertRefused(waits, longs -> longs[10] = 5, "entry of a wait must be in [-1, 4], but was 5");
        assertRefused(waits, longs -> longs[9] = -2, "entry of a wait must be in [-1, 1], but was -2");
        assertRefused(waits, longs -> longs[11] = 31, "entry of a wait must be in [-1, 30], but was 31");
        assertRefused(
                waits,
                longs -> longs[14] = 29,
                "observable length of a wait must be at least its length 30, but was 29");
        assertRefused(waits, longs -> longs[5] = 1, "state of waits must have 12 longs, but had 15");
    }

    private static void assertRefused(Waits waits, Consumer<long[]> damage, String message) {
        long[] longs = waits.toLongs();
        damage.accept(longs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.fromLongs(waits.timing(), longs))
                .withMessageContaining(message);
    }

    @Test
    void columnsThatAreNotKnownAreRefused() {
        assertWaitsRefused(longs -> longs[5] = 1, "state of waits must have 12 longs, but had 9");
        assertWaitsRefused(longs -> longs[5] = 3, "state of waits must have 15 longs, but had 9");
        assertWaitsRefused(longs -> longs[5] = 4, "state of waits must have 10 longs, but had 9");
        assertWaitsRefused(longs -> longs[5] = 8, "marks of the columns of waits must be in [0, 7], but was 8");
        assertWaitsRefused(longs -> longs[3] = -1, "number of waits that are over must be at least 0, but was -1");
        assertWaitsRefused(longs -> longs[4] = -1, "number of waits that go on must be at least 0, but was -1");
        assertWaitsRefused(longs -> longs[4] = 2, "state of waits must have 10 longs, but had 9");
        assertWaitsRefused(longs -> longs[4] = Long.MAX_VALUE - 2, "longs, but had 9");
        assertWaitsRefused(longs -> longs[4] = Long.MAX_VALUE, "must add up to at most");
        assertWaitsRefused(longs -> longs[7] = -1, "length of a wait must be at least 0, but was -1");
        assertWaitsRefused(longs -> longs[8] = -2, "length of a wait must be at least 0, but was -2");
    }

    private static void assertWaitsRefused(Consumer<long[]> damage, String message) {
        long[] longs = Waits.over(TIMING, nanos(5, 2))
                .plus(Waits.open(TIMING, nanos(30)))
                .toLongs();
        damage.accept(longs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.fromLongs(TIMING, longs))
                .withMessageContaining(message);
    }

    @Test
    void aHistogramIsItsBucketsInUse() {
        ApproximateDurations durations = durations(3, 5, 3, 1_000);
        assertThat(durations.toLongs())
                .containsExactly(
                        1,
                        10,
                        TIMING.code(),
                        3,
                        1_000,
                        1_011,
                        0,
                        1_000_043,
                        0,
                        0,
                        3,
                        3,
                        2,
                        5,
                        1,
                        LogBuckets.indexOf(1_000),
                        1);
        assertThat(ApproximateDurations.fromLongs(TIMING, durations.toLongs())).isEqualTo(durations);
        ApproximateDurations none = durations();
        assertThat(none.toLongs()).containsExactly(1, 10, TIMING.code(), -1, -1, 0, 0, 0, 0, 0, 0);
        assertThat(ApproximateDurations.fromLongs(TIMING, none.toLongs())).isEqualTo(none);
        ApproximateDurations longest = durations(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 0);
        assertThat(ApproximateDurations.fromLongs(TIMING, longest.toLongs())).isEqualTo(longest);
    }

    @Test
    void aTallyGoesOnWhereAnotherStopped() {
        ApproximateDurations.Tally one = ApproximateDurations.Tally.of(TIMING);
        ApproximateDurations.Tally whole = ApproximateDurations.Tally.of(TIMING);
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            Duration length = Duration.ofNanos(random.nextLong() >>> (20 + random.nextInt(20)));
            whole.accept(length);
            one.accept(length);
            if (i % 300 == 0) {
                one = ApproximateDurations.Tally.fromLongs(TIMING, one.toLongs());
            }
        }
        assertThat(one.durations()).isEqualTo(whole.durations());
        ApproximateDurations.Tally started =
                ApproximateDurations.Tally.fromLongs(TIMING, durations().toLongs());
        started.acceptNanos(7);
        assertThat(started.durations()).isEqualTo(durations(7));
    }

    @Test
    void aHistogramThatNoDurationsHaveIsRefused() {
        assertRefused(longs -> longs[3] = 4, "shortest and longest must lie in the first and the last bucket in use");
        assertRefused(longs -> longs[4] = 999, "shortest and longest must lie in the first and the last bucket");
        assertRefused(longs -> longs[4] = 1_001, "sum of durations must be in [1012, 1012], but was 1011");
        assertRefused(longs -> longs[4] = 2, "longest must be in [3, 9223372036854775807], but was 2");
        assertRefused(longs -> longs[3] = -2, "shortest must be in [-1,");
        assertRefused(longs -> longs[SUM] = 1_015, "sum of durations must be in [");
        assertRefused(longs -> longs[SUM] = -1, "sum of durations must be in [");
        assertRefused(longs -> longs[SUM + 1] = 1, "sum of durations must be in [");
        assertRefused(longs -> longs[SQUARES]++, "sum of squared durations must be in [1000043, 1000043]");
        assertRefused(longs -> longs[SQUARES + 2] = -1, "sum of squared durations must be in [");
        assertRefused(longs -> longs[USED] = 2, "state of approximate durations must have 15 longs, but had 17");
        assertRefused(longs -> longs[USED] = -1, "number of buckets must be in [0,");
        assertRefused(longs -> longs[BUCKETS + 2] = 3, "index of a bucket must be in [4,");
        assertRefused(longs -> longs[BUCKETS + 1] = 0, "count of a bucket must be in [1,");
        assertRefused(longs -> longs[BUCKETS + 1] = Long.MAX_VALUE, "must add up to at most");
    }

    private static void assertRefused(Consumer<long[]> damage, String message) {
        long[] longs = durations(3, 5, 3, 1_000).toLongs();
        damage.accept(longs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApproximateDurations.fromLongs(TIMING, longs))
                .withMessageContaining(message);
    }

    /** 1,000, 1,001 and 1,003 are in one bucket: their sum is 3,004 and that of their squares 3,008,010. */
    @Test
    void sumAndSquaresFitEachOther() {
        assertSquares(3_008_010, "");
        assertSquares(3_008_011, "sum of squared durations must fit 3 durations with the sum 3004, but was 3008011");
        assertSquares(3_008_004, "sum of squared durations must fit");
        assertSquares(3_008_014, "sum of squared durations must fit");
        long[] one = durations(1_000).toLongs();
        one[4] = 1_001;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApproximateDurations.fromLongs(TIMING, one))
                .withMessage("shortest and longest of one duration must be equal, but were 1000 and 1001");
    }

    private static void assertSquares(long squares, String message) {
        ApproximateDurations durations = durations(1_000, 1_001, 1_003);
        long[] longs = durations.toLongs();
        longs[SQUARES] = squares;
        if (message.isEmpty()) {
            assertThat(ApproximateDurations.fromLongs(TIMING, longs)).isEqualTo(durations);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ApproximateDurations.fromLongs(TIMING, longs))
                    .withMessageContaining(message);
        }
    }

    @Test
    void anAttainmentIsThreeCounts() {
        TargetAttainment attainment = TargetAttainment.met(2).breached(3).withPending(1);
        assertThat(attainment.toLongs()).hasSize(6).startsWith(1, 11).endsWith(2, 3, 1);
        assertThat(TargetAttainment.fromLongs("target met", attainment.toLongs()))
                .isEqualTo(attainment);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAttainment.fromLongs("reply in time", attainment.toLongs()))
                .withMessage(
                        "state of a target attainment must be of \"reply in time\", but was of another definition");
        for (int count = 3; count < 6; count++) {
            long[] longs = attainment.toLongs();
            longs[count] = -1;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TargetAttainment.fromLongs("target met", longs))
                    .withMessageContaining("must be at least 0, but was -1");
            longs[count] = Long.MAX_VALUE;
            assertThatIllegalArgumentException().isThrownBy(() -> TargetAttainment.fromLongs("target met", longs));
        }
    }
}

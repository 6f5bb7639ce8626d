package io.github.cxkit.metrics.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * Takes durations one by one, any number of them in 63 kB, for {@link ApproximateDurations}.
 *
 * <pre>{@code
 * DurationTally tally = DurationTally.of(Timing.of("first reply", ChronoUnit.MINUTES));
 * tally.accept(Duration.between(asked, replied));
 * tally.durations().percentile(90);
 * }</pre>
 *
 * <p><b>Not thread-safe:</b> give each thread its own tally and {@link #combine} them; the order does not matter.
 */
public final class DurationTally {

    private final Timing timing;
    private final long[] counts = new long[LogBuckets.SIZE];
    private final NanoMoments moments = new NanoMoments();
    private final long[] waiting = new long[NanoMoments.BATCH];
    private int waitingCount;
    private long min = Long.MAX_VALUE;
    private long max;

    private DurationTally(Timing timing) {
        this.timing = Objects.requireNonNull(timing, "timing");
    }

    /**
     * Returns an empty tally.
     *
     * @param timing what is timed
     * @return the tally
     */
    public static DurationTally of(Timing timing) {
        return new DurationTally(timing);
    }

    /**
     * Returns a tally that goes on where another stopped.
     *
     * @param timing what is timed
     * @param longs what {@link #toLongs()} or {@link ApproximateDurations#toLongs()} wrote
     * @return the tally
     * @throws IllegalArgumentException as {@link ApproximateDurations#fromLongs}
     */
    public static DurationTally fromLongs(Timing timing, long[] longs) {
        ApproximateDurations written = ApproximateDurations.fromLongs(timing, longs);
        DurationTally tally = of(timing);
        written.buckets().addTo(tally.counts);
        tally.moments.add(written.moments());
        tally.min = written.minNanos();
        tally.max = written.maxNanos();
        return tally;
    }

    /**
     * Returns what was taken so far as longs.
     *
     * @return the same as {@link ApproximateDurations#toLongs()} of {@link #durations()}
     */
    public long[] toLongs() {
        return durations().toLongs();
    }

    /**
     * Takes one duration.
     *
     * @param length 0 to 292 years
     * @throws IllegalArgumentException if the duration is negative or exceeds 292 years; nothing is taken then
     */
    public void accept(Duration length) {
        take(NanoList.nanosOf(length));
    }

    /**
     * Takes one duration.
     *
     * @param nanos its nanoseconds, 0 or more
     * @throws IllegalArgumentException if the number is negative; nothing is taken then
     */
    public void acceptNanos(long nanos) {
        if (nanos < 0) {
            NanoList.nanosOf(Duration.ofNanos(nanos));
        }
        take(nanos);
    }

    private void take(long nanos) {
        counts[LogBuckets.indexOf(nanos)]++;
        if (nanos < min) {
            min = nanos;
        }
        if (nanos > max) {
            max = nanos;
        }
        waiting[waitingCount++] = nanos;
        if (waitingCount == waiting.length) {
            sumUp();
        }
    }

    /** Many at once, where sums stay in registers; too long to be compiled into the caller's loop, which would slow it down. */
    private void sumUp() {
        if (max < NanoMoments.NARROW) {
            moments.addBatch(waiting, waitingCount);
        } else {
            moments.add(waiting, waitingCount);
        }
        waitingCount = 0;
    }

    /**
     * Adds what another tally has taken.
     *
     * @param other a tally of the same timing; it is not changed
     * @return this tally
     * @throws IllegalArgumentException if the timings differ; the message names both
     * @throws ArithmeticException if there are more durations than a long can count; nothing is added then
     */
    public DurationTally combine(DurationTally other) {
        Statistics.checkSame(timing, other.timing);
        Math.addExact(count(), other.count());
        sumUp();
        other.sumUp();
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        moments.add(other.moments);
        return this;
    }

    private long count() {
        return Arrays.stream(counts).sum();
    }

    /**
     * Returns what was taken so far; the tally can go on afterwards.
     *
     * @return the durations
     */
    public ApproximateDurations durations() {
        sumUp();
        return new ApproximateDurations(timing, LogBuckets.of(counts), moments.copy(), min, max);
    }
}

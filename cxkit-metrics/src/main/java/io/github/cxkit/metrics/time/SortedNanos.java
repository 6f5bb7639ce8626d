package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.numbers.Bisection;
import java.time.Duration;

/** Lengths of waits in nanoseconds, ascending. */
final class SortedNanos {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private SortedNanos() {}

    /** A length in nanoseconds; one that no wait can exceed where a long cannot hold it. */
    static long of(Duration length) {
        return length.compareTo(LONGEST) < 0 ? length.toNanos() : Long.MAX_VALUE;
    }

    /** How many lengths are at most a limit. */
    static int countUpTo(long[] ascending, long limit) {
        return Bisection.first(ascending.length, i -> ascending[i] > limit);
    }

    /** How many lengths are less than a limit of 0 or more. */
    static int countBelow(long[] ascending, long limit) {
        return countUpTo(ascending, limit - 1);
    }
}

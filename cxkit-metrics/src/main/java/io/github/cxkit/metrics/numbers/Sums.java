package io.github.cxkit.metrics.numbers;

/** Sums of counts that stay exact. */
public final class Sums {

    private Sums() {}

    /** A sum of two counts; all counts together must fit a long, so that every count and every merged count does. */
    public static long addExact(long one, long other) {
        long sum = one + other;
        if (sum < 0 || one < 0 || other < 0) {
            throw new ArithmeticException("more answers than a long can count");
        }
        return sum;
    }
}

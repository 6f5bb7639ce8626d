package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.Uncertainty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;

/**
 * The sum and the sum of squares of many lengths in nanoseconds, as whole numbers of 128 and 192 bits: exact, and so the same in any order.
 *
 * <p>Neither can overflow: there are fewer than 2^63 lengths, each below 2^63.
 */
final class NanoMoments {

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    private long sumLow;
    private long sumHigh;
    private long squaresLow;
    private long squaresMiddle;
    private long squaresHigh;

    static NanoMoments of(long[] nanos) {
        NanoMoments moments = new NanoMoments();
        for (long length : nanos) {
            moments.add(length);
        }
        return moments;
    }

    /** Takes a length, 0 or more. */
    void add(long nanos) {
        long sum = sumLow + nanos;
        sumHigh += carry(sumLow, nanos, sum);
        sumLow = sum;
        addSquare(nanos * nanos, Math.multiplyHigh(nanos, nanos), 0);
    }

    NanoMoments add(NanoMoments other) {
        long sum = sumLow + other.sumLow;
        sumHigh += other.sumHigh + carry(sumLow, other.sumLow, sum);
        sumLow = sum;
        addSquare(other.squaresLow, other.squaresMiddle, other.squaresHigh);
        return this;
    }

    private void addSquare(long low, long middle, long high) {
        long newLow = squaresLow + low;
        long carried = carry(squaresLow, low, newLow);
        long partMiddle = squaresMiddle + middle;
        long newMiddle = partMiddle + carried;
        squaresHigh += high + carry(squaresMiddle, middle, partMiddle) + carry(partMiddle, carried, newMiddle);
        squaresLow = newLow;
        squaresMiddle = newMiddle;
    }

    /** What an unsigned sum carries over, 0 or 1. */
    private static long carry(long one, long other, long sum) {
        return ((one & other) | ((one | other) & ~sum)) >>> 63;
    }

    NanoMoments copy() {
        return new NanoMoments().add(this);
    }

    BigInteger sum() {
        return unsigned(sumHigh).shiftLeft(64).add(unsigned(sumLow));
    }

    BigInteger sumOfSquares() {
        return unsigned(squaresHigh)
                .shiftLeft(128)
                .add(unsigned(squaresMiddle).shiftLeft(64))
                .add(unsigned(squaresLow));
    }

    private static BigInteger unsigned(long bits) {
        BigInteger signed = BigInteger.valueOf(bits);
        return bits < 0 ? signed.add(BigInteger.ONE.shiftLeft(64)) : signed;
    }

    Duration total() {
        BigInteger[] parts = sum().divideAndRemainder(NANOS_PER_SECOND);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /** The mean in nanoseconds, rounded once. */
    double mean(long count) {
        return quotient(sum(), BigInteger.valueOf(count));
    }

    /** √(Σ(x − mean)²/(n(n − 1))), from the exact nΣx² − (Σx)². */
    double standardError(long count) {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger spread = n.multiply(sumOfSquares()).subtract(sum().pow(2));
        return Math.sqrt(quotient(spread, n.pow(2).multiply(n.subtract(BigInteger.ONE))));
    }

    private static double quotient(BigInteger one, BigInteger other) {
        return new BigDecimal(one)
                .divide(new BigDecimal(other), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** The mean as a score; at least one length. */
    TimeScore score(TimeMetric metric, long count) {
        Uncertainty uncertainty = count < 2
                ? new Uncertainty.NotEstimable("a mean needs at least 2 durations")
                : new Uncertainty.StandardError(metric.timing().toUnit(standardError(count)), count - 1.0);
        return new TimeScore(metric, mean(count), count, uncertainty);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NanoMoments that
                && sum().equals(that.sum())
                && sumOfSquares().equals(that.sumOfSquares());
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(sumLow) + Long.hashCode(squaresLow);
    }
}

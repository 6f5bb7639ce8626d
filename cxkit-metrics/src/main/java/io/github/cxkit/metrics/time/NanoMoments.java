package io.github.cxkit.metrics.time;

import io.github.cxkit.metrics.Uncertainty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;

/**
 * The sum and the sum of squares of many lengths in nanoseconds, as whole numbers of 128 and 192 bits: exact, and so the same in any order.
 *
 * <p>Neither can overflow: there are fewer than 2^63 lengths, each below 2^63.
 */
final class NanoMoments {

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    /** How many lengths below {@link #NARROW} can be summed without a carry. */
    static final int BATCH = 512;

    /** 208 days. */
    static final long NARROW = 1L << 54;

    private static final long LOW_27 = (1L << 27) - 1;
    private static final long LOW_32 = (1L << 32) - 1;

    private long sumLow;
    private long sumHigh;
    private long squaresLow;
    private long squaresMiddle;
    private long squaresHigh;

    static NanoMoments of(long[] nanos) {
        NanoMoments moments = new NanoMoments();
        moments.add(nanos, nanos.length);
        return moments;
    }

    /** Takes at most {@link #BATCH} lengths below {@link #NARROW}: by halves of 27 bits, whose products add up to less than 2^63 in a batch: three multiplications that need not wait for each other. */
    void addBatch(long[] nanos, int size) {
        long sum = 0;
        long squares = 0;
        long mixed = 0;
        long squaresAbove = 0;
        for (int i = 0; i < size; i++) {
            long low = nanos[i] & LOW_27;
            long high = nanos[i] >>> 27;
            sum += nanos[i];
            squares += low * low;
            mixed += low * high;
            squaresAbove += high * high;
        }
        addSum(sum, 0);
        addSquare(squares, 0, 0);
        addSquare(mixed << 28, mixed >>> 36, 0);
        addSquare(squaresAbove << 54, squaresAbove >>> 10, 0);
    }

    /** Takes any lengths: by halves of 32 bits, of which an array cannot hold enough for an overflow. */
    void add(long[] nanos, int size) {
        long sum = 0;
        long sumAbove = 0;
        long square0 = 0;
        long square1 = 0;
        long square2 = 0;
        long square3 = 0;
        for (int i = 0; i < size; i++) {
            long length = nanos[i];
            sum += length & LOW_32;
            sumAbove += length >>> 32;
            long low = length * length;
            long high = Math.multiplyHigh(length, length);
            square0 += low & LOW_32;
            square1 += low >>> 32;
            square2 += high & LOW_32;
            square3 += high >>> 32;
        }
        addSum(sum, 0);
        addSum(sumAbove << 32, sumAbove >>> 32);
        addSquare(square0, 0, 0);
        addSquare(square1 << 32, square1 >>> 32, 0);
        addSquare(0, square2, 0);
        addSquare(0, square3 << 32, square3 >>> 32);
    }

    NanoMoments add(NanoMoments other) {
        addSum(other.sumLow, other.sumHigh);
        addSquare(other.squaresLow, other.squaresMiddle, other.squaresHigh);
        return this;
    }

    private void addSum(long low, long high) {
        long newLow = sumLow + low;
        sumHigh += high + carry(sumLow, low, newLow);
        sumLow = newLow;
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
    TimeScore score(Timing.Statistic metric, long count, List<String> caveats) {
        Uncertainty uncertainty = count < 2
                ? new Uncertainty.NotEstimable("a mean needs at least 2 durations")
                : new Uncertainty.StandardError(metric.timing().toUnit(standardError(count)), count - 1.0);
        return new TimeScore(metric, mean(count), count, uncertainty, caveats);
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

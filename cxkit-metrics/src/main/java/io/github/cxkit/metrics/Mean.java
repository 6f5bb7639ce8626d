package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Sums;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * The mean of plain numbers, as a {@link Score}: order values, contacts per case.
 *
 * <p>The mean of 7, 6, 7, 5, 3, 6, 7, 7, 2, 6, 5 and 7 is 5.667 with a 95 % t interval from 4.606 to 6.728. For ratings on a scale use
 * {@link io.github.cxkit.metrics.rating.Csat} or {@link io.github.cxkit.metrics.rating.Ces}, whose sums are exact; here sums agree to 1e-12 relative whatever the order, as long as the numbers do not
 * cancel.
 *
 * <pre>{@code
 * Quantity orderValue = Quantity.of("order value", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);
 * Mean.of(orderValue, 19.9, 45.0, 32.5).estimate();
 * }</pre>
 *
 * <ul>
 *   <li>One number has a mean and no interval, and so have equal numbers.
 *   <li>Squared deviations are summed about the running mean (Welford 1962; merged by Chan, Golub and LeVeque 1979), so that 1e9 + 1 to 4 have the standard deviation 1.29.
 * </ul>
 */
public final class Mean implements MergeableScore<Mean> {

    private final Quantity quantity;
    private final long count;
    private final double mean;
    private final double squaredDeviations;

    Mean(Quantity quantity, long count, double mean, double squaredDeviations) {
        this.quantity = quantity;
        this.count = count;
        this.mean = mean;
        this.squaredDeviations = squaredDeviations;
    }

    /**
     * Returns the mean of these numbers.
     *
     * @param quantity what the numbers mean
     * @param numbers the numbers, finite; none is legal
     * @return the mean
     * @throws IllegalArgumentException if a number is infinite or NaN
     */
    public static Mean of(Quantity quantity, double... numbers) {
        MeanTally tally = MeanTally.of(quantity);
        for (double number : numbers) {
            tally.accept(number);
        }
        return tally.mean();
    }

    /**
     * Returns a collector of the caller's own rows into a mean; one row is taken for one independent number.
     *
     * @param <T> the row type
     * @param quantity what the numbers mean
     * @param number reads a row's number
     * @return the collector, which throws {@link IllegalArgumentException} for a number that is infinite or NaN
     */
    public static <T> Collector<T, ?, Mean> toMean(Quantity quantity, ToDoubleFunction<? super T> number) {
        return Collector.of(
                () -> MeanTally.of(quantity),
                (tally, row) -> tally.accept(number.applyAsDouble(row)),
                MeanTally::combine,
                MeanTally::mean);
    }

    /**
     * Returns the mean of the numbers of both.
     *
     * @param other a mean of the same quantity
     * @return the mean
     * @throws IllegalArgumentException if the quantities differ; the message names both
     */
    @Override
    public Mean plus(Mean other) {
        if (!quantity.equals(other.quantity)) {
            throw new IllegalArgumentException(quantity + " cannot be merged with " + other.quantity);
        }
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long sum = Sums.addExact(count, other.count);
        double distance = other.mean - mean;
        double part = (double) other.count / sum;
        return new Mean(
                quantity,
                sum,
                mean + distance * part,
                squaredDeviations + other.squaredDeviations + distance * distance * count * part);
    }

    @Override
    public Quantity metric() {
        return quantity;
    }

    @Override
    public double value() {
        if (count == 0) {
            throw new IllegalStateException("mean " + quantity.name() + " is undefined for zero numbers");
        }
        return mean;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public double effectiveCount() {
        return count;
    }

    /**
     * Returns the standard deviation with divisor n − 1.
     *
     * @return 0 or more; empty for a single number
     * @throws IllegalStateException if there are no numbers
     */
    public OptionalDouble standardDeviation() {
        value();
        return count < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squaredDeviations / (count - 1)));
    }

    /**
     * Returns the numbers.
     *
     * @return all of {@link #count()}
     */
    @Override
    public Optional<SampledUnits> sampledUnits() {
        return Optional.of(new SampledUnits(count, "numbers"));
    }

    @Override
    public Uncertainty uncertainty() {
        OptionalDouble deviation = standardDeviation();
        if (deviation.isEmpty()) {
            return new Uncertainty.NotEstimable("a mean needs at least 2 numbers");
        }
        return deviation.getAsDouble() == 0
                ? Uncertainty.ofEqualAnswers(mean, quantity.range(), count)
                : new Uncertainty.StandardError(deviation.getAsDouble() / Math.sqrt(count), count - 1);
    }

    double meanOrZero() {
        return mean;
    }

    double squaredDeviations() {
        return squaredDeviations;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mean that
                && quantity.equals(that.quantity)
                && count == that.count
                && Double.compare(mean, that.mean) == 0
                && Double.compare(squaredDeviations, that.squaredDeviations) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(quantity, count, mean, squaredDeviations);
    }

    /**
     * Returns the name and the 95 % estimate.
     *
     * @return for example {@code mean order value 32.47 € (95% CI 1.29 to 63.64, n=3)}
     */
    @Override
    public String toString() {
        return "mean " + quantity.name() + " " + (isEmpty() ? "undefined (n=0)" : estimate());
    }
}

package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Checks;
import io.github.cxkit.metrics.numbers.WeightBounds;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes numbers one by one for a {@link Mean}.
 *
 * <p><b>Not thread-safe:</b> give each thread its own tally and {@link #combine} them.
 */
public final class MeanTally {

    private final Quantity quantity;
    private long count;
    private double mean;
    private double squaredDeviations;
    private double lightest = 1;
    private double heaviest = 1;
    /** Where two weights differ; then what stands above of mean and deviations does not count. */
    private @Nullable WeightedMoments weighted;

    private MeanTally(Quantity quantity) {
        this.quantity = Objects.requireNonNull(quantity, "quantity");
    }

    /**
     * Returns an empty tally.
     *
     * @param quantity what the numbers mean
     * @return the tally
     */
    public static MeanTally of(Quantity quantity) {
        return new MeanTally(quantity);
    }

    /**
     * Returns a tally that goes on where another stopped.
     *
     * @param quantity what the numbers mean
     * @param longs what {@link #toLongs()} or {@link Mean#toLongs()} wrote
     * @return the tally
     * @throws IllegalArgumentException as {@link Mean#fromLongs}
     */
    public static MeanTally fromLongs(Quantity quantity, long[] longs) {
        return of(quantity).take(Mean.fromLongs(quantity, longs));
    }

    /**
     * Returns what has been taken so far as longs.
     *
     * @return the same as {@link Mean#toLongs()} of {@link #mean()}
     */
    public long[] toLongs() {
        return mean().toLongs();
    }

    /**
     * Takes one number (Welford's update).
     *
     * @param number a finite number, not negative for an amount
     * @throws IllegalArgumentException if the number is infinite or NaN, or negative for an amount; nothing is taken then
     */
    public void accept(double number) {
        accept(number, 1);
    }

    /**
     * Takes one number with a weight. As long as all weights are equal, whatever their size, nothing differs from {@link #accept(double)}.
     *
     * @param number a finite number, not negative for an amount
     * @param weight from 1e-100 to 1e100; a number that is to weigh nothing is left out by the caller
     * @throws IllegalArgumentException if the number is infinite or NaN, or negative for an amount, or the weight is out of range; nothing is taken then
     */
    public void accept(double number, double weight) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(quantity.name() + " must be finite, but was " + number);
        }
        if (quantity.hasTrueZero() && number < 0) {
            throw new IllegalArgumentException(quantity.name() + " must be at least 0, but was " + number);
        }
        checkWeight(weight);
        count = Math.incrementExact(count);
        if (count == 1) {
            lightest = weight;
            heaviest = weight;
        }
        WeightedMoments moments = weighted;
        if (moments == null && weight == lightest) {
            double distance = number - mean;
            mean += distance / count;
            squaredDeviations += distance * (number - mean);
            return;
        }
        WeightedMoments sofar =
                moments == null ? WeightedMoments.ofEqual(count - 1, lightest, mean, squaredDeviations) : moments;
        weighted = sofar.plus(WeightedMoments.of(number, weight));
        lightest = Math.min(lightest, weight);
        heaviest = Math.max(heaviest, weight);
    }

    static double checkWeight(double weight) {
        return Checks.within(weight, WeightBounds.SMALLEST, WeightBounds.LARGEST, "weight");
    }

    /**
     * Adds what another tally has taken.
     *
     * @param other a tally of the same quantity; it is not changed
     * @return this tally
     * @throws IllegalArgumentException if the quantities differ; the message names both
     */
    public MeanTally combine(MeanTally other) {
        return take(mean().plus(other.mean()));
    }

    private MeanTally take(Mean all) {
        count = all.count();
        mean = all.meanOrZero();
        squaredDeviations = all.squaredDeviations();
        lightest = all.lightest();
        heaviest = all.heaviest();
        weighted = all.weightedOrNull();
        return this;
    }

    /**
     * Returns the mean of the numbers taken so far; the tally can go on afterwards.
     *
     * @return the mean
     */
    public Mean mean() {
        WeightedMoments moments = weighted;
        return moments == null
                ? new Mean(quantity, count, mean, squaredDeviations, count == 0 ? 1 : lightest)
                : new Mean(quantity, count, lightest, heaviest, moments);
    }
}

package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.Rounding;
import io.github.cxkit.metrics.numbers.StateKind;
import io.github.cxkit.metrics.numbers.StateReader;
import io.github.cxkit.metrics.numbers.StateWriter;
import io.github.cxkit.metrics.numbers.Sums;
import io.github.cxkit.metrics.numbers.WeightBounds;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

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
 *   <li>Weights: the value is Σwx/Σw, the standard error linearised, √(n/(n − 1)·Σw²(x − m)²)/Σw, with n_eff − 1 degrees of freedom. Equal weights of any size give
 *       the unweighted result to the bit, but for {@link #weight()}.
 *   <li>Squared deviations are summed about the running mean (Welford 1962; merged by Chan, Golub and LeVeque 1979), so that 1e9 + 1 to 4 have the standard deviation 1.29.
 * </ul>
 */
public final class Mean implements MergeableScore<Mean> {

    /** So far sums of squares may be off by rounding. */
    private static final double ROUNDING = WeightBounds.ROUNDING;

    /** How many longs a state has after the first three. */
    private static final int WEIGHTS_OF_ONE = 3;

    private static final int EQUAL_WEIGHTS = 4;
    private static final int DIFFERENT_WEIGHTS = 9;

    private final Quantity quantity;
    private final long count;
    private final double mean;
    /** Of a weighted mean by weight. */
    private final double squaredDeviations;

    private final double lightest;
    private final double heaviest;
    /** Where two weights differ. */
    private final @Nullable WeightedMoments weighted;

    /** Of numbers that all weigh the same. */
    Mean(Quantity quantity, long count, double mean, double squaredDeviations, double weight) {
        this.quantity = quantity;
        this.count = count;
        this.mean = mean;
        this.squaredDeviations = squaredDeviations;
        this.lightest = weight;
        this.heaviest = weight;
        this.weighted = null;
    }

    /** Of numbers of which two weights differ. */
    Mean(Quantity quantity, long count, double lightest, double heaviest, WeightedMoments weighted) {
        this.quantity = quantity;
        this.count = count;
        this.mean = weighted.mean();
        this.squaredDeviations = weighted.deviations();
        this.lightest = lightest;
        this.heaviest = heaviest;
        this.weighted = weighted;
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
     * Returns a collector of the caller's own rows into a weighted mean, as of amounts of a sample that was drawn with unequal probabilities.
     *
     * @param <T> the row type
     * @param quantity what the numbers mean
     * @param number reads a row's number
     * @param weight reads a row's weight, from 1e-100 to 1e100
     * @return the collector, which throws what {@link MeanTally#accept(double, double)} does
     */
    public static <T> Collector<T, ?, Mean> toMean(
            Quantity quantity, ToDoubleFunction<? super T> number, ToDoubleFunction<? super T> weight) {
        return Collector.of(
                () -> MeanTally.of(quantity),
                (tally, row) -> tally.accept(number.applyAsDouble(row), weight.applyAsDouble(row)),
                MeanTally::combine,
                MeanTally::mean);
    }

    /**
     * Returns the mean that {@link #toLongs()} wrote.
     *
     * @param quantity what the numbers mean
     * @param longs what was written
     * @return the mean, equal to the one that was written
     * @throws IllegalArgumentException if it is no state of a mean of this quantity, or no numbers could give it
     */
    public static Mean fromLongs(Quantity quantity, long[] longs) {
        StateReader state = StateReader.of(StateKind.MEAN, longs).requireDefinition(quantity.code(), quantity);
        boolean weightsDiffer = state.left() > EQUAL_WEIGHTS;
        if (state.left() != EQUAL_WEIGHTS) {
            state.requireLeft(weightsDiffer ? DIFFERENT_WEIGHTS : WEIGHTS_OF_ONE);
        }
        boolean weightsOfOne = state.left() == WEIGHTS_OF_ONE;
        long count = state.count("count");
        double mean = state.real("mean");
        double squares = state.real("squared deviations");
        if (count == 0 ? mean != 0 : quantity.hasTrueZero() && mean < 0) {
            throw new IllegalArgumentException("mean " + quantity.name() + " of " + count + " numbers must be "
                    + (count == 0 ? "0" : "at least 0") + ", but was " + mean);
        }
        if (weightsDiffer) {
            return weighted(quantity, count, mean, squares, state);
        }
        checkSquares(count, mean, squares, mostSquares(quantity, count, mean));
        return new Mean(quantity, count, mean, squares, weightsOfOne ? 1 : weight(state));
    }

    private static void checkSquares(long count, double mean, double squares, double most) {
        if (!(squares >= 0 && squares <= most)) {
            throw new IllegalArgumentException("squared deviations of " + count + " numbers with the mean " + mean
                    + " must be in [0, " + most + "], but were " + squares);
        }
    }

    private static double weight(StateReader state) {
        return MeanTally.checkWeight(state.real("weight"));
    }

    /** Sums that some numbers with some weights can have, but for rounding. */
    private static Mean weighted(Quantity quantity, long count, double mean, double squares, StateReader state) {
        double lightest = weight(state);
        double heaviest = weight(state);
        if (!(count >= 2 && lightest < heaviest)) {
            throw new IllegalArgumentException(
                    "weights of " + count + " numbers cannot differ, or not from " + lightest + " to " + heaviest);
        }
        WeightedMoments read = new WeightedMoments(
                state.real("sum of weights"),
                state.real("squared weights"),
                mean,
                squares,
                state.real("lean"),
                state.real("spread"));
        WeightBounds.checkSums(count, lightest, heaviest, read.sum(), read.squares());
        double most = quantity.hasTrueZero()
                ? read.sum() * mean * mean * (read.sum() / lightest - 1) * (1 + ROUNDING) + count * Double.MIN_NORMAL
                : Double.MAX_VALUE;
        checkSquares(count, mean, squares, most);
        double others = count - 1.0;
        boolean possible = WeightBounds.isWithin(read.sum(), heaviest + others * lightest, lightest + others * heaviest)
                && WeightBounds.isWithin(read.spread(), lightest * squares, heaviest * squares)
                && Math.abs(read.lean()) <= Math.sqrt(read.squares()) * Math.sqrt(read.spread()) * (1 + ROUNDING);
        if (!possible) {
            throw new IllegalArgumentException("weighted deviations of " + count
                    + " numbers must be such that some can have them, but were " + squares + ", " + read.lean()
                    + " and " + read.spread());
        }
        return new Mean(quantity, count, lightest, heaviest, read);
    }

    /** Of amounts the squares are largest where all but one are 0: n(n − 1)·mean². */
    private static double mostSquares(Quantity quantity, long count, double mean) {
        if (count < 2) {
            return 0;
        }
        return quantity.hasTrueZero()
                ? count * (count - 1.0) * mean * mean * (1 + ROUNDING) + count * Double.MIN_NORMAL
                : Double.MAX_VALUE;
    }

    /**
     * Returns count, mean and squared deviations as longs, for a database row, a message or another machine. They do not add up column by column: {@link #plus} does.
     *
     * <p>Layout: 1; 8 for a mean; the code of the quantity; the count; the bits of the mean (0 for none) and of the sum of squared deviations from it, by weight. Unless
     * all weights are 1, the bits of the weight follow; where two differ, of the smallest and the largest weight, Σw, Σw², Σw²(x − m) and Σw²(x − m)².
     *
     * @return a new array
     */
    public long[] toLongs() {
        StateWriter writer = StateWriter.of(StateKind.MEAN, quantity.code())
                .add(count)
                .addReal(mean)
                .addReal(squaredDeviations);
        WeightedMoments moments = weighted;
        if (moments != null) {
            writer.addReal(lightest)
                    .addReal(heaviest)
                    .addReal(moments.sum())
                    .addReal(moments.squares())
                    .addReal(moments.lean())
                    .addReal(moments.spread());
        } else if (lightest != 1) {
            writer.addReal(lightest);
        }
        return writer.toLongs();
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
        quantity.requireSame(other.quantity, "merged");
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long sum = Sums.addExact(count, other.count);
        if (isWeighted() || other.isWeighted() || lightest != other.lightest) {
            return new Mean(
                    quantity,
                    sum,
                    Math.min(lightest, other.lightest),
                    Math.max(heaviest, other.heaviest),
                    moments().plus(other.moments()));
        }
        double distance = other.mean - mean;
        double part = (double) other.count / sum;
        return new Mean(
                quantity,
                sum,
                mean + distance * part,
                squaredDeviations + other.squaredDeviations + distance * distance * count * part,
                lightest);
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

    /**
     * Returns how many equally weighted numbers would be as good: Kish's (Σw)²/Σw².
     *
     * @return {@link #count()} where all weights are equal, else less
     */
    @Override
    public double effectiveCount() {
        WeightedMoments moments = weighted;
        return moments == null ? count : Math.min(count, moments.effectiveCount());
    }

    /**
     * Returns the sum of the weights.
     *
     * @return {@link #count()} where all weights are 1
     */
    @Override
    public double weight() {
        return count == 0 ? 0 : moments().sum();
    }

    /**
     * Returns whether two weights differ.
     *
     * @return false where all weights are equal, whatever their size
     */
    public boolean isWeighted() {
        return weighted != null;
    }

    /**
     * Returns the standard deviation with divisor n − 1; where weights differ, √(Σw(x − m)²/Σw·n_eff/(n_eff − 1)).
     *
     * @return 0 or more; empty for a single number
     * @throws IllegalStateException if there are no numbers
     */
    public OptionalDouble standardDeviation() {
        value();
        WeightedMoments moments = weighted;
        if (moments == null) {
            return count < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squaredDeviations / (count - 1)));
        }
        double effective = effectiveCount();
        return effective > 1
                ? OptionalDouble.of(Math.sqrt(squaredDeviations / moments.sum() * (effective / (effective - 1))))
                : OptionalDouble.empty();
    }

    /**
     * Returns the numbers, unless they are weighted.
     *
     * @return all of {@link #count()}; empty where weights differ
     */
    @Override
    public Optional<SampledUnits> sampledUnits() {
        return isWeighted() ? Optional.empty() : Optional.of(new SampledUnits(count, "numbers"));
    }

    /**
     * Returns the standard error s/√n with n − 1 degrees of freedom; where weights differ, the linearised √(n/(n − 1)·Σw²(x − m)²)/Σw with n_eff − 1, and none below an
     * effective n of 2.
     */
    @Override
    public Uncertainty uncertainty() {
        value();
        WeightedMoments moments = weighted;
        return moments == null ? plainUncertainty() : weightedUncertainty(moments);
    }

    private Uncertainty weightedUncertainty(WeightedMoments moments) {
        double effective = effectiveCount();
        if (effective < 2) {
            return new Uncertainty.NotEstimable(
                    "a mean needs at least 2 effective numbers, but there were " + Rounding.format(effective, 2));
        }
        return squaredDeviations == 0
                ? Uncertainty.ofEqualAnswers(mean, quantity.range(), effective)
                : new Uncertainty.StandardError(
                        Math.sqrt(count / (count - 1.0) * moments.spread()) / moments.sum(), effective - 1);
    }

    private Uncertainty plainUncertainty() {
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

    double lightest() {
        return lightest;
    }

    double heaviest() {
        return heaviest;
    }

    /** The sums by weight, where two weights differ. */
    @Nullable
    WeightedMoments weightedOrNull() {
        return weighted;
    }

    private WeightedMoments moments() {
        WeightedMoments moments = weighted;
        return moments == null ? WeightedMoments.ofEqual(count, lightest, mean, squaredDeviations) : moments;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mean that
                && quantity.equals(that.quantity)
                && count == that.count
                && Double.compare(mean, that.mean) == 0
                && Double.compare(squaredDeviations, that.squaredDeviations) == 0
                && lightest == that.lightest
                && heaviest == that.heaviest
                && Objects.equals(weighted, that.weighted);
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

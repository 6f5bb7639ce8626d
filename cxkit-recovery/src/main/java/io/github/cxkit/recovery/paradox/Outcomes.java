package io.github.cxkit.recovery.paradox;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.numbers.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The outcomes of one group, more counting as better. All sums run over sorted values, so that the order of the customers cannot
 * matter, not even in the last bit.
 */
final class Outcomes {

    private final double ceiling;
    private final long customers;
    private final double[] before;
    private final double[] after;
    private final double[] pairedBefore;
    private final double[] pairedAfter;
    private final Quantity outcome;
    private final double meanBefore;
    private final double meanAfter;

    private record Pair(double before, double after) {}

    private Outcomes(String name, Scale scale, long customers, double[] before, double[] after, List<Pair> pairs) {
        this.outcome = Quantity.of(name, MetricUnit.SCALE_POINTS, Direction.HIGHER_IS_BETTER);
        this.ceiling = scale.highest();
        this.customers = customers;
        this.before = sorted(Arrays.stream(before));
        this.after = sorted(Arrays.stream(after));
        List<Pair> ordered = pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::before).thenComparingDouble(Pair::after))
                .toList();
        this.pairedBefore = ordered.stream().mapToDouble(Pair::before).toArray();
        this.pairedAfter = ordered.stream().mapToDouble(Pair::after).toArray();
        this.meanBefore =
                pairedBefore.length == 0 ? 0 : Mean.of(outcome, pairedBefore).value();
        this.meanAfter =
                pairedAfter.length == 0 ? 0 : Mean.of(outcome, pairedAfter).value();
    }

    static Outcomes of(String name, Scale scale, List<CustomerWithoutFailure> customers) {
        List<Pair> pairs = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (CustomerWithoutFailure customer : customers) {
            OptionalDouble earlier = oriented(customer.before(), scale, "before");
            OptionalDouble later = oriented(customer.after(), scale, "after");
            earlier.ifPresent(before::add);
            later.ifPresent(after::add);
            if (earlier.isPresent() && later.isPresent()) {
                pairs.add(new Pair(earlier.getAsDouble(), later.getAsDouble()));
            }
        }
        return new Outcomes(name, scale, customers.size(), toArray(before), toArray(after), pairs);
    }

    /** Of customers who are in no group. */
    static void check(CustomerWithoutFailure customer, Scale scale) {
        oriented(customer.before(), scale, "before");
        oriented(customer.after(), scale, "after");
    }

    private static OptionalDouble oriented(OptionalDouble outcome, Scale scale, String name) {
        return outcome.isPresent()
                ? OptionalDouble.of(oriented(outcome.getAsDouble(), scale, name))
                : OptionalDouble.empty();
    }

    /** The outcome with more counting as better: on a scale where low is good, counted from the other end. */
    static double oriented(double outcome, Scale scale, String name) {
        double value = Checks.within(outcome, scale.lowest(), scale.highest(), name);
        return scale.direction() == Direction.HIGHER_IS_BETTER
                ? value
                : (double) scale.lowest() + scale.highest() - value;
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }

    long customers() {
        return customers;
    }

    /** How many answered both times. */
    int pairs() {
        return pairedBefore.length;
    }

    long atCeilingBefore() {
        return Arrays.stream(before).filter(value -> value == ceiling).count();
    }

    long atCeilingAfter() {
        return Arrays.stream(after).filter(value -> value == ceiling).count();
    }

    Mean allBefore() {
        return Mean.of(outcome, before);
    }

    Mean allAfter() {
        return Mean.of(outcome, after);
    }

    Mean gains() {
        double[] gains = new double[pairs()];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = pairedAfter[i] - pairedBefore[i];
        }
        return Mean.of(outcome, sorted(Arrays.stream(gains)));
    }

    /** Of those who answered both times; 0 for nobody. */
    double meanBefore() {
        return meanBefore;
    }

    /** Of those who answered both times; 0 for nobody. */
    double meanAfter() {
        return meanAfter;
    }

    /** Σ(before − mean)². */
    double squaresBefore() {
        return products(pairedBefore, meanBefore, pairedBefore, meanBefore);
    }

    /** Σ(before − mean)(after − mean). */
    double crossProducts() {
        return products(pairedBefore, meanBefore, pairedAfter, meanAfter);
    }

    /** What a line of this slope through the means leaves: summed directly, for a difference of sums would not vanish where the line fits perfectly. */
    double residualSquares(double slope) {
        double sum = 0;
        for (int i = 0; i < pairs(); i++) {
            double residual = pairedAfter[i] - meanAfter - slope * (pairedBefore[i] - meanBefore);
            sum += residual * residual;
        }
        return sum;
    }

    private static double products(double[] one, double oneMean, double[] other, double otherMean) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - oneMean) * (other[i] - otherMean);
        }
        return sum;
    }
}

package io.github.cxkit.recovery;

import io.github.cxkit.metrics.numbers.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How much each dimension counts in the overall score, and how sure that is: weights that sum to 1, and the ordering of the dimensions that they rest
 * on.
 *
 * <p>Published studies agree on no numbers and not even on an ordering. So the default is {@link #EQUAL} (Dawes 1979,
 * doi:10.1037/0003-066X.34.7.571), and every score comes with the range that all weights of the same ordering would give.
 *
 * <pre>{@code
 * FairnessWeights.ranked(List.of(Set.of(COMPENSATION), Set.of(INTERACTION), Set.of(PROCESS)));   // 3/6, 2/6, 1/6
 * }</pre>
 *
 * <ul>
 *   <li>Dimensions that are tied in an ordering may stand in either order: nothing is said about the two.
 *   <li>Without an ordering all dimensions are tied.
 * </ul>
 */
public final class FairnessWeights {

    /** One third each, and no ordering. */
    public static final FairnessWeights EQUAL = ranked(List.of(EnumSet.allOf(FairnessDimension.class)));

    /**
     * For the satisfaction with this one recovery: compensation before interaction before process, 3/6, 2/6 and 1/6 (rank sums; ordering of Orsingher,
     * Valentini and de Angelis 2010).
     */
    public static final FairnessWeights TRANSACTION = ranked(List.of(
            Set.of(FairnessDimension.COMPENSATION),
            Set.of(FairnessDimension.INTERACTION),
            Set.of(FairnessDimension.PROCESS)));

    /**
     * For the relationship: interaction and compensation tied before process, 5/12, 5/12 and 2/12 (rank sums; ordering after Gelbrich and Roschk 2011).
     */
    public static final FairnessWeights RELATIONSHIP = ranked(List.of(
            Set.of(FairnessDimension.INTERACTION, FairnessDimension.COMPENSATION), Set.of(FairnessDimension.PROCESS)));

    private final Map<FairnessDimension, Double> weights;
    private final List<Set<FairnessDimension>> ordering;

    /** The ordering as bits, one for each dimension in its order. */
    private final List<Integer> tiers;

    private FairnessWeights(Map<FairnessDimension, Double> weights, List<Set<FairnessDimension>> ordering) {
        this.weights = weights;
        this.ordering = ordering;
        this.tiers = ordering.stream().map(FairnessWeights::bits).toList();
        for (int i = 1; i < ordering.size(); i++) {
            for (FairnessDimension heavier : ordering.get(i - 1)) {
                for (FairnessDimension lighter : ordering.get(i)) {
                    if (weight(heavier) < weight(lighter) - Rounding.LEFT_OVER) {
                        throw new IllegalArgumentException("weight of " + heavier + " must be at least that of "
                                + lighter + ", " + weight(lighter) + ", but was " + weight(heavier));
                    }
                }
            }
        }
    }

    /**
     * Returns weights of the caller's own, without an ordering.
     *
     * @param weights a weight for each dimension, more than 0; they need not sum to 1
     * @return the weights
     * @throws IllegalArgumentException if a dimension has no weight, or one that is not positive and finite
     */
    public static FairnessWeights of(Map<FairnessDimension, Double> weights) {
        Map<FairnessDimension, Double> normalised = new EnumMap<>(FairnessDimension.class);
        double sum = 0;
        for (FairnessDimension dimension : FairnessDimension.values()) {
            Double weight = weights.get(dimension);
            if (weight == null) {
                throw new IllegalArgumentException("weight of " + dimension + " must be in (0, ∞), but was missing");
            }
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight of " + dimension + " must be in (0, ∞), but was " + weight);
            }
            sum += weight;
        }
        if (Double.isInfinite(sum)) {
            throw new IllegalArgumentException("sum of the weights must be finite, but was " + sum);
        }
        for (FairnessDimension dimension : FairnessDimension.values()) {
            normalised.put(dimension, Objects.requireNonNull(weights.get(dimension)) / sum);
        }
        return new FairnessWeights(normalised, List.of(EnumSet.allOf(FairnessDimension.class)));
    }

    /**
     * Returns rank-sum weights: with three ranks 3/6, 2/6 and 1/6, where tied dimensions share the mean of their ranks.
     *
     * @param ordering the dimensions from the heaviest to the lightest; those of one set are tied
     * @return the weights, with this ordering
     * @throws IllegalArgumentException if the ordering does not name each dimension once
     */
    public static FairnessWeights ranked(List<Set<FairnessDimension>> ordering) {
        List<Set<FairnessDimension>> checked = checked(ordering);
        Map<FairnessDimension, Double> weights = new EnumMap<>(FairnessDimension.class);
        int all = FairnessDimension.values().length;
        int before = 0;
        for (Set<FairnessDimension> tied : checked) {
            double meanRank = before + (tied.size() + 1) / 2.0;
            tied.forEach(dimension -> weights.put(dimension, (all + 1 - meanRank) / (all * (all + 1) / 2.0)));
            before += tied.size();
        }
        return new FairnessWeights(weights, checked);
    }

    /**
     * Returns a copy that rests on an ordering.
     *
     * @param newOrdering the dimensions from the heaviest to the lightest; those of one set are tied
     * @return the copy
     * @throws IllegalArgumentException if the ordering does not name each dimension once, or contradicts the weights
     */
    public FairnessWeights withOrdering(List<Set<FairnessDimension>> newOrdering) {
        return new FairnessWeights(weights, checked(newOrdering));
    }

    private static List<Set<FairnessDimension>> checked(List<Set<FairnessDimension>> ordering) {
        List<FairnessDimension> named =
                ordering.stream().flatMap(Set::stream).sorted().toList();
        if (ordering.stream().anyMatch(Set::isEmpty) || !named.equals(Arrays.asList(FairnessDimension.values()))) {
            throw new IllegalArgumentException("ordering must name each dimension once, but was " + ordering);
        }
        return ordering.stream().map(Set::copyOf).toList();
    }

    /**
     * Returns the weight of a dimension.
     *
     * @param dimension the dimension
     * @return more than 0, less than 1
     */
    public double weight(FairnessDimension dimension) {
        return Objects.requireNonNull(weights.get(dimension));
    }

    /**
     * Returns the ordering.
     *
     * @return the dimensions from the heaviest to the lightest; those of one set are tied
     */
    public List<Set<FairnessDimension>> ordering() {
        return ordering;
    }

    private static int bits(Set<FairnessDimension> dimensions) {
        int bits = 0;
        int bit = 1;
        for (FairnessDimension dimension : FairnessDimension.values()) {
            bits |= dimensions.contains(dimension) ? bit : 0;
            bit <<= 1;
        }
        return bits;
    }

    /**
     * The sets that share all weight equally at the corners of what the ordering allows: with a dimension, every heavier one. The corners of
     * w1 ≥ w2 ≥ w3 ≥ 0 are {1}, {1, 2} and {1, 2, 3}. Sets are bits, one for each dimension in its order.
     */
    List<Integer> corners(int applicable) {
        List<Integer> corners = new ArrayList<>();
        int heavier = 0;
        for (int tied : tiers) {
            int here = tied & applicable;
            for (int subset = here; subset > 0; subset = subset - 1 & here) {
                corners.add(heavier | subset);
            }
            heavier |= here;
        }
        return corners;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FairnessWeights that && weights.equals(that.weights) && ordering.equals(that.ordering);
    }

    @Override
    public int hashCode() {
        return Objects.hash(weights, ordering);
    }

    /**
     * Returns the weights, and the ordering where there is one.
     *
     * @return for example {@code FairnessWeights[{PROCESS=0.5, INTERACTION=0.25, COMPENSATION=0.25}, ordering [[PROCESS], [INTERACTION, COMPENSATION]]]}
     */
    @Override
    public String toString() {
        return "FairnessWeights[" + weights
                + (ordering.size() > 1
                        ? ", ordering " + ordering.stream().map(EnumSet::copyOf).toList()
                        : "")
                + "]";
    }
}

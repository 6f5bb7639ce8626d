package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The mean over the dimensions that apply: its points, its bounds, and its range over all weights of the same ordering. */
record Overall(OptionalDouble points, Interval bounds, Optional<Interval> weightRobust) {

    /** The dimensions come in their order, and at least one applies. */
    static Overall of(FairnessPolicy policy, Map<FairnessDimension, DimensionScore> dimensions) {
        List<DimensionScore> applicable = applicable(dimensions.values());
        double[] weights = weights(policy, applicable);
        double lower =
                PowerMean.of(policy.power(), each(applicable, d -> d.bounds().lower()), weights);
        double upper =
                PowerMean.of(policy.power(), each(applicable, d -> d.bounds().upper()), weights);
        Interval bounds = new Interval(Math.min(lower, upper), upper);
        boolean isOne = policy.assessed().size() < 2;
        for (DimensionScore dimension : applicable) {
            if (isOne || dimension.point().isEmpty()) {
                return new Overall(OptionalDouble.empty(), bounds, Optional.empty());
            }
        }
        double mean = PowerMean.of(policy.power(), points(applicable), weights);
        double points = Math.min(Math.max(mean, bounds.lower()), upper);
        return new Overall(
                OptionalDouble.of(points), bounds, Optional.of(overCorners(policy, dimensions.values(), points)));
    }

    static List<DimensionScore> applicable(Collection<DimensionScore> dimensions) {
        List<DimensionScore> applicable = new ArrayList<>();
        for (DimensionScore dimension : dimensions) {
            if (dimension.isApplicable()) {
                applicable.add(dimension);
            }
        }
        return applicable;
    }

    static double[] points(List<DimensionScore> applicable) {
        return each(applicable, d -> d.point().orElseThrow());
    }

    static double[] weights(FairnessPolicy policy, List<DimensionScore> applicable) {
        return each(applicable, d -> policy.weights().weight(d.dimension()));
    }

    private static double[] each(List<DimensionScore> dimensions, ToDoubleFunction<DimensionScore> value) {
        double[] values = new double[dimensions.size()];
        Arrays.setAll(values, i -> value.applyAsDouble(dimensions.get(i)));
        return values;
    }

    private static Interval overCorners(FairnessPolicy policy, Collection<DimensionScore> dimensions, double points) {
        int here = 0;
        int bit = 1;
        for (DimensionScore dimension : dimensions) {
            here |= dimension.isApplicable() ? bit : 0;
            bit <<= 1;
        }
        double lower = points;
        double upper = points;
        for (int corner : policy.weights().corners(here)) {
            double mean = meanOf(policy, dimensions, corner);
            lower = Math.min(lower, mean);
            upper = Math.max(upper, mean);
        }
        return new Interval(lower, upper);
    }

    /** With equal weights; dimensions are bits in their order. */
    private static double meanOf(FairnessPolicy policy, Collection<DimensionScore> dimensions, int corner) {
        double[] points = new double[Integer.bitCount(corner)];
        int next = 0;
        int bit = 1;
        for (DimensionScore dimension : dimensions) {
            if ((corner & bit) != 0) {
                points[next++] = dimension.point().orElseThrow();
            }
            bit <<= 1;
        }
        double[] equal = new double[points.length];
        Arrays.fill(equal, 1);
        return PowerMean.of(policy.power(), points, equal);
    }
}

package io.github.cxkit.recovery.weights;

import io.github.cxkit.metrics.drivers.DriverSample;
import io.github.cxkit.recovery.FairnessDimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** A made-up case: three scores and an outcome that goes with them. */
record RatedCase(double process, double interaction, double compensation, double outcome) {

    static final Map<FairnessDimension, ToDoubleFunction<RatedCase>> DIMENSIONS = new EnumMap<>(Map.of(
            FairnessDimension.PROCESS, RatedCase::process,
            FairnessDimension.INTERACTION, RatedCase::interaction,
            FairnessDimension.COMPENSATION, RatedCase::compensation));

    static final Map<String, ToDoubleFunction<RatedCase>> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("process", RatedCase::process);
        NAMED.put("interaction", RatedCase::interaction);
        NAMED.put("compensation", RatedCase::compensation);
    }

    /** Scores of 0 to 100 that share a part, and an outcome with these weights and normal noise. */
    static List<RatedCase> draw(int cases, long seed, double noise, double... weights) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RatedCase> drawn = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            double common = random.nextDouble();
            double process = 50 * (common + random.nextDouble());
            double interaction = 50 * (common + random.nextDouble());
            double compensation = 50 * (common + random.nextDouble());
            double outcome = weights[0] * process
                    + weights[1] * interaction
                    + weights[2] * compensation
                    + noise * random.nextGaussian();
            drawn.add(new RatedCase(process, interaction, compensation, outcome));
        }
        return drawn;
    }

    RatedCase withOutcome(double other) {
        return new RatedCase(process, interaction, compensation, other);
    }

    static DriverSample<String> named(List<RatedCase> cases) {
        return DriverSample.of(cases, RatedCase::outcome, NAMED);
    }

    static DriverSample<FairnessDimension> dimensions(List<RatedCase> cases) {
        return DriverSample.of(cases, RatedCase::outcome, DIMENSIONS);
    }
}

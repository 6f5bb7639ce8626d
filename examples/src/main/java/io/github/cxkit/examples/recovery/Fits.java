package io.github.cxkit.examples.recovery;

import io.github.cxkit.metrics.drivers.Bootstrap;
import io.github.cxkit.metrics.drivers.DriverSample;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.weights.WeightFit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Fits the weights of the dimensions to outcomes. */
final class Fits {

    private Fits() {}

    static List<RecoveryReport.Fit> of(List<CaseRow> cases, List<Outcome> outcomes, long seed) {
        List<RecoveryReport.Fit> fits = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            int position = i;
            fits.add(fit(outcomes.get(i).target(), cases, row -> row.outcomes().get(position), seed));
        }
        return fits;
    }

    private static RecoveryReport.Fit fit(
            String name, List<CaseRow> cases, Function<CaseRow, OptionalDouble> outcome, long seed) {
        Map<FairnessDimension, Function<CaseRow, OptionalDouble>> dimensions = new EnumMap<>(FairnessDimension.class);
        for (FairnessDimension dimension : FairnessDimension.values()) {
            dimensions.put(dimension, row -> row.dimension(dimension));
        }
        try {
            WeightFit fit =
                    WeightFit.of(DriverSample.skippingIncomplete(cases, outcome, dimensions), Bootstrap.seeded(seed));
            return new RecoveryReport.Fit(name, Optional.of(fit), "");
        } catch (IllegalArgumentException impossible) {
            String reason = String.valueOf(impossible.getMessage()).replaceAll("\\R", " ");
            return new RecoveryReport.Fit(name, Optional.empty(), reason);
        }
    }
}

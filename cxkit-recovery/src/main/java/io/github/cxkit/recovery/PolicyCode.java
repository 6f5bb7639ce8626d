package io.github.cxkit.recovery;

import io.github.cxkit.metrics.numbers.DefinitionCode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The number that stands for a policy, and for what is meant by it, in a state. */
final class PolicyCode {

    private PolicyCode() {}

    /** The code of what is meant, such as {@code fairness PROCESS}, by a policy. */
    static long of(String name, FairnessPolicy policy) {
        DefinitionCode code = new DefinitionCode().add(name);
        FairnessPolicy.ApologyWeights apology = policy.apologyWeights();
        List.of(
                        policy.weights(),
                        policy.power(),
                        policy.evidenceWeights(),
                        policy.retentions(),
                        policy.caps(),
                        policy.minimumCoverage(),
                        policy.fairThreshold(),
                        policy.compensationCurve(),
                        policy.overCompensationAbove(),
                        List.of(apology.empathy(), apology.intensity(), apology.timeliness()))
                .forEach(part -> add(code, part));
        return code.value();
    }

    private static void add(DefinitionCode code, Object part) {
        if (part instanceof Double number) {
            code.addReal(number);
        } else if (part instanceof Enum<?> constant) {
            code.add(constant);
        } else if (part instanceof Map<?, ?> map) {
            code.add(map.size());
            new TreeSet<>(map.keySet()).forEach(key -> {
                add(code, key);
                add(code, Objects.requireNonNull(map.get(key)));
            });
        } else if (part instanceof Set<?> set) {
            addAll(code, new TreeSet<>(set));
        } else if (part instanceof List<?> list) {
            addAll(code, list);
        } else if (part instanceof FairnessWeights weights) {
            Map<FairnessDimension, Double> each = new EnumMap<>(FairnessDimension.class);
            for (FairnessDimension dimension : FairnessDimension.values()) {
                each.put(dimension, weights.weight(dimension));
            }
            addAll(code, List.of(each, weights.ordering()));
        } else if (part instanceof CompensationCurve curve) {
            addAll(code, curve.constants());
        } else {
            throw new AssertionError("part of a policy without a code: " + part.getClass());
        }
    }

    private static void addAll(DefinitionCode code, Collection<?> parts) {
        code.add(parts.size());
        parts.forEach(part -> add(code, part));
    }
}

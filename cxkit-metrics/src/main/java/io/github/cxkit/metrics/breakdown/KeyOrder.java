package io.github.cxkit.metrics.breakdown;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The order in which groups are listed: the natural one of their keys where they have one, else the order in which they
 * appeared.
 */
final class KeyOrder {

    private KeyOrder() {}

    @SuppressWarnings("unchecked") // all keys are of one class, which is Comparable
    static <K> Comparator<K> of(Collection<K> keys) {
        if (!keys.isEmpty() && keys.stream().allMatch(key -> key instanceof Breakdown.Both)) {
            Comparator<Object> first = of(keys.stream()
                    .map(key -> (Object) ((Breakdown.Both<?, ?>) key).first())
                    .toList());
            Comparator<Object> second = of(keys.stream()
                    .map(key -> (Object) ((Breakdown.Both<?, ?>) key).second())
                    .toList());
            return Comparator.<K, Object>comparing(key -> ((Breakdown.Both<?, ?>) key).first(), first)
                    .thenComparing(key -> ((Breakdown.Both<?, ?>) key).second(), second);
        }
        if (keys.stream().allMatch(key -> key instanceof Comparable)
                && keys.stream().map(KeyOrder::kind).distinct().count() == 1) {
            return (one, other) -> ((Comparable<K>) one).compareTo(other);
        }
        Map<K, Integer> rank = new LinkedHashMap<>();
        keys.forEach(key -> rank.putIfAbsent(key, rank.size()));
        return Comparator.comparing(rank::get);
    }

    /** Constants of one enum may be of different classes. */
    private static Class<?> kind(Object key) {
        return key instanceof Enum<?> constant ? constant.getDeclaringClass() : key.getClass();
    }
}

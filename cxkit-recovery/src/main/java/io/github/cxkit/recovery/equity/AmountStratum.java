package io.github.cxkit.recovery.equity;

import java.util.Objects;

/**
 * The geometric means of both groups in one stratum.
 *
 * @param <K> the type of the key
 * @param key the stratum
 * @param countA the number of amounts in group A
 * @param geometricMeanA their geometric mean, in the unit of the quantity
 * @param countB the number of amounts in group B
 * @param geometricMeanB their geometric mean, in the unit of the quantity
 */
public record AmountStratum<K>(K key, long countA, double geometricMeanA, long countB, double geometricMeanB) {

    /**
     * Checks the key.
     *
     * @param key the stratum
     * @param countA the number of amounts in group A
     * @param geometricMeanA their geometric mean
     * @param countB the number of amounts in group B
     * @param geometricMeanB their geometric mean
     */
    public AmountStratum {
        Objects.requireNonNull(key, "key");
    }
}

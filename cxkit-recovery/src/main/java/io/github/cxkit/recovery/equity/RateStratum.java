package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Share;
import java.util.Objects;

/**
 * The rates of both groups in one stratum.
 *
 * @param <K> the type of the key
 * @param key the stratum
 * @param a the rate of group A
 * @param b the rate of group B
 */
public record RateStratum<K>(K key, Share a, Share b) {

    /**
     * Checks the parts.
     *
     * @param key the stratum
     * @param a the rate of group A
     * @param b the rate of group B
     */
    public RateStratum {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(a, "a");
        Objects.requireNonNull(b, "b");
    }
}

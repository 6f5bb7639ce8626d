package io.github.cxkit.metrics.breakdown;

import java.util.Objects;

/**
 * Two keys crossed: the answers that belong to this region and to that product.
 *
 * @param <A> the type of the first key
 * @param <B> the type of the second key
 * @param first the first key
 * @param second the second key
 */
public record Both<A, B>(A first, B second) {

    /**
     * Checks the keys.
     *
     * @param first the first key
     * @param second the second key
     */
    public Both {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /**
     * Returns both keys.
     *
     * @return for example {@code NORTH × mobile}
     */
    @Override
    public String toString() {
        return first + " × " + second;
    }
}

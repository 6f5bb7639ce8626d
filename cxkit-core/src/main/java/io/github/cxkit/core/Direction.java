package io.github.cxkit.core;

/** Which way is better: the question that decides whether a rise is good news. */
public enum Direction {
    /** A rise is an improvement, as for satisfaction. */
    HIGHER_IS_BETTER,
    /** A rise is a deterioration, as for effort or waiting time. */
    LOWER_IS_BETTER;

    /**
     * Returns the opposite direction.
     *
     * @return the opposite
     */
    public Direction reversed() {
        return this == HIGHER_IS_BETTER ? LOWER_IS_BETTER : HIGHER_IS_BETTER;
    }

    /**
     * Returns +1 where higher is better and −1 where lower is better.
     *
     * @return the sign of an improvement
     */
    public int sign() {
        return this == HIGHER_IS_BETTER ? 1 : -1;
    }
}

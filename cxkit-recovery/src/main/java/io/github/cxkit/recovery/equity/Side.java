package io.github.cxkit.recovery.equity;

/** Which of the two groups a row belongs to. */
enum Side {
    A,
    B,
    NEITHER
}

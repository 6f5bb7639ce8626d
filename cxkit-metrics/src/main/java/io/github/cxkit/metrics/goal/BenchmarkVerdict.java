package io.github.cxkit.metrics.goal;

/** How one's own score stands beside an external figure; which way is better follows from the direction of the metric. */
public enum BenchmarkVerdict {
    /** The interval of the difference lies wholly on the better side of the benchmark. */
    BETTER,
    /** The interval of the difference lies wholly on the worse side of the benchmark. */
    WORSE,
    /** Whatever the difference is, it is smaller than the smallest one that matters to the caller. */
    NO_MATERIAL_DIFFERENCE,
    /** The answers do not tell. Not the same as equal. */
    INCONCLUSIVE
}

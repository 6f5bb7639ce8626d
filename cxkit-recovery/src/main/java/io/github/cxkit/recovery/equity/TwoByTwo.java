package io.github.cxkit.recovery.equity;

/** How many of how many, in both groups of one stratum. */
record TwoByTwo(long yesA, long countA, long yesB, long countB) {

    boolean hasBoth() {
        return countA > 0 && countB > 0;
    }

    /** As a double, so that products of counts cannot overflow. */
    double total() {
        return (double) countA + countB;
    }

    double yes() {
        return (double) yesA + yesB;
    }

    /** The same cases by the opposite outcome. */
    TwoByTwo opposite() {
        return new TwoByTwo(countA - yesA, countA, countB - yesB, countB);
    }

    TwoByTwo plus(TwoByTwo other) {
        return new TwoByTwo(yesA + other.yesA, countA + other.countA, yesB + other.yesB, countB + other.countB);
    }
}

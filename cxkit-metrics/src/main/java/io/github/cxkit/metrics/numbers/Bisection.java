package io.github.cxkit.metrics.numbers;

import java.util.function.IntPredicate;

/** Finds a place in what is sorted. */
public final class Bisection {

    private Bisection() {}

    /** The first of so many indices at which a condition holds, where it holds at all later ones, too; their number where it holds at none. */
    public static int first(int size, IntPredicate condition) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

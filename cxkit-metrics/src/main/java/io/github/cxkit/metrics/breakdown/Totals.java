package io.github.cxkit.metrics.breakdown;

import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.ResultView;
import java.util.Collection;

/**
 * Sums of scores whose class is known at run time alone. Neither a metric nor whether a score is empty is asked here,
 * for that may have to be read.
 */
final class Totals {

    private Totals() {}

    static <S extends MergeableScore<?>> S of(S none, Collection<S> scores) {
        S total = none;
        for (S score : scores) {
            total = sum(total, score);
        }
        return total;
    }

    @SuppressWarnings("unchecked") // scores of one class add up to one of that class; others end in the message below
    static <S extends MergeableScore<?>> S sum(S one, S other) {
        try {
            return (S) add(one, other);
        } catch (ClassCastException e) {
            if (one.getClass() == other.getClass()) {
                throw e;
            }
            ClassCastException told = new ClassCastException("scores of different classes do not add: "
                    + one.getClass().getSimpleName() + " and "
                    + other.getClass().getSimpleName()
                    + "\nMaybe the collector returns one class for some rows and another for others.");
            told.initCause(e);
            throw told;
        }
    }

    @SuppressWarnings("unchecked")
    private static <M extends MergeableScore<M>> M add(MergeableScore<?> one, MergeableScore<?> other) {
        return ((M) one).plus((M) other);
    }

    /** The view of a part; where the part cannot be read, the total tells what it would mean. */
    static ResultView viewOf(MergeableScore<?> part, MergeableScore<?> total) {
        return part.isEmpty() && !total.isEmpty()
                ? ResultView.undefined(total.metric(), part.view().notes())
                : part.view();
    }
}

package io.github.cxkit.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.numbers.Sums;
import java.util.Objects;
import java.util.Optional;

/**
 * A share of which some cases are not decided: pending, for it is too early to say, or unknown, for nobody wrote it down.
 *
 * <p>Two in time, two missed and one whose time is not up: 50 % of those decided, and from 40 to 60 % of all, however the open one ends.
 *
 * <pre>{@code
 * OpenShare inTime = new OpenShare(Share.of(ShareMetric.higherIsBetter("in time"), 2, 4), 1, 0);
 * inTime.decided();    // in time 50.0% (95% CI 15.0 to 85.0, n=4)
 * inTime.bounds();     // [40, 60]
 * }</pre>
 *
 * <ul>
 *   <li>{@link #bounds()} are what is possible, not what is probable: they have nothing to do with chance. The interval of
 *       {@link #decided()} has, and it knows nothing of the other cases.
 *   <li>A case that is not decided is neither a yes nor a no.
 *   <li>Nothing decided: {@link #decided()} is legal and has no value. No cases at all is legal, as the identity of {@link #plus}, and has no bounds either.
 * </ul>
 *
 * <p>Manski (1989), Journal of Human Resources 24:343–360, doi:10.2307/145818.
 *
 * @param decided the share among the cases whose outcome is known
 * @param pending how many cases are still to be decided
 * @param unknown how many cases are over and nobody knows how
 */
public record OpenShare(Share decided, long pending, long unknown) {

    /**
     * Checks the parts.
     *
     * @param decided the share among the cases whose outcome is known
     * @param pending how many cases are still to be decided
     * @param unknown how many cases are over and nobody knows how
     * @throws IllegalArgumentException if a number is negative
     * @throws ArithmeticException if the number of cases exceeds a long
     */
    public OpenShare {
        Objects.requireNonNull(decided, "decided");
        check(pending, "pending");
        check(unknown, "unknown");
        Sums.addExact(decided.count(), Sums.addExact(pending, unknown));
    }

    private static void check(long count, String name) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + count);
        }
    }

    /**
     * Returns how many cases are not decided.
     *
     * @return pending and unknown, 0 or more
     */
    public long undecided() {
        return pending + unknown;
    }

    /**
     * Returns how many cases there are.
     *
     * @return decided or not, 0 or more
     */
    public long all() {
        return decided.count() + undecided();
    }

    /**
     * Returns whether there are no cases, decided or not.
     *
     * @return true if {@link #all()} is 0
     */
    public boolean isEmpty() {
        return all() == 0;
    }

    /**
     * Returns between what limits the share of all cases lies: with c counted, d decided and u not decided, from c/(d + u) to (c + u)/(d + u).
     *
     * @return in per cent, within [0, 100]: from none of the undecided counted to all of them counted
     * @throws IllegalStateException if there are no cases
     */
    public Interval bounds() {
        return new Interval(
                Share.of(decided.metric(), decided.counted(), all()).value(),
                Share.of(decided.metric(), decided.counted() + undecided(), all())
                        .value());
    }

    /**
     * Returns the share among the cases of both.
     *
     * @param other a share of the same metric
     * @return the share
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws ArithmeticException if the number of cases exceeds a long
     */
    public OpenShare plus(OpenShare other) {
        return new OpenShare(
                decided.plus(other.decided),
                Sums.addExact(pending, other.pending),
                Sums.addExact(unknown, other.unknown));
    }

    /**
     * Returns what a reader of {@link #decided()} must know: how many cases are not decided, and the bounds.
     *
     * @return for example {@code 1 of 5 pending, of all 40.0% to 60.0%}; empty where all are decided
     */
    public Optional<String> caveat() {
        if (undecided() == 0) {
            return Optional.empty();
        }
        String ofAll = " of " + all();
        String open = pending == 0
                ? unknown + ofAll + " unknown"
                : pending + ofAll + " pending" + (unknown == 0 ? "" : ", " + unknown + " unknown");
        Interval bounds = bounds();
        return Optional.of(open + ", of all " + MetricUnit.PERCENT.format(bounds.lower()) + " to "
                + MetricUnit.PERCENT.format(bounds.upper()));
    }

    /**
     * Returns the share of the decided in plain values; what JSON shows of it.
     *
     * @return the view, which says how many are not decided and between which bounds the share of all lies
     */
    @JsonValue
    public ResultView view() {
        return decided.view().withMoreNotes(caveat().stream().toList());
    }

    /**
     * Returns the share of the decided cases with its 95 % interval and, where some are not decided, how many, and the bounds over all.
     *
     * @return for example {@code in time 50.0% (95% CI 15.0 to 85.0, n=4); 1 of 5 pending, of all 40.0% to 60.0%}
     */
    @Override
    public String toString() {
        return decided + caveat().map(text -> "; " + text).orElse("");
    }
}

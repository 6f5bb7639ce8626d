package io.github.cxkit.recovery.loop;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import java.util.Objects;

/**
 * A share of which some cases are still open: their outcome is pending or not known.
 *
 * <p>Two in time, two missed and one whose time is not up: 50 % of those decided, and from 40 to 60 % of all, however the open one ends.
 *
 * <ul>
 *   <li>{@link #bounds()} are what is possible, not what is probable: they have nothing to do with chance. The interval of
 *       {@link #decided()} has, and it knows nothing of the open cases.
 *   <li>An open case is neither a yes nor a no.
 * </ul>
 *
 * @param decided the share among the cases whose outcome is known
 * @param open how many cases are open
 */
public record OpenShare(Share decided, long open) {

    /**
     * Checks the parts.
     *
     * @param decided the share among the cases whose outcome is known
     * @param open how many cases are open
     * @throws IllegalArgumentException if the number of open cases is negative
     */
    public OpenShare {
        Objects.requireNonNull(decided, "decided");
        if (open < 0) {
            throw new IllegalArgumentException("open must be at least 0, but was " + open);
        }
    }

    static OpenShare of(ShareMetric metric, Decision decision) {
        return decision == Decision.OPEN
                ? new OpenShare(Share.of(metric, 0, 0), 1)
                : new OpenShare(Share.of(metric, decision == Decision.YES ? 1 : 0, 1), 0);
    }

    /**
     * Returns the number of cases, open or not.
     *
     * @return 0 or more
     * @throws ArithmeticException if it exceeds a long
     */
    public long count() {
        return Math.addExact(decided.count(), open);
    }

    /**
     * Returns the least and the most that the share of all cases can become, in per cent: all open ones ending as no, and all as yes.
     *
     * @return within [0, 100]
     * @throws IllegalStateException if there are no cases
     */
    public Interval bounds() {
        return decided.boundsWith(open);
    }

    /**
     * Returns the share among the cases of both.
     *
     * @param other a share of the same metric
     * @return the share
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws ArithmeticException if a number of cases exceeds a long
     */
    public OpenShare plus(OpenShare other) {
        return new OpenShare(decided.plus(other.decided), Math.addExact(open, other.open));
    }

    /**
     * Returns the share of the decided in plain values; what JSON shows of it.
     *
     * @return the view, which says how many are open and between which bounds the share of all lies
     */
    @JsonValue
    public ResultView view() {
        return decided.view().withUndecided(decided, open);
    }

    /**
     * Returns the share of the decided cases with its 95 % interval, and how many are open.
     *
     * @return for example {@code contacted in time 50.0% (95% CI 15.0 to 85.0, n=4), 1 open}
     */
    @Override
    public String toString() {
        return decided + ", " + open + " open";
    }
}

package io.github.cxkit.metrics.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import java.util.List;
import java.util.Map;

/**
 * How many of many cases were resolved at first contact, were not, or are not decided.
 *
 * <p>Of 10 cases, 6 resolved at first contact, 2 not, 1 pending and 1 unknown: {@link #share()} is 75 %, and {@link #bounds()} are 60 to 80 %, whatever becomes of the
 * undecided two.
 *
 * <ul>
 *   <li>{@link #share()} is of all decided cases, resolved or not. While windows are running it is too low: a customer who comes back is known at once, one who does not
 *       only when the window is over.
 *   <li>{@link #shareOfResolved()} is of the cases resolved so long ago that the window is over, which mends that; cases never resolved are in neither part of it.
 *   <li>The two, and those of different rules, are different metrics and cannot be compared or merged by accident.
 * </ul>
 */
public final class FirstContactCounts {

    private final FirstContactResolution rule;
    private final Map<FirstContactVerdict, Long> counts;
    private final long notButResolved;

    FirstContactCounts(FirstContactResolution rule, Map<FirstContactVerdict, Long> counts, long notButResolved) {
        this.rule = rule;
        this.counts = counts;
        this.notButResolved = notButResolved;
    }

    /**
     * Returns the rule.
     *
     * @return the rule
     */
    public FirstContactResolution rule() {
        return rule;
    }

    /**
     * Returns how many cases have a verdict.
     *
     * @param verdict the verdict
     * @return 0 or more
     */
    public long count(FirstContactVerdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /**
     * Returns the share of the decided cases: resolved at first contact, of those and of those that were not.
     *
     * @return the share, in per cent; without decided cases it has no value
     */
    public Share share() {
        long resolved = count(FirstContactVerdict.RESOLVED_AT_FIRST_CONTACT);
        return Share.of(
                ShareMetric.higherIsBetter(rule.label()),
                resolved,
                resolved + count(FirstContactVerdict.NOT_AT_FIRST_CONTACT));
    }

    /**
     * Returns the share of the decided cases whose first resolution is so long ago that the window is over.
     *
     * @return the share, in per cent; without such cases it has no value
     */
    public Share shareOfResolved() {
        long resolved = count(FirstContactVerdict.RESOLVED_AT_FIRST_CONTACT);
        return Share.of(
                ShareMetric.higherIsBetter(rule.label() + ", of resolved cases"), resolved, resolved + notButResolved);
    }

    /**
     * Returns between what the share of all cases with a contact must lie, whatever becomes of the pending and whatever became of the unknown.
     *
     * @return from all of those counted as not resolved at first contact to all of them counted as resolved, in per cent
     * @throws IllegalStateException if there are no cases with a contact
     */
    public Interval bounds() {
        return share().boundsWith(count(FirstContactVerdict.PENDING) + count(FirstContactVerdict.UNKNOWN));
    }

    /**
     * Returns both shares in plain values; what JSON shows of it.
     *
     * @return that of the decided, which says how many are pending or unknown, and that of resolved cases
     */
    @JsonValue
    public List<ResultView> view() {
        long undecided = count(FirstContactVerdict.PENDING) + count(FirstContactVerdict.UNKNOWN);
        return List.of(
                share().view().withUndecided(share(), undecided),
                shareOfResolved().view());
    }

    /**
     * Returns the rule and the counts.
     *
     * @return for example {@code resolved at first contact, window 7 d: 6 of 8 (1 pending, 1 unknown, 0 without contact)}
     */
    @Override
    public String toString() {
        Share share = share();
        return rule.label() + ": " + share.counted() + " of " + share.count() + " ("
                + count(FirstContactVerdict.PENDING) + " pending, " + count(FirstContactVerdict.UNKNOWN) + " unknown, "
                + count(FirstContactVerdict.NO_CONTACT) + " without contact)";
    }
}

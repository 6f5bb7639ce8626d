package io.github.cxkit.recovery.loop;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * How the follow-ups stand at one instant: contacted in time, resolved, recovered, or failed a second time.
 *
 * <p>Of five detractors two were called in time, two were not and one may still be: 50 % of those decided, 40 to 60 % of all.
 *
 * <pre>{@code
 * ClosedLoop loop = ClosedLoop.of(cases, Instant.now(clock));
 * loop.contactedInTime().bounds();
 * loop.recovered().decided().estimate();
 * }</pre>
 *
 * <ul>
 *   <li>Contacted in time: no later than due. Without contact a case is pending while it can still be in time, and missed from then on.
 *   <li>Resolved: among all cases, those that are at that instant. A reopened case is not, until it is resolved again.
 *   <li>Recovered: bad before and good after on the same measure, by the next answer of the same customer to the same question; one in
 *       the middle is no recovery. Without a next answer the case is pending. Those who answer again are seldom like those who do not: see the
 *       bounds.
 *   <li>Failed again (double deviation): among cases that were resolved at least once, those reopened or whose recovery was not fair. Not
 *       reopened and of unknown fairness is unknown.
 *   <li>What happened after the instant has not happened yet. Cases whose bad answer is later are counted apart.
 *   <li>Recovery after a contact is not recovery because of it.
 *   <li>Merging adds the counts, so that order and partition cannot matter.
 * </ul>
 */
public final class ClosedLoop {

    /** From this fairness score on a recovery is fair by default. */
    public static final double FAIR_FROM = 70;

    private static final ShareMetric CONTACTED = ShareMetric.higherIsBetter("contacted in time");
    private static final ShareMetric RESOLVED = ShareMetric.higherIsBetter("resolved");
    private static final ShareMetric RECOVERED = ShareMetric.higherIsBetter("recovered");
    private static final ShareMetric FAILED_AGAIN = ShareMetric.lowerIsBetter("failed again");

    private final Instant now;
    private final double fairFrom;
    private final OpenShare contactedInTime;
    private final Share resolved;
    private final OpenShare recovered;
    private final OpenShare failedAgain;
    private final long notYetOpened;

    private ClosedLoop(
            Instant now,
            double fairFrom,
            OpenShare contactedInTime,
            Share resolved,
            OpenShare recovered,
            OpenShare failedAgain,
            long notYetOpened) {
        this.now = now;
        this.fairFrom = fairFrom + 0.0;
        this.contactedInTime = contactedInTime;
        this.resolved = resolved;
        this.recovered = recovered;
        this.failedAgain = failedAgain;
        this.notYetOpened = notYetOpened;
    }

    /**
     * Returns how cases stand, where a recovery is fair from {@value #FAIR_FROM} on.
     *
     * @param cases the cases; none is legal
     * @param now the instant to look at, from a clock of the caller's
     * @return the figures
     */
    public static ClosedLoop of(Collection<LoopCase> cases, Instant now) {
        return of(cases, now, FAIR_FROM);
    }

    /**
     * Returns how cases stand.
     *
     * @param cases the cases; none is legal
     * @param now the instant to look at, from a clock of the caller's
     * @param fairFrom the least fairness score of a fair recovery, from 0 to 100
     * @return the figures
     * @throws IllegalArgumentException if the fairness score is not in [0, 100]
     */
    public static ClosedLoop of(Collection<LoopCase> cases, Instant now, double fairFrom) {
        Objects.requireNonNull(cases, "cases");
        Objects.requireNonNull(now, "now");
        if (!(fairFrom >= 0 && fairFrom <= 100)) {
            throw new IllegalArgumentException("fairFrom must be in [0, 100], but was " + fairFrom);
        }
        return cases.stream().map(one -> of(one, now, fairFrom)).reduce(none(now, fairFrom), ClosedLoop::plus);
    }

    private static ClosedLoop none(Instant now, double fairFrom) {
        return new ClosedLoop(
                now, fairFrom, none(CONTACTED), Share.of(RESOLVED, 0, 0), none(RECOVERED), none(FAILED_AGAIN), 0);
    }

    private static OpenShare none(ShareMetric metric) {
        return new OpenShare(Share.of(metric, 0, 0), 0, 0);
    }

    private static OpenShare share(ShareMetric metric, Decision decision) {
        return switch (decision) {
            case YES -> new OpenShare(Share.of(metric, 1, 1), 0, 0);
            case NO -> new OpenShare(Share.of(metric, 0, 1), 0, 0);
            case PENDING -> new OpenShare(Share.of(metric, 0, 0), 1, 0);
            case UNKNOWN -> new OpenShare(Share.of(metric, 0, 0), 0, 1);
        };
    }

    private static ClosedLoop of(LoopCase one, Instant now, double fairFrom) {
        ClosedLoop none = none(now, fairFrom);
        if (!one.isOpenedBy(now)) {
            return new ClosedLoop(
                    now, fairFrom, none.contactedInTime, none.resolved, none.recovered, none.failedAgain, 1);
        }
        return new ClosedLoop(
                now,
                fairFrom,
                share(CONTACTED, one.contactedInTime(now)),
                Share.of(RESOLVED, one.isResolved(now) ? 1 : 0, 1),
                share(RECOVERED, one.recovered(now)),
                one.wasEverResolved(now) ? share(FAILED_AGAIN, one.failedAgain(now, fairFrom)) : none.failedAgain,
                0);
    }

    /**
     * Returns how the cases of both stand.
     *
     * @param other the figures of other cases, at the same instant and with the same idea of fair
     * @return the figures
     * @throws IllegalArgumentException if the instants or the ideas of fair differ
     */
    public ClosedLoop plus(ClosedLoop other) {
        if (!now.equals(other.now) || fairFrom != other.fairFrom) {
            throw new IllegalArgumentException("figures at " + now + " with fair from " + fairFrom
                    + " cannot be merged with those at " + other.now + " with fair from " + other.fairFrom);
        }
        return new ClosedLoop(
                now,
                fairFrom,
                contactedInTime.plus(other.contactedInTime),
                resolved.plus(other.resolved),
                recovered.plus(other.recovered),
                failedAgain.plus(other.failedAgain),
                Math.addExact(notYetOpened, other.notYetOpened));
    }

    /**
     * Returns the share contacted in time.
     *
     * @return the share, of all cases
     */
    public OpenShare contactedInTime() {
        return contactedInTime;
    }

    /**
     * Returns the share resolved.
     *
     * @return the share, of all cases
     */
    public Share resolved() {
        return resolved;
    }

    /**
     * Returns the share of customers whose next answer to the same question was good: the recovery rate.
     *
     * @return the share, of all cases
     */
    public OpenShare recovered() {
        return recovered;
    }

    /**
     * Returns the share of failed recoveries: double deviation.
     *
     * @return the share, of all cases that were resolved at least once
     */
    public OpenShare failedAgain() {
        return failedAgain;
    }

    /**
     * Returns how many cases begin after the instant. They are in no figure.
     *
     * @return 0 or more
     */
    public long notYetOpened() {
        return notYetOpened;
    }

    /**
     * Returns the instant that was looked at.
     *
     * @return the instant
     */
    public Instant now() {
        return now;
    }

    /**
     * Returns the least fairness score of a fair recovery.
     *
     * @return from 0 to 100
     */
    public double fairFrom() {
        return fairFrom;
    }

    /**
     * Returns the shares in plain values; what JSON shows of it.
     *
     * @return the views: contacted in time, resolved, recovered, failed again
     */
    @JsonValue
    public List<ResultView> view() {
        return List.of(contactedInTime.view(), resolved.view(), recovered.view(), failedAgain.view());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClosedLoop that
                && now.equals(that.now)
                && fairFrom == that.fairFrom
                && contactedInTime.equals(that.contactedInTime)
                && resolved.equals(that.resolved)
                && recovered.equals(that.recovered)
                && failedAgain.equals(that.failedAgain)
                && notYetOpened == that.notYetOpened;
    }

    @Override
    public int hashCode() {
        return Objects.hash(now, fairFrom, contactedInTime, resolved, recovered, failedAgain, notYetOpened);
    }

    /**
     * Returns the four figures.
     *
     * @return for example {@code contacted in time 50.0% (95% CI 15.0 to 85.0, n=4); 1 of 5 pending, of all 40.0% to 60.0%; resolved …; recovered …; failed again …}
     */
    @Override
    public String toString() {
        return contactedInTime + "; " + resolved + "; " + recovered + "; " + failedAgain;
    }
}

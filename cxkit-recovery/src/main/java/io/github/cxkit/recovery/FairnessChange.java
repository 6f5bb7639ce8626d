package io.github.cxkit.recovery;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How mean fairness changed over all cases, those without a point at all that their bounds allow: an interval that holds chance and what is not known.
 *
 * <p>22 cases of which 3 have no point, then 22 of which 4 have none: the cases with a point rise by 10.9, all cases by 9.6 with a 95 % interval from
 * −8.2 to 27.1: INCONCLUSIVE.
 *
 * <pre>{@code
 * FairnessChange change = FairnessChange.between(before.overall(), after.overall());
 * change.change().verdict();
 * change.ofPoints();         // what the cases with a point say
 * change.tippingPoint();     // how much of the unknown the verdict bears
 * }</pre>
 *
 * <ul>
 *   <li>Value: the difference of the middles of both means. Lower limit: that of Welch's interval from the upper mean before to the lower mean after; upper limit:
 *       from the lower mean before to the upper mean after. Bounds do not add in quadrature.
 *   <li>All cases have a point: the plain {@link Change}.
 *   <li>A side of equal numbers has exact limits, as in every change.
 *   <li>It is often INCONCLUSIVE: with bounds 50 points wide, 5 points are told in half of the samples of 400 where 5 % of the cases have no point, and hardly ever
 *       where 10 % have none. More evidence helps then, more cases do not.
 *   <li>It is compared no further: it is no side of a difference in differences.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1111/j.1468-0262.2004.00555.x">Imbens and Manski (2004), whose interval is narrower and not built</a>
 */
public final class FairnessChange implements Score {

    private static final String METHOD = "Welch from bound to bound";
    private static final int PERCENT = 100;

    private final FairnessMean before;
    private final FairnessMean after;

    private FairnessChange(FairnessMean before, FairnessMean after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Returns the change between two means of independent cases.
     *
     * @param before the earlier mean, or that of the group to compare with
     * @param after the later mean, or that of the group in question
     * @return the change
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws IllegalStateException if a side has no cases
     */
    public static FairnessChange between(FairnessMean before, FairnessMean after) {
        before.metric().requireSame(after.metric(), "compared");
        before.requireCases();
        after.requireCases();
        return new FairnessChange(before, after);
    }

    /** With cases without a point so far from the middles of their bounds on either side. */
    private Change at(double positionBefore, double positionAfter) {
        return Change.between(before.at(positionBefore), after.at(positionAfter));
    }

    private boolean isComplete() {
        return before.cases() == before.count() && after.cases() == after.count();
    }

    /**
     * Returns this change with a verdict, at 95 % and without a margin until other ones are stated.
     *
     * @return the change
     */
    public Change change() {
        return Change.of(before.metric(), this);
    }

    /**
     * Returns the change of the cases with a point, for its interval. While cases have none it gives no verdict.
     *
     * @return the plain change; empty where a side has no case with a point
     */
    public Optional<Change> ofPoints() {
        return before.isEmpty() || after.isEmpty() ? Optional.empty() : Optional.of(Change.between(before, after));
    }

    /**
     * Returns how much of what is not known the finding bears, at 95 %: each case without a point is put so far from the middle of its bounds to the end that speaks
     * against the change.
     *
     * @return the last of 0, 1 … 100 per cent up to which the interval leaves 0 out, 100 where it does so whatever the cases without a point were; empty where it holds
     *     0 with all of them in the middle: then more cases are needed, not more evidence
     */
    public OptionalInt tippingPoint() {
        double sign = Math.signum(value());
        int last = -1;
        while (last < PERCENT && holds(sign, (last + 1.0) / PERCENT)) {
            last++;
        }
        return last < 0 ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private boolean holds(double sign, double distance) {
        Optional<Interval> interval =
                at(sign * distance, -sign * distance).difference().interval();
        return interval.filter(limits -> sign > 0 ? limits.lower() > 0 : limits.upper() < 0)
                .isPresent();
    }

    /**
     * Returns the mean before.
     *
     * @return the earlier side
     */
    public FairnessMean before() {
        return before;
    }

    /**
     * Returns the mean after.
     *
     * @return the later side
     */
    public FairnessMean after() {
        return after;
    }

    @Override
    public Metric metric() {
        return at(0, 0).metric();
    }

    @Override
    public double value() {
        return at(0, 0).value();
    }

    /**
     * Returns the number of cases on both sides, with a point or without.
     *
     * @return 2 or more
     */
    @Override
    public long count() {
        return at(0, 0).count();
    }

    @Override
    public double effectiveCount() {
        return at(0, 0).effectiveCount();
    }

    /**
     * Returns the lower of the grades of both sides, by all of their cases.
     *
     * @return the grade
     */
    @Override
    public BaseSize base() {
        return at(0, 0).base();
    }

    /** Returns how many cases have no point, side by side. */
    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        before.withoutPoint().ifPresent(sentence -> notes.add("before: " + sentence));
        after.withoutPoint().ifPresent(sentence -> notes.add("after: " + sentence));
        return notes;
    }

    @Override
    public Uncertainty uncertainty() {
        if (isComplete()) {
            return at(0, 0).uncertainty();
        }
        double value = value();
        Change least = at(1, -1);
        Change most = at(-1, 1);
        Uncertainty down = least.uncertainty();
        Uncertainty up = most.uncertainty();
        Optional<String> reason = down.reasonWithoutLimits().or(up::reasonWithoutLimits);
        if (reason.isPresent()) {
            return new Uncertainty.NotEstimable(reason.get());
        }
        return new Uncertainty.Limits(
                METHOD,
                z -> z == 0
                        ? new Interval(value, value)
                        : new Interval(
                                down.limits(least.value(), z).orElseThrow().lower(),
                                up.limits(most.value(), z).orElseThrow().upper()),
                true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FairnessChange that && before.equals(that.before) && after.equals(that.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(before, after);
    }

    /**
     * Returns the change with its interval and verdict.
     *
     * @return for example {@code change in fairness 9.6 (95% CI -8.2 to 27.1, n=44): INCONCLUSIVE}
     */
    @Override
    public String toString() {
        return change().toString();
    }
}

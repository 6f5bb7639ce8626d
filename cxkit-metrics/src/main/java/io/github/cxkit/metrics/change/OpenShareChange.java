package io.github.cxkit.metrics.change;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMethod;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Normal;
import io.github.cxkit.metrics.numbers.Sums;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The change of a share of which some cases are not decided, whatever becomes of them: an attainment with pending cases, compared honestly.
 *
 * <p>800 in time, 200 late and none pending, then 820, 80 and 100: 82.0 to 92.0 % for 80.0 %. The change is 7.0 points in the middle, with a 95 % interval from −1.4 to
 * 15.0; it would be one for the better, were the pending cases at most 72 % of the way to the worst.
 *
 * <pre>{@code
 * OpenShareChange change = OpenShareChange.between(lastMonth.share(), thisMonth.share());    // of a TargetAttainment
 * change.change().verdict();      // INCONCLUSIVE
 * change.tippingPoint();          // 72
 * }</pre>
 *
 * <ul>
 *   <li>Value: the difference of the middles of both {@linkplain OpenShare#bounds bounds}.
 *   <li>Lower limit: Newcombe's from the upper bound before to the lower bound after; upper limit: from the lower bound before to the upper bound after. What is possible
 *       and what is due to chance are added, not squared: bounds are all wrong at once. At z = 0 both limits are the value.
 *   <li>0 lies between the bounds themselves: p = 1, however many cases there are.
 *   <li>Nothing undecided: the plain {@link Change} of the shares.
 *   <li>Unknown cases count as pending ones do. Taking the decided shares alone finds changes that are not there, for what is quick is decided first.
 *   <li>It cannot be compared further: {@link Change#against} refuses it.
 * </ul>
 *
 * <p>Manski (1989), Journal of Human Resources 24:343–360, doi:10.2307/145818; Newcombe (1998), Statistics in Medicine 17:873–890, method 10.
 */
public final class OpenShareChange implements Score {

    private static final int STEPS = 100;

    private final OpenShare before;
    private final OpenShare after;

    private OpenShareChange(OpenShare before, OpenShare after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Returns the change between two shares.
     *
     * @param before the earlier share
     * @param after the later share, of other cases
     * @return the change
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws IllegalStateException if a side has no cases
     */
    public static OpenShareChange between(OpenShare before, OpenShare after) {
        before.decided().metric().requireSame(after.decided().metric(), "compared");
        before.bounds();
        after.bounds();
        return new OpenShareChange(before, after);
    }

    /** How many undecided cases count: from half of them to all of them or none. */
    private static double share(OpenShare side, double lambda) {
        return (side.decided().counted() + side.undecided() * (1 + lambda) / 2) / side.all();
    }

    private static Interval limits(ShareMethod method, OpenShare side, double share, double z) {
        double rest =
                side.undecided() == 0 ? (double) (side.all() - side.decided().counted()) / side.all() : 1 - share;
        return method.limits(share, rest, side.all(), z);
    }

    /** Newcombe's lower limit where the undecided cases lie a part of the way from the middle to the worst. */
    private double lower(ShareMethod method, double lambda, double z) {
        double from = share(before, lambda);
        double to = share(after, -lambda);
        return to
                - from
                - Math.hypot(
                        to - limits(method, after, to, z).lower(),
                        limits(method, before, from, z).upper() - from);
    }

    private double upper(ShareMethod method, double lambda, double z) {
        double from = share(before, -lambda);
        double to = share(after, lambda);
        return to
                - from
                + Math.hypot(
                        limits(method, after, to, z).upper() - to,
                        from - limits(method, before, from, z).lower());
    }

    /**
     * Returns the difference of the middles of the bounds.
     *
     * @return in points, from −100 to 100
     */
    @Override
    public double value() {
        return 100 * (share(after, 0) - share(before, 0));
    }

    @Override
    public Uncertainty uncertainty() {
        return uncertainty(Estimator.withDefaults());
    }

    /** Returns limits from bounds; where no case is undecided, of chance alone. */
    @Override
    public Uncertainty uncertainty(Estimator methods) {
        ShareMethod method = methods.shareMethod();
        boolean areBounds = before.undecided() + after.undecided() > 0;
        double value = value();
        return new Uncertainty.Limits(
                areBounds ? "MOVER from bounds" : "MOVER",
                z -> z == 0
                        ? new Interval(value, value)
                        : new Interval(100 * lower(method, 1, z), 100 * upper(method, 1, z)),
                areBounds);
    }

    /**
     * Returns how far the undecided cases may lie from the middle of what is possible to the worst for the finding, before the 95 % interval reaches no change.
     *
     * @return as {@link #tippingPoint(double)}
     */
    public OptionalInt tippingPoint() {
        return tippingPoint(Normal.DEFAULT_CONFIDENCE);
    }

    /**
     * Returns how far the undecided cases may lie from the middle of what is possible to the worst for the finding, before the interval reaches no change: "holds up to
     * 72 %".
     *
     * <p>At λ of u undecided cases u(1 + λ)/2 are counted before and u(1 − λ)/2 after for the lower limit, mirrored for the upper one. It is the last λ of 0, .01 … 1 up
     * to which 0 lies outside.
     *
     * @param confidence between 0 and 1
     * @return in per cent, 100 where the finding holds whatever becomes of them; empty where 0 is inside at the middle already: it takes more cases, not better known ones
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public OptionalInt tippingPoint(double confidence) {
        Normal.checkConfidence(confidence);
        double z = Normal.quantile(confidence);
        ShareMethod method = Estimator.withDefaults().shareMethod();
        int held = -1;
        while (held < STEPS && excludesZero(method, (held + 1.0) / STEPS, z)) {
            held++;
        }
        return held < 0 ? OptionalInt.empty() : OptionalInt.of(held);
    }

    private boolean excludesZero(ShareMethod method, double lambda, double z) {
        return lower(method, lambda, z) > 0 || upper(method, lambda, z) < 0;
    }

    /**
     * Returns the change as a judged difference.
     *
     * @return the change, at 95 % and without a margin, and without sides
     */
    public Change change() {
        return Change.of(shareMetric(), this);
    }

    private ShareMetric shareMetric() {
        return before.decided().metric();
    }

    /**
     * Returns the earlier share.
     *
     * @return with its undecided cases
     */
    public OpenShare before() {
        return before;
    }

    /**
     * Returns the later share.
     *
     * @return with its undecided cases
     */
    public OpenShare after() {
        return after;
    }

    @Override
    public Metric metric() {
        return ChangeMetric.of(shareMetric());
    }

    /**
     * Returns the number of cases on both sides, decided or not.
     *
     * @return 2 or more
     */
    @Override
    public long count() {
        return Sums.addExact(before.all(), after.all());
    }

    @Override
    public double effectiveCount() {
        return count();
    }

    /** Returns the lower of the grades of both sides, by all their cases. */
    @Override
    public BaseSize base() {
        BaseSize earlier = base(before);
        BaseSize later = base(after);
        return earlier.compareTo(later) < 0 ? earlier : later;
    }

    private static BaseSize base(OpenShare side) {
        return Share.of(side.decided().metric(), 0, side.all()).base();
    }

    /** Returns how many cases are undecided, on either side; the interval knows of them, so that it is no caveat. */
    @Override
    public List<String> notes() {
        return Stream.concat(
                        before.caveat().map(text -> "before: " + text).stream(),
                        after.caveat().map(text -> "after: " + text).stream())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenShareChange that && before.equals(that.before) && after.equals(that.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(before, after);
    }

    /**
     * Returns the name and the 95 % estimate.
     *
     * @return for example {@code change in target met 7.0 (95% CI -1.4 to 15.0, n=2000)}
     */
    @Override
    public String toString() {
        return metric().name() + " " + estimate();
    }
}

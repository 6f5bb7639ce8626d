package io.github.cxkit.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.numbers.Rounding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A value with its confidence interval, its method and its base: {@code 39.8 (95% CI 37.2 to 42.4, n=2746)}.
 *
 * <ul>
 *   <li>The value is always there. The interval is absent where these answers do not allow one (a mean of one answer, or of equal
 *       answers); {@link #notes()} then says why.
 *   <li>Present limits are never NaN, lie in the range of what is possible and contain the value. Where a method's limit had to be
 *       moved for that, {@link #notes()} says so.
 * </ul>
 */
public final class Estimate {

    private final Metric metric;
    private final double value;
    private final Optional<Interval> interval;
    private final double confidence;
    private final String method;
    private final long count;
    private final double effectiveCount;
    private final BaseSize base;
    private final List<String> notes;

    Estimate(
            Score score,
            double value,
            Optional<Interval> interval,
            double confidence,
            String method,
            List<String> notes) {
        this.metric = score.metric();
        this.value = value;
        this.interval = interval;
        this.confidence = confidence;
        this.method = method;
        this.count = score.count();
        this.effectiveCount = score.effectiveCount();
        this.base = score.base();
        this.notes = Stream.of(score.caveats(), score.notes(), notes)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Returns what the number means.
     *
     * @return the metric
     */
    public Metric metric() {
        return metric;
    }

    /**
     * Returns the value, in the unit of {@link #metric()}.
     *
     * @return the value, finite
     */
    public double value() {
        return value;
    }

    /**
     * Returns the confidence interval, in the unit of {@link #metric()}.
     *
     * @return the interval, empty where it cannot be estimated
     */
    public Optional<Interval> interval() {
        return interval;
    }

    /**
     * Returns the lower limit of the interval, in the unit of {@link #metric()}.
     *
     * @return the limit, at most {@link #value()}; empty where there is no interval
     */
    public OptionalDouble lower() {
        return interval.map(limits -> OptionalDouble.of(limits.lower())).orElseGet(OptionalDouble::empty);
    }

    /**
     * Returns the upper limit of the interval, in the unit of {@link #metric()}.
     *
     * @return the limit, at least {@link #value()}; empty where there is no interval
     */
    public OptionalDouble upper() {
        return interval.map(limits -> OptionalDouble.of(limits.upper())).orElseGet(OptionalDouble::empty);
    }

    /**
     * Returns the confidence of the interval.
     *
     * @return between 0 and 1
     */
    public double confidence() {
        return confidence;
    }

    /**
     * Returns how the interval was computed.
     *
     * @return for example {@code score (Tango)}; {@code none} where there is no interval
     */
    public String method() {
        return method;
    }

    /**
     * Returns the number of answers.
     *
     * @return 1 or more
     */
    public long count() {
        return count;
    }

    /**
     * Returns how many equally weighted answers would be as good.
     *
     * @return at most {@link #count()}
     */
    public double effectiveCount() {
        return effectiveCount;
    }

    /**
     * Returns whether the answers are enough to show the value and to compare it.
     *
     * @return the {@link Score#base()} of the score
     */
    public BaseSize base() {
        return base;
    }

    /**
     * Returns what a reader must know: the caveats of the score; why there is no interval, or which limit was moved and why.
     *
     * @return sentences, usually none
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * Returns the estimate in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public ResultView view() {
        return ResultView.of(this);
    }

    /**
     * Returns the value and the interval as text, rounded half up, without a locale and never as −0.
     *
     * @param decimals how many decimals, 0 to 12
     * @return for example {@code 39.84 (95% CI 37.20 to 42.41, n=2746)}, {@code 40.40 (95% CI 37.50 to 43.21, n=2746, effective n=2266.5)} where
     *     weights make a difference, or {@code 4.00 (no interval, n=1)}
     * @throws IllegalArgumentException if the decimals are not in [0, 12]
     */
    public String format(int decimals) {
        String range = interval.map(i -> percent(confidence) + "% CI " + Rounding.format(i.lower(), decimals) + " to "
                        + Rounding.format(i.upper(), decimals))
                .orElse("no interval");
        String effective = effectiveCount == count ? "" : ", effective n=" + Rounding.format(effectiveCount, 1);
        return metric.unit().format(value, decimals) + " (" + range + ", n=" + count + effective + ")";
    }

    /** A confidence as a percentage with no more decimals than it has: 95, 99.9. */
    private static String percent(double confidence) {
        String text = Rounding.format(100 * confidence, 12);
        return text.replaceAll("\\.?0+$", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Estimate that
                && metric.equals(that.metric)
                && Double.compare(value, that.value) == 0
                && interval.equals(that.interval)
                && Double.compare(confidence, that.confidence) == 0
                && method.equals(that.method)
                && count == that.count
                && Double.compare(effectiveCount, that.effectiveCount) == 0
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, value, interval, confidence, method, count, effectiveCount, notes);
    }

    /**
     * Returns the value and the interval with the decimals of the unit.
     *
     * @return for example {@code 39.8 (95% CI 37.2 to 42.4, n=2746)}
     */
    @Override
    public String toString() {
        return format(metric.unit().decimals());
    }
}

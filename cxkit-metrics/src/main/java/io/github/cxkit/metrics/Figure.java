package io.github.cxkit.metrics;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A value with its uncertainty that was worked out elsewhere, as a {@link Score}: what every capability returns whose result is one number and needs no type of its
 * own.
 *
 * <pre>{@code
 * Figure ratio = Figure.of(riskRatio, 0.94, 4_526, new Uncertainty.StandardError("Greenland–Robins", 0.04, Double.POSITIVE_INFINITY, Link.LOG));
 * ratio.estimate();              // 0.940 (95% CI 0.869 to 1.017, n=4526)
 * Figure.exact(Nps.STANDARD, 32);    // a value that is taken as exact
 * }</pre>
 *
 * <ul>
 *   <li>It is never empty. A count of 0 says that the number of answers is not known; then there is no base to grade.
 *   <li>A standard error must lie on the scale of the metric: an error of the logarithm beside a metric that is compared by differences is refused.
 *   <li>Two figures are equal where metric, counts and the 95 % estimates are.
 * </ul>
 */
public final class Figure implements Score {

    private final Metric metric;
    private final double value;
    private final long count;
    private final double effectiveCount;
    private final Uncertainty uncertainty;
    private final OptionalDouble varianceOfOne;
    private final List<String> caveats;
    private final List<String> notes;

    private Figure(
            Metric metric,
            double value,
            long count,
            double effectiveCount,
            Uncertainty uncertainty,
            OptionalDouble varianceOfOne,
            List<String> caveats,
            List<String> notes) {
        this.metric = Objects.requireNonNull(metric, "metric");
        this.value = value;
        this.count = count;
        this.effectiveCount = effectiveCount;
        this.uncertainty = Objects.requireNonNull(uncertainty, "uncertainty");
        this.varianceOfOne = varianceOfOne;
        this.caveats = List.copyOf(caveats);
        this.notes = List.copyOf(notes);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value of " + metric.name() + " must be finite, but was " + value);
        }
        if (count < 0) {
            throw new IllegalArgumentException("count of " + metric.name() + " must be at least 0, but was " + count);
        }
        if (!(effectiveCount >= 0 && effectiveCount <= count)) {
            throw new IllegalArgumentException("effective count of " + metric.name() + " must be in [0, " + count
                    + "], but was " + effectiveCount);
        }
        requireScaleOf(metric, uncertainty);
    }

    /** An error of logarithms beside a metric of differences, or the other way round, would be wrong in silence. */
    static void requireScaleOf(Metric metric, Uncertainty uncertainty) {
        if (uncertainty instanceof Uncertainty.StandardError error && error.link() != metric.link()) {
            throw new IllegalArgumentException("standard error of " + metric.name() + " must be on the scale "
                    + metric.link() + " of its metric, but was on " + error.link() + "\nMaybe use Uncertainty.on.");
        }
    }

    /**
     * Returns a figure.
     *
     * @param metric what the number means
     * @param value the value, in the unit of the metric, finite
     * @param count how many answers are behind it; 0 where that is not known
     * @param uncertainty how sure the value is
     * @return the figure
     * @throws IllegalArgumentException if the value is not finite, the count is negative, or a standard error is on another scale than {@link Metric#link()}
     */
    public static Figure of(Metric metric, double value, long count, Uncertainty uncertainty) {
        return new Figure(metric, value, count, count, uncertainty, OptionalDouble.empty(), List.of(), List.of());
    }

    /**
     * Returns a value that is taken as exact: no answers are known behind it, and it adds no uncertainty.
     *
     * @param metric what the number means
     * @param value the value, in the unit of the metric and within its range
     * @return the figure, with limits at the value
     * @throws IllegalArgumentException if the value is not possible
     */
    public static Figure exact(Metric metric, double value) {
        metric.requirePossible(value, "value");
        return of(metric, value, 0, new Uncertainty.Limits("exact", z -> new Interval(value, value)));
    }

    /** The figure that a score is by the methods of an estimator. */
    static Figure of(Score score, Uncertainty uncertainty) {
        return new Figure(
                score.metric(),
                score.value(),
                score.count(),
                score.effectiveCount(),
                uncertainty,
                score.varianceOfOne(),
                score.caveats(),
                score.notes());
    }

    /**
     * Returns a copy whose answers are worth fewer than there are.
     *
     * @param newEffectiveCount how many equally weighted, independent answers would be as good, from 0 to {@link #count()}
     * @return the copy
     * @throws IllegalArgumentException if the number is out of that range
     */
    public Figure withEffectiveCount(double newEffectiveCount) {
        return new Figure(metric, value, count, newEffectiveCount, uncertainty, varianceOfOne, caveats, notes);
    }

    /**
     * Returns a copy with other caveats.
     *
     * @param newCaveats what makes the value differ from what it is about by more than chance, as sentences
     * @return the copy
     */
    public Figure withCaveats(List<String> newCaveats) {
        return new Figure(metric, value, count, effectiveCount, uncertainty, varianceOfOne, newCaveats, notes);
    }

    /**
     * Returns a copy with other notes.
     *
     * @param newNotes what a reader should know though a verdict stands, as sentences
     * @return the copy
     */
    public Figure withNotes(List<String> newNotes) {
        return new Figure(metric, value, count, effectiveCount, uncertainty, varianceOfOne, caveats, newNotes);
    }

    @Override
    public Metric metric() {
        return metric;
    }

    @Override
    public double value() {
        return value;
    }

    /**
     * Returns the number of answers behind the value.
     *
     * @return 0 where it is not known
     */
    @Override
    public long count() {
        return count;
    }

    @Override
    public double effectiveCount() {
        return effectiveCount;
    }

    /** There is a value, whether or not the number of answers is known. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Uncertainty uncertainty() {
        return uncertainty;
    }

    @Override
    public OptionalDouble varianceOfOne() {
        return varianceOfOne;
    }

    @Override
    public List<String> caveats() {
        return caveats;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** Where the number of answers is not known, there is nothing to grade. */
    @Override
    public BaseSize base() {
        return count == 0 ? BaseSize.SUFFICIENT : Score.super.base();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figure that && estimate().equals(that.estimate());
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, value, count);
    }

    /**
     * Returns the name and the 95 % estimate.
     *
     * @return for example {@code still waiting after 24 h 12.4% (95% CI 9.1 to 16.2, n=350)}
     */
    @Override
    public String toString() {
        return metric.name() + " " + estimate();
    }
}

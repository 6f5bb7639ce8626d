package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.numbers.DefinitionCode;
import io.github.cxkit.metrics.numbers.Rounding;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a rating score is read from the counts on a scale; a value that says everything that the field leaves unsaid when it
 * says "CSAT".
 *
 * <p>A definition gives each point of the scale a value, or leaves the point out of the denominator. The score is the mean of those
 * values over the answers, times a factor (100 for points and per cent):
 *
 * <pre>{@code
 * RatingMetric.net("NPS", Scale.highIsGood(0, 10), x -> x >= 9, x -> x <= 6);    // +1, 0 and −1
 * RatingMetric.share("CSAT", Scale.highIsGood(1, 5), x -> x >= 4);               // 1 and 0
 * RatingMetric.mean("CES", Scale.highIsGood(1, 7));                              // the point itself
 * RatingMetric.share("good of good and bad", Scale.highIsGood(1, 5), x -> x >= 4).withoutPoints(x -> x == 3);
 * }</pre>
 *
 * <ul>
 *   <li>The ready-made definitions stand where their scores do: {@link Nps#STANDARD}, {@link Csat#TOP_2_OF_5}, {@link Ces#MEAN} and
 *       their neighbours.
 *   <li>Whether a rise is good follows from the points: a top-box share rises with good answers, a bottom-box share with bad ones.
 *       Where the points do not tell (the share of middle answers), the caller must.
 *   <li>Two definitions are equal when scale, reading, values, direction, unit and presentation are equal. The name is a label and is not compared.
 * </ul>
 */
public final class RatingMetric implements Metric {

    /** Stands in {@link #values} for a point outside the denominator. */
    private static final double OUTSIDE = Double.NaN;

    /** Whole numbers up to here are doubles. */
    private static final double MAX_EXACT = 0x1p53;

    private final String name;
    private final Scale scale;
    private final Reading reading;
    private final double[] values;
    private final MetricUnit unit;
    private final Direction direction;
    private final double factor;
    private final double offset;

    private RatingMetric(
            String name,
            Scale scale,
            Reading reading,
            double[] values,
            MetricUnit unit,
            Direction direction,
            double factor,
            double offset) {
        this.name = Objects.requireNonNull(name, "name");
        this.scale = scale;
        this.reading = reading;
        this.values = values;
        this.unit = Objects.requireNonNull(unit, "unit");
        this.direction = Objects.requireNonNull(direction, "direction");
        this.factor = factor;
        this.offset = offset;
        if (Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    name + " must give at least two different values to the points of the scale " + scale);
        }
    }

    /**
     * Returns a net score: per cent positive minus per cent negative, from −100 to 100 points.
     *
     * @param name the label
     * @param scale the scale
     * @param positive which points count +1, asked once for each point
     * @param negative which points count −1; all others count 0
     * @return the definition
     * @throws IllegalArgumentException if a point is both, if no point is one of them, or if the points do not tell which way is
     *     better
     */
    public static RatingMetric net(String name, Scale scale, IntPredicate positive, IntPredicate negative) {
        double[] values = valuePerPoint(scale, point -> {
            if (positive.test(point) && negative.test(point)) {
                throw new IllegalArgumentException(
                        name + " must not count a point as positive and negative, but counts " + point + " as both");
            }
            return positive.test(point) ? 1 : negative.test(point) ? -1 : 0;
        });
        if (Arrays.stream(values).noneMatch(v -> v == 1)
                || Arrays.stream(values).noneMatch(v -> v == -1)) {
            throw new IllegalArgumentException(
                    name + " must count at least one point of " + scale + " as positive and one as negative");
        }
        return new RatingMetric(name, scale, Reading.NET, values, MetricUnit.POINTS, told(name, scale, values), 100, 0);
    }

    /**
     * Returns a share in per cent whose direction follows from the points.
     *
     * @param name the label
     * @param scale the scale
     * @param counted which points are counted, asked once for each point
     * @return the definition
     * @throws IllegalArgumentException if all points or none are counted, or if the points do not tell which way is better
     */
    public static RatingMetric share(String name, Scale scale, IntPredicate counted) {
        double[] values = valuePerPoint(scale, point -> counted.test(point) ? 1 : 0);
        return new RatingMetric(
                name, scale, Reading.SHARE, values, MetricUnit.PERCENT, told(name, scale, values), 100, 0);
    }

    /**
     * Returns a share in per cent whose direction the caller states.
     *
     * @param name the label
     * @param scale the scale
     * @param counted which points are counted, asked once for each point
     * @param direction whether a higher or a lower share is better
     * @return the definition
     * @throws IllegalArgumentException if all points or none are counted
     */
    public static RatingMetric share(String name, Scale scale, IntPredicate counted, Direction direction) {
        double[] values = valuePerPoint(scale, point -> counted.test(point) ? 1 : 0);
        return new RatingMetric(name, scale, Reading.SHARE, values, MetricUnit.PERCENT, direction, 100, 0);
    }

    /**
     * Returns the mean of the answers themselves, in scale points; better as the scale is.
     *
     * @param name the label
     * @param scale the scale
     * @return the definition
     */
    public static RatingMetric mean(String name, Scale scale) {
        return custom(name, scale, point -> point, MetricUnit.SCALE_POINTS, scale.direction());
    }

    /**
     * Returns the mean of a value per point: any score of one's own.
     *
     * @param name the label
     * @param scale the scale
     * @param value the value of each point, finite, asked once for each point
     * @param unit what values are counted in
     * @param direction whether a higher or a lower mean is better
     * @return the definition
     * @throws IllegalArgumentException if a value is NaN or infinite, or if all values are equal
     */
    public static RatingMetric custom(
            String name, Scale scale, IntToDoubleFunction value, MetricUnit unit, Direction direction) {
        double[] values = valuePerPoint(scale, point -> {
            double worth = value.applyAsDouble(point);
            if (!Double.isFinite(worth)) {
                throw new IllegalArgumentException(
                        name + " must give each point a finite value, but gives " + point + " the value " + worth);
            }
            return worth;
        });
        return new RatingMetric(name, scale, Reading.MEAN, values, unit, direction, 1, 0);
    }

    /**
     * Returns a copy whose denominator leaves some points out, as "good of good and bad" leaves out the neutral ones. Answers at those
     * points stay in the counts and are reported apart.
     *
     * @param left which points to leave out, asked once for each point
     * @return the copy
     * @throws IllegalArgumentException if fewer than two different values remain
     */
    public RatingMetric withoutPoints(IntPredicate left) {
        double[] remaining = valuePerPoint(scale, point -> left.test(point) ? OUTSIDE : values[point - scale.lowest()]);
        return new RatingMetric(name, scale, reading, remaining, unit, direction, factor, offset);
    }

    /**
     * Returns a copy shown with a constant added, as the net satisfaction index that runs from 0 to 200.
     *
     * @param added the constant, in the unit
     * @return the copy
     * @throws IllegalArgumentException if the constant is NaN or infinite
     */
    public RatingMetric withOffset(double added) {
        if (!Double.isFinite(added)) {
            throw new IllegalArgumentException("offset must be finite, but was " + added);
        }
        return new RatingMetric(name, scale, reading, values, unit, direction, factor, offset + added);
    }

    /**
     * Returns a copy with another label; it equals this definition.
     *
     * @param newName the label
     * @return the copy
     */
    public RatingMetric withName(String newName) {
        return new RatingMetric(newName, scale, reading, values, unit, direction, factor, offset);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public MetricUnit unit() {
        return unit;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Interval range() {
        double least = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElseThrow();
        double most = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElseThrow();
        if (reading == Reading.NET) {
            least = -1;
            most = 1;
        }
        return new Interval(shown(least), shown(most));
    }

    @Override
    public boolean isShare() {
        return reading == Reading.SHARE;
    }

    @Override
    public boolean hasTrueZero() {
        return reading == Reading.SHARE && offset == 0;
    }

    /**
     * Returns the scale that answers must be on.
     *
     * @return the scale
     */
    public Scale scale() {
        return scale;
    }

    /**
     * Returns how the counts are read.
     *
     * @return the reading
     */
    public Reading reading() {
        return reading;
    }

    /**
     * Returns the value of a point before it is shown: +1, 0 or −1 for a net score, 1 or 0 for a share; empty for a point outside the
     * denominator.
     *
     * @param point a point of the scale
     * @return the value
     * @throws IllegalArgumentException if the point is not on the scale
     */
    public OptionalDouble valueOf(int point) {
        scale.answer(point);
        double value = values[point - scale.lowest()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value per point, by index; NaN outside the denominator. Not to be written to. */
    double[] values() {
        return values;
    }

    /** A mean of values as it is shown. */
    double shown(double meanOfValues) {
        return offset + factor * meanOfValues;
    }

    /**
     * A quotient as it is shown. Where the product is exact it comes first, so that 7 of 100 are 7 % and not 7.000000000000001 %; else
     * last, so that all are never more than 100 %.
     */
    double shown(double sumOfValues, double weight) {
        double product = factor * sumOfValues;
        boolean exact =
                sumOfValues == Math.rint(sumOfValues) && factor == Math.rint(factor) && Math.abs(product) <= MAX_EXACT;
        return offset + (exact ? product / weight : factor * (sumOfValues / weight));
    }

    /** A difference between two means of values as it is shown. */
    double shownDifference(double differenceOfMeans) {
        return factor * differenceOfMeans;
    }

    /** What a shown value was before it was shown. */
    double unshown(double shownValue) {
        return (shownValue - offset) / factor;
    }

    /** Checks that counts are of points of this scale, or of the classes of this definition and no other. */
    void requireReadable(RatingCounts counts) {
        RatingMetric classesOf = counts.classesOf().orElse(this);
        if (!equals(classesOf)) {
            throw new IllegalArgumentException("class counts of " + classesOf + " are not of " + this);
        }
        if (counts.classesOf().isEmpty()) {
            requireScale(counts.scale());
        }
    }

    /** Checks that the points counted are those of this definition's scale. */
    void requireScale(Scale counted) {
        if (scale.equals(counted)) {
            return;
        }
        if (reading != Reading.MEAN && counted.equals(new AnswerClasses(this).scale())) {
            throw new IllegalArgumentException("counts on " + counted.lowest() + "–" + counted.highest()
                    + " are not of " + name + new AnswerClasses(this).advice());
        }
        throw new IllegalArgumentException(this + " cannot be read from counts on another scale, " + counted);
    }

    /** The number that stands for this definition in a state: of all that {@link #equals} compares. */
    long code() {
        DefinitionCode code = new DefinitionCode()
                .add(scale.lowest())
                .add(scale.highest())
                .add(scale.direction())
                .add(reading);
        for (double value : values) {
            code.addReal(value);
        }
        return code.add(unit.name())
                .add(unit.suffix())
                .add(unit.decimals())
                .add(direction)
                .addReal(factor + 0.0)
                .addReal(offset + 0.0)
                .value();
    }

    double offset() {
        return offset;
    }

    /** A net score or a share as it was written; the code tells whether it is the one that was meant. */
    static RatingMetric written(
            String name, Scale scale, Reading reading, double[] values, Direction direction, double offset) {
        MetricUnit unit = reading == Reading.NET ? MetricUnit.POINTS : MetricUnit.PERCENT;
        return new RatingMetric(name, scale, reading, values, unit, direction, 100, offset);
    }

    private static double[] valuePerPoint(Scale scale, IntToDoubleFunction value) {
        return IntStream.rangeClosed(scale.lowest(), scale.highest())
                .mapToDouble(value)
                .toArray();
    }

    /** Whether values rise with good answers or with bad ones: the sign of their covariance with the points. */
    private static Direction told(String name, Scale scale, double[] values) {
        double meanPoint = (values.length - 1) / 2.0;
        double covariance = IntStream.range(0, values.length)
                .mapToDouble(i -> (i - meanPoint) * values[i])
                .sum();
        if (covariance == 0) {
            throw new IllegalArgumentException(
                    name + ": the points of " + scale
                            + " that it counts do not tell which way is better\nMaybe state the direction as the last argument.");
        }
        return covariance > 0 ? scale.direction() : scale.direction().reversed();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatingMetric that
                && scale.equals(that.scale)
                && reading == that.reading
                && Arrays.equals(values, that.values)
                && unit.equals(that.unit)
                && direction == that.direction
                && factor == that.factor
                && offset == that.offset;
    }

    @Override
    public int hashCode() {
        return Objects.hash(scale, reading, Arrays.hashCode(values), unit, direction, factor, offset);
    }

    /**
     * Returns the name and the {@link #description()}.
     *
     * @return for example {@code NPS [net: 9–10 minus 0–6, of 0–10, high is good; higher is better]}
     */
    @Override
    public String toString() {
        return name + " [" + description() + "]";
    }

    /**
     * Returns everything that makes this definition what it is, in words.
     *
     * @return for example {@code net: 9–10 minus 0–6, of 0–10, high is good; higher is better}
     */
    public String description() {
        String read = switch (reading) {
            case NET -> "net: " + points(v -> v == 1) + " minus " + points(v -> v == -1);
            case SHARE -> "share: " + points(v -> v == 1);
            case MEAN -> "mean" + (isIdentity() ? "" : " of " + valuesText());
        };
        String outside = points(Double::isNaN);
        return read + ", of " + scale + (outside.isEmpty() ? "" : " without " + outside)
                + (offset == 0 ? "" : ", plus " + Rounding.format(offset, 0))
                + (direction == Direction.HIGHER_IS_BETTER ? "; higher is better" : "; lower is better");
    }

    private boolean isIdentity() {
        return IntStream.range(0, values.length)
                .allMatch(i -> Double.isNaN(values[i]) || values[i] == scale.lowest() + i);
    }

    private String valuesText() {
        return Arrays.stream(values)
                .mapToObj(v -> Double.isNaN(v) ? "–" : Double.toString(v))
                .collect(Collectors.joining(" ", "(", ")"));
    }

    /** The points whose value passes, as ranges: {@code 0–6} or {@code 1, 3–4}. */
    private String points(java.util.function.DoublePredicate passes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (passes.test(values[i])) {
                int first = i;
                while (i + 1 < values.length && passes.test(values[i + 1])) {
                    i++;
                }
                text.append(text.isEmpty() ? "" : ", ").append(scale.lowest() + first);
                text.append(i == first ? "" : "–" + (scale.lowest() + i));
            }
        }
        return text.toString();
    }

    /** How the counts on a rating scale are read as one number. */
    public enum Reading {
        /** The share of positive answers minus the share of negative answers, as of an NPS. */
        NET,
        /** The share of answers at certain points, as of a CSAT top-2 box. */
        SHARE,
        /** The mean of a value per point, as of a mean rating. */
        MEAN
    }
}

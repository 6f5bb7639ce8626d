package io.github.cxkit.metrics;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.numbers.Optionals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A result in plain values, for other systems: what a web service returns, a message carries and a log line says.
 *
 * <p>With 45 promoters, 35 passives and 20 detractors: metric NPS, unit points, value 25.0, lower 9.4, upper 39.3, n 100, base SUFFICIENT.
 *
 * <pre>{@code
 * nps.view();                              // a record of strings, numbers and lists of them
 * objectMapper.writeValueAsString(nps);    // the same as JSON
 * objectMapper.readValue(json, ResultView.class).equals(nps.view());    // and back
 * }</pre>
 *
 * <ul>
 *   <li>What is absent is null, and so is what is infinite: this record alone returns null, because JSON knows no other word for it. Nothing is ever NaN.
 *   <li>A score of no answers has a view: the value is null, n is 0, and the notes say why.
 *   <li>Jackson 2 and 3 write and read it without a module and without annotations of the caller's.
 *   <li>A view says how a result reads; it cannot be added or compared. Keep counts for that.
 * </ul>
 *
 * @param metric the name of the metric
 * @param unit the name of its unit
 * @param value the value; null where it is undefined
 * @param lower the lower limit; null where there is none
 * @param upper the upper limit; null where there is none
 * @param confidence the confidence of the limits; 1 where they are bounds, which nothing can lie outside
 * @param method how the limits were computed; null where there are none
 * @param n the number of answers
 * @param effectiveN how many equally weighted answers would be as good
 * @param lowest the lowest possible value; null where there is none
 * @param highest the highest possible value; null where there is none
 * @param base the name of the {@link BaseSize}
 * @param notes what a reader must know, in sentences
 * @param verdict what can be said about a change or a comparison, by the name of the verdict; null for what is not judged
 * @param before what a change begins with or something is compared with; null where there are no sides
 * @param after what a change ends with or is compared; null where there are no sides
 */
public record ResultView(
        String metric,
        String unit,
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        double confidence,
        @Nullable String method,
        long n,
        double effectiveN,
        @Nullable Double lowest,
        @Nullable Double highest,
        String base,
        List<String> notes,
        @Nullable String verdict,
        @Nullable ResultView before,
        @Nullable ResultView after) {

    /**
     * Checks and copies the parts.
     *
     * @param metric the name of the metric
     * @param unit the name of its unit
     * @param value the value
     * @param lower the lower limit
     * @param upper the upper limit
     * @param confidence the confidence of the limits
     * @param method how the limits were computed
     * @param n the number of answers
     * @param effectiveN how many equally weighted answers would be as good
     * @param lowest the lowest possible value
     * @param highest the highest possible value
     * @param base the name of the grade of the base
     * @param notes what a reader must know
     * @param verdict what can be said
     * @param before what something is compared with
     * @param after what is compared
     * @throws IllegalArgumentException if a number is infinite or NaN, the confidence is not in (0, 1], or n or the effective n is negative
     */
    public ResultView {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(base, "base");
        requireFinite(value, "value");
        requireFinite(lower, "lower");
        requireFinite(upper, "upper");
        requireFinite(lowest, "lowest");
        requireFinite(highest, "highest");
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1], but was " + confidence);
        }
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0, but was " + n);
        }
        if (!(effectiveN >= 0 && effectiveN < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("effectiveN must be in [0, ∞), but was " + effectiveN);
        }
        notes = List.copyOf(notes);
    }

    private static void requireFinite(@Nullable Double number, String name) {
        if (number != null && !Double.isFinite(number)) {
            throw new IllegalArgumentException(name + " must be finite or null, but was " + number);
        }
    }

    /**
     * Returns the view of a metric of which there is no value.
     *
     * @param metric what the number would mean
     * @param notes why there is none, in sentences
     * @return a view with n = 0
     */
    public static ResultView undefined(Metric metric, List<String> notes) {
        return of(
                metric,
                OptionalDouble.empty(),
                Optional.empty(),
                Estimator.withDefaults().confidence(),
                "none",
                0,
                0,
                BaseSize.SUPPRESSED,
                notes);
    }

    /**
     * Returns the view of a value that lies within bounds, whatever is not known. Bounds are no limits of chance: their confidence is 1.
     *
     * @param metric what the number means
     * @param value the value, empty where it is not known
     * @param bounds the bounds, empty where there are none
     * @param n the number of answers or cases
     * @param notes what a reader must know, in sentences
     * @return a view with the method {@code bounds}; its base is sufficient where there is a value, for nothing is estimated
     */
    public static ResultView bounded(
            Metric metric, OptionalDouble value, Optional<Interval> bounds, long n, List<String> notes) {
        BaseSize base = value.isPresent() ? BaseSize.SUFFICIENT : BaseSize.SUPPRESSED;
        return of(metric, value, bounds, 1, "bounds", n, n, base, notes);
    }

    /** Of what has no metric because it cannot be read. */
    static ResultView unreadable(String reason) {
        return undefined(Quantity.of("undefined", MetricUnit.POINTS, Direction.HIGHER_IS_BETTER), List.of(reason));
    }

    static ResultView of(Score score) {
        return score.isEmpty() ? undefined(score) : score.estimate().view();
    }

    private static ResultView undefined(Score score) {
        List<String> notes = Stream.of(
                        score.caveats().stream(), score.notes().stream(), Stream.of("undefined: there are no answers"))
                .flatMap(parts -> parts)
                .toList();
        return undefined(score.metric(), notes);
    }

    static ResultView of(Estimate estimate) {
        return of(
                estimate.metric(),
                OptionalDouble.of(estimate.value()),
                estimate.interval(),
                estimate.confidence(),
                estimate.method(),
                estimate.count(),
                estimate.effectiveCount(),
                estimate.base(),
                estimate.notes());
    }

    private static ResultView of(
            Metric metric,
            OptionalDouble value,
            Optional<Interval> interval,
            double confidence,
            String method,
            long n,
            double effectiveN,
            BaseSize base,
            List<String> notes) {
        Interval range = metric.range();
        return new ResultView(
                metric.name(),
                metric.unit().name(),
                Optionals.orNull(value),
                interval.map(limits -> finite(limits.lower())).orElse(null),
                interval.map(limits -> finite(limits.upper())).orElse(null),
                confidence,
                interval.isPresent() ? method : null,
                n,
                effectiveN,
                finite(range.lower()),
                finite(range.upper()),
                base.name(),
                notes,
                null,
                null,
                null);
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? (Double) number : null;
    }

    /**
     * Returns a copy that is judged.
     *
     * @param newVerdict what can be said, by the name of the verdict
     * @return the copy
     */
    public ResultView withVerdict(Enum<?> newVerdict) {
        return with(base, notes, newVerdict.name(), before, after);
    }

    /**
     * Returns a copy with the two sides of a comparison.
     *
     * @param newBefore what something is compared with
     * @param newAfter what is compared
     * @return the copy
     */
    public ResultView withSides(ResultView newBefore, ResultView newAfter) {
        return with(
                base,
                notes,
                verdict,
                Objects.requireNonNull(newBefore, "before"),
                Objects.requireNonNull(newAfter, "after"));
    }

    /**
     * Returns a copy whose base is graded differently.
     *
     * @param newBase the grade
     * @return the copy
     */
    public ResultView withBase(BaseSize newBase) {
        return with(newBase.name(), notes, verdict, before, after);
    }

    /**
     * Returns a copy with more notes.
     *
     * @param more sentences, behind those that are there
     * @return the copy
     */
    public ResultView withMoreNotes(List<String> more) {
        return with(base, Stream.concat(notes.stream(), more.stream()).toList(), verdict, before, after);
    }

    private ResultView with(
            String newBase,
            List<String> newNotes,
            @Nullable String newVerdict,
            @Nullable ResultView newBefore,
            @Nullable ResultView newAfter) {
        return new ResultView(
                metric,
                unit,
                value,
                lower,
                upper,
                confidence,
                method,
                n,
                effectiveN,
                lowest,
                highest,
                newBase,
                newNotes,
                newVerdict,
                newBefore,
                newAfter);
    }
}

package io.github.cxkit.metrics.goal;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.ShareMethod;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import io.github.cxkit.metrics.numbers.Normal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A figure from outside, such as the average of an industry, with whatever is known of how sure and how old it is.
 *
 * <p>Beside a published NPS of 32 (95 % interval 28 to 36), one's own 45 promoters, 35 passives and 20 detractors of 100 are 7.0 points lower, with a 95 %
 * interval from −23.1 to 7.8: INCONCLUSIVE.
 *
 * <pre>{@code
 * Benchmark retail = Benchmark.of(Nps.STANDARD, 32, "Retail survey 2024, table 3", LocalDate.of(2024, 3, 1))
 *         .withInterval(new Interval(28, 36), 0.95);
 * Benchmark.Comparison beside = retail.compare(ourNps, today);
 * beside.verdict();          // BETTER, WORSE, NO_MATERIAL_DIFFERENCE or INCONCLUSIVE
 * beside.isOld();            // older than 24 months?
 * beside.notes();            // what a reader must know
 * }</pre>
 *
 * <p>How sure the figure is, in this order:
 * <ul>
 *   <li>Its interval, if known: at another confidence each distance from value to limit grows with the normal quantile.
 *   <li>The number of answers, if known and the range of the metric has two ends: for a share Wilson's limits. Of a net score or a mean the spread of the
 *       answers is not known; the largest variance that its value allows is taken, that of answers at both ends of the range and none
 *       between (Bhatia and Davis 2000), whose limits are Wilson's again. The difference is then less sure than it may really be, never more.
 *   <li>Else nothing: only our own uncertainty is in the difference, and the comparison says so.
 * </ul>
 *
 * @see <a href="https://doi.org/10.2307/2589180">Bhatia and Davis (2000)</a>
 */
public final class Benchmark {

    private static final Period DEFAULT_MAXIMUM_AGE = Period.ofMonths(24);

    private final Metric metric;
    private final double value;
    private final String source;
    private final LocalDate date;
    private final OptionalLong answers;
    private final Optional<Interval> interval;
    private final double confidence;
    private final Period maximumAge;

    private Benchmark(
            Metric metric,
            double value,
            String source,
            LocalDate date,
            OptionalLong answers,
            Optional<Interval> interval,
            double confidence,
            Period maximumAge) {
        this.metric = metric;
        this.value = value;
        this.source = source;
        this.date = date;
        this.answers = answers;
        this.interval = interval;
        this.confidence = confidence;
        this.maximumAge = maximumAge;
    }

    /**
     * Returns a benchmark of which only the value is known; it may be at most 24 months old.
     *
     * @param metric what the figure measures; only scores of this very metric are compared with it
     * @param value the value, in the unit of the metric
     * @param source where it was published
     * @param date when it was measured or, if that is not told, published
     * @return the benchmark
     * @throws IllegalArgumentException if the value is out of the range of the metric, or the source is blank
     */
    public static Benchmark of(Metric metric, double value, String source, LocalDate date) {
        metric.requirePossible(value, "benchmark");
        Objects.requireNonNull(date, "date");
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank");
        }
        return new Benchmark(
                metric, value, source, date, OptionalLong.empty(), Optional.empty(), 0, DEFAULT_MAXIMUM_AGE);
    }

    /**
     * Returns a copy of which the number of answers is known.
     *
     * @param newAnswers how many answers are behind the value, 1 or more
     * @return the copy
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Benchmark withAnswers(long newAnswers) {
        if (newAnswers < 1) {
            throw new IllegalArgumentException("answers must be at least 1, but was " + newAnswers);
        }
        return new Benchmark(
                metric, value, source, date, OptionalLong.of(newAnswers), interval, confidence, maximumAge);
    }

    /**
     * Returns a copy of which the confidence interval is known.
     *
     * @param newInterval the interval as published, in the unit of the metric
     * @param itsConfidence the confidence of that interval, between 0 and 1
     * @return the copy
     * @throws IllegalArgumentException if the interval leaves the value out, has no width or is out of the range of the metric, or if the confidence is not
     *     between 0 and 1
     */
    public Benchmark withInterval(Interval newInterval, double itsConfidence) {
        Normal.checkConfidence(itsConfidence);
        metric.requirePossible(newInterval.lower(), "lower limit");
        metric.requirePossible(newInterval.upper(), "upper limit");
        if (!newInterval.contains(value)) {
            throw new IllegalArgumentException("interval must contain the value " + value + ", but was ["
                    + newInterval.lower() + ", " + newInterval.upper() + "]");
        }
        if (newInterval.width() == 0) {
            throw new IllegalArgumentException("interval must have a width, but was [" + newInterval.lower() + ", "
                    + newInterval.upper() + "]\nMaybe leave it out, for an interval that is not known.");
        }
        return new Benchmark(metric, value, source, date, answers, Optional.of(newInterval), itsConfidence, maximumAge);
    }

    /**
     * Returns a copy that may be older, or must be younger, than 24 months.
     *
     * @param newMaximumAge the greatest age at which the figure is not yet old; zero for one of the day of the comparison
     * @return the copy
     * @throws IllegalArgumentException if the age is negative
     */
    public Benchmark withMaximumAge(Period newMaximumAge) {
        if (newMaximumAge.isNegative()) {
            throw new IllegalArgumentException("maximum age must not be negative, but was " + newMaximumAge);
        }
        return new Benchmark(metric, value, source, date, answers, interval, confidence, newMaximumAge);
    }

    /**
     * Compares one's own score with this figure, counting the uncertainty of both sides as far as it is known.
     *
     * @param own one's own score
     * @param on the date of the comparison
     * @return the comparison, at 95 %
     * @throws IllegalArgumentException if the score is of another metric (the message names both), or the date is before that of the benchmark
     * @throws IllegalStateException if the score has no answers
     */
    public Comparison compare(Score own, LocalDate on) {
        if (on.isBefore(date)) {
            throw new IllegalArgumentException(
                    "date of the comparison must not be before that of the benchmark, " + date + ", but was " + on);
        }
        return new Comparison(this, Change.between(figure(), own), on);
    }

    /**
     * Returns whether the figure is older than its maximum age.
     *
     * @param on the date in question
     * @return true from the day after the maximum age is reached
     */
    public boolean isOld(LocalDate on) {
        return date.plus(maximumAge).isBefore(on);
    }

    /**
     * Returns whether anything is known of how sure the figure is.
     *
     * @return true with an interval, or with the number of answers of a metric whose range has two ends
     */
    public boolean isUncertaintyKnown() {
        return interval.isPresent() || isSpreadBounded();
    }

    /** Whether limits follow from value, n and range. */
    private boolean isSpreadBounded() {
        return answers.isPresent() && metric.range().width() < Double.POSITIVE_INFINITY;
    }

    /** The benchmark as a score, so that it can be compared like any other. */
    Figure figure() {
        return Figure.of(metric, value, answers.orElse(0), uncertainty());
    }

    private Uncertainty uncertainty() {
        if (interval.isPresent()) {
            Interval published = interval.get();
            double z0 = Normal.quantile(confidence);
            return new Uncertainty.Limits("published interval", z -> scaled(published, z / z0));
        }
        return isSpreadBounded()
                ? new Uncertainty.Limits("Wilson", this::wilson)
                : Figure.exact(metric, value).uncertainty();
    }

    private Interval scaled(Interval published, double factor) {
        return new Interval(value - factor * (value - published.lower()), value + factor * (published.upper() - value));
    }

    /** Limits of answers at the two ends of the range and none between: the largest variance with this mean. */
    private Interval wilson(double z) {
        if (z == 0) {
            return new Interval(value, value);
        }
        Interval range = metric.range();
        double above = (value - range.lower()) / range.width();
        double below = (range.upper() - value) / range.width();
        Interval shares = ShareMethod.WILSON.limits(above, below, answers.orElseThrow(), z);
        return new Interval(
                range.lower() + range.width() * shares.lower(), range.lower() + range.width() * shares.upper());
    }

    /**
     * Returns what the figure measures.
     *
     * @return the metric
     */
    public Metric metric() {
        return metric;
    }

    /**
     * Returns the value, in the unit of {@link #metric()}.
     *
     * @return the value
     */
    public double value() {
        return value;
    }

    /**
     * Returns where the figure was published.
     *
     * @return the source
     */
    public String source() {
        return source;
    }

    /**
     * Returns when the figure was measured or published.
     *
     * @return the date
     */
    public LocalDate date() {
        return date;
    }

    /**
     * Returns how many answers are behind the figure.
     *
     * @return the number; empty if it is not known
     */
    public OptionalLong answers() {
        return answers;
    }

    /**
     * Returns the interval as published.
     *
     * @return the interval, in the unit of {@link #metric()}; empty if it is not known
     */
    public Optional<Interval> interval() {
        return interval;
    }

    /**
     * Returns the greatest age at which the figure is not yet old.
     *
     * @return 24 months unless stated
     */
    public Period maximumAge() {
        return maximumAge;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Benchmark that
                && metric.equals(that.metric)
                && value == that.value
                && source.equals(that.source)
                && date.equals(that.date)
                && answers.equals(that.answers)
                && interval.equals(that.interval)
                && confidence == that.confidence
                && maximumAge.equals(that.maximumAge);
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, value, source, date, answers, interval, confidence, maximumAge);
    }

    /**
     * Returns the figure, its source and its date.
     *
     * @return for example {@code NPS 32.0 (Retail survey 2024, table 3, 2024-03-01)}
     */
    @Override
    public String toString() {
        return metric.name() + " " + metric.unit().format(value) + " (" + source + ", " + date + ")";
    }

    /** One's own score beside a benchmark; made by {@link Benchmark#compare}. */
    public static final class Comparison {

        private final Benchmark benchmark;
        private final Change change;
        private final LocalDate on;

        private Comparison(Benchmark benchmark, Change change, LocalDate on) {
            this.benchmark = benchmark;
            this.change = change;
            this.on = on;
        }

        /**
         * Returns a copy that is judged at another confidence.
         *
         * @param newConfidence between 0.5 and 1
         * @return the copy
         * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
         */
        public Comparison withConfidence(double newConfidence) {
            return new Comparison(benchmark, change.withConfidence(newConfidence), on);
        }

        /**
         * Returns a copy that can find that nothing material lies between the two.
         *
         * @param margin the smallest difference that would matter, more than 0, in the unit of the difference
         * @return the copy
         * @throws IllegalArgumentException if the margin is not positive and finite
         */
        public Comparison withSmallestEffectOfInterest(double margin) {
            return new Comparison(benchmark, change.withSmallestEffectOfInterest(margin), on);
        }

        /**
         * Returns the difference with its interval: our own score minus the benchmark.
         *
         * @return the difference, as the change from the benchmark to our own score
         */
        public Change change() {
            return change;
        }

        /**
         * Returns what can be said about the difference; {@link Change#verdict()} in other words. It stands beside {@link #notes()}, which may weaken it.
         *
         * @return the verdict
         */
        public ComparisonVerdict verdict() {
            return ComparisonVerdict.of(change.verdict());
        }

        /**
         * Returns whether the benchmark is older than its maximum age on the date of the comparison.
         *
         * @return true if it is old
         */
        public boolean isOld() {
            return benchmark.isOld(on);
        }

        /**
         * Returns whether the uncertainty of the benchmark is in the difference, and not only our own.
         *
         * @return false if neither an interval nor a usable number of answers is known
         */
        public boolean isBenchmarkUncertaintyKnown() {
            return benchmark.isUncertaintyKnown();
        }

        /**
         * Returns what a reader of the verdict must know: that the benchmark is old, or how much of its uncertainty is known.
         *
         * @return sentences, none at best
         */
        public List<String> notes() {
            List<String> notes = new ArrayList<>();
            if (isOld()) {
                notes.add("the benchmark of " + benchmark.date() + " is older than " + benchmark.maximumAge());
            }
            if (!isBenchmarkUncertaintyKnown()) {
                notes.add("the uncertainty of the benchmark is not known; only our own is counted");
            } else if (benchmark.interval().isEmpty() && !benchmark.metric.isShare()) {
                notes.add("the spread of the benchmark's answers is not known; the largest possible is counted");
            }
            return List.copyOf(notes);
        }

        /**
         * Returns the benchmark.
         *
         * @return the external figure
         */
        public Benchmark benchmark() {
            return benchmark;
        }

        /**
         * Returns the difference, the verdict, the benchmark and our own score in plain values; what JSON shows of it.
         *
         * @return the view, with the {@link #notes()} among its own
         */
        @JsonValue
        public ResultView view() {
            return change.view().withVerdict(verdict()).withMoreNotes(notes());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Comparison that
                    && benchmark.equals(that.benchmark)
                    && change.equals(that.change)
                    && on.equals(that.on);
        }

        @Override
        public int hashCode() {
            return Objects.hash(benchmark, change, on);
        }

        /**
         * Returns the difference, the benchmark and the verdict.
         *
         * @return for example {@code -7.0 (95% CI -23.1 to 7.8, n=100) beside NPS 32.0 (Retail survey 2024, table 3, 2024-03-01): INCONCLUSIVE}
         */
        @Override
        public String toString() {
            return change.difference() + " beside " + benchmark + ": " + verdict();
        }
    }
}

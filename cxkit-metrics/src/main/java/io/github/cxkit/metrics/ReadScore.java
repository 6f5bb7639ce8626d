package io.github.cxkit.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A figure that does not add, read from something that does: the 90th percentile of waits, which is no sum of
 * percentiles, but adds as the waits do.
 *
 * <p>Red has waits of 1 and 2 hours and one that has been open for 5; blue has waits of 3 and 4. The median of both
 * together is that of all five, 3 hours.
 *
 * <pre>{@code
 * rows.stream().collect(Breakdown.by(
 *         Row::team, toWaits(now, RESOLUTION, Row::span), w -> w.kaplanMeier().percentile(90)));
 * rows.stream().collect(Trend.by(Row::openedAt, CalendarPeriod.MONTH, zone,
 *         reading(toWaits(now, RESOLUTION, Row::span), w -> w.kaplanMeier().percentile(90))));
 * }</pre>
 *
 * <ul>
 *   <li>It is read when it is first asked for, and once: what is only added up is never read. Material of nothing is
 *       not read at all.
 *   <li>Where nothing can be read it is empty: it has no metric and no value, and {@link #score()} is empty as well.
 *       Material it may have, and adds.
 *   <li>A sum holds the material of both. Comparing k groups with their rests holds all of it up to k times.
 *   <li>Both sides of a sum must be read alike; that cannot be checked. Breakdowns and trends that are added compare
 *       the metrics of their totals.
 * </ul>
 *
 * @param <M> the type of the material
 */
public final class ReadScore<M extends Mergeable<M>> implements MergeableScore<ReadScore<M>> {

    private final M material;
    private final Function<? super M, ? extends Optional<? extends Score>> reading;
    /** Null until it is asked for. */
    private volatile @Nullable Read read;

    /** What came of the reading. */
    private record Read(Optional<Score> score) {}

    private ReadScore(M material, Function<? super M, ? extends Optional<? extends Score>> reading) {
        this.material = Objects.requireNonNull(material, "material");
        this.reading = reading;
    }

    /**
     * Returns the reading of material that is there already.
     *
     * @param <M> the type of the material
     * @param material what it is read from; of nothing is legal
     * @param reading reads the figure from material that is not empty, and is empty where it cannot; a pure function,
     *     the same for all that is added
     * @return the score, not yet read
     */
    public static <M extends Mergeable<M>> ReadScore<M> of(
            M material, Function<? super M, ? extends Optional<? extends Score>> reading) {
        return new ReadScore<>(material, Objects.requireNonNull(reading, "reading"));
    }

    /**
     * Returns a collector of the caller's own rows into a figure that is read from all of them.
     *
     * @param <T> the row type
     * @param <M> the type of the material
     * @param material collects the rows, such as {@code toWaits(now, timing, Row::span)}
     * @param reading reads the figure from material that is not empty, and is empty where it cannot
     * @return the collector, which reads nothing
     */
    public static <T, M extends Mergeable<M>> Collector<T, ?, ReadScore<M>> reading(
            Collector<? super T, ?, M> material, Function<? super M, ? extends Optional<? extends Score>> reading) {
        Objects.requireNonNull(material, "material");
        Objects.requireNonNull(reading, "reading");
        return Collectors.collectingAndThen(
                Collectors.mapping((T row) -> row, material), collected -> new ReadScore<>(collected, reading));
    }

    /**
     * Returns what the figure is read from.
     *
     * @return the material, which may be there where nothing can be read
     */
    public M material() {
        return material;
    }

    /**
     * Returns what is read.
     *
     * @return the score, in its own type; empty where nothing can be read
     */
    public Optional<Score> score() {
        Read known = read;
        if (known == null) {
            known = new Read(material.isEmpty() ? Optional.empty() : read());
            read = known;
        }
        return known.score();
    }

    private Optional<Score> read() {
        Optional<? extends Score> found = Objects.requireNonNull(reading.apply(material), "reading");
        return found.map(Function.identity());
    }

    private Score defined() {
        return score().orElseThrow(() -> new IllegalStateException("nothing can be read where "
                + (material.isEmpty() ? "there is no material" : "the material is too thin")));
    }

    /**
     * Returns the reading of the material of both.
     *
     * @param other another, read alike; its own reading is not used
     * @return the sum, not yet read
     * @throws IllegalArgumentException if the materials are of different things; the message names both
     * @throws ArithmeticException if there is more material than can be counted
     */
    @Override
    public ReadScore<M> plus(ReadScore<M> other) {
        return new ReadScore<>(material.plus(other.material), reading);
    }

    /**
     * Returns what the figure means.
     *
     * @return the metric of {@link #score()}
     * @throws IllegalStateException if nothing can be read
     */
    @Override
    public Metric metric() {
        return defined().metric();
    }

    @Override
    public double value() {
        return defined().value();
    }

    /**
     * Returns the number of answers behind the figure.
     *
     * @return that of {@link #score()}; 0 where nothing can be read
     */
    @Override
    public long count() {
        return score().map(Score::count).orElse(0L);
    }

    @Override
    public double effectiveCount() {
        return score().map(Score::effectiveCount).orElse(0.0);
    }

    @Override
    public Uncertainty uncertainty() {
        return defined().uncertainty();
    }

    @Override
    public Uncertainty uncertainty(Estimator methods) {
        return defined().uncertainty(methods);
    }

    @Override
    public HypothesisTest testAgainst(double hypothesised) {
        return defined().testAgainst(hypothesised);
    }

    @Override
    public OptionalDouble varianceOfOne() {
        return defined().varianceOfOne();
    }

    @Override
    public OptionalDouble shareAtOneEnd() {
        return defined().shareAtOneEnd();
    }

    @Override
    public Optional<SampledUnits> sampledUnits() {
        return score().flatMap(Score::sampledUnits);
    }

    @Override
    public BaseSize base() {
        return score().map(Score::base).orElse(BaseSize.SUPPRESSED);
    }

    @Override
    public List<String> caveats() {
        return score().map(Score::caveats).orElse(List.of());
    }

    @Override
    public List<String> notes() {
        return score().map(Score::notes).orElse(List.of());
    }

    /**
     * Returns what is read in plain values; what JSON shows of it.
     *
     * @return the view of {@link #score()}; where nothing can be read, one without a value and with the metric {@code undefined}
     */
    @JsonValue
    @Override
    public ResultView view() {
        return score().map(Score::view)
                .orElseGet(() -> ResultView.unreadable("undefined: nothing can be read where "
                        + (material.isEmpty() ? "there is no material" : "the material is too thin")));
    }

    /** Compares the material and the metric that is read from it, if any. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ReadScore<?> that
                && material.equals(that.material)
                && score().map(Score::metric).equals(that.score().map(Score::metric));
    }

    @Override
    public int hashCode() {
        return material.hashCode();
    }

    /**
     * Returns what is read.
     *
     * @return the score, or {@code undefined (n=0)} where nothing can be read
     */
    @Override
    public String toString() {
        return score().map(Score::toString).orElse("undefined (n=0)");
    }
}

package io.github.cxkit.metrics.goal;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One's own score beside a benchmark; made by {@link Benchmark#compare}. */
public final class BenchmarkComparison {

    private final Benchmark benchmark;
    private final Change change;
    private final LocalDate on;

    BenchmarkComparison(Benchmark benchmark, Change change, LocalDate on) {
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
    public BenchmarkComparison withConfidence(double newConfidence) {
        return new BenchmarkComparison(benchmark, change.withConfidence(newConfidence), on);
    }

    /**
     * Returns a copy that can find that nothing material lies between the two.
     *
     * @param margin the smallest difference that would matter, more than 0, in the unit of the difference
     * @return the copy
     * @throws IllegalArgumentException if the margin is not positive and finite
     */
    public BenchmarkComparison withSmallestDifferenceThatMatters(double margin) {
        return new BenchmarkComparison(benchmark, change.withSmallestChangeThatMatters(margin), on);
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
    public BenchmarkVerdict verdict() {
        Verdict verdict = change.verdict();
        return switch (verdict) {
            case IMPROVED -> BenchmarkVerdict.BETTER;
            case WORSENED -> BenchmarkVerdict.WORSE;
            case NO_MATERIAL_CHANGE -> BenchmarkVerdict.NO_MATERIAL_DIFFERENCE;
            case INCONCLUSIVE -> BenchmarkVerdict.INCONCLUSIVE;
        };
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
        } else if (benchmark.interval().isEmpty() && !benchmark.isSpreadKnown()) {
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
        return other instanceof BenchmarkComparison that && change.equals(that.change) && on.equals(that.on);
    }

    @Override
    public int hashCode() {
        return Objects.hash(change, on);
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

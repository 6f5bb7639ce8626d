package io.github.cxkit.metrics.rating;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the collectors of rating scores read the caller's own rows. */
final class Rows {

    private Rows() {}

    static RatingCounts count(RatingMetric definition, int[] answers) {
        Objects.requireNonNull(definition, "definition");
        RatingTally tally = RatingTally.on(definition.scale());
        tally.acceptAll(answers);
        return tally.counts();
    }

    static <T, S> Collector<T, ?, S> collector(
            RatingMetric definition,
            BiConsumer<RatingTally, ? super T> accept,
            BiFunction<RatingMetric, RatingCounts, S> score) {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(accept, "accept");
        return Collectors.collectingAndThen(
                RatingCounts.<T>toCounts(definition.scale(), accept), counts -> score.apply(definition, counts));
    }

    /**
     * Answers that are never missing.
     *
     * @param orSkipped the collector for those that may be, to be named where one is
     */
    static <T> BiConsumer<RatingTally, T> given(ToIntFunction<? super T> answer, String orSkipped) {
        Objects.requireNonNull(answer, "answer");
        return (tally, row) -> tally.accept(read(answer, row, orSkipped));
    }

    static <T> BiConsumer<RatingTally, T> weighted(
            ToIntFunction<? super T> answer, ToDoubleFunction<? super T> weight, String orSkipped) {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(weight, "weight");
        return (tally, row) -> tally.accept(read(answer, row, orSkipped), read(weight, row));
    }

    static <T> BiConsumer<RatingTally, T> orSkipped(Function<? super T, @Nullable Integer> answer) {
        Objects.requireNonNull(answer, "answer");
        return (tally, row) -> {
            Integer given = answer.apply(row);
            if (given == null) {
                tally.acceptSkipped();
            } else {
                tally.accept(given.intValue());
            }
        };
    }

    private static <T> int read(ToIntFunction<? super T> answer, T row, String orSkipped) {
        try {
            return answer.applyAsInt(row);
        } catch (NullPointerException unnamed) {
            throw named(
                    row,
                    "answer must not be null\nMaybe " + orSkipped + " is meant, which counts null as skipped.",
                    unnamed);
        }
    }

    private static <T> double read(ToDoubleFunction<? super T> weight, T row) {
        try {
            return weight.applyAsDouble(row);
        } catch (NullPointerException unnamed) {
            throw named(row, "weight must not be null", unnamed);
        }
    }

    /** An {@code Integer} that is null fails where the caller's function unboxes it, and that error does not say what was null. */
    private static NullPointerException named(@Nullable Object row, String message, NullPointerException cause) {
        NullPointerException named = new NullPointerException(row == null ? "row" : message);
        named.initCause(cause);
        return named;
    }
}

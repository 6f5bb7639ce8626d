package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.numbers.StateKind;
import io.github.cxkit.metrics.numbers.StateReader;
import io.github.cxkit.metrics.numbers.StateWriter;
import io.github.cxkit.metrics.numbers.WeightBounds;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts as longs and back, checked. */
final class CountsState {

    /** Longs up to the first count: the head of every state, scale, weights, and what is beside n. */
    private static final int BEFORE_COUNTS = 12;

    /** More longs than this no counts need. */
    static final int MOST_LONGS = BEFORE_COUNTS + 3 * Scale.MAX_POINTS;

    private CountsState() {}

    static long[] write(RatingCounts counts) {
        Scale scale = counts.scale();
        Weights weights = counts.weights();
        Optional<RatingMetric> classesOf = counts.classesOf();
        StateWriter state = StateWriter.of(
                        classesOf.isPresent() ? StateKind.CLASS_COUNTS : StateKind.RATING_COUNTS,
                        classesOf.map(RatingMetric::code).orElse(0L))
                .add(scale.lowest())
                .add(scale.highest())
                .add(scale.direction().sign())
                .add(weights.differ() ? 1 : 0)
                .addReal(counts.count() == 0 ? 1 : weights.lightest)
                .addReal(counts.count() == 0 ? 1 : weights.heaviest)
                .add(counts.skipped())
                .add(counts.notApplicable())
                .add(counts.zeroWeight())
                .addAll(counts.counts());
        if (weights.differ()) {
            for (int i = 0; i < scale.points(); i++) {
                state.addReal(counts.weightSum(i));
            }
            for (int i = 0; i < scale.points(); i++) {
                state.addReal(counts.squaredWeightSum(i));
            }
        }
        return state.toLongs();
    }

    /** Counts for a definition: on its scale, or of its classes. */
    static RatingCounts read(RatingMetric definition, long[] longs) {
        Objects.requireNonNull(definition, "definition");
        StateReader state = StateReader.of(longs);
        return state.isOf(StateKind.CLASS_COUNTS) ? readClasses(state, definition) : readPoints(state, definition);
    }

    /** Counts on a scale, which must be that of the definition where there is one. */
    static RatingCounts readPoints(StateReader state, @Nullable RatingMetric definition) {
        state.requireKind(StateKind.RATING_COUNTS);
        if (state.code() != 0) {
            throw new IllegalArgumentException("code of counts on a scale must be 0, but was " + state.code());
        }
        Scale scale = scale(state);
        if (definition != null) {
            definition.requireScale(scale);
        }
        return read(state, scale, null);
    }

    static RatingCounts readClasses(StateReader state, RatingMetric definition) {
        state.requireKind(StateKind.CLASS_COUNTS).requireDefinition(definition.code(), definition);
        Scale scale = scale(state);
        Scale classes = new AnswerClasses(definition).scale();
        if (!scale.equals(classes)) {
            throw new IllegalArgumentException(
                    "class counts of " + definition + " must be on " + classes + ", but were on " + scale);
        }
        return read(state, scale, definition);
    }

    private static RatingCounts read(StateReader state, Scale scale, @Nullable RatingMetric classesOf) {
        int points = scale.points();
        boolean differ = state.within("mark of different weights", 0, 1) == 1;
        double lightest = weight(state);
        double heaviest = weight(state);
        state.requireLeft((differ ? 3L : 1L) * points + 3);
        long skipped = state.count("skipped");
        long notApplicable = state.count("not applicable");
        long zeroWeight = state.count("zero weight");
        long[] counts = new long[points];
        for (int i = 0; i < points; i++) {
            counts[i] = state.count("count at " + (scale.lowest() + i));
        }
        long count = StateReader.sum(counts);
        StateReader.sum(count, skipped, notApplicable, zeroWeight);
        boolean fits =
                differ ? count >= 2 && lightest < heaviest : lightest == heaviest && (count > 0 || lightest == 1);
        if (!fits) {
            throw new IllegalArgumentException("smallest and largest weight must be "
                    + (differ ? "two different ones of two answers or more" : "equal, and 1 without answers")
                    + ", but were " + lightest + " and " + heaviest + " of " + count + " answers");
        }
        return new RatingCounts(
                scale,
                classesOf,
                counts,
                skipped,
                notApplicable,
                zeroWeight,
                differ ? sums(state, lightest, heaviest, counts) : count == 0 ? Weights.NONE : Weights.equal(lightest));
    }

    private static Scale scale(StateReader state) {
        int lowest = (int) state.within("lowest point", Integer.MIN_VALUE, Integer.MAX_VALUE);
        int highest = (int) state.within("highest point", Integer.MIN_VALUE, Integer.MAX_VALUE);
        long sign = state.within("sign of the scale", -1, 1);
        if (sign == 0) {
            throw new IllegalArgumentException("sign of the scale must be 1 or -1, but was 0");
        }
        return new Scale(lowest, highest, sign > 0 ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER);
    }

    private static double weight(StateReader state) {
        double weight = WeightBounds.check(Double.longBitsToDouble(state.next()));
        if (weight == 0) {
            throw new IllegalArgumentException("smallest and largest weight must be above 0, but one was 0");
        }
        return weight;
    }

    private static Weights sums(StateReader state, double lightest, double heaviest, long[] counts) {
        double[] sums = new double[counts.length];
        double[] squares = new double[counts.length];
        Arrays.setAll(sums, i -> Double.longBitsToDouble(state.next()));
        Arrays.setAll(squares, i -> Double.longBitsToDouble(state.next()));
        for (int i = 0; i < counts.length; i++) {
            WeightBounds.checkSums(counts[i], lightest, heaviest, sums[i], squares[i]);
        }
        return Weights.of(lightest, heaviest, sums, squares);
    }
}

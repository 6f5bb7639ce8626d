package io.github.cxkit.metrics.respondents;

import io.github.cxkit.core.Direction;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.BinaryOperator;

/** All that is kept of an answer while a later one may take its place. */
record GivenAnswer(Instant at, int value, double weight) {

    static final Comparator<GivenAnswer> BY_VALUE_AND_WEIGHT =
            Comparator.comparingInt(GivenAnswer::value).thenComparingDouble(GivenAnswer::weight);

    /** Which of two answers of one customer counts; a total order, so that the order in which they come does not matter. */
    static BinaryOperator<GivenAnswer> chosenBy(RepeatPolicy policy, Direction direction) {
        Comparator<GivenAnswer> byTime = Comparator.comparing(GivenAnswer::at);
        return BinaryOperator.minBy((policy == RepeatPolicy.FIRST ? byTime : byTime.reversed())
                .thenComparing(answer -> direction.sign() * answer.value())
                .thenComparing(GivenAnswer::weight));
    }
}

package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A side of equal answers is not known exactly, and Welch's interval does not rest on the other side alone. */
class EqualAnswersChangeTest {

    private static final Scale FIVE = Scale.highIsGood(1, 5);

    private static Csat mean(long... counts) {
        return Csat.from(Csat.mean(FIVE), RatingCounts.of(FIVE, counts));
    }

    private static Csat mean(Row row, String column) {
        return mean(Arrays.stream(row.text(column).split(";", -1))
                .mapToLong(Long::parseLong)
                .toArray());
    }

    static Stream<Row> rows() {
        return ReferenceCsv.rows(EqualAnswersChangeTest.class, "change_equal_answers.csv");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void takesItsExactLimits(Row row) {
        Change change = Change.between(mean(row, "before_1_to_5"), mean(row, "after_1_to_5"))
                .withConfidence(row.number("conf"));
        Interval interval = change.difference().interval().orElseThrow();
        assertThat(change.value()).isCloseTo(row.number("difference"), within(1e-9));
        assertThat(interval.lower()).isCloseTo(row.number("lower"), within(1e-9));
        assertThat(interval.upper()).isCloseTo(row.number("upper"), within(1e-9));
        assertThat(change.difference().method()).isEqualToIgnoringCase(row.text("method"));
    }

    @Test
    void twoFivesBesideAHundredAnswersSayNothing() {
        assertThat(Change.between(mean(0, 0, 0, 0, 2), mean(0, 0, 5, 10, 85)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Change.between(mean(0, 0, 0, 0, 100), mean(10, 10, 20, 30, 30))
                        .verdict())
                .isEqualTo(Verdict.WORSENED);
    }

    /** Not mended: near an end of the scale with uneven numbers Welch finds too much; the reader is told. */
    @Test
    void aFewAnswersAtOneEndBesideManyAreNamed() {
        Change change = Change.between(mean(0, 0, 1, 2, 7), mean(4, 6, 12, 28, 50));
        assertThat(change.difference().notes())
                .containsExactly(
                        "over 60 % of the answers before lie at one end of the range, and there are three times as"
                                + " many after\nMaybe take the share at that end.");
        assertThat(Change.between(mean(4, 6, 12, 28, 50), mean(0, 0, 1, 2, 7))
                        .notes()
                        .get(0))
                .contains("answers after lie");
        assertThat(Change.between(mean(0, 0, 1, 2, 7), mean(2, 3, 4, 8, 12)).notes())
                .isEmpty();
        assertThat(Change.between(mean(0, 0, 2, 3, 5), mean(4, 6, 12, 28, 50)).notes())
                .isEmpty();
    }
}

package io.github.cxkit.metrics.rating;

import static io.github.cxkit.metrics.rating.Ces.toCes;
import static io.github.cxkit.metrics.rating.Ces.toCesOrSkipped;
import static io.github.cxkit.metrics.rating.Csat.toCsat;
import static io.github.cxkit.metrics.rating.Csat.toCsatOrSkipped;
import static io.github.cxkit.metrics.rating.CustomScore.toScore;
import static io.github.cxkit.metrics.rating.CustomScore.toScoreOrSkipped;
import static io.github.cxkit.metrics.rating.Nps.toNps;
import static io.github.cxkit.metrics.rating.Nps.toNpsOrSkipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowCollectorsTest {

    private record Row(@Nullable Integer answer, @Nullable Double weight) {
        Row(@Nullable Integer answer) {
            this(answer, 1.0);
        }
    }

    private static final List<Row> ROWS = List.of(new Row(5), new Row(null), new Row(1), new Row(null), new Row(4));
    private static final Scale SEVEN = Scale.highIsGood(1, 7);

    @Test
    void aNullThatIsToCountAsSkippedDoesSo() {
        for (RatingScore score : List.of(
                ROWS.stream().collect(toNpsOrSkipped(Row::answer)),
                ROWS.stream().collect(toNpsOrSkipped(Nps.FIVE_POINT, Row::answer)),
                ROWS.stream().collect(toCsatOrSkipped(Row::answer)),
                ROWS.stream().collect(toCsatOrSkipped(Csat.mean(SEVEN), row -> row.answer())),
                ROWS.stream().collect(toCesOrSkipped(Row::answer)),
                ROWS.stream().collect(toCesOrSkipped(Ces.CES_1, Row::answer)),
                ROWS.stream().collect(toScoreOrSkipped(Csat.mean(SEVEN), Row::answer)))) {
            assertThat(score.count()).as("%s", score.metric()).isEqualTo(3);
            assertThat(score.skipped()).isEqualTo(2);
            assertThat(score.notApplicable()).isZero();
        }
        assertThat(ROWS.stream().collect(toCsatOrSkipped(Row::answer)).value()).isEqualTo(200 / 3.0);
        assertThat(ROWS.parallelStream().collect(toCesOrSkipped(Row::answer)).value())
                .isEqualTo(10 / 3.0);
    }

    @Test
    void aRowWithoutAnyAnswerIsNoBaseAtAll() {
        Nps none = Stream.of(new Row(null)).collect(toNpsOrSkipped(Row::answer));
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.skipped()).isEqualTo(1);
        assertThat(none).hasToString("NPS undefined (n=0)");
    }

    static Stream<Collector<Row, ?, ? extends RatingScore>> plain() {
        return Stream.of(
                toNps(Row::answer),
                toNps(Nps.ONE_TO_TEN, Row::answer),
                toNps(Row::answer, Row::weight),
                toCsat(Row::answer),
                toCsat(Csat.mean(SEVEN), Row::answer),
                toCsat(Row::answer, Row::weight),
                toCes(Row::answer),
                toCes(Ces.NET_EASY, row -> row.answer()),
                toCes(Row::answer, Row::weight),
                toScore(Csat.mean(SEVEN), Row::answer));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void aNullAnswerNamesItselfAndSaysWhoWouldTakeIt(Collector<Row, ?, ? extends RatingScore> collector) {
        assertThat(Stream.of(new Row(5)).collect(collector).count()).isEqualTo(1);
        assertThatNullPointerException()
                .isThrownBy(() -> ROWS.stream().collect(collector))
                .withMessageMatching("answer must not be null\\RMaybe to(Nps|Csat|Ces|Score)OrSkipped is meant, "
                        + "which counts null as skipped\\.")
                .withCauseInstanceOf(NullPointerException.class);
        assertThatNullPointerException()
                .isThrownBy(() -> Arrays.asList(new Row(5), null).stream().collect(collector))
                .withMessage("row");
    }

    @Test
    void aNullWeightNamesItself() {
        assertThatNullPointerException()
                .isThrownBy(() -> Stream.of(new Row(5, null)).collect(toNps(Row::answer, Row::weight)))
                .withMessage("weight must not be null");
    }

    @Test
    void aNullAnswerObjectNamesItself() {
        assertThatNullPointerException()
                .isThrownBy(() -> Stream.of((Answer) null).collect(toNps(Nps.STANDARD, RatingTally::accept)))
                .withMessage("answer");
        RatingTally tally = RatingTally.on(SEVEN);
        assertThatNullPointerException()
                .isThrownBy(() -> tally.accept((Answer) null, 2))
                .withMessage("answer");
        assertThatNullPointerException()
                .isThrownBy(() -> tally.acceptTimes((Answer) null, 2))
                .withMessage("answer");
        assertThat(tally.counts()).isEqualTo(RatingCounts.empty(SEVEN));
    }

    @Test
    void aMissingFunctionOrDefinitionIsNamedBeforeTheFirstRow() {
        assertThatNullPointerException()
                .isThrownBy(() -> toNpsOrSkipped(null, Row::answer))
                .withMessage("definition");
        assertThatNullPointerException()
                .isThrownBy(() -> Nps.<Row>toNpsOrSkipped(null))
                .withMessage("answer");
        assertThatNullPointerException().isThrownBy(() -> Nps.<Row>toNps(null)).withMessage("answer");
        assertThatNullPointerException()
                .isThrownBy(() -> toCsat(Row::answer, null))
                .withMessage("weight");
        assertThatNullPointerException().isThrownBy(() -> Csat.of(null, 1)).withMessage("definition");
    }

    @Test
    void answersByADefinitionAreReadByIt() {
        assertThat(Csat.of(Csat.topBox(SEVEN, 2), 7, 6, 5, 1).value()).isEqualTo(50);
        assertThat(Csat.of(Csat.THUMBS).isEmpty()).isTrue();
        assertThat(Nps.of(Nps.FIVE_POINT, 5, 5, 4, 1).score()).isEqualTo(25);
        assertThat(Ces.of(Ces.CES_1, 1, 2).value()).isEqualTo(1.5);
        assertThat(CustomScore.of(Csat.mean(SEVEN), 7, 4).value()).isEqualTo(5.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csat.of(Csat.THUMBS, 1, 5))
                .withMessageStartingWith("answers[1] must be in [0, 1], but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(Csat.THUMBS, 1))
                .withMessageContaining("net definition");
        List<Row> given = List.of(new Row(7), new Row(1));
        assertThat(given.stream().collect(toCsat(Csat.topBox(SEVEN, 2), Row::answer)))
                .isEqualTo(Csat.of(Csat.topBox(SEVEN, 2), 7, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.stream().collect(toCsat(Csat.TOP_2_OF_5, Row::answer)))
                .withMessage("answer must be in [1, 5], but was 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.stream().collect(toCsatOrSkipped(Row::answer)))
                .withMessage("answer must be in [1, 5], but was 7");
    }
}

package io.github.cxkit.metrics.respondents;

import static io.github.cxkit.metrics.respondents.Responses.side;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the same customers spent is no ratio of two independent means. */
class PairedRelativeChangeTest {

    private static final MetricUnit EURO = MetricUnit.of("euro", " €", 2);
    private static final Quantity SPEND = Quantity.amount("spend", EURO, Direction.HIGHER_IS_BETTER);

    private static double[] numbers(Row row, String column) {
        return Arrays.stream(row.text(column).split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static Stream<Row> rows() {
        return ReferenceCsv.rows(PairedRelativeChangeTest.class, "paired_relative_change.csv");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theIntervalKnowsHowTheNumbersOfACustomerGoTogether(Row row) {
        double[] before = numbers(row, "before");
        double[] after = numbers(row, "after");
        PairedChange change = PairedChange.between(SPEND, before, after);
        Estimate relative = change.relative(row.number("conf")).orElseThrow();
        assertThat(relative.value()).isCloseTo(row.number("relative_percent"), within(1e-9));
        assertThat(relative.interval().isPresent())
                .isEqualTo(row.optional("lower").isPresent());
        row.optional("lower").ifPresent(lower -> {
            assertThat(relative.interval().orElseThrow().lower()).isCloseTo(lower, within(1e-9));
            assertThat(relative.interval().orElseThrow().upper()).isCloseTo(row.number("upper"), within(1e-9));
            assertThat(relative.method()).isEqualTo("Fieller");
        });
        assertThat(relative.count()).isEqualTo(before.length);
        Interval independent = Change.between(Mean.of(SPEND, before), Mean.of(SPEND, after))
                .withConfidence(row.number("conf"))
                .relative()
                .orElseThrow()
                .interval()
                .orElseThrow();
        assertThat(relative.interval()).isNotEqualTo(java.util.Optional.of(independent));
    }

    @Test
    void theExampleOfItsJavadoc() {
        Row row = rows().findFirst().orElseThrow();
        PairedChange change = PairedChange.between(SPEND, numbers(row, "before"), numbers(row, "after"));
        assertThat(change.relative().orElseThrow()).hasToString("-24.2% (95% CI -38.0 to -11.7, n=12)");
        assertThat(change.before().value()).isCloseTo(96.5, within(0.1));
        assertThat(change.after().value()).isCloseTo(73.2, within(0.1));
        assertThat(change.change().verdict()).isEqualTo(Verdict.WORSENED);
        assertThat(change.change().count()).isEqualTo(12);
        assertThat(change.mcNemar()).isEmpty();
        assertThat(change.moves()).isEmpty();
    }

    @Test
    void aMeanBeforeThatIsNotClearlyAboveZeroGivesNoInterval() {
        PairedChange change = PairedChange.between(SPEND, new double[] {0, 0, 9}, new double[] {1, 2, 3});
        assertThat(change.relative().orElseThrow().notes())
                .containsExactly("no interval: the mean before is not clearly above 0");
        assertThat(change.relative(0.5).orElseThrow().interval()).isPresent();
        assertThat(PairedChange.between(SPEND, new double[] {0, 0}, new double[] {1, 2})
                        .relative())
                .isEmpty();
    }

    @Test
    void customersWhoAllChangedByTheSameRatioAreNoCertainty() {
        assertThat(PairedChange.between(SPEND, new double[] {10, 20, 35}, new double[] {11, 22, 38.5})
                        .relative()
                        .orElseThrow()
                        .notes())
                .containsExactly("no interval: all customers changed by the same ratio");
        assertThat(PairedChange.between(SPEND, new double[] {10}, new double[] {11})
                        .relative()
                        .orElseThrow()
                        .notes())
                .containsExactly("no interval: a mean move needs at least 2 customers");
    }

    /** 8 of 10 satisfied before, 4 after: half of them; swapping back is twice as many. */
    @Test
    void sharesHaveATrueZeroAndNetScoresHaveNone() {
        int[] before = {5, 5, 5, 5, 4, 4, 4, 4, 1, 2};
        int[] after = {5, 5, 5, 2, 1, 3, 3, 1, 4, 2};
        PairedChange change =
                PairedChange.between(Csat.TOP_2_OF_5, side(Csat.TOP_2_OF_5, before), side(Csat.TOP_2_OF_5, after));
        Interval interval = change.relative().orElseThrow().interval().orElseThrow();
        assertThat(change.relative().orElseThrow().value()).isEqualTo(-50);
        PairedChange back =
                PairedChange.between(Csat.TOP_2_OF_5, side(Csat.TOP_2_OF_5, after), side(Csat.TOP_2_OF_5, before));
        assertThat(back.relative().orElseThrow().value()).isEqualTo(100);
        assertThat(back.relative(0.5).orElseThrow().interval().orElseThrow().lower())
                .isCloseTo(
                        100
                                * (100
                                                / (100
                                                        + change.relative(0.5)
                                                                .orElseThrow()
                                                                .interval()
                                                                .orElseThrow()
                                                                .upper())
                                        - 1),
                        within(1e-9));
        assertThat(interval.contains(-50)).isTrue();
        assertThat(PairedChange.between(Nps.STANDARD, side(Nps.STANDARD, 9, 3, 4), side(Nps.STANDARD, 8, 9, 10))
                        .relative())
                .isEmpty();
    }

    @Test
    void bothSidesMustHaveTheSameCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(SPEND, new double[] {1, 2}, new double[] {1}))
                .withMessage("there must be one number after for each of the 2 before, but there were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(SPEND, new double[] {1, -2}, new double[] {1, 2}));
        List<SurveyResponse> answers = side(Nps.STANDARD, 9, 3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(Nps.STANDARD, answers, answers))
                .withMessage("before and after must be of different answers, but were one collection");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedChange.between(Nps.STANDARD, RepeatPolicy.LATEST, answers, answers));
        assertThatIllegalStateException().isThrownBy(() -> PairedChange.between(SPEND, new double[0], new double[0]));
    }
}

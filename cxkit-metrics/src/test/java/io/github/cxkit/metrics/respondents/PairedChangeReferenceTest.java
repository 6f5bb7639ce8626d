package io.github.cxkit.metrics.respondents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.respondents.PairedChange.MoveTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same customers twice, against R and mpmath. */
class PairedChangeReferenceTest {

    private static final String[] CLASSES = {"d", "p", "r"};
    private static final List<NetClass> NET_CLASSES = List.of(NetClass.DETRACTOR, NetClass.PASSIVE, NetClass.PROMOTER);
    private static final int[] ANSWERS = {3, 8, 10};

    static Stream<Row> tables() {
        return ReferenceCsv.rows(PairedChangeReferenceTest.class, "nps_diff_paired.csv");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void npsOfTheSameCustomers(Row row) {
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (long k = 0; k < row.whole(CLASSES[i] + CLASSES[j]); k++) {
                    before.add(ANSWERS[i]);
                    after.add(ANSWERS[j]);
                }
            }
        }
        PairedChange change = PairedChange.between(Nps.STANDARD, side(before), side(after));

        assertThat(change.change().count()).isEqualTo(row.whole("n"));
        assertThat(change.change().value() / 100).isCloseTo(row.number("diff_after_minus_before"), within(1e-13));
        MoveTable moves = change.moves().orElseThrow();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(moves.count(NET_CLASSES.get(i), NET_CLASSES.get(j)))
                        .isEqualTo(row.whole(CLASSES[i] + CLASSES[j]));
            }
        }
        if (row.optional("t_stat").isEmpty()) {
            assertThat(change.change().uncertainty())
                    .isEqualTo(new NotEstimable("a mean move needs at least 2 customers"));
            return;
        }
        StandardError error = (StandardError) change.change().uncertainty();
        assertThat(error.standardError() / 100).isCloseTo(row.number("se_unbiased"), within(1e-13));
        assertThat(error.degreesOfFreedom()).isEqualTo(row.number("n") - 1);
        assertThat(change.change().testAgainst(0).statistic()).isCloseTo(row.number("t_stat"), within(1e-11));
        if (row.text("case_id").equals("NPR-004-0.95")) {
            assertThat(change)
                    .hasToString("of the same customers: change in NPS 15.2 (95% CI 2.2 to 28.2, n=92): IMPROVED");
            assertThat(moves.movedUp()).isEqualTo(20);
            assertThat(moves.movedDown()).isEqualTo(9);
            assertThat(Change.between(change.before(), change.after()))
                    .hasToString("change in NPS 15.2 (95% CI -4.8 to 34.9, n=184): INCONCLUSIVE");
        }
    }

    private static List<SurveyResponse> side(List<Integer> answers) {
        return Responses.side(
                Nps.STANDARD, answers.stream().mapToInt(Integer::intValue).toArray());
    }

    static Stream<Row> means() {
        return ReferenceCsv.rows(PairedChangeReferenceTest.class, "mean_diff_paired.csv");
    }

    @ParameterizedTest
    @MethodSource("means")
    void meanOfTheSameCustomers(Row row) {
        var mean = Csat.mean(Scale.highIsGood(-100, 100));
        PairedChange change = PairedChange.between(
                mean, Responses.side(mean, numbers(row, "before")), Responses.side(mean, numbers(row, "after")));

        assertThat(change.change().value()).isCloseTo(row.number("mean_diff"), within(1e-13));
        StandardError error = (StandardError) change.change().uncertainty();
        assertThat(error.degreesOfFreedom()).isEqualTo(row.number("df"));
        assertThat(error.standardError() * Math.sqrt(change.change().count()))
                .isCloseTo(row.number("sd_diff"), within(1e-13));
        assertThat(change.change().testAgainst(0).statistic()).isCloseTo(row.number("t"), within(1e-13));
        assertThat(change.change().pValue().orElseThrow()).isCloseTo(row.number("p"), within(1e-13));
        Interval interval = change.change().difference().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(row.number("lower95"), within(1e-12));
        assertThat(interval.upper()).isCloseTo(row.number("upper95"), within(1e-12));
    }

    private static int[] numbers(Row row, String column) {
        return Arrays.stream(row.text(column).split(";"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}

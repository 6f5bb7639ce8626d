package io.github.cxkit.metrics.respondents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A finite population is one of units: of customers where customers answered several times. */
class FinitePopulationTest {

    private static final RatingMetric TOP_2 = Csat.TOP_2_OF_5;

    static Stream<Row> rows() {
        return ReferenceCsv.rows(FinitePopulationTest.class, "fpc_customers.csv");
    }

    private static ClusteredScore score(Row row) {
        String[] answers = row.text("answers_per_customer").split(";", -1);
        String[] counted = row.text("counted_per_customer").split(";", -1);
        List<SurveyResponse> responses = new ArrayList<>();
        for (int customer = 0; customer < answers.length; customer++) {
            for (int i = 0; i < Integer.parseInt(answers[customer]); i++) {
                int answer = i < Integer.parseInt(counted[customer]) ? 5 : 1;
                responses.add(Responses.response(TOP_2, "c" + customer, i, answer));
            }
        }
        SurveyTally tally = SurveyTally.of(TOP_2, RepeatPolicy.ALL);
        responses.forEach(tally::accept);
        return (ClusteredScore) tally.respondents().score();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void countsCustomersAndNotAnswers(Row row) {
        ClusteredScore score = score(row);
        Interval interval = Estimator.withDefaults()
                .withConfidence(row.number("conf"))
                .withPopulation(row.whole("customers_in_population"))
                .estimate(score)
                .interval()
                .orElseThrow();
        assertThat(score.value() / 100).isCloseTo(row.number("share"), within(1e-12));
        assertThat(interval.lower() / 100).isCloseTo(row.number("lower"), within(1e-10));
        assertThat(interval.upper() / 100).isCloseTo(row.number("upper"), within(1e-10));
    }

    @Test
    void fewerUnitsThanWereDrawnAreAnErrorThatNamesTheUnit() {
        Row row = rows().findFirst().orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimator.withDefaults().withPopulation(9).estimate(score(row)))
                .withMessage("population must be at least the number of customers, 10, but was 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimator.withDefaults()
                        .withPopulation(3)
                        .estimate(Share.of(ShareMetric.higherIsBetter("in time"), 2, 4)))
                .withMessage("population must be at least the number of cases, 4, but was 3");
    }

    /** A change asks about causes, not about the list of customers. */
    @Test
    void whatIsNoPlainSampleIsRefusedByItsName() {
        Estimator estimator = Estimator.withDefaults().withPopulation(1_000);
        Nps nps = Nps.promoters(45).passives(30).detractors(25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.estimate(Change.between(nps, nps)))
                .withMessage("a finite population needs a plain sample, but was given change in NPS");
        RatingTally tally = RatingTally.on(Scale.highIsGood(0, 10));
        tally.accept(9, 0.5);
        tally.accept(3, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.estimate(Nps.from(Nps.STANDARD, tally.counts())))
                .withMessage("a finite population needs a plain sample, but was given NPS");
    }
}

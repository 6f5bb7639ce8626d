package io.github.cxkit.metrics.respondents;

import static io.github.cxkit.metrics.respondents.Responses.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Customer;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Customers who are in both periods are no independent groups. */
class OverlappingChangeTest {

    private static final RatingMetric NPS = Nps.STANDARD;

    private static SurveyTally tally(SurveyResponse... responses) {
        SurveyTally tally = SurveyTally.of(NPS, RepeatPolicy.ALL);
        for (SurveyResponse response : responses) {
            tally.accept(response);
        }
        return tally;
    }

    private static double error(Change change) {
        return ((StandardError) change.uncertainty()).standardError();
    }

    static Stream<Row> rows() {
        return ReferenceCsv.rows(OverlappingChangeTest.class, "change_clustered.csv");
    }

    private static OverlappingChange read(Row row, double weight) {
        SurveyTally[] sides = {tally(), tally()};
        String[] customers = row.text("customers").split(";", -1);
        String[] periods = row.text("periods").split(";", -1);
        String[] scores = row.text("scores").split(";", -1);
        for (int i = 0; i < customers.length; i++) {
            sides[Integer.parseInt(periods[i])].accept(
                    response(NPS, customers[i], i, Integer.parseInt(scores[i])).withWeight(weight));
        }
        assertThat(sides[0].customersAlsoIn(sides[1])).isEqualTo(row.whole("both_periods"));
        assertThat(sides[1].customersAlsoIn(sides[0])).isEqualTo(row.whole("both_periods"));
        return OverlappingChange.between(sides[0], sides[1]);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void customersInBothPeriodsAreNotTakenForTwoCustomers(Row row) {
        OverlappingChange overlapping = read(row, 1);
        Change change = overlapping.change();
        assertThat(overlapping.customers()).isEqualTo(row.whole("customers_total"));
        assertThat(overlapping.inBoth()).isEqualTo(row.whole("both_periods"));
        assertThat(change.value() / 100).isCloseTo(row.number("change_nps"), within(1e-12));
        assertThat(error(change) / 100).isCloseTo(row.number("se_clustered"), within(1e-9));
        assertThat(((StandardError) change.uncertainty()).degreesOfFreedom()).isEqualTo(row.number("df"));
        Interval interval = change.difference().interval().orElseThrow();
        assertThat(interval.lower() / 100).isCloseTo(row.number("lower95"), within(1e-9));
        assertThat(interval.upper() / 100).isCloseTo(row.number("upper95"), within(1e-9));
        assertThat(read(row, 2.5).change().uncertainty()).isEqualTo(change.uncertainty());
    }

    @Test
    void theExampleOfItsJavadoc() {
        assertThat(read(rows().findFirst().orElseThrow(), 1))
                .hasToString(
                        "change in NPS 5.6 (95% CI -23.2 to 34.5, n=90, effective n=63.3): INCONCLUSIVE, 26 of 45 customers in both");
    }

    @Test
    void swappingTheSidesNegatesEverything() {
        SurveyTally before = tally(response(NPS, "a", 0, 10), response(NPS, "b", 0, 3), response(NPS, "c", 0, 8));
        SurveyTally after = tally(response(NPS, "a", 9, 9), response(NPS, "b", 9, 8), response(NPS, "d", 9, 2));
        OverlappingChange one = OverlappingChange.between(before, after);
        OverlappingChange other = OverlappingChange.between(after, before);
        assertThat(other.change().value()).isEqualTo(-one.change().value());
        assertThat(error(other.change())).isCloseTo(error(one.change()), within(1e-12));
        assertThat(one.inBoth()).isEqualTo(2);
        assertThat(one.customers()).isEqualTo(4);
        assertThat(one).isNotEqualTo(other).isEqualTo(OverlappingChange.between(before, after));
        assertThat(one).hasSameHashCodeAs(OverlappingChange.between(before, after));
        assertThat(one.before()).isEqualTo(before.score());
        assertThat(one.after()).isEqualTo(after.score());
        assertThat(one.change().before()).isEmpty();
        assertThat(one.change().count()).isEqualTo(6);
    }

    /** Two customers, one answer each a side: the moves are 100 and 0, whose standard error is 50; e is half of a move less its mean, and k/(k − 1) makes it the same. */
    @Test
    void oneAnswerOfEachCustomerOnEachSideIsThePairedStandardError() {
        SurveyTally before = tally(response(NPS, "a", 0, 8), response(NPS, "b", 0, 3));
        SurveyTally after = tally(response(NPS, "a", 9, 9), response(NPS, "b", 9, 4));
        OverlappingChange change = OverlappingChange.between(before, after);
        assertThat(change.change().value()).isEqualTo(50);
        assertThat(error(change.change())).isCloseTo(50, within(1e-12));
    }

    @Test
    void customersWhoAllMovedAlikeGiveNoInterval() {
        SurveyTally before = tally(response(NPS, "a", 0, 8), response(NPS, "b", 0, 3), response(NPS, "c", 0, 4));
        SurveyTally after = tally(response(NPS, "a", 9, 9), response(NPS, "b", 9, 8), response(NPS, "c", 9, 7));
        Change change = OverlappingChange.between(before, after).change();
        assertThat(change.value()).isCloseTo(100, within(1e-12));
        assertThat(change.uncertainty()).isEqualTo(new NotEstimable("all customers moved alike"));
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** Equal answers are not known exactly: the interval must not rest on the side that varies alone. */
    @Test
    void aSideOfEqualAnswersIsNotKnownExactly() {
        SurveyTally before = tally(response(NPS, "a", 0, 10), response(NPS, "b", 0, 10));
        SurveyTally after = tally();
        for (int i = 0; i < 100; i++) {
            after.accept(response(NPS, i == 0 ? "a" : "new" + i, 9, i < 90 ? 9 : 8));
        }
        OverlappingChange overlapping = OverlappingChange.between(before, after);
        assertThat(overlapping.inBoth()).isEqualTo(1);
        assertThat(overlapping.change().uncertainty().method()).isEqualTo("MOVER");
        assertThat(overlapping.change().difference().interval())
                .isEqualTo(Change.between(before.score(), after.score())
                        .difference()
                        .interval());
        assertThat(overlapping.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(OverlappingChange.between(tally(response(NPS, "a", 0, 3), response(NPS, "a", 0, 9)), after)
                        .change()
                        .uncertainty())
                .isEqualTo(new NotEstimable("before: answers of one customer do not tell how customers differ"));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        SurveyTally all = tally(response(NPS, "a", 0, 10), response(NPS, "b", 0, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverlappingChange.between(all, all))
                .withMessage("before and after must be of different answers, but were the same tally of NPS");
        SurveyTally latest = SurveyTally.of(NPS, RepeatPolicy.LATEST);
        latest.accept(response(NPS, "a", 0, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverlappingChange.between(all, latest))
                .withMessage("policy must be ALL where customers may be on both sides, but was LATEST");
        assertThat(latest.customersAlsoIn(all)).isEqualTo(1);
        assertThat(all.customersAlsoIn(latest)).isEqualTo(1);
        assertThat(all.customersAlsoIn(tally())).isZero();
        SurveyTally csat = SurveyTally.of(Csat.TOP_2_OF_5, RepeatPolicy.ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverlappingChange.between(all, csat))
                .withMessageContaining("cannot be compared with");
        SurveyTally otherQuestion =
                tally(SurveyResponse.of("again", NPS.scale(), NPS.scale().answer(3), Responses.DAY_0)
                        .withCustomer(Customer.of("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverlappingChange.between(all, otherQuestion))
                .withMessage("responses to \"again\" cannot be compared with those to \"recommend\"");
        assertThatIllegalStateException().isThrownBy(() -> OverlappingChange.between(all, tally()));
    }

    @Test
    void equalWeightsOfAnySizeAndTheOrderOfTheCustomersDoNotMatter() {
        Random random = new Random(7);
        SurveyTally[] forth = {tally(), tally()};
        SurveyTally[] back = {tally(), tally()};
        int[] answers = random.ints(60, 0, 11).toArray();
        for (int i = 0; i < 60; i++) {
            forth[i % 2].accept(response(NPS, "c" + i % 17, i, answers[i]).withWeight(1 + i % 3));
            int j = 59 - i;
            back[j % 2].accept(response(NPS, "c" + j % 17, j, answers[j]).withWeight(1 + j % 3));
        }
        Change one = OverlappingChange.between(forth[0], forth[1]).change();
        Change other = OverlappingChange.between(back[0], back[1]).change();
        assertThat(error(other)).isCloseTo(error(one), within(1e-12 * error(one)));
        assertThat(other.value()).isCloseTo(one.value(), within(1e-12));
    }

    /** 60 customers of whom 40 are in both, answers correlated: the independent interval is too wide, this is not. [seeded] */
    @Test
    void coversTheTruthWhereTheIndependentIntervalIsTooWide() {
        Random random = new Random(20261126);
        int trials = 2_000;
        int covered = 0;
        int coveredByIndependent = 0;
        for (int trial = 0; trial < trials; trial++) {
            SurveyTally before = tally();
            SurveyTally after = tally();
            for (int customer = 0; customer < 60; customer++) {
                double mood = random.nextGaussian() * 1.5;
                String id = "c" + customer;
                if (customer < 50) {
                    before.accept(response(NPS, id, 0, answer(mood + random.nextGaussian() * 1.5)));
                }
                if (customer >= 10) {
                    after.accept(response(NPS, id, 90, answer(mood + random.nextGaussian() * 1.5)));
                }
            }
            Change change = OverlappingChange.between(before, after).change();
            covered += change.excludesZero() ? 0 : 1;
            coveredByIndependent +=
                    Change.between(before.score(), after.score()).excludesZero() ? 0 : 1;
        }
        assertThat(covered / (double) trials).isBetween(0.93, 0.965);
        assertThat(coveredByIndependent / (double) trials).isGreaterThan(0.97);
    }

    private static int answer(double feeling) {
        return (int) Math.max(0, Math.min(10, Math.round(8 + feeling)));
    }
}

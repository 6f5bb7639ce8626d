package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** t intervals of means against R, of plain numbers and of ratings. */
class MeanReferenceTest {

    private static final Quantity NUMBER =
            Quantity.of("number", MetricUnit.of("number", "", 2), Direction.HIGHER_IS_BETTER);

    static Stream<Row> means() {
        return ReferenceCsv.rows(MeanReferenceTest.class, "mean_ci.csv");
    }

    @ParameterizedTest
    @MethodSource("means")
    void meanOfPlainNumbers(Row row) {
        assertEqualsReference(row, Mean.of(NUMBER, data(row)));
        assertThat(Mean.of(NUMBER, data(row)).standardDeviation().orElseThrow())
                .isCloseTo(row.number("sd"), relative(row.number("sd")));
    }

    static Stream<Row> ratings() {
        return means().filter(row -> Arrays.stream(data(row)).allMatch(x -> x == Math.rint(x) && x <= 100));
    }

    @ParameterizedTest
    @MethodSource("ratings")
    void meanOfRatingsOnAScaleSoWideThatNothingIsCut(Row row) {
        Scale scale = Scale.highIsGood(-200, 200);
        RatingTally tally = RatingTally.on(scale);
        tally.acceptAll(Arrays.stream(data(row)).mapToInt(x -> (int) x).toArray());
        assertEqualsReference(row, Csat.from(Csat.mean(scale), tally.counts()));
    }

    private static void assertEqualsReference(Row row, Score score) {
        Estimate estimate = score.estimate(row.number("conf"));
        assertThat(estimate.count()).isEqualTo(row.whole("n"));
        assertThat(estimate.value()).isCloseTo(row.number("mean"), relative(row.number("mean")));
        if (row.number("sd") == 0) {
            assertThat(estimate.method())
                    .isEqualTo(score instanceof Mean || score.count() < 2 ? "none" : "exact, all answers equal");
            return;
        }
        assertThat(((Uncertainty.StandardError) score.uncertainty()).standardError())
                .isCloseTo(row.number("se"), relative(row.number("se")));
        Interval interval = estimate.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(row.number("t_lower"), relative(row.number("t_lower")));
        assertThat(interval.upper()).isCloseTo(row.number("t_upper"), relative(row.number("t_upper")));
    }

    private static double[] data(Row row) {
        return Arrays.stream(row.text("data").split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Offset<Double> relative(double to) {
        return within(1e-12 * Math.max(1, Math.abs(to)));
    }
}

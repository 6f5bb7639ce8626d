package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kaplan–Meier curves, percentiles and restricted means against R. */
class KaplanMeierReferenceTest {

    static Stream<Row> summaries() {
        return ReferenceCsv.rows(KaplanMeierReferenceTest.class, "kaplan_meier_summary.csv");
    }

    private static List<Row> table(String dataset) {
        return ReferenceCsv.rows(KaplanMeierReferenceTest.class, "kaplan_meier_table.csv")
                .filter(row -> row.text("dataset").equals(dataset))
                .toList();
    }

    private static KaplanMeier curve(Row summary) {
        return SurvivalCases.waits(summary, "times", "events").kaplanMeier();
    }

    @Test
    void everyRowOfTheTablesBelongsToASummary() {
        assertThat(summaries()
                        .mapToInt(row -> table(row.text("dataset")).size())
                        .sum())
                .isEqualTo(81);
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void curve_standardErrorAndLimitsAtEachTime(Row summary) {
        KaplanMeier curve = curve(summary);
        List<Row> table = table(summary.text("dataset"));
        List<KaplanMeier.Step> steps = curve.steps();
        assertThat(steps).hasSameSizeAs(table);
        for (int i = 0; i < steps.size(); i++) {
            Row row = table.get(i);
            KaplanMeier.Step step = steps.get(i);
            Duration time = SurvivalCases.hours(row.number("time"));
            assertThat(step.time()).isEqualTo(time);
            assertThat(step.atRisk()).isEqualTo(row.whole("n_risk"));
            assertThat(step.ended()).isEqualTo(row.whole("n_event"));
            assertThat(step.leftOpen()).isEqualTo(row.whole("n_censor"));
            assertThat(step.survival()).isCloseTo(row.number("survival"), within(1e-14));
            assertThat(curve.survivalAt(time)).isEqualTo(step.survival());
            double error = row.optional("greenwood_se").orElse(0);
            assertThat(curve.standardErrorAt(time).isPresent()).isEqualTo(error > 0);
            assertThat(curve.standardErrorAt(time).orElse(0)).isCloseTo(error, within(1e-14));
            if (error > 0) {
                Interval waiting =
                        curve.stillWaitingAfter(time).estimate().interval().orElseThrow();
                assertThat(waiting.lower()).isCloseTo(100 * row.number("loglog_lower"), within(1e-11));
                assertThat(waiting.upper()).isCloseTo(100 * row.number("loglog_upper"), within(1e-11));
                Interval over = curve.withinShare(time).estimate().interval().orElseThrow();
                assertThat(over.lower()).isCloseTo(100 - 100 * row.number("loglog_upper"), within(1e-11));
                assertThat(over.upper()).isCloseTo(100 - 100 * row.number("loglog_lower"), within(1e-11));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void percentilesAndTheLimitsOfTheMedian(Row row) {
        KaplanMeier curve = curve(row);
        assertThat(curve.count()).isEqualTo(row.whole("n"));
        assertThat(curve.count() - curve.openCount()).isEqualTo(row.whole("n_events"));
        assertClose(value(curve.percentile(25)), row.optional("q25"), 1e-12);
        assertClose(value(curve.median()), row.optional("median"), 1e-12);
        assertClose(value(curve.percentile(75)), row.optional("q75"), 1e-12);
        assertClose(value(curve.percentile(90)), row.optional("q90"), 1e-12);
        Interval limits = curve.median().orElseThrow().estimate().interval().orElseThrow();
        assertThat(limits.lower()).isCloseTo(row.optional("median_lower_loglog").orElse(0), within(1e-12));
        assertThat(limits.upper()).isEqualTo(row.optional("median_upper_loglog").orElse(Double.POSITIVE_INFINITY));
    }

    private static OptionalDouble value(Optional<TimeScore> score) {
        return score.map(present -> OptionalDouble.of(present.value())).orElseGet(OptionalDouble::empty);
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void restrictedMeansAndTheirStandardErrors(Row row) {
        assertRestrictedMean(row, "rmst_tau", "rmst", "rmst_se");
        assertRestrictedMean(row, "rmst_tau2", "rmst2", "rmst2_se");
    }

    private static void assertRestrictedMean(Row row, String until, String mean, String error) {
        TimeScore score = curve(row).restrictedMean(SurvivalCases.hours(row.number(until)));
        assertThat(score.value()).isCloseTo(row.number(mean), within(1e-12 * row.number(mean)));
        if (row.number(error) == 0) {
            assertThat(score.uncertainty().reasonWithoutLimits()).isPresent();
        } else {
            assertThat(((Uncertainty.StandardError) score.uncertainty()).standardError())
                    .isCloseTo(row.number(error), within(1e-12));
        }
    }

    static Stream<Row> ends() {
        return ReferenceCsv.rows(KaplanMeierReferenceTest.class, "kaplan_meier_ends.csv");
    }

    @ParameterizedTest
    @MethodSource("ends")
    void sharesAtTheEndsAndWhereFewAreWatched(Row row) {
        Score waiting = SurvivalCases.waits(row, "times", "events")
                .kaplanMeier()
                .stillWaitingAfter(SurvivalCases.hours(row.number("at")));
        assertThat(waiting.value()).isCloseTo(100 * row.number("still_waiting"), within(1e-12));
        assertThat(waiting.effectiveCount()).isCloseTo(row.number("effective_n"), within(1e-12));
        Interval limits = waiting.estimate(row.number("conf")).interval().orElseThrow();
        assertThat(limits.lower()).isCloseTo(100 * row.number("lower"), within(1e-10));
        assertThat(limits.upper()).isCloseTo(100 * row.number("upper"), within(1e-10));
        String few = "only " + row.whole("still_watched") + " of " + row.whole("left_after_last_ending") + " waits ";
        assertThat(waiting.caveats())
                .hasSize(row.text("few_watched").equals("true") ? 1 : 0)
                .allSatisfy(caveat -> assertThat(caveat).startsWith(few).endsWith(" watched for so long"));
    }

    static Stream<Row> lateEntries() {
        return ReferenceCsv.rows(KaplanMeierReferenceTest.class, "kaplan_meier_entry.csv");
    }

    @ParameterizedTest
    @MethodSource("lateEntries")
    void curvesOfWaitsThatWereNotWatchedFromTheirBeginning(Row row) {
        KaplanMeier curve = SurvivalCases.lateWaits(row).kaplanMeier();
        String[] times = row.text("at").split(";", -1);
        List<KaplanMeier.Step> steps = curve.steps();
        assertThat(steps).hasSize(times.length);
        for (int i = 0; i < times.length; i++) {
            KaplanMeier.Step step = steps.get(i);
            Duration time = SurvivalCases.hours(Double.parseDouble(times[i]));
            assertThat(step.time()).isEqualTo(time);
            assertThat(step.atRisk()).isEqualTo((long) number(row, "n_risk", i));
            assertThat(step.ended()).isEqualTo((long) number(row, "n_event", i));
            assertThat(step.survival()).isCloseTo(number(row, "survival", i), within(1e-13));
            assertThat(curve.survivalAt(time)).isEqualTo(step.survival());
            Optional<Interval> limits = curve.stillWaitingAfter(time).estimate().interval();
            if (!cell(row, "loglog_lower", i).isEmpty()) {
                assertThat(curve.standardErrorAt(time).orElseThrow())
                        .isCloseTo(step.survival() * number(row, "std_err_of_log", i), within(1e-13));
                assertThat(limits.orElseThrow().lower()).isCloseTo(100 * number(row, "loglog_lower", i), within(1e-11));
                assertThat(limits.orElseThrow().upper()).isCloseTo(100 * number(row, "loglog_upper", i), within(1e-11));
            }
            // R goes on at 0 where nobody was watched any more.
            boolean isUnwatched = row.text("case_id").equals("KME-005") && i >= 1;
            assertThat(limits.isEmpty()).isEqualTo(isUnwatched);
        }
        assertThat(curve.median().orElseThrow().value()).isCloseTo(row.number("median"), within(1e-12));
        Interval limits = curve.median().orElseThrow().estimate().interval().orElseThrow();
        // R has no limits before the first ending; with two at risk they are so wide there that the median may be 0.
        boolean isOfTwo = row.text("case_id").equals("KME-005");
        assertThat(limits.lower()).isCloseTo(isOfTwo ? 0 : row.number("median_lower"), within(1e-12));
        assertThat(limits.upper()).isEqualTo(row.optional("median_upper").orElse(Double.POSITIVE_INFINITY));
    }

    private static String cell(Row row, String column, int index) {
        return row.text(column).split(";", -1)[index];
    }

    private static double number(Row row, String column, int index) {
        return Double.parseDouble(cell(row, column, index));
    }

    static Stream<Row> ratios() {
        return ReferenceCsv.rows(KaplanMeierReferenceTest.class, "restricted_mean_ratio.csv");
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void restrictedMeansWithZerosAndOpenWaitsChangeInPerCent(Row row) {
        Duration horizon = SurvivalCases.hours(row.number("horizon"));
        Waits earlier = SurvivalCases.waits(row, "times_before", "events_before");
        Waits later = SurvivalCases.waits(row, "times_after", "events_after");
        TimeScore before = earlier.kaplanMeier().restrictedMean(horizon);
        TimeScore after = later.kaplanMeier().restrictedMean(horizon);
        assertMean(before, row, "before");
        assertMean(after, row, "after");
        Estimate change = Change.between(before, after).relative().orElseThrow();
        assertThat(change.value()).isCloseTo(row.number("relative_percent"), within(1e-9));
        Interval limits = change.interval().orElseThrow();
        assertThat(limits.lower()).isCloseTo(row.number("lower"), within(1e-8));
        assertThat(limits.upper()).isCloseTo(row.number("upper"), within(1e-8));
    }

    private static void assertMean(TimeScore mean, Row row, String side) {
        assertThat(mean.value()).isCloseTo(row.number("mean_" + side), within(1e-12 * mean.value()));
        Uncertainty.StandardError error = (Uncertainty.StandardError) mean.uncertainty();
        assertThat(error.standardError()).isCloseTo(row.number("se_" + side), within(1e-12));
        assertThat(error.degreesOfFreedom()).isEqualTo(row.number("ended_" + side) - 1);
        assertThat(mean.caveats()).isEmpty();
    }

    private static void assertClose(OptionalDouble actual, OptionalDouble expected, double tolerance) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        expected.ifPresent(value -> assertThat(actual.getAsDouble()).isCloseTo(value, within(tolerance)));
    }
}

package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.InitiativeEffect;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.recovery.ReferenceCsv.Row;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of mean fairness where cases have no point. */
class FairnessChangeTest {

    private static final FairnessMetric METRIC = new FairnessMetric("fairness", FairnessPolicy.DEFAULT);

    /** Where the bounds are equal, a case has a point. */
    private static FairnessMean mean(double[] lower, double[] upper) {
        CaseMeans.Tally tally = new CaseMeans.Tally();
        IntStream.range(0, lower.length)
                .forEach(i -> tally.accept(
                        lower[i] == upper[i] ? OptionalDouble.of(lower[i]) : OptionalDouble.empty(),
                        new Interval(lower[i], upper[i])));
        return new FairnessMean(METRIC, tally.means());
    }

    private static FairnessMean points(double... points) {
        return mean(points, points);
    }

    static Stream<Row> changes() {
        return ReferenceCsv.rows("fairness_change_bounds.csv");
    }

    private static FairnessMean mean(Row row, String side) {
        return mean(row.numbers("lower_" + side), row.numbers("upper_" + side));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theChangeOverAllCases(Row row) {
        FairnessMean before = mean(row, "before");
        FairnessMean after = mean(row, "after");
        assertThat(before.cases() - before.count()).isEqualTo((long) row.number("without_point_before"));
        assertThat(after.cases() - after.count()).isEqualTo((long) row.number("without_point_after"));
        FairnessChange change = FairnessChange.between(before, after);
        assertThat(change.value()).isCloseTo(row.number("difference"), within(1e-9));
        Interval interval = change.estimate(row.number("conf")).interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(row.number("lower"), within(1e-9));
        assertThat(interval.upper()).isCloseTo(row.number("upper"), within(1e-9));
        assertThat(change.ofPoints().orElseThrow().value()).isCloseTo(row.number("difference_of_points"), within(1e-9));
        assertThat(change.tippingPoint().isPresent())
                .isEqualTo(!row.text("tipping_percent").isEmpty());
        change.tippingPoint().ifPresent(percent -> assertThat(percent).isEqualTo((int) row.number("tipping_percent")));
        assertThat(FairnessChange.between(after, before).value()).isCloseTo(-row.number("difference"), within(1e-9));
        assertThat(FairnessChange.between(after, before).tippingPoint()).isEqualTo(change.tippingPoint());
    }

    @Test
    void aMeanOfTheCasesThatHaveAPointGivesNoVerdict() {
        FairnessMean before = mean(changes().findFirst().orElseThrow(), "before");
        FairnessMean after = points(90, 95, 91, 92, 94, 96, 90, 91);
        assertThat(before.caveats()).containsExactly("3 of 20 cases have no point\nMaybe use FairnessChange.between.");
        assertThat(Change.between(before, after).excludesZero()).isTrue();
        assertThat(Change.between(before, after).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        FairnessChange change = FairnessChange.between(before, after);
        assertThat(change.caveats()).isEmpty();
        assertThat(change.notes()).containsExactly("before: 3 of 20 cases have no point");
        assertThat(change.change().verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(Change.of(before.metric(), change).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.ofPoints().orElseThrow().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.tippingPoint()).hasValue(100);
        assertThat(change).hasToString(change.change().toString());
        assertThat(before.bounds().lower()).isLessThan(before.bounds().upper());
        assertThat(after.bounds().width()).isZero();
    }

    @Test
    void whereEachCaseHasAPointItIsThePlainChange() {
        FairnessMean before = points(40, 55, 60, 62);
        FairnessMean after = points(70, 75, 88, 91, 79);
        FairnessChange change = FairnessChange.between(before, after);
        Change plain = Change.between(before, after);
        assertThat(change.value()).isEqualTo(plain.value());
        Interval ours = change.estimate().interval().orElseThrow();
        Interval theirs = plain.difference().interval().orElseThrow();
        assertThat(ours.lower()).isCloseTo(theirs.lower(), within(1e-12));
        assertThat(ours.upper()).isCloseTo(theirs.upper(), within(1e-12));
        assertThat(change.change().verdict()).isEqualTo(plain.verdict());
        assertThat(change.metric()).isEqualTo(plain.metric());
        assertThat(change.base()).isEqualTo(plain.base());
        assertThat(change.notes()).isEmpty();
    }

    @Test
    void boundsAreComparedNoFurther() {
        Row row = changes().findFirst().orElseThrow();
        FairnessChange change = FairnessChange.between(mean(row, "before"), mean(row, "after"));
        assertThat(((Uncertainty.Limits) change.uncertainty()).areBounds()).isTrue();
        assertThat(((Uncertainty.Limits) change.uncertainty()).at(0))
                .isEqualTo(new Interval(change.value(), change.value()));
        Change plain = Change.between(points(1, 2, 3), points(4, 5, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> change.change().against(plain));
        assertThatIllegalArgumentException().isThrownBy(() -> plain.against(change.change()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        InitiativeEffect.of(plain).withControl(change.change()).change());
    }

    @Test
    void aChangeThatTheBoundsAlreadyHoldHasAPValueOfOne() {
        FairnessMean before = mean(new double[] {0, 50, 60}, new double[] {100, 50, 60});
        FairnessMean after = mean(new double[] {0, 55, 66}, new double[] {100, 55, 66});
        assertThat(FairnessChange.between(before, after).change().pValue()).hasValueCloseTo(1.0, within(1e-9));
        assertThat(FairnessChange.between(before, after).tippingPoint()).isEmpty();
    }

    @Test
    void equalPointsAreNotKnownExactly() {
        FairnessMean five = points(80, 80, 80, 80, 80);
        Interval interval = five.estimate().interval().orElseThrow();
        double u = 1 - Math.pow(0.025, 1 / 5.0);
        assertThat(interval.lower()).isCloseTo(80 - 80 * u, within(1e-9));
        assertThat(interval.upper()).isCloseTo(80 + 20 * u, within(1e-9));
        assertThat(points(80).uncertainty().reasonWithoutLimits()).isPresent();
        FairnessMean open = mean(new double[] {20, 20, 20}, new double[] {90, 90, 90});
        assertThat(FairnessChange.between(five, open).estimate().interval()).isPresent();
        assertThat(FairnessChange.between(five, open).ofPoints()).isEmpty();
    }

    @Test
    void withoutCasesThereIsNoChange() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FairnessChange.between(points(), points(1, 2)))
                .withMessage("bounds of mean fairness are undefined for zero cases");
        FairnessMean other = new FairnessMean(
                FairnessMetric.of(FairnessDimension.PROCESS, FairnessPolicy.DEFAULT), new CaseMeans.Tally().means());
        assertThatIllegalArgumentException().isThrownBy(() -> FairnessChange.between(points(1), other));
        assertThat(FairnessChange.between(points(1), points(2)).uncertainty().reasonWithoutLimits())
                .isPresent();
    }

    @Test
    void partsAddUp() {
        Row row = changes().findFirst().orElseThrow();
        double[] lower = row.numbers("lower_before");
        double[] upper = row.numbers("upper_before");
        FairnessMean whole = mean(lower, upper);
        FairnessMean parts = mean(Arrays.copyOf(lower, 7), Arrays.copyOf(upper, 7))
                .plus(mean(Arrays.copyOfRange(lower, 7, 20), Arrays.copyOfRange(upper, 7, 20)));
        assertThat(parts.cases()).isEqualTo(whole.cases());
        assertThat(parts.bounds().lower()).isCloseTo(whole.bounds().lower(), within(1e-10));
        assertThat(parts.at(0.3).uncertainty().variance(0, 1).orElseThrow())
                .isCloseTo(whole.at(0.3).uncertainty().variance(0, 1).orElseThrow(), within(1e-9));
        assertThat(FairnessMean.fromLongs(FairnessPolicy.DEFAULT, whole.toLongs()))
                .isEqualTo(whole);
    }

    /** 60 % of the bad and 9 % of the other cases lose their point afterwards, and nothing else changes. */
    @Test
    void silenceThatPaysMakesNoImprovement() {
        Random random = new Random(20260105);
        int falsePlain = 0;
        int falseVerdicts = 0;
        for (int set = 0; set < 400; set++) {
            FairnessMean before = drawn(random, 0, 0);
            FairnessMean after = drawn(random, 0.6, 0.09);
            falsePlain += Change.between(before, after).excludesZero() ? 1 : 0;
            falseVerdicts += FairnessChange.between(before, after).change().verdict() == Verdict.INCONCLUSIVE ? 0 : 1;
        }
        assertThat(falsePlain).isGreaterThan(80);
        assertThat(falseVerdicts).isZero();
    }

    private static FairnessMean drawn(Random random, double missingOfBad, double missingOfOthers) {
        double[] lower = new double[100];
        double[] upper = new double[100];
        for (int i = 0; i < lower.length; i++) {
            double points = Math.min(100, Math.max(0, 70 + 15 * random.nextGaussian()));
            boolean isMissing = random.nextDouble() < (points < 60 ? missingOfBad : missingOfOthers);
            double below = 50 * random.nextDouble();
            lower[i] = isMissing ? Math.max(0, points - below) : points;
            upper[i] = isMissing ? Math.min(100, points + 50 - below) : points;
        }
        return mean(lower, upper);
    }
}

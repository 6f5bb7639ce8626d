package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.SurvivalCases.RESOLUTION;
import static io.github.cxkit.metrics.time.SurvivalCases.curve;
import static io.github.cxkit.metrics.time.SurvivalCases.hours;
import static io.github.cxkit.metrics.time.SurvivalCases.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    private static final KaplanMeier EXAMPLE = curve(2, 4, 9, -5);
    private static final double Z = 1.959963984540054;

    @Test
    void theWorkedExample() {
        assertThat(EXAMPLE.median().orElseThrow().value()).isEqualTo(6.5);
        assertThat(EXAMPLE.median().orElseThrow().duration()).isEqualTo(Duration.ofMinutes(390));
        assertThat(EXAMPLE.survivalAt(hours(4))).isEqualTo(0.5);
    }

    @Test
    void theExampleOfTheDocumentation() {
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        List<WaitSpan> waits = List.of(
                WaitSpan.between(now.minus(Duration.ofHours(10)), now.minus(Duration.ofHours(8))),
                WaitSpan.between(now.minus(Duration.ofHours(30)), now.minus(Duration.ofHours(26))),
                WaitSpan.between(now.minus(Duration.ofHours(30)), now.minus(Duration.ofHours(21))),
                WaitSpan.since(now.minus(Duration.ofHours(5))));

        KaplanMeier resolution = Waits.seenAt(now, Timing.of("resolution", ChronoUnit.HOURS), waits)
                .kaplanMeier();

        assertThat(resolution.median()).isEqualTo(EXAMPLE.median());
        assertThat(resolution.withinShare(Duration.ofHours(24)).value()).isEqualTo(100);
    }

    @Test
    void theCurveFallsAtTheVeryTimeAndStaysUntilTheNext() {
        assertThat(EXAMPLE.survivalAt(Duration.ZERO)).isEqualTo(1);
        assertThat(EXAMPLE.survivalAt(hours(2).minusNanos(1))).isEqualTo(1);
        assertThat(EXAMPLE.survivalAt(hours(2))).isEqualTo(0.75);
        assertThat(EXAMPLE.survivalAt(hours(4).minusNanos(1))).isEqualTo(0.75);
        assertThat(EXAMPLE.survivalAt(hours(9).minusNanos(1))).isEqualTo(0.5);
        assertThat(EXAMPLE.survivalAt(hours(9))).isZero();
        assertThat(EXAMPLE.longest()).isEqualTo(hours(9));
    }

    @Test
    void aWaitThatIsOpenAfterExactlyThatTimeIsAmongThoseObserved() {
        assertThat(curve(3, -3, 5).survivalAt(hours(3))).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(curve(3, -3, 5).steps())
                .containsExactly(
                        new KaplanMeier.Step(hours(3), 3, 1, 1, 2 / 3.0), new KaplanMeier.Step(hours(5), 1, 1, 0, 0));
    }

    @Test
    void stepsTellOpenWaitsToo() {
        assertThat(EXAMPLE.steps())
                .containsExactly(
                        new KaplanMeier.Step(hours(2), 4, 1, 0, 0.75),
                        new KaplanMeier.Step(hours(4), 3, 1, 0, 0.5),
                        new KaplanMeier.Step(hours(5), 2, 0, 1, 0.5),
                        new KaplanMeier.Step(hours(9), 1, 1, 0, 0));
    }

    @Test
    void aPercentileIsTheFirstTimeAfterWhichLessThanTheRestAreWaiting() {
        KaplanMeier curve = curve(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(curve.percentile(89).orElseThrow().value()).isEqualTo(9);
        assertThat(curve.percentile(90).orElseThrow().value()).isEqualTo(9.5);
        assertThat(curve.percentile(91).orElseThrow().value()).isEqualTo(10);
        assertThat(curve.percentile(99.99999999999).orElseThrow().value()).isEqualTo(10);
        assertThat(curve.percentile(1).orElseThrow().value()).isEqualTo(1);
        assertThat(curve.percentile(10).orElseThrow().value()).isEqualTo(1.5);
    }

    @Test
    void whereTheCurveEndsLevelThePercentileIsTheMiddleUpToTheLongestWait() {
        assertThat(curve(4, -8).median().orElseThrow().value()).isEqualTo(6);
        assertThat(curve(4, -4).median().orElseThrow().value()).isEqualTo(4);
    }

    @Test
    void aPercentileThatIsNotReachedIsEmpty() {
        assertThat(curve(1, -2, -3).median()).isEmpty();
        assertThat(curve(1, -2, -3).percentile(33)).isPresent();
        assertThat(curve(-1, -2).median()).isEmpty();
        assertThat(curve(-1, -2).percentile(1)).isEmpty();
    }

    @Test
    void aShareIsNoPercentile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXAMPLE.percentile(0.9))
                .withMessage("percentile must be in per cent, not a share, but was 0.9\nMaybe 90 is meant.");
    }

    @Test
    void percentagesAreBetweenTheEnds() {
        for (double wrong : new double[] {0, 100, -1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EXAMPLE.percentile(wrong))
                    .withMessage("percentile must be in [1, 100), but was " + wrong);
        }
    }

    @Test
    void limitsOfAPercentileAreWhereTheLimitsOfTheCurvePassTheSameShare() {
        KaplanMeier curve = curve(DoubleStream.concat(
                        DoubleStream.iterate(1, x -> x <= 60, x -> x + 1),
                        DoubleStream.iterate(-1.5, x -> x >= -60, x -> x - 3))
                .toArray());
        for (double z : new double[] {0.1, 1, Z, 3, 6}) {
            for (double percentage : new double[] {5, 25, 50, 75, 90}) {
                Interval limits = limits(curve.percentile(percentage).orElseThrow(), z);
                assertThat(limits).isEqualTo(searched(curve, 1 - percentage / 100, z));
            }
        }
    }

    /** The same by trying each time. */
    private static Interval searched(KaplanMeier curve, double share, double z) {
        double n = curve.count();
        double lower = n / (n + z * z) < share ? 0 : Double.POSITIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        for (KaplanMeier.Step step : curve.steps()) {
            Interval waiting = limits(curve.stillWaitingAfter(step.time()), z);
            double time = step.time().toNanos() / 3.6e12;
            lower = waiting.lower() < 100 * share ? Math.min(lower, time) : lower;
            upper = step.survival() > 0 && waiting.upper() < 100 * share ? Math.min(upper, time) : upper;
        }
        return new Interval(lower, upper);
    }

    private static Interval limits(Score score, double z) {
        return ((Uncertainty.Limits) score.uncertainty()).at(z);
    }

    @Test
    void limitsCloseInOnTheValueAndWidenWithoutEnd() {
        TimeScore median = curve(IntStream.rangeClosed(1, 1001).asDoubleStream().toArray())
                .median()
                .orElseThrow();
        assertThat(median.value()).isEqualTo(501);
        assertThat(limits(median, 0)).isEqualTo(new Interval(501, 501));
        assertThat(limits(median, 1e-6)).isEqualTo(new Interval(501, 501));
        assertThat(limits(median, 25).lower()).isBetween(1.0, 200.0);
        assertThat(limits(median, 25).upper()).isBetween(800.0, 1000.0);
        assertThat(limits(median, 39.9)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(limits(median, 40)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(limits(median, 1e300)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void farLimitsOfManyWaitsAreKnownUpToTheFarthest() {
        TimeScore median = curve(
                        IntStream.rangeClosed(1, 20_000).asDoubleStream().toArray())
                .median()
                .orElseThrow();
        assertThat(median.value()).isEqualTo(10_000.5);
        Interval far = limits(median, 39.999);
        assertThat(far.lower()).isEqualTo(1);
        assertThat(far.upper()).isBetween(11_000.0, 15_000.0);
        assertThat(limits(median, 40)).isEqualTo(new Interval(0, far.upper()));
        assertThat(limits(median, 9).lower()).isBetween(9_000.0, 9_500.0);
    }

    @Test
    void aFewWaitsTellLittleAboutAHighOrLowPercentileThoughAllAreOver() {
        assertThat(percentileLimits(45, 90).upper()).isInfinite();
        assertThat(percentileLimits(46, 90).upper()).isEqualTo(45);
        assertThat(percentileLimits(34, 10).lower()).isZero();
        assertThat(percentileLimits(35, 10).lower()).isEqualTo(1);
    }

    /** Of waits of 1, 2, … hours. */
    private static Interval percentileLimits(int waits, double percentage) {
        return curve(IntStream.rangeClosed(1, waits).asDoubleStream().toArray())
                .percentile(percentage)
                .orElseThrow()
                .estimate()
                .interval()
                .orElseThrow();
    }

    @Test
    void whereAllWaitsEndAtOnceOnlyTheLowerLimitIsKnown() {
        double[] alike = new double[100];
        Arrays.fill(alike, 4);
        assertThat(limits(curve(alike).median().orElseThrow(), 1.96))
                .isEqualTo(new Interval(4, Double.POSITIVE_INFINITY));
        assertThat(limits(curve(4).median().orElseThrow(), 1.96)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void aMedianIsAScoreThatIsShownComparedAndTested() {
        TimeScore before = curve(
                        DoubleStream.iterate(1, x -> x <= 99, x -> x + 1).toArray())
                .median()
                .orElseThrow();
        TimeScore after = curve(
                        DoubleStream.iterate(0.5, x -> x <= 49.5, x -> x + 0.5).toArray())
                .median()
                .orElseThrow();
        assertThat(before).hasToString("Kaplan–Meier median resolution 50.0 h (95% CI 40.0 to 59.0, n=99)");
        assertThat(Change.between(before, after).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(Change.between(before, after).difference().value()).isEqualTo(-25);
        assertThat(before.testAgainst(61).pValue()).isBetween(0.001, 0.05);
        assertThat(before.testAgainst(1000).pValue()).isLessThan(1e-20);
        assertThat(before.estimate().method()).isEqualTo("log-log");
        assertThat(before.estimate().notes()).isEmpty();
        assertThat(curve(1, 2, -3).percentile(37.5).orElseThrow().metric().name())
                .isEqualTo("Kaplan–Meier p37.5 resolution");
    }

    @Test
    void aChangeOfAMedianWithAnOpenLimitIsInconclusive() {
        TimeScore few = curve(1, 2, 3).median().orElseThrow();
        TimeScore others = curve(10, 20, 30).median().orElseThrow();
        Interval interval = Change.between(few, others).difference().interval().orElseThrow();
        assertThat(interval.lower()).isLessThan(0);
        assertThat(interval.upper()).isInfinite();
        assertThat(Change.between(few, others).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void sharesWithinATimeAreScoresOfThatTime() {
        KaplanMeier before =
                curve(DoubleStream.iterate(1, x -> x <= 100, x -> x + 1).toArray());
        KaplanMeier after =
                curve(DoubleStream.iterate(0.5, x -> x <= 50, x -> x + 0.5).toArray());
        Score one = before.withinShare(hours(24));
        assertThat(one.value()).isCloseTo(24, within(1e-12));
        assertThat(one.count()).isEqualTo(100);
        assertThat(one.effectiveCount()).isEqualTo(100);
        assertThat(one.metric().name()).isEqualTo("within 24 h, resolution (Kaplan–Meier)");
        assertThat(one.metric().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(one.estimate().method()).isEqualTo("log-log");
        assertThat(one).hasToString("within 24 h, resolution (Kaplan–Meier) 24.0% (95% CI 16.8 to 33.6, n=100)");
        assertThat(limits(one, 0)).isEqualTo(new Interval(one.value(), one.value()));
        assertThat(Change.between(one, after.withinShare(hours(24))).verdict()).isEqualTo(Verdict.IMPROVED);

        Score other = before.stillWaitingAfter(hours(0.25));
        assertThat(other.metric().name()).isEqualTo("still waiting after 15 min, resolution (Kaplan–Meier)");
        assertThat(other.metric().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(one).isEqualTo(before.withinShare(hours(24)));
        assertThat(one.hashCode()).isEqualTo(before.withinShare(hours(24)).hashCode());
        assertThat(one).isNotEqualTo(before.withinShare(hours(25))).isNotEqualTo(before.stillWaitingAfter(hours(24)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(one, after.withinShare(hours(25))))
                .withMessageContaining("cannot be compared");
    }

    @Test
    void wholeAndEmptySharesHaveWilsonsLimits() {
        double square = Z * Z;
        Interval nobody = EXAMPLE.withinShare(hours(1)).estimate().interval().orElseThrow();
        assertThat(nobody.lower()).isZero();
        assertThat(nobody.upper()).isCloseTo(100 * square / (4 + square), within(1e-10));
        KaplanMeier complete = curve(1, 2, 3, 4, 4, 5);
        Interval everybody =
                complete.withinShare(hours(5)).estimate().interval().orElseThrow();
        assertThat(everybody.lower()).isCloseTo(100 * 6 / (6 + square), within(1e-10));
        assertThat(everybody.upper()).isEqualTo(100);
        assertThat(complete.stillWaitingAfter(hours(5)).estimate().method()).isEqualTo("Wilson");
        assertThat(complete.stillWaitingAfter(hours(0.5)).estimate().method()).isEqualTo("Wilson");
        assertThat(complete.standardErrorAt(hours(5))).isEmpty();
        assertThat(complete.standardErrorAt(hours(0.5))).isEmpty();
        Interval atOnce =
                curve(4, 4).stillWaitingAfter(hours(4)).estimate().interval().orElseThrow();
        assertThat(atOnce.upper()).isCloseTo(100 * square / (2 + square), within(1e-10));
    }

    @Test
    void openWaitsThatWereSeenNoLongerCountForNothingWhereAllAreStillWaiting() {
        double square = Z * Z;
        KaplanMeier curve = curve(-1, -2, -3, 7);
        assertThat(limits(curve.stillWaitingAfter(hours(2)), Z).lower())
                .isCloseTo(100 * 3 / (3 + square), within(1e-10));
        assertThat(limits(curve(-1, -2).stillWaitingAfter(hours(2)), Z).lower())
                .isCloseTo(100 * 1 / (1 + square), within(1e-10));
    }

    @Test
    void openWaitsMakeTheEndOfTheCurveLessSureThanTheirNumber() {
        // Before the end 4/5 · 1/2 were waiting, and one was at risk.
        double effective = 1 / (4.0 / 5 / 2);
        assertThat(limits(curve(1, -2, -3, 4, 5).stillWaitingAfter(hours(5)), Z).upper())
                .isCloseTo(100 * Z * Z / (effective + Z * Z), within(1e-10));
    }

    @Test
    void afterTheLongestWaitNothingIsKnown() {
        KaplanMeier curve = curve(1, 2, -3);
        assertThat(curve.survivalAt(hours(3))).isCloseTo(1 / 3.0, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.survivalAt(hours(3).plusNanos(1)))
                .withMessage("time must be in [0, PT3H], but was PT3H0.000000001S"
                        + "\nMaybe wait until some waits have been seen for so long.");
        assertThatIllegalArgumentException().isThrownBy(() -> curve.standardErrorAt(hours(4)));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.stillWaitingAfter(hours(4)));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.withinShare(hours(4)));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.restrictedMean(hours(4)));
        assertThatIllegalArgumentException().isThrownBy(() -> curve(-1).survivalAt(hours(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.survivalAt(Duration.ofNanos(-1)))
                .withMessage("time must be in [0, PT3H], but was PT-0.000000001S");
    }

    @Test
    void whereTheCurveHasReachedZeroItStaysThereForever() {
        KaplanMeier curve = curve(1, -2, 3);
        assertThat(curve.survivalAt(hours(4))).isZero();
        assertThat(curve.survivalAt(Duration.ofDays(365_000))).isZero();
        assertThat(curve.restrictedMean(Duration.ofDays(365_000)).value()).isCloseTo(1 + 2 * (2 / 3.0), within(1e-12));
        assertThat(curve.restrictedMean(hours(100)).estimate().interval())
                .isEqualTo(curve.restrictedMean(hours(3)).estimate().interval());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.survivalAt(hours(-1)))
                .withMessage("time must be in [0, ∞), but was PT-1H");
    }

    @Test
    void theRestrictedMeanOfCompleteWaitsIsTheirMean() {
        TimeScore mean = curve(1, 2, 6).restrictedMean(hours(6));
        assertThat(mean.value()).isCloseTo(3, within(1e-14));
        Uncertainty.StandardError error = (Uncertainty.StandardError) mean.uncertainty();
        assertThat(error.standardError()).isCloseTo(Math.sqrt(14.0 / 9), within(1e-14));
        assertThat(error.degreesOfFreedom()).isEqualTo(2);
        assertThat(mean.metric().name()).isEqualTo("Kaplan–Meier mean up to 6 h, resolution");
        assertThat(mean.count()).isEqualTo(3);
    }

    @Test
    void aRestrictedMeanCountsNoWaitForMoreThanTheTime() {
        assertThat(curve(1, 2, 6).restrictedMean(hours(2)).value()).isCloseTo(5 / 3.0, within(1e-14));
        assertThat(curve(1, 2, 6).restrictedMean(hours(0.5)).value()).isEqualTo(0.5);
        assertThat(curve(1, 2, 6).restrictedMean(hours(0.5)).uncertainty())
                .isEqualTo(new Uncertainty.NotEstimable("fewer than two waits were over by then"));
        assertThat(curve(1, 2, 6).restrictedMean(hours(1)).uncertainty()).isInstanceOf(Uncertainty.NotEstimable.class);
        assertThat(((Uncertainty.StandardError)
                                curve(1, 2, 6).restrictedMean(hours(2)).uncertainty())
                        .degreesOfFreedom())
                .isEqualTo(1);
        assertThat(curve(4, 4, 4).restrictedMean(hours(4)).estimate().interval())
                .isEmpty();
        for (double wrong : new double[] {0, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EXAMPLE.restrictedMean(hours(wrong)))
                    .withMessageStartingWith("longest time counted must be more than 0, but was PT");
        }
    }

    @Test
    void waitsOfZeroEndAtOnce() {
        KaplanMeier curve = curve(0, 0, 4, 6);
        assertThat(curve.survivalAt(Duration.ZERO)).isEqualTo(0.5);
        assertThat(curve.median().orElseThrow().value()).isEqualTo(2);
        assertThat(curve.restrictedMean(hours(6)).value()).isCloseTo(2.5, within(1e-15));
        assertThat(curve(0).median().orElseThrow().value()).isZero();
    }

    @Test
    void noWaitsHaveNoCurve() {
        Waits none = waits();
        assertThatIllegalStateException()
                .isThrownBy(none::kaplanMeier)
                .withMessage("Kaplan–Meier curve of resolution is undefined for zero waits");
    }

    @Test
    void textTellsHowManyAreOpen() {
        assertThat(curve(1, 2, 3, -4))
                .hasToString("resolution of 4, 1 still open: median 2.5 h (95% CI 1.0 to ∞, n=4)");
        assertThat(curve(1, -2, -3)).hasToString("resolution of 3, 2 still open: median not reached");
        assertThat(EXAMPLE.timing()).isEqualTo(RESOLUTION);
    }

    /** With a wait left open at 3 h Greenwood's sum at 4 h is 1/(4·3) + 1/(2·1), and 0.625/(0.375·0.5833) waits are as good. */
    @Test
    void openWaitsDoNotCountAsIfTheyWereOver() {
        Score ofAll = EXAMPLE.stillWaitingAfter(hours(4));
        assertThat(ofAll.effectiveCount()).isEqualTo(4);
        KaplanMeier censored = curve(2, 4, 9, -3);
        Score after = censored.stillWaitingAfter(hours(4));
        assertThat(after.value()).isEqualTo(37.5);
        assertThat(after.count()).isEqualTo(4);
        assertThat(after.effectiveCount()).isCloseTo(0.625 / (0.375 * (1 / 12.0 + 1 / 2.0)), within(1e-12));
        assertThat(censored.withinShare(hours(4)).effectiveCount()).isEqualTo(after.effectiveCount());
        TimeScore median = censored.median().orElseThrow();
        assertThat(median.count()).isEqualTo(4);
        assertThat(median.effectiveCount()).isEqualTo(after.effectiveCount());
        assertThat(censored.percentile(25).orElseThrow().effectiveCount()).isEqualTo(4);
        assertThat(censored.stillWaitingAfter(hours(9)).effectiveCount()).isCloseTo(1 / 0.375, within(1e-12));
        assertThat(median.estimate()).asString().endsWith("n=4, effective n=2.9)");
    }

    /** Of two that were watched to their end one took 2 hours; 98 were left open after an hour and a half. */
    @Test
    void aHundredPerCentOfOneWatchedWaitIsNoHundredPerCent() {
        Duration[] young = new Duration[98];
        Arrays.fill(young, hours(1.5));
        KaplanMeier curve = Waits.over(RESOLUTION, hours(1), hours(2))
                .plus(Waits.open(RESOLUTION, young))
                .kaplanMeier();
        Score within = curve.withinShare(hours(2));
        assertThat(within)
                .hasToString(
                        "within 2 h, resolution (Kaplan–Meier) 100.0% (95% CI 20.8 to 100.0, n=100, effective n=1.0)");
        assertThat(within.base()).isEqualTo(BaseSize.SUPPRESSED);
        assertThat(within.caveats()).isEmpty();
    }

    @Test
    void aShareOfWhichHardlyAnybodyIsWatchedAnyLongerGivesNoVerdict() {
        Duration[] young = new Duration[98];
        Arrays.fill(young, hours(1.5));
        Waits waits = Waits.over(RESOLUTION, hours(1), hours(2)).plus(Waits.open(RESOLUTION, young));
        Score early = waits.kaplanMeier().stillWaitingAfter(hours(1.5));
        assertThat(early.caveats()).isEmpty();
        Score late = waits.kaplanMeier().stillWaitingAfter(hours(1.75));
        assertThat(late.value()).isEqualTo(99);
        assertThat(late.effectiveCount()).isCloseTo(100.0 / 99, within(1e-12));
        assertThat(late.caveats()).containsExactly("only 1 of 99 waits was watched for so long");
        KaplanMeier quick = curve(
                IntStream.rangeClosed(1, 100).mapToDouble(i -> i * 0.03125).toArray());
        Change change = Change.between(quick.stillWaitingAfter(hours(1.75)), late);
        assertThat(change.excludesZero()).isTrue();
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(curve(-6, -7, -8, -9, -10).stillWaitingAfter(hours(8)).caveats())
                .isEmpty();
        assertThat(curve(-6, -7, -8, -9, -10).stillWaitingAfter(hours(9)).caveats())
                .containsExactly("only 2 of 5 waits were watched for so long");
    }

    @Test
    void withoutOpenWaitsTheEffectiveNumberIsTheNumberExactly() {
        KaplanMeier all = curve(IntStream.rangeClosed(1, 97).asDoubleStream().toArray());
        for (int hour = 0; hour <= 97; hour++) {
            assertThat(all.stillWaitingAfter(hours(hour)).effectiveCount()).isEqualTo(97);
        }
        for (int percent = 1; percent < 100; percent++) {
            assertThat(all.percentile(percent).orElseThrow().effectiveCount()).isEqualTo(97);
        }
        assertThat(all.restrictedMean(hours(50)).effectiveCount()).isEqualTo(97);
    }

    /** Of a thousand cases only six have been seen for more than an hour. */
    @Test
    void aThousandYoungCasesAreNoBase() {
        Waits old = Waits.over(RESOLUTION, hours(2), hours(4), hours(6), hours(8), hours(10), hours(12));
        Duration[] young = new Duration[1_000];
        Arrays.fill(young, hours(1));
        KaplanMeier curve = old.plus(Waits.open(RESOLUTION, young)).kaplanMeier();
        assertThat(curve.withinShare(hours(8)).count()).isEqualTo(1_006);
        assertThat(curve.withinShare(hours(8)).base()).isEqualTo(BaseSize.SUPPRESSED);
        assertThat(curve.median().orElseThrow().base()).isEqualTo(BaseSize.SUPPRESSED);
        assertThat(curve.withinShare(hours(8)).effectiveCount()).isCloseTo(6, within(1e-9));
    }

    @Test
    void timesBeyondTheRangeOfALongAreBeyondTheLastWait() {
        Duration forever = ChronoUnit.FOREVER.getDuration();
        assertThat(EXAMPLE.withinShare(forever).value()).isEqualTo(100);
        assertThat(EXAMPLE.withinShare(forever).metric().name())
                .isEqualTo("within " + forever + ", resolution (Kaplan–Meier)");
        assertThat(EXAMPLE.survivalAt(forever)).isZero();
    }

    @Test
    void impossibleStepsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KaplanMeier.Step(hours(1).negated(), 1, 1, 0, 0))
                .withMessage("time must be at least 0, but was PT-1H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KaplanMeier.Step(hours(1), 0, 0, 0, 0))
                .withMessage("atRisk must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KaplanMeier.Step(hours(1), 3, 4, 0, 0))
                .withMessage("ended must be in [0, 3], but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KaplanMeier.Step(hours(1), 3, -1, 0, 0))
                .withMessage("ended must be in [0, 3], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KaplanMeier.Step(hours(1), 3, 2, 2, 0))
                .withMessage("leftOpen must be in [0, 1], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KaplanMeier.Step(hours(1), 3, 2, 1, Double.NaN))
                .withMessage("survival must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new KaplanMeier.Step(hours(1), 3, 2, 1, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new KaplanMeier.Step(hours(1), 3, 2, 1, -0.1));
        assertThat(new KaplanMeier.Step(Duration.ZERO, 3, 3, 0, 1).survival()).isOne();
    }
}

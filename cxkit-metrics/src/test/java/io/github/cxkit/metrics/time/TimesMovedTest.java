package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.goal.SampleSize;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** "Cut resolution time by 20 %": figures about times in changes, goals, sample sizes and breakdowns. */
class TimesMovedTest {

    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);
    private static final TimeWindow QUARTER =
            TimeWindow.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

    /** Lognormal times with this median and a standard deviation of the logarithm of 1. */
    private static Durations lognormal(long seed, double medianHours, int count) {
        Random random = new Random(seed);
        return Durations.of(
                RESOLUTION,
                IntStream.range(0, count)
                        .mapToObj(i ->
                                Duration.ofSeconds(Math.round(3600 * medianHours * Math.exp(random.nextGaussian()))))
                        .toArray(Duration[]::new));
    }

    @Test
    void aThirdLessIsFoundAndIsTheGoal() {
        Durations before = lognormal(1, 24, 600);
        Durations after = lognormal(2, 16, 600);
        Change change = Change.between(before.geometricMean(), after.geometricMean());
        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.value()).isBetween(-45.0, -20.0);
        assertThat(change.toString()).startsWith("relative change in geometric mean resolution -");

        Goal goal = Goal.baseline(before.geometricMean()).relativeTarget(-20).within(QUARTER);
        assertThat(goal.answersNeeded().orElseThrow()).isBetween(280L, 350L);
        Goal.Progress progress = goal.evaluate(after.geometricMean(), QUARTER.until(), 600);
        assertThat(progress.status()).isEqualTo(Goal.Status.REACHED);
        assertThat(goal.evaluate(lognormal(3, 24, 600).geometricMean(), QUARTER.until(), 600)
                        .status())
                .isEqualTo(Goal.Status.MISSED);
    }

    /** 2(1.959964 + 0.841621)²/ln(0.8)² = 315.26. */
    @Test
    void theNumberNeededIsKnownBeforeThereAreTimes() {
        assertThat(SampleSize.of(RESOLUTION.geometricMean(), 1).toDetect(-20)).isEqualTo(316);
        assertThat(lognormal(1, 24, 10).geometricMean().metric()).isEqualTo(RESOLUTION.geometricMean());
    }

    @Test
    void mediansAndPercentilesMoveInTheirUnit() {
        Change change = Change.between(
                lognormal(1, 24, 600).median(), lognormal(2, 12, 600).median());
        assertThat(change.metric().unit().name()).isEqualTo("hours");
        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(
                        lognormal(1, 24, 60).median(), lognormal(2, 12, 60).percentile(90)))
                .withMessageContainingAll("median", "p90");
    }

    @Test
    void whatIsClosedIsNotComparedWithWhatIsAll() {
        Waits waits = Waits.over(RESOLUTION, Duration.ofHours(3), Duration.ofHours(5), Duration.ofHours(9))
                .plus(Waits.open(RESOLUTION, Duration.ofHours(4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(
                        waits.closedOnly().median(),
                        waits.kaplanMeier().median().orElseThrow()))
                .withMessageContainingAll("closed-only", "Kaplan–Meier");
    }

    @Test
    void openCasesMoveByKaplanMeierAndLogRank() {
        Waits slow = seen(lognormalWaits(1, 24, 400));
        Waits fast = seen(lognormalWaits(2, 12, 400));
        assertThat(slow.openCount()).isPositive();
        assertThat(LogRank.between(slow, fast).pValue()).isLessThan(1e-6);
        assertThat(Change.between(
                                slow.kaplanMeier().median().orElseThrow(),
                                fast.kaplanMeier().median().orElseThrow())
                        .verdict())
                .isEqualTo(Verdict.IMPROVED);
        assertThat(Change.between(
                                slow.kaplanMeier().withinShare(Duration.ofHours(24)),
                                fast.kaplanMeier().withinShare(Duration.ofHours(24)))
                        .verdict())
                .isEqualTo(Verdict.IMPROVED);
    }

    /** Nothing changed, but the second period was looked at early: its long cases are open, and what is closed looks fast. */
    @Test
    void whatIsClosedGivesNoVerdictWhileCasesAreOpen() {
        Waits before = Waits.over(RESOLUTION, lognormalWaits(1, 24, 300).toArray(Duration[]::new));
        Waits after = seen(lognormalWaits(2, 24, 300));
        Change change = Change.between(
                before.closedOnly().geometricMean(), after.closedOnly().geometricMean());
        assertThat(change.value()).isLessThan(-20);
        assertThat(change.excludesZero()).isTrue();
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.withSmallestEffectOfInterest(99).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.difference().notes()).hasSize(1).first().asString().startsWith("after: closed cases only: ");
        assertThat(change.relative().orElseThrow().notes())
                .isEqualTo(change.difference().notes());

        Goal goal = Goal.baseline(before.closedOnly().geometricMean())
                .relativeTarget(-20)
                .within(QUARTER);
        Goal.Progress progress = goal.evaluate(after.closedOnly().geometricMean(), QUARTER.until(), 600);
        assertThat(progress.status()).isNotEqualTo(Goal.Status.REACHED);
        assertThat(progress.isBeyondDoubt()).isFalse();
        assertThat(LogRank.between(before, after).pValue()).isGreaterThan(0.05);
    }

    private static Stream<Duration> lognormalWaits(long seed, double medianHours, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i ->
                        Duration.ofSeconds(Math.round(3600 * medianHours * Math.exp(1.2 * random.nextGaussian()))));
    }

    /** What is known after two days. */
    private static Waits seen(Stream<Duration> lengths) {
        Duration look = Duration.ofDays(2);
        return lengths.map(length ->
                        length.compareTo(look) <= 0 ? Waits.over(RESOLUTION, length) : Waits.open(RESOLUTION, look))
                .reduce(Waits::plus)
                .orElseThrow();
    }

    @Test
    void attainmentByTeamIsABreakdown() {
        record Case(String team, boolean inTime) {}
        ShareMetric inTime = ShareMetric.higherIsBetter("resolved in time");
        Breakdown<String, Share> byTeam = IntStream.range(0, 200)
                .mapToObj(i -> new Case(i % 2 == 0 ? "red" : "blue", i % 2 == 0 ? i % 5 != 0 : i % 3 != 0))
                .collect(Breakdown.by(Case::team, Share.toShare(inTime, Case::inTime)));
        assertThat(byTeam.comparisons()).hasSize(2);
        assertThat(byTeam.total().count()).isEqualTo(200);
    }

    /** Three waits are too few for an upper limit of a median at 95 %. */
    @Test
    void aBaselineWithoutAnUpperLimitTellsNoPlan() {
        TimeScore endless = Durations.of(RESOLUTION, Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3))
                .median();
        assertThat(endless.estimate().interval().orElseThrow().upper()).isInfinite();
        Goal goal = Goal.baseline(endless).target(1).within(QUARTER);
        assertThat(goal.sampleSize()).isEmpty();
        assertThat(goal.answersNeeded()).isEmpty();
        assertThat(Goal.baseline(endless)
                        .target(1)
                        .start(QUARTER.from())
                        .deadline(QUARTER.until())
                        .sampleSize())
                .isEmpty();
        Goal.Progress progress = goal.evaluate(endless, QUARTER.until(), 10);
        assertThat(progress.status()).isEqualTo(Goal.Status.MISSED);
        assertThat(progress.isBeyondDoubt()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(endless).target(Double.POSITIVE_INFINITY))
                .withMessage("target in median resolution must be in [0.0, ∞), but was Infinity");
    }

    @Test
    void aBaselineWithLimitsAtTheValueTellsNoPlan() {
        Duration[] alike = new Duration[10];
        Arrays.fill(alike, Duration.ofHours(5));
        Goal goal = Goal.baseline(Durations.of(RESOLUTION, alike).median())
                .target(4)
                .within(QUARTER);
        assertThat(goal.sampleSize()).isEmpty();
    }

    /** No number of times tells a ratio of 0. */
    @Test
    void noTimeAtAllIsNoTargetOfARatio() {
        Goal.WithBaseline baseline = Goal.baseline(lognormal(1, 24, 60).geometricMean());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> baseline.target(0))
                .withMessage("target in geometric mean resolution must be above 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> baseline.relativeTarget(-100))
                .withMessage("target in geometric mean resolution must be above 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(RESOLUTION.geometricMean(), 0).target(1))
                .withMessage("baseline in geometric mean resolution must be above 0, but was 0.0");
        assertThat(baseline.target(1e-9).within(QUARTER).answersNeeded()).isPresent();
        assertThat(Goal.baseline(lognormal(1, 24, 60).median())
                        .target(0)
                        .within(QUARTER)
                        .target())
                .isZero();
    }
}

package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.goal.SampleSize;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Changes of scores whose uncertainty is about their logarithm: told as ratios. */
class RatioChangeTest {

    private static final TimeWindow QUARTER =
            TimeWindow.of(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-04-01T00:00:00Z"));

    private record Hours() implements Metric {

        @Override
        public String name() {
            return "geometric mean resolution";
        }

        @Override
        public MetricUnit unit() {
            return MetricUnit.of("hours", " h", 1);
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public Interval range() {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }

        @Override
        public boolean hasTrueZero() {
            return true;
        }

        @Override
        public Link link() {
            return Link.LOG;
        }
    }

    /** A geometric mean of equal-tailed logarithms with this standard deviation. */
    private record GeometricMean(double value, double deviation, long count) implements Score {

        @Override
        public Metric metric() {
            return new Hours();
        }

        @Override
        public double effectiveCount() {
            return count;
        }

        @Override
        public Uncertainty uncertainty() {
            return new Uncertainty.StandardError(deviation / Math.sqrt(count), count - 1, Link.LOG);
        }
    }

    /** Python: ratio exp(log 16 - log 20), Welch on the logarithms; n 60 and 80, s 1 and 0.9; scipy.stats.t. */
    @Test
    void theChangeIsTheRatioInPerCent() {
        Change change = Change.between(new GeometricMean(20, 1, 60), new GeometricMean(16, 0.9, 80));
        double error = Math.sqrt(1.0 / 60 + 0.81 / 80);
        double freedom = Math.pow(1.0 / 60 + 0.81 / 80, 2) / (1.0 / 60 / 60 / 59 + 0.81 / 80 * 0.81 / 80 / 79);
        assertThat(freedom).isCloseTo(119.51742, within(5e-5));
        double t = 1.9800118; // scipy.stats.t.ppf(0.975, 119.51742)
        Interval interval = change.difference().interval().orElseThrow();
        assertThat(change.value()).isCloseTo(-20, within(1e-12));
        assertThat(interval.lower()).isCloseTo(100 * (0.8 * Math.exp(-t * error) - 1), within(1e-4));
        assertThat(interval.upper()).isCloseTo(100 * (0.8 * Math.exp(t * error) - 1), within(1e-4));
        assertThat(change.relative()).contains(change.difference());
        assertThat(change.pValue().orElseThrow()).isCloseTo(0.1753575, within(5e-7));
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.metric().unit()).isEqualTo(MetricUnit.PERCENT);
        assertThat(change.metric().name()).isEqualTo("relative change in geometric mean resolution");
        assertThat(change.difference().method()).isEqualTo("Welch on logarithms");
    }

    @Test
    void aRatioTurnsRoundWhereTheSidesAreSwapped() {
        Score one = new GeometricMean(20, 1, 60);
        Score other = new GeometricMean(16, 0.9, 80);
        Interval there = Change.between(one, other).difference().interval().orElseThrow();
        Interval back = Change.between(other, one).difference().interval().orElseThrow();
        assertThat(1 + back.upper() / 100).isCloseTo(1 / (1 + there.lower() / 100), within(1e-12));
        assertThat(1 + back.lower() / 100).isCloseTo(1 / (1 + there.upper() / 100), within(1e-12));
    }

    @Test
    void theMarginIsInPerCent() {
        Change change = Change.between(new GeometricMean(20, 1, 4_000), new GeometricMean(20.2, 1, 4_000));
        assertThat(change.withSmallestEffectOfInterest(10).verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(change.withSmallestEffectOfInterest(2).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Change.between(new GeometricMean(20, 1, 4_000), new GeometricMean(16, 1, 4_000))
                        .verdict())
                .isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void equalTimesOnOneSideAreNotKnownExactly() {
        Score equal = new GeometricMean(20, 0, 10);
        Score varied = new GeometricMean(16, 0.9, 80);
        assertThat(Change.between(equal, varied).difference().notes())
                .containsExactly("no interval: before: all values are equal");
        assertThat(Change.between(equal, new GeometricMean(20, 0, 10))
                        .difference()
                        .interval())
                .isEmpty();
        assertThat(equal.estimate().notes()).contains("no interval: all values are equal");
    }

    @Test
    void aScoreOfItsOwnHasLimitsByAFactorAndATest() {
        Score score = new GeometricMean(20, 1, 60);
        double factor = Math.exp(2.000995 / Math.sqrt(60)); // scipy.stats.t.ppf(0.975, 59)
        Interval interval = score.estimate().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(20 / factor, within(1e-4));
        assertThat(interval.upper()).isCloseTo(20 * factor, within(1e-4));
        assertThat(score.estimate().method()).isEqualTo("t on logarithms");
        assertThat(score.testAgainst(interval.upper()).pValue()).isCloseTo(0.05, within(1e-9));
        assertThat(score.testAgainst(0).pValue()).isZero();
    }

    /** 2(1.959964 + 0.841621)²/ln(0.8)² = 315.26. */
    @Test
    void cuttingResolutionTimeByAFifthTakes316TimesPerGroup() {
        SampleSize plan = SampleSize.of(new Hours(), 1);
        assertThat(plan.toDetect(-20)).isEqualTo(316);
        assertThat(plan.toDetect(25)).as("the same ratio, upward").isEqualTo(316);
        assertThat(plan.detectableWith(316)).isCloseTo(-19.979085, within(5e-6));
        assertThat(plan.forMarginOfError(plan.marginOfErrorWith(400))).isEqualTo(400);
        assertThat(SampleSize.from(new GeometricMean(20, 1, 60)).variance()).isCloseTo(1, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.toDetect(-100))
                .withMessage(
                        "change to detect in geometric mean resolution must be above -100 % and not 0, but was -100.0");
        assertThatIllegalArgumentException().isThrownBy(() -> plan.toDetect(0));
    }

    @Test
    void aFifthLessIsAGoal() {
        Goal goal = Goal.baseline(new GeometricMean(20, 1, 1_000))
                .relativeTarget(-20)
                .within(QUARTER);
        assertThat(goal.answersNeeded()).hasValue(316);
        assertThat(goal.evaluate(new GeometricMean(12, 1, 900), QUARTER.until(), 0)
                        .status())
                .isEqualTo(Goal.Status.REACHED);
        assertThat(goal.evaluate(new GeometricMean(16.1, 1, 900), QUARTER.until(), 0)
                        .status())
                .isEqualTo(Goal.Status.MISSED);
        assertThat(goal.evaluate(new GeometricMean(12, 1, 20), QUARTER.from(), 100)
                        .status())
                .isEqualTo(Goal.Status.NOT_KNOWABLE);
        assertThat(Goal.baseline(new GeometricMean(20, 1, 1_000))
                        .target(16)
                        .within(QUARTER)
                        .answersNeeded())
                .hasValue(316);
    }

    /** The treated went to 0.72 of what it was, the control group to 0.9: a fifth less. The halves of both logarithmic intervals add up squared. */
    @Test
    void anInitiativeWithControlIsARatioOfRatios() {
        Change treated = Change.between(new GeometricMean(20, 1, 600), new GeometricMean(14.4, 1, 600));
        Change control = Change.between(new GeometricMean(20, 1, 500), new GeometricMean(18, 1, 500));
        Change effect = InitiativeEffect.of(treated).withControl(control).change();
        assertThat(effect.value()).isCloseTo(-20, within(1e-12));
        // Welch of two standard errors of logarithms: scipy.stats.t.ppf(0.975, 2125.03), s² = 2/600 + 2/500.
        double half = 1.961078 * Math.sqrt(2.0 / 600 + 2.0 / 500);
        Interval interval = effect.difference().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(100 * (0.8 * Math.exp(-half) - 1), within(1e-3));
        assertThat(interval.upper()).isCloseTo(100 * (0.8 * Math.exp(half) - 1), within(1e-3));
        assertThat(effect.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(effect.estimate().method()).isEqualTo("Welch on logarithms");
        assertThat(InitiativeEffect.of(treated).change().value()).isCloseTo(-28, within(1e-12));
        Change same = Change.between(new GeometricMean(20, 0, 5), new GeometricMean(20, 0, 5));
        assertThat(Change.between(same, treated).difference().interval()).isEmpty();
    }
}

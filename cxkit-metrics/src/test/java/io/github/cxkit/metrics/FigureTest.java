package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Uncertainty.Limits;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.rating.Nps;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final Quantity VALUE =
            Quantity.of("order value", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);
    private static final Metric RATIO = new Ratio();

    /** A ratio, whose uncertainty is that of its logarithm. */
    private record Ratio() implements Metric {

        @Override
        public String name() {
            return "risk ratio";
        }

        @Override
        public MetricUnit unit() {
            return MetricUnit.of("ratio", "", 3);
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

    @Test
    void carriesWhatItWasGiven() {
        Figure figure = Figure.of(VALUE, 32.5, 40, new StandardError(1.5, 39))
                .withEffectiveCount(20)
                .withCaveats(List.of("half of the orders are missing"));
        assertThat(figure.value()).isEqualTo(32.5);
        assertThat(figure.count()).isEqualTo(40);
        assertThat(figure.effectiveCount()).isEqualTo(20);
        assertThat(figure.isEmpty()).isFalse();
        assertThat(figure.estimate().notes()).containsExactly("half of the orders are missing");
        // scipy.stats.t.ppf(0.975, 39) = 2.022691
        assertThat(figure.estimate().interval().orElseThrow().upper()).isCloseTo(32.5 + 2.022691 * 1.5, within(1e-5));
        assertThat(figure).hasToString("order value 32.50 € (95% CI 29.47 to 35.53, n=40, effective n=20.0)");
    }

    /** An error of 0.05 beside a ratio of 0.9 might be of the ratio or of its logarithm: nobody would see the difference. */
    @Test
    void aStandardErrorOnAnotherScaleThanTheMetricsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.of(RATIO, 0.9, 100, new StandardError(0.05, 99)))
                .withMessage("standard error of risk ratio must be on the scale LOG of its metric, but was on IDENTITY"
                        + "\nMaybe use Uncertainty.on.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.of(VALUE, 0.9, 100, new StandardError(0.05, 99, Link.LOG)));
        assertThat(Figure.of(RATIO, 0.9, 100, new StandardError(0.05, 99).on(Link.LOG))
                        .uncertainty())
                .isEqualTo(new StandardError("t on logarithms", 0.05, 99, Link.LOG));
    }

    @Test
    void aRatioHasItsLimitsTimesAndDividedByAFactor() {
        Figure ratio = Figure.of(
                RATIO, 0.94, 4526, new StandardError("Greenland–Robins", 0.04, Double.POSITIVE_INFINITY, Link.LOG));
        Interval limits = ratio.estimate().interval().orElseThrow();
        double factor = Math.exp(1.959963984540054 * 0.04);
        assertThat(limits.lower()).isCloseTo(0.94 / factor, within(1e-12));
        assertThat(limits.upper()).isCloseTo(0.94 * factor, within(1e-12));
        assertThat(ratio.estimate().method()).isEqualTo("Greenland–Robins");
        HypothesisTest test = ratio.testAgainst(1);
        assertThat(test.method()).isEqualTo("z test on logarithms");
        assertThat(test.statistic()).isCloseTo(Math.log(0.94) / 0.04, within(1e-12));
    }

    @Test
    void withoutKnownAnswersThereIsNoBaseToGrade() {
        Figure exact = Figure.exact(Nps.STANDARD, 32);
        assertThat(exact.count()).isZero();
        assertThat(exact.base()).isEqualTo(BaseSize.SUFFICIENT);
        assertThat(exact.estimate().interval()).contains(new Interval(32, 32));
        assertThat(Figure.of(VALUE, 3, 4, new StandardError(1, 3)).base()).isEqualTo(BaseSize.SUPPRESSED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.exact(Nps.STANDARD, 132))
                .withMessage("value in NPS must be in [-100.0, 100.0], but was 132.0");
    }

    @Test
    void impossiblePartsAreErrors() {
        NotEstimable none = new NotEstimable("nobody knows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.of(VALUE, Double.NaN, 1, none))
                .withMessage("value of order value must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.of(VALUE, 1, -1, none))
                .withMessage("count of order value must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.of(VALUE, 1, 5, none).withEffectiveCount(5.5))
                .withMessage("effective count of order value must be in [0, 5], but was 5.5");
    }

    @Test
    void equalFiguresHaveEqualEstimates() {
        Figure one = Figure.of(VALUE, 1, 5, new Limits("x", z -> new Interval(1 - z, 1 + z)));
        Figure same = Figure.of(VALUE, 1, 5, new Limits("x", z -> new Interval(1 - z, 1 + z)));
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one)
                .isNotEqualTo(Figure.of(VALUE, 1, 5, new Limits("x", z -> new Interval(1 - 2 * z, 1 + z))))
                .isNotEqualTo(Figure.of(VALUE, 1, 6, one.uncertainty()))
                .isNotEqualTo(one.withCaveats(List.of("late")));
    }

    @Test
    void theFigureOfAnEstimatorHasItsMethodsToBeTestedBy() {
        Nps nps = Nps.promoters(45).passives(30).detractors(25);
        Figure wald = Estimator.withDefaults().withNetMethod(NetMethod.WALD).figure(nps);
        assertThat(wald.value()).isEqualTo(nps.value());
        assertThat(wald.estimate().method()).isEqualTo("Wald");
        assertThat(wald.varianceOfOne()).hasValue(6600);
        // 20 / √(6600/100)
        assertThat(wald.testAgainst(0).statistic()).isCloseTo(20 / Math.sqrt(66), within(1e-9));
    }

    @Test
    void anUncertaintyMovesToLogarithmsOnce() {
        StandardError error = new StandardError(0.1, 9);
        assertThat(error.on(Link.LOG).limits(5, 0).orElseThrow()).isEqualTo(new Interval(5, 5));
        assertThatIllegalStateException()
                .isThrownBy(() -> error.on(Link.LOG).on(Link.LOG))
                .withMessage("the uncertainty is on logarithms already");
        Interval limits = new Limits("x", z -> new Interval(-z, z))
                .on(Link.LOG)
                .limits(1, 2)
                .orElseThrow();
        assertThat(limits.lower()).isCloseTo(Math.exp(-2), within(1e-15));
        assertThat(limits.upper()).isCloseTo(Math.exp(2), within(1e-14));
        assertThat(new NotEstimable("why").on(Link.LOG)).isEqualTo(new NotEstimable("why"));
    }

    @Test
    void withInfiniteDegreesOfFreedomItIsTheNormalDistribution() {
        StandardError normal = new StandardError("z", 2, Double.POSITIVE_INFINITY, Link.IDENTITY);
        assertThat(normal.limits(10, 1.5).orElseThrow()).isEqualTo(new Interval(7, 13));
        assertThat(normal.test(10, 6.08).pValue()).isCloseTo(0.05, within(1e-4));
        assertThat(normal.variance(10, 25)).hasValue(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StandardError(1, 0))
                .withMessage("degrees of freedom must be in (0, ∞], but was 0.0");
    }
}

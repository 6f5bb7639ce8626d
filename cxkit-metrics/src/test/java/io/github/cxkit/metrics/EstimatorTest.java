package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatorTest {

    private static final Quantity CONTACTS =
            Quantity.of("contacts", MetricUnit.of("contacts", "", 1), Direction.LOWER_IS_BETTER);

    @Test
    void namesItsMethod() {
        assertThat(Nps.of(9).estimate().method()).isEqualTo("score (Tango)");
        assertThat(Csat.of(5, 1).estimate().method()).isEqualTo("Wilson");
        assertThat(Ces.of(5, 1).estimate().method()).isEqualTo("t");
        assertThat(Ces.of(5).estimate().method()).isEqualTo("none");
        Estimator other = Estimator.withDefaults()
                .withNetMethod(NetMethod.ADJUSTED_WALD)
                .withShareMethod(ShareMethod.CLOPPER_PEARSON);
        assertThat(other.estimate(Nps.of(9)).method()).isEqualTo("adjusted Wald (¾, 1½, ¾)");
        assertThat(other.estimate(Csat.of(5)).method()).isEqualTo("Clopper–Pearson");
    }

    @Test
    void anIntervalThatCannotBeEstimatedIsAbsentAndTheReasonIsGiven() {
        Estimate one = Ces.of(4).estimate();
        assertThat(one.value()).isEqualTo(4);
        assertThat(one.interval()).isEmpty();
        assertThat(one.notes())
                .containsExactly("no interval: a mean needs at least 2 effective answers, but there were 1");
        assertThat(one).hasToString("4.00 (no interval, n=1)");
        assertThat(Mean.of(CONTACTS, 3).estimate().notes())
                .containsExactly("no interval: a mean needs at least 2 numbers");
        assertThat(Mean.of(CONTACTS, 3, 3).estimate().notes()).containsExactly("no interval: all values are equal");
        RatingTally tally = RatingTally.on(Ces.MEAN.scale());
        tally.accept(7, 1);
        tally.accept(6, 100);
        assertThat(Ces.from(Ces.MEAN, tally.counts()).estimate().notes())
                .containsExactly("no interval: a mean needs at least 2 effective answers, but there were 1.02");
    }

    @Test
    void theLimitsOfAnEstimateAreThoseOfItsInterval() {
        Estimate estimate = Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10).estimate();
        Interval interval = estimate.interval().orElseThrow();
        assertThat(estimate.lower()).hasValue(interval.lower());
        assertThat(estimate.upper()).hasValue(interval.upper());
        assertThat(Ces.of(4).estimate().lower()).isEmpty();
        assertThat(Ces.of(4).estimate().upper()).isEmpty();
    }

    @Test
    void aLimitBeyondThePossibleIsCutAndSaidSo() {
        Estimate estimate = Ces.of(7, 7, 7, 1).estimate();
        assertThat(estimate.interval().orElseThrow().upper()).isEqualTo(7);
        assertThat(estimate.notes())
                .containsExactly(
                        "lower limit cut at the end of the possible range",
                        "upper limit cut at the end of the possible range");
    }

    @Test
    void anAdjustedLimitThatLeavesTheValueOutIsMovedAndSaidSo() {
        Estimate estimate =
                Estimator.withDefaults().withNetMethod(NetMethod.ADJUSTED_WALD).estimate(Nps.of(10));
        assertThat(estimate.interval().orElseThrow().upper()).isEqualTo(100);
        assertThat(estimate.notes()).containsExactly("upper limit moved up to the value");
        Estimate mirrored =
                Estimator.withDefaults().withNetMethod(NetMethod.ADJUSTED_WALD).estimate(Nps.of(0));
        assertThat(mirrored.notes()).containsExactly("lower limit moved down to the value");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void confidenceIsBetweenZeroAndOne(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(9).estimate(confidence))
                .withMessageContaining("confidence must be between 0 and 1, but was " + confidence);
    }

    @Test
    void percentWhereAShareIsMeantIsGuessedInTheMessageOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(9).estimate(95))
                .withMessageEndingWith("Maybe 0.95 is meant.");
    }

    @Test
    void aFinitePopulationNarrowsEveryKindOfInterval() {
        Estimator finite = Estimator.withDefaults().withPopulation(20);
        for (Score score : new Score[] {
            Nps.of(10, 9, 3, 7, 8, 10, 1, 9, 9, 10),
            Csat.of(5, 4, 1, 3, 5, 4, 2, 4, 5, 5),
            Ces.of(4, 5, 4, 3, 5, 4, 4, 5, 5, 4)
        }) {
            Interval all = score.estimate().interval().orElseThrow();
            Interval some = finite.estimate(score).interval().orElseThrow();
            assertThat(some.width()).isLessThan(all.width() * 0.8);
        }
        Interval infinite =
                Ces.of(4, 5, 4, 3, 5, 4, 4, 5, 5, 4).estimate().interval().orElseThrow();
        Interval half =
                finite.estimate(Ces.of(4, 5, 4, 3, 5, 4, 4, 5, 5, 4)).interval().orElseThrow();
        assertThat(half.width()).isCloseTo(infinite.width() * Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void aCensusLeavesNothingUnknown() {
        Estimate estimate = Estimator.withDefaults().withPopulation(3).estimate(Ces.of(7, 5, 6));
        assertThat(estimate.interval()).contains(new Interval(6, 6));
        assertThat(estimate.method()).isEqualTo("census");
    }

    @Test
    void aPopulationMustHoldItsAnswers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimator.withDefaults().withPopulation(2).estimate(Nps.of(1, 2, 3)))
                .withMessage("population must be at least the number of answers, 3, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimator.withDefaults().withPopulation(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimator.withDefaults()
                        .withShareMethod(ShareMethod.JEFFREYS)
                        .withPopulation(9))
                .withMessageContaining("JEFFREYS has no form for a finite population");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Estimator.withDefaults().withPopulation(9).withShareMethod(ShareMethod.CLOPPER_PEARSON));
    }

    @Test
    void keepsEverySettingWhenAnotherIsChanged() {
        Estimator all = Estimator.withDefaults()
                .withConfidence(0.9)
                .withNetMethod(NetMethod.WALD)
                .withShareMethod(ShareMethod.AGRESTI_COULL)
                .withPopulation(1000);
        Estimate net = all.estimate(Nps.promoters(50).passives(20).detractors(30));
        assertThat(net.confidence()).isEqualTo(0.9);
        assertThat(net.method()).isEqualTo("Wald, finite population");
        double expected = 1.6448536269514722 * Math.sqrt((0.8 - 0.04) / 100) * Math.sqrt(900 / 999.0) * 100;
        assertThat(net.interval().orElseThrow().upper()).isCloseTo(20 + expected, within(1e-9));
        assertThat(all.estimate(Csat.of(4)).method()).isEqualTo("Agresti–Coull, finite population");
    }

    @Test
    void anyScoreCanBeEstimated() {
        Score shifted = new Score() {
            @Override
            public Metric metric() {
                return CONTACTS;
            }

            @Override
            public double value() {
                return 5;
            }

            @Override
            public long count() {
                return 4;
            }

            @Override
            public double effectiveCount() {
                return 4;
            }

            @Override
            public Uncertainty uncertainty() {
                return new Uncertainty.Limits("made up", z -> new Interval(5 - z, 5 + 2 * z));
            }
        };
        assertThat(shifted.estimate(0.95)).hasToString("5.0 (95% CI 3.0 to 8.9, n=4)");
        assertThat(shifted.testAgainst(4).statistic()).isCloseTo(1, within(1e-12));
        assertThat(shifted.testAgainst(9).statistic()).isCloseTo(-2, within(1e-12));
        assertThat(shifted.testAgainst(9).method()).isEqualTo("inverted interval: made up");
        assertThat(shifted.testAgainst(9).pValue()).isCloseTo(0.04550026389635842, within(1e-12));
        assertThat(shifted.testAgainst(5).pValue()).isEqualTo(1);
        assertThat(shifted.testAgainst(1e6).pValue()).isZero();
        assertThat(shifted.base()).isEqualTo(BaseSize.SUPPRESSED);
        assertThat(shifted.isEmpty()).isFalse();
        Uncertainty finite = shifted.uncertainty().ofPopulation(7, 4);
        assertThat(finite.limits(5, 2).orElseThrow().lower()).isCloseTo(5 - 2 * Math.sqrt(0.5), within(1e-12));
        assertThat(finite.method()).isEqualTo("made up, finite population");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimator.withDefaults().withPopulation(7).estimate(shifted))
                .withMessage("a finite population needs a plain sample, but was given contacts");
    }

    @Test
    void uncertaintyIsNeverNaNOrZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Uncertainty.StandardError(-1e-9, 3));
        assertThat(new Uncertainty.StandardError(0, 3).limits(5, 1)).isEmpty();
        assertThat(new Uncertainty.NotEstimable("why").limits(5, 1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Uncertainty.StandardError(Double.NaN, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Uncertainty.StandardError(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ((Uncertainty.Limits) Nps.of(9).uncertainty()).at(-1))
                .withMessage("z must be at least 0, but was -1.0");
    }

    @Test
    void aMeanCanBeTestedAgainstATarget() {
        HypothesisTest test = Ces.of(7, 6, 7, 5, 3).testAgainst(5);
        assertThat(test.method()).isEqualTo("t test");
        assertThat(test.statistic()).isCloseTo(0.6 / (Math.sqrt(2.8) / Math.sqrt(5)), within(1e-12));
        assertThat(test.pValue()).isBetween(0.4, 0.5);
        assertThatIllegalStateException()
                .isThrownBy(() -> Ces.of(4).testAgainst(5))
                .withMessage("CES 2.0 allows no test: a mean needs at least 2 effective answers, but there were 1");
        assertThat(Csat.of(5, 5).testAgainst(100).pValue()).isEqualTo(1);
        assertThat(Csat.of(5, 1).testAgainst(100).pValue()).isZero();
        assertThat(Csat.of(5, 5, 5, 1).testAgainst(50).statistic()).isCloseTo(1, within(1e-12));
    }

    @Test
    void estimatesAreValues() {
        Estimate one = Nps.of(9, 3).estimate();
        assertThat(one)
                .isEqualTo(Nps.of(9, 3).estimate())
                .hasSameHashCodeAs(Nps.of(9, 3).estimate());
        assertThat(one).isNotEqualTo(Nps.of(9, 3).estimate(0.9));
        assertThat(one.metric()).isEqualTo(Nps.STANDARD);
        assertThat(one.count()).isEqualTo(2);
        assertThat(one.effectiveCount()).isEqualTo(2);
        assertThat(one.format(0)).isEqualTo("0 (95% CI -81 to 81, n=2)");
        assertThat(Nps.of(9, 3).estimate(0.999).format(0)).startsWith("0 (99.9% CI");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.format(13))
                .withMessage("decimals must be in [0, 12], but was 13");
    }
}

package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.NetMethod;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty.Limits;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands behind a change: limits of two sides, of a ratio, or of a difference that was worked out elsewhere. */
class WorkedOutDifferenceTest {

    private static final Quantity AMOUNT =
            Quantity.amount("refund", MetricUnit.of("euro", " €", 2), Direction.LOWER_IS_BETTER);

    private static Figure limits(String method, double value, double lower, double upper) {
        return Figure.of(AMOUNT, value, 50, new Limits(method, z -> new Interval(lower, upper)));
    }

    private static Figure limits(double value, double lower, double upper) {
        return limits("stated", value, lower, upper);
    }

    private static Interval interval(Score score) {
        return score.estimate().interval().orElseThrow();
    }

    @Test
    void theDistancesFromValueToLimitAreSquaredAndAdded() {
        Change change = Change.between(limits(10, 7, 14), limits(20, 16, 23));
        assertThat(change.value()).isEqualTo(10);
        assertThat(change.uncertainty().method()).isEqualTo("MOVER");
        assertThat(interval(change).lower()).isCloseTo(10 - Math.hypot(4, 4), within(1e-12));
        assertThat(interval(change).upper()).isCloseTo(10 + Math.hypot(3, 3), within(1e-12));
    }

    @Test
    void aSideWithoutLimitsIsNamed() {
        Figure none = Figure.of(AMOUNT, 3, 50, new NotEstimable("too few"));
        assertThat(Change.between(none, limits(2, 1, 3)).uncertainty()).isEqualTo(new NotEstimable("before: too few"));
        assertThat(Change.between(limits(2, 1, 3), none).uncertainty()).isEqualTo(new NotEstimable("after: too few"));
    }

    @Test
    void waldNeedsBothSidesAndSomethingThatVaries() {
        String wald = NetMethod.WALD.label();
        assertThat(Change.between(limits(wald, 10, 7, 13), limits(wald, 10, 8, 12))
                        .uncertainty()
                        .method())
                .isEqualTo(wald);
        assertThat(Change.between(limits(wald, 10, 7, 13), limits(10, 8, 12))
                        .uncertainty()
                        .method())
                .isEqualTo("MOVER");
        assertThat(Change.between(limits(10, 7, 13), limits(wald, 10, 8, 12))
                        .uncertainty()
                        .method())
                .isEqualTo("MOVER");
        assertThat(Change.between(limits(wald, 10, 10, 10), limits(wald, 12, 12, 12))
                        .uncertainty())
                .isEqualTo(new NotEstimable("no answer varies"));
    }

    @Test
    void boundsOfEitherSideAreRefusedByName() {
        Figure bounds = Figure.of(AMOUNT, 3, 50, new Limits("bounds", z -> new Interval(1, 5), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(bounds, limits(2, 1, 3)))
                .withMessage("before is known between bounds, which do not add in quadrature: refund cannot be"
                        + " compared further");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(limits(2, 1, 3), bounds))
                .withMessageStartingWith("after is known between bounds");
    }

    private static Csat mean(long... counts) {
        Scale scale = Scale.highIsGood(1, 5);
        return Csat.from(Csat.mean(scale), RatingCounts.of(scale, counts));
    }

    @Test
    void theNoteOnFewAnswersAtOneEndBeginsAtOverSixtyPercentBelowAHundredAndThreeTimesAsMany() {
        assertThat(Change.between(mean(0, 0, 1, 2, 7), mean(0, 0, 10, 10, 10)).notes())
                .hasSize(1);
        assertThat(Change.between(mean(0, 0, 1, 2, 7), mean(0, 0, 10, 10, 9)).notes())
                .isEmpty();
        assertThat(Change.between(mean(0, 0, 1, 3, 6), mean(0, 0, 10, 10, 10)).notes())
                .isEmpty();
        assertThat(Change.between(mean(0, 0, 9, 20, 70), mean(0, 0, 100, 100, 97))
                        .notes())
                .hasSize(1);
        assertThat(Change.between(mean(0, 0, 10, 20, 70), mean(0, 0, 100, 100, 100))
                        .notes())
                .isEmpty();
        assertThat(Change.between(mean(0, 0, 10, 10, 10), mean(0, 0, 1, 2, 7)).notes())
                .singleElement()
                .asString()
                .startsWith("over 60 % of the answers after lie")
                .contains("three times as many before");
    }

    @Test
    void aDifferenceFromElsewhereKeepsAllThatItKnew() {
        Figure figure = limits(3, 1, 5).withEffectiveCount(20).withNotes(List.of("a few decide"));
        Change change = Change.of(AMOUNT, figure);
        assertThat(change.metric().name()).isEqualTo("change in refund");
        assertThat(change.value()).isEqualTo(3);
        assertThat(change.count()).isEqualTo(50);
        assertThat(change.effectiveCount()).isEqualTo(20);
        assertThat(change.base()).isEqualTo(BaseSize.LOW);
        assertThat(change.notes()).containsExactly("a few decide");
        assertThat(change.uncertainty()).isEqualTo(figure.uncertainty());
        assertThat(change.isEmpty()).isFalse();
    }

    @Test
    void aDifferenceFromElsewhereIsAskedForTheMethodsToo() {
        Estimator wald = Estimator.withDefaults().withNetMethod(NetMethod.WALD);
        Nps moves = Nps.promoters(20).passives(63).detractors(9);
        Change change = Change.of(Nps.STANDARD, moves);
        assertThat(change.uncertainty().method()).isEqualTo(moves.uncertainty().method());
        assertThat(change.uncertainty(wald).method()).isEqualTo(NetMethod.WALD.label());
        assertThat(Change.between(moves, Nps.promoters(9).passives(63).detractors(20))
                        .uncertainty(wald)
                        .method())
                .isEqualTo(NetMethod.WALD.label());
    }

    /** x = 10 (8 to 12), y = 6 (5 to 8): (60 − √(3600 − 5·7·12·8))/96 and (60 + √(3600 − 8·4·8·12))/96. */
    @Test
    void theLimitsOfARatioAreThoseOfDonnerAndZou() {
        Interval relative = Change.between(limits(10, 8, 12), limits(6, 5, 8))
                .relative()
                .orElseThrow()
                .interval()
                .orElseThrow();
        assertThat(relative.lower()).isCloseTo(100 * ((60 - Math.sqrt(240)) / 96 - 1), within(1e-9));
        assertThat(relative.upper()).isCloseTo(100 * ((60 + Math.sqrt(528)) / 96 - 1), within(1e-9));
    }

    @Test
    void aLowerLimitAfterOfZeroOrBelowIsAFallOfAllOfIt() {
        for (double lower : new double[] {0, -1}) {
            assertThat(Change.between(limits(10, 8, 12), limits(6, lower, 8))
                            .relative()
                            .orElseThrow()
                            .interval()
                            .orElseThrow()
                            .lower())
                    .isEqualTo(-100);
        }
    }

    @Test
    void anIntervalBeforeThatEndsExactlyAtZeroGivesNoRatio() {
        assertThat(Change.between(limits(10, 0, 20), limits(6, 5, 8))
                        .relative()
                        .orElseThrow()
                        .notes())
                .containsExactly("no interval: the interval before reaches 0");
        assertThat(Change.between(limits(10, 1e-9, 20), limits(6, 5, 8))
                        .relative()
                        .orElseThrow()
                        .interval())
                .isPresent();
    }

    @Test
    void theRatioIsJudgedAtTheConfidenceOfTheRule() {
        Figure before = Figure.of(AMOUNT, 10, 50, new Limits("stated", z -> new Interval(10 - 6 * z, 10 + 6 * z)));
        Change change = Change.between(before, limits(6, 5, 8));
        assertThat(change.relative().orElseThrow().interval()).isEmpty();
        assertThat(change.withConfidence(0.8).relative().orElseThrow().interval())
                .isPresent();
        assertThat(change.withConfidence(0.8).relative().orElseThrow().confidence())
                .isEqualTo(0.8);
    }

    @Test
    void beyondWhereTheIntervalBeforeReachesZeroARatioHasNoUpperLimit() {
        Figure before = Figure.of(AMOUNT, 10, 50, new Limits("stated", z -> new Interval(10 - 2 * z, 10 + 2 * z)));
        Figure ratio = RatioLimits.of(new Difference(before, limits(6, 5, 8)), 0.95);
        assertThat(ratio.uncertainty().limits(ratio.value(), 4.9).orElseThrow().upper())
                .isLessThan(Double.POSITIVE_INFINITY);
        for (double z : new double[] {5, 6}) {
            assertThat(ratio.uncertainty()
                            .limits(ratio.value(), z)
                            .orElseThrow()
                            .upper())
                    .isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void theRatioCarriesCountsAndCaveatsAndNamesTheSideWithoutLimits() {
        Figure before = limits(10, 8, 12).withEffectiveCount(40).withCaveats(List.of("2 are open"));
        Figure ratio = RatioLimits.of(new Difference(before, limits(6, 5, 8)), 0.95);
        assertThat(ratio.count()).isEqualTo(100);
        assertThat(ratio.effectiveCount()).isEqualTo(90);
        assertThat(ratio.caveats()).containsExactly("before: 2 are open");
        Figure none = Figure.of(AMOUNT, 3, 50, new NotEstimable("too few"));
        assertThat(RatioLimits.of(new Difference(limits(10, 8, 12), none), 0.95).uncertainty())
                .isEqualTo(new NotEstimable("too few"));
        assertThat(RatioLimits.of(new Difference(none, limits(10, 8, 12)), 0.95).uncertainty())
                .isEqualTo(new NotEstimable("too few"));
    }

    @Test
    void aRatioNeedsAValueBeforeAboveZero() {
        assertThat(Change.between(limits(0, 0, 1), limits(6, 5, 8)).relative()).isEmpty();
    }
}

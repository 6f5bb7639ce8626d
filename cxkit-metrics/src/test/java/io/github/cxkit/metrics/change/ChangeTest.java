package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final Nps BEFORE = Nps.promoters(11).passives(9).detractors(10);
    private static final Nps AFTER = Nps.promoters(10).passives(16).detractors(4);

    private static Csat csat(long dissatisfied, long satisfied) {
        return Csat.from(Csat.THUMBS, RatingCounts.of(Csat.THUMBS.scale(), dissatisfied, satisfied));
    }

    @Test
    void isAfterMinusBeforeWithItsIntervalAndAVerdict() {
        Change change = Change.between(BEFORE, AFTER);
        assertThat(change.value()).isCloseTo(100.0 / 6, within(1e-12));
        assertThat(change).hasToString("change in NPS 16.7 (95% CI -21.1 to 53.4, n=60): INCONCLUSIVE");
        assertThat(change.before()).contains(BEFORE);
        assertThat(change.after()).contains(AFTER);
        assertThat(change.count()).isEqualTo(60);
        assertThat(change.effectiveCount()).isEqualTo(60);
        assertThat(change.excludesZero()).isFalse();
    }

    @Test
    void swappingTheSidesNegatesEverything() {
        Change change = Change.between(BEFORE, AFTER);
        Change swapped = Change.between(AFTER, BEFORE);
        Interval interval = change.difference().interval().orElseThrow();
        Interval negated = swapped.difference().interval().orElseThrow();
        assertThat(swapped.value()).isEqualTo(-change.value());
        assertThat(negated).isEqualTo(new Interval(-interval.upper(), -interval.lower()));
        assertThat(swapped.pValue()).isEqualTo(change.pValue());
    }

    @Test
    void theDirectionOfTheMetricDecidesWhatImprovedMeans() {
        Nps bad = Nps.promoters(100).passives(100).detractors(300);
        Nps good = Nps.promoters(300).passives(100).detractors(100);
        assertThat(Change.between(bad, good).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(Change.between(good, bad).verdict()).isEqualTo(Verdict.WORSENED);
        Ces much = Ces.from(Ces.CES_1, RatingCounts.of(Ces.CES_1.scale(), 1, 2, 5, 30, 60));
        Ces little = Ces.from(Ces.CES_1, RatingCounts.of(Ces.CES_1.scale(), 60, 30, 5, 2, 1));
        Change lessEffort = Change.between(much, little);
        assertThat(lessEffort.value()).isNegative();
        assertThat(lessEffort.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(lessEffort.difference().method()).isEqualTo("Welch");
    }

    @Test
    void noMaterialChangeComesFirstAndNeedsAMargin() {
        Csat before = csat(50_000, 50_000);
        Csat after = csat(49_000, 51_000);
        Change change = Change.between(before, after);
        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        Change judged = change.withSmallestEffectOfInterest(2);
        assertThat(judged.verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(judged.excludesZero()).isTrue();
        assertThat(change.withSmallestEffectOfInterest(1.2).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.withSmallestEffectOfInterest(0.5).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(Change.between(BEFORE, AFTER).withSmallestEffectOfInterest(2).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void settingsAreKeptWhenAnotherIsChanged() {
        Change change =
                Change.between(BEFORE, AFTER).withSmallestEffectOfInterest(60).withConfidence(0.8);
        assertThat(change.verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(change.difference().confidence()).isEqualTo(0.8);
        assertThat(change)
                .isEqualTo(Change.between(BEFORE, AFTER).withConfidence(0.8).withSmallestEffectOfInterest(60))
                .hasSameHashCodeAs(
                        Change.between(BEFORE, AFTER).withConfidence(0.8).withSmallestEffectOfInterest(60))
                .isNotEqualTo(Change.between(BEFORE, AFTER).withConfidence(0.8))
                .isNotEqualTo(Change.between(AFTER, BEFORE).withConfidence(0.8).withSmallestEffectOfInterest(60));
    }

    @Test
    void differentMetricsAreNotCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(BEFORE, Csat.of(5, 4)))
                .withMessageContaining("NPS [net: 9–10 minus 0–6")
                .withMessageContaining("cannot be compared with CSAT top-2 of 5");
        Nps five = Nps.from(Nps.FIVE_POINT, RatingCounts.of(Nps.FIVE_POINT.scale(), 1, 1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Change.between(BEFORE, five));
    }

    /** The same answers on both sides would be taken for independent ones, and give an interval that is no one's. */
    @Test
    void theSameScoreOnBothSidesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(BEFORE, BEFORE))
                .withMessage("before and after must be of different answers, but were the same score of NPS");
        Change change = Change.between(BEFORE, AFTER);
        assertThatIllegalArgumentException().isThrownBy(() -> change.against(change));
        Nps equal = Nps.promoters(11).passives(9).detractors(10);
        assertThat(Change.between(BEFORE, equal).value()).isZero();
    }

    @Test
    void anEmptySideIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Change.between(Nps.of(), AFTER))
                .withMessage("NPS is undefined for zero answers");
        assertThatIllegalStateException().isThrownBy(() -> Change.between(BEFORE, Nps.of()));
    }

    @Test
    void impossibleSettingsAreErrors() {
        Change change = Change.between(BEFORE, AFTER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withSmallestEffectOfInterest(-1))
                .withMessage("smallest effect of interest must be in (0, ∞), but was -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> change.withSmallestEffectOfInterest(0));
        assertThatIllegalArgumentException().isThrownBy(() -> change.withSmallestEffectOfInterest(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.withConfidence(0.5))
                .withMessage("confidence must be between 0.5 and 1, but was 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> change.withConfidence(1));
    }

    @Test
    void withoutUncertaintyThereIsNoIntervalAndNoVerdict() {
        Change equal = Change.between(Ces.of(4), Ces.of(7, 7));
        assertThat(equal.difference().interval()).isEmpty();
        assertThat(equal.difference().notes())
                .containsExactly("no interval: before: a mean needs at least 2 effective answers, but there were 1");
        assertThat(equal.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(equal.withSmallestEffectOfInterest(5).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(equal.excludesZero()).isFalse();
        assertThat(equal.pValue()).isEmpty();
        assertThat(Change.between(Ces.of(7, 7, 6, 5), Ces.of(4)).difference().notes())
                .containsExactly("no interval: after: a mean needs at least 2 effective answers, but there were 1");
        assertThat(Change.between(Ces.of(4), Ces.of(7, 7, 6, 5)).difference().notes())
                .containsExactly("no interval: before: a mean needs at least 2 effective answers, but there were 1");
    }

    @Test
    void differencesOfSharesAreInPoints() {
        Change change = Change.between(csat(20, 80), csat(50, 50));
        assertThat(change.difference()).hasToString("-30.0 (95% CI -41.7 to -16.9, n=200)");
        assertThat(change.metric().name()).isEqualTo("change in CSAT top-1 of 2");
        assertThat(change.metric().unit()).isEqualTo(MetricUnit.POINTS);
        assertThat(change.metric().range()).isEqualTo(new Interval(-100, 100));
        assertThat(change.metric().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(change.metric().hasTrueZero()).isFalse();
        assertThat(Change.between(Ces.of(1, 2), Ces.of(1, 2)).metric().unit()).isEqualTo(MetricUnit.SCALE_POINTS);
        assertThat(Change.between(BEFORE, AFTER).metric().range()).isEqualTo(new Interval(-200, 200));
    }

    @Test
    void theBaseIsThatOfTheWeakerSide() {
        assertThat(Change.between(csat(500, 500), csat(2, 3)).base()).isEqualTo(BaseSize.SUPPRESSED);
        assertThat(Change.between(csat(20, 20), csat(500, 500)).base()).isEqualTo(BaseSize.NOT_FOR_COMPARISON);
        assertThat(Change.between(csat(200, 200), csat(500, 500)).base()).isEqualTo(BaseSize.SUFFICIENT);
    }

    @Test
    void aRelativeChangeNeedsATrueZero() {
        assertThat(Change.between(BEFORE, AFTER).relative()).isEmpty();
        assertThat(Change.between(Ces.of(1, 2), Ces.of(1, 2)).relative()).isEmpty();
        assertThat(Change.between(csat(5, 0), csat(1, 4)).relative()).isEmpty();
        Estimate relative =
                Change.between(csat(50, 50), csat(60, 40)).relative().orElseThrow();
        assertThat(relative.value()).isEqualTo(-20);
        assertThat(relative.metric().name()).isEqualTo("relative change in CSAT top-1 of 2");
        assertThat(relative.metric().unit()).isEqualTo(MetricUnit.PERCENT);
        assertThat(relative.metric().range().lower()).isEqualTo(-100);
        assertThat(relative.metric().hasTrueZero()).isFalse();
        assertThat(relative.method()).isEqualTo("MOVER-R");
        assertThat(relative.count()).isEqualTo(200);
        assertThat(relative.effectiveCount()).isEqualTo(200);
    }

    @Test
    void theIntervalOfARelativeChangeAgreesWithTheTestOfTheRatio() {
        // MOVER-R puts the limit θ where the MOVER interval of after − θ·before begins or ends at 0.
        Csat before = csat(50, 50);
        Csat after = csat(60, 40);
        Interval relative = Change.between(before, after)
                .relative()
                .orElseThrow()
                .interval()
                .orElseThrow();
        Interval one = before.estimate().interval().orElseThrow();
        Interval other = after.estimate().interval().orElseThrow();
        double lower = 1 + relative.lower() / 100;
        double upper = 1 + relative.upper() / 100;
        double gapLow = after.value()
                - lower * before.value()
                - Math.hypot(after.value() - other.lower(), lower * (one.upper() - before.value()));
        double gapHigh = after.value()
                - upper * before.value()
                + Math.hypot(other.upper() - after.value(), upper * (before.value() - one.lower()));
        assertThat(gapLow).isCloseTo(0, within(1e-9));
        assertThat(gapHigh).isCloseTo(0, within(1e-9));
    }

    @Test
    void theIntervalOfARelativeChangeIsAbsentWhereTheEarlierOneReachesZero() {
        Quantity amount = Quantity.amount("refunds", MetricUnit.of("euro", " €", 2), Direction.LOWER_IS_BETTER);
        Mean small = Mean.of(amount, 0, 0, 0, 1);
        Mean large = Mean.of(amount, 9, 10, 11, 12);
        Estimate relative = Change.between(small, large).relative().orElseThrow();
        assertThat(relative.value()).isCloseTo(4100, within(1e-9));
        assertThat(relative.interval()).isEmpty();
        assertThat(relative.notes()).containsExactly("no interval: the interval before reaches 0");
        Estimate fall = Change.between(large, small).relative().orElseThrow();
        assertThat(fall.interval().orElseThrow().lower()).isEqualTo(-100);
        assertThat(fall.interval().orElseThrow().upper()).isLessThan(0);
        assertThat(Change.between(large, Mean.of(amount, 3))
                        .relative()
                        .orElseThrow()
                        .interval())
                .isEmpty();
    }

    @Test
    void twoChangesCanBeCompared() {
        Change control = Change.between(csat(50, 50), csat(48, 52));
        Change treated = Change.between(csat(50, 50), csat(20, 80));
        Change effect = Change.between(control, treated);
        assertThat(effect.value()).isCloseTo(28, within(1e-12));
        assertThat(effect.metric().name()).isEqualTo("change in change in CSAT top-1 of 2");
        Interval first = control.difference().interval().orElseThrow();
        Interval second = treated.difference().interval().orElseThrow();
        assertThat(effect.difference().interval().orElseThrow().lower())
                .isCloseTo(28 - Math.hypot(30 - second.lower(), first.upper() - 2), within(1e-9));
        assertThat(effect.verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void aMixOfLimitsAndStandardErrorsIsCombinedByTheirLimits() {
        Scale scale = Scale.highIsGood(1, 5);
        RatingCounts counts = RatingCounts.of(scale, 2, 4, 8, 10, 6);
        Change ofMeans = Change.between(Csat.from(Csat.mean(scale), counts), Csat.from(Csat.mean(scale), counts));
        assertThat(ofMeans.value()).isZero();
        assertThat(ofMeans.pValue().orElseThrow()).isEqualTo(1);
        assertThat(ofMeans.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}

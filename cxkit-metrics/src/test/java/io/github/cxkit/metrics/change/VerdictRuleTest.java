package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import org.junit.jupiter.api.Test;

class VerdictRuleTest {

    private static final Nps BEFORE = Nps.promoters(400).passives(300).detractors(300);
    private static final Nps AFTER = Nps.promoters(500).passives(300).detractors(200);

    private static Score bottomBox(long dissatisfied) {
        return Csat.from(
                Csat.bottomBox(Scale.highIsGood(1, 5), 1),
                RatingCounts.of(Scale.highIsGood(1, 5), dissatisfied, 0, 0, 0, 1000 - dissatisfied));
    }

    private static Score oneFour() {
        return Csat.from(Csat.mean(Scale.highIsGood(1, 5)), RatingCounts.of(Scale.highIsGood(1, 5), 0, 0, 0, 1, 0));
    }

    @Test
    void judgesByTheIntervalAndTheDirection() {
        VerdictRule rule = VerdictRule.withDefaults();
        assertThat(rule.confidence()).isEqualTo(0.95);
        assertThat(rule.judge(Change.between(BEFORE, AFTER))).isEqualTo(Verdict.IMPROVED);
        assertThat(rule.judge(Change.between(AFTER, BEFORE))).isEqualTo(Verdict.WORSENED);
        assertThat(rule.judge(
                        Change.between(BEFORE, Nps.promoters(400).passives(300).detractors(300))))
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(rule.judge(Change.between(bottomBox(300), bottomBox(200)))).isEqualTo(Verdict.IMPROVED);
        assertThat(rule.judge(Change.between(bottomBox(200), bottomBox(300)))).isEqualTo(Verdict.WORSENED);
        assertThat(rule.excludesZero(Change.between(BEFORE, AFTER))).isTrue();
        assertThat(rule.excludesZero(
                        Change.between(BEFORE, Nps.promoters(400).passives(300).detractors(300))))
                .isFalse();
    }

    @Test
    void nothingMaterialGoesBeforeImprovedAndUsesTheIntervalOfTwoOneSidedTests() {
        Change change = Change.between(BEFORE, AFTER);
        VerdictRule rule = VerdictRule.withDefaults();
        double upperOf90 = change.estimate(0.9).interval().orElseThrow().upper();

        assertThat(rule.withSmallestEffectOfInterest(upperOf90 + 1e-9).judge(change))
                .isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(rule.withSmallestEffectOfInterest(upperOf90 - 1e-9).judge(change))
                .isEqualTo(Verdict.IMPROVED);
        Change down = Change.between(AFTER, BEFORE);
        assertThat(rule.withSmallestEffectOfInterest(upperOf90 + 1e-9).judge(down))
                .isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(rule.withSmallestEffectOfInterest(upperOf90 - 1e-9).judge(down))
                .isEqualTo(Verdict.WORSENED);
    }

    @Test
    void aChangeJudgesByItsRule() {
        Change change = Change.between(BEFORE, AFTER);
        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.withSmallestEffectOfInterest(50).verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(change.withConfidence(0.99).difference()).isEqualTo(change.estimate(0.99));
        assertThat(change.withConfidence(0.99)).isNotEqualTo(change);
        assertThat(change.withConfidence(0.99).withSmallestEffectOfInterest(3))
                .isEqualTo(change.withSmallestEffectOfInterest(3).withConfidence(0.99))
                .hasSameHashCodeAs(change.withSmallestEffectOfInterest(3).withConfidence(0.99));
        assertThat(change.pValue().orElseThrow())
                .isCloseTo(change.testAgainst(0).pValue(), within(0.0));
        Change ofOneAnswerEach = Change.between(oneFour(), oneFour());
        assertThat(ofOneAnswerEach.pValue()).isEmpty();
        assertThat(VerdictRule.withDefaults().excludesZero(ofOneAnswerEach)).isFalse();
    }

    @Test
    void boundsAreNamed() {
        VerdictRule rule = VerdictRule.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.withConfidence(0.5))
                .withMessage("confidence must be between 0.5 and 1, but was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.withConfidence(95))
                .withMessageContaining("Maybe 0.95 is meant.");
        assertThatIllegalArgumentException().isThrownBy(() -> rule.withConfidence(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.withSmallestEffectOfInterest(0))
                .withMessage("smallest effect of interest must be in (0, ∞), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.withSmallestEffectOfInterest(Double.POSITIVE_INFINITY));
        assertThat(rule.withConfidence(0.9).withSmallestEffectOfInterest(2))
                .isEqualTo(rule.withSmallestEffectOfInterest(2).withConfidence(0.9))
                .hasSameHashCodeAs(rule.withSmallestEffectOfInterest(2).withConfidence(0.9))
                .isNotEqualTo(rule.withConfidence(0.9))
                .isNotEqualTo(rule.withSmallestEffectOfInterest(2));
    }
}

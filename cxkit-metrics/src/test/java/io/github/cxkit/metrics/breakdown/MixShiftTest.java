package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixShiftTest {

    private static Breakdown<String, CustomScore> classes(Object... parts) {
        Map<String, RatingCounts> counts = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 4) {
            counts.put(
                    (String) parts[i],
                    Nps.promoters((int) parts[i + 1])
                            .passives((int) parts[i + 2])
                            .detractors((int) parts[i + 3])
                            .counts());
        }
        return Breakdown.of(Nps.STANDARD, CustomScore::from, counts);
    }

    @Test
    void aFallMayBeAllMix() {
        MixShift<String> shift =
                MixShift.between(classes("A", 70, 20, 10, "B", 20, 30, 50), classes("A", 70, 20, 10, "B", 60, 90, 150));
        assertThat(shift.change().value()).isEqualTo(-22.5);
        assertThat(shift.rate()).isZero();
        assertThat(shift.mix()).isCloseTo(-22.5, within(1e-12));
        assertThat(shift.effects()).extracting(MixShift.Effect::key).containsExactly("A", "B");
        assertThat(shift.effects().get(0).mix()).isCloseTo(-14.0625, within(1e-12));
        assertThat(shift.effects().get(1).total()).isCloseTo(-8.4375, within(1e-12));
        assertThat(shift.isSimpsonsParadox()).isFalse();
        Change total = Change.between(
                Nps.promoters(90).passives(50).detractors(60),
                Nps.promoters(130).passives(110).detractors(160));
        assertThat(shift.change().difference()).isEqualTo(total.difference());
        assertThat(shift).hasToString(shift.change() + " = rate 0.0 + mix -22.5");
    }

    @Test
    void everySegmentMayRiseWhileTheTotalFalls() {
        Breakdown<String, CustomScore> before = classes("business", 80, 10, 10, "private", 10, 5, 5);
        Breakdown<String, CustomScore> after = classes("business", 18, 1, 1, "private", 60, 20, 20);
        MixShift<String> shift = MixShift.between(before, after);
        assertThat(shift.rate()).isPositive();
        assertThat(shift.change().value()).isNegative();
        assertThat(shift.rate() + shift.mix()).isCloseTo(shift.change().value(), within(1e-12));
        assertThat(shift.isSimpsonsParadox()).isTrue();
        assertThat(MixShift.between(after, before).isSimpsonsParadox()).isTrue();
    }

    @Test
    void aSegmentThatStoodStillIsNoParadox() {
        assertThat(MixShift.between(
                                classes("a", 80, 10, 10, "b", 10, 5, 5, "c", 1, 1, 0),
                                classes("a", 18, 1, 1, "b", 60, 20, 20, "c", 2, 2, 0))
                        .isSimpsonsParadox())
                .isFalse();
        assertThat(MixShift.between(classes("a", 1, 0, 1), classes("a", 2, 0, 1))
                        .isSimpsonsParadox())
                .isFalse();
        assertThat(MixShift.between(classes("a", 1, 0, 1), classes("b", 2, 0, 1))
                        .isSimpsonsParadox())
                .isFalse();
        assertThat(MixShift.between(classes("a", 1, 0, 1), classes("a", 1, 0, 1))
                        .isSimpsonsParadox())
                .isFalse();
    }

    @Test
    void segmentsThatCameOrWentDoNotMove() {
        MixShift<String> shift =
                MixShift.between(classes("a", 50, 40, 10, "gone", 5, 10, 30), classes("a", 40, 40, 20, "new", 0, 0, 0));
        assertThat(shift.effects()).extracting(MixShift.Effect::key).containsExactly("a", "gone");
        MixShift.Effect<String> gone = shift.effect("gone").orElseThrow();
        assertThat(gone.rate()).isZero();
        assertThat(gone.percentAfter()).isZero();
        assertThat(gone.after().isEmpty()).isTrue();
        assertThat(shift.isSimpsonsParadox()).isTrue();
        assertThat(shift.effect("new")).isEmpty();
    }

    @Test
    void sharesGoByWeightWhereWeightsDiffer() {
        Breakdown<String, CustomScore> before =
                Breakdown.of(Nps.STANDARD, CustomScore::from, Map.of("a", weighted(10, 1), "b", weighted(0, 3)));
        Breakdown<String, CustomScore> after =
                Breakdown.of(Nps.STANDARD, CustomScore::from, Map.of("a", weighted(10, 1), "b", weighted(0, 1)));
        MixShift<String> shift = MixShift.between(before, after);
        MixShift.Effect<String> a = shift.effect("a").orElseThrow();
        assertThat(a.percentBefore()).isCloseTo(25, within(1e-12));
        assertThat(a.percentAfter()).isCloseTo(50, within(1e-12));
        assertThat(shift.mix()).isCloseTo(50, within(1e-12));
        assertThat(shift.rate()).isZero();
        assertThat(shift.change().value()).isCloseTo(50, within(1e-12));
    }

    private static RatingCounts weighted(int answer, double weight) {
        RatingTally tally = RatingTally.on(Nps.STANDARD.scale());
        tally.accept(answer, weight);
        tally.accept(answer, weight);
        return tally.counts();
    }

    @Test
    void pointsOutsideTheDenominatorAreInNoShare() {
        RatingMetric definition = Csat.goodOverBad(Scale.highIsGood(1, 5));
        RatingTally heavy = RatingTally.on(definition.scale());
        heavy.accept(3, 7);
        heavy.accept(5, 2);
        RatingTally light = RatingTally.on(definition.scale());
        light.accept(1);
        light.accept(3);
        light.accept(3);
        Breakdown<String, CustomScore> before =
                Breakdown.of(definition, CustomScore::from, Map.of("a", heavy.counts(), "b", light.counts()));
        Breakdown<String, CustomScore> after = Breakdown.of(
                definition,
                CustomScore::from,
                Map.of(
                        "a", RatingCounts.of(definition.scale(), 0, 0, 50, 0, 1),
                        "b", RatingCounts.of(definition.scale(), 1, 0, 0, 0, 0)));
        MixShift<String> shift = MixShift.between(before, after);
        assertThat(shift.effect("a").orElseThrow().percentBefore()).isCloseTo(200 / 3.0, within(1e-12));
        assertThat(shift.effect("a").orElseThrow().percentAfter()).isEqualTo(50);
        assertThat(shift.mix()).isCloseTo(50 - 200 / 3.0, within(1e-12));
    }

    @Test
    void periodsWithoutAnswersAndOtherDefinitionsAreRefused() {
        Breakdown<String, CustomScore> some = classes("a", 1, 1, 1);
        Breakdown<String, CustomScore> none = classes("a", 0, 0, 0);
        assertThatIllegalStateException()
                .isThrownBy(() -> MixShift.between(none, some))
                .withMessage("why NPS moved needs answers before and after, but there were none before");
        assertThatIllegalStateException()
                .isThrownBy(() -> MixShift.between(some, none))
                .withMessage("why NPS moved needs answers before and after, but there were none after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixShift.between(some, Breakdown.of(Csat.TOP_2_OF_5, CustomScore::from, Map.of())))
                .withMessageContaining("cannot be compared with");
    }

    @Test
    void anNpsChangeIsPromotersGainedAndDetractorsLost() {
        NpsShift shift = NpsShift.between(
                Nps.promoters(45).passives(35).detractors(20),
                Nps.promoters(47).passives(38).detractors(15));
        assertThat(shift.promotersGained()).isEqualTo(2);
        assertThat(shift.detractorsLost()).isEqualTo(5);
        assertThat(shift.total()).isEqualTo(7);

        NpsShift ofAnswers = NpsShift.between(Nps.of(10, 8, 0, 6), Nps.of(9, 9, 7, 5));
        assertThat(ofAnswers).isEqualTo(new NpsShift(25, 25));
    }

    @Test
    void anNpsChangeGoesByWeightWhereWeightsDiffer() {
        RatingTally tally = RatingTally.on(Nps.STANDARD.scale());
        tally.accept(10, 1);
        tally.accept(3, 3);
        NpsShift shift = NpsShift.between(Nps.from(tally.counts()), Nps.of(10, 3));
        assertThat(shift).isEqualTo(new NpsShift(25, 25));
    }

    @Test
    void anNpsChangeNeedsAnswersOfOneDefinition() {
        Nps some = Nps.of(9);
        assertThatIllegalStateException()
                .isThrownBy(() -> NpsShift.between(some, Nps.of()))
                .withMessage("NPS is undefined for zero answers");
        Nps other = Nps.from(Nps.ONE_TO_TEN, RatingCounts.empty(Nps.ONE_TO_TEN.scale()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsShift.between(some, other))
                .withMessageContaining("cannot be compared with");
    }
}

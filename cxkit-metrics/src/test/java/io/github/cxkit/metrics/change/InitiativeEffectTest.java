package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.NetMethod;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty.NotEstimable;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitiativeEffectTest {

    private static final Change TREATED = Change.between(nps(450, 350, 200), nps(520, 330, 150));
    private static final Change CONTROL = Change.between(nps(460, 340, 210), nps(460, 335, 205));

    private static final Estimator WALD = Estimator.withDefaults().withNetMethod(NetMethod.WALD);

    private static Nps nps(long promoters, long passives, long detractors) {
        return Nps.promoters(promoters).passives(passives).detractors(detractors);
    }

    private static Nps nps(Row row, String column) {
        String[] counts = row.text(column).split(";", -1);
        return nps(Long.parseLong(counts[2]), Long.parseLong(counts[1]), Long.parseLong(counts[0]));
    }

    static Stream<Row> tallies() {
        return ReferenceCsv.rows(InitiativeEffectTest.class, "did_nps_tallies.csv");
    }

    @ParameterizedTest
    @MethodSource("tallies")
    void waldAsInR(Row row) {
        Change effect = InitiativeEffect.of(Change.between(nps(row, "treat_before"), nps(row, "treat_after")))
                .withControl(Change.between(nps(row, "control_before"), nps(row, "control_after")))
                .change();
        Score wald = WALD.figure(effect);

        assertThat(effect.value() / 100).isCloseTo(row.number("did"), within(1e-12));
        assertThat(wald.value()).isEqualTo(effect.value());
        assertThat(wald.metric()).isEqualTo(effect.metric());
        assertThat(wald.count()).isEqualTo(effect.count());
        assertThat(wald.effectiveCount()).isEqualTo(effect.effectiveCount());
        Interval interval = wald.estimate().interval().orElseThrow();
        assertThat(wald.estimate().method()).isEqualTo("Wald");
        assertThat(interval.lower() / 100).isCloseTo(row.number("lower95"), within(1e-12));
        assertThat(interval.upper() / 100).isCloseTo(row.number("upper95"), within(1e-12));
        assertThat(wald.testAgainst(0).statistic()).isCloseTo(row.number("z"), within(1e-9));
        assertThat(wald.testAgainst(0).pValue()).isCloseTo(row.number("p"), within(1e-9));
    }

    @Test
    void withAControlGroupItIsTheChangeOfTheChanges() {
        Change effect = InitiativeEffect.of(TREATED).withControl(CONTROL).change();

        assertThat(effect.value()).isCloseTo(TREATED.value() - CONTROL.value(), within(1e-12));
        assertThat(effect.difference())
                .isEqualTo(Change.between(CONTROL, TREATED).difference());
        assertThat(effect.count()).isEqualTo(4010);
        assertThat(effect.effectiveCount()).isEqualTo(4010);
        assertThat(effect.metric()).isEqualTo(ChangeMetric.of(ChangeMetric.of(Nps.STANDARD)));
        assertThat(effect.base()).isEqualTo(TREATED.base());
        assertThat(effect.after()).contains(TREATED);
        assertThat(effect.before()).contains(CONTROL);
        assertThat(effect.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(effect.pValue().orElseThrow()).isBetween(0.01, 0.05);
        assertThat(effect.withConfidence(0.99).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(effect.withConfidence(0.99).difference().confidence()).isEqualTo(0.99);
        assertThat(effect.withSmallestEffectOfInterest(40).verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
        assertThat(effect.threats()).containsExactly(ValidityThreat.PARALLEL_TRENDS_ASSUMED);
    }

    @Test
    void withoutAControlGroupItIsThePlainChangeAndSaysSo() {
        InitiativeEffect initiative = InitiativeEffect.of(TREATED);
        Change effect = initiative.change();

        assertThat(effect.difference()).isEqualTo(TREATED.difference());
        assertThat(effect.metric()).isEqualTo(TREATED.metric());
        assertThat(effect.uncertainty().limits(TREATED.value(), 1))
                .isEqualTo(TREATED.uncertainty().limits(TREATED.value(), 1));
        assertThat(effect.before()).isEqualTo(TREATED.before());
        assertThat(effect.threats()).containsExactly(ValidityThreat.NO_CONTROL, ValidityThreat.SEASONALITY);
        assertThat(initiative.withSameSeason().change().threats()).containsExactly(ValidityThreat.NO_CONTROL);
        assertThat(initiative).hasToString("effect: " + TREATED + ", [NO_CONTROL, SEASONALITY]");
        // √(0.5875 − 0.0625 + …): two of the four variances
        Interval wald = WALD.estimate(effect).interval().orElseThrow();
        double error = Math.sqrt((0.65 - 0.0625) / 1000 + (0.67 - 0.1369) / 1000);
        assertThat(wald.width() / 200).isCloseTo(1.959963984540054 * error, within(1e-12));
    }

    @Test
    void aUnitPickedForBeingBadGetsBetterByItselfUnlessTheControlDoesAsWell() {
        InitiativeEffect alone = InitiativeEffect.of(TREATED).withSelectionOnPoorResults();
        assertThat(alone.change().threats())
                .containsExactly(
                        ValidityThreat.NO_CONTROL, ValidityThreat.SEASONALITY, ValidityThreat.REGRESSION_TO_THE_MEAN);
        assertThat(alone.withControl(CONTROL).change().threats())
                .containsExactly(ValidityThreat.REGRESSION_TO_THE_MEAN, ValidityThreat.PARALLEL_TRENDS_ASSUMED);
        assertThat(alone.withControl(CONTROL).withGroupsDrawnByLot().change().threats())
                .isEmpty();
        assertThat(alone.withControl(CONTROL)
                        .withGroupsDrawnByLot()
                        .withSameSeason()
                        .change()
                        .threats())
                .isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(alone::withGroupsDrawnByLot)
                .withMessage("groups drawn by lot need a control group, but there is none");
    }

    @Test
    void showsTheEffectTheVerdictAndTheLimits() {
        InitiativeEffect effect = InitiativeEffect.of(Change.between(nps(450, 350, 200), nps(520, 330, 150)))
                .withControl(Change.between(nps(450, 340, 210), nps(460, 335, 205)));
        assertThat(effect)
                .hasToString(
                        "effect: change in change in NPS 10.5 (95% CI 1.0 to 19.9, n=4000): IMPROVED, [PARALLEL_TRENDS_ASSUMED]");
    }

    @Test
    void everyLimitExplainsItself() {
        for (ValidityThreat limit : ValidityThreat.values()) {
            assertThat(limit.explanation()).endsWith(".").hasSizeGreaterThan(40);
        }
        assertThat(ValidityThreat.NO_CONTROL.explanation()).contains("no control group");
    }

    @Test
    void meansTakeWelchOfTheTwoChanges() {
        Quantity value = Quantity.of("order value", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);
        Change effect = InitiativeEffect.of(Change.between(Mean.of(value, 1, 2, 3), Mean.of(value, 4, 6, 8)))
                .withControl(Change.between(Mean.of(value, 1, 3, 5), Mean.of(value, 2, 3, 4)))
                .change();

        assertThat(effect.value()).isEqualTo(4);
        // Four variances of a mean: 1/3, 4/3, 4/3, 1/3.
        assertThat(((StandardError) effect.uncertainty()).standardError())
                .isCloseTo(Math.sqrt(10.0 / 3), within(1e-12));
        assertThat(WALD.figure(effect).estimate())
                .as("means have no other method")
                .isEqualTo(effect.estimate());
    }

    @Test
    void whereNoAnswerVariesWaldHasNoIntervalThoughTheDefaultHas() {
        Change effect = Change.between(nps(0, 5, 0), nps(5, 0, 0));

        assertThat(WALD.figure(effect).uncertainty()).isEqualTo(new NotEstimable("no answer varies"));
        assertThat(effect.difference().interval()).isPresent();
        // One answer has no variance.
        Interval one = WALD.estimate(Change.between(nps(0, 1, 0), nps(1, 0, 1)))
                .interval()
                .orElseThrow();
        assertThat(one.width() / 200).isCloseTo(1.959963984540054 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void onlyChangesOfOneMetricAreTaken() {
        Scale scale = Scale.highIsGood(1, 5);
        Csat share = Csat.from(Csat.TOP_2_OF_5, RatingCounts.of(scale, 1, 1, 1, 1, 1));
        Csat other = Csat.from(Csat.TOP_2_OF_5, RatingCounts.of(scale, 1, 1, 1, 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitiativeEffect.of(TREATED).withControl(Change.between(share, other)));
    }

    @Provide
    Arbitrary<int[]> counts() {
        return Arbitraries.integers().between(0, 300).array(int[].class).ofSize(12);
    }

    @Property
    void swappingTreatedAndControlMirrorsAndGroupsThatMovedAlikeNeverDiffer(@ForAll("counts") int[] counts) {
        Change one = Change.between(nps(counts[0] + 1, counts[1], counts[2]), nps(counts[3], counts[4] + 1, counts[5]));
        Change other =
                Change.between(nps(counts[6], counts[7] + 1, counts[8]), nps(counts[9], counts[10], counts[11] + 1));
        Change there = InitiativeEffect.of(one).withControl(other).change();
        Change back = InitiativeEffect.of(other).withControl(one).change();
        Interval interval = there.difference().interval().orElseThrow();
        Interval mirrored = back.difference().interval().orElseThrow();

        assertThat(back.value()).isCloseTo(-there.value(), within(1e-12));
        assertThat(mirrored.lower()).isCloseTo(-interval.upper(), within(1e-9));
        assertThat(mirrored.upper()).isCloseTo(-interval.lower(), within(1e-9));
        Change alike =
                Change.between(nps(counts[0] + 1, counts[1], counts[2]), nps(counts[3], counts[4] + 1, counts[5]));
        assertThat(one.against(alike).value()).isZero();
        assertThat(one.against(alike).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void equalEffectsAreEqual() {
        InitiativeEffect effect = InitiativeEffect.of(TREATED).withControl(CONTROL);
        InitiativeEffect same = InitiativeEffect.of(TREATED).withControl(CONTROL);
        assertThat(effect).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(effect)
                .isNotEqualTo(InitiativeEffect.of(TREATED))
                .isNotEqualTo(same.withSameSeason())
                .isNotEqualTo(same.withSelectionOnPoorResults())
                .isNotEqualTo(same.withGroupsDrawnByLot())
                .isNotEqualTo(InitiativeEffect.of(TREATED.withConfidence(0.9)).withControl(CONTROL));
    }
}

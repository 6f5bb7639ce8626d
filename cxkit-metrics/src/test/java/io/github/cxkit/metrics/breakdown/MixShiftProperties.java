package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

class MixShiftProperties {

    /** 1e-12 of the 200 points that an NPS has. */
    private static final Offset<Double> TOLERANCE = within(2e-10);

    record Row(int group, int answer, double weight) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.oneOf(
                                Arbitraries.just(1.0), Arbitraries.doubles().between(0.1, 9)))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Breakdown<Integer, CustomScore> byGroup(List<Row> rows) {
        return rows.stream()
                .collect(Breakdown.by(
                        Row::group,
                        CustomScore.toScore(Nps.STANDARD, (tally, row) -> tally.accept(row.answer(), row.weight()))));
    }

    private static Nps nps(List<Row> rows) {
        return rows.stream().collect(Nps.toNps(Row::answer, Row::weight));
    }

    @Property
    void rateAndMixAreTheChange(@ForAll("rows") List<Row> before, @ForAll("rows") List<Row> after) {
        MixShift<Integer> shift = MixShift.between(byGroup(before), byGroup(after));
        double change = nps(after).value() - nps(before).value();
        assertThat(shift.rate() + shift.mix()).isCloseTo(change, TOLERANCE);
        assertThat(shift.effects().stream().mapToDouble(MixShift.Effect::total).sum())
                .isCloseTo(change, TOLERANCE);
        assertThat(shift.effects().stream()
                        .mapToDouble(MixShift.Effect::percentBefore)
                        .sum())
                .isCloseTo(100, TOLERANCE);
        assertThat(shift.effects().stream()
                        .mapToDouble(MixShift.Effect::percentAfter)
                        .sum())
                .isCloseTo(100, TOLERANCE);
    }

    @Property
    void swappingThePeriodsNegatesEverything(@ForAll("rows") List<Row> before, @ForAll("rows") List<Row> after) {
        MixShift<Integer> there = MixShift.between(byGroup(before), byGroup(after));
        MixShift<Integer> back = MixShift.between(byGroup(after), byGroup(before));
        assertThat(back.rate()).isCloseTo(-there.rate(), TOLERANCE);
        assertThat(back.mix()).isCloseTo(-there.mix(), TOLERANCE);
        assertThat(back.isSimpsonsParadox()).isEqualTo(there.isSimpsonsParadox());
    }

    @Property
    void nothingMovesFromItselfToItself(@ForAll("rows") List<Row> rows) {
        MixShift<Integer> shift = MixShift.between(byGroup(rows), byGroup(rows));
        assertThat(shift.rate()).isZero();
        assertThat(shift.mix()).isZero();
        assertThat(shift.isSimpsonsParadox()).isFalse();
    }

    @Property
    void oneSegmentHasNoMix(@ForAll("rows") List<Row> before, @ForAll("rows") List<Row> after) {
        MixShift<Integer> shift = MixShift.between(
                byGroup(before).regroup(group -> 0), byGroup(after).regroup(group -> 0));
        assertThat(shift.mix()).isZero();
        assertThat(shift.rate()).isCloseTo(shift.change().value(), TOLERANCE);
    }

    @Property
    void promotersGainedAndDetractorsLostAreTheChange(
            @ForAll("rows") List<Row> before, @ForAll("rows") List<Row> after) {
        NpsShift shift = NpsShift.between(nps(before), nps(after));
        assertThat(shift.total()).isCloseTo(nps(after).value() - nps(before).value(), TOLERANCE);
        NpsShift back = NpsShift.between(nps(after), nps(before));
        assertThat(back.promotersGained()).isCloseTo(-shift.promotersGained(), TOLERANCE);
        assertThat(back.detractorsLost()).isCloseTo(-shift.detractorsLost(), TOLERANCE);
    }
}

package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RatingCountsTest {

    private static final Scale SCALE = Nps.STANDARD.scale();

    private static RatingCounts weighted() {
        RatingTally tally = RatingTally.on(SCALE);
        tally.accept(10, 0.3);
        tally.accept(9, 1.7);
        tally.accept(0, 1.0);
        tally.accept(5, 0.0);
        tally.accept(Answer.SKIPPED);
        tally.accept(Answer.NOT_APPLICABLE);
        return tally.counts();
    }

    @Test
    void travelAsLongs() {
        long[] plain = RatingCounts.of(SCALE, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5).toLongs();
        assertThat(plain).hasSize(21).startsWith(1, 0, 10, 1, 0, 0, 0, 0).endsWith(0, 5);
        assertThat(Nps.from(RatingCounts.fromLongs(Nps.STANDARD, plain)).promoters())
                .isEqualTo(5);
        assertThat(weighted().toLongs()).hasSize(10 + 33);
        assertThat(RatingCounts.fromLongs(Nps.STANDARD, weighted().toLongs())).isEqualTo(weighted());
        assertThat(RatingCounts.fromLongs(
                        Nps.STANDARD, RatingCounts.empty(SCALE).toLongs()))
                .isEqualTo(RatingCounts.empty(SCALE));
    }

    @Test
    void classCountsTravelToo() {
        Nps nps = Nps.promoters(3).passives(2).detractors(1);
        RatingCounts back = RatingCounts.fromLongs(Nps.STANDARD, nps.counts().toLongs());
        assertThat(Nps.from(Nps.STANDARD, back)).isEqualTo(nps);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RatingCounts.fromLongs(Csat.TOP_2_OF_5, nps.counts().toLongs()));
    }

    @Test
    void whatIsReadBackIsChecked() {
        assertRefused(longs -> longs[0] = 2, "layout 1, but was of layout 2");
        assertRefused(longs -> longs[2] = 5, "on the scale of NPS");
        assertRefused(longs -> longs[3] = -1, "low is good");
        assertRefused(longs -> longs[4] = 0, "must have 21 longs, but had 43");
        assertRefused(longs -> longs[4] = 2, "longs");
        assertRefused(longs -> longs[5] = -1, "skipped must be at least 0, but was -1");
        assertRefused(longs -> longs[6] = -1, "not applicable must be at least 0");
        assertRefused(longs -> longs[7] = -1, "zero weight must be at least 0");
        assertRefused(longs -> longs[8] = Double.doubleToLongBits(5), "smallest and largest weight");
        assertRefused(longs -> longs[8] = Double.doubleToLongBits(0), "smallest and largest weight");
        assertRefused(longs -> longs[9] = Double.doubleToLongBits(Double.NaN), "weight must be 0 or in");
        assertRefused(longs -> longs[10] = -1, "count at 0 must be at least 0");
        assertRefused(longs -> longs[20] = 0, "sum of weights");
        assertRefused(longs -> longs[21] = Double.doubleToLongBits(-1), "sum of weights");
        assertRefused(longs -> longs[42] = Double.doubleToLongBits(Double.POSITIVE_INFINITY), "sum of weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, new long[3]))
                .withMessage("state must have at least 10 longs, but had 3");
        long[] unequal = RatingCounts.of(SCALE, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5).toLongs();
        unequal[9] = Double.doubleToLongBits(2);
        assertThatIllegalArgumentException().isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, unequal));
    }

    private static void assertRefused(Consumer<long[]> damage, String message) {
        long[] longs = weighted().toLongs();
        damage.accept(longs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, longs))
                .withMessageContaining(message);
    }

    @Test
    void areSerialisable() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(weighted());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(weighted());
        }
    }

    @Test
    void knownCountsKnowWhoDidNotAnswerToo() {
        RatingCounts counts = weighted().withMissing(12, 3);
        assertThat(counts.skipped()).isEqualTo(12);
        assertThat(counts.notApplicable()).isEqualTo(3);
        assertThat(counts.zeroWeight()).isEqualTo(1);
        assertThat(counts.withMissing(1, 1)).isEqualTo(weighted());
        assertThat(Nps.from(counts).estimate()).isEqualTo(Nps.from(weighted()).estimate());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.withMissing(-1, 0))
                .withMessage("skipped must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.withMissing(0, -1))
                .withMessage("not applicable must be at least 0, but was -1");
        assertThatThrownBy(() -> counts.withMissing(Long.MAX_VALUE, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("more answers than a long can count");
    }

    @Test
    void knownCountsAreTakenAndChecked() {
        long[] counts = {1, 2, 3};
        RatingCounts taken = RatingCounts.of(Scale.highIsGood(1, 3), counts);
        counts[0] = 99;
        assertThat(taken.count(1)).isEqualTo(1);
        assertThat(taken.count()).isEqualTo(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.of(SCALE, 1, 2))
                .withMessage("one count per point of 0–10, high is good is needed, that is 11, but there were 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.of(Scale.highIsGood(1, 2), 1, -2))
                .withMessage("count at 2 must be at least 0, but was -2");
        assertThatThrownBy(() -> RatingCounts.of(Scale.highIsGood(1, 2), Long.MAX_VALUE, 1))
                .isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> taken.count(4));
        assertThatIllegalArgumentException().isThrownBy(() -> taken.weight(0));
    }

    @Test
    void equalWeightsDoNotMakeThemWeighted() {
        RatingTally tally = RatingTally.on(SCALE);
        tally.accept(10, 0.1);
        tally.accept(3, 0.1);
        assertThat(tally.counts().isWeighted()).isFalse();
        assertThat(tally.counts().weight(10)).isEqualTo(0.1);
        RatingTally other = RatingTally.on(SCALE);
        other.accept(10, 0.2);
        RatingCounts sum = tally.counts().plus(other.counts());
        assertThat(sum.isWeighted()).isTrue();
        assertThat(sum.weight(10)).isEqualTo(0.1 + 0.2);
        assertThat(Nps.from(sum).effectiveCount())
                .isCloseTo(0.4 * 0.4 / 0.06, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void showCountsAndWhatStandsBeside() {
        assertThat(weighted())
                .hasToString("RatingCounts[0–10, high is good: 1 0 0 0 0 0 0 0 0 1 1, n=3, skipped 1, not applicable 1,"
                        + " weight zero 1, weighted]");
        assertThat(weighted()).isNotEqualTo(RatingCounts.empty(SCALE)).hasSameHashCodeAs(weighted());
    }

    @Test
    void aHundredPerCentByWeightIsNoMore() {
        RatingTally tally = RatingTally.on(Csat.THUMBS.scale());
        tally.accept(1, 0.1);
        tally.accept(1, 0.7);
        assertThat(Csat.from(Csat.THUMBS, tally.counts()).value()).isEqualTo(100);
    }

    @Test
    void theWeightInTheDenominatorIsThatWhichWasGiven() {
        RatingTally tally = RatingTally.on(Csat.TOP_2_OF_5.scale());
        tally.accept(5, 0.25);
        tally.accept(3, 0.25);
        assertThat(Csat.from(Csat.TOP_2_OF_5, tally.counts()).weight()).isEqualTo(0.5);
        assertThat(Csat.from(Csat.goodOverBad(tally.counts().scale()), tally.counts())
                        .weight())
                .isEqualTo(0.25);
        assertThat(Nps.promoters(3).passives(2).detractors(1).weight()).isEqualTo(6);
        assertThat(Nps.of().weight()).isZero();
    }
}

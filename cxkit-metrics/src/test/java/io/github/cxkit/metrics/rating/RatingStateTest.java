package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.numbers.WeightBounds;
import java.io.InvalidObjectException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rating counts and scores as longs and as objects in a stream, and back. */
class RatingStateTest {

    private static final Scale SCALE = Nps.STANDARD.scale();
    private static final int LIGHTEST = 7;
    private static final int HEAVIEST = 8;
    private static final int SKIPPED = 9;
    private static final int COUNTS = 12;
    private static final int SUMS = COUNTS + 11;
    private static final int SQUARES = SUMS + 11;

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

    private static long bits(double number) {
        return Double.doubleToLongBits(number);
    }

    @Test
    void countsTravelAsLongs() {
        long[] plain = RatingCounts.of(SCALE, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5).toLongs();
        assertThat(plain)
                .containsExactly(1, 1, 0, 0, 10, 1, 0, bits(1), bits(1), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5);
        assertThat(Nps.from(RatingCounts.fromLongs(Nps.STANDARD, plain)).promoters())
                .isEqualTo(5);
        assertThat(weighted().toLongs()).hasSize(COUNTS + 33);
        for (RatingCounts counts : List.of(weighted(), RatingCounts.empty(SCALE), equalWeights())) {
            assertThat(RatingCounts.fromLongs(Nps.STANDARD, counts.toLongs())).isEqualTo(counts);
            assertThat(RatingCounts.fromLongs(Csat.mean(SCALE), counts.toLongs()))
                    .isEqualTo(counts);
        }
    }

    private static RatingCounts equalWeights() {
        RatingTally tally = RatingTally.on(SCALE);
        tally.accept(10, 0.1);
        tally.accept(3, 0.1);
        return tally.counts();
    }

    @Test
    void aTallyGoesOnWhereAnotherStopped() {
        RatingTally tally = RatingTally.fromLongs(
                Nps.STANDARD, RatingTally.on(SCALE).add(weighted()).toLongs());
        tally.accept(7);
        assertThat(tally.counts()).isEqualTo(weighted().plus(RatingCounts.of(SCALE, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0)));
    }

    /** What a SUM over columns, grouped by the others, gives in SQL. */
    @Test
    void unweightedStatesAddUpColumnByColumn() {
        RatingTally other = RatingTally.on(SCALE);
        other.accept(Answer.SKIPPED);
        RatingCounts some = RatingCounts.of(SCALE, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5);
        long[] sum = some.toLongs();
        long[] added = other.counts().toLongs();
        assertThat(Arrays.copyOf(added, SKIPPED)).isEqualTo(Arrays.copyOf(sum, SKIPPED));
        for (int column = SKIPPED; column < sum.length; column++) {
            sum[column] += added[column];
        }
        assertThat(RatingCounts.fromLongs(Nps.STANDARD, sum)).isEqualTo(some.plus(other.counts()));
    }

    @Test
    void scoresTravelAndStayWhatTheyAre() {
        Nps nps = Nps.from(weighted());
        assertThat(Nps.fromLongs(Nps.STANDARD, nps.toLongs())).isEqualTo(nps);
        assertThat(nps.toLongs()).startsWith(1, 3, Nps.STANDARD.code(), 1, 1, 0);
        Csat csat = Csat.from(Csat.topBox(SCALE, 2), weighted());
        assertThat(Csat.fromLongs(csat.metric(), csat.toLongs())).isEqualTo(csat);
        Ces ces = Ces.of(7, 6, 5);
        assertThat(Ces.fromLongs(Ces.MEAN, ces.toLongs())).isEqualTo(ces);
        CustomScore custom = CustomScore.from(Csat.mean(SCALE), weighted());
        assertThat(CustomScore.fromLongs(custom.metric(), custom.toLongs())).isEqualTo(custom);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomScore.fromLongs(Csat.topBox(SCALE, 3), custom.toLongs()))
                .withMessageStartingWith("state of a custom score must be of CSAT top-3")
                .withMessageEndingWith("but was of another definition");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, nps.toLongs()))
                .withMessage("state must be of counts on a scale, but was of an NPS");
    }

    @Test
    void aCsatCannotBeReadByAnNpsDefinition() {
        Csat csat = Csat.from(Csat.topBox(SCALE, 2), weighted());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.fromLongs(Nps.STANDARD, csat.toLongs()))
                .withMessage("state must be of an NPS, but was of a CSAT");
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.fromLongs(Nps.STANDARD, csat.toLongs()));
        RatingCounts classes = weighted().classes(csat.metric());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, classes.toLongs()))
                .withMessageStartingWith("state of class counts must be of NPS [");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.from(classes))
                .withMessageStartingWith("class counts of CSAT top-2");
    }

    @Test
    void aStateIsOfTheDefinitionWhateverItsName() {
        Nps renamed = Nps.from(Nps.STANDARD.withName("eNPS"), weighted());
        assertThat(Nps.fromLongs(Nps.STANDARD, renamed.toLongs())).isEqualTo(renamed);
        assertThat(List.of(
                        Nps.STANDARD.code(),
                        Nps.STANDARD.withOffset(100).code(),
                        Nps.STANDARD.withoutPoints(x -> x == 5).code(),
                        Nps.definition("NPS", SCALE, 6, 8).code(),
                        Csat.topBox(SCALE, 2).code(),
                        RatingMetric.share("CSAT", SCALE, x -> x >= 9, Direction.LOWER_IS_BETTER)
                                .code()))
                .doesNotHaveDuplicates();
        assertThat(Nps.STANDARD.withOffset(1).withOffset(-1).code()).isEqualTo(Nps.STANDARD.code());
    }

    @Test
    void classCountsCarryTheirDefinition() {
        Nps nps = Nps.promoters(3).passives(2).detractors(1, Nps.ONE_TO_TEN);
        long[] longs = nps.counts().toLongs();
        assertThat(longs).containsExactly(1, 2, Nps.ONE_TO_TEN.code(), -1, 1, 1, 0, bits(1), bits(1), 0, 0, 0, 1, 2, 3);
        assertThat(Nps.from(Nps.ONE_TO_TEN, RatingCounts.fromLongs(Nps.ONE_TO_TEN, longs)))
                .isEqualTo(nps);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, longs))
                .withMessageEndingWith("but was of another definition");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.from(nps.counts()))
                .withMessageStartingWith("class counts of NPS (1–10) [");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nps.plus(Nps.promoters(3).passives(2).detractors(1)));
        assertThat(nps.counts())
                .isNotEqualTo(Nps.promoters(3).passives(2).detractors(1).counts())
                .hasToString("RatingCounts[classes of NPS (1–10): 1 2 3, n=6, skipped 0, not applicable 0]");
        assertThat(nps.counts().classesOf()).contains(Nps.ONE_TO_TEN);
        assertThatIllegalArgumentException().isThrownBy(() -> RatingTally.fromLongs(Nps.ONE_TO_TEN, longs));
    }

    @Test
    void theBuilderWithoutADefinitionCountsOn0To10() {
        Nps nps = Nps.promoters(3).passives(2).detractors(1);
        assertThat(nps).isEqualTo(Nps.promoters(3).passives(2).detractors(1, Nps.STANDARD));
        assertThat(nps.counts().classesOf()).contains(Nps.STANDARD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.promoters(3).passives(2).detractors(1, Csat.TOP_2_OF_5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.promoters(3).passives(2).detractors(1, Ces.MEAN))
                .withMessageStartingWith("class counts are of net scores and shares, but CES 2.0");
    }

    @Test
    void aPlainCountOnMinus1To1NeedsADefinitionThere() {
        RatingCounts plain = RatingCounts.of(Scale.highIsGood(-1, 1), 20, 35, 45);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.from(Nps.ONE_TO_TEN, plain))
                .withMessage("counts on -1–1 are not of NPS (1–10)\n"
                        + "Maybe use Nps.promoters(…).passives(…).detractors(…, Nps.ONE_TO_TEN).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.from(plain))
                .withMessage(
                        "counts on -1–1 are not of NPS\n" + "Maybe use Nps.promoters(…).passives(…).detractors(…).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.FIVE_POINT, plain.toLongs()))
                .withMessageEndingWith("detractors(…, Nps.FIVE_POINT).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomScore.from(Ces.EASY_SHARE, RatingCounts.of(Csat.THUMBS.scale(), 1, 2)))
                .withMessage(
                        "counts on 0–1 are not of CES easy top-3 of 7\nMaybe use RatingCounts.ofClasses(definition, …).");
        RatingMetric there = RatingMetric.net("trend", plain.scale(), x -> x > 0, x -> x < 0);
        Nps nps = Nps.from(there, RatingCounts.fromLongs(there, plain.toLongs()));
        assertThat(nps.score()).isEqualTo(25);
        assertThat(nps.distribution()).isEqualTo(plain);
        assertThat(nps.plus(Nps.promoters(1).passives(0).detractors(0, there)).promoters())
                .isEqualTo(46);
    }

    @Test
    void classesMarksWhatItMakes() {
        RatingCounts classes = weighted().classes(Nps.STANDARD);
        assertThat(classes.classesOf()).contains(Nps.STANDARD);
        assertThat(classes.classes(Nps.STANDARD)).isSameAs(classes);
        assertThatIllegalArgumentException().isThrownBy(() -> classes.classes(Nps.definition("other", SCALE, 5, 8)));
        assertThatIllegalArgumentException().isThrownBy(() -> classes.plus(weighted()));
        assertThatIllegalArgumentException().isThrownBy(() -> weighted().plus(classes));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingTally.on(classes.scale()).add(classes))
                .withMessageStartingWith("counts on the classes of NPS [");
        assertThat(Nps.from(RatingCounts.fromLongs(Nps.STANDARD, classes.toLongs()))
                        .estimate())
                .isEqualTo(Nps.from(weighted()).estimate());
    }

    @Test
    void sharesHaveClassCountsToo() {
        RatingCounts classes = RatingCounts.ofClasses(Csat.TOP_2_OF_5, 482, 2_206);
        Csat csat = Csat.from(Csat.TOP_2_OF_5, RatingCounts.fromLongs(Csat.TOP_2_OF_5, classes.toLongs()));
        assertThat(csat).hasToString("CSAT top-2 of 5 82.1% (95% CI 80.6 to 83.5, n=2688), class counts");
        assertThat(csat.plus(Csat.of(5, 1)).counts()).isEqualTo(RatingCounts.ofClasses(Csat.TOP_2_OF_5, 483, 2_207));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.ofClasses(Csat.TOP_2_OF_5, 1, 2, 3))
                .withMessageContaining("that is 2, but there were 3");
        assertThatIllegalArgumentException().isThrownBy(() -> RatingCounts.ofClasses(Csat.TOP_2_OF_5, 1, -1));
    }

    /** A sum of answers and class counts ended in "No value present" where the definition leaves points out. */
    @Test
    void answersLeftOutAreAClassOfTheirOwn() {
        RatingMetric definition = Csat.goodOverBad(Scale.highIsGood(1, 5));
        RatingCounts answers = RatingCounts.of(definition.scale(), 1, 2, 7, 4, 5);
        RatingCounts classes = answers.classes(definition);
        assertThat(classes).isEqualTo(RatingCounts.ofClasses(definition, 3, 9, 7));
        Csat one = Csat.from(definition, answers);
        Csat other = Csat.from(definition, RatingCounts.fromLongs(definition, classes.toLongs()));
        assertThat(other.estimate()).isEqualTo(one.estimate());
        assertThat(other.leftOut()).isEqualTo(7);
        assertThat(one.plus(other).counts()).isEqualTo(RatingCounts.ofClasses(definition, 6, 18, 14));
        RatingMetric net = Nps.STANDARD.withoutPoints(x -> x == 5);
        Nps nps = Nps.promoters(2).passives(1).detractors(1, net).plus(Nps.from(net, weighted()));
        assertThat(nps.count()).isEqualTo(7);
        assertThat(nps.score()).isCloseTo(100 * (4 - 2) / 7.0, within(1e-9));
    }

    @Test
    void anOverwrittenSumOfWeightsDoesNotTurnACsatOfAThirdIntoZero() {
        RatingTally tally = RatingTally.on(Csat.TOP_2_OF_5.scale());
        tally.accept(5, 1);
        tally.accept(2, 0.5);
        tally.accept(1, 1.5);
        Csat csat = Csat.from(Csat.TOP_2_OF_5, tally.counts());
        assertThat(csat.value()).isCloseTo(33.3, within(0.05));
        long[] longs = csat.counts().toLongs();
        longs[COUNTS + 5 + 4] = bits(1e-9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Csat.TOP_2_OF_5, longs))
                .withMessage("sums of weights must be in [0.5, 1.5], but were 1.0E-9, squared 1.0, of 1 answers");
    }

    @Test
    void aShortArrayDoesNotEndInAnArrayIndex() {
        long[] longs = weighted().toLongs();
        for (int length = 0; length < longs.length; length++) {
            long[] cut = Arrays.copyOf(longs, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, cut))
                    .withMessageContaining("longs");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, new long[2]))
                .withMessage("state must have at least 3 longs, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, Arrays.copyOf(longs, longs.length + 1)))
                .withMessage("state of counts on a scale must have 45 longs, but had 46");
        assertThatThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("longs");
    }

    @Test
    void whatIsReadBackIsChecked() {
        assertRefused(longs -> longs[0] = 7, "state must be of layout 1, but was of layout 7");
        assertRefused(longs -> longs[1] = 77, "must be of counts on a scale, but was of an unknown kind, 77");
        assertRefused(longs -> longs[2] = 1, "code of counts on a scale must be 0, but was 1");
        assertRefused(longs -> longs[3] = 1L << 32, "lowest point must be in");
        assertRefused(longs -> longs[3] = 10, "scale must have 2 to 1001 points");
        assertRefused(longs -> longs[4] = 5, "cannot be read from counts on another scale, 0–5");
        assertRefused(longs -> longs[5] = -1, "low is good");
        assertRefused(longs -> longs[5] = 0, "sign of the scale must be 1 or -1, but was 0");
        assertRefused(longs -> longs[6] = 0, "must have 23 longs, but had 45");
        assertRefused(longs -> longs[6] = 2, "mark of different weights must be in [0, 1], but was 2");
        assertRefused(longs -> longs[LIGHTEST] = bits(5), "smallest and largest weight");
        assertRefused(longs -> longs[LIGHTEST] = bits(0), "smallest and largest weight must be above 0");
        assertRefused(longs -> longs[HEAVIEST] = bits(Double.NaN), "weight must be 0 or in");
        assertRefused(longs -> longs[SKIPPED] = -1, "skipped must be at least 0, but was -1");
        assertRefused(longs -> longs[SKIPPED + 1] = -1, "not applicable must be at least 0");
        assertRefused(longs -> longs[SKIPPED + 2] = -1, "zero weight must be at least 0");
        assertRefused(longs -> longs[SKIPPED] = Long.MAX_VALUE, "must add up to at most 9223372036854775807");
        assertRefused(longs -> longs[COUNTS] = -1, "count at 0 must be at least 0, but was -1");
        assertRefused(longs -> longs[COUNTS] = Long.MAX_VALUE, "must add up to at most");
        assertRefused(longs -> longs[SUMS] = 0, "sums of weights must be in [0.3, 1.7], but were 0.0");
        assertRefused(longs -> longs[SUMS] = bits(1.8), "sums of weights");
        assertRefused(longs -> longs[SUMS] = bits(Double.NaN), "sums of weights");
        assertRefused(longs -> longs[SUMS + 1] = bits(0.3), "sums of weights must be 0 where there are no answers");
        assertRefused(longs -> longs[SQUARES] = bits(0.99), "such that squares are in [1.0, 1.0]");
        assertRefused(longs -> longs[SQUARES + 10] = bits(Double.POSITIVE_INFINITY), "such that squares are in");
        long[] unequal = RatingCounts.of(SCALE, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5).toLongs();
        unequal[HEAVIEST] = bits(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, unequal))
                .withMessage("smallest and largest weight must be equal, and 1 without answers,"
                        + " but were 1.0 and 2.0 of 6 answers");
    }

    private static void assertRefused(Consumer<long[]> damage, String message) {
        long[] longs = weighted().toLongs();
        damage.accept(longs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingCounts.fromLongs(Nps.STANDARD, longs))
                .withMessageContaining(message);
    }

    /** Of n weights between 0.5 and 2 with one sum the squares lie between those of equal weights and those of extreme ones; enumerated. */
    @Test
    void sumsOfWeightsAreTakenWhereSomeWeightsGiveThem() {
        for (double a = 0.5; a <= 2; a += 0.25) {
            for (double b = 0.5; b <= 2; b += 0.25) {
                for (double c = 0.5; c <= 2; c += 0.25) {
                    WeightBounds.checkSums(3, 0.5, 2, a + b + c, a * a + b * b + c * c);
                }
            }
        }
        // 2 + 0.5 + 1 = 3.5 is the most unequal way to 3.5
        WeightBounds.checkSums(3, 0.5, 2, 3.5, 5.25);
        assertThatIllegalArgumentException().isThrownBy(() -> WeightBounds.checkSums(3, 0.5, 2, 3.5, 5.26));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightBounds.checkSums(3, 0.5, 2, 3.5, 3.5 * 3.5 / 3 - 0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> WeightBounds.checkSums(3, 0.5, 2, 1.49, 0.75));
        assertThatIllegalArgumentException().isThrownBy(() -> WeightBounds.checkSums(3, 0.5, 2, 6.01, 12));
        WeightBounds.checkSums(3, 0.5, 2, 1.5 * (1 - 9e-7), 0.75 * (1 - 9e-7));
        WeightBounds.checkSums(3, 0.5, 2, 6 * (1 + 9e-7), 12 * (1 + 9e-7));
    }

    /** 0.1 added up ten million times is 999,999.9998: so far a sum may lie below 10,000,000 × 0.1. */
    @Test
    void roundedSumsAreTaken() {
        double sum = 0;
        double square = 0;
        for (int i = 0; i < 10_000_000; i++) {
            sum += 0.1;
            square += 0.1 * 0.1;
        }
        assertThat(sum).isLessThan(1e6 * (1 - 1e-10));
        WeightBounds.checkSums(10_000_000, 0.1, 7e9, sum, square);
    }

    @Test
    void countsAreSerialisableOfPointsAndOfClasses() throws Exception {
        RatingMetric left = Csat.goodOverBad(Scale.lowIsGood(1, 5)).withOffset(-1);
        for (RatingCounts counts : List.of(
                weighted(),
                RatingCounts.empty(SCALE),
                weighted().classes(Nps.STANDARD),
                weighted().classes(Nps.STANDARD.withoutPoints(x -> x >= 9)),
                RatingCounts.ofClasses(left, 1, 2, 3))) {
            RatingCounts back = Streams.read(Streams.write(counts));
            assertThat(back).isEqualTo(counts).hasToString(counts.toString());
        }
    }

    @Test
    void aSerialisedLayout7IsNotTakenFor1() throws Exception {
        byte[] stream = Streams.write(weighted());
        ByteBuffer.wrap(stream).putLong(positionOfLongs(stream), 7);
        assertThatThrownBy(() -> Streams.read(stream))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("state must be of layout 1, but was of layout 7");
    }

    @Test
    void aSerialisedSumOfWeightsIsCheckedAsInLongs() throws Exception {
        byte[] stream = Streams.write(weighted());
        ByteBuffer.wrap(stream).putDouble(positionOfLongs(stream) + Long.BYTES * SUMS, 1e-9);
        assertThatThrownBy(() -> Streams.read(stream))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith("sums of weights must be in [0.3, 1.7], but were 1.0E-9");
    }

    @Test
    void serialisedClassCountsNeedTheirOwnDefinition() throws Exception {
        byte[] stream = Streams.write(weighted().classes(Nps.STANDARD));
        int name = new String(stream, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("NPS");
        // the name, which is a label, may differ; the lowest point of the scale may not
        stream[name] = 'n';
        assertThat(Streams.read(stream)).isEqualTo(weighted().classes(Nps.STANDARD));
        stream[name + 3 + 3] = 1;
        assertThatThrownBy(() -> Streams.read(stream)).isInstanceOf(InvalidObjectException.class);
    }

    private static int positionOfLongs(byte[] stream) {
        ByteBuffer all = ByteBuffer.wrap(stream);
        int position = 0;
        while (all.getInt(position) != weighted().toLongs().length || all.getLong(position + Integer.BYTES) != 1) {
            position++;
        }
        return position + Integer.BYTES;
    }
}

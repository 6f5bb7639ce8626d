package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Merging is addition, whatever the order and the partition. */
class RatingCountsProperties {

    private static final Scale SCALE = Nps.STANDARD.scale();

    record Row(Answer answer, double weight) {}

    @Provide
    Arbitrary<List<Answer>> answers() {
        return answer().list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Row>> weightedAnswers() {
        Arbitrary<Double> weight = Arbitraries.oneOf(
                Arbitraries.just(1.0),
                Arbitraries.just(0.0),
                Arbitraries.doubles().between(0.01, 30));
        return Combinators.combine(answer(), weight).as(Row::new).list().ofMaxSize(60);
    }

    private static Arbitrary<Answer> answer() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 10).map(SCALE::answer),
                Arbitraries.integers().between(0, 10).map(SCALE::answer),
                Arbitraries.of(Answer.SKIPPED, Answer.NOT_APPLICABLE));
    }

    private static RatingCounts batch(List<Answer> answers) {
        RatingTally tally = RatingTally.on(SCALE);
        answers.forEach(tally::accept);
        return tally.counts();
    }

    private static RatingCounts weightedBatch(List<Row> rows) {
        return rows.stream()
                .collect(RatingCounts.toCounts(SCALE, (tally, row) -> tally.accept(row.answer, row.weight)));
    }

    @Property
    void everyPartitionInEveryOrderGivesTheSameBits(
            @ForAll("answers") List<Answer> answers, @ForAll @IntRange(min = 1, max = 7) int parts, @ForAll long seed) {
        List<Answer> shuffled = new ArrayList<>(answers);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        List<RatingTally> tallies = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            tallies.add(RatingTally.on(SCALE));
        }
        shuffled.forEach(answer -> tallies.get(random.nextInt(parts)).accept(answer));
        Collections.shuffle(tallies, random);

        RatingCounts merged =
                tallies.stream().map(RatingTally::counts).reduce(RatingCounts.empty(SCALE), RatingCounts::plus);

        assertThat(merged).isEqualTo(batch(answers));
        if (merged.count() > 0) {
            assertThat(Double.doubleToLongBits(Nps.from(merged).score()))
                    .isEqualTo(Double.doubleToLongBits(Nps.from(batch(answers)).score()));
            assertThat(Nps.from(merged).estimate())
                    .isEqualTo(Nps.from(batch(answers)).estimate());
        }
    }

    @Property
    void aParallelStreamGivesTheSameBits(@ForAll("answers") List<Answer> answers) {
        RatingCounts parallel = answers.parallelStream().collect(RatingCounts.toCounts(SCALE, RatingTally::accept));
        assertThat(parallel).isEqualTo(batch(answers));
    }

    @Property
    void combiningTalliesIsAddingCounts(@ForAll("answers") List<Answer> one, @ForAll("answers") List<Answer> other) {
        RatingTally first = RatingTally.on(SCALE);
        one.forEach(first::accept);
        RatingTally second = RatingTally.on(SCALE);
        other.forEach(second::accept);
        assertThat(first.combine(second).counts()).isEqualTo(batch(one).plus(batch(other)));
        assertThat(second.counts()).isEqualTo(batch(other));
    }

    @Property
    void weightedPartsAgreeWithTheWhole(
            @ForAll("weightedAnswers") List<Row> one, @ForAll("weightedAnswers") List<Row> other) {
        RatingCounts parts = weightedBatch(one).plus(weightedBatch(other));
        RatingTally tally = RatingTally.on(SCALE);
        one.forEach(row -> tally.accept(row.answer, row.weight));
        other.forEach(row -> tally.accept(row.answer, row.weight));
        RatingCounts whole = tally.counts();
        assertThat(parts.count()).isEqualTo(whole.count());
        assertThat(parts.isWeighted()).isEqualTo(whole.isWeighted());
        for (int point = 0; point <= 10; point++) {
            assertThat(parts.count(point)).isEqualTo(whole.count(point));
            assertThat(parts.weight(point))
                    .isCloseTo(whole.weight(point), within(1e-12 * Math.max(1, whole.weight(point))));
        }
    }

    @Property
    void addingIsCommutativeAndHasAnIdentity(
            @ForAll("weightedAnswers") List<Row> one, @ForAll("weightedAnswers") List<Row> other) {
        RatingCounts a = weightedBatch(one);
        RatingCounts b = weightedBatch(other);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(RatingCounts.empty(SCALE))).isEqualTo(a);
    }

    @Property
    void weightedSumsAgreeWhateverTheOrder(@ForAll("weightedAnswers") List<Row> rows, @ForAll long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        Nps one = Nps.from(weightedBatch(rows));
        Nps other = Nps.from(weightedBatch(shuffled));
        if (!one.isEmpty()) {
            assertThat(other.score()).isCloseTo(one.score(), within(1e-12 * 100));
            assertThat(other.effectiveCount()).isCloseTo(one.effectiveCount(), within(1e-12 * one.effectiveCount()));
        }
    }

    @Property
    void everyAnswerIsCountedExactlyOnce(@ForAll("weightedAnswers") List<Row> rows) {
        RatingCounts counts = weightedBatch(rows);
        Nps nps = Nps.from(counts);
        assertThat(nps.promoters() + nps.passives() + nps.detractors()).isEqualTo(nps.count());
        assertThat(counts.count() + counts.skipped() + counts.notApplicable() + counts.zeroWeight())
                .isEqualTo(rows.size());
    }

    @Property
    void equalWeightsOfAnySizeGiveExactlyTheUnweightedResult(
            @ForAll("answers") List<Answer> answers,
            @ForAll double anyDouble,
            @ForAll @IntRange(min = 1, max = 4) int parts) {
        double weight = Math.abs(anyDouble) > 1e-90 && Math.abs(anyDouble) < 1e90 ? Math.abs(anyDouble) : 0.3;
        RatingCounts merged = RatingCounts.empty(SCALE);
        for (int part = 0; part < parts; part++) {
            RatingTally tally = RatingTally.on(SCALE);
            for (int i = part; i < answers.size(); i += parts) {
                tally.accept(answers.get(i), weight);
            }
            merged = merged.plus(tally.counts());
        }
        RatingCounts unweighted = batch(answers);
        for (RatingMetric definition : List.of(Nps.STANDARD, Csat.topBox(SCALE, 3), Csat.mean(SCALE))) {
            CustomScore weighted = CustomScore.from(definition, merged);
            CustomScore plain = CustomScore.from(definition, unweighted);
            assertThat(weighted.count()).isEqualTo(plain.count());
            if (!plain.isEmpty()) {
                assertThat(weighted.estimate()).isEqualTo(plain.estimate());
                assertThat(weighted.standardError()).isEqualTo(plain.standardError());
                assertThat(weighted.designEffect()).isEqualTo(1);
            }
        }
    }

    @Property
    void theStateReadBackEqualsWhatWasWritten(@ForAll("weightedAnswers") List<Row> rows) {
        RatingCounts counts = weightedBatch(rows);
        assertThat(RatingCounts.fromLongs(Nps.STANDARD, counts.toLongs())).isEqualTo(counts);
    }

    @Property
    void effectiveNIsAtMostN(@ForAll("weightedAnswers") List<Row> rows) {
        Nps nps = Nps.from(weightedBatch(rows));
        assertThat(nps.effectiveCount()).isBetween(nps.isEmpty() ? 0.0 : 1 - 1e-12, (double) nps.count());
    }

    @Property
    void bulkCountingIsCountingOneByOne(@ForAll("answers") List<Answer> answers) {
        MissingCodes codes = MissingCodes.none().withSkipped(-1).withNotApplicable(99);
        int[] ints = answers.stream()
                .mapToInt(answer -> answer.isGiven() ? answer.value() : answer.equals(Answer.SKIPPED) ? -1 : 99)
                .toArray();
        byte[] bytes = new byte[ints.length];
        for (int i = 0; i < ints.length; i++) {
            bytes[i] = (byte) ints[i];
        }
        RatingTally fromInts = RatingTally.on(SCALE);
        fromInts.acceptAll(ints, codes);
        RatingTally fromBytes = RatingTally.on(SCALE);
        fromBytes.acceptAll(bytes, codes);
        assertThat(fromInts.counts()).isEqualTo(batch(answers));
        assertThat(fromBytes.counts()).isEqualTo(batch(answers));
    }
}

package io.github.cxkit.metrics.rating;

import static io.github.cxkit.metrics.rating.Nps.toNps;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.Interval;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NpsTest {

    private record Reply(String region, int recommend, double weight) {}

    private static final List<Reply> REPLIES = List.of(
            new Reply("north", 10, 1), new Reply("north", 3, 2), new Reply("south", 9, 1), new Reply("south", 7, 0.5));

    @Test
    void isPerCentPromotersMinusPerCentDetractors() {
        assertThat(Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10).score()).isEqualTo(40.0);
        assertThat(Nps.promoters(45).passives(35).detractors(20).score()).isEqualTo(25.0);
        assertThat(Nps.promoters(7).passives(93).detractors(0).score()).isEqualTo(7.0);
    }

    @Test
    void carriesTheScoreInterval() {
        assertInterval(Nps.promoters(45).passives(35).detractors(20), 9.40820405, 39.25989576);
        assertInterval(Nps.promoters(10).passives(0).detractors(0), 44.49344003, 100);
        assertInterval(Nps.promoters(0).passives(10).detractors(0), -27.75327999, 27.75327999);
        assertInterval(Nps.promoters(1).passives(0).detractors(0), -58.69013712, 100);
    }

    private static void assertInterval(Nps nps, double lower, double upper) {
        Interval interval = nps.estimate().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(lower, within(5e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-9));
    }

    @Test
    void isExactAtTheEndsOfNineQuintillionAnswers() {
        long all = 9_000_000_000_000_000_000L;
        Nps promoters = Nps.promoters(all).passives(0).detractors(0);
        assertThat(promoters.score()).isEqualTo(100);
        assertThat(promoters.estimate().interval()).contains(new Interval(100, 100));
        Interval passives = Nps.promoters(0)
                .passives(all)
                .detractors(0)
                .estimate()
                .interval()
                .orElseThrow();
        double z = 1.959963984540054;
        assertThat(passives.upper()).isCloseTo(100 * z * z / (all + z * z), within(1e-24));
        assertThat(passives.lower()).isEqualTo(-passives.upper());
        Nps one = Nps.promoters(0).passives(all - 1).detractors(1);
        assertThat(one.score()).isLessThan(0);
    }

    @Test
    void readsAsASentence() {
        assertThat(Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10))
                .hasToString("NPS 40.0 (95% CI -15.3 to 75.3, n=10), low base");
        assertThat(Nps.of(10, 3)).hasToString("NPS 0.0 (95% CI -81.1 to 81.1, n=2), too few to show");
        assertThat(Nps.promoters(20).passives(40).detractors(20).toString()).endsWith(", n=80), class counts");
        assertThat(Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10).estimate()).hasToString("40.0 (95% CI -15.3 to 75.3, n=10)");
        assertThat(Nps.of()).hasToString("NPS undefined (n=0)");
        assertThat(Nps.promoters(0).passives(0).detractors(0)).hasToString("NPS undefined (n=0), class counts");
        assertThat(Nps.promoters(1).passives(0).detractors(1))
                .hasToString("NPS 0.0 (95% CI -81.1 to 81.1, n=2), class counts, too few to show");
    }

    @Test
    void collectsTheCallersOwnRows() {
        Map<String, Nps> byRegion = REPLIES.stream().collect(groupingBy(Reply::region, toNps(Reply::recommend)));
        assertThat(byRegion.get("north")).isEqualTo(Nps.of(10, 3));
        Nps all = byRegion.values().stream().reduce(Nps::plus).orElseThrow();
        assertThat(all).isEqualTo(Nps.of(10, 3, 9, 7));
    }

    @Test
    void collectsWeightsAndAnswers() {
        Nps weighted = REPLIES.stream().collect(toNps(Reply::recommend, Reply::weight));
        assertThat(weighted.score()).isCloseTo(100 * (1 - 2 + 1) / 4.5, within(1e-12));
        assertThat(weighted.effectiveCount()).isCloseTo(4.5 * 4.5 / (1 + 4 + 1 + 0.25), within(1e-12));
        Nps answers = Stream.of(Nps.STANDARD.scale().answer(10), Answer.SKIPPED, Answer.SKIPPED)
                .collect(toNps(Nps.STANDARD, RatingTally::accept));
        assertThat(answers.score()).isEqualTo(100);
        assertThat(answers.count()).isEqualTo(1);
        assertThat(answers.skipped()).isEqualTo(2);
    }

    @Test
    void csatAndCesCollectWeightsToo() {
        Csat csat = REPLIES.stream()
                .map(r -> new Reply(r.region(), r.recommend() / 2, r.weight()))
                .collect(Csat.toCsat(Reply::recommend, Reply::weight));
        assertThat(csat.value()).isCloseTo(100 * 2 / 4.5, within(1e-12));
        Ces ces = REPLIES.stream()
                .map(r -> new Reply(r.region(), r.recommend() / 2 + 1, r.weight()))
                .collect(Ces.toCes(Reply::recommend, Reply::weight));
        assertThat(ces.value()).isCloseTo((6 + 2 * 2 + 5 + 0.5 * 4) / 4.5, within(1e-12));
        assertThat(ces.estimate().toString()).endsWith(", n=4, effective n=3.2)");
    }

    @Test
    void knowsItsClassesHoweverItWasMade() {
        Nps fromAnswers = Nps.of(0, 6, 7, 8, 9, 10, 10);
        assertThat(fromAnswers.promoters()).isEqualTo(3);
        assertThat(fromAnswers.passives()).isEqualTo(2);
        assertThat(fromAnswers.detractors()).isEqualTo(2);
        assertThat(fromAnswers.distribution().count(10)).isEqualTo(2);
        assertThat(fromAnswers.distribution().count(1)).isZero();
        Nps fromClasses = Nps.promoters(3).passives(2).detractors(2);
        assertThat(fromClasses.promoters()).isEqualTo(3);
        assertThat(fromClasses.passives()).isEqualTo(2);
        assertThat(fromClasses.detractors()).isEqualTo(2);
        assertThat(fromClasses.estimate()).isEqualTo(fromAnswers.estimate());
    }

    @Test
    void aSumOfAnswersAndClassCountsKeepsTheClassesOnly() {
        Nps sum = Nps.of(10, 0, 8).plus(Nps.promoters(1).passives(1).detractors(1));
        assertThat(sum).isEqualTo(Nps.promoters(2).passives(2).detractors(2));
        assertThatIllegalStateException().isThrownBy(sum::distribution).withMessageContaining("class counts");
        assertThatIllegalStateException()
                .isThrownBy(() -> Nps.promoters(1).passives(0).detractors(0).distribution());
    }

    @Test
    void aSumOfWeightedAnswersAndClassCountsKeepsTheWeights() {
        Nps weighted = REPLIES.stream().collect(toNps(Reply::recommend, Reply::weight));
        Nps sum = weighted.plus(Nps.promoters(2).passives(0).detractors(0));
        assertThat(sum.count()).isEqualTo(6);
        assertThat(sum.score()).isCloseTo(100 * 2.0 / 6.5, within(1e-12));
        assertThat(sum.effectiveCount()).isCloseTo(6.5 * 6.5 / (1 + 4 + 1 + 0.25 + 2), within(1e-12));
    }

    @Test
    void withoutAnswersIsUndefinedAndStillTheIdentityOfASum() {
        Nps none = Nps.of();
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.count()).isZero();
        assertThatIllegalStateException().isThrownBy(none::score).withMessage("NPS is undefined for zero answers");
        assertThatIllegalStateException().isThrownBy(none::estimate);
        assertThatIllegalStateException().isThrownBy(none::standardError);
        assertThatIllegalStateException().isThrownBy(none::uncertainty);
        assertThat(none.plus(Nps.of(9))).isEqualTo(Nps.of(9));
    }

    @Test
    void answersOffTheScaleAreErrorsThatNameBoundAndValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(10, 11))
                .withMessageContaining("answers[1] must be in [0, 10], but was 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(-1).collect(toNps(x -> x)))
                .withMessage("answer must be in [0, 10], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.promoters(1).passives(-1))
                .withMessage("passives must be at least 0, but was -1");
    }

    @Test
    void otherDefinitionsAreNotMerged() {
        Nps five = Nps.from(Nps.FIVE_POINT, RatingCounts.of(Nps.FIVE_POINT.scale(), 1, 0, 0, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(10).plus(five))
                .withMessageContaining("NPS [net: 9–10 minus 0–6")
                .withMessageContaining("NPS (1–5) [net: 5 minus 1–3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.from(RatingCounts.empty(Scale.highIsGood(1, 10))))
                .withMessageContaining("another scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.from(Csat.TOP_2_OF_5, RatingCounts.empty(Csat.TOP_2_OF_5.scale())))
                .withMessageContaining("net definition");
    }

    @Test
    void cutPointsMustFitTheScaleAndEachOther() {
        Scale scale = Scale.highIsGood(1, 10);
        assertThat(Nps.definition("ours", scale, 6, 9)).isEqualTo(Nps.ONE_TO_TEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.definition("swapped", scale, 9, 6))
                .withMessage("highestDetractor must be below lowestPromoter 6, but was 9");
        assertThatIllegalArgumentException().isThrownBy(() -> Nps.definition("off", scale, 0, 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.definition("reversed", scale.reversed(), 6, 9))
                .withMessageContaining("high as its good end");
    }

    @Test
    void moreAnswersThanALongCountsAreAnErrorAndNotAWrap() {
        Nps many = Nps.promoters(Long.MAX_VALUE).passives(0).detractors(0);
        assertThatThrownBy(() -> many.plus(Nps.of(10))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Nps.promoters(Long.MAX_VALUE).passives(1).detractors(0))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theTestAgainstATargetKnowsItsEnds() {
        Nps all = Nps.promoters(5).passives(0).detractors(0);
        assertThat(all.testAgainst(100).statistic()).isZero();
        assertThat(all.testAgainst(100).pValue()).isEqualTo(1);
        HypothesisTest impossible = Nps.of(10, 9, 3).testAgainst(100);
        assertThat(impossible.statistic()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(impossible.pValue()).isZero();
        assertThat(impossible.method()).isEqualTo("score test");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.testAgainst(100.5))
                .withMessage("hypothesised value in NPS must be in [-100.0, 100.0], but was 100.5");
    }
}

package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.rating.RatingMetric.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatingMetricTest {

    private static final Scale FIVE = Scale.highIsGood(1, 5);

    private static double value(RatingMetric definition, long... counts) {
        return CustomScore.from(definition, RatingCounts.of(definition.scale(), counts))
                .value();
    }

    @Test
    void everyDefinitionOfTheCatalogueReadsItsPoints() {
        assertThat(value(Nps.ONE_TO_TEN, 1, 0, 0, 0, 0, 1, 1, 1, 1, 5)).isEqualTo(40.0);
        assertThat(value(Nps.FIVE_POINT, 1, 1, 1, 3, 4)).isEqualTo(10.0);
        assertThat(value(Nps.FIVE_POINT_TOP_2, 1, 1, 1, 3, 4)).isEqualTo(50.0);
        assertThat(value(Csat.TOP_2_OF_5, 1, 1, 2, 3, 3)).isEqualTo(60.0);
        assertThat(value(Csat.topBox(Scale.highIsGood(1, 7), 2), 1, 1, 1, 1, 1, 2, 3))
                .isEqualTo(50.0);
        assertThat(value(Csat.topBox(Scale.highIsGood(1, 10), 3), 0, 0, 0, 0, 0, 0, 6, 1, 1, 2))
                .isEqualTo(40.0);
        assertThat(value(Csat.THUMBS, 3, 7)).isEqualTo(70.0);
        assertThat(value(Csat.BEST_OF_3_FACES, 1, 2, 7)).isEqualTo(70.0);
        assertThat(value(Csat.goodOverBad(FIVE), 1, 1, 90, 3, 3)).isEqualTo(75.0);
        assertThat(value(Csat.mean(FIVE), 1, 0, 0, 0, 1)).isEqualTo(3.0);
        assertThat(value(Csat.meanOfMaximum(FIVE), 0, 0, 0, 2, 0)).isEqualTo(80.0);
        assertThat(value(Csat.bottomBox(FIVE, 2), 1, 1, 2, 3, 3)).isEqualTo(20.0);
        assertThat(value(Csat.net(FIVE, 1), 2, 1, 1, 1, 5)).isEqualTo(30.0);
        assertThat(value(Csat.NSAT, 1, 1, 4, 4)).isEqualTo(120.0);
        assertThat(value(Ces.MEAN, 0, 0, 0, 0, 1, 0, 1)).isEqualTo(6.0);
        assertThat(value(Ces.EASY_SHARE, 1, 0, 0, 1, 1, 1, 0)).isEqualTo(50.0);
        assertThat(value(Ces.CES_1, 1, 0, 0, 0, 1)).isEqualTo(3.0);
        assertThat(value(Ces.NET_EASY, 30, 20, 15, 10, 10, 10, 5)).isEqualTo(25.0);
        assertThat(value(Ces.EFFORT_INDEX, 3, 2, 1, 2, 2)).isEqualTo(10.0);
    }

    @Test
    void theNameOfAScoreTellsItsScale() {
        Scale seven = Scale.highIsGood(1, 7);
        assertThat(Stream.of(
                                Csat.TOP_2_OF_5,
                                Csat.THUMBS,
                                Csat.BEST_OF_3_FACES,
                                Csat.topBox(seven, 2),
                                Csat.bottomBox(seven, 3),
                                Csat.goodOverBad(seven),
                                Csat.mean(seven),
                                Csat.mean(Scale.highIsGood(0, 10)),
                                Csat.meanOfMaximum(FIVE),
                                Csat.net(seven, 2),
                                Ces.mean(FIVE),
                                Ces.easyShare(FIVE, 2),
                                Ces.EASY_SHARE)
                        .map(RatingMetric::name))
                .containsExactly(
                        "CSAT top-2 of 5",
                        "CSAT top-1 of 2",
                        "CSAT top-1 of 3",
                        "CSAT top-2 of 7",
                        "CSAT bottom-3 of 7",
                        "CSAT good/(good+bad) of 7",
                        "CSAT mean (1 to 7)",
                        "CSAT mean (0 to 10)",
                        "CSAT mean of maximum (1 to 5)",
                        "net satisfaction top-2 of 7",
                        "CES mean (1 to 5)",
                        "CES easy top-2 of 5",
                        "CES easy top-3 of 7");
        assertThat(Csat.TOP_2_OF_5.withName("CSAT")).isEqualTo(Csat.TOP_2_OF_5);
        assertThat(Ces.EASY_SHARE).isEqualTo(RatingMetric.share("easy", seven, x -> x >= 5));
    }

    @Test
    void aRiseOfABottomBoxAndOfEffortIsNoImprovement() {
        assertThat(Csat.topBox(FIVE, 2).direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(Csat.bottomBox(FIVE, 2).direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(Ces.MEAN.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(Ces.CES_1.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(Ces.NET_EASY.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(RatingMetric.net("difficult minus easy", Scale.lowIsGood(1, 7), x -> x >= 5, x -> x <= 2)
                        .direction())
                .isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(Csat.topBox(Scale.lowIsGood(1, 5), 2))
                .hasToString("CSAT top-2 of 5 [share: 1–2, of 1–5, low is good; higher is better]");
    }

    @Test
    void whereThePointsDoNotTellWhichWayIsBetterTheCallerMust() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMetric.share("neutral", FIVE, x -> x == 3))
                .withMessageContaining("do not tell which way is better")
                .withMessageContaining("Maybe state the direction");
        RatingMetric neutral = RatingMetric.share("neutral", FIVE, x -> x == 3, Direction.LOWER_IS_BETTER);
        assertThat(neutral.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(value(neutral, 1, 1, 2, 0, 0)).isEqualTo(50.0);
    }

    @Test
    void theNameIsALabelAndEverythingElseIsCompared() {
        RatingMetric base = RatingMetric.share("CSAT", FIVE, x -> x >= 4);
        assertThat(base).isEqualTo(Csat.TOP_2_OF_5).hasSameHashCodeAs(Csat.TOP_2_OF_5);
        assertThat(base.withName("satisfied")).isEqualTo(base);
        assertThat(base.withName("satisfied").name()).isEqualTo("satisfied");
        assertThat(List.of(
                        RatingMetric.share("CSAT", FIVE, x -> x >= 5),
                        RatingMetric.share("CSAT", Scale.highIsGood(0, 5), x -> x >= 4),
                        RatingMetric.share("CSAT", FIVE, x -> x >= 4, Direction.LOWER_IS_BETTER),
                        RatingMetric.share("CSAT", FIVE, x -> x >= 4).withoutPoints(x -> x == 3),
                        RatingMetric.mean("CSAT", FIVE),
                        base.withOffset(1)))
                .doesNotContain(base);
    }

    @Test
    void impossibleDefinitionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMetric.net("overlap", FIVE, x -> x >= 3, x -> x <= 3))
                .withMessageContaining("counts 3 as both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMetric.net("half", FIVE, x -> x >= 4, x -> false))
                .withMessageContaining("one as negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMetric.share("all", FIVE, x -> true, Direction.HIGHER_IS_BETTER))
                .withMessageContaining("two different values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csat.TOP_2_OF_5.withoutPoints(x -> x < 4))
                .withMessageContaining("two different values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMetric.custom(
                        "broken", FIVE, x -> 1.0 / (x - 1), MetricUnit.PERCENT, Direction.HIGHER_IS_BETTER))
                .withMessageContaining("gives 1 the value Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.topBox(FIVE, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.topBox(FIVE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.bottomBox(FIVE, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.net(FIVE, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.net(FIVE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.meanOfMaximum(Scale.lowIsGood(1, 5)));
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.meanOfMaximum(Scale.highIsGood(-1, 5)));
        assertThatIllegalArgumentException().isThrownBy(() -> Csat.TOP_2_OF_5.withOffset(Double.NaN));
    }

    @Test
    void theRangeIsWhatIsPossible() {
        assertThat(Nps.STANDARD.range()).isEqualTo(new Interval(-100, 100));
        assertThat(Csat.NSAT.range()).isEqualTo(new Interval(0, 200));
        assertThat(Csat.TOP_2_OF_5.range()).isEqualTo(new Interval(0, 100));
        assertThat(Ces.MEAN.range()).isEqualTo(new Interval(1, 7));
        assertThat(Csat.meanOfMaximum(FIVE).range()).isEqualTo(new Interval(20, 100));
    }

    @Test
    void saysEverythingThatMakesItWhatItIs() {
        assertThat(Nps.STANDARD).hasToString("NPS [net: 9–10 minus 0–6, of 0–10, high is good; higher is better]");
        assertThat(Csat.goodOverBad(FIVE))
                .hasToString(
                        "CSAT good/(good+bad) of 5 [share: 4–5, of 1–5, high is good without 3; higher is better]");
        assertThat(Csat.NSAT).hasToString("NSAT [net: 4 minus 1–2, of 1–4, high is good, plus 100; higher is better]");
        assertThat(Ces.CES_1).hasToString("CES 1.0 [mean, of 1–5, low is good; lower is better]");
        assertThat(RatingMetric.share("odd", FIVE, x -> x == 1 || x == 3 || x == 4))
                .hasToString("odd [share: 1, 3–4, of 1–5, high is good; lower is better]");
        assertThat(RatingMetric.custom(
                        "x", Scale.highIsGood(1, 2), x -> x * 2.5, MetricUnit.POINTS, Direction.HIGHER_IS_BETTER))
                .hasToString("x [mean of (2.5 5.0), of 1–2, high is good; higher is better]");
    }

    @Test
    void tellsTheValueOfEachPoint() {
        assertThat(Nps.STANDARD.valueOf(9)).hasValue(1);
        assertThat(Nps.STANDARD.valueOf(8)).hasValue(0);
        assertThat(Nps.STANDARD.valueOf(0)).hasValue(-1);
        assertThat(Csat.goodOverBad(FIVE).valueOf(3)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Nps.STANDARD.valueOf(11));
        assertThat(Nps.STANDARD.reading()).isEqualTo(Reading.NET);
        assertThat(Nps.STANDARD.unit()).isEqualTo(MetricUnit.POINTS);
    }

    @Test
    void anOffsetMovesValueAndLimitsAlike() {
        RatingCounts counts = RatingCounts.of(Csat.NSAT.scale(), 10, 20, 30, 40);
        RatingMetric net = RatingMetric.net("net", Csat.NSAT.scale(), x -> x == 4, x -> x <= 2);
        Csat index = Csat.from(Csat.NSAT, counts);
        Csat plain = Csat.from(net, counts);
        assertThat(index.value()).isEqualTo(plain.value() + 100);
        Interval shifted = index.estimate().interval().orElseThrow();
        Interval unshifted = plain.estimate().interval().orElseThrow();
        assertThat(shifted.lower()).isCloseTo(unshifted.lower() + 100, within(1e-12));
        assertThat(shifted.upper()).isCloseTo(unshifted.upper() + 100, within(1e-12));
        assertThat(index.standardError()).isEqualTo(plain.standardError());
        assertThat(index.testAgainst(100).pValue())
                .isEqualTo(plain.testAgainst(0).pValue());
    }

    @Test
    void answersAtPointsLeftOutAreReportedApart() {
        Csat csat = Csat.from(Csat.goodOverBad(FIVE), RatingCounts.of(FIVE, 1, 1, 90, 3, 3));
        assertThat(csat.count()).isEqualTo(8);
        assertThat(csat.leftOut()).isEqualTo(90);
        assertThat(csat.counts().count()).isEqualTo(98);
        Csat onlyNeutral = Csat.from(Csat.goodOverBad(FIVE), RatingCounts.of(FIVE, 0, 0, 9, 0, 0));
        assertThat(onlyNeutral.isEmpty()).isTrue();
    }
}

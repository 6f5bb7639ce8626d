package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CustomerId;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.NetMethod;
import io.github.cxkit.metrics.ShareMethod;
import io.github.cxkit.metrics.numbers.Rounding;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that other programs made with these figures; one test for each, named after the mistake. */
class MarketMistakesTest {

    private static final Scale SCALE = Nps.STANDARD.scale();

    private static Nps nps(long detractors, long passives, long promoters) {
        return Nps.promoters(promoters).passives(passives).detractors(detractors);
    }

    @Nested
    class OfCounting {

        @Test
        void zeroDroppedBecauseItLooksLikeNoAnswer() {
            Nps nps = Nps.of(0, 10);
            assertThat(nps.count()).isEqualTo(2);
            assertThat(nps.detractors()).isEqualTo(1);
        }

        @Test
        void indexUsedAsScoreSoThatNinesWereLost() {
            Nps all = Nps.of(IntStream.rangeClosed(0, 10).toArray());
            assertThat(all.detractors()).isEqualTo(7);
            assertThat(all.passives()).isEqualTo(2);
            assertThat(all.promoters()).isEqualTo(2);
        }

        @Test
        void skippedAnswersInTheDenominator() {
            Nps nps = Stream.of(SCALE.answer(10), Answer.SKIPPED, Answer.SKIPPED)
                    .collect(Nps.toNps(Nps.STANDARD, RatingTally::accept));
            assertThat(nps.score()).isEqualTo(100);
            assertThat(nps.count()).isEqualTo(1);
            assertThat(nps.skipped()).isEqualTo(2);
        }

        @Test
        void gapsBetweenClassesThatSwallowAnswers() {
            for (int answer = 0; answer <= 10; answer++) {
                Nps one = Nps.of(answer);
                assertThat(one.promoters() + one.passives() + one.detractors()).isEqualTo(1);
            }
        }

        @Test
        void halfAnswersPutIntoSomeClass() {
            assertThatIllegalArgumentException().isThrownBy(() -> SCALE.answer(6.5));
            assertThatIllegalArgumentException().isThrownBy(() -> SCALE.answer(8.5));
            assertThatIllegalArgumentException().isThrownBy(() -> SCALE.answer(Double.NaN));
        }

        @Test
        void sevenPointFiveParsedAsSeventyFive() {
            assertThatIllegalArgumentException().isThrownBy(() -> SCALE.parse("7.5"));
            assertThatIllegalArgumentException().isThrownBy(() -> SCALE.parse("-3"));
        }

        @Test
        void elevenTakenForAPromoter() {
            assertThatIllegalArgumentException().isThrownBy(() -> Nps.of(11));
        }

        @Test
        void aSecondBatchOverwritingTheFirst() {
            RatingTally tally = RatingTally.on(SCALE);
            tally.acceptAll(new int[] {1, 2, 3});
            tally.acceptAll(new int[] {4, 5, 6, 7, 8});
            assertThat(tally.counts().count()).isEqualTo(8);
        }

        @Test
        void aStaleScoreAfterOneMoreAnswer() {
            RatingTally tally = RatingTally.on(SCALE);
            tally.accept(10);
            assertThat(Nps.from(tally.counts()).score()).isEqualTo(100);
            tally.accept(0);
            assertThat(Nps.from(tally.counts()).score()).isEqualTo(0);
        }

        @Test
        void aSentinelForNoAnswerAveragedIn() {
            RatingTally tally = RatingTally.on(Csat.TOP_2_OF_5.scale());
            assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(0));
            assertThatIllegalArgumentException().isThrownBy(() -> tally.accept(-1));
        }

        @Test
        void answersVectorAndClassCountsDisagreeing() {
            assertThat(Nps.of(3, 7, 7, 10, 10, 10).estimate())
                    .isEqualTo(nps(1, 2, 3).estimate());
        }
    }

    @Nested
    class OfDefinition {

        @Test
        void emptyInputGivingZero() {
            assertThatIllegalStateException().isThrownBy(() -> Nps.of().score());
            assertThatIllegalStateException().isThrownBy(() -> Csat.of().value());
            assertThatIllegalStateException().isThrownBy(() -> Ces.of().value());
        }

        @Test
        void scalesOfDifferentLengthAveragedTogether() {
            RatingCounts five = RatingCounts.of(Scale.highIsGood(1, 5), 1, 1, 1, 1, 1);
            RatingCounts seven = RatingCounts.of(Scale.highIsGood(1, 7), 1, 1, 1, 1, 1, 1, 1);
            assertThatIllegalArgumentException().isThrownBy(() -> five.plus(seven));
            assertThatIllegalArgumentException().isThrownBy(() -> Ces.from(Ces.MEAN, five));
        }

        @Test
        void oneToTenTakenForZeroToTen() {
            RatingCounts counts = RatingCounts.empty(Scale.highIsGood(1, 10));
            assertThatIllegalArgumentException().isThrownBy(() -> Nps.from(counts));
            assertThat(Nps.ONE_TO_TEN).isNotEqualTo(Nps.STANDARD);
        }

        @Test
        void aDocumentedThresholdLeavingItsMiddleUnassigned() {
            RatingMetric documented =
                    RatingMetric.net("below and above 5", Scale.highIsGood(1, 10), x -> x > 5, x -> x < 5);
            assertThat(documented.valueOf(5)).hasValue(0);
            RatingCounts fives = RatingCounts.of(Scale.highIsGood(1, 10), 0, 0, 0, 0, 3, 0, 0, 0, 0, 1);
            assertThat(CustomScore.from(documented, fives).count()).isEqualTo(4);
        }

        @Test
        void netEasySubtractedTheOtherWayRound() {
            RatingCounts easy = RatingCounts.of(Ces.NET_EASY.scale(), 9, 0, 0, 0, 0, 0, 1);
            assertThat(Ces.from(Ces.NET_EASY, easy).value()).isEqualTo(80);
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Ces.from(Ces.NET_EASY, RatingCounts.of(Scale.highIsGood(1, 7), 9, 0, 0, 0, 0, 0, 1)));
        }

        @Test
        void aMeanOfZeroToTenSoldAsNps() {
            RatingMetric average = RatingMetric.mean("average of 0–10", SCALE);
            assertThatIllegalArgumentException().isThrownBy(() -> Nps.from(average, RatingCounts.empty(SCALE)));
        }

        @Test
        void lowerCaseIdsTakenForTheSameCustomer() {
            assertThat(CustomerId.of("qwerty")).isNotEqualTo(CustomerId.of("QWERTY"));
        }
    }

    @Nested
    class OfRounding {

        @Test
        void eachShareTruncatedBeforeSubtracting() {
            assertThat(Nps.of(10, 9, 9, 8, 7, 6).score()).isCloseTo(100.0 / 3, within(1e-13));
            assertThat(Nps.of(10, 9, 9, 8, 7, 6).estimate().format(0)).startsWith("33 ");
            assertThat(nps(1, 100, 0).score()).isLessThan(0);
        }

        @Test
        void integerDivisionOfCounts() {
            assertThat(nps(1, 1, 2).score()).isEqualTo(25);
        }

        @Test
        void theSignOfTheScoreLostInRounding() {
            for (int n = 1; n <= 200; n++) {
                assertThat(nps(1, n, 0).score()).isLessThan(0);
                assertThat(nps(0, n, 1).score()).isGreaterThan(0);
                assertThat(nps(1, n, 1).score()).isEqualTo(0);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "7, 13, 4, 0, -13",
            "4, 13, 7, 0, 13",
            "20, 0, 20, 1, 0.0",
            "2, 0, 1, 0, -33",
            "2001, 0, 2000, 1, 0.0"
        })
        void roundedTwiceOrHalfEvenOrToMinusZero(
                long detractors, long passives, long promoters, int decimals, String shown) {
            assertThat(nps(detractors, passives, promoters).estimate().format(decimals))
                    .startsWith(shown + " ");
        }

        @ParameterizedTest
        @CsvSource({
            "1.45, 1, 1.5",
            "-1.45, 1, -1.5",
            "8.45, 1, 8.5",
            "-0.04, 1, 0.0",
            "2.675, 2, 2.68",
            "12.5, 0, 13",
            "1e17, 0, 100000000000000000"
        })
        void theDecimalThatWasMeantNotTheDoubleBelowIt(double value, int decimals, String shown) {
            assertThat(Rounding.format(value, decimals)).isEqualTo(shown);
        }

        @Test
        void aDecimalCommaInSomeLocales() {
            Locale before = Locale.getDefault();
            Locale.setDefault(Locale.forLanguageTag("da-DK"));
            try {
                assertThat(Nps.of(10, 9, 3).estimate()).hasToString("33.3 (95% CI -58.5 to 87.7, n=3)");
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Nested
    class OfUncertainty {

        @Test
        void limitsReturnedUpperFirst() {
            Interval interval = nps(1, 2, 3).estimate().interval().orElseThrow();
            assertThat(interval.lower()).isLessThan(nps(1, 2, 3).score());
            assertThat(interval.upper()).isGreaterThan(nps(1, 2, 3).score());
        }

        @Test
        void aVarianceScaledLikeAStandardError() {
            Nps nps = nps(1, 2, 3);
            double se = nps.standardError().orElseThrow();
            assertThat(se * se).isCloseTo(10_000 * (5 / 9.0) / 5, within(1e-9));
        }

        @Test
        void aStandardErrorThatDoesNotShrinkWithN() {
            double once = nps(100, 200, 300).standardError().orElseThrow();
            double fourTimes = nps(400, 800, 1200).standardError().orElseThrow();
            assertThat(fourTimes).isCloseTo(once / 2, within(1e-3 * once));
        }

        @Test
        void unanimousAnswersWithoutAnyUncertainty() {
            assertThat(nps(0, 0, 10).estimate().interval().orElseThrow().width())
                    .isGreaterThan(50);
            assertThat(nps(0, 10, 0).estimate().interval().orElseThrow().width())
                    .isGreaterThan(50);
        }

        @Test
        void anUpperLimitAboveAHundredAndAnAdjustedCentreShownAsTheScore() {
            Estimate adjusted = Estimator.withDefaults()
                    .withNetMethod(NetMethod.ADJUSTED_WALD)
                    .estimate(nps(0, 4, 6));
            assertThat(adjusted.value()).isEqualTo(60);
            assertThat(Estimator.withDefaults()
                            .withNetMethod(NetMethod.ADJUSTED_WALD)
                            .estimate(nps(0, 0, 10))
                            .interval()
                            .orElseThrow()
                            .upper())
                    .isEqualTo(100);
        }

        @Test
        void aShareOfMoreThanAHundredPercent() {
            for (int satisfied = 0; satisfied <= 30; satisfied++) {
                for (ShareMethod method : ShareMethod.values()) {
                    Interval interval = Estimator.withDefaults()
                            .withShareMethod(method)
                            .estimate(Csat.from(
                                    Csat.THUMBS, RatingCounts.of(Csat.THUMBS.scale(), 30 - satisfied, satisfied)))
                            .interval()
                            .orElseThrow();
                    assertThat(interval.lower()).isBetween(0.0, 100.0);
                    assertThat(interval.upper()).isBetween(0.0, 100.0);
                }
            }
        }

        @Test
        void nanInsteadOfAWord() {
            assertThat(Ces.of(5).estimate().toString()).doesNotContain("NaN");
            assertThat(Ces.of(5, 5).estimate().toString()).doesNotContain("NaN");
            assertThat(Ces.of(5).standardError()).isEmpty();
        }

        @Test
        void tenAnswersShownAsIfTheyWereAThousand() {
            assertThat(nps(1, 2, 3).base()).isEqualTo(BaseSize.SUPPRESSED);
            assertThat(nps(5, 5, 10).base()).isEqualTo(BaseSize.LOW);
        }
    }
}

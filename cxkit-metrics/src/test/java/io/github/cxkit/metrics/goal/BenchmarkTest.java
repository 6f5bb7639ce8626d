package io.github.cxkit.metrics.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2024, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 15);
    private static final Quantity MINUTES =
            Quantity.amount("minutes", MetricUnit.of("minutes", " min", 1), Direction.LOWER_IS_BETTER);

    private static final Nps OURS = nps(45, 35, 20);
    private static final Benchmark BARE = Benchmark.of(Nps.STANDARD, 32, "Retail survey 2024, table 3", PUBLISHED);
    private static final Benchmark WITH_INTERVAL = BARE.withInterval(new Interval(28, 36), 0.95);

    private static Nps nps(long promoters, long passives, long detractors) {
        return Nps.promoters(promoters).passives(passives).detractors(detractors);
    }

    private static Csat topBox(long satisfied, long others) {
        return Csat.from(Csat.TOP_2_OF_5, RatingCounts.of(Scale.highIsGood(1, 5), others, 0, 0, 0, satisfied));
    }

    private static Interval interval(Benchmark.Comparison comparison) {
        return comparison.change().difference().interval().orElseThrow();
    }

    private static Interval limits(Benchmark benchmark, double z) {
        return benchmark.figure().uncertainty().limits(benchmark.value(), z).orElseThrow();
    }

    @Test
    void theUncertaintyOfBothSidesIsInTheDifference() {
        Benchmark.Comparison beside = WITH_INTERVAL.compare(OURS, TODAY);
        Interval own = OURS.estimate().interval().orElseThrow();
        assertThat(beside.change().value()).isEqualTo(-7);
        assertThat(interval(beside).lower()).isCloseTo(-7 - Math.hypot(25 - own.lower(), 4), within(1e-9));
        assertThat(interval(beside).upper()).isCloseTo(-7 + Math.hypot(own.upper() - 25, 4), within(1e-9));
        assertThat(beside.verdict()).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThat(beside.isBenchmarkUncertaintyKnown()).isTrue();
        assertThat(beside.isOld()).isFalse();
        assertThat(beside.notes()).isEmpty();
        assertThat(beside.benchmark()).isEqualTo(WITH_INTERVAL);
        assertThat(beside)
                .hasToString("-7.0 (95% CI -23.1 to 7.8, n=100) beside "
                        + "NPS 32.0 (Retail survey 2024, table 3, 2024-03-01): INCONCLUSIVE");
    }

    @Test
    void aPublishedIntervalIsScaledToAnotherConfidence() {
        Benchmark lopsided = BARE.withInterval(new Interval(30, 36), 0.9);
        double z90 = 1.6448536269514722;
        assertThat(limits(lopsided, z90).lower()).isCloseTo(30, within(1e-9));
        assertThat(limits(lopsided, z90).upper()).isCloseTo(36, within(1e-9));
        assertThat(limits(lopsided, 2 * z90).lower()).isCloseTo(28, within(1e-9));
        assertThat(limits(lopsided, 2 * z90).upper()).isCloseTo(40, within(1e-9));
        assertThat(limits(lopsided, 0)).isEqualTo(new Interval(32, 32));
        assertThat(lopsided.figure().estimate(0.9).method()).isEqualTo("published interval");
    }

    @Test
    void ofAShareTheAnswersTellTheInterval() {
        Benchmark benchmark =
                Benchmark.of(Csat.TOP_2_OF_5, 80, "survey", PUBLISHED).withAnswers(500);
        Csat ours = topBox(350, 50);
        Interval newcombe =
                Change.between(topBox(400, 100), ours).difference().interval().orElseThrow();
        Benchmark.Comparison beside = benchmark.compare(ours, TODAY);
        assertThat(interval(beside).lower()).isCloseTo(newcombe.lower(), within(1e-9));
        assertThat(interval(beside).upper()).isCloseTo(newcombe.upper(), within(1e-9));
        assertThat(beside.verdict()).isEqualTo(ComparisonVerdict.BETTER);
        assertThat(beside.change().count()).isEqualTo(900);
        assertThat(beside.change().effectiveCount()).isEqualTo(900);
        assertThat(beside.notes()).isEmpty();
    }

    @Test
    void atTheEndsOfTheRangeTheAnswersTellAnIntervalToo() {
        Benchmark none = Benchmark.of(Csat.TOP_2_OF_5, 0, "survey", PUBLISHED).withAnswers(20);
        assertThat(limits(none, 1.959963984540054).lower()).isZero();
        assertThat(limits(none, 1.959963984540054).upper()).isCloseTo(16.1125, within(1e-4));
        Benchmark all = Benchmark.of(Csat.TOP_2_OF_5, 100, "survey", PUBLISHED).withAnswers(20);
        assertThat(limits(all, 1.959963984540054).upper()).isEqualTo(100);
        assertThat(limits(all, 1.959963984540054).lower()).isCloseTo(100 - 16.1125, within(1e-4));
        assertThat(limits(all, 0)).isEqualTo(new Interval(100, 100));
    }

    @Test
    void ofANetScoreTheWidestSplitIsTaken() {
        Benchmark.Comparison beside = BARE.withAnswers(100).compare(OURS, TODAY);
        Interval widest =
                Change.between(nps(66, 0, 34), OURS).difference().interval().orElseThrow();
        assertThat(interval(beside).lower()).isCloseTo(widest.lower(), within(1e-9));
        assertThat(interval(beside).upper()).isCloseTo(widest.upper(), within(1e-9));
        assertThat(beside.isBenchmarkUncertaintyKnown()).isTrue();
        assertThat(beside.notes())
                .containsExactly("the spread of the benchmark's answers is not known; the largest possible is counted");
        assertThat(BARE.withAnswers(100).figure().estimate().method()).isEqualTo("Wilson");
    }

    @Test
    void ofAMeanTheWidestSpreadIsTaken() {
        Benchmark benchmark = Benchmark.of(Csat.mean(Scale.highIsGood(1, 5)), 4, "survey", PUBLISHED)
                .withAnswers(100);
        Interval share = topBox(75, 25).estimate().interval().orElseThrow();
        assertThat(limits(benchmark, 1.959963984540054).lower()).isCloseTo(1 + share.lower() / 25, within(1e-9));
        assertThat(limits(benchmark, 1.959963984540054).upper()).isCloseTo(1 + share.upper() / 25, within(1e-9));
    }

    @Test
    void aKnownIntervalGoesBeforeTheNumberOfAnswers() {
        Benchmark.Comparison both = WITH_INTERVAL.withAnswers(5_000).compare(OURS, TODAY);
        assertThat(interval(both)).isEqualTo(interval(WITH_INTERVAL.compare(OURS, TODAY)));
        assertThat(both.notes()).isEmpty();
        assertThat(both.benchmark().answers()).hasValue(5_000);
        assertThat(both.benchmark().interval()).hasValue(new Interval(28, 36));
        assertThat(BARE.withAnswers(5_000).withInterval(new Interval(28, 36), 0.95))
                .isEqualTo(both.benchmark());
    }

    @Test
    void withoutIntervalAndAnswersOnlyOurOwnUncertaintyIsInAndTheResultSaysSo() {
        Benchmark.Comparison beside = BARE.compare(OURS, TODAY);
        Interval own = OURS.estimate().interval().orElseThrow();
        assertThat(interval(beside).lower()).isCloseTo(own.lower() - 32, within(1e-9));
        assertThat(interval(beside).upper()).isCloseTo(own.upper() - 32, within(1e-9));
        assertThat(beside.isBenchmarkUncertaintyKnown()).isFalse();
        assertThat(beside.notes())
                .containsExactly("the uncertainty of the benchmark is not known; only our own is counted");
        assertThat(beside.change().count()).isEqualTo(100);
        assertThat(beside.change().base()).isEqualTo(BaseSize.SUFFICIENT);
    }

    @Test
    void theBaseOfASmallBenchmarkIsSmall() {
        assertThat(BARE.withAnswers(20).compare(OURS, TODAY).change().base()).isEqualTo(BaseSize.LOW);
    }

    @Test
    void theNumberOfAnswersTellsNothingOfPlainNumbers() {
        Benchmark benchmark = Benchmark.of(MINUTES, 30, "survey", PUBLISHED).withAnswers(100);
        Benchmark.Comparison beside = benchmark.compare(Mean.of(MINUTES, 20, 22, 24), TODAY);
        assertThat(beside.isBenchmarkUncertaintyKnown()).isFalse();
        assertThat(beside.verdict()).isEqualTo(ComparisonVerdict.BETTER);
        Benchmark sure = benchmark.withInterval(new Interval(29, 31), 0.95);
        assertThat(sure.isUncertaintyKnown()).isTrue();
        assertThat(sure.compare(Mean.of(MINUTES, 40, 42, 44), TODAY).verdict()).isEqualTo(ComparisonVerdict.WORSE);
    }

    @Test
    void theVerdictFollowsConfidenceAndMargin() {
        Nps slightlyBetter = nps(520, 350, 130);
        Benchmark.Comparison beside = WITH_INTERVAL.compare(slightlyBetter, TODAY);
        assertThat(beside.verdict()).isEqualTo(ComparisonVerdict.BETTER);
        assertThat(beside.withConfidence(0.999).verdict()).isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThat(beside.withConfidence(0.999).change().difference().confidence())
                .isEqualTo(0.999);
        assertThat(beside.withSmallestEffectOfInterest(20).verdict())
                .isEqualTo(ComparisonVerdict.NO_MATERIAL_DIFFERENCE);
        assertThat(WITH_INTERVAL.compare(nps(30, 35, 35), TODAY).verdict()).isEqualTo(ComparisonVerdict.WORSE);
    }

    @Test
    void aBenchmarkIsOldAfter24Months() {
        assertThat(BARE.maximumAge()).isEqualTo(Period.ofMonths(24));
        assertThat(BARE.isOld(LocalDate.of(2026, 3, 1))).isFalse();
        assertThat(BARE.isOld(LocalDate.of(2026, 3, 2))).isTrue();
        Benchmark.Comparison late = WITH_INTERVAL.compare(OURS, LocalDate.of(2026, 3, 2));
        assertThat(late.isOld()).isTrue();
        assertThat(late.notes()).containsExactly("the benchmark of 2024-03-01 is older than P24M");
        assertThat(late.withConfidence(0.9).isOld()).isTrue();
        assertThat(late.withSmallestEffectOfInterest(5).isOld()).isTrue();
        assertThat(BARE.compare(OURS, LocalDate.of(2026, 3, 2)).notes()).hasSize(2);
    }

    @Test
    void theMaximumAgeIsStated() {
        Benchmark young = BARE.withMaximumAge(Period.ofMonths(6));
        assertThat(young.isOld(LocalDate.of(2024, 9, 1))).isFalse();
        assertThat(young.isOld(LocalDate.of(2024, 9, 2))).isTrue();
        assertThat(BARE.withMaximumAge(Period.ZERO).isOld(PUBLISHED)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withMaximumAge(Period.ofDays(-1)))
                .withMessage("maximum age must not be negative, but was P-1D");
    }

    @Test
    void anotherDefinitionIsRefusedByBothNames() {
        Score other = Nps.from(Nps.ONE_TO_TEN, RatingCounts.of(Nps.ONE_TO_TEN.scale(), 0, 0, 0, 0, 0, 0, 0, 0, 1, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.compare(other, TODAY))
                .withMessage(Nps.STANDARD + " cannot be compared with " + Nps.ONE_TO_TEN);
    }

    @Test
    void aScoreWithoutAnswersCannotBeCompared() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BARE.compare(Nps.of(), TODAY))
                .withMessage("NPS is undefined for zero answers");
    }

    @Test
    void theDateOfTheComparisonIsNotBeforeTheBenchmark() {
        assertThat(BARE.compare(OURS, PUBLISHED).isOld()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.compare(OURS, LocalDate.of(2024, 2, 29)))
                .withMessage("date of the comparison must not be before that of the benchmark, 2024-03-01, "
                        + "but was 2024-02-29");
    }

    @Test
    void badFiguresAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Benchmark.of(Nps.STANDARD, 132, "survey", PUBLISHED))
                .withMessage("benchmark in NPS must be in [-100.0, 100.0], but was 132.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Benchmark.of(Nps.STANDARD, Double.NaN, "survey", PUBLISHED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Benchmark.of(Nps.STANDARD, 32, " ", PUBLISHED))
                .withMessage("source must not be blank");
        assertThatThrownBy(() -> Benchmark.of(Nps.STANDARD, 32, "survey", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withAnswers(0))
                .withMessage("answers must be at least 1, but was 0");
    }

    @Test
    void badIntervalsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withInterval(new Interval(33, 36), 0.95))
                .withMessage("interval must contain the value 32.0, but was [33.0, 36.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withInterval(new Interval(32, 32), 0.95))
                .withMessage("interval must have a width, but was [32.0, 32.0]\n"
                        + "Maybe leave it out, for an interval that is not known.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withInterval(new Interval(28, 136), 0.95))
                .withMessage("upper limit in NPS must be in [-100.0, 100.0], but was 136.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withInterval(new Interval(-128, 36), 0.95))
                .withMessage("lower limit in NPS must be in [-100.0, 100.0], but was -128.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withInterval(new Interval(28, 36), 95))
                .withMessage("confidence must be between 0 and 1, but was 95.0\nMaybe 0.95 is meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Benchmark.of(MINUTES, 30, "survey", PUBLISHED)
                        .withInterval(new Interval(20, Double.POSITIVE_INFINITY), 0.95));
    }

    @Test
    void benchmarksAreEqualWhenAllTheirPartsAre() {
        Benchmark same = Benchmark.of(Nps.STANDARD, 32, "Retail survey 2024, table 3", PUBLISHED);
        assertThat(same).isEqualTo(BARE).hasSameHashCodeAs(BARE);
        assertThat(Benchmark.of(Nps.ONE_TO_TEN, 32, BARE.source(), PUBLISHED)).isNotEqualTo(BARE);
        assertThat(Benchmark.of(Nps.STANDARD, 33, BARE.source(), PUBLISHED)).isNotEqualTo(BARE);
        assertThat(Benchmark.of(Nps.STANDARD, 32, "other", PUBLISHED)).isNotEqualTo(BARE);
        assertThat(Benchmark.of(Nps.STANDARD, 32, BARE.source(), TODAY)).isNotEqualTo(BARE);
        assertThat(BARE.withAnswers(9)).isNotEqualTo(BARE);
        assertThat(WITH_INTERVAL).isNotEqualTo(BARE);
        assertThat(BARE.withInterval(new Interval(28, 36), 0.9)).isNotEqualTo(WITH_INTERVAL);
        assertThat(BARE.withMaximumAge(Period.ofYears(1))).isNotEqualTo(BARE);
        assertThat(BARE).isNotEqualTo("benchmark");
        assertThat(BARE.metric()).isEqualTo(Nps.STANDARD);
        assertThat(BARE.date()).isEqualTo(PUBLISHED);
    }

    @Test
    void comparisonsAreEqualWhenTheirPartsAre() {
        Benchmark.Comparison beside = BARE.compare(OURS, TODAY);
        assertThat(BARE.compare(nps(45, 35, 20), TODAY)).isEqualTo(beside).hasSameHashCodeAs(beside);
        assertThat(BARE.compare(nps(45, 35, 21), TODAY)).isNotEqualTo(beside);
        assertThat(BARE.compare(OURS, PUBLISHED)).isNotEqualTo(beside);
        assertThat(WITH_INTERVAL.compare(OURS, TODAY)).isNotEqualTo(beside);
        assertThat(beside.withConfidence(0.9)).isNotEqualTo(beside);
        assertThat(beside).isNotEqualTo("comparison");
    }
}

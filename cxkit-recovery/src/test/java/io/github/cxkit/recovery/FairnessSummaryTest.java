package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.handled;
import static io.github.cxkit.recovery.Cases.redressed;
import static io.github.cxkit.recovery.Cases.treated;
import static io.github.cxkit.recovery.FairnessSummary.toFairnessSummary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.recovery.Treatment.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FairnessSummaryTest {

    private static final FairnessScorer DEFAULT = FairnessScorer.withDefaults();
    private static final FairnessScorer GEOMETRIC = FairnessScorer.by(FairnessPolicy.DEFAULT.withPower(0));
    private static final RecoveryCase UNKNOWN = RecoveryCase.of(Failure.outcome());

    private static FairnessSummary of(RecoveryCase... cases) {
        return Arrays.stream(cases).collect(toFairnessSummary(DEFAULT, Function.identity()));
    }

    @Test
    void countsAndMeansOfAFewCases() {
        RecoveryCase rude = treated(Cases.REJECTED, t -> t.withViolations(Violation.RUDE));
        RecoveryCase generous =
                redressed(Cases.ACCEPTED, r -> r.withCompensation(Compensation.of(Money.parse("EUR 600"))));
        FairnessSummary summary = of(Cases.REJECTED, Cases.ACCEPTED, rude, generous, UNKNOWN);
        double rudePoints = DEFAULT.score(rude).overall().orElseThrow();
        double generousPoints = DEFAULT.score(generous).overall().orElseThrow();
        assertThat(summary.count()).isEqualTo(5);
        assertThat(summary.isEmpty()).isFalse();
        assertThat(summary.overall().count()).isEqualTo(4);
        assertThat(summary.overall().effectiveCount()).isEqualTo(4);
        assertThat(summary.overall().value())
                .isCloseTo((76.55247675 + 86.20961848 + rudePoints + generousPoints) / 4, within(1e-8));
        assertThat(summary.dimension(FairnessDimension.PROCESS).value()).isCloseTo(82.43789080, within(1e-8));
        assertThat(summary.dimension(FairnessDimension.INTERACTION).value())
                .isCloseTo((3 * 83.88888889 + 25) / 4, within(1e-8));
        assertThat(summary.bounds().upper())
                .isCloseTo(
                        Stream.of(Cases.REJECTED, Cases.ACCEPTED, rude, generous, UNKNOWN)
                                .mapToDouble(c -> DEFAULT.score(c).bounds().upper())
                                .average()
                                .orElseThrow(),
                        within(1e-9));
        assertThat(summary.bounds().lower())
                .isCloseTo(
                        Stream.of(Cases.REJECTED, Cases.ACCEPTED, rude, generous)
                                        .mapToDouble(
                                                c -> DEFAULT.score(c).bounds().lower())
                                        .sum()
                                / 5,
                        within(1e-9));
        assertThat(summary.fair().counted()).isEqualTo(3);
        assertThat(summary.fair().count()).isEqualTo(4);
        assertThat(summary.countWeakest(FairnessDimension.COMPENSATION)).isEqualTo(1);
        assertThat(summary.countWeakest(FairnessDimension.PROCESS)).isEqualTo(2);
        assertThat(summary.countWeakest(FairnessDimension.INTERACTION)).isEqualTo(1);
        assertThat(summary.countCapped(FairnessPolicy.Cap.VIOLATION)).isEqualTo(1);
        assertThat(summary.countCapped(FairnessPolicy.Cap.CORE_PROBLEM_NOT_FIXED))
                .isZero();
        assertThat(summary.countWith(Violation.RUDE)).isEqualTo(1);
        assertThat(summary.countWith(Violation.UNTRUE)).isZero();
        assertThat(summary.countOverCompensated()).isEqualTo(1);
        assertThat(summary.countSensitiveToWeights()).isEqualTo(2);
        assertThat(summary.countWith(CaseFairness.Note.SENSITIVE_TO_WEIGHTS)).isEqualTo(2);
        assertThat(summary.countWith(CaseFairness.Note.MISSING_EVIDENCE_COULD_DECIDE))
                .as("the first and the last; the others are fair or unfair whatever is missing")
                .isEqualTo(2);
        assertThat(summary.countWith(CaseFairness.Note.NO_VIOLATION_REPORTED)).isEqualTo(1);
        assertThat(summary.countWith(CaseFairness.Note.FAILURE_NOT_NOTICED)).isZero();
        assertThat(FairnessSummary.Tally.of(DEFAULT))
                .hasToString("Tally[" + FairnessSummary.Tally.of(DEFAULT).summary() + "]");
        assertThat(summary.coverage(FairnessDimension.INTERACTION)).hasValueCloseTo(0.6, within(1e-12));
        assertThat(IntStream.range(0, 10).mapToLong(summary::countInBin))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 0L, 1L, 2L, 0L);
        assertThat(summary.policy()).isEqualTo(DEFAULT.policy());
        assertThat(summary.toString())
                .startsWith("5 cases, mean fairness 77.")
                .contains("fair cases, from 70.0 points on 75.0% (95% CI");
    }

    @Test
    void theHighestBinHoldsAHundred() {
        RecoveryCase perfect = handled(UNKNOWN, h -> h.withFirstResponse(Promptness.met(true)))
                .withNotApplicable(
                        Evidence.RESOLUTION,
                        Evidence.CONTACTS,
                        Evidence.HAND_OFFS,
                        Evidence.REOPENINGS,
                        Evidence.PROMISES,
                        Evidence.CHOICE,
                        Evidence.APOLOGY,
                        Evidence.COURTESY,
                        Evidence.EFFORT,
                        Evidence.EXPLANATION,
                        Evidence.REDRESS);
        FairnessSummary summary = of(
                perfect,
                handled(
                        Cases.without(perfect, Evidence.FIRST_RESPONSE),
                        h -> h.withFirstResponse(Promptness.met(false))));
        assertThat(summary.countInBin(9)).isEqualTo(1);
        assertThat(summary.countInBin(0)).isEqualTo(1);
        assertThat(summary.coverage(FairnessDimension.COMPENSATION)).isEmpty();
        assertThat(summary.overall().value()).isEqualTo(50);
        assertThat(summary.overall().estimate().interval()).contains(new Interval(0, 100));
        assertThat(DEFAULT.score(perfect).contributions()).allMatch(c -> c.points() == 0);
    }

    @Test
    void twoPeriodsAreComparedLikeEveryScore() {
        Random random = new Random(7);
        FairnessSummary before = random.ints(40, 0, 4)
                .boxed()
                .collect(toFairnessSummary(DEFAULT, n -> handled(Cases.REJECTED, h -> h.withContacts(3 + n))));
        FairnessSummary after = random.ints(40, 0, 4)
                .boxed()
                .collect(toFairnessSummary(DEFAULT, n -> handled(Cases.ACCEPTED, h -> h.withContacts(1 + n))));
        Change change = Change.between(before.overall(), after.overall());
        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.value())
                .isCloseTo(after.overall().value() - before.overall().value(), within(1e-12));
        FairnessSummary otherPolicy =
                Stream.of(Cases.REJECTED, Cases.ACCEPTED).collect(toFairnessSummary(GEOMETRIC, Function.identity()));
        assertThatIllegalArgumentException().isThrownBy(() -> Change.between(before.overall(), otherPolicy.overall()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Change.between(before.overall(), before.dimension(FairnessDimension.PROCESS)));
        assertThatIllegalArgumentException().isThrownBy(() -> before.plus(otherPolicy));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessSummary.Tally.of(DEFAULT).combine(FairnessSummary.Tally.of(GEOMETRIC)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessSummary.Tally.of(DEFAULT).accept(GEOMETRIC.score(Cases.REJECTED)));
    }

    @Test
    void partsInAnyOrderMakeTheWhole() {
        List<RecoveryCase> cases = new Random(11)
                .ints(60)
                .mapToObj(seed -> Cases.random(new Random(seed), 0.9))
                .toList();
        FairnessSummary whole = cases.stream().collect(toFairnessSummary(DEFAULT, Function.identity()));
        FairnessSummary first = cases.subList(0, 17).stream().collect(toFairnessSummary(DEFAULT, Function.identity()));
        FairnessSummary second =
                cases.subList(17, 60).stream().collect(toFairnessSummary(DEFAULT, Function.identity()));
        FairnessSummary parallel = cases.parallelStream().collect(toFairnessSummary(DEFAULT, Function.identity()));
        for (FairnessSummary merged : List.of(first.plus(second), second.plus(first), parallel)) {
            assertSame(merged, whole);
        }
        assertThat(whole.overall().count())
                .as("some have a point and some have not")
                .isBetween(10L, 59L);
        assertThat(of().plus(whole)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(whole).isNotEqualTo(first);
    }

    private static void assertSame(FairnessSummary one, FairnessSummary other) {
        assertThat(one.count()).isEqualTo(other.count());
        assertThat(one.fair()).isEqualTo(other.fair());
        assertThat(one.countSensitiveToWeights()).isEqualTo(other.countSensitiveToWeights());
        assertThat(one.countOverCompensated()).isEqualTo(other.countOverCompensated());
        assertThat(one.bounds().lower()).isCloseTo(other.bounds().lower(), within(1e-10));
        assertThat(one.bounds().upper()).isCloseTo(other.bounds().upper(), within(1e-10));
        assertThat(one.overall().value()).isCloseTo(other.overall().value(), within(1e-10));
        for (FairnessDimension dimension : FairnessDimension.values()) {
            Score part = one.dimension(dimension);
            assertThat(part.count()).isEqualTo(other.dimension(dimension).count());
            assertThat(part.value()).isCloseTo(other.dimension(dimension).value(), within(1e-10));
            assertThat(one.countWeakest(dimension)).isEqualTo(other.countWeakest(dimension));
        }
        for (int bin = 0; bin < 10; bin++) {
            assertThat(one.countInBin(bin)).isEqualTo(other.countInBin(bin));
        }
    }

    @Test
    void noCasesHaveNoMeanAndNoBounds() {
        FairnessSummary none = of();
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.overall().isEmpty()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> none.overall().value())
                .withMessage("mean fairness is undefined for zero cases with a point");
        assertThatIllegalStateException().isThrownBy(() -> none.overall().uncertainty());
        assertThatIllegalStateException().isThrownBy(none::bounds).withMessage("bounds are undefined for zero cases");
        assertThat(none.fair()).isEqualTo(Share.of(none.fair().metric(), 0, 0));
        assertThat(none)
                .hasToString("0 cases, mean fairness undefined (n=0), fair cases, from 70.0 points on undefined (n=0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.countInBin(10))
                .withMessage("bin must be in [0, 9], but was 10");
        assertThatIllegalArgumentException().isThrownBy(() -> none.countInBin(-1));
    }

    @Test
    void aTallyGoesOnAfterItsSummary() {
        FairnessSummary.Tally tally = FairnessSummary.Tally.of(DEFAULT);
        tally.accept(Cases.REJECTED);
        FairnessSummary one = tally.summary();
        tally.accept(DEFAULT.score(Cases.ACCEPTED));
        assertThat(one.count()).isEqualTo(1);
        assertThat(one).isEqualTo(of(Cases.REJECTED));
        assertThat(tally.summary().count()).isEqualTo(2);
        assertThat(tally.summary()).isEqualTo(of(Cases.REJECTED, Cases.ACCEPTED));
    }

    @Test
    void theMetricIsThePolicysAndHasNoTrueZero() {
        FairnessMean mean = of(Cases.REJECTED).overall();
        assertThat(mean.metric()).isEqualTo(new FairnessMetric("fairness", DEFAULT.policy()));
        assertThat(mean.metric().hasTrueZero()).isFalse();
        assertThat(mean.metric().unit().format(12.34)).isEqualTo("12.3");
        assertThat(mean.metric().range()).isEqualTo(new Interval(0, 100));
        assertThat(mean)
                .isEqualTo(of(Cases.REJECTED).overall())
                .hasSameHashCodeAs(of(Cases.REJECTED).overall());
        assertThat(mean).isNotEqualTo(of(Cases.ACCEPTED).overall());
        assertThat(mean).hasToString("mean fairness 76.6 (no interval, n=1)");
        assertThatIllegalArgumentException().isThrownBy(() -> new FairnessMetric(" ", DEFAULT.policy()));
    }
}

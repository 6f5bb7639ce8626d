package io.github.cxkit.examples.programs;

import static io.github.cxkit.metrics.rating.Nps.toNpsOrSkipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import io.github.cxkit.recovery.Treatment;
import java.time.Duration;
import java.util.Arrays;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The unit tests of a shop. Their lesson: results are values, and what is undefined or impossible says so, so a test asks what a reader would ask. */
class ShopTest {

    /** An answer as the shop stores it; null where the customer left the question out. */
    private record ShopAnswer(String shop, @Nullable Integer recommend) {}

    /** A complaint as the shop stores it. */
    private record Complaint(int messages, int daysToSolve, String paid, String refund, boolean apologised) {

        CaseFairness fairness() {
            Promptness resolution =
                    Promptness.took(Duration.ofDays(daysToSolve)).against(Duration.ofDays(2));
            RecoveryCase facts = RecoveryCase.of(Failure.outcome())
                    .withHandling(Handling.UNKNOWN
                            .withContacts(messages)
                            .withHandOffs(0)
                            .withChannelSwitches(0)
                            .withReopenings(0)
                            .withFirstResponse(Promptness.met(true))
                            .withResolution(resolution))
                    .withTreatment(Treatment.UNKNOWN
                            .withApology(apologised ? Treatment.Apology.of(1, 1, 1) : Treatment.Apology.NONE)
                            .withCourtesy(1)
                            .withEffort(1)
                            .withExplanation(1)
                            .withViolations())
                    .withRedress(Redress.UNKNOWN
                            .withLoss(Loss.of(Money.parse(paid)))
                            .withCompensation(Compensation.of(Money.parse(refund)))
                            .withServiceAccepted(true))
                    .withNotApplicable(Evidence.PROMISES, Evidence.CHOICE);
            return FairnessScorer.withDefaults().score(facts);
        }
    }

    private static final Nps MARCH = npsOf(10, 9, 9, 8, 7, null, 10, 3, 6, 9, 10);

    private static Nps npsOf(@Nullable Integer... recommend) {
        return Arrays.stream(recommend)
                .map(answer -> new ShopAnswer("north", answer))
                .collect(toNpsOrSkipped(ShopAnswer::recommend));
    }

    @Test
    void marchHasAnNpsOf40FromTenAnswersAndOneCustomerSkippedTheQuestion() {
        assertThat(MARCH.score()).isEqualTo(40);
        assertThat(MARCH.count()).isEqualTo(10);
        assertThat(MARCH.skipped()).isEqualTo(1);
        assertThat(MARCH.base()).isEqualTo(BaseSize.LOW);
        assertThat(MARCH.estimate()).hasToString("40.0 (95% CI -15.3 to 75.3, n=10)");
        assertThat(MARCH.estimate().lower()).hasValueCloseTo(-15.3, within(0.05));
    }

    @Test
    void nobodyAnsweredIsNoNpsOf0() {
        assertThat(npsOf(null, null).isEmpty()).isTrue();
        assertThatIllegalStateException().isThrownBy(npsOf(null, null)::score);
    }

    @Test
    void anAnswerOf11IsRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> npsOf(10, 11)).withMessageContaining("11");
    }

    @Test
    void tenAnswersAMonthSayNothingAboutAChange() {
        Nps april = Nps.of(10, 10, 9, 9, 9, 8, 10, 9, 7, 10);

        assertThat(Change.between(MARCH, april).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void theNewCheckoutMadeCustomersHappier() {
        Change change = Change.between(
                Nps.promoters(50).passives(50).detractors(100),
                Nps.promoters(100).passives(50).detractors(50));

        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.difference().value()).isEqualTo(50);
        assertThat(change.difference().lower().orElseThrow()).isGreaterThan(30);
    }

    @Test
    void movingTheButtonChangedNothingThatMatters() {
        Csat before = Csat.from(Csat.TOP_2_OF_5, RatingCounts.of(Csat.TOP_2_OF_5.scale(), 400, 0, 0, 400, 800));
        Csat after = Csat.from(Csat.TOP_2_OF_5, RatingCounts.of(Csat.TOP_2_OF_5.scale(), 0, 400, 0, 800, 400));
        Change change = Change.between(before, after).withSmallestEffectOfInterest(5);

        assertThat(change.verdict()).isEqualTo(Verdict.NO_MATERIAL_CHANGE);
    }

    @Test
    void aFullRefundInTimeWithAnApologyIsFairWithoutAFlaw() {
        CaseFairness score = new Complaint(1, 1, "EUR 80", "EUR 80", true).fairness();

        assertThat(score.overall()).hasValue(100);
        assertThat(score.isFair()).contains(true);
        assertThat(score.missing()).isEmpty();
    }

    @Test
    void withoutRefundAndApologyCompensationIsWhatLacksMost() {
        CaseFairness score = new Complaint(3, 4, "EUR 80", "EUR 0", false).fairness();

        assertThat(score.overall()).hasValueCloseTo(53.15, within(1e-9));
        assertThat(score.isFair()).contains(false);
        assertThat(score.weakest()).contains(FairnessDimension.COMPENSATION);
        assertThat(score.contributions().get(0).factor()).isEqualTo(Evidence.REDRESS);
        assertThat(score.dimension(FairnessDimension.PROCESS).point()).hasValueCloseTo(84.45, within(1e-9));
    }

    @Test
    void shopsAddUpExactly() {
        assertThat(MARCH.plus(Nps.of(0, 10))).isEqualTo(npsOf(10, 9, 9, 8, 7, null, 10, 3, 6, 9, 10, 0, 10));
        assertThat(MARCH.plus(Nps.of(0, 10)).score()).isCloseTo(33.3, within(0.05));
    }
}

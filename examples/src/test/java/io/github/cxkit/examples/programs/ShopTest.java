package io.github.cxkit.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
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
import io.github.cxkit.recovery.Treatment.Apology;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The unit tests of a shop that measures its customers' experience: what its own classes hand to the library, and what comes back. */
class ShopTest {

    /** An answer as the shop stores it; null where the customer left the question out. */
    private record ShopAnswer(String shop, @Nullable Integer recommend) {}

    /** A complaint as the shop stores it. */
    private record Complaint(
            int messages, Duration solvedAfter, BigDecimal paid, BigDecimal refund, boolean apologised) {

        RecoveryCase facts() {
            return RecoveryCase.of(Failure.outcome())
                    .withHandling(Handling.UNKNOWN
                            .withContacts(messages)
                            .withHandOffs(0)
                            .withChannelSwitches(0)
                            .withReopenings(0)
                            .withFirstResponse(Promptness.met(true))
                            .withResolution(Promptness.took(solvedAfter).against(Duration.ofDays(2))))
                    .withTreatment(Treatment.UNKNOWN
                            .withApology(apologised ? Apology.of(1, 1, 1) : Apology.NONE)
                            .withCourtesy(1)
                            .withEffort(1)
                            .withExplanation(1)
                            .withViolations())
                    .withRedress(Redress.UNKNOWN
                            .withLoss(Loss.of(Money.of(CurrencyUnit.EUR, paid)))
                            .withCompensation(Compensation.of(Money.of(CurrencyUnit.EUR, refund)))
                            .withServiceAccepted(true))
                    .withNotApplicable(Evidence.PROMISES, Evidence.CHOICE);
        }
    }

    private static final List<ShopAnswer> MARCH = answers(10, 9, 9, 8, 7, null, 10, 3, 6, 9, 10);

    private static List<ShopAnswer> answers(@Nullable Integer... recommend) {
        return Arrays.stream(recommend).map(r -> new ShopAnswer("north", r)).toList();
    }

    private static Nps npsOf(List<ShopAnswer> answers) {
        return answers.stream()
                .collect(Nps.toNps(
                        Nps.STANDARD,
                        (tally, row) -> tally.accept(Optional.ofNullable(row.recommend())
                                .map(Nps.STANDARD.scale()::answer)
                                .orElse(Answer.SKIPPED))));
    }

    /** As many answers as it takes for a verdict: each score so many times. */
    private static int[] repeated(int times, int... scores) {
        return IntStream.of(scores)
                .boxed()
                .flatMap(score -> Collections.nCopies(times, score).stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void march_has_an_nps_of_40_from_ten_answers_and_one_customer_skipped_the_question() {
        Nps march = npsOf(MARCH);

        assertThat(march.score()).isEqualTo(40);
        assertThat(march.count()).isEqualTo(10);
        assertThat(march.skipped()).isEqualTo(1);
        assertThat(march.base()).isEqualTo(BaseSize.LOW);
        assertThat(march.estimate()).hasToString("40.0 (95% CI -15.3 to 75.3, n=10)");
    }

    @Test
    void the_interval_of_march_reaches_from_minus_15_to_75() {
        assertThat(npsOf(MARCH).estimate().interval()).hasValueSatisfying(interval -> {
            assertThat(interval.lower()).isCloseTo(-15.3, within(0.05));
            assertThat(interval.upper()).isCloseTo(75.3, within(0.05));
        });
    }

    @Test
    void nobody_answered_is_no_nps_of_0() {
        Nps nobody = npsOf(answers(null, null));

        assertThat(nobody.isEmpty()).isTrue();
        assertThatThrownBy(nobody::score).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_answer_of_11_is_refused_by_name() {
        List<ShopAnswer> typo = answers(10, 11);

        assertThatThrownBy(() -> npsOf(typo))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11");
    }

    @Test
    void ten_answers_a_month_say_nothing_about_a_change() {
        assertThat(Change.between(npsOf(MARCH), Nps.of(10, 10, 9, 9, 9, 8, 10, 9, 7, 10))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void the_new_checkout_made_customers_happier() {
        Change change = Change.between(Nps.of(repeated(50, 3, 6, 8, 9)), Nps.of(repeated(50, 6, 8, 9, 10)));

        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.difference().value()).isEqualTo(50);
        assertThat(change.difference().interval().orElseThrow().lower()).isGreaterThan(30);
    }

    @Test
    void moving_the_button_changed_nothing_that_matters() {
        Csat before = Csat.of(repeated(400, 1, 4, 5, 5));
        Csat after = Csat.of(repeated(400, 2, 4, 4, 5));

        assertThat(Change.between(before, after).withSmallestEffectOfInterest(5).verdict())
                .isEqualTo(Verdict.NO_MATERIAL_CHANGE);
    }

    @Test
    void a_full_refund_in_time_with_an_apology_is_fair_without_a_flaw() {
        CaseFairness score = FairnessScorer.withDefaults()
                .score(new Complaint(1, Duration.ofDays(1), new BigDecimal("80.00"), new BigDecimal("80.00"), true)
                        .facts());

        assertThat(score.overall()).hasValue(100);
        assertThat(score.isFair()).contains(true);
        assertThat(score.missing()).isEmpty();
    }

    @Test
    void without_refund_and_apology_compensation_is_what_lacks_most() {
        CaseFairness score = FairnessScorer.withDefaults()
                .score(new Complaint(3, Duration.ofDays(4), new BigDecimal("80.00"), new BigDecimal("0.00"), false)
                        .facts());

        assertThat(score.overall().orElseThrow()).isCloseTo(53.15, within(1e-9));
        assertThat(score.isFair()).contains(false);
        assertThat(score.weakest()).contains(FairnessDimension.COMPENSATION);
        assertThat(score.contributions().get(0).factor()).isEqualTo(Evidence.REDRESS);
        assertThat(score.dimension(FairnessDimension.PROCESS).point().orElseThrow())
                .isCloseTo(84.45, within(1e-9));
    }

    @Test
    void shops_add_up_exactly() {
        Nps both = Stream.of(npsOf(MARCH), Nps.of(0, 10)).reduce(Nps::plus).orElseThrow();

        assertThat(both.count()).isEqualTo(12);
        assertThat(both.score()).isCloseTo(33.3, within(0.05));
    }
}

package io.github.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyResponseTest {

    private static final Scale SCALE = Scale.highIsGood(0, 10);
    private static final Instant AT = Instant.parse("2026-03-01T10:15:00Z");
    private static final SurveyResponse NINE = SurveyResponse.of("recommend", SCALE, SCALE.answer(9), AT);

    @Test
    void isAnonymousAndOfWeightOneUnlessSaidOtherwise() {
        assertThat(NINE.question()).isEqualTo("recommend");
        assertThat(NINE.scale()).isEqualTo(SCALE);
        assertThat(NINE.answer().value()).isEqualTo(9);
        assertThat(NINE.answeredAt()).isEqualTo(AT);
        assertThat(NINE.weight()).isEqualTo(1);
        assertThat(NINE.customer()).isEmpty();
        assertThat(NINE.touchpoint()).isEmpty();
        assertThat(NINE.askedAt()).isEmpty();
        assertThat(NINE.comment()).isEmpty();
    }

    @Test
    void anAnonymousResponseRefusesToNameItsCustomerAndSaysWhy() {
        assertThatIllegalStateException()
                .isThrownBy(NINE::knownCustomer)
                .withMessage(
                        "customer is needed here, but the response to \"recommend\" at 2026-03-01T10:15:00Z is anonymous");
        Customer customer = Customer.of("c-1");
        assertThat(NINE.withCustomer(customer).knownCustomer()).isEqualTo(customer);
    }

    @Test
    void copiesKeepEverythingElse() {
        Customer customer = Customer.of("c-1");
        Touchpoint checkout = Touchpoint.of("checkout", Channel.WEBSITE, JourneyStage.PURCHASE);
        SurveyResponse full = NINE.withComment("fine")
                .withWeight(0.8)
                .withTouchpoint(checkout)
                .withCustomer(customer)
                .withAskedAt(AT.minusSeconds(60));
        for (SurveyResponse copy : List.of(
                full.withComment("fine"),
                full.withWeight(0.8),
                full.withTouchpoint(checkout),
                full.withCustomer(customer),
                full.withAskedAt(AT.minusSeconds(60)))) {
            assertThat(copy).isEqualTo(full).hasSameHashCodeAs(full);
        }
        assertThat(full.comment()).contains("fine");
        assertThat(full.weight()).isEqualTo(0.8);
        assertThat(full.touchpoint()).contains(checkout);
        assertThat(full.customer()).contains(customer);
        assertThat(full.askedAt()).contains(AT.minusSeconds(60));
        for (SurveyResponse other : List.of(
                full.withComment("other"),
                full.withWeight(0.9),
                full.withTouchpoint(checkout.asMomentOfTruth()),
                full.withCustomer(Customer.of("c-2")),
                full.withAskedAt(AT),
                NINE,
                SurveyResponse.of("other", SCALE, SCALE.answer(9), AT),
                SurveyResponse.of("recommend", SCALE, SCALE.answer(8), AT),
                SurveyResponse.of("recommend", SCALE, SCALE.answer(9), AT.plusSeconds(1)),
                SurveyResponse.of("recommend", SCALE.reversed(), SCALE.answer(9), AT))) {
            assertThat(other).isNotEqualTo(full);
        }
    }

    @Test
    void theAnswerMustLieOnTheScaleOfTheQuestion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurveyResponse.of("q", Scale.highIsGood(1, 5), SCALE.answer(9), AT))
                .withMessage("answer must be in [1, 5], but was 9");
        assertThat(SurveyResponse.of("q", SCALE, Answer.SKIPPED, AT).answer()).isEqualTo(Answer.SKIPPED);
        assertThat(SurveyResponse.of("q", SCALE, Answer.NOT_APPLICABLE, AT).answer())
                .isEqualTo(Answer.NOT_APPLICABLE);
    }

    @Test
    void aQuestionIsNotAnsweredBeforeItIsAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NINE.withAskedAt(AT.plusSeconds(1)))
                .withMessageContaining("2026-03-01T10:15:00Z")
                .withMessageContaining("2026-03-01T10:15:01Z");
        assertThat(NINE.withAskedAt(AT).askedAt()).contains(AT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleWeightsAreRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NINE.withWeight(weight))
                .withMessage("weight must be in [0, ∞), but was " + weight);
        assertThat(NINE.withWeight(0).weight()).isZero();
    }

    @Test
    void blankAndNullPartsAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurveyResponse.of(" ", SCALE, SCALE.answer(9), AT))
                .withMessageContaining("question must not be blank");
        assertThatNullPointerException()
                .isThrownBy(() -> SurveyResponse.of("q", null, SCALE.answer(9), AT))
                .withMessage("scale");
        assertThatNullPointerException()
                .isThrownBy(() -> SurveyResponse.of("q", SCALE, null, AT))
                .withMessage("answer");
        assertThatNullPointerException()
                .isThrownBy(() -> SurveyResponse.of("q", SCALE, SCALE.answer(9), null))
                .withMessage("answeredAt");
        assertThatNullPointerException()
                .isThrownBy(() -> NINE.withAskedAt(null))
                .withMessage("askedAt");
    }
}

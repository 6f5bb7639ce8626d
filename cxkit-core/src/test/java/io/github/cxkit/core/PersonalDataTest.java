package io.github.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants a marker in every place that may hold personal data and looks for it in everything that may be shown. */
class PersonalDataTest {

    private static final String MARKER = "PII7c31";
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final Scale SCALE = Scale.highIsGood(0, 10);
    private static final Customer CUSTOMER = Customer.of(MARKER + "-id").with("name", MARKER + "-name");
    private static final CaseId CASE = CaseId.of(MARKER + "-case");
    private static final Handler HANDLER =
            Handler.person().withId(MARKER + "-agent").withTeam(MARKER + "-team");
    private static final Touchpoint TOUCHPOINT = Touchpoint.of("helpline", Channel.PHONE, JourneyStage.SUPPORT);
    private static final Interaction INTERACTION = Interaction.startedBy(Party.CUSTOMER, CUSTOMER, TOUCHPOINT, AT)
            .withHandler(HANDLER)
            .withCase(CASE)
            .withEnd(AT);
    private static final SurveyResponse RESPONSE = SurveyResponse.of("recommend", SCALE, SCALE.answer(3), AT)
            .withCustomer(CUSTOMER)
            .withComment(MARKER + "-comment");

    static Stream<Object> everything() {
        return Stream.of(
                CUSTOMER.id(),
                CUSTOMER,
                CASE,
                HANDLER,
                INTERACTION,
                RESPONSE,
                CaseEvent.assigned(CASE, AT, 1, HANDLER),
                CaseEvent.contacted(CASE, AT, 1),
                INTERACTION.caseEvents(1));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void noTextShowsIt(Object value) {
        assertThat(value.toString()).isNotBlank().doesNotContain(MARKER);
    }

    static Stream<ThrowingCallable> mistakes() {
        return Stream.of(
                () -> RESPONSE.withAskedAt(AT.plusSeconds(1)),
                () -> RESPONSE.withWeight(-1),
                () -> INTERACTION.withEnd(AT.minusSeconds(1)),
                () -> INTERACTION.withTopic(" "),
                () -> CUSTOMER.with(" ", MARKER),
                () -> CaseEvent.replied(CASE, AT, 1, Handler.selfService().withId(MARKER)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void noMessageShowsIt(ThrowingCallable mistake) {
        assertThat(catchThrowable(mistake)).isNotNull();
        assertThat(catchThrowable(mistake).getMessage()).isNotBlank().doesNotContain(MARKER);
    }
}

package io.github.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InteractionTest {

    private static final Customer CUSTOMER = Customer.of("c-1");
    private static final Touchpoint HELPLINE = Touchpoint.of("helpline", Channel.PHONE, JourneyStage.SUPPORT);
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN_PAST = NINE.plusSeconds(600);
    private static final CaseId CASE = CaseId.of("T-7");
    private static final Handler AGENT = Handler.person().withId("a-1").withTeam("billing");

    private static final Interaction CALL = Interaction.startedBy(Party.CUSTOMER, CUSTOMER, HELPLINE, NINE);

    @Test
    void knowsWhatItWasTold() {
        Interaction full =
                CALL.withEnd(TEN_PAST).withHandler(AGENT).withCase(CASE).withTopic("refund");
        assertThat(full.initiator()).isEqualTo(Party.CUSTOMER);
        assertThat(full.customer()).isEqualTo(CUSTOMER);
        assertThat(full.touchpoint()).isEqualTo(HELPLINE);
        assertThat(full.startedAt()).isEqualTo(NINE);
        assertThat(full.endedAt()).contains(TEN_PAST);
        assertThat(full.handler()).contains(AGENT);
        assertThat(full.caseId()).contains(CASE);
        assertThat(full.topic()).contains("refund");
        assertThat(full.withEnd(TEN_PAST)).isEqualTo(full).hasSameHashCodeAs(full);
        assertThat(List.of(
                        full.withEnd(NINE),
                        full.withHandler(Handler.bot()),
                        full.withCase(CaseId.of("T-8")),
                        full.withTopic("delay"),
                        Interaction.startedBy(Party.COMPANY, CUSTOMER, HELPLINE, NINE),
                        CALL))
                .doesNotContain(full);
        assertThat(full)
                .hasToString("Interaction[helpline over phone, begun by CUSTOMER at 2026-03-01T09:00:00Z,"
                        + " ended 2026-03-01T09:10:00Z]");
    }

    @Test
    void anEndBeforeItsStartIsAnErrorNamingBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALL.withEnd(NINE.minusSeconds(1)))
                .withMessage("endedAt must not be before startedAt 2026-03-01T09:00:00Z, but was 2026-03-01T08:59:59Z");
        assertThat(CALL.withEnd(NINE).endedAt()).contains(NINE);
        assertThatIllegalArgumentException().isThrownBy(() -> CALL.withTopic(""));
    }

    @Test
    void theCustomersContactIsAnsweredWhenItEnds() {
        List<CaseEvent> events =
                CALL.withCase(CASE).withHandler(AGENT).withEnd(TEN_PAST).caseEvents(5);
        assertThat(events)
                .containsExactly(
                        CaseEvent.contacted(CASE, NINE, 5).withChannel(Channel.PHONE),
                        CaseEvent.replied(CASE, TEN_PAST, 6, AGENT).withChannel(Channel.PHONE));
    }

    @Test
    void aContactThatGoesOnOrThatNobodyHandledIsNotAnswered() {
        CaseEvent contact = CaseEvent.contacted(CASE, NINE, 1).withChannel(Channel.PHONE);
        assertThat(CALL.withCase(CASE).withHandler(AGENT).caseEvents(1)).containsExactly(contact);
        assertThat(CALL.withCase(CASE).withEnd(TEN_PAST).caseEvents(1)).containsExactly(contact);
        assertThat(CALL.withCase(CASE)
                        .withEnd(TEN_PAST)
                        .withHandler(Handler.selfService())
                        .caseEvents(1))
                .containsExactly(contact);
    }

    @Test
    void theCompanysContactIsAReplyWhenItBegins() {
        Interaction outbound =
                Interaction.startedBy(Party.COMPANY, CUSTOMER, HELPLINE, NINE).withCase(CASE);
        assertThat(outbound.withHandler(Handler.bot()).caseEvents(3))
                .containsExactly(CaseEvent.replied(CASE, NINE, 3, Handler.bot()).withChannel(Channel.PHONE));
        assertThat(outbound.caseEvents(3)).isEmpty();
    }

    @Test
    void withoutACaseThereAreNoCaseEvents() {
        assertThatIllegalStateException().isThrownBy(() -> CALL.caseEvents(1)).withMessageContaining("withCase");
    }
}

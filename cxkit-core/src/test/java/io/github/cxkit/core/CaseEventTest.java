package io.github.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseEventTest {

    private static final CaseId CASE = CaseId.of("T-7");
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void isNamedForWhatHappened() {
        assertThat(CaseEvent.opened(CASE, AT, 1, Party.COMPANY).kind()).isEqualTo(CaseEvent.Kind.OPENED);
        assertThat(CaseEvent.contacted(CASE, AT, 1).kind()).isEqualTo(CaseEvent.Kind.CONTACTED);
        assertThat(CaseEvent.replied(CASE, AT, 1, Handler.bot()).kind()).isEqualTo(CaseEvent.Kind.REPLIED);
        assertThat(CaseEvent.acknowledged(CASE, AT, 1, Handler.bot()).kind()).isEqualTo(CaseEvent.Kind.ACKNOWLEDGED);
        assertThat(CaseEvent.assigned(CASE, AT, 1, Handler.person()).kind()).isEqualTo(CaseEvent.Kind.ASSIGNED);
        assertThat(CaseEvent.held(CASE, AT, 1, Party.COMPANY).kind()).isEqualTo(CaseEvent.Kind.HELD);
        assertThat(CaseEvent.resumed(CASE, AT, 1, Party.COMPANY).kind()).isEqualTo(CaseEvent.Kind.RESUMED);
        assertThat(CaseEvent.resolved(CASE, AT, 1, Party.COMPANY).kind()).isEqualTo(CaseEvent.Kind.RESOLVED);
        assertThat(CaseEvent.reopened(CASE, AT, 1, Party.CUSTOMER).kind()).isEqualTo(CaseEvent.Kind.REOPENED);
        assertThat(CaseEvent.closed(CASE, AT, 1, Party.COMPANY).kind()).isEqualTo(CaseEvent.Kind.CLOSED);
    }

    @Test
    void contactsAreTheCustomersAndRepliesTheCompanys() {
        CaseEvent contact = CaseEvent.contacted(CASE, AT, 4).withChannel(Channel.EMAIL);
        assertThat(contact.party()).isEqualTo(Party.CUSTOMER);
        assertThat(contact.handler()).isEmpty();
        assertThat(contact.channel()).contains(Channel.EMAIL);
        assertThat(contact.caseId()).isEqualTo(CASE);
        assertThat(contact.at()).isEqualTo(AT);
        assertThat(contact.sequence()).isEqualTo(4);
        CaseEvent reply = CaseEvent.replied(CASE, AT, 1, Handler.person());
        assertThat(reply.party()).isEqualTo(Party.COMPANY);
        assertThat(reply.handler()).contains(Handler.person());
        assertThat(reply.withChannel(Channel.CHAT).handler()).contains(Handler.person());
        assertThat(CaseEvent.opened(CASE, AT, 1, Party.CUSTOMER).party()).isEqualTo(Party.CUSTOMER);
        assertThat(contact).hasToString("CaseEvent[CONTACTED by CUSTOMER at 2026-03-01T09:00:00Z, sequence 4, e-mail]");
    }

    @Test
    void eitherSideMayHoldACaseAndTakeItUpAgain() {
        assertThat(CaseEvent.held(CASE, AT, 1, Party.COMPANY))
                .hasToString("CaseEvent[HELD by COMPANY at 2026-03-01T09:00:00Z, sequence 1]");
        assertThat(CaseEvent.resumed(CASE, AT, 2, Party.CUSTOMER))
                .hasToString("CaseEvent[RESUMED by CUSTOMER at 2026-03-01T09:00:00Z, sequence 2]");
    }

    @Test
    void selfServiceCannotReply() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseEvent.replied(CASE, AT, 1, Handler.selfService()))
                .withMessage("handler of REPLIED must be a person or a bot, but was SELF_SERVICE");
        assertThatNullPointerException()
                .isThrownBy(() -> CaseEvent.replied(CASE, AT, 1, null))
                .withMessage("handler");
        assertThatNullPointerException()
                .isThrownBy(() -> CaseEvent.opened(CASE, AT, 1, null))
                .withMessage("by");
    }

    @Test
    void orderIsByTimeAndThenBySequenceWhateverTheOrderOfRows() {
        List<CaseEvent> inOrder = List.of(
                CaseEvent.opened(CASE, AT, 9, Party.CUSTOMER),
                CaseEvent.acknowledged(CASE, AT.plusSeconds(1), 1, Handler.bot()),
                CaseEvent.replied(CASE, AT.plusSeconds(1), 2, Handler.person()),
                CaseEvent.closed(CASE, AT.plusSeconds(2), 0, Party.COMPANY));
        List<CaseEvent> shuffled = new ArrayList<>(inOrder);
        Collections.reverse(shuffled);
        shuffled.sort(CaseEvent.ORDER);
        assertThat(shuffled).isEqualTo(inOrder);
    }

    @Test
    void isAValue() {
        CaseEvent event = CaseEvent.replied(CASE, AT, 1, Handler.person().withId("a"));
        assertThat(event)
                .isEqualTo(CaseEvent.replied(CASE, AT, 1, Handler.person().withId("a")))
                .hasSameHashCodeAs(
                        CaseEvent.replied(CASE, AT, 1, Handler.person().withId("a")));
        assertThat(List.of(
                        CaseEvent.replied(CASE, AT, 1, Handler.person().withId("b")),
                        CaseEvent.replied(
                                CASE, AT, 1, Handler.person().withId("a").withTeam("t")),
                        CaseEvent.replied(CASE, AT, 2, Handler.person().withId("a")),
                        CaseEvent.replied(
                                CASE, AT.plusSeconds(1), 1, Handler.person().withId("a")),
                        CaseEvent.replied(
                                CaseId.of("T-8"), AT, 1, Handler.person().withId("a")),
                        CaseEvent.assigned(CASE, AT, 1, Handler.person().withId("a")),
                        CaseEvent.resolved(CASE, AT, 1, Party.COMPANY),
                        event.withChannel(Channel.CHAT)))
                .doesNotContain(event);
        assertThat(CaseEvent.resolved(CASE, AT, 1, Party.COMPANY))
                .isNotEqualTo(CaseEvent.resolved(CASE, AT, 1, Party.CUSTOMER));
    }

    @Test
    void handlersAreToldApartByKindIdAndTeam() {
        Handler handler = Handler.person().withId("a").withTeam("t");
        assertThat(handler.kind()).isEqualTo(Handler.Kind.PERSON);
        assertThat(handler.id()).contains("a");
        assertThat(handler.team()).contains("t");
        assertThat(handler).isEqualTo(Handler.person().withTeam("t").withId("a"));
        assertThat(handler.hashCode())
                .isEqualTo(Handler.person().withTeam("t").withId("a").hashCode());
        assertThat(Handler.bot()).isNotEqualTo(Handler.person());
        assertThat(Handler.selfService().kind()).isEqualTo(Handler.Kind.SELF_SERVICE);
        assertThatIllegalArgumentException().isThrownBy(() -> handler.withId(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> handler.withTeam(""));
    }
}

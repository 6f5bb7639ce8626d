package io.github.cxkit.metrics.cases;

import static io.github.cxkit.core.Party.COMPANY;
import static io.github.cxkit.core.Party.CUSTOMER;
import static io.github.cxkit.metrics.cases.CaseLog.ANN;
import static io.github.cxkit.metrics.cases.CaseLog.at;
import static io.github.cxkit.metrics.cases.CaseLog.ofACase;
import static io.github.cxkit.metrics.cases.CaseLog.ofCase;
import static io.github.cxkit.metrics.cases.CaseLog.waited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseTimelineTest {

    @Test
    void eventsAreInOrderOfTimeAndThenOfSequence() {
        CaseTimeline timeline = ofACase()
                .opened("9:00", CUSTOMER)
                .replied("9:00")
                .closed("10:00")
                .timeline();
        List<CaseEvent> shuffled = new ArrayList<>(timeline.events());
        Collections.reverse(shuffled);
        assertThat(CaseTimeline.of(shuffled)).isEqualTo(timeline).hasSameHashCodeAs(timeline);
        assertThat(CaseTimeline.of(shuffled).events())
                .extracting(CaseEvent::kind)
                .containsExactly(CaseEvent.Kind.OPENED, CaseEvent.Kind.REPLIED, CaseEvent.Kind.CLOSED);
        assertThat(timeline.caseId()).isEqualTo(CaseId.of("secret-case"));
        assertThat(timeline).isNotEqualTo(ofACase().opened("9:00", CUSTOMER).timeline());
        List<CaseEvent> events = timeline.events();
        assertThatThrownBy(events::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void eventsWithoutAnOrderAreRefusedAndSoIsARowThatIsThereTwice() {
        CaseId id = CaseId.of("secret-case");
        CaseEvent contact = CaseEvent.contacted(id, at("9:00"), 3);
        CaseEvent reply = CaseEvent.replied(id, at("9:00"), 3, ANN);
        for (List<CaseEvent> events :
                List.of(List.of(contact, reply), List.of(reply, contact), List.of(reply, reply))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CaseTimeline.of(events))
                    .withMessageStartingWith(
                            "sequence numbers of the events of a case at 2026-03-01T09:00:00Z must differ, but"
                                    + " two were 3\nMaybe ")
                    .withMessageNotContainingAny("secret-case", "ann");
        }
    }

    @Test
    void oneTimelineIsOneCase() {
        List<CaseEvent> two = new ArrayList<>(ofCase("one").contacted("9:00").events());
        two.addAll(ofCase("two").contacted("9:00").replied("9:10").events());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseTimeline.of(two))
                .withMessageStartingWith("events must be of one case, but were of 2\nMaybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseTimeline.of(List.of()))
                .withMessage("a case must have at least one event, but had none");

        Map<CaseId, CaseTimeline> cases = CaseTimeline.byCase(two);
        assertThat(cases).containsOnlyKeys(CaseId.of("one"), CaseId.of("two"));
        assertThat(ReplyClock.FIRST.waits(cases.get(CaseId.of("two")))).containsExactly(waited("9:00", "9:10"));
        assertThatThrownBy(cases::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(CaseTimeline.byCase(List.of())).isEmpty();
    }

    /** Not a duration of 0, and no negative one. */
    @Test
    void anEndBeforeItsBeginningIsRefusedNamingBothInstants() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ofACase().opened("9:00", CUSTOMER).resolved("8:00").timeline())
                .withMessage("RESOLVED must not come before OPENED at 2026-03-01T09:00:00Z, sequence 0, but was at"
                        + " 2026-03-01T08:00:00Z, sequence 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ofACase().opened("9:00", COMPANY).closed("8:00").timeline())
                .withMessageStartingWith("CLOSED must not come before OPENED");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ofACase().opened("9:00", COMPANY).reopened("8:00").timeline())
                .withMessageStartingWith("REOPENED must not come before OPENED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofACase().contacted("9:00").resolved("8:00").timeline())
                .withMessageStartingWith("RESOLVED must not come before CONTACTED at 2026-03-01T09:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofACase().reopened("9:00").closed("8:00").timeline())
                .withMessageStartingWith("CLOSED must not come before REOPENED");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ofACase().resolved("9:00").opened("9:00", CUSTOMER).timeline())
                .withMessage("RESOLVED must not come before OPENED at 2026-03-01T09:00:00Z, sequence 1, but was at"
                        + " 2026-03-01T09:00:00Z, sequence 0");
    }

    @Test
    void anAnswerBeforeTheCustomersOpeningAnswersNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ofACase().opened("9:00", CUSTOMER).replied("8:00").timeline())
                .withMessageStartingWith("REPLIED must not come before OPENED at 2026-03-01T09:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofACase()
                        .opened("9:00", CUSTOMER)
                        .acknowledged("8:00", Handler.bot())
                        .timeline())
                .withMessageStartingWith("ACKNOWLEDGED must not come before OPENED");
    }

    /** The customer calls, is answered, and only then does the agent open the case. */
    @Test
    void theCaseMayBeOpenedAfterTheCall() {
        CaseTimeline call = ofACase()
                .contacted("9:00")
                .assigned("9:00", ANN)
                .acknowledged("9:01", ANN)
                .replied("9:05")
                .opened("9:10", CUSTOMER)
                .timeline();
        assertThat(ReplyClock.FIRST.waits(call)).containsExactly(waited("9:00", "9:05"));
        assertThat(ofACase()
                        .replied("9:00")
                        .opened("9:10", COMPANY)
                        .resolved("9:20")
                        .waits(ResolutionClock.TO_LAST))
                .as("the company called first")
                .containsExactly(waited("9:10", "9:20"));
    }

    @Test
    void aCaseIsOpenedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofACase()
                        .opened("9:00", CUSTOMER)
                        .opened("10:00", COMPANY)
                        .timeline())
                .withMessage("a case must be opened at most once, but was opened at 2026-03-01T09:00:00Z and at"
                        + " 2026-03-01T10:00:00Z\nMaybe the later one is a reopening.");
    }

    @Test
    void laterKnowledgeIsSetAside() {
        CaseTimeline timeline = ofACase()
                .opened("9:00", CUSTOMER)
                .resolved("10:00")
                .reopened("11:00")
                .timeline();
        assertThat(timeline.resolution()).isEqualTo(CaseTimeline.Resolution.OPEN);
        assertThat(timeline.seenAt(at("10:59")).orElseThrow().resolution()).isEqualTo(CaseTimeline.Resolution.RESOLVED);
        assertThat(timeline.seenAt(at("11:00"))).contains(timeline);
        assertThat(timeline.seenAt(at("9:00")).orElseThrow().events()).hasSize(1);
        assertThat(timeline.seenAt(at("8:59"))).isEmpty();
    }

    @Test
    void closedWithoutAResolutionIsNeitherOpenNorResolved() {
        assertThat(ofACase().opened("9:00", CUSTOMER).timeline().resolution()).isEqualTo(CaseTimeline.Resolution.OPEN);
        assertThat(ofACase().opened("9:00", CUSTOMER).closed("10:00").timeline().resolution())
                .isEqualTo(CaseTimeline.Resolution.UNKNOWN);
        assertThat(ofACase()
                        .opened("9:00", CUSTOMER)
                        .closed("10:00")
                        .resolved("10:01")
                        .timeline()
                        .resolution())
                .isEqualTo(CaseTimeline.Resolution.RESOLVED);
        assertThat(ofACase()
                        .opened("9:00", CUSTOMER)
                        .reopened("10:00")
                        .resolved("11:00")
                        .reopened("12:00")
                        .closed("13:00")
                        .timeline()
                        .resolutionByCycle())
                .containsExactly(
                        CaseTimeline.Resolution.UNKNOWN,
                        CaseTimeline.Resolution.RESOLVED,
                        CaseTimeline.Resolution.UNKNOWN);
    }

    @Test
    void nobodyIsNamed() {
        assertThat(ofACase().contacted("9:00").replied("10:00").timeline())
                .hasToString("CaseTimeline[events=2, from 2026-03-01T09:00:00Z to 2026-03-01T10:00:00Z]");
    }
}

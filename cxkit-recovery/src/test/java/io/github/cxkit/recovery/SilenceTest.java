package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.CaseFairness.EvidenceScore;
import io.github.cxkit.recovery.CaseFairness.Note;
import io.github.cxkit.recovery.ReferenceCsv.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the absence of a reply or a resolution says. */
class SilenceTest {

    private static final CaseId ID = CaseId.of("case-1");
    private static final Instant START = Instant.parse("2026-01-02T16:30:00Z"); // a Friday
    private static final Handler ANN = Handler.person().withId("ann");
    private static final CaseEvent OPENED = CaseEvent.opened(ID, START, 1, Party.CUSTOMER);
    private static final CaseEvent REPLIED = CaseEvent.replied(ID, at(12), 2, ANN);
    private static final CaseEvent RESOLVED = CaseEvent.resolved(ID, at(48), 3, Party.COMPANY);
    private static final OpeningHours NINE_TO_FIVE = OpeningHours.in(ZoneOffset.UTC)
            .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));

    /** 4 hours are promised for the first reply, 24 for the resolution. */
    private static final RecoveryCase PROMISED = RecoveryCase.of(Failure.outcome())
            .withHandling(Handling.UNKNOWN
                    .withFirstResponse(Promptness.within(Duration.ofHours(4)))
                    .withResolution(Promptness.within(Duration.ofHours(24))));

    private static Instant at(double hours) {
        return START.plusSeconds(Math.round(3600 * hours));
    }

    private static DimensionScore process(RecoveryCase facts) {
        return FairnessScorer.withDefaults().score(facts).dimension(FairnessDimension.PROCESS);
    }

    private static EvidenceScore piece(RecoveryCase facts, Evidence evidence) {
        return process(facts).evidence().stream()
                .filter(piece -> piece.evidence() == evidence)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReplyThatNeverCameIsWorseThanALateOne() {
        RecoveryCase replied =
                PROMISED.withEvents(List.of(OPENED, REPLIED, RESOLVED)).withEventsUntil(at(60));
        assertThat(process(replied).point()).hasValueCloseTo(75.0, within(1e-12));
        DimensionScore silent = process(PROMISED.withEvents(List.of(OPENED)).withEventsUntil(at(60)));
        assertThat(silent.point()).hasValueCloseTo(67.0722885, within(5e-8));
        assertThat(silent.bounds().lower()).isCloseTo(46.1538462, within(5e-8));
        assertThat(silent.bounds().upper()).isCloseTo(74.6709912, within(5e-8));
        assertThat(silent.coverage()).isCloseTo(5 / 6.5, within(1e-12));
        DimensionScore unanswered =
                process(PROMISED.withEvents(List.of(OPENED, RESOLVED)).withEventsUntil(at(60)));
        assertThat(unanswered.point().orElseThrow()).isLessThan(75);
    }

    @Test
    void aBrokenPromiseIsNotUnknown() {
        RecoveryCase silent = PROMISED.withEvents(List.of(OPENED)).withEventsUntil(at(60));
        CaseFairness score = FairnessScorer.withDefaults().score(silent);
        assertThat(score.notes()).contains(Note.BREACHED_UNANSWERED);
        assertThat(score.missing()).doesNotContain(Evidence.FIRST_RESPONSE, Evidence.RESOLUTION);
        assertThat(piece(silent, Evidence.FIRST_RESPONSE).isObserved()).isTrue();
        assertThat(piece(silent, Evidence.FIRST_RESPONSE).utility().lower()).isZero();
        CaseFairness open = FairnessScorer.withDefaults().score(PROMISED.withEvents(List.of(OPENED)));
        assertThat(open.notes()).doesNotContain(Note.BREACHED_UNANSWERED);
        assertThat(open.missing()).contains(Evidence.FIRST_RESPONSE, Evidence.RESOLUTION);
    }

    static Stream<Row> promises() {
        return ReferenceCsv.rows("promise_without_reply.csv");
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aPromiseWithoutAReply(Row row) {
        RecoveryCase facts = RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN.withFirstResponse(
                        Promptness.within(Duration.ofHours((long) row.number("expected_hours")))))
                .withEvents(List.of(OPENED))
                .withEventsUntil(at(row.number("elapsed_hours")));
        EvidenceScore reply = FairnessScorer.by(
                        FairnessPolicy.DEFAULT.withRetention(Evidence.FIRST_RESPONSE, row.number("retention")))
                .score(facts)
                .dimension(FairnessDimension.PROCESS)
                .evidence()
                .get(0);
        assertThat(reply.isObserved()).isEqualTo(row.text("state").equals("breach"));
        assertThat(reply.utility().lower()).isEqualTo(row.number("utility_lower"));
        assertThat(reply.utility().upper()).isCloseTo(row.number("utility_upper"), within(1e-12));
    }

    @Test
    void nothingIsKnownOfWhatIsNotYetDue() {
        RecoveryCase early = PROMISED.withEvents(List.of(OPENED)).withEventsUntil(at(4));
        assertThat(piece(early, Evidence.FIRST_RESPONSE).utility()).isEqualTo(new Interval(0, 1));
        assertThat(piece(early, Evidence.FIRST_RESPONSE).isObserved()).isFalse();
    }

    @Test
    void aLogWithoutAnyEventIsSilenceSinceTheReport() {
        RecoveryCase nothing = RecoveryCase.reported(START)
                .withHandling(PROMISED.handling().withContacts(1).withChannelSwitches(0))
                .withEventsUntil(at(60));
        assertThat(process(nothing).point()).hasValueCloseTo(67.0722885, within(5e-8));
        assertThat(process(PROMISED.withEventsUntil(at(60))).point()).isEmpty();
    }

    @Test
    void reopenedIsNotResolvedAndClosedAloneIsUnknown() {
        CaseEvent reopened = CaseEvent.reopened(ID, at(50), 4, Party.CUSTOMER);
        RecoveryCase again = PROMISED.withEvents(List.of(OPENED, REPLIED, RESOLVED, reopened))
                .withEventsUntil(at(60));
        assertThat(piece(again, Evidence.RESOLUTION).utility().upper())
                .isCloseTo(Math.pow(0.5, 60 / 24.0 - 1), within(1e-12));
        RecoveryCase closed = PROMISED.withEvents(
                        List.of(OPENED, REPLIED, CaseEvent.closed(ID, at(48), 3, Party.COMPANY)))
                .withEventsUntil(at(60));
        assertThat(piece(closed, Evidence.RESOLUTION).utility()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void whatDoesNotFitTheLogIsRefused() {
        RecoveryCase answered = PROMISED.withEvents(List.of(OPENED, REPLIED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answered.withEventsUntil(at(11)))
                .withMessage("events must be at " + at(11) + ", when the case was seen, or earlier, but one was at "
                        + at(12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answered.withEventsUntil(at(60)).withStatusesUntil(at(60)))
                .withMessageEndingWith("but both were said");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecoveryCase.reported(START).withEventsUntil(at(-1)))
                .withMessageStartingWith("case must be seen at the report, " + START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecoveryCase.of(Failure.outcome())
                        .withHandling(Handling.UNKNOWN.withFirstResponse(Promptness.took(Duration.ofHours(2))))
                        .withEvents(List.of(OPENED))
                        .withEventsUntil(at(60)))
                .withMessageStartingWith("first response time must be open as the events tell, but was stated as PT2H");
    }

    @Test
    void aWeekendIsNotAWait() {
        RecoveryCase monday = PROMISED.withEvents(List.of(OPENED, CaseEvent.replied(ID, at(65), 2, ANN)));
        assertThat(piece(monday, Evidence.FIRST_RESPONSE).utility().upper()).isCloseTo(2.566e-5, within(5e-9));
        RecoveryCase open = monday.withOpeningHours(NINE_TO_FIVE);
        assertThat(open.handling().firstResponse())
                .contains(Promptness.took(Duration.ofHours(1)).against(Duration.ofHours(4)));
        assertThat(piece(open, Evidence.FIRST_RESPONSE).utility()).isEqualTo(new Interval(1, 1));
        RecoveryCase silent = PROMISED.withEvents(List.of(OPENED))
                .withOpeningHours(NINE_TO_FIVE)
                .withEventsUntil(at(65));
        assertThat(piece(silent, Evidence.FIRST_RESPONSE).isObserved()).isFalse();
    }

    @Test
    void statusesTellNoContacts() {
        CaseEvent reopened = CaseEvent.reopened(ID, at(50), 4, Party.COMPANY);
        List<CaseEvent> statuses = List.of(OPENED, RESOLVED, reopened);
        Handling told = PROMISED.withEvents(statuses).handling();
        assertThat(told.contacts()).isEmpty();
        assertThat(told.channelSwitches()).isEmpty();
        assertThat(told.reopenings()).hasValue(1);
        assertThat(process(RecoveryCase.of(Failure.outcome()).withEvents(List.of(OPENED)))
                        .coverage())
                .isCloseTo(1 / 6.5, within(1e-12));
        List<CaseEvent> withContact = new ArrayList<>(statuses);
        withContact.add(CaseEvent.contacted(ID, at(1), 2));
        assertThat(PROMISED.withEvents(withContact).handling().contacts()).hasValue(2);
    }

    @Test
    void statusesBreakThePromiseOfAResolutionOnly() {
        RecoveryCase statuses = PROMISED.withEvents(List.of(OPENED)).withStatusesUntil(at(60));
        assertThat(piece(statuses, Evidence.RESOLUTION).isObserved()).isTrue();
        assertThat(piece(statuses, Evidence.FIRST_RESPONSE).isObserved()).isFalse();
        assertThat(statuses.handling().contacts()).isEmpty();
        assertThat(statuses).isNotEqualTo(PROMISED.withEvents(List.of(OPENED)));
        assertThat(statuses.hashCode())
                .isEqualTo(PROMISED.withStatusesUntil(at(60))
                        .withEvents(Arrays.asList(OPENED))
                        .hashCode());
    }
}

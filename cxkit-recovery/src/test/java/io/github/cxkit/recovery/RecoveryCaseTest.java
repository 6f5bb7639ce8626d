package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.ended;
import static io.github.cxkit.recovery.Cases.handled;
import static io.github.cxkit.recovery.Cases.treated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Redress.Resource;
import io.github.cxkit.recovery.Treatment.Apology;
import io.github.cxkit.recovery.Treatment.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RecoveryCaseTest {

    private static final CaseId ID = CaseId.of("T-1");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Handler ANN = Handler.person().withId("ann").withTeam("desk");
    private static final Handler BOB = Handler.person().withId("bob").withTeam("desk");
    private static final Handler BILLING = Handler.person().withTeam("billing");
    private static final RecoveryCase EMPTY = RecoveryCase.of(Failure.outcome());

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    /** Opened by mail, passed on, resolved, reopened by phone, resolved. */
    private static final List<CaseEvent> EVENTS = List.of(
            CaseEvent.opened(ID, at(0), 1, Party.CUSTOMER).withChannel(Channel.EMAIL),
            CaseEvent.replied(ID, at(1), 2, Handler.bot()),
            CaseEvent.acknowledged(ID, at(10), 3, ANN),
            CaseEvent.contacted(ID, at(20), 4),
            CaseEvent.replied(ID, at(30), 5, ANN),
            CaseEvent.assigned(ID, at(40), 6, BOB),
            CaseEvent.replied(ID, at(50), 7, BOB),
            CaseEvent.resolved(ID, at(60), 8, Party.COMPANY),
            CaseEvent.reopened(ID, at(90), 9, Party.CUSTOMER).withChannel(Channel.PHONE),
            CaseEvent.assigned(ID, at(90), 10, BILLING),
            CaseEvent.resolved(ID, at(120), 11, Party.COMPANY),
            CaseEvent.closed(ID, at(200), 12, Party.COMPANY));

    @Test
    void timeOnHoldCountsAndToHoldIsNoContact() {
        List<CaseEvent> held = new ArrayList<>(EVENTS);
        held.add(CaseEvent.held(ID, at(15), 20, Party.COMPANY));
        held.add(CaseEvent.resumed(ID, at(25), 21, Party.CUSTOMER));
        held.add(CaseEvent.held(ID, at(100), 22, Party.CUSTOMER));
        RecoveryCase facts = EMPTY.withEvents(EVENTS);
        RecoveryCase onHold = EMPTY.withEvents(held);
        assertThat(onHold.handling()).isEqualTo(facts.handling());
        FairnessScorer scorer = FairnessScorer.withDefaults();
        assertThat(scorer.score(onHold)).isEqualTo(scorer.score(facts));
    }

    @Test
    void theEventsTellTheCourse() {
        RecoveryCase facts = EMPTY.withEvents(EVENTS);
        assertThat(facts.handling().contacts()).hasValue(3);
        assertThat(facts.handling().handOffs())
                .as("one person has no id, so that teams tell: desk to billing")
                .hasValue(1);
        assertThat(facts.handling().channelSwitches()).as("mail to phone").hasValue(1);
        assertThat(facts.handling().reopenings()).hasValue(1);
        assertThat(facts.handling().firstResponse()).contains(Promptness.took(Duration.ofMinutes(30)));
        assertThat(facts.handling().resolution()).contains(Promptness.took(Duration.ofHours(2)));
        RecoveryCase expected = handled(
                facts,
                h -> h.withFirstResponse(Promptness.within(Duration.ofMinutes(15)))
                        .withResolution(Promptness.within(Duration.ofHours(4))));
        assertThat(expected.handling().firstResponse())
                .contains(Promptness.took(Duration.ofMinutes(30)).against(Duration.ofMinutes(15)));
        assertThat(expected.handling().resolution().orElseThrow().isMet()).contains(true);
        assertThat(expected.handling().firstResponse().orElseThrow().isMet()).contains(false);
    }

    @Test
    void theOrderOfTheRowsDecidesNothing() {
        RecoveryCase sorted = EMPTY.withEvents(EVENTS);
        for (int seed = 0; seed < 20; seed++) {
            List<CaseEvent> shuffled = new ArrayList<>(EVENTS);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(EMPTY.withEvents(shuffled)).isEqualTo(sorted).hasSameHashCodeAs(sorted);
        }
        assertThat(sorted.events()).isEqualTo(EVENTS);
    }

    @Test
    void theClocksStartAtTheReportWhereThatIsStated() {
        RecoveryCase facts = RecoveryCase.reported(NINE.minusSeconds(60)).withEvents(EVENTS);
        assertThat(facts.handling().firstResponse()).contains(Promptness.took(Duration.ofMinutes(31)));
        assertThat(facts.handling().resolution()).contains(Promptness.took(Duration.ofMinutes(121)));
        RecoveryCase early = RecoveryCase.reported(NINE)
                .withEvents(
                        List.of(CaseEvent.replied(ID, at(0), 1, ANN), CaseEvent.resolved(ID, at(0), 2, Party.COMPANY)));
        assertThat(early.handling().firstResponse()).contains(Promptness.took(Duration.ZERO));
        assertThat(early.handling().resolution()).contains(Promptness.took(Duration.ZERO));
    }

    @Test
    void eventsTellNothingThatTheyDoNotSay() {
        RecoveryCase company = EMPTY.withEvents(List.of(
                CaseEvent.opened(ID, at(0), 1, Party.COMPANY),
                CaseEvent.replied(ID, at(1), 2, Handler.bot()),
                CaseEvent.resolved(ID, at(2), 3, Party.COMPANY),
                CaseEvent.reopened(ID, at(3), 4, Party.COMPANY)));
        assertThat(company.handling().contacts()).isEmpty();
        assertThat(company.handling().channelSwitches()).isEmpty();
        assertThat(company.handling().handOffs()).isEmpty();
        assertThat(company.handling().firstResponse()).isEmpty();
        assertThat(company.handling().resolution()).isEmpty();
        assertThat(company.handling().reopenings()).hasValue(1);
        assertThat(EMPTY.handling().reopenings()).isEmpty();

        RecoveryCase unknownPersons = EMPTY.withEvents(List.of(
                CaseEvent.contacted(ID, at(0), 1).withChannel(Channel.EMAIL),
                CaseEvent.contacted(ID, at(1), 2),
                CaseEvent.replied(ID, at(2), 3, Handler.person()),
                CaseEvent.replied(ID, at(3), 4, Handler.person())));
        assertThat(unknownPersons.handling().handOffs())
                .as("one or two persons?")
                .isEmpty();
        assertThat(unknownPersons.handling().channelSwitches())
                .as("one channel known of two")
                .isEmpty();
        assertThat(handled(unknownPersons, h -> h.withHandOffs(1)).handling().handOffs())
                .hasValue(1);

        RecoveryCase one = EMPTY.withEvents(
                List.of(CaseEvent.contacted(ID, at(0), 1), CaseEvent.replied(ID, at(2), 2, Handler.person())));
        assertThat(one.handling().handOffs()).hasValue(0);
        assertThat(one.handling().channelSwitches()).hasValue(0);
    }

    @Test
    void handOffsAreToldByIdAndElseByTeam() {
        assertThat(handOffs(ANN, BOB, ANN)).hasValue(2);
        assertThat(handOffs(ANN, Handler.bot(), ANN)).hasValue(0);
        assertThat(handOffs(ANN, Handler.person().withTeam("desk"))).hasValue(0);
        assertThat(handOffs(ANN, BILLING)).hasValue(1);
        assertThat(handOffs(Handler.person().withId("ann"), BILLING)).isEmpty();
        assertThat(handOffs(BILLING, Handler.person().withId("ann"))).isEmpty();
    }

    /** To confirm receipt is not to take the case over. */
    @Test
    void anAcknowledgementIsNoHandOff() {
        RecoveryCase facts = EMPTY.withEvents(List.of(
                CaseEvent.contacted(ID, at(0), 1),
                CaseEvent.acknowledged(ID, at(1), 2, BOB),
                CaseEvent.replied(ID, at(2), 3, ANN)));
        assertThat(facts.handling().handOffs()).hasValue(0);
        RecoveryCase onlyAcknowledged =
                EMPTY.withEvents(List.of(CaseEvent.contacted(ID, at(0), 1), CaseEvent.acknowledged(ID, at(1), 2, BOB)));
        assertThat(onlyAcknowledged.handling().handOffs()).as("nobody had it").isEmpty();
        assertThat(onlyAcknowledged.handling().firstResponse()).isEmpty();
    }

    @Test
    void withoutAReportTheResolutionIsTimedSinceTheOpening() {
        List<CaseEvent> events = List.of(
                CaseEvent.opened(ID, at(0), 1, Party.COMPANY),
                CaseEvent.replied(ID, at(2), 2, ANN),
                CaseEvent.contacted(ID, at(5), 3),
                CaseEvent.replied(ID, at(15), 4, ANN),
                CaseEvent.resolved(ID, at(60), 5, Party.COMPANY));
        assertThat(EMPTY.withEvents(events).handling().resolution()).contains(Promptness.took(Duration.ofHours(1)));
        assertThat(EMPTY.withEvents(events).handling().firstResponse())
                .contains(Promptness.took(Duration.ofMinutes(10)));
        RecoveryCase reported = RecoveryCase.reported(at(1)).withEvents(events);
        assertThat(reported.handling().resolution()).contains(Promptness.took(Duration.ofMinutes(59)));
        assertThat(reported.handling().firstResponse()).contains(Promptness.took(Duration.ofMinutes(1)));
        RecoveryCase settledTwice = RecoveryCase.reported(at(0))
                .withEvents(List.of(
                        CaseEvent.resolved(ID, at(10), 1, Party.COMPANY),
                        CaseEvent.resolved(ID, at(20), 2, Party.COMPANY)));
        assertThat(settledTwice.handling().resolution()).contains(Promptness.took(Duration.ofMinutes(20)));
        RecoveryCase reopened = RecoveryCase.reported(at(0))
                .withEvents(List.of(
                        CaseEvent.opened(ID, at(1), 1, Party.COMPANY),
                        CaseEvent.resolved(ID, at(10), 2, Party.COMPANY),
                        CaseEvent.reopened(ID, at(20), 3, Party.CUSTOMER)));
        assertThat(reopened.handling().resolution()).isEmpty();
        assertThat(reopened.handling().channelSwitches()).isEmpty();
        assertThat(reopened.handling().handOffs()).isEmpty();
    }

    private static java.util.OptionalInt handOffs(Handler... handlers) {
        List<CaseEvent> events = new ArrayList<>();
        for (Handler handler : handlers) {
            events.add(CaseEvent.assigned(ID, NINE, events.size(), handler));
        }
        return EMPTY.withEvents(events).handling().handOffs();
    }

    @Test
    void aReplyBeforeTheFirstContactAnswersNothing() {
        RecoveryCase facts =
                EMPTY.withEvents(List.of(CaseEvent.replied(ID, at(0), 1, ANN), CaseEvent.contacted(ID, at(5), 2)));
        assertThat(facts.handling().firstResponse()).isEmpty();
        assertThat(facts.handling().handOffs()).hasValue(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withEvents(
                        List.of(CaseEvent.resolved(ID, at(1), 1, Party.COMPANY), CaseEvent.contacted(ID, at(5), 2))))
                .withMessageStartingWith("RESOLVED must not come before CONTACTED");
    }

    @Test
    void aCountThatContradictsTheEventsIsRefused() {
        RecoveryCase facts = EMPTY.withEvents(EVENTS);
        assertThat(handled(
                                facts,
                                h -> h.withContacts(3)
                                        .withHandOffs(1)
                                        .withChannelSwitches(1)
                                        .withReopenings(1))
                        .handling()
                        .contacts())
                .hasValue(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handled(facts, h -> h.withContacts(2)))
                .withMessage("contacts must be 3 as the events tell, but was stated as 2\n"
                        + "Maybe state it only for cases without events.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handled(facts, h -> h.withHandOffs(0)))
                .withMessageStartingWith("hand-offs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handled(facts, h -> h.withChannelSwitches(0)))
                .withMessageStartingWith("channel switches");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handled(facts, h -> h.withReopenings(0)))
                .withMessageStartingWith("reopenings");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handled(facts, h -> h.withFirstResponse(Promptness.took(Duration.ofHours(1)))))
                .withMessageStartingWith("first response time must be PT30M");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> EMPTY.withHandling(Handling.UNKNOWN.withResolution(Promptness.took(Duration.ofHours(1))))
                                .withEvents(EVENTS))
                .withMessageStartingWith("resolution time must be PT2H");
        assertThat(handled(facts, h -> h.withResolution(Promptness.took(Duration.ofHours(2))))
                        .handling()
                        .resolution())
                .contains(Promptness.took(Duration.ofHours(2)));
    }

    @Test
    void impossibleEventsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withEvents(
                        List.of(CaseEvent.contacted(ID, NINE, 1), CaseEvent.contacted(CaseId.of("T-2"), NINE, 2))))
                .withMessageStartingWith("events must be of one case, but were of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withEvents(
                        List.of(CaseEvent.contacted(ID, NINE, 1), CaseEvent.replied(ID, NINE, 1, ANN))))
                .withMessageStartingWith(
                        "sequence numbers of the events of a case at 2026-03-02T09:00:00Z must differ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecoveryCase.reported(at(10)).withEvents(EVENTS))
                .withMessage(
                        "failure must be reported at the customer's first contact, 2026-03-02T09:00:00Z, or earlier,"
                                + " but was reported at 2026-03-02T09:10:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecoveryCase.reported(at(10))
                        .withEvents(List.of(CaseEvent.resolved(ID, at(9), 1, Party.COMPANY))))
                .withMessage("resolution must be at the report, 2026-03-02T09:10:00Z, or later, but was at"
                        + " 2026-03-02T09:09:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Failure.outcome().withReportedAt(NINE).withHappenedAt(at(1)))
                .withMessageContaining("but was reported at 2026-03-02T09:00:00Z");
    }

    @Test
    void whatDoesNotApplyCannotBeStatedAsWell() {
        RecoveryCase everything =
                treated(handled(Cases.REJECTED, h -> h.withChoiceOffered(true)), t -> t.withCourtesy(1));
        for (Evidence evidence : Evidence.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> everything.withNotApplicable(evidence))
                    .withMessage(evidence.label() + " must be stated or not applicable, but was both");
            assertThat(
                            evidence == Evidence.REDRESS
                                    ? EMPTY.withNotApplicable(evidence).notApplicable()
                                    : Cases.without(everything, evidence)
                                            .withNotApplicable(evidence)
                                            .notApplicable())
                    .containsExactly(evidence);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withNotApplicable(Evidence.HAND_OFFS)
                        .withHandling(Handling.UNKNOWN.withChannelSwitches(0)));
        assertThat(EMPTY.withNotApplicable(Evidence.PROMISES, Evidence.REDRESS)
                        .withHandling(
                                Handling.UNKNOWN.withPromises(Promises.kept(0).outOf(0)))
                        .withRedress(Redress.UNKNOWN.withLoss(Loss.of(Money.parse("EUR 0"))))
                        .notApplicable())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withNotApplicable(Evidence.values()))
                .withMessage("at least one piece of evidence must apply, but none does");
    }

    @Test
    void amountsInOneCurrencyOnly() {
        Loss loss = Loss.of(Money.parse("EUR 100"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.withOutOfPocket(Money.parse("USD 1")))
                .withMessage("out-of-pocket loss must be in EUR, but was in USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.withTime(Duration.ofHours(1), Money.parse("USD 1")))
                .withMessage("value per hour must be in EUR, but was in USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.withTrouble(Money.parse("USD 1")))
                .withMessage("trouble must be in EUR, but was in USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withRedress(
                        Redress.UNKNOWN.withLoss(loss).withCompensation(Compensation.of(Money.parse("USD 1")))))
                .withMessage("compensation must be in EUR, but was in USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withRedress(Redress.UNKNOWN
                        .withCompensation(Compensation.of(Money.parse("USD 1")))
                        .withLoss(loss)));
    }

    @Test
    void negativeAmountsAndTimesAreRefused() {
        Loss loss = Loss.of(Money.parse("EUR 100"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loss.of(Money.parse("EUR -1")))
                .withMessage("money lost must be at least 0, but was EUR -1.00");
        assertThatIllegalArgumentException().isThrownBy(() -> loss.withTrouble(Money.parse("EUR -1")));
        assertThatIllegalArgumentException().isThrownBy(() -> loss.withOutOfPocket(Money.parse("EUR -1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.withTime(Duration.ofHours(-1), Money.parse("EUR 1")))
                .withMessage("time lost must be at least PT0S, but was PT-1H");
        assertThatIllegalArgumentException().isThrownBy(() -> Compensation.of(Money.parse("EUR -0.01")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Promptness.took(Duration.ofSeconds(-1)))
                .withMessage("time taken must be at least PT0S, but was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Promptness.within(Duration.ZERO))
                .withMessage("expected time must be more than PT0S, but was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Promptness.took(Duration.ZERO).against(Duration.ofSeconds(-1)));
        assertThatIllegalStateException().isThrownBy(() -> Promptness.met(true).against(Duration.ofHours(1)));
    }

    @Test
    void countsAndLevelsHaveTheirBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withHandling(Handling.UNKNOWN.withContacts(-1)))
                .withMessage("contacts must be at least 0, but was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.withHandling(Handling.UNKNOWN.withHandOffs(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withHandling(Handling.UNKNOWN.withChannelSwitches(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.withHandling(Handling.UNKNOWN.withReopenings(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withTreatment(Treatment.UNKNOWN.withCourtesy(1.01)))
                .withMessage("courtesy must be in [0, 1], but was 1.01");
        assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.withTreatment(Treatment.UNKNOWN.withEffort(-0.01)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withTreatment(Treatment.UNKNOWN.withExplanation(Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.withAftermath(Aftermath.UNKNOWN.withSatisfaction(Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Apology.of(0, 2, 0))
                .withMessage("apology intensity must be in [0, 1], but was 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Apology.of(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Apology.of(0, 0, 1.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Promises.kept(4).outOf(3))
                .withMessage("promises kept must be in [0, 3], but was 4");
        assertThatIllegalArgumentException().isThrownBy(() -> Promises.kept(-1).outOf(3));
        assertThatIllegalArgumentException().isThrownBy(() -> Promises.kept(0).outOf(-1));
        assertThatNullPointerException()
                .isThrownBy(() -> EMPTY.withRedress(Redress.UNKNOWN.withLoss(null)))
                .withMessage("loss");
        assertThatNullPointerException().isThrownBy(() -> RecoveryCase.of(null)).withMessage("failure");
    }

    @Test
    void theLossIsTheSumOfItsParts() {
        Loss loss = Loss.of(Money.parse("EUR 10"))
                .withOutOfPocket(Money.parse("EUR 2.50"))
                .withTime(Duration.ofMinutes(20).plusMillis(500), Money.parse("EUR 30"))
                .withTrouble(Money.parse("EUR 5"));
        assertThat(loss.total()).isEqualTo(Money.parse("EUR 27.50"));
        assertThat(loss.amount().toPlainString()).startsWith("27.50416666");
        assertThat(loss).hasToString("Loss[EUR 27.50]");
        assertThat(Loss.of(Money.parse("EUR 1")))
                .isNotEqualTo(Loss.of(Money.parse("EUR 1")).withTime(Duration.ofHours(1), Money.parse("EUR 1")))
                .isNotEqualTo(Loss.of(Money.parse("EUR 1")).withTrouble(Money.parse("EUR 1")))
                .isNotEqualTo(Loss.of(Money.parse("EUR 1")).withOutOfPocket(Money.parse("EUR 1")))
                .isNotEqualTo(Loss.of(Money.parse("EUR 1")).withResource(Resource.GOODS))
                .isNotEqualTo(Loss.of(Money.parse("EUR 2")))
                .isEqualTo(Loss.of(Money.parse("EUR 1")))
                .hasSameHashCodeAs(Loss.of(Money.parse("EUR 1")));
    }

    @Test
    void whatWasStatedCanBeRead() {
        PerceivedFairness.Item item = PerceivedFairness.Item.agreement("fair", FairnessDimension.PROCESS);
        RecoveryCase facts = ended(
                treated(
                        handled(Cases.REJECTED, h -> h.withChoiceOffered(false)),
                        t -> t.withCourtesy(0.5).withViolations(Violation.UNTRUE)),
                a -> a.withSatisfaction(6)
                        .withCustomerKept(true)
                        .withAnswer(item, Answer.SKIPPED)
                        .withAnswer(item, item.scale().answer(7)));
        assertThat(facts.failure()).isEqualTo(Failure.outcome());
        assertThat(facts.handling().promises()).contains(new Promises(2, 3));
        assertThat(facts.handling().choiceOffered()).contains(false);
        assertThat(facts.treatment().apology()).contains(new Apology(0.8, 0.6, 1));
        assertThat(facts.treatment().courtesy()).hasValue(0.5);
        assertThat(facts.treatment().effort()).hasValue(0.75);
        assertThat(facts.treatment().explanation()).hasValue(1);
        assertThat(facts.treatment().violations().orElseThrow()).containsExactly(Violation.UNTRUE);
        assertThat(facts.redress().coreProblemFixed()).contains(true);
        assertThat(facts.redress().serviceAccepted()).contains(false);
        assertThat(facts.aftermath().satisfaction()).hasValue(6);
        assertThat(facts.aftermath().customerKept()).contains(true);
        assertThat(facts.aftermath().answers())
                .containsOnlyKeys(item)
                .containsValue(item.scale().answer(7));
        assertThat(facts.redress().compensation().orElseThrow()).hasToString("Compensation[EUR 160.00]");
        assertThat(EMPTY.treatment().violations()).isEmpty();
        assertThat(EMPTY.aftermath().satisfaction()).isEmpty();
        assertThat(EMPTY.aftermath().customerKept()).isEmpty();
        assertThat(EMPTY.withEvents(EVENTS)).hasToString("RecoveryCase[Failure[OUTCOME], 12 events]");
    }

    @Test
    void aCopyLeavesTheOriginalAsItWas() {
        RecoveryCase original = EMPTY.withNotApplicable(Evidence.CHOICE);
        assertThat(original.withNotApplicable(Evidence.COURTESY).notApplicable())
                .hasSize(2);
        assertThat(original.notApplicable()).containsExactly(Evidence.CHOICE);
        assertThat(handled(original, h -> h.withContacts(2))).isNotEqualTo(original);
        assertThat(original.handling().contacts()).isEmpty();
    }

    @Test
    void aFailureSaysWhatIsKnownOfIt() {
        Failure failure = Failure.process()
                .withSeverity(Failure.Severity.SEVERE)
                .withHappenedAt(NINE)
                .withReportedAt(NINE)
                .withNoticed(true);
        assertThat(failure.kind()).contains(Failure.Kind.PROCESS);
        assertThat(failure.severity()).contains(Failure.Severity.SEVERE);
        assertThat(failure.happenedAt()).contains(NINE);
        assertThat(failure.reportedAt()).contains(NINE);
        assertThat(failure.noticed()).contains(true);
        assertThat(failure).hasToString("Failure[PROCESS, SEVERE]").isNotEqualTo(Failure.process());
        assertThat(failure.withNoticed(false)).isNotEqualTo(failure);
        assertThat(Failure.unclassified())
                .hasToString("Failure[unclassified]")
                .isEqualTo(Failure.unclassified())
                .hasSameHashCodeAs(Failure.unclassified());
        assertThat(RecoveryCase.reported(NINE).failure().kind()).isEmpty();
        assertThat(Promptness.met(true)).hasToString("Promptness[met]").isNotEqualTo(Promptness.met(false));
        assertThat(Promptness.met(false)).hasToString("Promptness[not met]").hasSameHashCodeAs(Promptness.met(false));
        assertThat(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
                .hasToString("Promptness[took PT6H, expected PT4H]");
        assertThat(Promptness.within(Duration.ofHours(4))).hasToString("Promptness[took unknown, expected PT4H]");
        assertThat(Promptness.within(Duration.ofHours(4)).isMet()).isEmpty();
        Compensation given = Compensation.of(Money.parse("EUR 1"));
        assertThat(given)
                .isNotEqualTo(given.withImmediate(true))
                .isNotEqualTo(given.withResource(Resource.SERVICE))
                .hasSameHashCodeAs(Compensation.of(Money.parse("EUR 1")));
        assertThat(given.withImmediate(true).withResource(Resource.SERVICE).immediate())
                .contains(true);
        assertThat(given.withResource(Resource.SERVICE).withImmediate(true).resource())
                .contains(Resource.SERVICE);
    }
}

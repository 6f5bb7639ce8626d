package io.github.cxkit.metrics.cases;

import static io.github.cxkit.core.Party.COMPANY;
import static io.github.cxkit.core.Party.CUSTOMER;
import static io.github.cxkit.metrics.cases.CaseLog.ANN;
import static io.github.cxkit.metrics.cases.CaseLog.BOB;
import static io.github.cxkit.metrics.cases.CaseLog.ofACase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Handler;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseEffortTest {

    private static final Handler CAT = Handler.person().withId("cat");

    private static CaseEffort handledBy(Handler... handlers) {
        CaseLog log = ofACase().contacted("9:00");
        for (Handler handler : handlers) {
            log.assigned("10:00", handler);
        }
        return CaseEffort.from(log.timeline());
    }

    @Test
    void countsContactsByTheCustomerAndReopeningsByEither() {
        CaseEffort effort = CaseEffort.from(ofACase()
                .opened("9:00", CUSTOMER)
                .contacted("9:30")
                .replied("10:00")
                .resolved("10:10")
                .reopened("11:00", CUSTOMER)
                .reopened("12:00", COMPANY)
                .timeline());
        assertThat(effort.contacts()).hasValue(3);
        assertThat(effort.reopenings()).hasValue(2);
        assertThat(CaseEffort.from(ofACase().opened("9:00", COMPANY).timeline()).contacts())
                .hasValue(0);
    }

    @Test
    void aCaseThatComesBackIsHandedOffTwiceAndBackOnce() {
        CaseEffort effort = CaseEffort.from(ofACase()
                .contacted("9:00")
                .assigned("9:10", ANN)
                .replied("9:20", ANN)
                .assigned("9:30", BOB)
                .replied("9:40", ANN)
                .timeline());
        assertThat(effort.handOffs()).hasValue(2);
        assertThat(effort.handBacks()).hasValue(1);
        assertThat(handledBy(ANN, BOB, CAT)).isEqualTo(handledBy(ANN, ANN, BOB, BOB, CAT));
        assertThat(handledBy(ANN, BOB, CAT).handBacks()).hasValue(0);
        assertThat(handledBy(ANN, BOB, CAT, ANN).handBacks()).hasValue(1);
        assertThat(handledBy(ANN, BOB, ANN, BOB).handOffs()).hasValue(3);
        assertThat(handledBy(ANN, BOB, ANN, BOB).handBacks()).hasValue(2);
        assertThat(handledBy().handOffs()).hasValue(0);
        assertThat(handledBy().handBacks()).hasValue(0);
    }

    @Test
    void botsAndAcknowledgementsAreNoHandOff() {
        assertThat(handledBy(ANN, Handler.bot(), ANN).handOffs()).hasValue(0);
        assertThat(handledBy(ANN, Handler.bot().withId("b"), BOB).handOffs()).hasValue(1);
        assertThat(CaseEffort.from(ofACase()
                                .contacted("9:00")
                                .acknowledged("9:01", BOB)
                                .replied("9:02", ANN)
                                .timeline())
                        .handOffs())
                .hasValue(0);
    }

    @Test
    void personsAreToldApartByIdOrElseByTeamOrElseNotAtAll() {
        Handler annInSales = ANN.withTeam("sales");
        Handler bobInSales = BOB.withTeam("sales");
        Handler someoneInSales = Handler.person().withTeam("sales");
        Handler someoneInBilling = Handler.person().withTeam("billing");
        assertThat(handledBy(annInSales, bobInSales).handOffs()).hasValue(1);
        assertThat(handledBy(someoneInSales, bobInSales).handOffs()).hasValue(0);
        assertThat(handledBy(someoneInSales, someoneInBilling, annInSales).handBacks())
                .hasValue(1);
        assertThat(handledBy(ANN, someoneInSales).handOffs()).isEmpty();
        assertThat(handledBy(ANN, someoneInSales).handBacks()).isEmpty();
        assertThat(handledBy(Handler.person(), Handler.person()).handOffs()).isEmpty();
        assertThat(handledBy(Handler.person()).handOffs()).hasValue(0);
    }

    @Test
    void channelSwitchesAreBetweenContactsOfKnownChannel() {
        assertThat(CaseEffort.from(ofACase()
                                .contacted("9:00", Channel.EMAIL)
                                .contacted("10:00")
                                .contacted("11:00", Channel.PHONE)
                                .contacted("12:00", Channel.PHONE)
                                .contacted("13:00", Channel.EMAIL)
                                .timeline())
                        .channelSwitches())
                .hasValue(2);
        assertThat(CaseEffort.from(
                                ofACase().contacted("9:00").contacted("10:00").timeline())
                        .channelSwitches())
                .isEmpty();
        assertThat(CaseEffort.from(ofACase()
                                .contacted("9:00")
                                .contacted("10:00", Channel.CHAT)
                                .timeline())
                        .channelSwitches())
                .isEmpty();
        assertThat(CaseEffort.from(ofACase().contacted("9:00").timeline()).channelSwitches())
                .hasValue(0);
        assertThat(CaseEffort.from(ofACase()
                                .contacted("9:00", Channel.CHAT)
                                .contacted("10:00", Channel.CHAT)
                                .timeline())
                        .channelSwitches())
                .hasValue(0);
    }

    @Test
    void whatATicketExportDoesNotTellIsNotZero() {
        CaseEffort effort = CaseEffort.nothingKnown().withHandOffs(2).withReopenings(1);
        assertThat(effort.handOffs()).hasValue(2);
        assertThat(effort.reopenings()).hasValue(1);
        assertThat(effort.contacts()).isEmpty();
        assertThat(effort.handBacks()).isEmpty();
        assertThat(effort.channelSwitches()).isEmpty();
        assertThat(effort)
                .hasToString("CaseEffort[contacts=unknown, handOffs=2, handBacks=unknown, channelSwitches=unknown,"
                        + " reopenings=1]");
    }

    @Test
    void countsInWordsAndEventsGiveTheSame() {
        assertThat(CaseEffort.from(ofACase()
                        .contacted("9:00", Channel.EMAIL)
                        .replied("9:05", ANN)
                        .resolved("9:06")
                        .reopened("10:00", COMPANY)
                        .contacted("11:00", Channel.PHONE)
                        .replied("11:05", BOB)
                        .replied("11:06", ANN)
                        .timeline()))
                .isEqualTo(CaseEffort.nothingKnown()
                        .withContacts(2)
                        .withChannelSwitches(1)
                        .withHandOffs(2)
                        .withHandBacks(1)
                        .withReopenings(1));
    }

    @Test
    void impossibleCountsAreRefused() {
        CaseEffort nothing = CaseEffort.nothingKnown();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.withContacts(-1))
                .withMessage("contacts must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.withHandOffs(-1))
                .withMessage("hand-offs must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.withHandBacks(-1))
                .withMessage("hand-backs must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.withChannelSwitches(-1))
                .withMessage("channel switches must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.withReopenings(-1))
                .withMessage("reopenings must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.withHandOffs(2).withHandBacks(2))
                .withMessage("hand-backs must be in [0, 1], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.withChannelSwitches(1).withContacts(0))
                .withMessage("channel switches must be in [0, 0], but was 1");
        assertThat(nothing.withContacts(0).withChannelSwitches(0).channelSwitches())
                .hasValue(0);
        assertThat(nothing.withHandOffs(0).withHandBacks(0).handBacks()).hasValue(0);
    }

    @Test
    void isAValue() {
        CaseEffort effort = CaseEffort.nothingKnown();
        List<CaseEffort> others = List.of(
                effort.withContacts(0),
                effort.withHandOffs(0),
                effort.withHandBacks(0),
                effort.withChannelSwitches(0),
                effort.withReopenings(0));
        assertThat(others).doesNotContain(effort).doesNotHaveDuplicates();
        assertThat(effort.withContacts(3)).isEqualTo(effort.withContacts(3)).hasSameHashCodeAs(effort.withContacts(3));
        assertThat(effort.withContacts(3).hashCode())
                .isNotEqualTo(effort.withContacts(4).hashCode());
    }
}

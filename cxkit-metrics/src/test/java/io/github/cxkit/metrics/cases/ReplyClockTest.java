package io.github.cxkit.metrics.cases;

import static io.github.cxkit.core.Party.COMPANY;
import static io.github.cxkit.core.Party.CUSTOMER;
import static io.github.cxkit.metrics.cases.CaseLog.ANN;
import static io.github.cxkit.metrics.cases.CaseLog.BOB;
import static io.github.cxkit.metrics.cases.CaseLog.ofACase;
import static io.github.cxkit.metrics.cases.CaseLog.waited;
import static io.github.cxkit.metrics.cases.CaseLog.waitingSince;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplyClockTest {

    @Test
    void severalMessagesBeforeAReplyAreOneWaitFromTheFirst() {
        CaseLog log = ofACase().contacted("9:00").contacted("9:30").replied("10:00");
        assertThat(log.waits(ReplyClock.FIRST)).containsExactly(waited("9:00", "10:00"));
        assertThat(log.waits(ReplyClock.ALL)).containsExactly(waited("9:00", "10:00"));
        assertThat(log.waits(ReplyClock.LATER)).isEmpty();
        assertThat(log.waits(ReplyClock.FIRST.fromLastContact())).containsExactly(waited("9:30", "10:00"));
    }

    @Test
    void whoeverHasNoReplyYetWaitsOn() {
        assertThat(ofACase().opened("9:00", CUSTOMER).waits(ReplyClock.FIRST)).containsExactly(waitingSince("9:00"));
        CaseLog asked =
                ofACase().contacted("9:00").replied("9:10").contacted("9:20").contacted("9:30");
        assertThat(asked.waits(ReplyClock.ALL)).containsExactly(waited("9:00", "9:10"), waitingSince("9:20"));
        assertThat(asked.waits(ReplyClock.FIRST)).containsExactly(waited("9:00", "9:10"));
        assertThat(asked.waits(ReplyClock.LATER)).containsExactly(waitingSince("9:20"));
        assertThat(asked.waits(ReplyClock.LATER.fromLastContact())).containsExactly(waitingSince("9:30"));
    }

    @Test
    void aSecondReplyToTheSameMessageIsNoNewWait() {
        assertThat(ofACase().contacted("9:00").replied("9:10").replied("9:40").waits(ReplyClock.ALL))
                .containsExactly(waited("9:00", "9:10"));
    }

    @Test
    void botsAndAcknowledgementsDoNotStopTheClockUnlessToldTo() {
        CaseLog log = ofACase()
                .contacted("9:00")
                .acknowledged("9:01", Handler.bot())
                .acknowledged("9:02", ANN)
                .replied("9:03", Handler.bot())
                .replied("9:04");
        assertThat(log.waits(ReplyClock.FIRST)).containsExactly(waited("9:00", "9:04"));
        assertThat(log.waits(ReplyClock.FIRST.countingBots())).containsExactly(waited("9:00", "9:03"));
        assertThat(log.waits(ReplyClock.FIRST.countingAcknowledgements())).containsExactly(waited("9:00", "9:02"));
        assertThat(log.waits(ReplyClock.FIRST.countingAcknowledgements().countingBots()))
                .containsExactly(waited("9:00", "9:01"));
    }

    @Test
    void aReplyBeforeAnyContactIsAReplyToNothing() {
        CaseLog log = ofACase().opened("8:00", COMPANY).replied("8:10");
        assertThat(log.waits(ReplyClock.ALL)).isEmpty();
        assertThat(log.contacted("9:00").waits(ReplyClock.FIRST)).containsExactly(waitingSince("9:00"));
        assertThat(log.replied("9:05").waits(ReplyClock.FIRST)).containsExactly(waited("9:00", "9:05"));
    }

    @Test
    void aReplyAtTheInstantOfTheContactIsAWaitOfNothing() {
        assertThat(ofACase().contacted("9:00").replied("9:00").waits(ReplyClock.FIRST))
                .containsExactly(waited("9:00", "9:00"));
        assertThat(ofACase().replied("9:00").contacted("9:00").waits(ReplyClock.FIRST))
                .containsExactly(waitingSince("9:00"));
    }

    @Test
    void onlyAReplyEndsTheWaitUnlessAResolutionIsToldTo() {
        CaseLog log = ofACase().contacted("9:00").resolved("10:00").closed("11:00");
        assertThat(log.waits(ReplyClock.FIRST)).containsExactly(waitingSince("9:00"));
        assertThat(log.waits(ReplyClock.FIRST.endedByResolution())).containsExactly(waited("9:00", "10:00"));
        assertThat(ofACase().contacted("9:00").closed("11:00").waits(ReplyClock.FIRST.endedByResolution()))
                .containsExactly(waitingSince("9:00"));
    }

    /** Not from the creation of the case, five days before. */
    @Test
    void afterAReopeningTheWaitIsMeasuredFromTheReopening() {
        CaseLog log = ofACase()
                .opened("9:00", CUSTOMER)
                .replied("10:00")
                .resolved("11:00")
                .reopened("129:00")
                .replied("129:20");
        assertThat(log.waits(ReplyClock.FIRST)).containsExactly(waited("9:00", "10:00"));
        assertThat(log.waits(ReplyClock.FIRST_OF_CYCLE))
                .containsExactly(waited("9:00", "10:00"), waited("129:00", "129:20"));
        assertThat(log.waits(ReplyClock.LATER)).containsExactly(waited("129:00", "129:20"));
    }

    @Test
    void theFirstOfEachCycleLeavesOutTheLaterOnes() {
        CaseLog log = ofACase()
                .contacted("9:00")
                .replied("9:10")
                .contacted("9:20")
                .replied("9:25")
                .resolved("10:00")
                .reopened("11:00", COMPANY)
                .contacted("12:00")
                .replied("12:30")
                .contacted("13:00");
        assertThat(log.waits(ReplyClock.FIRST_OF_CYCLE))
                .containsExactly(waited("9:00", "9:10"), waited("12:00", "12:30"));
        assertThat(log.waits(ReplyClock.ALL))
                .containsExactly(
                        waited("9:00", "9:10"),
                        waited("9:20", "9:25"),
                        waited("12:00", "12:30"),
                        waitingSince("13:00"));
    }

    /** The first message was never answered: the reopening does not make the customer's wait shorter. */
    @Test
    void anUnansweredMessageIsNotForgottenAtAReopening() {
        CaseLog log = ofACase()
                .contacted("9:00")
                .resolved("10:00")
                .reopened("33:00")
                .replied("34:00")
                .contacted("35:00");
        assertThat(log.waits(ReplyClock.FIRST)).containsExactly(waited("9:00", "34:00"));
        assertThat(log.waits(ReplyClock.FIRST_OF_CYCLE)).containsExactly(waited("9:00", "34:00"));
        assertThat(log.waits(ReplyClock.LATER)).containsExactly(waitingSince("35:00"));
        assertThat(log.waits(ReplyClock.FIRST_OF_CYCLE.endedByResolution()))
                .containsExactly(waited("9:00", "10:00"), waited("33:00", "34:00"));
    }

    @Test
    void handingOnAndReopeningByTheCompanyNeitherStartNorStopTheClock() {
        assertThat(ofACase()
                        .contacted("9:00")
                        .assigned("9:10", ANN)
                        .assigned("9:20", BOB)
                        .replied("9:30", BOB)
                        .reopened("9:40", COMPANY)
                        .assigned("9:50", ANN)
                        .waits(ReplyClock.ALL))
                .containsExactly(waited("9:00", "9:30"));
    }

    @Test
    void aCustomerWhoSettlesOrClosesTheCaseIsNotInTouch() {
        CaseId id = CaseId.of("secret-case");
        CaseTimeline selfService = CaseTimeline.of(List.of(
                CaseEvent.opened(id, CaseLog.at("9:00"), 1, COMPANY),
                CaseEvent.resolved(id, CaseLog.at("10:00"), 2, CUSTOMER),
                CaseEvent.closed(id, CaseLog.at("11:00"), 3, CUSTOMER)));
        assertThat(ReplyClock.ALL.waits(selfService)).isEmpty();
        assertThat(CaseEffort.from(selfService).contacts()).hasValue(0);
    }

    /** 59 minutes are not 0 hours. */
    @Test
    void minutesAreNotCutOff() {
        assertThat(ofACase()
                        .contacted("9:00")
                        .replied("9:59")
                        .waits(ReplyClock.FIRST)
                        .get(0)
                        .lastedBy(CaseLog.at("24:00")))
                .hasMinutes(59);
    }

    @Test
    void everyVariantHasItsName() {
        assertThat(Stream.of(
                                ReplyClock.FIRST,
                                ReplyClock.FIRST_OF_CYCLE,
                                ReplyClock.LATER,
                                ReplyClock.ALL,
                                ReplyClock.ALL.countingBots(),
                                ReplyClock.ALL.countingAcknowledgements(),
                                ReplyClock.ALL.endedByResolution(),
                                ReplyClock.ALL.fromLastContact())
                        .map(ReplyClock::label))
                .containsExactly(
                        "first reply",
                        "first reply per cycle",
                        "later replies",
                        "replies",
                        "replies, bots count",
                        "replies, acknowledgements count",
                        "replies, or resolution",
                        "replies, from the last contact");
        assertThat(ReplyClock.FIRST
                        .fromLastContact()
                        .endedByResolution()
                        .countingAcknowledgements()
                        .countingBots())
                .hasToString("first reply, bots count, acknowledgements count, or resolution, from the last contact")
                .isEqualTo(ReplyClock.FIRST
                        .countingBots()
                        .countingAcknowledgements()
                        .endedByResolution()
                        .fromLastContact());
    }

    @Test
    void isAValue() {
        ReplyClock clock = ReplyClock.FIRST;
        List<ReplyClock> others = List.of(
                ReplyClock.ALL,
                clock.countingBots(),
                clock.countingAcknowledgements(),
                clock.endedByResolution(),
                clock.fromLastContact());
        assertThat(others).doesNotContain(clock).doesNotHaveDuplicates();
        assertThat(others.stream().map(ReplyClock::hashCode)).doesNotHaveDuplicates();
        assertThat(clock.countingBots())
                .isEqualTo(clock.countingBots().countingBots())
                .hasSameHashCodeAs(clock.countingBots());
    }
}

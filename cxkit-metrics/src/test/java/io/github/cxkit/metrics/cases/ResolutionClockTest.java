package io.github.cxkit.metrics.cases;

import static io.github.cxkit.core.Party.COMPANY;
import static io.github.cxkit.core.Party.CUSTOMER;
import static io.github.cxkit.metrics.cases.CaseLog.at;
import static io.github.cxkit.metrics.cases.CaseLog.ofACase;
import static io.github.cxkit.metrics.cases.CaseLog.waited;
import static io.github.cxkit.metrics.cases.CaseLog.waitingSince;
import static io.github.cxkit.metrics.cases.ResolutionClock.PER_CYCLE;
import static io.github.cxkit.metrics.cases.ResolutionClock.TO_FIRST;
import static io.github.cxkit.metrics.cases.ResolutionClock.TO_LAST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResolutionClockTest {

    /** First and last are not the same, and neither depends on the order of rows. */
    @Test
    void aReopenedCaseHasThreeTimesToResolution() {
        CaseLog log = ofACase()
                .opened("9:00", CUSTOMER)
                .resolved("10:00")
                .reopened("14:00")
                .resolved("15:00");
        assertThat(log.waits(TO_LAST)).containsExactly(waited("9:00", "15:00"));
        assertThat(log.waits(TO_FIRST)).containsExactly(waited("9:00", "10:00"));
        assertThat(log.waits(PER_CYCLE)).containsExactly(waited("9:00", "10:00"), waited("14:00", "15:00"));
    }

    @Test
    void aCaseThatIsOpenAgainIsNotResolved() {
        CaseLog log = ofACase().opened("9:00", CUSTOMER).resolved("10:00").reopened("14:00", COMPANY);
        assertThat(log.waits(TO_LAST)).containsExactly(waitingSince("9:00"));
        assertThat(log.waits(TO_FIRST)).containsExactly(waited("9:00", "10:00"));
        assertThat(log.waits(PER_CYCLE)).containsExactly(waited("9:00", "10:00"), waitingSince("14:00"));
    }

    @Test
    void startsAtTheOpeningOrAtTheFirstContactWhicheverIsEarlier() {
        assertThat(ofACase()
                        .contacted("8:50")
                        .opened("9:00", COMPANY)
                        .resolved("9:30")
                        .waits(TO_LAST))
                .containsExactly(waited("8:50", "9:30"));
        assertThat(ofACase()
                        .opened("9:00", COMPANY)
                        .contacted("9:10")
                        .resolved("9:30")
                        .waits(TO_LAST))
                .containsExactly(waited("9:00", "9:30"));
        assertThat(ofACase().contacted("9:10").resolved("9:30").waits(TO_LAST)).containsExactly(waited("9:10", "9:30"));
    }

    @Test
    void resolvedTwiceWithoutAReopeningBetweenCountsToTheLater() {
        CaseLog log = ofACase()
                .opened("9:00", CUSTOMER)
                .resolved("10:00")
                .contacted("10:30")
                .resolved("11:00");
        assertThat(log.waits(TO_LAST)).containsExactly(waited("9:00", "11:00"));
        assertThat(log.waits(PER_CYCLE)).containsExactly(waited("9:00", "11:00"));
        assertThat(log.waits(TO_FIRST)).containsExactly(waited("9:00", "10:00"));
    }

    /** What is not known is not 0, and not open either. */
    @Test
    void anUnknownEndIsNoWait() {
        CaseLog closed = ofACase().opened("9:00", CUSTOMER).closed("10:00");
        for (CaseClock clock : List.of(TO_LAST, TO_FIRST, PER_CYCLE)) {
            assertThat(closed.waits(clock)).as(clock.label()).isEmpty();
        }
        CaseLog reopened = closed.reopened("11:00").resolved("12:00");
        assertThat(reopened.waits(TO_LAST)).containsExactly(waited("9:00", "12:00"));
        assertThat(reopened.waits(TO_FIRST)).isEmpty();
        assertThat(reopened.waits(PER_CYCLE)).containsExactly(waited("11:00", "12:00"));
    }

    @Test
    void anUnknownStartIsNoWait() {
        CaseLog log = ofACase().replied("9:00").resolved("10:00");
        for (CaseClock clock : List.of(TO_LAST, TO_FIRST, PER_CYCLE)) {
            assertThat(log.waits(clock)).as(clock.label()).isEmpty();
            assertThat(CaseWaits.seenAt(at("24:00"), clock, List.of(log.timeline()))
                            .unknown())
                    .isEqualTo(1);
        }
        assertThat(ofACase().reopened("9:00").resolved("10:00").waits(PER_CYCLE))
                .as("what was before the reopening is lost, the rest is not")
                .containsExactly(waited("9:00", "10:00"));
    }

    @Test
    void aResolutionAtTheInstantOfTheOpeningIsAWaitOfNothing() {
        assertThat(ofACase().opened("9:00", CUSTOMER).resolved("9:00").waits(TO_LAST))
                .containsExactly(waited("9:00", "9:00"));
    }

    @Test
    void everyVariantHasItsName() {
        assertThat(List.of(TO_LAST.label(), TO_FIRST.label(), PER_CYCLE.label()))
                .containsExactly("resolution", "first resolution", "resolution per cycle");
        assertThat(TO_LAST).hasToString("resolution").isEqualTo(TO_LAST).hasSameHashCodeAs(TO_LAST);
        assertThat(TO_LAST).isNotEqualTo(TO_FIRST).isNotEqualTo("resolution");
    }
}

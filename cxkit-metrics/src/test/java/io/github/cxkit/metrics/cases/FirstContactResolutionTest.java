package io.github.cxkit.metrics.cases;

import static io.github.cxkit.core.Party.COMPANY;
import static io.github.cxkit.core.Party.CUSTOMER;
import static io.github.cxkit.metrics.cases.CaseLog.at;
import static io.github.cxkit.metrics.cases.CaseLog.ofACase;
import static io.github.cxkit.metrics.cases.CaseLog.ofCase;
import static io.github.cxkit.metrics.cases.FirstContactResolution.Verdict.NOT_AT_FIRST_CONTACT;
import static io.github.cxkit.metrics.cases.FirstContactResolution.Verdict.NO_CONTACT;
import static io.github.cxkit.metrics.cases.FirstContactResolution.Verdict.PENDING;
import static io.github.cxkit.metrics.cases.FirstContactResolution.Verdict.RESOLVED_AT_FIRST_CONTACT;
import static io.github.cxkit.metrics.cases.FirstContactResolution.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Channel;
import io.github.cxkit.metrics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstContactResolutionTest {

    /** One day, from 10:00 of the first day to 34:00. */
    private static final FirstContactResolution RULE = FirstContactResolution.within(Duration.ofDays(1));

    private static final FirstContactResolution SAME_CHANNEL = RULE.countingSameChannelOnly();

    private static FirstContactResolution.Verdict verdict(CaseLog log, String seenAt) {
        return RULE.verdict(log.timeline(), at(seenAt));
    }

    private static CaseLog resolved() {
        return ofACase().opened("9:00", CUSTOMER).replied("9:30").resolved("10:00");
    }

    @Test
    void isPendingUntilTheWindowIsOver() {
        assertThat(verdict(resolved(), "8:00")).isEqualTo(NO_CONTACT);
        assertThat(verdict(resolved(), "9:45")).as("open").isEqualTo(PENDING);
        assertThat(verdict(resolved(), "10:00")).isEqualTo(PENDING);
        assertThat(verdict(resolved(), "33:59")).isEqualTo(PENDING);
        assertThat(verdict(resolved(), "34:00")).isEqualTo(RESOLVED_AT_FIRST_CONTACT);
        assertThat(verdict(resolved().closed("11:00"), "34:00")).isEqualTo(RESOLVED_AT_FIRST_CONTACT);
    }

    @Test
    void aContactWithinTheWindowDecidesAtOnceAndOneAfterItDoesNot() {
        assertThat(verdict(resolved().contacted("33:59"), "33:58")).isEqualTo(PENDING);
        assertThat(verdict(resolved().contacted("33:59"), "33:59")).isEqualTo(NOT_AT_FIRST_CONTACT);
        assertThat(verdict(resolved().contacted("10:00"), "40:00")).isEqualTo(NOT_AT_FIRST_CONTACT);
        assertThat(verdict(resolved().contacted("34:00"), "40:00")).isEqualTo(RESOLVED_AT_FIRST_CONTACT);
    }

    @Test
    void aReopeningWithinTheWindowDecidesWhoeverReopened() {
        assertThat(verdict(resolved().reopened("11:00", CUSTOMER), "40:00")).isEqualTo(NOT_AT_FIRST_CONTACT);
        assertThat(verdict(resolved().reopened("11:00", COMPANY), "40:00")).isEqualTo(NOT_AT_FIRST_CONTACT);
        assertThat(verdict(resolved().reopened("34:00", COMPANY), "40:00")).isEqualTo(RESOLVED_AT_FIRST_CONTACT);
        assertThat(SAME_CHANNEL.verdict(resolved().reopened("11:00", COMPANY).timeline(), at("40:00")))
                .isEqualTo(NOT_AT_FIRST_CONTACT);
    }

    @Test
    void askingAgainBeforeTheResolutionDecides() {
        CaseLog log = ofACase().contacted("9:00").contacted("9:30");
        assertThat(verdict(log, "9:29")).isEqualTo(PENDING);
        assertThat(verdict(log, "9:30")).isEqualTo(NOT_AT_FIRST_CONTACT);
        assertThat(verdict(log.resolved("10:00"), "40:00")).isEqualTo(NOT_AT_FIRST_CONTACT);
    }

    @Test
    void closedWithoutAResolutionIsUnknown() {
        CaseLog closed = ofACase().contacted("9:00").closed("10:00");
        assertThat(verdict(closed, "9:30")).isEqualTo(PENDING);
        assertThat(verdict(closed, "40:00")).isEqualTo(UNKNOWN);
        assertThat(verdict(ofACase().contacted("9:00").closed("10:00").resolved("10:01"), "40:00"))
                .isEqualTo(RESOLVED_AT_FIRST_CONTACT);
        assertThat(verdict(ofACase().contacted("9:00").closed("10:00").contacted("20:00"), "40:00"))
                .isEqualTo(UNKNOWN);
        assertThat(verdict(
                        ofACase().contacted("9:00").reopened("20:00", COMPANY).resolved("21:00"), "60:00"))
                .isEqualTo(UNKNOWN);
        assertThat(verdict(ofACase().contacted("9:00").contacted("9:30").closed("10:00"), "40:00"))
                .isEqualTo(NOT_AT_FIRST_CONTACT);
        assertThat(verdict(
                        ofACase()
                                .contacted("9:00")
                                .closed("10:00")
                                .resolved("10:01")
                                .contacted("10:30"),
                        "40:00"))
                .isEqualTo(NOT_AT_FIRST_CONTACT);
    }

    @Test
    void aCaseTheCompanyOpenedIsJudgedFromTheFirstContactOn() {
        CaseLog log = ofACase().opened("8:00", COMPANY).resolved("8:30");
        assertThat(verdict(log, "40:00")).isEqualTo(NO_CONTACT);
        assertThat(verdict(log.contacted("9:00"), "40:00")).isEqualTo(PENDING);
        assertThat(verdict(log.resolved("10:00"), "34:00")).isEqualTo(RESOLVED_AT_FIRST_CONTACT);
    }

    @Test
    void contactsOverOtherChannelsCountUnlessToldNotTo() {
        CaseLog other =
                ofACase().contacted("9:00", Channel.EMAIL).resolved("10:00").contacted("11:00", Channel.PHONE);
        assertThat(verdict(other, "40:00")).isEqualTo(NOT_AT_FIRST_CONTACT);
        assertThat(SAME_CHANNEL.verdict(other.timeline(), at("40:00"))).isEqualTo(RESOLVED_AT_FIRST_CONTACT);
        assertThat(SAME_CHANNEL.verdict(other.timeline(), at("12:00"))).isEqualTo(PENDING);
        assertThat(SAME_CHANNEL.verdict(other.contacted("12:00", Channel.EMAIL).timeline(), at("40:00")))
                .isEqualTo(NOT_AT_FIRST_CONTACT);
    }

    @Test
    void withAnUnknownChannelTheSameChannelCannotBeTold() {
        CaseLog second =
                ofACase().contacted("9:00", Channel.EMAIL).resolved("10:00").contacted("11:00");
        assertThat(SAME_CHANNEL.verdict(second.timeline(), at("40:00"))).isEqualTo(UNKNOWN);
        CaseLog first = ofACase().contacted("9:00").resolved("10:00");
        assertThat(SAME_CHANNEL.verdict(first.timeline(), at("40:00")))
                .as("nothing to compare")
                .isEqualTo(RESOLVED_AT_FIRST_CONTACT);
        assertThat(SAME_CHANNEL.verdict(first.contacted("11:00", Channel.EMAIL).timeline(), at("40:00")))
                .isEqualTo(UNKNOWN);
        assertThat(SAME_CHANNEL.verdict(second.contacted("12:00", Channel.EMAIL).timeline(), at("40:00")))
                .as("one surely over the same")
                .isEqualTo(NOT_AT_FIRST_CONTACT);
    }

    private static List<CaseTimeline> cases() {
        List<CaseTimeline> cases = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cases.add(
                    ofCase("resolved " + i).contacted("9:00").resolved("10:00").timeline());
        }
        cases.add(ofCase("back")
                .contacted("9:00")
                .resolved("10:00")
                .contacted("11:00")
                .timeline());
        cases.add(ofCase("asked twice").contacted("9:00").contacted("9:30").timeline());
        cases.add(ofCase("running").contacted("20:00").resolved("39:00").timeline());
        cases.add(ofCase("closed").contacted("9:00").closed("10:00").timeline());
        cases.add(ofCase("outbound").opened("9:00", COMPANY).resolved("10:00").timeline());
        return cases;
    }

    @Test
    void theShareIsOfDecidedCasesAndTheBoundsAreOfAll() {
        FirstContactResolution.Counts counts = RULE.count(cases(), at("40:00"));
        assertThat(counts.count(RESOLVED_AT_FIRST_CONTACT)).isEqualTo(6);
        assertThat(counts.count(NOT_AT_FIRST_CONTACT)).isEqualTo(2);
        assertThat(counts.count(PENDING)).isEqualTo(1);
        assertThat(counts.count(UNKNOWN)).isEqualTo(1);
        assertThat(counts.count(NO_CONTACT)).isEqualTo(1);
        assertThat(counts.share().decided().value()).isEqualTo(75);
        assertThat(counts.share().decided().count()).isEqualTo(8);
        assertThat(counts.shareOfResolved().counted()).isEqualTo(6);
        assertThat(counts.shareOfResolved().count())
                .as("one was never resolved")
                .isEqualTo(7);
        assertThat(counts.share().bounds()).isEqualTo(new Interval(60, 80));
        assertThat(counts.share().pending()).isEqualTo(1);
        assertThat(counts.share().unknown()).isEqualTo(1);
        assertThat(counts.rule()).isEqualTo(RULE);
        assertThat(counts)
                .hasToString("resolved at first contact, window 1 d: 6 of 8 (1 pending, 1 unknown, 1 without contact)");
    }

    /** While windows run, only the failures are known. */
    @Test
    void theShareOfResolvedCasesWaitsForTheWindow() {
        FirstContactResolution.Counts early = RULE.count(cases(), at("33:59"));
        assertThat(early.share().decided().value()).isZero();
        assertThat(early.share().decided().count()).isEqualTo(2);
        assertThat(early.shareOfResolved().isEmpty()).isTrue();
        assertThat(early.share().bounds().lower()).isZero();
        assertThat(early.share().bounds().upper()).isCloseTo(80, within(1e-9));
    }

    @Test
    void sharesOfDifferentRulesCannotBeMerged() {
        FirstContactResolution.Counts oneDay = RULE.count(cases(), at("40:00"));
        FirstContactResolution.Counts sameChannel = SAME_CHANNEL.count(cases(), at("40:00"));
        FirstContactResolution.Counts hours =
                FirstContactResolution.within(Duration.ofHours(36)).count(cases(), at("60:00"));
        assertThat(List.of(
                        oneDay.share().decided().metric().name(),
                        oneDay.shareOfResolved().metric().name(),
                        sameChannel.share().decided().metric().name(),
                        hours.share().decided().metric().name()))
                .containsExactly(
                        "resolved at first contact, window 1 d",
                        "resolved at first contact, window 1 d, of resolved cases",
                        "resolved at first contact, window 1 d, same channel",
                        "resolved at first contact, window PT36H");
        assertThatIllegalArgumentException().isThrownBy(() -> oneDay.share().plus(sameChannel.share()));
    }

    @Test
    void noCasesHaveNoShare() {
        FirstContactResolution.Counts none = RULE.count(List.of(), at("40:00"));
        assertThat(none.share().isEmpty()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> none.share().bounds())
                .withMessage("resolved at first contact, window 1 d is undefined for zero cases");
    }

    @Test
    void aCaseThatIsThereTwiceIsRefused() {
        CaseTimeline timeline = resolved().timeline();
        assertThatIllegalArgumentException().isThrownBy(() -> RULE.count(List.of(timeline, timeline), at("40:00")));
    }

    @Test
    void theWindowIsMoreThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstContactResolution.within(Duration.ZERO))
                .withMessage("window must be more than 0, but was PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> FirstContactResolution.within(Duration.ofDays(-1)));
    }

    @Test
    void isAValue() {
        assertThat(RULE)
                .isEqualTo(FirstContactResolution.within(Duration.ofHours(24)))
                .hasSameHashCodeAs(FirstContactResolution.within(Duration.ofHours(24)))
                .isNotEqualTo(SAME_CHANNEL)
                .isNotEqualTo(FirstContactResolution.within(Duration.ofDays(7)))
                .hasToString("resolved at first contact, window 1 d");
        assertThat(RULE.hashCode()).isNotEqualTo(SAME_CHANNEL.hashCode());
        assertThat(RULE.window()).isEqualTo(Duration.ofDays(1));
    }

    /** The code of the documentation: 1 March, 5 March, 9 March. */
    @Test
    void aWeekIsAWeek() {
        FirstContactResolution week = FirstContactResolution.within(Duration.ofDays(7));
        CaseLog fifth = ofCase("fifth").contacted("9:00").resolved("10:00").contacted("106:00");
        CaseLog ninth = ofCase("ninth").contacted("9:00").resolved("10:00").contacted("202:00");
        assertThat(week.verdict(fifth.timeline(), at("240:00"))).isEqualTo(NOT_AT_FIRST_CONTACT);
        assertThat(week.verdict(ninth.timeline(), at("240:00"))).isEqualTo(RESOLVED_AT_FIRST_CONTACT);
        assertThat(week.count(List.of(fifth.timeline(), ninth.timeline()), at("240:00"))
                        .share()
                        .decided()
                        .value())
                .isEqualTo(50);
    }

    @Test
    void aWindowThatNeverEndsIsNeverOver() {
        FirstContactResolution ever = FirstContactResolution.within(ChronoUnit.FOREVER.getDuration());
        assertThat(ever.verdict(resolved().timeline(), at("34:00"))).isEqualTo(PENDING);
        assertThat(ever.verdict(resolved().contacted("35:00").timeline(), at("36:00")))
                .isEqualTo(NOT_AT_FIRST_CONTACT);
        Duration toTheEnd = Duration.between(at("10:00"), Instant.MAX);
        assertThat(FirstContactResolution.within(toTheEnd).verdict(resolved().timeline(), Instant.MAX.minusNanos(1)))
                .isEqualTo(PENDING);
        assertThat(FirstContactResolution.within(toTheEnd.minusNanos(1))
                        .verdict(resolved().timeline(), Instant.MAX.minusNanos(1)))
                .isEqualTo(RESOLVED_AT_FIRST_CONTACT);
    }

    @Test
    void bothSharesInPlainValuesSayHowManyAreNotDecided() {
        FirstContactResolution.Counts counts = RULE.count(cases(), at("40:00"));

        assertThat(counts.view())
                .containsExactly(counts.share().view(), counts.shareOfResolved().view());
        assertThat(counts.view().get(0).notes()).containsExactly("1 of 10 pending, 1 unknown, of all 60.0% to 80.0%");
    }
}

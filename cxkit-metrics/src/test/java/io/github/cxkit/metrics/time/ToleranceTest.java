package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.TargetAttainmentTest.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Channel;
import io.github.cxkit.metrics.Interval;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {

    private static final Tolerance PHONE = Tolerance.waitLongerThan(12, Duration.ofMinutes(5));
    private static final Tolerance EMAIL =
            Tolerance.expectWithin(34, Duration.ofHours(1)).andExpectWithin(48, Duration.ofHours(4));

    @Test
    void waitsOfThreeAndEightMinutesWereAcceptableToSixToFiftySixPerCent() {
        assertThat(PHONE.accepting(Duration.ofMinutes(3))).isEqualTo(new Interval(12, 100));
        assertThat(PHONE.accepting(Duration.ofMinutes(8))).isEqualTo(new Interval(0, 12));
        assertThat(PHONE.accepted(waits("answer", 3, 8))).isEqualTo(new Interval(6, 56));
    }

    @ParameterizedTest
    @CsvSource({"0, 66, 100", "60, 66, 100", "61, 52, 66", "240, 52, 66", "241, 0, 52", "100000, 0, 52"})
    void betweenTwoKnownTimesAnythingBetweenTheirSharesIsPossible(long minutes, double lower, double upper) {
        assertThat(EMAIL.accepting(Duration.ofMinutes(minutes))).isEqualTo(new Interval(lower, upper));
        assertThat(EMAIL.accepted(waits("answer", minutes))).isEqualTo(new Interval(lower, upper));
    }

    @Test
    void aNanosecondBeyondAKnownTimeIsBeyondIt() {
        assertThat(PHONE.accepting(Duration.ofMinutes(5))).isEqualTo(new Interval(12, 100));
        assertThat(PHONE.accepting(Duration.ofMinutes(5).plusNanos(1))).isEqualTo(new Interval(0, 12));
    }

    @Test
    void aWaitThatGoesOnMayStillBecomeTooLong() {
        assertThat(EMAIL.accepted(waits("answer", -30))).isEqualTo(new Interval(0, 100));
        assertThat(EMAIL.accepted(waits("answer", -90))).isEqualTo(new Interval(0, 66));
        assertThat(EMAIL.accepted(waits("answer", -300))).isEqualTo(new Interval(0, 52));
        Interval mixed = EMAIL.accepted(waits("answer", 30, 90, 300, -30, -90, -300));
        assertThat(mixed.lower()).isCloseTo((66 + 52 + 0) / 6.0, within(1e-12));
        assertThat(mixed.upper()).isCloseTo(2 * (100 + 66 + 52) / 6.0, within(1e-12));
    }

    @Test
    void theOrderInWhichSharesBecomeKnownDoesNotMatter() {
        Tolerance backwards =
                Tolerance.waitLongerThan(52, Duration.ofHours(4)).andWaitLongerThan(66, Duration.ofHours(1));
        assertThat(backwards)
                .isEqualTo(EMAIL)
                .hasSameHashCodeAs(EMAIL)
                .isNotEqualTo(PHONE)
                .isNotEqualTo("x");
        assertThat(backwards).hasToString("66.0% wait longer than PT1H, 52.0% wait longer than PT4H");
        assertThat(EMAIL.andWaitLongerThan(52, Duration.ofHours(8)).accepting(Duration.ofHours(6)))
                .as("nobody's patience ends between 4 and 8 hours")
                .isEqualTo(new Interval(52, 52));
    }

    @Test
    void eachChannelHasItsOwnToleranceAndEachWaitCountsAsOne() {
        Map<Channel, Tolerance> tolerances = Map.of(Channel.PHONE, PHONE, Channel.EMAIL, EMAIL);
        Map<Channel, Waits> waits = Map.of(Channel.PHONE, waits("answer", 3, 8, 8), Channel.EMAIL, waits("answer", 90));
        Interval all = Tolerance.acceptedAcross(waits, tolerances);
        assertThat(all.lower()).isCloseTo((12 + 0 + 0 + 52) / 4.0, within(1e-12));
        assertThat(all.upper()).isCloseTo((100 + 12 + 12 + 66) / 4.0, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tolerance.acceptedAcross(Map.of(Channel.CHAT, waits("answer", 1)), tolerances))
                .withMessage("no tolerance is known for the channel chat");
    }

    @Test
    void noWaitsHaveNoShare() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PHONE.accepted(waits("answer")))
                .withMessage("share of accepted waits is undefined for zero waits");
        assertThatIllegalStateException().isThrownBy(() -> Tolerance.acceptedAcross(Map.of(), Map.of()));
    }

    @Test
    void allAndNobodyArePossible() {
        Tolerance all = Tolerance.waitLongerThan(100, Duration.ZERO).andWaitLongerThan(0, Duration.ofDays(400_000));
        assertThat(all.accepted(waits("answer", 0, 7))).isEqualTo(new Interval(50, 100));
        assertThat(Tolerance.expectWithin(0, Duration.ZERO).accepting(Duration.ZERO))
                .isEqualTo(new Interval(100, 100));
        assertThat(Tolerance.expectWithin(100, Duration.ofHours(1)).accepting(Duration.ofHours(2)))
                .isEqualTo(new Interval(0, 0));
    }

    @Test
    void sharesThatRiseWithTimeAreRefused() {
        String message =
                "share of customers who wait longer than PT1H must be at most that of PT5M, 12.0, but was 13.0";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PHONE.andWaitLongerThan(13, Duration.ofHours(1)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Tolerance.waitLongerThan(13, Duration.ofHours(1)).andWaitLongerThan(12, Duration.ofMinutes(5)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMAIL.andExpectWithin(47, Duration.ofHours(8)))
                .withMessageContainingAll("PT8H", "PT4H", "52.0", "53.0");
    }

    @Test
    void sharesAndTimesThatCannotBeAreRefused() {
        for (double percent : new double[] {-0.1, 100.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Tolerance.waitLongerThan(percent, Duration.ofHours(1)))
                    .withMessage("share of customers must be in [0, 100], but was " + percent);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Tolerance.expectWithin(percent, Duration.ofHours(1)))
                    .withMessage("share of customers must be in [0, 100], but was " + percent);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tolerance.waitLongerThan(50, Duration.ofSeconds(-1)))
                .withMessage("wait must be at least 0, but was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PHONE.accepting(Duration.ofSeconds(-1)))
                .withMessage("wait must be at least 0, but was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PHONE.andWaitLongerThan(12, Duration.ofMinutes(5)))
                .withMessage("share of customers who wait longer than PT5M is known already");
    }

    /** In doubles 100 − 99.9 is 0.09999999999999432. */
    @Test
    void bothSidesOfAShareAreTheSameDecimal() {
        assertThat(Tolerance.expectWithin(99.9, Duration.ofHours(1)))
                .isEqualTo(Tolerance.waitLongerThan(0.1, Duration.ofHours(1)));
        assertThat(Tolerance.waitLongerThan(0.2, Duration.ofHours(1)).andExpectWithin(99.8, Duration.ofHours(2)))
                .isEqualTo(
                        Tolerance.expectWithin(99.8, Duration.ofHours(1)).andWaitLongerThan(0.2, Duration.ofHours(2)));
    }

    @Test
    void aChannelWithoutWaitsNeedsNoTolerance() {
        assertThat(Tolerance.acceptedAcross(
                        Map.of(Channel.PHONE, waits("answer", 3, 8), Channel.EMAIL, waits("answer")),
                        Map.of(Channel.PHONE, PHONE)))
                .isEqualTo(new Interval(6, 56));
    }
}

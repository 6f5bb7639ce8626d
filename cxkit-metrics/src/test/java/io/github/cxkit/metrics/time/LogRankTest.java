package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.SurvivalCases.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LogRankTest {

    @Test
    void theWorkedExample() {
        Waits thisMonth = waits(6, 7, 10);
        Waits lastMonth = waits(1, 2, 3);
        LogRank test = LogRank.between(thisMonth, lastMonth);
        assertThat(test.chiSquare()).isCloseTo(5.051660516605164, within(1e-12));
        assertThat(test.pValue()).isCloseTo(0.024602349953641873, within(1e-14));
        assertThat(test.groups().get(0)).isEqualTo(new LogRank.Group(3, 3, 4.85));
        assertThat(test.groups().get(1).expected()).isCloseTo(1.15, within(1e-14));
    }

    /** Worked out with numpy from the definition, the covariance matrix inverted as a whole. */
    @Test
    void threeGroups() {
        LogRank test = LogRank.between(List.of(waits(1, 4, -6, 9), waits(2, -3, 4, 5), waits(3, 7, -8, 12)));
        assertThat(test.chiSquare()).isCloseTo(2.114992417618963, within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue()).isCloseTo(0.34732435020337005, within(1e-13));
        assertThat(test.groups().stream().map(LogRank.Group::observed)).containsExactly(3L, 3L, 3L);
        assertThat(test.groups().get(0).expected()).isCloseTo(2.7393939393939393, within(1e-13));
        assertThat(test.groups().get(1).expected()).isCloseTo(1.6636363636363636, within(1e-13));
        assertThat(test.groups().get(2).expected()).isCloseTo(4.596969696969697, within(1e-13));
        assertThat(test.groups().get(2).waits()).isEqualTo(4);
    }

    @Test
    void aGroupWithoutEndingsIsTestedToo() {
        LogRank test = LogRank.between(waits(-1, -5, -9), waits(2, 3, 4));
        assertThat(test.groups().get(0).observed()).isZero();
        assertThat(test.groups().get(0).expected()).isGreaterThan(1);
        assertThat(test.chiSquare()).isGreaterThan(1);
    }

    @Test
    void groupsThatAllowNoTestAreRefusedWithTheReason() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LogRank.between(waits(-1), waits(-2, -3)))
                .withMessage("log-rank test is undefined: no wait is over");
        assertThatIllegalStateException()
                .isThrownBy(() -> LogRank.between(waits(), waits(2, 3)))
                .withMessage("log-rank test is undefined for a group of zero waits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRank.between(List.of(waits(2))))
                .withMessage("number of groups must be at least 2, but was 1");
        Waits replies = new Waits(Timing.of("reply", ChronoUnit.HOURS), new long[] {1}, new long[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRank.between(waits(2), replies))
                .withMessage("Timing[name=resolution, unit=Hours, counted=CLOCK] cannot be compared with"
                        + " Timing[name=reply, unit=Hours, counted=CLOCK]");
    }

    @Test
    void groupsThatWereNeverObservedTogetherAreRefused() {
        String message =
                "log-rank test is undefined: the groups were not observed together when waits ended and others went on";
        assertThatIllegalStateException()
                .isThrownBy(() -> LogRank.between(waits(-1, -2), waits(3, 4)))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> LogRank.between(waits(3, 4), waits(-1, -2)))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> LogRank.between(waits(4), waits(4)))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> LogRank.between(List.of(waits(3, 4), waits(3, 5), waits(-1))))
                .withMessage(message);
    }

    @Test
    void groupsAreACopy() {
        LogRank test = LogRank.between(waits(6, 7, 10), waits(1, 2, 3));
        assertThat(test.groups()).isUnmodifiable();
    }

    @Provide
    Arbitrary<Waits> group() {
        Arbitrary<long[]> times = Arbitraries.longs()
                .between(0, 12)
                .array(long[].class)
                .ofMinSize(3)
                .ofMaxSize(20);
        return net.jqwik.api.Combinators.combine(times, times)
                .as((over, open) -> new Waits(SurvivalCases.RESOLUTION, withLast(over, 5), withLast(open, 20)));
    }

    /** Groups that have an ending at 5 and an open wait of 20 always allow a test. */
    private static long[] withLast(long[] times, long last) {
        long[] copy = Arrays.copyOf(times, times.length + 1);
        copy[times.length] = last;
        return copy;
    }

    @Property(tries = 300)
    void theOrderOfTheGroupsDoesNotMatter(
            @ForAll("group") Waits a, @ForAll("group") Waits b, @ForAll("group") Waits c) {
        LogRank two = LogRank.between(a, b);
        assertThat(LogRank.between(b, a).chiSquare()).isCloseTo(two.chiSquare(), within(1e-9));
        LogRank three = LogRank.between(List.of(a, b, c));
        LogRank turned = LogRank.between(List.of(c, a, b));
        assertThat(turned.chiSquare()).isCloseTo(three.chiSquare(), within(1e-9));
        assertThat(turned.pValue()).isCloseTo(three.pValue(), within(1e-9));
        assertThat(turned.groups().get(1).expected())
                .isCloseTo(three.groups().get(0).expected(), within(1e-9));
    }

    @Property(tries = 300)
    void asManyEndingsAreExpectedAsAreObserved(
            @ForAll("group") Waits a, @ForAll("group") Waits b, @ForAll("group") Waits c) {
        LogRank test = LogRank.between(List.of(a, b, c));
        assertThat(test.groups().stream().mapToDouble(LogRank.Group::expected).sum())
                .isCloseTo(
                        test.groups().stream()
                                .mapToLong(LogRank.Group::observed)
                                .sum(),
                        within(1e-9));
        assertThat(test.chiSquare()).isGreaterThanOrEqualTo(0);
        assertThat(test.pValue()).isBetween(0.0, 1.0);
    }

    @Property(tries = 300)
    void equalGroupsDoNotDiffer(@ForAll("group") Waits group) {
        LogRank two = LogRank.between(group, group);
        assertThat(two.chiSquare()).isCloseTo(0, within(1e-18));
        assertThat(two.pValue()).isCloseTo(1, within(1e-8));
        assertThat(LogRank.between(List.of(group, group, group)).chiSquare()).isCloseTo(0, within(1e-18));
    }

    @Test
    void impossiblePartsAreRefused() {
        List<LogRank.Group> two = List.of(new LogRank.Group(3, 3, 4.85), new LogRank.Group(3, 3, 1.15));
        assertThat(new LogRank(0, 1, 1, two).groups()).isEqualTo(two);
        assertThat(new LogRank(5, 1, 0, two).pValue()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRank(-1, 1, 0.5, two))
                .withMessage("chiSquare must be in [0, ∞), but was -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new LogRank(Double.POSITIVE_INFINITY, 1, 0.5, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRank(1, 1, 1.5, two))
                .withMessage("pValue must be in [0, 1], but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRank(1, 2, 0.5, two))
                .withMessage("degreesOfFreedom must be in [1, 1], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRank(1, 0, 0.5, two.subList(0, 1)))
                .withMessage("number of groups must be at least 2, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRank.Group(0, 0, 1))
                .withMessage("waits must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRank.Group(2, 3, 1))
                .withMessage("observed must be in [0, 2], but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRank.Group(2, 1, Double.NaN))
                .withMessage("expected must be in [0, ∞), but was NaN");
    }
}

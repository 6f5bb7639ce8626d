package io.github.cxkit.metrics.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShareTestsTest {

    private static final Scale ONE_TO_FIVE = Scale.highIsGood(1, 5);

    /** Some of the satisfied at 4 and some at 5. */
    private static Csat share(long satisfied, long of) {
        return Csat.from(
                Csat.TOP_2_OF_5,
                RatingCounts.of(ONE_TO_FIVE, of - satisfied, 0, 0, satisfied / 3, satisfied - satisfied / 3));
    }

    static Stream<Row> shares() {
        return ReferenceCsv.rows(ShareTestsTest.class, "prop_diff_tests.csv");
    }

    @ParameterizedTest
    @MethodSource("shares")
    void asInR(Row row) {
        Csat after = share(row.whole("x1"), row.whole("n1"));
        Csat before = share(row.whole("x2"), row.whole("n2"));

        assertThat(ShareTests.fisherExact(before, after).pValue())
                .isCloseTo(row.number("p_fisher_two_sided"), within(1e-9 * row.number("p_fisher_two_sided")));
        assertThat(ShareTests.fisherExact(before, after).method()).isEqualTo("Fisher's exact");
        HypothesisTest pooled = ShareTests.pooledZ(before, after);
        if (row.optional("z_pooled").isEmpty()) {
            assertThat(pooled).isEqualTo(new HypothesisTest("pooled z (no variance: nobody is counted)", 0, 1));
        } else {
            assertThat(pooled.statistic()).isCloseTo(row.number("z_pooled"), within(1e-12));
            assertThat(pooled.pValue()).isCloseTo(row.number("p_pooled"), within(1e-12));
            assertThat(pooled.method()).isEqualTo("pooled z");
        }
    }

    @Test
    void whereEverybodyIsCountedNothingVaries() {
        assertThat(ShareTests.pooledZ(share(10, 10), share(20, 20)))
                .isEqualTo(new HypothesisTest("pooled z (no variance: everybody is counted)", 0, 1));
        assertThat(ShareTests.fisherExact(share(10, 10), share(20, 20)).pValue())
                .isEqualTo(1);
    }

    @Property
    void swappingTheSidesMirrors(
            @ForAll @IntRange(max = 30) int x,
            @ForAll @IntRange(min = 1, max = 10) int moreX,
            @ForAll @IntRange(max = 30) int y,
            @ForAll @IntRange(min = 1, max = 10) int moreY) {
        Csat one = share(x, x + moreX);
        Csat other = share(y, y + moreY);
        HypothesisTest there = ShareTests.pooledZ(one, other);
        HypothesisTest back = ShareTests.pooledZ(other, one);

        assertThat(back.statistic()).isCloseTo(-there.statistic(), within(1e-12));
        assertThat(back.pValue()).isCloseTo(there.pValue(), within(1e-12)).isBetween(0.0, 1.0);
        assertThat(ShareTests.fisherExact(one, other).pValue())
                .isCloseTo(ShareTests.fisherExact(other, one).pValue(), within(1e-12))
                .isBetween(0.0, 1.0);
        assertThat(ShareTests.pooledZ(one, one).pValue()).isEqualTo(1);
        assertThat(ShareTests.fisherExact(one, one).pValue()).isCloseTo(1, within(1e-12));
    }

    @Test
    void onlyUnweightedSharesOfOneDefinitionAreTested() {
        RatingTally weighted = RatingTally.on(ONE_TO_FIVE);
        weighted.accept(5, 2);
        weighted.accept(1, 1);
        Csat ofWeights = Csat.from(Csat.TOP_2_OF_5, weighted.counts());
        Csat empty = share(0, 0);
        Csat some = share(1, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareTests.pooledZ(some, Csat.from(Csat.topBox(ONE_TO_FIVE, 1), some.counts())))
                .withMessageContaining("cannot be compared with");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareTests.fisherExact(Nps.of(9), Nps.of(9)))
                .withMessage("a test of shares needs a share, but was given " + Nps.STANDARD);
        String message = "a test of shares counts people, but the answers are weighted\n"
                + "Maybe use Change, which takes weights.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareTests.pooledZ(some, ofWeights))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareTests.pooledZ(ofWeights, some))
                .withMessage(message);
        assertThatIllegalStateException().isThrownBy(() -> ShareTests.pooledZ(some, empty));
        assertThatIllegalStateException().isThrownBy(() -> ShareTests.fisherExact(empty, some));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareTests.fisherExact(share(1, 2_000_000_000), share(1, 2_000_000_000)))
                .withMessageStartingWith("number of answers must be at most 2147483647 for an exact test");
    }
}

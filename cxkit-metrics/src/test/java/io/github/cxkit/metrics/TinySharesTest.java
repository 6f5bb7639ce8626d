package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.numbers.Normal;
import io.github.cxkit.metrics.rating.Nps;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The digits of tiny shares and of huge counts. */
class TinySharesTest {

    private static final ShareMetric LOST = ShareMetric.lowerIsBetter("lost");

    static Stream<Row> shares() {
        return ReferenceCsv.rows(TinySharesTest.class, "tiny_shares.csv");
    }

    @ParameterizedTest
    @MethodSource("shares")
    void wilsonKeepsItsDigits(Row row) {
        double n = row.number("n");
        double counted = row.number("counted");
        double z = Normal.quantile(row.number("conf"));
        Interval limits = ShareMethod.WILSON.limits(counted / n, (n - counted) / n, n, z);
        assertClose(limits.lower(), row.number("wilson_lower"));
        assertClose(limits.upper(), row.number("wilson_upper"));
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(2e-12 * Math.abs(expected)));
    }

    @Test
    void oneOfABillionIsRightInTheNinthDigit() {
        Interval limits =
                Share.of(LOST, 1, 1_000_000_000L).estimate().interval().orElseThrow();
        assertClose(limits.upper(), 5.664934243297e-7);
        assertClose(
                Share.of(LOST, 1, 1_000_000_000_000_000_000L)
                        .estimate()
                        .interval()
                        .orElseThrow()
                        .upper(),
                5.66493426575897e-16);
        Change change = Change.between(Share.of(LOST, 1, 1_000_000_000L), Share.of(LOST, 3, 1_000_000_000L));
        assertThat(change.testAgainst(0).statistic()).isCloseTo(0.967728661556, within(1e-9));
    }

    static Stream<Row> nets() {
        return ReferenceCsv.rows(Nps.class, "nps_against_zero_large.csv");
    }

    @ParameterizedTest
    @MethodSource("nets")
    void aNetScoreOfHugeCountsIsTestedByItsExactDifference(Row row) {
        Nps nps = Nps.promoters(row.whole("promoters"))
                .passives(row.whole("passives"))
                .detractors(row.whole("detractors"));
        assertClose(nps.value() / 100, row.number("nps"));
        HypothesisTest test = nps.testAgainst(0);
        assertClose(test.statistic(), row.number("z"));
        assertClose(test.pValue(), row.number("p_value"));
    }

    /** At 9·10^15 answers the lower limit came out above the upper one. */
    @Property
    void limitsNeverCross(
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 2) long n,
            @ForAll @LongRange(min = 0, max = 1_000) long few) {
        long counted = Math.min(few, n);
        Interval low = Share.of(LOST, counted, n).estimate().interval().orElseThrow();
        Interval high = Share.of(LOST, n - counted, n).estimate().interval().orElseThrow();
        assertThat(low.lower()).isLessThanOrEqualTo(low.upper());
        assertThat(high.lower()).isLessThanOrEqualTo(high.upper());
    }
}

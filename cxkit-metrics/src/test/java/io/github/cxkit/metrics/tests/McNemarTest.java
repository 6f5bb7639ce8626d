package io.github.cxkit.metrics.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.tests.ShareTests.ExactTest;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class McNemarTest {

    static Stream<Row> tables() {
        return ReferenceCsv.rows(McNemarTest.class, "prop_diff_paired_mcnemar.csv");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void asInR(Row row) {
        McNemar tests = McNemar.gained(row.whole("yes_no")).lost(row.whole("no_yes"));

        assertThat(tests.exact().pValue()).isCloseTo(row.number("p_exact"), within(1e-12));
        row.optional("mcnemar_chisq").ifPresent(chiSquare -> {
            double z = tests.chiSquare().statistic();
            assertThat(z * z).isCloseTo(chiSquare, within(1e-12));
            assertThat(Math.signum(z)).isEqualTo(Math.signum(row.number("diff_first_minus_second")));
            assertThat(tests.chiSquare().pValue()).isCloseTo(row.number("p_mcnemar"), within(1e-12));
            if (row.whole("yes_no") != row.whole("no_yes")) { // a tie stands in a file of its own
                assertThat(tests.midP().pValue()).isCloseTo(row.number("p_midp"), within(1e-12));
            }
        });
    }

    static Stream<Row> ties() {
        return ReferenceCsv.rows(McNemarTest.class, "mcnemar_midp_tie.csv");
    }

    /** As many gained as lost: the two-sided exact p-value is 1 already, and less the probability observed is too little. */
    @ParameterizedTest
    @MethodSource("ties")
    void atATieMidPIsOneLessHalfOfWhatWasObserved(Row row) {
        McNemar tests = McNemar.gained(row.whole("gained")).lost(row.whole("lost"));
        assertThat(tests.exact().pValue()).isCloseTo(row.number("p_exact"), within(1e-12));
        assertThat(tests.midP().pValue()).isCloseTo(row.number("p_midp"), within(1e-12));
    }

    @Test
    void whereNobodyChangedSidesNothingSpeaksAgainstNoChange() {
        McNemar tests = McNemar.gained(0).lost(0);

        assertThat(tests.chiSquare())
                .isEqualTo(new HypothesisTest("McNemar (no variance: nobody changed sides)", 0, 1));
        assertThat(tests.exact()).isEqualTo(new ExactTest("McNemar exact", 1));
        assertThat(tests.midP()).isEqualTo(new ExactTest("McNemar mid-p", 1));
    }

    @Test
    void whereAllChangedToOneSide() {
        // 2·2⁻⁵ and half of it
        assertThat(McNemar.gained(5).lost(0).exact().pValue()).isCloseTo(0.0625, within(1e-15));
        assertThat(McNemar.gained(5).lost(0).midP().pValue()).isCloseTo(0.03125, within(1e-15));
    }

    @Property
    void swappingTheSidesMirrorsAndMidPIsAtMostExact(
            @ForAll @IntRange(max = 200) int gained, @ForAll @IntRange(max = 200) int lost) {
        McNemar there = McNemar.gained(gained).lost(lost);
        McNemar back = McNemar.gained(lost).lost(gained);

        assertThat(back.chiSquare().statistic()).isEqualTo(0 - there.chiSquare().statistic());
        assertThat(back.chiSquare().pValue()).isEqualTo(there.chiSquare().pValue());
        assertThat(back.exact()).isEqualTo(there.exact());
        assertThat(back.midP()).isEqualTo(there.midP());
        assertThat(there.midP().pValue()).isBetween(0.0, there.exact().pValue());
        if (gained == lost && gained > 0) {
            assertThat(there.midP().pValue()).isBetween(0.75, 1 - 1e-3);
        }
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.gained(-1))
                .withMessage("gained must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.gained(1).lost(-2))
                .withMessage("lost must be at least 0, but was -2");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> McNemar.gained(Long.MAX_VALUE).lost(1));
        McNemar large = McNemar.gained(2_147_483_647L).lost(1);
        assertThatIllegalArgumentException()
                .isThrownBy(large::exact)
                .withMessage("number of changes must be at most 2147483647 for an exact test, but was 2147483648\n"
                        + "Maybe a test by the normal distribution will do.");
        assertThat(large.chiSquare().pValue()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactTest("any", 1.1))
                .withMessage("p-value must be in [0, 1], but was 1.1");
    }

    @Test
    void equalCountsAreEqual() {
        assertThat(McNemar.gained(3).lost(4))
                .isEqualTo(McNemar.gained(3).lost(4))
                .hasSameHashCodeAs(McNemar.gained(3).lost(4))
                .isNotEqualTo(McNemar.gained(4).lost(3))
                .isNotEqualTo(McNemar.gained(3).lost(3))
                .hasToString("McNemar[gained 3, lost 4]");
    }
}

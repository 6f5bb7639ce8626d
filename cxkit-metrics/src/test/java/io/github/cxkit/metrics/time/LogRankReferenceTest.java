package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Log-rank tests of two groups against R. */
class LogRankReferenceTest {

    static Stream<Row> tests() {
        return ReferenceCsv.rows(LogRankReferenceTest.class, "logrank.csv");
    }

    @ParameterizedTest
    @MethodSource("tests")
    void twoGroups(Row row) {
        Waits one = SurvivalCases.waits(row, "times_a", "events_a");
        Waits other = SurvivalCases.waits(row, "times_b", "events_b");
        LogRank test = LogRank.between(one, other);
        assertThat(test.chiSquare()).isCloseTo(row.number("chisq"), within(1e-12 * row.number("chisq")));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.pValue()).isCloseTo(row.number("p"), within(1e-12 * row.number("p")));
        assertThat(test.groups().get(0).waits()).isEqualTo(one.count());
        assertThat(test.groups().get(0).observed()).isEqualTo(row.whole("obs_a"));
        assertThat(test.groups().get(0).expected()).isCloseTo(row.number("exp_a"), within(1e-12));
        assertThat(test.groups().get(1).waits()).isEqualTo(other.count());
        assertThat(test.groups().get(1).observed()).isEqualTo(row.whole("obs_b"));
        assertThat(test.groups().get(1).expected()).isCloseTo(row.number("exp_b"), within(1e-12));
        assertThat(LogRankSums.of(List.of(one, other)).covariance()[0][0]).isCloseTo(row.number("var"), within(1e-12));
    }

    static Stream<Row> lateEntries() {
        return ReferenceCsv.rows(LogRankReferenceTest.class, "logrank_entry.csv");
    }

    @ParameterizedTest
    @MethodSource("lateEntries")
    void groupsOfWhichSomeWereNotWatchedFromTheirBeginning(Row row) {
        String[] groups = row.text("group").split(";", -1);
        LogRank test = LogRank.between(
                SurvivalCases.lateWaits(row, i -> groups[i].equals("0")),
                SurvivalCases.lateWaits(row, i -> groups[i].equals("1")));
        assertThat(test.chiSquare()).isCloseTo(row.number("chisq"), within(1e-9));
        assertThat(test.pValue()).isCloseTo(row.number("p"), within(1e-9));
    }
}

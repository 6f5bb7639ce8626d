package io.github.cxkit.recovery.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EquityReferenceTest {

    static Stream<Map<String, String>> rates() {
        return rows("mantel_haenszel.csv");
    }

    static Stream<Map<String, String>> amounts() {
        return rows("stratified_geometric_mean_ratio.csv");
    }

    static Stream<Map<String, String>> crudeAmounts() {
        return rows("geometric_mean_ratio.csv");
    }

    private static Stream<Map<String, String>> rows(String file) {
        try (InputStream in = Objects.requireNonNull(EquityReferenceTest.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            String[] header = lines.get(0).split(",", -1);
            return lines.stream().skip(1).map(line -> {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                return row;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static long[] counts(String list) {
        return Arrays.stream(list.split(";", -1)).mapToLong(Long::parseLong).toArray();
    }

    private static double[] numbers(String list, String separator) {
        return list.isEmpty()
                ? new double[0]
                : Arrays.stream(list.split(separator, -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    private static void assertInterval(Score score, double lower, double upper) {
        Interval interval = score.estimate().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(lower, within(1e-9 * Math.max(1, Math.abs(lower))));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9 * Math.max(1, Math.abs(upper))));
    }

    @ParameterizedTest
    @MethodSource("rates")
    void ratesAgree(Map<String, String> row) {
        long[] yesA = counts(row.get("yes_a"));
        long[] countA = counts(row.get("n_a"));
        long[] yesB = counts(row.get("yes_b"));
        long[] countB = counts(row.get("n_b"));
        List<Row> cases = new ArrayList<>();
        for (int i = 0; i < yesA.length; i++) {
            cases.addAll(Row.rates("A", "s" + i, yesA[i], countA[i]));
            cases.addAll(Row.rates("B", "s" + i, yesB[i], countB[i]));
        }
        RateEquity<String> paid =
                Row.paidAudit().withSmallestCell(1).examine(cases).rate("paid").orElseThrow();
        RateEquity.Comparison adjusted = paid.adjusted().orElseThrow();
        Score difference = adjusted.difference();
        assertThat(difference.value()).isCloseTo(100 * number(row, "rd"), within(1e-10));
        assertInterval(difference, 100 * number(row, "rd_lower"), 100 * number(row, "rd_upper"));
        Score oddsRatio = adjusted.oddsRatio().orElseThrow();
        assertThat(oddsRatio.value()).isCloseTo(number(row, "odds_ratio"), within(1e-12));
        assertInterval(oddsRatio, number(row, "or_lower"), number(row, "or_upper"));
        Score riskRatio = adjusted.riskRatio().orElseThrow();
        assertThat(riskRatio.value()).isCloseTo(number(row, "risk_ratio"), within(1e-12));
        assertInterval(riskRatio, number(row, "rr_lower"), number(row, "rr_upper"));
        HypothesisTest test = adjusted.test().orElseThrow();
        assertThat(test.statistic() * test.statistic())
                .isCloseTo(number(row, "cmh_chi2"), within(1e-11 * number(row, "cmh_chi2")));
        assertThat(test.statistic() * difference.value()).isPositive();
        assertThat(test.pValue()).isCloseTo(number(row, "cmh_p"), within(1e-11 * number(row, "cmh_p")));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsAgree(Map<String, String> row) {
        String[] strataA = row.get("amounts_a").split(";", -1);
        String[] strataB = row.get("amounts_b").split(";", -1);
        List<Row> cases = new ArrayList<>();
        for (int i = 0; i < strataA.length; i++) {
            cases.addAll(Row.amounts("A", "s" + i, numbers(strataA[i], " ")));
            cases.addAll(Row.amounts("B", "s" + i, numbers(strataB[i], " ")));
        }
        AmountEquity<String> refund = Row.refundAudit()
                .withSmallestCell(1)
                .examine(cases)
                .amount("refund")
                .orElseThrow();
        Score ratio = refund.adjusted().orElseThrow();
        assertThat(ratio.value()).isCloseTo(number(row, "ratio"), within(1e-12));
        assertInterval(ratio, number(row, "ratio_lower95"), number(row, "ratio_upper95"));
        assertThat(refund.pValue().orElseThrow()).isCloseTo(number(row, "p"), within(1e-11));
        assertThat(ratio.estimate().method()).isEqualTo("t on logarithms");
    }

    @ParameterizedTest
    @MethodSource("crudeAmounts")
    void crudeAmountsAgree(Map<String, String> row) {
        List<Row> cases = Row.all(
                Row.amounts("A", "all", numbers(row.get("before"), ";")),
                Row.amounts("B", "all", numbers(row.get("after"), ";")));
        AmountEquity<String> refund = Row.refundAudit()
                .withSmallestCell(1)
                .examine(cases)
                .amount("refund")
                .orElseThrow();
        assertThat(refund.geometricMeanA()).isCloseTo(number(row, "gm_before"), within(1e-9));
        assertThat(refund.geometricMeanB()).isCloseTo(number(row, "gm_after"), within(1e-9));
        assertThat(refund.crude().value()).isCloseTo(number(row, "ratio"), within(1e-12));
        assertInterval(refund.crude(), number(row, "ratio_lower95"), number(row, "ratio_upper95"));
        assertThat(refund.crude().testAgainst(1).pValue()).isCloseTo(number(row, "p_welch_log"), within(1e-9));
    }
}

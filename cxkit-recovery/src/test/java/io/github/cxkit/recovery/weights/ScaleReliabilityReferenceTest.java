package io.github.cxkit.recovery.weights;

import static io.github.cxkit.recovery.weights.ReferenceRows.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alpha and what belongs to it against the R package psych. */
class ScaleReliabilityReferenceTest {

    private static final double TOLERANCE = 1e-9;

    static Stream<Map<String, String>> scales() {
        return ReferenceRows.of("reliability.csv").stream();
    }

    /** Two of the scales share their rows with the drivers: all columns of one, all but the outcome of the other. */
    private static ScaleReliability reliability(Map<String, String> row) {
        String file = row.get("dataset");
        boolean judges = file.equals("reliability_usjudge4.csv");
        String rows = judges ? file : file.replace("reliability_", "drivers_");
        List<String> items = ReferenceRows.header(rows).stream()
                .filter(name -> !name.equals("ltr"))
                .toList();
        return ScaleReliability.of(ReferenceRows.of(rows), ReferenceRows.columns(items));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void alphaItsIntervalAndTheItems(Map<String, String> row) {
        ScaleReliability scale = reliability(row);
        assertThat(scale.count()).isEqualTo(Long.parseLong(row.get("n")));
        assertThat(scale.items()).hasSize(Integer.parseInt(row.get("items")));
        assertThat(scale.alpha().orElseThrow()).isCloseTo(number(row, "alpha_raw"), within(TOLERANCE));
        assertThat(scale.standardisedAlpha().orElseThrow())
                .isCloseTo(number(row, "alpha_standardised"), within(TOLERANCE));
        assertThat(scale.lambda2().orElseThrow()).isCloseTo(number(row, "guttman_lambda2"), within(TOLERANCE));
        Interval interval = scale.interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(number(row, "feldt_lower95"), within(TOLERANCE));
        assertThat(interval.upper()).isCloseTo(number(row, "feldt_upper95"), within(TOLERANCE));
        String[] ifDeleted = row.get("alpha_if_deleted").split(";", -1);
        String[] restCorrelations = row.get("corrected_item_total_r").split(";", -1);
        for (int i = 0; i < scale.items().size(); i++) {
            ScaleReliability.Item item = scale.items().get(i);
            assertThat(item.alphaIfDeleted().orElseThrow())
                    .isCloseTo(Double.parseDouble(ifDeleted[i]), within(TOLERANCE));
            assertThat(item.restCorrelation().orElseThrow())
                    .isCloseTo(Double.parseDouble(restCorrelations[i]), within(TOLERANCE));
        }
        assertThat(scale.reverseKeyed()).isEmpty();
    }
}

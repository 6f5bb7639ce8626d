package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MixShiftReferenceTest {

    /** The files are in [-1, 1], the library in points. */
    private static final Offset<Double> TOLERANCE = within(1e-12);

    static Stream<ReferenceCsv.Row> segments() {
        return ReferenceCsv.rows(MixShiftReferenceTest.class, "mix_shift_segments.csv");
    }

    static Stream<ReferenceCsv.Row> totals() {
        return ReferenceCsv.rows(MixShiftReferenceTest.class, "mix_shift_totals.csv");
    }

    private static MixShift<String> shift(String scenario) {
        return MixShift.between(breakdown(scenario, "0"), breakdown(scenario, "1"));
    }

    private static Breakdown<String, CustomScore> breakdown(String scenario, String when) {
        Map<String, RatingCounts> counts = new LinkedHashMap<>();
        segments().filter(row -> row.text("scenario").equals(scenario)).forEach(row -> {
            Nps nps = Nps.promoters(row.whole("pro" + when))
                    .passives(row.whole("pas" + when))
                    .detractors(row.whole("det" + when));
            if (!nps.isEmpty()) {
                counts.put(row.text("segment"), nps.counts());
            }
        });
        return Breakdown.of(Nps.STANDARD, CustomScore::from, counts);
    }

    @ParameterizedTest
    @MethodSource("segments")
    void agreesPerSegment(ReferenceCsv.Row row) {
        MixShift.Effect<String> effect =
                shift(row.text("scenario")).effect(row.text("segment")).orElseThrow();
        assertThat(effect.percentBefore() / 100).isCloseTo(row.number("share0"), TOLERANCE);
        assertThat(effect.percentAfter() / 100).isCloseTo(row.number("share1"), TOLERANCE);
        assertThat(effect.rate() / 100).isCloseTo(row.number("rate_effect_midpoint"), TOLERANCE);
        assertThat(effect.mix() / 100).isCloseTo(row.number("mix_effect_midpoint"), TOLERANCE);
        assertThat(effect.before().isEmpty()).isEqualTo(row.number("share0") == 0);
        assertThat(effect.after().isEmpty()).isEqualTo(row.number("share1") == 0);
    }

    @ParameterizedTest
    @MethodSource("totals")
    void agreesInTotal(ReferenceCsv.Row row) {
        MixShift<String> shift = shift(row.text("scenario"));
        assertThat(shift.effects()).hasSize((int) row.whole("segments"));
        assertThat(shift.change().before().orElseThrow().value() / 100).isCloseTo(row.number("nps0"), TOLERANCE);
        assertThat(shift.change().after().orElseThrow().value() / 100).isCloseTo(row.number("nps1"), TOLERANCE);
        assertThat(shift.change().value() / 100).isCloseTo(row.number("delta"), TOLERANCE);
        assertThat(shift.rate() / 100).isCloseTo(row.number("rate_total_midpoint"), TOLERANCE);
        assertThat(shift.mix() / 100).isCloseTo(row.number("mix_total_midpoint"), TOLERANCE);
    }

    @Test
    void kidneyStonesAreSimpsonsParadox() {
        Scale scale = Scale.highIsGood(0, 1);
        RatingMetric success = RatingMetric.share("success", scale, x -> x == 1);
        Map<String, RatingCounts> a = new LinkedHashMap<>();
        Map<String, RatingCounts> b = new LinkedHashMap<>();
        List<ReferenceCsv.Row> rows = ReferenceCsv.rows(MixShiftReferenceTest.class, "simpson_examples.csv")
                .toList();
        for (ReferenceCsv.Row row : rows) {
            a.put(row.text("stratum"), counts(scale, row.whole("a_success"), row.whole("a_n")));
            b.put(row.text("stratum"), counts(scale, row.whole("b_success"), row.whole("b_n")));
        }
        MixShift<String> shift = MixShift.between(
                Breakdown.of(success, CustomScore::from, b), Breakdown.of(success, CustomScore::from, a));
        for (ReferenceCsv.Row row : rows) {
            MixShift.Effect<String> effect = shift.effect(row.text("stratum")).orElseThrow();
            assertThat(effect.before().value() / 100).isCloseTo(row.number("b_rate"), TOLERANCE);
            assertThat(effect.after().value() / 100).isCloseTo(row.number("a_rate"), TOLERANCE);
            assertThat(effect.rate()).isPositive();
        }
        assertThat(shift.change().value()).isNegative();
        assertThat(shift.isSimpsonsParadox()).isTrue();
        assertThat(MixShift.between(
                                Breakdown.of(success, CustomScore::from, a),
                                Breakdown.of(success, CustomScore::from, b))
                        .isSimpsonsParadox())
                .isTrue();
    }

    private static RatingCounts counts(Scale scale, long successes, long n) {
        return RatingCounts.of(scale, n - successes, successes);
    }
}

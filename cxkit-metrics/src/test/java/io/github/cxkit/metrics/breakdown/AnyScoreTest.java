package io.github.cxkit.metrics.breakdown;

import static io.github.cxkit.metrics.Mean.toMean;
import static io.github.cxkit.metrics.Share.toShare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Unit;
import io.github.cxkit.metrics.change.Change;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Breakdowns and trends of scores that are no ratings. */
class AnyScoreTest {

    private static final ShareMetric IN_TIME = ShareMetric.higherIsBetter("in time");
    private static final Quantity CONTACTS =
            Quantity.amount("contacts", Unit.of("contacts", "", 2), Direction.LOWER_IS_BETTER);

    private record Case(String team, int month, boolean inTime, int contacts) {
        Instant at() {
            return Instant.parse("2026-0" + month + "-10T00:00:00Z");
        }
    }

    private static final List<Case> CASES = IntStream.range(0, 90)
            .mapToObj(i -> new Case(i % 3 == 0 ? "red" : "blue", 1 + i / 30, i % 4 != 0, 1 + i % 5))
            .toList();

    @Test
    void aShareByTeamIsComparedWithTheRestAndTotalled() {
        Breakdown<String, Share> byTeam =
                CASES.stream().parallel().collect(Breakdown.by(Case::team, toShare(IN_TIME, Case::inTime)));
        Share red = byTeam.group("red").orElseThrow().score();
        Share blue = byTeam.group("blue").orElseThrow().score();
        assertThat(red).isEqualTo(Share.of(IN_TIME, 22, 30));
        assertThat(byTeam.total()).isEqualTo(red.plus(blue)).isEqualTo(Share.of(IN_TIME, 67, 90));
        assertThat(byTeam.metric()).isEqualTo(IN_TIME);
        assertThat(byTeam.comparisons().get(1).change()).isEqualTo(Change.between(blue, red));
    }

    @Test
    void aMeanByMonthHasChanges() {
        Trend<Mean> trend = CASES.stream()
                .collect(Trend.by(
                        Case::at, CalendarPeriod.MONTH, ZoneOffset.UTC, toMean(CONTACTS, row -> row.contacts())));
        assertThat(trend.points()).hasSize(3);
        assertThat(trend.total().value()).isCloseTo(3, within(1e-12));
        assertThat(trend.rolling(2).get(0).score().count()).isEqualTo(60);
        assertThat(trend.changeFromPrevious(java.time.LocalDate.of(2026, 2, 1))
                        .orElseThrow()
                        .value())
                .isCloseTo(0, within(1e-12));
    }

    /** Each team gets better and the total worse, for the weaker one handles more of the cases. */
    @Test
    void aShareCanShowSimpsonsParadox() {
        Share none = Share.of(IN_TIME, 0, 0);
        Breakdown<String, Share> before =
                Breakdown.of(none, Map.of("red", Share.of(IN_TIME, 80, 100), "blue", Share.of(IN_TIME, 5, 20)));
        Breakdown<String, Share> after =
                Breakdown.of(none, Map.of("red", Share.of(IN_TIME, 17, 20), "blue", Share.of(IN_TIME, 30, 100)));
        MixShift<String> shift = MixShift.between(before, after);
        assertThat(shift.isSimpsonsParadox()).isTrue();
        assertThat(shift.rate() + shift.mix()).isCloseTo(shift.change().value(), within(1e-12));
        assertThat(shift.rate()).isCloseTo(5, within(1e-12));
    }

    @Test
    void scoresThatAreThereAlreadyAreChecked() {
        Share some = Share.of(IN_TIME, 1, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.of(some, Map.of("red", some)))
                .withMessage("none must have no answers, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.of(
                        Share.of(IN_TIME, 0, 0), Map.of("red", Share.of(ShareMetric.lowerIsBetter("late"), 1, 3))))
                .withMessageContainingAll("in time", "late");
        assertThat(Breakdown.of(Share.of(IN_TIME, 0, 0), Map.<String, Share>of())
                        .isEmpty())
                .isTrue();
    }
}

package io.github.cxkit.metrics.breakdown;

import static io.github.cxkit.metrics.Mean.toMean;
import static io.github.cxkit.metrics.Share.toShare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;
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
            Quantity.amount("contacts", MetricUnit.of("contacts", "", 2), Direction.LOWER_IS_BETTER);

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

    /** The value of a sum is the larger one: it adds, and is no mean of its parts. */
    private record Worst(double value, long count, boolean changesInPercent) implements MergeableScore<Worst> {

        @Override
        public Worst plus(Worst other) {
            return new Worst(Math.max(value, other.value), count + other.count, changesInPercent);
        }

        @Override
        public Metric metric() {
            return new PerCentOrNot(changesInPercent);
        }

        @Override
        public double effectiveCount() {
            return count;
        }

        @Override
        public Uncertainty uncertainty() {
            return new Uncertainty.NotEstimable("it is an extreme");
        }
    }

    private record PerCentOrNot(boolean changesInPercent) implements Metric {

        @Override
        public String name() {
            return "worst";
        }

        @Override
        public MetricUnit unit() {
            return CONTACTS.unit();
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public Interval range() {
            return CONTACTS.range();
        }

        @Override
        public Link link() {
            return changesInPercent ? Link.LOG : Link.IDENTITY;
        }

        @Override
        public boolean hasTrueZero() {
            return true;
        }
    }

    private static Breakdown<String, Worst> worst(boolean inPercent, double red, double blue) {
        return Breakdown.of(
                new Worst(0, 0, inPercent),
                Map.of("red", new Worst(red, 30, inPercent), "blue", new Worst(blue, 10, inPercent)));
    }

    @Test
    void effectsThatDoNotAddUpAreNotListed() {
        Breakdown<String, Worst> uneven = worst(false, 8, 4);
        Breakdown<String, Worst> even = worst(false, 8, 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixShift.between(uneven, even))
                .withMessage("change of worst cannot be taken apart: its groups, weighted by their answers, make 7.0 "
                        + "before, but the total is 8.0 (their answers are 100.0 % of all)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixShift.between(even, uneven))
                .withMessageContaining("make 7.0 after, but the total is 8.0");
        assertThat(MixShift.between(even, worst(false, 9, 9)).rate()).isCloseTo(1, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixShift.between(worst(true, 8, 8), worst(true, 9, 9)))
                .withMessage("change of worst cannot be taken apart: it is told in per cent, which do not add up");
    }

    /** Far from 0 the means of two groups differ from the total by rounding alone. */
    @Test
    void roundingIsNoReasonToRefuse() {
        Breakdown<String, Mean> before = Breakdown.of(
                Mean.of(CONTACTS),
                Map.of("red", Mean.of(CONTACTS, 1e12, 1e12 + 1, 3), "blue", Mean.of(CONTACTS, 0.1, 7)));
        Breakdown<String, Mean> after = Breakdown.of(
                Mean.of(CONTACTS),
                Map.of("red", Mean.of(CONTACTS, 1e12 + 3, 5), "blue", Mean.of(CONTACTS, 0.3, 0.4, 0.7)));
        MixShift<String> shift = MixShift.between(before, after);
        assertThat(shift.rate() + shift.mix()).isCloseTo(shift.change().value(), within(1.0));
    }
}

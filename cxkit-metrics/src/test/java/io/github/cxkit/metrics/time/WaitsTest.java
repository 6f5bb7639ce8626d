package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.Waits.toWaits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.change.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);
    private static final Instant NOW = Instant.parse("2026-03-31T00:00:00Z");

    private static WaitSpan over(long began, long lasted) {
        return WaitSpan.between(hoursAgo(began), hoursAgo(began).plus(Duration.ofHours(lasted)));
    }

    private static WaitSpan open(long began) {
        return WaitSpan.since(hoursAgo(began));
    }

    private static Instant hoursAgo(long hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static Duration[] hours(long... hours) {
        return Arrays.stream(hours).mapToObj(Duration::ofHours).toArray(Duration[]::new);
    }

    @Test
    void whatEndedAfterTheLookWasStillGoingOn() {
        Waits waits =
                Waits.seenAt(NOW, RESOLUTION, List.of(over(40, 5), over(40, 2), open(30), over(10, 11), over(3, 3)));
        Waits lengths = Waits.over(RESOLUTION, hours(5, 2, 3)).plus(Waits.open(RESOLUTION, hours(30, 10)));
        assertThat(waits.overNanos()).isEqualTo(lengths.overNanos());
        assertThat(waits.openNanos()).isEqualTo(lengths.openNanos());
        assertThat(waits.count()).isEqualTo(5);
        assertThat(waits.overCount()).isEqualTo(3);
        assertThat(waits.openCount()).isEqualTo(2);
        assertThat(waits.timing()).isEqualTo(RESOLUTION);
        assertThat(waits).hasToString("resolution: 5 waits, 2 still open");
        assertThat(waits.openShare()).isEqualTo(Share.of(ShareMetric.lowerIsBetter("resolution still open"), 2, 5));
    }

    @Test
    void aWaitThatHasNotBegunIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.seenAt(NOW, RESOLUTION, List.of(open(-1))))
                .withMessageContainingAll("2026-03-31T00:00:00Z", "2026-03-31T01:00:00Z");
    }

    @Test
    void aWaitOfMoreThan292YearsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Waits.seenAt(NOW, RESOLUTION, List.of(WaitSpan.since(Instant.parse("1700-01-01T00:00:00Z")))))
                .withMessageContainingAll("292 years", "Maybe a missing date");
    }

    @Test
    void closedOnlyFiguresSaySo() {
        Duration[] closed = new Duration[76];
        Arrays.setAll(closed, i -> Duration.ofHours(i + 1));
        Duration[] open = new Duration[24];
        Arrays.fill(open, Duration.ofHours(100));
        Durations durations = Waits.over(RESOLUTION, closed)
                .plus(Waits.open(RESOLUTION, open))
                .closedOnly();
        String warning = "closed cases only: 24.0% (24 of 100) are still open, so times look shorter than they are";
        assertThat(durations.warning()).contains(warning);
        assertThat(durations.openCount()).isEqualTo(24);
        assertThat(durations.count()).isEqualTo(76);
        assertThat(durations)
                .hasToString("closed-only median resolution 38.5 h (95% CI 29.0 to 48.0, n=76); " + warning);
        assertThat(durations.mean().metric().name()).isEqualTo("closed-only mean resolution");
        assertThat(durations.geometricMean().metric().name()).isEqualTo("closed-only geometric mean resolution");
        assertThat(durations.percentile(90).metric().name()).isEqualTo("closed-only p90 resolution");
        assertThat(durations.shareWithin(Duration.ofHours(25)).metric().name())
                .isEqualTo("closed-only resolution within 25 h");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Change.between(Durations.of(RESOLUTION, closed).median(), durations.median()));
    }

    @Test
    void closedOnlyIsANameAndNotAMatterOfTheData() {
        Durations none = Waits.over(RESOLUTION, hours(1, 2)).closedOnly();
        assertThat(none.warning()).isEmpty();
        assertThat(none.median().metric().name()).isEqualTo("closed-only median resolution");
        assertThat(Waits.open(RESOLUTION, hours(3)).closedOnly())
                .hasToString("closed-only resolution undefined (n=0); "
                        + "closed cases only: 100.0% (1 of 1) are still open, so times look shorter than they are");
    }

    @Test
    void whatWasLeftOutAddsUp() {
        Durations march = Waits.over(RESOLUTION, hours(1))
                .plus(Waits.open(RESOLUTION, hours(3, 4)))
                .closedOnly();
        Durations april = Waits.over(RESOLUTION, hours(2))
                .plus(Waits.open(RESOLUTION, hours(5)))
                .closedOnly();
        assertThat(march.plus(april).openCount()).isEqualTo(3);
        assertThat(march.plus(april).warning().orElseThrow()).startsWith("closed cases only: 60.0% (3 of 5)");
        assertThat(march.plus(april)).isEqualTo(april.plus(march)).hasSameHashCodeAs(april.plus(march));
        Durations complete = Durations.of(RESOLUTION, hours(9));
        assertThat(complete.plus(march)).isEqualTo(march.plus(complete));
        assertThat(complete.plus(march).median().metric().name()).isEqualTo("closed-only median resolution");
        assertThat(complete.plus(complete).median().metric().name()).isEqualTo("median resolution");
        assertThat(march).isNotEqualTo(Waits.over(RESOLUTION, hours(1)).closedOnly());
    }

    @Test
    void twoColumnsAreReadTogether() {
        Waits waits = Waits.of(RESOLUTION, new long[] {5, 30, 2}, TimeUnit.HOURS, new boolean[] {true, false, true});
        assertThat(waits)
                .isEqualTo(Waits.over(RESOLUTION, hours(2, 5)).plus(Waits.open(RESOLUTION, hours(30))))
                .hasSameHashCodeAs(Waits.over(RESOLUTION, hours(2, 5)).plus(Waits.open(RESOLUTION, hours(30))));
        assertThat(waits.overNanos()).isSorted();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.of(RESOLUTION, new long[3], TimeUnit.HOURS, new boolean[2]))
                .withMessage("isOver must have the length of lengths, 3, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waits.of(RESOLUTION, new long[] {-1}, TimeUnit.HOURS, new boolean[1]))
                .withMessageStartingWith("duration at index 0 must be at least 0, but was -1 hours");
    }

    private record Ticket(Instant opened, Instant resolvedOrNull) {}

    @Test
    void collectsTheCallersRowsInAnyNumberOfThreads() {
        List<Ticket> tickets = new ArrayList<>(Collections.nCopies(100, new Ticket(hoursAgo(9), hoursAgo(4))));
        tickets.addAll(Collections.nCopies(50, new Ticket(hoursAgo(7), null)));
        Waits waits = tickets.parallelStream()
                .collect(toWaits(
                        NOW, RESOLUTION, row -> new WaitSpan(row.opened(), Optional.ofNullable(row.resolvedOrNull()))));
        assertThat(waits.overCount()).isEqualTo(100);
        assertThat(waits.openCount()).isEqualTo(50);
        assertThat(waits.closedOnly().median().value()).isEqualTo(5);
        assertThat(waits.openNanos()).containsOnly(Duration.ofHours(7).toNanos());
    }

    @Test
    void noneIsTheIdentityOfASum() {
        Waits none = Waits.over(RESOLUTION);
        Waits some = Waits.open(RESOLUTION, hours(1));
        assertThat(none.isEmpty()).isTrue();
        assertThat(some.isEmpty()).isFalse();
        assertThat(none.openShare().isEmpty()).isTrue();
        assertThat(none.plus(some)).isEqualTo(some);
        assertThat(some).isNotEqualTo(none).isNotEqualTo(Waits.over(RESOLUTION, hours(1)));
        assertThat(some).isNotEqualTo(Waits.open(Timing.of("first reply", ChronoUnit.HOURS), hours(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.plus(Waits.over(Timing.of("first reply", ChronoUnit.HOURS))))
                .withMessageContainingAll("resolution", "first reply");
    }
}

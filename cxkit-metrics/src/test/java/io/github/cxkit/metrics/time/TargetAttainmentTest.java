package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMethod;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.goal.SampleSize;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetAttainmentTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final ShareMetric MET = ShareMetric.higherIsBetter("target met");

    record Ticket(long minutes, boolean isOpen, Duration target) {

        Duration lasted() {
            return Duration.ofMinutes(minutes);
        }
    }

    /** Waits of so many minutes, those that are open negative. */
    static Waits waits(String timing, long... minutes) {
        Instant now = Instant.parse("2024-06-10T12:00:00Z");
        return Waits.seenAt(
                now,
                Timing.of(timing, ChronoUnit.MINUTES),
                IntStream.range(0, minutes.length)
                        .mapToObj(i -> minutes[i] < 0
                                ? WaitSpan.since(now.plusSeconds(60 * minutes[i]))
                                : WaitSpan.between(now.minusSeconds(60 * minutes[i]), now))
                        .toList());
    }

    @Test
    void halfOfTheDecidedAndFortyToSixtyOfAll() {
        TargetAttainment attainment = TargetAttainment.of(waits("first reply", 30, 70, -10, -90, 60), HOUR);
        assertThat(attainment.met()).isEqualTo(2);
        assertThat(attainment.breached()).isEqualTo(2);
        assertThat(attainment.pending()).isEqualTo(1);
        assertThat(attainment.all()).isEqualTo(5);
        assertThat(attainment.count()).isEqualTo(4);
        assertThat(attainment.share().decided())
                .isEqualTo(Share.of(ShareMetric.higherIsBetter("first reply in time (within 60 min)"), 2, 4));
        assertThat(attainment.bounds()).isEqualTo(new Interval(40, 60));
        assertThat(attainment)
                .hasToString(
                        "first reply in time (within 60 min) 50.0% (95% CI 15.0 to 85.0, n=4); 1 of 5 pending, of all 40.0% to 60.0%");
        assertThat(TargetAttainment.met(2).breached(2).withPending(1).bounds()).isEqualTo(new Interval(40, 60));
    }

    @ParameterizedTest
    @CsvSource({
        "3600, false, MET", "3601, false, BREACHED", "0, false, MET",
        "3600, true, PENDING", "3601, true, BREACHED", "0, true, PENDING"
    })
    void exactlyTheTargetIsMetAndALateOpenCaseIsBreached(long seconds, boolean open, TargetAttainment.Outcome outcome) {
        assertThat(TargetAttainment.Outcome.of(Duration.ofSeconds(seconds), open, HOUR))
                .isEqualTo(outcome);
    }

    @Test
    void aTargetOfNothingIsMetByNothingOnly() {
        TargetAttainment attainment = TargetAttainment.of(waits("first reply", 0, 1), Duration.ZERO);
        assertThat(attainment.met()).isEqualTo(1);
        assertThat(attainment.breached()).isEqualTo(1);
        assertThat(TargetAttainment.Outcome.of(Duration.ZERO, false, Duration.ZERO))
                .isEqualTo(TargetAttainment.Outcome.MET);
    }

    @Test
    void aTargetBeyondAllWaitsIsMetByWhatIsOver() {
        TargetAttainment attainment =
                TargetAttainment.of(waits("first reply", 30, 70, -10), Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(attainment.met()).isEqualTo(2);
        assertThat(attainment.pending()).isEqualTo(1);
    }

    @Test
    void rowsHaveTargetsOfTheirOwn() {
        TargetAttainment attainment = Stream.of(
                        new Ticket(30, false, HOUR),
                        new Ticket(30, false, Duration.ofMinutes(15)),
                        new Ticket(30, true, HOUR),
                        new Ticket(300, true, HOUR.multipliedBy(8)),
                        new Ticket(500, true, HOUR.multipliedBy(8)))
                .parallel()
                .collect(TargetAttainment.toAttainment(Ticket::lasted, Ticket::isOpen, Ticket::target));
        assertThat(attainment).isEqualTo(TargetAttainment.met(1).breached(2).withPending(2));
    }

    @Test
    void outcomesAsTicketSystemsExportThem() {
        TargetAttainment attainment = Stream.of("yes", "no", "yes", "")
                .collect(TargetAttainment.toAttainment(made -> switch (made) {
                    case "yes" -> TargetAttainment.Outcome.MET;
                    case "no" -> TargetAttainment.Outcome.BREACHED;
                    default -> TargetAttainment.Outcome.PENDING;
                }));
        assertThat(attainment.share().decided()).isEqualTo(Share.of(MET, 2, 3));
        assertThat(attainment.bounds()).isEqualTo(new Interval(50, 75));
    }

    @Test
    void mergingAddsTheCounts() {
        TargetAttainment one = TargetAttainment.met(1).breached(2).withPending(3);
        TargetAttainment other = TargetAttainment.met(10).breached(20).withPending(30);
        assertThat(one.plus(other))
                .isEqualTo(TargetAttainment.met(11).breached(22).withPending(33));
        assertThat(TargetAttainment.met(0).breached(0).plus(one)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one)
                .isNotEqualTo(TargetAttainment.met(2).breached(2).withPending(3))
                .isNotEqualTo(TargetAttainment.met(1).breached(3).withPending(3))
                .isNotEqualTo(TargetAttainment.met(1).breached(2))
                .isNotEqualTo(one.withName("resolved in time"))
                .isNotEqualTo("target met");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.plus(other.withName("resolved in time")))
                .withMessageContainingAll("target met", "cannot be merged with", "resolved in time");
    }

    @Test
    void aNameOfItsOwnIsThatOfTheShare() {
        Share share = TargetAttainment.met(5)
                .breached(1)
                .withName("resolved in time")
                .share()
                .decided();
        assertThat(share).isEqualTo(Share.of(ShareMetric.higherIsBetter("resolved in time"), 5, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAttainment.met(5).breached(1).withName(" "));
    }

    @Test
    void attainmentsOfTwoTargetsAreNotCompared() {
        Share hour = TargetAttainment.of(waits("first reply", 30, 70, 20), HOUR)
                .share()
                .decided();
        Share day = TargetAttainment.of(waits("first reply", 30, 70, 20), Duration.ofDays(1))
                .share()
                .decided();
        assertThatIllegalArgumentException().isThrownBy(() -> Change.between(hour, day));
    }

    @Test
    void nothingDecidedHasNoShareAndNoCasesHaveNoBounds() {
        TargetAttainment pending = TargetAttainment.met(0).breached(0).withPending(3);
        assertThat(pending.isEmpty()).as("no value").isTrue();
        assertThat(pending.all()).isEqualTo(3);
        assertThat(pending.share().decided().isEmpty()).isTrue();
        assertThat(pending.bounds()).isEqualTo(new Interval(0, 100));
        assertThat(pending).hasToString("target met undefined (n=0); 3 of 3 pending, of all 0.0% to 100.0%");
        TargetAttainment none = TargetAttainment.met(0).breached(0);
        assertThat(none.isEmpty()).isTrue();
        assertThat(none).hasToString("target met undefined (n=0)");
        assertThatIllegalStateException()
                .isThrownBy(none::bounds)
                .withMessage("target met is undefined for zero cases");
    }

    @Test
    void impossibleCountsAndDurationsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAttainment.met(-1))
                .withMessage("met must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAttainment.met(1).breached(-2))
                .withMessage("breached must be at least 0, but was -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAttainment.met(1).breached(2).withPending(-3))
                .withMessage("pending must be at least 0, but was -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAttainment.of(waits("first reply"), Duration.ofSeconds(-1)))
                .withMessage("target must be at least 0, but was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAttainment.Outcome.of(HOUR, false, Duration.ofSeconds(-1)))
                .withMessage("target must be at least 0, but was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAttainment.Outcome.of(Duration.ofSeconds(-1), false, HOUR))
                .withMessage("length of a wait must be at least 0, but was PT-1S");
        TargetAttainment most = TargetAttainment.met(Long.MAX_VALUE - 1).breached(1);
        assertThat(most.all()).isEqualTo(Long.MAX_VALUE);
        for (TargetAttainment more : List.of(
                TargetAttainment.met(1).breached(0),
                TargetAttainment.met(0).breached(1),
                TargetAttainment.met(0).breached(0).withPending(1))) {
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(more));
        }
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.withPending(1));
    }

    @Test
    void isTheScoreOfItsDecidedShareWithACaveat() {
        TargetAttainment attainment = TargetAttainment.met(30).breached(10).withPending(2);
        Share decided = attainment.share().decided();
        for (ShareMethod method : ShareMethod.values()) {
            Estimator estimator = Estimator.withDefaults().withShareMethod(method);
            assertThat(estimator.estimate(attainment).interval())
                    .as(method.toString())
                    .isEqualTo(estimator.estimate(decided).interval());
        }
        assertThat(attainment.value()).isEqualTo(75);
        assertThat(attainment.effectiveCount()).isEqualTo(40);
        assertThat(attainment.varianceOfOne()).hasValue(1_875);
        assertThat(attainment.base()).isEqualTo(decided.base());
        assertThat(attainment.estimate().notes())
                .containsExactly(
                        "2 of 42 pending, of all 71.4% to 76.2%\n"
                                + "Maybe take the cases whose target time is over: toDueAttainment; or compare by OpenShareChange.between.");
        assertThat(SampleSize.from(attainment).variance()).isEqualTo(1_875);
    }

    static Stream<Row> attainments() {
        return ReferenceCsv.rows(TargetAttainmentTest.class, "sla_attainment.csv");
    }

    @ParameterizedTest
    @MethodSource("attainments")
    void agreesWithTheReference(Row row) {
        long[] minutes = new long[0];
        if (!row.text("times").isEmpty()) {
            String[] times = row.text("times").split(";", -1);
            String[] resolved = row.text("resolved").split(";", -1);
            minutes = IntStream.range(0, times.length)
                    .mapToLong(i -> Long.parseLong(times[i]) * (resolved[i].equals("1") ? 1 : -1))
                    .toArray();
        }
        TargetAttainment attainment =
                TargetAttainment.of(waits("resolution", minutes), Duration.ofMinutes(row.whole("target")));
        assertThat(attainment.met()).isEqualTo(row.whole("met"));
        assertThat(attainment.breached()).isEqualTo(row.whole("breached"));
        assertThat(attainment.pending()).isEqualTo(row.whole("pending"));
        assertThat(attainment.share().decided().isEmpty())
                .isEqualTo(row.optional("attainment_decided").isEmpty());
        row.optional("attainment_decided")
                .ifPresent(share ->
                        assertThat(attainment.share().decided().value()).isEqualTo(100 * share));
        assertThat(attainment.share().isEmpty())
                .isEqualTo(row.optional("attainment_lower_bound").isEmpty());
        row.optional("attainment_lower_bound")
                .ifPresent(share -> assertThat(attainment.bounds().lower()).isCloseTo(100 * share, within(1e-12)));
        row.optional("attainment_upper_bound")
                .ifPresent(share -> assertThat(attainment.bounds().upper()).isCloseTo(100 * share, within(1e-12)));
    }

    @Test
    void aTargetOfForeverIsAlwaysMet() {
        Duration forever = ChronoUnit.FOREVER.getDuration();
        TargetAttainment attainment = TargetAttainment.of(waits("first reply", 30, 70, -10), forever);
        assertThat(attainment.met()).isEqualTo(2);
        assertThat(attainment.pending()).isOne();
        assertThat(attainment.share().decided().metric().name())
                .isEqualTo("first reply in time (within " + forever + ")");
        Duration exact = Duration.ofMillis(999_999_999_999_999L);
        assertThat(Statistics.within(Timing.of("x", ChronoUnit.HOURS), exact)).isEqualTo("within 999999999999999 ms");
        assertThat(Statistics.within(Timing.of("x", ChronoUnit.HOURS), exact.plusMillis(2)))
                .isEqualTo("within " + exact.plusMillis(2));
    }
}

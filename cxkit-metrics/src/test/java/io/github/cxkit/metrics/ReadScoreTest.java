package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.time.ApproximateDurations;
import io.github.cxkit.metrics.time.Durations;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.Waits;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadScoreTest {

    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);

    private static Duration[] hours(long... hours) {
        return Arrays.stream(hours).mapToObj(Duration::ofHours).toArray(Duration[]::new);
    }

    private static ReadScore<Waits> median(Waits waits) {
        return ReadScore.of(waits, some -> some.kaplanMeier().median());
    }

    private static final Waits RED = Waits.over(RESOLUTION, hours(1, 2)).plus(Waits.open(RESOLUTION, hours(5)));
    private static final Waits BLUE = Waits.over(RESOLUTION, hours(3, 4));

    @Test
    void theMedianOfBothIsThatOfAllWaits() {
        ReadScore<Waits> both = median(RED).plus(median(BLUE));
        assertThat(both.value()).isEqualTo(3);
        assertThat(both.count()).isEqualTo(5);
        assertThat(both.score()).isEqualTo(both.material().kaplanMeier().median());
        assertThat(both.material()).isEqualTo(RED.plus(BLUE));
        assertThat(both).hasToString(both.score().orElseThrow().toString());
    }

    @Test
    void itIsAsSureAsWhatIsRead() {
        Score read = BLUE.plus(RED).kaplanMeier().withinShare(Duration.ofHours(3));
        ReadScore<Waits> score = ReadScore.of(
                BLUE.plus(RED), waits -> Optional.of(waits.kaplanMeier().withinShare(Duration.ofHours(3))));
        assertThat(score.metric()).isEqualTo(read.metric());
        assertThat(score.effectiveCount()).isEqualTo(read.effectiveCount());
        assertThat(score.estimate()).isEqualTo(read.estimate());
        assertThat(score.base()).isEqualTo(read.base());
        assertThat(score.caveats()).isEqualTo(read.caveats());
        assertThat(score.testAgainst(50).pValue())
                .isEqualTo(read.testAgainst(50).pValue());
        assertThat(score.uncertainty().limits(score.value(), 1.96))
                .isEqualTo(read.uncertainty().limits(read.value(), 1.96));
        assertThat(score.weight()).isEqualTo(5);
        assertThat(ReadScore.of(RED, waits -> Optional.of(waits.closedOnly().median()))
                        .caveats())
                .isEqualTo(RED.closedOnly().median().caveats())
                .isNotEmpty();
    }

    /** Tango's limits for an NPS unless an estimator says otherwise, and then also here. */
    @Test
    void itAsksWhatIsReadForTheMethodsOfAnEstimator() {
        Estimator wald = Estimator.withDefaults().withNetMethod(NetMethod.WALD);
        Nps nps = Nps.promoters(45).passives(35).detractors(20);
        ReadScore<Waits> score = ReadScore.of(BLUE, waits -> Optional.of(nps));
        assertThat(wald.estimate(score)).isEqualTo(wald.estimate(nps)).isNotEqualTo(nps.estimate());
        assertThat(score.testAgainst(0).statistic())
                .isEqualTo(nps.testAgainst(0).statistic());
    }

    @Test
    void whereNothingCanBeReadItIsEmptyWithoutAMetricAndKeepsItsMaterial() {
        ReadScore<Waits> unread = median(Waits.open(RESOLUTION, hours(1, 2)));
        assertThat(unread.isEmpty()).isTrue();
        assertThat(unread.score()).isEmpty();
        assertThat(unread.count()).isZero();
        assertThat(unread.effectiveCount()).isZero();
        assertThat(unread.weight()).isZero();
        assertThat(unread.caveats()).isEmpty();
        assertThat(unread.base()).isEqualTo(BaseSize.SUPPRESSED);
        assertThat(unread).hasToString("undefined (n=0)");
        assertThatIllegalStateException()
                .isThrownBy(unread::metric)
                .withMessage("nothing can be read where the material is too thin");
        assertThatIllegalStateException().isThrownBy(unread::value);
        assertThatIllegalStateException().isThrownBy(unread::uncertainty);
        assertThatIllegalStateException().isThrownBy(unread::estimate);
        ReadScore<Waits> sum = unread.plus(median(Waits.over(RESOLUTION, hours(1, 2, 3, 4))));
        assertThat(sum.value()).isEqualTo(3);
        assertThat(sum.count()).isEqualTo(6);
    }

    /** A curve of no waits is an error; nobody has to think of it. */
    @Test
    void materialOfNothingIsNotRead() {
        ReadScore<Durations> none = Stream.<Duration>empty()
                .collect(ReadScore.reading(
                        Durations.toDurations(RESOLUTION, length -> length),
                        durations -> Optional.of(durations.median())));
        assertThatIllegalStateException().isThrownBy(() -> none.material().median());
        assertThat(none.isEmpty()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(none::value)
                .withMessage("nothing can be read where there is no material");
    }

    @Test
    void equalMaterialReadAlikeIsEqual() {
        assertThat(median(RED))
                .isEqualTo(median(RED))
                .hasSameHashCodeAs(median(RED))
                .isNotEqualTo(median(BLUE))
                .isNotEqualTo(ReadScore.of(RED, waits -> waits.kaplanMeier().percentile(20)))
                .isNotEqualTo(RED);
    }

    @Test
    void materialOfAnotherThingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median(RED).plus(median(Waits.over(Timing.of("reply", ChronoUnit.HOURS)))))
                .withMessageContainingAll("resolution", "reply");
    }

    @Test
    void aReadingMustNotBeNull() {
        ReadScore<Waits> score = ReadScore.of(RED, waits -> nothing());
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(score::value)
                .withMessage("reading");
    }

    @SuppressWarnings("NullAway") // on purpose
    private static Optional<Score> nothing() {
        return null;
    }

    private static <M extends Mergeable<M>> M doubled(M material) {
        return material.isEmpty() ? material : material.plus(material);
    }

    @Test
    void waitsAndDurationsAddWithoutAScore() {
        assertThat(doubled(BLUE).count()).isEqualTo(4);
        assertThat(doubled(Durations.of(RESOLUTION, hours(1, 2))).count()).isEqualTo(4);
        ApproximateDurations approximate = Stream.of(hours(1, 2))
                .collect(ApproximateDurations.toApproximateDurations(RESOLUTION, length -> length));
        assertThat(doubled(approximate).count()).isEqualTo(4);
    }
}

package io.github.cxkit.metrics;

import static io.github.cxkit.metrics.Share.toShare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.goal.SampleSize;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShareTest {

    private static final ShareMetric IN_TIME = ShareMetric.higherIsBetter("answered in time");

    /** Newcombe 1998, table I: 81 of 263 and 0 of 20, Wilson. */
    @Test
    void theIntervalIsWilsons() {
        Interval some = Share.of(IN_TIME, 81, 263).estimate().interval().orElseThrow();
        assertThat(some.lower()).isCloseTo(25.53, within(0.005));
        assertThat(some.upper()).isCloseTo(36.62, within(0.005));
        Interval none = Share.of(IN_TIME, 0, 20).estimate().interval().orElseThrow();
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(16.11, within(0.005));
        assertThat(Share.of(IN_TIME, 81, 263)).hasToString("answered in time 30.8% (95% CI 25.5 to 36.6, n=263)");
    }

    /** The same counts as thumbs up and thumbs down are the same share, by every method. */
    @Test
    void agreesWithTheShareOfRatings() {
        for (long counted : List.of(0L, 1L, 17L, 40L)) {
            Share share = Share.of(IN_TIME, counted, 40);
            Csat rating = Csat.from(Csat.THUMBS, RatingCounts.of(Csat.THUMBS.scale(), 40 - counted, counted));
            for (ShareMethod method : ShareMethod.values()) {
                Estimator estimator = Estimator.withDefaults().withShareMethod(method);
                assertThat(estimator.estimate(share).interval())
                        .as("%s of 40 by %s", counted, method)
                        .isEqualTo(estimator.estimate(rating).interval());
            }
            assertThat(share.variance()).isCloseTo(rating.variance(), within(1e-9));
        }
    }

    /** Newcombe 1998, table II: 56 of 70 against 48 of 80, method 10. */
    @Test
    void theChangeIsNewcombes() {
        Interval change = Change.between(Share.of(IN_TIME, 48, 80), Share.of(IN_TIME, 56, 70))
                .difference()
                .interval()
                .orElseThrow();
        assertThat(change.lower()).isCloseTo(5.24, within(0.005));
        assertThat(change.upper()).isCloseTo(33.39, within(0.005));
    }

    @Test
    void plansFromItsOwnVariance() {
        assertThat(SampleSize.from(Share.of(IN_TIME, 30, 100)).variance()).isCloseTo(2_100, within(1e-9));
        assertThat(SampleSize.from(Share.of(IN_TIME, 0, 100)).variance())
                .as("nobody: from the width of the limits")
                .isPositive();
    }

    @Test
    void mergingAddsTheCounts() {
        assertThat(Share.of(IN_TIME, 1, 3).plus(Share.of(IN_TIME, 4, 5))).isEqualTo(Share.of(IN_TIME, 5, 8));
        assertThat(Share.of(IN_TIME, 0, 0).plus(Share.of(IN_TIME, 4, 5))).isEqualTo(Share.of(IN_TIME, 4, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(IN_TIME, 1, 3).plus(Share.of(ShareMetric.lowerIsBetter("reopened"), 1, 3)))
                .withMessageContainingAll("answered in time", "reopened");
    }

    @Test
    void collectsTheCallersRows() {
        Share share = Stream.of(5, 70, 20, 90).parallel().collect(toShare(IN_TIME, minutes -> minutes <= 60));
        assertThat(share).isEqualTo(Share.of(IN_TIME, 2, 4));
        assertThat(share.counted()).isEqualTo(2);
        assertThat(share.count()).isEqualTo(4);
        assertThat(share.effectiveCount()).isEqualTo(4);
    }

    @Test
    void noneOfNoneHasNoValue() {
        Share none = Share.of(IN_TIME, 0, 0);
        assertThat(none.isEmpty()).isTrue();
        assertThat(none).hasToString("answered in time undefined (n=0)");
        assertThatIllegalStateException()
                .isThrownBy(none::value)
                .withMessage("answered in time is undefined for zero cases");
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(IN_TIME, 4, 3))
                .withMessage("counted in answered in time must be in [0, 3], but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(IN_TIME, -1, 3))
                .withMessage("counted in answered in time must be in [0, 3], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(IN_TIME, 0, -1))
                .withMessage("number of cases in answered in time must be at least 0, but was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> ShareMetric.higherIsBetter(" "));
    }
}

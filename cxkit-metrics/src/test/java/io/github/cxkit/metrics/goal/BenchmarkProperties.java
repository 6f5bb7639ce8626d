package io.github.cxkit.metrics.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of benchmarks of which the number of answers is known. */
class BenchmarkProperties {

    private static Interval limits(Score score, double z) {
        return score.uncertainty().limits(score.value(), z).orElseThrow();
    }

    private static Score published(Score score) {
        return Benchmark.of(score.metric(), score.value(), "survey", LocalDate.EPOCH)
                .withAnswers(score.count())
                .figure();
    }

    @Property
    void aPublishedShareHasTheLimitsOfItsAnswers(
            @ForAll @LongRange(min = 0, max = 10_000) long satisfied,
            @ForAll @LongRange(min = 1, max = 10_000) long others,
            @ForAll @DoubleRange(min = 0, max = 10) double z) {
        Csat csat = Csat.from(Csat.TOP_2_OF_5, RatingCounts.of(Scale.highIsGood(1, 5), others, 0, 0, satisfied, 0));
        assertThat(limits(published(csat), z).lower()).isCloseTo(limits(csat, z).lower(), within(1e-9));
        assertThat(limits(published(csat), z).upper()).isCloseTo(limits(csat, z).upper(), within(1e-9));
    }

    @Property
    void aPublishedNetScoreIsNeverSurerThanItsAnswers(
            @ForAll @LongRange(min = 0, max = 1_000) long promoters,
            @ForAll @LongRange(min = 0, max = 1_000) long passives,
            @ForAll @LongRange(min = 1, max = 1_000) long detractors,
            @ForAll @DoubleRange(min = 0, max = 5) double z) {
        Nps nps = Nps.promoters(promoters).passives(passives).detractors(detractors);
        assertThat(limits(published(nps), z).lower())
                .isLessThanOrEqualTo(limits(nps, z).lower() + 1e-9);
        assertThat(limits(published(nps), z).upper())
                .isGreaterThanOrEqualTo(limits(nps, z).upper() - 1e-9);
    }

    @Property
    void aPublishedNetScoreWithoutPassivesHasTheLimitsOfItsAnswers(
            @ForAll @LongRange(min = 0, max = 1_000) long promoters,
            @ForAll @LongRange(min = 1, max = 1_000) long detractors,
            @ForAll @DoubleRange(min = 0, max = 5) double z) {
        Nps nps = Nps.promoters(promoters).passives(0).detractors(detractors);
        assertThat(limits(published(nps), z).lower()).isCloseTo(limits(nps, z).lower(), within(1e-9));
        assertThat(limits(published(nps), z).upper()).isCloseTo(limits(nps, z).upper(), within(1e-9));
    }
}

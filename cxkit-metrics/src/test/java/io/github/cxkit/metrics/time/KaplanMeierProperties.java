package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Uncertainty;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of Kaplan–Meier curves. Waits are in nanoseconds; few different ones, so that there are ties. */
class KaplanMeierProperties {

    @Provide
    Arbitrary<long[]> some() {
        return Arbitraries.longs().between(1, 30).array(long[].class).ofMaxSize(25);
    }

    @Provide
    Arbitrary<long[]> atLeastOne() {
        return Arbitraries.longs()
                .between(0, 30)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static KaplanMeier curve(long[] over, long... open) {
        return new Waits(SurvivalCases.RESOLUTION, over.clone(), open.clone()).kaplanMeier();
    }

    private static double nanos(Optional<TimeScore> score) {
        return score.map(present -> present.value() * 3.6e12).orElse(Double.POSITIVE_INFINITY);
    }

    @Property(tries = 300)
    void withoutOpenWaitsTheCurveIsExactlyTheShareOfLongerWaits(@ForAll("atLeastOne") long[] over) {
        KaplanMeier curve = curve(over);
        for (long time = 0; time <= 31; time++) {
            long at = time;
            long longer = Arrays.stream(over).filter(wait -> wait > at).count();
            double share = (double) longer / over.length;
            assertThat(curve.survivalAt(Duration.ofNanos(time))).isEqualTo(share);
            double error = Math.sqrt(share * (1 - share) / over.length);
            assertThat(curve.standardErrorAt(Duration.ofNanos(time)).orElse(0)).isCloseTo(error, within(1e-12));
        }
    }

    @Property(tries = 300)
    void theCurveIsTheProductOfTheSharesThatGoOn(@ForAll("atLeastOne") long[] over, @ForAll("some") long[] open) {
        double product = 1;
        double last = 1;
        for (KaplanMeier.Step step : curve(over, open).steps()) {
            product *= 1 - (double) step.ended() / step.atRisk();
            assertThat(step.survival()).isCloseTo(product, within(1e-14));
            assertThat(step.survival()).isBetween(0.0, last);
            last = step.survival();
        }
    }

    @Property(tries = 300)
    void stepsCountEveryWaitOnce(@ForAll("atLeastOne") long[] over, @ForAll("some") long[] open) {
        List<KaplanMeier.Step> steps = curve(over, open).steps();
        assertThat(steps.stream().mapToLong(KaplanMeier.Step::ended).sum()).isEqualTo(over.length);
        assertThat(steps.stream().mapToLong(KaplanMeier.Step::leftOpen).sum()).isEqualTo(open.length);
        assertThat(steps.stream().map(KaplanMeier.Step::time)).isSorted().doesNotHaveDuplicates();
        for (KaplanMeier.Step step : steps) {
            assertThat(step.atRisk())
                    .isEqualTo(LongStream.concat(Arrays.stream(over), Arrays.stream(open))
                            .filter(wait -> wait >= step.time().toNanos())
                            .count());
        }
    }

    @Property(tries = 300)
    void closedWaitsAloneNeverHaveALongerMedian(@ForAll("atLeastOne") long[] over, @ForAll("some") long[] open) {
        double all = nanos(curve(over, open).median());
        long[] sorted = over.clone();
        Arrays.sort(sorted);
        double closedOnly = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
        assertThat(closedOnly).isLessThanOrEqualTo(all + 1e-9);
    }

    @Property(tries = 300)
    void aWaitThatHasJustBegunChangesNothing(@ForAll("some") long[] over, @ForAll("atLeastOne") long[] open) {
        long[] more = Arrays.copyOf(open, open.length + 1);
        KaplanMeier one = curve(over, open);
        KaplanMeier other = curve(over, more);
        for (KaplanMeier.Step step : one.steps()) {
            assertThat(other.survivalAt(step.time())).isEqualTo(step.survival());
            assertThat(other.standardErrorAt(step.time())).isEqualTo(one.standardErrorAt(step.time()));
        }
        assertThat(nanos(other.median())).isEqualTo(nanos(one.median()));
    }

    @Property(tries = 300)
    void limitsContainTheValueAndNest(
            @ForAll("atLeastOne") long[] over,
            @ForAll("some") long[] open,
            @ForAll @IntRange(min = 1, max = 99) int p) {
        curve(over, open).percentile(p).ifPresent(score -> {
            Uncertainty.Limits limits = (Uncertainty.Limits) score.uncertainty();
            Interval inner = limits.at(0);
            for (double z : new double[] {1e-9, 0.5, 1, 2, 4, 40, 41}) {
                Interval outer = limits.at(z);
                assertThat(outer.lower()).isBetween(0.0, inner.lower());
                assertThat(outer.upper()).isGreaterThanOrEqualTo(inner.upper());
                inner = outer;
            }
        });
    }

    @Property(tries = 300)
    void higherPercentilesAreNeverShorter(@ForAll("atLeastOne") long[] over, @ForAll("some") long[] open) {
        KaplanMeier curve = curve(over, open);
        double last = 0;
        for (int p = 1; p < 100; p++) {
            double next = nanos(curve.percentile(p));
            assertThat(next).isGreaterThanOrEqualTo(last - 1e-9);
            last = next;
        }
    }

    @Property(tries = 200)
    void percentilesAndMeansScaleWithTheWaits(
            @ForAll("atLeastOne") long[] over,
            @ForAll("some") long[] open,
            @ForAll @IntRange(min = 2, max = 1000) int by) {
        KaplanMeier one = curve(over, open);
        KaplanMeier scaled = curve(
                Arrays.stream(over).map(wait -> wait * by).toArray(),
                Arrays.stream(open).map(wait -> wait * by).toArray());
        for (int p : new int[] {10, 50, 90}) {
            double nanos = nanos(one.percentile(p));
            assertThat(nanos(scaled.percentile(p)) / by).isCloseTo(nanos, within(1e-9));
        }
        Duration longest = one.longest();
        if (!longest.isZero()) {
            TimeScore mean = one.restrictedMean(longest);
            TimeScore scaledMean = scaled.restrictedMean(longest.multipliedBy(by));
            assertThat(scaledMean.value()).isCloseTo(by * mean.value(), within(1e-12 * by * mean.value()));
            mean.estimate()
                    .interval()
                    .ifPresent(interval -> assertThat(scaledMean
                                    .estimate()
                                    .interval()
                                    .orElseThrow()
                                    .width())
                            .isCloseTo(by * interval.width(), within(1e-12 * by * interval.width())));
        }
    }

    @Property(tries = 200)
    void theRestrictedMeanIsTheAreaAndItsErrorTheSumOfTheParts(
            @ForAll("atLeastOne") long[] over,
            @ForAll("some") long[] open,
            @ForAll @IntRange(min = 1, max = 30) int end) {
        KaplanMeier curve = curve(over, open);
        if (curve.longest().toNanos() < end) {
            return;
        }
        TimeScore mean = curve.restrictedMean(Duration.ofNanos(end));
        assertThat(mean.value() * 3.6e12).isCloseTo(area(curve, 0, end), within(1e-9));
        double variance = curve.steps().stream()
                .filter(step -> step.time().toNanos() < end && step.ended() < step.atRisk())
                .mapToDouble(step -> Math.pow(area(curve, step.time().toNanos(), end), 2)
                        * step.ended()
                        / ((double) step.atRisk() * (step.atRisk() - step.ended())))
                .sum();
        if (mean.uncertainty() instanceof Uncertainty.StandardError error) {
            assertThat(error.standardError() * 3.6e12).isCloseTo(Math.sqrt(variance), within(1e-9));
        } else {
            assertThat(Arrays.stream(over).filter(wait -> wait <= end).count()).isLessThan(2);
        }
    }

    /** Step by step of one nanosecond. */
    private static double area(KaplanMeier curve, long from, long to) {
        return LongStream.range(from, to)
                .mapToDouble(time -> curve.survivalAt(Duration.ofNanos(time)))
                .sum();
    }
}

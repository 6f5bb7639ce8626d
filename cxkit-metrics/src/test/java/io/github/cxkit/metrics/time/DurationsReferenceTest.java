package io.github.cxkit.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.time.Durations.QuantileType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact and approximate figures about times against R and plain integers. */
class DurationsReferenceTest {

    private static final Timing SECONDS = Timing.of("time", ChronoUnit.SECONDS);

    static Stream<Row> quantiles() {
        return ReferenceCsv.rows(DurationsReferenceTest.class, "quantiles_hyndman_fan.csv");
    }

    @ParameterizedTest
    @MethodSource("quantiles")
    void quantilesOfThreeTypes(Row row) {
        Durations durations = seconds(row.text("data"));
        double percent = percent(row.text("p"));
        assertThat(durations.percentile(percent).value()).isCloseTo(row.number("type7"), relative(row.number("type7")));
        assertThat(durations.percentile(percent, QuantileType.NEAREST_RANK).value())
                .isEqualTo(row.number("type1"));
        assertThat(durations.percentile(percent, QuantileType.MEDIAN_UNBIASED).value())
                .isCloseTo(row.number("type8"), relative(row.number("type8")));
    }

    static Stream<Row> ranks() {
        return ReferenceCsv.rows(DurationsReferenceTest.class, "quantile_ci_ranks.csv");
    }

    /** Of 1, 2, … n the limits are the ranks. */
    @ParameterizedTest
    @MethodSource("ranks")
    void limitsAreTheDurationsOfTheseRanks(Row row) {
        long[] lengths = LongStream.rangeClosed(1, row.whole("n")).toArray();
        double percent = percent(row.text("p"));
        Interval expected = new Interval(
                row.optional("lower_rank").orElse(0), row.optional("upper_rank").orElse(Double.POSITIVE_INFINITY));
        TimeScore exact =
                Durations.of(SECONDS, lengths, TimeUnit.SECONDS).percentile(percent, QuantileType.NEAREST_RANK);
        assertThat(exact.estimate(row.number("conf")).interval()).contains(expected);

        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(SECONDS);
        for (long length : lengths) {
            tally.accept(Duration.ofSeconds(length));
        }
        Interval limits = tally.durations()
                .percentile(percent)
                .estimate(row.number("conf"))
                .interval()
                .orElseThrow();
        assertThat(limits.lower()).isBetween(expected.lower() * (1 - 1.0 / 128), expected.lower());
        assertThat(limits.upper()).isBetween(expected.upper(), expected.upper() * (1 + 1.0 / 128));
    }

    static Stream<Row> streams() {
        return ReferenceCsv.rows(DurationsReferenceTest.class, "latency_stream_quantiles.csv");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void quantilesOfAStream(Row row) {
        long[] nanos = stream(row.whole("splitmix64_seed"), (int) row.whole("n"));
        double percent = percent(row.text("quantile"));
        Duration value = Duration.ofNanos(row.whole("value"));

        Durations exact = Durations.of(SECONDS, nanos, TimeUnit.NANOSECONDS);
        assertThat(Quantiles.nearestRank(exact.count(), percent)).isEqualTo(row.whole("nearest_rank_1based"));
        assertThat(exact.percentile(percent, QuantileType.NEAREST_RANK).duration())
                .isEqualTo(value);
        assertThat(exact.min().toNanos()).isEqualTo(row.whole("min"));
        assertThat(exact.max().toNanos()).isEqualTo(row.whole("max"));
        assertThat(exact.total().toNanos()).isEqualTo(row.whole("sum"));

        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(SECONDS);
        Arrays.stream(nanos).forEach(tally::acceptNanos);
        ApproximateDurations approximate = tally.durations();
        assertThat(approximate.percentile(percent).duration().toNanos() / row.number("value"))
                .isCloseTo(1, within(approximate.relativeError()));
        assertThat(value).isBetween(approximate.percentileAtLeast(percent), approximate.percentileAtMost(percent));
        assertThat(approximate.min()).isEqualTo(exact.min());
        assertThat(approximate.max()).isEqualTo(exact.max());
        assertThat(approximate.total()).isEqualTo(exact.total());
        assertThat(approximate.mean()).isEqualTo(exact.mean());
    }

    static Stream<Row> geometricMeans() {
        return ReferenceCsv.rows(DurationsReferenceTest.class, "geometric_mean_ratio.csv");
    }

    @ParameterizedTest
    @MethodSource("geometricMeans")
    void geometricMeans(Row row) {
        assertThat(seconds(row.text("before")).geometricMean().value())
                .isCloseTo(row.number("gm_before"), within(1e-12 * row.number("gm_before")));
        assertThat(seconds(row.text("after")).geometricMean().value())
                .isCloseTo(row.number("gm_after"), within(1e-12 * row.number("gm_after")));
    }

    @ParameterizedTest
    @MethodSource("geometricMeans")
    void theirRatioIsTheChange(Row row) {
        Change change = Change.between(
                seconds(row.text("before")).geometricMean(),
                seconds(row.text("after")).geometricMean());
        Interval interval = change.difference().interval().orElseThrow();
        assertThat(1 + change.value() / 100).isCloseTo(row.number("ratio"), within(1e-9));
        assertThat(1 + interval.lower() / 100).isCloseTo(row.number("ratio_lower95"), within(1e-9));
        assertThat(1 + interval.upper() / 100).isCloseTo(row.number("ratio_upper95"), within(1e-9));
        assertThat(change.pValue().orElseThrow()).isCloseTo(row.number("p_welch_log"), within(1e-9));
    }

    static Stream<Row> closed() {
        return ReferenceCsv.rows(DurationsReferenceTest.class, "closed_only.csv");
    }

    @ParameterizedTest
    @MethodSource("closed")
    void figuresOfWhatIsClosed(Row row) {
        long[] nanos = nanos(row.text("times"));
        String[] events = row.text("events").split(";", -1);
        boolean[] over = new boolean[events.length];
        for (int i = 0; i < over.length; i++) {
            over[i] = events[i].equals("1");
        }
        Waits waits = Waits.of(SECONDS, nanos, TimeUnit.NANOSECONDS, over);
        assertThat(waits.count()).isEqualTo(row.whole("n"));
        assertThat(waits.overCount()).isEqualTo(row.whole("n_events"));
        Durations closed = waits.closedOnly();
        double mean = row.number("naive_mean_closed_only");
        assertThat(closed.mean().value()).isCloseTo(mean, relative(mean));
        assertThat(closed.median().value())
                .isCloseTo(row.number("naive_median_closed_only"), relative(row.number("naive_median_closed_only")));
        assertThat(closed.openCount()).isEqualTo(row.whole("n") - row.whole("n_events"));
    }

    private static Durations seconds(String list) {
        return Durations.of(SECONDS, nanos(list), TimeUnit.NANOSECONDS);
    }

    private static long[] nanos(String list) {
        return Arrays.stream(list.split(";", -1))
                .mapToLong(text -> new BigDecimal(text).movePointRight(9).longValueExact())
                .toArray();
    }

    private static double percent(String share) {
        return new BigDecimal(share).movePointRight(2).doubleValue();
    }

    private static long[] stream(long seed, int n) {
        long[] state = {seed};
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            int bits = 4 + (int) (splitMix64(state) >>> 60);
            values[i] = 1 + (splitMix64(state) & ((1L << bits) - 1));
        }
        return values;
    }

    private static long splitMix64(long[] state) {
        state[0] += 0x9E3779B97F4A7C15L;
        long z = state[0];
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static Offset<Double> relative(double to) {
        return within(1e-12 * Math.max(1, Math.abs(to)));
    }
}

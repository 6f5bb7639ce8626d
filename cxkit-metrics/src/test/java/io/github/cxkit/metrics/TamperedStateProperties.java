package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingScore;
import io.github.cxkit.metrics.rating.RatingTally;
import io.github.cxkit.metrics.time.ApproximateDurations;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A state whose longs were changed, cut or taken for another kind is refused by an error that says so, or is one that some answers could have given. */
class TamperedStateProperties {

    private static final Timing TIMING = Timing.of("resolution", ChronoUnit.HOURS);
    private static final ShareMetric SOLVED = ShareMetric.higherIsBetter("solved");
    private static final Quantity AMOUNT =
            Quantity.amount("order", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);
    private static final Quantity BALANCE =
            Quantity.of("balance", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);
    private static final RatingMetric TRUST = RatingMetric.custom(
            "trust", Scale.highIsGood(1, 5), point -> point * point, MetricUnit.POINTS, Direction.HIGHER_IS_BETTER);

    /** A kind of state: made by chance, written, read and looked at. */
    private record Kind<T>(
            Function<Random, T> make, Function<T, long[]> write, Function<long[], T> read, Function<T, Score> score) {

        long[] state(Random random) {
            return write.apply(make.apply(random));
        }

        void check(long[] longs) {
            T back = read.apply(longs);
            assertThat(read.apply(write.apply(back))).isEqualTo(back);
            assertThat(write.apply(read.apply(write.apply(back)))).isEqualTo(write.apply(back));
            checkScore(score.apply(back));
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(
                    random -> Nps.from(ratings(Nps.STANDARD.scale(), random)),
                    Nps::toLongs,
                    longs -> Nps.fromLongs(Nps.STANDARD, longs),
                    nps -> nps),
            new Kind<>(
                    random -> Csat.from(Csat.TOP_2_OF_5, ratings(Csat.TOP_2_OF_5.scale(), random)),
                    Csat::toLongs,
                    longs -> Csat.fromLongs(Csat.TOP_2_OF_5, longs),
                    csat -> csat),
            new Kind<>(
                    random -> Ces.from(Ces.NET_EASY, ratings(Ces.NET_EASY.scale(), random)),
                    Ces::toLongs,
                    longs -> Ces.fromLongs(Ces.NET_EASY, longs),
                    ces -> ces),
            new Kind<>(
                    random -> CustomScore.from(TRUST, ratings(TRUST.scale(), random)),
                    CustomScore::toLongs,
                    longs -> CustomScore.fromLongs(TRUST, longs),
                    score -> score),
            new Kind<>(
                    random -> ratings(Ces.MEAN.scale(), random),
                    RatingCounts::toLongs,
                    longs -> RatingCounts.fromLongs(Ces.MEAN, longs),
                    counts -> Ces.from(Ces.MEAN, counts)),
            new Kind<>(
                    random -> ratings(Nps.ONE_TO_TEN.scale(), random).classes(Nps.ONE_TO_TEN),
                    RatingCounts::toLongs,
                    longs -> RatingCounts.fromLongs(Nps.ONE_TO_TEN, longs),
                    counts -> Nps.from(Nps.ONE_TO_TEN, counts)),
            new Kind<>(
                    random -> {
                        int all = random.nextInt(100);
                        return Share.of(SOLVED, random.nextInt(all + 1), all);
                    },
                    Share::toLongs,
                    longs -> Share.fromLongs(SOLVED, longs),
                    share -> share),
            new Kind<>(
                    random -> Mean.of(AMOUNT, numbers(random, 0)),
                    Mean::toLongs,
                    longs -> Mean.fromLongs(AMOUNT, longs),
                    mean -> mean),
            new Kind<>(
                    random -> Mean.of(BALANCE, numbers(random, -50)),
                    Mean::toLongs,
                    longs -> MeanTally.fromLongs(BALANCE, longs).mean(),
                    mean -> mean),
            new Kind<>(
                    random -> waits(random),
                    Waits::toLongs,
                    longs -> Waits.fromLongs(TIMING, longs),
                    TamperedStateProperties::figure),
            new Kind<>(
                    random -> durations(random),
                    ApproximateDurations::toLongs,
                    longs -> ApproximateDurations.fromLongs(TIMING, longs),
                    durations -> durations.isEmpty() ? Share.of(SOLVED, 0, 0) : durations.mean()),
            new Kind<>(
                    random -> durations(random),
                    ApproximateDurations::toLongs,
                    longs -> ApproximateDurations.Tally.fromLongs(TIMING, longs).durations(),
                    durations -> durations.isEmpty() ? Share.of(SOLVED, 0, 0) : durations.percentile(90)),
            new Kind<>(
                    random -> TargetAttainment.met(random.nextInt(9))
                            .breached(random.nextInt(9))
                            .withPending(random.nextInt(9)),
                    TargetAttainment::toLongs,
                    longs -> TargetAttainment.fromLongs("target met", longs),
                    attainment -> attainment));

    private static RatingCounts ratings(Scale scale, Random random) {
        RatingTally tally = RatingTally.on(scale);
        int weights = random.nextInt(3);
        for (int i = random.nextInt(random.nextBoolean() ? 4 : 30); i > 0; i--) {
            double weight = weights == 0 ? 1 : weights == 1 ? 0.3 : random.nextInt(5) / 2.0;
            tally.accept(scale.lowest() + random.nextInt(scale.points()), weight);
        }
        tally.accept(Answer.SKIPPED);
        return tally.counts();
    }

    private static double[] numbers(Random random, double least) {
        return random.doubles(random.nextInt(8), least, 100)
                .map(number -> random.nextInt(4) == 0 ? 0 : number)
                .toArray();
    }

    /** The curve can be read as well, though it need not be known anywhere. */
    private static Score figure(Waits waits) {
        assertThat(waits.view()).isNotEmpty();
        return Share.of(SOLVED, waits.overCount(), waits.count());
    }

    private static Waits waits(Random random) {
        long[] lengths = random.longs(random.nextInt(10), 0, 1_000).toArray();
        boolean[] isOver = new boolean[lengths.length];
        for (int i = 0; i < isOver.length; i++) {
            isOver[i] = random.nextBoolean();
        }
        Waits waits = Waits.of(TIMING, lengths, TimeUnit.MINUTES, isOver);
        return random.nextBoolean() ? waits : waits.plus(seen(random));
    }

    /** With columns of observable lengths and, at times, of entries. */
    private static Waits seen(Random random) {
        Instant now = Instant.EPOCH;
        return random.ints(random.nextInt(6), 2, 100)
                .mapToObj(hours -> {
                    Instant from = now.minus(Duration.ofHours(hours));
                    WaitSpan wait = random.nextBoolean() ? WaitSpan.since(from) : WaitSpan.between(from, now);
                    return random.nextBoolean() ? wait : wait.watchedSince(from.plus(Duration.ofHours(1)));
                })
                .collect(Waits.toWaits(now, TIMING, wait -> wait));
    }

    private static ApproximateDurations durations(Random random) {
        ApproximateDurations.Tally tally = ApproximateDurations.Tally.of(TIMING);
        boolean alike = random.nextBoolean();
        for (int i = random.nextInt(6); i > 0; i--) {
            long nanos = alike ? 1_000 + random.nextInt(4) : random.nextLong() >>> (1 + random.nextInt(60));
            tally.accept(Duration.ofNanos(nanos));
        }
        return tally.durations();
    }

    private static void checkScore(Score score) {
        if (score.isEmpty()) {
            return;
        }
        Interval range = score.metric().range();
        assertThat(score.value()).isBetween(range.lower() - 1e-9, range.upper() + 1e-9);
        assertThat(score.effectiveCount()).isBetween(1 - 1e-5, (double) score.count());
        if (score instanceof RatingScore rating) {
            assertThat(rating.variance()).isFinite().isNotNegative();
            assertThat(rating.designEffect()).isBetween(1 - 1e-9, rating.count() * (1 + 1e-5));
        }
        Interval interval = score.estimate().interval().orElse(new Interval(score.value(), score.value()));
        assertThat(interval.lower()).isNotNaN().isGreaterThanOrEqualTo(range.lower() - 1e-9);
        assertThat(interval.upper()).isNotNaN().isLessThanOrEqualTo(range.upper() + 1e-9);
        assertThat(score.toString()).doesNotContain("NaN");
    }

    @Property(seed = "20261101", tries = 40_000)
    void changedLongsGiveAnErrorOrAPossibleState(
            @ForAll @IntRange(min = 0, max = 12) int kind, @ForAll long seed, @ForAll @IntRange(max = 3) int changes) {
        Random random = new Random(seed);
        long[] longs = KINDS.get(kind).state(random);
        for (int i = 0; i < changes; i++) {
            longs = change(longs, random);
        }
        check(KINDS.get(kind), longs, changes > 0);
    }

    @Property(seed = "20261101", tries = 2_000)
    void noKindIsReadAsAnother(
            @ForAll @IntRange(min = 0, max = 12) int kind,
            @ForAll @IntRange(min = 0, max = 12) int other,
            @ForAll long seed) {
        long[] longs = KINDS.get(kind).state(new Random(seed));
        // by the name of the kind or by the code of the definition
        boolean isSame = KINDS.get(other).state(new Random(seed))[1] == longs[1]
                && KINDS.get(other).state(new Random(seed))[2] == longs[2];
        try {
            Object read = KINDS.get(other).read().apply(longs);
            assertThat(read).isNotNull();
            assertThat(isSame).isTrue();
        } catch (IllegalArgumentException refused) {
            assertThat(isSame).isFalse();
        }
    }

    @Property(seed = "20261101", tries = 3_000)
    void noPartOfAStateIsAState(@ForAll @IntRange(min = 0, max = 12) int kind, @ForAll long seed) {
        Random random = new Random(seed);
        long[] longs = KINDS.get(kind).state(random);
        long[] cut = Arrays.copyOf(longs, random.nextInt(longs.length));
        try {
            Object read = KINDS.get(kind).read().apply(cut);
            assertThat(read).isNotNull();
            assertThat(cut).isEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("longs");
        }
    }

    private static void check(Kind<?> kind, long[] longs, boolean isChanged) {
        try {
            kind.check(longs);
        } catch (IllegalArgumentException refused) {
            assertThat(isChanged).as(refused.getMessage()).isTrue();
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static long[] change(long[] longs, Random random) {
        int at = random.nextInt(longs.length);
        long[] changed = longs.clone();
        changed[at] = switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1 -> changed[at] ^ 1L << random.nextInt(Long.SIZE);
            case 2 -> new long[] {0, -1, 1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE}[random.nextInt(6)];
            case 3 ->
                Double.doubleToLongBits(new double[] {
                            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e-300, 1e300, -1
                        }
                        [random.nextInt(7)]);
            case 4 -> Double.doubleToLongBits(Double.longBitsToDouble(changed[at]) * random.nextDouble() * 3);
            case 5 -> changed[random.nextInt(longs.length)];
            default -> changed[at] + random.nextInt(9) - 4;
        };
        return random.nextInt(8) == 0 ? Arrays.copyOf(changed, random.nextInt(longs.length + 3) + 1) : changed;
    }
}

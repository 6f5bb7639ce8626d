package io.github.cxkit.recovery.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.rating.Nps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the closed loop. */
class ClosedLoopProperties {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Scale SCALE = Nps.STANDARD.scale();
    private static final FollowUpRule RULE =
            FollowUpRule.within(Duration.ofDays(2)).withMeasure("recommend", Nps.STANDARD);

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private static SurveyResponse said(int answer, int days) {
        return SurveyResponse.of("recommend", SCALE, SCALE.answer(answer), day(days));
    }

    /** One answer a day from the first day on. */
    @Provide
    Arbitrary<List<Integer>> histories() {
        return Arbitraries.integers().between(0, 10).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<LoopCase>> cases() {
        Arbitrary<Optional<Integer>> day = Arbitraries.integers().between(5, 15).optional();
        Arbitrary<Optional<Interval>> fairness = Arbitraries.integers()
                .between(0, 100)
                .map(x -> new Interval(x, Math.min(100, x + 10)))
                .optional();
        return Combinators.combine(Arbitraries.integers().between(0, 5), day, day, day, fairness)
                .as(ClosedLoopProperties::loopCase)
                .list()
                .ofMaxSize(15);
    }

    private static LoopCase loopCase(
            int opened,
            Optional<Integer> contacted,
            Optional<Integer> resolved,
            Optional<Integer> answered,
            Optional<Interval> fairness) {
        LoopCase one = LoopCase.of(RULE.followUp(said(2, opened)).orElseThrow());
        if (contacted.isPresent()) {
            one = one.withContactedAt(day(contacted.get()));
        }
        if (resolved.isPresent()) {
            one = one.withResolvedAt(day(resolved.get()));
        }
        if (fairness.isPresent()) {
            one = one.withFairness(fairness.get());
        }
        return answered.isPresent() && answered.get() > opened
                ? one.withResponses(List.of(said(answered.get() % 11, answered.get())))
                : one;
    }

    @Property(tries = 200)
    void shufflingTheRowsNeverTurnsGoodThenBadIntoRecovery(
            @ForAll("histories") List<Integer> history, @ForAll Random random) {
        List<SurveyResponse> rows = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            rows.add(said(history.get(i), i));
        }
        long bad = history.stream().filter(x -> x <= 6).count();
        long followed = 0;
        long recovered = 0;
        for (int i = 0; i < history.size(); i++) {
            boolean isFollowed = history.get(i) <= 6 && i + 1 < history.size();
            followed += isFollowed ? 1 : 0;
            recovered += isFollowed && history.get(i + 1) >= 9 ? 1 : 0;
        }
        Collections.shuffle(rows, random);
        List<LoopCase> cases = rows.stream()
                .flatMap(row -> RULE.followUp(row).stream())
                .map(followUp -> LoopCase.of(followUp).withResponses(rows))
                .toList();
        OpenShare share = ClosedLoop.of(cases, day(100)).recovered();
        assertThat(share.decided().counted()).isEqualTo(recovered);
        assertThat(share.decided().count()).isEqualTo(followed);
        assertThat(share.all()).isEqualTo(bad);
    }

    @Property(tries = 100)
    void mergingPartsIsTheWhole(
            @ForAll("cases") List<LoopCase> one, @ForAll("cases") List<LoopCase> other, @ForAll Random random) {
        List<LoopCase> all = new ArrayList<>(one);
        all.addAll(other);
        Collections.shuffle(all, random);
        Instant now = day(random.nextInt(20));
        ClosedLoop whole = ClosedLoop.of(all, now);
        assertThat(ClosedLoop.of(one, now).plus(ClosedLoop.of(other, now))).isEqualTo(whole);
        assertThat(whole.resolved().count() + whole.notYetOpened()).isEqualTo(all.size());
    }

    @Property(tries = 100)
    void whatIsDecidedStaysDecided(@ForAll("cases") List<LoopCase> cases) {
        List<Function<ClosedLoop, OpenShare>> figures = List.of(ClosedLoop::contactedInTime, ClosedLoop::recovered);
        for (Function<ClosedLoop, OpenShare> figure : figures) {
            OpenShare earlier = figure.apply(ClosedLoop.of(cases, day(5)));
            for (int i = 6; i < 18; i++) {
                OpenShare later = figure.apply(ClosedLoop.of(cases, day(i)));
                assertThat(later.all()).isEqualTo(earlier.all());
                assertThat(later.pending()).isLessThanOrEqualTo(earlier.pending());
                if (!earlier.isEmpty()) {
                    assertThat(later.bounds().lower())
                            .isGreaterThanOrEqualTo(earlier.bounds().lower());
                    assertThat(later.bounds().upper())
                            .isLessThanOrEqualTo(earlier.bounds().upper());
                }
                earlier = later;
            }
        }
    }
}

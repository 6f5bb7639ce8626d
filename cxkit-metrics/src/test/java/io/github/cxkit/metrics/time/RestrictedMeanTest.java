package io.github.cxkit.metrics.time;

import static io.github.cxkit.metrics.time.SurvivalCases.SEEN_AT;
import static io.github.cxkit.metrics.time.SurvivalCases.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.goal.Goal;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Means up to a horizon, and what is said where they stand on little. */
class RestrictedMeanTest {

    private static final String FEW_BEGAN = "only 4 of 50 waits began 168 h ago or earlier\nMaybe shorten the horizon.";

    /** So many that began as many hours ago; each took from 1 to 8 hours. */
    private static Stream<WaitSpan> begun(int count, double ago) {
        return IntStream.range(0, count)
                .mapToObj(i -> WaitSpan.between(
                        SEEN_AT.minus(hours(ago)), SEEN_AT.minus(hours(ago)).plus(hours(1 + i % 8))));
    }

    private static Waits seen(Stream<WaitSpan> some, Stream<WaitSpan> others) {
        return Waits.seenAt(
                SEEN_AT, SurvivalCases.RESOLUTION, Stream.concat(some, others).toList());
    }

    private static TimeScore mean(Waits waits) {
        return waits.kaplanMeier().restrictedMean(hours(168));
    }

    @Test
    void aHorizonThatHardlyAnyWaitCouldHaveReachedGivesNoVerdict() {
        TimeScore young = mean(seen(begun(4, 168), begun(46, 167.5)));
        assertThat(young.caveats()).containsExactly(FEW_BEGAN);
        TimeScore old = mean(seen(begun(10, 168), begun(40, 12)));
        assertThat(old.caveats()).isEmpty();
        TimeScore slow = mean(SurvivalCases.waits(
                IntStream.range(0, 50).mapToDouble(i -> 30 + i).toArray()));
        assertThat(Change.between(slow, old).verdict()).isEqualTo(Verdict.IMPROVED);
        Change change = Change.between(slow, young);
        assertThat(change.excludesZero()).isTrue();
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.caveats()).containsExactly("after: " + FEW_BEGAN);
    }

    @Test
    void lengthsAloneDoNotTellWhenWaitsBegan() {
        Waits lengths = SurvivalCases.waits(
                IntStream.range(0, 50).mapToDouble(i -> 1 + i % 8).toArray());
        assertThat(mean(lengths).caveats()).isEmpty();
        Waits seen = seen(begun(4, 168), begun(46, 12));
        assertThat(mean(seen.plus(lengths)).caveats()).isEmpty();
        assertThat(mean(Waits.fromLongs(seen.timing(), seen.toLongs())).caveats())
                .containsExactly(FEW_BEGAN);
        assertThat(mean(seen(begun(2, 168), begun(2, 12)).plus(seen(begun(2, 168), begun(44, 12))))
                        .caveats())
                .containsExactly(FEW_BEGAN);
        assertThat(mean(seen(begun(5, 168), Stream.empty())).caveats()).isEmpty();
    }

    @Test
    void whatWasLeftOpenBeforeTheHorizonIsNotKnownThere() {
        TimeScore mean = SurvivalCases.curve(1, 2, -3, -10, 20).restrictedMean(hours(10));
        assertThat(mean.count()).isEqualTo(5);
        assertThat(mean.effectiveCount()).isEqualTo(4);
    }

    @Test
    void belowThirtyEndingsTheIntervalIsALittleShort() {
        double[] thirty = IntStream.rangeClosed(1, 30).asDoubleStream().toArray();
        assertThat(SurvivalCases.curve(thirty).restrictedMean(hours(30)).notes())
                .isEmpty();
        TimeScore few = SurvivalCases.curve(thirty).restrictedMean(hours(29));
        String note = "only 29 waits were over by then: below 30 the interval is a little short";
        assertThat(few.notes()).containsExactly(note);
        assertThat(Change.between(few, few(29)).notes()).containsExactly("before: " + note, "after: " + note);
        assertThat(SurvivalCases.curve(thirty).restrictedMean(hours(1)).notes())
                .containsExactly("only 1 wait was over by then: below 30 the interval is a little short");
    }

    private static TimeScore few(int endings) {
        return SurvivalCases.curve(IntStream.rangeClosed(1, endings)
                        .mapToDouble(i -> i / 4.0)
                        .toArray())
                .restrictedMean(hours(29));
    }

    /** Twelve of eighty took no time: no geometric mean, and yet a fifth less is told. */
    @Test
    void aFifthLessIsToldThoughSomeTookNoTime() {
        double[] slow = IntStream.range(0, 800)
                .mapToDouble(i -> i % 80 < 12 ? 0 : i % 80)
                .toArray();
        TimeScore before = SurvivalCases.curve(slow).restrictedMean(hours(168));
        TimeScore after = SurvivalCases.curve(
                        IntStream.range(0, 800).mapToDouble(i -> slow[i] / 2).toArray())
                .restrictedMean(hours(168));
        Change change = Change.between(before, after);
        assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(change.relative().orElseThrow().value()).isCloseTo(-50, within(1e-9));
        Interval limits = change.relative().orElseThrow().interval().orElseThrow();
        assertThat(limits.upper()).isLessThan(-20);
        Goal goal = Goal.baseline(before)
                .relativeTarget(-20)
                .start(Instant.parse("2026-01-01T00:00:00Z"))
                .deadline(Instant.parse("2026-07-01T00:00:00Z"));
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        assertThat(goal.evaluate(after, april, 800).status()).isEqualTo(Goal.Status.REACHED);
        assertThat(goal.evaluate(SurvivalCases.curve(slow).restrictedMean(hours(168)), april, 800)
                        .status())
                .isNotEqualTo(Goal.Status.REACHED);
    }

    @Test
    void aMedianOfZeroAllowsNoChangeInPerCent() {
        TimeScore zero = SurvivalCases.curve(0, 0, 0, 5).median().orElseThrow();
        assertThat(Change.between(zero, SurvivalCases.curve(1, 2, 3).median().orElseThrow())
                        .relative())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.baseline(zero).relativeTarget(-20))
                .withMessage(
                        "baseline of a relative target in Kaplan–Meier median resolution must be above 0, but was 0.0\n"
                                + "Maybe state the target as a value; for times, of Kaplan–Meier means up to a horizon.");
    }
}

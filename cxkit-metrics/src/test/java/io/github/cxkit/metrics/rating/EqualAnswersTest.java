package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.goal.SampleSize;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mean of equal answers is never known exactly. */
class EqualAnswersTest {

    private static final Scale FIVE = Scale.highIsGood(1, 5);
    private static final RatingMetric MEAN = Csat.mean(FIVE);
    private static final Quantity ORDER =
            Quantity.of("order value", MetricUnit.of("euro", " €", 2), Direction.HIGHER_IS_BETTER);

    private static Csat fives(long n) {
        return Csat.from(MEAN, RatingCounts.of(FIVE, 0, 0, 0, 0, n));
    }

    static Stream<Row> rows() {
        return ReferenceCsv.rows(EqualAnswersTest.class, "mean_equal_answers.csv");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasExactLimits(Row row) {
        Interval range = new Interval(row.number("lowest"), row.number("highest"));
        double value = row.number("value");
        double z = normalQuantile(row.number("conf"));
        Interval limits = Uncertainty.ofEqualAnswers(value, range, row.number("n_effective"))
                .limits(value, z)
                .orElseThrow();
        assertThat(limits.lower()).isCloseTo(row.number("lower"), within(1e-10));
        assertThat(limits.upper()).isCloseTo(row.number("upper"), within(1e-10));
    }

    private static double normalQuantile(double confidence) {
        return io.github.cxkit.metrics.numbers.Normal.quantile(confidence);
    }

    @Test
    void tenFivesOnOneToFiveLeaveMuchOpen() {
        Csat ten = fives(10);
        assertThat(ten.estimate().interval().orElseThrow().lower()).isCloseTo(3.766012, within(1e-6));
        assertThat(ten.estimate().method()).isEqualTo("exact, all answers equal");
        assertThat(fives(2).estimate().interval().orElseThrow().lower()).isCloseTo(1.632456, within(1e-6));
        assertThat(fives(1).estimate().interval()).isEmpty();
        assertThat(ten.uncertainty().limits(5, 0)).contains(new Interval(5, 5));
        assertThat(ten.testAgainst(4).pValue()).isGreaterThan(0.05);
        assertThat(ten.testAgainst(3).pValue()).isLessThan(0.05);
    }

    @Test
    void unboundedNumbersHaveNoInterval() {
        Mean equal = Mean.of(ORDER, 20, 20, 20);
        assertThat(equal.estimate().interval()).isEmpty();
        assertThat(equal.estimate().notes()).containsExactly("no interval: all values are equal");
        Change change = Change.between(equal, Mean.of(ORDER, 19, 25, 30));
        assertThat(change.difference().notes()).containsExactly("no interval: before: all values are equal");
        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void tellsNoVarianceToPlanWith() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SampleSize.from(fives(50)))
                .withMessageEndingWith("tells no variance: all answers are equal\nMaybe plan for the worst case.");
    }

    /** With the lower limit at L, fives alone have at most the probability that a mean of L allows: ((L − 1)/4)^n = α/2. */
    @Property
    void aTruthOutsideTheLimitsHardlyEverGivesEqualAnswers(
            @ForAll @IntRange(min = 2, max = 500) int n, @ForAll @DoubleRange(min = 0.5, max = 5) double z) {
        double lower = fives(n).uncertainty().limits(5, z).orElseThrow().lower();
        double alone = Math.pow((lower - 1) / 4, n);
        assertThat(alone).isCloseTo(io.github.cxkit.metrics.numbers.Normal.upperTail(z), within(1e-9));
    }

    /** 85 % fives on both sides, 2 answers against 100: Welch on the side that varies found a change in 73 % of such samples. */
    @Test
    void twoEqualAnswersBesideAHundredMoveNothing() {
        SplittableRandom random = new SplittableRandom(11);
        int samples = 2_000;
        int found = 0;
        for (int i = 0; i < samples; i++) {
            Change change = Change.between(draw(random, 2), draw(random, 100));
            found += change.excludesZero() ? 1 : 0;
        }
        assertThat(found).isLessThan(samples / 50);
    }

    private static Csat draw(SplittableRandom random, int n) {
        RatingTally tally = RatingTally.on(FIVE);
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            tally.accept(u < 0.85 ? 5 : u < 0.95 ? 4 : 3);
        }
        return Csat.from(MEAN, tally.counts());
    }
}

package io.github.cxkit.metrics.goal;

import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Normal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many answers a question needs, and what a given number of answers can show.
 *
 * <p>At 95 % confidence and a power of 80 %, an NPS whose answers have the variance 6,000 needs 94,187 answers in each of two periods for a
 * change of 1 point to be found, 3,768 for 5 points and 942 for 10.
 *
 * <pre>{@code
 * SampleSize plan = SampleSize.from(lastQuarter).withPower(0.9);
 * plan.toDetect(5);             // answers per period for a change of 5 points to be found
 * plan.detectableWith(400);     // the smallest change that 400 answers per period find
 * plan.forMarginOfError(3);     // answers for ±3 points
 * plan.marginOfErrorWith(400);  // ± points of 400 answers
 * plan.toDetectPaired(5, 0.5);  // customers who answer both times
 * plan.withPopulation(1_200).forMarginOfError(5);    // answers of 1,200 customers
 * }</pre>
 *
 * <p>With s² the variance of one answer: n = z²s²/m² for a margin of error m, and n = 2(z + z_power)²s²/D² per group for a change D. Margins and
 * changes are in the unit of the metric: NPS points, per cent points, scale points, minutes.
 *
 * <p>Where changes are told in per cent, as those of geometric means of times are, s² is the variance of the natural logarithm of one time, and margins and
 * changes are in per cent: at s² = 1 a cut of 20 % takes 2(z + z_power)²/ln(0.8)² = 316 times per group, {@code toDetect(-20)}.
 *
 * <ul>
 *   <li>Defaults: 95 %, two-sided; power 80 %.
 *   <li>The numbers are of independent answers of equal weight; answers with weights are needed as many times as often as their design effect, n over the effective n, says.
 *   <li>These are formulas for planning, with the variance taken as known and the same in both groups. Below some 30 answers, or next to an end of
 *       the scale, the intervals that the answers will have are wider.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1016/0197-2456(81)90001-5">Lachin (1981)</a>
 */
public final class SampleSize {

    private static final double DEFAULT_POWER = 0.8;

    /** An exact number this little above a whole one is due to rounding. */
    private static final double ROUNDING = 1e-14;

    private static final double MOST = 0x1p63;

    private final Metric metric;
    private final double variance;
    private final double confidence;
    private final double power;
    private final OptionalLong population;

    private SampleSize(Metric metric, double variance, double confidence, double power) {
        this(metric, variance, confidence, power, OptionalLong.empty());
    }

    private SampleSize(Metric metric, double variance, double confidence, double power, OptionalLong population) {
        this.metric = metric;
        this.variance = variance;
        this.confidence = confidence;
        this.power = power;
        this.population = population;
        Normal.checkConfidence(confidence);
        if (!(confidence > 0.5)) {
            throw new IllegalArgumentException("confidence must be between 0.5 and 1, but was " + confidence);
        }
        if (!(power >= 0.5 && power < 1)) {
            throw new IllegalArgumentException("power must be in [0.5, 1), but was " + power
                    + (power > 1 && power < 100 ? "\nMaybe " + power / 100 + " is meant." : ""));
        }
    }

    /**
     * Returns a plan for answers that vary as they did before.
     *
     * <ul>
     *   <li>Net scores and shares: the plug-in variance, {@link Score#varianceOfOne()}.
     *   <li>Whatever has a standard error, as means have: its square times the effective number of answers, which is s² with divisor n − 1.
     *   <li>Geometric means: the same of their logarithms.
     *   <li>Other limits, and net scores and shares of which all answers are equal: (half the width of the 95 % limits / 1.96)² times the effective
     *       number of answers.
     *   <li>Never more than {@link #ofWorstCase the worst case}.
     * </ul>
     *
     * @param score an earlier score
     * @return the plan, at 95 % and a power of 80 %
     * @throws IllegalStateException if there are no answers, or they tell no variance: no limits, limits without an end, or none apart
     */
    public static SampleSize from(Score score) {
        return fromIfTold(score).orElseThrow(() -> new IllegalStateException(reasonWithoutVariance(score)));
    }

    /** As {@link #from}; empty where the answers tell no variance. */
    static Optional<SampleSize> fromIfTold(Score score) {
        double variance = varianceOf(score);
        return variance > 0 && variance < Double.POSITIVE_INFINITY
                ? Optional.of(new SampleSize(
                        score.metric(),
                        Math.min(variance, worstVariance(score.metric())),
                        Normal.DEFAULT_CONFIDENCE,
                        DEFAULT_POWER))
                : Optional.empty();
    }

    private static String reasonWithoutVariance(Score score) {
        Uncertainty uncertainty = score.uncertainty();
        String start = score.metric().name() + " tells no variance: ";
        return uncertainty
                .limits(score.value(), Normal.Z_95)
                .map(limits -> uncertainty
                                .variance(score.value(), score.effectiveCount())
                                .isEmpty()
                        ? start + "all answers are equal\nMaybe plan for the worst case."
                        : start + "its limits are " + shown(limits.width()) + " apart with an effective n of "
                                + score.effectiveCount())
                .orElseGet(() -> start + uncertainty.reasonWithoutLimits().orElse("it has no limits")
                        + "\nMaybe plan for the worst case.");
    }

    private static String shown(double width) {
        return width < Double.POSITIVE_INFINITY ? String.valueOf(width) : "∞";
    }

    /** 0 or infinite where the answers tell none. */
    private static double varianceOf(Score score) {
        OptionalDouble ofOne = score.varianceOfOne();
        return ofOne.isPresent()
                ? ofOne.getAsDouble()
                : score.uncertainty()
                        .variance(score.value(), score.effectiveCount())
                        .orElse(0);
    }

    /**
     * Returns a plan for a variance that is known.
     *
     * @param metric what is to be measured
     * @param variance the variance of one answer in the squared unit of the metric: about 6,000 for many an NPS;
     *     p(100 − p) for a share of p per cent; the squared standard deviation for a mean; that of the natural logarithms for a geometric mean
     * @return the plan, at 95 % and a power of 80 %
     * @throws IllegalArgumentException if the variance is not positive or above that of the worst case
     */
    public static SampleSize of(Metric metric, double variance) {
        double worst = worstVariance(metric);
        if (!(variance > 0 && variance <= worst && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("variance of one answer of " + metric.name() + " must be in (0, "
                    + (worst < Double.POSITIVE_INFINITY ? worst + "]" : "∞)") + ", but was " + variance);
        }
        return new SampleSize(metric, variance, Normal.DEFAULT_CONFIDENCE, DEFAULT_POWER);
    }

    /**
     * Returns a plan that suffices whatever the answers: half of them at either end of the range, so that the variance is the square of half the range
     * (Popoviciu's inequality). 10,000 for an NPS, 2,500 for a share, 4 for a mean on 1–5.
     *
     * @param metric what is to be measured
     * @return the plan, at 95 % and a power of 80 %
     * @throws IllegalArgumentException if the range of the metric is infinite
     */
    public static SampleSize ofWorstCase(Metric metric) {
        double worst = worstVariance(metric);
        if (worst == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    metric.name() + " has no worst case, for its range is infinite\nMaybe state the variance.");
        }
        return new SampleSize(metric, worst, Normal.DEFAULT_CONFIDENCE, DEFAULT_POWER);
    }

    private static double worstVariance(Metric metric) {
        double half = metric.range().width() / 2;
        return half * half;
    }

    /**
     * Returns a copy at another confidence.
     *
     * @param newConfidence the two-sided confidence, between 0.5 and 1
     * @return the copy
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
     */
    public SampleSize withConfidence(double newConfidence) {
        return new SampleSize(metric, variance, newConfidence, power, population);
    }

    /**
     * Returns a copy with another power.
     *
     * @param newPower the probability with which a true change of the size in question is found, at least 0.5 and less than 1
     * @return the copy
     * @throws IllegalArgumentException if the power is not in [0.5, 1)
     */
    public SampleSize withPower(double newPower) {
        return new SampleSize(metric, variance, confidence, newPower, population);
    }

    /**
     * Returns a copy for a simple random sample without repetition from a finite population, N: n/(1 + (n − 1)/N) answers for a margin, and the margin of n answers times
     * √((N − n)/(N − 1)). An NPS with the variance 6,000 takes 922 answers for ±5 points, of 1,200 customers 522.
     *
     * <p>It is for margins of error alone. Changes ask about causes, not about the list, and refuse it (Deming 1953, doi:10.1080/01621459.1953.10483471).
     *
     * @param size how many there are, 1 or more
     * @return the copy
     * @throws IllegalArgumentException if the size is less than 1
     */
    public SampleSize withPopulation(long size) {
        if (size < 1) {
            throw new IllegalArgumentException("population must be at least 1, but was " + size);
        }
        return new SampleSize(metric, variance, confidence, power, OptionalLong.of(size));
    }

    /**
     * Returns how many answers give an interval of value ± margin, or a narrower one.
     *
     * @param margin half the width of the interval, in the unit of the metric; for a geometric mean, by how many per cent the upper limit exceeds the
     *     value
     * @return the answers, rounded up, 1 or more
     * @throws IllegalArgumentException if the margin is not positive or wider than the range of the metric
     * @throws ArithmeticException if it takes more answers than a long can count
     */
    public long forMarginOfError(double margin) {
        return roundedUp(exactForMarginOfError(margin));
    }

    /**
     * Returns half the width of the interval that a number of answers gives: 15.9 points for 100 answers of an NPS with 45 % promoters and 25 %
     * detractors.
     *
     * @param answers how many answers, 1 or more
     * @return the margin, in the unit of the metric; for few answers it may exceed the range
     * @throws IllegalArgumentException if there is less than 1 answer, or there are more than the population has
     */
    public double marginOfErrorWith(long answers) {
        double margin = Normal.quantile(confidence) * Math.sqrt(variance / atLeastOne(answers) * partNotSeen(answers));
        return metric.link().shown(margin);
    }

    /** (N − n)/(N − 1); 1 where the population is not finite. */
    private double partNotSeen(long answers) {
        if (population.isEmpty()) {
            return 1;
        }
        long size = population.getAsLong();
        if (answers > size) {
            throw new IllegalArgumentException(
                    "answers must be at most the population, " + size + ", but were " + answers);
        }
        return answers == size ? 0 : (size - (double) answers) / (size - 1.0);
    }

    /**
     * Returns how many answers are needed in each of two groups or periods, so that a true change is found with the power set.
     *
     * @param change how large the change is, whichever way; in the unit of the metric, more than 0. For a geometric mean in per cent and with its sign: −20
     *     for a fifth less. A change below 1 is one of less than a hundredth: −0.2 is two in a thousand less; maybe −20 is meant for a fifth less
     * @return the answers per group, rounded up, 1 or more
     * @throws IllegalArgumentException if the change is not positive or larger than the range of the metric; for a geometric mean, if it is 0 or not
     *     above −100
     * @throws IllegalStateException if the plan is for a finite population
     * @throws ArithmeticException if it takes more answers than a long can count
     */
    public long toDetect(double change) {
        return roundedUp(exactToDetect(change));
    }

    /**
     * Returns how many customers must answer both times, so that a true change of the same customers is found with the power set: (z + z_power)²·2s²(1 − ρ)/D² pairs.
     * With s² = 6,000 and a correlation of 0.5 a change of 5 points takes 1,884, half of what each of two independent groups would.
     *
     * @param change as in {@link #toDetect}
     * @param correlation how much the two answers of a customer go together, from −1 to less than 1; 0.5 is usual. That of an earlier pair of surveys; above 0.7 it should
     *     not be hoped for
     * @return the pairs, rounded up, 2 or more
     * @throws IllegalArgumentException as {@link #toDetect}, or if the correlation is not in [−1, 1)
     * @throws IllegalStateException if the plan is for a finite population
     * @throws ArithmeticException if it takes more answers than a long can count
     */
    public long toDetectPaired(double change, double correlation) {
        if (!(correlation >= -1 && correlation < 1)) {
            throw new IllegalArgumentException("correlation must be in [-1, 1), but was " + correlation);
        }
        return Math.max(2, roundedUp(exactToDetect(change) * (1 - correlation)));
    }

    /**
     * Returns the smallest true change that is found with the power set.
     *
     * @param answersPerGroup how many answers there are in each of the two groups or periods, 1 or more
     * @return the change, in the unit of the metric; for few answers it may exceed the range, and then no change can be found. For a geometric mean the
     *     smallest improvement, in per cent and with its sign: −20 for a fifth less
     * @throws IllegalArgumentException if there is less than 1 answer
     * @throws IllegalStateException if the plan is for a finite population
     */
    public double detectableWith(long answersPerGroup) {
        refusePopulation();
        double change = detectionQuantile() * Math.sqrt(2 * variance / atLeastOne(answersPerGroup));
        return metric.link().isAdditive()
                ? change
                : metric.link().shown(metric.direction().sign() * change);
    }

    double exactForMarginOfError(double margin) {
        double possible = possible(margin, "margin of error");
        double ratio = Normal.quantile(confidence) / metric.link().distanceOf(possible);
        double answers = ratio * ratio * variance;
        return population.isPresent() ? answers / (1 + (answers - 1) / population.getAsLong()) : answers;
    }

    private void refusePopulation() {
        if (population.isPresent()) {
            throw new IllegalStateException(
                    "a change asks about causes and not about the list, so that a population of "
                            + population.getAsLong() + " has no part in it");
        }
    }

    double exactToDetect(double change) {
        return 2 * exactToDetectFromExact(change);
    }

    /** As {@link #exactToDetect}, where one side of the comparison has no error. */
    double exactToDetectFromExact(double change) {
        refusePopulation();
        double ratio = detectionQuantile()
                / (metric.link().isAdditive() ? possible(change, "change to detect") : logarithmic(change));
        return ratio * ratio * variance;
    }

    static long roundedUp(double exact) {
        if (!(exact < MOST)) {
            throw new ArithmeticException("more answers needed than a long can count: " + exact);
        }
        return Math.max(1, (long) Math.ceil(exact * (1 - ROUNDING)));
    }

    private double detectionQuantile() {
        return Normal.quantile(confidence) + Normal.upperQuantile(1 - power);
    }

    private double possible(double size, String name) {
        double width = metric.range().width();
        if (!(size > 0 && size <= width && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " in " + metric.name() + " must be in (0, "
                    + (width < Double.POSITIVE_INFINITY ? width + "]" : "∞)") + ", but was " + size);
        }
        return size;
    }

    private double logarithmic(double percent) {
        if (!(percent > -100 && percent < Double.POSITIVE_INFINITY) || percent == 0) {
            throw new IllegalArgumentException(
                    "change to detect in " + metric.name() + " must be above -100 % and not 0, but was " + percent);
        }
        return Math.abs(metric.link().distanceOf(percent));
    }

    private static long atLeastOne(long answers) {
        if (answers < 1) {
            throw new IllegalArgumentException("answers must be at least 1, but was " + answers);
        }
        return answers;
    }

    /**
     * Returns what is to be measured.
     *
     * @return the metric
     */
    public Metric metric() {
        return metric;
    }

    /**
     * Returns the variance of one answer that the plan rests on.
     *
     * @return in the squared unit of {@link #metric()}, more than 0
     */
    public double variance() {
        return variance;
    }

    /**
     * Returns the two-sided confidence.
     *
     * @return between 0.5 and 1
     */
    public double confidence() {
        return confidence;
    }

    /**
     * Returns the power.
     *
     * @return from 0.5 to less than 1
     */
    public double power() {
        return power;
    }

    /**
     * Returns how many there are to draw from.
     *
     * @return empty where it is taken as without end
     */
    public OptionalLong population() {
        return population;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SampleSize that
                && metric.equals(that.metric)
                && variance == that.variance
                && confidence == that.confidence
                && power == that.power
                && population.equals(that.population);
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric, variance, confidence, power, population);
    }

    /**
     * Returns what the plan rests on.
     *
     * @return for example {@code sample size for NPS: variance 6000.0, confidence 0.95, power 0.8}, or with {@code , population 1200} behind it
     */
    @Override
    public String toString() {
        return "sample size for " + metric.name() + ": variance " + variance + ", confidence " + confidence + ", power "
                + power + (population.isPresent() ? ", population " + population.getAsLong() : "");
    }
}

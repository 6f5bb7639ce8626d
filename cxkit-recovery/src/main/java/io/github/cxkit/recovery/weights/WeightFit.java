package io.github.cxkit.recovery.weights;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.drivers.Bootstrap;
import io.github.cxkit.metrics.drivers.DriverImportance;
import io.github.cxkit.metrics.drivers.DriverSample;
import io.github.cxkit.metrics.numbers.CrossValidation;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.RecoveryCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Weights of the three dimensions of fairness from the caller's own outcomes, and whether they are worth having.
 *
 * <p>Where the dimensions tell R² = 0.60 of satisfaction with the recovery and their shares are 0.26, 0.20 and 0.14, the fitted
 * weights are 0.44, 0.33 and 0.23. Whether they beat ⅓, ⅓ and ⅓ is then tried on rows that had no part in fitting them. With few rows they often do not, and equal weights stay.
 *
 * <pre>{@code
 * Map<FairnessDimension, ToDoubleFunction<MyCase>> dimensions = new EnumMap<>(FairnessDimension.class);
 * dimensions.put(PROCESS, MyCase::process);
 * dimensions.put(INTERACTION, MyCase::interaction);
 * dimensions.put(COMPENSATION, MyCase::compensation);
 * WeightFit fit = WeightFit.of(DriverSample.of(myCases, MyCase::satisfaction, dimensions), Bootstrap.seeded(42));
 * fit.recommended();
 * fit.reason();
 *
 * WeightFit.of(cases, scorer, facts -> facts.aftermath().satisfaction(), Bootstrap.seeded(42));    // from facts
 * WeightFit.of(myCases, MyCase::facts, scorer, MyCase::stayed, Bootstrap.seeded(42));    // from the caller's rows
 * scorer.policy().withWeights(FairnessWeights.of(fit.recommended()));
 * }</pre>
 *
 * <p>The trial: all rows are dealt at random into k parts. For each part the weights are fitted to the other rows, the outcome is regressed on the
 * weighted sum of the dimensions in the other rows, once with those weights and once with equal ones, and the rows of the part are
 * predicted. The fitted weights are recommended where their squared error is smaller, on average over all rows, by more than the standard error of that
 * difference.
 *
 * <ul>
 *   <li>Weights are the shares of {@link DriverImportance} and sum to 1; never coefficients. All that is said there holds: association, not cause.
 *   <li>All dimensions must be scores of one kind with one range, such as 0 to 100.
 *   <li>An outcome of kept and lost is 1 and 0; the squared error is then Brier's score of a straight line, which may leave 0 to 1.
 *   <li>Weights have no sign. Where one dimension goes with a better and another with a worse outcome, a note says so.
 *   <li>Where the other rows of a part tell nothing of the outcome, their weights are equal; where their weighted sum does not vary, their
 *       mean is the prediction.
 *   <li>The standard error takes rows for independent, though their predictions share rows; one deal of the rows is tried, so that another seed
 *       may decide a close case otherwise.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1037/0003-066X.34.7.571">Dawes (1979)</a>
 */
public final class WeightFit {

    private static final int DEFAULT_PARTS = 10;

    private static final Quantity SAVED = Quantity.of(
            "squared error that fitted weights save",
            MetricUnit.of("squared units of the outcome", "", 4),
            Direction.HIGHER_IS_BETTER);

    private final DriverImportance<FairnessDimension> importance;
    private final CrossValidation validation;
    private final long incompleteCount;

    private WeightFit(
            DriverImportance<FairnessDimension> importance, CrossValidation validation, long incompleteCount) {
        this.importance = importance;
        this.validation = validation;
        this.incompleteCount = incompleteCount;
    }

    /**
     * Fits the weights and tries them in ten parts.
     *
     * @param sample the scores of the three dimensions and the outcome
     * @param bootstrap the seed of the intervals and of the deal, the number of resamples and the confidence
     * @return the fit
     * @throws IllegalArgumentException if the drivers are not the three dimensions, there are fewer than 40 complete rows, a dimension or the
     *     outcome does not vary, or dimensions are collinear
     */
    public static WeightFit of(DriverSample<FairnessDimension> sample, Bootstrap bootstrap) {
        return of(sample, bootstrap, DEFAULT_PARTS);
    }

    /**
     * Fits the weights to cases and tries them in ten parts.
     *
     * <p>Cases without a point in one of the dimensions, or without an outcome, are left out and counted; the weights of the scorer do not matter.
     *
     * @param cases the cases, one per customer
     * @param scorer scores them
     * @param outcome reads the outcome, such as {@link io.github.cxkit.recovery.Aftermath#satisfaction()}; empty where it is missing
     * @param bootstrap the seed of the intervals and of the deal, the number of resamples and the confidence
     * @return the fit
     * @throws IllegalArgumentException if an outcome is NaN or infinite, there are fewer than 40 complete cases, a dimension or the outcome does not
     *     vary, dimensions are collinear, or nothing that has a weight applies to a case
     */
    public static WeightFit of(
            Collection<RecoveryCase> cases,
            FairnessScorer scorer,
            Function<? super RecoveryCase, OptionalDouble> outcome,
            Bootstrap bootstrap) {
        return of(cases, facts -> facts, scorer, outcome, bootstrap);
    }

    /**
     * Fits the weights to the caller's own rows and tries them in ten parts.
     *
     * <p>Rows without a point in one of the dimensions, or without an outcome, are left out and counted; the weights of the scorer do not matter.
     *
     * @param <T> the row type
     * @param rows the rows, one case and one customer each
     * @param recoveryCase reads a row's facts
     * @param scorer scores them
     * @param outcome reads the outcome, such as whether the customer stayed, 1 or 0; empty where it is missing
     * @param bootstrap the seed of the intervals and of the deal, the number of resamples and the confidence
     * @return the fit
     * @throws IllegalArgumentException if an outcome is NaN or infinite, there are fewer than 40 complete rows, a dimension or the outcome does not
     *     vary, dimensions are collinear, or nothing that has a weight applies to a case
     * @throws NullPointerException if a row's facts or outcome are null
     */
    public static <T> WeightFit of(
            Collection<T> rows,
            Function<? super T, RecoveryCase> recoveryCase,
            FairnessScorer scorer,
            Function<? super T, OptionalDouble> outcome,
            Bootstrap bootstrap) {
        List<Scored> scored = new ArrayList<>();
        for (T row : rows) {
            scored.add(new Scored(
                    scorer.score(recoveryCase.apply(row)), Objects.requireNonNull(outcome.apply(row), "outcome")));
        }
        Map<FairnessDimension, Function<Scored, OptionalDouble>> points = new EnumMap<>(FairnessDimension.class);
        for (FairnessDimension dimension : FairnessDimension.values()) {
            points.put(dimension, row -> row.score().dimension(dimension).point());
        }
        return of(DriverSample.skippingIncomplete(scored, Scored::outcome, points), bootstrap);
    }

    private record Scored(CaseFairness score, OptionalDouble outcome) {}

    /**
     * Fits the weights and tries them in a given number of parts.
     *
     * @param sample the scores of the three dimensions and the outcome
     * @param bootstrap the seed of the intervals and of the deal, the number of resamples and the confidence
     * @param parts how many parts, from 2 to the number of rows
     * @return the fit
     * @throws IllegalArgumentException if the drivers are not the three dimensions, there are fewer than 40 complete rows, a dimension or the
     *     outcome does not vary, dimensions are collinear, or the parts are not in [2, n]
     */
    public static WeightFit of(DriverSample<FairnessDimension> sample, Bootstrap bootstrap, int parts) {
        if (!EnumSet.allOf(FairnessDimension.class).equals(EnumSet.copyOf(sample.drivers()))) {
            throw new IllegalArgumentException(
                    "drivers must be " + EnumSet.allOf(FairnessDimension.class) + ", but were " + sample.drivers());
        }
        DriverImportance<FairnessDimension> importance = DriverImportance.of(sample, bootstrap);
        if (parts < 2 || parts > sample.count()) {
            throw new IllegalArgumentException(
                    "number of parts must be in [2, " + sample.count() + "], but was " + parts);
        }
        return new WeightFit(
                importance, CrossValidation.of(sample.table(), parts, bootstrap.seed()), sample.incompleteCount());
    }

    /**
     * Returns the shares from which the weights are made.
     *
     * @return the shares of R², with intervals
     */
    public DriverImportance<FairnessDimension> importance() {
        return importance;
    }

    /**
     * Returns the fitted weights, whether or not they are worth having.
     *
     * @return a weight of 0 or more for each dimension; they sum to 1
     * @throws IllegalStateException if R² is 0
     */
    public Map<FairnessDimension, Double> weights() {
        return weights(dimension -> importance.percentage(dimension) / 100);
    }

    private static Map<FairnessDimension, Double> weights(ToDoubleFunction<FairnessDimension> weight) {
        Map<FairnessDimension, Double> weights = new EnumMap<>(FairnessDimension.class);
        for (FairnessDimension dimension : FairnessDimension.values()) {
            weights.put(dimension, weight.applyAsDouble(dimension));
        }
        return Collections.unmodifiableMap(weights);
    }

    /**
     * Returns the percentile interval of a fitted weight.
     *
     * @param dimension the dimension
     * @return the interval, within 0 and 1; empty with too many unusable resamples
     * @throws IllegalStateException if R² is 0
     */
    public Optional<Interval> interval(FairnessDimension dimension) {
        return importance
                .percentageInterval(dimension)
                .map(percent -> new Interval(percent.lower() / 100, percent.upper() / 100));
    }

    /**
     * Returns the weights to use.
     *
     * @return the fitted weights where they predicted better, else ⅓ each; they sum to 1
     */
    public Map<FairnessDimension, Double> recommended() {
        return fittedPredictBetter() ? weights() : weights(dimension -> 1.0 / FairnessDimension.values().length);
    }

    /**
     * Returns whether the fitted weights predicted better than equal ones by more than a standard error. Never where the outcome falls where the fitted
     * score rises: weights have no sign.
     *
     * @return whether they are recommended
     */
    public boolean fittedPredictBetter() {
        return !importance.isEmpty() && !pointsTheOtherWay() && saved().value() > standardError();
    }

    /** Weights have no sign: where the outcome falls with what weighs most, they would count it the wrong way round. */
    private boolean pointsTheOtherWay() {
        return importance.drivers().stream()
                        .mapToDouble(dimension -> importance.percentage(dimension) * importance.correlation(dimension))
                        .sum()
                < 0;
    }

    private double standardError() {
        Mean saved = saved();
        return saved.standardDeviation().orElseThrow() / Math.sqrt(saved.count());
    }

    /**
     * Returns why these weights are recommended.
     *
     * @return one sentence with the three figures that decide
     */
    public String reason() {
        String errors = "squared error out of sample " + format(validation.fittedError()) + " with fitted weights, "
                + format(validation.equalError()) + " with equal ones, standard error of the difference "
                + format(standardError());
        if (importance.isEmpty()) {
            return "equal weights, for the dimensions tell nothing of the outcome: " + errors;
        }
        if (pointsTheOtherWay()) {
            return "equal weights, for the outcome falls where the fitted score rises: " + errors;
        }
        return fittedPredictBetter()
                ? "fitted weights, for they predict better: " + errors
                : "equal weights, for fitted ones do not predict better by more than a standard error: " + errors;
    }

    private static String format(double error) {
        return String.format(Locale.ROOT, "%.4g", error);
    }

    /**
     * Returns the mean squared error of predictions with fitted weights, out of sample.
     *
     * @return in squared units of the outcome, 0 or more
     */
    public double fittedError() {
        return validation.fittedError();
    }

    /**
     * Returns the mean squared error of predictions with equal weights, out of sample.
     *
     * @return in squared units of the outcome, 0 or more
     */
    public double equalError() {
        return validation.equalError();
    }

    /**
     * Returns the squared error that the fitted weights save, row by row.
     *
     * @return the mean over all rows, in squared units of the outcome; above 0 where the fitted weights predict better
     */
    public Mean saved() {
        return Mean.of(SAVED, validation.saved());
    }

    /**
     * Returns the number of complete rows.
     *
     * @return 40 or more
     */
    public long count() {
        return importance.count();
    }

    /**
     * Returns the number of rows that were left out because a dimension or the outcome was missing.
     *
     * @return 0 or more
     */
    public long incompleteCount() {
        return incompleteCount;
    }

    /**
     * Returns what a reader of the weights must know.
     *
     * @return sentences, usually none
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(importance.notes());
        if (incompleteCount > 0) {
            notes.add(incompleteCount + " rows were left out, for a value was missing");
        }
        List<FairnessDimension> falling = driversWithSign(-1);
        List<FairnessDimension> rising = driversWithSign(1);
        if (!falling.isEmpty() && rising.isEmpty()) {
            notes.add("the outcome falls with every dimension: maybe low is good, or lost is coded as 1");
        } else if (!falling.isEmpty()) {
            notes.add("the outcome rises with " + rising + " and falls with " + falling
                    + ", while weights count all of them alike");
        }
        return notes;
    }

    /** The drivers whose correlation with the outcome is negative, or positive. */
    private List<FairnessDimension> driversWithSign(int sign) {
        return importance.drivers().stream()
                .filter(driver -> Math.signum(importance.correlation(driver)) == sign)
                .toList();
    }

    /**
     * Returns the weights to use and why in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(
                recommended(),
                fittedPredictBetter(),
                reason(),
                fittedError(),
                equalError(),
                saved().view(),
                importance.view(),
                count(),
                List.copyOf(notes()));
    }

    /**
     * Weights from outcomes, in plain values.
     *
     * @param recommended the weights to use
     * @param fittedPredictBetter whether fitted weights predicted better than equal ones
     * @param reason why these
     * @param fittedError the error of the fitted weights
     * @param equalError the error of equal weights
     * @param saved how much error the fitted ones save
     * @param importance the shares from which the fitted weights are made
     * @param n the number of rows
     * @param notes what a reader must know
     */
    public record View(
            Map<FairnessDimension, Double> recommended,
            boolean fittedPredictBetter,
            String reason,
            double fittedError,
            double equalError,
            ResultView saved,
            DriverImportance.View<FairnessDimension> importance,
            long n,
            List<String> notes) {}

    /**
     * Returns the recommendation.
     *
     * @return for example {@code [PROCESS 0.13, INTERACTION 0.27, COMPENSATION 0.60] (n=400): fitted weights, for they predict better: …}
     */
    @Override
    public String toString() {
        List<String> weights = new ArrayList<>();
        recommended()
                .forEach((dimension, weight) -> weights.add(
                        dimension + " " + MetricUnit.of("weight", "", 2).format(weight)));
        return weights + " (n=" + count() + "): " + reason();
    }
}

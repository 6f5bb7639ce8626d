package io.github.cxkit.recovery.paradox;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.numbers.Checks;
import io.github.cxkit.metrics.numbers.DebugLog;
import io.github.cxkit.recovery.paradox.ParadoxEffect.Thresholds;
import io.github.cxkit.recovery.paradox.ParadoxResult.Selection;
import io.github.cxkit.recovery.paradox.ParadoxResult.SelectionCriterion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The service recovery paradox as a test: does a customer whose failure was put right end up more positive than if nothing had gone wrong?
 *
 * <p>12 customers with a failure gain 0.67 points on a scale from 1 to 7 (90 % interval 0.21 to 1.13), 15 without gain 0.07, which leaves 0.60 (0.08 to
 * 1.12). But the 12 had begun low, and 0.40 (−0.003 to 0.81) remains when their drift back to the mean is taken out:
 * {@link ParadoxEffect.Verdict#APPARENT}.
 *
 * <pre>{@code
 * RecoveryParadox test = RecoveryParadox.on("overall satisfaction", Scale.highIsGood(1, 7))
 *         .withSmallestEffectOfInterest(0.1)
 *         .withNonInferiorityMargin(0.3)
 *         .withRecoveredFrom(70);
 * test.withSelectedBeforehand(SelectionCriterion.COMPLAINED);               // if not all were given, say by what
 * test.withSelectedBeforehand(SelectionCriterion.RECOVERY_SATISFACTION);    // IllegalArgumentException
 * ParadoxResult result = test.evaluate(withFailure, withoutFailure);
 * result.verdict();                             // PARADOX, APPARENT, RESTORED, DEFICIT, INCONCLUSIVE or NOT_ESTIMABLE
 * result.reasons();                             // why, in words
 * result.effect(Estimand.CONTROLLED).estimate();
 * result.caveats();
 * }</pre>
 *
 * <ul>
 *   <li>Give all customers with a failure. The test selects by itself: all, or those whose observed fairness reaches {@link #withRecoveredFrom}.
 *       Fairness is observed, never felt: selection by satisfaction with the recovery makes a paradox out of nothing.
 *   <li>The test cannot see a selection that was made before. Whoever gives not all customers must say by what they were selected,
 *       {@link #withSelectedBeforehand}; satisfaction with the recovery and the outcome after are refused.
 *   <li>Outcomes are points of the scale or means of several items on it; on a scale where low is good a fall is a gain.
 *   <li>Defaults: the smallest effect of interest is 0; there is no margin, so nothing is called restored; the mean to which outcomes drift back is
 *       estimated by the customers without a failure.
 *   <li>Customers are independent of each other, and each is given once.
 *   <li>References: de Matos, Henrique and Rossi 2007, doi:10.1177/1094670507303012; Mee and Chua 1991, The American Statistician 45:39–42; Hedges 1981,
 *       doi:10.3102/10769986006002107.
 * </ul>
 */
public final class RecoveryParadox {

    private static final DebugLog LOG = DebugLog.of(RecoveryParadox.class);

    private final String outcome;
    private final Scale scale;
    private final Thresholds thresholds;
    private final OptionalDouble fairnessAtLeast;
    private final OptionalDouble populationMean;
    private final Optional<SelectionCriterion> beforehand;

    private RecoveryParadox(
            String outcome,
            Scale scale,
            Thresholds thresholds,
            OptionalDouble fairnessAtLeast,
            OptionalDouble populationMean,
            Optional<SelectionCriterion> beforehand) {
        this.outcome = outcome;
        this.scale = scale;
        this.thresholds = thresholds;
        this.fairnessAtLeast = fairnessAtLeast;
        this.populationMean = populationMean;
        this.beforehand = beforehand;
    }

    /**
     * Returns the test on an outcome.
     *
     * @param outcome the name of the outcome, not blank; the verdict is about this outcome and no other
     * @param scale the scale of the outcome
     * @return the test with the defaults
     * @throws IllegalArgumentException if the name is blank
     */
    public static RecoveryParadox on(String outcome, Scale scale) {
        Objects.requireNonNull(scale, "scale");
        if (outcome.isBlank()) {
            throw new IllegalArgumentException("outcome must not be blank");
        }
        return new RecoveryParadox(
                outcome,
                scale,
                new Thresholds(0, OptionalDouble.empty()),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    /**
     * Returns a copy that calls only larger gains a paradox.
     *
     * @param points the smallest gain that would matter, in points of the scale, 0 or more
     * @return the copy
     * @throws IllegalArgumentException if the points are negative, infinite or NaN
     */
    public RecoveryParadox withSmallestEffectOfInterest(double points) {
        if (!(points >= 0 && points < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("smallest effect of interest must be in [0, ∞), but was " + points);
        }
        return with(new Thresholds(points, thresholds.margin()), fairnessAtLeast, populationMean, beforehand);
    }

    /**
     * Returns a copy that can find that things were restored.
     *
     * @param points the largest shortfall that would not matter, in points of the scale, more than 0
     * @return the copy
     * @throws IllegalArgumentException if the points are not positive and finite
     */
    public RecoveryParadox withNonInferiorityMargin(double points) {
        if (!(points > 0 && points < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin must be in (0, ∞), but was " + points);
        }
        return with(
                new Thresholds(thresholds.smallestEffectOfInterest(), OptionalDouble.of(points)),
                fairnessAtLeast,
                populationMean,
                beforehand);
    }

    /**
     * Returns a copy that takes only fairly handled customers for recovered. Those of unknown fairness are left out and counted.
     *
     * @param observedFairness the observed fairness from which on a customer counts, 0 to 100
     * @return the copy
     * @throws IllegalArgumentException if the fairness is not in [0, 100]
     */
    public RecoveryParadox withRecoveredFrom(double observedFairness) {
        Checks.within(observedFairness, 0, 100, "observed fairness");
        return with(thresholds, OptionalDouble.of(observedFairness), populationMean, beforehand);
    }

    /**
     * Returns a copy that knows the mean outcome of all customers before any failure, to which outcomes drift back.
     *
     * @param mean the mean, on the scale, known without error
     * @return the copy
     * @throws IllegalArgumentException if the mean is not on the scale
     */
    public RecoveryParadox withPopulationMean(double mean) {
        Checks.within(mean, scale.lowest(), scale.highest(), "population mean");
        return with(thresholds, fairnessAtLeast, OptionalDouble.of(mean), beforehand);
    }

    /**
     * Returns a copy that knows that the customers with a failure were selected before, and by what. The test cannot see that for itself.
     *
     * @param criterion the criterion
     * @return the copy
     * @throws IllegalArgumentException if the criterion is not admitted; the message says why
     */
    public RecoveryParadox withSelectedBeforehand(SelectionCriterion criterion) {
        if (!criterion.isAdmitted()) {
            throw new IllegalArgumentException("criterion must be admitted, but was " + criterion + ": "
                    + criterion.objection()
                    + "\nMaybe give all customers with a failure and use withRecoveredFrom(observed fairness).");
        }
        return with(thresholds, fairnessAtLeast, populationMean, Optional.of(criterion));
    }

    private RecoveryParadox with(
            Thresholds newThresholds,
            OptionalDouble newFairness,
            OptionalDouble newMean,
            Optional<SelectionCriterion> newBeforehand) {
        return new RecoveryParadox(outcome, scale, newThresholds, newFairness, newMean, newBeforehand);
    }

    /**
     * Tests.
     *
     * @param withFailure all customers with a failure, each once; none is legal and leaves nothing to estimate
     * @param withoutFailure customers without a failure, asked at the same two times, each once; none is legal
     * @return the result
     * @throws IllegalArgumentException if an outcome is not on the scale, also of a customer who is not selected
     */
    public ParadoxResult evaluate(
            Collection<CustomerWithFailure> withFailure, Collection<CustomerWithoutFailure> withoutFailure) {
        Objects.requireNonNull(withoutFailure, "withoutFailure");
        List<CustomerWithoutFailure> recovered = new ArrayList<>();
        long below = 0;
        long unknown = 0;
        long several = 0;
        for (CustomerWithFailure customer : Objects.requireNonNull(withFailure, "withFailure")) {
            CustomerWithoutFailure pair = new CustomerWithoutFailure(customer.before(), customer.after());
            Outcomes.check(pair, scale);
            if (fairnessAtLeast.isPresent() && customer.observedFairness().isEmpty()) {
                unknown++;
            } else if (fairnessAtLeast.isPresent()
                    && customer.observedFairness().getAsDouble() < fairnessAtLeast.getAsDouble()) {
                below++;
            } else {
                recovered.add(pair);
                several += customer.failures() > 1 ? 1 : 0;
            }
        }
        Selection selection = new Selection(
                beforehand, fairnessAtLeast, withFailure.size(), recovered.size(), below, unknown, several);
        return evaluate(
                selection,
                Outcomes.of(outcome, scale, recovered),
                Outcomes.of(outcome, scale, List.copyOf(withoutFailure)));
    }

    private ParadoxResult evaluate(Selection selection, Outcomes recovered, Outcomes others) {
        Map<Estimand, ParadoxEffect> effects = new EnumMap<>(Estimand.class);
        for (Estimand estimand : Estimand.values()) {
            effects.put(estimand, effect(estimand, recovered, others));
        }
        if (LOG.isEnabled()) {
            effects.values()
                    .forEach(effect -> effect.reason()
                            .ifPresent(reason -> LOG.debug("no estimate {}: {}", effect.estimand(), reason)));
        }
        Conclusion conclusion = Conclusion.of(effects, thresholds);
        return new ParadoxResult(
                outcome,
                selection,
                ParadoxResult.Group.of(recovered),
                ParadoxResult.Group.of(others),
                effects,
                Hedges.g(others.allAfter(), recovered.allAfter()),
                conclusion.verdict(),
                conclusion.reasons(),
                new Caveats(outcome, selection, recovered, others, effects, populationMean.isPresent()).sentences());
    }

    private ParadoxEffect effect(Estimand estimand, Outcomes recovered, Outcomes others) {
        boolean paired = estimand != Estimand.BETWEEN;
        boolean alone = estimand == Estimand.WITHIN || estimand == Estimand.WITHIN_ADJUSTED;
        long withFailure = paired ? recovered.pairs() : recovered.allAfter().count();
        long compared = paired ? others.pairs() : others.allAfter().count();
        double width = scale.points() - 1.0;
        Fit fit = switch (estimand) {
            case WITHIN -> Fit.within(recovered);
            case WITHIN_ADJUSTED -> withinAdjusted(recovered, others, width);
            case BETWEEN -> welch(others.allAfter(), recovered.allAfter(), "after", width);
            case CONTROLLED -> welch(others.gains(), recovered.gains(), "both times", width);
            case CONTROLLED_ANCOVA -> Fit.ancova(recovered, others, width);
        };
        return ParadoxEffect.of(estimand, outcome, thresholds, width, withFailure, alone ? 0 : compared, fit);
    }

    private Fit withinAdjusted(Outcomes recovered, Outcomes others, double width) {
        if (populationMean.isPresent()) {
            double oriented = Outcomes.oriented(populationMean.getAsDouble(), scale, "population mean");
            return Fit.withinAdjusted(recovered, PopulationMean.known(oriented), width);
        }
        return others.allBefore().count() < 2
                ? new Fit.None(
                        "the population mean is not given, and fewer than 2 customers without a failure answered before")
                : Fit.withinAdjusted(recovered, PopulationMean.estimated(others.allBefore()), width);
    }

    private static Fit welch(Mean others, Mean recovered, String when, double width) {
        if (recovered.count() < 2) {
            return new Fit.None("fewer than 2 customers with a failure answered " + when);
        }
        return others.count() < 2
                ? new Fit.None("fewer than 2 customers without a failure answered " + when)
                : Fit.welch(others, recovered, width);
    }

    /**
     * Returns the outcome and what was asked for.
     *
     * @return for example {@code RecoveryParadox[overall satisfaction on 1–7, smallest effect of interest 0.0, margin 0.3, recovered from 70.0]}
     */
    @Override
    public String toString() {
        return "RecoveryParadox[" + outcome + " on " + scale + ", smallest effect of interest "
                + thresholds.smallestEffectOfInterest()
                + shown(", margin ", thresholds.margin())
                + shown(", recovered from ", fairnessAtLeast)
                + shown(", population mean ", populationMean)
                + beforehand
                        .map(criterion -> ", " + criterion.words() + " beforehand")
                        .orElse("") + "]";
    }

    private static String shown(String name, OptionalDouble value) {
        return value.isPresent() ? name + value.getAsDouble() : "";
    }
}

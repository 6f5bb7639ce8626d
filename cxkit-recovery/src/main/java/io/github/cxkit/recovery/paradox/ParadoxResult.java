package io.github.cxkit.recovery.paradox;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.numbers.Checks;
import io.github.cxkit.metrics.numbers.Normal;
import io.github.cxkit.metrics.numbers.Optionals;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RecoveryParadox} found: all estimands, one verdict with its reasons, and the facts without which neither should be believed.
 *
 * <p>{@link ParadoxEffect.Verdict#PARADOX} takes two: {@link Estimand#CONTROLLED} and {@link Estimand#WITHIN_ADJUSTED}. Otherwise the first line that holds:
 *
 * <ol>
 *   <li>what the controlled estimand says, if that is {@link ParadoxEffect.Verdict#RESTORED} or {@link ParadoxEffect.Verdict#DEFICIT};
 *   <li>{@link ParadoxEffect.Verdict#APPARENT}, if any estimand says paradox;
 *   <li>what the controlled estimand says: {@link ParadoxEffect.Verdict#INCONCLUSIVE} or {@link ParadoxEffect.Verdict#NOT_ESTIMABLE}.
 * </ol>
 *
 * @param outcome the name of the outcome that the verdict is about
 * @param selection which customers were taken for recovered
 * @param withFailure the selected customers with a failure
 * @param withoutFailure the customers without a failure
 * @param effects all estimands in their order, unmodifiable
 * @param hedgesG {@link Estimand#BETWEEN} in pooled standard deviations, corrected for small samples; empty below 2 answers in a group or where nobody varies
 * @param verdict the verdict on all estimands
 * @param reasons why, in sentences: the verdict first, then each estimand
 * @param caveats what the numbers do not say, in sentences
 */
public record ParadoxResult(
        String outcome,
        Selection selection,
        Group withFailure,
        Group withoutFailure,
        Map<Estimand, ParadoxEffect> effects,
        OptionalDouble hedgesG,
        ParadoxEffect.Verdict verdict,
        List<String> reasons,
        List<String> caveats) {

    /**
     * Checks and copies the parts.
     *
     * @param outcome the name of the outcome
     * @param selection which customers were taken for recovered
     * @param withFailure the selected customers with a failure
     * @param withoutFailure the customers without a failure
     * @param effects all estimands
     * @param hedgesG the difference between the groups in pooled standard deviations
     * @param verdict the verdict on all estimands
     * @param reasons why
     * @param caveats what the numbers do not say
     * @throws IllegalArgumentException if an estimand is missing
     */
    public ParadoxResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(withFailure, "withFailure");
        Objects.requireNonNull(withoutFailure, "withoutFailure");
        Objects.requireNonNull(hedgesG, "hedgesG");
        Objects.requireNonNull(verdict, "verdict");
        if (effects.size() != Estimand.values().length) {
            throw new IllegalArgumentException(
                    "effects must hold all " + Estimand.values().length + " estimands, but held " + effects.keySet());
        }
        effects = Collections.unmodifiableMap(new EnumMap<>(effects));
        reasons = List.copyOf(reasons);
        caveats = List.copyOf(caveats);
    }

    /**
     * Returns one estimand.
     *
     * @param estimand which
     * @return the effect; without an estimate it says why
     */
    public ParadoxEffect effect(Estimand estimand) {
        return Objects.requireNonNull(effects.get(Objects.requireNonNull(estimand, "estimand")));
    }

    /**
     * Returns whether some estimand says paradox though the verdict does not.
     *
     * @return true also where the verdict is {@link ParadoxEffect.Verdict#RESTORED} or {@link ParadoxEffect.Verdict#DEFICIT}
     */
    public boolean isApparent() {
        return verdict != ParadoxEffect.Verdict.PARADOX
                && effects.values().stream().anyMatch(effect -> effect.verdict() == ParadoxEffect.Verdict.PARADOX);
    }

    /**
     * Returns how many customers it takes to find a small effect, 0.1 or 0.2 standard deviations; the published ones are no larger.
     *
     * @return 1,238 in each group or 620 pairs, and 310 or 156; see {@link RequiredCustomers#forEffect} for other effects
     */
    public List<RequiredCustomers> required() {
        return List.of(RequiredCustomers.forEffect(0.1), RequiredCustomers.forEffect(0.2));
    }

    /**
     * Returns the verdict, the estimands and what limits them in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(
                outcome,
                verdict.name(),
                selection.view(),
                effects.values().stream().map(ParadoxEffect::view).toList(),
                Optionals.orNull(hedgesG),
                reasons,
                caveats);
    }

    /**
     * What the test found, in plain values.
     *
     * @param outcome the name of the outcome
     * @param verdict the name of the {@link ParadoxEffect.Verdict}
     * @param selection which customers were taken for recovered
     * @param effects all estimands in their order
     * @param hedgesG the difference between the groups in standard deviations; null where it is undefined
     * @param reasons why
     * @param caveats what the numbers do not say
     */
    public record View(
            String outcome,
            String verdict,
            Selection.SelectionView selection,
            List<ParadoxEffect.View> effects,
            @Nullable Double hedgesG,
            List<String> reasons,
            List<String> caveats) {}

    /**
     * Returns the verdict and its first reason.
     *
     * @return for example {@code overall satisfaction: INCONCLUSIVE. The controlled interval settles nothing.}
     */
    @Override
    public String toString() {
        return outcome + ": " + verdict + ". " + reasons.get(0);
    }

    /**
     * What a reader must know about a group before believing a comparison with it.
     *
     * <ul>
     *   <li>Customers at the best point of the scale before cannot gain; those at it afterwards may have gained more than the scale can show.
     *   <li>Customers who left because of the failure do not answer afterwards. What they would have said is in no number here.
     *   <li>A share of nobody has no value.
     * </ul>
     *
     * @param customers how many customers there are
     * @param answeredBoth how many answered before and after
     * @param atCeilingBefore the share at the best point of the scale, of those who answered before
     * @param atCeilingAfter the share at the best point of the scale, of those who answered after
     * @param withoutAnswerAfter the share of all who did not answer after
     */
    public record Group(
            long customers, long answeredBoth, Share atCeilingBefore, Share atCeilingAfter, Share withoutAnswerAfter) {

        private static final ShareMetric BEFORE = ShareMetric.higherIsBetter("at the best point before");
        private static final ShareMetric AFTER = ShareMetric.higherIsBetter("at the best point after");
        private static final ShareMetric SILENT = ShareMetric.lowerIsBetter("without an answer after");

        /**
         * Checks the parts.
         *
         * @param customers how many customers there are
         * @param answeredBoth how many answered before and after
         * @param atCeilingBefore the share at the best point before
         * @param atCeilingAfter the share at the best point after
         * @param withoutAnswerAfter the share who did not answer after
         */
        public Group {
            Objects.requireNonNull(atCeilingBefore, "atCeilingBefore");
            Objects.requireNonNull(atCeilingAfter, "atCeilingAfter");
            Objects.requireNonNull(withoutAnswerAfter, "withoutAnswerAfter");
        }

        static Group of(Outcomes outcomes) {
            return new Group(
                    outcomes.customers(),
                    outcomes.pairs(),
                    Share.of(
                            BEFORE,
                            outcomes.atCeilingBefore(),
                            outcomes.allBefore().count()),
                    Share.of(
                            AFTER,
                            outcomes.atCeilingAfter(),
                            outcomes.allAfter().count()),
                    Share.of(SILENT, outcomes.customers() - outcomes.allAfter().count(), outcomes.customers()));
        }
    }

    /**
     * How many customers it takes to find an effect of a given size, if it exists, with probability 80 % in a one-sided test at 5 %.
     *
     * <p>A difference of 0.2 standard deviations takes 310 customers in each of two groups, or 156 asked before and after; 0.1 takes 1,238 or 620.
     *
     * <ul>
     *   <li>For two groups 2(z₁ + z₂)²/d² + z₁²/4 each and for pairs (z₁ + z₂)²/d² + z₁²/2, rounded up, with z₁ = 1.645 and z₂ = 0.842: the normal formula and a
     *       correction for the t distribution (Guenther 1981, The American Statistician 35:243–244).
     *   <li>For two groups d counts in standard deviations of the outcome, for pairs and for the difference in differences in those of the gains.
     * </ul>
     *
     * @param standardizedEffect the effect in standard deviations, more than 0
     * @param perGroup how many customers in each of two groups
     * @param pairs how many customers who are asked before and after
     */
    public record RequiredCustomers(double standardizedEffect, long perGroup, long pairs) {

        private static final double ONE_SIDED_LEVEL = 0.05;
        private static final double POWER = 0.8;
        /** Below this the numbers exceed any number of customers. */
        private static final double SMALLEST_EFFECT = 1e-6;

        /**
         * Returns the numbers for an effect.
         *
         * @param standardizedEffect the effect in standard deviations, from 0.000001 to 10
         * @return the numbers
         * @throws IllegalArgumentException if the effect is not in [1.0E-6, 10]
         */
        public static RequiredCustomers forEffect(double standardizedEffect) {
            Checks.within(standardizedEffect, SMALLEST_EFFECT, 10, "standardized effect");
            double level = Normal.upperQuantile(ONE_SIDED_LEVEL);
            double distance = (level - Normal.upperQuantile(POWER)) / standardizedEffect;
            return new RequiredCustomers(
                    standardizedEffect, (long) Math.ceil(2 * distance * distance + level * level / 4), (long)
                            Math.ceil(distance * distance + level * level / 2));
        }
    }

    /**
     * Which customers with a failure were taken for recovered, and by what.
     *
     * <p>{@code 12 of 15 customers with a failure, those with an observed fairness of at least 70.0 (2 below, 1 unknown)}
     *
     * @param beforehand by what the group had been selected before the test saw it; empty where nothing was said; the test cannot see it
     * @param fairnessAtLeast the observed fairness from which on a customer is taken for recovered; empty where all are
     * @param seen how many customers with a failure the test saw
     * @param selected how many of them were selected
     * @param belowFairness how many were left out because their observed fairness is lower
     * @param unknownFairness how many were left out because their observed fairness is unknown
     * @param withSeveralFailures how many of the selected had more than one failure
     */
    public record Selection(
            Optional<SelectionCriterion> beforehand,
            OptionalDouble fairnessAtLeast,
            long seen,
            long selected,
            long belowFairness,
            long unknownFairness,
            long withSeveralFailures) {

        /**
         * Checks the parts.
         *
         * @param beforehand by what the group had been selected before
         * @param fairnessAtLeast the observed fairness from which on a customer is taken for recovered
         * @param seen how many customers with a failure the test saw
         * @param selected how many of them were selected
         * @param belowFairness how many were left out because of a lower fairness
         * @param unknownFairness how many were left out because of an unknown fairness
         * @param withSeveralFailures how many of the selected had more than one failure
         * @throws IllegalArgumentException if the selected and the left out do not add up to the seen
         */
        public Selection {
            Objects.requireNonNull(beforehand, "beforehand");
            Objects.requireNonNull(fairnessAtLeast, "fairnessAtLeast");
            if (selected + belowFairness + unknownFairness != seen) {
                throw new IllegalArgumentException("selected and left out must add up to " + seen + ", but were "
                        + (selected + belowFairness + unknownFairness));
            }
        }

        /**
         * Returns the selection in plain values; what JSON shows of it.
         *
         * @return the view
         */
        @JsonValue
        public SelectionView view() {
            return new SelectionView(
                    beforehand.map(Enum::name).orElse(null),
                    Optionals.orNull(fairnessAtLeast),
                    seen,
                    selected,
                    belowFairness,
                    unknownFairness,
                    withSeveralFailures);
        }

        /**
         * Which customers were taken for recovered, in plain values.
         *
         * @param beforehand the name of the {@link SelectionCriterion}; null where there was none
         * @param fairnessAtLeast the observed fairness asked for; null where none was
         * @param seen how many customers with a failure the test saw
         * @param selected how many of them were selected
         * @param belowFairness how many were left out because their observed fairness is lower
         * @param unknownFairness how many were left out because their observed fairness is unknown
         * @param withSeveralFailures how many of the selected had more than one failure
         */
        public record SelectionView(
                @Nullable String beforehand,
                @Nullable Double fairnessAtLeast,
                long seen,
                long selected,
                long belowFairness,
                long unknownFairness,
                long withSeveralFailures) {}

        /**
         * Returns the selection as the beginning of a sentence.
         *
         * @return for example {@code all 15 customers with a failure that were given}
         */
        @Override
        public String toString() {
            String before = beforehand
                    .map(criterion -> ", " + criterion.words() + " beforehand")
                    .orElse("");
            return fairnessAtLeast.isEmpty()
                    ? "all " + seen + " customers with a failure" + (before.isEmpty() ? " that were given" : before)
                    : selected + " of " + seen + " customers with a failure" + before
                            + ", those with an observed fairness of at least " + fairnessAtLeast.getAsDouble() + " ("
                            + belowFairness + " below, " + unknownFairness + " unknown)";
        }
    }

    /**
     * By what a group of customers with a failure was selected before the test saw it.
     *
     * <p>The test would rather see all cases and select by itself. Where that is no longer possible, the criterion must be named, and
     * criteria that make a paradox out of nothing are refused: the best 30 % by satisfaction with the recovery show a gain of about 0.39 points on a
     * scale from 1 to 7 though nothing happened.
     */
    public enum SelectionCriterion {
        /** Drawn by lot. */
        BY_LOT("drawn by lot", ""),
        /** By facts of the failure: its kind, its severity, its date. */
        FACTS_OF_FAILURE("selected by facts of the failure", ""),
        /** By facts of the handling: what staff did and how fast. */
        FACTS_OF_HANDLING("selected by facts of the handling", ""),
        /** Those who complained. */
        COMPLAINED("selected for having complained", ""),
        /** By the outcome before, such as the angriest or the most loyal. */
        OUTCOME_BEFORE("selected by the outcome before", ""),
        /** By satisfaction with the recovery, or any other opinion of how the case was handled. Refused. */
        RECOVERY_SATISFACTION(
                "selected by satisfaction with the recovery",
                "whoever is in a good mood afterwards rates both the recovery and the outcome better, so the group is picked for its luck: the best"
                        + " 30 % by satisfaction with the recovery gain about 0.39 points on a scale from 1 to 7 where the true effect is zero"
                        + " (correlations .7 with the outcome after, .6 between before and after, standard deviation 1.2), and no verdict rule protects"
                        + " against it"),
        /** By the outcome after. Refused. */
        OUTCOME_AFTER(
                "selected by the outcome after",
                "a group picked for what is to be tested shows it whether or not it is true, and no verdict rule protects against it");

        private final String words;
        private final String objection;

        SelectionCriterion(String words, String objection) {
            this.words = words;
            this.objection = objection;
        }

        /**
         * Returns whether a group selected so may be tested.
         *
         * @return false where {@link #objection()} says why not
         */
        public boolean isAdmitted() {
            return objection.isEmpty();
        }

        /**
         * Returns why a group selected so is refused.
         *
         * @return the reason, as the end of a sentence; empty where {@link #isAdmitted()}
         */
        public String objection() {
            return objection;
        }

        /** As the end of a sentence about customers. */
        String words() {
            return words;
        }
    }
}

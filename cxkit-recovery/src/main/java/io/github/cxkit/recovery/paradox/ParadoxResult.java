package io.github.cxkit.recovery.paradox;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.numbers.Optionals;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RecoveryParadox} found: all estimands, one verdict with its reasons, and the facts without which neither should be believed.
 *
 * <p>{@link ParadoxVerdict#PARADOX} takes two: {@link Estimand#CONTROLLED} and {@link Estimand#WITHIN_ADJUSTED}. Otherwise the first line that holds:
 *
 * <ol>
 *   <li>what the controlled estimand says, if that is {@link ParadoxVerdict#RESTORED} or {@link ParadoxVerdict#DEFICIT};
 *   <li>{@link ParadoxVerdict#APPARENT}, if any estimand says paradox;
 *   <li>what the controlled estimand says: {@link ParadoxVerdict#INCONCLUSIVE} or {@link ParadoxVerdict#NOT_ESTIMABLE}.
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
        ParadoxGroup withFailure,
        ParadoxGroup withoutFailure,
        Map<Estimand, ParadoxEffect> effects,
        OptionalDouble hedgesG,
        ParadoxVerdict verdict,
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
     * @return true also where the verdict is {@link ParadoxVerdict#RESTORED} or {@link ParadoxVerdict#DEFICIT}
     */
    public boolean isApparent() {
        return verdict != ParadoxVerdict.PARADOX
                && effects.values().stream().anyMatch(effect -> effect.verdict() == ParadoxVerdict.PARADOX);
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
     * @param verdict the name of the {@link ParadoxVerdict}
     * @param selection which customers were taken for recovered
     * @param effects all estimands in their order
     * @param hedgesG the difference between the groups in standard deviations; null where it is undefined
     * @param reasons why
     * @param caveats what the numbers do not say
     */
    public record View(
            String outcome,
            String verdict,
            Selection.View selection,
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
}

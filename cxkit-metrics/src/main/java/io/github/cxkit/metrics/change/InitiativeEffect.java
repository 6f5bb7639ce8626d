package io.github.cxkit.metrics.change;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.ResultView;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Did the initiative work? The change of those who got it, less the change of those who did not: the difference in differences, with what its design cannot tell.
 *
 * <p>The treated NPS rose from 25.0 to 37.0, that of the control group from 24.0 to 25.5: of 12.0 points 10.5 remain, with a 95 % interval
 * from 1.0 to 19.9.
 *
 * <pre>{@code
 * Change effect = InitiativeEffect.of(Change.between(treatedBefore, treatedAfter))
 *         .withControl(Change.between(controlBefore, controlAfter))
 *         .change();
 * effect.difference();
 * effect.verdict();
 * effect.threats();     // [PARALLEL_TRENDS_ASSUMED]
 * }</pre>
 *
 * <ul>
 *   <li>The interval follows the rule of every {@link Change}, applied to the two changes: Welch's where both have a standard error, else MOVER.
 *   <li>Changes of geometric means are ratios, and so is the effect: −20 % where the time of the treated went to 0.72 and that of the control group to
 *       0.9 of what it was.
 *   <li>Without a control group the effect is the plain change, and its threats say so.
 *   <li>The changes may be of independent groups or of the same customers; the treated must be independent of the control.
 *   <li>The threats can only be what the caller told. Whether the initiative leaked into the control group nobody here can know.
 *   <li>Wald's interval, for comparison with others' figures, is {@code Estimator.withDefaults().withNetMethod(NetMethod.WALD).figure(effect)}; at small n it
 *       misses the truth too often.
 * </ul>
 */
public final class InitiativeEffect {

    private final Change treated;
    private final Optional<Change> control;
    private final boolean selectedOnPoorResults;
    private final boolean sameSeason;
    private final boolean drawnByLot;

    private InitiativeEffect(
            Change treated,
            Optional<Change> control,
            boolean selectedOnPoorResults,
            boolean sameSeason,
            boolean drawnByLot) {
        this.treated = treated;
        this.control = control;
        this.selectedOnPoorResults = selectedOnPoorResults;
        this.sameSeason = sameSeason;
        this.drawnByLot = drawnByLot;
    }

    /**
     * Returns the effect as far as the treated alone can tell.
     *
     * @param treatedChange the change of those who got the initiative; its rule judges the effect
     * @return the effect, without a control group
     */
    public static InitiativeEffect of(Change treatedChange) {
        return new InitiativeEffect(
                Objects.requireNonNull(treatedChange, "treatedChange"), Optional.empty(), false, false, false);
    }

    /**
     * Returns a copy with a control group.
     *
     * @param controlChange the change of those who did not get the initiative, over the same time
     * @return the copy
     * @throws IllegalArgumentException if the metrics differ; the message names both
     */
    public InitiativeEffect withControl(Change controlChange) {
        controlChange.metric().requireSame(treated.metric(), "compared");
        return new InitiativeEffect(treated, Optional.of(controlChange), selectedOnPoorResults, sameSeason, drawnByLot);
    }

    /**
     * Returns a copy that knows that the treated were picked for poor results: the worst branch, the angriest customers. Such a unit gets better by itself.
     *
     * @return the copy
     */
    public InitiativeEffect withSelectionOnPoorResults() {
        return new InitiativeEffect(treated, control, true, sameSeason, drawnByLot);
    }

    /**
     * Returns a copy that knows that before and after lie in the same season, such as the same month of two years.
     *
     * @return the copy
     */
    public InitiativeEffect withSameSeason() {
        return new InitiativeEffect(treated, control, selectedOnPoorResults, true, drawnByLot);
    }

    /**
     * Returns a copy that knows that it was drawn by lot who got the initiative and who did not.
     *
     * @return the copy
     * @throws IllegalStateException if there is no control group
     */
    public InitiativeEffect withGroupsDrawnByLot() {
        if (control.isEmpty()) {
            throw new IllegalStateException("groups drawn by lot need a control group, but there is none");
        }
        return new InitiativeEffect(treated, control, selectedOnPoorResults, sameSeason, true);
    }

    /**
     * Returns the effect as a judged difference: the plain change or, with a control group, by how much it exceeds that group's.
     *
     * <p>Its threats, without a control group: NO_CONTROL, and SEASONALITY unless the caller said that the season is the same. With one:
     * PARALLEL_TRENDS_ASSUMED unless the groups were drawn by lot. REGRESSION_TO_THE_MEAN where the caller said that the unit was
     * picked for poor results, unless the groups were drawn by lot, for then the control group gets better by itself as much.
     *
     * @return the change, judged by the rule of the treated
     * @throws IllegalArgumentException if a change is known between bounds only
     */
    public Change change() {
        return control.map(treated::against).orElse(treated).withThreats(threats());
    }

    private Set<ValidityThreat> threats() {
        Set<ValidityThreat> threats = EnumSet.noneOf(ValidityThreat.class);
        threats.addAll(treated.threats());
        if (control.isEmpty()) {
            threats.add(ValidityThreat.NO_CONTROL);
            if (!sameSeason) {
                threats.add(ValidityThreat.SEASONALITY);
            }
        } else if (!drawnByLot) {
            threats.add(ValidityThreat.PARALLEL_TRENDS_ASSUMED);
        }
        if (selectedOnPoorResults && !drawnByLot) {
            threats.add(ValidityThreat.REGRESSION_TO_THE_MEAN);
        }
        return threats;
    }

    /**
     * Returns the effect in plain values; what JSON shows of it.
     *
     * @return the view of {@link #change()}
     * @throws IllegalArgumentException if a change is known between bounds only
     */
    @JsonValue
    public ResultView view() {
        return change().view();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InitiativeEffect that
                && treated.equals(that.treated)
                && control.equals(that.control)
                && selectedOnPoorResults == that.selectedOnPoorResults
                && sameSeason == that.sameSeason
                && drawnByLot == that.drawnByLot;
    }

    @Override
    public int hashCode() {
        return Objects.hash(treated, control, selectedOnPoorResults, sameSeason, drawnByLot);
    }

    /**
     * Returns the effect, the verdict and the threats.
     *
     * @return for example {@code effect: change in change in NPS 10.5 (95% CI 1.0 to 19.9, n=4000): IMPROVED, [PARALLEL_TRENDS_ASSUMED]}
     */
    @Override
    public String toString() {
        return "effect: " + change();
    }
}

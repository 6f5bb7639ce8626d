package io.github.cxkit.recovery.paradox;

import io.github.cxkit.metrics.Mean;
import io.github.cxkit.recovery.paradox.ParadoxResult.RequiredCustomers;
import io.github.cxkit.recovery.paradox.ParadoxResult.Selection;
import io.github.cxkit.recovery.paradox.ParadoxResult.SelectionCriterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the numbers do not say, in sentences. */
final class Caveats {

    /** Below this the adjusted interval is noticeably too narrow; see the simulation in the tests. */
    private static final long ENOUGH_FOR_THE_MEAN = 100;

    private static final RequiredCustomers SMALL_EFFECT = RequiredCustomers.forEffect(0.2);

    private final String outcome;
    private final Selection selection;
    private final Outcomes recovered;
    private final Outcomes others;
    private final Map<Estimand, ParadoxEffect> effects;
    private final boolean meanIsGiven;
    private final List<String> sentences = new ArrayList<>();

    Caveats(
            String outcome,
            Selection selection,
            Outcomes recovered,
            Outcomes others,
            Map<Estimand, ParadoxEffect> effects,
            boolean meanIsGiven) {
        this.outcome = outcome;
        this.selection = selection;
        this.recovered = recovered;
        this.others = others;
        this.effects = effects;
        this.meanIsGiven = meanIsGiven;
    }

    List<String> sentences() {
        sentences.add(
                "The verdict is about " + outcome + " alone; it says nothing about buying again or recommending.");
        sentences.add(
                "Nobody drew lots for failures: what customers without a failure did stands for what the others would have done.");
        ofSelection();
        ofGroup("with a failure", recovered);
        ofGroup("without a failure", others);
        if (selection.withSeveralFailures() > 0) {
            sentences.add(selection.withSeveralFailures() + " of " + selection.selected()
                    + " selected customers had more than one failure; the paradox was reported after the first only.");
        }
        ofSize();
        ofAdjustment();
        ofVariation("outcomes after", others.allAfter(), recovered.allAfter(), Estimand.BETWEEN);
        ofVariation("gains", others.gains(), recovered.gains(), Estimand.CONTROLLED);
        if (verdict(Estimand.CONTROLLED) != verdict(Estimand.CONTROLLED_ANCOVA)) {
            sentences.add("The difference in differences and ANCOVA lead to different verdicts ("
                    + verdict(Estimand.CONTROLLED) + " and "
                    + verdict(Estimand.CONTROLLED_ANCOVA)
                    + "): the groups differed before, and it is open which of the two corrects for that.");
        }
        sentences.add("Groups selected by satisfaction with the recovery are refused: "
                + SelectionCriterion.RECOVERY_SATISFACTION.objection() + ".");
        return List.copyOf(sentences);
    }

    private void ofSelection() {
        sentences.add("Tested were " + selection + "."
                + (selection.beforehand().isEmpty()
                        ? " If these had been selected before, say by what: withSelectedBeforehand."
                        : ""));
        selection
                .beforehand()
                .filter(criterion -> criterion == SelectionCriterion.OUTCOME_BEFORE)
                .ifPresent(criterion -> sentences.add(
                        "A group selected by the outcome before drifts back to the mean by itself: only the adjusted estimand and ANCOVA"
                                + " allow for that."));
    }

    private void ofGroup(String name, Outcomes group) {
        if (group.atCeilingBefore() > 0) {
            sentences.add(group.atCeilingBefore() + " of " + group.allBefore().count() + " customers " + name
                    + " were at the best point of the scale before and could not gain.");
        }
        long silent = group.customers() - group.allAfter().count();
        if (silent > 0) {
            sentences.add(silent + " of " + group.customers() + " customers " + name
                    + " did not answer afterwards; those who left for good are among them.");
        }
    }

    private void ofSize() {
        if (recovered.pairs() < SMALL_EFFECT.perGroup() || others.pairs() < SMALL_EFFECT.perGroup()) {
            sentences.add("With " + recovered.pairs() + " and " + others.pairs()
                    + " customers a small effect would probably be missed: one of 0.2 standard deviations takes "
                    + SMALL_EFFECT.perGroup() + " in each group, or " + SMALL_EFFECT.pairs()
                    + " asked before and after.");
        }
    }

    private void ofAdjustment() {
        if (!meanIsGiven && verdict(Estimand.WITHIN_ADJUSTED) != ParadoxEffect.Verdict.NOT_ESTIMABLE) {
            long lenders = others.allBefore().count();
            sentences.add("The mean to which outcomes drift back is estimated by " + lenders
                    + " customers without a failure, before; its standard error is part of the adjusted interval"
                    + (lenders < ENOUGH_FOR_THE_MEAN
                            ? ", which with fewer than " + ENOUGH_FOR_THE_MEAN + " is still a little too narrow."
                            : "."));
        }
    }

    /** Welch's interval rests on one group where the other does not vary; that is legal, and thin. */
    private void ofVariation(String what, Mean one, Mean other, Estimand estimand) {
        boolean oneSided = isConstant(one) != isConstant(other);
        if (oneSided && verdict(estimand) != ParadoxEffect.Verdict.NOT_ESTIMABLE) {
            sentences.add("In one group all " + what + " are equal: the interval \"" + estimand.words()
                    + "\" rests on the other group alone.");
        }
    }

    private static boolean isConstant(Mean mean) {
        return mean.count() > 1
                && mean.standardDeviation().orElse(0) <= Fit.ROUNDING * Math.max(1, Math.abs(mean.value()));
    }

    private ParadoxEffect.Verdict verdict(Estimand estimand) {
        return Objects.requireNonNull(effects.get(estimand)).verdict();
    }
}

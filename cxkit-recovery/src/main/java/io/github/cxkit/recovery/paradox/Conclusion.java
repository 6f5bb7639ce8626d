package io.github.cxkit.recovery.paradox;

import io.github.cxkit.recovery.paradox.ParadoxEffect.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The verdict on all estimands, and why. */
record Conclusion(ParadoxEffect.Verdict verdict, List<String> reasons) {

    static Conclusion of(Map<Estimand, ParadoxEffect> effects, Thresholds thresholds) {
        ParadoxEffect controlled = Objects.requireNonNull(effects.get(Estimand.CONTROLLED));
        ParadoxEffect adjusted = Objects.requireNonNull(effects.get(Estimand.WITHIN_ADJUSTED));
        List<Estimand> positive = effects.values().stream()
                .filter(effect -> effect.verdict() == ParadoxEffect.Verdict.PARADOX)
                .map(ParadoxEffect::estimand)
                .toList();
        ParadoxEffect.Verdict verdict = verdict(controlled.verdict(), adjusted.verdict(), positive.isEmpty());
        List<String> reasons = new ArrayList<>();
        reasons.add(
                switch (verdict) {
                    case PARADOX ->
                        "Recovered customers gained more than customers without a failure, and they gained beyond the drift back to"
                                + " the mean.";
                    case APPARENT ->
                        "Only apparent: it shows " + names(positive) + ", but not " + names(missing(positive)) + ".";
                    case RESTORED ->
                        controlled.isRestoredButLower()
                                ? "Recovered customers lost against customers without a failure, but less than the margin."
                                : "Recovered customers are at most the margin below where they would be without a failure.";
                    case DEFICIT -> "Recovered customers lost against customers without a failure.";
                    case INCONCLUSIVE -> "The controlled interval settles nothing.";
                    case NOT_ESTIMABLE -> "The controlled estimand decides, and it cannot be estimated.";
                });
        boolean settledOtherwise =
                verdict == ParadoxEffect.Verdict.RESTORED || verdict == ParadoxEffect.Verdict.DEFICIT;
        if (settledOtherwise && !positive.isEmpty()) {
            reasons.add("The paradox that shows " + names(positive) + " is only apparent.");
        }
        if (thresholds.margin().isEmpty()) {
            reasons.add("No margin was stated, so nothing can be called restored.");
        }
        effects.values().forEach(effect -> reasons.add(sentence(effect)));
        return new Conclusion(verdict, List.copyOf(reasons));
    }

    private static ParadoxEffect.Verdict verdict(
            ParadoxEffect.Verdict controlled, ParadoxEffect.Verdict adjusted, boolean nonePositive) {
        if (controlled == ParadoxEffect.Verdict.PARADOX) {
            return adjusted == ParadoxEffect.Verdict.PARADOX
                    ? ParadoxEffect.Verdict.PARADOX
                    : ParadoxEffect.Verdict.APPARENT;
        }
        boolean settled = controlled == ParadoxEffect.Verdict.RESTORED || controlled == ParadoxEffect.Verdict.DEFICIT;
        return settled || nonePositive ? controlled : ParadoxEffect.Verdict.APPARENT;
    }

    /** Which of the two that a paradox takes do not say so. */
    private static List<Estimand> missing(List<Estimand> positive) {
        return List.of(Estimand.WITHIN_ADJUSTED, Estimand.CONTROLLED).stream()
                .filter(estimand -> !positive.contains(estimand))
                .toList();
    }

    private static String names(List<Estimand> estimands) {
        return estimands.stream().map(estimand -> '"' + estimand.words() + '"').collect(Collectors.joining(" and "));
    }

    private static String sentence(ParadoxEffect effect) {
        String text = effect.toString();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + '.';
    }
}

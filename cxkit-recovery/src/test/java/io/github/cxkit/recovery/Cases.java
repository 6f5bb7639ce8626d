package io.github.cxkit.recovery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Cases for tests: one worked through by hand, and random ones. */
final class Cases {

    /** Choice and courtesy are not observed; whether the service was accepted is left open. */
    static final RecoveryCase WORKED = RecoveryCase.of(Failure.outcome())
            .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
            .withResolution(Promptness.met(true))
            .withContacts(3)
            .withHandOffs(1)
            .withChannelSwitches(0)
            .withReopenings(0)
            .withPromises(Promises.kept(2).outOf(3))
            .withViolations()
            .withApology(Apology.of(0.8, 0.6, 1))
            .withExplanation(1)
            .withEffort(0.75)
            .withLoss(Loss.of(Money.parse("EUR 100"))
                    .withTime(Duration.ofMinutes(150), Money.parse("EUR 20"))
                    .withTrouble(Money.parse("EUR 50")))
            .withCompensation(Compensation.of(Money.parse("EUR 160")))
            .withCoreProblemFixed(true);

    static final RecoveryCase REJECTED = WORKED.withServiceAccepted(false);
    static final RecoveryCase ACCEPTED = WORKED.withServiceAccepted(true);

    private Cases() {}

    static Money euros(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    /** A case of which each fact is known with the probability given. */
    static RecoveryCase random(Random random, double known) {
        RecoveryCase facts = RecoveryCase.of(Failure.outcome().withNoticed(random.nextDouble() < 0.8));
        for (Evidence evidence : Evidence.values()) {
            if (random.nextDouble() < known) {
                facts = stated(facts, evidence, random);
            } else if (random.nextDouble() < 0.1) {
                facts = facts.withNotApplicable(evidence);
            }
        }
        if (random.nextDouble() < known) {
            facts = facts.withServiceAccepted(random.nextBoolean());
        }
        if (random.nextDouble() < 0.6) {
            facts = facts.withCoreProblemFixed(random.nextBoolean());
        }
        if (random.nextDouble() < 0.3) {
            facts = facts.withViolations(List.of(Violation.values()).get(random.nextInt(4)));
        }
        return facts;
    }

    static RecoveryCase stated(RecoveryCase facts, Evidence evidence, Random random) {
        return switch (evidence) {
            case FIRST_RESPONSE -> facts.withFirstResponse(timing(random));
            case RESOLUTION -> facts.withResolution(timing(random));
            case CONTACTS -> facts.withContacts(random.nextInt(6));
            case HAND_OFFS ->
                random.nextInt(4) == 0
                        ? facts.withHandOffs(random.nextInt(4))
                        : facts.withHandOffs(random.nextInt(4)).withChannelSwitches(random.nextInt(3));
            case REOPENINGS -> facts.withReopenings(random.nextInt(4));
            case PROMISES -> {
                int made = random.nextInt(5);
                yield facts.withPromises(Promises.kept(random.nextInt(made + 1)).outOf(made));
            }
            case CHOICE -> facts.withChoiceOffered(random.nextBoolean());
            case APOLOGY -> facts.withApology(Apology.of(level(random), level(random), level(random)));
            case COURTESY -> facts.withCourtesy(level(random));
            case EFFORT -> facts.withEffort(level(random));
            case EXPLANATION -> facts.withExplanation(level(random));
            case REDRESS ->
                facts.withLoss(Loss.of(euros(random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(30_000))))
                        .withCompensation(Compensation.of(euros(random.nextInt(40_000))));
        };
    }

    private static Promptness timing(Random random) {
        return random.nextInt(3) == 0
                ? Promptness.met(random.nextBoolean())
                : Promptness.took(Duration.ofMinutes(random.nextInt(600)))
                        .against(Duration.ofMinutes(1 + random.nextInt(300)));
    }

    /** 0 and 1 come up often. */
    private static double level(Random random) {
        return Math.min(1, Math.max(0, 1.4 * random.nextDouble() - 0.2));
    }

    static FairnessScorer randomScorer(Random random) {
        FairnessPolicy policy = FairnessPolicy.DEFAULT
                .withWeights(randomWeights(random))
                .withPower(List.of(1.0, 0.0, -1.0, 0.5, 3.0, -1e-9, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .get(random.nextInt(8)))
                .withMinimumCoverage(List.of(0.0, 0.5, 1.0).get(random.nextInt(3)))
                .withCompensationCurve(randomCurve(random))
                .withApologyWeights(random.nextDouble(), random.nextDouble(), random.nextInt(3))
                .withCap(FairnessPolicy.Cap.VIOLATION, random.nextDouble())
                .withCap(FairnessPolicy.Cap.CORE_PROBLEM_NOT_FIXED, random.nextDouble())
                .withEvidenceWeight(Evidence.CHOICE, random.nextInt(3))
                .withEvidenceWeight(Evidence.COURTESY, 3 * random.nextDouble())
                .withRetention(Evidence.CONTACTS, random.nextDouble());
        return random.nextBoolean() ? FairnessScorer.by(policy) : FairnessScorer.withDefaults();
    }

    private static CompensationCurve randomCurve(Random random) {
        CompensationCurve curve =
                random.nextBoolean() ? CompensationCurve.FULL_REDRESS : CompensationCurve.SATISFACTION;
        return random.nextBoolean()
                ? curve
                : curve.withEndRatio(1 + 2 * random.nextDouble())
                        .withMidpoint(random.nextDouble())
                        .withSteepness(0.1 + 20 * random.nextDouble())
                        .withRate(0.1 + 20 * random.nextDouble());
    }

    static FairnessWeights randomWeights(Random random) {
        Map<FairnessDimension, Double> own = new EnumMap<>(FairnessDimension.class);
        for (FairnessDimension dimension : FairnessDimension.values()) {
            own.put(dimension, 0.01 + random.nextDouble());
        }
        List<Set<FairnessDimension>> byWeight = own.entrySet().stream()
                .sorted(Map.Entry.<FairnessDimension, Double>comparingByValue().reversed())
                .map(entry -> Set.of(entry.getKey()))
                .toList();
        return switch (random.nextInt(4)) {
            case 0 -> FairnessWeights.TRANSACTION;
            case 1 -> FairnessWeights.RELATIONSHIP;
            case 2 -> FairnessWeights.of(own);
            default -> FairnessWeights.of(own).withOrdering(byWeight);
        };
    }
}

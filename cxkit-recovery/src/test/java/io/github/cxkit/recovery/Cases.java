package io.github.cxkit.recovery;

import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Treatment.Apology;
import io.github.cxkit.recovery.Treatment.Violation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Cases for tests: one worked through by hand, and random ones. */
final class Cases {

    /** Choice and courtesy are not observed; whether the service was accepted is left open. */
    static final RecoveryCase WORKED = RecoveryCase.of(Failure.outcome())
            .withHandling(Handling.UNKNOWN
                    .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
                    .withResolution(Promptness.met(true))
                    .withContacts(3)
                    .withHandOffs(1)
                    .withChannelSwitches(0)
                    .withReopenings(0)
                    .withPromises(Promises.kept(2).outOf(3)))
            .withTreatment(Treatment.UNKNOWN
                    .withViolations()
                    .withApology(Apology.of(0.8, 0.6, 1))
                    .withExplanation(1)
                    .withEffort(0.75))
            .withRedress(Redress.UNKNOWN
                    .withLoss(Loss.of(Money.parse("EUR 100"))
                            .withTime(Duration.ofMinutes(150), Money.parse("EUR 20"))
                            .withTrouble(Money.parse("EUR 50")))
                    .withCompensation(Compensation.of(Money.parse("EUR 160")))
                    .withCoreProblemFixed(true));

    static final RecoveryCase REJECTED = redressed(WORKED, r -> r.withServiceAccepted(false));
    static final RecoveryCase ACCEPTED = redressed(WORKED, r -> r.withServiceAccepted(true));

    private static final Map<Evidence, Set<String>> COMPONENTS = Map.ofEntries(
            Map.entry(Evidence.FIRST_RESPONSE, Set.of("firstResponse")),
            Map.entry(Evidence.RESOLUTION, Set.of("resolution")),
            Map.entry(Evidence.CONTACTS, Set.of("contacts")),
            Map.entry(Evidence.HAND_OFFS, Set.of("handOffs", "channelSwitches")),
            Map.entry(Evidence.REOPENINGS, Set.of("reopenings")),
            Map.entry(Evidence.PROMISES, Set.of("promises")),
            Map.entry(Evidence.CHOICE, Set.of("choiceOffered")),
            Map.entry(Evidence.APOLOGY, Set.of("apology")),
            Map.entry(Evidence.COURTESY, Set.of("courtesy")),
            Map.entry(Evidence.EFFORT, Set.of("effort")),
            Map.entry(Evidence.EXPLANATION, Set.of("explanation")),
            Map.entry(Evidence.REDRESS, Set.of("compensation")));

    private Cases() {}

    static RecoveryCase handled(RecoveryCase facts, UnaryOperator<Handling> change) {
        return facts.withHandling(change.apply(facts.handling()));
    }

    static RecoveryCase treated(RecoveryCase facts, UnaryOperator<Treatment> change) {
        return facts.withTreatment(change.apply(facts.treatment()));
    }

    static RecoveryCase redressed(RecoveryCase facts, UnaryOperator<Redress> change) {
        return facts.withRedress(change.apply(facts.redress()));
    }

    static RecoveryCase ended(RecoveryCase facts, UnaryOperator<Aftermath> change) {
        return facts.withAftermath(change.apply(facts.aftermath()));
    }

    /** A case without events that no longer knows what was stated of this evidence. */
    static RecoveryCase without(RecoveryCase facts, Evidence... evidence) {
        RecoveryCase less = facts;
        for (Evidence piece : evidence) {
            less = RecoveryCase.of(facts.failure())
                    .withHandling(without(less.handling(), Handling.UNKNOWN, piece))
                    .withTreatment(without(less.treatment(), Treatment.UNKNOWN, piece))
                    .withRedress(without(less.redress(), Redress.UNKNOWN, piece))
                    .withAftermath(less.aftermath())
                    .withNotApplicable(less.notApplicable().stream()
                            .filter(other -> other != piece)
                            .toArray(Evidence[]::new));
        }
        return less;
    }

    private static <R extends Record> R without(R facts, R unknown, Evidence evidence) {
        Set<String> forgotten = Objects.requireNonNull(COMPONENTS.get(evidence));
        return Components.copy(
                facts,
                component -> Components.of(forgotten.contains(component.getName()) ? unknown : facts, component));
    }

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
            facts = redressed(facts, r -> r.withServiceAccepted(random.nextBoolean()));
        }
        if (random.nextDouble() < 0.6) {
            facts = redressed(facts, r -> r.withCoreProblemFixed(random.nextBoolean()));
        }
        if (random.nextDouble() < 0.3) {
            facts = treated(
                    facts, t -> t.withViolations(List.of(Violation.values()).get(random.nextInt(4))));
        }
        return facts;
    }

    static RecoveryCase stated(RecoveryCase facts, Evidence evidence, Random random) {
        return switch (evidence) {
            case FIRST_RESPONSE -> handled(facts, h -> h.withFirstResponse(timing(random)));
            case RESOLUTION -> handled(facts, h -> h.withResolution(timing(random)));
            case CONTACTS -> handled(facts, h -> h.withContacts(random.nextInt(6)));
            case HAND_OFFS ->
                random.nextInt(4) == 0
                        ? handled(facts, h -> h.withHandOffs(random.nextInt(4)))
                        : handled(facts, h -> h.withHandOffs(random.nextInt(4)).withChannelSwitches(random.nextInt(3)));
            case REOPENINGS -> handled(facts, h -> h.withReopenings(random.nextInt(4)));
            case PROMISES -> {
                int made = random.nextInt(5);
                yield handled(
                        facts,
                        h -> h.withPromises(
                                Promises.kept(random.nextInt(made + 1)).outOf(made)));
            }
            case CHOICE -> handled(facts, h -> h.withChoiceOffered(random.nextBoolean()));
            case APOLOGY -> treated(facts, t -> t.withApology(Apology.of(level(random), level(random), level(random))));
            case COURTESY -> treated(facts, t -> t.withCourtesy(level(random)));
            case EFFORT -> treated(facts, t -> t.withEffort(level(random)));
            case EXPLANATION -> treated(facts, t -> t.withExplanation(level(random)));
            case REDRESS ->
                redressed(
                        facts,
                        r -> r.withLoss(Loss.of(euros(random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(30_000))))
                                .withCompensation(Compensation.of(euros(random.nextInt(40_000)))));
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

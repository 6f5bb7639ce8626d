package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.handled;
import static io.github.cxkit.recovery.Cases.redressed;
import static io.github.cxkit.recovery.Cases.treated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Treatment.Apology;
import io.github.cxkit.recovery.Treatment.Violation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of fairness scores, over random cases and policies. */
class FairnessProperties {

    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<RecoveryCase> mostlyKnown() {
        return Arbitraries.randomValue(random -> Cases.random(random, 0.85));
    }

    @Provide
    Arbitrary<RecoveryCase> halfKnown() {
        return Arbitraries.randomValue(random -> Cases.random(random, 0.5));
    }

    @Provide
    Arbitrary<FairnessScorer> scorers() {
        return Arbitraries.randomValue(Cases::randomScorer);
    }

    @Property(tries = 400)
    void everyNumberIsInItsRangeAndItsBounds(
            @ForAll("halfKnown") RecoveryCase facts, @ForAll("scorers") FairnessScorer scorer) {
        CaseFairness score = scorer.score(facts);
        assertThat(score.bounds().lower()).isGreaterThanOrEqualTo(0);
        assertThat(score.bounds().upper()).isLessThanOrEqualTo(100);
        score.overall().ifPresent(points -> {
            assertThat(score.bounds().contains(points)).isTrue();
            assertThat(score.weightRobust().orElseThrow().contains(points)).isTrue();
            assertThat(score.weightRobust().orElseThrow().upper()).isLessThanOrEqualTo(100);
            double least =
                    score.dimension(score.weakest().orElseThrow()).point().orElseThrow();
            assertThat(points).isGreaterThanOrEqualTo(least);
        });
        for (FairnessDimension dimension : FairnessDimension.values()) {
            DimensionScore part = score.dimension(dimension);
            part.point()
                    .ifPresent(
                            points -> assertThat(part.bounds().contains(points)).isTrue());
            if (part.isApplicable()) {
                assertThat(part.coverage()).isBetween(0.0, 1.0);
                assertThat(part.bounds().lower()).isGreaterThanOrEqualTo(0);
                assertThat(part.bounds().upper()).isLessThanOrEqualTo(100);
            }
        }
    }

    @Property(tries = 400)
    void scoreAndPointsLostSumTo100(
            @ForAll("mostlyKnown") RecoveryCase facts, @ForAll("scorers") FairnessScorer scorer) {
        CaseFairness score = scorer.score(facts);
        score.overall().ifPresent(points -> {
            assertThat(score.contributions()).allMatch(c -> c.points() >= 0);
            double lost = score.contributions().stream()
                    .mapToDouble(CaseFairness.Contribution::points)
                    .sum();
            assertThat(points + lost).isCloseTo(100, within(ROUNDING));
        });
    }

    @Property(tries = 300)
    void theExplanationSumsToTheDifference(
            @ForAll("mostlyKnown") RecoveryCase one,
            @ForAll("mostlyKnown") RecoveryCase other,
            @ForAll("scorers") FairnessScorer scorer) {
        CaseFairness after = scorer.score(one);
        CaseFairness before = scorer.score(other);
        if (after.overall().isPresent() && before.overall().isPresent()) {
            double explained = after.explainAgainst(before).stream()
                    .mapToDouble(CaseFairness.Contribution::points)
                    .sum();
            assertThat(explained)
                    .isCloseTo(after.overall().getAsDouble() - before.overall().getAsDouble(), within(ROUNDING));
        }
    }

    @Property(tries = 600)
    void moreOfAGoodNeverLowersAndMoreOfABadNeverRaises(
            @ForAll("mostlyKnown") RecoveryCase facts,
            @ForAll Evidence evidence,
            @ForAll("scorers") FairnessScorer scorer,
            @ForAll @IntRange(max = 1_000_000) int seed) {
        RecoveryCase better = better(facts, evidence, new Random(seed));
        assertNotLower(scorer.score(facts), scorer.score(better));
    }

    /** The same case with more good, or less bad, in a piece of evidence that was observed. */
    private static RecoveryCase better(RecoveryCase facts, Evidence evidence, Random random) {
        return switch (evidence) {
            case FIRST_RESPONSE ->
                facts.handling()
                        .firstResponse()
                        .map(timing -> handled(facts, h -> h.withFirstResponse(sooner(timing, random))))
                        .orElse(facts);
            case RESOLUTION ->
                facts.handling()
                        .resolution()
                        .map(timing -> handled(facts, h -> h.withResolution(sooner(timing, random))))
                        .orElse(facts);
            case CONTACTS ->
                facts.handling().contacts().isPresent()
                        ? handled(
                                facts,
                                h -> h.withContacts(random.nextInt(
                                        facts.handling().contacts().getAsInt() + 1)))
                        : facts;
            case HAND_OFFS ->
                facts.handling().handOffs().isPresent()
                        ? handled(
                                facts,
                                h -> h.withHandOffs(random.nextInt(
                                        facts.handling().handOffs().getAsInt() + 1)))
                        : facts;
            case REOPENINGS ->
                facts.handling().reopenings().isPresent()
                        ? handled(
                                facts,
                                h -> h.withReopenings(random.nextInt(
                                        facts.handling().reopenings().getAsInt() + 1)))
                        : facts;
            case PROMISES ->
                facts.handling()
                        .promises()
                        .map(p -> handled(
                                facts,
                                h -> h.withPromises(
                                        new Promises(p.kept() + random.nextInt(p.made() - p.kept() + 1), p.made()))))
                        .orElse(facts);
            case CHOICE ->
                facts.handling().choiceOffered().isPresent() ? handled(facts, h -> h.withChoiceOffered(true)) : facts;
            case APOLOGY ->
                facts.treatment()
                        .apology()
                        .map(a -> treated(
                                facts,
                                t -> t.withApology(Apology.of(
                                        more(a.empathy(), random),
                                        more(a.intensity(), random),
                                        more(a.timeliness(), random)))))
                        .orElse(facts);
            case COURTESY ->
                facts.treatment().courtesy().isPresent()
                        ? treated(
                                facts,
                                t -> t.withCourtesy(
                                        more(facts.treatment().courtesy().getAsDouble(), random)))
                        : facts;
            case EFFORT ->
                facts.treatment().effort().isPresent()
                        ? treated(
                                facts,
                                t -> t.withEffort(
                                        more(facts.treatment().effort().getAsDouble(), random)))
                        : facts;
            case EXPLANATION ->
                facts.treatment().explanation().isPresent()
                        ? treated(
                                facts,
                                t -> t.withExplanation(
                                        more(facts.treatment().explanation().getAsDouble(), random)))
                        : facts;
            case REDRESS ->
                facts.redress()
                        .compensation()
                        .map(c -> redressed(
                                facts,
                                r -> r.withCompensation(
                                        Compensation.of(c.value().plus(Cases.euros(random.nextInt(20_000)))))))
                        .orElse(facts);
        };
    }

    private static Promptness sooner(Promptness timing, Random random) {
        return timing.took()
                .map(took -> Promptness.took(Duration.ofMinutes(random.nextInt((int) took.toMinutes() + 1)))
                        .against(timing.expected().orElseThrow()))
                .orElse(Promptness.met(true));
    }

    private static double more(double level, Random random) {
        return Math.min(1, level + random.nextDouble() * (1 - level));
    }

    private static void assertNotLower(CaseFairness worse, CaseFairness better) {
        assertNotLower(worse.overall(), better.overall());
        assertNotLower(worse.bounds(), better.bounds());
        for (FairnessDimension dimension : FairnessDimension.values()) {
            assertNotLower(
                    worse.dimension(dimension).point(),
                    better.dimension(dimension).point());
            if (worse.dimension(dimension).isApplicable()) {
                assertNotLower(
                        worse.dimension(dimension).bounds(),
                        better.dimension(dimension).bounds());
            }
        }
    }

    private static void assertNotLower(OptionalDouble worse, OptionalDouble better) {
        if (worse.isPresent() && better.isPresent()) {
            assertThat(better.getAsDouble()).isGreaterThanOrEqualTo(worse.getAsDouble() - ROUNDING);
        }
    }

    private static void assertNotLower(Interval worse, Interval better) {
        assertThat(better.lower()).isGreaterThanOrEqualTo(worse.lower() - ROUNDING);
        assertThat(better.upper()).isGreaterThanOrEqualTo(worse.upper() - ROUNDING);
    }

    @Property(tries = 200)
    void aWrongNeverRaisesAndAFixNeverLowers(
            @ForAll("mostlyKnown") RecoveryCase facts,
            @ForAll Violation violation,
            @ForAll("scorers") FairnessScorer scorer) {
        assertNotLower(
                scorer.score(treated(facts, t -> t.withViolations(violation))),
                scorer.score(treated(facts, t -> t.withViolations())));
        assertNotLower(
                scorer.score(redressed(facts, r -> r.withCoreProblemFixed(false))),
                scorer.score(redressed(facts, r -> r.withCoreProblemFixed(true))));
    }

    @Property(tries = 600)
    void knowingLessWidensTheBoundsAndMovesNoneInward(
            @ForAll("mostlyKnown") RecoveryCase facts,
            @ForAll Evidence evidence,
            @ForAll("scorers") FairnessScorer scorer) {
        boolean said = !facts.notApplicable().contains(evidence)
                && (evidence != Evidence.PROMISES
                        || facts.handling().promises().map(p -> p.made() > 0).orElse(true));
        if (said) {
            assertContains(scorer.score(Cases.without(facts, evidence)), scorer.score(facts));
        }
    }

    /** Both known, then one, then none. */
    @Property(tries = 300)
    void forgettingHandOffsAndSwitchesOneByOneWidensTheBounds(
            @ForAll("mostlyKnown") RecoveryCase facts,
            @ForAll("scorers") FairnessScorer scorer,
            @ForAll @IntRange(max = 5) int handOffs,
            @ForAll @IntRange(max = 5) int switches) {
        RecoveryCase none = Cases.without(facts, Evidence.HAND_OFFS);
        CaseFairness both =
                scorer.score(handled(none, h -> h.withHandOffs(handOffs).withChannelSwitches(switches)));
        CaseFairness nothing = scorer.score(none);
        for (RecoveryCase one : List.of(
                handled(none, h -> h.withHandOffs(handOffs)), handled(none, h -> h.withChannelSwitches(switches)))) {
            CaseFairness half = scorer.score(one);
            assertContains(half, both);
            assertContains(nothing, half);
            assertNotLower(half.overall(), nothing.overall());
            assertNotLower(
                    half.dimension(FairnessDimension.PROCESS).point(),
                    nothing.dimension(FairnessDimension.PROCESS).point());
        }
    }

    private static void assertContains(CaseFairness wide, CaseFairness narrow) {
        assertThat(wide.bounds().lower()).isLessThanOrEqualTo(narrow.bounds().lower() + ROUNDING);
        assertThat(wide.bounds().upper()).isGreaterThanOrEqualTo(narrow.bounds().upper() - ROUNDING);
    }

    @Property(tries = 200)
    void notKnowingTheAcceptanceGivesTheHullOfBoth(
            @ForAll("mostlyKnown") RecoveryCase facts, @ForAll("scorers") FairnessScorer scorer) {
        DimensionScore accepted = compensation(scorer, redressed(facts, r -> r.withServiceAccepted(true)));
        DimensionScore rejected = compensation(scorer, redressed(facts, r -> r.withServiceAccepted(false)));
        if (facts.redress().serviceAccepted().isEmpty() && accepted.isApplicable()) {
            Interval hull = compensation(scorer, facts).bounds();
            assertThat(hull.lower())
                    .isEqualTo(Math.min(
                            accepted.bounds().lower(), rejected.bounds().lower()));
            assertThat(hull.upper())
                    .isEqualTo(Math.max(
                            accepted.bounds().upper(), rejected.bounds().upper()));
        }
    }

    private static DimensionScore compensation(FairnessScorer scorer, RecoveryCase facts) {
        return scorer.score(facts).dimension(FairnessDimension.COMPENSATION);
    }

    @Property(tries = 100)
    void anotherCurrencyUnitChangesNothing(
            @ForAll @IntRange(min = 1, max = 1_000_000) int lost,
            @ForAll @IntRange(max = 1_000_000) int given,
            @ForAll @IntRange(min = 1, max = 1_000) int factor) {
        CaseFairness small = score(lost, given);
        assertThat(score((long) lost * factor, (long) given * factor)).isEqualTo(small);
    }

    private static CaseFairness score(long lost, long given) {
        return FairnessScorer.withDefaults()
                .score(redressed(
                        Cases.REJECTED,
                        r -> r.withLoss(Loss.of(Cases.euros(lost)))
                                .withCompensation(Compensation.of(Cases.euros(given)))));
    }

    @Property(tries = 300)
    void powerMeansLieBetweenTheLeastAndTheGreatestAndRiseWithThePower(
            @ForAll @Size(min = 1, max = 3) double[] raw,
            @ForAll @DoubleRange(min = -40, max = 40) double one,
            @ForAll @DoubleRange(min = -40, max = 40) double other,
            @ForAll @IntRange(max = 1_000_000) int seed) {
        double[] values =
                Arrays.stream(raw).map(x -> Math.abs(Math.sin(x)) * 100).toArray();
        Random random = new Random(seed);
        double[] weights = IntStream.range(0, values.length)
                .mapToDouble(i -> 0.01 + random.nextDouble())
                .toArray();
        double low = PowerMean.of(Math.min(one, other), values, weights);
        double high = PowerMean.of(Math.max(one, other), values, weights);
        assertThat(low).isLessThanOrEqualTo(high + ROUNDING);
        assertThat(low).isGreaterThanOrEqualTo(PowerMean.of(Double.NEGATIVE_INFINITY, values, weights));
        assertThat(high).isLessThanOrEqualTo(PowerMean.of(Double.POSITIVE_INFINITY, values, weights));
    }

    /** Random weights that keep the ordering, so that the corners are seen to be corners. */
    @Property(tries = 300)
    void noWeightsOfTheOrderingLeaveTheRobustRange(
            @ForAll("mostlyKnown") RecoveryCase facts,
            @ForAll("scorers") FairnessScorer scorer,
            @ForAll @IntRange(max = 1_000_000) int seed) {
        CaseFairness score = scorer.score(facts);
        Random random = new Random(seed);
        double[] drawn = random.doubles(3, 0.001, 1).sorted().toArray();
        java.util.Map<FairnessDimension, Double> weights = new java.util.EnumMap<>(FairnessDimension.class);
        int next = drawn.length - 1;
        for (java.util.Set<FairnessDimension> tied : scorer.policy().weights().ordering()) {
            java.util.List<FairnessDimension> shuffled = new java.util.ArrayList<>(tied);
            java.util.Collections.shuffle(shuffled, random);
            for (FairnessDimension dimension : shuffled) {
                weights.put(dimension, drawn[next--]);
            }
        }
        score.weightRobust().ifPresent(range -> {
            double overall = FairnessScorer.by(scorer.policy().withWeights(FairnessWeights.of(weights)))
                    .score(facts)
                    .overall()
                    .orElseThrow();
            assertThat(overall).isBetween(range.lower() - ROUNDING, range.upper() + ROUNDING);
        });
    }
}

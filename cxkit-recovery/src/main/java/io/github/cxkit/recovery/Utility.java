package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the utility of each piece of evidence from a case: a value, a range, or empty where it does not apply. */
final class Utility {

    private static final Interval UNKNOWN = new Interval(0, 1);

    /** A double holds every whole number of so many digits. */
    private static final int EXACT_DIGITS = 15;

    private final RecoveryCase facts;
    private final FairnessPolicy policy;
    private final OptionalDouble ratio;

    Utility(RecoveryCase facts, FairnessPolicy policy) {
        this.facts = facts;
        this.policy = policy;
        this.ratio = ratio(facts);
    }

    Optional<Interval> of(Evidence evidence) {
        if (facts.notApplicable().contains(evidence)) {
            return Optional.empty();
        }
        return switch (evidence) {
            case FIRST_RESPONSE, RESOLUTION -> Optional.of(timely(evidence));
            case CONTACTS ->
                Optional.of(known(steps(evidence, further(facts.handling().contacts()))));
            case HAND_OFFS -> Optional.of(handOffs());
            case REOPENINGS ->
                Optional.of(known(steps(evidence, facts.handling().reopenings())));
            case PROMISES -> promises();
            case CHOICE ->
                Optional.of(facts.handling()
                        .choiceOffered()
                        .map(offered -> exactly(offered ? 1 : 0))
                        .orElse(UNKNOWN));
            case APOLOGY ->
                facts.failure().noticed().orElse(true)
                        ? Optional.of(facts.treatment()
                                .apology()
                                .map(apology -> exactly(policy.apologyWeights().utility(apology)))
                                .orElse(UNKNOWN))
                        : Optional.empty();
            case COURTESY -> Optional.of(known(facts.treatment().courtesy()));
            case EFFORT -> Optional.of(known(facts.treatment().effort()));
            case EXPLANATION -> Optional.of(known(facts.treatment().explanation()));
            case REDRESS -> redress();
        };
    }

    private static Interval exactly(double utility) {
        return new Interval(utility, utility);
    }

    private static Interval known(OptionalDouble utility) {
        return utility.isPresent() ? exactly(utility.getAsDouble()) : UNKNOWN;
    }

    private Optional<Promptness> promptness(Evidence evidence) {
        return switch (evidence) {
            case FIRST_RESPONSE -> facts.handling().firstResponse();
            case RESOLUTION -> facts.handling().resolution();
            default -> Optional.empty();
        };
    }

    private Interval timely(Evidence evidence) {
        Optional<Promptness> promptness = promptness(evidence);
        Optional<Boolean> met = promptness.flatMap(Promptness::isMet);
        if (met.isEmpty()) {
            return breach(evidence)
                    .map(waited -> new Interval(0, retained(promptness.orElseThrow(), waited, evidence)))
                    .orElse(UNKNOWN);
        }
        if (met.get() || promptness.get().expected().isEmpty()) {
            return exactly(met.get() ? 1 : 0);
        }
        return exactly(retained(promptness.get(), promptness.get().took().orElseThrow(), evidence));
    }

    private double retained(Promptness promptness, Duration took, Evidence evidence) {
        double late = seconds(took) / seconds(promptness.expected().orElseThrow()) - 1;
        return policy.retained(evidence, late);
    }

    /** How long something had been waited for when the case was seen that was due before and had not come. */
    private Optional<Duration> breach(Evidence evidence) {
        Optional<Promptness> promptness = promptness(evidence);
        Optional<Duration> expected = promptness.flatMap(Promptness::expected);
        return promptness.flatMap(Promptness::isMet).isPresent()
                ? Optional.empty()
                : expected.flatMap(due -> facts.waitedInVain(evidence).filter(waited -> waited.compareTo(due) > 0));
    }

    /** Whether a promise was due and had not been kept when the case was seen. That is an observation, though how late it will be is not known. */
    boolean isBreach(Evidence evidence) {
        return !facts.notApplicable().contains(evidence) && breach(evidence).isPresent();
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds() + duration.toNanosPart() / 1e9;
    }

    private static OptionalInt further(OptionalInt contacts) {
        return contacts.isPresent() ? OptionalInt.of(FairnessPolicy.further(contacts.getAsInt())) : contacts;
    }

    private OptionalDouble steps(Evidence evidence, OptionalInt steps) {
        return steps.isPresent()
                ? OptionalDouble.of(policy.retained(evidence, steps.getAsInt()))
                : OptionalDouble.empty();
    }

    /** Of one of both alone the best is known: that there were none of the other. */
    private Interval handOffs() {
        OptionalInt handOffs = facts.handling().handOffs();
        OptionalInt switches = facts.handling().channelSwitches();
        double steps = (double) handOffs.orElse(0) + switches.orElse(0);
        double atBest = policy.retained(Evidence.HAND_OFFS, steps);
        return handOffs.isPresent() && switches.isPresent() ? exactly(atBest) : new Interval(0, atBest);
    }

    private Optional<Interval> promises() {
        if (facts.handling().promises().isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        return facts.handling()
                .promises()
                .filter(promises -> promises.made() > 0)
                .map(promises -> exactly((double) promises.kept() / promises.made()));
    }

    private Optional<Interval> redress() {
        if (facts.redress().loss().isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        if (facts.redress().loss().get().amount().signum() == 0) {
            return Optional.empty();
        }
        if (ratio.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        Optional<Boolean> isAccepted = facts.redress().serviceAccepted();
        if (isAccepted.isPresent()) {
            return Optional.of(exactly(redress(isAccepted.get())));
        }
        double accepted = redress(true);
        double rejected = redress(false);
        return Optional.of(new Interval(Math.min(accepted, rejected), Math.max(accepted, rejected)));
    }

    private double redress(boolean isAccepted) {
        return policy.compensationCurve().utility(ratio.orElseThrow(), isAccepted);
    }

    /** What was given as a multiple of what was lost; empty where one is not known or nothing was lost. */
    OptionalDouble ratio() {
        return ratio;
    }

    private static OptionalDouble ratio(RecoveryCase facts) {
        if (facts.redress().loss().isEmpty() || facts.redress().compensation().isEmpty()) {
            return OptionalDouble.empty();
        }
        BigDecimal lost = facts.redress().loss().get().amount();
        BigDecimal given = facts.redress().compensation().get().value().getAmount();
        return lost.signum() == 0 ? OptionalDouble.empty() : OptionalDouble.of(quotient(given, lost));
    }

    /** Of whole cents exactly and fast; of anything else exactly. */
    private static double quotient(BigDecimal given, BigDecimal lost) {
        boolean areWholeCents =
                given.scale() == lost.scale() && given.precision() <= EXACT_DIGITS && lost.precision() <= EXACT_DIGITS;
        return areWholeCents
                ? (double) given.unscaledValue().longValue()
                        / lost.unscaledValue().longValue()
                : given.divide(lost, MathContext.DECIMAL128).doubleValue();
    }
}

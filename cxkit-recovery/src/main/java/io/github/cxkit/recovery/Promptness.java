package io.github.cxkit.recovery;

import io.github.cxkit.metrics.numbers.Checks;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How long something took and how long it was expected or promised to take; or only whether the target was met.
 *
 * <p>6 hours against 4 are worth 2^(−(6 − 4)/4) = 0.7071 by default.
 *
 * <pre>{@code
 * Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4));
 * Promptness.within(Duration.ofHours(4));    // how long it took is told by the case's events
 * Promptness.met(false);                     // all that is known
 * }</pre>
 *
 * <ul>
 *   <li>A time without an expectation, or an expectation without a time, is no evidence yet.
 *   <li>Durations are as the caller measures them: office hours, or around the clock.
 * </ul>
 */
public final class Promptness {

    private final Optional<Duration> took;
    private final Optional<Duration> expected;
    private final Optional<Boolean> met;

    private Promptness(Optional<Duration> took, Optional<Duration> expected, Optional<Boolean> met) {
        this.took = took;
        this.expected = expected;
        this.met = met;
    }

    /**
     * Returns how long it took, with no expectation yet.
     *
     * @param took the time, not negative
     * @return the promptness
     * @throws IllegalArgumentException if the time is negative
     */
    public static Promptness took(Duration took) {
        return new Promptness(Optional.of(Checks.notNegative(took, "time taken")), Optional.empty(), Optional.empty());
    }

    /**
     * Returns how long it may take; how long it took is told by the case's events.
     *
     * @param expected the expected time, more than 0
     * @return the promptness
     * @throws IllegalArgumentException if the expected time is not positive
     */
    public static Promptness within(Duration expected) {
        return new Promptness(Optional.empty(), Optional.of(positive(expected)), Optional.empty());
    }

    /**
     * Returns whether the target was met, where nothing else is known.
     *
     * @param met whether it was met
     * @return the promptness
     */
    public static Promptness met(boolean met) {
        return new Promptness(Optional.empty(), Optional.empty(), Optional.of(met));
    }

    /**
     * Returns a copy that says how long it may take.
     *
     * @param newExpected the expected time, more than 0
     * @return the copy
     * @throws IllegalArgumentException if the expected time is not positive
     * @throws IllegalStateException if this only says whether the target was met
     */
    public Promptness against(Duration newExpected) {
        if (met.isPresent()) {
            throw new IllegalStateException("promptness says only whether the target was met; it has no expected time");
        }
        return new Promptness(took, Optional.of(positive(newExpected)), met);
    }

    /** The same with the time that the events tell. */
    Promptness withTook(Duration newTook) {
        return new Promptness(Optional.of(newTook), expected, met);
    }

    private static Duration positive(Duration expected) {
        if (expected.isNegative() || expected.isZero()) {
            throw new IllegalArgumentException("expected time must be more than PT0S, but was " + expected);
        }
        return expected;
    }

    /**
     * Returns how long it took.
     *
     * @return the time, if known
     */
    public Optional<Duration> took() {
        return took;
    }

    /**
     * Returns how long it may take.
     *
     * @return the expected time, if known
     */
    public Optional<Duration> expected() {
        return expected;
    }

    /**
     * Returns whether the target was met: as stated, or because the time taken is at most the expected time.
     *
     * @return true or false; empty where neither is known
     */
    public Optional<Boolean> isMet() {
        return met.or(() -> took.flatMap(t -> expected.map(e -> t.compareTo(e) <= 0)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Promptness that
                && took.equals(that.took)
                && expected.equals(that.expected)
                && met.equals(that.met);
    }

    @Override
    public int hashCode() {
        return Objects.hash(took, expected, met);
    }

    /**
     * Returns what is known.
     *
     * @return for example {@code Promptness[took PT6H, expected PT4H]}
     */
    @Override
    public String toString() {
        String known = met.map(m -> m ? "met" : "not met")
                .orElseGet(() -> "took " + took.map(Duration::toString).orElse("unknown") + ", expected "
                        + expected.map(Duration::toString).orElse("unknown"));
        return "Promptness[" + known + "]";
    }
}

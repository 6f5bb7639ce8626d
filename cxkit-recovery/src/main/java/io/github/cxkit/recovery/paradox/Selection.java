package io.github.cxkit.recovery.paradox;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.numbers.Optionals;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

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
    public View view() {
        return new View(
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
    public record View(
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

package io.github.cxkit.recovery;

import io.github.cxkit.metrics.numbers.Checks;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How staff met the customer: apology, courtesy, effort, explanation, and wrongs done. The facts of {@link FairnessDimension#INTERACTION}, interactional
 * justice.
 *
 * <pre>{@code
 * Treatment.UNKNOWN.withApology(Apology.of(0.8, 0.6, 1)).withExplanation(1).withViolations();
 * }</pre>
 *
 * <ul>
 *   <li>What is not stated is not known, which is neither good nor bad. {@link Apology#NONE} and {@code withViolations()} say that there was none.
 * </ul>
 *
 * @param apology the first apology, if known
 * @param courtesy how courteous staff were, from 0 to 1, if known
 * @param effort how much effort staff put in and how far they owned the matter, from 0 to 1, if known
 * @param explanation how well the failure was explained, from 0 to 1, if known
 * @param violations the wrongs that were done, perhaps none; empty where nothing was said about them
 * @param judge who judged all of it from texts or talks, if that was a classifier or a reviewer of the caller's
 */
public record Treatment(
        Optional<Apology> apology,
        OptionalDouble courtesy,
        OptionalDouble effort,
        OptionalDouble explanation,
        Optional<Set<Violation>> violations,
        Optional<Judge> judge) {

    /** Nothing is known. */
    public static final Treatment UNKNOWN = new Treatment(
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * The first apology: how much empathy it showed, how strong it was, and how soon it came, each from 0 to 1.
     *
     * <p>Empathy 0.8, intensity 0.6 and timeliness 1 are worth ½·0.8 + ⅓·0.6 + ⅙·1 = 0.7667, unless a policy weighs them otherwise.
     *
     * <pre>{@code
     * Apology.of(0.8, 0.6, 1);    // the most important first
     * }</pre>
     *
     * <ul>
     *   <li>No apology at all is {@link #NONE}, which is worth 0; not knowing is leaving the apology out of the case.
     *   <li>The ordering of the three is published (Roschk and Kaiser 2013); the numbers are rank-sum weights and an assumption.
     * </ul>
     *
     * @param empathy how much empathy it showed
     * @param intensity how strong it was
     * @param timeliness how soon it came, 1 for at once
     */
    public record Apology(double empathy, double intensity, double timeliness) {

        /** Nobody apologised. */
        public static final Apology NONE = new Apology(0, 0, 0);

        /**
         * Checks the parts.
         *
         * @param empathy how much empathy it showed
         * @param intensity how strong it was
         * @param timeliness how soon it came
         * @throws IllegalArgumentException if a part is not in [0, 1]
         */
        public Apology {
            Checks.share(empathy, "apology empathy");
            Checks.share(intensity, "apology intensity");
            Checks.share(timeliness, "apology timeliness");
        }

        /**
         * Returns an apology.
         *
         * @param empathy from 0 to 1
         * @param intensity from 0 to 1
         * @param timeliness from 0 to 1
         * @return the apology
         * @throws IllegalArgumentException if a part is not in [0, 1]
         */
        public static Apology of(double empathy, double intensity, double timeliness) {
            return new Apology(empathy, intensity, timeliness);
        }
    }

    /**
     * Who judged how staff met the customer: rules, a model, a person with a guideline. Another version is another judge.
     *
     * @param name the name, not blank
     * @param version the version, not blank
     */
    public record Judge(String name, String version) {

        /**
         * Checks the parts.
         *
         * @param name the name
         * @param version the version
         * @throws IllegalArgumentException if one is blank
         */
        public Judge {
            if (name.isBlank() || version.isBlank()) {
                throw new IllegalArgumentException("name and version of a judge must not be blank");
            }
        }

        /**
         * Returns a judge.
         *
         * @param name the name, not blank
         * @param version the version, not blank
         * @return the judge
         * @throws IllegalArgumentException if one is blank
         */
        public static Judge of(String name, String version) {
            return new Judge(name, version);
        }

        /**
         * Returns name and version.
         *
         * @return for example {@code tone rules (2026-03)}
         */
        @Override
        public String toString() {
            return name + " (" + version + ")";
        }
    }

    /** Wrongs done to the customer while the case was handled. Each is reported, and one is enough to cap {@link FairnessDimension#INTERACTION}. */
    public enum Violation {
        /** Somebody was rude. */
        RUDE,
        /** The customer was blamed for the failure. */
        BLAMED_CUSTOMER,
        /** Something untrue was said. */
        UNTRUE,
        /** A message by the customer was ignored. */
        IGNORED_MESSAGE
    }

    /**
     * Checks and copies the facts.
     *
     * @param apology the first apology, if known
     * @param courtesy how courteous staff were, from 0 to 1, if known
     * @param effort how much effort staff put in and how far they owned the matter, from 0 to 1, if known
     * @param explanation how well the failure was explained, from 0 to 1, if known
     * @param violations the wrongs that were done, perhaps none; empty where nothing was said about them
     * @param judge who judged all of it, if that was a classifier or a reviewer of the caller's
     * @throws IllegalArgumentException if a level is not in [0, 1]
     */
    public Treatment {
        Objects.requireNonNull(apology, "apology");
        courtesy.ifPresent(level -> Checks.share(level, "courtesy"));
        effort.ifPresent(level -> Checks.share(level, "effort"));
        explanation.ifPresent(level -> Checks.share(level, "explanation"));
        violations = violations.map(Treatment::copy);
        Objects.requireNonNull(judge, "judge");
    }

    /**
     * Returns a copy with the first apology, or with {@link Apology#NONE}.
     *
     * @param newApology the apology
     * @return the copy
     */
    public Treatment withApology(Apology newApology) {
        return new Treatment(
                Optional.of(Objects.requireNonNull(newApology, "apology")),
                courtesy,
                effort,
                explanation,
                violations,
                judge);
    }

    /**
     * Returns a copy with how courteous staff were.
     *
     * @param level from 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public Treatment withCourtesy(double level) {
        return new Treatment(apology, OptionalDouble.of(level), effort, explanation, violations, judge);
    }

    /**
     * Returns a copy with how much effort staff put in and how far they owned the matter.
     *
     * @param level from 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public Treatment withEffort(double level) {
        return new Treatment(apology, courtesy, OptionalDouble.of(level), explanation, violations, judge);
    }

    /**
     * Returns a copy with how well the failure was explained.
     *
     * @param level from 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public Treatment withExplanation(double level) {
        return new Treatment(apology, courtesy, effort, OptionalDouble.of(level), violations, judge);
    }

    /**
     * Returns a copy with the wrongs that were done; with none, it is known that there were none.
     *
     * @param wrongs the violations, perhaps none
     * @return the copy
     */
    public Treatment withViolations(Violation... wrongs) {
        return new Treatment(apology, courtesy, effort, explanation, Optional.of(copy(List.of(wrongs))), judge);
    }

    /**
     * Returns a copy that says who judged it: a classifier or a reviewer of the caller's. The policy by which it is scored has to name the same one
     * ({@link FairnessPolicy#withTreatmentJudge}), so that judgements of two versions are neither compared nor added up. What was said or written never enters.
     *
     * @param newJudge who judged, by name and version
     * @return the copy
     */
    public Treatment withJudge(Judge newJudge) {
        return new Treatment(
                apology,
                courtesy,
                effort,
                explanation,
                violations,
                Optional.of(Objects.requireNonNull(newJudge, "judge")));
    }

    /** Whether anything is known that somebody must have judged. */
    boolean isJudged() {
        return !equals(new Treatment(
                UNKNOWN.apology, UNKNOWN.courtesy, UNKNOWN.effort, UNKNOWN.explanation, UNKNOWN.violations, judge));
    }

    private static Set<Violation> copy(Collection<Violation> wrongs) {
        Set<Violation> copy = EnumSet.noneOf(Violation.class);
        copy.addAll(wrongs);
        return Collections.unmodifiableSet(copy);
    }

    /**
     * Returns what is known.
     *
     * @return for example {@code Treatment[explanation 1.0, violations [RUDE]]}
     */
    @Override
    public String toString() {
        return KnownFacts.of("Treatment")
                .and("apology", apology)
                .and("courtesy", courtesy)
                .and("effort", effort)
                .and("explanation", explanation)
                .and("violations", violations)
                .and("judged by", judge)
                .toString();
    }
}
